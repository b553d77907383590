package api_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"rugdekking/vpt"
)

func TestPost_MakesAReportThatTheHouseKnows(t *testing.T) {
	s := newSite(t)
	token := s.token("bron", "", vpt.ScopeReportsWrite)
	got := s.ask("POST", "/meldingen").as(token).sends(aReport(map[string]any{
		"namens": "rosa@toetsdam.example", "locatie": "Stadhuis", "tijdstip": "09:30", "keuze": "alleen-registreren",
		"getroffenen":  []map[string]any{{"rol": "melder"}, {"rol": "getroffene", "naam": "anna@toetsdam.example"}, {"rol": "getroffene", "naam": "Sam de Boer"}},
		"veroorzakers": []map[string]any{{"omschrijving": "Een man.\n\nMet een pet."}, {"omschrijving": "Zijn vriend."}},
	}), "sleutel-1").send().is(201).value()
	for field, want := range map[string]any{
		"nummer": "M-2026-00001", "status": "open", "onderdeel": "Balie", "locatie": "Stadhuis", "tijdstip": "09:30:00", "kanaal": "balie",
		"voorgevallenOp": "2026-11-16", "meldingsdatum": "2026-11-17", "geregistreerdOp": "2026-11-17T09:00:00Z", "hulpNodig": "nee",
		"keuze": "alleen-registreren", "zaak": nil, "namens": nil, "soorten": []any{"V2"},
		"getroffenen":  []any{map[string]any{"rol": "melder"}, map[string]any{"rol": "getroffene"}, map[string]any{"rol": "getroffene", "naam": "Sam de Boer"}},
		"veroorzakers": []any{map[string]any{"omschrijving": "Een man.\nMet een pet."}, map[string]any{"omschrijving": "Zijn vriend."}},
	} {
		if fmt.Sprint(got[field]) != fmt.Sprint(want) {
			t.Errorf("%s is %v, want %v", field, got[field], want)
		}
	}
	for question, want := range map[string]string{
		`SELECT p.id FROM report r JOIN person p ON p.id = r.reporter_id WHERE r.number = 'M-2026-00001'`:         string(s.People["rosa"]),
		`SELECT c.owner_id FROM report r JOIN casefile c ON c.id = r.casefile_id WHERE r.number = 'M-2026-00001'`: string(s.People["mila"]),
		`SELECT route || '/' || route_name || '/' || on_behalf FROM report`:                                       "koppeling/bron/mijzelf",
	} {
		if got := s.Value(question); got != want {
			t.Errorf("%s: %s, want %s", question, got, want)
		}
	}
}

func TestPost_OncePerKey(t *testing.T) {
	s := newSite(t)
	token, other := s.token("bron", "", vpt.ScopeReportsWrite), s.token("anders", "", vpt.ScopeReportsWrite)
	send := func(token, body, key string) reply {
		return s.ask("POST", "/meldingen").as(token).sends(body, key).send()
	}
	first := send(token, aReport(nil), "sleutel-1").is(201)
	again := send(token, aReport(nil), "sleutel-1").is(201)
	if first.body != again.body || first.header.Get("Location") != again.header.Get("Location") {
		t.Errorf("the second time gave %s, the first %s", again.body, first.body)
	}
	send(token, aReport(map[string]any{"hulpNodig": "later"}), "sleutel-1").is(409).code("sleutel-hergebruikt")
	s.wants(send(token, aReport(nil), "").is(400), "header /Idempotency-Key verplicht")
	s.wants(send(token, aReport(nil), "1234567").is(400), "header /Idempotency-Key te-kort")
	s.wants(send(token, aReport(nil), strings.Repeat("x", 65)).is(400), "header /Idempotency-Key te-lang")
	if n := s.Value(`SELECT count(id) || '' FROM report`); n != "1" {
		t.Errorf("%s reports, want 1", n)
	}
	send(other, aReport(nil), "sleutel-1").is(201) // a key belongs to a token
	if n := s.Value(`SELECT count(id) || '' FROM report`); n != "2" {
		t.Errorf("%s reports, want 2", n)
	}
}

