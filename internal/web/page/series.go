package page

import (
	"net/url"
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// Series is the page of a dossier of conduct that goes on: a box to add events
// to quickly, and the events by day.
type Series struct {
	Shell
	Heading PageHeading
	Errors  FieldErrors
	Key     Idempotency
	Action  string
	Box     TextArea
	Save    string
	List    Table
	Back    Link
}

// NewSeries makes the page.
func NewSeries(shell Shell, t *nl.Texts, events []vpt.Occurrence, action, back string, key Idempotency, typed url.Values, errs FieldErrors) *Series {
	shell.Problem = len(errs) > 0
	// Each line that is wrong has an error of its own; all of them stand at the box.
	lines := errs
	for i := range lines {
		if n, ok := strings.CutPrefix(lines[i].Name, "events."); ok {
			lines[i].Message, lines[i].Name = t.Fill("reeks.regel", "nummer", n, "fout", lines[i].Message), "events"
		}
	}
	box := NewTextArea(NewField("events", t.Text("reeks.events"), t.Text("reeks.events-hint"), lines), typed.Get("events"))
	box.MaxLength, box.Rows = vpt.MaxAccount, 5
	p := &Series{
		Shell: shell, Heading: PageHeading{Title: t.Text("reeks.titel"), Lead: t.Text("reeks.lead")}, Errors: lines, Key: key, Action: action, Box: box,
		Save: t.Text("reeks.bewaar"), Back: Link{Label: t.Text("reeks.terug"), Href: back},
		List: Table{
			ID: "voorvallen", Caption: t.Fill("reeks.aantal", "aantal", nl.Number(int64(len(events)), t.Lang())),
			Columns: []Column{{Label: t.Text("reeks.dag")}, {Label: t.Text("reeks.tijd")}, {Label: t.Text("reeks.wat")}},
			Empty:   EmptyState{Title: t.Text("reeks.leeg"), Icon: "history"},
		},
	}
	for _, e := range events {
		p.List.Rows = append(p.List.Rows, TextRow(nl.Day(string(e.On), t.Lang()), e.Time, e.Text.Reveal()))
	}
	return p
}
