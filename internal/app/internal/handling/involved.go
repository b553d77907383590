package handling

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// AddInvolved adds somebody to a case. Whom the steps of the organisation are for
// gets a care plan, relatives too. Nobody handles a case in which she is one of these: an owner who turns
// out to be is replaced.
func (a Room) AddInvolved(ctx context.Context, who vpt.Actor, in vpt.AddInvolved) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseInvolved, in.Case, in.Once, casework.WhileOpen(), func(d *casework.Deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		person, err := whoIsMeant(d.Tx, in)
		if err != nil {
			return err
		}
		known, err := d.Tx.Parties(d.Case.ID)
		if err != nil {
			return err
		}
		if person.Person != "" && slices.ContainsFunc(known, func(i vpt.Involved) bool { return i.Person == person.Person }) {
			return casework.Invalid("name", "al-betrokken")
		}
		if err := d.Tx.InsertInvolved(d.Case.ID, person); err != nil {
			return err
		}
		steps, err := casework.PlanFor(d.Known, d.Tx, d.Case, person, false)
		if err != nil {
			return err
		}
		if len(steps) > 0 && d.Case.Track(vpt.TrackCare).State == vpt.TrackNotApplicable {
			d.Case.SetTrack(vpt.TrackCare, vpt.TrackOpen, vpt.Private{}) // there is somebody to care for again
		}
		d.Work.Changed("involved:" + string(in.Role))
		if err := d.Event(vpt.EventInvolved, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(person.ID), string(in.Role) }); err != nil {
			return err
		}
		if err := a.tellNamed(d, person); err != nil {
			return err
		}
		return casework.ReplaceOwner(a.desk, d)
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
			return out, casework.Invalid("name", "collega-niet-gevonden")
		}
	case !in.Lookup.IsZero():
		if found, err = desk.Lookup(tx, in.Lookup); err == nil && found.ID == "" && in.Name.IsZero() {
			return out, casework.Invalid("lookup", "collega-niet-gevonden")
		}
	}
	if found.ID != "" {
		out.Person, out.Name = found.ID, vpt.Private{}
	}
	return out, err
}

// tellNamed tells somebody with an account that a report names her as affected.
func (a Room) tellNamed(d *casework.Deed, person vpt.Involved) error {
	if person.Role != vpt.RoleAffected || person.Person == "" {
		return nil
	}
	reports, err := d.Tx.ReportsOfCase(d.Case.ID)
	if err != nil {
		return err
	}
	for _, r := range reports {
		if r.Origin == d.Case.ID {
			return a.desk.Notify(d.Tx, d.Who, person.Person, vpt.MailNamed, "/meldingen/"+r.Number)
		}
	}
	return nil
}
