package page

import (
	"strconv"
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// AdminImport is the page that reads a list of people: first a file, then what
// would happen, then what happened.
type AdminImport struct {
	Shell
	Heading PageHeading
	Errors  FieldErrors
	File    FileField
	Columns Table
	Notes   []Alert
	Result  *ImportResult
	list    vpt.Private
}

// ImportResult is what an import did, or would do.
type ImportResult struct {
	Preview bool
	Invite  *Button // once it is done: to inviting whom it brought; nil when nobody waits
	Write   string  // text of the button that does it; empty when there is nothing to do
	Counts  DefinitionList
	Refused Table
	Rows    Table
}

// NewAdminImport makes the page before a file is chosen.
func NewAdminImport(t *nl.Texts, errs FieldErrors) AdminImport {
	file := FileField{Field: fields{t, "beheer.inlezen.", errs}.field("file"), Accept: ".csv,.xlsx,.ods"}
	columns := Table{ID: "kolommen", Caption: t.Text("beheer.inlezen.kolommen"), Columns: []Column{
		{Label: t.Text("beheer.inlezen.kolom")}, {Label: t.Text("beheer.inlezen.betekenis")},
	}}
	for _, c := range vpt.PeopleColumns() {
		columns.Rows = append(columns.Rows, TextRow(string(c), t.Text("beheer.inlezen.kolom-"+string(c))))
	}
	return AdminImport{Errors: errs, File: file, Columns: columns}
}

// Show puts an outcome on the page. list is the table that was read, in the
// form in which it comes back when the preview is right.
func (a *AdminImport) Show(t *nl.Texts, out vpt.PeopleImported, list vpt.Private) {
	a.list = list
	todo := out.Count(vpt.RowAdded) + out.Count(vpt.RowChanged)
	r := &ImportResult{Preview: out.DryRun}
	if out.DryRun && todo > 0 {
		r.Write = t.Fill("beheer.inlezen.schrijf", "aantal", strconv.Itoa(todo))
	}
	for _, fate := range []vpt.RowFate{vpt.RowAdded, vpt.RowChanged, vpt.RowSame, vpt.RowRefused} {
		r.Counts.Items = append(r.Counts.Items, Definition{Term: t.Label(fate), Text: strconv.Itoa(out.Count(fate))})
	}
	line, name := Column{Label: t.Text("beheer.inlezen.regel")}, Column{Label: t.Label(vpt.PeopleName)}
	r.Refused = Table{ID: "geweigerd", Caption: t.Text("beheer.inlezen.geweigerd"), Columns: []Column{line, name, {Label: t.Text("beheer.inlezen.waarom")}}}
	r.Rows = Table{ID: "rijen", Caption: t.Text("beheer.inlezen.rijen"), Columns: []Column{line, name, {Label: t.Text("beheer.inlezen.gebeurt")}}}
	for _, row := range out.Rows {
		cells := []Cell{{Text: t.Fill("beheer.inlezen.regelnummer", "nummer", strconv.Itoa(row.Line))}, {Text: row.Name.Reveal()}}
		if row.Fate == vpt.RowRefused {
			r.Refused.Rows = append(r.Refused.Rows, Row{Cells: append(cells, Cell{Text: reasons(t, row.Fields)})})
		} else if row.Fate != vpt.RowSame {
			r.Rows.Rows = append(r.Rows.Rows, Row{Cells: append(cells, Cell{Text: fate(t, row)})})
		}
	}
	a.Result = r
}

// fate says what happens to a row: of an account that is there, what changes,
// and the name that would go, because a wrong e-mail address renames somebody.
func fate(t *nl.Texts, row vpt.ImportedRow) string {
	if len(row.Changes) == 0 || row.Fate != vpt.RowChanged {
		return t.Label(row.Fate)
	}
	names := make([]string, len(row.Changes))
	for i, c := range row.Changes {
		names[i] = string(c) // as the list names it
		if c == vpt.PeopleName {
			names[i] = t.Fill("beheer.inlezen.was", "kolom", names[i], "naam", row.WasName.Reveal())
		}
	}
	return t.Label(row.Fate) + ": " + strings.Join(names, ", ")
}

// reasons names each column and what is wrong with it.
func reasons(t *nl.Texts, all []vpt.Field) string {
	text := ""
	for i, f := range all {
		if i > 0 {
			text += " "
		}
		text += f.Path + ": " + t.Error(f.Code)
	}
	return text
}

// List reveals the table, to send it back to the person who sent it.
func (a *AdminImport) List() string { return a.list.Reveal() }
