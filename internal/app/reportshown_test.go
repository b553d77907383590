package app_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// everyText gathers all that a view says, personal text revealed: what is not
// in here, no page can show.
func everyText(v any) string {
	var b strings.Builder
	var walk func(reflect.Value, int)
	walk = func(r reflect.Value, depth int) {
		if depth > 12 {
			return
		}
		switch r.Kind() {
		case reflect.Struct:
			if p, ok := r.Interface().(vpt.Private); ok {
				b.WriteString(p.Reveal() + "\n")
				return
			}
			for i := range r.NumField() {
				if r.Type().Field(i).IsExported() && r.Type().Field(i).Name != "Lists" {
					walk(r.Field(i), depth+1)
				}
			}
		case reflect.Slice, reflect.Array:
			for i := range r.Len() {
				walk(r.Index(i), depth+1)
			}
		case reflect.String, reflect.Int, reflect.Int64, reflect.Bool:
			fmt.Fprintln(&b, r.Interface())
		}
	}
	walk(reflect.ValueOf(v), 0)
	return b.String()
}

func TestReportByNumber_ShowsWhatIsHersAndNothingElse(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.assess()
		h.warn()
		h.tellPolice()
		h.planTalk()
		h.Must(w.App.AddInvolved(h.ctx, h.who, vpt.AddInvolved{Case: h.Case, Role: vpt.RoleWitness, Person: w.People["leo"]}))
		h.Must(w.App.WriteNote(h.ctx, h.who, vpt.WriteNote{Case: h.Case, Visible: vpt.VisibleHandlers, Text: vpt.NewPrivate("geheime notitie")}))
		h.Must(w.App.WriteNote(h.ctx, h.who, vpt.WriteNote{Case: h.Case, Visible: vpt.VisibleReporter, Text: vpt.NewPrivate("gedeelde notitie")}))
		h.Must(w.App.SendFeedback(h.ctx, h.who, vpt.SendFeedback{Case: h.Case, Text: vpt.NewPrivate("dit hebben we gedaan")}))
		v, err := w.App.ReportByNumber(h.ctx, w.Actor("rosa"), h.report)
		w.Must(err)
		all := everyText(v)
		for _, hers := range []string{"gedeelde notitie", "dit hebben we gedaan", "Mila van Dijk", "M1"} {
			if !strings.Contains(all, hers) {
				t.Errorf("she does not see %q", hers)
			}
		}
		for _, hidden := range []string{"geheime notitie", "eerste keer", "PL-1", "grijze jas", "Leo Hoekstra"} {
			if strings.Contains(all, hidden) {
				t.Errorf("she sees %q", hidden)
			}
		}
		if !v.Assessed || !v.PoliceTold || len(v.Measures) != 1 || len(v.Talks) != 1 || len(v.Notes) != 1 || len(v.Feedback) != 1 {
			t.Errorf("assessed %v, police %v, %d measures, %d talks, %d notes, %d feedback", v.Assessed, v.PoliceTold, len(v.Measures), len(v.Talks), len(v.Notes), len(v.Feedback))
		}
		kinds := map[vpt.EventKind]int{}
		for _, e := range v.Timeline {
			kinds[e.Kind]++
		}
		for _, want := range []vpt.EventKind{vpt.EventReported, vpt.EventOwned, vpt.EventAssessed, vpt.EventMeasure, vpt.EventPolice, vpt.EventTalkPlanned, vpt.EventNote, vpt.EventFeedback} {
			if kinds[want] != 1 {
				t.Errorf("%d lines %s on her timeline, want 1", kinds[want], want)
			}
		}
		if kinds[vpt.EventInvolved]+kinds[vpt.EventInstigator]+kinds[vpt.EventTrack] > 0 {
			t.Errorf("lines that are for handlers: %v", kinds)
		}
	})
}

