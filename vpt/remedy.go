package vpt

// RemedyKind is what a citizen can do about a measure.
type RemedyKind string

// The remedies. Which one a letter names is the organisation's choice: a
// warning or ban is as a rule no decision in the sense of the Awb, so that a
// complaint (Awb chapter 9) is the default and an objection is never promised
// by itself.
const (
	RemedyComplaint RemedyKind = "klacht"
	RemedyObjection RemedyKind = "bezwaar"
	RemedyCourt     RemedyKind = "civiele-rechter"
)

// RemedyOutcome is how a remedy ended.
type RemedyOutcome string

// The outcomes of a remedy.
const (
	RemedyUpheld    RemedyOutcome = "gegrond"
	RemedyPartly    RemedyOutcome = "deels-gegrond"
	RemedyDismissed RemedyOutcome = "ongegrond"
	RemedyWithdrawn RemedyOutcome = "ingetrokken"
)

// RemedyEffect is what a remedy did to the measure.
type RemedyEffect string

// The effects of a remedy on its measure.
const (
	EffectNone    RemedyEffect = "geen-gevolg"
	EffectShorter RemedyEffect = "korter"
	EffectLifted  RemedyEffect = "opgeheven"
)

// complaintWeeks is within how many weeks a complaint or objection is
// answered (Awb 9:11 and 7:10), and delayWeeks by how many that may be put
// off once.
const (
	complaintWeeks = 6
	delayWeeks     = 4
)

// Remedy is a complaint, objection or court case about a measure.
type Remedy struct {
	ID         RemedyID
	Measure    MeasureID
	Kind       RemedyKind
	ReceivedOn Date
	DueOn      Date // empty for a court case: the judge has the clock
	Extended   bool
	Summary    Private
	Outcome    RemedyOutcome
	OutcomeOn  Date
	OutcomeWhy Private
	Effect     RemedyEffect
	By         PersonID
	Version    int64
}

// Open reports whether the remedy was not decided yet.
func (r Remedy) Open() bool { return r.Outcome == "" }

// RemedyDue gives the last day for an answer; empty for a court case.
func RemedyDue(kind RemedyKind, received Date, extended bool) Date {
	if kind == RemedyCourt {
		return ""
	}
	weeks := complaintWeeks
	if extended {
		weeks += delayWeeks
	}
	return received.AddDays(7 * weeks)
}

// RecordRemedy is the input for a remedy that came in.
type RecordRemedy struct {
	Case       string
	Measure    MeasureID
	Kind       RemedyKind
	ReceivedOn Date
	Summary    Private
	Once       Once
}

// Validate checks the input against today and the remedy that the measure's
// letter named. What a citizen writes about a measure that is no decision is a
// complaint, whatever she calls it (Nationale ombudsman 2010/059, Haarlem).
func (in RecordRemedy) Validate(today Date, named RemedyKind) error {
	var p Problems
	oneOf(&p, "kind", in.Kind, RemedyComplaint, RemedyObjection, RemedyCourt)
	if in.Kind == RemedyObjection && named != RemedyObjection {
		p.Add("kind", "klacht-geen-bezwaar")
	}
	pastDay(&p, "receivedOn", in.ReceivedOn, today)
	p.Require("summary", in.Summary.IsZero())
	p.MaxLen("summary", in.Summary.Len(), MaxText)
	noBSN(&p, "summary", in.Summary)
	return p.Err()
}

// FinishRemedy is the input for the answer to a remedy, or for putting the
// answer off once.
type FinishRemedy struct {
	Case      string
	ID        RemedyID
	Extend    bool // put off; nothing else is read
	Outcome   RemedyOutcome
	OutcomeOn Date
	Why       Private
	Effect    RemedyEffect
	EndsOn    Date // the new end, when the measure becomes shorter
	Letter    bool // make the answer
	Once      Once
}

// Validate checks the input against today and the measure's end.
func (in FinishRemedy) Validate(today, ends Date) error {
	var p Problems
	if in.Extend {
		p.Require("why", in.Why.IsZero())
		return p.Err()
	}
	oneOf(&p, "outcome", in.Outcome, RemedyUpheld, RemedyPartly, RemedyDismissed, RemedyWithdrawn)
	oneOf(&p, "effect", in.Effect, EffectNone, EffectShorter, EffectLifted)
	pastDay(&p, "outcomeOn", in.OutcomeOn, today)
	p.Require("why", in.Why.IsZero() && in.Outcome != RemedyWithdrawn)
	p.MaxLen("why", in.Why.Len(), MaxText)
	noBSN(&p, "why", in.Why)
	if in.Effect == EffectShorter {
		switch {
		case in.EndsOn == "":
			p.Add("endsOn", "verplicht")
		case !in.EndsOn.Valid():
			p.Add("endsOn", "geen-datum")
		case in.EndsOn >= ends:
			p.Add("endsOn", "niet-korter")
		}
	}
	return p.Err()
}
