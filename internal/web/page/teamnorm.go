package page

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// NormNote is the norm of one's own team, folded away on the reporting form.
type NormNote struct{ Lines []NormNoteLine }

// NormNoteLine is one behaviour with what the team does.
type NormNoteLine struct{ Head, Text string }

// newNormNote gives nothing when the team has no norm.
func newNormNote(t *nl.Texts, n vpt.TeamNorm) *NormNote {
	if n.Version == 0 {
		return nil
	}
	note := &NormNote{}
	for _, line := range n.Lines {
		note.Lines = append(note.Lines, NormNoteLine{Head: t.Label(line.Colour) + ": " + line.Behaviour, Text: normText(t, line)})
	}
	return note
}

// normText writes what a team does in one paragraph.
func normText(t *nl.Texts, line vpt.NormLine) string {
	parts := []string{line.Reaction}
	if line.Helps != "" {
		parts = append(parts, t.Fill("teamnorm.helpt", "wie", line.Helps))
	}
	if line.After != "" {
		parts = append(parts, t.Fill("teamnorm.daarna", "wat", line.After))
	}
	for i, p := range parts {
		if !strings.ContainsAny(p[len(p)-1:], ".!?") {
			parts[i] += "."
		}
	}
	return strings.Join(parts, " ")
}

// NewTeamNorms is the list of teams whose norm one may read.
func NewTeamNorms(shell Shell, t *nl.Texts, v vpt.TeamNorms) *RulesPage {
	p := &RulesPage{Shell: shell, Heading: PageHeading{Title: t.Text("teamnorm.titel"), Lead: t.Text("teamnorm.lead")}}
	tree := vpt.NewUnitTree(v.Units)
	cards := &CardList{Empty: EmptyState{Icon: "users", Title: t.Text("teamnorm.geen-team"), Text: t.Text("teamnorm.geen-team-tekst")}}
	for _, team := range v.Teams {
		card := Card{Sub: true, Title: unitPath(tree, team.Unit.ID), Href: "/teamnormen/" + string(team.Unit.ID)}
		if team.Norm.Version == 0 {
			card.Text = []string{t.Text("teamnorm.nog-geen")}
		} else {
			card.Facts = []Definition{{Term: t.Text("teamnorm.afgesproken"), Text: nl.Day(string(team.Norm.AdoptedOn), t.Lang())}}
			card.Due, card.Late = t.Fill("teamnorm.opnieuw", "dag", nl.Day(string(team.Norm.ReviewBy), t.Lang())), team.Late
		}
		cards.Cards = append(cards.Cards, card)
	}
	p.Parts = []RulesPart{{ID: "teams", Title: t.Text("teamnorm.teams"), Cards: cards}}
	return p
}

// NewTeamNorm is the norm of one team.
func NewTeamNorm(shell Shell, t *nl.Texts, v vpt.TeamNormView) *RulesPage {
	p := &RulesPage{Shell: shell, Heading: PageHeading{Title: t.Fill("teamnorm.van", "team", v.Unit.Name), Lead: t.Text("teamnorm.lead")}}
	day := func(d vpt.Date) string { return nl.Day(string(d), t.Lang()) }
	if v.Norm.Version == 0 {
		p.Notes = append(p.Notes, Alert{Tone: ToneInfo, Text: []string{t.Text("teamnorm.nog-geen")}})
	} else {
		cards := &CardList{}
		for _, line := range v.Norm.Lines {
			cards.Cards = append(cards.Cards, Card{Sub: true, Title: line.Behaviour, Badges: []Badge{normBadge(t, line.Colour)}, Facts: normFacts(t, line)})
		}
		var all items
		all.add(t.Text("teamnorm.versie"), strconv.Itoa(v.Norm.Version))
		all.add(t.Text("teamnorm.afgesproken"), day(v.Norm.AdoptedOn))
		all.add(t.Text("teamnorm.reviewBy"), day(v.Norm.ReviewBy))
		all.add(t.Text("teamnorm.door"), v.Norm.ByName.Reveal())
		for _, old := range v.Earlier {
			all.add(t.Fill("teamnorm.eerder", "versie", strconv.Itoa(old.Version)), day(old.AdoptedOn))
		}
		p.Parts = []RulesPart{{ID: "afspraken", Title: t.Text("teamnorm.afspraken"), Cards: cards}, {ID: "over", Title: t.Text("teamnorm.over"), Facts: DefinitionList{Items: all}}}
	}
	if v.Norm.Late(v.Today) {
		p.Notes = append(p.Notes, Alert{Tone: ToneWarning, Text: []string{t.Fill("teamnorm.te-laat", "dag", day(v.Norm.ReviewBy))}})
	}
	if v.MayEdit {
		p.Add = &Button{Kind: ButtonPrimary, Label: t.Text("teamnorm.nieuw"), Href: "/teamnormen/" + string(v.Unit.ID) + "/nieuw"}
	}
	p.Links = []Link{{Label: t.Text("teamnorm.alle"), Href: "/teamnormen"}}
	return p
}

