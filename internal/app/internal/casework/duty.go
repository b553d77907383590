package casework

import (
	"time"

	"rugdekking/vpt"
)

// Owe notes that something has to be done in the case, before due: by the
// owner unless change says otherwise.
func (d *Deed) Owe(kind vpt.DutyKind, ref string, due time.Time, change func(*vpt.Duty)) error {
	duty := vpt.Duty{Kind: kind, Casefile: d.Case.ID, Ref: ref, DueAt: due}
	if change != nil {
		change(&duty)
	}
	return d.Tx.Owe(duty)
}

// Fulfil ends such a duty.
func (d *Deed) Fulfil(kind vpt.DutyKind, ref string) error { return d.Tx.Fulfil(kind, ref) }

// EndOfDay is when something that is due on a day is late: at the end of that
// day's work.
func (d *Deed) EndOfDay(on vpt.Date) time.Time { return on.At(17, 0, d.Known.Zone) }
