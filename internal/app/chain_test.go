package app_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// duties gives what is owed in the case, as kind and local due time.
func (h *handling) duties() string {
	h.T.Helper()
	n := h.Value(`SELECT COUNT(d.id) || '' FROM duty d JOIN casefile c ON c.id = d.casefile_id WHERE c.number = $1 AND d.done_at IS NULL`, h.Case)
	var out []string
	for _, kind := range []vpt.DutyKind{vpt.DutyPolice, vpt.DutyDamage, vpt.DutyAnalysis, vpt.DutyImprove, vpt.DutyAccident} {
		due := h.Value(`SELECT COALESCE(MAX(d.due_at), 0) || '' FROM duty d JOIN casefile c ON c.id = d.casefile_id
			WHERE c.number = $1 AND d.done_at IS NULL AND d.kind = '`+string(kind)+`'`, h.Case)
		if due == "0" {
			continue
		}
		micros, err := time.ParseDuration(due + "us")
		h.Must(err)
		out = append(out, string(kind)+" "+time.Unix(0, 0).Add(micros).In(h.Org.Settings.Location()).Format("2006-01-02 15:04"))
	}
	if len(out) == 0 && n != "0" {
		out = append(out, n+" others")
	}
	return strings.Join(out, ", ")
}

func (h *handling) assessAs(class int, kinds ...string) {
	h.T.Helper()
	h.Must(h.App.AssessCase(h.ctx, h.who, vpt.AssessCase{Case: h.Case, Verdict: vpt.VerdictAggression, Kinds: kinds, Class: class, FactsComplete: true}))
}

func (h *handling) complaint(details vpt.PoliceDetails) vpt.PoliceRecordID {
	h.T.Helper()
	h.Must(h.App.RecordPolice(h.ctx, h.who, vpt.RecordPolice{Case: h.Case, Kind: vpt.PoliceComplaint, DoneOn: "2026-11-17", Reference: vpt.NewPrivate("PL-7"), Details: details}))
	all := h.view().Police
	return all[len(all)-1].ID
}

func (h *handling) track(kind vpt.TrackKind) vpt.TrackState { return h.view().Case.Track(kind).State }

func TestPolice_WhatCameOfIt(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.assess()
		details := vpt.PoliceDetails{VPTAsked: vpt.AnswerYes, FiledBy: vpt.FiledByEmployer, Attorney: vpt.AnswerYes, AttorneyOn: "2026-11-17", Identity: vpt.IdentityDomicile}
		record := h.complaint(details)
		got := h.view().Police[0]
		if details.Domicile = vpt.AnswerYes; got.PoliceDetails != details {
			t.Errorf("recorded %+v, want %+v", got.PoliceDetails, details)
		}
		step := vpt.UpdatePolice{Case: h.Case, Record: record, Details: details, Seen: got.Seen(), Step: vpt.PoliceStep{Kind: vpt.StepProsecutor, On: "2026-11-17", Reference: vpt.NewPrivate("16-1")}}
		h.Must(h.App.UpdatePolice(h.ctx, h.who, step))
		wantCode(t, "over an older page", h.App.UpdatePolice(h.ctx, h.who, step), "intussen-anders")
		details.VPTConfirmed = vpt.AnswerYes
		h.Must(h.App.UpdatePolice(h.ctx, h.who, vpt.UpdatePolice{Case: h.Case, Record: record, Details: details}))
		h.Must(h.App.UpdatePolice(h.ctx, h.who, vpt.UpdatePolice{Case: h.Case, Record: record, Details: details})) // nothing new: no line
		w.Clock.Advance(24 * time.Hour)
		h.who = w.Actor("mila")
		h.Must(h.App.UpdatePolice(h.ctx, h.who, vpt.UpdatePolice{Case: h.Case, Record: record, Details: details, Step: vpt.PoliceStep{
			Kind: vpt.StepConvicted, On: "2026-11-18", Demanded: vpt.NewPrivate("60 uur"), Sentence: vpt.NewPrivate("40 uur"), ToldOn: "2026-11-18", Note: vpt.NewPrivate("alleen voor ons")}}))
		v := h.view()
		if len(v.PoliceSteps) != 2 || v.PoliceSteps[0].Reference.Reveal() != "16-1" || v.PoliceSteps[1].Sentence.Reveal() != "40 uur" || v.PoliceSteps[1].ToldOn != "2026-11-18" {
			t.Errorf("steps %+v", v.PoliceSteps)
		}
		if v.Police[0].VPTConfirmed != vpt.AnswerYes {
			t.Errorf("details %+v", v.Police[0].PoliceDetails)
		}
		counts := map[vpt.EventKind]int{}
		for _, e := range v.Timeline {
			counts[e.Kind]++
		}
		if counts[vpt.EventPoliceStep] != 1 || counts[vpt.EventPoliceEnd] != 1 || counts[vpt.EventPoliceMore] != 1 {
			t.Errorf("timeline %v", counts)
		}
		if n := h.mails("rosa", vpt.MailNews); n != "3" { // assessed, police, outcome
			t.Errorf("%s mails with news, want 3", n)
		}
	})
}

