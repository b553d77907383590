package vpt_test

import (
	"slices"
	"strings"
	"testing"

	"rugdekking/content"
	"rugdekking/vpt"
)

// shippedSet gives a shipped code list.
func shippedSet(t *testing.T, name string) vpt.CodeSet {
	t.Helper()
	list, err := content.CodeListByName(name)
	if err != nil {
		t.Fatal(err)
	}
	set := vpt.CodeSet{List: vpt.CodeList(name), Version: 1}
	for _, c := range list.Entries {
		set.Codes = append(set.Codes, vpt.Code{Code: c.Code, Group: c.Group, Class: c.Class, Choosable: name != content.Measures || c.Choosable()})
	}
	return set
}

func shippedProtocol(t *testing.T, code string) vpt.Protocol {
	t.Helper()
	found, err := content.Protocols()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f.Code == code {
			p, err := vpt.ParseProtocol(f.Data)
			if err != nil {
				t.Fatal(err)
			}
			return p
		}
	}
	t.Fatalf("no protocol %s", code)
	return vpt.Protocol{}
}

func TestProtocol_StandardGrowsHeavierNeverLighter(t *testing.T) {
	t.Parallel()
	p := shippedProtocol(t, content.StandardProtocol)
	weight := func(c vpt.ProtocolCell) []int {
		far := 0
		for _, s := range c.Steps {
			far = max(far, int(vpt.StepOf(vpt.Code{Code: s})))
		}
		days, mandate := c.MaxDays, c.Mandate.Rank()
		if slices.Contains(c.Steps, vpt.CourtBan) {
			days, far = vpt.MaxProtocolDays, far+1 // a judge sets the time
		}
		return []int{far, days, mandate}
	}
	for class := 1; class <= 4; class++ {
		for times := 1; times <= 6; times++ {
			now, ok := p.Propose(class, []string{"N9", "N"}, times)
			if !ok {
				t.Fatalf("nothing for class %d, time %d", class, times)
			}
			if times > 1 {
				before, _ := p.Propose(class, nil, times-1)
				if slices.Compare(weight(now.Cell), weight(before.Cell)) < 0 {
					t.Errorf("class %d: time %d %v is lighter than the time before %v", class, times, now.Cell, before.Cell)
				}
			}
			if class > 1 {
				lighter, _ := p.Propose(class-1, nil, times)
				if slices.Compare(weight(now.Cell), weight(lighter.Cell)) < 0 {
					t.Errorf("time %d: class %d %v is lighter than the class below %v", times, class, now.Cell, lighter.Cell)
				}
			}
		}
	}
	if _, ok := p.Propose(0, []string{"N"}, 1); ok {
		t.Error("something is proposed before the severity is known")
	}
}

// As printed by the swimming pool (Terneuzen, "Maatregelen").
func TestProtocol_TerneuzenAsPrinted(t *testing.T) {
	t.Parallel()
	p := shippedProtocol(t, "voorbeeld-zwembad-terneuzen")
	for _, c := range []struct {
		kind   string
		days   int
		police vpt.PoliceAdvice
	}{
		{"H1", 90, vpt.PoliceJudge}, {"V", 90, vpt.PoliceJudge}, {"H3", 90, vpt.PoliceJudge}, {"O4", 90, vpt.PoliceJudge},
		{"B", 366, vpt.PoliceFile}, {"D", 366, vpt.PoliceFile}, {"F", 731, vpt.PoliceFile}, {"X", 1827, vpt.PoliceFile},
	} {
		got, ok := p.Propose(2, []string{c.kind}, 1)
		if !ok || got.Cell.MinDays != 1 || got.Cell.MaxDays != c.days || got.Cell.Police != c.police || !slices.Equal(got.Cell.Steps, []string{vpt.PremisesBan}) {
			t.Errorf("%s: %+v, %v", c.kind, got.Cell, ok)
		}
	}
	if got, _ := p.Propose(2, []string{"V2", "V", "B1", "B"}, 1); !strings.HasPrefix(got.Row.Label, "Bedreiging") {
		t.Errorf("abuse and a threat: %q; the heaviest counts", got.Row.Label)
	}
	if got, ok := p.Propose(4, []string{"S2", "S"}, 1); ok {
		t.Errorf("what the source does not name gives %q", got.Row.Label)
	}
	if !slices.ContainsFunc(p.Rows, func(r vpt.ProtocolRow) bool { return r.Label == "Diefstal" && r.Cells[0].MaxDays == 366 }) {
		t.Error("theft is missing: it is looked up by hand")
	}
}

