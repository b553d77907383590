package vpt

// Mandate says who may decide on a measure. Each next one may do what those
// before it may.
type Mandate string

// The mandates, from low to high.
const (
	MandateManager     Mandate = "leidinggevende"
	MandateCoordinator Mandate = "coordinator"
	MandateDirector    Mandate = "directie"
	MandateCourt       Mandate = "rechter"
)

// Mandates gives all mandates, from low to high.
func Mandates() []Mandate {
	return []Mandate{MandateManager, MandateCoordinator, MandateDirector, MandateCourt}
}

// Rank gives the height of a mandate, from 1; 0 for none.
func (m Mandate) Rank() int {
	for i, other := range Mandates() {
		if m == other {
			return i + 1
		}
	}
	return 0
}

// Covers reports whether who has m may decide what takes needed. What a judge
// decides is recorded by a coordinator, who did not decide it.
func (m Mandate) Covers(needed Mandate) bool {
	if needed == MandateCourt {
		needed = MandateCoordinator
	}
	return m.Rank() >= needed.Rank()
}

// MandateOf gives the highest mandate of an actor's roles, empty for none.
func MandateOf(who Actor) Mandate {
	switch {
	case who.Has(RoleDirector):
		return MandateDirector
	case who.Has(RoleCoordinator):
		return MandateCoordinator
	case who.Has(RoleManager):
		return MandateManager
	}
	return ""
}
