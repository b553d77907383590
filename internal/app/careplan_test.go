package app_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// steps describes the plan of one person, in order.
func steps(v vpt.CaseView, name string) string {
	var out []string
	for _, t := range v.Talks {
		if t.ForName.Reveal() == name {
			out = append(out, string(t.Kind)+" "+string(t.State))
		}
	}
	return strings.Join(out, ", ")
}

func TestCarePlan_OfTheOrganisation(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		own := []vpt.CareStep{
			{Name: "Belrondje", Kind: vpt.StepTalk, After: vpt.AfterReport, Until: 24, Unit: vpt.InHours, For: []vpt.InvolvedRole{vpt.RoleAffected}},
			{Name: "Koffie", Kind: vpt.StepTalk, After: vpt.AfterReport, From: 5, Until: 10, Unit: vpt.InDays, For: vpt.CaredFor()},
			{Name: "Nog een keer", Kind: vpt.StepTalk, After: vpt.AfterFirstTalk, Until: 7, Unit: vpt.InDays, For: []vpt.InvolvedRole{vpt.RoleAffected}},
		}
		w.Must(w.App.SaveCare(ctx, w.Actor("bea"), vpt.SaveCare{Steps: own}))
		h := handle(w, "rosa", "mila")
		v := h.view()
		if got := steps(v, "Rosa de Wit"); got != "gesprek te-plannen, gesprek te-plannen" || v.Talks[0].Step != "Belrondje" || v.Talks[1].NotBefore != "2026-11-22" {
			t.Fatalf("plan %q %+v", got, v.Talks)
		}
		if due := v.Case.Clock(vpt.ClockCare).Due; !due.Equal(apptest.Start.Add(24 * time.Hour)) {
			t.Errorf("the clock of care ends at %s, want a day on", due)
		}
		h.Must(h.App.FinishTalk(h.ctx, h.who, vpt.FinishTalk{Case: h.Case, Talk: v.Talks[0].ID, State: vpt.TalkHeld, On: today}))
		if v = h.view(); len(v.Talks) != 3 || v.Talks[2].Step != "Nog een keer" || v.Talks[2].Sequence != 3 {
			t.Errorf("what follows: %+v", v.Talks)
		}
		h.Must(h.App.AddInvolved(h.ctx, h.who, vpt.AddInvolved{Case: h.Case, Role: vpt.RoleRelative, Name: p("moeder van Rosa")}))
		if got := steps(h.view(), "moeder van Rosa"); got != "gesprek te-plannen" {
			t.Errorf("plan of a relative: %q", got)
		}
		w.Must(w.App.SaveCare(ctx, w.Actor("bea"), vpt.SaveCare{}))
		if v := handle(w, "rosa", "mila").view(); len(v.Talks) != 1 || v.Talks[0].Step != "" {
			t.Errorf("after going back to the default: %+v", v.Talks)
		}
	})
}

func TestCarePlan_ForWhom(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		for name, in := range map[string]vpt.AddInvolved{
			"een getuige": {Role: vpt.RoleWitness}, "een naaste": {Role: vpt.RoleRelative}, "een helper": {Role: vpt.RoleHelper},
			"Wout El Amrani": {Role: vpt.RoleSuperior, Person: w.People["wout"]},
		} {
			in.Case = h.Case
			if in.Person == "" {
				in.Name = p(name)
			}
			h.Must(h.App.AddInvolved(h.ctx, h.who, in))
		}
		for name, want := range map[string]string{"een getuige": "gesprek te-plannen", "een naaste": "gesprek te-plannen", "Wout El Amrani": "gesprek te-plannen", "een helper": ""} {
			if got := steps(h.view(), name); got != want {
				t.Errorf("%s has %q, want %q", name, got, want)
			}
		}
		for _, talk := range h.view().Talks {
			h.Must(h.App.FinishTalk(h.ctx, h.who, vpt.FinishTalk{Case: h.Case, Talk: talk.ID, State: vpt.TalkHeld, On: today}))
		}
		for name, want := range map[string]int{"een getuige": 4, "een naaste": 1, "Wout El Amrani": 1, "Rosa de Wit": 4} {
			if got := strings.Count(steps(h.view(), name), ",") + 1; got != want {
				t.Errorf("%s has %d steps after the first talk, want %d", name, got, want)
			}
		}
		// A manager who gets care is no party: he may still handle cases.
		if h.view().Case.Owner != w.People["mila"] || !slices.ContainsFunc(h.view().Handlers, func(n vpt.PersonName) bool { return n.ID == w.People["wout"] }) {
			t.Error("who gets care as a manager may not own the case any more")
		}
	})
}

