package page

import (
	"strings"
	"testing"
	"time"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// Whatever may come on the timeline of a reporter has a sentence of its own, in
// both languages, whoever did it: a line without one is an empty heading.
func TestReportSteps_EveryKindHasASentence(t *testing.T) {
	now := time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)
	var events []vpt.Event
	for _, kind := range vpt.EventKinds() {
		if kind.HandlersOnly() {
			continue
		}
		events = append(events, vpt.Event{Kind: kind, At: now, By: "rosa", ByName: vpt.NewPrivate("Rosa")}, vpt.Event{Kind: kind, At: now, By: "mila", ByName: vpt.NewPrivate("Mila")}, vpt.Event{Kind: kind, At: now})
	}
	events = append(events, vpt.Event{Kind: vpt.EventEvidence, Detail: "verwijderd", At: now})
	if len(events) < 60 {
		t.Fatalf("only %d lines: hardly anything is for the reporter", len(events))
	}
	for _, lang := range []string{"nl", "en"} {
		steps := reportSteps(nl.New(lang), vpt.ReporterView{Viewer: "rosa", Timeline: events, Now: now, Zone: time.UTC})
		for i, step := range steps {
			if step.Title == "" || strings.Contains(step.Title, "{") {
				t.Errorf("%s: %s by %q reads %q", lang, events[i].Kind, events[i].By, step.Title)
			}
		}
	}
}

func TestReportSteps_SayWhoAndWhat(t *testing.T) {
	now := time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)
	mila, rosa := vpt.NewPrivate("Mila van Dijk"), vpt.NewPrivate("Rosa de Wit")
	ban := vpt.Measure{ID: "m1", Kind: vpt.CodeRef{Version: 1, Code: "M7"}, EndsOn: "2027-02-24"}
	list := vpt.CodeSet{Version: 1, Codes: []vpt.Code{{Code: "M7", LabelNL: "Pandverbod"}}}
	for _, c := range []struct {
		event vpt.Event
		want  string
	}{
		{vpt.Event{Kind: vpt.EventSeries, By: "rosa", ByName: rosa}, "Je voegde toe dat het weer gebeurde"},
		{vpt.Event{Kind: vpt.EventSeries, By: "anna", ByName: vpt.NewPrivate("Anna Yılmaz")}, "Anna Yılmaz voegde toe dat het weer gebeurde"},
		{vpt.Event{Kind: vpt.EventEvidence, By: "mila", ByName: mila, Detail: "verwijderd"}, "Mila van Dijk haalde een bestand weg"},
		{vpt.Event{Kind: vpt.EventMeasure, By: "mila", ByName: mila, Ref: "m1"}, "Mila van Dijk heeft beslist over een reactie naar de ander: Pandverbod, tot en met 24 februari 2027."},
		{vpt.Event{Kind: vpt.EventLifted, By: "mila", ByName: mila, Ref: "m1"}, "Mila van Dijk heeft een maatregel tegen de ander gestopt: Pandverbod."},
	} {
		v := vpt.ReporterView{Viewer: "rosa", Now: now, Zone: time.UTC, Timeline: []vpt.Event{c.event}, Measures: []vpt.Measure{ban}, Lists: map[vpt.CodeList]vpt.CodeSet{vpt.MeasureList: list}}
		step := reportSteps(nl.New("nl"), v)[0]
		if got := strings.Join(append([]string{step.Title}, step.Text...), ": "); got != c.want {
			t.Errorf("%s reads %q, want %q", c.event.Kind, got, c.want)
		}
	}
}

// A handler too reads a sentence on every line.
func TestCaseTimeline_EveryKindHasASentence(t *testing.T) {
	for _, lang := range []string{"nl", "en"} {
		w := newWriter(nl.New(lang), vpt.CaseView{Zone: time.UTC})
		for _, kind := range vpt.EventKinds() {
			if got := w.eventTitle(vpt.Event{Kind: kind, Detail: map[bool]string{true: "verwijderd"}[kind == vpt.EventEvidence]}); got == "" {
				t.Errorf("%s: %s has no sentence", lang, kind)
			}
		}
	}
}
