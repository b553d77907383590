package vpt

import (
	"strconv"
	"strings"
	"time"
)

// Halt settles light offences of young people outside of court. Police or
// prosecutor refer to it, never an employer: what follows is a check whether it
// is worth mentioning with a complaint, and markers of what came of it.

// The ages at the day of the offence for which Halt is (77e Sr: a minor of at
// least twelve).
const (
	HaltFrom  = 12
	HaltUntil = 17
)

// HaltAdvice is what a check gives: something to discuss, never a decision.
type HaltAdvice string

// The advices.
const (
	HaltDiscuss  HaltAdvice = "bespreek-halt"
	HaltAsk      HaltAdvice = "vraag-medewerker" // her wish is not known yet
	HaltNoWish   HaltAdvice = "zonder-gesprek"   // worth mentioning; she does not want the talk
	HaltTooGrave HaltAdvice = "niet-licht"
)

// HaltReferrer says who referred to Halt.
type HaltReferrer string

// Who may refer.
const (
	ReferredByPolice     HaltReferrer = "politie"
	ReferredByProsecutor HaltReferrer = "om"
)

// HaltCheck is one check, with what came of it.
type HaltCheck struct {
	ID          HaltCheckID
	Age         int  // on the day of the incident
	AgeKnown    bool // from a recorded date of birth; otherwise as it was estimated
	Injury      Answer
	Weapon      Answer
	PoliceKnows Answer
	Wish        Answer // would the employee want a talk?
	Damage      Answer
	Advice      HaltAdvice
	ReferredBy  HaltReferrer // empty: not referred, or not known yet
	Article     Private      // as the police call it
	ReferredOn  Date
	TalkHeld    Answer
	Satisfied   Answer // the employee, about how it went
	By          PersonID
	At          time.Time
}

// CheckHalt is the input for a check. Age is as typed, and asked only when no
// date of birth is recorded.
type CheckHalt struct {
	Case        string
	Age         string
	Injury      Answer
	Weapon      Answer
	PoliceKnows Answer
	Wish        Answer
	Damage      Answer
	ReferredBy  HaltReferrer
	Article     Private
	ReferredOn  Date
	TalkHeld    Answer
	Satisfied   Answer
	Once        Once
}

// Check validates the input and gives the check. born is the recorded date of
// birth, empty when there is none, and happened the day of the incident.
func (in CheckHalt) Check(born, happened, today Date) (HaltCheck, error) {
	var p Problems
	age := haltAge(&p, in.Age, born, happened)
	for _, q := range []struct {
		path   string
		answer Answer
	}{
		{"hurt", in.Injury}, {"weapon", in.Weapon}, {"policeKnows", in.PoliceKnows}, {"wish", in.Wish}, {"damage", in.Damage},
	} {
		oneOf(&p, q.path, q.answer, Answers()...)
	}
	optionalOf(&p, "referredBy", in.ReferredBy, ReferredByPolice, ReferredByProsecutor)
	shortText(&p, "article", in.Article)
	optionalPast(&p, "referredOn", in.ReferredOn, today)
	if in.ReferredBy == "" && (!in.Article.IsZero() || in.ReferredOn != "" || in.TalkHeld == AnswerYes) {
		p.Add("referredBy", "verplicht")
	}
	optionalOf(&p, "talkHeld", in.TalkHeld, Answers()...)
	optionalOf(&p, "satisfied", in.Satisfied, Answers()...)
	check := HaltCheck{
		Age: age, AgeKnown: born != "", Injury: in.Injury, Weapon: in.Weapon, PoliceKnows: in.PoliceKnows, Wish: in.Wish, Damage: in.Damage,
		ReferredBy: in.ReferredBy, Article: in.Article, ReferredOn: in.ReferredOn, TalkHeld: in.TalkHeld, Satisfied: in.Satisfied,
	}
	check.Advice = check.advise()
	return check, p.Err()
}

// haltAge gives the age on the day of the incident and notes why Halt is out of
// the question at that age.
func haltAge(p *Problems, typed string, born, happened Date) int {
	age := AgeOn(born, happened)
	if born == "" {
		if typed == "" {
			p.Add("age", "verplicht")
			return 0
		}
		var err error
		if age, err = strconv.Atoi(typed); err != nil || age < 0 || age > 120 {
			p.Add("age", "geen-leeftijd")
			return 0
		}
	}
	switch {
	case age < HaltFrom:
		p.Add("age", "te-jong-voor-halt")
	case age > HaltUntil:
		p.Add("age", "te-oud-voor-halt")
	}
	return age
}

// advise weighs the answers: light means no injury and no weapon, and what is
// unknown is no "yes".
func (c HaltCheck) advise() HaltAdvice {
	switch {
	case c.Injury == AnswerYes || c.Weapon == AnswerYes:
		return HaltTooGrave
	case c.Wish == AnswerUnknown:
		return HaltAsk
	case c.Wish == AnswerNo:
		return HaltNoWish
	}
	return HaltDiscuss
}

// AgeOn gives how old somebody born on a day is on another; 0 when either is no
// day. Who is born on 29 February has her birthday on 1 March in other years.
func AgeOn(born, day Date) int {
	if !born.Valid() || !day.Valid() || day < born {
		return 0
	}
	age := day.Year() - born.Year()
	if born.AddYears(age) > day {
		age--
	}
	return age
}

// Born reads a recorded date of birth, which people write in their own way:
// 2011-05-02, 2-5-2011 or 2 mei 2011. What cannot be read is not known.
func (i Instigator) Born() (Date, bool) {
	text := strings.ToLower(strings.TrimSpace(i.BornOn.reveal()))
	if d := Date(text); d.Valid() {
		return d, true
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '-' || r == '/' || r == '.' || r == ' ' })
	if len(parts) != 3 || len(parts[2]) != 4 {
		return "", false
	}
	month := parts[1]
	for n, name := range []string{"jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"} {
		if strings.HasPrefix(month, name) || n == 2 && month == "mrt" {
			month = strconv.Itoa(n + 1)
		}
	}
	at, err := time.Parse("2-1-2006", parts[0]+"-"+month+"-"+parts[2])
	if err != nil {
		return "", false
	}
	d := DateOf(at, time.UTC)
	return d, d.Valid()
}

// BornOf gives the date of birth that a check goes by: of the first instigator
// who has one. found tells whether there is an instigator at all for whom Halt
// may be a question: a person, of whom no other age is known.
func BornOf(instigators []Instigator, happened Date) (born Date, found bool) {
	for _, i := range instigators {
		if i.Kind == InstigatorGroup {
			continue
		}
		on, known := i.Born()
		if !known {
			found = true
			continue
		}
		if age := AgeOn(on, happened); age >= HaltFrom && age <= HaltUntil {
			return on, true
		}
		if born == "" {
			born = on
		}
	}
	return born, found
}
