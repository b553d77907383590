package dossier

import (
	"strings"

	"rugdekking/internal/document"
	"rugdekking/vpt"
)

// statements tells what happened, person by person, each in the first person:
// the seven W's that the police ask about.
func (w *writer) statements() {
	w.heading("Wat er gebeurde, verteld door wie erbij was")
	told := w.shown()
	if len(told) == 0 {
		w.text("Er is nog geen verklaring.")
	}
	for _, s := range told {
		w.statement(s)
	}
}

// shown gives the statements that go along: those of witnesses only when that
// was chosen.
func (w *writer) shown() []vpt.DossierStatement {
	var out []vpt.DossierStatement
	for _, s := range w.d.Statements {
		if w.d.Witnesses || s.Reported || s.Role == vpt.RoleAffected {
			out = append(out, s)
		}
	}
	return out
}

func (w *writer) statement(s vpt.DossierStatement) {
	role := "melder"
	if s.Role != "" {
		role = strings.ToLower(w.t.Label(s.Role))
		if s.Reported {
			role += " en melder"
		}
	}
	made := "melding " + s.Report + " van " + day(s.MadeOn)
	if !s.Reported {
		made = "aanvulling bij melding " + s.Report + ", " + day(s.MadeOn)
	}
	w.add(document.Heading{Level: 3, Text: "Verklaring van " + w.name(s.By)}, facts([2]string{"Rol", role}, [2]string{"Bron", made}))
	var missing []string
	for _, part := range []struct {
		title string
		write func(vpt.DossierStatement) bool
	}{
		{"Wie", w.who}, {"Wat", w.what}, {"Waar", w.where}, {"Waarmee", w.means}, {"Op welke wijze", w.course}, {"Wanneer", w.when}, {"Waarom", w.why},
	} {
		mark := len(w.blocks)
		w.add(document.Heading{Level: 4, Text: part.title})
		if !part.write(s) {
			w.blocks = w.blocks[:mark]
			missing = append(missing, strings.ToLower(part.title))
		}
	}
	if len(missing) > 0 {
		w.text("Over %s heb ik nog niets verteld.", enumerated(missing))
	}
}

// enumerated writes a row of words: "a, b en c".
func enumerated(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " en " + words[n-1]
	}
	return strings.Join(words, "")
}

// lead writes a sentence and what was said, when something was.
func (w *writer) lead(sentence string, said []vpt.Private) bool {
	if len(said) == 0 {
		return false
	}
	w.text("%s", sentence)
	w.quote(said...)
	return true
}

// Each of the parts below reports whether there was anything to tell.

func (w *writer) who(s vpt.DossierStatement) bool {
	lines := []string{}
	if s.By != "" {
		lines = append(lines, "Ik ben "+w.name(s.By)+w.function(s.By)+".")
	}
	affected := w.affected(s.By)
	switch {
	case s.Role == vpt.RoleAffected:
		lines = append(lines, "Het overkwam mij.")
		if affected != "" {
			lines = append(lines, "Het overkwam ook "+affected+".")
		}
	case affected != "":
		lines = append(lines, "Het overkwam "+affected+".")
	}
	if s.Role == vpt.RoleWitness {
		lines = append(lines, "Ik heb het gezien of gehoord.")
	}
	if s.Reported && s.OnBehalf != vpt.ForMyself && s.Role != vpt.RoleAffected {
		lines = append(lines, "Ik meldde het namens een ander.")
	}
	w.text("%s", strings.Join(lines, " "))
	if !s.Instigator.IsZero() {
		w.lead("Over wie het deed, zei ik:", []vpt.Private{s.Instigator})
	}
	w.lead("Later zei ik over wie het deed:", s.Said(vpt.DetailInstigator))
	w.lead("Over wie het zag, zei ik:", s.Said(vpt.DetailWitnesses))
	return true
}

// function says what somebody does, where people go by their names: a function
// tells who it is.
func (w *writer) function(id vpt.DossierPersonID) string {
	if w.hide != nil {
		return ""
	}
	for _, p := range w.d.People {
		if p.ID == id && !p.Function.IsZero() {
			return ", " + p.Function.Reveal()
		}
	}
	return ""
}

// affected names whom it happened to, but for one.
func (w *writer) affected(but vpt.DossierPersonID) string {
	var names []string
	for _, p := range numbered(w.d.People) {
		if p.ID != but && p.Has(vpt.RoleAffected) {
			names = append(names, w.name(p.ID))
		}
	}
	return enumerated(names)
}

func (w *writer) what(s vpt.DossierStatement) bool {
	told := w.lead("Ik vertelde:", filled(s.Account))
	return w.lead("Ik vulde aan:", s.Said(vpt.DetailAccount)) || told
}

func filled(text vpt.Private) []vpt.Private {
	if text.IsZero() {
		return nil
	}
	return []vpt.Private{text}
}

func (w *writer) where(s vpt.DossierStatement) bool {
	where := w.place(s.Channel, s.Site, s.Place)
	if where != "" {
		w.text("Het gebeurde hier: %s.", where)
	}
	return where != ""
}

func (w *writer) means(s vpt.DossierStatement) bool {
	return w.lead("Over wat daarbij werd gebruikt, zei ik:", s.Said(vpt.DetailMeans))
}

func (w *writer) course(s vpt.DossierStatement) bool {
	told := w.lead("Zo verliep het:", s.Said(vpt.DetailCourse))
	told = w.lead("Zelf deed ik dit:", s.Said(vpt.DetailOwnAction)) || told
	told = w.lead("Over wie ingreep, zei ik:", s.Said(vpt.DetailIntervened)) || told
	told = w.lead("Over het alarm zei ik:", s.Said(vpt.DetailAlarm)) || told
	return w.lead("Over de politie ter plaatse zei ik:", s.Said(vpt.DetailPolice)) || told
}

func (w *writer) when(s vpt.DossierStatement) bool {
	line := "Het was op " + day(s.OccurredOn)
	if s.OccurredTime != "" {
		line += ", om " + s.OccurredTime + " uur"
	}
	if end := last(s.Said(vpt.DetailEnd)); !end.IsZero() {
		line += ". Het was voorbij om " + w.say(end) + " uur"
	}
	w.text("%s.", line)
	return true
}

func last(texts []vpt.Private) vpt.Private {
	if len(texts) == 0 {
		return vpt.Private{}
	}
	return texts[len(texts)-1]
}

func (w *writer) why(s vpt.DossierStatement) bool {
	told := false
	if trigger := last(s.Said(vpt.DetailTrigger)); !trigger.IsZero() {
		w.text("De aanleiding was volgens mij: %s.", strings.ToLower(w.say(trigger)))
		told = true
	}
	told = w.lead("Daarover zei ik:", s.Said(vpt.DetailTriggerMore)) || told
	return w.lead("Over eerdere keren zei ik:", s.Said(vpt.DetailRepeated)) || told
}
