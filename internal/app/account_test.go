package app_test

import (
	"context"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/internal/credential"
	"rugdekking/vpt"
)

func TestMe_IsMineAlone(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		for name, roles := range map[string]int{"rosa": 1, "mila": 2, "cora": 2, "bea": 2, "ada": 2, "otto": 1} {
			me, err := w.App.Me(context.Background(), w.Actor(name))
			w.Must(err)
			if me.Person != w.People[name] || len(me.Roles) != roles || me.Name.IsZero() {
				t.Errorf("%s: %+v", name, me)
			}
		}
		for _, who := range []vpt.Actor{stranger("10.0.0.1"), apptest.Command(w.Org.ID), apptest.System(w.Org.ID)} {
			if _, err := w.App.Me(context.Background(), who); vpt.KindOf(err) != vpt.KindForbidden {
				t.Errorf("%s: %v", who.Kind, err)
			}
		}
	})
}

func TestAccount_ShowsBothSidesOfADeputyship(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		mila := w.Actor("mila")
		today := vpt.DateOf(w.Clock.Now(), w.Org.Settings.Location())
		for _, wrong := range []vpt.NameDeputy{
			{Lookup: vpt.NewPrivate("niemand@toetsdam.example"), From: today, Until: today},
			{Lookup: vpt.NewPrivate("otto@toetsdam.example"), From: today, Until: today},
			{Deputy: w.People["mila"], From: today, Until: today},
			{Deputy: w.People["dirk"], From: today, Until: today.AddDays(-1)},
			{Deputy: w.People["dirk"], From: "morgen", Until: today},
		} {
			if err := w.App.NameDeputy(ctx, mila, wrong); vpt.KindOf(err) != vpt.KindInvalid {
				t.Errorf("%+v: %v", wrong, err)
			}
		}
		w.Must(w.App.NameDeputy(ctx, mila, vpt.NameDeputy{Lookup: vpt.NewPrivate("P-dirk"), From: today, Until: today.AddDays(3)}))
		mine, err := w.App.Account(ctx, mila)
		w.Must(err)
		if len(mine.Deputies) != 1 || mine.Deputies[0].Other.ID != w.People["dirk"] || !mine.Deputies[0].Now || len(mine.Deputising) != 0 {
			t.Errorf("mila sees %+v and %+v", mine.Deputies, mine.Deputising)
		}
		if !mine.MayNameDeputy || len(mine.Colleagues) != 2 || len(mine.Held) != 1 || mine.Held[0].Where != "Balie" {
			t.Errorf("mila: %v, colleagues %d, roles %+v", mine.MayNameDeputy, len(mine.Colleagues), mine.Held)
		}
		his, err := w.App.Account(ctx, w.Actor("dirk"))
		w.Must(err)
		if len(his.Deputising) != 1 || his.Deputising[0].Other.ID != w.People["mila"] || his.MayNameDeputy {
			t.Errorf("dirk sees %+v, may name: %v", his.Deputising, his.MayNameDeputy)
		}
		if err := w.App.NameDeputy(ctx, w.Actor("dirk"), vpt.NameDeputy{Deputy: w.People["bea"], From: today, Until: today}); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("a deputy hands on what is not his: %v", err)
		}
		if err := w.App.EndDeputy(ctx, w.Actor("wout"), mine.Deputies[0].ID); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("wout ends mila's deputyship: %v", err)
		}
		w.Must(w.App.EndDeputy(ctx, mila, mine.Deputies[0].ID))
		if w.Actor("dirk").Handles() {
			t.Error("dirk still acts for mila")
		}
	})
}

func TestSaveLook(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		if err := w.App.SaveLook(ctx, w.Actor("rosa"), vpt.SaveLook{Lang: "fr", Look: "roze"}); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("French and pink: %v", err)
		}
		w.Must(w.App.SaveLook(ctx, w.Actor("rosa"), vpt.SaveLook{Lang: "en", Look: vpt.LookDark}))
		me, err := w.App.Me(ctx, w.Actor("rosa"))
		w.Must(err)
		if me.Lang != "en" || me.Look != vpt.LookDark || w.Actor("rosa").Lang != "en" || w.Actor("anna").Lang != "nl" {
			t.Errorf("%+v", me)
		}
	})
}

