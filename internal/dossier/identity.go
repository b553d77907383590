package dossier

import (
	"rugdekking/internal/document"
	"rugdekking/vpt"
)

// Identity writes the sheet that says who is who in a dossier under a number.
// It goes to the police apart from the dossier, and never into an archive with
// it.
func Identity(d vpt.Dossier) document.Document {
	d.Mode = vpt.IdentityNumber
	w := newWriter(d)
	w.write()
	replaced := w.hide.replaced()
	w.blocks = nil
	w.add(
		document.Heading{Level: 1, Text: "Identiteitsblad bij politiedossier " + d.Number},
		document.Paragraph{Spans: []document.Span{{Text: "Alleen voor politie en Openbaar Ministerie. Voeg dit blad niet bij het dossier dat de verdachte leest.", Bold: true}}},
		facts([2]string{"Zaaknummer", d.Number}, [2]string{"Organisatie", d.Organisation}, [2]string{"Nummering", checkCode(d.People)}, [2]string{"Datum", day(vpt.DateOf(d.Made, d.Zone))}),
		document.Heading{Level: 2, Text: "Wie is wie"},
	)
	w.people()
	w.add(document.Heading{Level: 2, Text: "Wat in de teksten is vervangen"})
	if len(replaced) == 0 {
		w.text("In de teksten stonden geen namen.")
	} else {
		w.text("In de verklaringen staat op deze plaatsen een nummer in plaats van wat iemand schreef.")
		w.add(replacedTable(replaced))
	}
	return w.document("Identiteitsblad " + d.Number)
}

// people writes who is who.
func (w *writer) people() {
	row := func(label string, p vpt.DossierPerson) {
		w.add(document.Heading{Level: 3, Text: label}, facts(
			[2]string{"Naam", p.Name.Reveal()}, [2]string{"Functie", p.Function.Reveal()}, [2]string{"E-mail van het werk", p.Email.Reveal()}, [2]string{"Personeelsnummer", p.StaffNo.Reveal()},
		))
	}
	for i, p := range numbered(w.d.People) {
		row(numberLabel(i+1), p)
	}
	if w.names[w.d.Contact.ID] == contactLabel {
		row(contactLabel, w.d.Contact)
	}
}

func replacedTable(replaced []vpt.DossierReplaced) document.Table {
	table := document.Table{Caption: "Vervangen woorden", Head: []string{"Er stond", "Er staat nu", "Hoe vaak"}, Widths: []int{4, 4, 2}, RowHead: true}
	for _, r := range replaced {
		table.Rows = append(table.Rows, []string{r.Word.Reveal(), r.By, count(r.Count)})
	}
	return table
}
