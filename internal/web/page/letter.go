package page

import (
	"html/template"
	"net/url"
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// Letters is the list of the letters of a case, with the way to write one.
type Letters struct {
	Shell
	Heading PageHeading
	List    CardList
	New     []Link
	Back    Link
}

// LetterWrite is a letter that is being written: its blanks, what is still
// missing, and the letter as it will be.
type LetterWrite struct {
	Shell
	Heading  PageHeading
	Errors   FieldErrors
	Notes    []Alert
	Key      Idempotency
	Action   string
	Hidden   []Hidden
	Needed   []FormField // what the letter cannot do without
	Rest     []FormField // the other blanks
	Open     bool        // the rest is unfolded: something in it is not right
	Preview  template.HTML
	Freeze   string // the button; empty while something is missing
	Save     string
	Look     string
	Drop     string
	Back     Link
	NotYet   string
	AboutTxt string
}

// LetterPage is a letter that was made.
type LetterPage struct {
	Shell
	Heading PageHeading
	Notes   []Alert
	Letter  template.HTML
	Files   []Link
	Facts   DefinitionList
	Sent    CardList
	Deliver ButtonGroup
	Back    *Link
}

// LetterActs are the names of the buttons of the form.
const (
	FieldLetterAct = "actie"
	LetterKeep     = "bewaar"
	LetterLook     = "bekijk"
	LetterFreeze   = "maak"
	LetterDrop     = "weg"
)

// NewLetters makes the list.
func NewLetters(shell Shell, t *nl.Texts, v vpt.CaseView) *Letters {
	path := "/zaken/" + v.Case.Number
	p := &Letters{
		Shell: shell, Heading: PageHeading{Title: t.Text("brieven.titel"), Lead: t.Text("brieven.lead")}, Back: Link{Label: t.Text("brieven.naar-zaak"), Href: path},
	}
	p.List.Empty = EmptyState{Title: t.Text("brieven.leeg"), Icon: "mail"}
	p.List.Cards = letterCards(t, v.Case.Number, v.Letters).Cards
	for _, code := range v.LetterKinds {
		p.New = append(p.New, Link{Label: t.Letter(code), Href: path + "/brieven/nieuw?brief=" + code})
	}
	return p
}

// letterCards shows letters as a list: a draft leads to where it is written.
func letterCards(t *nl.Texts, number string, letters []vpt.Letter) CardList {
	var list CardList
	for _, l := range letters {
		card := Card{Title: t.Letter(l.Template), Href: "/zaken/" + number + "/brieven/" + string(l.ID), Badges: []Badge{{Tone: ToneNeutral, Text: t.Label(l.State)}}}
		if l.State == vpt.LetterDraft {
			card.Href += "/schrijven"
		} else {
			card.Facts = []Definition{{Term: t.Text("brieven.nummer"), Text: l.Number}, {Term: t.Text("brieven.bezorgd"), Text: deliveredText(t, l)}}
		}
		list.Cards = append(list.Cards, card)
	}
	return list
}

// deliveredText says how a letter left, in a few words.
func deliveredText(t *nl.Texts, l vpt.Letter) string {
	var out []string
	for _, d := range l.Deliveries {
		text := t.Label(d.Way)
		if d.SentOn != "" {
			text += ", " + nl.Day(string(d.SentOn), t.Lang())
		} else {
			text += ": " + strings.ToLower(t.Label(d.State))
		}
		out = append(out, text)
	}
	if len(out) == 0 {
		return t.Text("brieven.nog-niet")
	}
	return strings.Join(out, "; ")
}

// NewLetterWrite makes the page on which a letter is written. errs are what is
// wrong with what was typed; what is merely still empty stands in the form.
func NewLetterWrite(shell Shell, t *nl.Texts, f vpt.LetterForm, key Idempotency, typed url.Values, errs FieldErrors) *LetterWrite {
	path := "/zaken/" + f.Number + "/brieven"
	shell.Problem = len(errs) > 0
	p := &LetterWrite{
		Shell: shell, Heading: PageHeading{Title: t.Letter(f.Template), Lead: t.Text("brief.lead")}, Errors: errs, Key: key, Action: path + "/nieuw",
		Save: t.Text("brief.bewaar"), Look: t.Text("brief.bekijk"), Back: Link{Label: t.Text("zaak.annuleer"), Href: path}, Preview: trusted(f.Preview),
		Hidden: []Hidden{{Name: "brief", Value: f.Template}, {Name: "over", Value: f.About}},
	}
	if f.ID != "" {
		p.Action, p.Drop = path+"/"+string(f.ID)+"/schrijven", t.Text("brief.weg")
	}
	owed := map[string]string{}
	for _, field := range f.Owed {
		owed[field.Path] = t.LetterProblem(field.Path, field.Code)
	}
	for _, field := range f.Fields {
		made := letterField(t, field, typed, errs)
		_, missing := owed[field.Name]
		if field.Needed || missing || !field.Value.IsZero() {
			p.Needed = append(p.Needed, made)
		} else {
			p.Rest = append(p.Rest, made)
		}
	}
	if len(f.Owed) == 0 {
		p.Freeze = t.Text("brief.maak")
	} else {
		note := Alert{Tone: ToneInfo, Title: t.Text("brief.nog-nodig")}
		for _, field := range f.Owed {
			note.Lines = append(note.Lines, Link{Label: owedText(t, field, owed), Href: "#" + FieldID(field.Path)})
		}
		p.Notes = append(p.Notes, note)
	}
	return p
}

func owedText(t *nl.Texts, field vpt.Field, owed map[string]string) string {
	label := t.LetterField(field.Path)
	if label == "" {
		return owed[field.Path]
	}
	return label + ": " + owed[field.Path]
}

// letterField makes one blank as a field of a form.
func letterField(t *nl.Texts, f vpt.LetterField, typed url.Values, errs FieldErrors) FormField {
	label := t.LetterField(f.Name)
	if label == "" {
		label = f.Name
	}
	field := NewField(f.Name, label, f.Explained, errs)
	field.Optional = !f.Needed
	value := f.Value.Reveal()
	if typed != nil {
		value = typed.Get(f.Name)
	}
	switch f.Form {
	case "datum", "dag":
		if typed == nil && value != "" {
			value = nl.Day(value, t.Lang())
		}
		return dateOf(field, value)
	case "tijd":
		at := NewTimeField(field, value)
		return FormField{Time: &at}
	case "tekst", "lijst":
		area := NewTextArea(field, value)
		area.MaxLength, area.Rows = vpt.MaxAccount, min(8, 2+strings.Count(value, "\n"))
		return FormField{Area: &area}
	}
	return textOf(field, value, vpt.MaxLine)
}

// trusted is HTML that the document package wrote: it escapes all text in it.
func trusted(html vpt.Private) template.HTML { return template.HTML(html.Reveal()) }

// NewLetterPage makes the page of a letter that was made.
func NewLetterPage(shell Shell, t *nl.Texts, v vpt.LetterView) *LetterPage {
	l, path := v.Letter, "/zaken/"+v.Number+"/brieven/"+string(v.Letter.ID)
	badge := Badge{Tone: ToneNeutral, Text: t.Label(l.State)}
	p := &LetterPage{
		Shell: shell, Heading: PageHeading{Title: t.Letter(l.Template), Lead: l.Number, Badge: &badge}, Letter: trusted(v.HTML),
		Back: &Link{Label: t.Text("brief.naar-brieven"), Href: "/zaken/" + v.Number + "/brieven"},
	}
	if l.State == vpt.LetterQueued {
		p.Notes = []Alert{{Tone: ToneInfo, Title: t.Text("brief.wordt-gemaakt"), Text: []string{t.Text("brief.wordt-gemaakt-uitleg")}}}
	}
	for _, format := range []vpt.LetterFormat{vpt.FormatPDF, vpt.FormatODT, vpt.FormatDOCX} {
		p.Files = append(p.Files, Link{Label: t.Label(format), Href: path + "/bestand/" + string(format)})
	}
	add := func(key, text string) {
		if text != "" {
			p.Facts.Items = append(p.Facts.Items, Definition{Term: t.Text("brief." + key), Text: text})
		}
	}
	add("gemaakt-door", l.ByName.Reveal())
	add("gemaakt-op", nl.Moment(l.At, v.Zone, t.Lang()))
	add("controle", l.SHA256)
	p.Sent = deliveries(t, v, path)
	if v.MayDeliver {
		kind := ButtonPrimary
		if len(l.Deliveries) > 0 {
			kind = ButtonSecondary
		}
		p.Deliver = NewButtonGroup(LinkButton(kind, t.Text("brief.doe-bezorgen"), path+"/bezorgen"))
	}
	return p
}

// deliveries are how a letter left, with what proves it.
func deliveries(t *nl.Texts, v vpt.LetterView, path string) CardList {
	var list CardList
	for _, d := range v.Letter.Deliveries {
		card := Card{Title: t.Label(d.Way), Sub: true, Badges: []Badge{{Tone: ToneNeutral, Text: t.Label(d.State)}}, Text: paragraphs(d.Proof.Reveal())}
		if d.SentOn != "" {
			card.Facts = append(card.Facts, Definition{Term: t.Text("brief.verstuurd-op"), Text: nl.Day(string(d.SentOn), t.Lang())})
		}
		if !d.To.IsZero() {
			card.Facts = append(card.Facts, Definition{Term: t.Text("brief.aan"), Text: d.To.Reveal()})
		}
		if !d.OpenedAt.IsZero() {
			card.Facts = append(card.Facts, Definition{Term: t.Text("brief.geopend"), Text: nl.Moment(d.OpenedAt, v.Zone, t.Lang())})
		}
		if v.MayDeliver && (d.State == vpt.MailUncertain || d.State == vpt.MailFailed) {
			again := SecondaryButton(t.Text("brief.opnieuw"), FieldLetterAct, "opnieuw")
			card.Action, card.Post = &again, path+"/bezorgingen/"+string(d.ID)
			card.Text = append(card.Text, t.Text("brief.onzeker"))
		}
		list.Cards = append(list.Cards, card)
	}
	return list
}

// DeliverSections gives the fields of how a letter left.
func DeliverSections(t *nl.Texts, typed url.Values, errs FieldErrors) []FormSection {
	f := caseFields{fields: fields{t: t, prefix: "bezorgen.", errs: errs}, typed: typed, today: t.Text("zaak.vandaag")}
	to := f.line(f.optional("to"), "")
	return []FormSection{{Fields: []FormField{
		f.radio(f.field("way"), "", labels(t, vpt.ByPost, vpt.ByRegistered, vpt.ByHand, vpt.ByMail)), f.day(f.optional("sentOn"), f.today),
		to, f.area(f.optional("proof"), ""),
	}}}
}

// NewReaderLetter makes the page on which a citizen reads a letter by its link.
func NewReaderLetter(shell Shell, t *nl.Texts, v vpt.LetterView, path string) *LetterPage {
	p := &LetterPage{Shell: shell, Heading: PageHeading{Title: shell.Title}, Letter: trusted(v.HTML)}
	for _, format := range []vpt.LetterFormat{vpt.FormatPDF, vpt.FormatODT, vpt.FormatDOCX} {
		p.Files = append(p.Files, Link{Label: t.Label(format), Href: path + "/" + string(format)})
	}
	return p
}
