package vpt

import "strconv"

// maxFacts bounds the facts under one measure.
const maxFacts = 12

// PrepareMeasure is the input for the draft of a measure. Everything but the
// kind may still be empty: a draft is saved as it is, and the gates say later
// what is owed.
type PrepareMeasure struct {
	Case         string
	ID           MeasureID // empty: a new draft
	Kind         string
	Instigator   InstigatorID
	Facts        []MeasureFact
	Reason       Private
	DurationWhy  Private
	Lighter      Private
	SkippedWhy   Private
	DeviationWhy Private
	UrgentWhy    Private
	Hearing      HearingID
	StartsOn     Date
	EndsOn       Date
	ReviewOn     Date
	Everywhere   bool
	Sites        []SiteID
	Channels     []string
	Exceptions   Private
	HowToAct     Private
	Reachable    Private
	Contact      PersonID
	ContactName  Private
	Remedy       RemedyKind
	Sensitive    Sensitive
	Separate     bool
	Extends      MeasureID
	Seen         string
	Once         Once
}

// Validate checks the form of what was filled in against today.
func (in PrepareMeasure) Validate(today Date) error {
	var p Problems
	p.Require("kind", in.Kind == "")
	if len(in.Facts) > maxFacts {
		p.Add("facts", "te-veel")
	}
	for i, fact := range in.Facts {
		at := "facts." + strconv.Itoa(i)
		if fact.On != "" && !fact.On.Valid() {
			p.Add(at+".on", "geen-datum")
		} else if fact.On > today {
			p.Add(at+".on", "in-de-toekomst")
		}
		p.Require(at+".on", fact.On == "" && !fact.Text.IsZero())
		p.Require(at+".text", fact.On != "" && fact.Text.IsZero())
		p.MaxLen(at+".text", fact.Text.Len(), MaxText)
		noBSN(&p, at+".text", fact.Text)
	}
	optionalDay(&p, "startsOn", in.StartsOn)
	optionalDay(&p, "endsOn", in.EndsOn)
	optionalDay(&p, "reviewOn", in.ReviewOn)
	if in.StartsOn.Valid() && in.EndsOn.Valid() && in.EndsOn < in.StartsOn {
		p.Add("endsOn", "einde-voor-begin")
	}
	if in.Remedy != "" {
		oneOf(&p, "remedy", in.Remedy, RemedyComplaint, RemedyObjection, RemedyCourt)
	}
	if in.Sensitive != "" {
		oneOf(&p, "sensitive", in.Sensitive, SensitiveNo, SensitiveCriticism, SensitiveComplaint, SensitiveRepresentative, SensitiveCouncil)
	}
	for path, text := range in.texts() {
		p.MaxLen(path, text.Len(), MaxText)
		noBSN(&p, path, text)
	}
	return p.Err()
}

func (in PrepareMeasure) texts() map[string]Private {
	return map[string]Private{
		"reason": in.Reason, "durationWhy": in.DurationWhy, "lighter": in.Lighter, "skippedWhy": in.SkippedWhy, "deviationWhy": in.DeviationWhy,
		"urgentWhy": in.UrgentWhy, "exceptions": in.Exceptions, "howToAct": in.HowToAct, "reachable": in.Reachable, "contactName": in.ContactName,
	}
}

// Into takes the input over into a draft.
func (in PrepareMeasure) Into(m *Measure) {
	m.Instigator, m.Facts, m.Reason, m.Hearing = in.Instigator, nil, in.Reason, in.Hearing
	for _, fact := range in.Facts {
		if fact.On != "" {
			m.Facts = append(m.Facts, fact)
		}
	}
	m.DurationWhy, m.Lighter, m.SkippedWhy, m.DeviationWhy, m.UrgentWhy = in.DurationWhy, in.Lighter, in.SkippedWhy, in.DeviationWhy, in.UrgentWhy
	m.StartsOn, m.EndsOn, m.ReviewOn = in.StartsOn, in.EndsOn, in.ReviewOn
	m.Everywhere, m.Sites, m.Channels, m.Exceptions, m.HowToAct, m.Reachable = in.Everywhere, in.Sites, in.Channels, in.Exceptions, in.HowToAct, in.Reachable
	m.Contact, m.ContactName, m.Remedy, m.Sensitive, m.Separate = in.Contact, in.ContactName, in.Remedy, in.Sensitive, in.Separate
}

// ConcludeMeasure is the input for deciding on a draft.
type ConcludeMeasure struct {
	Case   string
	ID     MeasureID
	Letter bool // make the letter that goes with it
	Seen   string
	Once   Once
}

// SecondMeasure is the input of the second pair of eyes. Without agreement the
// draft goes back to its author, with the reason.
type SecondMeasure struct {
	Case  string
	ID    MeasureID
	Agree bool
	Why   Private
	Once  Once
}

// Validate checks the input.
func (in SecondMeasure) Validate() error {
	var p Problems
	p.Require("why", !in.Agree && in.Why.IsZero())
	p.MaxLen("why", in.Why.Len(), MaxText)
	noBSN(&p, "why", in.Why)
	return p.Err()
}

// DropMeasure is the input for giving up a draft.
type DropMeasure struct {
	Case string
	ID   MeasureID
	Why  Private
	Once Once
}

// Validate checks the input.
func (in DropMeasure) Validate() error { return whyOnly(in.Why) }

// ReviewOutcome is what a review of a measure found.
type ReviewOutcome string

// The outcomes of a review.
const (
	ReviewStays  ReviewOutcome = "blijft"
	ReviewLifted ReviewOutcome = "opheffen"
)

// ReviewMeasure is the input for a review: the measure stays, with a next day
// to look at it unless it ends before, or is lifted.
type ReviewMeasure struct {
	Case    string
	ID      MeasureID
	Outcome ReviewOutcome
	Why     Private
	NextOn  Date
	Letter  bool
	Once    Once
}

// Validate checks the input against today and the measure.
func (in ReviewMeasure) Validate(today Date, m Measure) error {
	var p Problems
	oneOf(&p, "outcome", in.Outcome, ReviewStays, ReviewLifted)
	p.Require("why", in.Why.IsZero())
	p.MaxLen("why", in.Why.Len(), MaxText)
	noBSN(&p, "why", in.Why)
	optionalDay(&p, "nextOn", in.NextOn)
	latest := today.AddMonths(MaxReviewMonths)
	if in.Outcome == ReviewStays && m.EndsOn > latest && (in.NextOn == "" || in.NextOn > latest) {
		p.Add("nextOn", "herbeoordeling-te-laat")
	}
	if in.NextOn.Valid() && in.NextOn <= today {
		p.Add("nextOn", "in-het-verleden")
	}
	return p.Err()
}

// whyOnly checks an input that is only a reason.
func whyOnly(why Private) error {
	var p Problems
	p.Require("why", why.IsZero())
	p.MaxLen("why", why.Len(), MaxText)
	noBSN(&p, "why", why)
	return p.Err()
}

// ExtendMeasure is the input for a draft that goes on where a measure ends: a
// new decision, with gates of its own.
type ExtendMeasure struct {
	Case string
	ID   MeasureID
	Once Once
}
