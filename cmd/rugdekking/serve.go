package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"runtime/debug"

	"rugdekking/internal/app"
	"rugdekking/internal/config"
	"rugdekking/internal/mail"
	"rugdekking/vpt"
)

type serveCommand struct {
	config.Store
	config.HTTP
	config.Mail
}

// Run serves until it is told to stop, then lets requests and jobs under way
// finish.
func (c *serveCommand) Run(ctx context.Context, e *environment) (err error) {
	if err := check(c.Store.Check(), c.HTTP.Check(false), c.Mail.Check()); err != nil {
		return err
	}
	base, err := c.Base()
	if err != nil {
		return unusable(err)
	}
	cfg, err := e.existing(c.Store)
	if err != nil {
		return err
	}
	cfg.BaseURL = base.String()
	if cfg.Mailer, err = e.mailer(c.Mail); err != nil {
		return err
	}
	return e.serve(ctx, &served{config: cfg, http: c.HTTP, base: func(net.Listener) (*url.URL, []string) { return base, nil }})
}

// served is what the server and the demonstration have in common.
type served struct {
	config app.Config
	http   config.HTTP
	base   func(net.Listener) (*url.URL, []string) // origin and further hosts
	ready  func(context.Context) error             // done once the address is ours; may be nil
}

// serve binds the address first, so that a port in use is told before anything
// else is done.
func (e *environment) serve(ctx context.Context, s *served) (err error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", s.http.Listen)
	if err != nil {
		return fmt.Errorf("luisteren op %s: %w", s.http.Listen, err)
	}
	defer func() { _ = listener.Close() }()
	if s.ready != nil {
		if err := s.ready(ctx); err != nil {
			return err
		}
	}
	base, hosts := s.base(listener)
	s.config.BaseURL = base.String()
	door, err := app.Open(ctx, s.config)
	if err != nil {
		return err
	}
	// The end of ctx asks to stop; what is under way still needs the door.
	running := context.WithoutCancel(ctx)
	defer func() { err = errors.Join(err, closeDoor(running, door, s.http)) }()
	if demo, err := door.IsDemo(ctx); err != nil || demo != s.config.Demo {
		return errors.Join(err, app.ErrDemo)
	}
	if err := door.Start(running); err != nil {
		return err
	}
	site, err := e.newSite(door, s, base, hosts)
	if err != nil {
		return err
	}
	fmt.Fprintf(e.out, "Rugdekking staat klaar op %s\n", base)
	go debug.FreeOSMemory() // starting leaves much behind that is never needed again
	return site.run(ctx, listener)
}

func closeDoor(ctx context.Context, door *app.Runtime, h config.HTTP) error {
	ctx, cancel := context.WithTimeout(ctx, h.DrainTimeout)
	defer cancel()
	return door.Close(ctx)
}

// mailer sends by the mail server of the settings. Without one every mail is
// refused and shown to the coordinator as not sent, which is better than
// silence.
func (e *environment) mailer(m config.Mail) (mail.Transport, error) {
	if !m.Enabled() {
		e.log.Warn("er is geen mailserver ingesteld: er gaat geen mail uit", "instelling", "smtp-host")
		return noMail{}, nil
	}
	password := m.SMTPPassword.Expose()
	hello, _ := os.Hostname() // empty lets the library choose
	return mail.NewSMTP(mail.SMTPConfig{
		Host: m.SMTPHost, Port: m.SMTPPort, Username: m.SMTPUsername, Password: vpt.NewPrivate(password), From: m.MailFrom,
		Hello: hello, Timeout: m.SMTPTimeout, Security: map[string]mail.Security{
			"tls": mail.Implicit, "starttls-als-het-kan": mail.Opportunistic,
		}[m.SMTPSecurity],
	})
}

// noMail stands where a mail server would.
type noMail struct{}

// Send refuses every message.
func (noMail) Send(context.Context, mail.Message) error { return mail.ErrRefused }
