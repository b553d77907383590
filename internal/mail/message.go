// Package mail builds and sends the mails of Rugdekking: a link and a reason
// to open it, never a story.
//
// It exists so that one place decides what a mail looks like and what may be
// said when sending goes wrong. It must never know a noun of the domain, choose
// a recipient, retry by itself, or put an address in an error or a log: that a
// person gets mail from this system is itself personal.
package mail

import (
	"errors"
	"fmt"
	netmail "net/mail"
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"rugdekking/vpt"
)

// Message is one mail to one person.
type Message struct {
	// To is the bare address, without a name.
	To vpt.Private
	// Salutation is the whole first line: "Beste Fatma,".
	Salutation vpt.Private
	// Subject and the paragraphs say why there is a mail, in words that anyone
	// who looks over the shoulder may read.
	Subject string
	Text    []string
	// Link is the page to open, LinkText what the link is called in the HTML
	// form: a screen reader lists links without the text around them.
	Link     string
	LinkText string
	// Closing stands below the link.
	Closing []string
	// MessageID is "local@domain", without angle brackets. The caller gives the
	// same one at every attempt, so that a mail that arrived twice is seen as
	// one.
	MessageID string
	// Date is when the mail was made; the transport has no clock.
	Date time.Time
	// Lang is the language of the texts, "nl" or "en".
	Lang string
}

// The outcomes of Send that a caller tells apart. No error of this package
// holds an address or a line that the mail server wrote.
var (
	// ErrInvalid says that the message can never be sent as it is. It is also
	// an ErrRefused.
	ErrInvalid = fmt.Errorf("mail: not a message that can be sent: %w", ErrRefused)
	// ErrRefused says that the mail server will not take this message, now or
	// later.
	ErrRefused = errors.New("mail: refused for good")
	// ErrTemporary says that the message was certainly not taken and that a
	// later attempt may succeed. Wrong settings are here too: they get mended.
	ErrTemporary = errors.New("mail: not sent, try again later")
	// ErrUncertain says that nobody knows whether the message was taken: the
	// connection was lost while the server had it. A person decides.
	ErrUncertain = errors.New("mail: unknown whether it was sent")
)

const (
	maxSubject = 200
	maxAddress = 254 // RFC 5321 §4.5.3.1.3
)

// Validate reports what is wrong with a message as an ErrInvalid that names the
// field and not its content.
func (m Message) Validate() error {
	switch {
	case !validAddress(m.To.Reveal()):
		return invalid("To")
	case !singleLine(m.Salutation.Reveal()):
		return invalid("Salutation")
	case m.Subject == "" || len(m.Subject) > maxSubject || !singleLine(m.Subject):
		return invalid("Subject")
	case len(m.Text) == 0 || !paragraphs(m.Text):
		return invalid("Text")
	case !paragraphs(m.Closing):
		return invalid("Closing")
	case !validLink(m.Link):
		return invalid("Link")
	case !singleLine(m.LinkText):
		return invalid("LinkText")
	case !validMessageID(m.MessageID):
		return invalid("MessageID")
	case m.Date.IsZero():
		return invalid("Date")
	case m.Lang != "nl" && m.Lang != "en":
		return invalid("Lang")
	}
	return nil
}

func invalid(field string) error { return fmt.Errorf("field %s: %w", field, ErrInvalid) }

// validAddress takes a bare address that means the same to every parser:
// no display name, comment, quoting or route.
func validAddress(text string) bool {
	if len(text) > maxAddress || !singleLine(text) || strings.ContainsAny(text, " \"<>(),;:\\[]") {
		return false
	}
	parsed, err := netmail.ParseAddress(text)
	return err == nil && parsed.Name == "" && parsed.Address == text
}

// validLink takes a page of this system or no link at all.
func validLink(text string) bool {
	if text == "" {
		return true
	}
	u, err := url.Parse(text)
	return err == nil && singleLine(text) && !strings.Contains(text, " ") &&
		(u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil
}

func validMessageID(text string) bool {
	return len(text) <= maxAddress && regexp.MustCompile(`^[A-Za-z0-9._+=-]+@[A-Za-z0-9.-]+$`).MatchString(text)
}

func paragraphs(lines []string) bool {
	for _, line := range lines {
		if line == "" || !singleLine(line) {
			return false
		}
	}
	return true
}

// singleLine refuses every sign that could end a header or a line, or hide what
// a reader sees: control signs, line and paragraph separators, and the signs
// that turn the direction of text.
func singleLine(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool {
		return unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
	})
}