// Decision 16, with what came of it: she reads that the police know and how it
// ended, never what handlers wrote with it.
func TestPolice_WhatTheReporterSees(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		record := h.complaint(vpt.PoliceDetails{})
		for _, kind := range []vpt.PoliceStepKind{vpt.StepInvestigated, vpt.StepDismissed} {
			h.Must(h.App.UpdatePolice(h.ctx, h.who, vpt.UpdatePolice{Case: h.Case, Record: record, Step: vpt.PoliceStep{Kind: kind, On: "2026-11-17", Note: vpt.NewPrivate("geheim")}}))
		}
		v, err := h.App.ReportByNumber(h.ctx, w.Actor("rosa"), h.report)
		h.Must(err)
		var seen []string
		for _, e := range v.Timeline {
			if strings.HasPrefix(string(e.Kind), "politie") {
				seen = append(seen, string(e.Kind)+":"+e.Detail)
			}
			if !e.Text.IsZero() {
				t.Errorf("%s comes with a text", e.Kind)
			}
		}
		if slices.Sort(seen); strings.Join(seen, " ") != "politie-uitkomst:geseponeerd politie:" || !v.PoliceTold {
			t.Errorf("she sees %q, told %v", seen, v.PoliceTold)
		}
	})
}

func TestPolice_ComplaintInTime(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.assessAs(2, "V2")
		if got := h.duties(); got != "" {
			t.Errorf("an insult of an official: %q", got)
		}
		h.assessAs(2, "S2")
		const owed = "klachttermijn-politie 2027-02-15 17:00"
		if got := h.duties(); got != owed || h.view().ComplaintBy != "2027-02-15" {
			t.Errorf("stalking: %q by %s", got, h.view().ComplaintBy)
		}
		h.tellPolice()
		if got := h.duties(); got != owed {
			t.Errorf("a notice is no complaint: %q", got)
		}
		h.assessAs(2, "V2")
		if got := h.duties(); got != "" {
			t.Errorf("no longer stalking: %q", got)
		}
		h.assessAs(2, "S2")
		h.complaint(vpt.PoliceDetails{})
		if got := h.duties(); got != "" || h.view().ComplaintBy != "" {
			t.Errorf("after the complaint: %q", got)
		}
		settings := w.Org.Settings
		settings.Learning.NoOfficial = true
		h.Must(h.App.SaveSettings(h.ctx, w.Actor("bea"), w.Org.Name, settings))
		other := handle(w, "anna", "mila")
		other.assessAs(1, "V2")
		if got := other.duties(); got != owed {
			t.Errorf("an insult of who is no official: %q", got)
		}
		other.Must(other.App.RecordPolice(h.ctx, h.who, vpt.RecordPolice{Case: other.Case, Kind: vpt.PoliceNone, Note: vpt.NewPrivate("Anna wil het niet"), Details: vpt.PoliceDetails{NotFiled: vpt.NotFiledWish}}))
		if got := other.duties(); got != "" || other.view().Police[0].NotFiled != vpt.NotFiledWish {
			t.Errorf("she does not want it: %q", got)
		}
	})
}

