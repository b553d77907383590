package casework

import (
	"context"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// LinkCase says that an earlier case has the same instigator. A handler who
// may open both says so; nothing is matched by itself.
func (a Room) LinkCase(ctx context.Context, who vpt.Actor, in vpt.LinkCase) error {
	return OnCase(ctx, a.desk, who, policy.CaseLink, in.Case, in.Once, WhileOpen(), func(d *Deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		var other vpt.Casefile
		on, err := Numbered(d.Tx, vpt.TidyNumber(in.Earlier), &other)
		if err != nil || !a.desk.Policy.Decide(who, policy.CaseRead, on) {
			if err != nil && vpt.KindOf(err) != vpt.KindNotFound {
				return err
			}
			return Invalid("earlier", "zaak-onbekend")
		}
		if other.ID == d.Case.ID {
			return Invalid("earlier", "dezelfde-zaak")
		}
		later, earlier := d.Case, other
		if other.Incident.OccurredOn > d.Case.Incident.OccurredOn {
			later, earlier = other, d.Case
		}
		if err := d.Tx.LinkCases(vpt.LinkEarlier, later.ID, earlier.ID, "", who.ID()); err != nil {
			return err
		}
		d.Work.Changed("link")
		return d.Event(vpt.EventLinked, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(other.ID), other.Number })
	})
}

// UnlinkCase takes such a link away.
func (a Room) UnlinkCase(ctx context.Context, who vpt.Actor, in vpt.UnlinkCase) error {
	return OnCase(ctx, a.desk, who, policy.CaseLink, in.Case, in.Once, WhileOpen(), func(d *Deed) error {
		d.Work.Changed("link")
		return d.Tx.UnlinkCases(d.Case.ID, in.ID)
	})
}

// Links gives the cases that a case was linked with, and which of them the
// viewer may open.
func Links(a *desk.Desk, tx *store.Tx, who vpt.Actor, c vpt.Casefile) ([]vpt.CaseLink, error) {
	all, err := tx.CaseLinks(c.ID)
	if err != nil {
		return nil, err
	}
	for i := range all {
		var other vpt.Casefile
		on, err := LeadingTo(tx, all[i].Number, &other)
		if err != nil {
			return nil, err
		}
		all[i].MayOpen = a.Policy.Decide(who, policy.CaseRead, on)
		measures, err := tx.ShownMeasures(other.ID)
		if err != nil {
			return nil, err
		}
		for _, m := range measures {
			all[i].Kinds = append(all[i].Kinds, m.Kind.Code)
		}
	}
	return all, nil
}
