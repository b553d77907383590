package setup

import (
	"context"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// SaveUnit makes or changes a unit and gives its id. A unit cannot stand below
// itself, nor beside another of the same name: that also makes sending the form
// twice harmless.
func (a Room) SaveUnit(ctx context.Context, who vpt.Actor, in vpt.SaveUnit) (vpt.UnitID, error) {
	defer a.desk.ForgetKnown(who.Organisation)
	id := in.ID
	err := a.desk.Write(ctx, who, policy.UnitSave, desk.Nothing, func(tx *store.Tx, w *desk.Work) error {
		if err := in.Validate(); err != nil {
			return err
		}
		units, err := tx.Units()
		if err != nil {
			return err
		}
		tree := vpt.NewUnitTree(units)
		var p vpt.Problems
		if _, ok := tree.Unit(in.ID); in.ID != "" && !ok {
			return vpt.ErrNotFound
		}
		if _, ok := tree.Unit(in.Parent); in.Parent != "" && !ok {
			p.Add("parent", "onbekende-keuze")
		}
		for _, above := range tree.Up(in.Parent) {
			if above == in.ID {
				p.Add("parent", "kring")
			}
		}
		for _, u := range units {
			if u.ID != in.ID && u.Parent == in.Parent && u.Name == in.Name {
				p.Add("name", "bestaat-al")
			}
		}
		made := vpt.Unit(in)
		if made.ID == "" {
			made.ID = vpt.UnitID(store.NewID())
		}
		if err := a.desk.MoveCircle(tx, who, units, made, &p); err != nil {
			return err
		}
		if err := p.Err(); err != nil {
			return err
		}
		id = made.ID
		w.Makes("onderdeel", string(id))
		w.Changed("name", "parent", "retired", "circle")
		return tx.SaveUnit(made)
	})
	return id, err
}

// SaveSite makes or changes a site and gives its id.
func (a Room) SaveSite(ctx context.Context, who vpt.Actor, in vpt.SaveSite) (vpt.SiteID, error) {
	defer a.desk.ForgetKnown(who.Organisation)
	id := in.ID
	err := a.desk.Write(ctx, who, policy.SiteSave, desk.Nothing, func(tx *store.Tx, w *desk.Work) error {
		if err := in.Validate(); err != nil {
			return err
		}
		if err := siteProblems(tx, in); err != nil {
			return err
		}
		if id == "" {
			id = vpt.SiteID(store.NewID())
		}
		w.Makes("locatie", string(id))
		w.Changed("name", "address", "unit", "retired")
		return tx.SaveSite(vpt.Site{ID: id, Unit: in.Unit, Name: in.Name, Address: in.Address, Retired: in.Retired})
	})
	return id, err
}

// siteProblems checks a site against the others and the units.
func siteProblems(tx *store.Tx, in vpt.SaveSite) error {
	sites, err := tx.Sites()
	if err != nil {
		return err
	}
	units, err := tx.Units()
	if err != nil {
		return err
	}
	var p vpt.Problems
	found := in.ID == ""
	for _, s := range sites {
		found = found || s.ID == in.ID
		if s.ID != in.ID && s.Name == in.Name {
			p.Add("name", "bestaat-al")
		}
	}
	if !found {
		return vpt.ErrNotFound
	}
	if _, ok := vpt.NewUnitTree(units).Unit(in.Unit); in.Unit != "" && !ok {
		p.Add("unit", "onbekende-keuze")
	}
	return p.Err()
}

// SaveSettings replaces the organisation's name and settings.
func (a Room) SaveSettings(ctx context.Context, who vpt.Actor, name string, in vpt.Settings) error {
	defer a.desk.ForgetKnown(who.Organisation)
	return a.desk.Write(ctx, who, policy.SettingsSave, desk.OfOrganisation(who), func(tx *store.Tx, w *desk.Work) error {
		if err := in.Validate(); err != nil {
			return err
		}
		w.Changed("name", "settings")
		return tx.SaveSettings(name, in)
	})
}