func TestCarePlan_NotApplicableEndsWhatIsToBePlanned(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.Must(h.App.AddInvolved(h.ctx, h.who, vpt.AddInvolved{Case: h.Case, Role: vpt.RoleWitness, Name: p("een getuige")}))
		first := h.view().Talks[0]
		h.Must(h.App.FinishTalk(h.ctx, h.who, vpt.FinishTalk{Case: h.Case, Talk: first.ID, State: vpt.TalkHeld, On: today}))
		second := h.view().Talks[1]
		h.Must(h.App.PlanTalk(h.ctx, h.who, vpt.PlanTalk{Case: h.Case, Talk: second.ID, On: "2026-11-20", With: h.who.Person}))
		h.Must(h.App.SetTrack(h.ctx, h.who, vpt.SetTrack{Case: h.Case, Track: vpt.TrackCare, State: vpt.TrackNotApplicable, Why: p("zij is al in goede handen")}))
		v := h.view()
		if got := steps(v, first.ForName.Reveal()); got != "gesprek gehouden, gesprek gepland, gesprek vervallen, verwijscheck vervallen" {
			t.Errorf("plan of %s: %s", first.ForName.Reveal(), got)
		}
		if v.Case.Track(vpt.TrackCare).State != vpt.TrackNotApplicable || v.Case.Clock(vpt.ClockCare).Running() || len(v.Duties) != 0 {
			t.Errorf("care %s, clock %+v, duties %v", v.Case.Track(vpt.TrackCare).State, v.Case.Clock(vpt.ClockCare), v.Duties)
		}
		// Somebody who is added later is cared for again.
		h.Must(h.App.AddInvolved(h.ctx, h.who, vpt.AddInvolved{Case: h.Case, Role: vpt.RoleAffected, Name: p("nog iemand")}))
		if v = h.view(); v.Case.Track(vpt.TrackCare).State == vpt.TrackNotApplicable || steps(v, "nog iemand") != "gesprek te-plannen" {
			t.Errorf("care %s, plan %s", v.Case.Track(vpt.TrackCare).State, steps(v, "nog iemand"))
		}
	})
}

