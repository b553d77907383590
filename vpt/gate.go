package vpt

import "time"

// Gate names one thing that must stand before a measure from a restriction
// upward may be decided. A gate cannot be skipped: where the law or an
// ombudsman leaves room, passing it takes a reason that is recorded and shown.
type Gate string

// The gates, in the order of the form.
const (
	GateInstigator Gate = "veroorzaker"
	GateFacts      Gate = "feiten"
	GateLabels     Gate = "feiten-geen-etiket"
	GateNorm       Gate = "norm"
	GateSteps      Gate = "eerdere-stappen"
	GateHearing    Gate = "horen"
	GateReason     Gate = "waarom-deze"
	GateLighter    Gate = "lichter"
	GateStart      Gate = "begin"
	GateEnd        Gate = "einde"
	GateDuration   Gate = "waarom-zo-lang"
	GateRange      Gate = "binnen-protocol"
	GateReview     Gate = "herbeoordeling"
	GateScope      Gate = "waar"
	GateReachable  Gate = "bereikbaar"
	GateContact    Gate = "contactpersoon"
	GateRemedy     Gate = "rechtsmiddel"
	GateSensitive  Gate = "kritiek"
	GateSeparate   Gate = "gescheiden"
	GateSecond     Gate = "tweede-paar-ogen"
)

// MaxReviewMonths is after how many months at most a measure is looked at again.
const MaxReviewMonths = 6

// longMeasure is the number of days above which only a director decides.
const longMeasure = 366

// Weighing is everything that is looked at before a measure is decided.
type Weighing struct {
	Measure  Measure
	Code     Code // of its kind
	Hearing  Hearing
	Affected []PersonID
	Zone     *time.Location

	Proposed bool     // the organisation has a protocol and it has a line for this
	Kinds    []string // which it proposes
	MinDays  int
	MaxDays  int
	Mandate  Mandate
	Skipped  []string // steps of the protocol that were never taken before

	Representative bool    // the instigator speaks for somebody else
	Decides        Mandate // of who decides now
}

// GateRule is one gate with the source that it rests on.
type GateRule struct {
	Gate   Gate
	Source string
	owed   func(Weighing) bool
	court  bool // also for what a judge decided
}

// Owed reports whether the gate is still owed.
func (r GateRule) Owed(w Weighing) bool {
	if !Restricts(w.Code) || w.Code.Code == CourtBan && !r.court {
		return false
	}
	return r.owed(w)
}

// Gates gives all gates in order.
func Gates() []GateRule {
	return []GateRule{
		{GateInstigator, "AVG 5: data on a measure are about one person, who is on record", noInstigator, true},
		{GateFacts, "Nationale ombudsman 2010/059 (Haarlem): conduct described by fact", noFacts, true},
		{GateLabels, "Nationale ombudsman 2010/059; Ombudsman Groningen: facts, not labels", onlyLabels, true},
		{GateNorm, "Nationale ombudsman 2022/137: house rules known beforehand", noNorm, false},
		{GateSteps, "Rechtbank Oost-Brabant ECLI:NL:RBOBR:2018:540 (Boxmeer): one's own escalation model", skippedSteps, false},
		{GateHearing, "Nationale ombudsman 2017/111 (UWV); Awb 4:8, 4:11: hear first, or just after when urgent", notHeard, false},
		{GateReason, "Nationale ombudsman 2017/111: reasons for the measure", noReason, true},
		{GateLighter, "Awb 3:4: proportion; a lighter option considered", noLighter, false},
		{GateStart, "Awb 3:40: a measure begins on a day", noStart, true},
		{GateEnd, "Nationale ombudsman 2012/029 (Heerlen); ombudsman Rotterdam 2016; Boxmeer: a definite term", noEnd, true},
		{GateDuration, "Nationale ombudsman 2017/111: reasons for the duration too", noDurationReason, false},
		{GateRange, "Boxmeer; Haarlem 2010: the protocol's own range, or a reason", outsideRange, false},
		{GateReview, "Ombudsman Groningen 23.1.041: look again before half-time, at least each six months", noReview, true},
		{GateScope, "Awb 3:46: clear where and for what it holds", noScope, true},
		{GateReachable, "Nationale ombudsman 2019/024 (Hoorn): basic services stay open", notReachable, true},
		{GateContact, "Haarlem 2015: no contact through the person in conflict", noContact, true},
		{GateRemedy, "ombudsman Rotterdam 2016: say what one can do about it", noRemedy, false},
		{GateSensitive, "Investico; Enschede: not against criticism or complaints", notAsked, false},
		{GateSeparate, "Divosa method: who decides on the service does not decide on order", notSeparate, false},
		{GateSecond, "Boxmeer; Investico: four eyes above the mandate and where it could be criticism", secondOwed, false},
	}
}

// GateNames gives the gates by name, in order.
func GateNames() []Gate {
	var out []Gate
	for _, rule := range Gates() {
		out = append(out, rule.Gate)
	}
	return out
}

// Owed gives the gates that are still owed, in order.
func (w Weighing) Owed() []Gate {
	var out []Gate
	for _, rule := range Gates() {
		if rule.Owed(w) {
			out = append(out, rule.Gate)
		}
	}
	return out
}

func noInstigator(w Weighing) bool { return w.Measure.Instigator == "" }

func noFacts(w Weighing) bool { return len(w.Measure.Facts) == 0 }

