package vpt

// InstigatorKind says what is known of the instigator.
type InstigatorKind string

// What is known of an instigator.
const (
	InstigatorKnown   InstigatorKind = "bekend"
	InstigatorUnknown InstigatorKind = "onbekend"
	InstigatorGroup   InstigatorKind = "organisatie-of-groep"
)

// Instigator is the veroorzaker of one case. Identity is recorded only when
// the organisation has opened that (InstigatorGates); otherwise relation and
// description only.
type Instigator struct {
	ID          InstigatorID
	Kind        InstigatorKind
	Relation    CodeRef
	Description Private
	Name        Private
	BornOn      Private
	Address     Private
	Reference   Private // client number in the organisation's own system
	NotifiedOn  Date
	Postponed   Private // why the person was not told yet
	RetainUntil Date
}

// Identified reports whether identity is recorded.
func (i Instigator) Identified() bool {
	return !i.Name.IsZero() || !i.BornOn.IsZero() || !i.Address.IsZero() || !i.Reference.IsZero()
}

// RetentionYears is how long an instigator stays on record by default, counted
// from the day of recording.
const RetentionYears = 5

// RecordInstigator is the input for an instigator of a case.
type RecordInstigator struct {
	Case        string
	ID          InstigatorID // empty: a new one
	Kind        InstigatorKind
	Relation    string
	Description Private
	Name        Private
	BornOn      Private
	Address     Private
	Reference   Private
	NotifiedOn  Date
	Postponed   Private
	Once        Once
}

// Validate checks the input. open says whether identity may be recorded.
func (in RecordInstigator) Validate(open bool) error {
	var p Problems
	oneOf(&p, "kind", in.Kind, InstigatorKnown, InstigatorUnknown, InstigatorGroup)
	p.Require("relation", in.Relation == "")
	identity := map[string]Private{"name": in.Name, "bornOn": in.BornOn, "address": in.Address, "reference": in.Reference}
	named := false
	for path, text := range identity {
		p.MaxLen(path, text.Len(), MaxLine)
		noBSN(&p, path, text)
		if !text.IsZero() {
			named = true
			if !open {
				p.Add(path, "vastleggen-niet-open")
			}
		}
	}
	p.MaxLen("description", in.Description.Len(), MaxText)
	noBSN(&p, "description", in.Description)
	noBSN(&p, "postponed", in.Postponed)
	if named && in.NotifiedOn == "" {
		p.Require("postponed", in.Postponed.IsZero())
	}
	if in.NotifiedOn != "" && !in.NotifiedOn.Valid() {
		p.Add("notifiedOn", "geen-datum")
	}
	return p.Err()
}
