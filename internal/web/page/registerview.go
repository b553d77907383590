package page

import (
	"slices"
	"strconv"
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// RegisterView is one file: what would happen, what is happening, what
// happened.
type RegisterView struct {
	Shell
	Heading     PageHeading
	Errors      FieldErrors
	Idempotency Idempotency
	Notes       []Alert
	Refresh     *Button
	Facts       DefinitionList
	Confirm     *RegisterConfirm
	Mapping     *RegisterMapping
	Columns     Table
	Words       Table
	Refused     Table
	RefusedNote string
	Download    *Link
	On          []Link
}

// RegisterConfirm is the form that takes the file in.
type RegisterConfirm struct {
	Action string
	Label  string
	Key    Idempotency
}

// RegisterMapping is the form on which columns and words are explained.
type RegisterMapping struct {
	Action string
	Fields []Select
	Key    Idempotency
}

// refusedShown is how many refused rows stand on the page itself.
const refusedShown = 100

// NewRegisterView makes the page.
func NewRegisterView(t *nl.Texts, v vpt.RegisterView, key func() Idempotency, errs FieldErrors) RegisterView {
	p := RegisterView{Errors: errs}
	b := registerBuilder{t: t, view: v}
	p.Heading = PageHeading{Title: importName(t, v.RegisterImport), Lead: b.lead(), Badge: importBadge(t, v.State)}
	p.Notes = b.notes()
	if v.State == vpt.RegisterBusy {
		refresh := LinkButton(ButtonPrimary, t.Text("register.ververs"), RegisterPath(v.ID))
		p.Refresh = &refresh
		return p
	}
	p.Facts, p.Columns, p.Words = b.facts(), b.columns(), b.words()
	p.Refused, p.RefusedNote = b.refused()
	if v.Kept && v.Outcome.Refused > 0 {
		p.Download = &Link{Label: t.Text("register.download"), Href: RegisterPath(v.ID) + "/geweigerd.csv"}
	}
	if v.State == vpt.RegisterDone {
		p.On = []Link{{Label: t.Text("register.ander"), Href: "/beheer/inlezen"}}
		return p
	}
	if v.Outcome.Added > 0 {
		p.Confirm = &RegisterConfirm{Action: RegisterPath(v.ID) + "/bevestiging", Label: t.Fill("register.lees-in", "aantal", b.number(v.Outcome.Added)), Key: key()}
	}
	if fields := b.mapping(); len(fields) > 0 {
		p.Mapping = &RegisterMapping{Action: RegisterPath(v.ID) + "/uitleg", Fields: fields, Key: key()}
	}
	return p
}

type registerBuilder struct {
	t    *nl.Texts
	view vpt.RegisterView
}

func (b registerBuilder) number(n int) string { return nl.Number(int64(n), b.t.Lang()) }

func (b registerBuilder) lead() string {
	switch b.view.State {
	case vpt.RegisterBusy:
		return b.t.Fill("register.lead-bezig", "gedaan", b.number(b.view.Progress), "rijen", b.number(b.view.Rows))
	case vpt.RegisterDone:
		return b.t.Fill("register.lead-klaar", "aantal", b.number(b.view.Added))
	}
	return b.t.Text("register.lead-wacht")
}

func (b registerBuilder) notes() []Alert {
	t, out := b.t, b.view.Outcome
	var notes []Alert
	if b.view.State == vpt.RegisterWaits && !out.Usable() {
		alert := Alert{Tone: ToneWarning, Title: t.Text("register.niets"), Text: []string{t.Text("register.niets-uitleg")}}
		if len(out.Missing) > 0 {
			names := make([]string, len(out.Missing))
			for i, c := range out.Missing {
				names[i] = t.Label(c)
			}
			alert.Text = append([]string{t.Fill("register.ontbreekt", "kolommen", strings.Join(names, ", "))}, alert.Text...)
		}
		notes = append(notes, alert)
	}
	if b.view.State == vpt.RegisterWaits && out.Usable() && out.Added == 0 {
		notes = append(notes, Alert{Tone: ToneInfo, Text: []string{t.Text("register.niets-nieuws")}})
	}
	if out.Misnamed {
		notes = append(notes, Alert{Tone: ToneInfo, Text: []string{t.Text("register.naam-klopt")}})
	}
	return notes
}

func (b registerBuilder) facts() DefinitionList {
	t, out := b.t, b.view.Outcome
	added := "register.toe-te-voegen"
	if b.view.State == vpt.RegisterDone {
		added = "register.toegevoegd"
	}
	list := DefinitionList{Items: []Definition{
		{Term: t.Text("register.rijen"), Text: b.number(out.Rows)}, {Term: t.Text(added), Text: b.number(out.Added)},
		{Term: t.Text("register.bekend"), Text: b.number(out.Known)}, {Term: t.Text("register.geweigerd"), Text: b.number(out.Refused)},
		{Term: t.Text("register.vorm"), Text: t.FileFormat(out)},
	}}
	if out.First != "" {
		list.Items = append(list.Items, Definition{Term: t.Text("register.van-tot"), Text: nl.Period(string(out.First), string(out.Last), t.Lang())})
	}
	return list
}

func (b registerBuilder) columns() Table {
	t := b.t
	table := Table{ID: "kolommen", Caption: t.Text("register.kolommen"), Columns: []Column{{Label: t.Text("register.kolom")}, {Label: t.Text("register.betekenis")}}}
	for _, c := range b.view.Outcome.Columns {
		meaning := Cell{Badge: &Badge{Tone: ToneNeutral, Text: t.Text("register.genegeerd")}}
		if c.Column != "" {
			meaning = Cell{Text: t.Label(c.Column)}
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{{Text: c.Header}, meaning}})
	}
	return table
}

