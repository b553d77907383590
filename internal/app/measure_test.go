package app_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// weighed is a case on its way to a measure.
type weighed struct {
	*scene
	t   *testing.T
	ctx context.Context
}

// newWeighed gives a case at the Balie, in the Stadhuis, that mila handles.
func newWeighed(t *testing.T, w *apptest.World) *weighed {
	t.Helper()
	if w.People["cees"] == "" {
		w.Person("cees", "Cees Mulder", "", vpt.Assignment{Role: vpt.RoleCoordinator, Scope: vpt.ScopeOrganisation})
	}
	h := &weighed{scene: &scene{w: w, org: w.Org.ID}, t: t, ctx: context.Background()}
	h.report, h.casefile = w.Report("rosa", func(in *vpt.ReportIncident) { in.Site = w.Sites["Stadhuis"] })
	return h
}

// assessAs establishes what happened.
func (h *weighed) assessAs(class int, kinds ...string) {
	h.t.Helper()
	h.w.Must(h.w.App.AssessCase(h.ctx, h.w.Actor("mila"), vpt.AssessCase{Case: h.casefile, Verdict: vpt.VerdictAggression, Kinds: kinds, Class: class, FactsComplete: true}))
}

// hear records that the other side was heard.
func (h *weighed) hear() {
	h.t.Helper()
	h.w.Must(h.w.App.RecordHearing(h.ctx, h.w.Actor("mila"), vpt.RecordHearing{
		Case: h.casefile, Kind: vpt.HearingTalk, State: vpt.HearingHeld, HeldOn: today, Present: p("Mila"), Account: p("ik was boos om de brief"),
	}))
}

// draftOf makes a draft by mila.
func (h *weighed) draftOf(change func(*vpt.PrepareMeasure)) {
	h.t.Helper()
	id, err := h.w.App.PrepareMeasure(h.ctx, h.w.Actor("mila"), h.ban(change))
	h.w.Must(err)
	h.measure = id
}

// conclude decides as somebody, and gives the gates that refused.
func (h *weighed) conclude(as string) []vpt.Gate {
	h.t.Helper()
	err := h.w.App.ConcludeMeasure(h.ctx, h.w.Actor(as), vpt.ConcludeMeasure{Case: h.casefile, ID: h.measure})
	refused := (*vpt.Error)(nil)
	if errors.As(err, &refused) && refused.Kind == vpt.KindInvalid {
		var owed []vpt.Gate
		for _, f := range refused.Fields {
			gate, _ := strings.CutPrefix(f.Path, "gate.")
			owed = append(owed, vpt.Gate(gate))
		}
		return owed
	}
	h.w.Must(err)
	return nil
}

func (h *weighed) file(as string) vpt.MeasureFile {
	h.t.Helper()
	f, err := h.w.App.MeasureByID(h.ctx, h.w.Actor(as), h.casefile, h.measure)
	h.w.Must(err)
	return f
}

func (h *weighed) expect(what string, got, want []vpt.Gate) {
	h.t.Helper()
	if !slices.Equal(got, want) {
		h.t.Errorf("%s: owed %v, want %v", what, got, want)
	}
}

// atDoor gives the names that security sees.
func (h *weighed) atDoor() []vpt.DoorEntry {
	h.t.Helper()
	v, err := h.w.App.MeasuresAtDoor(h.ctx, h.w.Actor("sven"), "", vpt.AtDoor)
	h.w.Must(err)
	return v.Entries
}

