package mail

import (
	"context"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	netmail "net/mail"
	"slices"
	"strings"
	"testing"
	"time"

	"mime/quotedprintable"

	"rugdekking/internal/mail/mailtest"
	"rugdekking/vpt"
)

func settings(s *mailtest.Server) SMTPConfig {
	return SMTPConfig{
		Host: s.Host(), Port: s.Port(), TLS: s.TLS(),
		From: "Rugdekking Lindemeer <rugdekking@lindemeer.example>", Hello: "rugdekking.lindemeer.example", Timeout: 5 * time.Second,
	}
}

func send(t *testing.T, c SMTPConfig, m Message) error {
	t.Helper()
	transport, err := NewSMTP(c)
	if err != nil {
		t.Fatal(err)
	}
	return transport.Send(t.Context(), m)
}

func TestSendOverSTARTTLS(t *testing.T) {
	s := mailtest.Start(t, mailtest.Options{})
	m := good()
	if err := send(t, settings(s), m); err != nil {
		t.Fatal(err)
	}
	mails := s.Mails()
	if len(mails) != 1 || !mails[0].TLS || mails[0].From != "rugdekking@lindemeer.example" || mails[0].To != m.To.Reveal() {
		t.Fatalf("the server took %d mails, over TLS %v", len(mails), len(mails) > 0 && mails[0].TLS)
	}
	got, err := netmail.ReadMessage(strings.NewReader(mails[0].Data))
	if err != nil {
		t.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(got.Header.Get("Subject"))
	if err != nil || subject != m.Subject {
		t.Errorf("subject = %q, %v", subject, err)
	}
	for name, want := range map[string]string{
		"Message-Id": "<" + m.MessageID + ">", "Date": "Mon, 23 Nov 2026 18:30:00 +0000", "To": "<" + m.To.Reveal() + ">",
		"From":           `"Rugdekking Lindemeer" <rugdekking@lindemeer.example>`,
		"Auto-Submitted": "auto-generated", "Content-Language": "nl", "User-Agent": "", "X-Mailer": "", "Bcc": "", "Cc": "",
	} {
		if values := got.Header[name]; got.Header.Get(name) != want || len(values) > 1 {
			t.Errorf("%s = %q, want %q", name, values, want)
		}
	}
	page, err := m.htmlBody()
	if err != nil {
		t.Fatal(err)
	}
	parts := bodies(t, got)
	if len(parts) != 2 || parts[0] != m.plainText() || parts[1] != page {
		t.Errorf("bodies:\n%q", parts)
	}
}

// bodies returns the alternatives of a mail, plain text first, decoded.
func bodies(t *testing.T, m *netmail.Message) []string {
	t.Helper()
	kind, parameters, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/alternative" {
		t.Fatalf("content type %q: %v", kind, err)
	}
	var out []string
	for reader := multipart.NewReader(m.Body, parameters["boundary"]); ; {
		part, err := reader.NextRawPart()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		if enc := part.Header.Get("Content-Transfer-Encoding"); enc != "quoted-printable" {
			t.Errorf("encoding %q", enc)
		}
		text, err := io.ReadAll(quotedprintable.NewReader(part))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, strings.ReplaceAll(string(text), "\r\n", "\n"))
	}
}

func TestProtectionOfTheConnection(t *testing.T) {
	for _, c := range []struct {
		name     string
		server   mailtest.Options
		security Security
		trust    bool
		sent     bool
		secure   bool
	}{
		{"STARTTLS", mailtest.Options{}, Mandatory, true, true, true},
		{"STARTTLS not offered", mailtest.Options{NoTLS: true}, Mandatory, true, false, false},
		{"certificate not trusted", mailtest.Options{}, Mandatory, false, false, false},
		{"implicit", mailtest.Options{Implicit: true}, Implicit, true, true, true},
		{"implicit, not trusted", mailtest.Options{Implicit: true}, Implicit, false, false, false},
		{"opportunistic, offered", mailtest.Options{}, Opportunistic, true, true, true},
		{"opportunistic, not offered", mailtest.Options{NoTLS: true}, Opportunistic, true, true, false},
	} {
		s := mailtest.Start(t, c.server)
		config := settings(s)
		config.Security = c.security
		if !c.trust {
			config.TLS = nil
		}
		err := send(t, config, good())
		mails := s.Mails()
		if c.sent != (err == nil) || c.sent != (len(mails) == 1) || c.sent && mails[0].TLS != c.secure {
			t.Errorf("%s: %v, %d mails", c.name, err, len(mails))
		}
		if !c.sent && (!errors.Is(err, ErrTemporary) || slices.Contains(s.Commands(), "MAIL")) {
			t.Errorf("%s: %v after %v", c.name, err, s.Commands())
		}
	}
}

