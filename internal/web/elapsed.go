package web

import (
	"bytes"
	"net/http"
	"strings"
	"time"

	"rugdekking/internal/nl"
	"rugdekking/internal/sheet"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// timesPath is where the times stand.
const timesPath = "/cijfers/doorlooptijden"

// timesPage shows how long things took in a period.
func (s *Site) timesPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("tijden.titel"), page.NoScript)
	if err != nil {
		return err
	}
	shell.Width = page.WidthTable
	today := s.today(s.zoneOf(r, who))
	q := askedPeriod(r, today)
	all, err := s.app.Elapsed(r.Context(), who, q.period)
	errs := s.problems(who, err)
	if err != nil && errs == nil {
		return err
	}
	p := &page.Times{Shell: shell, Errors: errs, Choice: s.periodChoice(who, q, today, errs), Heading: page.PageHeading{Title: shell.Title}}
	p.Choice.Action = timesPath
	if errs != nil {
		p.Problem = true
		return s.render(w, http.StatusUnprocessableEntity, "times", p)
	}
	p.Show(t, all, func(form string) string {
		v := q.values()
		v.Set("vorm", form)
		return timesPath + "/download?" + v.Encode()
	})
	return s.render(w, http.StatusOK, "times", p)
}

// downloadTimes gives the times as a file.
func (s *Site) downloadTimes(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	t := s.text(who)
	q := askedPeriod(r, s.today(s.zoneOf(r, who)))
	all, err := s.app.Elapsed(r.Context(), who, q.period)
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	form, media := r.FormValue("vorm"), ""
	switch form {
	case "csv":
		media, err = "text/csv; charset=utf-8", sheet.WriteCSV(&buf, TimesSheet(t, all), sheet.CSVOptions{BOM: true, DecimalComma: true})
	case "xlsx":
		media, err = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheet.WriteXLSX(&buf, timesDocument(t, all, s.clock.Now()))
	case "ods":
		media, err = "application/vnd.oasis.opendocument.spreadsheet", sheet.WriteODS(&buf, timesDocument(t, all, s.clock.Now()))
	default:
		return vpt.ErrNotFound
	}
	if err != nil {
		return err
	}
	return attach(w, &buf, media, "doorlooptijden-"+string(all.Period.From)+"-"+string(all.Period.To)+"."+form)
}

// TimesSheet is the table of times for programs: a line per unit and thing, in
// hours, with where it comes from. Under the minimum base there is a number only.
func TimesSheet(t *nl.Texts, all vpt.Elapsed) sheet.Sheet {
	out := sheet.Sheet{Name: t.Text("tijden.titel"), Columns: []sheet.Column{
		{Title: t.Text("tijden.onderdeel")}, {Title: t.Text("tijden.code")}, {Title: t.Text("tijden.wat")},
		{Title: t.Text("tijden.aantal"), Kind: sheet.KindInteger}, {Title: t.Text("tijden.uren"), Kind: sheet.KindDecimal},
		{Title: t.Text("tijden.op-tijd"), Kind: sheet.KindInteger}, {Title: t.Text("tijden.basis"), Kind: sheet.KindInteger},
		{Title: t.Text("tijden.aandeel"), Kind: sheet.KindPercentage},
		{Title: t.Text("cijfers.organisatie")}, {Title: t.Text("cijfers.van"), Kind: sheet.KindDate}, {Title: t.Text("cijfers.tot"), Kind: sheet.KindDate},
		{Title: t.Text("cijfers.bron-kop")},
	}}
	day := func(d vpt.Date) sheet.Cell { return sheet.DateCell(d.At(0, 0, time.UTC)) }
	all.Total.Name = t.Text("tijden.alles")
	for _, unit := range append([]vpt.UnitTimes{all.Total}, all.Units...) {
		name := unit.Name
		if name == "" {
			name = t.Text("tijden.zonder")
		}
		for _, l := range unit.Lines {
			median, share, inTime := sheet.EmptyCell(), sheet.EmptyCell(), sheet.EmptyCell()
			if l.Median != vpt.NoMedian {
				median = sheet.DecimalCell(l.Median.Hours(), 1)
			}
			if permille := l.Permille(); permille != vpt.NoPercentage {
				share, inTime = sheet.PercentageCell(float64(permille)/10, 1), sheet.IntegerCell(int64(l.InTime))
			}
			out.Rows = append(out.Rows, []sheet.Cell{
				sheet.TextCell(name), sheet.TextCell(string(l.Kind)), sheet.TextCell(t.Label(l.Kind)), sheet.IntegerCell(int64(l.N)), median,
				inTime, sheet.IntegerCell(int64(l.Timed)), share,
				sheet.TextCell(all.Organisation.Name), day(all.Period.From), day(all.Period.To), sheet.TextCell(t.Text("tijden.bron")),
			})
		}
	}
	return out
}

func timesDocument(t *nl.Texts, all vpt.Elapsed, at time.Time) sheet.Document {
	s := TimesSheet(t, all)
	s.Notes = append(s.Notes, strings.Join([]string{all.Organisation.Name, nl.Period(string(all.Period.From), string(all.Period.To), t.Lang())}, ", "))
	for _, n := range []string{"1", "2", "3", "4", "5"} {
		s.Notes = append(s.Notes, t.Text("tijden.uitleg-"+n))
	}
	return sheet.Document{Title: t.Text("tijden.titel"), Language: t.Lang(), MadeAt: at, Sheets: []sheet.Sheet{s}}
}