func TestChangePassword_EndsOtherSessions(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		first := settle(w, "rosa")
		second, err := signIn(w, stranger("10.0.0.1"), "rosa", aPassword)
		w.Must(err)
		who, _, err := stepOf(w, second)
		w.Must(err)
		fresh := vpt.NewPrivate("acht zwanen in de vijver")
		change := func(old string, password vpt.Private) error {
			return w.App.ChangePassword(ctx, who, vpt.ChangePassword{Old: vpt.NewPrivate(old), Password: password, Again: password})
		}
		if err := change("niet mijn wachtwoord", fresh); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("with a wrong old password: %v", err)
		}
		if err := change(aPassword, vpt.NewPrivate("kort")); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("a weak one: %v", err)
		}
		w.Must(change(aPassword, fresh))
		if _, _, err := stepOf(w, first); vpt.KindOf(err) != vpt.KindUnauthenticated {
			t.Errorf("the other session goes on: %v", err)
		}
		if _, _, err := stepOf(w, second); err != nil {
			t.Errorf("this session: %v", err)
		}
		if _, err := signIn(w, stranger("10.0.0.2"), "rosa", aPassword); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("the old password works: %v", err)
		}
	})
}

func TestFactor_ByChoiceAndAwayAgain(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		who, _, err := stepOf(w, settle(w, "rosa"))
		w.Must(err)
		started, err := w.App.StartFactor(ctx, who, "QR")
		w.Must(err)
		again, err := w.App.StartFactor(ctx, who, "QR")
		w.Must(err)
		if !started.NeedsPassword || credential.HashToken(started.Secret) != credential.HashToken(again.Secret) {
			t.Errorf("asked twice: %+v, then %+v", started, again)
		}
		in := vpt.ConfirmFactor{Code: codeNow(w, again.Secret)}
		if _, err := w.App.ConfirmFactor(ctx, who, in); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("without her password: %v", err)
		}
		in.Password = vpt.NewPrivate(aPassword)
		done, err := w.App.ConfirmFactor(ctx, who, in)
		w.Must(err)
		who, _, err = stepOf(w, done.Session)
		w.Must(err)
		codes, err := w.App.RenewRecoveryCodes(ctx, who, vpt.NewPrivate(aPassword))
		w.Must(err)
		if len(codes) != 10 {
			t.Errorf("%d codes", len(codes))
		}
		account, err := w.App.Account(ctx, who)
		w.Must(err)
		if !account.SecondFactor || account.Recovery != 10 || !account.MayDropFactor {
			t.Errorf("%+v", account)
		}
		if err := w.App.DropFactor(ctx, who, vpt.NewPrivate("niet mijn wachtwoord")); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("dropped with a wrong password: %v", err)
		}
		w.Must(w.App.DropFactor(ctx, who, vpt.NewPrivate(aPassword)))
		if account, err = w.App.Account(ctx, who); err != nil || account.SecondFactor || account.Recovery != 0 {
			t.Errorf("after dropping: %+v, %v", account, err)
		}
	})
}

func TestDropFactor_NotWithARole(t *testing.T) {
	w := apptest.SQLite(t)
	_, done := enrol(w, settle(w, "mila"))
	who, _, err := stepOf(w, done.Session)
	w.Must(err)
	if err := w.App.DropFactor(context.Background(), who, vpt.NewPrivate(aPassword)); vpt.KindOf(err) != vpt.KindConflict {
		t.Errorf("a manager drops her second factor: %v", err)
	}
}

func TestSignIn_OrganisationMayRequireASecondFactorOfAll(t *testing.T) {
	w := apptest.SQLite(t)
	settings := w.Org.Settings
	settings.SecondFactor = true
	w.Must(w.App.SaveSettings(context.Background(), w.Actor("bea"), w.Org.Name, settings))
	if _, step, err := stepOf(w, settle(w, "rosa")); err != nil || step != vpt.StepEnrol {
		t.Errorf("step %q, %v", step, err)
	}
}
