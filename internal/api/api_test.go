package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"

	"rugdekking/internal/api"
	"rugdekking/internal/apptest"
	"rugdekking/internal/identity"
	"rugdekking/internal/serve"
	"rugdekking/vpt"
)

const (
	base   = "https://rugdekking.example"
	canary = "geheimzinnig-7f3a" // in everything that a test sends and that must not come back in a refusal
)

// site is the API of a world behind a real server.
type site struct {
	*apptest.World
	t      *testing.T
	server *httptest.Server
	doc    *openapi3.T
	api    *api.API
}

func newSite(t *testing.T) *site {
	t.Helper()
	w := apptest.SQLite(t)
	origin, err := url.Parse(base)
	w.Must(err)
	log := slog.New(slog.NewTextHandler(w.Log, nil))
	a, err := api.New(api.Config{App: w.App, Sessions: identity.New(w.App, identity.Config{Secure: true}), Base: origin, Now: w.Clock.Now, Log: log})
	w.Must(err)
	mux := http.NewServeMux()
	a.Register(mux)
	mux.HandleFunc("GET "+api.Prefix+"/paniek", func(http.ResponseWriter, *http.Request) { panic(canary) })
	mux.HandleFunc("GET "+api.Prefix+"/te-vaak", func(rw http.ResponseWriter, r *http.Request) { a.Refuse(rw, r, vpt.ErrThrottled) })
	handler := serve.Handler(mux, serve.Config{Base: origin, Log: log, Now: time.Now, Refuse: a.Refuse, Limits: a.Limits()})
	s := &site{World: w, t: t, server: httptest.NewServer(handler), api: a}
	t.Cleanup(s.server.Close)
	s.doc = load(t, []byte(s.ask("GET", "/openapi.json").send().body))
	return s
}

func load(t *testing.T, text []byte) *openapi3.T {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData(text)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(context.Background()); err != nil {
		t.Fatal(err)
	}
	return doc
}

// token makes a service with scopes, limited to a unit when one is named.
func (s *site) token(name, unit string, scopes ...vpt.TokenScope) string {
	s.t.Helper()
	return s.tokenOf(s.Org.ID, name, unit, scopes...)
}

func (s *site) tokenOf(org vpt.OrganisationID, name, unit string, scopes ...vpt.TokenScope) string {
	s.t.Helper()
	made, err := s.App.AddToken(context.Background(), apptest.Command(org), vpt.AddToken{Name: name, Scopes: scopes, Unit: s.Units[unit]})
	s.Must(err)
	return made.Secret.Reveal()
}

// request is one that is being put together.
type request struct {
	s            *site
	method, path string
	body         string
	header       http.Header
}

// reply is what came back.
type reply struct {
	t      *testing.T
	status int
	header http.Header
	body   string
}

func (s *site) ask(method, path string) *request {
	return &request{s: s, method: method, path: path, header: http.Header{}}
}

func (q *request) as(token string) *request { return q.with("Authorization", "Bearer "+token) }

func (q *request) with(name, value string) *request {
	q.header.Set(name, value)
	return q
}

func (q *request) sends(body, key string) *request {
	q.body = body
	if q.header.Get("Content-Type") == "" {
		q.with("Content-Type", "application/json")
	}
	if key != "" {
		q.with("Idempotency-Key", key)
	}
	return q
}

// send asks, and holds every answer against what holds for all of them.
func (q *request) send() reply {
	q.s.t.Helper()
	r, err := http.NewRequest(q.method, q.s.server.URL+api.Prefix+q.path, strings.NewReader(q.body))
	q.s.Must(err)
	r.Host, r.Header = "rugdekking.example", q.header
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(r)
	q.s.Must(err)
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	q.s.Must(err)
	got := reply{q.s.t, response.StatusCode, response.Header, string(body)}
	q.s.t.Logf("%s %s: %d", q.method, q.path, got.status)
	got.holds()
	if q.s.doc != nil && q.method != http.MethodHead {
		q.s.fits(r, got)
	}
	return got
}

