package vpt

import (
	"strings"
	"time"
	"unicode/utf8"
)

// SignIn is the input for signing in with an e-mail address and a password.
type SignIn struct {
	Email    Private
	Password Private
	Visit    Visit
}

// Visit is what the browser brings to a sign-in: what it calls itself, the
// session it had until now, and the proof of an earlier sign-in on the same
// device. All of it may be empty.
type Visit struct {
	Device   Private // such as "Firefox, Windows"
	Session  Private // secret of the session that the new one replaces
	Familiar Private // what SignedIn.Familiar gave the last time
}

// maxSecret bounds what is hashed: longer than any password or code we take.
const maxSecret = 1024

// Validate checks the input. It says nothing about the password's quality: a
// password that exists already is right or wrong.
func (in SignIn) Validate() error {
	var p Problems
	p.Require("email", in.Email.IsZero())
	p.MaxLen("email", in.Email.Len(), 254)
	p.Require("password", in.Password.IsZero())
	p.MaxLen("password", in.Password.Len(), maxSecret)
	return p.Err()
}

// SignInStep is what still stands between a password and being signed in.
type SignInStep string

// The steps. StepDone means that nothing is left to do.
const (
	StepDone  SignInStep = "klaar"
	StepCode  SignInStep = "code"          // type a code of the second factor
	StepEnrol SignInStep = "tweede-factor" // set a second factor first
)

// SignInSteps gives all steps.
func SignInSteps() []SignInStep { return []SignInStep{StepDone, StepCode, StepEnrol} }

// SignedIn is a new session. Secret goes into the cookie and nowhere else: only
// its hash is kept. Familiar is what this browser shows at its next sign-in to
// prove that this person signed in on it before; empty while a step is left.
type SignedIn struct {
	Secret    Private
	ExpiresAt time.Time
	Step      SignInStep
	Familiar  Private
}

// SecondFactor is the input for the second step: a code of the app, or one of
// the recovery codes.
type SecondFactor struct {
	Code  Private
	Visit Visit
}

// Validate checks the input.
func (in SecondFactor) Validate() error {
	var p Problems
	p.Require("otp", in.Code.IsZero())
	p.MaxLen("otp", in.Code.Len(), 64)
	return p.Err()
}

// Recovery reports whether what was typed can only be a recovery code: an app's
// code has six digits.
func (in SecondFactor) Recovery() bool {
	bare := strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '\u00a0' || r == '\u2011' {
			return -1
		}
		return r
	}, in.Code.reveal())
	return utf8.RuneCountInString(bare) > 6
}

// LinkPurpose is what a single-use link is for.
type LinkPurpose string

// The purposes. An invitation comes from an administrator and also clears the
// second factor, for who lost it; a reset is asked for by whoever knows the
// address, and leaves the second factor in place.
const (
	LinkInvitation LinkPurpose = "uitnodiging"
	LinkReset      LinkPurpose = "wachtwoord"
)

// LinkFor is how long a single-use link works.
const LinkFor = 24 * time.Hour

// LinkView is what the page behind a single-use link needs.
type LinkView struct {
	Purpose      LinkPurpose
	Organisation string
	Name         Private
	Email        Private // for the password manager of whoever sets a password
}

// AcceptLink is the input by which a single-use link sets a password.
type AcceptLink struct {
	Secret   Private
	Password Private
	Again    Private
	Visit    Visit
}

// Validate checks that the password was typed twice alike; its quality is
// judged behind the door, with the person's name beside it.
func (in AcceptLink) Validate() error {
	var p Problems
	newPassword(&p, in.Password, in.Again)
	return p.Err()
}

func newPassword(p *Problems, password, again Private) {
	p.Require("password", password.IsZero())
	p.MaxLen("password", password.Len(), maxSecret)
	if !password.IsZero() && password.reveal() != again.reveal() {
		p.Add("again", "niet-gelijk")
	}
}

// RequestReset is the input for a link that sets a new password.
type RequestReset struct{ Email Private }

// Validate checks the input.
func (in RequestReset) Validate() error {
	var p Problems
	p.Require("email", in.Email.IsZero())
	if !in.Email.IsZero() && !validEmail(in.Email.reveal()) {
		p.Add("email", "geen-e-mailadres")
	}
	return p.Err()
}
