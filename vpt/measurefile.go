package vpt

import "time"

// MeasureFile is a measure as who decides on it sees it: what it rests on,
// what is still owed, and what became of it. Of the case it tells no more than
// that.
type MeasureFile struct {
	Number      string // of the case
	OccurredOn  Date
	Kinds       []CodeRef
	Measure     Measure
	Code        Code
	Weighing    Weighing
	Owed        []Gate
	Needed      Mandate // which the decision takes
	Second      bool    // somebody else must agree
	Deviates    bool
	RulesOn     Date // since when the house rules were shown; empty: none in force
	Instigators []Instigator
	Hearings    []Hearing
	Remedies    []Remedy
	Breaches    []CaseLink // the cases of not keeping to it
	Letters     []Letter   // about this measure
	Extended    MeasureID  // a later draft or measure that goes on where this one ends
	Contacts    []PersonName
	Sites       []Site
	Lists       map[CodeList]CodeSet
	PreparedBy  PersonName
	DecidedBy   PersonName
	SecondBy    PersonName
	LiftedBy    PersonName
	Contact     PersonName
	Today       Date
	Zone        *time.Location
	MayPrepare  bool
	MayConclude bool
	MaySecond   bool
	MayReview   bool
	MayRemedy   bool
	MayOpenCase bool
}

// Instigator gives the one whom the measure is about.
func (f MeasureFile) Instigator() (Instigator, bool) {
	for _, i := range f.Instigators {
		if i.ID == f.Measure.Instigator {
			return i, true
		}
	}
	return Instigator{}, false
}

// WaitingMeasure is a measure that waits for a second pair of eyes.
type WaitingMeasure struct {
	Number string // of the case
	ID     MeasureID
	Kind   CodeRef
	By     PersonName
}
