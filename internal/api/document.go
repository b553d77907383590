package api

import (
	"encoding/json"
	"net/http"
	"reflect"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"rugdekking/vpt"
)

// schemaName gives the Dutch name of a type in the description.
func schemaName(t reflect.Type, _ string) string {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return map[string]string{
		"reportInput": "NieuweMelding", "report": "Melding", "ReportLine": "MeldingKort", "reportPage": "Meldingen",
		"affected": "Getroffene", "instigator": "Veroorzaker", "casefile": "Zaak", "casePage": "Zaken", "track": "Spoor", "term": "Termijn",
		"figures": "Cijfers", "period": "Periode", "kindFigure": "SoortCijfer", "measureFigure": "MaatregelCijfer",
		"policeFigures": "PolitieCijfers", "problem": "Probleem", "problemField": "Fout",
	}[t.Name()]
}

// refusals are the answers that are no success, by status.
func refusals() map[int]string {
	return map[int]string{
		http.StatusBadRequest:            "Het verzoek klopt niet. `errors` zegt per veld wat er mis is.",
		http.StatusUnauthorized:          "Er is geen geldig token meegestuurd.",
		http.StatusForbidden:             "Het token heeft de scope niet.",
		http.StatusNotFound:              "Dit bestaat niet, of het token kan er niet bij.",
		http.StatusNotAcceptable:         "Het gevraagde formaat is er niet.",
		http.StatusConflict:              "De Idempotency-Key hoort bij een ander verzoek.",
		http.StatusRequestEntityTooLarge: "Het verzoek is te groot.",
		http.StatusUnsupportedMediaType:  "De inhoud is geen application/json.",
		http.StatusTooManyRequests:       "Er kwamen te veel verzoeken met dit token: meer dan " + strconv.Itoa(perMinute) + " in een minuut.",
		http.StatusInternalServerError:   "Er ging iets mis. Dat ligt aan ons.",
		http.StatusServiceUnavailable:    "Het lukt nu even niet.",
	}
}

// gives names the answers of a route: the one of success, and its refusals.
func (op operation) gives(status int, about string, body reflect.Type) operation {
	success := &huma.Response{
		Description: about, Headers: versionHeader(),
		Content: map[string]*huma.MediaType{"application/json": {Schema: &huma.Schema{Ref: "#/components/schemas/" + schemaName(body, "")}}},
	}
	if status == http.StatusCreated {
		success.Headers["Location"] = &huma.Param{
			Description: "Adres van de melding.", Schema: &huma.Schema{Type: huma.TypeString, Format: "uri"},
		}
	}
	op.doc.DefaultStatus = status
	op.doc.Responses[strconv.Itoa(status)] = success
	statuses := []int{400, 401, 403, 406, 429, 500, 503}
	if op.doc.Method == http.MethodPost {
		statuses = append(statuses, 409, 413, 415)
	} else {
		statuses = append(statuses, 404)
	}
	op.refuses(statuses...)
	return op
}

func (op operation) refuses(statuses ...int) {
	for _, status := range statuses {
		code := strconv.Itoa(status)
		op.doc.Responses[code] = &huma.Response{Ref: "#/components/responses/Fout" + code}
	}
}

func versionHeader() map[string]*huma.Param {
	return map[string]*huma.Param{"API-Version": {Ref: "#/components/headers/ApiVersie"}}
}

// documentRoute serves the description itself: to everybody, from everywhere.
func (a *API) documentRoute() operation {
	op := operation{open: true, doc: &huma.Operation{
		Method: http.MethodGet, Path: documentPath, OperationID: "leesBeschrijving", Tags: []string{"Beschrijving"},
		Summary: "Deze beschrijving", Description: "Geeft de beschrijving van deze API als OpenAPI 3.1. Hiervoor is geen token nodig.",
		Security: []map[string][]string{},
		Responses: map[string]*huma.Response{"200": {
			Description: "De beschrijving.", Headers: versionHeader(),
			Content: map[string]*huma.MediaType{"application/json": {Schema: &huma.Schema{Type: huma.TypeObject, AdditionalProperties: true}}},
		}},
	}}
	op.refuses(400, 406, 500)
	op.serve = func(*call) (answer, error) { return answer{status: http.StatusOK, body: a.document}, nil }
	return op
}

