// Package register takes over the register that an organisation had before:
// it reads the file, finds what its columns and words mean, says row by row what
// cannot be taken, and makes cases of the rest.
package register

import "rugdekking/internal/app/internal/desk"

// Room holds the use cases of this package: each says who asks, and goes through
// the desk.
type Room struct{ desk *desk.Desk }

// In gives the room of a desk.
func In(d *desk.Desk) Room { return Room{desk: d} }
