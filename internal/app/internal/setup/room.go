// Package setup is where an organisation says how it works: its units and
// sites, its settings, code lists and the norms of its teams, and which mail of
// it needs somebody's eye.
package setup

import "rugdekking/internal/app/internal/desk"

// Room holds the use cases of this package: each says who asks, and goes through
// the desk.
type Room struct{ desk *desk.Desk }

// In gives the room of a desk.
func In(d *desk.Desk) Room { return Room{desk: d} }
