package casework

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// Deed is an act on a case while it is being done: what it may look at, and
// the case that it changes.
type Deed struct {
	Tx    *store.Tx
	Who   vpt.Actor
	Work  *desk.Work
	Known *desk.Known
	Case  vpt.Casefile

	Made string // what the act brought into being, when the caller is told
}

// ErrNotOpen is returned for an act on a case that is closed, merged or was
// taken over from an old register.
var ErrNotOpen = vpt.Fail(vpt.KindConflict, "zaak-niet-open")

// OnCase does an act on a case that somebody handles: finds it, decides, does
// it once per key, brings what follows from it up to date and writes the case
// if nobody changed it in between. states are those in which it may be done.
func OnCase(ctx context.Context, a *desk.Desk, who vpt.Actor, action policy.Action, number string, o vpt.Once, states []vpt.CaseState, do func(*Deed) error) error {
	_, err := OnCaseMaking(ctx, a, who, action, number, o, states, do)
	return err
}

// OnCaseMaking is OnCase for an act whose caller is told what it made: the
// same when the act was done before under its key.
func OnCaseMaking(ctx context.Context, a *desk.Desk, who vpt.Actor, action policy.Action, number string, o vpt.Once, states []vpt.CaseState, do func(*Deed) error) (string, error) {
	var c vpt.Casefile
	var made string
	err := a.Write(ctx, who, action, a.OfCase(number, &c), func(tx *store.Tx, w *desk.Work) error {
		var err error
		made, err = a.Once(tx, who, w, o, func() (string, error) {
			if !slices.Contains(states, c.State) {
				return "", ErrNotOpen
			}
			k, err := a.Knowledge(tx)
			if err != nil {
				return "", err
			}
			d := &Deed{Tx: tx, Who: who, Work: w, Known: k, Case: c}
			if err := do(d); err != nil {
				return "", err
			}
			if d.Made == "" {
				d.Made = c.Number
			}
			return d.Made, d.Save()
		})
		return err
	})
	return made, err
}

// WhileOpen gives the states in which most acts may be done.
func WhileOpen() []vpt.CaseState { return []vpt.CaseState{vpt.CaseOpen} }

// UntilMerged gives those in which acts that go on after closing may be done.
func UntilMerged() []vpt.CaseState { return []vpt.CaseState{vpt.CaseOpen, vpt.CaseClosed} }

// Save brings what follows from an act up to date and writes the case.
func (d *Deed) Save() error {
	talks, err := d.Tx.Talks(d.Case.ID)
	if err != nil {
		return err
	}
	if err := d.dropTalks(talks); err != nil {
		return err
	}
	d.Case.Settle(talks, d.Tx.Now())
	return d.Tx.UpdateCase(d.Case)
}

// Event puts a line on the timeline.
func (d *Deed) Event(kind vpt.EventKind, visible vpt.Visibility, change func(*vpt.Event)) error {
	e := vpt.Event{Kind: kind, Visible: visible}
	if change != nil {
		change(&e)
	}
	return d.Tx.InsertEvent(d.Case.ID, d.Who.ID(), e)
}

// TellReporters mails everybody who follows the case by a report of her own:
// who made it, and the affected whom it names. Each gets the link to her report.
func TellReporters(a *desk.Desk, d *Deed) error {
	reports, err := d.Tx.ReportsOfCase(d.Case.ID)
	if err != nil {
		return err
	}
	told := map[vpt.PersonID]bool{"": true}
	for _, r := range reports {
		standing, err := d.Tx.StandingInReport(r)
		if err != nil {
			return err
		}
		for _, person := range append(standing.Reporters, standing.Affected...) {
			if told[person] {
				continue
			}
			told[person] = true
			if err := a.Notify(d.Tx, d.Who, person, vpt.MailNews, "/meldingen/"+r.Number); err != nil {
				return err
			}
		}
	}
	return nil
}

// News notes something that the reporter may see, and tells her.
func News(a *desk.Desk, d *Deed, kind vpt.EventKind, ref, detail string) error {
	err := d.Event(kind, vpt.VisibleReporter, func(e *vpt.Event) { e.Ref, e.Detail = ref, detail })
	if err != nil {
		return err
	}
	return TellReporters(a, d)
}

// Invalid is one field that is wrong.
func Invalid(path, code string) error {
	var p vpt.Problems
	p.Add(path, code)
	return p.Err()
}

// MeasurePath is where a measure is seen.
func MeasurePath(number string, id vpt.MeasureID) string {
	return "/zaken/" + number + "/maatregelen/" + string(id)
}

// OfThisCase refuses an instigator of another case: each case has its own.
func OfThisCase(d *Deed, id vpt.InstigatorID) error {
	known, err := d.Tx.Instigators(d.Case.ID)
	if err == nil && !slices.ContainsFunc(known, func(i vpt.Instigator) bool { return i.ID == id }) {
		err = vpt.ErrNotFound
	}
	return err
}