func TestPolice_Refusals(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		other := handle(w, "rosa", "mila")
		foreign := other.complaint(vpt.PoliceDetails{})
		step := vpt.PoliceStep{Kind: vpt.StepTaken, On: "2026-11-17"}
		wantCode(t, "a record of another case", h.App.UpdatePolice(h.ctx, h.who, vpt.UpdatePolice{Case: h.Case, Record: foreign, Step: step}), "niet-gevonden")
		h.Must(h.App.RecordPolice(h.ctx, h.who, vpt.RecordPolice{Case: h.Case, Kind: vpt.PoliceNone, Note: vpt.NewPrivate("te licht")}))
		none := h.view().Police[0].ID
		wantCode(t, "a reason has no course", h.App.UpdatePolice(h.ctx, h.who, vpt.UpdatePolice{Case: h.Case, Record: none, Step: step}), "niet-gevonden")
		wantCode(t, "another unit", h.App.UpdatePolice(h.ctx, w.Actor("wout"), vpt.UpdatePolice{Case: other.Case, Record: foreign, Step: step}), "niet-gevonden")
		attorney := vpt.RecordPolice{Case: h.Case, Kind: vpt.PoliceComplaint, DoneOn: "2026-11-17", Details: vpt.PoliceDetails{FiledBy: vpt.FiledByAttorney}}
		wantCode(t, "no power of attorney", h.App.RecordPolice(h.ctx, h.who, attorney), "machtiging-nodig")
	})
}

func TestHalt_AdvisesAndKeepsMarkers(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		in := vpt.CheckHalt{Case: h.Case, Age: "15", Injury: vpt.AnswerNo, Weapon: vpt.AnswerNo, PoliceKnows: vpt.AnswerYes, Wish: vpt.AnswerUnknown, Damage: vpt.AnswerNo}
		h.Must(h.App.CheckHalt(h.ctx, h.who, in))
		in.Wish, in.ReferredBy, in.Article, in.ReferredOn, in.TalkHeld, in.Satisfied = vpt.AnswerYes, vpt.ReferredByProsecutor, vpt.NewPrivate("350 Sr"), "2026-11-17", vpt.AnswerYes, vpt.AnswerYes
		h.Must(h.App.CheckHalt(h.ctx, h.who, in))
		v := h.view()
		if len(v.Halt) != 1 || v.Halt[0].Advice != vpt.HaltDiscuss || v.Halt[0].Age != 15 || v.Halt[0].AgeKnown || v.Halt[0].Article.Reveal() != "350 Sr" || v.Halt[0].TalkHeld != vpt.AnswerYes {
			t.Errorf("checks %+v", v.Halt)
		}
		h.Must(h.App.RecordInstigator(h.ctx, h.who, vpt.RecordInstigator{Case: h.Case, Kind: vpt.InstigatorKnown, Relation: "inwoner", BornOn: vpt.NewPrivate("3 mei 2008"), Postponed: vpt.NewPrivate("nog niet")}))
		wantCode(t, "eighteen by now", h.App.CheckHalt(h.ctx, h.who, in), "te-oud-voor-halt")
		wantCode(t, "another unit", h.App.CheckHalt(h.ctx, w.Actor("wout"), in), "niet-gevonden")
	})
}

