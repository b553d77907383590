package web_test

import (
	"strings"

	"rugdekking/internal/browsertest"
	"rugdekking/vpt"
)

// atTheDoor: on the first day Sven finds him as he types, and reads what he
// needs at a door and no more.
func (j *banJourney) atTheDoor() {
	j.on("2026-11-25 09:10")
	p := j.visit(j.t, "sven", j.options)
	j.sven = p
	p.Open(j.URL + "/")
	p.ClickAndLoad(".rd-nav a[href='/deur']")
	j.seen(p, "door", "Jan Jansen", "Pandverbod", "tot en met 24 februari 2027", "Zeg dat hij niet naar binnen mag.", "Voor een paspoort maken wij een afspraak.", "Mila van Dijk")
	for _, secret := range []string{"Rosa", "ik weet waar", "Dorpsstraat", j.number, "uitkering"} {
		if strings.Contains(p.Text("main"), secret) {
			j.t.Errorf("the door tells %q", secret)
		}
	}
	p.Click("#veld-zoek")
	p.Type("pie")
	reads(j.t, p, "Niemand gevonden. Deze persoon mag gewoon naar binnen.")
	if p.Visible("[data-door-entry]") {
		j.t.Error("searching for somebody else shows him")
	}
	p.Press(browsertest.Backspace, browsertest.Backspace, browsertest.Backspace)
	p.Type("jans")
	if !p.Visible("[data-door-entry]") {
		j.t.Error("typing his name does not show him")
	}
	reads(j.t, p, "1 maatregel te zien")
}

// comesAllTheSame: he is in the hall; Sven reports it from what he reads.
func (j *banJourney) comesAllTheSame() {
	p := j.sven
	p.ClickAndLoad("[data-door-entry] a[href^='/meldingen/nieuw']")
	j.seen(p, "report-breach", "Deze melding gaat over iemand die zich niet houdt aan een maatregel.", "Kies bij de eerste vraag alleen wat er verder nog gebeurde.")
	fill(p, "#veld-account", "Jan Jansen stond om 9 uur in de hal. Ik vroeg hem te gaan. Hij ging na vijf minuten.")
	p.Click("#veld-when")
	choose(j.t, p, "channel", "Balie")
	p.Click("#veld-help-nee")
	p.ClickAndLoad("main button[type=submit]:not([name])")
	reads(j.t, p, "Dank je, we hebben het.")
	j.later = j.CaseOf(strings.Split(path(p), "/")[2])
}

// breachIsKnown: Mila is told, sees on the ban what happened, and the new case
// leads back to the ban. She assesses it.
func (j *banJourney) breachIsKnown() {
	p := j.mila
	p.Open(j.mailedTo(j.t, "mila"))
	j.seen(p, "breach", "Pandverbod", "Geldt nu", "De ander hield zich er niet aan", j.later)
	if path(p) != j.measure {
		j.t.Errorf("the mail of the breach leads to %s", p.URL())
	}
	p = j.visit(j.t, "cora", j.options)
	p.Open(j.mailedTo(j.t, "cora"))
	j.seen(p, "later-case", "Een verbod overtreden", "De ander hield zich niet aan een maatregel in zaak "+j.number, "Jan Jansen stond om 9 uur in de hal.")
}

// lift: on the day of the review her tasks bring Mila to the ban. It is not
// needed any more; he gets a letter that says so.
func (j *banJourney) lift() {
	j.on("2027-01-08 09:00")
	p := j.mila
	p.Open(j.URL + "/taken")
	reads(j.t, p, "Maatregel opnieuw bekijken")
	p.ClickAndLoad("main a[href='" + j.measure + "']")
	p.ClickAndLoad("main a[href$='/herbeoordelen']")
	j.seen(p, "review", "Is de maatregel nog nodig?")
	p.Click("#veld-outcome-opheffen")
	fill(p, "#veld-why", "Hij bood excuses aan en houdt zich aan de afspraken.")
	j.sends(p, "De uitkomst staat vast.", "Opgeheven", "Opheffing")
	j.again(p, "lifted", "Hij bood excuses aan en houdt zich aan de afspraken.")
	p.ClickAndLoad(".utrecht-button--primary-action[href*='/brieven/']")
	if strings.HasSuffix(path(p), "/schrijven") {
		j.finish(p)
	}
	j.made(p)
	reads(j.t, p, "Jan Jansen", "het pandverbod", "8 januari 2027")
	j.delivered(p, "#veld-way", "In de brievenbus gedaan door de bode.")
}

// doorIsOpen: the next day nobody finds him at the door.
func (j *banJourney) doorIsOpen() {
	j.on("2027-01-09 09:00")
	p := j.sven
	p.Open(j.URL + "/")
	p.ClickAndLoad(".rd-nav a[href='/deur']")
	fill(p, "#veld-zoek", "jans")
	reads(j.t, p, "Niemand gevonden")
	if strings.Contains(p.Text("main"), "Jan Jansen") {
		j.t.Error("the ban is lifted, and the door still names him")
	}
}

// caseKnows: what was done stays with the case, on its page and at the door.
func (j *banJourney) caseKnows() {
	p := j.mila
	p.Open(j.URL + "/")
	p.ClickAndLoad("main a[href='/werkvoorraad']")
	p.ClickAndLoad(".rd-card a[href='" + j.casePath() + "']")
	j.again(p, "case-after", "Pandverbod", "Opgeheven", "Hij bood excuses aan en houdt zich aan de afspraken.", "Zaak "+j.later+" gaat over dezelfde persoon")
	v, err := j.App.CaseByNumber(j.t.Context(), j.Actor("mila"), j.number)
	j.Must(err)
	if len(v.Measures) != 1 || len(v.Hearings) != 1 || len(v.Letters) != 3 || len(v.Links) != 1 {
		j.t.Fatalf("%d measures, %d talks, %d letters, %d links", len(v.Measures), len(v.Hearings), len(v.Letters), len(v.Links))
	}
	m, l := v.Measures[0], v.Links[0]
	if m.State != vpt.MeasureLifted || m.LiftedOn != "2027-01-08" || m.PreparedBy != j.People["mila"] || m.DecidedBy != j.People["cora"] || m.EndsOn != "2027-02-24" {
		j.t.Errorf("the ban is %s, lifted on %s, decided by %s", m.State, m.LiftedOn, m.DecidedBy)
	}
	if v.Hearings[0].State != vpt.HearingHeld || v.Hearings[0].HeldOn != "2026-11-24" {
		j.t.Errorf("the talk is %+v", v.Hearings[0])
	}
	if l.Kind != vpt.LinkBreach || l.Earlier || l.Number != j.later || l.Measure != m.ID {
		j.t.Errorf("the link is %+v", l)
	}
	for _, letter := range v.Letters {
		if letter.State != vpt.LetterFrozen || len(letter.Deliveries) != 1 {
			j.t.Errorf("letter %s is %s and left %d times", letter.Template, letter.State, len(letter.Deliveries))
		}
	}
	for _, d := range v.Duties {
		if d.DoneAt.IsZero() && (d.Kind == vpt.DutyReview || d.Kind == vpt.DutyDeliver || d.Kind == vpt.DutyHear || d.Kind == vpt.DutySecond) {
			j.t.Errorf("%s is still owed", d.Kind)
		}
	}
}
