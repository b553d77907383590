// Package measure is the reaction to an instigator: the organisation's norm,
// house rules and protocol, the hearing, the gates of a decision, and what is
// owed after it.
package measure

import "rugdekking/internal/app/internal/desk"

// Room holds the use cases of this package: each says who asks, and goes through
// the desk.
type Room struct{ desk *desk.Desk }

// In gives the room of a desk.
func In(d *desk.Desk) Room { return Room{desk: d} }
