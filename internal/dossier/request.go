package dossier

import (
	"strings"

	"rugdekking/internal/document"
	"rugdekking/vpt"
)

// What is asked of police and prosecutor.

func (w *writer) police() {
	w.heading("Wat al bij de politie ligt")
	any := false
	for _, r := range w.d.Police {
		if r.Kind != vpt.PoliceNotice && r.Kind != vpt.PoliceComplaint {
			continue
		}
		any = true
		w.add(facts(
			[2]string{w.t.Label(r.Kind), day(r.DoneOn)},
			[2]string{"Nummer van de politie", w.say(r.Reference)},
			[2]string{"Gedaan door", lowered(w.t.Label(r.FiledBy), r.FiledBy != "")},
			[2]string{"Bijzondere volmacht", attorney(r)},
		))
	}
	if !any {
		w.text("Er is nog geen melding of aangifte vastgelegd. Een volmacht is er daarom nog niet.")
	}
}

func lowered(label string, given bool) string {
	if !given {
		return ""
	}
	return strings.ToLower(label)
}

// attorney says whether somebody may file for the victim (163 Sv).
func attorney(r vpt.PoliceRecord) string {
	switch {
	case r.Attorney == vpt.AnswerYes && r.AttorneyOn != "":
		return "ja, van " + day(r.AttorneyOn) + ""
	case r.Attorney == vpt.AnswerYes:
		return "ja"
	case r.Attorney == vpt.AnswerNo:
		return "nee"
	}
	return "niet vastgelegd"
}

func (w *writer) wishes() {
	w.heading("Wensen van wie het overkwam")
	asked := func(a vpt.Answer) string {
		if a == "" {
			return "nog niet gevraagd"
		}
		return strings.ToLower(w.t.Label(a))
	}
	w.add(document.Facts{Rows: [][2]string{
		{"Wil horen hoe het verder gaat", asked(w.d.Wishes.Informed)},
		{"Wil de schade in de strafzaak vragen (voegen)", asked(w.d.Wishes.Joined)},
		{"Wil een slachtoffergesprek met de officier", asked(w.d.Wishes.Talk)},
	}})
}

// domicile says how people stand in the criminal file, and asks for the
// agreements on violence against public servants.
func (w *writer) domicile() {
	w.heading("Woonplaatskeuze en VPT")
	switch w.d.Mode {
	case vpt.IdentityDomicile:
		w.text("Wie in dit dossier staat namens de organisatie, kiest domicilie op het adres van de werkgever. Neem geen privéadressen op.")
		w.address()
	case vpt.IdentityNumber:
		w.text("Wij vragen de aangifte onder nummer op te nemen. In dit dossier heet iedereen van de organisatie ‘medewerker’ met een nummer. In de teksten staat dat tussen [haken]. De namen staan op een apart identiteitsblad met nummering %s. Houd dat blad buiten het dossier dat de verdachte leest.", checkCode(w.d.People))
		w.text("Wie in dit dossier staat namens de organisatie, kiest domicilie op het adres van de werkgever. Neem geen privéadressen op.")
		w.address()
	default:
		w.text("Dit dossier noemt namen, geen privéadressen. Wijs de betrokkenen op de mogelijkheid om domicilie te kiezen op het adres van de werkgever.")
	}
	w.add(document.Paragraph{Spans: []document.Span{{Text: Plea, Bold: true}}})
	w.text("Dat betekent dat wij vragen om: de aangifte altijd op te nemen, direct op te volgen en te onderzoeken, het slachtoffer centraal te stellen, de schade te verhalen op wie het deed en een zwaardere eis te stellen.")
}

func (w *writer) address() {
	w.add(facts([2]string{"Adres", joined(", ", append([]string{w.d.Organisation}, w.d.Stationery.Lines...)...)}))
}