func TestMeasure_FromThreatToBanAndBack(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := newWeighed(t, w)
		h.assessAs(3, "B2")
		h.instigate()
		h.draftOf(nil)
		h.expect("a manager's ban without a hearing", h.conclude("mila"), []vpt.Gate{vpt.GateHearing})
		if got := w.Value(`SELECT COUNT(*) || '' FROM event WHERE kind = 'maatregel'`); got != "0" {
			t.Errorf("%s decisions before there was one", got)
		}
		h.hear()
		h.expect("after the hearing", h.conclude("mila"), nil)
		f := h.file("mila")
		if f.Measure.State != vpt.MeasureDecided && f.Measure.State != vpt.MeasureWaiting {
			t.Fatalf("the measure is %s", f.Measure.State)
		}
		if f.Measure.State == vpt.MeasureWaiting { // above her mandate
			w.Must(w.App.SecondMeasure(h.ctx, w.Actor("cora"), vpt.SecondMeasure{Case: h.casefile, ID: h.measure, Agree: true}))
			f = h.file("mila")
		}
		if f.Measure.State != vpt.MeasureDecided || f.Measure.HouseRules == "" || f.Measure.Class != 3 || f.Measure.Times != 1 || f.Measure.Protocol == 0 {
			t.Errorf("decided as %+v", f.Measure)
		}
		doors := h.atDoor()
		if len(doors) != 1 || !doors[0].Name.Equal(p("Jan Jansen")) || doors[0].Until != f.Measure.EndsOn {
			t.Fatalf("at the door: %+v", doors)
		}
		if n := w.Value(`SELECT COUNT(*) || '' FROM duty WHERE kind = 'maatregel-herbeoordelen' AND done_at IS NULL`); n != "1" {
			t.Errorf("%s reviews owed", n)
		}

		// Somebody does not keep to it: a new report, tied to the measure.
		number, err := w.App.ReportIncident(h.ctx, w.Actor("sven"), func() vpt.ReportIncident {
			in := apptest.AReport()
			in.Breach = h.measure
			return in
		}())
		w.Must(err)
		v, err := w.App.CaseByNumber(h.ctx, w.Actor("cora"), w.CaseOf(number))
		w.Must(err)
		if len(v.Links) != 1 || v.Links[0].Kind != vpt.LinkBreach || v.Links[0].Number != h.casefile || !slices.ContainsFunc(v.Reports[0].Kinds, func(k vpt.CodeRef) bool { return k.Code == "H2" }) {
			t.Errorf("the breach: %+v, %v", v.Links, v.Reports[0].Kinds)
		}
		if f = h.file("cora"); len(f.Breaches) != 1 || f.Breaches[0].Number != v.Case.Number || !f.Breaches[0].MayOpen {
			t.Errorf("the measure knows as breaches %+v", f.Breaches)
		}
		if f = h.file("mila"); len(f.Breaches) != 1 || f.Breaches[0].MayOpen { // of another unit than hers
			t.Errorf("to a manager the measure shows as breaches %+v", f.Breaches)
		}

		w.Must(w.App.ReviewMeasure(h.ctx, w.Actor("mila"), vpt.ReviewMeasure{Case: h.casefile, ID: h.measure, Outcome: vpt.ReviewLifted, Why: p("het gaat goed")}))
		if len(h.atDoor()) != 0 {
			t.Error("a measure that was lifted still stands at the door")
		}
		if v, err = w.App.CaseByNumber(h.ctx, w.Actor("mila"), h.casefile); err != nil || v.Timeline[0].Kind != vpt.EventLifted || !v.Timeline[0].Text.Equal(p("het gaat goed")) {
			t.Errorf("on top of the timeline stands %+v (%v)", v.Timeline[0], err)
		}
		if n := w.Value(`SELECT COUNT(*) || '' FROM duty WHERE kind = 'maatregel-herbeoordelen' AND done_at IS NULL`); n != "0" {
			t.Errorf("%s reviews owed of a measure that was lifted", n)
		}
	})
}

