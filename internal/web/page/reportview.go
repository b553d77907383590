package page

import (
	"strings"
	"time"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// ReportView is "Mijn melding": what happened with it and what is next, in
// words, and everything that was told.
type ReportView struct {
	Shell
	Heading     PageHeading
	Named       *Alert // for who did not make the report herself
	Errors      ErrorSummary
	Ahead       Timeline // what is still to come, soonest first
	Steps       Timeline // what happened, newest first
	Talks       CardList
	Told        DefinitionList
	Account     []string
	Added       []AddedDetail
	Files       []EvidenceLine
	Numbers     PhoneList
	Buttons     ButtonGroup
	Idempotency Idempotency
	Upload      *UploadForm // nil when nothing may be added
	Comment     *CommentForm
}

// AddedDetail is something that was added later. It stands beside what was
// said before.
type AddedDetail struct {
	Label string
	Lines []string
	By    string
	When  string
}

// CommentForm takes a comment of the reporter.
type CommentForm struct {
	Action string
	Text   TextArea
	Send   Button
}

// NewReportView makes the page. comment is what was typed in a comment that
// came back.
func NewReportView(shell Shell, t *nl.Texts, v vpt.ReporterView, comment string, errs FieldErrors) *ReportView {
	r := v.Report
	path := "/meldingen/" + r.Number
	shell.Problem = len(errs) > 0
	moment := func(at time.Time) string { return nl.Relative(at, v.Now, v.Zone, t.Lang()) }
	p := &ReportView{
		Shell: shell, Errors: errs.Summary(),
		Heading: PageHeading{
			Title: t.Fill("melding.titel", "dag", nl.Day(string(r.OccurredOn), t.Lang())),
			Lead:  t.Fill("melding.lead", "nummer", r.DisplayNumber(), "naam", ownerName(t, v.Owner)),
		},
		Ahead: Timeline{Entries: nextSteps(t, v)}, Steps: Timeline{Entries: reportSteps(t, v)}, Numbers: helpNumbers(t, v.HelpNumbers, v.Emergency),
		Account: paragraphs(r.Account.Reveal()), Told: told(t, v), Added: added(t, v, moment), Files: evidenceLines(t, v, path),
	}
	p.Talks = reportTalks(t, v)
	if !v.Deputy.Name.IsZero() {
		p.Heading.Lead += " " + t.Fill("melding.waarnemer", "naam", v.Deputy.Name.Reveal())
	}
	if v.Circle != "" {
		p.Heading.Lead += " " + t.Fill("melding.kring", "naam", v.Circle)
	}
	if v.AsAffected {
		p.Heading.Title = t.Fill("melding.titel-genoemd", "dag", nl.Day(string(r.OccurredOn), t.Lang()))
		p.Named = &Alert{Tone: ToneInfo, Title: t.Fill("melding.genoemd", "naam", v.ReporterName.Reveal()), Text: []string{t.Text("melding.genoemd-uitleg")}}
	}
	if v.MayAdd {
		p.Buttons = NewButtonGroup(Button{Kind: ButtonPrimary, Label: t.Text("melding.meer"), Href: path + "/meer", Icon: "edit"},
			Button{Kind: ButtonSecondary, Label: t.Text("melding.doe-reeks"), Href: path + "/reeks", Icon: "history"})
		p.Upload = newUploadForm(t, path, errs)
	}
	if v.MayComment {
		p.Buttons.Buttons = append(p.Buttons.Buttons, Button{Kind: ButtonSecondary, Label: t.Text("melding.bewijs"), Href: "#bewijs", Icon: "evidence"},
			Button{Kind: ButtonSecondary, Label: t.Text("melding.reageer"), Href: "#reactie", Icon: "note"})
		field := NewField(string(vpt.DetailComment), t.Text("melding.reactie"), t.Fill("melding.reactie-uitleg", "naam", ownerName(t, v.Owner)), errs)
		p.Comment = &CommentForm{Action: path + "/reactie", Text: NewTextArea(field, comment), Send: SecondaryButton(t.Text("melding.reactie-verstuur"), "", "")}
		p.Comment.Text.MaxLength = vpt.MaxText / 2
	}
	return p
}

// told lists what the report says, apart from the account.
func told(t *nl.Texts, v vpt.ReporterView) DefinitionList {
	r, lang := v.Report, t.Lang()
	when := nl.Day(string(r.OccurredOn), lang)
	if r.OccurredTime != "" {
		when += ", " + r.OccurredTime
	}
	items := []Definition{{Term: t.Text("melding.wat"), Text: kindNames(v.Lists[vpt.KindList], r.Kinds, lang)}, {Term: t.Text("melding.wanneer"), Text: when}}
	var where []string
	for _, part := range []string{v.Lists[vpt.ChannelList].Label(r.Channel.Code, lang), v.SiteName, r.Place.Reveal()} {
		if part != "" {
			where = append(where, part)
		}
	}
	items = append(items, Definition{Term: t.Text("melding.waar"), Lines: where})
	items = append(items, seriesItem(t, v.Occurrences, "/meldingen/"+r.Number+"/reeks", v.MayAdd)...)
	if v.UnitName != "" {
		items = append(items, Definition{Term: t.Text("melding.onderdeel"), Text: v.UnitName})
	}
	var names []string
	for _, i := range v.Affected {
		names = append(names, i.Name.Reveal())
	}
	if len(names) > 0 {
		items = append(items, Definition{Term: t.Text("melding.overkomen"), Lines: names})
	}
	if !r.Instigator.IsZero() {
		items = append(items, Definition{Term: t.Text("melding.ander"), Lines: paragraphs(r.Instigator.Reveal())})
	}
	items = append(items, Definition{Term: t.Text("melding.hulp"), Text: t.Text("melden.hulp-" + string(r.Help))},
		Definition{Term: t.Text("melding.keuze"), Text: t.Text("melden.keuze-" + string(r.Choice))})
	if v.Assessed {
		items = append(items, Definition{Term: t.Text("melding.beoordeeld-als"), Text: assessedAs(t, v)})
	}
	return DefinitionList{Items: items}
}

// assessedAs says how the case was assessed: the kinds, or that it was judged
// to be something else.
func assessedAs(t *nl.Texts, v vpt.ReporterView) string {
	if v.Verdict == vpt.VerdictAggression || v.Verdict == vpt.VerdictNone {
		return kindNames(v.Lists[vpt.KindList], v.Kinds, t.Lang())
	}
	return t.Label(v.Verdict)
}

// added lists the additions, oldest first.
func added(t *nl.Texts, v vpt.ReporterView, moment func(time.Time) string) []AddedDetail {
	var out []AddedDetail
	for _, d := range v.Details {
		text := d.Value.Reveal()
		switch d.Field {
		case vpt.DetailTrigger:
			text = v.Lists[vpt.TriggerList].Label(text, t.Lang())
		case vpt.DetailInjury:
			text = v.Lists[vpt.InjuryList].Label(text, t.Lang())
		}
		out = append(out, AddedDetail{
			Label: t.Label(d.Field), Lines: paragraphs(text), By: d.ByName.Reveal(), When: moment(d.At),
		})
	}
	return out
}

// paragraphs splits a typed text at its line ends.
func paragraphs(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