func TestPost_RefusesWhatTheDoorRefuses(t *testing.T) {
	s := newSite(t)
	token := s.token("bron", "", vpt.ScopeReportsWrite)
	for name, c := range map[string]struct {
		change map[string]any
		want   []string
	}{
		"everything at once": {map[string]any{
			"soorten": []string{"V2", "Q9"}, "voorgevallenOp": "2026-11-18", "kanaal": "duif", "onderdeel": canary, "namens": canary,
			"geregistreerdOp": "2026-11-18T00:00:00Z", "omschrijving": "BSN 111222333",
		}, []string{
			"body /geregistreerdOp in-de-toekomst", "body /kanaal onbekende-keuze", "body /namens collega-niet-gevonden",
			"body /omschrijving bsn", "body /onderdeel onbekende-keuze", "body /soorten onbekende-keuze", "body /voorgevallenOp in-de-toekomst",
		}},
		"long ago":             {map[string]any{"geregistreerdOp": "2025-11-01T00:00:00Z"}, []string{"body /geregistreerdOp te-oud"}},
		"no place":             {map[string]any{"kanaal": nil}, []string{"body /kanaal verplicht"}},
		"reporter is unknown":  {map[string]any{"getroffenen": []map[string]any{{"rol": "melder"}}}, []string{"body /getroffenen verplicht"}},
		"colleague is unknown": {map[string]any{"getroffenen": []map[string]any{{"rol": "getroffene", "naam": canary + "@x.nl"}}}, []string{"body /getroffenen collega-niet-gevonden"}},
		"in the list":          {map[string]any{"getroffenen": []map[string]any{{"rol": "dief", "naam": ""}}}, []string{"body /getroffenen/0/naam te-kort", "body /getroffenen/0/rol onbekende-keuze"}},
		"null":                 {map[string]any{"tijdstip": nil, "kanaal": []any{nil}}, []string{"body /kanaal verkeerd-type"}},
		"capitals":             {map[string]any{"hulpNodig": nil, "HulpNodig": "nee"}, []string{"body /HulpNodig onbekend-veld", "body /hulpNodig verplicht"}},
		"a story as a name":    {map[string]any{canary + " sloeg me": 1}, []string{"body  onbekend-veld"}},
		"no time":              {map[string]any{"tijdstip": "25:00"}, []string{"body /tijdstip geen-tijd"}},
	} {
		t.Run(name, func(t *testing.T) {
			one := *s
			one.t, one.T = t, t
			one.wants(one.ask("POST", "/meldingen").as(token).sends(aReport(c.change), "sleutel-fout").send().is(400), c.want...)
		})
	}
	for body, want := range map[string]string{
		`null`: "body  verkeerd-type", `[]`: "body  verkeerd-type", `{} {}`: "body  geen-json", "\"\xff\"": "body  geen-json", "": "body  geen-json",
		strings.Repeat("[", 40) + strings.Repeat("]", 40): "body  geen-json",
	} {
		if wrong := s.ask("POST", "/meldingen").as(token).sends(body, "sleutel-fout").send().is(400).wrong(); wrong[0] != want {
			t.Errorf("%q: %v, want %s", body, wrong, want)
		}
	}
	twice := strings.Replace(aReport(nil), `{`, `{"hulpNodig":"nu",`, 1)
	s.wants(s.ask("POST", "/meldingen").as(token).sends(twice, "sleutel-fout").send().is(400), "body /hulpNodig dubbel-veld")
	if n := s.Value(`SELECT count(id) || '' FROM report`); n != "0" {
		t.Errorf("%s reports were made", n)
	}
}