// A ban that ended yesterday is not found at the door today; the case knows it.
func TestMeasure_EndsByItself(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := newWeighed(t, w)
		h.decide()
		ends := h.file("cora").Measure.EndsOn
		w.Clock.Set(ends.At(23, 59, w.Org.Settings.Location()))
		if len(h.atDoor()) != 1 {
			t.Error("on its last day the ban does not hold")
		}
		w.Clock.Set(ends.AddDays(1).At(0, 1, w.Org.Settings.Location()))
		if len(h.atDoor()) != 0 {
			t.Error("the day after its last the ban still stands at the door")
		}
		v, err := w.App.CaseByNumber(h.ctx, w.Actor("cora"), h.casefile)
		w.Must(err)
		if len(v.Measures) != 1 || v.Measures[0].EndsOn != ends {
			t.Errorf("the case forgot the ban: %+v", v.Measures)
		}
		w.Must(w.App.Sweep(h.ctx, vpt.SystemActor("", "taak:toets")))
		if n := w.Value(`SELECT COUNT(*) || '' FROM duty WHERE kind = 'maatregel-herbeoordelen' AND done_at IS NULL`); n != "0" {
			t.Errorf("%s reviews owed of a ban that is over", n)
		}
	})
}

func TestMeasure_TheAuthorIsNeverTheSecondPairOfEyes(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := newWeighed(t, w)
		h.await() // prepared by cees, who is a coordinator himself; it could be criticism
		second := func(as string, agree bool) error {
			return w.App.SecondMeasure(h.ctx, w.Actor(as), vpt.SecondMeasure{Case: h.casefile, ID: h.measure, Agree: agree, Why: p("zo niet")})
		}
		if err := second("cees", true); codeOf(err) != "eigen-maatregel" {
			t.Errorf("the author agreed with himself: %v", err)
		}
		if err := second("mila", true); vpt.KindOf(err) != vpt.KindForbidden {
			t.Errorf("a manager as second pair of eyes: %v", err)
		}
		if f := h.file("dora"); !f.MaySecond || f.MayOpenCase || f.MayPrepare {
			t.Errorf("a director may %+v", f)
		}
		w.Must(second("dora", false))
		if f := h.file("cees"); f.Measure.State != vpt.MeasureDraft || !f.Measure.SecondWhy.Equal(p("zo niet")) {
			t.Errorf("sent back: %s", f.Measure.State)
		}
		if _, err := w.App.MeasureByID(h.ctx, w.Actor("ada"), h.casefile, h.measure); vpt.KindOf(err) != vpt.KindForbidden {
			t.Errorf("an analyst: %v", err)
		}
		// mila goes on with it: she is an author from now on too, and so is cees.
		in := h.ban(func(in *vpt.PrepareMeasure) { in.ID, in.Sensitive = h.measure, vpt.SensitiveCriticism })
		for range 3 { // however often she saves it, the case says once that she works on it
			_, err := w.App.PrepareMeasure(h.ctx, w.Actor("mila"), in)
			w.Must(err)
		}
		if n := w.Value(`SELECT COUNT(id) || '' FROM event WHERE kind = $1 AND by_actor = $2 AND ref = $3`, string(vpt.EventDraft), string(w.People["mila"]), string(h.measure)); n != "1" {
			t.Errorf("%s lines that mila prepares it, want one", n)
		}
		h.expect("again", h.conclude("mila"), nil)
		if err := second("cees", true); codeOf(err) != "eigen-maatregel" {
			t.Errorf("who wrote the first draft agreed with the second: %v", err)
		}
		w.Must(second("dora", true)) // she gave it back, and wrote nothing of it
		if f := h.file("mila"); f.Measure.State != vpt.MeasureDecided || f.Measure.DecidedBy != w.People["dora"] || f.Measure.PreparedBy != w.People["mila"] {
			t.Errorf("decided by %s, prepared by %s", f.Measure.DecidedBy, f.Measure.PreparedBy)
		}
		for name, want := range map[string]string{"mila": "1", "cees": "0", "cora": "0"} { // who prepared it hears that it was decided
			if n := w.Value(`SELECT COUNT(id) || '' FROM mail WHERE reason = $1 AND person_id = $2`, string(vpt.MailAgreed), string(w.People[name])); n != want {
				t.Errorf("%s got %s mails about the decision, want %s", name, n, want)
			}
		}
	})
}

func codeOf(err error) string {
	refused := (*vpt.Error)(nil)
	if errors.As(err, &refused) {
		return refused.Code
	}
	return ""
}

