package app_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/internal/credential"
	"rugdekking/vpt"
)

const aPassword = "zeven ganzen op de dijk"

// stranger is somebody at an address who has not signed in.
func stranger(address string) vpt.Actor { return vpt.AnonymousActor("verzoek", address, "nl") }

// link makes an invitation and gives its secret.
func link(w *apptest.World, name string) vpt.Private {
	w.T.Helper()
	path, err := w.App.InviteLink(context.Background(), apptest.Command(w.Org.ID), w.People[name])
	w.Must(err)
	return path.Map(func(s string) string { return strings.TrimPrefix(s, "/uitnodiging/") })
}

// settle lets somebody accept an invitation.
func settle(w *apptest.World, name string) vpt.SignedIn {
	w.T.Helper()
	signed, err := w.App.AcceptLink(context.Background(), stranger("10.0.0.1"), vpt.AcceptLink{
		Secret: link(w, name), Password: vpt.NewPrivate(aPassword), Again: vpt.NewPrivate(aPassword),
	})
	w.Must(err)
	return signed
}

// enrol sets the second factor of who is at that step, and gives the secret.
func enrol(w *apptest.World, signed vpt.SignedIn) (vpt.Private, vpt.Enrolled) {
	w.T.Helper()
	who, step, err := w.App.SessionActor(context.Background(), stranger("10.0.0.1"), signed.Secret)
	w.Must(err)
	if step != vpt.StepEnrol {
		w.T.Fatalf("step %q, want enrolment", step)
	}
	started, err := w.App.StartFactor(context.Background(), who, "QR-code")
	w.Must(err)
	done, err := w.App.ConfirmFactor(context.Background(), who, vpt.ConfirmFactor{Code: codeNow(w, started.Secret)})
	w.Must(err)
	return started.Secret, done
}

func codeNow(w *apptest.World, secret vpt.Private) vpt.Private {
	w.T.Helper()
	code, err := credential.TOTPCode(secret, w.Clock.Now())
	w.Must(err)
	return code
}

func signIn(w *apptest.World, from vpt.Actor, name, password string) (vpt.SignedIn, error) {
	return w.App.SignIn(context.Background(), from, vpt.SignIn{
		Email: vpt.NewPrivate(name + "@toetsdam.example"), Password: vpt.NewPrivate(password),
	})
}

// stepOf gives the step at which a session stands.
func stepOf(w *apptest.World, signed vpt.SignedIn) (vpt.Actor, vpt.SignInStep, error) {
	return w.App.SessionActor(context.Background(), stranger("10.0.0.1"), signed.Secret)
}

func TestSignIn_ReporterNeedsOnlyAPassword(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		settle(w, "rosa")
		signed, err := w.App.SignIn(context.Background(), stranger("10.0.0.1"), vpt.SignIn{
			Email: vpt.NewPrivate(" ROSA@Toetsdam.example "), Password: vpt.NewPrivate(aPassword),
		})
		w.Must(err)
		who, step, err := stepOf(w, signed)
		w.Must(err)
		if step != vpt.StepDone || who.Kind != vpt.ActorPerson || who.Person != w.People["rosa"] || who.Session == "" {
			t.Errorf("got %+v at step %q", who, step)
		}
		if signed.Familiar.IsZero() {
			t.Error("no mark for this browser")
		}
	})
}

func TestSignIn_OneAnswerForEverythingThatIsWrong(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		settle(w, "rosa")
		settle(w, "wim")
		w.Must(w.App.BlockPerson(context.Background(), w.Actor("bea"), w.People["wim"]))
		var answers []string
		for i, try := range [][2]string{{"rosa", "een ander wachtwoord"}, {"niemand", aPassword}, {"leo", aPassword}, {"wim", aPassword}} {
			_, err := signIn(w, stranger("10.0.1."+string(rune('1'+i))), try[0], try[1])
			if vpt.KindOf(err) != vpt.KindInvalid {
				t.Errorf("%s: %v", try[0], err)
				continue
			}
			answers = append(answers, err.Error())
		}
		for _, answer := range answers {
			if answer != answers[0] {
				t.Errorf("answers differ: %q", answers)
			}
		}
		logged := w.Value(`SELECT count(position) || '' FROM audit_leaf WHERE organisation_id = '-' AND subject LIKE 'aanmelding:%'`)
		if logged != "4" {
			t.Errorf("%s failures in the installation's log, want 4", logged)
		}
		if n := w.Value(`SELECT count(position) || '' FROM audit_leaf WHERE payload LIKE '%toetsdam.example%'`); n != "0" {
			t.Errorf("an address stands in the log")
		}
	})
}