func TestDamage_TrackDutyAndTotals(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.assessAs(2, "F2")
		record := h.complaint(vpt.PoliceDetails{})
		save := func(in vpt.SaveDamage) error { in.Case = h.Case; return h.App.SaveDamage(h.ctx, h.who, in) }
		h.Must(save(vpt.SaveDamage{Kind: vpt.DamageClothes, Amount: "80", Description: vpt.NewPrivate("haar jas"), Route: vpt.RouteJoin}))
		h.Must(save(vpt.SaveDamage{Kind: vpt.DamageWage, Amount: "1.250,00"}))
		if got := h.track(vpt.TrackDamage); got != vpt.TrackBusy {
			t.Errorf("damage track %s, want bezig", got)
		}
		hearing := vpt.UpdatePolice{Case: h.Case, Record: record, Step: vpt.PoliceStep{Kind: vpt.StepHearing, On: "2026-11-17", HearingOn: "2026-12-20"}}
		h.Must(h.App.UpdatePolice(h.ctx, h.who, hearing))
		if got := h.duties(); got != "schade-voor-zitting 2026-12-06 17:00" {
			t.Errorf("owed: %q", got)
		}
		items := h.view().Damage
		jacket := vpt.SaveDamage{ID: items[0].ID, Kind: vpt.DamageClothes, Amount: "80", Route: vpt.RouteJoin, Claimed: "80", ClaimedOn: "2026-11-17", Version: items[0].Version}
		h.Must(save(jacket))
		if got := h.duties(); got != "" {
			t.Errorf("claimed, yet owed: %q", got)
		}
		wantCode(t, "over an older page", save(jacket), "intussen-gewijzigd")
		jacket.Version, jacket.Awarded, jacket.AwardedOn, jacket.Received, jacket.ReceivedOn = 2, "60", "2026-11-17", "60", "2026-11-17"
		h.Must(save(jacket))
		h.Must(save(vpt.SaveDamage{ID: items[1].ID, Kind: vpt.DamageWage, Amount: "1250", GivenUp: true, GivenUpWhy: vpt.NewPrivate("kost meer dan het oplevert")}))
		v := h.view()
		if v.Case.Track(vpt.TrackDamage).State != vpt.TrackDone || vpt.TotalDamage(v.Damage) != (vpt.DamageTotals{Amount: 133000, Claimed: 8000, Awarded: 6000, Received: 6000}) {
			t.Errorf("track %s, totals %+v", v.Case.Track(vpt.TrackDamage).State, vpt.TotalDamage(v.Damage))
		}
		if v.Damage[1].Route != vpt.RouteCivil || v.Damage[1].GivenUpWhy.Reveal() != "kost meer dan het oplevert" {
			t.Errorf("wages %+v", v.Damage[1])
		}
		h.finish(vpt.TrackDamage)
		wantCode(t, "an item of nowhere", save(vpt.SaveDamage{ID: "x", Kind: vpt.DamageClothes, Amount: "1"}), "niet-gevonden")
		wantCode(t, "another unit", h.App.SaveDamage(h.ctx, w.Actor("wout"), vpt.SaveDamage{Case: h.Case, Kind: vpt.DamageClothes, Amount: "1"}), "niet-gevonden")
	})
}

// A hearing within two weeks asks for it now; none of it is asked when there is
// no damage.
func TestDamage_BeforeAHearing(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		record := h.complaint(vpt.PoliceDetails{})
		h.Must(h.App.UpdatePolice(h.ctx, h.who, vpt.UpdatePolice{Case: h.Case, Record: record, Step: vpt.PoliceStep{Kind: vpt.StepHearing, On: "2026-11-17", HearingOn: "2026-11-20"}}))
		if got := h.duties(); got != "schade-voor-zitting 2026-11-17 17:00" {
			t.Errorf("owed: %q", got)
		}
		h.Must(h.App.SetTrack(h.ctx, h.who, vpt.SetTrack{Case: h.Case, Track: vpt.TrackDamage, State: vpt.TrackNotApplicable, Why: vpt.NewPrivate("niets stuk")}))
		if got := h.duties(); got != "" {
			t.Errorf("without damage: %q", got)
		}
	})
}

