package mail

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	netmail "net/mail"
	"sync"
	"time"

	gomail "github.com/wneessen/go-mail"

	"rugdekking/vpt"
)

// Security says how the connection to the mail server is protected.
type Security int

// Mandatory is the zero value on purpose: mail in the clear takes a setting.
const (
	Mandatory     Security = iota // STARTTLS, or no mail
	Implicit                      // TLS from the first byte, usually port 465
	Opportunistic                 // STARTTLS when the server offers it
)

// SMTPConfig says where mail goes.
type SMTPConfig struct {
	Host     string
	Port     int
	Security Security
	// Username and Password are both empty for a server that asks for none.
	// They are only ever sent over TLS.
	Username string
	Password vpt.Private
	// From is the sender: "Rugdekking Lindemeer <rugdekking@lindemeer.example>".
	From string
	// Hello is the name given in EHLO; empty is the name of the machine.
	Hello string
	// Timeout bounds the whole conversation; zero is thirty seconds.
	Timeout time.Duration
	// TLS is for a private certificate authority; nil trusts the system's.
	TLS *tls.Config
}

const defaultTimeout = 30 * time.Second

// SMTP sends each message over a connection of its own. There is no pool:
// mail is rare here, and a connection per message makes it plain in which of
// them something went wrong.
type SMTP struct {
	config SMTPConfig
	from   netmail.Address
}

// NewSMTP checks the settings; it makes no connection.
func NewSMTP(c SMTPConfig) (*SMTP, error) {
	from, err := netmail.ParseAddress(c.From)
	switch {
	case err != nil || !validAddress(from.Address) || !singleLine(from.Name):
		return nil, errors.New("mail: the sender is no e-mail address")
	case c.Host == "" || c.Port < 1 || c.Port > 65535:
		return nil, errors.New("mail: the mail server needs a name and a port")
	case c.Security < Mandatory || c.Security > Opportunistic:
		return nil, errors.New("mail: unknown protection of the connection")
	case (c.Username == "") != c.Password.IsZero():
		return nil, errors.New("mail: user name and password go together")
	}
	if c.Timeout <= 0 {
		c.Timeout = defaultTimeout
	}
	s := &SMTP{config: c, from: *from}
	if _, err := s.client(&lines{}); err != nil {
		return nil, fmt.Errorf("mail: settings of the mail server: %w", err)
	}
	return s, nil
}

// Send hands m to the mail server and returns when the server has taken it.
func (s *SMTP) Send(ctx context.Context, m Message) error {
	if err := m.Validate(); err != nil {
		return err
	}
	envelope, err := s.compose(m)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, s.config.Timeout)
	defer cancel()
	open := &lines{}
	defer open.close()
	// The library looks at ctx only while it connects.
	stop := context.AfterFunc(ctx, open.close)
	defer stop()
	client, err := s.client(open)
	if err != nil {
		return failure(ErrTemporary, "settings", 0)
	}
	err = client.DialAndSendWithContext(ctx, envelope)
	if envelope.IsDelivered() {
		// What goes wrong after the server took it, such as at QUIT, is no
		// reason to send it again.
		return nil
	}
	return outcome(err)
}

// compose makes the mail itself and writes it out once, so that whatever is
// wrong with it shows before a server hears of it.
func (s *SMTP) compose(m Message) (*gomail.Msg, error) {
	page, err := m.htmlBody()
	if err != nil {
		return nil, invalid("html")
	}
	out := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	out.FromMailAddress(&s.from)
	out.ToMailAddress(&netmail.Address{Address: m.To.Reveal()})
	out.Subject(m.Subject)
	out.SetMessageIDWithValue(m.MessageID)
	out.SetDateWithValue(m.Date)
	out.SetGenHeader(gomail.HeaderContentLang, m.Lang)
	// RFC 3834: no out-of-office answers to a machine.
	out.SetGenHeader("Auto-Submitted", "auto-generated")
	out.SetGenHeader(gomail.HeaderXAutoResponseSuppress, "All")
	out.SetBodyString(gomail.TypeTextPlain, m.plainText())
	out.AddAlternativeString(gomail.TypeTextHTML, page)
	if _, err := out.WriteTo(&bytes.Buffer{}); err != nil {
		return nil, invalid("message")
	}
	return out, nil
}

func (s *SMTP) client(open *lines) (*gomail.Client, error) {
	c := s.config
	setup := &tls.Config{MinVersion: tls.VersionTLS12}
	if c.TLS != nil {
		setup = c.TLS.Clone()
		setup.MinVersion = max(setup.MinVersion, tls.VersionTLS12)
	}
	if setup.ServerName == "" {
		setup.ServerName = c.Host
	}
	policy := gomail.TLSMandatory
	switch c.Security {
	case Opportunistic:
		policy = gomail.TLSOpportunistic
	case Implicit:
		// The connection is already TLS when the library gets it.
		policy = gomail.NoTLS
		open.tls = setup
	}
	options := []gomail.Option{
		gomail.WithPort(c.Port), gomail.WithTimeout(c.Timeout), gomail.WithTLSPolicy(policy),
		gomail.WithTLSConfig(setup), gomail.WithDialContextFunc(open.dial),
	}
	if c.Username != "" {
		options = append(options, gomail.WithSMTPAuthCustom(&login{username: c.Username, password: c.Password, host: c.Host}))
	}
	if c.Hello != "" {
		options = append(options, gomail.WithHELO(c.Hello))
	}
	return gomail.NewClient(c.Host, options...)
}

// lines keeps the connection of one Send, because the library leaves it open
// when greeting or signing in fails.
type lines struct {
	tls *tls.Config

	mu     sync.Mutex
	conn   net.Conn
	closed bool
}

func (l *lines) dial(ctx context.Context, network, address string) (net.Conn, error) {
	conn, err := (&net.Dialer{}).DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	if l.tls != nil {
		secure := tls.Client(conn, l.tls)
		if err := secure.HandshakeContext(ctx); err != nil {
			return nil, errors.Join(err, conn.Close())
		}
		conn = secure
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return nil, errors.Join(net.ErrClosed, conn.Close())
	}
	l.conn = conn
	return conn, nil
}

// close ends the connection at once; whoever reads or writes gets an error.
func (l *lines) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closed = true
	if l.conn != nil {
		_ = l.conn.Close()
		l.conn = nil
	}
}