// holds checks what every answer of the API has.
func (g reply) holds() {
	g.t.Helper()
	for name, want := range map[string]string{
		"API-Version": api.Version, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY",
	} {
		if got := g.header.Get(name); got != want {
			g.t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if g.header.Get("Strict-Transport-Security") == "" || !strings.Contains(g.header.Get("Content-Security-Policy"), "frame-ancestors 'none'") {
		g.t.Error("a security header is missing")
	}
	want := "application/json"
	if g.status >= 400 {
		want = "application/problem+json"
	}
	if got := g.header.Get("Content-Type"); got != want {
		g.t.Errorf("Content-Type is %q, want %q", got, want)
	}
	if g.status >= 400 && strings.Contains(g.body, canary) {
		g.t.Errorf("a refusal repeats what was sent: %s", g.body)
	}
	if g.status >= 300 && g.status < 400 || g.status == http.StatusUnprocessableEntity {
		g.t.Errorf("status %d is never given here", g.status)
	}
}

// fits holds an answer against the description: that of the operation, or of
// any refusal where there is no operation.
func (s *site) fits(r *http.Request, got reply) {
	s.t.Helper()
	path, params := s.pathOf(strings.TrimPrefix(r.URL.Path, api.Prefix))
	item := s.doc.Paths.Value(path)
	if item == nil || item.GetOperation(r.Method) == nil {
		var body any
		s.Must(json.Unmarshal([]byte(got.body), &body))
		if err := s.doc.Components.Schemas["Probleem"].Value.VisitJSON(body, openapi3.EnableJSONSchema2020()); err != nil {
			s.t.Errorf("no such operation, and no problem either: %v", err)
		}
		return
	}
	input := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: r, PathParams: params, Route: &routers.Route{
			Spec: s.doc, Path: path, PathItem: item, Method: r.Method, Operation: item.GetOperation(r.Method),
		}},
		Status: got.status, Header: got.header, Body: io.NopCloser(bytes.NewReader([]byte(got.body))),
		Options: &openapi3filter.Options{IncludeResponseStatus: true, MultiError: true},
	}
	if err := openapi3filter.ValidateResponse(context.Background(), input); err != nil {
		s.t.Errorf("the answer does not fit the description: %v\n%s", err, got.body)
	}
}

func (s *site) pathOf(path string) (string, map[string]string) {
	for _, collection := range []string{"/meldingen", "/zaken"} {
		if number, ok := strings.CutPrefix(path, collection+"/"); ok && number != "" {
			return collection + "/{nummer}", map[string]string{"nummer": number}
		}
	}
	return path, nil
}

// is fails unless the status is the wanted one.
func (g reply) is(status int) reply {
	g.t.Helper()
	if g.status != status {
		g.t.Fatalf("status %d, want %d: %s", g.status, status, g.body)
	}
	return g
}

// value gives the body as a tree.
func (g reply) value() map[string]any {
	g.t.Helper()
	var tree map[string]any
	if err := json.Unmarshal([]byte(g.body), &tree); err != nil {
		g.t.Fatal(err)
	}
	return tree
}

// code fails unless the refusal has a code.
func (g reply) code(want string) reply {
	g.t.Helper()
	if got := g.value()["code"]; got != want {
		g.t.Errorf("code %v, want %s", got, want)
	}
	return g
}

// wrong gives the errors of a refusal as "in location code".
func (g reply) wrong() []string {
	g.t.Helper()
	var out []string
	list, _ := g.value()["errors"].([]any)
	for _, one := range list {
		e := one.(map[string]any)
		if e["detail"] == "" || strings.Contains(e["detail"].(string), "Er ging iets mis") {
			g.t.Errorf("%v has no text of its own", e["code"])
		}
		out = append(out, e["in"].(string)+" "+e["location"].(string)+" "+e["code"].(string))
	}
	return out
}

// aReport is a valid body, changed: a value of nil takes the field out.
func aReport(change map[string]any) string {
	body := map[string]any{
		"soorten": []string{"V2"}, "voorgevallenOp": "2026-11-16", "tijdstip": "09:30:00", "kanaal": "balie", "onderdeel": "Balie",
		"omschrijving": "Hij schold en sloeg op de balie. " + canary, "getroffenen": []map[string]any{{"naam": "Sam de Boer", "rol": "getroffene"}},
		"hulpNodig": "nee",
	}
	for name, value := range change {
		if value == nil {
			delete(body, name)
		} else {
			body[name] = value
		}
	}
	text, err := json.Marshal(body)
	if err != nil {
		panic(err)
	}
	return string(text)
}