func anAnalysis(number string) vpt.AnalyseCase {
	return vpt.AnalyseCase{Case: number, Trigger: "A2", Nature: "frustratie", Causes: []string{"wachttijd", "bezetting"}, Colleague: vpt.AnswerYes,
		DidWhat: vpt.NewPrivate("kwam erbij staan"), DidHelp: vpt.AnswerYes, WouldHelp: vpt.NewPrivate("uitleg over de wachttijd"), Lessons: vpt.NewPrivate("scherm met wachttijd")}
}

func TestAnalysis_MandatoryBySeverity(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		set := func(state vpt.TrackState) error {
			return h.App.SetTrack(h.ctx, h.who, vpt.SetTrack{Case: h.Case, Track: vpt.TrackLearning, State: state, Why: vpt.NewPrivate("niets te leren")})
		}
		h.assessAs(2, "V2")
		h.Must(set(vpt.TrackDone))
		h.assessAs(3, "B2")
		if got := h.duties(); got != "analyse-maken 2026-12-15 17:00" || h.track(vpt.TrackLearning) != vpt.TrackOpen || !h.view().MustAnalyse {
			t.Errorf("graver: owed %q, track %s", got, h.track(vpt.TrackLearning))
		}
		wantCode(t, "done by hand", set(vpt.TrackDone), "analyse-verplicht")
		wantCode(t, "not applicable by hand", set(vpt.TrackNotApplicable), "analyse-verplicht")
		h.Must(set(vpt.TrackBusy))
		h.Must(h.App.AnalyseCase(h.ctx, h.who, anAnalysis(h.Case)))
		again := anAnalysis(h.Case)
		again.Causes, again.Version = []string{"training"}, 1
		h.Must(h.App.AnalyseCase(h.ctx, h.who, again))
		wantCode(t, "over an older page", h.App.AnalyseCase(h.ctx, h.who, again), "intussen-gewijzigd")
		v := h.view()
		if len(v.Analyses) != 1 || len(v.Analyses[0].Causes) != 1 || v.Analyses[0].Causes[0] != (vpt.CodeRef{Version: 1, Code: "training"}) || v.Analyses[0].DidWhat.Reveal() != "kwam erbij staan" {
			t.Errorf("analyses %+v", v.Analyses)
		}
		if got := h.duties(); got != "" || v.Case.Track(vpt.TrackLearning).State != vpt.TrackDone || v.MustAnalyse {
			t.Errorf("made: owed %q, track %s", got, v.Case.Track(vpt.TrackLearning).State)
		}
		h.Must(set(vpt.TrackDone))
		bad := anAnalysis(h.Case)
		bad.Trigger = "A99"
		wantCode(t, "a trigger of no list", h.App.AnalyseCase(h.ctx, h.who, bad), "onbekende-keuze")
	})
}

func TestImprovement_ByItsOwner(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		in := vpt.PlanImprovement{Case: h.Case, What: vpt.NewPrivate("noodknop testen"), Lookup: vpt.NewPrivate("P-wim"), DueOn: "2026-12-01", Plan: vpt.NewPrivate("punt 12")}
		h.Must(h.App.PlanImprovement(h.ctx, h.who, in))
		if got := h.duties(); got != "verbeteractie 2026-12-01 17:00" {
			t.Errorf("owed: %q", got)
		}
		if who := w.Value(`SELECT person_id FROM duty WHERE kind = 'verbeteractie'`); who != string(w.People["wim"]) {
			t.Errorf("owed by %s", who)
		}
		id := h.view().Improvements[0].ID
		seen, err := h.App.Improvement(h.ctx, w.Actor("wim"), id)
		h.Must(err)
		if seen.What.Reveal() != "noodknop testen" || seen.Case != "" || !seen.MayFinish {
			t.Errorf("its owner sees %q of case %q", seen.What.Reveal(), seen.Case)
		}
		done := vpt.FinishImprovement{ID: id, DoneOn: "2026-11-17", Result: vpt.NewPrivate("werkt weer")}
		for _, who := range []string{"rosa", "wout", "petra", "olga", "ada"} {
			wantCode(t, who+" finishes it", h.App.FinishImprovement(h.ctx, w.Actor(who), done), "niet-gevonden")
		}
		affected := handle(w, "mila", "cora")
		affected.Must(affected.App.PlanImprovement(h.ctx, affected.who, vpt.PlanImprovement{Case: affected.Case, What: vpt.NewPrivate("bellen"), Owner: w.People["cora"], DueOn: "2026-12-01"}))
		_, err = h.App.Improvement(h.ctx, h.who, affected.view().Improvements[0].ID)
		wantCode(t, "the manager of her own case", err, "niet-gevonden")
		h.Must(h.App.FinishImprovement(h.ctx, w.Actor("wim"), done))
		wantCode(t, "twice", h.App.FinishImprovement(h.ctx, w.Actor("wim"), done), "al-afgerond")
		if got := h.duties(); got != "" || h.view().Improvements[0].Result.Reveal() != "werkt weer" {
			t.Errorf("done, yet owed: %q", got)
		}
		in.Lookup = vpt.NewPrivate("P-niemand")
		wantCode(t, "for nobody", h.App.PlanImprovement(h.ctx, h.who, in), "collega-niet-gevonden")
	})
}

