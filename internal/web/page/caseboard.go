package page

import (
	"strings"
	"time"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// The tracks, talks and timeline of a case page.

func (w writer) board() TrackBoard {
	b := TrackBoard{Title: w.t.Text("zaak.sporen")}
	icons := map[vpt.TrackKind]string{
		vpt.TrackCare: "care", vpt.TrackInstigator: "measure", vpt.TrackPolice: "police", vpt.TrackDamage: "money", vpt.TrackLearning: "trend",
	}
	clocks := map[vpt.TrackKind]vpt.ClockKind{
		vpt.TrackCare: vpt.ClockCare, vpt.TrackInstigator: vpt.ClockReaction, vpt.TrackPolice: vpt.ClockPolice,
	}
	for _, k := range w.v.Case.Tracks {
		track := Track{Name: w.t.Label(k.Kind), Icon: icons[k.Kind], State: boardState(k.State), StateText: w.t.Label(k.State)}
		if _, waits := w.firstTalk(); waits && k.Kind == vpt.TrackCare && k.State == vpt.TrackDone {
			// Done for closing the case; who is to have the talk still waits.
			track.State, track.StateText = TrackBusy, w.t.Text("zaak.opvang-gepland")
		}
		if k.State == vpt.TrackNotApplicable {
			track.Note = k.Why.Reveal()
		}
		if clock, ok := clocks[k.Kind]; ok {
			w.clock(&track, w.v.Case.Clock(clock))
		}
		w.pause(&track, clocks[k.Kind])
		if w.v.MayAct || w.v.MayTalk && k.Kind == vpt.TrackCare {
			track.Next = w.trackStep(k)
		}
		b.Tracks = append(b.Tracks, track)
	}
	return b
}

func boardState(s vpt.TrackState) TrackState {
	switch s {
	case vpt.TrackBusy:
		return TrackBusy
	case vpt.TrackDone:
		return TrackDone
	case vpt.TrackNotApplicable, vpt.TrackNotRecorded:
		return TrackNotApplicable
	}
	return TrackOpen
}

// clock says until when a clock runs, or when and how it stopped.
func (w writer) clock(track *Track, c vpt.Clock) {
	switch {
	case c.Due.IsZero():
	case c.Running() && w.v.Case.State == vpt.CaseOpen:
		track.Clock, track.Late = w.until(c.Due), c.Late(w.v.Now)
	case !c.Met.IsZero():
		key := "zaak.op-tijd"
		if c.Late(w.v.Now) {
			key = "zaak.te-laat-gedaan"
		}
		track.StateText += " · " + w.t.Fill(key, "dag", w.moment(c.Met))
	}
}

// trackStep gives what is to be done next on a track.
func (w writer) trackStep(k vpt.Track) *Link {
	link := func(key, href string) *Link { return &Link{Label: w.t.Text("zaak.stap-" + key), Href: href} }
	switch k.Kind {
	case vpt.TrackCare:
		if talk, ok := w.firstTalk(); ok && k.State != vpt.TrackNotApplicable {
			if talk.State == vpt.TalkPlanned {
				return link("gesprek-afronden", w.talkURL(talk))
			}
			return link("gesprek-plannen", w.talkURL(talk))
		}
		return nil
	case vpt.TrackInstigator:
		if k.State.Final() {
			return link("nog-een-maatregel", w.to(ActMeasure))
		}
		return link("reactie", w.to(ActMeasure))
	case vpt.TrackPolice:
		return link("politie", w.to(ActPolice))
	case vpt.TrackDamage:
		return link("schade", w.to(ActDamage))
	case vpt.TrackLearning:
		return link("analyse", w.to(ActAnalysis))
	}
	return link("bijwerken", w.to(ActTrack, string(k.Kind)))
}

// blockURL is where is done what keeps a case from being closed.
func (w writer) blockURL(block string) string {
	switch block {
	case "nog-niet-beoordeeld":
		return w.to(ActAssess)
	case "terugkoppeling-open":
		return w.to(ActFeedback)
	}
	for _, k := range w.v.Case.Tracks {
		if block != "spoor-open-"+string(k.Kind) {
			continue
		}
		if step := w.trackStep(k); step != nil {
			return step.Href
		}
		return w.to(ActTrack, string(k.Kind))
	}
	return w.path
}

// feedback is the clock of the case that belongs to no track.
func (w writer) feedback() Track {
	c := w.v.Case.Clock(vpt.ClockFeedback)
	track := Track{Name: w.t.Label(vpt.ClockFeedback), Icon: "send", State: TrackOpen, StateText: w.t.Label(vpt.TrackOpen)}
	if !c.Met.IsZero() {
		track.State, track.StateText = TrackDone, w.t.Label(vpt.TrackDone)
	} else if c.Due.IsZero() {
		track.State, track.StateText = TrackNotApplicable, w.t.Label(vpt.TrackNotRecorded)
	}
	w.clock(&track, c)
	w.pause(&track, vpt.ClockFeedback)
	if w.v.MayAct && c.Running() {
		track.Next = &Link{Label: w.t.Label(vpt.NextFeedback), Href: w.to(ActFeedback)}
	}
	return track
}

func talkAt(t vpt.CareTalk) time.Time {
	if t.PlannedAt.IsZero() {
		return t.DueAt
	}
	return t.PlannedAt
}

func (w writer) talkURL(t vpt.CareTalk) string {
	if t.State == vpt.TalkPlanned {
		return w.to(ActTalk, string(t.ID), string(ActTalkDone))
	}
	if t.IsCheck() {
		return w.to(ActTalk, string(t.ID), string(ActReferral))
	}
	return w.to(ActTalk, string(t.ID))
}

// talks shows the care plan: for whom, when and with whom; never what about.
func (w writer) talks() CardList {
	list := CardList{Empty: EmptyState{Title: w.t.Text("zaak.geen-gesprekken"), Text: w.t.Text("zaak.geen-gesprekken-uitleg")}}
	for _, talk := range w.v.Talks {
		card := Card{
			Sub: true, Title: talkTitle(w.t, talk),
			Badges: []Badge{{Tone: ToneNeutral, Text: w.t.Label(talk.State)}},
		}
		if talk.Has() {
			card.Facts = append(card.Facts, Definition{Term: w.t.Text("zaak.met"), Text: talk.WithName.Reveal()})
		}
		if talk.SiteName != "" {
			card.Facts = append(card.Facts, Definition{Term: w.t.Text("zaak.plek"), Text: talk.SiteName})
		}
		if talk.Referred != "" {
			card.Facts = append(card.Facts, Definition{Term: w.t.Text("zaak.verwezen"), Text: w.t.Label(talk.Referred)})
		}
		switch {
		case talk.State == vpt.TalkDropped:
		case talk.Done():
			card.Facts = append(card.Facts, Definition{Term: w.t.Text("zaak.op"), Text: nl.Day(string(talk.HeldOn), w.lang)})
		case talk.State == vpt.TalkPlanned:
			card.Due, card.Late = capital(w.moment(talk.PlannedAt)), talk.PlannedAt.Before(w.v.Now)
		default:
			card.Due, card.Late = w.until(talk.DueAt), talk.Late(w.v.Now)
		}
		if talk.NotBefore != "" && !talk.Done() {
			card.Facts = append(card.Facts, Definition{Term: w.t.Text("zaak.niet-voor"), Text: nl.Day(string(talk.NotBefore), w.lang)})
		}
		if w.v.MayTalk && !talk.Done() {
			card.Action = w.talkStep(talk)
		}
		list.Cards = append(list.Cards, card)
	}
	return list
}

// talkStep leads to planning a talk or, once it is planned, to recording how it
// ended. Each of these pages leads to the other.
func (w writer) talkStep(t vpt.CareTalk) *Button {
	key := "zaak.stap-gesprek-plannen"
	if t.State == vpt.TalkPlanned {
		key = "zaak.stap-gesprek-afronden"
	}
	if t.IsCheck() {
		key = "zaak.stap-verwijscheck"
	}
	step := LinkButton(ButtonSecondary, w.t.Text(key), w.talkURL(t))
	return &step
}

func (w writer) timeline() []TimelineEntry {
	var out []TimelineEntry
	for i, e := range w.v.Timeline {
		entry := TimelineEntry{
			Moment: MomentPast, When: w.moment(e.At), DateTime: e.At.In(w.v.Zone).Format("2006-01-02T15:04"),
			Title: w.eventTitle(e), Text: paragraphs(e.Text.Reveal()), VisibleTo: w.t.Text("zaak.zichtbaar-" + string(e.Visible)),
		}
		if e.Visible == vpt.VisibleReporter && e.For != "" && e.Kind != vpt.EventOwned {
			entry.VisibleTo = w.t.Fill("zaak.zichtbaar-en", "naam", e.ForName.Reveal())
		}
		if e.Visible == vpt.VisibleReporter && len(entry.Text) > 0 && forHandlers(e.Kind) {
			entry.VisibleTo = w.t.Text("zaak.zichtbaar-zonder-uitleg")
		}
		if e.Origin != "" {
			entry.Origin = w.t.Fill("zaak.uit-zaak", "nummer", e.Origin)
		}
		if i == 0 {
			entry.Moment = MomentNow
		}
		out = append(out, entry)
	}
	return out
}

// forHandlers reports whether the text with an event is for handlers only: the
// reporter sees that it happened, not why.
func forHandlers(kind vpt.EventKind) bool {
	switch kind {
	case vpt.EventMeasure, vpt.EventPolice, vpt.EventPoliceEnd, vpt.EventAssessed, vpt.EventReopened:
		return true
	}
	return false
}

// eventTitle says in a sentence what happened and who did it.
func (w writer) eventTitle(e vpt.Event) string {
	by, whom := e.ByName.Reveal(), e.ForName.Reveal()
	if by == "" {
		by = w.t.Text("zaak.rugdekking")
	}
	if whom == "" {
		whom = w.t.Text("zaak.coordinator")
	}
	what, key := e.Detail, "gebeurtenis."+string(e.Kind)
	switch e.Kind {
	case vpt.EventEvidence:
		if e.Detail != "" {
			key += "-" + e.Detail
		}
	case vpt.EventAssessed:
		what = w.t.Label(vpt.Verdict(e.Detail))
	case vpt.EventMeasure:
		what = w.v.Lists[vpt.MeasureList].Label(e.Detail, w.lang)
	case vpt.EventLetter:
		what = w.t.Letter(e.Detail)
	case vpt.EventDelivered:
		what = w.t.Label(vpt.DeliveryWay(e.Detail))
	case vpt.EventLifted:
		what = w.v.Lists[vpt.MeasureList].Label(e.Detail, w.lang)
	case vpt.EventDraft:
		what = w.measureStep(e.Detail)
	case vpt.EventHearing:
		what = w.t.Label(vpt.HearingState(e.Detail))
	case vpt.EventRemedy:
		what = w.remedyStep(e.Detail)
	case vpt.EventPolice:
		what = w.t.Label(vpt.PoliceKind(e.Detail))
	case vpt.EventPoliceStep, vpt.EventPoliceEnd:
		what = w.t.Label(vpt.PoliceStepKind(e.Detail))
	case vpt.EventHalt:
		what = w.t.Label(vpt.HaltAdvice(e.Detail))
	case vpt.EventDamage:
		what = w.t.Label(vpt.DamageKind(e.Detail))
	case vpt.EventPaused, vpt.EventResumed:
		what = w.t.Label(vpt.ClockKind(e.Detail))
	case vpt.EventTrack:
		what = w.t.Label(vpt.TrackKind(e.Ref)) + ": " + w.t.Label(vpt.TrackState(e.Detail))
	case vpt.EventInvolved:
		what = w.t.Label(vpt.InvolvedRole(e.Detail))
	}
	return capital(w.t.Fill(key, "naam", by, "wie", whom, "wat", what))
}

// measureStep says which step of a measure a line stands for: a state or what
// was done, and the kind of measure.
func (w writer) measureStep(detail string) string {
	what, kind, _ := strings.Cut(detail, " ")
	label := w.t.Label(vpt.MeasureState(what))
	if label == "" || label == what {
		label = w.t.Text("zaak.maatregel-" + what)
	}
	return w.v.Lists[vpt.MeasureList].Label(kind, w.lang) + ": " + strings.ToLower(label)
}

// remedyStep names a remedy that came in, or how it ended.
func (w writer) remedyStep(detail string) string {
	for _, kind := range []vpt.RemedyKind{vpt.RemedyComplaint, vpt.RemedyObjection, vpt.RemedyCourt} {
		if detail == string(kind) {
			return w.t.Label(kind)
		}
	}
	return w.t.Label(vpt.RemedyOutcome(detail))
}
