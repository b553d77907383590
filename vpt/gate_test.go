package vpt

import (
	"slices"
	"testing"
	"time"
)

// aWeighing is a ban of three months that owes nothing.
func aWeighing() Weighing {
	return Weighing{
		Measure: Measure{
			Kind: CodeRef{Code: PremisesBan}, State: MeasureDraft, Instigator: "i", PreparedBy: "mila",
			Facts:  []MeasureFact{{On: "2026-11-03", Text: NewPrivate("Hij riep: 'ik weet je te vinden' en sloeg op de balie.")}},
			Reason: NewPrivate("de collega durft niet meer alleen"), DurationWhy: NewPrivate("dit was de tweede keer"), Lighter: NewPrivate("een gesprek hielp niet"),
			StartsOn: "2026-12-01", EndsOn: "2027-02-28", ReviewOn: "2027-01-10", HouseRules: "h", Everywhere: true, HowToAct: NewPrivate("vraag hem te gaan"),
			Reachable: NewPrivate("bellen kan, een paspoort op afspraak"), Contact: "cora", Remedy: RemedyComplaint, Sensitive: SensitiveNo, Separate: true,
		},
		Code: Code{Code: PremisesBan}, Affected: []PersonID{"anna"}, Zone: time.UTC,
		Hearing:  Hearing{ID: "g", State: HearingHeld, Account: NewPrivate("ik was boos om de brief")},
		Proposed: true, Kinds: []string{"M6", PremisesBan}, MinDays: 30, MaxDays: 90, Mandate: MandateManager, Decides: MandateManager,
	}
}

func TestGates_NothingIsOwedWhenAllIsThere(t *testing.T) {
	if owed := aWeighing().Owed(); len(owed) != 0 {
		t.Errorf("owed: %v", owed)
	}
}

// Each gate refuses alone: one thing is taken away, and only its gate is owed.
func TestGates_EachRefusesAlone(t *testing.T) {
	tested := map[Gate]bool{}
	for _, row := range []struct {
		name string
		gate Gate
		take func(*Weighing)
	}{
		{"no instigator", GateInstigator, func(w *Weighing) { w.Measure.Instigator = "" }},
		{"no facts", GateFacts, func(w *Weighing) { w.Measure.Facts = nil }},
		{"labels instead of facts", GateLabels, func(w *Weighing) {
			w.Measure.Facts = []MeasureFact{{On: "2026-11-03", Text: NewPrivate("Vertoonde agressief en intimiderend gedrag.")}}
		}},
		{"no house rules in force", GateNorm, func(w *Weighing) { w.Measure.HouseRules = "" }},
		{"a step skipped without reason", GateSteps, func(w *Weighing) { w.Skipped = []string{"M2"} }},
		{"not heard", GateHearing, func(w *Weighing) { w.Hearing = Hearing{} }},
		{"heard, but not what was said", GateHearing, func(w *Weighing) { w.Hearing.Account = Private{} }},
		{"stayed away, but never invited", GateHearing, func(w *Weighing) { w.Hearing = Hearing{ID: "g", State: HearingAbsent} }},
		{"only invited", GateHearing, func(w *Weighing) {
			w.Hearing = Hearing{ID: "g", State: HearingInvited, InvitedOn: "2026-11-20", PlannedAt: at("2026-11-30")}
		}},
		{"urgent, but no talk planned", GateHearing, func(w *Weighing) { w.Hearing = Hearing{}; w.Measure.UrgentWhy = NewPrivate("nu gevaar") }},
		{"urgent, the talk too late", GateHearing, func(w *Weighing) {
			w.Measure.UrgentWhy = NewPrivate("nu gevaar")
			w.Hearing = Hearing{ID: "g", State: HearingInvited, PlannedAt: at("2026-12-16")}
		}},
		{"no reason", GateReason, func(w *Weighing) { w.Measure.Reason = Private{} }},
		{"nothing lighter considered", GateLighter, func(w *Weighing) { w.Measure.Lighter = Private{} }},
		{"no reason for the duration", GateDuration, func(w *Weighing) { w.Measure.DurationWhy = Private{} }},
		{"longer than the protocol says", GateRange, func(w *Weighing) { w.MaxDays = 60 }},
		{"shorter than the protocol says", GateRange, func(w *Weighing) { w.MinDays, w.MaxDays = 120, 200 }},
		{"another kind than the protocol says", GateRange, func(w *Weighing) { w.Kinds = []string{"M1"} }},
		{"no review", GateReview, func(w *Weighing) { w.Measure.ReviewOn = "" }},
		{"review after half-time", GateReview, func(w *Weighing) { w.Measure.ReviewOn = "2027-01-20" }},
		{"review before it begins", GateReview, func(w *Weighing) { w.Measure.ReviewOn = "2026-12-01" }},
		{"no building", GateScope, func(w *Weighing) { w.Measure.Everywhere = false }},
		{"nothing for who stands at the door", GateScope, func(w *Weighing) { w.Measure.HowToAct = Private{} }},
		{"a limit to no channel", GateScope, func(w *Weighing) { w.Code, w.Measure.Kind = Code{Code: ContactLimit}, CodeRef{Code: ContactLimit} }},
		{"services out of reach", GateReachable, func(w *Weighing) { w.Measure.Reachable = Private{} }},
		{"no contact person", GateContact, func(w *Weighing) { w.Measure.Contact = "" }},
		{"the contact person is who was affected", GateContact, func(w *Weighing) { w.Measure.Contact = "anna" }},
		{"no remedy", GateRemedy, func(w *Weighing) { w.Measure.Remedy = "" }},
		{"not asked whether it is criticism", GateSensitive, func(w *Weighing) { w.Measure.Sensitive = "" }},
		{"who decides on the service too", GateSeparate, func(w *Weighing) { w.Measure.Separate = false }},
		{"criticism", GateSecond, func(w *Weighing) { w.Measure.Sensitive = SensitiveCriticism }},
		{"a representative", GateSecond, func(w *Weighing) { w.Representative = true }},
		{"a council member", GateSecond, func(w *Weighing) { w.Measure.Sensitive = SensitiveCouncil }},
		{"above the mandate", GateSecond, func(w *Weighing) { w.Mandate = MandateCoordinator }},
		{"the author as second pair of eyes", GateSecond, func(w *Weighing) {
			w.Mandate, w.Decides, w.Measure.SecondBy = MandateDirector, MandateCoordinator, "mila"
		}},
	} {
		w := aWeighing()
		row.take(&w)
		if owed := w.Owed(); !slices.Equal(owed, []Gate{row.gate}) {
			t.Errorf("%s: owed %v, want only %s", row.name, owed, row.gate)
		}
		tested[row.gate] = true
	}
	// Without a day it cannot be told whether it is within the range, or when to look again.
	for _, row := range []struct {
		gate Gate
		take func(*Weighing)
	}{
		{GateStart, func(w *Weighing) { w.Measure.StartsOn = "" }},
		{GateEnd, func(w *Weighing) { w.Measure.EndsOn = "" }},
	} {
		w := aWeighing()
		row.take(&w)
		if owed := w.Owed(); !slices.Equal(owed, []Gate{row.gate}) {
			t.Errorf("without %s: owed %v", row.gate, owed)
		}
		tested[row.gate] = true
	}
	for _, rule := range Gates() {
		if !tested[rule.Gate] {
			t.Errorf("no row takes away what %s asks", rule.Gate)
		}
		if len(rule.Source) < 10 {
			t.Errorf("%s rests on nothing", rule.Gate)
		}
	}
}

