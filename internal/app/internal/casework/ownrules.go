package casework

import (
	"slices"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// takeOverRules takes over what the organisation's own rules say: the house
// rules that held at the place and day, and what the protocol proposes.
func takeOverRules(tx *store.Tx, k *desk.Known, c vpt.Casefile, m *vpt.Measure, w *vpt.Weighing) error {
	if err := takeOverHouseRules(tx, c, m); err != nil {
		return err
	}
	m.Class, m.Times, m.Protocol = c.Incident.Class, 0, 0
	protocol, err := tx.NewestProtocol()
	if vpt.KindOf(err) == vpt.KindNotFound {
		return nil
	}
	if err != nil {
		return err
	}
	earlier, taken, err := before(tx, c, m.ID, protocol.WindowMonths)
	if err != nil {
		return err
	}
	m.Times, m.Protocol = vpt.CountTimes(earlier, c.Incident.OccurredOn, protocol.WindowMonths), protocol.Version
	proposal, ok := protocol.Propose(m.Class, k.Codes[vpt.KindList].WithGroups(c.Incident.Kinds), m.Times)
	if !ok {
		return nil
	}
	w.Proposed, w.Kinds, w.Mandate = true, proposal.Cell.Steps, proposal.Cell.Mandate
	w.MinDays, w.MaxDays = proposal.Cell.MinDays, proposal.Cell.MaxDays
	w.Skipped = proposal.Skipped(k.Codes[vpt.MeasureList], taken, m.Kind.Code)
	return nil
}

// takeOverHouseRules finds the rules in force at the place on the day of the
// last fact, else of the incident. Rules that nobody could see do not count.
func takeOverHouseRules(tx *store.Tx, c vpt.Casefile, m *vpt.Measure) error {
	on := c.Incident.OccurredOn
	for i, fact := range m.Facts {
		if i == 0 || fact.On > on {
			on = fact.On
		}
	}
	m.HouseRules = ""
	rules, err := tx.HouseRulesAt(c.Incident.Site, on)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return nil
	}
	if err == nil && rules.Shown(on) {
		m.HouseRules = rules.ID
	}
	return err
}

// before gives the earlier cases of the same person that a handler linked, and
// the kinds of measure taken in those that count, and in this case already.
func before(tx *store.Tx, c vpt.Casefile, except vpt.MeasureID, windowMonths int) ([]vpt.EarlierCase, []string, error) {
	links, err := tx.CaseLinks(c.ID)
	if err != nil {
		return nil, nil, err
	}
	var earlier []vpt.EarlierCase
	cases := []vpt.CasefileID{c.ID}
	for _, l := range links {
		one := vpt.EarlierCase{Number: l.Number, OccurredOn: l.On, Verdict: l.Verdict, Class: l.Class}
		if !l.Earlier || slices.Contains(earlier, one) { // linked in two ways
			continue
		}
		earlier = append(earlier, one)
		if !one.Counts(c.Incident.OccurredOn, windowMonths) {
			continue
		}
		other, err := tx.CaseByNumber(l.Number)
		if err != nil {
			return nil, nil, err
		}
		cases = append(cases, other.ID)
	}
	var taken []string
	for _, id := range cases {
		measures, err := tx.ShownMeasures(id)
		if err != nil {
			return nil, nil, err
		}
		for _, m := range measures {
			if m.ID != except {
				taken = append(taken, m.Kind.Code)
			}
		}
	}
	return earlier, taken, nil
}

// RulesOf adds since when the house rules that a measure rests on were shown.
func (v *Viewing) RulesOf(m vpt.Measure, out *vpt.MeasureFile) error {
	if m.HouseRules == "" {
		return nil
	}
	h, err := v.Tx.HouseRulesByID(m.HouseRules)
	out.RulesOn = h.ShownOn
	return err
}