func TestMeasure_UrgentActsFirstAndOwesTheHearing(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := newWeighed(t, w)
		h.assessAs(3, "B2")
		h.instigate()
		h.draftOf(func(in *vpt.PrepareMeasure) { in.UrgentWhy = p("hij stond weer voor de deur met een mes") })
		h.expect("urgent without a talk planned", h.conclude("cora"), []vpt.Gate{vpt.GateHearing})
		w.Must(w.App.PlanHearing(h.ctx, w.Actor("mila"), vpt.PlanHearing{Case: h.casefile, Kind: vpt.HearingTalk, InvitedOn: today, On: today.AddDays(7), Time: "10:00"}))
		h.expect("with one", h.conclude("cora"), nil)
		if due := w.Value(`SELECT COUNT(*) || '' FROM duty WHERE kind = 'hoor-de-veroorzaker' AND done_at IS NULL`); due != "1" {
			t.Errorf("%s talks owed", due)
		}
	})
}

func TestMeasure_AtTheDoorOnlyForWhoGuardsIt(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := newWeighed(t, w)
		h.decide()
		looks := func() string { return w.Value(`SELECT COUNT(*) || '' FROM audit_leaf`) }
		before := looks()
		h.atDoor()
		h.atDoor()
		if after := looks(); after == before {
			t.Error("looking at the door is not logged")
		}
		for _, as := range []string{"mila", "rosa", "bea", "dora", "petra", "pia", "ada"} {
			if _, err := w.App.MeasuresAtDoor(h.ctx, w.Actor(as), "", vpt.AtDoor); vpt.KindOf(err) != vpt.KindForbidden {
				t.Errorf("%s at the door: %v", as, err)
			}
		}
		if _, err := w.App.CaseByNumber(h.ctx, w.Actor("sven"), h.casefile); vpt.KindOf(err) != vpt.KindForbidden {
			t.Errorf("security opens a case: %v", err)
		}
		if _, err := w.App.MeasureByID(h.ctx, w.Actor("sven"), h.casefile, h.measure); vpt.KindOf(err) != vpt.KindForbidden {
			t.Errorf("security opens a measure: %v", err)
		}
		if v, err := w.App.MeasuresAtDoor(h.ctx, w.Actor("sven"), "", vpt.AtPhone); err != nil || len(v.Entries) != 0 {
			t.Errorf("a ban from a building on the phone: %v %v", v.Entries, err)
		}
	})
}

// The four judgements: each is entered as it was done, and the software stops
// where the judge or ombudsman did.

// Boxmeer, Rechtbank Oost-Brabant 2018 (ECLI:NL:RBOBR:2018:540): a lawyer calls
// an official "pias" in a hearing; the same day she must apologise and sign,
// and then may not come in, without end.
func TestJudgement_Boxmeer(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := newWeighed(t, w)
		h.assessAs(1, "V2")
		w.Must(w.App.RecordInstigator(h.ctx, h.w.Actor("mila"), vpt.RecordInstigator{
			Case: h.casefile, Kind: vpt.InstigatorKnown, Relation: "gemachtigde", Name: p("mr. A. Advocaat"), Postponed: p("zij krijgt de brief"),
		}))
		h.draftOf(func(in *vpt.PrepareMeasure) {
			in.Facts = []vpt.MeasureFact{{On: today, Text: p("Zij noemde de ambtenaar tijdens de hoorzitting twee keer 'pias'.")}}
			in.EndsOn, in.ReviewOn = "", today.AddDays(30)
		})
		owed := h.conclude("mila")
		for _, gate := range []vpt.Gate{vpt.GateSteps, vpt.GateHearing, vpt.GateEnd} {
			if !slices.Contains(owed, gate) {
				t.Errorf("%s is not owed: %v", gate, owed)
			}
		}
		if f := h.file("mila"); !f.Weighing.Representative || !f.Second {
			t.Error("the representative is not flagged")
		}
		// Even with reasons and an end, somebody else must look.
		h.hear()
		in := h.ban(func(in *vpt.PrepareMeasure) {
			in.ID, in.SkippedWhy, in.DeviationWhy = h.measure, p("wij vinden dit ernstig"), p("wij vinden dit ernstig")
		})
		_, err := w.App.PrepareMeasure(h.ctx, w.Actor("mila"), in)
		w.Must(err)
		h.expect("all filled in", h.conclude("mila"), nil)
		if f := h.file("mila"); f.Measure.State != vpt.MeasureWaiting {
			t.Errorf("decided without a second pair of eyes: %s", f.Measure.State)
		}
	})
}

