package vpt

import (
	"slices"
	"strings"
	"testing"
)

func normForTest() SaveTeamNorm {
	return SaveTeamNorm{Unit: "u", AdoptedOn: "2026-11-10", ReviewBy: "2027-11-10", Lines: []NormLine{
		{Behaviour: "Iemand praat luid.", Colour: NormOrange, Reaction: "Wij zeggen dat het zachter mag.", Helps: "De gastvrouw", After: "Wij praten na."},
		{Behaviour: "Iemand gooit met spullen.", Colour: NormRed, Reaction: "Wij gaan weg en drukken op de knop."},
	}}
}

func TestSaveTeamNorm_Validate(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*SaveTeamNorm)
		field  string // of what is wrong; empty when it is right
		code   string
	}{
		{"as it is", func(*SaveTeamNorm) {}, "", ""},
		{"adopted today", func(in *SaveTeamNorm) { in.AdoptedOn = "2026-11-17" }, "", ""},
		{"looked at again after two years", func(in *SaveTeamNorm) { in.ReviewBy = "2028-11-10" }, "", ""},
		{"no lines", func(in *SaveTeamNorm) { in.Lines = nil }, "lines", "aantal-regels"},
		{"too many lines", func(in *SaveTeamNorm) { in.Lines = slices.Repeat(in.Lines[:1], MaxNormLines+1) }, "lines", "aantal-regels"},
		{"no behaviour", func(in *SaveTeamNorm) { in.Lines[1].Behaviour = "" }, "lines.1.behaviour", "verplicht"},
		{"no reaction", func(in *SaveTeamNorm) { in.Lines[0].Reaction = "" }, "lines.0.reaction", "verplicht"},
		{"another colour", func(in *SaveTeamNorm) { in.Lines[0].Colour = "paars" }, "lines.0.colour", "onbekende-keuze"},
		{"who helps in a whole page", func(in *SaveTeamNorm) { in.Lines[0].Helps = strings.Repeat("x", MaxLine+1) }, "lines.0.helps", "te-lang"},
		{"a citizen service number", func(in *SaveTeamNorm) { in.Lines[0].After = "Bel 111222333 terug." }, "lines.0.after", "bsn"},
		{"adopted tomorrow", func(in *SaveTeamNorm) { in.AdoptedOn = "2026-11-18" }, "adoptedOn", "in-de-toekomst"},
		{"no day to look at it again", func(in *SaveTeamNorm) { in.ReviewBy = "" }, "reviewBy", "verplicht"},
		{"no such day", func(in *SaveTeamNorm) { in.ReviewBy = "2027-02-30" }, "reviewBy", "geen-datum"},
		{"looked at again on the day itself", func(in *SaveTeamNorm) { in.ReviewBy = in.AdoptedOn }, "reviewBy", "einde-voor-begin"},
		{"looked at again after more than two years", func(in *SaveTeamNorm) { in.ReviewBy = "2028-11-11" }, "reviewBy", "te-ver-weg"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := normForTest()
			c.change(&in)
			fields := FieldsOf(in.Validate("2026-11-17"))
			if c.code == "" && len(fields) > 0 || c.code != "" && !slices.Contains(fields, Field{c.field, c.code}) {
				t.Errorf("%v, want %s at %q", fields, c.code, c.field)
			}
		})
	}
}

// A norm is late the day after it should have been looked at, and what is not
// there is never late.
func TestTeamNorm_Late(t *testing.T) {
	norm := TeamNorm{Version: 1, ReviewBy: "2026-11-17"}
	if norm.Late("2026-11-17") || !norm.Late("2026-11-18") || (TeamNorm{}).Late("2026-11-18") {
		t.Error("late on the wrong day")
	}
	teams := TeamNorms{Teams: []TeamNormLine{{Late: true, MayEdit: true}, {Late: true}, {MayEdit: true}}}
	if teams.Late() != 1 {
		t.Errorf("%d norms to look at again, want the one that the reader may change", teams.Late())
	}
}

func TestTeamNorm_LinesComeBackAsTheyWent(t *testing.T) {
	norm := TeamNorm{Lines: normForTest().Lines}
	text, err := norm.MarshalLines()
	var back TeamNorm
	if err != nil || back.UnmarshalLines(text) != nil || !slices.Equal(back.Lines, norm.Lines) {
		t.Errorf("%v: %+v", err, back.Lines)
	}
	if back.UnmarshalLines("{") == nil {
		t.Error("half a text is read")
	}
}
