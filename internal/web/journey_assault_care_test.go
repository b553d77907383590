package web_test

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"rugdekking/internal/browsertest"
	"rugdekking/vpt"
)

// follows clicks the link or button in the item of a section that says what.
func (j *assault) follows(p *browsertest.Page, section, page, what string) {
	j.t.Helper()
	items := "section[aria-labelledby=" + section + "] :is(.rd-cards > li, .rd-definitions__item)"
	n := slices.IndexFunc(p.Texts(items+":has(a.rd-button, dt a)"), func(text string) bool { return strings.Contains(text, what) })
	if n < 0 {
		j.t.Fatalf("%s: no %q in %s: %s", p.URL(), what, section, p.Text("main"))
	}
	p.ClickAndLoad(items + ":nth-child(" + strconv.Itoa(n+1) + " of :has(a.rd-button, dt a)) :is(a.rd-button, dt a)")
	j.look(p, page)
}

// plans plans one talk of the care plan with Pia.
func (j *assault) plans(talk, day, at string) {
	j.t.Helper()
	p := j.mila
	j.follows(p, "gesprekken", "gesprek-plannen", talk)
	fill(p, "#veld-on", day, "#veld-time", at)
	choose(j.t, p, "with", "Pia Ramdin")
	choose(j.t, p, "site", "Stadhuis")
	j.sends(p, "Pia Ramdin")
}

// firstTalks: the plan is there by itself for both who were hit and for the
// witness; Pia is to talk with each of them.
func (j *assault) firstTalks() {
	reads(j.t, j.mila, "Gesprek 1 met Rosa de Wit", "Gesprek 1 met Anna Yılmaz", "Gesprek 1 met Leo Hoekstra")
	j.plans("Gesprek 1 met Rosa", "vandaag", "15:00")
	j.plans("Gesprek 1 met Anna", "morgen", "10:00")
	j.plans("Gesprek 1 met Leo", "morgen", "11:00")
	p := j.pia
	p.Open(j.mailedTo(j.t, "pia"))
	j.look(p, "opvang")
	reads(j.t, p, "Rosa de Wit", "Anna Yılmaz", "Leo Hoekstra", "Vandaag 15:00", "Stadhuis")
	j.knowsNothing(p)
	name, data := p.Download("main a[href$='/gesprek.ics']")
	if name != "gesprek.ics" || !strings.Contains(string(data), "DTSTART") {
		j.t.Errorf("the calendar file %q says %s", name, data)
	}
	for _, hidden := range []string{j.casefile, j.report, "Rosa", "stoel"} {
		if strings.Contains(string(data), hidden) {
			j.t.Errorf("the calendar file says %q:\n%s", hidden, data)
		}
	}
	stranger := j.visit(j.t, "pia", j.options)
	for _, path := range []string{"/zaken/" + j.casefile, "/meldingen/" + j.report} {
		if status := stranger.Open(j.URL + path); status != http.StatusNotFound {
			j.t.Errorf("the peer supporter gets %d at %s", status, path)
		}
	}
}

// knowsNothing fails when a page of the peer supporter tells of the case.
func (j *assault) knowsNothing(p *browsertest.Page) {
	j.t.Helper()
	text := p.Text("body")
	for _, hidden := range []string{j.casefile, j.report, "stoel", "klap", "geweld", "Politie", "Getuige"} {
		if strings.Contains(text, hidden) {
			j.t.Errorf("the peer supporter reads %q:\n%s", hidden, text)
		}
	}
}

// declined: somebody who does not want a talk says so on her own page.
func (j *assault) declined(p *browsertest.Page, name string) {
	p.Open(j.mailedTo(j.t, name))
	j.look(p, "mijn-meldingen")
	p.ClickAndLoad("main form[action$='/afzien'] button")
	reads(j.t, p, "Dit gesprek gaat niet door")
}

