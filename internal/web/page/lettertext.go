package page

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// LetterTextPage is the text of one letter, block by block.
type LetterTextPage struct {
	Shell
	Heading  PageHeading
	Notes    []Alert
	Errors   FieldErrors
	Key      Idempotency
	Action   string
	Base     int
	Title    FormField
	Blocks   []BlockForm
	New      BlockForm
	Case     *FormField // for who may read cases
	Preview  template.HTML
	Blanks   DefinitionList
	Download string
	File     FileField
	Restore  bool // the text is the organisation's own
}

// BlockForm is one block of the text.
type BlockForm struct {
	Name   string
	Label  string
	Badges []Badge
	Open   bool // something is wrong with it
	Why    string
	Source string
	Blanks string // that it must hold
	Fields []FormField
}

// LetterText is the text of a letter as its form has it.
type LetterText struct {
	Title  string
	Blocks []vpt.LetterBlock
	Gone   map[string]bool // blocks that were ticked to be removed
	New    vpt.LetterBlock
	After  string // the block that the new one comes after
	Case   string
}

// Fields of the form: those of a block have its name between prefix and suffix.
const (
	FieldBlock       = "blok" // the names of the blocks, in order
	FieldBlockTitle  = ".kop"
	FieldBlockText   = ".tekst"
	FieldBlockGone   = ".weg"
	FieldNewBlock    = "nieuw"
	FieldTextTitle   = "titel"
	FieldTextCase    = "case"
	FieldTextFile    = "bestand"
	LetterTextKeep   = "bewaar"
	LetterTextReset  = "terug"
	letterTextLength = 8000 // of a block, as the rule behind the door has it
)

// Written gives the blocks as they are to be kept: without what was removed,
// with the new one in its place.
func (x LetterText) Written() []vpt.LetterBlock {
	out := []vpt.LetterBlock{}
	placed := x.New.Text == "" && x.New.Title == ""
	for _, b := range x.Blocks {
		if !x.Gone[b.Name] {
			out = append(out, b)
		}
		if b.Name == x.After && !placed {
			out, placed = append(out, x.New), true
		}
	}
	if !placed {
		out = append(out, x.New)
	}
	return out
}

// FieldOf gives the field of the form that a problem with a text belongs to;
// empty when it has none of its own.
func (x LetterText) FieldOf(path, code string) string {
	if path == "title_nl" {
		return FieldTextTitle
	}
	rest, ok := strings.CutPrefix(path, "blokken.")
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(rest, ".")
	suffix := FieldBlockText
	if code == "veld-in-kop" || code == "te-lang" {
		suffix = FieldBlockTitle
	}
	if name == x.New.Name && name != "" {
		return FieldNewBlock + suffix
	}
	if slices.ContainsFunc(x.Blocks, func(b vpt.LetterBlock) bool { return b.Name == name }) {
		return FieldBlock + "." + name + suffix
	}
	return ""
}

// LetterProblems puts what is wrong with a text at the fields of its form.
func LetterProblems(t *nl.Texts, problems []vpt.Field, x LetterText) FieldErrors {
	var out FieldErrors
	for _, f := range problems {
		out = append(out, ErrorLink{Name: x.FieldOf(f.Path, f.Code), Message: t.LetterProblem(f.Path, f.Code)})
	}
	return out
}

// LetterTextPath is where the text of a letter is changed.
func LetterTextPath(code string) string { return "/beheer/brieven/" + code }

// LetterTextTable lists the letters of the organisation.
func LetterTextTable(t *nl.Texts, letters []vpt.LetterTemplate) Table {
	table := Table{ID: "brieven", Caption: t.Text("beheer.brieven.tabel"), Columns: []Column{
		{Label: t.Text("beheer.brieven.brief")}, {Label: t.Text("beheer.brieven.lezer")}, {Label: t.Text("beheer.brieven.tekst")},
		{Label: t.Text("beheer.brieven.versie"), Numeric: true},
	}}
	for _, l := range letters {
		name := Cell{Text: t.Letter(l.Code), Href: LetterTextPath(l.Code)}
		if l.Problem != nil {
			name.Badge = &Badge{Tone: ToneWarning, Text: t.Text("beheer.brieven.aanpassen")}
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{name, {Text: t.Text("brief.lezer." + l.Audience)}, {Text: whoseText(t, l)}, {Text: strconv.Itoa(l.Version)}}})
	}
	return table
}

