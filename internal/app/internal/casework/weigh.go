package casework

import (
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// Weigh puts together everything that the gates look at before a measure is
// decided, and takes what follows from the case over into the measure: which
// house rules held, how often it was, which talk counts.
func Weigh(tx *store.Tx, k *desk.Known, c vpt.Casefile, m *vpt.Measure, decides vpt.Mandate) (vpt.Weighing, error) {
	w := vpt.Weighing{Decides: decides, Zone: k.Zone}
	w.Code, _ = k.Codes[vpt.MeasureList].ByCode(m.Kind.Code)
	standing, err := tx.StandingInCase(c.ID)
	if err != nil {
		return w, err
	}
	w.Affected = standing.Affected
	hearings, err := tx.Hearings(c.ID)
	if err != nil {
		return w, err
	}
	w.Hearing = HearingFor(hearings, m.Instigator)
	instigators, err := tx.Instigators(c.ID)
	if err != nil {
		return w, err
	}
	for _, i := range instigators {
		w.Representative = w.Representative || i.ID == m.Instigator && i.Relation.Code == representative
	}
	if !m.Decided() {
		if err := takeOverRules(tx, k, c, m, &w); err != nil {
			return w, err
		}
		m.Hearing = w.Hearing.ID
	}
	w.Measure = *m
	return w, nil
}

// representative is the relation of who speaks for somebody else.
const representative = "gemachtigde"

// HearingFor gives the talk that counts for a measure: one in which the other
// side had its say, else the last to which it was invited.
func HearingFor(hearings []vpt.Hearing, instigator vpt.InstigatorID) vpt.Hearing {
	var found vpt.Hearing
	for _, h := range hearings {
		if h.Instigator != "" && h.Instigator != instigator {
			continue
		}
		if h.Heard() || !found.Heard() {
			found = h
		}
	}
	return found
}
