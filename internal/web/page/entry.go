package page

import (
	"html/template"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// Entry is a page with one short form of text fields: signing in, a code, a
// password. It never shows again what was typed in a password field.
type Entry struct {
	Shell
	Heading PageHeading
	Notes   []Alert
	Errors  FieldErrors
	Action  string
	Hidden  []Hidden // what travels along, and the account for a password manager
	Account string   // e-mail address shown to a password manager; empty for none
	Fields  []TextField
	Save    string
	Danger  bool // the button takes something away
	Links   []Link
}

// entryField makes a field of an Entry from its texts.
func entryField(f fields, name, kind, autocomplete, value string) TextField {
	text := NewTextField(f.field(name), value)
	text.Type, text.Autocomplete = kind, autocomplete
	return text
}

// codeField takes the code of an app. It stays a text field: a recovery code
// has letters.
func codeField(f fields) TextField {
	text := entryField(f, "otp", "text", "one-time-code", "")
	text.Short, text.MaxLength = true, 24
	return text
}

// NewSignIn is the page for e-mail address and password.
func NewSignIn(t *nl.Texts, shell Shell, errs FieldErrors, email string) *Entry {
	f := fields{t, "inloggen.", errs}
	shell.Problem = len(errs) > 0
	return &Entry{
		Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: t.Text("inloggen.lead")}, Errors: errs, Action: "/inloggen",
		Fields: []TextField{
			entryField(f, "email", "email", "username", email), entryField(f, "password", "password", "current-password", ""),
		},
		Save: t.Text("inloggen.knop"), Links: []Link{{Label: t.Text("inloggen.vergeten"), Href: "/wachtwoord-vergeten"}},
	}
}

// NewCode is the page for the code of the second factor.
func NewCode(t *nl.Texts, shell Shell, errs FieldErrors) *Entry {
	shell.Problem = len(errs) > 0
	return &Entry{
		Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: t.Text("inloggen.code-lead")}, Errors: errs, Action: "/inloggen/code",
		Fields: []TextField{codeField(fields{t, "inloggen.", errs})}, Save: t.Text("inloggen.code-knop"),
		Links: []Link{{Label: t.Text("inloggen.opnieuw"), Href: "/inloggen?opnieuw=1"}},
	}
}

// NewForgot is the page that asks for a link for a new password.
func NewForgot(t *nl.Texts, shell Shell, errs FieldErrors, email string) *Entry {
	shell.Problem = len(errs) > 0
	field := entryField(fields{t, "inloggen.", errs}, "email", "email", "username", email)
	return &Entry{
		Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: t.Text("vergeten.lead")}, Errors: errs, Action: "/wachtwoord-vergeten",
		Fields: []TextField{field}, Save: t.Text("vergeten.knop"), Links: []Link{{Label: t.Text("vergeten.terug"), Href: "/inloggen"}},
	}
}

// NewPassword is the page behind a single-use link. The e-mail address stands
// there so that a password manager knows for what the password is.
func NewPassword(t *nl.Texts, shell Shell, errs FieldErrors, action string, link vpt.LinkView) *Entry {
	key := "link." + string(link.Purpose)
	shell.Problem, shell.Title, shell.Organisation.Name = len(errs) > 0, t.Text(key), link.Organisation
	return &Entry{
		Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: t.Fill(key+"-lead", "organisatie", link.Organisation)}, Errors: errs,
		Action: action, Account: link.Email.Reveal(), Fields: newPasswordFields(fields{t, "link.", errs}), Save: t.Text("link.knop"),
	}
}

func newPasswordFields(f fields) []TextField {
	return []TextField{entryField(f, "password", "password", "new-password", ""), entryField(f, "again", "password", "new-password", "")}
}

// NewOwnPassword is the page to change one's own password.
func NewOwnPassword(t *nl.Texts, shell Shell, errs FieldErrors) *Entry {
	shell.Problem = len(errs) > 0
	first := entryField(fields{t, "account.", errs}, "old", "password", "current-password", "")
	return &Entry{
		Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: t.Text("link.wachtwoord-lead")}, Errors: errs, Action: "/account/wachtwoord",
		Fields: append([]TextField{first}, newPasswordFields(fields{t, "link.", errs})...), Save: t.Text("link.knop"),
		Links: []Link{{Label: t.Text("account.terug"), Href: "/account"}},
	}
}