// Haarlem, Nationale ombudsman 2010/059: swearing, a paper ball, kicking a
// panel; a ban of a year on labels; the complaint was treated as an objection.
func TestJudgement_Haarlem2010(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := newWeighed(t, w)
		h.assessAs(2, "V2", "B1")
		h.instigate()
		h.hear()
		year := func(in *vpt.PrepareMeasure) {
			in.EndsOn, in.ReviewOn = today.AddDays(364), today.AddDays(120)
			in.Facts = []vpt.MeasureFact{{On: today, Text: p("Vertoonde agressief en intimiderend gedrag aan de balie.")}}
			in.SkippedWhy = p("het protocol noemt zaakgericht geweld")
		}
		h.draftOf(year)
		h.expect("a year, on labels", h.conclude("cora"), []vpt.Gate{vpt.GateLabels, vpt.GateRange})
		if f := h.file("cora"); !f.Deviates {
			t.Error("a year for class 2 is not flagged")
		}
		in := h.ban(func(in *vpt.PrepareMeasure) {
			year(in)
			in.ID, in.DeviationWhy = h.measure, p("hij deed het voor de ogen van kinderen")
			in.Facts = []vpt.MeasureFact{{On: today, Text: p("Hij schold 'sukkels', gooide een prop papier en schopte tegen het paneel.")}}
		})
		_, err := w.App.PrepareMeasure(h.ctx, w.Actor("mila"), in)
		w.Must(err)
		h.expect("facts and a reason", h.conclude("cora"), nil)
		if f := h.file("cora"); f.Measure.State != vpt.MeasureDecided {
			w.Must(w.App.SecondMeasure(h.ctx, w.Actor("dora"), vpt.SecondMeasure{Case: h.casefile, ID: h.measure, Agree: true}))
		}
		remedy := func(kind vpt.RemedyKind) error {
			return w.App.RecordRemedy(h.ctx, w.Actor("mila"), vpt.RecordRemedy{Case: h.casefile, Measure: h.measure, Kind: kind, ReceivedOn: today, Summary: p("hij vindt een jaar te lang")})
		}
		if err := remedy(vpt.RemedyObjection); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("a complaint taken for an objection: %v", err)
		}
		w.Must(remedy(vpt.RemedyComplaint))
		if due := w.Value(`SELECT due_on FROM remedy`); vpt.Date(due) != today.AddDays(42) {
			t.Errorf("the complaint is due %s", due)
		}
	})
}

// UWV, Nationale ombudsman 2017/111: a ban of two years without hearing the
// man and without a reason for the duration.
func TestJudgement_UWV2017(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := newWeighed(t, w)
		h.assessAs(3, "B2")
		h.instigate()
		h.draftOf(func(in *vpt.PrepareMeasure) {
			in.EndsOn, in.ReviewOn, in.DurationWhy = today.AddDays(730), today.AddDays(180), vpt.Private{}
		})
		owed := h.conclude("cora")
		for _, gate := range []vpt.Gate{vpt.GateHearing, vpt.GateDuration} {
			if !slices.Contains(owed, gate) {
				t.Errorf("%s is not owed: %v", gate, owed)
			}
		}
		if f := h.file("cora"); f.Needed != vpt.MandateDirector {
			t.Errorf("two years may be decided by %s", f.Needed)
		}
	})
}

