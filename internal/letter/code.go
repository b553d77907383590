package letter

import "slices"

// Code names one kind of letter; a template is one version of one kind.
type Code string

// The letters, in the order in which a case comes to need them.
const (
	Invitation    Code = "uitnodiging-gesprek" // a hearing, or an order talk
	LightWarning  Code = "lichte-waarschuwing" //
	SevereWarning Code = "zware-waarschuwing"  //
	ContactLimit  Code = "contactbeperking"    // fewer ways or one person to turn to
	PhoneBan      Code = "belverbod"           //
	PremisesBan   Code = "pandverbod"          //
	Extension     Code = "verlenging"          // of a measure that would have ended
	Review        Code = "herbeoordeling"      // what came out of looking again
	Lifting       Code = "opheffing"           // of a measure, before its end
	DataNotice    Code = "gegevensbericht"     // what is kept about a person
	ComplaintCase Code = "antwoord-klacht"     // answer to a complaint about us
	ToAffected    Code = "brief-getroffene"    // to the employee it happened to
	ToReporter    Code = "terugkoppeling"      // to who reported
	ToPolice      Code = "politiedossier"      // in front of the dossier
)

// Codes gives all letters in order.
func Codes() []Code {
	return []Code{
		Invitation, LightWarning, SevereWarning, ContactLimit, PhoneBan, PremisesBan, Extension, Review, Lifting,
		DataNotice, ComplaintCase, ToAffected, ToReporter, ToPolice,
	}
}

// Audience is who reads a letter. It bounds which fields a template may hold:
// a letter to an employee has no place for a citizen's address or words.
type Audience string

// The readers.
const (
	Citizen  Audience = "veroorzaker"
	Employee Audience = "medewerker"
	Police   Audience = "politie"
)

// Audience gives the reader of a letter, empty for a code that does not exist.
func (c Code) Audience() Audience {
	switch {
	case c == ToAffected || c == ToReporter:
		return Employee
	case c == ToPolice:
		return Police
	case slices.Contains(Codes(), c):
		return Citizen
	}
	return ""
}
