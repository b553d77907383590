package page

import (
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
	Numbers DefinitionList
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
	if r.Help == vpt.HelpNow {
		p.Urgent = &Alert{Tone: ToneWarning, Title: t.Text("ontvangst.nu-titel"), Text: []string{t.Text("ontvangst.nu-tekst")}}
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
		call = "ontvangst.belt-twijfel"
	case r.OnBehalf != vpt.ForMyself:
		call = "ontvangst.belt-ander"
	case r.Help == vpt.HelpNow:
		call = "ontvangst.belt-nu"
	}
	if r.Choice == vpt.ChoiceRegisterOnly {
		react = "ontvangst.alleen-registreren"
	}
	var steps []ReceiptStep
	for _, line := range []struct {
		clock     vpt.ClockKind
		icon, key string
	}{{vpt.ClockCare, "phone", call}, {vpt.ClockReaction, "measure", react}, {vpt.ClockFeedback, "mail", "ontvangst.hoort"}} {
		for _, c := range r.Clocks {
			if c.Kind == line.clock && !c.Due.IsZero() {
				steps = append(steps, ReceiptStep{Icon: line.icon, What: t.Fill(line.key, "naam", name), When: nl.Before(c.Due, r.Now, r.Zone, lang)})
			}
		}
	}
	return steps
}

// helpNumbers lists whom one can call, as links that a phone dials.
func helpNumbers(t *nl.Texts, numbers []vpt.HelpNumber, emergency string) DefinitionList {
	items := []Definition{{Term: t.Text("ontvangst.gevaar"), Text: "112", Href: "tel:112"}}
	if emergency != "" {
		items = append(items, Definition{Term: t.Text("melden.intern-nummer"), Text: emergency, Href: telephone(emergency)})
	}
	for _, n := range numbers {
		term := n.Label
		if n.Hours != "" {
			term += " (" + n.Hours + ")"
		}
		items = append(items, Definition{Term: term, Text: n.Phone, Href: telephone(n.Phone)})
	}
	return DefinitionList{Items: items}
}

// telephone makes an address that a phone dials of a number as people write it.
func telephone(number string) string {
	digits := make([]byte, 0, len(number))
	for i := range len(number) {
		if c := number[i]; c >= '0' && c <= '9' || c == '+' && len(digits) == 0 {
			digits = append(digits, c)
		}
	}
	return "tel:" + string(digits)
}
