package api_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"rugdekking/vpt"
)

var update = flag.Bool("update", false, "write testdata/openapi.json")

func TestDocument_IsTheOneThatIsKept(t *testing.T) {
	s := newSite(t)
	served := []byte(s.ask("GET", "/openapi.json").send().is(200).body)
	file := filepath.Join("testdata", "openapi.json")
	if *update {
		s.Must(os.WriteFile(file, append(served, '\n'), 0o644))
	}
	kept, err := os.ReadFile(file)
	s.Must(err)
	if !bytes.Equal(bytes.TrimSpace(kept), bytes.TrimSpace(served)) {
		t.Error("testdata/openapi.json is not what is served; look at the difference, then run with -update")
	}
}

// TestDocument_KnowsEveryValue holds the words that stand in tags of types
// against those of the vocabulary.
func TestDocument_KnowsEveryValue(t *testing.T) {
	s := newSite(t)
	tracks := vpt.TrackKinds()
	for place, want := range map[string][]string{
		"Zaak.status":             texts(vpt.CaseOpen, vpt.CaseClosed, vpt.CaseMerged, vpt.CaseImported),
		"MeldingKort.status":      texts(vpt.CaseOpen, vpt.CaseClosed, vpt.CaseMerged, vpt.CaseImported),
		"Zaak.oordeel":            texts(vpt.VerdictNone, vpt.VerdictAggression, vpt.VerdictNoAggression, vpt.VerdictDuplicate, vpt.VerdictWithdrawn),
		"Spoor.spoor":             texts(tracks[:]...),
		"Spoor.status":            texts(vpt.TrackOpen, vpt.TrackBusy, vpt.TrackDone, vpt.TrackNotApplicable, vpt.TrackNotRecorded),
		"Termijn.termijn":         texts(vpt.ClockKinds()...),
		"NieuweMelding.hulpNodig": texts(vpt.HelpNow, vpt.HelpLater, vpt.HelpNo),
		"NieuweMelding.keuze":     texts(vpt.ChoiceNormal, vpt.ChoiceDoubt, vpt.ChoiceRegisterOnly),
	} {
		schema, property, _ := strings.Cut(place, ".")
		var got []string
		for _, value := range s.doc.Components.Schemas[schema].Value.Properties[property].Value.Enum {
			got = append(got, value.(string))
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s offers %v, the vocabulary has %v", place, got, want)
		}
	}
}

func texts[T ~string](values ...T) []string {
	var out []string
	for _, v := range values {
		out = append(out, string(v))
	}
	return out
}

var camel = regexp.MustCompile(`^\$?[a-z][a-z\d]*([A-Z][a-z\d]*)*$`)

// TestDocument_KeepsToTheDesignRules checks what the published rule set checks
// too, for who runs the tests without it.
func TestDocument_KeepsToTheDesignRules(t *testing.T) {
	s := newSite(t)
	for path, item := range s.doc.Paths.Map() {
		for method, op := range item.Operations() {
			where := method + " " + path
			if op.OperationID == "" || op.Description == "" || op.Summary == "" {
				t.Errorf("%s lacks an id or words", where)
			}
			for _, p := range op.Parameters {
				if p.Value.In == "query" && !camel.MatchString(p.Value.Name) {
					t.Errorf("%s has a parameter %q", where, p.Value.Name)
				}
				if forbiddenInAddress(p.Value) {
					t.Errorf("%s takes %q in the address", where, p.Value.Name)
				}
			}
			if (len(op.Parameters) > 0 || method == "POST") && op.Responses.Status(400) == nil {
				t.Errorf("%s has no 400", where)
			}
			for status, response := range op.Responses.Map() {
				if response.Value.Headers["API-Version"] == nil {
					t.Errorf("%s %s has no API-Version", where, status)
				}
			}
		}
	}
	for name, schema := range s.doc.Components.Schemas {
		if schema.Value.Description == "" && len(schema.Value.Properties) == 0 {
			t.Errorf("%s is empty", name)
		}
		for property, p := range schema.Value.Properties {
			where := name + "." + property
			if !camel.MatchString(property) {
				t.Errorf("%s is not in lowerCamelCase", where)
			}
			if p.Value.Description == "" && p.Ref == "" {
				t.Errorf("%s has no description", where)
			}
			if strings.HasSuffix(strings.ToLower(property), "datum") && p.Value.Format != "date" {
				t.Errorf("%s is a date of format %q", where, p.Value.Format)
			}
			if p.Value.Type.Includes("null") != (where == "SoortCijfer.percentage") { // a number that there is not, where a program expects one
				t.Errorf("%s is of type %v", where, p.Value.Type)
			}
		}
	}
}

// forbiddenInAddress finds parameters that would put a person in an address.
func forbiddenInAddress(p *openapi3.Parameter) bool {
	return p.In != "header" && regexp.MustCompile(`(?i)bsn|naam|mail|token|persoon|namens`).MatchString(p.Name)
}
