package vpt

import "time"

// EventKind names something that happened to a case.
type EventKind string

// What can happen to a case.
const (
	EventReported    EventKind = "gemeld"
	EventOwned       EventKind = "toegewezen"
	EventAssessed    EventKind = "beoordeeld"
	EventMeasure     EventKind = "maatregel"
	EventNoReaction  EventKind = "geen-reactie"
	EventPolice      EventKind = "politie"
	EventNoPolice    EventKind = "geen-politie"
	EventPoliceStep  EventKind = "politie-voortgang"
	EventPoliceEnd   EventKind = "politie-uitkomst"
	EventPoliceMore  EventKind = "politie-gegevens"
	EventHalt        EventKind = "halt"
	EventDamage      EventKind = "schade"
	EventAnalysis    EventKind = "analyse"
	EventImprove     EventKind = "verbeteractie"
	EventImproved    EventKind = "verbeterd"
	EventAccident    EventKind = "ongeval"
	EventTalkPlanned EventKind = "gesprek-gepland"
	EventTalkHeld    EventKind = "gesprek-gehouden"
	EventTalkDecline EventKind = "van-gesprek-afgezien"
	EventTrack       EventKind = "spoor"
	EventReferral    EventKind = "verwijscheck"
	EventRaised      EventKind = "coordinator-gevraagd" // something was late
	EventRaisedTop   EventKind = "directie-gevraagd"
	EventPaused      EventKind = "termijn-stil"
	EventResumed     EventKind = "termijn-loopt-weer"
	EventNote        EventKind = "notitie"
	EventFeedback    EventKind = "terugkoppeling"
	EventNoFeedback  EventKind = "geen-terugkoppeling"
	EventDetails     EventKind = "aangevuld"
	EventComment     EventKind = "reactie-melder"
	EventEvidence    EventKind = "bewijs"
	EventInvolved    EventKind = "betrokkene"
	EventInstigator  EventKind = "veroorzaker"
	EventDraft       EventKind = "maatregel-stap" // prepared, sent on, sent back, given up, looked at again
	EventLifted      EventKind = "maatregel-opgeheven"
	EventHearing     EventKind = "gesprek-veroorzaker"
	EventRemedy      EventKind = "rechtsmiddel"
	EventLinked      EventKind = "zaak-gekoppeld"
	EventSeries      EventKind = "reeks"
	EventLetter      EventKind = "brief"
	EventDelivered   EventKind = "brief-bezorgd"
	EventMerged      EventKind = "samengevoegd"
	EventUnmerged    EventKind = "weer-gesplitst"
	EventClosed      EventKind = "gesloten"
	EventReopened    EventKind = "heropend"
	EventImported    EventKind = "overgenomen"
)

// EventKinds gives all kinds of event.
func EventKinds() []EventKind {
	return []EventKind{
		EventReported, EventOwned, EventAssessed, EventMeasure, EventNoReaction, EventPolice, EventNoPolice,
		EventPoliceStep, EventPoliceEnd, EventPoliceMore, EventHalt, EventDamage, EventAnalysis, EventImprove, EventImproved, EventAccident,
		EventTalkPlanned, EventTalkHeld, EventTalkDecline, EventReferral, EventRaised, EventRaisedTop, EventPaused, EventResumed, EventTrack, EventNote, EventFeedback, EventNoFeedback,
		EventDetails, EventComment, EventEvidence, EventInvolved, EventInstigator,
		EventDraft, EventLifted, EventHearing, EventRemedy, EventLinked, EventSeries, EventLetter, EventDelivered, EventMerged, EventUnmerged,
		EventClosed, EventReopened, EventImported,
	}
}

// HandlersOnly reports whether an event is never for the reporter, however it
// was noted: it tells of the others in the case or of how handlers work.
func (k EventKind) HandlersOnly() bool {
	switch k {
	case EventPoliceStep, EventPoliceMore, EventHalt, EventDamage, EventAnalysis, EventImprove, EventImproved, EventAccident, EventTrack,
		EventInvolved, EventInstigator, EventDraft, EventHearing, EventRemedy, EventLinked, EventLetter, EventDelivered, EventMerged, EventUnmerged:
		return true
	}
	return false
}

// Event is one line of a timeline. Detail holds codes only (a measure kind, a
// track, a state); texts hang on the record that Ref names.
type Event struct {
	ID       string
	Casefile CasefileID // where it is shown
	Origin   string     // number of the case it came from, when merged
	Kind     EventKind
	Visible  Visibility
	By       PersonID
	ByName   Private
	At       time.Time
	Ref      string
	Detail   string
	Text     Private // the note, feedback or message it stands for, if any
	For      PersonID
	ForName  Private
}
