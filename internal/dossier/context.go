package dossier

import (
	"strings"

	"rugdekking/internal/document"
	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// What stands around the incident: who did it, what went before, and which
// rules and measures that person knew.

func (w *writer) instigator() {
	w.heading("Over wie het deed")
	if len(w.d.Instigators) == 0 {
		w.text("Er is niets over deze persoon vastgelegd.")
	}
	for _, i := range w.d.Instigators {
		w.add(facts(
			[2]string{"Bekend bij de organisatie", w.t.Label(i.Kind)},
			[2]string{"Relatie", w.d.Relations.Label(i.Relation.Code, "nl")},
			[2]string{"Naam", i.Name.Reveal()},
			[2]string{"Geboren op", i.BornOn.Reveal()},
			[2]string{"Adres", i.Address.Reveal()},
			[2]string{"Beschrijving", w.say(i.Description)},
		))
	}
}

func (w *writer) earlier() {
	w.heading("Eerdere incidenten met dezelfde persoon")
	if len(w.d.Earlier) == 0 {
		w.text("Er zijn geen eerdere incidenten gekoppeld.")
		return
	}
	list := document.List{}
	for _, e := range w.d.Earlier {
		list.Items = append(list.Items, document.Text(joined(": ", day(e.On), strings.Join(e.Kinds, "; "))))
	}
	w.add(list)
}

func (w *writer) rules() {
	w.heading("Huisregels")
	h := w.d.HouseRules
	if h.ID == "" {
		w.text("Op de dag van het incident golden hier geen vastgelegde huisregels.")
		return
	}
	shown := "Niet vastgelegd dat bezoekers deze regels konden lezen."
	if h.Shown(w.d.OccurredOn) {
		shown = "Bezoekers konden deze regels lezen sinds " + day(h.ShownOn) + "."
	}
	w.text("Deze huisregels golden sinds %s. %s", day(h.FromOn), shown)
	w.add(facts([2]string{"Waar te lezen", h.Where}, [2]string{"Bewijs daarvan", w.say(h.Proof)}), document.Quote{Text: h.Text})
}

func (w *writer) bans() {
	w.heading("Maatregelen die golden of gelden")
	if len(w.d.Bans) == 0 {
		w.text("Er gold geen pandverbod of andere beperking.")
	}
	for _, b := range w.d.Bans {
		letter := "geen brief vastgelegd"
		if b.Letter != "" {
			letter = joined(", ", b.Letter, attached(LetterName(w.d, b)))
		}
		lifted := ""
		if b.Lifted != "" {
			lifted = day(b.Lifted)
		}
		rows := [][2]string{
			{"Maatregel", b.Kind}, {"Geldt", "van " + day(b.StartsOn) + " tot en met " + day(b.EndsOn)}, {"Opgeheven op", lifted}, {"Waar", where(b)}, {"Brief", letter},
		}
		for _, d := range b.Deliveries {
			rows = append(rows, [2]string{"Bezorgd", w.delivered(d)})
		}
		if b.Letter != "" && len(b.Deliveries) == 0 {
			rows = append(rows, [2]string{"Bezorgd", "niet vastgelegd"})
		}
		w.add(facts(rows...))
	}
}

func attached(name string) string {
	if name == "" {
		return "op te vragen bij de organisatie"
	}
	return "bijlage " + name
}

func where(b vpt.DossierBan) string {
	if b.Everywhere {
		return "alle gebouwen van de organisatie"
	}
	return strings.Join(b.Sites, "; ")
}

// delivered says how a letter left and what proves that it came.
func (w *writer) delivered(d vpt.Delivery) string {
	out := strings.ToLower(w.t.Label(d.Way))
	if d.SentOn != "" {
		out += ", " + day(d.SentOn)
	}
	if !d.OpenedAt.IsZero() {
		out += ", geopend op " + nl.Moment(d.OpenedAt, w.d.Zone, "nl")
	}
	if !d.Proof.IsZero() {
		out += ". Bewijs: " + w.say(d.Proof)
	}
	return out
}

func (w *writer) offences() {
	w.heading("Mogelijk strafbare feiten (indicatie)")
	if len(w.d.Grounds) == 0 {
		w.text("De soorten die zijn vastgelegd, wijzen niet op een bepaald artikel.")
	} else {
		list := document.List{}
		for _, g := range w.d.Grounds {
			list.Items = append(list.Items, document.Text(w.t.Label(g.Offence)+": "+article(g)+" Wetboek van Strafrecht"))
		}
		w.add(list)
		w.text("Dit is een hulp bij het zoeken, geen oordeel. De officier van justitie beslist.")
	}
	if w.d.ComplaintBy != "" {
		w.text("Voor een van deze feiten is een klacht nodig van wie het overkwam, uiterlijk op %s.", day(w.d.ComplaintBy))
	}
}

func article(g vpt.Ground) string {
	if g.Articles != "" && g.Articles[0] >= '0' && g.Articles[0] <= '9' {
		return "artikel " + g.Articles
	}
	return g.Articles
}
