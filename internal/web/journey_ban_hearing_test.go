package web_test

import "strings"

// invite: he may tell how it went, before there is a measure. The letter with
// the invitation is finished, and the day on which he got it is kept.
func (j *banJourney) invite() {
	p := j.mila
	p.ClickAndLoad(".rd-owed a[href$='/horen']")
	fill(p, "#veld-on", "24 november", "#veld-time", "10:00", "#veld-place", "Stadhuis, kamer 4")
	j.seen(p, "hear")
	j.sends(p, "De uitnodiging staat vast. Maak de brief hieronder af en bezorg hem.", "Uitnodiging voor een gesprek", "Concept")
	j.seen(p, "letters")
	p.ClickAndLoad(".rd-card a")
	reads(j.t, p, "Dit mist de brief nog", "Met wie het gesprek is")
	fill(p, "#veld-gesprek_met", "Mila van Dijk en Cora Jansen")
	j.seen(p, "invitation")
	j.finish(p)
	reads(j.t, p, "Uitnodiging voor een gesprek", "Jan Jansen", "ik weet waar je woont", "24 november 2026", "Mila van Dijk en Cora Jansen")
	j.delivered(p, "#veld-way", "In de brievenbus gedaan door de bode.")
	p.ClickAndLoad("nav a[href='" + j.casePath() + "']")
}

// hear: on the day itself her tasks bring her to the record of the talk, and
// that to the ban, which owes one thing less.
func (j *banJourney) hear() {
	j.on("2026-11-24 10:40")
	p := j.mila
	p.Open(j.URL + "/")
	p.ClickAndLoad("main a[href='/taken']")
	j.seen(p, "tasks", "Te laat", "De ander horen")
	p.ClickAndLoad("main a[href^='" + j.casePath() + "/horen/']")
	p.Click("#veld-state")
	fill(p, "#veld-account", "‘Ik was boos om mijn uitkering. Ik wilde haar niet bang maken.’", "#veld-present", "Jan Jansen, Mila van Dijk en Cora Jansen")
	j.seen(p, "heard", "in zijn of haar eigen woorden")
	j.sends(p, "Het gesprek staat vast.", "Dit is nog nodig", "Ik wilde haar niet bang maken.")
	if path(p) != j.measure {
		j.t.Errorf("after the talk we are at %s, not at the ban that waits for it", path(p))
	}
	if text := p.Text(".rd-owed"); strings.Contains(text, "gehoord") || strings.Contains(text, "uitgenodigd") {
		j.t.Errorf("he was heard, and still it says %s", text)
	}
}

// complete: she follows each thing that is still owed to the field where it is
// arranged, until there is nothing owed.
func (j *banJourney) complete() {
	p := j.mila
	answers := map[string][]string{
		"lighter": {
			"#veld-lighter", "Een zware waarschuwing: dan blijven onze collega’s hem tegenkomen.", "#veld-reviewOn", "8 januari 2027",
			"#veld-durationWhy", "Bedreiging thuis; drie maanden staat in ons protocol.",
		},
		"everywhere": {"#veld-howToAct", "Zeg dat hij niet naar binnen mag. Gaat hij niet weg, bel dan 112."},
		"reachable":  {"#veld-reachable", "Bel 14 012. Voor een paspoort maken wij een afspraak. Een klacht sturen kan altijd."},
		"sensitive":  nil, "separate": nil,
	}
	ticks := map[string]string{"everywhere": "#veld-everywhere", "sensitive": "#veld-sensitive", "separate": "#veld-separate"}
	for range 10 {
		if p.Count(".rd-owed a") == 0 {
			break
		}
		to := p.Attribute(".rd-owed a", "href")
		_, field, _ := strings.Cut(to, "#veld-")
		answer, known := answers[field]
		if !known {
			j.t.Fatalf("it owes %q at %s", p.Text(".rd-owed a"), to)
		}
		p.ClickAndLoad(".rd-owed a")
		if tick := ticks[field]; tick != "" {
			p.Click(tick)
		}
		fill(p, answer...)
		j.sends(p, "De maatregel is bewaard.")
	}
	j.again(p, "complete", "Alles is ingevuld. Deze maatregel vraagt een tweede paar ogen: coördinator.", "Te zien sinds 5 januari 2026")
	j.sends(p, "Het staat vast.", "Deze maatregel wacht op: coördinator")
}

// agree: Cora is asked by mail, reads what it rests on and agrees; Mila is told.
func (j *banJourney) agree() {
	p := j.visit(j.t, "cora", j.options)
	p.Open(j.mailedTo(j.t, "cora"))
	j.seen(p, "second", "Kijk jij mee?", "Mila van Dijk bereidde dit voor.", "Een zware waarschuwing: dan blijven onze collega’s hem tegenkomen.", "Ik was boos om mijn uitkering.")
	p.Click("#veld-agree")
	j.sends(p, "Dank je. Je antwoord staat vast.", "Besloten door", "Cora Jansen")
	j.mila.Open(j.mailedTo(j.t, "mila"))
	if path(j.mila) != j.measure {
		j.t.Errorf("the mail brings Mila to %s", j.mila.URL())
	}
	j.again(j.mila, "decided", "Besloten", "24 februari 2027", "8 januari 2027", "Cora Jansen", "Concept")
}
