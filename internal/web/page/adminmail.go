package page

import (
	"strconv"
	"time"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// AdminMail is the page where a person decides about mails of which nobody
// knows whether they arrived.
type AdminMail struct {
	Shell
	Heading PageHeading
	Mails   []MailDoubt
	Empty   EmptyState
}

// MailDoubt is one such mail.
type MailDoubt struct {
	Post  string
	Title string
	Badge Badge
	Facts []Definition
	Again string // texts of the buttons: they name the receiver, so that each is unique
	Leave string
}

// FillAdminMail puts the mails on the page.
func FillAdminMail(t *nl.Texts, in vpt.MailTroubles) AdminMail {
	p := AdminMail{Empty: EmptyState{Title: t.Text("beheer.post.leeg"), Text: t.Text("beheer.post.leeg-tekst"), Icon: "check"}}
	for _, m := range in.Mails {
		name := m.Name.Name.Reveal()
		p.Mails = append(p.Mails, MailDoubt{
			Post: "/beheer/post/" + string(m.ID), Title: t.Label(m.Reason), Badge: Badge{Tone: ToneWarning, Text: t.Label(m.State), Icon: "mail"},
			Facts: []Definition{
				{Term: t.Text("beheer.post.aan"), Text: name}, {Term: t.Text("beheer.post.wanneer"), Text: nl.DateTime(m.CreatedAt, in.Zone, t.Lang())},
			},
			Again: t.Fill("beheer.post.opnieuw", "naam", name), Leave: t.Fill("beheer.post.laat", "naam", name),
		})
	}
	return p
}

// AdminCalendar is one year of working days.
type AdminCalendar struct {
	Shell
	Heading  PageHeading
	Errors   FieldErrors
	Year     int
	Before   Link
	After    Link
	Holidays CheckboxGroup
	Days     []FormField
}

// extraRows is how many empty rows the calendar keeps for more days off.
const extraRows = 3

// FillAdminCalendar puts a year on the page. in is what holds or what was
// typed: its days off first, those worked last.
func FillAdminCalendar(t *nl.Texts, in vpt.SaveCalendar, errs FieldErrors) AdminCalendar {
	f := fields{t, "beheer.kalender.", errs}
	year := strconv.Itoa(in.Year)
	p := AdminCalendar{Year: in.Year, Errors: errs}
	for step, link := range map[int]*Link{-1: &p.Before, 1: &p.After} {
		text := strconv.Itoa(in.Year + step)
		*link = Link{Label: text, Href: "/beheer/kalender?jaar=" + text}
	}
	worked := map[vpt.Date]bool{}
	var off []vpt.DaySetting
	for _, d := range in.Days {
		if d.Work {
			worked[d.On] = true
		} else {
			off = append(off, d)
		}
	}
	p.Holidays = CheckboxGroup{Field: NewField("vrij", t.Fill("beheer.kalender.feestdagen", "jaar", year), t.Text("beheer.kalender.feestdagen-hint"), errs)}
	for _, h := range vpt.Holidays(in.Year) {
		at := h.On.At(12, 0, time.UTC)
		label := t.Text("feestdag."+h.Code) + ", " + nl.Weekday(at.Weekday(), t.Lang()) + " " + nl.Day(string(h.On), t.Lang())
		p.Holidays.Options = append(p.Holidays.Options, Option{Value: string(h.On), Label: label, Selected: !worked[h.On]})
	}
	for i := range len(off) + extraRows {
		var d vpt.DaySetting
		if i < len(off) {
			d = off[i]
		}
		on := f.numbered("days", i, "on")
		on.Hint = t.Text("beheer.kalender.days.on-hint")
		p.Days = append(p.Days, dateOf(on, shownDay(t, d.On)), textOf(f.numbered("days", i, "name"), d.Name, 60))
	}
	return p
}

// AdminSecret shows the key of a service, once.
type AdminSecret struct {
	Shell
	Heading PageHeading
	Name    string
	secret  vpt.Private
}

// NewAdminSecret makes the page of one key.
func NewAdminSecret(name string, secret vpt.Private) AdminSecret {
	return AdminSecret{Name: name, secret: secret}
}

// Secret reveals the key, this once.
func (a *AdminSecret) Secret() string { return a.secret.Reveal() }
