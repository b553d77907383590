package app

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// ofTeam finds the unit that a norm is of. Who works in it, or in a unit below
// it, reads it as her own.
func (a *App) ofTeam(who vpt.Actor, id vpt.UnitID, into *vpt.Unit) locate {
	return func(tx *store.Tx) (policy.Subject, error) {
		k, err := a.knowledge(tx)
		if err != nil {
			return policy.Subject{}, err
		}
		unit, ok := k.tree.Unit(id)
		if !ok || unit.Retired {
			return policy.Subject{}, vpt.ErrNotFound
		}
		*into = unit
		own, err := ownUnits(tx, k, who)
		return teamSubject(who, own, id), err
	}
}

// ownUnits gives the unit in which the actor works and those above it.
func ownUnits(tx *store.Tx, k *known, who vpt.Actor) ([]vpt.UnitID, error) {
	if who.Person == "" {
		return nil, nil
	}
	own, err := tx.UnitOf(who.Person)
	if err != nil || own == "" {
		return nil, err
	}
	return k.tree.Up(own), nil
}

func teamSubject(who vpt.Actor, own []vpt.UnitID, id vpt.UnitID) policy.Subject {
	on := policy.Subject{Kind: "teamnorm", ID: string(id), Unit: id}
	if slices.Contains(own, id) {
		on.Person = who.Person
	}
	return on
}

// TeamNorms gives the teams whose norm the actor may read, with the newest
// version of each.
func (a *App) TeamNorms(ctx context.Context, who vpt.Actor) (vpt.TeamNorms, error) {
	var out vpt.TeamNorms
	err := a.read(ctx, who, policy.TeamNormList, ofOrganisation(who), func(tx *store.Tx) error {
		k, err := a.knowledge(tx)
		if err != nil {
			return err
		}
		own, err := ownUnits(tx, k, who)
		if err != nil {
			return err
		}
		out = vpt.TeamNorms{Units: k.units}
		for _, unit := range k.units {
			on := teamSubject(who, own, unit.ID)
			if unit.Retired || !a.policy.Decide(who, policy.TeamNormRead, on) {
				continue
			}
			line := vpt.TeamNormLine{Unit: unit, MayEdit: a.policy.Decide(who, policy.TeamNormSave, on)}
			line.Norm, _ = newestNorm(k.norms, unit.ID)
			line.Late = line.Norm.Late(k.today(tx))
			out.Teams = append(out.Teams, line)
		}
		return nil
	})
	return out, err
}

// newestNorm finds the newest version of a unit's norm; versions stand newest
// first.
func newestNorm(norms []vpt.TeamNorm, unit vpt.UnitID) (vpt.TeamNorm, bool) {
	for _, n := range norms {
		if n.Unit == unit {
			return n, true
		}
	}
	return vpt.TeamNorm{}, false
}

// TeamNorm gives the norm of one team.
func (a *App) TeamNorm(ctx context.Context, who vpt.Actor, unit vpt.UnitID) (vpt.TeamNormView, error) {
	var out vpt.TeamNormView
	var found vpt.Unit
	err := a.read(ctx, who, policy.TeamNormRead, a.ofTeam(who, unit, &found), func(tx *store.Tx) error {
		k, err := a.knowledge(tx)
		if err != nil {
			return err
		}
		out = vpt.TeamNormView{Unit: found, Today: k.today(tx), MayEdit: a.policy.Decide(who, policy.TeamNormSave, policy.Subject{Unit: unit})}
		versions, err := tx.TeamNormsOf(unit)
		if err != nil || len(versions) == 0 {
			return err
		}
		for i := range versions {
			name, err := tx.PersonName(versions[i].By)
			if err != nil {
				return err
			}
			versions[i].ByName = name.Name
		}
		out.Norm, out.Earlier = versions[0], versions[1:]
		return nil
	})
	return out, err
}

// SaveTeamNorm makes a new version of the norm of a team and gives its number.
func (a *App) SaveTeamNorm(ctx context.Context, who vpt.Actor, in vpt.SaveTeamNorm) (int, error) {
	defer a.forgetKnown(who.Organisation)
	version := 0
	var found vpt.Unit
	err := a.write(ctx, who, policy.TeamNormSave, a.ofTeam(who, in.Unit, &found), func(tx *store.Tx, w *work) error {
		_, err := a.once(tx, who, w, in.Once, func() (string, error) {
			k, err := a.knowledge(tx)
			if err != nil {
				return "", err
			}
			versions, err := tx.TeamNormsOf(in.Unit)
			if err != nil {
				return "", err
			}
			newest, _ := newestNorm(versions, in.Unit)
			if newest.Version != in.Base {
				return "", vpt.Fail(vpt.KindConflict, "teamnorm-gewijzigd")
			}
			if err := in.Validate(k.today(tx)); err != nil {
				return "", err
			}
			version = newest.Version + 1
			w.changed("lines", "adoptedOn", "reviewBy")
			n := vpt.TeamNorm{Unit: in.Unit, Version: version, Lines: in.Lines, AdoptedOn: in.AdoptedOn, ReviewBy: in.ReviewBy}
			return string(in.Unit), tx.InsertTeamNorm(n, who.ID())
		})
		return err
	})
	return version, err
}

// ownNorm gives the norm that holds where the actor works: of her own unit,
// else of the nearest above it; Version 0 when there is none.
func ownNorm(tx *store.Tx, k *known, who vpt.Actor) (vpt.TeamNorm, error) {
	if len(k.norms) == 0 {
		return vpt.TeamNorm{}, nil
	}
	own, err := ownUnits(tx, k, who)
	for _, unit := range own { // from her own unit upward
		if norm, ok := newestNorm(k.norms, unit); ok {
			return norm, err
		}
	}
	return vpt.TeamNorm{}, err
}
