package vpt

// Step is how far a measure goes: the seven-step ladder of the method "veilige
// en integere dienstverlening" (Divosa, 2013), from addressing somebody to
// stopping the service.
type Step int

// The steps of the ladder.
const (
	StepAddress   Step = iota // aanspreken
	StepInterrupt             // onderbreken
	StepOrderTalk             // ordegesprek
	StepWarn                  // waarschuwen
	StepRestrict              // beperken
	StepSuspend               // opschorten
	StepStop                  // staken
)

// steps says on which step each shipped kind of measure stands.
func steps() map[string]Step {
	return map[string]Step{
		"M0": StepAddress, "M3": StepOrderTalk, "M15": StepOrderTalk, "M1": StepWarn, "M2": StepWarn, "M4": StepWarn,
		"M5": StepRestrict, "M6": StepRestrict, "M7": StepRestrict, "M8": StepRestrict, "M13": StepRestrict, "M14": StepRestrict, "M9": StepSuspend,
	}
}

// FixedStep gives the step of a shipped kind of measure, which an organisation
// cannot move. False for one that it made itself, and for what is no measure.
func FixedStep(kind string) (Step, bool) {
	step, ok := steps()[kind]
	return step, ok
}

// ChosenSteps gives the steps on which an organisation may put a kind of its
// own. Addressing somebody has a kind already.
func ChosenSteps() []Step {
	return []Step{StepInterrupt, StepOrderTalk, StepWarn, StepRestrict, StepSuspend, StepStop}
}

// StepOf gives the step of a kind of measure. A kind that an organisation made
// itself stands where its code list puts it (Code.Class); without that it
// counts as a restriction, the strictest reading that is not far-fetched.
func StepOf(code Code) Step {
	if step, ok := steps()[code.Code]; ok {
		return step
	}
	if code.Class > 0 && code.Class <= int(StepStop) {
		return Step(code.Class)
	}
	return StepRestrict
}

// Kinds of measure that rules treat apart. A judge decides on a CourtBan; the
// organisation records it.
const (
	ContactLimit = "M6"
	PremisesBan  = "M8"
	CourtBan     = "M13"
)

// Restricts reports whether a kind of measure may only be decided through the
// gates: everything from a restriction upward. That there is no measure is none.
func Restricts(code Code) bool {
	return code.Code != NoMeasure && code.Code != NoReaction && StepOf(code) >= StepRestrict
}
