package page

import (
	"net/url"
	"strconv"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// ReportMore is "Meer vertellen": the seven W's in groups, all optional.
type ReportMore struct {
	Shell
	Heading     PageHeading
	Errors      ErrorSummary
	Idempotency Idempotency
	Action      string
	Groups      []DetailGroup
	Send        ButtonGroup
}

// DetailGroup is a few fields under one heading.
type DetailGroup struct {
	ID     string
	Title  string
	Fields []DetailInput
}

// DetailInput is one field; exactly one of its parts is there.
type DetailInput struct {
	Line   *TextField
	Area   *TextArea
	Time   *TimeField
	Select *Select
	Radio  *RadioGroup
}

// detailGroups put the fields of "Meer vertellen" in the order in which one
// tells a story.
func detailGroups() []struct {
	key    string
	fields []vpt.DetailField
} {
	return []struct {
		key    string
		fields []vpt.DetailField
	}{
		{"verloop", []vpt.DetailField{vpt.DetailLiteral, vpt.DetailCourse, vpt.DetailTrigger, vpt.DetailTriggerMore, vpt.DetailOwnAction, vpt.DetailMeans, vpt.DetailEnd}},
		{"ander", []vpt.DetailField{vpt.DetailInstigator, vpt.DetailRepeated}},
		{"erbij", []vpt.DetailField{vpt.DetailWitnesses, vpt.DetailAlarm, vpt.DetailIntervened, vpt.DetailPolice}},
		{"gevolg", []vpt.DetailField{vpt.DetailInjury, vpt.DetailAbsence, vpt.DetailImpact, vpt.DetailPrivate, vpt.DetailDamage}},
		{"anders", []vpt.DetailField{vpt.DetailAccount}},
	}
}

// NewReportMore makes the page. typed holds what came back; nil for a fresh form.
func NewReportMore(shell Shell, t *nl.Texts, v vpt.ReporterView, typed url.Values, errs FieldErrors) *ReportMore {
	path := "/meldingen/" + v.Report.Number
	shell.Problem = len(errs) > 0
	p := &ReportMore{
		Shell: shell, Heading: PageHeading{Title: t.Text("meer.titel"), Lead: t.Fill("meer.lead", "naam", ownerName(t, v.Owner))},
		Errors: errs.Summary(), Action: path + "/meer",
		Send: NewButtonGroup(PrimaryButton(t.Text("meer.verstuur")), LinkButton(ButtonSubtle, t.Text("meer.terug"), path)),
	}
	for _, g := range detailGroups() {
		group := DetailGroup{ID: "groep-" + g.key, Title: t.Text("meer.groep-" + g.key)}
		for _, f := range g.fields {
			group.Fields = append(group.Fields, detailInput(t, v, f, typed.Get(string(f)), errs))
		}
		p.Groups = append(p.Groups, group)
	}
	return p
}

func detailInput(t *nl.Texts, v vpt.ReporterView, f vpt.DetailField, value string, errs FieldErrors) DetailInput {
	field := NewField(string(f), t.Label(f), t.Text("meer."+string(f)+"-uitleg"), errs)
	switch f {
	case vpt.DetailTrigger:
		return DetailInput{Select: codeSelect(t, field, v.Lists[vpt.TriggerList], value)}
	case vpt.DetailInjury:
		return DetailInput{Select: codeSelect(t, field, v.Lists[vpt.InjuryList], value)}
	case vpt.DetailEnd:
		at := NewTimeField(field, value)
		return DetailInput{Time: &at}
	case vpt.DetailImpact:
		var options []Option
		for n := 1; n <= 5; n++ {
			options = append(options, Option{Value: strconv.Itoa(n), Label: t.Text("meer.impact-" + strconv.Itoa(n))})
		}
		radio := NewRadioGroup(field, value, options)
		return DetailInput{Radio: &radio}
	case vpt.DetailMeans, vpt.DetailRepeated, vpt.DetailAlarm, vpt.DetailIntervened, vpt.DetailPolice, vpt.DetailAbsence:
		line := NewTextField(field, value)
		line.MaxLength = vpt.MaxLine
		return DetailInput{Line: &line}
	}
	area := NewTextArea(field, value)
	area.MaxLength, area.Rows = vpt.MaxText/2, 3
	return DetailInput{Area: &area}
}

func codeSelect(t *nl.Texts, field Field, set vpt.CodeSet, value string) *Select {
	var options []Option
	for _, c := range set.Codes {
		if c.Choosable && !c.Retired {
			options = append(options, Option{Value: c.Code, Label: c.Label(t.Lang())})
		}
	}
	s := NewSelect(field, value, options)
	s.Blank = t.Text("meer.weet-niet")
	return &s
}
