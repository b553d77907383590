package vpt

import (
	"strings"
	"time"
)

// LetterState is where a letter stands.
type LetterState string

// The states of a letter. Once it is queued it has its number, and its text
// never changes again; a frozen one is kept byte for byte.
const (
	LetterDraft   LetterState = "concept"
	LetterQueued  LetterState = "wordt-gemaakt"
	LetterFrozen  LetterState = "vastgelegd"
	LetterDropped LetterState = "vervallen"
)

// Letter is one letter in the file of a case.
type Letter struct {
	ID         LetterID
	Casefile   CasefileID
	Template   string // code
	Version    int    // of the template
	About      string // "maatregel:ID", "gesprek:ID", "klacht:ID" or empty: the case
	Number     string // B-2026-00012; empty for a draft
	State      LetterState
	SHA256     string // of the PDF
	FrozenAt   time.Time
	By         PersonID
	ByName     Private
	At         time.Time
	Deliveries []Delivery
}

// LetterField is one blank of a letter, with what is known for it.
type LetterField struct {
	Name      string
	Form      string // regel, tekst, lijst, datum, dag, tijd
	Explained string
	Needed    bool
	Value     Private
}

// LetterForm is a letter that is being written.
type LetterForm struct {
	Number    string // of the case
	ID        LetterID
	Template  string
	Title     string
	About     string
	Fields    []LetterField
	Owed      []Field // what is still missing, or not right
	Preview   Private // HTML of the letter as it stands; empty while something is owed
	Templates []string
}

// LetterView is a letter that was made.
type LetterView struct {
	Number     string // of the case
	From       string // name of the organisation
	Letter     Letter
	Title      string
	HTML       Private
	Zone       *time.Location
	Today      Date
	MayDeliver bool
}

// SaveLetter is the input for a letter: kept as a draft, or made for good.
type SaveLetter struct {
	Case     string
	ID       LetterID // empty: a new one
	Template string
	About    string
	Values   map[string]Private
	Freeze   bool
	Once     Once
}

// MaxLetter bounds the text of all blanks of one letter.
const MaxLetter = 60_000

// Validate checks the input; what a letter owes is said by its template.
func (in SaveLetter) Validate() error {
	var p Problems
	p.Require("template", in.Template == "")
	total := 0
	for name, value := range in.Values {
		total += value.Len()
		noBSN(&p, name, value)
	}
	if total > MaxLetter {
		p.Add("template", "te-lang")
	}
	return p.Err()
}

// LetterFormat is how a letter is downloaded.
type LetterFormat string

// The formats of a letter. The PDF is the frozen one; the others are made from
// the same text.
const (
	FormatPDF  LetterFormat = "pdf"
	FormatODT  LetterFormat = "odt"
	FormatDOCX LetterFormat = "docx"
)

// MediaType gives the type of a format.
func (f LetterFormat) MediaType() string {
	switch f {
	case FormatODT:
		return "application/vnd.oasis.opendocument.text"
	case FormatDOCX:
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	}
	return "application/pdf"
}

// LetterFile is a letter to download.
type LetterFile struct {
	Name      string // without personal data: the number of the letter
	MediaType string
	Data      []byte
}

// DeliveryWay is how a letter left.
type DeliveryWay string

// The ways in which a letter leaves. By mail goes a link, never the letter.
const (
	ByPost       DeliveryWay = "post"
	ByRegistered DeliveryWay = "aangetekend"
	ByHand       DeliveryWay = "uitgereikt"
	ByMail       DeliveryWay = "e-mail"
)

// Delivery is one way in which a letter left, with what proves it. A mail
// stands in the states of MailState; the others are sent when recorded.
type Delivery struct {
	ID       DeliveryID
	Letter   LetterID
	Way      DeliveryWay
	State    MailState
	To       Private // the address of a mail
	SentOn   Date
	SentAt   time.Time
	OpenedAt time.Time // when the reader opened the link
	Proof    Private
	Attempts int
	By       PersonID
	At       time.Time
}

// LetterLinkFor is how long the link of a letter works: as long as there is
// time to complain about it.
const LetterLinkFor = 60 * 24 * time.Hour

// RecordDelivery is the input for how a letter left, or for mailing its link.
type RecordDelivery struct {
	Case   string
	Letter LetterID
	Way    DeliveryWay
	SentOn Date
	To     Private // mail only
	Proof  Private
	Once   Once
}

// Validate checks the input against today.
func (in RecordDelivery) Validate(today Date) error {
	var p Problems
	oneOf(&p, "way", in.Way, ByPost, ByRegistered, ByHand, ByMail)
	if in.Way == ByMail {
		p.Require("to", in.To.IsZero())
		if !in.To.IsZero() && !validEmail(in.To.reveal()) {
			p.Add("to", "geen-e-mailadres")
		}
	} else if in.Way != "" {
		pastDay(&p, "sentOn", in.SentOn, today)
		p.Require("proof", in.Way != ByPost && in.Proof.IsZero())
	}
	p.MaxLen("to", in.To.Len(), MaxLine)
	p.MaxLen("proof", in.Proof.Len(), MaxText)
	noBSN(&p, "proof", in.Proof)
	return p.Err()
}

// DecideDelivery is the input for a mail of which nobody knows whether it
// arrived: send it again, or leave it at that.
type DecideDelivery struct {
	Case     string
	Letter   LetterID
	Delivery DeliveryID
	Again    bool
	Once     Once
}

// LetterAbout puts together what a letter is about.
func LetterAbout[T ~string](kind string, id T) string { return kind + ":" + string(id) }

// AboutOf takes it apart.
func AboutOf(about string) (kind, id string) {
	kind, id, _ = strings.Cut(about, ":")
	return kind, id
}

// Letter gives the code of the letter that goes with a measure, empty when
// there is none.
func (m Measure) Letter() string {
	if m.Extends != "" {
		return "verlenging"
	}
	switch m.Kind.Code {
	case "M1":
		return "lichte-waarschuwing"
	case "M2":
		return "zware-waarschuwing"
	case "M5", ContactLimit:
		return "contactbeperking"
	case "M7":
		return "belverbod"
	case PremisesBan:
		return "pandverbod"
	}
	return ""
}
