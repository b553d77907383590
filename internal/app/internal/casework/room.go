// Package casework is what acts on a case stand on: the act itself, done once
// and written in one transaction; who handles the case, what is owed on it, the
// plan of care, and how it is seen.
package casework

import "rugdekking/internal/app/internal/desk"

// Room holds the use cases of this package: each says who asks, and goes through
// the desk.
type Room struct{ desk *desk.Desk }

// In gives the room of a desk.
func In(d *desk.Desk) Room { return Room{desk: d} }
