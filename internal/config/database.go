package config

import (
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
)

// Engine is which database it is.
type Engine int

// The engines.
const (
	NoEngine Engine = iota
	SQLite
	PostgreSQL
)

// Database names a database: "sqlite:PATH" or "postgres://…". Printing it shows
// no user name, password or parameters.
type Database struct {
	engine Engine
	path   string
	dsn    Secret
}

// errDatabase never repeats what was given: it may hold a password.
var errDatabase = errors.New(`config: a database is written as "sqlite:PATH" or "postgres://…"`)

// ParseDatabase reads the name of a database.
func ParseDatabase(text string) (Database, error) {
	if path, ok := strings.CutPrefix(text, "sqlite:"); ok {
		if path == "" || strings.ContainsAny(path, "?\x00") || strings.Contains(path, ":memory:") {
			// A question mark would start parameters of the driver, and a
			// database in memory forgets every report at the end.
			return Database{}, errDatabase
		}
		return sqliteAt(path), nil
	}
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "postgres" && u.Scheme != "postgresql" {
		return Database{}, errDatabase
	}
	return Database{engine: PostgreSQL, dsn: NewSecret(text)}, nil
}

func sqliteAt(path string) Database { return Database{engine: SQLite, path: path} }

// Engine returns which database it is, NoEngine for the zero value.
func (d Database) Engine() Engine { return d.engine }

// Path returns the file of an SQLite database, else "".
func (d Database) Path() string { return d.path }

// DSN returns the address of a PostgreSQL database, password included, else "".
func (d Database) DSN() string { return d.dsn.Expose() }

// Address returns what the door opens: "sqlite:PATH", or the address of a
// PostgreSQL database, password included; "" for the zero value.
func (d Database) Address() string {
	if d.engine == SQLite {
		return "sqlite:" + d.path
	}
	return d.dsn.Expose()
}

// IsZero reports whether none was named.
func (d Database) IsZero() bool { return d.engine == NoEngine }

// UnmarshalText reads what ParseDatabase reads; empty text is no database.
func (d *Database) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Database{}
		return nil
	}
	parsed, err := ParseDatabase(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// String returns a form that may be shown: the file, or host and name.
func (d Database) String() string {
	switch d.engine {
	case SQLite:
		return "sqlite:" + d.path
	case PostgreSQL:
		u, err := url.Parse(d.dsn.Expose())
		if err != nil {
			return "postgres:" + redacted
		}
		return "postgres://" + u.Host + u.Path
	}
	return ""
}

// Format shows the form of String for every verb.
func (d Database) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(d.String())) }

// LogValue shows the form of String.
func (d Database) LogValue() slog.Value { return slog.StringValue(d.String()) }

// MarshalText shows the form of String.
func (d Database) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
