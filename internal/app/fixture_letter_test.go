package app_test

import (
	"context"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// letterFixtures are those of letters, their texts, and what stands on all of
// them.
func letterFixtures() map[string]actFixture {
	typed := func() map[string]vpt.Private {
		return map[string]vpt.Private{"gedragingen": p("hij schreeuwde"), "naam": p("J. Klaver")}
	}
	letter := func(s *scene) vpt.LetterID { return vpt.LetterID(s.hanging("letter")) }
	secret := p("een-geheim-dat-niet-bestaat")
	return map[string]actFixture{
		"LetterForm": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.SaveLetter{Case: s.casefile, Template: aLetter, Values: typed()}}
		}},
		"SaveLetter": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.SaveLetter{Case: s.casefile, Template: aLetter, Values: typed()}}
		}},
		"DropLetter": {about: "zaak", by: "mila", prepare: (*scene).draftLetter, args: func(s *scene) []any {
			return []any{vpt.SaveLetter{Case: s.casefile, ID: letter(s), Values: typed()}}
		}},
		"LetterByID":   {about: "zaak", by: "mila", prepare: (*scene).freezeLetter, args: func(s *scene) []any { return []any{s.casefile, letter(s)} }},
		"LetterFile":   {about: "zaak", by: "mila", prepare: (*scene).freezeLetter, args: func(s *scene) []any { return []any{s.casefile, letter(s), vpt.FormatODT} }},
		"FreezeLetter": {about: "zaak", by: "taak", prepare: (*scene).queueLetter, args: func(s *scene) []any { return []any{letter(s)} }},
		"RecordDelivery": {about: "zaak", by: "mila", prepare: (*scene).freezeLetter, args: func(s *scene) []any {
			return []any{vpt.RecordDelivery{Case: s.casefile, Letter: letter(s), Way: vpt.ByMail, To: p("j.klaver@voorbeeld.example"), Proof: p("op zijn verzoek")}}
		}},
		"DecideDelivery": {about: "zaak", by: "mila", prepare: (*scene).doubtDelivery, args: func(s *scene) []any {
			return []any{vpt.DecideDelivery{Case: s.casefile, Letter: letter(s), Delivery: vpt.DeliveryID(s.hanging("delivery"))}}
		}},
		"DeliverLetters":       {by: "taak", args: none},
		"OpenLetter":           {by: "anoniem", args: func(*scene) []any { return []any{secret} }},
		"OpenLetterFile":       {by: "anoniem", args: func(*scene) []any { return []any{secret, vpt.FormatPDF} }},
		"LetterTemplates":      {by: "cora", args: none},
		"LetterTemplateByCode": {by: "cora", args: func(*scene) []any { return []any{vpt.SaveLetterTemplate{Code: aLetter}} }},
		"SaveLetterTemplate":   {by: "cora", args: func(*scene) []any { return []any{vpt.SaveLetterTemplate{Code: aLetter, Shipped: true}} }},
		"SaveStationery": {by: "bea", args: func(*scene) []any {
			return []any{vpt.SaveStationery{Stationery: aStationery()}}
		}},
	}
}

// aLetter is a letter of which all blanks can be typed.
const aLetter = "lichte-waarschuwing"

// aStationery lacks nothing.
func aStationery() vpt.Stationery {
	return vpt.Stationery{
		Lines: []string{"Raadhuisplein 1", "1234 AB Toetsdam"}, Footer: "www.toetsdam.example", Phone: "14 012", Email: "post@toetsdam.example",
		Hours: "op werkdagen van 9:00 tot 12:00 uur", Complaint: []string{"www.toetsdam.example/klacht"}, Ombudsman: []string{"Nationale ombudsman, 0800 335 5555"},
		Privacy: "privacy@toetsdam.example", Officer: "fg@toetsdam.example", Retention: "tot twaalf maanden na het einde van de maatregel",
	}
}

// filledLetter gives all the values of a letter: those that the case has, and
// for the rest something of the right form.
func filledLetter(w *apptest.World, who vpt.Actor, in vpt.SaveLetter) vpt.SaveLetter {
	form, err := w.App.LetterForm(context.Background(), who, in)
	w.Must(err)
	in.Values = map[string]vpt.Private{}
	for _, f := range form.Fields {
		if in.Values[f.Name] = f.Value; !f.Needed || !f.Value.IsZero() {
			continue
		}
		switch f.Form {
		case "datum", "dag":
			in.Values[f.Name] = p(string(today.AddDays(90)))
		case "tijd":
			in.Values[f.Name] = p("10:00")
		default:
			in.Values[f.Name] = p("getypt bij " + f.Name)
		}
	}
	return in
}

func (s *scene) keepLetter(freeze bool) {
	in := filledLetter(s.w, s.as(), vpt.SaveLetter{Case: s.casefile, Template: aLetter})
	in.Freeze = freeze
	_, err := s.w.App.SaveLetter(context.Background(), s.as(), in)
	s.w.Must(err)
}

func (s *scene) draftLetter() { s.keepLetter(false) }

func (s *scene) queueLetter() { s.keepLetter(true) }

func (s *scene) freezeLetter() {
	s.queueLetter()
	s.w.Must(s.w.App.FreezeLetter(context.Background(), apptest.System(s.org), vpt.LetterID(s.hanging("letter"))))
}

// doubtDelivery mails the link, and leaves it open whether that arrived.
func (s *scene) doubtDelivery() {
	s.freezeLetter()
	s.w.Must(s.w.App.RecordDelivery(context.Background(), s.as(), vpt.RecordDelivery{
		Case: s.casefile, Letter: vpt.LetterID(s.hanging("letter")), Way: vpt.ByMail, To: p("j.klaver@voorbeeld.example"),
	}))
	s.w.Exec(`UPDATE delivery SET state = 'onzeker' WHERE id = '` + s.hanging("delivery") + `'`)
}