func whoseText(t *nl.Texts, l vpt.LetterTemplate) string {
	if l.Own {
		return t.Text("beheer.brieven.eigen")
	}
	return t.Text("beheer.brieven.meegeleverd")
}

// NewLetterText puts a text into its form: x is what the form holds, v what is
// kept, or how what was tried looks.
func NewLetterText(shell Shell, t *nl.Texts, v vpt.LetterTemplate, x LetterText, key Idempotency, mayCase bool, errs FieldErrors) *LetterTextPage {
	f := fields{t, "beheer.brieftekst.", errs}
	shell.Problem = len(errs) > 0
	p := &LetterTextPage{
		Shell: shell, Errors: errs, Key: key, Action: LetterTextPath(v.Code), Base: v.Version, Preview: trusted(v.Preview),
		Heading: PageHeading{Title: t.Letter(v.Code), Lead: whoseText(t, v) + " · " + t.Fill("beheer.codes.versie", "versie", strconv.Itoa(v.Version)) + " · " + t.Text("brief.lezer."+v.Audience)},
		Title:   textOf(f.field(FieldTextTitle), x.Title, 120), Download: LetterTextPath(v.Code) + "/bestand", Restore: v.Own,
		File: FileField{Field: f.field(FieldTextFile), Accept: ".json,application/json"},
	}
	for _, b := range x.Blocks {
		p.Blocks = append(p.Blocks, blockForm(t, v, b, x.Gone[b.Name], errs))
	}
	p.New = newBlockForm(t, x, errs)
	if mayCase {
		number := textOf(f.optional(FieldTextCase), x.Case, 40)
		p.Case = &number
	}
	for _, blank := range v.Fields {
		p.Blanks.Items = append(p.Blanks.Items, Definition{Term: "{{" + blank.Name + "}}", Text: blank.Explained})
	}
	return p
}

func blockForm(t *nl.Texts, v vpt.LetterTemplate, b vpt.LetterBlock, gone bool, errs FieldErrors) BlockForm {
	at := FieldBlock + "." + b.Name
	form := BlockForm{Name: b.Name, Label: t.LetterBlock(b.Name), Open: wrongUnder(at+".", errs), Fields: blockFields(t, at, b, errs)}
	rule, must := v.Rule(b.Name)
	if !must {
		field := NewField(at+FieldBlockGone, t.Text("beheer.brieftekst.weg"), "", errs)
		form.Fields = append(form.Fields, checkOf(field, "ja", t.Text("beheer.brieftekst.weg-ja"), gone))
		return form
	}
	form.Badges = []Badge{{Tone: ToneInfo, Text: t.Text("beheer.brieftekst.verplicht")}}
	form.Why, form.Source = rule.Why, rule.Source
	var blanks []string
	for _, name := range rule.Fields {
		blanks = append(blanks, "{{"+name+"}}")
	}
	form.Blanks = strings.Join(blanks, ", ")
	return form
}

func blockFields(t *nl.Texts, at string, b vpt.LetterBlock, errs FieldErrors) []FormField {
	title := NewField(at+FieldBlockTitle, t.Text("beheer.brieftekst.kop"), "", errs)
	title.Optional = true
	text := NewField(at+FieldBlockText, t.Text("beheer.brieftekst.tekst"), "", errs)
	return []FormField{textOf(title, b.Title, 120), areaOf(text, b.Text, min(14, 3+strings.Count(b.Text, "\n")+len(b.Text)/80), letterTextLength)}
}

func newBlockForm(t *nl.Texts, x LetterText, errs FieldErrors) BlockForm {
	form := BlockForm{Label: t.Text("beheer.brieftekst.nieuw"), Fields: blockFields(t, FieldNewBlock, x.New, errs)}
	form.Open = x.New.Title != "" || x.New.Text != "" || wrongUnder(FieldNewBlock+".", errs)
	form.Fields[1].Area.Optional = true
	var places []Option
	for _, b := range x.Blocks {
		places = append(places, Option{Value: b.Name, Label: t.LetterBlock(b.Name)})
	}
	after := x.After
	if n := len(x.Blocks); after == "" && n > 1 {
		after = x.Blocks[n-2].Name // before the signature
	}
	field := NewField(FieldNewBlock+".na", t.Text("beheer.brieftekst.na"), "", errs)
	form.Fields = append(form.Fields, selectOf(field, after, "", places))
	return form
}
