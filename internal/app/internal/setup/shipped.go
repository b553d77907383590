package setup

import (
	"rugdekking/content"
	"rugdekking/vpt"
)

// ShippedCodes gives the shipped code lists that an organisation adapts, as
// AddOrganisation takes them.
func ShippedCodes() ([]vpt.CodeSet, error) {
	lists, err := content.CodeLists()
	if err != nil {
		return nil, err
	}
	adaptable := map[string]bool{}
	for _, name := range vpt.CodeLists() {
		adaptable[string(name)] = true
	}
	var sets []vpt.CodeSet
	for _, l := range lists {
		if !adaptable[l.Name] {
			continue
		}
		set := vpt.CodeSet{List: vpt.CodeList(l.Name), Version: l.Version}
		for _, e := range l.Entries {
			set.Codes = append(set.Codes, vpt.Code{
				List: set.List, Version: l.Version, Code: e.Code, Group: e.Group, LabelNL: e.LabelNL, LabelEN: e.LabelEN,
				TileNL: e.TileNL, TileEN: e.TileEN, Definition: e.DefinitionNL, Example: e.ExampleNL, ExampleEN: e.ExampleEN,
				RollUp: vpt.RollUp(e.RollUp), Class: e.Class, Sort: e.Order, Retired: e.Retired,
				Choosable: l.Name != content.Measures || e.Use == content.UseMeasure,
			})
		}
		sets = append(sets, set)
	}
	return sets, nil
}