// describe writes the OpenAPI document.
func (a *API) describe(c Contact) ([]byte, error) {
	doc := &huma.OpenAPI{
		OpenAPI: "3.1.0",
		Info: &huma.Info{
			Title: "Rugdekking", Version: Version, Contact: a.contact(c),
			Description: "Registratie van agressie tegen mensen die voor de overheid werken: meldingen doen en lezen, zien hoe het met " +
				"zaken staat, en cijfers ophalen. Alles gaat over de organisatie van het token; wat daarbuiten ligt, bestaat voor het token niet. " +
				"Momenten zijn in UTC, dagen en tijden van een incident in de tijd van de organisatie.",
			License: &huma.License{Name: "EUPL-1.2", URL: "https://eupl.eu/1.2/nl/"},
		},
		Servers: []*huma.Server{{URL: a.base.String(), Description: "Deze server"}},
		Tags: []*huma.Tag{
			{Name: "Meldingen", Description: "Wat iemand over een incident meldde."},
			{Name: "Zaken", Description: "Hoe het staat met wat de organisatie ermee doet."},
			{Name: "Cijfers", Description: "Aantallen over een periode."},
			{Name: "Beschrijving", Description: "Wat je nu leest."},
		},
		Security: []map[string][]string{{"token": {}}},
		Components: &huma.Components{
			Schemas: a.schemas,
			Headers: map[string]*huma.Header{"ApiVersie": {
				Description: "Volledige versie van de API.", Schema: &huma.Schema{Type: huma.TypeString, Examples: []any{Version}},
			}},
			SecuritySchemes: map[string]*huma.SecurityScheme{"token": {
				Type: "http", Scheme: "bearer", Description: "Een token van de beheerder van je organisatie, met scopes: " + scopes() + ".",
			}},
			Responses: a.describeRefusals(),
		},
	}
	for _, op := range a.routes {
		a.describeBodies(op)
		doc.AddOperation(op.doc)
	}
	for _, schema := range a.schemas.Map() {
		standard(schema)
	}
	return json.MarshalIndent(doc, "", "  ")
}

func scopes() string {
	text := ""
	for i, s := range vpt.TokenScopes() {
		if i > 0 {
			text += ", "
		}
		text += "`" + string(s) + "`"
	}
	return text
}

// describeBodies makes the schemas of a route's body and answers.
func (a *API) describeBodies(op operation) {
	if op.body != nil {
		op.doc.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
			"application/json": {Schema: a.schemas.Schema(op.body, true, "")},
		}}
	}
}

func (a *API) describeRefusals() map[string]*huma.Response {
	schema := a.schemas.Schema(reflect.TypeFor[problem](), true, "")
	for _, body := range []reflect.Type{
		reflect.TypeFor[reportPage](), reflect.TypeFor[report](), reflect.TypeFor[casePage](), reflect.TypeFor[casefile](), reflect.TypeFor[figures](),
	} {
		a.schemas.Schema(body, true, "")
	}
	responses := map[string]*huma.Response{}
	for status, about := range refusals() {
		r := &huma.Response{
			Description: about, Headers: versionHeader(),
			Content: map[string]*huma.MediaType{"application/problem+json": {Schema: schema}},
		}
		switch status {
		case http.StatusUnauthorized:
			r.Headers["WWW-Authenticate"] = &huma.Param{Description: "Hoe je inlogt.", Schema: &huma.Schema{Type: huma.TypeString}}
		case http.StatusTooManyRequests, http.StatusServiceUnavailable:
			r.Headers["Retry-After"] = &huma.Param{
				Description: "Na hoeveel seconden het weer kan.", Schema: &huma.Schema{Type: huma.TypeInteger},
			}
		}
		responses["Fout"+strconv.Itoa(status)] = r
	}
	return responses
}

// standard takes off what does not belong in the description: "or null" of
// lists, since an empty list is sent as one, and huma's own word for what a
// pattern means. Its messages were made by then.
func standard(s *huma.Schema) {
	for _, property := range s.Properties {
		property.PatternDescription = ""
		property.Nullable = property.Nullable && property.Type != huma.TypeArray
		standard(property)
	}
}

// contact fills in whom to ask. Every domain that sends mail has a postmaster
// (RFC 5321 §4.5.1).
func (a *API) contact(c Contact) *huma.Contact {
	out := &huma.Contact{Name: c.Name, URL: c.URL, Email: c.Email}
	if out.Name == "" {
		out.Name = "Beheer van Rugdekking"
	}
	if out.URL == "" {
		help := *a.base
		help.Path = "/help"
		out.URL = help.String()
	}
	if out.Email == "" {
		out.Email = "postmaster@" + a.base.Hostname()
	}
	return out
}