// onlyLabels: somewhere among the facts it must be told what was said or done.
func onlyLabels(w Weighing) bool {
	for _, fact := range w.Measure.Facts {
		if !IsLabelOnly(fact.Text.reveal()) {
			return false
		}
	}
	return len(w.Measure.Facts) > 0
}

func noNorm(w Weighing) bool { return w.Measure.HouseRules == "" }

func skippedSteps(w Weighing) bool { return len(w.Skipped) > 0 && w.Measure.SkippedWhy.IsZero() }

// notHeard: the other side was heard, or stayed away; or it could not wait and
// the talk is planned within two weeks after the measure begins.
func notHeard(w Weighing) bool {
	h := w.Hearing
	if h.Heard() {
		return false
	}
	if w.Measure.UrgentWhy.IsZero() || h.State != HearingInvited || h.PlannedAt.IsZero() {
		return true
	}
	return w.Measure.StartsOn == "" || DateOf(h.PlannedAt, w.Zone) > w.Measure.StartsOn.AddDays(HearWithinDays)
}

// HearWithinDays is within how many days after the beginning of an urgent
// measure the other side is heard.
const HearWithinDays = 14

func noReason(w Weighing) bool         { return w.Measure.Reason.IsZero() }
func noLighter(w Weighing) bool        { return w.Measure.Lighter.IsZero() }
func noStart(w Weighing) bool          { return w.Measure.StartsOn == "" }
func noEnd(w Weighing) bool            { return w.Measure.EndsOn == "" }
func noDurationReason(w Weighing) bool { return w.Measure.DurationWhy.IsZero() }

// outsideRange: another kind or another duration than the protocol proposes
// takes a written reason.
func outsideRange(w Weighing) bool { return w.Deviates() && w.Measure.DeviationWhy.IsZero() }

// Deviates reports whether the measure is not what the protocol proposes.
func (w Weighing) Deviates() bool {
	if !w.Proposed || w.Measure.StartsOn == "" || w.Measure.EndsOn == "" {
		return false
	}
	days := w.Measure.Days()
	proposed := false
	for _, kind := range w.Kinds {
		proposed = proposed || kind == w.Measure.Kind.Code
	}
	return !proposed || days < w.MinDays || w.MaxDays > 0 && days > w.MaxDays
}

// Days gives for how many days a measure holds, both ends included; 0 without
// an end.
func (m Measure) Days() int {
	if m.StartsOn == "" || m.EndsOn == "" {
		return 0
	}
	return m.StartsOn.DaysTo(m.EndsOn) + 1
}

// noReview: before half-time and within six months. A measure of a week or
// less is over before anybody could look again.
func noReview(w Weighing) bool {
	m := w.Measure
	if m.EndsOn == "" || m.StartsOn == "" {
		return m.ReviewOn == ""
	}
	if m.Days() <= 7 {
		return false
	}
	return m.ReviewOn == "" || m.ReviewOn <= m.StartsOn || m.ReviewOn > LatestReview(m.StartsOn, m.EndsOn)
}

// LatestReview gives the last day on which a measure must be looked at again.
func LatestReview(starts, ends Date) Date {
	half := starts.AddDays((starts.DaysTo(ends) + 1) / 2)
	return min(half, starts.AddMonths(MaxReviewMonths))
}

// noScope: a ban from a building says which buildings, and what who stands at
// the door should do; a limit to contact says which contact.
func noScope(w Weighing) bool {
	m := w.Measure
	switch w.Code.Code {
	case PremisesBan:
		return !m.Everywhere && len(m.Sites) == 0 || m.HowToAct.IsZero()
	case ContactLimit:
		return len(m.Channels) == 0
	}
	return false
}

func notReachable(w Weighing) bool { return w.Measure.Reachable.IsZero() }

// noContact: somebody is named, and it is not who was affected.
func noContact(w Weighing) bool {
	m := w.Measure
	for _, person := range w.Affected {
		if m.Contact == person {
			return true
		}
	}
	return m.Contact == "" && m.ContactName.IsZero()
}

func noRemedy(w Weighing) bool    { return w.Measure.Remedy == "" }
func notAsked(w Weighing) bool    { return w.Measure.Sensitive == "" }
func notSeparate(w Weighing) bool { return !w.Measure.Separate }

// secondOwed: above the mandate of who prepared it, or where it could be
// criticism, somebody else looks too.
func secondOwed(w Weighing) bool {
	needed, second := w.NeedsSecond()
	return second && (w.Measure.SecondBy == "" || w.Measure.SecondBy == w.Measure.PreparedBy || !w.Decides.Covers(needed))
}

// NeedsSecond gives the mandate that the decision takes, and whether a second
// person must agree.
func (w Weighing) NeedsSecond() (Mandate, bool) {
	needed := MandateManager
	if w.Proposed && w.Mandate.Rank() > needed.Rank() {
		needed = w.Mandate
	}
	if w.Measure.Days() > longMeasure || StepOf(w.Code) >= StepSuspend {
		needed = MandateDirector
	}
	if w.Sensitive() && needed.Rank() < MandateCoordinator.Rank() {
		needed = MandateCoordinator
	}
	return needed, w.Sensitive() || !w.Decides.Covers(needed)
}

// Sensitive reports whether what somebody is blamed for could be criticism, or
// comes from who speaks for others.
func (w Weighing) Sensitive() bool {
	return w.Representative || w.Measure.Sensitive != "" && w.Measure.Sensitive != SensitiveNo
}
