package api_test

import (
	"encoding/json"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"

	"rugdekking/internal/api"
	"rugdekking/vpt"
)

// TestLiveChecks does what each row of testdata/live-checks.tsv says, against a
// running server. A row without a check fails, and so does a check without a row.
func TestLiveChecks(t *testing.T) {
	text, err := os.ReadFile("testdata/live-checks.tsv")
	if err != nil {
		t.Fatal(err)
	}
	checks := liveChecks()
	s := newSite(t)
	tokens := liveTokens{
		all: s.token("alles", "", vpt.TokenScopes()...), none: s.token("cijfers", "", vpt.ScopeFiguresRead),
	}
	for _, row := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		columns := strings.Split(row, "\t")
		name := columns[0] + " " + columns[1]
		check, ok := checks[name]
		if !ok {
			t.Errorf("no check for %q", name)
			continue
		}
		delete(checks, name)
		t.Run(name, func(t *testing.T) {
			one := *s
			one.t, one.T = t, t
			check(&one, tokens)
		})
	}
	for name := range checks {
		t.Errorf("no row for %q", name)
	}
}

type liveTokens struct{ all, none string }

func liveChecks() map[string]func(*site, liveTokens) {
	return map[string]func(*site, liveTokens){
		"/core/publish-openapi GET {base}/openapi.json zonder Authorization": func(s *site, _ liveTokens) {
			got := s.ask("GET", "/openapi.json").with("Origin", "https://elders.example").send().is(200)
			if got.header.Get("Access-Control-Allow-Origin") != "*" || !strings.HasPrefix(s.doc.OpenAPI, "3.") {
				s.t.Error("not for everybody, or no OpenAPI 3")
			}
		},
		"/core/publish-openapi GET {base}/openapi.yaml (optioneel)": func(s *site, _ liveTokens) {
			s.ask("GET", "/openapi.yaml").send().is(404)
		},
		"/core/uri-version OAS servers[].url": func(s *site, _ liveTokens) {
			for _, server := range s.doc.Servers {
				if !regexp.MustCompile(`^https://[^/]+(/[a-z]+)*/v\d+$`).MatchString(server.URL) {
					s.t.Errorf("server %s", server.URL)
				}
			}
		},
		"/core/semver OAS info.version": func(s *site, _ liveTokens) {
			if !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(s.doc.Info.Version) {
				s.t.Errorf("version %s", s.doc.Info.Version)
			}
		},
		"/core/version-header elk verzoek, ook 4xx en 5xx": func(s *site, k liveTokens) {
			if s.doc.Info.Version != api.Version {
				s.t.Errorf("described is %s", s.doc.Info.Version)
			}
			for _, got := range refusals(s, k) { // holds looks at the header of each
				got.holds()
			}
		},
		"/core/no-trailing-slash GET {base}/meldingen/": func(s *site, k liveTokens) {
			s.ask("GET", "/meldingen/").as(k.all).send().is(404)
			s.ask("GET", "//meldingen").as(k.all).send().is(404)
		},
		"/core/path-segments-kebab-case GET {base}/Meldingen": func(s *site, k liveTokens) {
			s.ask("GET", "/Meldingen").as(k.all).send().is(404)
		},
		"/core/query-keys-camel-case OAS parameters in query": func(s *site, _ liveTokens) {
			for path, item := range s.doc.Paths.Map() {
				for _, op := range item.Operations() {
					for _, p := range op.Parameters {
						if p.Value.In == "query" && !camel.MatchString(p.Value.Name) {
							s.t.Errorf("%s takes %s", path, p.Value.Name)
						}
					}
				}
			}
		},
		"/core/http-methods PATCH op een resource zonder PATCH": func(s *site, k liveTokens) {
			for path, want := range map[string]string{"/meldingen": "GET, HEAD, POST", "/zaken/Z-2026-00001": "GET, HEAD"} {
				if got := s.ask("PATCH", path).as(k.all).send().is(405).header.Get("Allow"); got != want {
					s.t.Errorf("%s: Allow is %q, want %q", path, got, want)
				}
			}
		},
		"/core/http-methods HEAD {base}/meldingen": func(s *site, k liveTokens) {
			get := s.ask("GET", "/meldingen").as(k.all).send().is(200)
			head := s.ask("HEAD", "/meldingen").as(k.all).send().is(200)
			for _, h := range []http.Header{get.header, head.header} {
				h.Del("Date")
				h.Del("X-Request-Id")
			}
			if head.body != "" || !equalHeaders(get.header, head.header) {
				s.t.Errorf("HEAD differs: %v and %v, body %q", get.header, head.header, head.body)
			}
		},
		"/core/http-safety 2x dezelfde PUT of DELETE": func(s *site, k liveTokens) {
			for path, item := range s.doc.Paths.Map() {
				if item.Put != nil || item.Delete != nil {
					s.t.Errorf("%s has PUT or DELETE: check that twice is once", path)
				}
			}
			for _, method := range []string{"PUT", "DELETE"} {
				s.ask(method, "/meldingen").as(k.all).send().is(405)
			}
		},
		"/core/http-response-code POST {base}/meldingen geldig": func(s *site, k liveTokens) {
			got := s.ask("POST", "/meldingen").as(k.all).sends(aReport(nil), "live-geldig").send().is(201)
			at, ok := strings.CutPrefix(got.header.Get("Location"), base+api.Prefix)
			if !ok {
				s.t.Fatalf("Location is %q", got.header.Get("Location"))
			}
			if read := s.ask("GET", at).as(k.all).send().is(200); read.body != got.body {
				s.t.Errorf("at Location stands %s, answered was %s", read.body, got.body)
			}
		},
		"/core/stateless zelfde verzoek zonder cookies, met Bearer": func(s *site, k liveTokens) {
			one := s.ask("GET", "/meldingen").as(k.all).send().is(200)
			two := s.ask("GET", "/meldingen").as(k.all).with("Cookie", "__Host-rugdekking=x").send().is(200)
			if one.body != two.body || one.header.Get("Set-Cookie") != "" {
				s.t.Error("a cookie makes a difference, or is set")
			}
			s.ask("GET", "/meldingen").with("Cookie", "__Host-rugdekking=x").send().is(401)
		},
		"/core/error-handling/problem-details elke 4xx/5xx, ook 401, 403, 404, 405, 413, 415, 429, 500": func(s *site, k liveTokens) {
			seen := refusals(s, k)
			for _, status := range []int{400, 401, 403, 404, 405, 406, 409, 413, 415, 429, 500} {
				got, ok := seen[status]
				if !ok {
					s.t.Errorf("no answer with status %d", status)
					continue
				}
				tree := got.value()
				if tree["title"] == "" || tree["detail"] == "" || tree["status"] != float64(status) {
					s.t.Errorf("%d: %s", status, got.body)
				}
			}
		},
		"/core/error-handling/invalid-input GET {base}/meldingen?datumVanaf=onzin": func(s *site, k liveTokens) {
			s.wants(s.ask("GET", "/meldingen?datumVanaf="+canary).as(k.all).send().is(400), "query /datumVanaf geen-datum")
		},
		"/core/error-handling/invalid-input POST met onbekend veld, verkeerd type, kapotte JSON": func(s *site, k liveTokens) {
			send := func(body string) reply {
				return s.ask("POST", "/meldingen").as(k.all).sends(body, "live-ongeldig").send().is(400)
			}
			s.wants(send(aReport(map[string]any{"bijnaam": canary})), "body /bijnaam onbekend-veld")
			s.wants(send(aReport(map[string]any{"omschrijving": 7})), "body /omschrijving verkeerd-type")
			s.wants(send(`{"omschrijving": "`+canary), "body  geen-json")
		},
		"/core/error-handling/all-errors POST met 3 fouten tegelijk": func(s *site, k liveTokens) {
			body := aReport(map[string]any{"soorten": nil, "hulpNodig": canary, "voorgevallenOp": canary})
			s.wants(s.ask("POST", "/meldingen").as(k.all).sends(body, "live-drie-fouten").send().is(400),
				"body /hulpNodig onbekende-keuze", "body /soorten verplicht", "body /voorgevallenOp geen-datum")
		},
		"/core/date-time/timezone POST met 2026-11-23T10:00:00+02:00 en met Z": func(s *site, k liveTokens) {
			for sent, want := range map[string]string{
				"2026-11-17T10:00:00+02:00": "2026-11-17T08:00:00Z", "2026-11-17T08:30:00Z": "2026-11-17T08:30:00Z",
				"2026-11-16T20:30:00-05:00": "2026-11-17T01:30:00Z",
			} {
				got := s.ask("POST", "/meldingen").as(k.all).sends(aReport(map[string]any{"geregistreerdOp": sent}), "live-zone-"+want+sent[19:]).send().is(201)
				if at := got.value()["geregistreerdOp"]; at != want {
					s.t.Errorf("%s came back as %v, want %s", sent, at, want)
				}
			}
		},
		"/core/date-time/format POST met 2026-11-23 10:00 of offset -00:00": func(s *site, k liveTokens) {
			for _, sent := range []string{
				"2026-11-17 08:00", "2026-11-17 08:00:00Z", "2026-11-17T08:00:00-00:00", "2026-11-17t08:00:00z", "2026-11-17T08:00:00,5Z",
				"2026-11-17T08:00:00", "2026-02-30T08:00:00Z", "2026-11-17T24:00:00Z",
			} {
				got := s.ask("POST", "/meldingen").as(k.all).sends(aReport(map[string]any{"geregistreerdOp": sent}), "live-vorm").send().is(400)
				s.wants(got, "body /geregistreerdOp geen-moment")
			}
		},
		"/core/date-time/date-omit-time-portion velden met alleen een datum": func(s *site, k liveTokens) {
			body := s.ask("POST", "/meldingen").as(k.all).sends(aReport(nil), "live-datum").send().is(201).value()
			for _, field := range []string{"voorgevallenOp", "meldingsdatum"} {
				if day, _ := body[field].(string); !vpt.Date(day).Valid() {
					s.t.Errorf("%s is %v", field, body[field])
				}
				if got := s.doc.Components.Schemas["Melding"].Value.Properties[field].Value; got.Format != "date" || !got.Type.Is("string") {
					s.t.Errorf("%s is described as %v %s", field, got.Type, got.Format)
				}
			}
		},
		"/core/transport/tls testssl tegen de TLS-poort": func(s *site, _ liveTokens) { checkTLS(s.t) },
		"/core/transport/security-headers elk antwoord":  checkHeaders,
		"/core/transport/cors Origin: https://kwaad.example op een gewone resource": func(s *site, k liveTokens) {
			got := s.ask("GET", "/meldingen").as(k.all).with("Origin", "https://kwaad.example").send().is(200)
			if allowed := got.header.Get("Access-Control-Allow-Origin"); allowed != "" {
				s.t.Errorf("allowed is %q", allowed)
			}
			s.ask("POST", "/meldingen").as(k.all).with("Origin", "https://kwaad.example").with("Sec-Fetch-Site", "cross-site").
				sends(aReport(nil), "live-kwaad").send().is(403).code("andere-herkomst")
		},
		"/core/transport/no-sensitive-uris OAS en routes": func(s *site, _ liveTokens) {
			for path, item := range s.doc.Paths.Map() {
				for _, op := range item.Operations() {
					for _, p := range op.Parameters {
						if forbiddenInAddress(p.Value) {
							s.t.Errorf("%s takes %s", path, p.Value.Name)
						}
					}
				}
			}
		},
		"inhoudstype POST met Content-Type: text/plain": func(s *site, k liveTokens) {
			for _, kind := range []string{"text/plain", "application/xml", "application/json; charset=latin1", "application/jsonx"} {
				s.ask("POST", "/meldingen").as(k.all).with("Content-Type", kind).sends(aReport(nil), "live-soort").send().is(415)
			}
		},
		"inhoudstype GET met Accept: application/xml": func(s *site, k liveTokens) {
			for accept, want := range map[string]int{
				"application/xml": 406, "application/json;q=0": 406, "*/*, application/json;q=0": 406, "text/html": 406,
				"application/xml, */*;q=0.1": 200, "application/*": 200, "": 200, "application/json; charset=utf-8": 200,
			} {
				s.ask("GET", "/meldingen").as(k.all).with("Accept", accept).send().is(want)
			}
		},
	}
}

