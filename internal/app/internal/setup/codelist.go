package setup

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// shippedCodes gives the lists as this version of the program ships them.
func shippedCodes() (map[vpt.CodeList]vpt.CodeSet, error) {
	sets, err := ShippedCodes()
	if err != nil {
		return nil, err
	}
	out := map[vpt.CodeList]vpt.CodeSet{}
	for _, set := range sets {
		out[set.List] = set
	}
	return out, nil
}

// CodeSets gives an overview of the code lists in force.
func (a Room) CodeSets(ctx context.Context, who vpt.Actor) ([]vpt.CodeListLine, error) {
	shipped, err := shippedCodes()
	if err != nil {
		return nil, err
	}
	var out []vpt.CodeListLine
	err = a.desk.Read(ctx, who, policy.CodesRead, desk.OfOrganisation(who), func(tx *store.Tx) error {
		out = nil
		for _, list := range vpt.CodeLists() {
			set, err := tx.CodeSet(list, 0)
			if err != nil {
				return err
			}
			line := vpt.CodeListLine{List: list, Version: set.Version, Newer: len(set.Lacking(shipped[list]))}
			for _, c := range set.Codes {
				if c.Retired {
					line.Retired++
				} else {
					line.Count++
				}
			}
			out = append(out, line)
		}
		return nil
	})
	return out, err
}

// CodeSet gives one version of a list; version 0 is the newest.
func (a Room) CodeSet(ctx context.Context, who vpt.Actor, list vpt.CodeList, version int) (vpt.CodeSetView, error) {
	shipped, err := shippedCodes()
	if err != nil {
		return vpt.CodeSetView{}, err
	}
	var out vpt.CodeSetView
	err = a.desk.Read(ctx, who, policy.CodesRead, desk.OfOrganisation(who), func(tx *store.Tx) error {
		newest, err := newestCodes(tx, list)
		if err != nil {
			return err
		}
		out = vpt.CodeSetView{Set: newest, Newest: newest.Version, MayEdit: version == 0 || version == newest.Version}
		out.Newer = newest.Lacking(shipped[list])
		if out.MayEdit {
			out.MayEdit = a.desk.Policy.Decide(who, policy.CodesSave, policy.Subject{})
			return nil
		}
		out.Set, err = tx.CodeSet(list, version)
		if err == nil && len(out.Set.Codes) == 0 {
			return vpt.ErrNotFound
		}
		return err
	})
	return out, err
}

func newestCodes(tx *store.Tx, list vpt.CodeList) (vpt.CodeSet, error) {
	if !slices.Contains(vpt.CodeLists(), list) {
		return vpt.CodeSet{}, vpt.ErrNotFound
	}
	return tx.CodeSet(list, 0)
}

// errCodesChanged is returned when a newer version came in between.
var errCodesChanged = vpt.Fail(vpt.KindConflict, "lijst-gewijzigd")

// SaveCodes makes a new version of a list and gives its number. Without a
// change there is no new version. Records keep the version they were made with.
func (a Room) SaveCodes(ctx context.Context, who vpt.Actor, in vpt.SaveCodes) (int, error) {
	return a.nextCodes(ctx, who, in.List, func(set vpt.CodeSet) ([]vpt.Code, error) {
		if in.Base != set.Version {
			return nil, errCodesChanged
		}
		return in.Codes, nil
	})
}

// AdoptCodes adds to a list what the shipped one has and it has not, as a new
// version, and gives its number. What the organisation changed stays.
func (a Room) AdoptCodes(ctx context.Context, who vpt.Actor, list vpt.CodeList) (int, error) {
	shipped, err := shippedCodes()
	if err != nil {
		return 0, err
	}
	return a.nextCodes(ctx, who, list, func(set vpt.CodeSet) ([]vpt.Code, error) {
		return set.With(set.Lacking(shipped[list])), nil
	})
}

func (a Room) nextCodes(ctx context.Context, who vpt.Actor, list vpt.CodeList, change func(vpt.CodeSet) ([]vpt.Code, error)) (int, error) {
	defer a.desk.ForgetKnown(who.Organisation)
	version := 0
	on := desk.About(policy.Subject{Kind: "codelijst", ID: string(list)})
	err := a.desk.Write(ctx, who, policy.CodesSave, on, func(tx *store.Tx, w *desk.Work) error {
		set, err := newestCodes(tx, list)
		if err != nil {
			return err
		}
		codes, err := change(set)
		if err != nil {
			return err
		}
		next, changed, err := set.Next(codes)
		if err != nil {
			return err
		}
		if version = set.Version; !changed {
			w.Again = true
			return nil
		}
		version = next.Version
		w.Changed("codes")
		return tx.InsertCodes(next)
	})
	return version, err
}