// NewProof is the page of an act that asks for the password first; key names
// its texts.
func NewProof(t *nl.Texts, shell Shell, errs FieldErrors, key, action string, danger bool) *Entry {
	shell.Problem = len(errs) > 0
	return &Entry{
		Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: t.Text(key + "-lead")}, Errors: errs, Action: action, Danger: danger,
		Fields: []TextField{entryField(fields{t, "factor.", errs}, "password", "password", "current-password", "")}, Save: t.Text(key + "-knop"),
		Links: []Link{{Label: t.Text("account.terug"), Href: "/account"}},
	}
}

// NewContinue is the page that sends, after signing in, what was filled in
// before. to is the address it was meant for.
func NewContinue(t *nl.Texts, shell Shell, leadKey, to string, carried []Hidden) *Entry {
	save := "inloggen.verder-knop"
	if leadKey == "inloggen.verder-factor" { // leads to another form first; nothing is sent yet
		save = "inloggen.code-knop"
	}
	return &Entry{
		Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: t.Text(leadKey)}, Action: to, Hidden: carried, Save: t.Text(save),
	}
}

// NewMessage is a page without a form: a heading and where to go.
func NewMessage(t *nl.Texts, shell Shell, lead string, notes []Alert, links ...Link) *Entry {
	return &Entry{Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: lead}, Notes: notes, Links: links}
}

// Factor is the page that sets a second factor: a drawing for the phone, the
// same secret in letters, and the code that confirms it.
type Factor struct {
	Shell
	Heading PageHeading
	Errors  FieldErrors
	Action  string
	Hidden  []Hidden
	Fields  []TextField
	drawing vpt.Private
	secret  vpt.Private
}

// NewFactor makes it.
func NewFactor(t *nl.Texts, shell Shell, errs FieldErrors, action string, e vpt.Enrolment) *Factor {
	shell.Problem = len(errs) > 0
	f := fields{t, "factor.", errs}
	view := &Factor{
		Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: t.Text("factor.lead")}, Errors: errs, Action: action,
		Fields: []TextField{codeField(f)}, drawing: e.QR, secret: e.Secret,
	}
	if e.NeedsPassword {
		view.Fields = append(view.Fields, entryField(f, "password", "password", "current-password", ""))
	}
	return view
}

// Drawing is the QR code. The credential package draws it, of paths and an
// escaped label only.
func (f *Factor) Drawing() template.HTML { return template.HTML(f.drawing.Reveal()) }

// Secret is the secret in groups of four, as people copy it.
func (f *Factor) Secret() string {
	var out []byte
	for i, c := range []byte(f.secret.Reveal()) {
		if i > 0 && i%4 == 0 {
			out = append(out, ' ')
		}
		out = append(out, c)
	}
	return string(out)
}

// RecoveryCodes is the page that shows them, once.
type RecoveryCodes struct {
	Shell
	Heading PageHeading
	Note    Alert
	Action  string // empty: Next is a link
	Hidden  []Hidden
	Next    Button
	codes   []vpt.Private
}

// NewRecoveryCodes makes it; next is where to go on, by POST with carried when
// there is something to carry.
func NewRecoveryCodes(t *nl.Texts, shell Shell, codes []vpt.Private, next string, carried []Hidden) *RecoveryCodes {
	view := &RecoveryCodes{
		Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: t.Text("factor.codes-lead")}, codes: codes, Hidden: carried,
		Note: Alert{Tone: ToneWarning, Title: t.Text("factor.codes-let-op"), Text: []string{t.Text("factor.codes-tekst")}},
		Next: LinkButton(ButtonPrimary, t.Text("factor.codes-knop"), next),
	}
	if len(carried) > 0 {
		view.Action, view.Next = next, PrimaryButton(t.Text("factor.codes-knop"))
	}
	return view
}

// Codes are the codes in words.
func (v *RecoveryCodes) Codes() []string {
	out := make([]string, len(v.codes))
	for i, code := range v.codes {
		out[i] = code.Reveal()
	}
	return out
}
