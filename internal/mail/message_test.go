package mail

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"rugdekking/vpt"
)

func good() Message {
	return Message{
		To:         vpt.NewPrivate("fatma.yilmaz@lindemeer.example"),
		Salutation: vpt.NewPrivate("Beste Fatma,"),
		Subject:    "Er staat een zaak voor je klaar – vóór morgen 14:00",
		Text:       []string{"Een collega heeft een incident gemeld.", "Open de zaak om te zien wat je volgende stap is."},
		Link:       "https://rugdekking.lindemeer.example/zaken/Z-2026-00012?van=mail&x=1",
		LinkText:   "Open de zaak",
		Closing:    []string{"Je krijgt deze mail omdat je leidinggevende bent."},
		MessageID:  "0193-zaak.1@rugdekking.lindemeer.example",
		Date:       time.Date(2026, 11, 23, 18, 30, 0, 0, time.UTC),
		Lang:       "nl",
	}
}

func TestValidate(t *testing.T) {
	if err := good().Validate(); err != nil {
		t.Fatalf("a good message: %v", err)
	}
	long := strings.Repeat("a", 250) + "@lindemeer.example"
	for _, c := range []struct {
		field  string
		values []string
		set    func(*Message, string)
	}{
		{"To", []string{
			"", "fatma", "a@b\r\nBcc: c@d.example", "a@b.example, c@d.example", "Fatma <a@b.example>", "<a@b.example>",
			"a@b.example (x)", "\"a b\"@c.example", "a@[127.0.0.1]", " a@b.example", long, "a@b.example\x00",
		}, func(m *Message, v string) { m.To = vpt.NewPrivate(v) }},
		{"Salutation", []string{"Beste\nBcc: x", "Beste \u2028 x", "\xff"}, func(m *Message, v string) { m.Salutation = vpt.NewPrivate(v) }},
		{"Subject", []string{"", "a\r\nBcc: x@y.example", "a\nb", "a\rb", "a\x00", "om\u202egekeerd", strings.Repeat("a", 201)}, func(m *Message, v string) { m.Subject = v }},
		{"Text", []string{"", "a\n.\n"}, func(m *Message, v string) { m.Text = []string{v} }},
		{"Closing", []string{"", "a\r\n"}, func(m *Message, v string) { m.Closing = []string{v} }},
		{"Link", []string{"javascript:alert(1)", "/zaken", "https://", "https://x@y.example", "https://a.example/ b", "https://a.example/\r\nx", "data:x"}, func(m *Message, v string) { m.Link = v }},
		{"LinkText", []string{"a\nb"}, func(m *Message, v string) { m.LinkText = v }},
		{"MessageID", []string{"", "geen", "<a@b>", "a@b\r\nBcc: x", "a b@c", "é@c", "a@b@c"}, func(m *Message, v string) { m.MessageID = v }},
		{"Date", []string{""}, func(m *Message, _ string) { m.Date = time.Time{} }},
		{"Lang", []string{"", "NL", "nl\" onload"}, func(m *Message, v string) { m.Lang = v }},
	} {
		for _, value := range c.values {
			m := good()
			c.set(&m, value)
			err := m.Validate()
			if !errors.Is(err, ErrInvalid) || !errors.Is(err, ErrRefused) || !strings.Contains(err.Error(), "field "+c.field+":") {
				t.Errorf("%s = %q: %v", c.field, value, err)
			}
			if len(value) > 2 && err != nil && strings.Contains(err.Error(), value) {
				t.Errorf("%s: the error repeats the value", c.field)
			}
		}
	}
	without := good()
	without.Text = nil
	if !errors.Is(without.Validate(), ErrInvalid) {
		t.Error("a mail without a reason was accepted")
	}
}

func TestPlainText(t *testing.T) {
	const want = `Beste Fatma,

Een collega heeft een incident gemeld.

Open de zaak om te zien wat je volgende stap is.

https://rugdekking.lindemeer.example/zaken/Z-2026-00012?van=mail&x=1

Je krijgt deze mail omdat je leidinggevende bent.
`
	if got := good().plainText(); got != want {
		t.Errorf("plain text:\n%s", got)
	}
	bare := Message{Text: []string{"Alleen dit."}}
	if got := bare.plainText(); got != "Alleen dit.\n" {
		t.Errorf("without salutation and link: %q", got)
	}
}

func TestHTMLSaysTheSameAndRunsNothing(t *testing.T) {
	m := good()
	m.Salutation = vpt.NewPrivate(`Beste <script>alert("x")</script>,`)
	m.Text = append(m.Text, `1 < 2 & "zo"`)
	body, err := m.htmlBody()
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for n := range root.Descendants() {
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			texts = append(texts, n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		if !strings.Contains(" html head meta title body p a ", " "+n.Data+" ") {
			t.Errorf("element %s does not belong in a mail", n.Data)
		}
		for _, a := range n.Attr {
			if name := n.Data + " " + a.Key; name != "html lang" && name != "meta charset" && name != "a href" {
				t.Errorf("attribute %s does not belong in a mail", name)
			}
			if a.Key == "href" && a.Val != m.Link {
				t.Errorf("href = %q", a.Val)
			}
		}
	}
	want := append([]string{m.Subject, m.Salutation.Reveal()}, m.Text...)
	want = append(want, m.LinkText, m.Closing[0])
	if strings.Join(texts, "|") != strings.Join(want, "|") {
		t.Errorf("texts = %q", texts)
	}
	if !strings.HasPrefix(body, "<!DOCTYPE html>\n<html lang=\"nl\">") {
		t.Error("no document type or language")
	}
}

func TestLinkWithoutTextNamesItself(t *testing.T) {
	m := good()
	m.LinkText = ""
	if body, err := m.htmlBody(); err != nil || !strings.Contains(body, ">https://rugdekking.lindemeer.example/zaken/Z-2026-00012") {
		t.Errorf("%v %s", err, body)
	}
}

func TestMessageDoesNotPrintThePerson(t *testing.T) {
	for _, form := range []string{"%v", "%+v", "%#v", "%s"} {
		if out := fmt.Sprintf(form, good()); strings.Contains(strings.ToLower(out), "fatma") {
			t.Errorf("%s shows the person: %s", form, out)
		}
	}
}
