package page

import (
	"net/url"
	"slices"
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
	named := slices.ContainsFunc(events, func(e vpt.Occurrence) bool { return !e.ByName.IsZero() })
	if named { // for who handles the case: a reporter sees her own
		p.List.Columns = append(p.List.Columns, Column{Label: t.Text("reeks.door")})
	}
	for _, e := range events {
		row := []string{nl.Day(string(e.On), t.Lang()), e.Time, e.Text.Reveal()}
		if named {
			row = append(row, e.ByName.Reveal())
		}
		p.List.Rows = append(p.List.Rows, TextRow(row...))
	}
	return p
}

// seriesItem counts the events of a dossier that goes on, from the first to the
// last, and leads to them for who may add to them; nothing when there are none.
func seriesItem(t *nl.Texts, events []vpt.Occurrence, href string, may bool) []Definition {
	if len(events) == 0 {
		return nil
	}
	if !may {
		href = ""
	}
	first, last := events[0].On, events[0].On
	for _, e := range events {
		first, last = min(first, e.On), max(last, e.On)
	}
	period := nl.Day(string(first), t.Lang())
	if last != first {
		period = nl.Period(string(first), string(last), t.Lang())
	}
	return []Definition{{
		Term: t.Text("reeks.term"), TermHref: href,
		Text: t.Fill("reeks.samen", "aantal", nl.Count(len(events), "voorval", t.Lang()), "periode", period),
	}}
}
