package page

import (
	"errors"
	"fmt"
	"reflect"
	"testing"

	"rugdekking/vpt"
)

func TestFieldErrorsComeFromTheErrorOfTheUseCase(t *testing.T) {
	var problems vpt.Problems
	problems.Require("omschrijving", true)
	problems.Add("getroffenen.0.naam", "te-lang")
	err := fmt.Errorf("report: %w", problems.Err())
	errs := NewFieldErrors(err, func(f vpt.Field) string { return "tekst bij " + f.Code })
	want := FieldErrors{{"omschrijving", "tekst bij verplicht"}, {"getroffenen.0.naam", "tekst bij te-lang"}}
	if !reflect.DeepEqual(errs, want) {
		t.Fatalf("got %v, want %v", errs, want)
	}
	field := NewField("getroffenen.0.naam", "Naam", "Zoals op de kaart", errs)
	if field.DescribedBy() != "veld-getroffenen-0-naam-uitleg veld-getroffenen-0-naam-fout" {
		t.Errorf("described by %q", field.DescribedBy())
	}
	if errs.Summary().Links[1].ID() != field.ID() {
		t.Error("the summary leads to another place than the field")
	}
	if NewFieldErrors(errors.New("disk full"), nil) != nil || NewFieldErrors(nil, nil) != nil {
		t.Error("an error without fields gives fields")
	}
	if errs.At("locatie") != "" {
		t.Error("a right field has an error")
	}
}

func TestAFieldOfAnImportedWordHasAnID(t *testing.T) {
	for name, want := range map[string]string{
		"rollen.0.vanaf":              "veld-rollen-0-vanaf",
		"when_date":                   "veld-when_date",
		"woord:soorten:te laat":       "veld-woord_3a_soorten_3a_te_20_laat",
		"woord:soorten:geschreeuwd é": "veld-woord_3a_soorten_3a_geschreeuwd_20__e9_",
	} {
		if got := FieldID(name); got != want {
			t.Errorf("%q has the id %q, want %q", name, got, want)
		}
	}
}

func TestADateIsAlwaysDescribed(t *testing.T) {
	for hint, want := range map[string]string{"": "veld-dag-uitleg", "Eigen uitleg": "veld-dag-uitleg"} {
		if got := NewDateField(Field{Name: "dag", Hint: hint}, "").DescribedBy(); got != want {
			t.Errorf("hint %q: described by %q", hint, got)
		}
		if got := NewTimeField(Field{Name: "dag", Hint: hint}, "").DescribedBy(); got != want {
			t.Errorf("hint %q: described by %q", hint, got)
		}
	}
}

func TestAFinerChoiceChoosesItsTile(t *testing.T) {
	given := []KindTile{{Value: "V"}, {Value: "B", Finer: []Option{{Value: "B1"}, {Value: "B2"}}}}
	tiles := NewKindTiles(Field{Name: "soorten"}, []string{"B2"}, given)
	if tiles.Tiles[0].Selected || !tiles.Tiles[1].Selected || tiles.Tiles[1].Finer[0].Selected || !tiles.Tiles[1].Finer[1].Selected {
		t.Errorf("chosen: %+v", tiles.Tiles)
	}
	if given[1].Selected || given[1].Finer[1].Selected {
		t.Error("the list that was given has changed")
	}
}

func TestTheFirstChoiceHasTheIDOfTheField(t *testing.T) {
	group := NewRadioGroup(Field{Name: "wanneer"}, "nu", []Option{{Value: "nu"}, {Value: "vandaag, straks"}})
	if group.OptionID(0) != "veld-wanneer" || group.OptionID(1) != "veld-wanneer-vandaag--straks" {
		t.Errorf("ids %q and %q", group.OptionID(0), group.OptionID(1))
	}
	if !group.Options[0].Selected || group.Options[1].Selected {
		t.Error("another choice is selected than was chosen")
	}
}

func TestARowLongerThanTheHead(t *testing.T) {
	table := Table{Columns: []Column{{Label: "Soort"}, {Label: "Aantal", Numeric: true}}}
	line := table.Line(TextRow("Verbaal", "3", "extra"))
	if !line[0].First || line[1].Label != "Aantal" || !line[1].Numeric || line[2].Label != "" || line[2].First {
		t.Errorf("%+v", line)
	}
}