func TestPost_CountsOnTheDayOfFiling(t *testing.T) {
	s := newSite(t)
	token := s.token("bron", "", vpt.ScopeReportsWrite)
	// Half past eleven at night in Amsterdam, handed over the next morning.
	got := s.ask("POST", "/meldingen").as(token).sends(aReport(map[string]any{"geregistreerdOp": "2026-11-16T22:30:00Z"}), "sleutel-nacht").send().is(201).value()
	if got["meldingsdatum"] != "2026-11-16" {
		t.Errorf("counts on %v", got["meldingsdatum"])
	}
	if due := s.Value(`SELECT (reaction_due_at / 1000000) || '' FROM casefile`); due != fmt.Sprint(time.Date(2026, 11, 18, 9, 0, 0, 0, time.UTC).Unix()) {
		t.Errorf("reaction is due at %s: terms start when the report is received", due)
	}
}

func TestReport_WhatATokenSees(t *testing.T) {
	s := newSite(t)
	mine, other := s.token("bron", "", vpt.ScopeReportsWrite), s.token("anders", "", vpt.ScopeReportsWrite)
	reader, both := s.token("lezer", "", vpt.ScopeReportsRead), s.token("beide", "", vpt.ScopeReportsRead, vpt.ScopeCasesRead)
	work, figures := s.token("werk", "Werk", vpt.ScopeReportsRead), s.token("cijfers", "", vpt.ScopeFiguresRead)
	counter := s.token("loket", "Balie", vpt.ScopeReportsRead)
	stranger := s.tokenOf(s.Other.ID, "buur", "", vpt.TokenScopes()...)
	s.ask("POST", "/meldingen").as(mine).sends(aReport(nil), "sleutel-1").send().is(201)
	byRosa, _ := s.Report("rosa", nil)
	for who, want := range map[string][2]int{
		mine: {200, 404}, other: {404, 404}, reader: {200, 200}, both: {200, 200}, counter: {200, 200}, work: {404, 404}, stranger: {404, 404}, figures: {403, 403}, "": {401, 401},
	} {
		for i, number := range []string{"M-2026-00001", byRosa} {
			got := s.ask("GET", "/meldingen/"+number).as(who).send().is(want[i])
			if want[i] == 200 && (strings.Contains(got.body, "Rosa") || strings.Contains(got.body, "@toetsdam")) {
				t.Errorf("the name of an account is in %s", got.body)
			}
			if want[i] == 200 && strings.Contains(got.body, `"zaak"`) != (who == both) {
				t.Errorf("the case is shown wrongly: %s", got.body)
			}
		}
	}
	for who, want := range map[string]int{reader: 2, both: 2, counter: 2, work: 0, stranger: 0} {
		got := s.ask("GET", "/meldingen").as(who).send().is(200)
		if n := len(got.value()["meldingen"].([]any)); n != want || strings.Contains(got.body, "schold") || strings.Contains(got.body, canary) {
			t.Errorf("%d reports, want %d: %s", n, want, got.body)
		}
	}
	for _, who := range []string{mine, figures} {
		s.ask("GET", "/meldingen").as(who).send().is(403).code("scope-ontbreekt")
	}
	s.ask("POST", "/meldingen").as(reader).sends(aReport(nil), "sleutel-2").send().is(403).code("scope-ontbreekt")
}

func TestPost_StaysInTheUnitOfTheToken(t *testing.T) {
	s := newSite(t)
	token := s.token("loket", "Balie", vpt.ScopeReportsWrite)
	send := func(unit any, key string) reply {
		return s.ask("POST", "/meldingen").as(token).sends(aReport(map[string]any{"onderdeel": unit}), key).send()
	}
	for unit, want := range map[string]string{"Balie": "Balie", "Loket": "Loket"} {
		if got := send(unit, "sleutel-"+unit).is(201).value()["onderdeel"]; got != want {
			t.Errorf("%s became %v", unit, got)
		}
	}
	if got := send(nil, "sleutel-geen").is(201).value()["onderdeel"]; got != "Balie" {
		t.Errorf("without a unit it became %v", got)
	}
	s.wants(send("Werk", "sleutel-werk").is(400), "body /onderdeel onbekende-keuze")
}

