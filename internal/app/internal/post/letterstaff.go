package post

import (
	"strings"
	"time"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// The letters to colleagues and to the police.

// employee fills a letter to who was affected or reported: what was done, what
// is still to come, whom to turn to. It holds no name of the instigator.
func (w *letterWriter) employee() error {
	reports, err := w.v.Tx.ReportsOfCase(w.c.ID)
	if err != nil {
		return err
	}
	if len(reports) > 0 {
		name, err := w.v.Name(reports[0].Reporter)
		if err != nil {
			return err
		}
		w.values["naam"], w.values["aanhef"] = name.Name, name.Name.Map(firstWord)
	}
	w.values["contactpersoon"] = w.values["ondertekenaar"]
	w.text("gemeld_op", string(w.c.ReceivedOn))
	w.text("incident_datum", string(w.c.Incident.OccurredOn))
	var help []string
	for _, h := range w.v.Known.Org.Settings.HelpNumbers {
		help = append(help, strings.TrimSpace(h.Label+": "+h.Phone+" "+h.Hours))
	}
	w.lines("hulp", help...)
	if err := w.whatWasDone(); err != nil {
		return err
	}
	return w.careLines()
}

func firstWord(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

// whatWasDone lists the measures and the police, by day, without reasons.
func (w *letterWriter) whatWasDone() error {
	measures, err := w.v.Tx.ShownMeasures(w.c.ID)
	if err != nil {
		return err
	}
	var lines []string
	for _, m := range measures {
		line := strings.ToLower(w.v.Known.Codes[vpt.MeasureList].Label(m.Kind.Code, "nl"))
		if m.EndsOn != "" {
			line += ", tot en met " + letter.LongDay(m.EndsOn)
		}
		if m.DecidedOn != "" {
			line = "Op " + letter.LongDay(m.DecidedOn) + " besloten: " + line
		}
		lines = append(lines, line+".")
	}
	records, err := w.v.Tx.PoliceRecords(w.c.ID)
	if err != nil {
		return err
	}
	for _, r := range records {
		switch {
		case r.DoneOn == "":
		case r.Kind == vpt.PoliceComplaint:
			lines = append(lines, "Op "+letter.LongDay(r.DoneOn)+" is aangifte gedaan bij de politie.")
		case r.Kind == vpt.PoliceNotice:
			lines = append(lines, "Op "+letter.LongDay(r.DoneOn)+" is de politie ingelicht.")
		}
	}
	w.lines("wat_gedaan", lines...)
	return nil
}

// careLines lists the talks: when, never what about.
func (w *letterWriter) careLines() error {
	talks, err := w.v.Tx.Talks(w.c.ID)
	if err != nil {
		return err
	}
	var held, next []string
	for _, t := range talks {
		switch {
		case t.State == vpt.TalkHeld && t.HeldOn != "":
			held = append(held, "Op "+letter.LongDay(t.HeldOn)+" was er een gesprek.")
		case t.State == vpt.TalkPlanned:
			next = append(next, "Op "+letter.LongDay(vpt.DateOf(t.PlannedAt, w.v.Known.Zone))+" is er een gesprek.")
		}
	}
	w.lines("opvang", append(held, next...)...)
	return nil
}

// police fills the letter in front of the dossier.
func (w *letterWriter) police() error {
	w.values["contactpersoon"] = w.values["ondertekenaar"]
	w.text("incident_datum", string(w.c.Incident.OccurredOn))
	w.text("incident_tijd", w.c.Incident.OccurredTime)
	if site, ok := w.v.Known.Site(w.c.Incident.Site); ok {
		w.text("incident_plaats", strings.Trim(site.Name+", "+site.Address, ", "))
	} else {
		w.values["incident_plaats"] = w.c.Incident.Place
	}
	w.text("domicilie", strings.Join(append([]string{w.v.Known.Org.Name}, w.v.Known.Org.Settings.Stationery.Lines...), ", "))
	people, err := w.v.Tx.Instigators(w.c.ID)
	if err != nil {
		return err
	}
	var whom []vpt.Private
	for _, i := range people {
		whom = append(whom, i.Name, i.BornOn.Map(func(s string) string { return "geboren: " + s }), i.Address, i.Description)
	}
	w.values["veroorzaker"] = vpt.JoinPrivate("\n", whom...)
	return w.rules(vpt.Measure{})
}

// rules fills in the house rules that held, and since when one could read them.
func (w *letterWriter) rules(m vpt.Measure) error { return rulesInLetter(w.v, w, m) }

// letterDay gives the day of a frozen letter as an instant for its metadata:
// noon, so that it is the same day everywhere in the country.
func letterDay(day vpt.Date, zone *time.Location) time.Time { return day.At(casework.Noon, 0, zone) }

// rulesInLetter fills in the house rules of a letter: those that the measure
// rests on, else those that held at the place on the day of the incident.
// Rules that nobody could see are not held against anybody.
func rulesInLetter(v *casework.Viewing, w *letterWriter, m vpt.Measure) error {
	var h vpt.HouseRules
	var err error
	if m.HouseRules != "" {
		h, err = v.Tx.HouseRulesByID(m.HouseRules)
	} else {
		h, err = v.Tx.HouseRulesAt(w.c.Incident.Site, w.c.Incident.OccurredOn)
		if vpt.KindOf(err) == vpt.KindNotFound || err == nil && !h.Shown(w.c.Incident.OccurredOn) {
			return nil
		}
	}
	if err != nil {
		return err
	}
	w.text("norm", strings.ReplaceAll(h.Text, "\n- ", "\n• "))
	since := "sinds " + letter.LongDay(h.ShownOn)
	if h.Where != "" {
		since = h.Where + ", " + since
	}
	w.text("norm_zichtbaar_sinds", since)
	return nil
}
