package content

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schemas pairs each pattern of data files with the schema that an editor uses
// while typing; the test makes sure that the two never drift apart.
var schemas = map[string]string{
	"codes/*.json":             "schema/codelijst.schema.json",
	"letters/*.json":           "schema/brief.schema.json",
	"letters/clausules/*.json": "schema/rechtsmiddelen.schema.json",
	"protocols/*.json":         "schema/protocol.schema.json",
	"ladder.json":              "schema/ladder.schema.json",
	"import/kolommen.json":     "schema/kolommen.schema.json",
	"import/woorden.json":      "schema/woorden.schema.json",
	"demo/organisatie-*.json":  "schema/organisatie.schema.json",
	"demo/verhalen-*.json":     "schema/verhalen.schema.json",
	"demo/rhythm.json":         "schema/rhythm.schema.json",
}

func TestEveryDataFileFollowsItsSchema(t *testing.T) {
	checked := map[string]bool{}
	for pattern, schemaFile := range schemas {
		schema, err := jsonschema.NewCompiler().Compile(schemaFile)
		if err != nil {
			t.Fatalf("%s: %v", schemaFile, err)
		}
		found, err := names(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range found {
			checked[name] = true
			if err := schema.Validate(value(t, name)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	for _, pattern := range []string{"codes/*", "import/*", "demo/*", "letters/*.*", "letters/clausules/*", "protocols/*", "*.json"} {
		onDisk, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range onDisk {
			if !checked[filepath.ToSlash(name)] {
				t.Errorf("%s follows no schema", name)
			}
		}
	}
}

func TestSchemaRefusesWhatItShould(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("schema/codelijst.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	list := value(t, "codes/soorten.json").(map[string]any)
	first := list["entries"].([]any)[0].(map[string]any)
	for field, wrong := range map[string]any{"class": 5.0, "roll_up": "verbal", "code": "v1", "label_nl": "", "extra": "x"} {
		kept, had := first[field]
		first[field] = wrong
		if schema.Validate(list) == nil {
			t.Errorf("the schema accepts %s = %v", field, wrong)
		}
		if delete(first, field); had {
			first[field] = kept
		}
	}
	if err := schema.Validate(list); err != nil {
		t.Errorf("unchanged again, and refused: %v", err)
	}
}

func value(t *testing.T, name string) any {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return v
}