func TestSignIn(t *testing.T) {
	for _, c := range []struct {
		name     string
		server   mailtest.Options
		security Security
		password string
		sent     bool
	}{
		{"plain", mailtest.Options{Mechanisms: "PLAIN"}, Mandatory, "g3heim", true},
		{"login", mailtest.Options{Mechanisms: "LOGIN"}, Mandatory, "g3heim", true},
		{"over implicit TLS", mailtest.Options{Implicit: true}, Implicit, "g3heim", true},
		{"wrong password", mailtest.Options{}, Mandatory, "fout", false},
		{"neither offered", mailtest.Options{Mechanisms: "CRAM-MD5"}, Mandatory, "g3heim", false},
		{"in the clear, on this very machine", mailtest.Options{NoTLS: true}, Opportunistic, "g3heim", false},
	} {
		c.server.Username, c.server.Password = "rugdekking@lindemeer.example", "g3heim"
		s := mailtest.Start(t, c.server)
		config := settings(s)
		config.Security, config.Username, config.Password = c.security, c.server.Username, vpt.NewPrivate(c.password)
		err := send(t, config, good())
		if c.sent != (err == nil) || c.sent != (len(s.Mails()) == 1) {
			t.Errorf("%s: %v", c.name, err)
		}
		if !c.sent && !errors.Is(err, ErrTemporary) {
			t.Errorf("%s: %v is not temporary, though settings can be mended", c.name, err)
		}
		if err != nil && strings.Contains(err.Error(), "lindemeer") {
			t.Errorf("%s: the error quotes the server: %v", c.name, err)
		}
		if c.server.NoTLS && slices.Contains(s.Commands(), "AUTH") {
			t.Error("the password was offered in the clear")
		}
	}
}

func TestOutcomes(t *testing.T) {
	reply := func(stage, line string) mailtest.Options {
		return mailtest.Options{Replies: map[string]string{stage: line}}
	}
	const quoting = " <fatma.yilmaz@lindemeer.example> fatma.yilmaz@lindemeer.example"
	for _, c := range []struct {
		name   string
		server mailtest.Options
		want   error
	}{
		{"busy at greeting", reply("greeting", "421 busy"), ErrTemporary},
		{"refused at greeting", reply("greeting", "554 no"), ErrTemporary},
		{"gone at greeting", reply("greeting", mailtest.Drop), ErrTemporary},
		{"gone at EHLO", reply("EHLO", mailtest.Drop), ErrTemporary},
		{"sender refused", reply("MAIL", "550 5.7.1 not you"+quoting), ErrTemporary},
		{"gone at MAIL", reply("MAIL", mailtest.Drop), ErrTemporary},
		{"unknown person", reply("RCPT", "550 5.1.1 unknown"+quoting), ErrRefused},
		{"full mailbox", reply("RCPT", "452 4.2.2 full"+quoting), ErrTemporary},
		{"gone at RCPT", reply("RCPT", mailtest.Drop), ErrTemporary},
		{"no data now", reply("DATA", "451 later"+quoting), ErrTemporary},
		{"no data ever", reply("DATA", "554 no"+quoting), ErrRefused},
		{"gone at DATA", reply("DATA", mailtest.Drop), ErrTemporary},
		{"gone within the content", mailtest.Options{HalfWay: true}, ErrUncertain},
		{"gone after the content", reply("content", mailtest.Drop), ErrUncertain},
		{"content refused", reply("content", "554 5.6.0 no"+quoting), ErrRefused},
		{"content later", reply("content", "451 later"+quoting), ErrTemporary},
		{"nonsense after the content", reply("content", "hm?"), ErrUncertain},
		{"gone after it was taken", reply("RSET", mailtest.Drop), nil},
		{"error after it was taken", reply("RSET", "500 hm"), nil},
		{"gone at QUIT", reply("QUIT", mailtest.Drop), nil},
	} {
		s := mailtest.Start(t, c.server)
		err := send(t, settings(s), good())
		if !errors.Is(err, c.want) || (c.want == nil) != (err == nil) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
		if err != nil && (strings.Contains(err.Error(), "fatma") || strings.Contains(err.Error(), "lindemeer")) {
			t.Errorf("%s: the error holds an address: %v", c.name, err)
		}
		for _, other := range []error{ErrTemporary, ErrRefused, ErrUncertain} {
			if other != c.want && errors.Is(err, other) {
				t.Errorf("%s: is also %v", c.name, other)
			}
		}
	}
}

