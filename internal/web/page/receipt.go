package page

import (
	"slices"
	"time"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// ReportReceipt is "Dank je, we hebben het.": who has it, what happens by when,
// whom to call now.
type ReportReceipt struct {
	Shell
	Heading PageHeading
	Urgent  *Alert // when help is needed now
	Steps   Receipt
	Numbers PhoneList
	Buttons ButtonGroup
}

// NewReportReceipt makes the page.
func NewReportReceipt(shell Shell, t *nl.Texts, r vpt.Receipt) *ReportReceipt {
	p := &ReportReceipt{
		Shell:   shell,
		Heading: PageHeading{Title: t.Text("ontvangst.titel"), Lead: t.Fill("ontvangst.lead", "nummer", r.Number)},
		Steps:   Receipt{Title: t.Text("ontvangst.wie"), Name: ownerName(t, r.Owner), Function: r.Owner.Function.Reveal(), Steps: receiptSteps(t, r)},
		Buttons: NewButtonGroup(LinkButton(ButtonPrimary, t.Text("ontvangst.meer"), "/meldingen/"+r.Number+"/meer"),
			LinkButton(ButtonSecondary, t.Text("ontvangst.bekijk"), "/meldingen/"+r.Number)),
	}
	if !r.Deputy.Name.IsZero() {
		p.Steps.Function = t.Fill("ontvangst.waarnemer", "naam", r.Deputy.Name.Reveal())
	}
	told := t.Text("ontvangst.nu-tekst")
	if r.Circle != "" {
		p.Heading.Lead += " " + t.Fill("melding.kring", "naam", r.Circle)
		told = t.Fill("ontvangst.nu-tekst-kring", "naam", r.Circle)
	}
	if r.Help == vpt.HelpNow {
		p.Urgent = &Alert{Tone: ToneWarning, Title: t.Text("ontvangst.nu-titel"), Text: []string{told}}
	}
	p.Numbers = helpNumbers(t, r.HelpNumbers, r.Emergency)
	return p
}

// ownerName names who has a report: the coordinators when nobody owns it.
func ownerName(t *nl.Texts, owner vpt.PersonName) string {
	if owner.Name.IsZero() {
		return t.Text("melding.coordinator")
	}
	return owner.Name.Reveal()
}

// receiptSteps are the three things that a reporter may count on. What she
// asked for decides the words.
func receiptSteps(t *nl.Texts, r vpt.Receipt) []ReceiptStep {
	name, lang := ownerName(t, r.Owner), t.Lang()
	call, react := "ontvangst.belt", "ontvangst.besluit"
	switch {
	case r.Choice == vpt.ChoiceDoubt:
		call, react = "ontvangst.belt-twijfel", "ontvangst.besluit-twijfel"
	case r.OnBehalf != vpt.ForMyself:
		call = "ontvangst.belt-ander"
	case r.Help == vpt.HelpNow:
		call = "ontvangst.belt-nu"
	}
	if r.Choice == vpt.ChoiceRegisterOnly {
		react = "ontvangst.alleen-registreren"
	}
	type due struct {
		at   time.Time
		step ReceiptStep
	}
	var all []due
	for _, line := range []struct {
		clock     vpt.ClockKind
		icon, key string
	}{{vpt.ClockCare, "phone", call}, {vpt.ClockReaction, "measure", react}, {vpt.ClockFeedback, "mail", "ontvangst.hoort"}} {
		for _, c := range r.Clocks {
			if c.Kind == line.clock && !c.Due.IsZero() {
				at := promised(r, c)
				all = append(all, due{at, ReceiptStep{Icon: line.icon, What: t.Fill(line.key, "naam", name), When: nl.Before(at, r.Now, r.Zone, lang)}})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b due) int { return a.at.Compare(b.at) }) // what comes first stands first
	steps := make([]ReceiptStep, len(all))
	for i, d := range all {
		steps[i] = d.step
	}
	return steps
}

// promised is by when a clock's line holds. Who is in doubt is called first, so
// not later than the decision that follows from the call.
func promised(r vpt.Receipt, clock vpt.Clock) time.Time {
	at := clock.Due
	if r.Choice != vpt.ChoiceDoubt || clock.Kind != vpt.ClockCare {
		return at
	}
	for _, c := range r.Clocks {
		if c.Kind == vpt.ClockReaction && !c.Due.IsZero() && c.Due.Before(at) {
			at = c.Due
		}
	}
	return at
}

// PhoneList is whom one can call, under a heading: "numbers".
type PhoneList struct {
	Title   string
	Numbers []PhoneNumber
}

// PhoneNumber is somebody to call.
type PhoneNumber struct {
	Label  string
	Number string // as people read it
	Dial   string // as a phone dials it
}

// helpNumbers lists whom one can call, as links that a phone dials.
func helpNumbers(t *nl.Texts, numbers []vpt.HelpNumber, emergency string) PhoneList {
	list := []PhoneNumber{{Label: t.Text("ontvangst.gevaar"), Number: "112", Dial: "112"}}
	if emergency != "" {
		list = append(list, PhoneNumber{Label: t.Text("melden.intern-nummer"), Number: emergency, Dial: dial(emergency)})
	}
	for _, n := range numbers {
		label := n.Label
		if n.Hours != "" {
			label += " (" + n.Hours + ")"
		}
		list = append(list, PhoneNumber{Label: label, Number: n.Phone, Dial: dial(n.Phone)})
	}
	return PhoneList{Title: t.Text("ontvangst.bellen"), Numbers: list}
}

// Shown is the number as it is read: it does not break at the end of a line.
func (p PhoneNumber) Shown() string { return unbroken(p.Number) }

// dial keeps of a number what a phone dials.
func dial(number string) string {
	digits := make([]byte, 0, len(number))
	for i := range len(number) {
		if c := number[i]; c >= '0' && c <= '9' || c == '+' && len(digits) == 0 {
			digits = append(digits, c)
		}
	}
	return string(digits)
}
