package post

import (
	"cmp"
	"slices"
	"strings"

	"rugdekking/content"
	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// letterValues gathers what a case says for the blanks of a letter. What it
// cannot know stays empty; a person fills that in.
func letterValues(v *casework.Viewing, who vpt.Actor, c vpt.Casefile, template, about string) (map[string]vpt.Private, error) {
	w := &letterWriter{v: v, c: c, values: map[string]vpt.Private{}}
	w.stationery()
	signer, err := v.Name(who.Person)
	if err != nil {
		return nil, err
	}
	w.values["ondertekenaar"], w.values["functie"] = signer.Name, signer.Function
	w.text("kenmerk", c.Number)
	kind, id := vpt.AboutOf(about)
	switch letter.Code(template).Audience() {
	case letter.Citizen:
		err = w.citizen(kind, id)
	case letter.Employee:
		err = w.employee()
	case letter.Police:
		err = w.police()
	}
	return w.values, err
}

// letterWriter fills the blanks of one letter.
type letterWriter struct {
	v      *casework.Viewing
	c      vpt.Casefile
	values map[string]vpt.Private
}

func (w *letterWriter) text(name, text string) {
	if text = strings.TrimSpace(text); text != "" {
		w.values[name] = vpt.NewPrivate(text)
	}
}

func (w *letterWriter) lines(name string, lines ...string) {
	w.text(name, strings.Join(slices.DeleteFunc(lines, func(s string) bool { return s == "" }), "\n"))
}

// stationery fills in what is the same in every letter of the organisation.
func (w *letterWriter) stationery() {
	s := w.v.Known.Org.Settings.Stationery
	w.text("contact_telefoon", s.Phone)
	w.text("contact_email", s.Email)
	w.text("contact_tijden", s.Hours)
	w.text("namens", s.OnBehalf)
	w.lines("klacht_adres", s.Complaint...)
	w.lines("ombudsman", s.Ombudsman...)
	w.text("bezwaar_adres", s.Objection)
	w.text("juridische_hulp", s.LegalHelp)
	w.text("privacy_contact", s.Privacy)
	w.text("fg_contact", s.Officer)
	w.text("bewaartermijn", s.Retention)
	w.text("gevolg_bij_overtreding", s.Breach)
}

// citizen fills a letter to the instigator: about a measure, a talk, a
// complaint, or the case alone.
func (w *letterWriter) citizen(kind, id string) error {
	measures, err := w.v.Tx.Measures(w.c.ID)
	if err != nil {
		return err
	}
	hearings, err := w.v.Tx.Hearings(w.c.ID)
	if err != nil {
		return err
	}
	people, err := w.v.Tx.Instigators(w.c.ID)
	if err != nil {
		return err
	}
	var m vpt.Measure
	var whom vpt.InstigatorID
	switch kind {
	case "maatregel":
		m = casework.Find(measures, func(m vpt.Measure) bool { return string(m.ID) == id })
		whom = m.Instigator
	case "gesprek":
		h := casework.Find(hearings, func(h vpt.Hearing) bool { return string(h.ID) == id })
		w.talk(h)
		whom = h.Instigator
		m = casework.Find(measures, func(m vpt.Measure) bool {
			return !m.Decided() && m.State != vpt.MeasureDropped && (whom == "" || m.Instigator == whom)
		})
	case "klacht":
		if m, err = w.complaint(id, measures); err != nil {
			return err
		}
		whom = m.Instigator
	}
	if whom == "" && len(people) == 1 {
		whom = people[0].ID
	}
	w.addressee(casework.Find(people, func(i vpt.Instigator) bool { return i.ID == whom }))
	w.heard(casework.HearingFor(hearings, whom))
	return w.measure(m, measures)
}

// addressee fills in who gets the letter. Whether it is a man or a woman is
// not on record: one is spoken to by the whole name.
func (w *letterWriter) addressee(i vpt.Instigator) {
	w.values["naam"], w.values["aanhef"] = i.Name, i.Name
	w.values["adres"] = i.Address.Map(func(s string) string {
		var lines []string
		for _, line := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '\n' }) {
			lines = append(lines, strings.TrimSpace(line))
		}
		return strings.Join(lines, "\n")
	})
}

