package app_test

import (
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"os"
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// secondHalf2014 is the period of the report that the figures come from.
var secondHalf2014 = vpt.Period{From: "2014-07-01", To: "2014-12-31"}

// csvTable reads a plain CSV text as the file reader of the edges would.
func csvTable(t testing.TB, text string) vpt.RegisterTable {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(text))
	table := vpt.RegisterTable{Format: "csv", Encoding: "utf-8", Separator: ",", SHA256: hex.EncodeToString(sum[:]), Header: records[0]}
	for i, cells := range records[1:] {
		table.Rows = append(table.Rows, vpt.RegisterLine{Line: i + 2, Cells: cells})
	}
	return table
}

func fixture(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("testdata/uwv_2014h2_fixture_a.csv")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// uwv makes the organisation of the fixture and the command that imports.
func uwv(w *apptest.World) vpt.Actor {
	w.T.Helper()
	o, err := w.App.AddOrganisation(context.Background(), apptest.Command(""), vpt.AddOrganisation{
		Code: "uwv", Name: "Uitvoeringsinstituut", Kind: vpt.Employer, Settings: vpt.DefaultSettings(),
	}, apptest.Shipped(w.T))
	w.Must(err)
	return apptest.Command(o.ID)
}

func importText(w *apptest.World, who vpt.Actor, text string) vpt.RegisterOutcome {
	w.T.Helper()
	out, err := w.App.ImportRegister(context.Background(), who, vpt.RegisterFile{Name: vpt.NewPrivate("register.csv"), Table: csvTable(w.T, text)})
	w.Must(err)
	return out
}

func figures(w *apptest.World, who vpt.Actor, p vpt.Period) vpt.Figures {
	w.T.Helper()
	f, err := w.App.Figures(context.Background(), who, p)
	w.Must(err)
	return f
}

// printed writes the numbers of a report in one line, to compare at a glance.
func printed(f vpt.Figures) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d;", f.Reports)
	for _, l := range f.Kinds {
		fmt.Fprintf(&b, " %s %d/%d=%d", l.Code, l.Count, l.Base, l.Permille)
	}
	b.WriteString(";")
	for _, l := range f.Measures {
		fmt.Fprintf(&b, " %s %d", l.Code, l.Count)
	}
	p := f.Police
	fmt.Fprintf(&b, "; politie %d+%d+%d=%d; geen reactie %d", p.Notices, p.Complaints, p.Undistinguished, p.Total, f.NoReaction)
	return b.String()
}

// asInTheReport is what the progress report prints of this half year.
const asInTheReport = "396; verbaal 178/396=449 bedreiging 225/396=568 fysiek 19/396=48 overig 0/396=0;" +
	" M1 98 M2 108 M7 12 M8 43; politie 0+0+28=28; geen reactie 135"
