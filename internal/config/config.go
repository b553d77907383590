// Package config holds the settings that commands share, and where they come
// from: a flag, else an environment variable, else a line of the config file,
// else the default.
//
// It exists so that each setting has one name in all three places, and so that
// a wrong one is refused before anything starts. It must never open a database
// or a port, read the environment behind its caller's back, or show a secret in
// print, in an error or in help.
//
// A command embeds the groups it needs:
//
//	type serveCommand struct {
//		config.Store
//		config.HTTP
//		config.Mail
//	}
//
// and calls Check on each. It is not named Validate, because kong would then
// call it by itself, also for a command that can do without: verifying the
// audit needs no master key.
package config

import (
	"log/slog"
	"path/filepath"
	"time"
)

// Global are the settings of every command. The names of the config file and of
// the level are not secret and may be printed.
type Global struct {
	Config    string `help:"Bestand met instellingen, op elke regel: naam = waarde." placeholder:"BESTAND"`
	LogLevel  string `help:"Vanaf welk niveau er gelogd wordt." enum:"debug,info,warn,error" default:"info"`
	LogFormat string `help:"Vorm van het log." enum:"json,text" default:"json"`
}

// Level returns the log level for slog. The zero value is info.
func (g Global) Level() slog.Level {
	return map[string]slog.Level{
		"debug": slog.LevelDebug, "warn": slog.LevelWarn, "error": slog.LevelError,
	}[g.LogLevel]
}

// Store says where data is kept.
type Store struct {
	Database     Database `help:"Database: sqlite:PAD of postgres://… (standaard: rugdekking.db in de gegevensmap)." placeholder:"BRON" secret:""`
	DatabaseFile string   `help:"Bestand waarin de database staat." placeholder:"BESTAND"`

	OwnerDatabase        Database `help:"PostgreSQL: adres voor wie de tabellen bezit, voor migrate, backup en restore (standaard: --database)." placeholder:"BRON" secret:""`
	OwnerDatabaseFile    string   `help:"Bestand waarin dat adres staat." placeholder:"BESTAND"`
	UnscopedDatabase     Database `help:"PostgreSQL: adres voor werk over organisaties heen (standaard: --database)." placeholder:"BRON" secret:""`
	UnscopedDatabaseFile string   `help:"Bestand waarin dat adres staat." placeholder:"BESTAND"`

	KeyFile string `help:"Bestand met de hoofdsleutel. Verplicht bij PostgreSQL." placeholder:"BESTAND"`
	DataDir string `help:"Map voor de gegevens." placeholder:"MAP" default:"."`
}

// databaseName is the file in the data directory when no database is named.
const databaseName = "rugdekking.db"

// Source returns the database, with the default filled in.
func (s Store) Source() Database {
	if !s.Database.IsZero() {
		return s.Database
	}
	return sqliteAt(filepath.Join(s.DataDir, databaseName))
}

// KeyPath returns the file of the master key. For SQLite it defaults to the
// path of the database with ".key" behind it; for PostgreSQL it is empty when
// not set.
func (s Store) KeyPath() string {
	if s.KeyFile == "" && s.Source().Engine() == SQLite {
		return s.Source().Path() + ".key"
	}
	return s.KeyFile
}

// Check reports what is wrong, as Problems, or nil.
func (s Store) Check() error {
	var p Problems
	for _, other := range []struct {
		name string
		Database
	}{{"owner-database", s.OwnerDatabase}, {"unscoped-database", s.UnscopedDatabase}} {
		if other.Engine() == SQLite || other.Engine() == PostgreSQL && s.Source().Engine() == SQLite {
			p.add(other.name, CodeTogether) // roles are PostgreSQL's, and one installation has one engine
		}
	}
	if s.Source().Engine() == PostgreSQL && s.KeyFile == "" {
		// Several nodes share one database: none of them may invent a key.
		p.add("key-file", CodeRequired)
	}
	return p.err()
}

// Mail says how mail goes out. Without a server no mail is sent.
type Mail struct {
	SMTPHost         string        `name:"smtp-host" help:"Naam van de mailserver. Leeg: er gaat geen mail uit." placeholder:"NAAM"`
	SMTPPort         int           `name:"smtp-port" help:"Poort van de mailserver." default:"587"`
	SMTPSecurity     string        `name:"smtp-security" help:"Beveiliging: starttls (verplicht), tls (meteen) of starttls-als-het-kan." enum:"starttls,tls,starttls-als-het-kan" default:"starttls"`
	SMTPUsername     string        `name:"smtp-username" help:"Gebruikersnaam bij de mailserver." placeholder:"NAAM"`
	SMTPPassword     Secret        `name:"smtp-password" help:"Wachtwoord bij de mailserver." placeholder:"WACHTWOORD" secret:""`
	SMTPPasswordFile string        `name:"smtp-password-file" help:"Bestand met het wachtwoord bij de mailserver." placeholder:"BESTAND"`
	SMTPTimeout      time.Duration `name:"smtp-timeout" help:"Hoe lang één mail mag duren, hoogstens 30s." default:"30s"`
	MailFrom         string        `help:"Afzender van mail." placeholder:"ADRES"`
}

// MaxSMTPTimeout is the longest that one mail may take. Sending is cut off after
// a minute, and a mail may be begun 25 seconds into it: one that is cut off on
// its way is uncertain for ever.
const MaxSMTPTimeout = 30 * time.Second

// Enabled reports whether there is a mail server to send by.
func (m Mail) Enabled() bool { return m.SMTPHost != "" }

// Check reports what is wrong, as Problems, or nil.
func (m Mail) Check() error {
	var p Problems
	if !m.Enabled() {
		return nil
	}
	if m.MailFrom == "" {
		p.add("mail-from", CodeRequired)
	}
	if m.SMTPPort < 1 || m.SMTPPort > 65535 {
		p.add("smtp-port", CodeMalformed)
	}
	switch {
	case m.SMTPTimeout <= 0:
		p.add("smtp-timeout", CodeMalformed)
	case m.SMTPTimeout > MaxSMTPTimeout:
		p.add("smtp-timeout", CodeTooSlow)
	}
	if m.SMTPUsername != "" && m.SMTPPassword.IsZero() {
		p.add("smtp-password", CodeRequired)
	}
	if m.SMTPUsername == "" && !m.SMTPPassword.IsZero() {
		p.add("smtp-username", CodeRequired)
	}
	return p.err()
}
