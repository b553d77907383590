package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"rugdekking/internal/app"
	"rugdekking/internal/config"
	"rugdekking/internal/serve"
	"rugdekking/internal/web/static"
)

type doctorCommand struct {
	config.Store
	config.HTTP
	config.Mail
}

// diagnosis is what was found so far.
type diagnosis struct {
	env   *environment
	wrong int
}

func (d *diagnosis) good(text string, args ...any) { d.line("goed", text, args...) }
func (d *diagnosis) warn(text string, args ...any) { d.line("let op", text, args...) }
func (d *diagnosis) bad(text string, args ...any) {
	d.wrong++
	d.line("FOUT", text, args...)
}

func (d *diagnosis) line(mark, text string, args ...any) {
	fmt.Fprintf(d.env.out, "%-7s %s\n", mark, fmt.Sprintf(text, args...))
}

// Run looks at everything that has to be right before people can work, and
// says of each thing that is not what to do about it. It changes nothing.
func (c *doctorCommand) Run(ctx context.Context, e *environment) error {
	d := &diagnosis{env: e}
	c.settings(d)
	c.files(d)
	c.database(ctx, d)
	c.mail(ctx, d)
	if _, err := static.Open(); err != nil {
		d.bad("%s", explain(err))
	}
	if d.wrong > 0 {
		fmt.Fprintf(e.err, "Er is iets mis: los op wat met FOUT begint.\n")
		return told(statusFailed)
	}
	return nil
}

// settings tells what is wrong with the settings themselves.
func (c *doctorCommand) settings(d *diagnosis) {
	err := check(c.Store.Check(), c.HTTP.Check(false), c.Mail.Check())
	if err != nil {
		for line := range strings.SplitSeq(explain(err), "\n") {
			d.bad("%s", line)
		}
		return
	}
	d.good("De instellingen kloppen. Mensen bereiken de server op %s.", c.BaseURL)
	switch {
	case c.TLSCert != "":
		if _, err := serve.TLSConfig(c.TLSCert, c.TLSKey, d.env.log); err != nil {
			d.bad("Het TLS-certificaat is niet te gebruiken: %v", err)
		} else {
			d.good("Het TLS-certificaat is te lezen.")
		}
	case len(c.BehindProxy) > 0:
		d.good("De proxy op %s zorgt voor https.", strings.Join(c.BehindProxy, ", "))
	default:
		d.warn("Er is geen TLS: alleen deze computer kan erbij.")
	}
	if c.SecurityContact == "" {
		d.warn("Er is geen --security-contact: wie een lek vindt, weet niet waar het te melden.")
	}
}

// files looks at the key, the database file and the room that is left.
func (c *doctorCommand) files(d *diagnosis) {
	switch info, err := os.Stat(c.KeyPath()); {
	case err != nil:
		d.bad("De hoofdsleutel is er niet: %v. Zet het bestand terug, of wijs het aan met --key-file. Zonder deze sleutel is geen tekst te lezen.", err)
	case info.Mode().Perm()&forOthers != 0:
		d.bad("Anderen kunnen de hoofdsleutel lezen. Doe: chmod 600 %s", c.KeyPath())
	default:
		d.good("De hoofdsleutel staat in %s, alleen voor deze gebruiker.", c.KeyPath())
	}
	if c.Source().Engine() != config.SQLite {
		return
	}
	path := c.Source().Path()
	if info, err := os.Stat(path); err == nil && info.Mode().Perm()&forOthers != 0 {
		d.bad("Anderen kunnen de database lezen. Doe: chmod 600 %s", path)
	}
	const enough = 1 << 30
	free, err := freeSpace(filepath.Dir(path))
	switch {
	case err != nil:
		d.bad("De map van de database is niet te bekijken: %v", err)
	case free < enough:
		d.bad("Op de schijf van de database is nog %d MB vrij. Maak ruimte: bij een volle schijf komt geen melding meer binnen.", free>>20)
	default:
		d.good("Op de schijf van de database is nog %d GB vrij.", free>>30)
	}
}

// database opens the door as the server would and asks what it stands on.
func (c *doctorCommand) database(ctx context.Context, d *diagnosis) {
	cfg, err := d.env.existing(c.Store)
	if err != nil {
		if errors.Is(err, app.ErrNotMigrated) {
			d.bad("%s", explain(err))
		}
		return // a key that is missing or open to others has been told
	}
	door, err := app.Open(ctx, cfg)
	if err != nil {
		d.bad("%s", explain(err))
		return
	}
	defer func() { _ = door.Close(context.WithoutCancel(ctx)) }()
	if err := door.Ready(ctx); err != nil {
		d.bad("De database antwoordt niet: %v", err)
		return
	}
	d.good("De database %s is bij en past bij de hoofdsleutel.", c.Source())
	found, err := door.Durability(ctx)
	if err != nil {
		d.bad("De database zegt niet hoe hij bewaart: %v", err)
		return
	}
	var parts []string
	for _, s := range found.Settings {
		parts = append(parts, s.Name+"="+s.Value)
	}
	if found.Safe {
		d.good("Wat bevestigd is, staat op de schijf (%s).", strings.Join(parts, ", "))
	} else {
		d.bad("Bij stroomuitval gaan bevestigde meldingen verloren (%s). Zet fsync en synchronous_commit aan.", strings.Join(parts, ", "))
	}
	d.good("Vingerafdruk van het logboek: %s. Bewaar hem ook buiten de database.", app.Fingerprint(door.AuditKey()))
}

// mail looks whether the mail server answers; it sends nothing.
func (c *doctorCommand) mail(ctx context.Context, d *diagnosis) {
	if !c.Mail.Enabled() {
		d.warn("Er is geen mailserver: niemand krijgt bericht. Stel --smtp-host in.")
		return
	}
	if _, err := d.env.mailer(c.Mail); err != nil {
		d.bad("De instellingen voor mail kloppen niet: %v", err)
		return
	}
	address := net.JoinHostPort(c.SMTPHost, strconv.Itoa(c.SMTPPort))
	conn, err := (&net.Dialer{Timeout: 5 * time.Second}).DialContext(ctx, "tcp", address)
	if err != nil {
		d.bad("De mailserver %s antwoordt niet: %v", address, err)
		return
	}
	_ = conn.Close()
	d.good("De mailserver %s antwoordt.", address)
}