func TestCheckReferral_OnlyYesOrNo(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.Must(h.App.FinishTalk(h.ctx, h.who, vpt.FinishTalk{Case: h.Case, Talk: h.view().Talks[0].ID, State: vpt.TalkHeld, On: today}))
		v := h.view()
		check := v.Talks[3]
		if !check.IsCheck() || len(v.Duties) != 1 || v.Duties[0].Kind != vpt.DutyReferral || !v.Duties[0].DueAt.Equal(check.DueAt) {
			t.Fatalf("check %+v, duties %+v", check, v.Duties)
		}
		in := vpt.CheckReferral{Case: h.Case, Talk: check.ID, Referred: vpt.AnswerYes, On: today}
		wantCode(t, "a talk is no check", h.App.CheckReferral(h.ctx, h.who, vpt.CheckReferral{Case: h.Case, Talk: v.Talks[1].ID, Referred: vpt.AnswerYes, On: today}), "niet-gevonden")
		wantCode(t, "a check is not planned", h.App.PlanTalk(h.ctx, h.who, vpt.PlanTalk{Case: h.Case, Talk: check.ID, On: "2027-01-04", With: h.who.Person}), "geen-gesprek")
		wantCode(t, "nor held", h.App.FinishTalk(h.ctx, h.who, vpt.FinishTalk{Case: h.Case, Talk: check.ID, State: vpt.TalkHeld, On: today}), "geen-gesprek")
		h.Must(h.App.CheckReferral(h.ctx, h.who, in))
		wantCode(t, "twice", h.App.CheckReferral(h.ctx, h.who, in), "gesprek-al-geweest")
		if v = h.view(); v.Talks[3].Referred != vpt.AnswerYes || v.Talks[3].HeldOn != today || len(v.Duties) != 0 {
			t.Errorf("%+v, duties %v", v.Talks[3], v.Duties)
		}
		// What her report shows of it: that it was asked, not what came of it.
		r, err := w.App.ReportByNumber(ctx, w.Actor("rosa"), h.report)
		w.Must(err)
		seen := false
		for _, e := range r.Timeline {
			if e.Kind == vpt.EventReferral {
				seen = true
				if e.Detail != "" {
					t.Errorf("the timeline of the reporter says %q", e.Detail)
				}
			}
		}
		if !seen || slices.ContainsFunc(r.Talks, vpt.CareTalk.IsCheck) {
			t.Errorf("asked is told: %v; talks %+v", seen, r.Talks)
		}
	})
}

// A check that stays behind with a merged case reminds nobody, and does again
// when the cases are taken apart.
// On the list of tasks a check names whom to ask: two of them look alike.
func TestMyTasks_AReferralCheckNamesWhomToAsk(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.assess()
		h.Must(h.App.AddInvolved(h.ctx, h.who, vpt.AddInvolved{Case: h.Case, Role: vpt.RoleAffected, Name: p("Noor uit de rij")}))
		for _, talk := range h.view().Talks {
			h.Must(h.App.FinishTalk(h.ctx, h.who, vpt.FinishTalk{Case: h.Case, Talk: talk.ID, State: vpt.TalkHeld, On: today}))
		}
		mine, _ := tasksOf(w, "mila")
		var asked []string
		for _, task := range mine.Tasks {
			if task.Duty == vpt.DutyReferral {
				asked = append(asked, task.Name.Reveal())
			} else if task.Kind == vpt.TaskDuty && !task.Name.IsZero() {
				t.Errorf("the duty %s has a name", task.Duty)
			}
		}
		if slices.Sort(asked); !slices.Equal(asked, []string{"Noor uit de rij", "Rosa de Wit"}) {
			t.Errorf("asked are %q", asked)
		}
	})
}

func TestMergeCases_OneReferralCheckForEachPerson(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		a, b := sameTwice(w)
		a.hold(a.view().Talks[0])
		b.hold(b.view().Talks[0])
		a.merge(b)
		if v := a.view(); len(v.Duties) != 1 {
			t.Errorf("%d referral checks are due after merging, want 1", len(v.Duties))
		}
		a.split()
		if len(a.view().Duties) != 1 || len(b.view().Duties) != 1 {
			t.Errorf("after splitting %d and %d are due, want 1 each", len(a.view().Duties), len(b.view().Duties))
		}
	})
}

// The database has no column for what was said either.
func TestCare_NoColumnForContent(t *testing.T) {
	w := apptest.SQLite(t)
	known := strings.Fields(`organisation_id id casefile_id origin_id involved_id sequence not_before due_at planned_at with_id with_name_sealed state held_on
		kind step site_id referred person_id from_on until_on created_at ended_at`)
	for _, table := range []string{"care_talk", "peer_away"} {
		columns := strings.Fields(w.Value(`SELECT group_concat(name, ' ') FROM pragma_table_info($1)`, table))
		if len(columns) < 7 {
			t.Fatalf("%s has columns %v", table, columns)
		}
		for _, column := range columns {
			if !slices.Contains(known, column) {
				t.Errorf("%s.%s: may it hold what was said?", table, column)
			}
		}
	}
}
