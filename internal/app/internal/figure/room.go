// Package figure counts reports, and how long things took, within the scope
// of who asks.
package figure

import "rugdekking/internal/app/internal/desk"

// Room holds the use cases of this package: each says who asks, and goes through
// the desk.
type Room struct{ desk *desk.Desk }

// In gives the room of a desk.
func In(d *desk.Desk) Room { return Room{desk: d} }
