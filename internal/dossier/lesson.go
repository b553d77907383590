package dossier

import (
	"strconv"
	"strings"
	"time"

	"rugdekking/internal/document"
	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

func count(n int) string { return strconv.Itoa(n) + " keer" }

// Lesson writes the sheet with which a team talks a case over. Nobody is named:
// colleagues are "een collega", the other is "de veroorzaker". The case has no
// number on it and no day, since those lead to who was on duty.
func Lesson(s vpt.LessonSheet) document.Document {
	d := vpt.Dossier{Number: s.Number, Organisation: s.Organisation, Made: s.Made, Zone: s.Zone}
	w := &writer{d: d, t: nl.New("nl"), hide: newReplacer(nameless(s))}
	w.add(document.Heading{Level: 1, Text: "Leerblad voor het team"})
	w.text("Hiermee bespreek je een voorval met je team. Het gaat om wat wij als organisatie beter kunnen doen. Het gaat niet om wie wat fout deed.")
	w.add(facts([2]string{"Onderdeel", s.Unit}, [2]string{"Wanneer", month(s.Month)}, [2]string{"Soort", strings.Join(s.Kinds, "; ")}, [2]string{"Contact", s.Channel}))
	w.happened(s)
	w.causes(s)
	w.helped(s)
	w.plans(s)
	w.norm(s)
	w.questions(s)
	doc := w.document("Leerblad")
	doc.Footer = "Leerblad · alleen voor het team"
	return doc
}

// nameless gives what everybody in a case is called on the sheet.
func nameless(s vpt.LessonSheet) []alias {
	var out []alias
	for _, p := range s.People {
		out = append(out, aliasOf(p, colleagueLabel, 0))
	}
	for _, i := range s.Instigators {
		out = append(out, alias{label: "de veroorzaker", names: []string{i.Name.Reveal()}, exact: []string{i.Reference.Reveal(), i.BornOn.Reveal(), i.Address.Reveal()}})
	}
	return out
}

// month names the month of a day: "november 2026".
func month(on vpt.Date) string {
	t, err := time.Parse("2006-01-02", string(on))
	if err != nil {
		return ""
	}
	return nl.MonthName(t.Month(), "nl") + " " + strconv.Itoa(t.Year())
}

func (w *writer) happened(s vpt.LessonSheet) {
	w.heading("Wat gebeurde er?")
	if !s.Summary.IsZero() {
		for part := range strings.SplitSeq(w.say(s.Summary), "\n") {
			w.text("%s", part)
		}
		return
	}
	kinds := "Er was een voorval"
	if len(s.Kinds) > 0 {
		kinds = "Er was een voorval van deze soort: " + strings.ToLower(strings.Join(s.Kinds, "; "))
	}
	w.text("%s. Contact: %s.", kinds, strings.ToLower(s.Channel))
	if s.Trigger != "" {
		w.text("De aanleiding: %s.", strings.ToLower(s.Trigger))
	}
}

func (w *writer) causes(s vpt.LessonSheet) {
	w.heading("Waardoor kon het gebeuren?")
	if !s.Analysed {
		w.text("Er is nog geen analyse gemaakt. Bespreek samen wat er aan onze kant meespeelde.")
		return
	}
	w.add(facts([2]string{"Aanleiding", s.Trigger}, [2]string{"Aard", s.Nature}))
	list := document.List{}
	for _, c := range s.Causes {
		list.Items = append(list.Items, document.Text(c))
	}
	w.add(list)
}

func (w *writer) helped(s vpt.LessonSheet) {
	w.heading("Wat hielp, en wat had geholpen?")
	any := false
	put := func(lead string, text vpt.Private) {
		if !text.IsZero() {
			w.text("%s %s", lead, w.say(text))
			any = true
		}
	}
	switch s.Colleague {
	case vpt.AnswerYes:
		put("Er was een collega bij. Wat die deed:", s.DidWhat)
		if s.DidHelp != "" {
			w.text("Hielp dat? %s.", w.t.Label(s.DidHelp))
			any = true
		}
	case vpt.AnswerNo:
		w.text("Er was geen collega bij.")
		any = true
	}
	put("Wat ook had geholpen:", s.WouldHelp)
	if !any {
		w.text("Hierover is nog niets vastgelegd.")
	}
}

func (w *writer) plans(s vpt.LessonSheet) {
	if s.Lessons.IsZero() && len(s.Actions) == 0 {
		return
	}
	w.heading("Wat gaan we anders doen?")
	if !s.Lessons.IsZero() {
		w.text("%s", w.say(s.Lessons))
	}
	list := document.List{}
	for _, a := range s.Actions {
		list.Items = append(list.Items, document.Text(w.say(a)))
	}
	w.add(list)
}

// norm shows what the team agreed on before.
func (w *writer) norm(s vpt.LessonSheet) {
	if s.Norm.Version == 0 {
		return
	}
	w.heading("Wat wij als team afspraken")
	table := document.Table{Caption: "Teamnorm van " + day(s.Norm.AdoptedOn), Head: []string{"Gedrag", "Hoe wij het zien", "Wat wij doen", "Wie helpt", "Daarna"}, Widths: []int{4, 2, 5, 3, 4}, RowHead: true}
	for _, line := range s.Norm.Lines {
		row := []string{line.Behaviour, w.t.Label(line.Colour), line.Reaction, line.Helps, line.After}
		for i := range row {
			row[i] = w.hide.text(row[i])
		}
		table.Rows = append(table.Rows, row)
	}
	w.add(table)
}

// questions are those of the three talks of learning from incidents: what do
// we see coming, what do we do, what do we need. None asks who was at fault.
func (w *writer) questions(s vpt.LessonSheet) {
	w.heading("Vragen voor het team")
	list := document.List{Ordered: true}
	for _, q := range questions(s) {
		list.Items = append(list.Items, document.Text(q))
	}
	w.add(list)
	w.text("Schrijf op wat jullie afspreken: wat doen we, wie regelt het en wanneer is het klaar?")
}

func questions(s vpt.LessonSheet) []string {
	norm := "Past ons teamprotocol hier nog? Wat missen we in training of ruimte?"
	if s.Norm.Version > 0 {
		norm = "Past onze teamnorm hier nog? Wat missen we in training of ruimte?"
	}
	out := []string{
		"Herkennen we dit? Hoe vaak maken wij zoiets mee?",
		"Waaraan zag of hoorde je dat het mis kon gaan?",
		"Wanneer stop je zelf het gesprek? Wat zeg je dan?",
	}
	if s.Colleague == vpt.AnswerNo {
		out = append(out, "Hoe zorgen we dat er een collega in de buurt is?")
	} else {
		out = append(out, "Wat verwacht je van een collega die erbij is? Hoe vraag je om hulp?")
	}
	return append(out,
		"Klopt wat we bezoekers beloven en sturen? Wat maakt mensen boos?",
		norm,
		"Wat heb je nodig na zo’n voorval, dezelfde dag en een week later?",
	)
}
