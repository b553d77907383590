package api_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"rugdekking/internal/api"
	"rugdekking/vpt"
)

func TestRate_EachTokenForItself(t *testing.T) {
	s := newSite(t)
	wild, calm := s.token("wild", "", vpt.ScopeReportsRead), s.token("kalm", "", vpt.ScopeReportsRead)
	ask := func(token string) reply { return s.ask("GET", "/meldingen?aantal=0").as(token).send() }
	const most = 600
	for range most {
		ask(wild).is(400) // also what is refused counts
	}
	refused := ask(wild).is(429).code("te-vaak")
	if wait := refused.header.Get("Retry-After"); wait != "1" {
		t.Errorf("Retry-After is %q, want 1", wait)
	}
	ask(calm).is(400)
	s.ask("GET", "/openapi.json").send().is(200)
	s.Clock.Advance(time.Second)
	for range most / 60 {
		ask(wild).is(400)
	}
	ask(wild).is(429)
	s.Clock.Advance(time.Hour) // a pause is not saved up
	for range most {
		ask(wild).is(400)
	}
	ask(wild).is(429)
}

func TestPost_SameKeyAtTheSameTime(t *testing.T) {
	s := newSite(t)
	token := s.token("bron", "", vpt.ScopeReportsWrite)
	bodies := make([]string, 8)
	var wait sync.WaitGroup
	for i := range bodies {
		wait.Go(func() {
			bodies[i] = s.ask("POST", "/meldingen").as(token).sends(aReport(nil), "sleutel-1").send().is(201).body
		})
	}
	wait.Wait()
	for _, body := range bodies {
		if body != bodies[0] {
			t.Errorf("one of them got %s, another %s", body, bodies[0])
		}
	}
	if n := s.Value(`SELECT count(id) || '' FROM report`); n != "1" {
		t.Errorf("%s reports, want 1", n)
	}
}

func TestFigures_NoPercentageIsNull(t *testing.T) {
	s := newSite(t)
	for range 4 {
		s.Report("rosa", nil)
	}
	token := s.token("cijfers", "", vpt.ScopeFiguresRead)
	got := s.ask("GET", "/cijfers?organisatie=toetsdam&datumVanaf=2026-07-01&datumTot=2026-12-31").as(token).send().is(200).value()
	lines := got["soorten"].([]any)
	if len(lines) == 0 {
		t.Fatal("no lines")
	}
	for _, line := range lines {
		if value, there := line.(map[string]any)["percentage"]; !there || value != nil {
			t.Errorf("line %v, want a percentage of null", line)
		}
	}
	if schema := s.doc.Components.Schemas["SoortCijfer"].Value; !schema.Properties["percentage"].Value.Type.Includes("null") ||
		!schema.Properties["percentage"].Value.Type.Includes("number") {
		t.Error("the description does not say that there may be none")
	}
	text, err := api.FiguresJSON(vpt.Figures{Kinds: []vpt.FigureLine{{Code: "verbaal", Permille: vpt.NoPercentage}}})
	s.Must(err)
	if !strings.Contains(string(text), `"percentage": null`) {
		t.Errorf("the command writes %s", text)
	}
}
