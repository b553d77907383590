// Package post writes what leaves the building: from the organisation's own
// texts and the case, frozen with a number by a job, and delivered with proof.
package post

import "rugdekking/internal/app/internal/desk"

// Room holds the use cases of this package: each says who asks, and goes through
// the desk.
type Room struct{ desk *desk.Desk }

// In gives the room of a desk.
func In(d *desk.Desk) Room { return Room{desk: d} }
