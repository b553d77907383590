package page

// TrackState is where a track is.
type TrackState string

// The states of a track.
const (
	TrackOpen          TrackState = "open"
	TrackBusy          TrackState = "busy"
	TrackDone          TrackState = "done"
	TrackNotApplicable TrackState = "none"
)

// Track is one line of work in a case: its state in words, its clock and the
// next step.
type Track struct {
	Name      string
	Icon      string
	State     TrackState
	StateText string // "Nog niet begonnen", "Klaar op 3 juli"
	Clock     string // "vóór morgen 14:00"; empty when no clock runs
	Late      bool
	Next      *Link // the next step; nil when there is none or it is not yours
	Note      string
}

// StateIcon is the drawing that goes with the state.
func (t Track) StateIcon() string {
	switch t.State {
	case TrackDone:
		return "check"
	case TrackBusy:
		return "busy"
	case TrackNotApplicable:
		return "none"
	}
	return "open"
}

// TrackBoard shows the tracks of a case compactly: "track-board".
type TrackBoard struct {
	Title  string
	Tracks []Track
}

// Moment is where an entry of a timeline lies.
type Moment string

// The moments: what was, what is going on, what is still to come.
const (
	MomentPast Moment = "past"
	MomentNow  Moment = "now"
	MomentNext Moment = "next"
)

// TimelineEntry is one thing that happened or will happen, in words.
type TimelineEntry struct {
	Moment    Moment
	When      string // "gisteren 15:20", "vóór vrijdag 12:00"
	DateTime  string // the same for machines, as in <time datetime>; may be empty
	Title     string
	Text      []string
	By        string // who did it; may be empty
	VisibleTo string // who may see it; shown only when not empty
	Origin    string // which casefile it came from, after merging
	Late      bool
	Action    *Link
}

// Timeline is a vertical line of entries: "timeline".
type Timeline struct {
	Entries []TimelineEntry
	Empty   EmptyState
}

// Receipt says who has it and what happens by when: "receipt".
type Receipt struct {
	Title    string
	Name     string // who has it
	Function string
	Steps    []ReceiptStep // three lines
}

// ReceiptStep is one line: what happens, before when.
type ReceiptStep struct {
	Icon string
	What string
	When string
}
