package vpt

import (
	"slices"
	"time"
)

// PoliceStepKind names a line of what came of a notice or complaint: progress,
// or an outcome.
type PoliceStepKind string

// What may come of it, in the order in which it goes.
const (
	StepTaken         PoliceStepKind = "opgenomen"
	StepRefused       PoliceStepKind = "niet-opgenomen"
	StepInvestigated  PoliceStepKind = "in-onderzoek"
	StepProsecutor    PoliceStepKind = "naar-om"
	StepHearing       PoliceStepKind = "zitting-gepland"
	StepAppeal        PoliceStepKind = "hoger-beroep"
	StepDismissed     PoliceStepKind = "geseponeerd"
	StepPenaltyOrder  PoliceStepKind = "strafbeschikking"
	StepTransaction   PoliceStepKind = "transactie"
	StepHalt          PoliceStepKind = "halt"
	StepConvicted     PoliceStepKind = "veroordeeld"
	StepAcquitted     PoliceStepKind = "vrijgesproken"
	StepClaimAwarded  PoliceStepKind = "vordering-toegewezen"
	StepClaimRejected PoliceStepKind = "vordering-afgewezen"
)

// PoliceStepKinds gives all lines.
func PoliceStepKinds() []PoliceStepKind {
	return []PoliceStepKind{
		StepTaken, StepRefused, StepInvestigated, StepProsecutor, StepHearing, StepAppeal, StepDismissed, StepPenaltyOrder,
		StepTransaction, StepHalt, StepConvicted, StepAcquitted, StepClaimAwarded, StepClaimRejected,
	}
}

// Outcome reports whether the line says how it ended, which the reporter may
// see; the others are progress.
func (k PoliceStepKind) Outcome() bool {
	return slices.Contains([]PoliceStepKind{
		StepDismissed, StepPenaltyOrder, StepTransaction, StepHalt, StepConvicted, StepAcquitted, StepClaimAwarded, StepClaimRejected,
	}, k)
}

// PoliceStep is one line of what came of a notice or complaint.
type PoliceStep struct {
	ID        PoliceStepID
	Record    PoliceRecordID
	Kind      PoliceStepKind
	On        Date
	HearingOn Date    // when the line says that a hearing is planned
	ToldOn    Date    // when the employee was told
	Reference Private // the prosecutor's number (parketnummer)
	Demanded  Private // sentence that was asked
	Sentence  Private // sentence that was given
	Note      Private
	By        PersonID
	At        time.Time
}

// UpdatePolice is the input for what came of a notice or complaint: a next
// line, when Step.Kind is given, and the details as they are now.
type UpdatePolice struct {
	Case    string
	Record  PoliceRecordID
	Details PoliceDetails
	Step    PoliceStep
	Seen    string // PoliceRecord.Seen of what the form showed; empty is not checked
	Once    Once
}

// Validate checks the input for a record of kind, done on a day, against today.
func (in UpdatePolice) Validate(r PoliceRecord, today Date) error {
	var p Problems
	s := in.Step
	if s.Kind == "" {
		if s.On = ""; s != (PoliceStep{}) { // words about a line that nobody chose would be lost
			p.Add("step", "kies-eerst-stap")
		}
	} else {
		in.validateStep(&p, r, today)
	}
	in.Details.Validate(&p, r.Kind, today)
	return p.Err()
}

func (in UpdatePolice) validateStep(p *Problems, r PoliceRecord, today Date) {
	s := in.Step
	oneOf(p, "step", s.Kind, PoliceStepKinds()...)
	pastDay(p, "stepOn", s.On, today)
	if s.On.Valid() && r.DoneOn != "" && s.On < r.DoneOn {
		p.Add("stepOn", "voor-aangifte")
	}
	switch {
	case s.Kind != StepHearing && s.HearingOn != "":
		p.Add("hearingOn", "alleen-bij-zitting")
	case s.Kind != StepHearing:
	case s.HearingOn == "":
		p.Add("hearingOn", "verplicht")
	case !s.HearingOn.Valid():
		p.Add("hearingOn", "geen-datum")
	case s.HearingOn < s.On:
		p.Add("hearingOn", "einde-voor-begin")
	}
	shortText(p, "omReference", s.Reference)
	shortText(p, "demanded", s.Demanded)
	shortText(p, "sentence", s.Sentence)
	optionalPast(p, "toldOn", s.ToldOn, today)
	longText(p, "stepNote", s.Note)
}

// HearingAhead gives the next hearing that is still to come on day, the last
// word of each record; empty when there is none.
func HearingAhead(steps []PoliceStep, day Date) Date {
	last := map[PoliceRecordID]Date{}
	for _, s := range steps { // oldest first
		if s.Kind == StepHearing {
			last[s.Record] = s.HearingOn
		}
	}
	var next Date
	for _, on := range last {
		if on >= day && (next == "" || on < next) {
			next = on
		}
	}
	return next
}

// StepsOf gives the lines of one record, in their order.
func StepsOf(steps []PoliceStep, record PoliceRecordID) []PoliceStep {
	var out []PoliceStep
	for _, s := range steps {
		if s.Record == record {
			out = append(out, s)
		}
	}
	return out
}