func TestImprovements_WithoutPersons(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.Must(h.App.AnalyseCase(h.ctx, h.who, anAnalysis(h.Case)))
		other := handle(w, "wim", "wout")
		alone := anAnalysis(other.Case)
		alone.Causes, alone.Colleague, alone.DidWhat, alone.DidHelp = []string{"wachttijd"}, vpt.AnswerNo, vpt.Private{}, ""
		other.Must(other.App.AnalyseCase(h.ctx, other.who, alone))
		h.Must(h.App.PlanImprovement(h.ctx, h.who, vpt.PlanImprovement{Case: h.Case, What: vpt.NewPrivate("scherm ophangen"), Owner: w.People["mila"], DueOn: "2026-12-01"}))
		for who, open := range map[string]bool{"petra": false, "cora": true} {
			v, err := h.App.Improvements(h.ctx, w.Actor(who), vpt.Period{})
			h.Must(err)
			if v.Analyses != 2 || v.Colleague != 1 || v.Helped != 1 || len(v.Causes) != 2 || v.Causes[0].Cause.Code != "wachttijd" || v.Causes[0].Count != 2 {
				t.Errorf("%s counts %+v", who, v)
			}
			if len(v.Open) != 1 || v.Open[0].What.Reveal() != "scherm ophangen" || (v.Open[0].Case != "") != open || v.Open[0].Name.IsZero() == open || (v.Open[0].Owner != "") != open {
				t.Errorf("%s sees %+v", who, v.Open)
			}
		}
		v, err := h.App.Improvements(h.ctx, w.Actor("petra"), vpt.Period{From: "2020-01-01", To: "2020-12-31"})
		h.Must(err)
		if v.Analyses != 0 || len(v.Causes) != 0 {
			t.Errorf("another year: %+v", v)
		}
		for _, who := range []string{"rosa", "mila", "bea", "ada", "dora", "sven", "pia"} {
			if _, err := h.App.Improvements(h.ctx, w.Actor(who), vpt.Period{}); vpt.KindOf(err) != vpt.KindForbidden {
				t.Errorf("%s: %v", who, err)
			}
		}
		if v, err = h.App.Improvements(h.ctx, w.Actor("olga"), vpt.Period{}); err != nil || v.Analyses != 0 || len(v.Open) != 0 {
			t.Errorf("the other organisation sees %+v (%v)", v, err)
		}
	})
}

