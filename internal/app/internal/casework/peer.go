package casework

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

// PeerRoster gives all peer supporters with when they are away: for who plans
// talks, and for the peers themselves.
func (a Room) PeerRoster(ctx context.Context, who vpt.Actor) (vpt.PeerRoster, error) {
	var out vpt.PeerRoster
	err := a.desk.List(ctx, who, policy.PeerRoster, "rooster-opvang", func(tx *store.Tx, _ policy.Scope) (int, error) {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return 0, err
		}
		out = vpt.PeerRoster{Today: k.Today(tx), Zone: k.Zone}
		out.Peers, err = peers(tx, k)
		for i, p := range out.Peers {
			out.Peers[i].Self = p.ID == who.Person
		}
		return len(out.Peers), err
	})
	return out, err
}

// peers gives who holds that role today, by name, with what is still to come of
// being away.
func peers(tx *store.Tx, k *desk.Known) ([]vpt.Peer, error) {
	today := k.Today(tx)
	assigned, err := tx.Assignments("", today)
	if err != nil {
		return nil, err
	}
	away, err := tx.PeersAway(today)
	if err != nil {
		return nil, err
	}
	var out []vpt.Peer
	for _, s := range assigned {
		if s.Role != vpt.RolePeer {
			continue
		}
		i := slices.IndexFunc(out, func(p vpt.Peer) bool { return p.ID == s.Person })
		if i < 0 {
			p, err := onePeer(tx, k, s.Person, away)
			if err != nil {
				return nil, err
			}
			i, out = len(out), append(out, p)
		}
		if reach := reach(k, s); reach != "" {
			out[i].Reach = append(out[i].Reach, reach)
		}
	}
	slices.SortFunc(out, func(a, b vpt.Peer) int {
		return cmp.Or(cmp.Compare(seal.SortKey(a.Name), seal.SortKey(b.Name)), cmp.Compare(a.ID, b.ID))
	})
	return out, nil
}

func onePeer(tx *store.Tx, k *desk.Known, id vpt.PersonID, away []vpt.PeerAway) (vpt.Peer, error) {
	name, err := tx.PersonName(id)
	if err != nil {
		return vpt.Peer{}, err
	}
	unit, err := tx.UnitOf(id)
	p := vpt.Peer{PersonName: name, UnitName: k.UnitName(unit)}
	for _, one := range away {
		if one.Person == id {
			p.Away = append(p.Away, one)
		}
	}
	return p, err
}

// reach names how far an assignment reaches; empty is the whole organisation.
func reach(k *desk.Known, s vpt.Assignment) string {
	if site, ok := k.Site(s.Site); ok && s.Scope == vpt.ScopeSite {
		return site.Name
	}
	if s.Scope == vpt.ScopeUnit {
		return k.UnitName(s.Unit)
	}
	return ""
}

// AddAway notes when a peer supporter holds no talks. Talks that are planned
// stay planned: she sees them and says so.
func (a Room) AddAway(ctx context.Context, who vpt.Actor, in vpt.AddAway) error {
	return a.desk.Write(ctx, who, policy.PeerAway, desk.About(desk.AccountSubject(who.Person)), func(tx *store.Tx, w *desk.Work) error {
		_, err := a.desk.Once(tx, who, w, in.Once, func() (string, error) {
			k, err := a.desk.Knowledge(tx)
			if err != nil {
				return "", err
			}
			if err := in.Validate(k.Today(tx)); err != nil {
				return "", err
			}
			w.Changed("away")
			away := vpt.PeerAway{ID: vpt.AwayID(store.NewID()), Person: who.Person, From: in.From, Until: in.Until}
			return string(away.ID), tx.InsertAway(away)
		})
		return err
	})
}

// EndAway takes such a period away again.
func (a Room) EndAway(ctx context.Context, who vpt.Actor, id vpt.AwayID) error {
	return a.desk.Write(ctx, who, policy.PeerAway, desk.About(desk.AccountSubject(who.Person)), func(tx *store.Tx, w *desk.Work) error {
		w.Changed("away")
		return tx.EndAway(who.Person, id)
	})
}

// MustBeFree refuses a peer supporter who is away on the day of a talk.
func (d *Deed) MustBeFree(in vpt.PlanTalk) error {
	if in.With == "" {
		return nil
	}
	away, err := d.Tx.PeersAway(in.On)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(away, func(a vpt.PeerAway) bool { return a.Person == in.With && a.Holds(in.On) }) {
		return Invalid("with", "opvanger-afwezig")
	}
	return nil
}

// careChoices adds to a view who could hold a talk, and where. Who is a party to
// the case holds none.
func (d *Deed) careChoices(out *vpt.CaseView) error {
	all, err := peers(d.Tx, d.Known)
	if err != nil {
		return err
	}
	excluded, err := d.Parties()
	if err != nil {
		return err
	}
	out.Peers = slices.DeleteFunc(all, func(p vpt.Peer) bool { return slices.Contains(excluded, p.ID) })
	for _, s := range d.Known.Sites {
		if !s.Retired {
			out.Sites = append(out.Sites, s)
		}
	}
	return nil
}
