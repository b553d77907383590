package page

import (
	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// policeDetails are the fields of a notice or complaint besides day and number.
func (f caseFields) policeDetails(d vpt.PoliceDetails) []FormField {
	f.prefix = "zaak.politie." // the same words in both forms
	return []FormField{
		f.choice(f.optional("vptAsked"), string(d.VPTAsked), labels(f.t, vpt.Answers()...)),
		f.choice(f.optional("vptConfirmed"), string(d.VPTConfirmed), labels(f.t, vpt.Answers()...)),
		f.choice(f.optional("filedBy"), string(d.FiledBy), labels(f.t, vpt.FiledByEmployee, vpt.FiledByEmployer, vpt.FiledByAttorney)),
		f.choice(f.optional("attorney"), string(d.Attorney), labels(f.t, vpt.Answers()...)),
		f.day(f.optional("attorneyOn"), f.shown(d.AttorneyOn)),
		f.choice(f.optional("identity"), string(d.Identity), labels(f.t, vpt.IdentityDomicile, vpt.IdentityNumber, vpt.IdentityFull)),
		f.choice(f.optional("domicile"), string(d.Domicile), labels(f.t, vpt.Answers()...)),
	}
}

// NewPolicePage is what came of one notice or complaint. It is nil when the
// case has no such record.
func NewPolicePage(shell Shell, t *nl.Texts, v vpt.CaseView, id vpt.PoliceRecordID, in SubForm) *CaseSub {
	for _, r := range v.Police {
		if r.ID == id && r.Kind.Counts() {
			return policePage(shell, t, v, r, in)
		}
	}
	return nil
}

func policePage(shell Shell, t *nl.Texts, v vpt.CaseView, r vpt.PoliceRecord, in SubForm) *CaseSub {
	w := newWriter(t, v)
	p := newCaseSub(shell, t, v, "politie.", in)
	steps := vpt.StepsOf(v.PoliceSteps, r.ID)
	p.Notes = append(w.groundNotes(), w.refusedNote(steps)...)
	p.Parts = []CasePart{{ID: "nu", Title: t.Text("politie.nu"), Facts: DefinitionList{Items: []Definition{w.policeItem(r)}}}}
	line := Timeline{Entries: w.policeSteps(steps), Empty: EmptyState{Title: t.Text("politie.verloop-leeg"), Text: t.Text("politie.verloop-leeg-uitleg")}}
	p.Parts = append(p.Parts, CasePart{ID: "verloop", Title: t.Text("politie.verloop"), Line: &line})
	f := in.fields(t, v, "politie.")
	news := FormSection{Title: t.Text("politie.kop-stap"), Fields: []FormField{
		selectOf(f.field("step"), f.value("step", ""), t.Text("politie.geen-nieuws"), labels(t, vpt.PoliceStepKinds()...)),
		f.day(f.field("stepOn"), f.today), f.day(f.optional("hearingOn"), ""), f.line(f.optional("omReference"), ""),
		f.line(f.optional("demanded"), ""), f.line(f.optional("sentence"), ""), f.day(f.optional("toldOn"), ""), f.area(f.optional("stepNote"), ""),
	}}
	details := f.policeDetails(r.PoliceDetails)
	more := FormSection{Title: t.Text("politie.kop-gegevens"), Fields: details, Fold: true, Open: in.Errors != nil && f.wrongIn(details)}
	p.Form = in.form(r.Seen(), t.Text("politie.bewaar"), news, more)
	p.Links = []CaseLink{{Label: t.Text("zaak.doe-politiedossier"), Href: w.path + "/politiedossier", Icon: "document"}}
	return p
}

// wrongIn reports whether something is wrong with one of the fields.
func (f caseFields) wrongIn(all []FormField) bool {
	f.typed = nil
	return f.typedIn(all)
}

// policeItem says what is recorded of a notice or complaint.
func (w writer) policeItem(r vpt.PoliceRecord) Definition {
	var lines []string
	add := func(on bool, line string) {
		if on {
			lines = append(lines, line)
		}
	}
	day := func(d vpt.Date) string {
		if d == "" {
			return w.t.Text("zaak.datum-onbekend")
		}
		return nl.Day(string(d), w.lang)
	}
	asked := func(a vpt.Answer) string {
		if a == "" {
			return w.t.Text("politie.niet-gevraagd")
		}
		return lower(w.t.Label(a))
	}
	add(r.Kind != vpt.PoliceNone, w.t.Fill("zaak.gedaan-op", "dag", day(r.DoneOn)))
	add(!r.Reference.IsZero(), w.t.Fill("zaak.nummer-politie", "nummer", r.Reference.Reveal()))
	add(r.VPTAsked != "", w.t.Fill("politie.vpt", "gevraagd", asked(r.VPTAsked), "bevestigd", asked(r.VPTConfirmed)))
	add(r.FiledBy != "", w.t.Fill("politie.door", "wie", lower(w.t.Label(r.FiledBy))))
	add(r.AttorneyOn != "", w.t.Fill("politie.volmacht", "dag", day(r.AttorneyOn)))
	add(r.Identity != "", w.t.Label(r.Identity))
	add(r.Domicile != "" && r.Identity != vpt.IdentityDomicile, w.t.Fill("politie.adres", "antwoord", asked(r.Domicile)))
	add(r.NotFiled != "", w.t.Label(r.NotFiled))
	term := w.t.Label(r.Kind)
	if r.Kind == vpt.PoliceNone {
		term = w.t.Label(vpt.TrackPolice) + ": " + lower(term)
	}
	return Definition{Term: term, Lines: append(lines, paragraphs(r.Note.Reveal())...)}
}

// policeSteps are the lines of what came of it, the newest first.
func (w writer) policeSteps(steps []vpt.PoliceStep) []TimelineEntry {
	var out []TimelineEntry
	for i := len(steps) - 1; i >= 0; i-- {
		s := steps[i]
		e := TimelineEntry{Moment: MomentPast, When: nl.Day(string(s.On), w.lang), DateTime: string(s.On), Title: w.t.Label(s.Kind), Text: w.stepLines(s)}
		if i == len(steps)-1 {
			e.Moment = MomentNow
		}
		out = append(out, e)
	}
	return out
}

func (w writer) stepLines(s vpt.PoliceStep) []string {
	var out []string
	add := func(on bool, key, name, value string) {
		if on {
			out = append(out, w.t.Fill(key, name, value))
		}
	}
	add(s.HearingOn != "", "politie.zitting-op", "dag", nl.Day(string(s.HearingOn), w.lang))
	add(!s.Reference.IsZero(), "politie.om-nummer", "nummer", s.Reference.Reveal())
	add(!s.Demanded.IsZero(), "politie.eis", "tekst", s.Demanded.Reveal())
	add(!s.Sentence.IsZero(), "politie.straf", "tekst", s.Sentence.Reveal())
	add(s.ToldOn != "", "politie.verteld", "dag", nl.Day(string(s.ToldOn), w.lang))
	return append(out, paragraphs(s.Note.Reveal())...)
}

// groundNotes tells what the kinds may be under the law, and until when the
// victim can complain where the law waits for that.
func (w writer) groundNotes() []Alert {
	if len(w.v.Grounds) == 0 {
		return nil
	}
	note := Alert{Tone: ToneInfo, Title: w.t.Text("zaak.politie.strafbaar")}
	for _, g := range w.v.Grounds {
		key := "zaak.politie.artikel"
		if g.Articles != "" && (g.Articles[0] < '0' || g.Articles[0] > '9') {
			key = "zaak.politie.titel-wet"
		}
		note.Text = append(note.Text, w.t.Fill(key, "wat", w.t.Label(g.Offence), "artikel", g.Articles))
	}
	note.Text = append(note.Text, w.t.Text("zaak.politie.strafbaar-uitleg"))
	out := []Alert{note}
	if w.v.ComplaintBy != "" {
		out = append(out, Alert{Tone: ToneWarning, Title: w.t.Fill("zaak.politie.klacht", "dag", nl.Day(string(w.v.ComplaintBy), w.lang))})
	}
	return out
}

// dossierNote leads to what the police get on paper.
func (w writer) dossierNote() Alert {
	return Alert{Tone: ToneInfo, Title: w.t.Text("dossier.neem-mee"), Action: &Link{Label: w.t.Text("zaak.doe-politiedossier"), Href: w.path + "/politiedossier"}}
}

// refusedNote says what to do when the police do not take it.
func (w writer) refusedNote(steps []vpt.PoliceStep) []Alert {
	if len(steps) == 0 || steps[len(steps)-1].Kind != vpt.StepRefused {
		return nil
	}
	return []Alert{{Tone: ToneInfo, Title: w.t.Text("politie.geweigerd")}}
}

// policeDone is a notice or complaint with what came of it, on the page of the
// case; it leads to where that goes on.
func (w writer) policeDone(r vpt.PoliceRecord) Definition {
	item := w.policeItem(r)
	for _, s := range vpt.StepsOf(w.v.PoliceSteps, r.ID) {
		item.Lines = append(item.Lines, w.t.Label(s.Kind)+", "+nl.Day(string(s.On), w.lang))
		item.Lines = append(item.Lines, w.stepLines(s)...)
	}
	if w.v.MayFollow && r.Kind.Counts() {
		item.TermHref = w.to(ActPolice, string(r.ID))
	}
	return item
}
