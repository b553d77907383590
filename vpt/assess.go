package vpt

import (
	"slices"
	"strconv"
)

// AssessCase is the input for an assessment: what is established.
type AssessCase struct {
	Case          string
	Verdict       Verdict
	Why           Private // required unless the verdict is aggression
	Kinds         []string
	Class         int
	FactsComplete bool
	PrivateRisk   bool   // "Is iemand thuis of privé in gevaar?"
	DuplicateOf   string // case number, when the verdict is duplicate (optional)
	React         string // a reaction given with it: one of LightReactions; empty: later
	ReactWhy      Private
	Seen          string // Incident.Seen of what the form showed; empty is not checked
	Once          Once
}

// LightClass is the severity of what is unpleasant but no threat.
const LightClass = 1

// LightReactions are what a handler may decide in one go with the assessment of
// a light incident: what needs no instigator on record and no gate.
func LightReactions() []string { return []string{"M0", NoReaction} }

// Seen tells one assessment of an incident from another: a form that showed an
// older one must not write over a newer one unseen.
func (i Incident) Seen() string {
	if i.AssessedAt.IsZero() {
		return string(VerdictNone)
	}
	return strconv.FormatInt(i.AssessedAt.UnixMicro(), 10)
}

// UnlessChanged refuses when something else stands there than the form showed.
func UnlessChanged(field, seen, now string) error {
	var p Problems
	if seen != "" && seen != now {
		p.Add(field, "intussen-anders")
	}
	return p.Err()
}

// Validate checks the input.
func (in AssessCase) Validate() error {
	var p Problems
	oneOf(&p, "verdict", in.Verdict, VerdictAggression, VerdictNoAggression, VerdictDuplicate, VerdictWithdrawn)
	switch in.Verdict {
	case "": // what else is needed follows from the choice
	case VerdictAggression:
		p.Require("kinds", len(in.Kinds) == 0)
		p.Require("class", in.Class == 0)
	default:
		p.Require("why", in.Why.IsZero())
	}
	if in.Class < 0 || in.Class > 4 {
		p.Add("class", "onbekende-keuze")
	}
	if len(in.Kinds) > 12 {
		p.Add("kinds", "te-veel")
	}
	p.MaxLen("why", in.Why.Len(), MaxText)
	noBSN(&p, "why", in.Why)
	in.checkReaction(&p)
	return p.Err()
}

// checkReaction checks a reaction that is given with the assessment: that is
// for what is light, and takes a reason as any reaction does.
func (in AssessCase) checkReaction(p *Problems) {
	if in.React == "" {
		return
	}
	switch {
	case !slices.Contains(LightReactions(), in.React):
		p.Add("react", "onbekende-keuze")
	case in.Verdict != VerdictAggression || in.Class != LightClass:
		p.Add("react", "alleen-bij-licht")
	}
	p.Require("reactWhy", in.ReactWhy.IsZero())
	p.MaxLen("reactWhy", in.ReactWhy.Len(), MaxText)
	noBSN(p, "reactWhy", in.ReactWhy)
}

// MergeCases is the input for merging From into Into: From's reports, people,
// evidence and track records move.
type MergeCases struct {
	Into, From string // case numbers
	OwnerFrom  bool   // the owner of From becomes owner; coordinators only
	Once       Once
}

// Validate checks the input.
func (in MergeCases) Validate() error {
	var p Problems
	p.Require("from", in.From == "")
	if in.From == in.Into {
		p.Add("from", "zelfde-zaak")
	}
	return p.Err()
}

// ReassignCase is the input for giving a case another owner, another unit, or
// both. With a unit alone, the owner follows from it as for a new case.
type ReassignCase struct {
	Case  string
	Owner PersonID
	Unit  UnitID
	Once  Once
}

// Validate checks the input.
func (in ReassignCase) Validate() error {
	var p Problems
	p.Require("owner", in.Owner == "" && in.Unit == "")
	return p.Err()
}

// Assess takes an assessment over into the case. When it is no aggression, what
// nobody began is not applicable, for the reason that was given; care stays,
// because a person may need it all the same, unless there was nothing to begin
// with.
func (c *Casefile) Assess(in AssessCase) {
	c.Verdict, c.VerdictWhy, c.PrivateRisk = in.Verdict, in.Why, c.PrivateRisk || in.PrivateRisk
	c.Incident.Class, c.Incident.FactsComplete = in.Class, in.FactsComplete
	if in.Verdict == VerdictAggression {
		c.VerdictWhy = Private{}
		return
	}
	for _, t := range c.Tracks {
		if t.State != TrackOpen || t.Kind == TrackCare && in.Verdict == VerdictNoAggression {
			continue
		}
		c.SetTrack(t.Kind, TrackNotApplicable, in.Why)
	}
}
