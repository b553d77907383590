package api

import (
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"rugdekking/vpt"
)

// operations is the one list of routes. The description is made of it, and a
// test asks each of them as a stranger.
func (a *API) operations() []operation {
	return []operation{
		a.get("/meldingen", "lijstMeldingen", "Meldingen", "Lijst van meldingen", vpt.ScopeReportsRead, a.listReports).
			about("Geeft meldingen op volgorde van meldingsdatum, de oudste eerst, zonder het verhaal en zonder namen.").
			takes(a.pageParams()...).gives(http.StatusOK, "De meldingen waar dit token bij kan.", reflect.TypeFor[reportPage]()),
		a.post("/meldingen", "maakMelding", "Meldingen", "Nieuwe melding", vpt.ScopeReportsWrite, a.createReport).
			about("Neemt een melding op. De organisatie krijgt meteen een zaak, met een eigenaar en termijnen. "+
				"Stuur bij een fout of een verbroken verbinding hetzelfde nog eens, met dezelfde Idempotency-Key: er komt dan geen tweede melding.").
			takes(idempotencyKey()).accepts(reflect.TypeFor[reportInput]()).
			gives(http.StatusCreated, "De melding is opgenomen.", reflect.TypeFor[report]()),
		a.get("/meldingen/{nummer}", "leesMelding", "Meldingen", "Eén melding", vpt.ScopeReportsRead, a.readReport).
			about("Geeft één melding en hoe het met de zaak staat. Met alleen de scope meldingen.schrijven zijn dat de meldingen die "+
				"met dit token zijn gestuurd.").
			takes(number("melding", "M-2026-00012")).gives(http.StatusOK, "De melding.", reflect.TypeFor[report]()),
		a.get("/zaken", "lijstZaken", "Zaken", "Lijst van zaken", vpt.ScopeCasesRead, a.listCases).
			about("Geeft van elke zaak de stand van zaken, op volgorde van meldingsdatum, de oudste eerst. Geen verhalen, geen namen.").
			takes(append(a.pageParams(), caseState())...).gives(http.StatusOK, "De zaken waar dit token bij kan.", reflect.TypeFor[casePage]()),
		a.get("/zaken/{nummer}", "leesZaak", "Zaken", "Eén zaak", vpt.ScopeCasesRead, a.readCase).
			about("Geeft van één zaak de sporen en termijnen.").
			takes(number("zaak", "Z-2026-00012")).gives(http.StatusOK, "De zaak.", reflect.TypeFor[casefile]()),
		a.get("/cijfers", "leesCijfers", "Cijfers", "Cijfers over een periode", vpt.ScopeFiguresRead, a.readFigures).
			about("Telt de meldingen met een meldingsdatum in de periode; beide dagen tellen mee.").
			takes(figureParams()...).gives(http.StatusOK, "De cijfers.", reflect.TypeFor[figures]()),
		a.documentRoute(),
	}
}

// get begins a route that reads.
func (a *API) get(path, id, tag, summary string, scope vpt.TokenScope, serve func(*call) (answer, error)) operation {
	return a.begin(http.MethodGet, path, id, tag, summary, scope, serve)
}

// post begins a route that makes something.
func (a *API) post(path, id, tag, summary string, scope vpt.TokenScope, serve func(*call) (answer, error)) operation {
	return a.begin(http.MethodPost, path, id, tag, summary, scope, serve)
}

func (a *API) begin(method, path, id, tag, summary string, scope vpt.TokenScope, serve func(*call) (answer, error)) operation {
	return operation{serve: serve, doc: &huma.Operation{
		Method: method, Path: path, OperationID: id, Tags: []string{tag}, Summary: summary,
		Description: "Scope: `" + string(scope) + "`.", Responses: map[string]*huma.Response{},
	}}
}

// about tells what the route does, before its scope.
func (op operation) about(text string) operation {
	op.doc.Description = text + "\n\n" + op.doc.Description
	return op
}

// takes names the parameters.
func (op operation) takes(params ...*huma.Param) operation {
	op.doc.Parameters = params
	return op
}

// accepts names the type of the body.
func (op operation) accepts(body reflect.Type) operation {
	op.body = body
	return op
}
