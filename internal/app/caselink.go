package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// LinkCase says that an earlier case has the same instigator. A handler who
// may open both says so; nothing is matched by itself.
func (a *App) LinkCase(ctx context.Context, who vpt.Actor, in vpt.LinkCase) error {
	return a.onCase(ctx, who, policy.CaseLink, in.Case, in.Once, whileOpen(), func(d *deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		var other vpt.Casefile
		on, err := numbered(d.tx, vpt.TidyNumber(in.Earlier), &other)
		if err != nil || !a.policy.Decide(who, policy.CaseRead, on) {
			if err != nil && vpt.KindOf(err) != vpt.KindNotFound {
				return err
			}
			return invalid("earlier", "zaak-onbekend")
		}
		if other.ID == d.c.ID {
			return invalid("earlier", "dezelfde-zaak")
		}
		later, earlier := d.c, other
		if other.Incident.OccurredOn > d.c.Incident.OccurredOn {
			later, earlier = other, d.c
		}
		if err := d.tx.LinkCases(vpt.LinkEarlier, later.ID, earlier.ID, "", who.ID()); err != nil {
			return err
		}
		d.w.changed("link")
		return d.event(vpt.EventLinked, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(other.ID), other.Number })
	})
}

// UnlinkCase takes such a link away.
func (a *App) UnlinkCase(ctx context.Context, who vpt.Actor, in vpt.UnlinkCase) error {
	return a.onCase(ctx, who, policy.CaseLink, in.Case, in.Once, whileOpen(), func(d *deed) error {
		d.w.changed("link")
		return d.tx.UnlinkCases(d.c.ID, in.ID)
	})
}

// links gives the cases that a case was linked with, and which of them the
// viewer may open.
func (a *App) links(tx *store.Tx, who vpt.Actor, c vpt.Casefile) ([]vpt.CaseLink, error) {
	all, err := tx.CaseLinks(c.ID)
	if err != nil {
		return nil, err
	}
	for i := range all {
		var other vpt.Casefile
		on, err := leadingTo(tx, all[i].Number, &other)
		if err != nil {
			return nil, err
		}
		all[i].MayOpen = a.policy.Decide(who, policy.CaseRead, on)
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
