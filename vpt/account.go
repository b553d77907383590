package vpt

import "time"

// Me is what every page knows of who looks at it.
type Me struct {
	Person       PersonID
	Name         Private
	Organisation Organisation
	Look         Look
	Lang         string
	Roles        []Role // also those held as a deputy; everybody is a reporter
	MayOversee   bool   // open a page of administration
}

// Account is a person's own account as she sees it.
type Account struct {
	Me
	Email          Private
	Function       Private
	UnitName       string
	Held           []HeldRole
	Deputies       []DeputyLine // who acts for me, now or later
	Deputising     []DeputyLine // for whom I act, now or later
	Colleagues     []PersonName // who could be named as a deputy: the own unit; filled when MayNameDeputy
	SecondFactor   bool
	Recovery       int // recovery codes left
	Today          Date
	Zone           *time.Location
	MayNameDeputy  bool
	MayDropFactor  bool // the second factor is not required of this person
	MustHaveFactor bool
	MailWhen       MailWhen
	MayMailWhen    bool // she has a role, so that things may be due
}

// HeldRole is a role with how far it reaches, in names.
type HeldRole struct {
	Role  Role
	Scope ScopeKind
	Where string // name of the unit or site; empty for the organisation
	Until Date
}

// DeputyLine is a deputyship with the other side's name.
type DeputyLine struct {
	Deputyship
	Other PersonName
	Now   bool // it counts today
}

// SaveLook is the input for one's own language and colours.
type SaveLook struct {
	Lang string
	Look Look
}

// Looks gives the colour schemes.
func Looks() []Look { return []Look{LookAuto, LookLight, LookDark} }

// Validate checks the input.
func (in SaveLook) Validate() error {
	var p Problems
	oneOf(&p, "lang", in.Lang, "nl", "en")
	oneOf(&p, "look", in.Look, Looks()...)
	return p.Err()
}

// ChangePassword is the input for a new password of one's own.
type ChangePassword struct {
	Old      Private
	Password Private
	Again    Private
}

// Validate checks the input.
func (in ChangePassword) Validate() error {
	var p Problems
	p.Require("old", in.Old.IsZero())
	p.MaxLen("old", in.Old.Len(), maxSecret)
	newPassword(&p, in.Password, in.Again)
	return p.Err()
}

// Enrolment is a second factor that waits to be confirmed: the secret to type,
// and the drawing for the camera of a phone (an SVG element).
type Enrolment struct {
	Secret        Private
	QR            Private
	NeedsPassword bool // whoever is signed in already shows that it is her
}

// ConfirmFactor is the input that confirms an Enrolment with a code of the app.
type ConfirmFactor struct {
	Code     Private
	Password Private // when Enrolment.NeedsPassword
	Visit    Visit
}

// Validate checks the input.
func (in ConfirmFactor) Validate() error {
	var p Problems
	p.Require("otp", in.Code.IsZero())
	p.MaxLen("otp", in.Code.Len(), 64)
	p.MaxLen("password", in.Password.Len(), maxSecret)
	return p.Err()
}

// Enrolled is a second factor that works: the recovery codes, shown once, and
// the session that goes on in place of the one before.
type Enrolled struct {
	Codes   []Private
	Session SignedIn
}
