package measure

import (
	"cmp"
	"context"
	"slices"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

// MeasuresAtDoor gives the measures that hold today for one building, at its
// door or by phone: whom, what, until when, how to act. Each look is logged.
// Without a building it is the first that the viewer guards.
func (a Room) MeasuresAtDoor(ctx context.Context, who vpt.Actor, site vpt.SiteID, channel vpt.DoorChannel) (vpt.DoorView, error) {
	out := vpt.DoorView{Site: site, Channel: channel}
	find := func(tx *store.Tx) (policy.Subject, error) {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return policy.Subject{}, err
		}
		out.Sites = guarded(k, who)
		if out.Site == "" && len(out.Sites) > 0 {
			out.Site = out.Sites[0].ID
		}
		if out.Site != "" && !slices.ContainsFunc(out.Sites, func(s vpt.Site) bool { return s.ID == out.Site }) {
			return policy.Subject{}, vpt.ErrNotFound
		}
		return policy.Subject{Kind: "deur", ID: string(out.Site)}, nil
	}
	err := a.desk.Read(ctx, who, policy.MeasureDoor, find, func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		out.Lists, out.Today, out.Entries = k.Codes, k.Today(tx), nil
		if out.Channel != vpt.AtPhone {
			out.Channel = vpt.AtDoor
		}
		return a.entries(tx, k, &out)
	})
	return out, err
}

// guarded gives the buildings whose door the viewer may look at.
func guarded(k *desk.Known, who vpt.Actor) []vpt.Site {
	all := who.ReachesAll(vpt.RoleSecurity) || who.ReachesAll(vpt.RoleCoordinator)
	var out []vpt.Site
	for _, site := range k.Sites {
		own := slices.ContainsFunc(who.Grants, func(g vpt.Grant) bool { return g.Role == vpt.RoleSecurity && slices.Contains(g.Sites, site.ID) })
		if !site.Retired && (all || own) {
			out = append(out, site)
		}
	}
	return out
}

// entries adds what holds here today, by name. A measure from before it was
// recorded whom of several it is about helps nobody at a door.
func (a Room) entries(tx *store.Tx, k *desk.Known, out *vpt.DoorView) error {
	measures, err := tx.MeasuresInForce(out.Today)
	if err != nil {
		return err
	}
	for _, m := range measures {
		if m.Instigator == "" || !m.ShownAt(out.Site, out.Channel, out.Today) {
			continue
		}
		entry := vpt.DoorEntry{
			ID: m.ID, Kind: m.Kind, Until: m.EndsOn, Everywhere: m.Everywhere, Exceptions: m.Exceptions, HowToAct: m.HowToAct, Reachable: m.Reachable,
			Unplaced: m.Unplaced(),
		}
		for _, id := range m.Sites {
			if site, ok := k.Site(id); ok {
				entry.Sites = append(entry.Sites, site.Name)
			}
		}
		if m.Contact != "" {
			if entry.Contact, err = tx.PersonName(m.Contact); err != nil {
				return err
			}
		} else {
			entry.Contact.Name = m.ContactName
		}
		people, err := tx.Instigators(m.Casefile)
		if err != nil {
			return err
		}
		for _, i := range people {
			if i.ID == m.Instigator {
				if entry.Name = i.Name; i.Name.IsZero() {
					entry.Description = i.Description
				}
			}
		}
		out.Entries = append(out.Entries, entry)
	}
	slices.SortFunc(out.Entries, func(x, y vpt.DoorEntry) int {
		return cmp.Or(cmp.Compare(seal.SortKey(x.Name), seal.SortKey(y.Name)), cmp.Compare(x.ID, y.ID))
	})
	return nil
}
