package page

import (
	"slices"
	"strconv"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// AdminCodes is one code list: the newest version as a form, an older one to
// look at.
type AdminCodes struct {
	Shell
	Heading  PageHeading
	Notes    []Alert
	Errors   FieldErrors
	List     vpt.CodeList
	Base     int
	Versions []Link
	Codes    []CodeForm
	New      []CodeForm
	File     FileField
	Old      *Table // an older version
	Adopt    string // text of the button that adds what the shipped list has more; empty for none
}

// CodeForm is one code of the list.
type CodeForm struct {
	Code       string
	Label      string
	Badges     []Badge
	Open       bool // something is wrong with it
	Definition string
	Fields     []FormField
}

// FillAdminCodes puts a list on its page. codes is what the form holds: those
// of the view, with what was typed; those that the view lacks are new.
func FillAdminCodes(t *nl.Texts, view vpt.CodeSetView, codes []vpt.Code, errs FieldErrors) AdminCodes {
	list := string(view.Set.List)
	p := AdminCodes{
		List: view.Set.List, Base: view.Newest, Errors: errs,
		Heading: PageHeading{Title: t.Label(view.Set.List), Lead: t.Fill("beheer.codes.lead", "versie", strconv.Itoa(view.Set.Version))},
		File:    FileField{Field: fields{t, "beheer.codes.", errs}.field("file"), Accept: ".json,.csv,.xlsx,.ods"},
	}
	for v := view.Newest; v >= 1; v-- {
		link := Link{Label: t.Fill("beheer.codes.versie", "versie", strconv.Itoa(v))}
		if v != view.Set.Version {
			link.Href = "/beheer/codelijsten/" + list + "?versie=" + strconv.Itoa(v)
		}
		p.Versions = append(p.Versions, link)
	}
	if !view.MayEdit {
		table := oldCodes(t, view.Set)
		p.Old = &table
		return p
	}
	if n := len(view.Newer); n > 0 {
		p.Adopt = t.Fill("beheer.codes.aanvullen", "aantal", strconv.Itoa(n))
	}
	codes = underGroups(codes)
	for i, c := range codes {
		if _, known := view.Set.ByCode(c.Code); known {
			p.Codes = append(p.Codes, codeForm(t, "codes."+c.Code+".", view.Set, c, errs))
		} else {
			p.New = append(p.New, newCodeForm(t, "nieuw."+strconv.Itoa(len(p.New))+".", view.Set, codes[i], errs))
		}
	}
	if len(p.New) == 0 {
		p.New = append(p.New, newCodeForm(t, "nieuw.0.", view.Set, vpt.Code{}, errs))
	}
	return p
}

// underGroups gives codes with each group before the codes in it. Codes whose
// group is not there come last.
func underGroups(codes []vpt.Code) []vpt.Code {
	var out, rest []vpt.Code
	for _, c := range codes {
		if c.Group != "" {
			rest = append(rest, c)
			continue
		}
		out = append(out, c)
		for _, below := range codes {
			if below.Group == c.Code && c.Code != "" {
				out = append(out, below)
			}
		}
	}
	for _, c := range rest {
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// codeFields makes the fields that may change. at is the path of the code.
func codeFields(t *nl.Texts, at string, list vpt.CodeList, c vpt.Code, errs FieldErrors) []FormField {
	field := func(name string) Field {
		return NewField(at+name, t.Text("beheer.codes."+name), "", errs)
	}
	out := []FormField{textOf(field("labelNL"), c.LabelNL, 120), textOf(field("labelEN"), c.LabelEN, 120)}
	if c.TileNL != "" {
		out = append(out, textOf(field("tileNL"), c.TileNL, 120), textOf(field("tileEN"), c.TileEN, 120))
	}
	if _, fixed := vpt.FixedStep(c.Code); list == vpt.MeasureList && !fixed && (c.Choosable || c.Code == "") && c.Code != vpt.NoMeasure {
		step := field("trede")
		step.Name, step.Error, step.Hint = at+"class", errs.At(at+"class"), t.Text("beheer.codes.trede-hint")
		out = append(out, selectOf(step, strconv.Itoa(c.Class), "", stepOptions(t)))
	}
	if list == vpt.KindList {
		var lines, classes []Option
		for _, line := range vpt.RollUps() {
			lines = append(lines, Option{Value: string(line), Label: t.Label(line)})
		}
		for class := range 5 {
			text := strconv.Itoa(class)
			if class == 0 {
				text = t.Text("beheer.codes.class-geen")
			}
			classes = append(classes, Option{Value: strconv.Itoa(class), Label: text})
		}
		out = append(out, selectOf(field("rollUp"), string(c.RollUp), t.Text("beheer.rol.kies"), lines), selectOf(field("class"), strconv.Itoa(c.Class), "", classes))
	}
	return out
}

// stepOptions are the steps for a measure of one's own; 0 is none.
func stepOptions(t *nl.Texts) []Option {
	out := []Option{{Value: "0", Label: t.Text("beheer.codes.trede-geen")}}
	for _, step := range vpt.ChosenSteps() {
		out = append(out, Option{Value: strconv.Itoa(int(step)), Label: stepName(t, step)})
	}
	return out
}

func stepName(t *nl.Texts, step vpt.Step) string {
	return t.Text("beheer.codes.trede-" + strconv.Itoa(int(step)))
}

// onLadder names the step of a measure; empty for every other code.
func onLadder(t *nl.Texts, list vpt.CodeList, c vpt.Code) string {
	if list != vpt.MeasureList || !c.Choosable || c.Code == vpt.NoMeasure {
		return ""
	}
	return stepName(t, vpt.StepOf(c))
}

func codeForm(t *nl.Texts, at string, set vpt.CodeSet, c vpt.Code, errs FieldErrors) CodeForm {
	form := CodeForm{Code: c.Code, Label: c.Label(t.Lang()), Definition: c.Definition, Fields: codeFields(t, at, set.List, c, errs)}
	form.Fields = append(form.Fields, checkOf(NewField(at+"retired", t.Text("beheer.codes.retired"), "", errs), "ja", t.Text("beheer.codes.retired-ja"), c.Retired))
	if c.Retired {
		form.Badges = append(form.Badges, Badge{Tone: ToneNeutral, Text: t.Text("beheer.vervallen")})
	}
	if c.RollUp != "" {
		form.Badges = append(form.Badges, Badge{Tone: ToneInfo, Text: t.Label(c.RollUp)})
	}
	if step := onLadder(t, set.List, c); step != "" {
		form.Badges = append(form.Badges, Badge{Tone: ToneInfo, Text: step})
	}
	form.Open = wrongUnder(at, errs)
	return form
}

func newCodeForm(t *nl.Texts, at string, set vpt.CodeSet, c vpt.Code, errs FieldErrors) CodeForm {
	field := func(name string) Field { return NewField(at+name, t.Text("beheer.codes."+name), "", errs) }
	form := CodeForm{Label: t.Text("beheer.codes.nieuw"), Open: c.Code != "" || wrongUnder(at, errs)}
	code := NewTextField(field("code"), c.Code)
	code.Short, code.MaxLength, code.Hint = true, 30, t.Text("beheer.codes.code-hint")
	form.Fields = append(form.Fields, FormField{Text: &code})
	if set.List == vpt.KindList {
		var groups []Option
		for _, g := range set.Codes {
			if g.Group == "" && !g.Retired {
				groups = append(groups, Option{Value: g.Code, Label: g.Code + " " + g.Label(t.Lang())})
			}
		}
		form.Fields = append(form.Fields, selectOf(field("group"), c.Group, t.Text("beheer.rol.kies"), groups))
	}
	form.Fields = append(form.Fields, codeFields(t, at, set.List, c, errs)...)
	definition := field("definition")
	definition.Optional = true
	form.Fields = append(form.Fields, textOf(definition, c.Definition, 500))
	return form
}

func wrongUnder(at string, errs FieldErrors) bool {
	for _, e := range errs {
		if len(e.Name) > len(at) && e.Name[:len(at)] == at {
			return true
		}
	}
	return false
}

// oldCodes shows a version that can no longer be changed.
func oldCodes(t *nl.Texts, set vpt.CodeSet) Table {
	weight := "beheer.codes.class"
	if set.List == vpt.MeasureList {
		weight = "beheer.codes.trede"
	}
	table := Table{ID: "codes", Caption: t.Fill("beheer.codes.versie", "versie", strconv.Itoa(set.Version)), Columns: []Column{
		{Label: t.Text("beheer.codes.code")}, {Label: t.Text("beheer.codes.labelNL")}, {Label: t.Text("beheer.codes.labelEN")}, {Label: t.Text("beheer.codes.rollUp")}, {Label: t.Text(weight)},
	}}
	for _, c := range set.Codes {
		line, class := "", onLadder(t, set.List, c)
		if c.RollUp != "" {
			line = t.Label(c.RollUp)
		}
		if c.Class > 0 && class == "" {
			class = strconv.Itoa(c.Class)
		}
		row := TextRow(c.Code, c.LabelNL, c.LabelEN, line, class)
		if c.Retired {
			row.Cells[1].Badge = &Badge{Tone: ToneNeutral, Text: t.Text("beheer.vervallen")}
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}
