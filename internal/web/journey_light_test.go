package web_test

import (
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/internal/browsertest"
	"rugdekking/vpt"
)

// counted is a page on which every act is counted: what one clicks, the fields
// that one types into, and the pages that one waits for.
type counted struct {
	*browsertest.Page
	clicks, typed, loads int
	since                time.Time
}

func (c *counted) acts() int { return c.clicks + c.typed }

// open opens an address that stands in a mail: clicking it is an act too.
func (c *counted) open(address string) {
	c.clicks, c.loads, c.since = c.clicks+1, c.loads+1, time.Now()
	c.Open(address)
}

func (c *counted) press(selectors ...string) {
	for _, selector := range selectors {
		c.clicks++
		c.Click(selector)
	}
}

func (c *counted) to(selector string) {
	c.clicks++
	c.loads++
	c.ClickAndLoad(selector)
}

// write types into a field, to which it goes by a click.
func (c *counted) write(selector, text string) {
	c.typed++
	fill(c.Page, selector, text)
}

func (c *counted) send() { c.to("main form button[type=submit]") }

// says fails unless the page reads all of these.
func (c *counted) says(t *testing.T, all ...string) {
	t.Helper()
	reads(t, c.Page, all...)
}

// reads fails unless the page reads all of these.
func reads(t *testing.T, p *browsertest.Page, all ...string) {
	t.Helper()
	text := p.Text("main")
	for _, want := range all {
		if !strings.Contains(text, want) {
			t.Errorf("%s does not say %q:\n%s", p.URL(), want, text)
		}
	}
}

// mailedTo lets the queue send what waits and gives the address, on this site,
// to which the last mail to somebody leads.
func (h *loopback) mailedTo(t *testing.T, name string) string {
	t.Helper()
	h.Must(h.App.DeliverMail(t.Context(), apptest.System(h.Org.ID)))
	mails := h.Mail.Messages()
	for i := len(mails) - 1; i >= 0; i-- {
		if path, ours := strings.CutPrefix(mails[i].Link, h.Config.BaseURL); ours && strings.HasPrefix(mails[i].To.Reveal(), name+"@") {
			return h.URL + path
		}
	}
	t.Fatalf("no mail to %s", name)
	return ""
}

// shortReport makes the shortest report of a kind, from the page where one begins, and
// leaves its reporter on the receipt.
func shortReport(p *browsertest.Page, h *loopback, kind, channel, account string) {
	p.Open(h.URL + "/")
	p.ClickAndLoad("main a[href='/meldingen/nieuw']")
	p.Click("input[name=kinds][value=" + kind + "]")
	fill(p, "#veld-account", account)
	p.Click("#veld-when")
	p.Click("#veld-channel")
	p.Type(channel)
	p.Click("#veld-help-nee")
	p.ClickAndLoad("main button[type=submit]:not([name])")
}

// mostActs is what a tired manager may need at most, from the mail to the
// reaction that is given.
const mostActs = 8

func TestJourney_LightIncident(t *testing.T) {
	eachWay(t, func(t *testing.T, h *loopback, o browsertest.Options) {
		rosa := h.visit(t, "rosa", o)
		shortReport(rosa, h, "V", "Balie", "Hij schold me uit: 'stomme trut'.")
		mine := strings.TrimSuffix(rosa.URL(), "/ontvangst")
		h.Clock.Advance(20 * time.Minute)
		mila := &counted{Page: h.visit(t, "mila", o)}
		mila.open(h.mailedTo(t, "mila"))
		casefile := mila.URL()
		reactToLight(t, mila)
		t.Logf("from mail to reaction: %d acts (%d clicks, %d texts), %d pages, %v", mila.acts(), mila.clicks, mila.typed, mila.loads, time.Since(mila.since).Round(time.Millisecond))
		if mila.acts() > mostActs || mila.loads > 3 {
			t.Errorf("a reaction to a light incident takes %d acts on %d pages, want at most %d on 3", mila.acts(), mila.loads, mostActs)
		}
		rosa.Open(h.mailedTo(t, "rosa"))
		if rosa.URL() != mine {
			t.Errorf("the mail leads to %s, want %s", rosa.URL(), mine)
		}
		reads(t, rosa, "Mila van Dijk heeft beslist over een reactie naar de ander", "Direct aanspreken, gesprek beëindigen.")
		if strings.Contains(rosa.Text("main"), "excuses") {
			t.Error("the reporter reads the reason, which is not hers")
		}
		wrapUpLight(t, mila)
		t.Logf("from mail to closed: %d acts (%d clicks, %d texts), %d pages, %v", mila.acts(), mila.clicks, mila.typed, mila.loads, time.Since(mila.since).Round(time.Millisecond))
		rosa.Open(h.mailedTo(t, "rosa"))
		reads(t, rosa, "Mila van Dijk heeft de zaak afgerond", "Fijn dat je het meldde.", "Ik heb met hem gesproken.")
		v, err := h.App.CaseByNumber(t.Context(), h.Actor("mila"), casefile[strings.LastIndex(casefile, "/")+1:])
		h.Must(err)
		if v.Case.State != vpt.CaseClosed || len(v.Measures) != 1 || v.Measures[0].Kind.Code != "M0" || v.Case.Clock(vpt.ClockReaction).Met.After(h.Clock.Now()) {
			t.Errorf("the case is %s with measures %+v", v.Case.State, v.Measures)
		}
	})
}

// reactToLight goes from the case to its assessment with the reaction.
func reactToLight(t *testing.T, mila *counted) {
	mila.says(t, "stomme trut", "Reactie aan de veroorzaker vóór morgen 10:00")
	accessible(t, mila.Page)
	mila.to("main .rd-next a")
	mila.says(t, "stomme trut") // what she must judge stands where she judges it
	if mila.Visible("#veld-react") || mila.Visible("#veld-why") {
		t.Error("asked for what no answer needs yet")
	}
	mila.press("#veld-verdict", "#veld-class", "#veld-privateRisk", "#veld-react-M0")
	mila.write("#veld-reactWhy", "Hij bood excuses aan.")
	accessible(t, mila.Page)
	mila.send()
	mila.says(t, "De beoordeling en de reactie zijn bewaard", "Direct aanspreken, gesprek beëindigen", "Klaar · op tijd, vandaag 10:20")
}

// wrapUpLight does what a light case still owes, by the one next step each
// time, and closes it.
func wrapUpLight(t *testing.T, mila *counted) {
	mila.to("main .rd-next a")
	mila.press("#veld-kind-niet-gedaan")
	mila.write("#veld-note", "Rosa wil het niet.")
	accessible(t, mila.Page)
	mila.send()
	mila.to("main .rd-next a") // the talk that she just had
	mila.to(".utrecht-alert a")
	accessible(t, mila.Page)
	mila.send()
	mila.to("main .rd-next a")
	mila.write("#veld-text", "Ik heb met hem gesproken.")
	accessible(t, mila.Page)
	mila.send()
	mila.to("main .rd-next a[href$='/sluiten']") // the rest is not needed: it is light
	mila.says(t, "Niemand wil nog een gesprek", "Er is geen schade")
	mila.write("#veld-message", "Fijn dat je het meldde.")
	mila.press("#veld-notNeeded", "#veld-notNeeded-schade")
	accessible(t, mila.Page)
	mila.send()
	mila.says(t, "Het spoor leren is nog niet klaar.")
	mila.press("#veld-notNeeded-leren")
	mila.send()
	mila.says(t, "De zaak is gesloten", "Niemand wil nog een gesprek", "We hoeven hier niets van te leren")
}