func TestAccident_NotifyAndList(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.assessAs(2, "F2")
		save := func(in vpt.TestAccident) error { in.Case = h.Case; return h.App.TestAccident(h.ctx, h.who, in) }
		h.Must(save(vpt.TestAccident{Injury: "licht", Absent: vpt.AnswerNo}))
		h.Must(save(vpt.TestAccident{Injury: "opname", Absent: vpt.AnswerYes, Involved: h.view().Involved[0].ID}))
		if got := h.duties(); got != "arbeidsongeval-melden 2026-11-17 10:00" {
			t.Errorf("owed: %q", got)
		}
		v := h.view()
		if len(v.Accidents) != 2 || v.Accidents[0].Listed || !v.Accidents[1].Owed() || v.Accidents[1].Name.Reveal() != "Rosa de Wit" {
			t.Fatalf("accidents %+v", v.Accidents)
		}
		grave := vpt.TestAccident{ID: v.Accidents[1].ID, Injury: "opname", Absent: vpt.AnswerYes, NotifiedOn: "2026-11-17", Version: 1}
		h.Must(save(grave))
		wantCode(t, "over an older page", save(grave), "intussen-gewijzigd")
		if got := h.duties(); got != "" {
			t.Errorf("reported, yet owed: %q", got)
		}
		for who, open := range map[string]bool{"petra": false, "cora": true} {
			list, err := h.App.Accidents(h.ctx, w.Actor(who))
			h.Must(err)
			if len(list.Lines) != 1 {
				t.Fatalf("%s: %+v", who, list.Lines)
			}
			l := list.Lines[0]
			if l.On != "2026-11-17" || l.UnitName != "Balie" || l.Injury.Code != "opname" || !l.Notify || l.Notified != "2026-11-17" || (l.Case != "") != open || len(l.Kinds) != 1 || len(l.Outcomes) != 1 {
				t.Errorf("%s sees %+v", who, l)
			}
		}
		if _, err := h.App.Accidents(h.ctx, w.Actor("mila")); vpt.KindOf(err) != vpt.KindForbidden {
			t.Errorf("a manager: %v", err)
		}
	})
}

// What hangs on a case goes along when it is merged, duties too, and comes back.
func TestChain_GoesAlongWhenMerged(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		into, from := handle(w, "rosa", "mila"), handle(w, "anna", "mila")
		from.assessAs(3, "S2")
		into.assessAs(2, "S2")
		from.Must(from.App.AnalyseCase(from.ctx, from.who, anAnalysis(from.Case)))
		from.Must(from.App.SaveDamage(from.ctx, from.who, vpt.SaveDamage{Case: from.Case, Kind: vpt.DamageClothes, Amount: "80", Description: vpt.NewPrivate("haar jas")}))
		from.Must(from.App.TestAccident(from.ctx, from.who, vpt.TestAccident{Case: from.Case, Injury: "opname", Absent: vpt.AnswerNo}))
		into.Must(into.App.MergeCases(into.ctx, into.who, vpt.MergeCases{Into: into.Case, From: from.Case}))
		v := into.view()
		if len(v.Analyses) != 1 || len(v.Damage) != 1 || v.Damage[0].Description.Reveal() != "haar jas" || len(v.Accidents) != 1 {
			t.Errorf("merged: %d analyses, %d damage, %d accidents", len(v.Analyses), len(v.Damage), len(v.Accidents))
		}
		into.Must(into.App.UndoMerge(into.ctx, into.who, vpt.UndoMerge{Case: into.Case}))
		if v := into.view(); len(v.Analyses)+len(v.Damage)+len(v.Accidents) != 0 || len(from.view().Damage) != 1 {
			t.Error("undone, it did not go back")
		}
		into.Must(into.App.MergeCases(into.ctx, into.who, vpt.MergeCases{Into: into.Case, From: from.Case}))
		into.complaint(vpt.PoliceDetails{})
		if got := into.duties(); got != "arbeidsongeval-melden 2026-11-17 10:00" {
			t.Errorf("one complaint is for both: %q", got)
		}
		item := v.Damage[0]
		into.Must(into.App.SaveDamage(into.ctx, into.who, vpt.SaveDamage{Case: into.Case, ID: item.ID, Kind: item.Kind, Amount: "90", Description: vpt.NewPrivate("haar jas en tas"), Version: item.Version}))
		if got := into.view().Damage[0].Description.Reveal(); got != "haar jas en tas" {
			t.Errorf("changed after merging: %q", got)
		}
	})
}