func TestList_PagesByKeyset(t *testing.T) {
	s := newSite(t)
	token := s.token("alles", "", vpt.TokenScopes()...)
	for i := range 7 {
		filed := time.Date(2026, 11, 10+i%3, 9, 0, 0, 0, time.UTC).Format(time.RFC3339)
		s.ask("POST", "/meldingen").as(token).
			sends(aReport(map[string]any{"voorgevallenOp": "2026-11-01", "geregistreerdOp": filed}), fmt.Sprintf("sleutel-%d", i)).send().is(201)
	}
	for collection, want := range map[string]int{"meldingen": 7, "zaken": 7} {
		var days []string
		seen := map[string]bool{}
		next := "/" + collection + "?aantal=2"
		for pages := 0; next != ""; pages++ {
			got := s.ask("GET", next).as(token).send().is(200).value()
			for _, one := range got[collection].([]any) {
				row := one.(map[string]any)
				seen[row["nummer"].(string)] = true
				days = append(days, row["meldingsdatum"].(string))
			}
			at, _ := got["volgende"].(string)
			next = strings.TrimPrefix(at, base+"/api/v1")
			if at != "" && next == at || pages > 10 {
				t.Fatalf("page %d leads to %q", pages, at)
			}
		}
		if len(seen) != want || len(days) != want {
			t.Errorf("%s: %d different ones in %d rows, want %d", collection, len(seen), len(days), want)
		}
		for i := 1; i < len(days); i++ {
			if days[i] < days[i-1] {
				t.Errorf("%s is out of order: %v", collection, days)
			}
		}
		got := s.ask("GET", "/"+collection+"?datumVanaf=2026-11-11&datumTot=2026-11-11").as(token).send().is(200).value()
		if n := len(got[collection].([]any)); n != 2 {
			t.Errorf("%s of one day: %d, want 2", collection, n)
		}
	}
	for query, want := range map[string]string{
		"aantal=101": "query /aantal buiten-bereik", "aantal=x": "query /aantal verkeerd-type", "na=onzin": "query /na ongeldige-cursor",
		"na=a%00b": "query /na ongeldige-vorm", "datumVanaf=2026-11-12&datumTot=2026-11-11": "query /datumTot einde-voor-begin",
		"pagina=2": "query /pagina onbekend-veld", "aantal=1&aantal=2": "query /aantal dubbel-veld", "datumVanaf=": "query /datumVanaf geen-datum",
		url.QueryEscape(canary+" x") + "=1": "query  onbekend-veld", "aantal=%zz": "query  geen-vraag", "bsn=" + canary: "query /bsn onbekend-veld",
	} {
		s.wants(s.ask("GET", "/meldingen?"+query).as(token).send().is(400), want)
	}
	s.wants(s.ask("GET", "/zaken?status="+canary).as(token).send().is(400), "query /status onbekende-keuze")
}

func TestFailure_TellsNothingAndAsksToComeBack(t *testing.T) {
	s := newSite(t)
	token := s.token("alles", "", vpt.TokenScopes()...)
	db := s.DB.Raw(t)
	_, err := db.Exec(`ALTER TABLE report RENAME TO gone`)
	s.Must(err)
	s.Must(db.Close())
	got := s.ask("GET", "/meldingen").as(token).send()
	if got.status != 500 && got.status != 503 || strings.Contains(got.body, "sql") {
		t.Errorf("%d %s", got.status, got.body)
	}
	if !strings.Contains(s.Log.String(), "request failed") {
		t.Error("the failure is not in the log")
	}
}

func TestStrangers_LearnNothing(t *testing.T) {
	s := newSite(t)
	for path, item := range s.doc.Paths.Map() {
		for method := range item.Operations() {
			if path == "/openapi.json" {
				continue
			}
			at := strings.ReplaceAll(path, "{nummer}", "M-2026-00001") + "?onzin=1"
			for _, header := range []string{"", "Bearer ", "Bearer " + canary, "Basic " + canary, "Bearer rugdekking_" + canary} {
				got := s.ask(method, at).with("Authorization", header).send().is(401).code("niet-aangemeld")
				if !strings.HasPrefix(got.header.Get("WWW-Authenticate"), "Bearer") {
					t.Errorf("%s %s does not say how to sign in", method, path)
				}
			}
		}
	}
}