// Rotterdam, Gemeentelijke ombudsman 2016: the service suspended until a
// guarantee is signed: no end, no remedy, and what people need closed.
func TestJudgement_Rotterdam2016(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := newWeighed(t, w)
		h.assessAs(2, "B1")
		h.instigate()
		h.hear()
		h.draftOf(func(in *vpt.PrepareMeasure) {
			in.Kind, in.EndsOn, in.Remedy, in.Reachable = "M9", "", "", vpt.Private{}
			in.SkippedWhy = p("hij tekende de gedragsgarantie niet")
		})
		owed := h.conclude("cora")
		for _, gate := range []vpt.Gate{vpt.GateEnd, vpt.GateRemedy, vpt.GateReachable} {
			if !slices.Contains(owed, gate) {
				t.Errorf("%s is not owed: %v", gate, owed)
			}
		}
		if f := h.file("cora"); f.Needed != vpt.MandateDirector {
			t.Errorf("suspending the service may be decided by %s", f.Needed)
		}
	})
}

func TestRemedy_ShortensOrLiftsAndIsAnsweredBySomebodyElse(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := newWeighed(t, w)
		h.complainAbout() // decided by cees
		id := vpt.RemedyID(h.hanging("remedy"))
		finish := func(as string, change func(*vpt.FinishRemedy)) error {
			in := vpt.FinishRemedy{Case: h.casefile, ID: id, Outcome: vpt.RemedyPartly, OutcomeOn: today, Why: p("te lang"), Effect: vpt.EffectShorter, EndsOn: today.AddDays(30)}
			if change != nil {
				change(&in)
			}
			return w.App.FinishRemedy(h.ctx, w.Actor(as), in)
		}
		if err := finish("cees", nil); codeOf(err) != "eigen-besluit" {
			t.Errorf("who decided answers the complaint: %v", err)
		}
		w.Must(finish("cora", func(in *vpt.FinishRemedy) { in.Extend = true }))
		if due := w.Value(`SELECT due_on FROM remedy`); vpt.Date(due) != today.AddDays(70) {
			t.Errorf("put off to %s", due)
		}
		if err := finish("cora", func(in *vpt.FinishRemedy) { in.Extend = true }); codeOf(err) != "al-afgehandeld" {
			t.Errorf("put off twice: %v", err)
		}
		if err := finish("cora", func(in *vpt.FinishRemedy) { in.EndsOn = today.AddDays(400) }); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("shorter by becoming longer: %v", err)
		}
		w.Must(finish("cora", nil))
		if f := h.file("cora"); f.Measure.EndsOn != today.AddDays(30) || f.Measure.State != vpt.MeasureDecided {
			t.Errorf("the measure ends %s, %s", f.Measure.EndsOn, f.Measure.State)
		}
		if n := w.Value(`SELECT COUNT(*) || '' FROM duty WHERE kind = 'klacht-beantwoorden' AND done_at IS NULL`); n != "0" {
			t.Errorf("%s answers still owed", n)
		}
	})
}

func TestLinkCase_CountsForTheProtocol(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		first := newWeighed(t, w)
		first.assessAs(1, "V2")
		w.Clock.Advance(24 * time.Hour)
		h := newWeighed(t, w)
		h.assessAs(1, "V2")
		h.instigate()
		h.draftOf(nil)
		if f := h.file("mila"); f.Measure.Times != 1 {
			t.Errorf("without a link it is time %d", f.Measure.Times)
		}
		link := func(as, earlier string) error {
			return w.App.LinkCase(h.ctx, w.Actor(as), vpt.LinkCase{Case: h.casefile, Earlier: earlier})
		}
		w.Must(link("mila", first.casefile))
		w.Must(link("mila", first.casefile)) // twice is once
		if f := h.file("mila"); f.Measure.Times != 2 {
			t.Errorf("with a link it is time %d", f.Measure.Times)
		}
		_, elsewhere := w.Report("wim", nil)
		if err := link("mila", elsewhere); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("a case that she may not open: %v", err)
		}
		if err := link("mila", h.casefile); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("the case itself: %v", err)
		}
	})
}
