package setup

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// ofTeam finds the unit that a norm is of. Who works in it, or in a unit below
// it, reads it as her own.
func (a Room) ofTeam(who vpt.Actor, id vpt.UnitID, into *vpt.Unit) desk.Locate {
	return func(tx *store.Tx) (policy.Subject, error) {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return policy.Subject{}, err
		}
		unit, ok := k.Tree.Unit(id)
		if !ok || unit.Retired {
			return policy.Subject{}, vpt.ErrNotFound
		}
		*into = unit
		own, err := ownUnits(tx, k, who)
		return teamSubject(who, own, id), err
	}
}

// ownUnits gives the unit in which the actor works and those above it.
func ownUnits(tx *store.Tx, k *desk.Known, who vpt.Actor) ([]vpt.UnitID, error) {
	if who.Person == "" {
		return nil, nil
	}
	own, err := tx.UnitOf(who.Person)
	if err != nil || own == "" {
		return nil, err
	}
	return k.Tree.Up(own), nil
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
func (a Room) TeamNorms(ctx context.Context, who vpt.Actor) (vpt.TeamNorms, error) {
	var out vpt.TeamNorms
	err := a.desk.Read(ctx, who, policy.TeamNormList, desk.OfOrganisation(who), func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		own, err := ownUnits(tx, k, who)
		if err != nil {
			return err
		}
		out = vpt.TeamNorms{Units: k.Units}
		for _, unit := range k.Units {
			on := teamSubject(who, own, unit.ID)
			if unit.Retired || !a.desk.Policy.Decide(who, policy.TeamNormRead, on) {
				continue
			}
			line := vpt.TeamNormLine{Unit: unit, MayEdit: a.desk.Policy.Decide(who, policy.TeamNormSave, on)}
			line.Norm, _ = NewestNorm(k.Norms, unit.ID)
			line.Late = line.Norm.Late(k.Today(tx))
			out.Teams = append(out.Teams, line)
		}
		return nil
	})
	return out, err
}

// NewestNorm finds the newest version of a unit's norm; versions stand newest
// first.
func NewestNorm(norms []vpt.TeamNorm, unit vpt.UnitID) (vpt.TeamNorm, bool) {
	for _, n := range norms {
		if n.Unit == unit {
			return n, true
		}
	}
	return vpt.TeamNorm{}, false
}

// TeamNorm gives the norm of one team.
func (a Room) TeamNorm(ctx context.Context, who vpt.Actor, unit vpt.UnitID) (vpt.TeamNormView, error) {
	var out vpt.TeamNormView
	var found vpt.Unit
	err := a.desk.Read(ctx, who, policy.TeamNormRead, a.ofTeam(who, unit, &found), func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		out = vpt.TeamNormView{Unit: found, Today: k.Today(tx), MayEdit: a.desk.Policy.Decide(who, policy.TeamNormSave, policy.Subject{Unit: unit})}
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
func (a Room) SaveTeamNorm(ctx context.Context, who vpt.Actor, in vpt.SaveTeamNorm) (int, error) {
	defer a.desk.ForgetKnown(who.Organisation)
	version := 0
	var found vpt.Unit
	err := a.desk.Write(ctx, who, policy.TeamNormSave, a.ofTeam(who, in.Unit, &found), func(tx *store.Tx, w *desk.Work) error {
		_, err := a.desk.Once(tx, who, w, in.Once, func() (string, error) {
			k, err := a.desk.Knowledge(tx)
			if err != nil {
				return "", err
			}
			versions, err := tx.TeamNormsOf(in.Unit)
			if err != nil {
				return "", err
			}
			newest, _ := NewestNorm(versions, in.Unit)
			if newest.Version != in.Base {
				return "", vpt.Fail(vpt.KindConflict, "teamnorm-gewijzigd")
			}
			if err := in.Validate(k.Today(tx)); err != nil {
				return "", err
			}
			version = newest.Version + 1
			w.Changed("lines", "adoptedOn", "reviewBy")
			n := vpt.TeamNorm{Unit: in.Unit, Version: version, Lines: in.Lines, AdoptedOn: in.AdoptedOn, ReviewBy: in.ReviewBy}
			return string(in.Unit), tx.InsertTeamNorm(n, who.ID())
		})
		return err
	})
	return version, err
}

// OwnNorm gives the norm that holds where the actor works: of her own unit,
// else of the nearest above it; Version 0 when there is none.
func OwnNorm(tx *store.Tx, k *desk.Known, who vpt.Actor) (vpt.TeamNorm, error) {
	if len(k.Norms) == 0 {
		return vpt.TeamNorm{}, nil
	}
	own, err := ownUnits(tx, k, who)
	for _, unit := range own { // from her own unit upward
		if norm, ok := NewestNorm(k.Norms, unit); ok {
			return norm, err
		}
	}
	return vpt.TeamNorm{}, err
}
