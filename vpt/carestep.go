package vpt

import (
	"slices"
	"strconv"
	"time"
)

// StepKind says what a step of a care plan is.
type StepKind string

// The kinds of step. A referral check asks one thing only: was she referred.
const (
	StepTalk     StepKind = "gesprek"
	StepReferral StepKind = "verwijscheck"
)

// StepKinds gives all kinds of step.
func StepKinds() []StepKind { return []StepKind{StepTalk, StepReferral} }

// StepAnchor says from when the term of a step counts.
type StepAnchor string

// The anchors. Whoever declines the first talk gets no steps that follow it.
const (
	AfterReport    StepAnchor = "melding"
	AfterFirstTalk StepAnchor = "eerste-gesprek"
)

// StepAnchors gives all anchors.
func StepAnchors() []StepAnchor { return []StepAnchor{AfterReport, AfterFirstTalk} }

// TermUnit is in what a term is counted.
type TermUnit string

// The units of a term: elapsed hours, or days that end at 17:00.
const (
	InHours TermUnit = "uren"
	InDays  TermUnit = "dagen"
)

// TermUnits gives all units.
func TermUnits() []TermUnit { return []TermUnit{InHours, InDays} }

// CareStep is one step of the care plan of an organisation.
type CareStep struct {
	Name  string         `json:"name"` // of the organisation; empty for the product's own words
	Kind  StepKind       `json:"kind"`
	After StepAnchor     `json:"after"`
	From  int            `json:"from"`  // not before, in days; 0 for at once
	Until int            `json:"until"` // at the latest, in Unit
	Unit  TermUnit       `json:"unit"`
	For   []InvolvedRole `json:"for"`
}

// CaredFor gives the roles for which there may be a care plan.
func CaredFor() []InvolvedRole {
	return []InvolvedRole{RoleAffected, RoleWitness, RoleRelative, RoleSuperior}
}

// MaxCareSteps is how many steps a plan may have.
const MaxCareSteps = 8

// DefaultCare is the plan of an organisation that made none: three talks
// (https://www.veiligepubliekedienstverlening.nl/nazorg/houd-overzicht) and, since about 1 in 20 still
// has serious stress after six weeks, a check whether more help is needed. The terms of
// the talks are those of the clocks.
func DefaultCare(s ClockSettings) []CareStep {
	struck := []InvolvedRole{RoleAffected, RoleWitness}
	return []CareStep{
		{Kind: StepTalk, After: AfterReport, Until: s.CareHours, Unit: InHours, For: CaredFor()},
		{Kind: StepTalk, After: AfterFirstTalk, Until: s.SecondTalkDays, Unit: InDays, For: struck},
		{Kind: StepTalk, After: AfterFirstTalk, From: s.ThirdTalkFrom, Until: s.ThirdTalkDays, Unit: InDays, For: struck},
		{Kind: StepReferral, After: AfterFirstTalk, From: referralFrom, Until: referralUntil, Unit: InDays, For: struck},
	}
}

// The referral check is at six weeks, with a week to do it in.
const (
	referralFrom  = 42
	referralUntil = 49
)

// CareSteps gives the plan: the organisation's own, else the default.
func (s Settings) CareSteps() []CareStep {
	if len(s.Care) > 0 {
		return s.Care
	}
	return DefaultCare(s.Clocks)
}

// Terms gives the terms of new cases: the clock of care is that of the first
// step when it is counted in hours.
func (s Settings) Terms() ClockSettings {
	terms := s.Clocks
	if first := s.CareSteps()[0]; first.Unit == InHours {
		terms.CareHours = first.Until
	} else {
		terms.CareHours = 24 * first.Until
	}
	return terms
}

// ValidateCare checks a plan; an empty one means the default. The first step is
// a talk after the report for who was affected: the clock of care waits for it.
func ValidateCare(steps []CareStep) error {
	var p Problems
	if len(steps) > MaxCareSteps {
		p.Add("care", "te-veel")
	}
	for i, s := range steps {
		at := "care." + strconv.Itoa(i)
		p.MaxLen(at+".name", len(s.Name), 60)
		oneLine(&p, at+".name", s.Name)
		oneOf(&p, at+".kind", s.Kind, StepKinds()...)
		oneOf(&p, at+".after", s.After, StepAnchors()...)
		oneOf(&p, at+".unit", s.Unit, TermUnits()...)
		s.validateTerm(&p, at)
		p.Require(at+".for", len(s.For) == 0)
		if slices.ContainsFunc(s.For, func(r InvolvedRole) bool { return !slices.Contains(CaredFor(), r) }) {
			p.Add(at+".for", "onbekende-keuze")
		}
		if i == 0 && (s.Kind != StepTalk || s.After != AfterReport || s.From != 0) {
			p.Add(at+".kind", "begint-met-gesprek")
		}
		if i == 0 && len(s.For) > 0 && !slices.Contains(s.For, RoleAffected) {
			p.Add(at+".for", "begint-met-getroffene")
		}
	}
	return p.Err()
}

func (s CareStep) validateTerm(p *Problems, at string) {
	limit := 365
	if s.Unit == InHours {
		limit = 24 * 60
	}
	if s.Until < 1 || s.Until > limit {
		p.Add(at+".until", "buiten-bereik")
	}
	switch {
	case s.From < 0 || s.From > 365:
		p.Add(at+".from", "buiten-bereik")
	case s.From > 0 && s.Unit == InHours:
		p.Add(at+".from", "alleen-dagen")
	case s.From > s.Until:
		p.Add(at+".from", "einde-voor-begin")
	}
}

// Term gives when a step may begin and must be done, counted from an instant. A
// window stays a window: only a term without a beginning moves from a day off.
func (s CareStep) Term(c Calendar, from time.Time, shift bool) (notBefore Date, due time.Time) {
	if s.Unit == InHours {
		return "", c.Hours(from, s.Until, shift)
	}
	if s.From > 0 {
		notBefore = DateOf(from, c.Zone).AddDays(s.From)
	}
	return notBefore, c.Days(from, s.Until, shift && s.From == 0)
}

// Follow gives the steps that begin at an anchor for somebody in a role, as
// talks to be planned. They are numbered on from last.
func Follow(steps []CareStep, anchor StepAnchor, role InvolvedRole, c Calendar, shift bool, from time.Time, last int) []CareTalk {
	var out []CareTalk
	for _, s := range steps {
		if s.After != anchor || !slices.Contains(s.For, role) {
			continue
		}
		t := CareTalk{Sequence: last + len(out) + 1, Kind: s.Kind, Step: s.Name, State: TalkOpen}
		t.NotBefore, t.DueAt = s.Term(c, from, shift)
		out = append(out, t)
	}
	return out
}
