package vpt_test

import (
	"strings"
	"testing"

	"rugdekking/vpt"
)

// TestProblems_StandInTheOrderOfTheForm tries often, because the order of a
// map only shows by chance.
func TestProblems_StandInTheOrderOfTheForm(t *testing.T) {
	settings := vpt.DefaultSettings()
	settings.Instigator = vpt.InstigatorGates{Assessed: "x", Consented: "x", Protocol: "x"}
	long := strings.Repeat("x", 121)
	codes := vpt.CodeSet{List: vpt.ChannelList, Version: 1, Codes: []vpt.Code{{Code: "A", LabelNL: "a", LabelEN: "a", TileNL: "a", TileEN: "a"}}}
	for _, row := range []struct {
		name, want string
		validate   func() error
	}{
		{"settings", "instigator.assessed instigator.consented instigator.protocol", settings.Validate},
		{"role", "from until", vpt.AssignRole{Person: "p", Role: vpt.RoleCoordinator, Scope: vpt.ScopeOrganisation, From: "x", Until: "y"}.Validate},
		{"deputy", "deputyFrom deputyUntil", vpt.NameDeputy{Deputy: "p", From: "x", Until: "y"}.Validate},
		{"measure", "startsOn endsOn", func() error {
			return vpt.DecideMeasure{Kind: "M1", Reason: vpt.NewPrivate("x"), DecideOn: "2026-11-17", StartsOn: "x", EndsOn: "y"}.Validate("2026-11-17")
		}},
		{"codes", "codes.A.labelNL codes.A.labelEN codes.A.tileNL codes.A.tileEN", func() error {
			changed := []vpt.Code{{Code: "A", LabelNL: long, LabelEN: long, TileNL: long, TileEN: long}}
			_, _, err := codes.Next(changed)
			return err
		}},
		{"details", "aanleiding einde letsel impact bedacht", vpt.AddDetails{Values: map[vpt.DetailField]vpt.Private{
			"letsel": tooLong(), "bedacht": tooLong(), "impact": tooLong(), "einde": tooLong(), "aanleiding": tooLong(),
		}}.Validate},
	} {
		for range 40 {
			var paths []string
			for _, f := range vpt.FieldsOf(row.validate()) {
				if len(paths) == 0 || paths[len(paths)-1] != f.Path {
					paths = append(paths, f.Path)
				}
			}
			if got := strings.Join(paths, " "); got != row.want {
				t.Errorf("%s: %s, want %s", row.name, got, row.want)
				break
			}
		}
	}
}

func tooLong() vpt.Private { return vpt.NewPrivate(strings.Repeat("x", vpt.MaxText+1)) }
