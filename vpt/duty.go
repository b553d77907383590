package vpt

import "time"

// DutyKind names something that somebody still has to do in a case.
type DutyKind string

// The duties. Each is made by what causes it and ends with what fulfils it, in
// the same transaction; none is made or ended by hand.
const (
	DutyHear       DutyKind = "hoor-de-veroorzaker" // invited, or measured first for safety
	DutySecond     DutyKind = "tweede-paar-ogen"
	DutyPrepared   DutyKind = "maatregel-besluiten"
	DutyDeliver    DutyKind = "brief-bezorgen"
	DutyReview     DutyKind = "maatregel-herbeoordelen"
	DutyComplaint  DutyKind = "klacht-beantwoorden"
	DutyTellPerson DutyKind = "veroorzaker-informeren" // that data about her is kept: AVG 14
	DutyPolice     DutyKind = "klachttermijn-politie"
	DutyDamage     DutyKind = "schade-voor-zitting"
	DutyReferral   DutyKind = "verwijscheck"
	DutyAnalysis   DutyKind = "analyse-maken"
	DutyImprove    DutyKind = "verbeteractie"
	DutyAccident   DutyKind = "arbeidsongeval-melden"
)

// DutyKinds gives all duties.
func DutyKinds() []DutyKind {
	return []DutyKind{
		DutyHear, DutySecond, DutyPrepared, DutyDeliver, DutyReview, DutyComplaint, DutyTellPerson,
		DutyPolice, DutyDamage, DutyReferral, DutyAnalysis, DutyImprove, DutyAccident,
	}
}

// Duty is one thing to do. It is for Person; else for who has Role; else for
// the owner of the case.
type Duty struct {
	ID        DutyID
	Kind      DutyKind
	Casefile  CasefileID
	Number    string // of the case
	Ref       string // id of the record that it is about
	Person    PersonID
	Role      Role
	DueAt     time.Time
	CreatedAt time.Time
	DoneAt    time.Time
	Told      int // how far it was raised: see RaiseLevel
}

// Late reports whether the duty was due before now and is not done.
func (d Duty) Late(now time.Time) bool { return d.DoneAt.IsZero() && now.After(d.DueAt) }
