package web_test

import (
	"strings"
	"testing"
	"time"

	"rugdekking/internal/browsertest"
	"rugdekking/vpt"
)

// TestJourney_Halt: a boy of fifteen broke the door. His manager looks whether
// Halt fits, asks the one affected what she wants, and keeps what came of it.
// At eleven and at eighteen Halt is refused, with the reason.
func TestJourney_Halt(t *testing.T) {
	eachWay(t, func(t *testing.T, h *loopback, o browsertest.Options) {
		rosa := h.visit(t, "rosa", o)
		shortReport(rosa, h, "Z", "Balie", "Een jongen trapte tegen de balie. De deur is kapot.")
		mila := h.visit(t, "mila", o)
		mila.Open(h.mailedTo(t, "mila"))
		casefile := mila.URL()
		young(t, mila)
		haltRefusesByAge(t, mila)
		haltAsksHer(t, mila)
		haltFollows(t, h, mila, casefile)
		number := casefile[strings.LastIndex(casefile, "/")+1:]
		v, err := h.App.CaseByNumber(t.Context(), h.Actor("mila"), number)
		h.Must(err)
		if len(v.Halt) != 1 {
			t.Fatalf("%d checks, want one that was kept up to date", len(v.Halt))
		}
		c := v.Halt[0]
		if c.Age != 15 || c.Wish != vpt.AnswerYes || c.Advice != vpt.HaltDiscuss || c.ReferredBy != vpt.ReferredByPolice || c.TalkHeld != vpt.AnswerYes || c.Satisfied != vpt.AnswerYes {
			t.Errorf("the check says %+v", c)
		}
	})
}

// young: what happened is assessed, and who did it is described.
func young(t *testing.T, mila *browsertest.Page) {
	if mila.Count("main a[href$='/halt']") != 0 {
		t.Error("Halt is offered before anybody judged what happened")
	}
	mila.ClickAndLoad("main .rd-next a")
	mila.Click("#veld-verdict")
	mila.Click("#veld-class-2")
	mila.Click("#veld-privateRisk")
	mila.ClickAndLoad("main form button[type=submit]")
	mila.ClickAndLoad("main a[href$='/veroorzaker']")
	choose(t, mila, "relation", "Inwoner")
	fill(mila, "#veld-description", "Jongen van een jaar of vijftien, met een rode fiets.")
	accessible(t, mila)
	mila.ClickAndLoad("main form button[type=submit]")
	mila.ClickAndLoad("main a[href$='/halt']")
	reads(t, mila, "Halt is er voor jongeren van 12 tot en met 17 jaar", "De politie of het OM beslist, niet wij.")
	accessible(t, mila)
}

// haltRefusesByAge: the reason stands with the age, and the answers stay.
func haltRefusesByAge(t *testing.T, mila *browsertest.Page) {
	for _, question := range []string{"hurt-nee", "weapon-nee", "policeKnows-nee", "wish-onbekend", "damage"} {
		mila.Click("#veld-" + question)
	}
	for _, row := range []struct{ age, why string }{
		{"11", "Jonger dan 12: Halt kan niet. Bespreek met de politie of zorg nodig is."}, {"18", "18 jaar of ouder: Halt kan niet meer. Doe gewoon aangifte."},
	} {
		for mila.Value("#veld-age") != "" {
			mila.Click("#veld-age")
			mila.Press(browsertest.End, browsertest.Backspace)
		}
		fill(mila, "#veld-age", row.age)
		mila.ClickAndLoad("main form button[type=submit]")
		if got := mila.Text("#veld-age-fout"); got != row.why {
			t.Errorf("at %s the field says %q", row.age, got)
		}
		if !mila.HasFocus("#fouten") || !strings.Contains(mila.Attribute("#veld-age", "aria-describedby"), "veld-age-fout") {
			t.Errorf("the focus is on %s, and the field is described by %q", mila.Focused(), mila.Attribute("#veld-age", "aria-describedby"))
		}
		if mila.Value("#veld-age") != row.age || !mila.Checked("#veld-hurt-nee") || !mila.Checked("#veld-wish-onbekend") {
			t.Error("what was answered is gone")
		}
	}
	accessible(t, mila)
}

// haltAsksHer: nobody knows yet whether she wants the talk; then she does.
func haltAsksHer(t *testing.T, mila *browsertest.Page) {
	mila.Click("#veld-age")
	mila.Press(browsertest.End, browsertest.Backspace)
	mila.Type("5")
	mila.ClickAndLoad("main form button[type=submit]")
	reads(t, mila, "De Halt-check is bewaard", "Vraag eerst of de medewerker een gesprek met de jongere wil.")
	mila.Click("#veld-wish")
	mila.ClickAndLoad("main form button[type=submit]")
	reads(t, mila, "Bespreek Halt bij de aangifte. De politie of het OM beslist.")
	accessible(t, mila)
}

// haltFollows: the complaint, the referral by the police, and weeks later how
// the talk went.
func haltFollows(t *testing.T, h *loopback, mila *browsertest.Page, casefile string) {
	mila.ClickAndLoad("main a[href='" + strings.TrimPrefix(casefile, h.URL) + "']")
	reads(t, mila, "Bespreek Halt bij de aangifte", "Leeftijd toen: 15", "Gesprek gewenst: ja")
	mila.ClickAndLoad("main a[href$='/politie']")
	mila.Click("#veld-kind-aangifte")
	fill(mila, "#veld-reference", "PL1500-2026-123")
	mila.ClickAndLoad("main form button[type=submit]")
	h.Clock.Advance(3 * 24 * time.Hour)
	mila.ClickAndLoad("main a[href$='/halt']")
	mila.Click("#veld-policeKnows")
	choose(t, mila, "referredBy", "De politie")
	fill(mila, "#veld-article", "350 Sr", "#veld-referredOn", "gisteren")
	mila.ClickAndLoad("main form button[type=submit]")
	h.Clock.Advance(35 * 24 * time.Hour)
	choose(t, mila, "talkHeld", "Ja")
	choose(t, mila, "satisfied", "Ja")
	accessible(t, mila)
	mila.ClickAndLoad("main form button[type=submit]")
	mila.ClickAndLoad("main a[href='" + strings.TrimPrefix(casefile, h.URL) + "']")
	reads(t, mila, "Verwezen door: de politie, 350 Sr, 19 november 2026", "Is het gesprek geweest? Ja", "PL1500-2026-123")
	accessible(t, mila)
}
