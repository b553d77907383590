// Package handling is what a handler does with a case as a whole: judging it,
// who did it and who is involved, telling the reporter, closing, merging, and
// handing work over.
package handling

import "rugdekking/internal/app/internal/desk"

// Room holds the use cases of this package: each says who asks, and goes through
// the desk.
type Room struct{ desk *desk.Desk }

// In gives the room of a desk.
func In(d *desk.Desk) Room { return Room{desk: d} }
