// Package clock says what time it is.
//
// It exists so that deadlines, sessions and figures can be tested at any
// moment: everything that needs the time is given a Clock. It is the only
// package that may read the clock of the machine, and it must never decide
// anything about time zones or working days.
package clock

import "time"

// Clock tells the time. An implementation is safe for use by several
// goroutines and answers in UTC, cut to microseconds: that is what the
// database keeps, so that an instant read back equals the one written.
type Clock interface {
	Now() time.Time
}

// System returns the clock of the machine.
func System() Clock { return system{} }

type system struct{}

// Now drops the monotonic reading with Truncate, because such a time is unequal
// to the same instant after a round through the database.
func (system) Now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }
