package web

import (
	"bytes"
	"net/http"
	"time"

	"rugdekking/internal/nl"
	"rugdekking/internal/sheet"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// accidentForm is the test of article 9 of the Arbowet; a new one has no id in
// its address.
func (s *Site) accidentForm() subForm {
	id := func(r *http.Request) vpt.AccidentID { return vpt.AccidentID(r.PathValue("toets")) }
	return subForm{
		title: "ongeval.titel", after: "/ongevallen", flash: "ongeval",
		make: func(r *http.Request) subPage {
			return func(shell page.Shell, t *nl.Texts, v vpt.CaseView, in page.SubForm) *page.CaseSub {
				return page.NewAccidentPage(shell, t, v, id(r), in)
			}
		},
		act: func(r *http.Request, who vpt.Actor, number string) error {
			in := vpt.TestAccident{
				Case: number, ID: id(r), Involved: vpt.InvolvedID(line(r, "involved")), Injury: line(r, "injury"), Absent: answer(r, "absent"),
				NotifiedOn: s.dayOf(r, who, "notifiedOn"), Version: seenVersion(r), Once: once(r),
			}
			for _, o := range r.PostForm["outcomes"] {
				in.Outcomes = append(in.Outcomes, vpt.AccidentOutcome(o))
			}
			return s.app.TestAccident(r.Context(), who, in)
		},
	}
}

// accidentsPage is the list of article 9(2).
func (s *Site) accidentsPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	list, err := s.app.Accidents(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("ongevallen.titel"), page.NoScript)
	if err != nil {
		return err
	}
	shell.Crumbs = []page.Link{{Label: t.Text("verbeteren.titel"), Href: "/verbeteren"}, {Label: shell.Title}}
	p := page.NewAccidentsPage(shell, t, list, func(form string) string { return "/verbeteren/ongevallen/download?vorm=" + form })
	return s.render(w, http.StatusOK, "accidents", p)
}

// AccidentSheet is the list for programs and readers; nobody is named in it.
func AccidentSheet(t *nl.Texts, v vpt.Accidents) sheet.Sheet {
	out := sheet.Sheet{Name: t.Text("ongevallen.titel"), Notes: []string{
		t.Fill("ongevallen.bron", "organisatie", v.Organisation.Name, "dag", nl.Day(string(v.Today), t.Lang())),
	}}
	for i, title := range page.AccidentColumns(t) {
		column := sheet.Column{Title: title}
		if i == 0 {
			column.Kind = sheet.KindDate
		}
		out.Columns = append(out.Columns, column)
	}
	for _, l := range v.Lines {
		row := []sheet.Cell{sheet.DateCell(l.On.At(0, 0, time.UTC))}
		for _, text := range page.AccidentCells(t, v, l) {
			row = append(row, sheet.TextCell(text))
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// downloadAccidents gives the list as a file.
func (s *Site) downloadAccidents(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	list, err := s.app.Accidents(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	table := AccidentSheet(t, list)
	doc := sheet.Document{Title: table.Name, Language: t.Lang(), MadeAt: s.clock.Now(), Sheets: []sheet.Sheet{table}}
	var buf bytes.Buffer
	form, media := r.FormValue("vorm"), ""
	switch form {
	case "csv":
		media, err = "text/csv; charset=utf-8", sheet.WriteCSV(&buf, table, sheet.CSVOptions{BOM: true, DecimalComma: true})
	case "xlsx":
		media, err = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheet.WriteXLSX(&buf, doc)
	case "ods":
		media, err = "application/vnd.oasis.opendocument.spreadsheet", sheet.WriteODS(&buf, doc)
	default:
		return vpt.ErrNotFound
	}
	if err != nil {
		return err
	}
	return attach(w, &buf, media, "arbeidsongevallen-"+string(list.Today)+"."+form)
}
