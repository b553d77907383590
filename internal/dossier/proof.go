package dossier

import (
	"strings"

	"rugdekking/internal/document"
	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// What proves the case: words, files, injury and damage.

func (w *writer) literal() {
	w.heading("Wat de ander letterlijk zei of deed")
	any := false
	for _, s := range w.shown() {
		any = w.lead("Volgens "+w.name(s.By)+":", s.Said(vpt.DetailLiteral)) || any
	}
	if !any {
		w.text("De letterlijke woorden zijn niet apart vastgelegd.")
	}
}

func (w *writer) evidence() {
	w.heading("Bewijs")
	if len(w.d.Evidence) == 0 {
		w.text("Er zijn geen bestanden.")
		return
	}
	lead := "De bestanden liggen bij de organisatie. Zij kunnen op verzoek worden gegeven."
	if w.d.Files {
		lead = "De bestanden gaan mee in de map ‘bijlagen’. Met de controlesom (SHA-256) is na te gaan dat een bestand niet is veranderd."
	}
	w.text("%s", lead)
	table := document.Table{Caption: "Bestanden", Head: []string{"Nr.", "Bestand", "Soort en grootte", "Veiliggesteld door en op", "SHA-256"}, Widths: []int{1, 4, 3, 4, 5}, RowHead: true}
	for i, e := range w.d.Evidence {
		table.Rows = append(table.Rows, []string{
			vpt.AttachmentNumber(i), AttachmentName(w.d, i), joined(", ", w.t.Text("bewijs.soort-"+e.MediaType), nl.Number(e.Size, "nl")+" bytes"),
			w.name(vpt.DossierPersonID(e.By)) + ", " + nl.Moment(e.At, w.d.Zone, "nl"), broken(e.SHA256),
		})
	}
	w.add(table)
}

// broken parts a sum so that it stands in a narrow column and is read aloud in
// parts.
func broken(sum string) string {
	var parts []string
	for len(sum) > 16 {
		parts, sum = append(parts, sum[:16]), sum[16:]
	}
	return strings.Join(append(parts, sum), "\n")
}

func (w *writer) injury() {
	w.heading("Letsel")
	any := false
	for _, s := range w.shown() {
		if said := last(s.Said(vpt.DetailInjury)); !said.IsZero() {
			w.text("Zoals %s het meldde: %s.", w.name(s.By), strings.ToLower(w.say(said)))
			any = true
		}
	}
	if !any {
		w.text("Er is geen letsel gemeld.")
	}
	w.text("Medische gegevens staan niet in dit dossier. Die geeft de betrokkene zelf, met een letselverklaring van een arts.")
}

func (w *writer) damage() {
	w.heading("Schade")
	for _, s := range w.shown() {
		w.lead("Zoals "+w.name(s.By)+" het meldde:", s.Said(vpt.DetailDamage))
	}
	if len(w.d.Damage) == 0 {
		w.text("Er zijn geen bedragen vastgelegd.")
		return
	}
	table := document.Table{Caption: "Schade", Head: []string{"Wat", "Toelichting", "Bedrag", "Bon of factuur"}, Widths: []int{3, 5, 2, 3}, RowHead: true}
	for _, i := range w.d.Damage {
		table.Rows = append(table.Rows, []string{w.t.Label(i.Kind), w.say(i.Description), euro(i.Amount), w.receipt(i.Receipt)})
	}
	table.Rows = append(table.Rows, []string{"Samen", "", euro(w.d.Amount()), ""})
	w.add(table)
}

func (w *writer) receipt(id vpt.EvidenceID) string {
	for i, e := range w.d.Evidence {
		if id != "" && e.ID == id {
			return "bijlage " + vpt.AttachmentNumber(i)
		}
	}
	return "niet bij het dossier"
}

func euro(c vpt.Cents) string { return nl.Euro(int64(c), "nl") }
