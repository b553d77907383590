// Package chain is what a case sets off outside of the talks and the measures:
// the police, Halt, damage, the accident test and what is learnt.
package chain

import "rugdekking/internal/app/internal/desk"

// Room holds the use cases of this package: each says who asks, and goes through
// the desk.
type Room struct{ desk *desk.Desk }

// In gives the room of a desk.
func In(d *desk.Desk) Room { return Room{desk: d} }
