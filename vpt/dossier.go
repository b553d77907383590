package vpt

import (
	"strconv"
	"time"
)

// DossierPersonID names somebody in a police dossier: by her account, else by
// the record in which her name was typed.
type DossierPersonID string

// DossierPerson is a colleague, or somebody else on the side of the
// organisation, who stands in the police dossier of a case.
type DossierPerson struct {
	ID       DossierPersonID
	First    string // id of the earliest record that names her: ids follow time
	Roles    []InvolvedRole
	Name     Private
	Function Private
	Email    Private
	StaffNo  Private
}

// Has reports whether she has a role in the case.
func (p DossierPerson) Has(role InvolvedRole) bool {
	for _, r := range p.Roles {
		if r == role {
			return true
		}
	}
	return false
}

// Dossier is all that the police get to read of a case. It holds what people
// told and what was recorded, and nothing of what handlers said among
// themselves, of care talks, or of other cases beyond day and kind.
type Dossier struct {
	Number       string // of the case
	Mode         IdentityMode
	Made         time.Time
	Zone         *time.Location
	Organisation string
	Stationery   Stationery
	Contact      DossierPerson
	Unit         string

	Kinds        []string // labels, as assessed; else as reported
	Assessed     bool
	OccurredOn   Date
	OccurredTime string
	Channel      string
	Site         Site
	Place        Private

	People      []DossierPerson
	Others      []DossierPerson // colleagues who handled it: no text may name them either
	Statements  []DossierStatement
	Evidence    []Evidence
	Damage      []DamageItem
	Instigators []Instigator
	Relations   CodeSet // of the instigators
	Earlier     []DossierEarlier
	HouseRules  HouseRules // of the place, on the day of the incident; zero: none in force
	Bans        []DossierBan
	Police      []PoliceRecord
	Grounds     []Ground
	ComplaintBy Date

	Witnesses bool // statements of who did not undergo it, too
	Files     bool // the evidence goes along
	Wishes    DossierWishes
}

// DossierStatement is what one person told, in one report.
type DossierStatement struct {
	By           DossierPersonID // empty: not on record
	Role         InvolvedRole    // empty: she only reported it
	Report       string          // number
	MadeOn       Date
	Reported     bool // she made the report; else she added to it
	OnBehalf     OnBehalf
	OccurredOn   Date
	OccurredTime string
	Channel      string
	Site         string
	Place        Private
	Account      Private
	Instigator   Private
	Words        []DossierWord
}

// DossierWord is one thing that somebody told besides: of a field that is a
// code, its label.
type DossierWord struct {
	Field DetailField
	Text  Private
}

// Said gives what was told of a field, in the order in which it was told.
func (s DossierStatement) Said(field DetailField) []Private {
	var out []Private
	for _, w := range s.Words {
		if w.Field == field {
			out = append(out, w.Text)
		}
	}
	return out
}

// DossierEarlier is an earlier incident with the same person: when and what
// sort, and nothing else of it.
type DossierEarlier struct {
	On    Date
	Kinds []string
}

// DossierBan is a measure that holds, or held on the day of the incident, with
// what proves that the instigator knew (needed for articles 138 and 139 Sr).
type DossierBan struct {
	Kind       string // label
	StartsOn   Date
	EndsOn     Date
	Everywhere bool
	Sites      []string
	Lifted     Date
	Letter     string   // number; empty: there is none
	LetterID   LetterID // empty: it stands in another case
	Deliveries []Delivery
}

// Delivered reports whether something proves that the letter arrived.
func (b DossierBan) Delivered() bool {
	for _, d := range b.Deliveries {
		if !d.Proof.IsZero() || !d.OpenedAt.IsZero() {
			return true
		}
	}
	return false
}

// DossierWishes is what who was affected wants of police and prosecutor. The
// empty answer was not asked.
type DossierWishes struct {
	Informed Answer // hear how it goes
	Joined   Answer // claim the damage in the criminal case
	Talk     Answer // victim talk with the prosecutor
}

// MakeDossier is the choice of what the police get.
type MakeDossier struct {
	Case      string
	Mode      IdentityMode
	Witnesses bool
	Files     bool
	Wishes    DossierWishes
}

// Validate checks the choice.
func (in MakeDossier) Validate() error {
	var p Problems
	oneOf(&p, "mode", in.Mode, IdentityFull, IdentityDomicile, IdentityNumber)
	optionalOf(&p, "informed", in.Wishes.Informed, Answers()...)
	optionalOf(&p, "joined", in.Wishes.Joined, Answers()...)
	optionalOf(&p, "talk", in.Wishes.Talk, Answers()...)
	return p.Err()
}

// DossierReplaced is a word of the texts that stands for a person, and how
// often it was replaced.
type DossierReplaced struct {
	Word  Private
	By    string
	Count int
}

// DossierForm is what the police would get, before anybody makes it.
type DossierForm struct {
	Dossier  Dossier
	Gaps     []DossierGap
	Replaced []DossierReplaced // under a number
	Names    map[DossierPersonID]string
}

// Amount is what the items of damage come to.
func (d Dossier) Amount() Cents { return TotalDamage(d.Damage).Amount }

// FileName is the name of what is made of it, without personal data.
func (d Dossier) FileName(ends string) string { return "politiedossier-" + d.Number + "." + ends }

// AttachmentNumber counts files: "01", "02".
func AttachmentNumber(i int) string {
	if i < 9 {
		return "0" + strconv.Itoa(i+1)
	}
	return strconv.Itoa(i + 1)
}
