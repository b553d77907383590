package dossier

import (
	"fmt"
	"strings"

	"rugdekking/internal/document"
	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// Plea is what stands on top of every dossier. Without the label VPT the
// national agreements do not start to work.
const Plea = "Dit is een VPT-incident. Wij vragen de VPT-code en de Eenduidige Landelijke Afspraken (ELA) toe te passen."

// writer puts one dossier on paper.
type writer struct {
	d      vpt.Dossier
	t      *nl.Texts
	names  map[vpt.DossierPersonID]string
	hide   *replacer // nil: people go by their names
	blocks []document.Block
	part   int
}

func newWriter(d vpt.Dossier) *writer {
	w := &writer{d: d, t: nl.New("nl"), names: Names(d)}
	if d.Mode == vpt.IdentityNumber {
		w.hide = newReplacer(aliases(d))
		w.hide.marked = true
	}
	return w
}

// Police writes the dossier for the police.
func Police(d vpt.Dossier) document.Document {
	w := newWriter(d)
	w.write()
	return w.document("Politiedossier " + d.Number)
}

// Replaced lists the words that stand for people in the texts of a dossier, and
// what each became; nothing when people go by their names.
func Replaced(d vpt.Dossier) []vpt.DossierReplaced {
	w := newWriter(d)
	w.write()
	return w.hide.replaced()
}

func (w *writer) document(title string) document.Document {
	d := w.d
	return document.Document{
		Title: title, Lang: "nl", Author: d.Organisation, Footer: title + " · vertrouwelijk", Date: d.Made,
		Letterhead: document.Letterhead{Name: d.Organisation, Lines: d.Stationery.Lines, Logo: d.Stationery.Logo, LogoAlt: d.Stationery.LogoAlt},
		Blocks:     w.blocks,
	}
}

func (w *writer) write() {
	w.front()
	w.statements()
	w.literal()
	w.evidence()
	w.injury()
	w.damage()
	w.instigator()
	w.earlier()
	w.rules()
	w.bans()
	w.offences()
	w.police()
	w.wishes()
	w.domicile()
}

// say gives what somebody wrote, without the people whom it must not name.
func (w *writer) say(text vpt.Private) string { return w.hide.text(text.Reveal()) }

// name says who somebody is.
func (w *writer) name(id vpt.DossierPersonID) string {
	if name, ok := w.names[id]; ok {
		return name
	}
	return "iemand van wie de naam niet is vastgelegd"
}

func (w *writer) add(b ...document.Block) { w.blocks = append(w.blocks, b...) }

func (w *writer) text(format string, args ...any) { w.add(document.Text(fmt.Sprintf(format, args...))) }

// heading opens the next part.
func (w *writer) heading(title string) {
	w.part++
	w.add(document.Heading{Level: 2, Text: fmt.Sprintf("%d. %s", w.part, title)})
}

// quote writes literally what somebody told; nothing when she told nothing.
func (w *writer) quote(texts ...vpt.Private) {
	for _, text := range texts {
		if said := strings.TrimSpace(w.say(text)); said != "" {
			w.add(document.Quote{Text: "“" + said + "”"})
		}
	}
}

func day(d vpt.Date) string {
	if d == "" {
		return "datum onbekend"
	}
	return nl.Day(string(d), "nl")
}

// facts keeps the rows that say something.
func facts(rows ...[2]string) document.Facts {
	var out document.Facts
	for _, row := range rows {
		if strings.TrimSpace(row[1]) != "" {
			out.Rows = append(out.Rows, row)
		}
	}
	return out
}

// joined puts together what is not empty.
func joined(between string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, between)
}

func (w *writer) front() {
	d := w.d
	w.add(document.Heading{Level: 1, Text: "Politiedossier " + d.Number}, document.Paragraph{Spans: []document.Span{{Text: Plea, Bold: true}}})
	when := day(d.OccurredOn)
	if d.OccurredTime != "" {
		when += ", " + d.OccurredTime + " uur"
	}
	check := ""
	if d.Mode == vpt.IdentityNumber {
		check = checkCode(d.People)
	}
	w.add(facts(
		[2]string{"Zaaknummer", d.Number},
		[2]string{"Organisatie", d.Organisation},
		[2]string{"Contactpersoon", w.contact()},
		[2]string{"Telefoon", d.Stationery.Phone},
		[2]string{"E-mail", d.Stationery.Email},
		[2]string{"Datum van dit dossier", nl.Date(d.Made.In(d.Zone), "nl")},
		[2]string{"Incident", when},
		[2]string{"Waar", w.place(d.Channel, joined(", ", d.Site.Name, d.Site.Address), d.Place)},
		[2]string{"Soort incident", strings.Join(d.Kinds, "; ")},
		[2]string{"Vorm van dit dossier", identityText(d.Mode)},
		[2]string{"Nummering", check},
	))
}

func (w *writer) contact() string {
	name := w.name(w.d.Contact.ID)
	if w.d.Mode == vpt.IdentityNumber {
		if name == contactLabel {
			return "bereikbaar via de organisatie"
		}
		return name
	}
	return joined(", ", name, w.d.Contact.Function.Reveal())
}

func (w *writer) place(channel, site string, place vpt.Private) string {
	return joined(", ", channel, site, w.say(place))
}

func identityText(mode vpt.IdentityMode) string {
	switch mode {
	case vpt.IdentityNumber:
		return "aangifte onder nummer: zonder namen, de namen staan op een apart blad"
	case vpt.IdentityDomicile:
		return "met namen, en het adres van de werkgever"
	}
	return "met namen"
}
