package app

import (
	"time"

	"rugdekking/vpt"
)

// owe notes that something has to be done in the case, before due: by the
// owner unless change says otherwise.
func (d *deed) owe(kind vpt.DutyKind, ref string, due time.Time, change func(*vpt.Duty)) error {
	duty := vpt.Duty{Kind: kind, Casefile: d.c.ID, Ref: ref, DueAt: due}
	if change != nil {
		change(&duty)
	}
	return d.tx.Owe(duty)
}

// fulfil ends such a duty.
func (d *deed) fulfil(kind vpt.DutyKind, ref string) error { return d.tx.Fulfil(kind, ref) }

// endOfDay is when something that is due on a day is late: at the end of that
// day's work.
func (d *deed) endOfDay(on vpt.Date) time.Time { return on.At(17, 0, d.k.zone) }