func normBadge(t *nl.Texts, colour vpt.NormColour) Badge {
	tone := map[vpt.NormColour]Tone{vpt.NormGreen: ToneOK, vpt.NormOrange: ToneWarning, vpt.NormRed: ToneError}[colour]
	return Badge{Tone: tone, Text: t.Label(colour)}
}

func normFacts(t *nl.Texts, line vpt.NormLine) []Definition {
	var all items
	all.lines(t.Text("teamnorm.reactie"), paragraphs(line.Reaction))
	all.add(t.Text("teamnorm.wie-helpt"), line.Helps)
	all.lines(t.Text("teamnorm.erna"), paragraphs(line.After))
	return all
}

// spareNormLines is how many empty lines a form offers.
const spareNormLines = 2

// NewTeamNormForm is the form for a new version. Without one there are three
// examples to begin with.
func NewTeamNormForm(shell Shell, t *nl.Texts, v vpt.TeamNormView, in SubForm) *RulesPage {
	shell.Problem = len(in.Errors) > 0
	f := rulesFields(t, "teamnorm.", in.Typed, in.Errors)
	p := &RulesPage{
		Shell: shell, Errors: in.Errors, Heading: PageHeading{Title: t.Fill("teamnorm.nieuw-van", "team", v.Unit.Name), Lead: t.Text("teamnorm.nieuw-lead")},
		Links: []Link{{Label: t.Text("teamnorm.terug"), Href: "/teamnormen/" + string(v.Unit.ID)}},
	}
	lines := v.Norm.Lines
	if in.Typed != nil {
		lines = TypedNormLines(in.Typed)
	} else if v.Norm.Version == 0 {
		lines = exampleNorm(t)
		p.Notes = []Alert{{Tone: ToneInfo, Text: []string{t.Text("teamnorm.voorbeelden")}}}
	}
	var sections []FormSection
	for i := range min(len(lines)+spareNormLines, vpt.MaxNormLines) {
		line := vpt.NormLine{}
		if i < len(lines) {
			line = lines[i]
		}
		title := t.Fill("teamnorm.regel", "nummer", strconv.Itoa(i+1))
		fold := line.Behaviour != ""
		if fold {
			title += ": " + line.Behaviour
		}
		at := "lines." + strconv.Itoa(i) + "."
		sections = append(sections, FormSection{Title: title, Fold: true, Open: !fold && i == len(lines) || wrongUnder(at, in.Errors), Fields: f.normLine(at, line)})
	}
	today := nl.Day(string(v.Today), t.Lang())
	sections = append(sections, FormSection{Title: t.Text("teamnorm.wanneer"), Fields: []FormField{
		f.day(f.field("adoptedOn"), today), f.day(f.field("reviewBy"), nl.Day(string(v.Today.AddYears(1)), t.Lang())),
	}})
	p.Forms = []RulesForm{{Action: in.Action, Key: in.Key, Seen: strconv.Itoa(v.Norm.Version), Sections: sections, Buttons: primary(t.Text("teamnorm.bewaar"))}}
	return p
}

// normLine are the fields of one behaviour. What was typed is in line.
func (f caseFields) normLine(at string, line vpt.NormLine) []FormField {
	field := func(name string, optional bool) Field {
		out := NewField(at+name, f.t.Text(f.prefix+name), f.t.Text(f.prefix+name+"-hint"), f.errs)
		out.Optional = optional
		return out
	}
	reaction, after := NewTextArea(field("reaction", false), line.Reaction), NewTextArea(field("after", true), line.After)
	reaction.Rows, after.Rows = 2, 2
	colour := radioOf(field("colour", false), string(line.Colour), labels(f.t, vpt.NormGreen, vpt.NormOrange, vpt.NormRed))
	colour.Radio.Inline = true
	return []FormField{
		textOf(field("behaviour", false), line.Behaviour, vpt.MaxLine), colour, {Area: &reaction}, textOf(field("helps", true), line.Helps, vpt.MaxLine), {Area: &after},
	}
}

// TypedNormLines gives the lines of a form, without those that were left empty.
func TypedNormLines(typed url.Values) []vpt.NormLine {
	var out []vpt.NormLine
	for i := range vpt.MaxNormLines {
		at := "lines." + strconv.Itoa(i) + "."
		line := vpt.NormLine{
			Behaviour: typed.Get(at + "behaviour"), Colour: vpt.NormColour(typed.Get(at + "colour")), Reaction: typed.Get(at + "reaction"),
			Helps: typed.Get(at + "helps"), After: typed.Get(at + "after"),
		}
		if line != (vpt.NormLine{}) {
			out = append(out, line)
		}
	}
	return slices.Clip(out)
}

// exampleNorm are three lines to begin with.
func exampleNorm(t *nl.Texts) []vpt.NormLine {
	var out []vpt.NormLine
	for _, colour := range []vpt.NormColour{vpt.NormGreen, vpt.NormOrange, vpt.NormRed} {
		at := "teamnorm.voorbeeld-" + string(colour)
		out = append(out, vpt.NormLine{
			Behaviour: t.Text(at), Colour: colour, Reaction: t.Text(at + "-reactie"), Helps: t.Text(at + "-helpt"), After: t.Text(at + "-erna"),
		})
	}
	return out
}
