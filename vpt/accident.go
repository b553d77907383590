package vpt

import (
	"slices"
	"time"
)

// AccidentOutcome is a consequence that article 9 of the Arbowet names.
type AccidentOutcome string

// The consequences that are reported to the labour inspectorate at once.
const (
	OutcomeHospital  AccidentOutcome = "ziekenhuis"
	OutcomePermanent AccidentOutcome = "blijvend"
	OutcomeDeath     AccidentOutcome = "overlijden"
)

// AccidentOutcomes gives all consequences.
func AccidentOutcomes() []AccidentOutcome {
	return []AccidentOutcome{OutcomeHospital, OutcomePermanent, OutcomeDeath}
}

// graveInjuries are the codes of the shipped list of injuries that say the same.
var graveInjuries = map[string]AccidentOutcome{"opname": OutcomeHospital, "blijvend": OutcomePermanent, "overlijden": OutcomeDeath}

// Accident is the test of article 9 of the Arbowet for one person: what must
// be reported to the labour inspectorate at once, and what is put on the list
// of accidents. Health detail beyond this belongs to the company doctor.
type Accident struct {
	ID         AccidentID
	Involved   InvolvedID // empty: nobody in particular
	Name       Private
	Injury     CodeRef
	Absent     Answer // more than three working days
	Outcomes   []AccidentOutcome
	Notify     bool // article 9(1)
	Listed     bool // article 9(2)
	NotifiedOn Date
	At         time.Time
	Version    int64
}

// Owed reports whether it must still be reported.
func (a Accident) Owed() bool { return a.Notify && a.NotifiedOn == "" }

// TestAccident is the input for the test.
type TestAccident struct {
	Case       string
	ID         AccidentID // empty: a new one
	Involved   InvolvedID
	Injury     string
	Absent     Answer
	Outcomes   []AccidentOutcome
	NotifiedOn Date
	Version    int64 // of what the form showed; 0 is not checked
	Once       Once
}

// Test validates the input and gives the test. An accident that led to death,
// to lasting injury or to a hospital is reported at once; those, and those with
// more than three working days of absence, go on the list (Arbowet 9, 1 and 2).
func (in TestAccident) Test(involved []Involved, happened, today Date) (Accident, error) {
	var p Problems
	a := Accident{ID: in.ID, Involved: in.Involved, Absent: in.Absent, NotifiedOn: in.NotifiedOn, Version: in.Version}
	if in.Involved != "" && !slices.ContainsFunc(involved, func(i Involved) bool { return i.ID == in.Involved }) {
		p.Add("involved", "onbekende-keuze")
	}
	p.Require("injury", in.Injury == "")
	oneOf(&p, "absent", in.Absent, Answers()...)
	for _, o := range in.Outcomes {
		if !slices.Contains(AccidentOutcomes(), o) {
			p.Add("outcomes", "onbekende-keuze")
		} else if !slices.Contains(a.Outcomes, o) {
			a.Outcomes = append(a.Outcomes, o)
		}
	}
	if o := graveInjuries[in.Injury]; o != "" && !slices.Contains(a.Outcomes, o) {
		a.Outcomes = append(a.Outcomes, o)
	}
	if in.Injury == "geen" && len(a.Outcomes) > 0 {
		p.Add("injury", "letsel-past-niet")
	}
	a.Notify = len(a.Outcomes) > 0
	a.Listed = a.Notify || in.Absent == AnswerYes
	optionalPast(&p, "notifiedOn", in.NotifiedOn, today)
	if in.NotifiedOn.Valid() && in.NotifiedOn < happened {
		p.Add("notifiedOn", "einde-voor-begin")
	}
	return a, p.Err()
}

// AccidentLine is one line of the list of accidents: nature and date, and where
// it was; nobody's name.
type AccidentLine struct {
	Case     string // its number, for who may open the case; empty otherwise
	On       Date
	Unit     UnitID
	UnitName string
	Kinds    []CodeRef
	Injury   CodeRef
	Absent   Answer
	Outcomes []AccidentOutcome
	Notify   bool
	Notified Date
}

// Accidents is the list of article 9(2).
type Accidents struct {
	Organisation Organisation
	Lines        []AccidentLine // newest first
	Kinds        CodeSet
	Injuries     CodeSet
	Today        Date
}