func TestProtocol_ExamplesAreValid(t *testing.T) {
	t.Parallel()
	found, err := content.Protocols()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		p := shippedProtocol(t, f.Code)
		if err := p.Validate(shippedSet(t, "soorten"), shippedSet(t, "maatregelen")); err != nil {
			t.Errorf("%s: %v", f.Code, err)
		}
		if !p.Example || !strings.HasPrefix(p.Name, "Voorbeeld:") || p.Source == "" {
			t.Errorf("%s is not marked as example with its source", f.Code)
		}
	}
}

func TestProtocol_Validate(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, path, code string
		change           func(*vpt.Protocol)
	}{
		{"no name", "name", "verplicht", func(p *vpt.Protocol) { p.Name = "" }},
		{"no source", "source", "verplicht", func(p *vpt.Protocol) { p.Source = "" }},
		{"no window", "windowMonths", "buiten-bereik", func(p *vpt.Protocol) { p.WindowMonths = 0 }},
		{"no label", "rows[1].label", "verplicht", func(p *vpt.Protocol) { p.Rows[1].Label = "" }},
		{"a class that is none", "rows[0].classes", "onbekende-keuze", func(p *vpt.Protocol) { p.Rows[0].Classes = []int{1, 5} }},
		{"a kind that is none", "rows[0].kinds", "onbekende-keuze", func(p *vpt.Protocol) {
			p.Rows = append([]vpt.ProtocolRow{{Label: "x", Kinds: []string{"Q1"}, Cells: p.Rows[0].Cells}}, p.Rows...)
		}},
		{"no times", "rows[0].cells", "aantal-keren", func(p *vpt.Protocol) { p.Rows[0].Cells = nil }},
		{"no measure", "rows[0].cells[0].steps", "verplicht", func(p *vpt.Protocol) { p.Rows[0].Cells[0].Steps = nil }},
		{"a measure that is no choice", "rows[0].cells[0].steps", "onbekende-keuze", func(p *vpt.Protocol) { p.Rows[0].Cells[0].Steps = []string{"M12"} }},
		{"a ban without end", "rows[2].cells[1].maxDays", "zonder-einde", func(p *vpt.Protocol) { p.Rows[2].Cells[1].MinDays, p.Rows[2].Cells[1].MaxDays = 0, 0 }},
		{"a least time without a most", "rows[0].cells[0].maxDays", "zonder-einde", func(p *vpt.Protocol) { p.Rows[0].Cells[0].MinDays = 3 }},
		{"shortest over longest", "rows[2].cells[1].minDays", "kortste-boven-langste", func(p *vpt.Protocol) { p.Rows[2].Cells[1].MinDays = 367 }},
		{"longer than a year by a coordinator", "rows[3].cells[1].mandate", "langer-dan-jaar", func(p *vpt.Protocol) { p.Rows[3].Cells[1].Mandate = vpt.MandateCoordinator }},
		{"longer than anything", "rows[3].cells[1].maxDays", "buiten-bereik", func(p *vpt.Protocol) { p.Rows[3].Cells[1].MaxDays = vpt.MaxProtocolDays + 1 }},
		{"no mandate", "rows[0].cells[0].mandate", "onbekende-keuze", func(p *vpt.Protocol) { p.Rows[0].Cells[0].Mandate = "" }},
		{"no word on the police", "rows[0].cells[0].police", "onbekende-keuze", func(p *vpt.Protocol) { p.Rows[0].Cells[0].Police = "ja" }},
		{"a class that nothing is about", "rows", "klasse-3-ontbreekt", func(p *vpt.Protocol) { p.Rows = slices.Delete(p.Rows, 2, 3) }},
		{"a class only for some kinds", "rows", "klasse-3-ontbreekt", func(p *vpt.Protocol) { p.Rows[2].Kinds = []string{"B"} }},
		{"a BSN", "rows[0].cells[0].note", "bsn", func(p *vpt.Protocol) { p.Rows[0].Cells[0].Note = "klant 123456782" }},
	} {
		p := shippedProtocol(t, content.StandardProtocol)
		c.change(&p)
		f := vpt.FieldsOf(p.Validate(shippedSet(t, "soorten"), shippedSet(t, "maatregelen")))
		if len(f) != 1 || f[0] != (vpt.Field{Path: c.path, Code: c.code}) {
			t.Errorf("%s: %v", c.name, f)
		}
	}
}

