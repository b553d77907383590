// Package api is the JSON side of the door: version 1 of an API by the NLGov
// REST API Design Rules 2.2 (Logius, "pas toe of leg uit"). It turns a request
// into the input of a use case and the answer into Dutch JSON, and it writes
// the OpenAPI description of itself from the same types.
//
// It decides nothing: what a token may do is decided behind the door. An error
// never repeats what was sent, and names of accounts never leave here.
//
// Of huma the model of OpenAPI, the schemas from Go types, their validation and
// the adapter for ServeMux are used. Its Register is not: that hides the actor
// in a context, answers 422, and is set up by package variables of the whole
// program.
package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"rugdekking/internal/app"
	"rugdekking/internal/identity"
	"rugdekking/internal/nl"
	"rugdekking/internal/serve"
)

const (
	// Version is that of the API, by semver; it stands in every answer.
	Version = "1.0.0"
	// Prefix is the address of the API on the server.
	Prefix = "/api/v1"
)

const (
	documentPath = "/openapi.json"
	// maxBody is generous for one report: its account is 20,000 bytes at most,
	// six times that when every character is escaped.
	maxBody = 256 << 10
)

// Config says what the API stands on.
type Config struct {
	App      *app.App
	Sessions *identity.Sessions
	Base     *url.URL // origin of the server, for addresses in answers
	Contact  Contact
	Now      func() time.Time
	Log      *slog.Logger
}

// Contact is whom the builders of programs may ask. What is empty is derived
// from the address of the server.
type Contact struct{ Name, URL, Email string }

// API is the whole of it.
type API struct {
	app      *app.App
	sessions *identity.Sessions
	texts    *nl.Texts
	base     *url.URL
	log      *slog.Logger
	rate     *rate
	schemas  huma.Registry
	routes   []operation
	document []byte
}

// New makes the API and writes its description.
func New(c Config) (*API, error) {
	a := &API{
		app: c.App, sessions: c.Sessions, texts: nl.New("nl"), base: c.Base.JoinPath(Prefix), log: c.Log,
		rate:    newRate(c.Now, perMinute),
		schemas: huma.NewMapRegistry("#/components/schemas/", schemaName),
	}
	a.routes = a.operations()
	var err error
	if a.document, err = a.describe(c.Contact); err != nil {
		return nil, fmt.Errorf("api: describe: %w", err)
	}
	return a, nil
}

// Register puts the API on a mux.
func (a *API) Register(mux *http.ServeMux) {
	adapter := humago.NewAdapter(mux, Prefix)
	for _, op := range a.routes {
		adapter.Handle(op.doc, func(ctx huma.Context) {
			r, w := humago.Unwrap(ctx)
			a.handle(w, r, op)
		})
	}
}

// Limits are the routes that take another body than the default, by pattern.
func (a *API) Limits() map[string]serve.Limit {
	return map[string]serve.Limit{"POST " + Prefix + "/meldingen": {Body: maxBody, Time: serve.DefaultLimit().Time}}
}

// Refuse answers a request that never reached a handler, as serve asks.
func (a *API) Refuse(w http.ResponseWriter, r *http.Request, err error) { a.fail(w, r, err) }

// answer is what a handler gives back.
type answer struct {
	status   int
	location string
	body     any
}

func (a *API) handle(w http.ResponseWriter, r *http.Request, op operation) {
	given, err := a.serve(r, op)
	if err != nil {
		a.fail(w, r, err)
		return
	}
	if op.open {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
	}
	if given.location != "" {
		w.Header().Set("Location", given.location)
	}
	if err := a.write(w, given.status, "application/json", given.body); err != nil {
		a.fail(w, r, fmt.Errorf("api: write: %w", err))
	}
}

// serve refuses in the order in which a stranger may learn things: the form of
// the answer, who asks, how often, and only then what is asked.
func (a *API) serve(r *http.Request, op operation) (answer, error) {
	if !acceptsJSON(r) {
		return answer{}, errNotAcceptable
	}
	c := &call{ctx: r.Context(), path: r.PathValue}
	if !op.open {
		var err error
		if c.who, err = a.sessions.Service(r); err != nil {
			return answer{}, err
		}
		if err := a.rate.take(c.who); err != nil {
			return answer{}, err
		}
	}
	if err := a.read(r, op, c); err != nil {
		return answer{}, err
	}
	return op.serve(c)
}

// write encodes a body whole before it sends anything. The document is bytes
// already.
func (a *API) write(w http.ResponseWriter, status int, contentType string, body any) error {
	encoded, ok := body.([]byte)
	if !ok {
		var buf bytes.Buffer
		encoder := json.NewEncoder(&buf)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(body); err != nil {
			return err
		}
		encoded = buf.Bytes()
	}
	h := w.Header()
	h.Set("API-Version", Version)
	h.Set("Content-Type", contentType)
	h.Set("Content-Length", strconv.Itoa(len(encoded)))
	w.WriteHeader(status)
	_, _ = w.Write(encoded) // the reader is gone: nobody to tell
	return nil
}

// fail answers an error and logs it when it is ours to solve.
func (a *API) fail(w http.ResponseWriter, r *http.Request, err error) {
	serve.LogFailure(a.log, r, err)
	status := statusOf(err)
	var many *tooManyError
	h := w.Header()
	switch {
	case status == http.StatusUnauthorized:
		h.Set("WWW-Authenticate", `Bearer realm="rugdekking"`)
	case errors.As(err, &many):
		h.Set("Retry-After", strconv.Itoa(int(many.after.Seconds())))
	case status == http.StatusTooManyRequests:
		h.Set("Retry-After", "60")
	case status == http.StatusServiceUnavailable:
		h.Set("Retry-After", "5")
	}
	if err := a.write(w, status, "application/problem+json", a.problem(status, err)); err != nil {
		a.log.Error("the answer that tells of a failure failed", "error", err)
	}
}
