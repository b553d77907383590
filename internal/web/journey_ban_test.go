package web_test

import (
	"context"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/browsertest"
)

// banJourney is a threat at the desk, all the way to a ban that is lifted.
type banJourney struct {
	*loopback
	t       *testing.T
	options browsertest.Options
	mila    *browsertest.Page
	sven    *browsertest.Page
	number  string // of the case
	measure string // address of the ban
	later   string // number of the case of him who came all the same
	shots   int
}

// TestJourney_Ban: a threat at the desk, a hearing, a premises ban of three
// months with its letter, the door, somebody who comes all the same, and the
// day on which it is no longer needed.
func TestJourney_Ban(t *testing.T) {
	eachWay(t, func(t *testing.T, h *loopback, o browsertest.Options) {
		h.Must(h.Runtime.Start(context.Background()))
		j := &banJourney{loopback: h, t: t, options: o}
		j.stationery()
		j.threat()
		j.assess()
		j.begin()
		j.invite()
		j.hear()
		j.complete()
		j.agree()
		j.banLetter()
		j.atTheDoor()
		j.comesAllTheSame()
		j.breachIsKnown()
		j.lift()
		j.doorIsOpen()
		j.caseKnows()
	})
}

// on moves the clock to a moment in the zone of the organisation.
func (j *banJourney) on(moment string) {
	at, err := time.ParseInLocation("2006-01-02 15:04", moment, j.Org.Settings.Location())
	j.Must(err)
	j.Clock.Set(at.UTC())
}

// seen checks a page of the journey that is new.
func (j *banJourney) seen(p *browsertest.Page, name string, says ...string) {
	j.t.Helper()
	j.again(p, name, says...)
	accessible(j.t, p)
}

// again reads a page of the journey that was checked before.
func (j *banJourney) again(p *browsertest.Page, name string, says ...string) {
	j.t.Helper()
	if dir := os.Getenv("BAN_SHOTS"); dir != "" {
		p.Screenshot(dir + "/" + string('a'+rune(j.shots)) + "-" + name + "-" + j.DB.URL[:6] + ".png")
		j.shots++
	}
	reads(j.t, p, says...)
}

// sends sends the form of a page, which must be right.
func (j *banJourney) sends(p *browsertest.Page, says ...string) {
	j.t.Helper()
	p.ClickAndLoad("main form button[type=submit]")
	if p.Count("#fouten") != 0 {
		j.t.Fatalf("%s: %s", p.URL(), p.Text("#fouten"))
	}
	reads(j.t, p, says...)
}

// path is where a page is, without the host.
func path(p *browsertest.Page) string {
	u, _ := url.Parse(p.URL())
	return u.Path
}

func (j *banJourney) casePath() string { return "/zaken/" + j.number }

// threat: Rosa reports at once what was shouted at her desk.
func (j *banJourney) threat() {
	p := j.visit(j.t, "rosa", j.options)
	shortReport(p, j.loopback, "B", "Balie", "Jan Jansen riep: ik weet waar je woont, ik wacht je op.")
	reads(j.t, p, "Dank je, we hebben het.")
	j.number = j.CaseOf(strings.Split(path(p), "/")[2])
}

// assess: Mila finds it in her worklist, judges it and records who it was.
func (j *banJourney) assess() {
	j.mila = j.visit(j.t, "mila", j.options)
	p := j.mila
	p.Open(j.URL + "/")
	p.ClickAndLoad("main a[href='/werkvoorraad']")
	p.ClickAndLoad(".rd-card a[href='" + j.casePath() + "/beoordelen']")
	p.Click("#veld-verdict")
	p.Click("#veld-class-3")
	p.Click("#veld-privateRisk")
	j.sends(p)
	p.ClickAndLoad("main a[href='" + j.casePath() + "/veroorzaker']")
	p.Click("#veld-kind")
	choose(j.t, p, "relation", "Inwoner")
	fill(p, "#veld-name", "Jan Jansen", "#veld-address", "Dorpsstraat 1, 1234 AB Toetsdam", "#veld-postponed", "Hij leest het in de uitnodiging.")
	j.seen(p, "instigator")
	j.sends(p)
	j.seen(p, "case", "Jan Jansen", "Dorpsstraat 1, 1234 AB Toetsdam")
}

// begin: she begins a ban from the one next step, and reads what it takes.
func (j *banJourney) begin() {
	p := j.mila
	p.ClickAndLoad(".rd-next a")
	j.seen(p, "measures", "Jullie protocol, keer 1 in klasse 3:")
	choose(j.t, p, "kind", "Pandverbod")
	fill(p, "#veld-reason", "Onze collega durft niet meer alleen aan de balie.", "#veld-startsOn", "25 november 2026", "#veld-endsOn", "24 februari 2027")
	j.sends(p, "Beslissen kan pas als alles er staat.")
	fill(p, "#veld-facts-0-on", "vandaag", "#veld-facts-0-text", "Hij riep: ‘ik weet waar je woont, ik wacht je op.’")
	choose(j.t, p, "contact", "Mila")
	j.seen(p, "prepare")
	j.sends(p, "De maatregel is bewaard.", "Dit is nog nodig", "De ander is nog niet gehoord.", "Schrijf op waarom de maatregel zo lang duurt.")
	j.measure = path(p)
	j.seen(p, "owed")
	p.ClickAndLoad("main a[href='" + j.casePath() + "']")
	p.ClickAndLoad(".rd-next a") // who comes back by the case finds what she began
	reads(j.t, p, "Pandverbod: in voorbereiding")
	p.ClickAndLoad(".utrecht-alert a[href='" + j.measure + "']")
}
