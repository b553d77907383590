package vpt

import (
	"strconv"
	"time"
)

// PoliceKind says what was done with the police.
type PoliceKind string

// The sorts of police record. Undistinguished comes from imports only and is
// never offered in a form; none records why nothing was done.
const (
	PoliceNotice          PoliceKind = "melding"
	PoliceComplaint       PoliceKind = "aangifte"
	PoliceUndistinguished PoliceKind = "niet-onderscheiden"
	PoliceNone            PoliceKind = "niet-gedaan"
)

// Counts reports whether the record counts in the figures.
func (k PoliceKind) Counts() bool { return k != PoliceNone }

// PoliceRecord is a notice or complaint to the police (melding, aangifte).
type PoliceRecord struct {
	ID        PoliceRecordID
	Casefile  CasefileID
	Kind      PoliceKind
	DoneOn    Date    // empty when imported
	Reference Private // the police's number
	Note      Private // reason when not done, else a remark
	PoliceDetails
	RecordedBy PersonID
	RecordedAt time.Time
	Version    int64 // goes up when anything is recorded of it
}

// Seen tells one state of a record from another.
func (r PoliceRecord) Seen() string { return strconv.FormatInt(r.Version, 10) }

// RecordPolice is the input for a police record.
type RecordPolice struct {
	Case      string
	Kind      PoliceKind
	DoneOn    Date
	Reference Private
	Note      Private
	Details   PoliceDetails
	Once      Once
}

// Validate checks the input against today.
func (in RecordPolice) Validate(today Date) error {
	var p Problems
	oneOf(&p, "kind", in.Kind, PoliceNotice, PoliceComplaint, PoliceNone)
	if in.Kind == PoliceNone {
		p.Require("note", in.Note.IsZero())
	} else {
		pastDay(&p, "doneOn", in.DoneOn, today)
	}
	p.MaxLen("reference", in.Reference.Len(), MaxLine)
	p.MaxLen("note", in.Note.Len(), MaxText)
	noBSN(&p, "note", in.Note)
	noBSN(&p, "reference", in.Reference)
	in.Details.Validate(&p, in.Kind, today)
	return p.Err()
}

// TellPolice takes a police record over into the case. That nothing was done
// leaves a step that was made before in place.
func (c *Casefile) TellPolice(kind PoliceKind, why Private, at time.Time) {
	c.Meet(ClockPolice, at)
	switch {
	case kind != PoliceNone:
		c.SetTrack(TrackPolice, TrackDone, Private{})
	case c.Track(TrackPolice).State != TrackDone:
		c.SetTrack(TrackPolice, TrackNotApplicable, why)
	}
}
