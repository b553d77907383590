package nl

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"rugdekking/vpt"
)

// Permille writes tenths of a percent: "44,9%"; "–" for no percentage.
func Permille(n int, lang string) string {
	if n == vpt.NoPercentage {
		return "–"
	}
	return Percent(int64(n), 1000, 1, lang)
}

// LineLabel gives the name of a line of the kinds or of a measure.
func (t *Texts) LineLabel(l vpt.FigureLine) string {
	if name := t.texts["cijfers.regel."+l.Code]; name != "" {
		return name
	}
	if t.lang == "en" && l.LabelEN != "" {
		return l.LabelEN
	}
	if l.LabelNL != "" {
		return l.LabelNL
	}
	return l.Code
}

// periodShape tells what sort of period it is: half, quarter and year with
// their number, else nothing.
func periodShape(p vpt.Period) (key string, number int) {
	from, err1 := time.Parse(dayLayout, string(p.From))
	to, err2 := time.Parse(dayLayout, string(p.To))
	if err1 != nil || err2 != nil || from.Year() != to.Year() || from.Day() != 1 || to.AddDate(0, 0, 1).Day() != 1 {
		return "", 0
	}
	first, months := int(from.Month())-1, int(to.Month())-int(from.Month())+1
	switch {
	case months == 12:
		return "jaar", 0
	case months == 6 && first%6 == 0:
		return "helft", first/6 + 1
	case months == 3 && first%3 == 0:
		return "kwartaal", first/3 + 1
	}
	return "", 0
}

// PeriodName names a period as people do: "tweede helft van 2014", "heel
// 2014", or from day to day.
func (t *Texts) PeriodName(p vpt.Period) string {
	year := strconv.Itoa(p.From.Year())
	switch key, number := periodShape(p); key {
	case "jaar":
		return t.Fill("cijfers.heel-jaar", "jaar", year)
	case "helft", "kwartaal":
		return t.Fill("cijfers."+key+strconv.Itoa(number), "jaar", year)
	}
	return Period(string(p.From), string(p.To), t.lang)
}

// FigureSentence is the answer in a sentence: how many, how that compares, and
// how often there was a timely reaction.
func (t *Texts) FigureSentence(f vpt.Figures) string {
	in := "cijfers.in"
	if key, _ := periodShape(f.Period); key != "" {
		in += "-" + key
	}
	name := t.PeriodName(f.Period)
	if in == "cijfers.in-jaar" {
		name = strconv.Itoa(f.Period.From.Year())
	}
	opening := t.Fill(in, "periode", name)
	if f.Reports == 0 {
		return t.Fill("cijfers.zin-geen", "in", opening)
	}
	key := "cijfers.zin"
	if f.Reports == 1 {
		key = "cijfers.zin-een"
	}
	text := t.Fill(key, "in", opening, "aantal", Number(int64(f.Reports), t.lang)) + t.compared(f)
	if f.ReactionTimed >= vpt.MinimumBase {
		text += t.Fill("cijfers.zin-reactie", "deel", Percent(int64(f.ReactionIn24h), int64(f.ReactionTimed), 0, t.lang))
	}
	return text
}

func (t *Texts) compared(f vpt.Figures) string {
	more := f.Reports - f.ReportsPrior
	switch {
	case f.Partial:
		return t.Text("cijfers.zin-nog")
	case more > 0:
		return t.Fill("cijfers.zin-meer", "verschil", Number(int64(more), t.lang))
	case more < 0:
		return t.Fill("cijfers.zin-minder", "verschil", Number(int64(-more), t.lang))
	}
	return t.Text("cijfers.zin-gelijk")
}

// Remark gives the sentence of a remark.
func (t *Texts) Remark(code string) string { return t.texts["cijfers.opmerking."+code] }

// MonthText names a month of figures, YYYY-MM.
func (t *Texts) MonthText(m vpt.MonthCount) string {
	at, err := time.Parse("2006-01", m.Month)
	if err != nil {
		return m.Month
	}
	name := MonthName(at.Month(), t.lang) + " " + strconv.Itoa(at.Year())
	if m.Partial {
		return t.Fill("cijfers.maand-deel", "maand", name)
	}
	return name
}

// MonthShort names a month of figures in few letters, for a chart: "okt 2014".
func (t *Texts) MonthShort(m vpt.MonthCount) string {
	at, err := time.Parse("2006-01", m.Month)
	if err != nil {
		return m.Month
	}
	name := MonthName(at.Month(), t.lang)[:3]
	if name == "maa" {
		name = "mrt"
	}
	return name + " " + strconv.Itoa(at.Year())
}