func (b registerBuilder) words() Table {
	t := b.t
	table := Table{ID: "woorden", Caption: t.Text("register.woorden"), Columns: []Column{
		{Label: t.Text("register.woord")}, {Label: t.Text("register.kolom")}, {Label: t.Text("register.betekenis")}, {Label: t.Text("register.hoe-vaak"), Numeric: true},
	}}
	for _, w := range b.view.Outcome.Words {
		table.Rows = append(table.Rows, TextRow(w.Word, t.Label(w.Column), t.Meaning(b.named(w)), b.number(w.Count)))
	}
	return table
}

func (b registerBuilder) refused() (Table, string) {
	t, out := b.t, b.view.Outcome
	table := Table{ID: "geweigerd", Caption: t.Text("register.geweigerde-rijen"), Columns: []Column{
		{Label: t.Text("register.regel")}, {Label: t.Text("register.nummer")}, {Label: t.Text("register.waarom")},
	}}
	for _, r := range out.Rejects[:min(len(out.Rejects), refusedShown)] {
		table.Rows = append(table.Rows, TextRow(strconv.Itoa(r.Line), r.Number, t.Reasons(r.Fields)))
	}
	note := ""
	if out.Refused > len(table.Rows) {
		note = t.Fill("register.eerste", "aantal", b.number(len(table.Rows)), "totaal", b.number(out.Refused))
	}
	return table, note
}

// The names of the fields of the mapping form: the kind of field, the column
// for a word, and the header or word itself.
const (
	MapColumn = "kolom:"
	MapWord   = "woord:"
)

// mapping offers a choice for each header that was not understood and each
// word that was not, and for those that were explained before.
func (b registerBuilder) mapping() []Select {
	t := b.t
	var fields []Select
	for _, c := range b.view.Outcome.Columns {
		chosen, explained := b.view.Mapping.Columns[c.Header]
		if c.Column != "" && !explained || c.Header == "" {
			continue
		}
		options := []Option{{Value: vpt.IgnoreWord, Label: t.Text("register.sla-over")}}
		for _, column := range vpt.RegisterColumns() {
			options = append(options, Option{Value: string(column), Label: t.Label(column)})
		}
		fields = append(fields, b.choice(MapColumn+c.Header, t.Fill("register.kolom-is", "naam", c.Header), string(chosen), options))
	}
	for _, column := range vpt.RegisterColumns() {
		words := b.unknown(column)
		options := []Option{{Value: vpt.IgnoreWord, Label: t.Text("register.telt-niet")}}
		for _, c := range b.view.Choices[column] {
			label := c.Label
			if column == vpt.ColumnPolice {
				label = t.Label(vpt.PoliceKind(c.Code))
			}
			options = append(options, Option{Value: c.Code, Label: label})
		}
		for _, w := range words {
			label := t.Fill("register.woord-is", "kolom", t.Label(column), "naam", w.Word, "aantal", nl.Count(w.Count, "keer", t.Lang()))
			fields = append(fields, b.choice(MapWord+string(column)+":"+w.Word, label, b.view.Mapping.Words[column][w.Word], options))
		}
	}
	return fields
}

// unknown gives the words of a column that need an explanation or got one.
func (b registerBuilder) unknown(column vpt.RegisterColumn) []vpt.WordMeaning {
	var out []vpt.WordMeaning
	for _, w := range slices.Concat(b.view.Outcome.Words, b.view.Outcome.Unknown) {
		_, explained := b.view.Mapping.Words[column][w.Word]
		if w.Column == column && (explained || slices.Contains(b.view.Outcome.Unknown, w)) {
			out = append(out, w)
		}
	}
	return out
}

// named gives what a word means in the reader's language. An outcome keeps the
// label of when it was made, which is Dutch.
func (b registerBuilder) named(w vpt.WordMeaning) vpt.WordMeaning {
	for _, c := range b.view.Choices[w.Column] {
		if c.Code == w.Code && w.Code != "" {
			w.Label = c.Label
		}
	}
	return w
}

func (b registerBuilder) choice(name, label, chosen string, options []Option) Select {
	s := NewSelect(Field{Name: name, Label: label, Optional: true}, chosen, options)
	s.Blank = b.t.Text("register.open")
	return s
}