// The own escalation model binds (ECLI:NL:RBOBR:2018:540, Boxmeer).
func TestProposal_Skipped(t *testing.T) {
	t.Parallel()
	p, measures := shippedProtocol(t, content.StandardProtocol), shippedSet(t, "maatregelen")
	measures.Codes = append(measures.Codes, vpt.Code{Code: "E1", Class: int(vpt.StepWarn), Choosable: true})
	for _, c := range []struct {
		name         string
		class, times int
		taken        string
		chosen       string
		want         string
	}{
		{"Boxmeer: a ban at once where the protocol talks and warns", 2, 1, "", "M8", "M2 M3"},
		{"what it proposes skips nothing", 2, 1, "", "M3", ""},
		{"the warning was given, not the talk: it is the heavier", 2, 2, "M2", "M8", ""},
		{"the talk was held, not the warning", 2, 2, "M3", "M8", "M2"},
		{"both were", 2, 2, "M2 M3", "M6", ""},
		{"a heavier step counts for a lighter one", 2, 3, "M8", "M8", ""},
		{"at class 3 the protocol itself begins with a ban", 3, 1, "", "M8", ""},
		{"stopping service where it bans", 3, 1, "", "M9", "M8"},
		{"the third time, and nothing was ever done", 1, 3, "", "M6", "M1 M2 M3"},
		{"that nothing was done is no step", 1, 2, "M16 geen-reactie", "M6", "M1 M2 M3"},
		{"addressing somebody leaves no record", 1, 1, "", "M1", ""},
		{"an own kind counts by the step of the list", 2, 2, "E1", "M8", ""},
	} {
		got, ok := p.Propose(c.class, nil, c.times)
		if !ok {
			t.Fatal(c.name)
		}
		if skipped := strings.Join(got.Skipped(measures, strings.Fields(c.taken), c.chosen), " "); skipped != c.want {
			t.Errorf("%s: skipped %q, want %q", c.name, skipped, c.want)
		}
	}
}

func TestCountTimes(t *testing.T) {
	t.Parallel()
	earlier := []vpt.EarlierCase{
		{OccurredOn: "2025-11-16", Verdict: vpt.VerdictAggression}, // a day too long ago
		{OccurredOn: "2025-11-17", Verdict: vpt.VerdictAggression},
		{OccurredOn: "2026-05-01", Verdict: vpt.VerdictNoAggression},
		{OccurredOn: "2026-06-01", Verdict: vpt.VerdictNone}, // nobody looked at it yet
		{OccurredOn: "2026-11-17", Verdict: vpt.VerdictAggression},
		{OccurredOn: "2026-11-18", Verdict: vpt.VerdictAggression}, // after it
	}
	for window, want := range map[int]int{12: 3, 13: 4, 1: 2} {
		if got := vpt.CountTimes(earlier, "2026-11-17", window); got != want {
			t.Errorf("in %d months: %d, want %d", window, got, want)
		}
	}
	if got := vpt.CountTimes(nil, "2026-11-17", 12); got != 1 {
		t.Errorf("the first time is %d", got)
	}
}

// The table of the program and the file that is shown say the same.
func TestLadder_FileSaysTheSame(t *testing.T) {
	t.Parallel()
	steps, err := content.Ladder()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, s := range steps {
		for _, m := range s.Measures {
			seen[m] = true
			if got := vpt.StepOf(vpt.Code{Code: m}); int(got) != s.Step {
				t.Errorf("%s stands on step %d in the file and on %d in the program", m, s.Step, got)
			}
		}
	}
	for _, c := range shippedSet(t, "maatregelen").Codes {
		if c.Choosable && c.Code != vpt.NoMeasure && !seen[c.Code] {
			t.Errorf("%s stands on no step of the file", c.Code)
		}
	}
}

func TestParseProtocol(t *testing.T) {
	t.Parallel()
	for name, data := range map[string]string{
		"no JSON": "naam;bron", "a field too many": `{"name":"x","naam":"y"}`, "two values": `{"name":"x"} {"name":"y"}`, "a list": `[]`, "nothing": "",
	} {
		if _, err := vpt.ParseProtocol([]byte(data)); len(vpt.FieldsOf(err)) != 1 || vpt.FieldsOf(err)[0].Code != "geen-protocol" {
			t.Errorf("%s: %v", name, err)
		}
	}
	p, err := vpt.ParseProtocol([]byte(`{"version":7,"name":"x","source":"y","window_months":12,"rows":[]}`))
	if err != nil || p.Version != 0 || p.Name != "x" {
		t.Errorf("%+v, %v: a file does not choose its number", p, err)
	}
}