func TestSignIn_GuessingWaitsButLocksNobodyOut(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		settle(w, "rosa")
		settle(w, "anna")
		known, err := signIn(w, stranger("10.0.0.1"), "rosa", aPassword)
		w.Must(err)
		refused := 0
		for range 30 {
			if _, err := signIn(w, stranger("10.9.9.9"), "rosa", "fout wachtwoord zeg"); vpt.KindOf(err) == vpt.KindThrottled {
				refused++
			}
		}
		if refused < 24 {
			t.Errorf("only %d of 30 guesses had to wait", refused)
		}
		if _, err := signIn(w, stranger("10.9.9.9"), "rosa", aPassword); vpt.KindOf(err) != vpt.KindThrottled {
			t.Errorf("the right password just after: %v, want to wait", err)
		}
		if _, err := signIn(w, stranger("10.0.0.2"), "rosa", aPassword); err != nil {
			t.Errorf("rosa herself, elsewhere: %v", err)
		}
		if _, err := signIn(w, stranger("10.9.9.9"), "anna", aPassword); err != nil {
			t.Errorf("a colleague at the address of the guesser: %v", err)
		}
		_, err = w.App.SignIn(context.Background(), stranger("10.9.9.9"), vpt.SignIn{
			Email: vpt.NewPrivate("rosa@toetsdam.example"), Password: vpt.NewPrivate(aPassword), Visit: vpt.Visit{Familiar: known.Familiar},
		})
		if err != nil {
			t.Errorf("rosa at the address of the guesser, on her own browser: %v", err)
		}
		w.Clock.Advance(16 * time.Minute)
		if _, err := signIn(w, stranger("10.9.9.9"), "rosa", aPassword); err != nil {
			t.Errorf("after the longest wait: %v", err)
		}
	})
}

func TestSignIn_ManyAddressesOnOneAccount(t *testing.T) {
	w := apptest.SQLite(t)
	settle(w, "rosa")
	for i := range 40 {
		_, err := signIn(w, stranger("10.1.0."+string(rune('0'+i))), "rosa", "fout wachtwoord zeg")
		if vpt.KindOf(err) != vpt.KindInvalid {
			t.Fatalf("first try from an address: %v", err)
		}
	}
	if _, err := signIn(w, stranger("10.1.0.0"), "rosa", "fout wachtwoord zeg"); vpt.KindOf(err) != vpt.KindThrottled {
		t.Errorf("second try from an address, after 40 failures: %v, want to wait", err)
	}
	if _, err := signIn(w, stranger("10.2.0.1"), "rosa", aPassword); err != nil {
		t.Errorf("rosa from her own address: %v", err)
	}
}

func TestSignIn_HandlerSetsASecondFactorFirst(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		signed := settle(w, "mila")
		halfway, step, err := stepOf(w, signed)
		w.Must(err)
		if step != vpt.StepEnrol || halfway.Kind != vpt.ActorAnonymous || len(halfway.Grants) != 0 {
			t.Fatalf("%+v at step %q, want an anonymous actor at enrolment", halfway, step)
		}
		if _, err := w.App.Me(context.Background(), halfway); err == nil {
			t.Error("somebody halfway reads an account")
		}
		_, done := enrol(w, signed)
		if len(done.Codes) != 10 {
			t.Errorf("%d recovery codes, want 10", len(done.Codes))
		}
		who, step, err := stepOf(w, done.Session)
		w.Must(err)
		if step != vpt.StepDone || !who.Has(vpt.RoleManager) {
			t.Errorf("after enrolling: %+v at step %q", who, step)
		}
		if _, _, err := stepOf(w, signed); vpt.KindOf(err) != vpt.KindUnauthenticated {
			t.Errorf("the session from before goes on: %v", err)
		}
	})
}