// heard says how the other side told its side.
func (w *letterWriter) heard(h vpt.Hearing) {
	on := letter.LongDay(h.HeldOn)
	switch {
	case h.State == vpt.HearingHeld && h.Kind == vpt.HearingWritten:
		w.text("gehoord", "Op "+on+" kregen wij uw schriftelijke reactie.")
	case h.State == vpt.HearingHeld:
		w.text("gehoord", "Op "+on+" spraken wij met u. U vertelde hoe het volgens u ging.")
	case h.State == vpt.HearingAbsent:
		w.text("gehoord", "Wij nodigden u op "+letter.LongDay(h.InvitedOn)+" uit voor een gesprek. U kwam niet. U kunt uw kant nog steeds vertellen: bel dan uw contactpersoon.")
	case h.State == vpt.HearingWaived:
		w.text("gehoord", "Wij boden u aan om uw kant te vertellen. U wilde dat niet. Het kan nog steeds: bel dan uw contactpersoon.")
	case h.State == vpt.HearingInvited:
		day := letter.LongDay(vpt.DateOf(h.PlannedAt, w.v.Known.Zone))
		w.text("gehoord", "Het kon niet wachten, omdat de veiligheid in gevaar was. Daarom spraken wij u nog niet. Op "+day+" horen wij graag uw kant. Daarna kijken wij opnieuw.")
	}
	w.values["eigen_verhaal"], w.values["afspraken"] = h.Account, h.Agreements
}

// talk fills in an invitation.
func (w *letterWriter) talk(h vpt.Hearing) {
	at := h.PlannedAt.In(w.v.Known.Zone)
	if h.PlannedAt.IsZero() {
		return
	}
	w.text("gesprek_datum", at.Format("2006-01-02"))
	w.text("gesprek_tijd", at.Format("15:04"))
	w.values["gesprek_plaats"] = h.Place
	w.text("reageren_tot", string(vpt.DateOf(at, w.v.Known.Zone).AddDays(-1)))
	if h.InvitedOn != "" && vpt.DateOf(at, w.v.Known.Zone).AddDays(-1) <= h.InvitedOn {
		w.text("reageren_tot", string(vpt.DateOf(at, w.v.Known.Zone)))
	}
}

// complaint fills in the answer to a complaint and gives the measure that it
// is about.
func (w *letterWriter) complaint(id string, measures []vpt.Measure) (vpt.Measure, error) {
	all, err := w.v.Tx.Remedies(w.c.ID)
	r := casework.Find(all, func(r vpt.Remedy) bool { return string(r.ID) == id })
	w.text("klacht_ontvangen", string(r.ReceivedOn))
	w.values["klacht_over"], w.values["toelichting"] = r.Summary, r.OutcomeWhy
	switch r.Outcome {
	case vpt.RemedyUpheld:
		w.text("klacht_oordeel", "U heeft gelijk.")
	case vpt.RemedyPartly:
		w.text("klacht_oordeel", "U heeft voor een deel gelijk.")
	case vpt.RemedyDismissed:
		w.text("klacht_oordeel", "Wij vinden dat u geen gelijk heeft.")
	}
	switch r.Effect {
	case vpt.EffectNone:
		w.text("klacht_gevolg", "De maatregel blijft zoals hij is.")
	case vpt.EffectShorter:
		w.text("klacht_gevolg", "De maatregel wordt korter.")
	case vpt.EffectLifted:
		w.text("klacht_gevolg", "De maatregel stopt.")
	}
	return casework.Find(measures, func(m vpt.Measure) bool { return m.ID == r.Measure }), err
}