// FiguresText writes figures for a terminal: plain, in columns.
func (t *Texts) FiguresText(f vpt.Figures) string {
	var b strings.Builder
	number := func(n int) string { return Number(int64(n), t.lang) }
	fmt.Fprintf(&b, "%s\n%s\n\n", f.Organisation.Name, Period(string(f.Period.From), string(f.Period.To), t.lang))
	if len(f.Units) > 0 {
		fmt.Fprintf(&b, "%s\n\n", t.Fill("cijfers.alleen", "onderdelen", strings.Join(f.Units, ", ")))
	}
	fmt.Fprintf(&b, "%s\n\n", t.Fill("cijfers.tekst-meldingen", "aantal", number(f.Reports), "ervoor", number(f.ReportsPrior)))
	rows := [][]string{{t.Text("cijfers.soort"), t.Text("cijfers.aantal"), t.Text("cijfers.percentage"), t.Text("cijfers.basis"), t.Text("cijfers.ervoor")}}
	for _, l := range f.Kinds {
		rows = append(rows, []string{t.LineLabel(l), number(l.Count), Permille(l.Permille, t.lang), number(l.Base), number(l.CountPrior)})
	}
	columns(&b, rows)
	if len(f.Measures) > 0 {
		rows = [][]string{{t.Text("cijfers.maatregel"), t.Text("cijfers.aantal"), t.Text("cijfers.ervoor")}}
		for _, l := range f.Measures {
			rows = append(rows, []string{t.LineLabel(l), number(l.Count), number(l.CountPrior)})
		}
		columns(&b, rows)
	}
	rows = [][]string{{t.Text("cijfers.afloop"), t.Text("cijfers.aantal"), t.Text("cijfers.ervoor")}}
	for _, c := range t.Outcomes(f) {
		rows = append(rows, []string{c.Label, number(c.Count), number(c.Prior)})
	}
	columns(&b, rows)
	for _, code := range f.Remarks {
		fmt.Fprintf(&b, "- %s\n", t.Remark(code))
	}
	return b.String()
}

// OutcomeCount is one line of what became of reports.
type OutcomeCount struct {
	Ref          vpt.FigureRef
	Label        string
	Count, Prior int
}

// Outcomes gives the reports without a reaction and what was done with the
// police. Sorts of police record that did not occur are left out.
func (t *Texts) Outcomes(f vpt.Figures) []OutcomeCount {
	out := []OutcomeCount{
		{vpt.RefNoReaction, t.Text("cijfers.geen-reactie"), f.NoReaction, f.NoReactPrior},
		{vpt.RefPolice, t.Text("cijfers.politie"), f.Police.Total, f.PolicePrior.Total},
	}
	for _, p := range []struct {
		kind         vpt.PoliceKind
		count, prior int
	}{
		{vpt.PoliceNotice, f.Police.Notices, f.PolicePrior.Notices}, {vpt.PoliceComplaint, f.Police.Complaints, f.PolicePrior.Complaints},
		{vpt.PoliceUndistinguished, f.Police.Undistinguished, f.PolicePrior.Undistinguished},
	} {
		if p.count > 0 || p.prior > 0 {
			out = append(out, OutcomeCount{vpt.PoliceRef(p.kind), t.Text("cijfers.politie." + string(p.kind)), p.count, p.prior})
		}
	}
	return out
}

// TimedCount is how often something was done in time, of how often it had to be.
type TimedCount struct {
	Code, Label string
	Count, Base int
}

// InTime gives what was done in time. What nothing was due for is left out.
func (t *Texts) InTime(f vpt.Figures) []TimedCount {
	var out []TimedCount
	for _, c := range []TimedCount{
		{"op-tijd.reactie", t.Text("cijfers.tijd-reactie"), f.ReactionIn24h, f.ReactionTimed},
		{"op-tijd.terugkoppeling", t.Text("cijfers.tijd-terug"), f.FeedbackSent, f.FeedbackTimed},
	} {
		if c.Base > 0 {
			out = append(out, c)
		}
	}
	return out
}

// Apart gives the reports that count and are shown apart as well.
func (t *Texts) Apart(f vpt.Figures) []OutcomeCount {
	return []OutcomeCount{
		{Ref: vpt.RefWithdrawn, Label: t.Label(vpt.RefWithdrawn), Count: f.Withdrawn},
		{Ref: vpt.RefDuplicate, Label: t.Label(vpt.RefDuplicate), Count: f.Duplicate},
		{Ref: vpt.RefMerged, Label: t.Label(vpt.RefMerged), Count: f.Merged},
		{Ref: vpt.RefNoAggression, Label: t.Label(vpt.RefNoAggression), Count: f.NoAggression},
	}
}

// columns writes rows with the first column to the left and the others to the
// right, and an empty line after.
func columns(b *strings.Builder, rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range rows {
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i == 0 {
				b.WriteString(cell + pad)
			} else {
				b.WriteString("  " + pad + cell)
			}
		}
		b.WriteString("\n")
	}
	b.WriteString("\n")
}
