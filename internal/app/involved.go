package app

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// AddInvolved adds somebody to a case. Whom the steps of the organisation are for
// gets a care plan, relatives too. Nobody handles a case in which she is one of these: an owner who turns
// out to be is replaced.
func (a *App) AddInvolved(ctx context.Context, who vpt.Actor, in vpt.AddInvolved) error {
	return a.onCase(ctx, who, policy.CaseInvolved, in.Case, in.Once, whileOpen(), func(d *deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		person, err := whoIsMeant(d.tx, in)
		if err != nil {
			return err
		}
		known, err := d.tx.Parties(d.c.ID)
		if err != nil {
			return err
		}
		if person.Person != "" && slices.ContainsFunc(known, func(i vpt.Involved) bool { return i.Person == person.Person }) {
			return invalid("name", "al-betrokken")
		}
		if err := d.tx.InsertInvolved(d.c.ID, person); err != nil {
			return err
		}
		steps, err := d.k.planFor(d.tx, d.c, person, false)
		if err != nil {
			return err
		}
		if len(steps) > 0 && d.c.Track(vpt.TrackCare).State == vpt.TrackNotApplicable {
			d.c.SetTrack(vpt.TrackCare, vpt.TrackOpen, vpt.Private{}) // there is somebody to care for again
		}
		d.w.changed("involved:" + string(in.Role))
		if err := d.event(vpt.EventInvolved, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(person.ID), string(in.Role) }); err != nil {
			return err
		}
		if err := a.tellNamed(d, person); err != nil {
			return err
		}
		return a.replaceOwner(d)
	})
}

// whoIsMeant finds the account of a colleague, or takes the typed name.
func whoIsMeant(tx *store.Tx, in vpt.AddInvolved) (vpt.Involved, error) {
	out := vpt.Involved{ID: vpt.InvolvedID(store.NewID()), Role: in.Role, Name: in.Name}
	found := vpt.Person{}
	var err error
	switch {
	case in.Person != "":
		if found, err = tx.PersonByID(in.Person); vpt.KindOf(err) == vpt.KindNotFound {
			return out, invalid("name", "collega-niet-gevonden")
		}
	case !in.Lookup.IsZero():
		if found, err = lookup(tx, in.Lookup); err == nil && found.ID == "" && in.Name.IsZero() {
			return out, invalid("lookup", "collega-niet-gevonden")
		}
	}
	if found.ID != "" {
		out.Person, out.Name = found.ID, vpt.Private{}
	}
	return out, err
}

// tellNamed tells somebody with an account that a report names her as affected.
func (a *App) tellNamed(d *deed, person vpt.Involved) error {
	if person.Role != vpt.RoleAffected || person.Person == "" {
		return nil
	}
	reports, err := d.tx.ReportsOfCase(d.c.ID)
	if err != nil {
		return err
	}
	for _, r := range reports {
		if r.Origin == d.c.ID {
			return a.notify(d.tx, d.who, person.Person, vpt.MailNamed, "/meldingen/"+r.Number)
		}
	}
	return nil
}