func TestReportByNumber_AfterMergingEachReporterSeesHerOwn(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx, mila := context.Background(), w.Actor("mila")
		first, into := w.Report("rosa", func(in *vpt.ReportIncident) { in.Account = vpt.NewPrivate("het verhaal van rosa") })
		second, from := w.Report("anna", func(in *vpt.ReportIncident) { in.Account = vpt.NewPrivate("het verhaal van anna") })
		w.Must(w.App.WriteNote(ctx, mila, vpt.WriteNote{Case: into, Visible: vpt.VisibleReporter, Text: vpt.NewPrivate("aan rosa alleen")}))
		w.Must(w.App.AddDetails(ctx, w.Actor("rosa"), vpt.AddDetails{Report: first, Values: map[vpt.DetailField]vpt.Private{vpt.DetailAccount: vpt.NewPrivate("meer van rosa")}}))
		w.Clock.Advance(1e9)
		w.Must(w.App.MergeCases(ctx, mila, vpt.MergeCases{Into: into, From: from}))
		w.Clock.Advance(1e9)
		w.Must(w.App.WriteNote(ctx, mila, vpt.WriteNote{Case: into, Visible: vpt.VisibleReporter, Text: vpt.NewPrivate("aan allebei")}))
		w.Must(w.App.AddDetails(ctx, w.Actor("anna"), vpt.AddDetails{Report: second, Values: map[vpt.DetailField]vpt.Private{vpt.DetailComment: vpt.NewPrivate("later van anna")}}))
		w.Must(w.App.TellOccurrences(ctx, w.Actor("anna"), vpt.AddOccurrences{Report: second, Events: []vpt.Occurrence{{On: "2026-11-16", Text: vpt.NewPrivate("weer")}}}))
		merged, err := w.App.CaseByNumber(ctx, mila, into)
		w.Must(err)
		for _, talk := range merged.Talks {
			w.Must(w.App.PlanTalk(ctx, mila, vpt.PlanTalk{Case: into, Talk: talk.ID, On: "2026-11-18", Time: "11:00", With: mila.Person}))
		}
		for _, c := range []struct{ name, number, own, other string }{
			{"rosa", first, "het verhaal van rosa", "anna|Anna Yılmaz"},
			{"anna", second, "het verhaal van anna", "rosa|Rosa de Wit|aan rosa alleen|meer van rosa"},
		} {
			v, err := w.App.ReportByNumber(ctx, w.Actor(c.name), c.number)
			w.Must(err)
			all := everyText(v)
			for _, want := range []string{c.own, "aan allebei"} {
				if !strings.Contains(all, want) {
					t.Errorf("%s does not see %q", c.name, want)
				}
			}
			for _, hidden := range strings.Split(c.other, "|") {
				if strings.Contains(all, hidden) {
					t.Errorf("%s sees %q", c.name, hidden)
				}
			}
		}
		if _, err := w.App.ReportByNumber(ctx, w.Actor("anna"), first); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("anna opens rosa's report: %v", err)
		}
	})
}

func TestMyTalks_MarkersForWhomItConcernsOnly(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		h := handle(w, "rosa", "mila")
		h.planTalk()
		h.Must(w.App.AddInvolved(h.ctx, h.who, vpt.AddInvolved{Case: h.Case, Role: vpt.RoleWitness, Person: w.People["leo"]}))
		for name, want := range map[string]int{"rosa": 1, "mila": 1, "anna": 0, "wim": 0, "otto": 0} {
			talks, err := w.App.MyTalks(h.ctx, w.Actor(name))
			w.Must(err)
			if len(talks.Talks) != want {
				t.Errorf("%s has %d talks, want %d", name, len(talks.Talks), want)
				continue
			}
			for _, talk := range talks.Talks {
				if talk.Holding != (name == "mila") || (talk.Report == h.report) != (name == "rosa") {
					t.Errorf("%s: holding %v, report %q", name, talk.Holding, talk.Report)
				}
			}
		}
		if _, err := w.App.ReportByNumber(h.ctx, w.Actor("leo"), h.report); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("a witness opens the report: %v", err)
		}
		talks, err := w.App.MyTalks(h.ctx, w.Actor("leo"))
		w.Must(err)
		for _, talk := range talks.Talks {
			if talk.Report != "" || talk.Holding {
				t.Errorf("a witness sees more than her own talk: %+v", talk)
			}
		}
	})
}
