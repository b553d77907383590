package page

import (
	"slices"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// ActClock is the page on which a clock is let stand still: a part of its address.
const ActClock CaseAct = "termijnen"

// SeenStill is what the form of a clock that stands still has seen.
const SeenStill = "stil"

// NewPausePage lets a clock stand still, or run again when it does.
func NewPausePage(which vpt.ClockKind) func(Shell, *nl.Texts, vpt.CaseView, SubForm) *CaseSub {
	return func(shell Shell, t *nl.Texts, v vpt.CaseView, in SubForm) *CaseSub {
		clock := v.Case.Clock(which)
		if !v.MayPause || !slices.Contains(vpt.PausableClocks(), which) || clock.Due.IsZero() {
			return nil
		}
		p := newCaseSub(shell, t, v, "pauze.", in)
		w := newWriter(t, v)
		var facts items
		if clock.Running() {
			facts.add(t.Text("pauze.loopt-tot"), nl.Moment(clock.Due, v.Zone, t.Lang()))
		}
		now, still := vpt.PauseOf(v.Pauses, which, v.Today)
		if still {
			facts.add(t.Text("pauze.stil-tot"), nl.Day(string(now.Until), t.Lang()))
			facts.add(t.Text("pauze.waarom"), now.Why.Reveal())
			facts.add(t.Text("pauze.door"), now.ByName.Reveal())
		}
		p.Parts = []CasePart{{ID: "termijn", Title: t.Label(which), Facts: DefinitionList{Items: facts}}}
		if before := w.pausesBefore(which, now.ID); len(before.Items) > 0 {
			p.Parts = append(p.Parts, CasePart{ID: "eerder", Title: t.Text("pauze.eerder"), Facts: before})
		}
		f := in.fields(t, v, "pauze.")
		switch {
		case still && clock.Running():
			p.Heading.Lead = t.Text("pauze.verder-lead")
			p.Form = in.form(SeenStill, t.Text("pauze.verder"))
		case !clock.Running() || clock.Late(v.Now):
			p.Notes = append(p.Notes, Alert{Tone: ToneInfo, Title: t.Text("pauze.te-laat")})
		default:
			p.Form = in.form("", t.Text("pauze.bewaar"), FormSection{Fields: []FormField{f.day(f.field("until"), ""), f.area(f.field("why"), "")}})
		}
		for _, other := range vpt.PausableClocks() {
			if other != which && v.Case.Clock(other).Running() {
				p.Links = append(p.Links, CaseLink{Label: t.Label(other), Href: w.to(ActClock, string(other)), Icon: "clock"})
			}
		}
		return p
	}
}

// pausesBefore lists when a clock stood still before.
func (w writer) pausesBefore(which vpt.ClockKind, but vpt.PauseID) DefinitionList {
	var list DefinitionList
	for _, p := range w.v.Pauses {
		if p.Clock != which || p.ID == but {
			continue
		}
		last := string(p.Until)
		if !p.EndedAt.IsZero() {
			last = string(vpt.DateOf(p.EndedAt, w.v.Zone))
		}
		list.Items = append(list.Items, Definition{
			Term: nl.Period(string(vpt.DateOf(p.From, w.v.Zone)), last, w.lang), Lines: append(paragraphs(p.Why.Reveal()), p.ByName.Reveal()),
		})
	}
	return list
}

// pause says on a track that its clock stands still.
func (w writer) pause(track *Track, kind vpt.ClockKind) {
	p, still := vpt.PauseOf(w.v.Pauses, kind, w.v.Today)
	if kind == "" || !still || !w.v.Case.Clock(kind).Running() {
		return
	}
	track.Note = w.t.Fill("pauze.spoor", "dag", nl.Day(string(p.Until), w.lang), "waarom", p.Why.Reveal())
}

// pausable gives the first clock that may be let stand still, or does.
func (w writer) pausable() vpt.ClockKind {
	for _, kind := range vpt.PausableClocks() {
		if c := w.v.Case.Clock(kind); c.Running() && !c.Late(w.v.Now) {
			return kind
		}
	}
	return ""
}
