package app_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// alarms tells which warnings about her account somebody was mailed, and
// forgets them.
func alarms(w *apptest.World, name string) string {
	out := ""
	for _, reason := range []vpt.MailReason{vpt.MailPassword, vpt.MailFactor} {
		if n := w.Value(`SELECT COUNT(id) || '' FROM mail WHERE person_id = $1 AND reason = $2 AND path = '/account' AND secret_sealed IS NULL`,
			string(w.People[name]), string(reason)); n != "0" {
			out += fmt.Sprintf("%s %s ", n, reason)
		}
	}
	w.Exec(`DELETE FROM mail`)
	return strings.TrimSpace(out)
}

// withFactor gives somebody a second factor and the session that is left.
func withFactor(w *apptest.World, who vpt.Actor) vpt.Actor {
	w.T.Helper()
	ctx := context.Background()
	started, err := w.App.StartFactor(ctx, who, "QR")
	w.Must(err)
	done, err := w.App.ConfirmFactor(ctx, who, vpt.ConfirmFactor{Code: codeNow(w, started.Secret), Password: p(aPassword)})
	w.Must(err)
	who, _, err = stepOf(w, done.Session)
	w.Must(err)
	return who
}

func TestAccountChanges_WarnTheHolder(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		want := func(after, want string) {
			t.Helper()
			if got := alarms(w, "rosa"); got != want {
				t.Errorf("after %s: %q, want %q", after, got, want)
			}
		}
		const otherPassword = "vijf reigers langs de sloot"
		signed := settle(w, "rosa")
		want("choosing a first password", "")
		who, _, err := stepOf(w, signed)
		w.Must(err)
		w.Must(w.App.ChangePassword(ctx, who, vpt.ChangePassword{Old: p(aPassword), Password: p(otherPassword), Again: p(otherPassword)}))
		want("changing the password", "1 wachtwoord-gewijzigd")
		w.Must(w.App.ChangePassword(ctx, who, vpt.ChangePassword{Old: p(otherPassword), Password: p(aPassword), Again: p(aPassword)}))
		alarms(w, "rosa")
		who = withFactor(w, who)
		want("setting a second factor", "1 tweede-factor-gewijzigd")
		_, err = w.App.RenewRecoveryCodes(ctx, who, p(aPassword))
		w.Must(err)
		want("new recovery codes", "1 tweede-factor-gewijzigd")
		_, err = accept(w, link(w, "rosa"), otherPassword)
		w.Must(err)
		want("an invitation that clears the second factor", "1 wachtwoord-gewijzigd 1 tweede-factor-gewijzigd")
		if err := w.App.ChangePassword(ctx, who, vpt.ChangePassword{Old: p("niet mijn wachtwoord"), Password: p(aPassword), Again: p(aPassword)}); err == nil {
			t.Error("a wrong password changes the password")
		}
		want("a refusal", "")
	})
}

func TestAccountChanges_DroppingAFactorAndResetting(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		who, _, err := stepOf(w, settle(w, "rosa"))
		w.Must(err)
		who = withFactor(w, who)
		alarms(w, "rosa")
		w.Must(w.App.DropFactor(ctx, who, p(aPassword)))
		if got := alarms(w, "rosa"); got != "1 tweede-factor-gewijzigd" {
			t.Errorf("after dropping the factor: %q", got)
		}
		w.Must(w.App.RequestReset(ctx, stranger("10.0.0.9"), vpt.RequestReset{Email: p("rosa@toetsdam.example")}))
		secret := mailed(w, "/wachtwoord/")
		w.Exec(`DELETE FROM mail`)
		_, err = accept(w, secret, "zeven eenden in de vijver")
		w.Must(err)
		if got := alarms(w, "rosa"); got != "1 wachtwoord-gewijzigd" {
			t.Errorf("after a reset: %q", got)
		}
	})
}

// An administrator must not get into the account of a coordinator unseen: by
// another e-mail address and an invitation that is mailed there.
func TestAccountChanges_AnotherAddress(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		bea := w.Actor("bea")
		count := func(reason vpt.MailReason, name string) string {
			return w.Value(`SELECT COUNT(id) || '' FROM mail WHERE reason = $1 AND person_id = $2`, string(reason), string(w.People[name]))
		}
		move := func(name, email string) {
			t.Helper()
			_, err := w.App.SavePerson(ctx, bea, vpt.SavePerson{ID: w.People[name], Name: p(name), Email: p(email)})
			w.Must(err)
		}
		settle(w, "mila")
		settle(w, "rosa")
		w.Must(w.App.RequestReset(ctx, stranger("10.0.0.9"), vpt.RequestReset{Email: p("mila@toetsdam.example")}))
		old := mailed(w, "/wachtwoord/")
		move("mila", "MILA@toetsdam.example")
		if count(vpt.MailAddress, "mila")+count(vpt.MailAddressOf, "cora") != "00" {
			t.Error("the same address in capitals is another one")
		}
		move("mila", "bea.stiekem@toetsdam.example")
		if count(vpt.MailAddress, "mila") != "1" || count(vpt.MailAddressOf, "cora") != "1" {
			t.Error("the address of a manager changed unseen")
		}
		if _, err := accept(w, old, "zeven eenden in de vijver"); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("a link that was mailed to the old address: %v", err)
		}
		mailed(w, "/account")
		var to []string
		for _, m := range w.Mail.Messages() {
			if m.Link == "https://rugdekking.example/account" {
				to = append(to, strings.ToLower(m.To.Reveal()))
			}
		}
		if len(to) != 1 || to[0] != "mila@toetsdam.example" {
			t.Errorf("the warning went to %q", to)
		}
		move("rosa", "rosa.nieuw@toetsdam.example")
		if count(vpt.MailAddress, "rosa") != "1" || count(vpt.MailAddressOf, "cora") != "1" {
			t.Error("an address without a role is no news to the coordinators, but is to its holder")
		}
	})
}