func at(day Date) time.Time { return day.At(10, 0, time.UTC) }

func TestGates_WhatPassesThem(t *testing.T) {
	for _, row := range []struct {
		name string
		make func(*Weighing)
	}{
		{"a skipped step with a reason", func(w *Weighing) { w.Skipped = []string{"M2"}; w.Measure.SkippedWhy = NewPrivate("wapen") }},
		{"outside the protocol with a reason", func(w *Weighing) { w.MaxDays = 10; w.Measure.DeviationWhy = NewPrivate("wapen") }},
		{"invited, stayed away", func(w *Weighing) { w.Hearing = Hearing{ID: "g", State: HearingAbsent, InvitedOn: "2026-11-10"} }},
		{"urgent, talk within two weeks", func(w *Weighing) {
			w.Measure.UrgentWhy = NewPrivate("nu gevaar")
			w.Hearing = Hearing{ID: "g", State: HearingInvited, PlannedAt: at("2026-12-15")}
		}},
		{"a week needs no review", func(w *Weighing) {
			w.Measure.EndsOn, w.Measure.ReviewOn, w.MinDays = "2026-12-07", "", 1
		}},
		{"no protocol at all", func(w *Weighing) { w.Proposed = false; w.Measure.EndsOn = "2027-06-01" }},
		{"a contact person without an account", func(w *Weighing) { w.Measure.Contact, w.Measure.ContactName = "", NewPrivate("mevrouw Bos") }},
		{"criticism, and somebody else agreed", func(w *Weighing) {
			w.Measure.Sensitive, w.Measure.SecondBy, w.Decides = SensitiveCriticism, "cora", MandateCoordinator
		}},
		{"a warning goes through no gate", func(w *Weighing) { *w = Weighing{Code: Code{Code: "M2"}} }},
		{"nor does a light kind of one's own", func(w *Weighing) { *w = Weighing{Code: Code{Code: "X9", Class: int(StepWarn)}} }},
	} {
		w := aWeighing()
		row.make(&w)
		if owed := w.Owed(); len(owed) != 0 {
			t.Errorf("%s: owed %v", row.name, owed)
		}
	}
}

func TestGates_AKindOfOnesOwnIsARestrictionUnlessSaidOtherwise(t *testing.T) {
	if w := (Weighing{Code: Code{Code: "X9"}}); len(w.Owed()) < 10 {
		t.Errorf("owed %v", w.Owed())
	}
	if w := (Weighing{Code: Code{Code: CourtBan}}); slices.Contains(w.Owed(), GateHearing) || !slices.Contains(w.Owed(), GateEnd) {
		t.Errorf("a judge heard both sides; the end stays: %v", w.Owed())
	}
}

