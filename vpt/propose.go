package vpt

import "slices"

// Proposal is what a protocol proposes for one incident.
type Proposal struct {
	Version int // of the protocol
	Name    string
	Row     ProtocolRow
	Times   int // this one included
	Cell    ProtocolCell
}

// Propose gives what the protocol says of an incident of a severity and of
// kinds (with their groups), the nth time. A row that names the kind
// goes before one by severity alone; of several the heaviest counts. False
// when no row is about it.
func (p Protocol) Propose(class int, kinds []string, times int) (Proposal, bool) {
	best, found, named := ProtocolRow{}, false, false
	for _, row := range p.Rows {
		if !row.about(class, kinds) {
			continue
		}
		byKind := len(row.Kinds) > 0
		if !found || byKind && !named || byKind == named && row.Cell(times).heavier(best.Cell(times)) {
			best, found, named = row, true, byKind
		}
	}
	return Proposal{Version: p.Version, Name: p.Name, Row: best, Times: max(times, 1), Cell: best.Cell(times)}, found
}

func (r ProtocolRow) about(class int, kinds []string) bool {
	if len(r.Classes) == 0 && len(r.Kinds) == 0 || len(r.Classes) > 0 && !slices.Contains(r.Classes, class) {
		return false
	}
	return len(r.Kinds) == 0 || slices.ContainsFunc(r.Kinds, func(k string) bool { return slices.Contains(kinds, k) })
}

// heavier compares two cells: by the longest time, then by who must decide,
// then by how far the shipped kinds of measure go.
func (c ProtocolCell) heavier(other ProtocolCell) bool {
	mine := []int{c.MaxDays, c.Mandate.Rank(), int(heaviestStep(c.Steps))}
	theirs := []int{other.MaxDays, other.Mandate.Rank(), int(heaviestStep(other.Steps))}
	return slices.Compare(mine, theirs) > 0
}

func heaviestStep(kinds []string) Step {
	far := StepAddress
	for _, kind := range kinds {
		far = max(far, StepOf(Code{Code: kind}))
	}
	return far
}

// Skipped gives the lighter steps of the protocol's own row, up to this time,
// that were passed over: neither that step nor one at least as heavy was taken
// before, and chosen goes further (ECLI:NL:RBOBR:2018:540, Boxmeer: the
// organisation's own escalation model binds it). Addressing somebody on the
// spot leaves no record and is never owed.
func (p Proposal) Skipped(measures CodeSet, taken []string, chosen string) []string {
	far := stepIn(measures, chosen)
	var out []string
	for times := 1; times <= p.Times; times++ {
		for _, step := range p.Row.Cell(times).Steps {
			at := stepIn(measures, step)
			done := slices.ContainsFunc(taken, func(kind string) bool { return stepIn(measures, kind) >= at && kind != NoMeasure && kind != NoReaction })
			if at > StepInterrupt && at < far && !done && !slices.Contains(out, step) {
				out = append(out, step)
			}
		}
	}
	return out
}

// stepIn gives the step of a kind as the list of an organisation has it.
func stepIn(measures CodeSet, kind string) Step {
	code, ok := measures.ByCode(kind)
	if !ok {
		code = Code{Code: kind}
	}
	return StepOf(code)
}

// EarlierCase is a case of the same person, linked by a handler.
type EarlierCase struct {
	Number     string
	OccurredOn Date
	Verdict    Verdict
	Class      int
}

// CountTimes counts how often it was, for an incident of a day: earlier incidents
// that were established as aggression, at most so many months before, and this
// one.
func CountTimes(earlier []EarlierCase, on Date, windowMonths int) int {
	times := 1
	for _, c := range earlier {
		if c.Counts(on, windowMonths) {
			times++
		}
	}
	return times
}

// Counts reports whether an earlier case makes an incident of a day a repeat.
func (c EarlierCase) Counts(on Date, windowMonths int) bool {
	return c.Verdict == VerdictAggression && c.OccurredOn >= on.AddMonths(-windowMonths) && c.OccurredOn <= on
}

// WithGroups gives the codes of kinds and the groups above them.
func (s CodeSet) WithGroups(kinds []CodeRef) []string {
	var out []string
	for _, kind := range kinds {
		out = append(out, kind.Code)
		if c, ok := s.ByCode(kind.Code); ok && c.Group != "" {
			out = append(out, c.Group)
		}
	}
	return out
}