// wants fails unless the errors of a refusal are exactly these.
func (s *site) wants(got reply, want ...string) {
	s.t.Helper()
	if wrong := got.wrong(); strings.Join(wrong, "\n") != strings.Join(want, "\n") {
		s.t.Errorf("errors %q, want %q", wrong, want)
	}
}

// refusals brings about one refusal of each status.
func refusals(s *site, k liveTokens) map[int]reply {
	s.ask("POST", "/meldingen").as(k.all).sends(aReport(nil), "live-weigeringen").send().is(201)
	return map[int]reply{
		400: s.ask("GET", "/meldingen?aantal=0").as(k.all).send().is(400),
		401: s.ask("GET", "/meldingen").as(canary).send().is(401),
		403: s.ask("GET", "/meldingen").as(k.none).send().is(403).code("scope-ontbreekt"),
		404: s.ask("GET", "/meldingen/"+canary).as(k.all).send().is(404),
		405: s.ask("DELETE", "/cijfers").as(k.all).send().is(405),
		406: s.ask("GET", "/zaken").as(k.all).with("Accept", "text/html").send().is(406),
		409: s.ask("POST", "/meldingen").as(k.all).sends(aReport(map[string]any{"hulpNodig": "nu"}), "live-weigeringen").send().is(409),
		413: s.ask("POST", "/meldingen").as(k.all).sends(`"`+strings.Repeat("x", 300<<10)+`"`, "live-groot").send().is(413),
		415: s.ask("POST", "/meldingen").as(k.all).with("Content-Type", "text/csv").sends("a;b", "live-csv1").send().is(415),
		429: s.ask("GET", "/te-vaak").send().is(429),
		500: s.ask("GET", "/paniek").send().is(500),
	}
}

func checkHeaders(s *site, k liveTokens) {
	for _, got := range refusals(s, k) {
		got.holds()
	}
	for _, path := range []string{"/openapi.json", "/meldingen", "/zaken"} {
		s.ask("GET", path).as(k.all).send().is(200).holds()
	}
}

func equalHeaders(a, b http.Header) bool {
	one, _ := json.Marshal(a)
	two, _ := json.Marshal(b)
	return string(one) == string(two)
}
