package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// ofOrganisation is the object of acts on the organisation itself.
func ofOrganisation(who vpt.Actor) locate {
	return about(policy.Subject{Kind: "organisatie", ID: string(who.Organisation)})
}

// SaveUnit makes or changes a unit and gives its id. A unit cannot stand below
// itself, nor beside another of the same name: that also makes sending the form
// twice harmless.
func (a *App) SaveUnit(ctx context.Context, who vpt.Actor, in vpt.SaveUnit) (vpt.UnitID, error) {
	defer a.forgetKnown(who.Organisation)
	id := in.ID
	err := a.write(ctx, who, policy.UnitSave, nothing, func(tx *store.Tx, w *work) error {
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
		if err := a.moveCircle(tx, who, units, made, &p); err != nil {
			return err
		}
		if err := p.Err(); err != nil {
			return err
		}
		id = made.ID
		w.makes("onderdeel", string(id))
		w.changed("name", "parent", "retired", "circle")
		return tx.SaveUnit(made)
	})
	return id, err
}

// SaveSite makes or changes a site and gives its id.
func (a *App) SaveSite(ctx context.Context, who vpt.Actor, in vpt.SaveSite) (vpt.SiteID, error) {
	defer a.forgetKnown(who.Organisation)
	id := in.ID
	err := a.write(ctx, who, policy.SiteSave, nothing, func(tx *store.Tx, w *work) error {
		if err := in.Validate(); err != nil {
			return err
		}
		if err := siteProblems(tx, in); err != nil {
			return err
		}
		if id == "" {
			id = vpt.SiteID(store.NewID())
		}
		w.makes("locatie", string(id))
		w.changed("name", "address", "unit", "retired")
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
func (a *App) SaveSettings(ctx context.Context, who vpt.Actor, name string, in vpt.Settings) error {
	defer a.forgetKnown(who.Organisation)
	return a.write(ctx, who, policy.SettingsSave, ofOrganisation(who), func(tx *store.Tx, w *work) error {
		if err := in.Validate(); err != nil {
			return err
		}
		w.changed("name", "settings")
		return tx.SaveSettings(name, in)
	})
}