func TestNoServer(t *testing.T) {
	s := mailtest.Start(t, mailtest.Options{})
	config := settings(s)
	config.Port = 1
	if err := send(t, config, good()); !errors.Is(err, ErrTemporary) || !strings.Contains(err.Error(), "refused") {
		t.Errorf("nobody listens: %v; the administrator learns nothing", err)
	}
}

func TestTimeLimit(t *testing.T) {
	for silent, want := range map[string]error{"EHLO": ErrTemporary, "RCPT": ErrTemporary, "RSET": nil} {
		s := mailtest.Start(t, mailtest.Options{Silent: silent})
		config := settings(s)
		config.Timeout = 300 * time.Millisecond
		start := time.Now()
		if err := send(t, config, good()); !errors.Is(err, want) || (want == nil) != (err == nil) {
			t.Errorf("silent at %s: %v", silent, err)
		}
		if took := time.Since(start); took > 3*time.Second {
			t.Errorf("silent at %s: gave up only after %v", silent, took)
		}
	}
}

func TestCancelEndsAConversation(t *testing.T) {
	s := mailtest.Start(t, mailtest.Options{Silent: "MAIL"})
	config := settings(s)
	config.Timeout = time.Minute
	transport, err := NewSMTP(config)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- transport.Send(ctx, good()) }()
	for !slices.Contains(s.Commands(), "MAIL") {
		time.Sleep(time.Millisecond)
	}
	cancel()
	select {
	case err := <-done:
		if !errors.Is(err, ErrTemporary) {
			t.Errorf("cancelled before the content: %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("Send does not listen to its context")
	}
}

// TestNoConnectionStaysOpen guards against the library, which leaves the
// connection open when greeting or signing in fails.
func TestNoConnectionStaysOpen(t *testing.T) {
	for _, o := range []mailtest.Options{
		{}, {Replies: map[string]string{"EHLO": "500 no", "HELO": "500 no"}}, {NoTLS: true},
		{Username: "x", Password: "y", Replies: map[string]string{"AUTH": "535 no"}}, {Replies: map[string]string{"RCPT": "550 no"}},
	} {
		s := mailtest.Start(t, o)
		config := settings(s)
		if o.Username != "" {
			config.Username, config.Password = "x", vpt.NewPrivate("z")
		}
		_ = send(t, config, good())
		for deadline := time.Now().Add(2 * time.Second); s.Open() > 0 && time.Now().Before(deadline); {
			time.Sleep(time.Millisecond)
		}
		if s.Open() != 0 {
			t.Errorf("%+v: %d connections stay open", o.Replies, s.Open())
		}
	}
}

func TestInvalidIsNeverSent(t *testing.T) {
	s := mailtest.Start(t, mailtest.Options{})
	m := good()
	m.Subject = "a\r\nBcc: x@y.example"
	if err := send(t, settings(s), m); !errors.Is(err, ErrInvalid) || len(s.Commands()) != 0 {
		t.Errorf("%v after %v", err, s.Commands())
	}
}

func TestNewSMTPRefuses(t *testing.T) {
	for name, change := range map[string]func(*SMTPConfig){
		"no host":          func(c *SMTPConfig) { c.Host = "" },
		"no port":          func(c *SMTPConfig) { c.Port = 0 },
		"high port":        func(c *SMTPConfig) { c.Port = 65536 },
		"no sender":        func(c *SMTPConfig) { c.From = "rugdekking" },
		"sender injects":   func(c *SMTPConfig) { c.From = "x\r\nBcc: a@b.example <a@b.example>" },
		"name only":        func(c *SMTPConfig) { c.Username = "x" },
		"password only":    func(c *SMTPConfig) { c.Password = vpt.NewPrivate("x") },
		"other protection": func(c *SMTPConfig) { c.Security = 3 },
	} {
		c := SMTPConfig{Host: "mail.example", Port: 587, From: "a@b.example"}
		change(&c)
		if _, err := NewSMTP(c); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
