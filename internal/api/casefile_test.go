package api_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"rugdekking/internal/api"
	"rugdekking/vpt"
)

func TestCase_TellsHowFarItIsAndNothingElse(t *testing.T) {
	s := newSite(t)
	_, number := s.Report("rosa", func(in *vpt.ReportIncident) { in.Account = vpt.NewPrivate(canary); in.Choice = vpt.ChoiceRegisterOnly })
	token := s.token("zaken", "", vpt.ScopeCasesRead)
	got := s.ask("GET", "/zaken/"+number).as(token).send().is(200)
	if strings.Contains(got.body, canary) || strings.Contains(got.body, "Rosa") || strings.Contains(got.body, "wens melder") {
		t.Errorf("a case tells %s", got.body)
	}
	tree := got.value()
	for field, want := range map[string]any{
		"nummer": number, "status": "open", "oordeel": "nog-niet-beoordeeld", "onderdeel": "Balie", "soorten": []any{"V2"},
		"meldingsdatum": "2026-11-17", "ontvangenOp": "2026-11-17T09:00:00Z", "ernst": nil, "geslotenOp": nil,
	} {
		if fmt.Sprint(tree[field]) != fmt.Sprint(want) {
			t.Errorf("%s is %v, want %v", field, tree[field], want)
		}
	}
	if tracks := fmt.Sprint(tree["sporen"]); !strings.Contains(tracks, "map[spoor:politie status:niet-van-toepassing]") || !strings.Contains(tracks, "map[spoor:leren status:open]") {
		t.Errorf("tracks %s", tracks)
	}
	if terms := fmt.Sprint(tree["termijnen"]); !strings.Contains(terms, "map[termijn:reactie uiterlijk:2026-11-18T09:00:00Z]") {
		t.Errorf("terms %s", terms)
	}
}

func TestCase_WhoMay(t *testing.T) {
	s := newSite(t)
	_, number := s.Report("rosa", nil)
	_, unowned := s.Report("cora", func(in *vpt.ReportIncident) { in.Channel = "telefoon" }) // cora belongs to no unit
	for name, c := range map[string]struct {
		token string
		one   [2]int
		list  int
	}{
		"organisation": {s.token("a", "", vpt.ScopeCasesRead), [2]int{200, 200}, 2},
		"its unit":     {s.token("b", "Balie", vpt.ScopeCasesRead), [2]int{200, 404}, 1},
		"another unit": {s.token("c", "Werk", vpt.ScopeCasesRead), [2]int{404, 404}, 0},
		"other scope":  {s.token("d", "", vpt.ScopeReportsRead, vpt.ScopeReportsWrite), [2]int{403, 403}, -1},
		"stranger":     {s.tokenOf(s.Other.ID, "e", "", vpt.ScopeCasesRead), [2]int{404, 404}, 0},
	} {
		for i, number := range []string{number, unowned} {
			if got := s.ask("GET", "/zaken/"+number).as(c.token).send(); got.status != c.one[i] {
				t.Errorf("%s: case %d gives %d, want %d", name, i, got.status, c.one[i])
			}
		}
		got := s.ask("GET", "/zaken?status=open").as(c.token).send()
		if c.list < 0 {
			got.is(403).code("scope-ontbreekt")
			continue
		}
		if n := len(got.is(200).value()["zaken"].([]any)); n != c.list {
			t.Errorf("%s lists %d, want %d", name, n, c.list)
		}
	}
	all := s.token("f", "", vpt.ScopeCasesRead)
	if n := len(s.ask("GET", "/zaken?status=gesloten").as(all).send().is(200).value()["zaken"].([]any)); n != 0 {
		t.Errorf("%d closed cases", n)
	}
}

func TestFigures_AreThoseOfTheHouse(t *testing.T) {
	s := newSite(t)
	for range 5 {
		s.Report("rosa", nil)
	}
	token := s.token("cijfers", "", vpt.ScopeFiguresRead)
	const period = "datumVanaf=2026-07-01&datumTot=2026-12-31"
	got := s.ask("GET", "/cijfers?organisatie=toetsdam&"+period).as(token).send().is(200).value()
	if fmt.Sprint(got["meldingen"]) != "5" || fmt.Sprint(got["periode"]) != "map[tot:2026-12-31 van:2026-07-01]" || got["organisatie"] != "toetsdam" {
		t.Errorf("figures %v", got)
	}
	if first := fmt.Sprint(got["soorten"].([]any)[0]); first != "map[aantal:5 basis:5 code:verbaal label:Verbale agressie percentage:100]" {
		t.Errorf("first line %s", first)
	}
	for _, remark := range got["opmerkingen"].([]any) {
		if remark == "" {
			t.Error("a remark has no words")
		}
	}
	house, err := s.App.Figures(context.Background(), s.Actor("cora"), vpt.Period{From: "2026-07-01", To: "2026-12-31"})
	s.Must(err)
	text, err := api.FiguresJSON(house)
	s.Must(err)
	var same map[string]any
	s.Must(json.Unmarshal(text, &same))
	if fmt.Sprint(same) != fmt.Sprint(got) {
		t.Errorf("the command says %v, the API %v", same, got)
	}
	s.ask("GET", "/cijfers?organisatie=overkant&"+period).as(token).send().is(404)
	s.ask("GET", "/cijfers?organisatie=toetsdam&"+period).as(s.token("zaken", "", vpt.ScopeCasesRead)).send().is(403)
	s.wants(s.ask("GET", "/cijfers?datumVanaf="+canary).as(token).send().is(400),
		"query /datumTot verplicht", "query /datumVanaf geen-datum", "query /organisatie verplicht")
	s.wants(s.ask("GET", "/cijfers?organisatie=toetsdam&datumVanaf=2026-12-31&datumTot=2026-07-01").as(token).send().is(400), "query /datumTot einde-voor-begin")
}

func TestReading_IsInTheLog(t *testing.T) {
	s := newSite(t)
	report, number := s.Report("rosa", nil)
	token := s.token("alles", "", vpt.TokenScopes()...)
	before := s.entries()
	s.ask("GET", "/meldingen/"+report).as(token).send().is(200)
	s.ask("GET", "/zaken/"+number).as(token).send().is(200)
	s.ask("GET", "/meldingen").as(token).send().is(200)
	s.ask("GET", "/meldingen?aantal=3").as(token).send().is(200) // the same list within a quarter of an hour
	if made := s.entries() - before; made != 3 {
		t.Errorf("%d entries in the log, want 3", made)
	}
}

// entries counts the entries of the organisation's log.
func (s *site) entries() int {
	s.t.Helper()
	var n int
	db := s.DB.Raw(s.t)
	defer func() { _ = db.Close() }()
	s.Must(db.QueryRowContext(context.Background(), `SELECT count(*) FROM audit_leaf WHERE organisation_id = $1`, string(s.Org.ID)).Scan(&n))
	return n
}