func TestNeedsSecond(t *testing.T) {
	for _, row := range []struct {
		name    string
		change  func(*Weighing)
		mandate Mandate
		second  bool
	}{
		{"a manager within her mandate", func(*Weighing) {}, MandateManager, false},
		{"more than a year", func(w *Weighing) { w.Measure.EndsOn = "2028-01-01" }, MandateDirector, true},
		{"more than a year, by the director", func(w *Weighing) { w.Measure.EndsOn, w.Decides = "2028-01-01", MandateDirector }, MandateDirector, false},
		{"suspending the service", func(w *Weighing) { w.Code = Code{Code: "M9"} }, MandateDirector, true},
		{"criticism, by a director", func(w *Weighing) { w.Measure.Sensitive, w.Decides = SensitiveComplaint, MandateDirector }, MandateCoordinator, true},
		{"what a judge decides is recorded by a coordinator", func(w *Weighing) { w.Mandate, w.Decides = MandateCourt, MandateCoordinator }, MandateCourt, false},
	} {
		w := aWeighing()
		row.change(&w)
		if mandate, second := w.NeedsSecond(); mandate != row.mandate || second != row.second {
			t.Errorf("%s: %s %v, want %s %v", row.name, mandate, second, row.mandate, row.second)
		}
	}
}

func TestLatestReview(t *testing.T) {
	for _, row := range []struct{ starts, ends, want Date }{
		{"2026-12-01", "2027-02-28", "2027-01-15"}, // 90 days: half
		{"2026-01-01", "2027-12-31", "2026-07-01"}, // two years: six months
		{"2026-08-31", "2027-12-31", "2027-02-28"}, // six months on, February has no 31st
	} {
		if got := LatestReview(row.starts, row.ends); got != row.want {
			t.Errorf("%s – %s: %s, want %s", row.starts, row.ends, got, row.want)
		}
	}
}

func TestMeasure_InForce(t *testing.T) {
	m := Measure{State: MeasureDecided, StartsOn: "2026-12-01", EndsOn: "2027-02-28"}
	for day, want := range map[Date]bool{"2026-11-30": false, "2026-12-01": true, "2027-02-28": true, "2027-03-01": false} {
		if m.InForce(day) != want {
			t.Errorf("%s: %v", day, !want)
		}
	}
	for _, state := range []MeasureState{MeasureDraft, MeasureWaiting, MeasureLifted, MeasureDropped} {
		if m.State = state; m.InForce("2026-12-15") {
			t.Errorf("%s holds", state)
		}
	}
}

func TestMeasure_ShownAt(t *testing.T) {
	decided := func(kind string, change func(*Measure)) Measure {
		m := Measure{State: MeasureDecided, StartsOn: "2026-12-01", EndsOn: "2027-02-28", Kind: CodeRef{Code: kind}}
		change(&m)
		return m
	}
	hall, yard := SiteID("stadhuis"), SiteID("werf")
	for _, row := range []struct {
		name    string
		m       Measure
		site    SiteID
		channel DoorChannel
		want    bool
	}{
		{"a ban from this building", decided(PremisesBan, func(m *Measure) { m.Sites = []SiteID{hall} }), hall, AtDoor, true},
		{"from another", decided(PremisesBan, func(m *Measure) { m.Sites = []SiteID{hall} }), yard, AtDoor, false},
		{"from all", decided(PremisesBan, func(m *Measure) { m.Everywhere = true }), yard, AtDoor, true},
		{"a ban is not for the phone", decided(PremisesBan, func(m *Measure) { m.Everywhere = true }), yard, AtPhone, false},
		{"a phone ban is for the phone", decided("M7", func(*Measure) {}), hall, AtPhone, true},
		{"and not for the door", decided("M7", func(*Measure) {}), hall, AtDoor, false},
		{"a limit of mail only", decided(ContactLimit, func(m *Measure) { m.Channels = []string{"e-mail"} }), hall, AtDoor, false},
		{"a limit of the desk", decided(ContactLimit, func(m *Measure) { m.Channels = []string{"balie"} }), hall, AtDoor, true},
		{"a limit of the phone", decided(ContactLimit, func(m *Measure) { m.Channels = []string{"telefoon"} }), hall, AtPhone, true},
		{"a ban of which nobody recorded where", decided(PremisesBan, func(*Measure) {}), yard, AtDoor, true},
		{"nor is that for the phone", decided(PremisesBan, func(*Measure) {}), yard, AtPhone, false},
		{"a limit of which nobody recorded for what", decided(ContactLimit, func(*Measure) {}), hall, AtPhone, true},
		{"one contact person, everywhere", decided("M5", func(*Measure) {}), hall, AtDoor, true},
	} {
		if got := row.m.ShownAt(row.site, row.channel, "2026-12-15"); got != row.want {
			t.Errorf("%s: %v", row.name, got)
		}
		if row.m.ShownAt(row.site, row.channel, "2027-03-01") {
			t.Errorf("%s: shown the day after it ended", row.name)
		}
	}
}
