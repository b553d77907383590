package app

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// deed is an act on a case while it is being done: what it may look at, and
// the case that it changes.
type deed struct {
	tx  *store.Tx
	who vpt.Actor
	w   *work
	k   *known
	c   vpt.Casefile

	made string // what the act brought into being, when the caller is told
}

// errNotOpen is returned for an act on a case that is closed, merged or was
// taken over from an old register.
var errNotOpen = vpt.Fail(vpt.KindConflict, "zaak-niet-open")

// onCase does an act on a case that somebody handles: finds it, decides, does
// it once per key, brings what follows from it up to date and writes the case
// if nobody changed it in between. states are those in which it may be done.
func (a *App) onCase(ctx context.Context, who vpt.Actor, action policy.Action, number string, o vpt.Once, states []vpt.CaseState, do func(*deed) error) error {
	_, err := a.onCaseMaking(ctx, who, action, number, o, states, do)
	return err
}

// onCaseMaking is onCase for an act whose caller is told what it made: the
// same when the act was done before under its key.
func (a *App) onCaseMaking(ctx context.Context, who vpt.Actor, action policy.Action, number string, o vpt.Once, states []vpt.CaseState, do func(*deed) error) (string, error) {
	var c vpt.Casefile
	var made string
	err := a.write(ctx, who, action, a.ofCase(number, &c), func(tx *store.Tx, w *work) error {
		var err error
		made, err = a.once(tx, who, w, o, func() (string, error) {
			if !slices.Contains(states, c.State) {
				return "", errNotOpen
			}
			k, err := a.knowledge(tx)
			if err != nil {
				return "", err
			}
			d := &deed{tx: tx, who: who, w: w, k: k, c: c}
			if err := do(d); err != nil {
				return "", err
			}
			if d.made == "" {
				d.made = c.Number
			}
			return d.made, d.save()
		})
		return err
	})
	return made, err
}

// whileOpen and untilMerged are the states in which most acts, and those that
// go on after closing, may be done.
func whileOpen() []vpt.CaseState   { return []vpt.CaseState{vpt.CaseOpen} }
func untilMerged() []vpt.CaseState { return []vpt.CaseState{vpt.CaseOpen, vpt.CaseClosed} }

// save brings what follows from an act up to date and writes the case.
func (d *deed) save() error {
	talks, err := d.tx.Talks(d.c.ID)
	if err != nil {
		return err
	}
	if err := d.dropTalks(talks); err != nil {
		return err
	}
	d.c.Settle(talks, d.tx.Now())
	return d.tx.UpdateCase(d.c)
}

// event puts a line on the timeline.
func (d *deed) event(kind vpt.EventKind, visible vpt.Visibility, change func(*vpt.Event)) error {
	e := vpt.Event{Kind: kind, Visible: visible}
	if change != nil {
		change(&e)
	}
	return d.tx.InsertEvent(d.c.ID, d.who.ID(), e)
}

// tellReporters mails everybody who follows the case by a report of her own:
// who made it, and the affected whom it names. Each gets the link to her report.
func (a *App) tellReporters(d *deed) error {
	reports, err := d.tx.ReportsOfCase(d.c.ID)
	if err != nil {
		return err
	}
	told := map[vpt.PersonID]bool{"": true}
	for _, r := range reports {
		standing, err := d.tx.StandingInReport(r)
		if err != nil {
			return err
		}
		for _, person := range append(standing.Reporters, standing.Affected...) {
			if told[person] {
				continue
			}
			told[person] = true
			if err := a.notify(d.tx, d.who, person, vpt.MailNews, "/meldingen/"+r.Number); err != nil {
				return err
			}
		}
	}
	return nil
}

// news notes something that the reporter may see, and tells her.
func (a *App) news(d *deed, kind vpt.EventKind, ref, detail string) error {
	err := d.event(kind, vpt.VisibleReporter, func(e *vpt.Event) { e.Ref, e.Detail = ref, detail })
	if err != nil {
		return err
	}
	return a.tellReporters(d)
}

// invalid is one field that is wrong.
func invalid(path, code string) error {
	var p vpt.Problems
	p.Add(path, code)
	return p.Err()
}
