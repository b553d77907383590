package api

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"regexp"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"rugdekking/internal/serve"
	"rugdekking/vpt"
)

// operation is one line of the list of routes: its description, and what
// answers it.
type operation struct {
	doc   *huma.Operation
	body  reflect.Type // nil: none is read
	open  bool         // to everybody, from everywhere
	serve func(*call) (answer, error)
}

// call is a request that is well-formed: its parameters and body fit the
// description. What they mean is for the door.
type call struct {
	ctx    context.Context
	who    vpt.Actor
	path   func(name string) string
	params map[string]string
	body   []byte
}

// number gives an integer parameter, 0 when it is not there.
func (c *call) number(name string) int {
	n, _ := strconv.Atoi(c.params[name]) // was checked by the description
	return n
}

// read takes parameters and body from a request and tells all that is wrong
// with their form at once.
func (a *API) read(r *http.Request, op operation, c *call) error {
	findings := a.readParams(r, op, c)
	if op.body != nil {
		if !sendsJSON(r) {
			return errMediaType
		}
		var err error
		if c.body, err = io.ReadAll(r.Body); err != nil {
			return bodyError(err)
		}
		findings = append(findings, a.checkBody(op, c.body)...)
	}
	if len(findings) > 0 {
		return &invalidError{tidy(findings)}
	}
	return nil
}

// bodyError tells a body that is too large or too slow from one that was cut
// off: the latter is no fault of ours.
func bodyError(err error) error {
	var known *vpt.Error
	if given := serve.BodyError(err); errors.As(given, &known) {
		return given
	}
	return &invalidError{[]finding{{inBody, "", "geen-json"}}}
}

func (a *API) readParams(r *http.Request, op operation, c *call) []finding {
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return []finding{{inQuery, "", "geen-vraag"}}
	}
	var findings []finding
	c.params = map[string]string{}
	for _, p := range op.doc.Parameters {
		var values []string
		switch p.In {
		case inQuery:
			values = query[p.Name]
			delete(query, p.Name)
		case inHeader:
			values = r.Header.Values(p.Name)
		default:
			continue // the path was matched by the mux, and means something or is not found
		}
		if code := a.checkParam(p, values); code != "" {
			findings = append(findings, finding{p.In, "/" + p.Name, code})
		} else if len(values) > 0 {
			c.params[p.Name] = values[0]
		}
	}
	for name := range query {
		findings = append(findings, finding{inQuery, child("", name), "onbekend-veld"})
	}
	return findings
}

// checkParam gives the code of what is wrong with a parameter, or nothing.
func (a *API) checkParam(p *huma.Param, values []string) string {
	switch {
	case len(values) == 0 && p.Required:
		return "verplicht"
	case len(values) == 0:
		return ""
	case len(values) > 1:
		return "dubbel-veld"
	}
	var value any = values[0]
	if p.Schema.Type == huma.TypeInteger {
		n, err := strconv.Atoi(values[0])
		if err != nil {
			return "verkeerd-type"
		}
		value = n
	}
	if found := a.validate(p.Schema, value, ""); len(found) > 0 {
		return found[0].code
	}
	return ""
}

// printable is a name that may be repeated in an answer: what somebody sends
// as the name of a field could be anything, a story included.
var printable = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]{0,39}$`)

// child gives the pointer to a field by the name that was sent; to what holds
// it when the name is nothing to repeat.
func child(pointer, name string) string {
	if !printable.MatchString(name) {
		return pointer
	}
	return pointer + "/" + name
}
