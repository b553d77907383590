// Package account is about accounts: who somebody is, how she proves it, which
// roles she has, and what is known of a token that asks in a machine's name.
package account

import "rugdekking/internal/app/internal/desk"

// Room holds the use cases of this package: each says who asks, and goes through
// the desk.
type Room struct{ desk *desk.Desk }

// In gives the room of a desk.
func In(d *desk.Desk) Room { return Room{desk: d} }