// holds: Pia says of a talk with somebody whether it took place.
func (j *assault) holds(who, how, day string) {
	p := j.pia
	p.Open(j.URL + "/")
	p.ClickAndLoad("a[href='/opvang']")
	j.follows(p, "komend", "opvang-vastleggen", who)
	j.knowsNothing(p)
	p.Click("#veld-state" + how)
	if day != "vandaag" { // which stands there
		p.Click("#veld-on")
		p.Press(slices.Repeat([]browsertest.Key{browsertest.Backspace}, len("vandaag"))...)
		p.Type(day)
	}
	j.sends(p, "Geweest")
}

// followUps: from the first talks that were held follow a second, a third and
// the question whether more help is needed.
func (j *assault) followUps() {
	j.on("2026-11-18 16:00")
	j.declined(j.visit(j.t, "leo", j.options), "leo")
	j.holds("Rosa de Wit", "", "gisteren")
	j.holds("Anna", "", "vandaag")
	p := j.mila
	p.ClickAndLoad("a[href='/taken']")
	j.look(p, "taken")
	reads(j.t, p, "Plan een gesprek met Rosa de Wit", "Vraag Anna Yılmaz of er meer hulp nodig is")
	j.fromWorklist()
	reads(j.t, p, "Gesprek 2 met Rosa", "Gesprek 3 met Anna", "Verwijscheck bij Rosa")
	j.plans("Gesprek 2 met Rosa", "1 december", "10:00")
	j.plans("Gesprek 2 met Anna", "1 december", "11:00")
	j.on("2026-12-01 15:00")
	j.holds("Rosa de Wit", "", "vandaag")
	j.holds("Anna", "-afgezien", "vandaag")
}

// afterSixWeeks: the third talks, and the one question of the referral check,
// which Mila comes to by her tasks.
func (j *assault) afterSixWeeks() {
	j.on("2027-01-04 09:00")
	p := j.mila
	j.fromWorklist()
	j.plans("Gesprek 3 met Rosa", "vandaag", "15:00")
	j.plans("Gesprek 3 met Anna", "vandaag", "16:00")
	j.declined(j.rosa, "rosa")
	j.on("2027-01-04 17:00")
	j.holds("Anna", "", "vandaag")
	for i, who := range []string{"Rosa de Wit", "Anna Yılmaz"} {
		p.ClickAndLoad("a[href='/taken']")
		j.follows(p, "later", "verwijscheck", "Vraag "+who+" of er meer hulp nodig is")
		reads(j.t, p, "Verwijscheck bij "+who)
		p.Click([]string{"#veld-referred", "#veld-referred-nee"}[i])
		j.sends(p, "Verwezen "+[]string{"Ja", "Nee"}[i])
	}
	p.ClickAndLoad("a[href='/taken']")
	if text := p.Text("main"); strings.Contains(text, "meer hulp nodig") {
		j.t.Errorf("both were asked, and it is still to be done: %s", text)
	}
	j.fromWorklist()
	j.look(p, "zaak-na-zes-weken")
	j.keptOfTheTalks()
}

// keptOfTheTalks: of nine talks and checks only whether they were held, when and
// by whom.
func (j *assault) keptOfTheTalks() {
	v, err := j.App.CaseByNumber(j.t.Context(), j.Actor("mila"), j.casefile)
	j.Must(err)
	held := map[vpt.TalkState]int{}
	for _, talk := range v.Talks {
		held[talk.State]++
	}
	if len(v.Talks) != 9 || held[vpt.TalkHeld] != 6 || held[vpt.TalkDeclined] != 3 {
		j.t.Errorf("%d talks: %v", len(v.Talks), held)
	}
	if sum := vpt.TotalDamage(v.Damage); sum.Received != 47995 || sum.Awarded != 47995 || v.Case.Track(vpt.TrackDamage).State != vpt.TrackDone {
		j.t.Errorf("damage %+v, track %s", sum, v.Case.Track(vpt.TrackDamage).State)
	}
}
