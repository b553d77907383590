package vpt

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// PersonState is where an account stands.
type PersonState string

// The states of an account.
const (
	PersonInvited PersonState = "uitgenodigd"
	PersonActive  PersonState = "actief"
	PersonBlocked PersonState = "geblokkeerd"
)

// Person is somebody with an account in one organisation.
type Person struct {
	ID       PersonID
	Name     Private
	Email    Private
	StaffNo  Private
	Function Private
	Unit     UnitID
	Lang     string // "nl" or "en"
	Look     Look
	State    PersonState
	TOTP     bool // a second factor is set
}

// Look is the colour scheme that a person chose.
type Look string

// The colour schemes; auto follows the device.
const (
	LookAuto  Look = "auto"
	LookLight Look = "licht"
	LookDark  Look = "donker"
)

// PersonName is a person as others see her: who has it, with whom is the talk.
type PersonName struct {
	ID       PersonID
	Name     Private
	Function Private
}

// SavePerson is the input for making (ID empty) or changing an account.
type SavePerson struct {
	ID       PersonID
	Name     Private
	Email    Private
	StaffNo  Private
	Function Private
	Unit     UnitID
	Lang     string
	Roles    []Assignment // on making only; changes go by AssignRole
}

// Validate checks the input.
func (in SavePerson) Validate() error {
	var p Problems
	p.Require("name", in.Name.IsZero())
	p.MaxLen("name", in.Name.Len(), 120)
	p.Require("email", in.Email.IsZero())
	if !in.Email.IsZero() && !validEmail(in.Email.reveal()) {
		p.Add("email", "geen-e-mailadres")
	}
	p.MaxLen("staffNo", in.StaffNo.Len(), 40)
	p.MaxLen("function", in.Function.Len(), 120)
	noBSN(&p, "staffNo", in.StaffNo)
	oneLine(&p, "name", in.Name.reveal())
	oneLine(&p, "staffNo", in.StaffNo.reveal())
	oneLine(&p, "function", in.Function.reveal())
	if in.Lang != "" && in.Lang != "nl" && in.Lang != "en" {
		p.Add("lang", "onbekende-keuze")
	}
	return p.Err()
}

// oneLine notes "vreemde-tekens" at path when a text that must stand on one line
// holds a sign that shows nothing but breaks or turns that line. No mail could be
// sent to a name like that.
func oneLine(p *Problems, path, text string) {
	hidden := func(r rune) bool {
		return unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
	}
	if !utf8.ValidString(text) || strings.ContainsFunc(text, hidden) {
		p.Add(path, "vreemde-tekens")
	}
}

// validEmail is deliberately simple: one @, something on both sides, a dot in
// the domain, no spaces or control characters. The mail itself is the proof.
func validEmail(s string) bool {
	local, domain, ok := strings.Cut(s, "@")
	if !ok || local == "" || len(s) > 254 || !strings.Contains(domain, ".") || strings.Contains(domain, "@") {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f || strings.ContainsRune("<>(),;:\"\\[]", r) })
}

// AssignRole is the input for giving a role.
type AssignRole struct {
	Person PersonID
	Role   Role
	Scope  ScopeKind
	Unit   UnitID
	Site   SiteID
	From   Date
	Until  Date
}

// Validate checks the input.
func (in AssignRole) Validate() error {
	var p Problems
	oneOf(&p, "role", in.Role, Roles()[1:]...)
	oneOf(&p, "scope", in.Scope, ScopeOrganisation, ScopeUnit, ScopeSite)
	if in.Role == RoleAdministrator && in.Scope != ScopeOrganisation {
		p.Add("scope", "alleen-organisatie") // settings and accounts belong to the whole of it
	}
	p.Require("unit", in.Scope == ScopeUnit && in.Unit == "")
	p.Require("site", in.Scope == ScopeSite && in.Site == "")
	optionalDay(&p, "from", in.From)
	optionalDay(&p, "until", in.Until)
	if in.From != "" && in.Until != "" && in.Until < in.From {
		p.Add("until", "einde-voor-begin")
	}
	return p.Err()
}

// NameDeputy is the input by which a manager or coordinator names a deputy: a
// colleague of the own unit by id, or anybody by exact e-mail address or staff
// number.
type NameDeputy struct {
	Deputy PersonID
	Lookup Private // used when Deputy is empty
	From   Date
	Until  Date
}

// Validate checks the input.
func (in NameDeputy) Validate() error {
	var p Problems
	p.Require("deputy", in.Deputy == "" && in.Lookup.IsZero())
	p.Require("deputyFrom", in.From == "")
	p.Require("deputyUntil", in.Until == "")
	optionalDay(&p, "deputyFrom", in.From)
	optionalDay(&p, "deputyUntil", in.Until)
	if in.From != "" && in.Until != "" && in.Until < in.From {
		p.Add("deputyUntil", "einde-voor-begin")
	}
	return p.Err()
}

// Session is one place where a person is signed in.
type Session struct {
	ID        SessionID
	Person    PersonID
	CreatedAt time.Time
	SeenAt    time.Time
	ExpiresAt time.Time
	Device    Private // what the browser calls itself, shortened
	Current   bool
}

// Terms of a session: handlers work with case files and end sooner.
const (
	IdleHandler  = 30 * time.Minute
	IdleReporter = 12 * time.Hour
	SessionMax   = 12 * time.Hour
)
