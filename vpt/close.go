package vpt

import "slices"

// TrackEnd says why nothing more is needed on a track.
type TrackEnd struct {
	Track TrackKind
	Why   Private
}

// CloseCase is the input for closing; Message goes to the reporter. NotNeeded
// ends tracks in one go with it, for a case that LightEnds gives them of.
type CloseCase struct {
	Case      string
	Message   Private
	NotNeeded []TrackEnd
	Once      Once
}

// Validate checks the input.
func (in CloseCase) Validate() error {
	var p Problems
	requireText(&p, "message", in.Message)
	for _, end := range in.NotNeeded {
		p.Require("notNeeded", end.Why.IsZero())
		p.MaxLen("notNeeded", end.Why.Len(), MaxText)
		noBSN(&p, "notNeeded", end.Why)
	}
	return p.Err()
}

// LightEnds gives the tracks that may be ended in one go with closing: of a light
// incident, and of what was no aggression, those of which often nothing comes. Care
// is among them once everybody had the first talk. What an organisation always
// wants to learn from, or may claim, is for the page of that track.
func (c Casefile) LightEnds(s LearningSettings) []TrackKind {
	light := c.Verdict == VerdictAggression && c.Incident.Class == LightClass || c.Verdict == VerdictNoAggression
	if c.State != CaseOpen || !light {
		return nil
	}
	var out []TrackKind
	for _, kind := range []TrackKind{TrackCare, TrackDamage, TrackLearning} {
		state := c.Track(kind).State
		switch {
		case state.Final(), kind == TrackCare && c.Clock(ClockCare).Running():
		case kind == TrackDamage && state != TrackOpen, kind == TrackLearning && c.NeedsAnalysis(s):
		default:
			out = append(out, kind)
		}
	}
	return out
}

// BlocksBut gives what still blocks closing when tracks are ended with it.
func (c Casefile) BlocksBut(ended []TrackKind) []string {
	return slices.DeleteFunc(c.WhatBlocksClosing(), func(block string) bool {
		return slices.ContainsFunc(ended, func(k TrackKind) bool { return block == "spoor-open-"+string(k) })
	})
}
