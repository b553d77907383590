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
	EventTalkPlanned EventKind = "gesprek-gepland"
	EventTalkHeld    EventKind = "gesprek-gehouden"
	EventTalkDecline EventKind = "van-gesprek-afgezien"
	EventTrack       EventKind = "spoor"
	EventNote        EventKind = "notitie"
	EventFeedback    EventKind = "terugkoppeling"
	EventNoFeedback  EventKind = "geen-terugkoppeling"
	EventDetails     EventKind = "aangevuld"
	EventComment     EventKind = "reactie-melder"
	EventEvidence    EventKind = "bewijs"
	EventInvolved    EventKind = "betrokkene"
	EventInstigator  EventKind = "veroorzaker"
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
		EventTalkPlanned, EventTalkHeld, EventTalkDecline, EventTrack, EventNote, EventFeedback, EventNoFeedback,
		EventDetails, EventComment, EventEvidence, EventInvolved, EventInstigator, EventMerged, EventUnmerged,
		EventClosed, EventReopened, EventImported,
	}
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
