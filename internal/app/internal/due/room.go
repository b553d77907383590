// Package due is about what is to be done and by when: the tasks of one person,
// the round that looks at every clock, what is raised to others, and the mail of
// the morning.
package due

import "rugdekking/internal/app/internal/desk"

// Room holds the use cases of this package: each says who asks, and goes through
// the desk.
type Room struct{ desk *desk.Desk }

// In gives the room of a desk.
func In(d *desk.Desk) Room { return Room{desk: d} }
