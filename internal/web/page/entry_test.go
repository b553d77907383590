package page

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// entryPages gives every page of getting in and of one's own account, filled
// and with errors.
func entryPages(t *nl.Texts) map[string]map[string]View {
	shell := Shell{Lang: Lang(t.Lang()), Title: "Titel", Organisation: Organisation{Name: "Gemeente Toetsdam"}}
	errs := func(name, code string) FieldErrors { return FieldErrors{{Name: name, Message: t.Error(code)}} }
	now := time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)
	deputy := vpt.DeputyLine{Deputyship: vpt.Deputyship{ID: "d1", From: "2026-11-17", Until: "2026-11-20"}, Other: vpt.PersonName{Name: vpt.NewPrivate("Anna Yılmaz")}}
	account := vpt.Account{
		Me: vpt.Me{Name: vpt.NewPrivate("Mila van Dijk"), Lang: "nl", Look: vpt.LookDark}, Email: vpt.NewPrivate("mila@toetsdam.example"), SecondFactor: true, Recovery: 7,
		Held:          []vpt.HeldRole{{Role: vpt.RoleManager, Scope: vpt.ScopeUnit, Where: "Balie", Until: "2026-12-31"}, {Role: vpt.RoleAnalyst, Scope: vpt.ScopeOrganisation}},
		MayNameDeputy: true, Deputies: []vpt.DeputyLine{deputy}, Deputising: []vpt.DeputyLine{deputy}, Colleagues: []vpt.PersonName{{ID: "p1", Name: vpt.NewPrivate("Dirk Bakker")}},
	}
	plain := vpt.Account{Me: vpt.Me{Name: vpt.NewPrivate("Rosa de Wit"), Lang: "en", Look: vpt.LookAuto}, MayDropFactor: true}
	signIn := NewSignIn(t, shell, errs("email", "verplicht"), `"><b>rosa`)
	signIn.Hidden = []Hidden{{Name: "mee.account", Value: `<script>alert(1)</script>`}}
	enrolment := vpt.Enrolment{Secret: vpt.NewPrivate("ABCDEFGHIJ"), QR: vpt.NewPrivate(`<svg role="img" aria-label="QR"></svg>`), NeedsPassword: true}
	codes := []vpt.Private{vpt.NewPrivate("aaaaa-bbbbb"), vpt.NewPrivate("ccccc-ddddd")}
	link := vpt.LinkView{Purpose: vpt.LinkReset, Organisation: "Gemeente Toetsdam", Email: vpt.NewPrivate("rosa@toetsdam.example")}
	return map[string]map[string]View{
		"entry": {
			"sign in": signIn, "code": NewCode(t, shell, errs("otp", "code-klopt-niet")), "forgot": NewForgot(t, shell, nil, ""),
			"link": NewPassword(t, shell, errs("password", "wachtwoord-te-kort"), "/wachtwoord/x", link), "own": NewOwnPassword(t, shell, nil),
			"proof": NewProof(t, shell, nil, "account.factor-uit", "/x", true), "go on": NewContinue(t, shell, "inloggen.verder-lead", "/account", signIn.Hidden),
			"message": NewMessage(t, shell, "Tekst", []Alert{{Tone: ToneInfo, Text: []string{"Let op"}}}, Link{Label: "Terug", Href: "/"}),
		},
		"factor": {"own": NewFactor(t, shell, errs("otp", "code-klopt-niet"), "/x", enrolment)},
		"recovery-codes": {
			"link": NewRecoveryCodes(t, shell, codes, "/", nil), "form": NewRecoveryCodes(t, shell, codes, "/account", signIn.Hidden),
		},
		"account": {
			"manager": NewAccount(t, shell, account, errs("deputyFrom", "geen-datum"), Named{Lookup: "P-1", From: "morgen"}), "reporter": NewAccount(t, shell, plain, nil, Named{}),
		},
		"account-factor": {"on": NewAccountFactor(t, shell, account), "off": NewAccountFactor(t, shell, plain)},
		"sessions": {"two": NewSessions(t, shell, []vpt.Session{
			{ID: "s1", Current: true, CreatedAt: now, SeenAt: now, Device: vpt.NewPrivate("Firefox, Linux")}, {ID: "s2", CreatedAt: now, SeenAt: now},
		}, now, time.UTC)},
	}
}

func TestEntryPages(t *testing.T) {
	texts := map[Lang]Texts{Dutch: nl.New("nl"), English: nl.New("en")}
	renderer, err := New(builtAssets(t), texts)
	if err != nil {
		t.Fatal(err)
	}
	for lang := range texts {
		for name, views := range entryPages(nl.New(string(lang))) {
			for what, view := range views {
				t.Run(string(lang)+"/"+name+"/"+what, func(t *testing.T) {
					var out bytes.Buffer
					if err := renderer.Render(&out, name, view); err != nil {
						t.Fatal(err)
					}
					doc, err := html.Parse(&out)
					if err != nil {
						t.Fatal(err)
					}
					checkDocument(t, doc, string(lang))
					checkEntry(t, doc)
				})
			}
		}
	}
}

// checkEntry holds that no password is shown, that there is at most one primary
// button, and that every field of a person's own data says so.
func checkEntry(t *testing.T, doc *html.Node) {
	t.Helper()
	primary := 0
	for node := range doc.Descendants() {
		attr := map[string]string{}
		for _, a := range node.Attr {
			attr[a.Key] = a.Val
		}
		if strings.Contains(attr["class"], "utrecht-button--primary-action") {
			primary++
		}
		if node.Data == "input" && attr["type"] == "password" && (attr["value"] != "" || !strings.HasSuffix(attr["autocomplete"], "-password")) {
			t.Errorf("password field %v", attr)
		}
		if node.Data == "script" && node.FirstChild != nil {
			t.Error("a typed text became a script")
		}
	}
	if primary > 1 {
		t.Errorf("%d primary buttons", primary)
	}
}

func TestRecoveryCodesAreShown(t *testing.T) {
	view := NewRecoveryCodes(nl.New("nl"), Shell{}, []vpt.Private{vpt.NewPrivate("aaaaa-bbbbb")}, "/", nil)
	if got := view.Codes(); len(got) != 1 || got[0] != "aaaaa-bbbbb" {
		t.Errorf("%q", got)
	}
	if got := NewFactor(nl.New("nl"), Shell{}, nil, "/", vpt.Enrolment{Secret: vpt.NewPrivate("ABCDEFGHIJ")}).Secret(); got != "ABCD EFGH IJ" {
		t.Errorf("secret %q", got)
	}
}
