package vpt

import (
	"strconv"
	"time"
)

// Occurrence is one of many events in the dossier of conduct that goes on:
// stalking, a flood of messages. The dossier stays one report and one case.
type Occurrence struct {
	ID     OccurrenceID
	On     Date
	Time   string // HH:MM local, optional
	Text   Private
	By     PersonID
	ByName Private
	At     time.Time
}

// maxOccurrences bounds how many events are added at once, and maxSeries how
// many a dossier holds.
const (
	maxOccurrences = 100
	maxSeries      = 2000
)

// AddOccurrences is the input for events, one or a list. Through Report it
// comes from who made that report; through Case from who handles it.
type AddOccurrences struct {
	Report string
	Case   string
	Events []Occurrence // On, Time and Text
	Once   Once
}

// Validate checks the input against today. A path names the line, from 1.
func (in AddOccurrences) Validate(today Date) error {
	var p Problems
	p.Require("events", len(in.Events) == 0)
	if len(in.Events) > maxOccurrences {
		p.Add("events", "te-veel")
	}
	for i, e := range in.Events {
		at := "events." + strconv.Itoa(i+1)
		switch {
		case !e.On.Valid():
			p.Add(at, "geen-datum")
		case e.On > today:
			p.Add(at, "in-de-toekomst")
		case e.Time != "" && !ValidTime(e.Time):
			p.Add(at, "geen-tijd")
		case e.Text.IsZero():
			p.Add(at, "tekst-ontbreekt")
		}
		p.MaxLen(at, e.Text.Len(), MaxText)
		noBSN(&p, at, e.Text)
	}
	return p.Err()
}

// MayGrow reports whether a dossier of so many events takes n more.
func MayGrow(events, n int) bool { return events+n <= maxSeries }
