package content

import (
	"slices"
	"strings"
	"testing"
)

func kinds(t *testing.T) CodeList {
	t.Helper()
	l, err := CodeListByName(Kinds)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestShippedLists(t *testing.T) {
	lists, err := CodeLists()
	if err != nil {
		t.Fatal(err)
	}
	if len(lists) != ShippedLists {
		t.Errorf("%d lists, want %d", len(lists), ShippedLists)
	}
	want := map[string]int{Kinds: 46, Channels: 16, Triggers: 13, Natures: 3, Injuries: 8, Causes: 17, Measures: 17, Relations: 8, PersonRoles: 4}
	for _, l := range lists {
		if l.Version != 1 || len(l.Entries) != want[l.Name] {
			t.Errorf("%s: version %d with %d entries, want version 1 with %d", l.Name, l.Version, len(l.Entries), want[l.Name])
		}
		for _, c := range l.Entries {
			if c.Retired {
				t.Errorf("%s: %s is retired in version 1", l.Name, c.Code)
			}
		}
	}
	if _, err := CodeListByName("bestaat-niet"); err == nil {
		t.Error("a list that does not exist was found")
	}
}

func TestKindsHaveNineGroupsAbove37Codes(t *testing.T) {
	l := kinds(t)
	var groups []string
	codes := 0
	for _, g := range l.Groups() {
		groups = append(groups, g.Code)
		codes += len(l.InGroup(g.Code))
		if g.TileEN == "" {
			t.Errorf("group %s has no English words for the form", g.Code)
		}
	}
	if got := strings.Join(groups, ""); got != "VBFODXZSN" {
		t.Errorf("groups %s, want VBFODXZSN in the order of the form", got)
	}
	if codes != 37 {
		t.Errorf("%d codes in groups, want 37", codes)
	}
}

func TestCodesThatMoveToAnotherGroup(t *testing.T) {
	l := kinds(t)
	for code, group := range map[string]string{"I1": "B", "I2": "V", "I3": "B", "I4": "B", "I5": "B", "H1": "S", "H2": "S", "H3": "S"} {
		if c, ok := l.Code(code); !ok || c.Group != group {
			t.Errorf("%s stands in group %q, want %q", code, c.Group, group)
		}
	}
}

// The lines of the figures, per code, not per class or group.
func TestRollUp(t *testing.T) {
	want := map[string]string{
		RollUpVerbal:   "V O D X V1 V2 V3 V4 I2 O1 O4 O5 D1 X1",
		RollUpThreat:   "B S I1 I3 I4 I5 B1 B2 B3 B4 B5 S1 S2 O2 O3 Z2 H1",
		RollUpPhysical: "F Z F1 F2 F3 F4 F5 F6 F7 X2 Z1",
		RollUpOther:    "N H2 H3 N9",
	}
	l, seen := kinds(t), 0
	for line, codes := range want {
		for _, code := range strings.Fields(codes) {
			c, _ := l.Code(code)
			if c.RollUp != line {
				t.Errorf("%s counts as %q, want %q", code, c.RollUp, line)
			}
			seen++
		}
	}
	if seen != len(l.Entries) {
		t.Errorf("%d codes named, %d in the list", seen, len(l.Entries))
	}
}

func TestDefaultClass(t *testing.T) {
	want := []string{"N N9", "V O V1 V2 V3 I2 O1 O4 O5",
		"B S D X Z V4 I1 I3 I5 B1 S1 D1 X1 Z1 Z2 H1 H2 H3",
		"F I4 B2 B3 B4 B5 S2 O2 O3 X2 F1 F2 F3 F4", "F5 F6 F7"}
	l, seen := kinds(t), 0
	for class, codes := range want {
		for _, code := range strings.Fields(codes) {
			if c, _ := l.Code(code); c.Class != class {
				t.Errorf("%s has class %d, want %d", code, c.Class, class)
			}
			seen++
		}
	}
	if seen != len(l.Entries) {
		t.Errorf("%d codes named, %d in the list", seen, len(l.Entries))
	}
}

func TestMeasures(t *testing.T) {
	l, err := CodeListByName(Measures)
	if err != nil {
		t.Fatal(err)
	}
	var choosable, withInstigator []string
	for _, c := range l.Entries {
		if c.Choosable() {
			choosable = append(choosable, c.Code)
		}
		if c.NeedsInstigator {
			withInstigator = append(withInstigator, c.Code)
		}
	}
	if want := strings.Fields("M0 M1 M2 M3 M4 M5 M6 M7 M8 M9 M13 M14 M15 M16"); !slices.Equal(choosable, want) {
		t.Errorf("choosable %v, want %v", choosable, want)
	}
	if want := strings.Fields("M1 M2 M3 M4 M5 M6 M7 M8 M9 M13 M14 M15"); !slices.Equal(withInstigator, want) {
		t.Errorf("addressed to a known person %v, want %v", withInstigator, want)
	}
	if c, _ := l.Code("M10"); c.Use != UseLink {
		t.Errorf("M10 has use %q, want a link", c.Use)
	}
	if (Code{Use: UseMeasure, Retired: true}).Choosable() {
		t.Error("a retired measure can be chosen")
	}
}

func TestValidateFindsWhatIsWrong(t *testing.T) {
	cases := map[string]struct {
		list  string
		spoil func(*CodeList)
		says  string
	}{
		"code twice":           {Kinds, func(l *CodeList) { l.Entries[1].Code = l.Entries[0].Code }, "stands there twice"},
		"label twice":          {Kinds, func(l *CodeList) { l.Entries[1].LabelNL = l.Entries[0].LabelNL }, "label"},
		"no English":           {Channels, func(l *CodeList) { l.Entries[0].LabelEN = "" }, "label"},
		"order falls":          {Channels, func(l *CodeList) { l.Entries[2].Order = 1 }, "does not rise"},
		"no version":           {Channels, func(l *CodeList) { l.Version = 0 }, "version"},
		"no entries":           {Channels, func(l *CodeList) { l.Entries = nil }, "entries"},
		"unknown line":         {Kinds, func(l *CodeList) { l.Entries[20].RollUp = "mondeling" }, "no line"},
		"class five":           {Kinds, func(l *CodeList) { l.Entries[20].Class = 5 }, "class"},
		"in no group":          {Kinds, func(l *CodeList) { l.Entries[20].Group = "" }, "neither"},
		"group does not exist": {Kinds, func(l *CodeList) { l.Entries[20].Group = "Q" }, "not a group"},
		"group below a code":   {Kinds, func(l *CodeList) { l.Entries[20].Group = "V1" }, "not a group"},
		"group in a group":     {Kinds, func(l *CodeList) { l.Entries[1].Group = "V" }, "not a group"},
		"empty group":          {Kinds, func(l *CodeList) { l.Entries = l.Entries[:len(l.Entries)-1] }, "has no codes"},
		"unknown use":          {Measures, func(l *CodeList) { l.Entries[0].Use = "soms" }, "use"},
		"link with a person":   {Measures, func(l *CodeList) { l.Entries[10].NeedsInstigator = true }, "only a measure"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			l, err := CodeListByName(c.list)
			if err != nil {
				t.Fatal(err)
			}
			c.spoil(&l)
			if err := l.Validate(); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("Validate gives %v, want something with %q", err, c.says)
			}
		})
	}
}

func TestDecodeRefusesUnknownFieldsAndRubbish(t *testing.T) {
	for _, text := range []string{`{"list":"x","soort":1}`, `{"list":"x"} {"list":"y"}`, `{`, ``} {
		if decode([]byte(text), &CodeList{}) == nil {
			t.Errorf("%q was accepted", text)
		}
	}
}

func TestLabel(t *testing.T) {
	c := Code{LabelNL: "schelden", LabelEN: "swearing"}
	if c.Label("en") != "swearing" || c.Label("nl") != "schelden" || c.Label("fr") != "schelden" {
		t.Error("a label must be English for en and Dutch for everything else")
	}
}
