package vpt_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"rugdekking/vpt"
)

func TestFollow_TheDefaultPlan(t *testing.T) {
	s := vpt.DefaultSettings()
	received, held := at(t, "2026-11-17 10:00"), at(t, "2026-11-18 17:00")
	first := vpt.Follow(s.CareSteps(), vpt.AfterReport, vpt.RoleAffected, dutch(t), true, received, 0)
	if len(first) != 1 || first[0].Sequence != 1 || first[0].Kind != vpt.StepTalk || !first[0].DueAt.Equal(at(t, "2026-11-20 10:00")) {
		t.Fatalf("at once: %+v", first)
	}
	later := vpt.Follow(s.CareSteps(), vpt.AfterFirstTalk, vpt.RoleWitness, dutch(t), true, held, 1)
	for i, want := range []struct {
		kind      vpt.StepKind
		notBefore vpt.Date
		due       string
	}{
		{vpt.StepTalk, "", "2026-12-02 17:00"}, {vpt.StepTalk, "2026-12-30", "2027-01-13 17:00"}, {vpt.StepReferral, "2026-12-30", "2027-01-06 17:00"},
	} {
		got := later[i]
		if got.Kind != want.kind || got.NotBefore != want.notBefore || !got.DueAt.Equal(at(t, want.due)) || got.Sequence != i+2 || got.State != vpt.TalkOpen {
			t.Errorf("step %d: %+v, want %+v", i+2, got, want)
		}
	}
	if len(later) != 3 {
		t.Errorf("%d steps follow, want 3", len(later))
	}
	for _, role := range []vpt.InvolvedRole{vpt.RoleRelative, vpt.RoleSuperior} {
		if got := vpt.Follow(s.CareSteps(), vpt.AfterReport, role, dutch(t), true, received, 0); len(got) != 1 {
			t.Errorf("%s gets %d talks at once, want 1", role, len(got))
		}
		if got := vpt.Follow(s.CareSteps(), vpt.AfterFirstTalk, role, dutch(t), true, held, 1); len(got) != 0 {
			t.Errorf("%s gets %d steps later, want none", role, len(got))
		}
	}
	if got := vpt.Follow(s.CareSteps(), vpt.AfterReport, vpt.RoleHelper, dutch(t), true, received, 0); len(got) != 0 {
		t.Error("a helper has a plan")
	}
}

// A term without a beginning moves from a day off, a window stays where it is.
func TestCareStep_TermOnADayOff(t *testing.T) {
	friday := at(t, "2026-12-11 17:00")
	for _, row := range []struct {
		name  string
		step  vpt.CareStep
		shift bool
		from  vpt.Date
		due   string
	}{
		{"two weeks: Christmas moves", vpt.CareStep{Until: 14, Unit: vpt.InDays}, true, "", "2026-12-28 17:00"},
		{"an organisation that does not move", vpt.CareStep{Until: 14, Unit: vpt.InDays}, false, "", "2026-12-25 17:00"},
		{"a window ends where it ends", vpt.CareStep{From: 10, Until: 14, Unit: vpt.InDays}, true, "2026-12-21", "2026-12-25 17:00"},
		{"hours", vpt.CareStep{Until: 24, Unit: vpt.InHours}, true, "", "2026-12-14 12:00"},
	} {
		from, due := row.step.Term(dutch(t), friday, row.shift)
		if from != row.from || !due.Equal(at(t, row.due)) {
			t.Errorf("%s: from %q, due %s, want %q and %s", row.name, from, due.In(amsterdam(t)), row.from, row.due)
		}
	}
}

func TestSettings_WithoutStepsMeanTheDefault(t *testing.T) {
	var s vpt.Settings
	s.Clocks = vpt.DefaultClocks()
	s.Clocks.CareHours, s.Clocks.SecondTalkDays = 48, 10
	if steps := s.CareSteps(); len(steps) != 4 || steps[0].Until != 48 || steps[1].Until != 10 || s.Terms().CareHours != 48 {
		t.Errorf("%+v, clock %d", steps, s.Terms().CareHours)
	}
	s.Care = []vpt.CareStep{{Name: "Belrondje", Kind: vpt.StepTalk, After: vpt.AfterReport, Until: 2, Unit: vpt.InDays, For: vpt.CaredFor()}}
	if got := s.CareSteps(); len(got) != 1 || got[0].Name != "Belrondje" || s.Terms().CareHours != 48 {
		t.Errorf("own plan %+v, clock %d", got, s.Terms().CareHours)
	}
	s.Care[0].Unit, s.Care[0].Until = vpt.InHours, 24
	if s.Terms().CareHours != 24 || s.Clocks.CareHours != 48 {
		t.Errorf("the clock of care is %d hours, want 24", s.Terms().CareHours)
	}
}

