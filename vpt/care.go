package vpt

import "time"

// TalkState is where one care talk stands.
type TalkState string

// The states of a care talk.
const (
	TalkOpen     TalkState = "te-plannen"
	TalkPlanned  TalkState = "gepland"
	TalkHeld     TalkState = "gehouden"
	TalkDeclined TalkState = "afgezien" // by the employee
)

// CareTalk is one talk of the care plan of one involved person. Only markers:
// who, when, held or not. No field exists for its content.
type CareTalk struct {
	ID        CareTalkID
	Involved  InvolvedID
	For       PersonID // the employee, when she has an account
	ForName   Private
	Sequence  int  // 1, 2, 3
	NotBefore Date // the third talk only
	DueAt     time.Time
	PlannedAt time.Time
	With      PersonID
	WithName  Private
	State     TalkState
	HeldOn    Date
}

// Has reports whether somebody is named to hold the talk.
func (t CareTalk) Has() bool { return t.With != "" || !t.WithName.IsZero() }

// Done reports whether the talk needs nothing more.
func (t CareTalk) Done() bool { return t.State == TalkHeld || t.State == TalkDeclined }

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