// measure fills in what a measure says.
func (w *letterWriter) measure(m vpt.Measure, measures []vpt.Measure) error {
	var facts []vpt.Private
	for _, fact := range m.Facts {
		day := letter.LongDay(fact.On)
		facts = append(facts, fact.Text.Map(func(s string) string { return "Op " + day + ": " + strings.Join(strings.Fields(s), " ") }))
	}
	w.values["gedragingen"] = vpt.JoinPrivate("\n", facts...)
	w.values["reden"], w.values["reden_duur"], w.values["lichter_overwogen"] = m.Reason, m.DurationWhy, m.Lighter
	w.values["geen_eerdere_stap"], w.values["uitzonderingen"], w.values["bereikbaar"] = vpt.JoinPrivate("\n\n", m.SkippedWhy, m.UrgentWhy), m.Exceptions, m.Reachable
	w.values["kanalen"], w.values["reden_opheffing"] = m.Reachable, m.LiftedWhy
	w.text("maatregel", called(m.Kind.Code))
	w.text("overwogen_maatregel", considered(m))
	w.text("begin", string(m.StartsOn))
	w.text("einde", string(m.EndsOn))
	w.text("herbeoordeling", string(cmp.Or(m.ReviewOn, m.EndsOn)))
	w.text("besluit_datum", string(m.DecidedOn))
	w.text("opgeheven_op", string(m.LiftedOn))
	if old := casework.Find(measures, func(o vpt.Measure) bool { return o.ID == m.Extends }); m.Extends != "" {
		w.text("oud_einde", string(old.EndsOn))
		w.text("besluit_datum", string(old.DecidedOn))
	}
	w.places(m)
	w.earlier(m, measures)
	if err := w.contact(m); err != nil {
		return err
	}
	if err := w.rules(m); err != nil {
		return err
	}
	return w.remedy(m)
}

// called names a kind of measure as it stands in the middle of a sentence.
func called(kind string) string {
	switch kind {
	case "M5":
		return "de afspraak over één contactpersoon"
	case vpt.ContactLimit:
		return "de contactbeperking"
	case "M7":
		return "het belverbod"
	case vpt.PremisesBan:
		return "het pandverbod"
	case "M9":
		return "de pauze in de dienstverlening"
	}
	return ""
}

func considered(m vpt.Measure) string {
	name := strings.TrimPrefix(strings.TrimPrefix(called(m.Kind.Code), "het "), "de ")
	if name == "" {
		return ""
	}
	return "een " + name
}

// places fills in the buildings.
func (w *letterWriter) places(m vpt.Measure) {
	var lines []string
	for _, site := range w.v.Known.Sites {
		if m.Everywhere && !site.Retired || slices.Contains(m.Sites, site.ID) {
			line := site.Name
			if site.Address != "" {
				line += ", " + site.Address
			}
			lines = append(lines, line)
		}
	}
	if m.Everywhere || len(m.Sites) > 0 {
		w.lines("gebouwen", lines...)
	}
}

// earlier fills in the steps before this measure.
func (w *letterWriter) earlier(m vpt.Measure, measures []vpt.Measure) {
	var lines []string
	for _, o := range measures {
		if o.ID != m.ID && o.Decided() && o.DecidedOn != "" && (m.DecidedOn == "" || o.DecidedOn <= m.DecidedOn) {
			lines = append(lines, letter.LongDay(o.DecidedOn)+": "+strings.ToLower(w.v.Known.Codes[vpt.MeasureList].Label(o.Kind.Code, "nl")))
		}
	}
	w.lines("eerdere_stappen", lines...)
}

// contact fills in whom to turn to.
func (w *letterWriter) contact(m vpt.Measure) error {
	name := m.ContactName
	if m.Contact != "" {
		person, err := w.v.Name(m.Contact)
		if err != nil {
			return err
		}
		name = person.Name
	}
	if name.IsZero() && m.ID == "" { // a letter about no measure: who signs it
		name = w.values["ondertekenaar"]
	}
	w.values["contactpersoon"], w.values["vaste_contactpersoon"] = name, name
	return nil
}

// remedy fills in what one can do about the measure.
func (w *letterWriter) remedy(m vpt.Measure) error {
	data, err := content.RemedyClauses()
	if err != nil {
		return err
	}
	clauses, err := letter.ParseRemedies(data)
	if err != nil {
		return err
	}
	clause, ok := clauses.Clause(cmp.Or(m.Remedy, clauses.Default))
	if !ok {
		return nil
	}
	text, err := clause.Fill(w.values)
	if vpt.KindOf(err) == vpt.KindInvalid {
		return nil // its fields are empty: the letter names what is missing
	}
	w.values["rechtsmiddel"] = text
	return err
}
