package vpt

import (
	"maps"
	"slices"
	"time"
)

// DetailField names a field of "Meer vertellen": the seven W's and what
// belongs to them. All are optional.
type DetailField string

// The fields, grouped as the page shows them.
const (
	DetailAccount     DetailField = "aanvulling"        // anything more, or a correction
	DetailLiteral     DetailField = "letterlijk"        // what was said or done, literally
	DetailCourse      DetailField = "verloop"           // step by step
	DetailTrigger     DetailField = "aanleiding"        // code list
	DetailTriggerMore DetailField = "aanleiding-uitleg" // in words
	DetailOwnAction   DetailField = "eigen-reactie"
	DetailMeans       DetailField = "middel" // object, weapon, animal, medium
	DetailEnd         DetailField = "einde"  // HH:MM
	DetailRepeated    DetailField = "eerder-gebeurd"
	DetailWitnesses   DetailField = "getuigen"
	DetailInstigator  DetailField = "veroorzaker"
	DetailAlarm       DetailField = "alarm"
	DetailIntervened  DetailField = "wie-greep-in"
	DetailPolice      DetailField = "politie-ter-plaatse"
	DetailInjury      DetailField = "letsel" // code list
	DetailAbsence     DetailField = "verzuim-verwacht"
	DetailImpact      DetailField = "impact" // 1–5
	DetailPrivate     DetailField = "prive-geraakt"
	DetailDamage      DetailField = "schade"
	DetailComment     DetailField = "reactie" // a comment of the reporter
)

// DetailFields gives all fields in page order.
func DetailFields() []DetailField {
	return []DetailField{
		DetailAccount, DetailLiteral, DetailCourse, DetailTrigger, DetailTriggerMore, DetailOwnAction,
		DetailMeans, DetailEnd, DetailRepeated, DetailWitnesses, DetailInstigator, DetailAlarm, DetailIntervened,
		DetailPolice, DetailInjury, DetailAbsence, DetailImpact, DetailPrivate, DetailDamage, DetailComment,
	}
}

// Detail is one addition to a report. Nothing is overwritten: a later value of
// the same field stands beside the earlier.
type Detail struct {
	ID     string
	Report ReportID
	Field  DetailField
	Value  Private
	By     PersonID
	ByName Private
	At     time.Time
}

// AddDetails is the input of "Meer vertellen": fields that are empty are left
// as they are.
type AddDetails struct {
	Report string // number
	Values map[DetailField]Private
	Once   Once
}

// Validate checks the input.
func (in AddDetails) Validate() error {
	var p Problems
	known := DetailFields()
	unknown := slices.Sorted(maps.Keys(in.Values))
	unknown = slices.DeleteFunc(unknown, func(f DetailField) bool { return slices.Contains(known, f) })
	filled := false
	for _, f := range append(known, unknown...) { // in the order of the form
		v := in.Values[f]
		if slices.Contains(unknown, f) {
			p.Add(string(f), "onbekend-veld")
		}
		p.MaxLen(string(f), v.Len(), MaxText)
		noBSN(&p, string(f), v)
		in.validateShape(&p, f, v)
		filled = filled || !v.IsZero()
	}
	if !filled {
		p.Add(string(DetailAccount), "niets-ingevuld")
	}
	return p.Err()
}

// validateShape checks the fields that are no free text.
func (in AddDetails) validateShape(p *Problems, f DetailField, v Private) {
	switch {
	case v.IsZero():
	case f == DetailEnd && !ValidTime(v.reveal()):
		p.Add(string(f), "geen-tijd")
	case f == DetailImpact && (v.Len() != 1 || v.reveal() < "1" || v.reveal() > "5"):
		p.Add(string(f), "onbekende-keuze")
	}
}

// Chosen reports whether the value of a field is a code that may be chosen of a
// list.
func (in AddDetails) Chosen(field DetailField, offered []Code) bool {
	for _, c := range offered {
		if c.Code == in.Values[field].reveal() {
			return c.Choosable && !c.Retired
		}
	}
	return false
}
