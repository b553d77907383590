package api

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"rugdekking/internal/serve"
	"rugdekking/vpt"
)

// problem is the body of every refusal (RFC 9457), with the list of errors as
// developer.overheid.nl describes it. It has no room for a value.
type problem struct {
	Type   string         `json:"type" format:"uri" maxLength:"200" doc:"Soort probleem; about:blank als de status genoeg zegt." example:"about:blank"`
	Status int            `json:"status" minimum:"400" maximum:"599" doc:"HTTP-status van het antwoord." example:"400"`
	Title  string         `json:"title" maxLength:"200" doc:"Korte naam van het probleem." example:"Ongeldig verzoek"`
	Detail string         `json:"detail" maxLength:"1000" doc:"Uitleg: wat is er mis en wat kun je doen." example:"Het verzoek klopt niet."`
	Code   string         `json:"code" maxLength:"60" pattern:"^[a-z0-9-]+$" doc:"Vaste code van het probleem, voor programma's." example:"ongeldige-invoer"`
	Errors []problemField `json:"errors,omitempty" nullable:"false" maxItems:"100" doc:"Wat er per veld mis is."`
}

// problemField is what is wrong with one field.
type problemField struct {
	In       string `json:"in" enum:"body,query,header" doc:"Waar het veld staat." example:"body"`
	Location string `json:"location" maxLength:"200" doc:"JSON Pointer naar het veld." example:"/soorten/0"`
	Code     string `json:"code" maxLength:"60" doc:"Vaste code van de fout." example:"verplicht"`
	Detail   string `json:"detail" maxLength:"1000" doc:"Uitleg in woorden." example:"Dit veld is verplicht."`
}

// maxErrors bounds the list: a body of many wrong fields is one wrong body.
const maxErrors = 100

// Where a field can stand.
const (
	inBody   = "body"
	inQuery  = "query"
	inHeader = "header"
)

// finding is one thing that is wrong with a request: where, and which code.
type finding struct{ in, pointer, code string }

// invalidError carries findings of the form of a request.
type invalidError struct{ findings []finding }

func (e *invalidError) Error() string { return "api: invalid request" }

// Unwrap makes it an Error of its kind, for the status.
func (e *invalidError) Unwrap() error { return vpt.Fail(vpt.KindInvalid, "ongeldige-invoer") }

// problem turns an error into what may be told of it.
func (a *API) problem(status int, err error) problem {
	p := problem{Type: "about:blank", Status: status, Title: a.texts.Text("api.titel." + strconv.Itoa(status)), Code: serve.ErrPanic.Code}
	if known := (*vpt.Error)(nil); errors.As(err, &known) && known.Kind != vpt.KindInternal {
		p.Code = known.Code
		for _, f := range known.Fields {
			p.Errors = append(p.Errors, a.field(finding{inQuery, "/" + f.Path, f.Code}))
		}
	}
	if invalid := (*invalidError)(nil); errors.As(err, &invalid) {
		p.Errors = nil
		for _, f := range invalid.findings {
			p.Errors = append(p.Errors, a.field(f))
		}
	}
	p.Errors = p.Errors[:min(len(p.Errors), maxErrors)]
	if p.Title == "" {
		p.Title = a.texts.Text("api.titel.500")
	}
	p.Detail = a.texts.Field("api", p.Code)
	return p
}

func (a *API) field(f finding) problemField {
	return problemField{In: f.in, Location: f.pointer, Code: f.code, Detail: a.texts.Field("api", f.code)}
}

// tidy sorts findings and leaves one for each place: a text of the wrong form
// is not also no date.
func tidy(findings []finding) []finding {
	slices.SortStableFunc(findings, func(x, y finding) int { return strings.Compare(x.in+x.pointer, y.in+y.pointer) })
	return slices.CompactFunc(findings, func(x, y finding) bool { return x.in == y.in && x.pointer == y.pointer })
}

// inBodyOf turns the fields of an error from the door into places in a body.
// names gives the name in the body of each field of the input.
func inBodyOf(err error, names map[string]string) error {
	var known *vpt.Error
	if !errors.As(err, &known) || known.Kind != vpt.KindInvalid || len(known.Fields) == 0 {
		return err
	}
	invalid := &invalidError{}
	for _, f := range known.Fields {
		place := finding{inBody, "", f.Code}
		switch name := names[f.Path]; {
		case f.Path == "idempotencyKey":
			place.in, place.pointer = inHeader, "/Idempotency-Key"
		case name != "":
			place.pointer = "/" + name
		}
		invalid.findings = append(invalid.findings, place)
	}
	invalid.findings = tidy(invalid.findings)
	return invalid
}
