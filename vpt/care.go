package vpt

import "time"

// TalkState is where one care talk stands.
type TalkState string

// The states of a care talk.
const (
	TalkOpen     TalkState = "te-plannen"
	TalkPlanned  TalkState = "gepland"
	TalkHeld     TalkState = "gehouden"
	TalkDeclined TalkState = "afgezien"  // by the employee
	TalkDropped  TalkState = "vervallen" // care was not applicable; why stands with the track
)

// CareTalk is one step of the care plan of one involved person. Only markers:
// who, when, where, held or not; of a referral check yes or no. No field exists
// for what was said.
type CareTalk struct {
	ID        CareTalkID
	Involved  InvolvedID
	For       PersonID // the employee, when she has an account
	ForName   Private
	Sequence  int // 1, 2, 3
	Kind      StepKind
	Step      string // what the organisation calls the step; empty for the product's own words
	NotBefore Date   // of a step with a window
	DueAt     time.Time
	PlannedAt time.Time
	With      PersonID
	WithName  Private
	Site      SiteID // where; chosen, never typed
	SiteName  string
	State     TalkState
	HeldOn    Date
	Referred  Answer // of a referral check: yes or no
}

// IsCheck reports whether the step is a referral check: nobody plans it, it
// does not keep a case open, and a Duty reminds of it.
func (t CareTalk) IsCheck() bool { return t.Kind == StepReferral }

// Has reports whether somebody is named to hold the talk.
func (t CareTalk) Has() bool { return t.With != "" || !t.WithName.IsZero() }

// Done reports whether the talk needs nothing more.
func (t CareTalk) Done() bool {
	return t.State == TalkHeld || t.State == TalkDeclined || t.State == TalkDropped
}

// Late reports whether the talk was due before now and is not done.
func (t CareTalk) Late(now time.Time) bool { return !t.Done() && now.After(t.DueAt) }

// PlanTalk is the input for planning a care talk.
type PlanTalk struct {
	Case     string
	Talk     CareTalkID
	On       Date
	Time     string
	With     PersonID
	WithName Private
	Site     SiteID
	Once     Once
}

// Validate checks the input against today and the talk that is planned.
func (in PlanTalk) Validate(today Date, talk CareTalk) error {
	var p Problems
	p.Require("on", in.On == "")
	switch {
	case in.On == "":
	case !in.On.Valid():
		p.Add("on", "geen-datum")
	case in.On < today:
		p.Add("on", "in-het-verleden")
	case in.On < talk.NotBefore:
		p.Add("on", "te-vroeg")
	}
	if talk.Done() {
		p.Add("on", "gesprek-al-geweest")
	}
	if talk.IsCheck() {
		p.Add("on", "geen-gesprek")
	}
	if in.With != "" && in.With == talk.For {
		p.Add("with", "onbekende-keuze")
	}
	if in.Time != "" && !ValidTime(in.Time) {
		p.Add("time", "geen-tijd")
	}
	p.Require("with", in.With == "" && in.WithName.IsZero())
	p.MaxLen("with", in.WithName.Len(), MaxLine)
	noBSN(&p, "with", in.WithName)
	return p.Err()
}

// FinishTalk is the input for recording that a talk was held or declined.
type FinishTalk struct {
	Case  string
	Talk  CareTalkID
	State TalkState // held or declined
	On    Date
	Once  Once
}

// Validate checks the input against today.
func (in FinishTalk) Validate(today Date) error {
	var p Problems
	oneOf(&p, "state", in.State, TalkHeld, TalkDeclined)
	pastDay(&p, "on", in.On, today)
	return p.Err()
}

// CloseTalk is the input of who holds a talk: that it was held, or that the
// colleague did not want it. She needs no case for it.
type CloseTalk struct {
	Talk  CareTalkID
	State TalkState // held or declined
	On    Date
	Once  Once
}

// Validate checks the input against today.
func (in CloseTalk) Validate(today Date) error {
	return FinishTalk{State: in.State, On: in.On}.Validate(today)
}

// DeclineTalk is the input of an employee who does not want a talk. She need
// not say why.
type DeclineTalk struct {
	Talk CareTalkID
	Once Once
}

// CheckReferral is the answer to a referral check: whether she was referred to
// the company doctor or a psychologist, and when that was settled.
type CheckReferral struct {
	Case     string
	Talk     CareTalkID
	Referred Answer // yes or no
	On       Date
	Once     Once
}

// Validate checks the input against today.
func (in CheckReferral) Validate(today Date) error {
	var p Problems
	oneOf(&p, "referred", in.Referred, AnswerYes, AnswerNo)
	pastDay(&p, "on", in.On, today)
	return p.Err()
}

// SaveCare is the input of the page with the steps of the care plan; none means
// the default.
type SaveCare struct{ Steps []CareStep }

func pastDay(p *Problems, path string, day, today Date) {
	switch {
	case day == "":
		p.Add(path, "verplicht")
	case !day.Valid():
		p.Add(path, "geen-datum")
	case day > today:
		p.Add(path, "in-de-toekomst")
	}
}