// FuzzParseProtocol: whatever is uploaded, reading and checking it ends with an
// answer, and what is accepted is accepted again as it was written.
func FuzzParseProtocol(f *testing.F) {
	found, err := content.Protocols()
	if err != nil {
		f.Fatal(err)
	}
	for _, one := range found {
		f.Add(one.Data)
	}
	f.Add([]byte(`{"rows":[{"cells":[{"steps":[""],"max_days":-1}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := vpt.ParseProtocol(data)
		if err != nil {
			return
		}
		_ = p.Validate(vpt.CodeSet{}, vpt.CodeSet{})
		if !p.Same(p) {
			t.Error("it is not the same as itself")
		}
		for times := -1; times < 5; times++ {
			if got, ok := p.Propose(1, []string{"V"}, times); ok {
				got.Skipped(vpt.CodeSet{}, nil, "M8")
			}
		}
	})
}

func TestProtocol_Changes(t *testing.T) {
	t.Parallel()
	before, after := shippedProtocol(t, content.StandardProtocol), shippedProtocol(t, content.StandardProtocol)
	after.Rows[1].Cells = after.Rows[1].Cells[:2]
	after.Rows = append(after.Rows[:3], vpt.ProtocolRow{Label: "Stalken"}, vpt.ProtocolRow{})
	var got []string
	for _, c := range after.Changes(before) {
		got = append(got, c.Label+"|"+c.Before.Label+"|"+c.After.Label)
	}
	want := []string{"Klasse 2: ernstig|Klasse 2: ernstig|Klasse 2: ernstig", "Stalken||Stalken", "||", "Klasse 4: levensgevaar|Klasse 4: levensgevaar|"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if after.Same(before) || !before.Same(shippedProtocol(t, content.StandardProtocol)) {
		t.Error("what is the same is not seen as such")
	}
}

func TestSaveTeamNorm_Validate(t *testing.T) {
	t.Parallel()
	good := vpt.SaveTeamNorm{Unit: "u", AdoptedOn: "2026-02-01", ReviewBy: "2027-02-01", Lines: []vpt.NormLine{{Behaviour: "schelden", Colour: vpt.NormOrange, Reaction: "benoemen"}}}
	if err := good.Validate("2026-02-01"); err != nil {
		t.Errorf("good: %v", err)
	}
	for _, c := range []struct {
		path, code string
		change     func(*vpt.SaveTeamNorm)
	}{
		{"lines", "aantal-regels", func(in *vpt.SaveTeamNorm) { in.Lines = nil }},
		{"lines", "aantal-regels", func(in *vpt.SaveTeamNorm) { in.Lines = slices.Repeat(in.Lines, vpt.MaxNormLines+1) }},
		{"lines.0.behaviour", "verplicht", func(in *vpt.SaveTeamNorm) { in.Lines = []vpt.NormLine{{Colour: vpt.NormRed, Reaction: "x"}} }},
		{"lines.0.reaction", "verplicht", func(in *vpt.SaveTeamNorm) { in.Lines = []vpt.NormLine{{Colour: vpt.NormRed, Behaviour: "x"}} }},
		{"lines.0.colour", "onbekende-keuze", func(in *vpt.SaveTeamNorm) {
			in.Lines = []vpt.NormLine{{Behaviour: "x", Reaction: "x", Colour: "paars"}}
		}},
		{"lines.0.helps", "bsn", func(in *vpt.SaveTeamNorm) {
			in.Lines = []vpt.NormLine{{Behaviour: "x", Reaction: "x", Colour: vpt.NormRed, Helps: "123456782"}}
		}},
		{"adoptedOn", "in-de-toekomst", func(in *vpt.SaveTeamNorm) { in.AdoptedOn = "2026-02-02" }},
		{"reviewBy", "verplicht", func(in *vpt.SaveTeamNorm) { in.ReviewBy = "" }},
		{"reviewBy", "einde-voor-begin", func(in *vpt.SaveTeamNorm) { in.ReviewBy = "2026-02-01" }},
		{"reviewBy", "te-ver-weg", func(in *vpt.SaveTeamNorm) { in.ReviewBy = "2028-02-02" }},
	} {
		in := good
		c.change(&in)
		if f := vpt.FieldsOf(in.Validate("2026-02-01")); len(f) != 1 || f[0] != (vpt.Field{Path: c.path, Code: c.code}) {
			t.Errorf("%s: %v", c.path, f)
		}
	}
}

func TestProtocol_KindGoesBeforeSeverity(t *testing.T) {
	t.Parallel()
	p := shippedProtocol(t, content.StandardProtocol)
	own := vpt.ProtocolRow{Label: "Filmen", Kinds: []string{"O4"}, Cells: p.Rows[0].Cells[:1]}
	strict := vpt.ProtocolRow{Label: "Filmen, ernstig", Kinds: []string{"O4"}, Classes: []int{4}, Cells: p.Rows[2].Cells}
	for _, rows := range [][]vpt.ProtocolRow{append([]vpt.ProtocolRow{own, strict}, p.Rows...), append(slices.Clone(p.Rows), strict, own)} {
		p.Rows = rows
		for class, want := range map[int]string{3: "Filmen", 4: "Filmen, ernstig"} {
			if got, ok := p.Propose(class, []string{"O4", "O"}, 1); !ok || got.Row.Label != want {
				t.Errorf("filming at class %d: %q, want %q, however heavy the row of the class is", class, got.Row.Label, want)
			}
		}
		if got, _ := p.Propose(3, []string{"O1", "O"}, 1); got.Row.Label != "Klasse 3: zeer ernstig" {
			t.Errorf("another kind: %q", got.Row.Label)
		}
	}
}
