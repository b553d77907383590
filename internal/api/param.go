package api

import (
	"github.com/danielgtaylor/huma/v2"

	"rugdekking/vpt"
)

func param(in, name, about string, required bool, schema *huma.Schema) *huma.Param {
	schema.PrecomputeMessages()
	return &huma.Param{In: in, Name: name, Description: about, Required: required, Schema: schema}
}

func bound[T int | float64](n T) *T { return &n }

// pageParams narrow a list and name a page of it.
func (a *API) pageParams() []*huma.Param {
	return []*huma.Param{
		day("datumVanaf", "Eerste meldingsdatum die meetelt.", false),
		day("datumTot", "Laatste meldingsdatum die meetelt.", false),
		param(inQuery, "aantal", "Hoeveel regels er op een bladzijde staan.", false, &huma.Schema{
			Type: huma.TypeInteger, Format: "int32", Minimum: bound(1.0), Maximum: bound(float64(vpt.ServicePageMax)), Default: vpt.ServicePageDefault,
		}),
		param(inQuery, "na", "Waar de bladzijde begint. Staat in het adres bij `volgende`; maak het niet zelf.", false, &huma.Schema{
			Type: huma.TypeString, MinLength: bound(1), MaxLength: bound(120), Pattern: "^[A-Za-z0-9_-]+$",
		}),
	}
}

func day(name, about string, required bool) *huma.Param {
	return param(inQuery, name, about, required, &huma.Schema{
		Type: huma.TypeString, Format: "date", Examples: []any{"2026-07-01"},
	})
}

func caseState() *huma.Param {
	return param(inQuery, "status", "Alleen zaken met deze status.", false, &huma.Schema{
		Type: huma.TypeString, Enum: []any{string(vpt.CaseOpen), string(vpt.CaseClosed), string(vpt.CaseMerged), string(vpt.CaseImported)},
	})
}

func figureParams() []*huma.Param {
	return []*huma.Param{
		param(inQuery, "organisatie", "De code van de eigen organisatie.", true, &huma.Schema{
			Type: huma.TypeString, MinLength: bound(1), MaxLength: bound(40), Pattern: "^[a-z0-9-]+$", Examples: []any{"toetsdam"},
		}),
		day("datumVanaf", "Eerste dag van de periode.", true),
		day("datumTot", "Laatste dag van de periode.", true),
	}
}

// number is the number in the address of one thing. What has no form of a
// number is not there either, so it is not checked here.
func number(noun, example string) *huma.Param {
	return param("path", "nummer", "Nummer van de "+noun+".", true, &huma.Schema{
		Type: huma.TypeString, MaxLength: bound(40), Examples: []any{example},
	})
}

const headerIdempotencyKey = "Idempotency-Key"

func idempotencyKey() *huma.Param {
	return param(inHeader, headerIdempotencyKey, "Een sleutel die je zelf kiest en die nieuw is voor elk nieuw verzoek, bijvoorbeeld een UUID. "+
		"Wij bewaren hem zeven dagen.", true, &huma.Schema{
		Type: huma.TypeString, MinLength: bound(8), MaxLength: bound(64), Pattern: "^[!-~]+$", Examples: []any{"0192f0c1-7c1e-7b5e-9a64-1d2f3a4b5c6d"},
	})
}