func TestValidateCare(t *testing.T) {
	good := func() []vpt.CareStep { return vpt.DefaultCare(vpt.DefaultClocks()) }
	if err := vpt.ValidateCare(good()); err != nil {
		t.Errorf("the default: %v", err)
	}
	if err := vpt.ValidateCare(nil); err != nil {
		t.Errorf("none: %v", err)
	}
	for _, row := range []struct {
		want   string
		change func(s []vpt.CareStep)
	}{
		{"care.0.kind begint-met-gesprek", func(s []vpt.CareStep) { s[0].Kind = vpt.StepReferral }},
		{"care.0.kind begint-met-gesprek", func(s []vpt.CareStep) { s[0].After = vpt.AfterFirstTalk }},
		{"care.0.for begint-met-getroffene", func(s []vpt.CareStep) { s[0].For = []vpt.InvolvedRole{vpt.RoleWitness} }},
		{"care.1.for verplicht", func(s []vpt.CareStep) { s[1].For = nil }},
		{"care.1.for onbekende-keuze", func(s []vpt.CareStep) { s[1].For = []vpt.InvolvedRole{vpt.RoleHelper} }},
		{"care.1.until buiten-bereik", func(s []vpt.CareStep) { s[1].Until = 0 }},
		{"care.1.until buiten-bereik", func(s []vpt.CareStep) { s[1].Until = 366 }},
		{"care.2.from einde-voor-begin", func(s []vpt.CareStep) { s[2].From = 57 }},
		{"care.2.from alleen-dagen", func(s []vpt.CareStep) { s[2].Unit, s[2].Until = vpt.InHours, 1400 }},
		{"care.3.unit onbekende-keuze", func(s []vpt.CareStep) { s[3].Unit = "weken" }},
		{"care.3.name te-lang", func(s []vpt.CareStep) { s[3].Name = strings.Repeat("x", 61) }},
		{"care.3.name vreemde-tekens", func(s []vpt.CareStep) { s[3].Name = "a\nb" }},
	} {
		s := good()
		row.change(s)
		var got []string
		for _, f := range vpt.FieldsOf(vpt.ValidateCare(s)) {
			got = append(got, f.Path+" "+f.Code)
		}
		if !slices.Contains(got, row.want) {
			t.Errorf("%v, want %s", got, row.want)
		}
	}
	if got := vpt.FieldsOf(vpt.ValidateCare(append(good(), append(good(), good()...)...))); len(got) == 0 || got[0].Code != "te-veel" {
		t.Errorf("too many steps: %v", got)
	}
}

// What is said in a talk is nowhere recorded: no type about care has a field in
// which it could be typed, but the name of the other person.
func TestCare_HasNoFieldForContent(t *testing.T) {
	private := reflect.TypeFor[vpt.Private]()
	names := []string{"ForName", "WithName", "Name", "Function", "ByName"}
	chosen := []string{"Time", "Case", "Step", "SiteName", "UnitName", "Report", "Reach", "Key"} // read by the machine, or of the settings
	fields := 0
	var look func(of reflect.Type, path string)
	look = func(of reflect.Type, path string) {
		for of.Kind() == reflect.Slice || of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		if of == private || of.Kind() != reflect.Struct || of.PkgPath() == "time" {
			return
		}
		for i := range of.NumField() {
			f := of.Field(i)
			fields++
			at := path + "." + f.Name
			kind := f.Type
			if kind.Kind() == reflect.Slice {
				kind = kind.Elem()
			}
			switch {
			case kind == private && !slices.Contains(names, f.Name):
				t.Errorf("%s can hold what was said", at)
			case kind == reflect.TypeFor[string]() && !slices.Contains(chosen, f.Name):
				t.Errorf("%s can hold what was said", at)
			}
			look(f.Type, at)
		}
	}
	for _, of := range []reflect.Type{
		reflect.TypeFor[vpt.CareTalk](), reflect.TypeFor[vpt.PlanTalk](), reflect.TypeFor[vpt.FinishTalk](), reflect.TypeFor[vpt.CloseTalk](),
		reflect.TypeFor[vpt.DeclineTalk](), reflect.TypeFor[vpt.CheckReferral](), reflect.TypeFor[vpt.MyTalk](), reflect.TypeFor[vpt.Peer](),
		reflect.TypeFor[vpt.PeerAway](), reflect.TypeFor[vpt.AddAway](),
	} {
		look(of, of.Name())
	}
	if fields < 60 {
		t.Errorf("only %d fields were looked at", fields)
	}
}

func TestCheckReferral_Validate(t *testing.T) {
	for _, row := range []struct {
		in   vpt.CheckReferral
		want string
	}{
		{vpt.CheckReferral{Referred: vpt.AnswerYes, On: "2026-11-17"}, ""},
		{vpt.CheckReferral{Referred: vpt.AnswerNo, On: "2026-11-16"}, ""},
		{vpt.CheckReferral{Referred: vpt.AnswerUnknown, On: "2026-11-16"}, "referred"},
		{vpt.CheckReferral{Referred: vpt.AnswerNo, On: "2026-11-18"}, "on"},
		{vpt.CheckReferral{}, "referred on"},
	} {
		if got := strings.Join(paths(row.in.Validate("2026-11-17")), " "); got != row.want {
			t.Errorf("%+v: %q, want %q", row.in, got, row.want)
		}
	}
}

func TestCareState_ACheckKeepsNoCaseOpen(t *testing.T) {
	held, check := vpt.CareTalk{State: vpt.TalkHeld}, vpt.CareTalk{Kind: vpt.StepReferral, State: vpt.TalkOpen, DueAt: hours(9)}
	if got := vpt.CareState([]vpt.CareTalk{held, check}); got != vpt.TrackDone {
		t.Errorf("with a check to come care is %s", got)
	}
	if due, _ := vpt.NextTalkDue([]vpt.CareTalk{held, check}); !due.IsZero() {
		t.Errorf("a check is due as a talk at %s", due)
	}
	if got := vpt.CareState([]vpt.CareTalk{{State: vpt.TalkDropped}}); got != vpt.TrackDone {
		t.Errorf("with what was dropped care is %s", got)
	}
}