func TestConfirmCode_TakesEachCodeOnce(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		secret, done := enrol(w, settle(w, "mila"))
		try := func(code vpt.Private) (vpt.SignedIn, error) {
			signed, err := signIn(w, stranger("10.0.0.1"), "mila", aPassword)
			w.Must(err)
			if signed.Step != vpt.StepCode {
				t.Fatalf("step %q after the password, want code", signed.Step)
			}
			halfway, _, err := stepOf(w, signed)
			w.Must(err)
			return w.App.ConfirmCode(context.Background(), halfway, vpt.SecondFactor{Code: code})
		}
		if _, err := try(codeNow(w, secret)); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("the code that enrolled works again: %v", err)
		}
		w.Clock.Advance(30 * time.Second)
		signed, err := try(codeNow(w, secret))
		w.Must(err)
		if who, step, err := stepOf(w, signed); err != nil || step != vpt.StepDone || who.Person != w.People["mila"] {
			t.Errorf("after the code: %+v, step %q, %v", who, step, err)
		}
		if _, err := try(codeNow(w, secret)); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("a code works twice: %v", err)
		}
		if _, err := try(done.Codes[3].Map(strings.ToUpper)); err != nil {
			t.Errorf("a recovery code: %v", err)
		}
		if _, err := try(done.Codes[3]); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("a recovery code works twice: %v", err)
		}
		if _, err := try(done.Codes[4]); err != nil {
			t.Errorf("another recovery code: %v", err)
		}
	})
}

func TestConfirmCode_GuessingWaits(t *testing.T) {
	w := apptest.SQLite(t)
	enrol(w, settle(w, "mila"))
	w.Clock.Advance(time.Minute)
	for i := range 60 {
		from := stranger("10.3.0." + string(rune('0'+i)))
		signed, err := signIn(w, from, "mila", aPassword)
		w.Must(err)
		halfway, _, err := w.App.SessionActor(context.Background(), from, signed.Secret)
		w.Must(err)
		_, err = w.App.ConfirmCode(context.Background(), halfway, vpt.SecondFactor{Code: vpt.NewPrivate("000000")})
		if vpt.KindOf(err) == vpt.KindThrottled {
			if i < 10 {
				t.Errorf("wait after %d guesses already", i)
			}
			return
		}
	}
	t.Error("60 guesses at a code from 60 addresses, and no wait")
}

func TestStartFactor_NotBeforeTheCode(t *testing.T) {
	w := apptest.SQLite(t)
	enrol(w, settle(w, "mila"))
	signed, err := signIn(w, stranger("10.0.0.1"), "mila", aPassword)
	w.Must(err)
	halfway, _, err := stepOf(w, signed)
	w.Must(err)
	if _, err := w.App.StartFactor(context.Background(), halfway, "QR"); vpt.KindOf(err) != vpt.KindUnauthenticated {
		t.Errorf("who owes a code sets a new second factor: %v", err)
	}
}

func TestSignIn_DemoNeedsOnlyAPassword(t *testing.T) {
	w := apptest.SQLite(t)
	if err := w.App.SetPassword(context.Background(), apptest.Command(w.Org.ID), w.People["mila"], vpt.NewPrivate(aPassword)); err == nil {
		t.Fatal("a password set by another, outside of a demo")
	}
	settle(w, "mila")
	w.Config.Demo = true
	w.Reopen()
	w.Must(w.App.SetPassword(context.Background(), apptest.Command(w.Org.ID), w.People["mila"], vpt.NewPrivate("demo")))
	signed, err := signIn(w, stranger("10.0.0.1"), "mila", "demo")
	w.Must(err)
	if signed.Step != vpt.StepDone {
		t.Errorf("step %q in a demo", signed.Step)
	}
}
