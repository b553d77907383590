package page

import (
	"strings"
	"time"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// CasePage is a case as its handlers see it: what happened, who it is about,
// the five tracks, and everything that was done.
type CasePage struct {
	Shell
	Heading  PageHeading
	Notes    []Alert
	Next     ButtonGroup // the one next step
	Clock    string      // by when: "Reactie aan de veroorzaker vóór morgen 12:47"; empty when no clock runs
	Late     bool
	Facts    DefinitionList
	Accounts []CaseAccount
	Added    []AddedDetail
	People   DefinitionList
	Others   DefinitionList // instigators
	Files    []EvidenceLine
	AddFile  *Link
	Board    TrackBoard
	Feedback Track
	Talks    CardList
	Done     DefinitionList // measures and police
	Learnt   DefinitionList // Halt, damage, accidents, and what is learnt
	Acts     []CaseLink
	AskOther string // whom to ask for what one may not do oneself: hand the case over
	Timeline Timeline
	Printed  string // when it was printed; empty on the screen
	PrintURL string
}

// CaseAccount is what one report says, in the words of who made it.
type CaseAccount struct {
	Title string
	Facts string
	Lines []string
}

// CaseLink is an act that may be done.
type CaseLink struct{ Label, Href, Icon string }

// writer makes the texts of one case.
type writer struct {
	t    *nl.Texts
	v    vpt.CaseView
	lang string
	path string
	full bool // moments in full, for paper
}

func newWriter(t *nl.Texts, v vpt.CaseView) writer {
	return writer{t: t, v: v, lang: t.Lang(), path: "/zaken/" + v.Case.Number}
}

// moment says when something was or is.
func (w writer) moment(at time.Time) string {
	if w.full {
		return nl.Moment(at, w.v.Zone, w.lang)
	}
	return nl.Relative(at, w.v.Now, w.v.Zone, w.lang)
}

// until says before when something is to be done.
func (w writer) until(at time.Time) string {
	if w.full {
		return nl.BeforeMoment(at, w.v.Zone, w.lang)
	}
	return nl.Before(at, w.v.Now, w.v.Zone, w.lang)
}

func (w writer) to(act CaseAct, rest ...string) string {
	return w.path + "/" + strings.Join(append([]string{string(act)}, rest...), "/")
}

// NewCasePage makes the page.
func NewCasePage(shell Shell, t *nl.Texts, v vpt.CaseView) *CasePage {
	shell.Width = WidthTable
	return newWriter(t, v).page(shell)
}

// NewCasePrint makes the page to print: no "vandaag" or "morgen", which mean
// nothing on paper a day later.
func NewCasePrint(shell Shell, t *nl.Texts, v vpt.CaseView) *CasePage {
	w := newWriter(t, v.OnPaper())
	w.full = true
	shell.Width = WidthReading
	p := w.page(shell)
	p.Printed, p.PrintURL = t.Fill("zaak.afgedrukt", "dag", w.moment(v.Now)), w.path
	return p
}

func (w writer) page(shell Shell) *CasePage {
	t, v := w.t, w.v
	p := &CasePage{
		Shell: shell, Heading: w.heading(), Notes: w.notes(), Facts: w.facts(), Accounts: w.accounts(), Added: w.added(),
		People: w.people(), Others: w.instigators(), Board: w.board(), Feedback: w.feedback(), Talks: w.talks(), Done: w.done(), Learnt: w.learning(),
		Acts: w.acts(), Timeline: Timeline{Entries: w.timeline()}, PrintURL: w.path + "/afdrukken",
	}
	p.Files = w.files()
	if v.MayAddFile {
		p.AddFile = &Link{Label: t.Text("zaak.doe-bewijs"), Href: w.to(ActEvidence)}
	}
	if v.MayAct && !v.MayReassign {
		p.AskOther = w.orCircle("zaak.overdragen-vraag", "zaak.overdragen-kring")
	}
	if next := w.next(); next != nil {
		p.Next = NewButtonGroup(*next)
		if v.MayClose && v.Next != vpt.NextClose {
			p.Next = NewButtonGroup(*next, LinkButton(ButtonSecondary, w.t.Text("zaak.doe-sluiten"), w.to(ActClose)))
		}
		p.Clock, p.Late = w.nextDue()
	}
	return p
}

// orCircle gives the words for a case, or those for one of a closed circle.
func (w writer) orCircle(key, inCircle string) string {
	if w.v.Circle == "" {
		return w.t.Text(key)
	}
	return w.t.Fill(inCircle, "naam", w.v.Circle)
}

func (w writer) heading() PageHeading {
	c := w.v.Case
	h := PageHeading{Title: w.t.Fill("zaak.titel", "nummer", c.Number)}
	owner := w.t.Text("zaak.coordinator")
	if !w.v.Owner.Name.IsZero() {
		owner = w.v.Owner.Name.Reveal()
	}
	h.Lead = w.t.Fill("zaak.lead", "naam", owner, "dag", nl.Day(string(c.ReceivedOn), w.lang))
	if w.v.Circle != "" {
		h.Lead += " " + w.t.Fill("zaak.kring", "naam", w.v.Circle)
	}
	if !w.v.Deputy.Name.IsZero() {
		h.Lead += " " + w.t.Fill("zaak.waarnemer", "naam", w.v.Deputy.Name.Reveal())
	}
	badge := Badge{Tone: ToneNeutral, Text: w.t.Label(c.State)}
	if c.State == vpt.CaseOpen && !c.NextDue.IsZero() && c.NextDue.Before(w.v.Now) {
		badge = LateBadge(w.t.Text("deel.te-laat"))
	}
	h.Badge = &badge
	return h
}

func (w writer) notes() []Alert {
	var out []Alert
	c := w.v.Case
	if c.PrivateRisk {
		out = append(out, Alert{Tone: ToneWarning, Title: w.t.Text("zaak.prive-gevaar"), Text: []string{w.orCircle("zaak.prive-gevaar-uitleg", "zaak.prive-gevaar-kring")}})
	}
	out = append(append(out, breachNotes(w.t, w.v)...), w.chainNotes()...)
	if c.State == vpt.CaseOpen && c.Verdict == vpt.VerdictNone {
		switch {
		case c.Help == vpt.HelpNow:
			out = append(out, Alert{Tone: ToneWarning, Title: w.t.Text("zaak.hulp-nu")})
		case c.Choice == vpt.ChoiceDoubt:
			out = append(out, Alert{Tone: ToneInfo, Title: w.t.Text("zaak.twijfel")})
		case c.Choice == vpt.ChoiceRegisterOnly:
			out = append(out, Alert{Tone: ToneInfo, Title: w.t.Text("zaak.alleen-registreren")})
		}
	}
	if c.Verdict != vpt.VerdictNone && c.Verdict != vpt.VerdictAggression {
		out = append(out, Alert{Tone: ToneInfo, Title: w.t.Label(c.Verdict), Text: paragraphs(c.VerdictWhy.Reveal())})
	}
	if len(w.v.MergedFrom) > 0 {
		out = append(out, Alert{Tone: ToneInfo, Title: w.t.Fill("zaak.samengevoegd-uit", "nummers", strings.Join(w.v.MergedFrom, ", "))})
	}
	if c.State == vpt.CaseClosed {
		out = append(out, Alert{Tone: ToneOK, Title: w.t.Fill("zaak.gesloten-op", "dag", w.moment(c.ClosedAt)), Text: paragraphs(c.Closing.Reveal())})
	}
	return out
}

// next is the one next step as a button, when it is the viewer's to take.
func (w writer) next() *Button {
	if !w.v.MayAct && !(w.v.MayTalk && (w.v.Next == vpt.NextTalk || w.v.Next == vpt.NextHoldTalk)) {
		return nil
	}
	href := NextStepURL(w.v.Case.Number, w.v.Next)
	if talk, ok := w.firstTalk(); ok && (w.v.Next == vpt.NextTalk || w.v.Next == vpt.NextHoldTalk) {
		href = w.talkURL(talk)
	}
	if w.v.Next == vpt.NextNothing {
		return nil
	}
	return &Button{Kind: ButtonPrimary, Label: w.t.Label(w.v.Next), Href: href, Icon: "next"}
}

// nextDue says what is due first, as the worklist does.
func (w writer) nextDue() (text string, late bool) {
	c := w.v.Case
	if c.NextDue.IsZero() {
		return "", false
	}
	return w.t.Fill("werk.termijn", "wat", w.t.Label(c.NextClock), "wanneer", w.until(c.NextDue)), c.NextDue.Before(w.v.Now)
}

// NextStepURL is where the next step of a case is taken.
func NextStepURL(number string, step vpt.NextStep) string {
	path := "/zaken/" + number
	switch step {
	case vpt.NextCall, vpt.NextAssess:
		return path + "/" + string(ActAssess)
	case vpt.NextReact:
		return path + "/" + string(ActMeasure)
	case vpt.NextPolice:
		return path + "/" + string(ActPolice)
	case vpt.NextFeedback:
		return path + "/" + string(ActFeedback)
	case vpt.NextTalk, vpt.NextHoldTalk:
		return path + "#gesprekken"
	case vpt.NextTracks:
		return path + "#sporen"
	case vpt.NextClose:
		return path + "/" + string(ActClose)
	}
	return path
}

// firstTalk gives the talk that is due first.
func (w writer) firstTalk() (vpt.CareTalk, bool) {
	var first vpt.CareTalk
	found := false
	for _, t := range w.v.Talks {
		if !t.Done() && !t.IsCheck() && (!found || talkAt(t).Before(talkAt(first))) {
			first, found = t, true
		}
	}
	return first, found
}

// acts lists what else may be done.
func (w writer) acts() []CaseLink {
	var out []CaseLink
	add := func(may bool, key, href, icon string) {
		if may {
			out = append(out, CaseLink{Label: w.t.Text("zaak.doe-" + key), Href: href, Icon: icon})
		}
	}
	v := w.v
	add(v.MayAct, "beoordelen", w.to(ActAssess), "edit")
	add(v.MayAct, "veroorzaker", w.to(ActInstigator), "user")
	add(v.MayAct, "maatregelen", w.to(ActMeasure), "measure")
	add(v.MayTalk, "reeks", w.path+"/reeks", "history")
	add(v.MayTalk, "brieven", w.path+"/brieven", "mail")
	add(v.MayTalk, "horen", w.path+"/horen", "note")
	add(v.MayAct, "eerdere-zaken", w.path+"/eerdere-zaken", "link")
	add(v.MayAct, "politie", w.to(ActPolice), "police")
	add(v.MayFollow, "politiedossier", w.path+"/politiedossier", "document")
	add(w.haltMayApply(), "halt", w.to(ActHalt), "help")
	add(v.MayFollow, "schade", w.to(ActDamage), "money")
	add(v.MayFollow, "ongeval", w.to(ActAccident), "warning")
	add(v.MayFollow, "analyse", w.to(ActAnalysis), "trend")
	add(v.MayFollow, "leerblad", w.path+"/leerblad", "users")
	add(v.MayFollow, "verbetering", w.to(ActImprove), "check")
	add(v.MayPause && w.pausable() != "", "termijnen", w.to(ActClock, string(w.pausable())), "clock")
	add(v.MayAct, "betrokkenen", w.to(ActInvolved), "users")
	add(v.MayTalk, "notities", w.to(ActNote), "note")
	add(v.MayAct, "terugkoppeling", w.to(ActFeedback), "send")
	add(v.MayMerge, "samenvoegen", w.to(ActMerge), "link")
	add(v.MayUnmerge, "splitsen", w.to(ActUnmerge), "history")
	add(v.MayReassign, "overdragen", w.to(ActReassign), "users")
	add(v.MayAct, "sluiten", w.to(ActClose), "check")
	add(v.MayReopen, "heropenen", w.to(ActReopen), "history")
	add(true, "afdrukken", w.path+"/afdrukken", "print")
	return out
}
