// Package apptest gives a test a small world behind a real door: two
// organisations, units, people with every role, a clock that stands still and
// a mailbox, on a fresh database. It is for tests only.
package apptest

import (
	"context"
	"database/sql"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"rugdekking/internal/app"
	"rugdekking/internal/clock"
	"rugdekking/internal/credential"
	"rugdekking/internal/dbtest"
	"rugdekking/internal/mail"
	"rugdekking/vpt"
)

// Start is the instant at which a world begins: Tuesday 17 November 2026,
// 10:00 in Amsterdam.
var Start = time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)

// World is a door with people in front of it.
type World struct {
	T       testing.TB
	DB      dbtest.Database
	Runtime *app.Runtime
	App     *app.App
	Clock   *clock.Fake
	Mail    *mail.Capture
	Log     *LogBook
	Config  app.Config
	Org     vpt.Organisation // Gemeente Toetsdam
	Other   vpt.Organisation // Dienst Overkant
	Units   map[string]vpt.UnitID
	Sites   map[string]vpt.SiteID
	People  map[string]vpt.PersonID

	direct *sql.DB // past the door
}

// keyFile is where the master key of a world's database lies.
const keyFile = "master.key"

// Each runs fn in a fresh world on both engines.
func Each(t *testing.T, fn func(t *testing.T, w *World)) {
	t.Helper()
	dbtest.EachMigrated(t, "apptest", Migrate, func(t *testing.T, db dbtest.Database) { fn(t, Open(t, db)) })
}

// SQLite gives a fresh world on SQLite alone, for pages and routes, where the
// engine makes no difference.
func SQLite(t testing.TB) *World {
	t.Helper()
	return Open(t, dbtest.MigratedSQLite(t, "apptest", Migrate))
}

// Postgres gives a fresh world on PostgreSQL alone.
func Postgres(t testing.TB) *World {
	t.Helper()
	return Open(t, dbtest.MigratedPostgres(t, "apptest", Migrate))
}

func newWorld(t testing.TB, db dbtest.Database) *World {
	return &World{
		T: t, DB: db, Clock: clock.NewFake(Start), Mail: mail.NewCapture(1000), Log: &LogBook{},
		Units: map[string]vpt.UnitID{}, Sites: map[string]vpt.SiteID{}, People: map[string]vpt.PersonID{},
	}
}

// Open opens a copy of the world that Migrate made.
func Open(t testing.TB, db dbtest.Database) *World {
	t.Helper()
	key, err := os.ReadFile(filepath.Join(db.Dir, keyFile))
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t, db)
	w.Config = app.Config{
		Database: db.URL, OwnerURL: db.OwnerURL, UnscopedURL: db.UnscopedURL, Key: key, BaseURL: "https://rugdekking.example",
		Clock: w.Clock, Mailer: w.Mail, Cost: &credential.Params{MemoryKiB: 64, Passes: 1, Lanes: 1},
		MailText: func(reason vpt.MailReason, lang string) vpt.MailText {
			return vpt.MailText{Salutation: func(n string) string { return "Beste " + n + "," }, Subject: string(reason), Lines: []string{"Er is nieuws."}, LinkText: "Open"}
		},
		Log: slog.New(slog.NewTextHandler(w.Log, &slog.HandlerOptions{Level: slog.LevelDebug})),
	}
	w.Reopen()
	t.Cleanup(func() { _ = w.Runtime.Close(context.Background()) })
	w.recall()
	return w
}

// Reopen opens the door (again), as a restart would.
func (w *World) Reopen() {
	w.T.Helper()
	if w.Runtime != nil {
		w.Close()
	}
	r, err := app.Open(context.Background(), w.Config)
	w.Must(err)
	w.Runtime, w.App = r, r.App
}

// Close closes the door, and first the connection past it: as long as one is
// open, SQLite leaves its write-ahead log beside the file.
func (w *World) Close() {
	w.T.Helper()
	if w.direct != nil {
		w.Must(w.direct.Close())
		w.direct = nil
	}
	w.Must(w.Runtime.Close(context.Background()))
}

// Must fails the test on an error.
func (w *World) Must(err error) {
	w.T.Helper()
	if err != nil {
		w.T.Fatal(err)
	}
}

// Command is the command line as an actor.
func Command(org vpt.OrganisationID) vpt.Actor { return vpt.CommandActor(org, "toets") }

// System is a job as an actor.
func System(org vpt.OrganisationID) vpt.Actor { return vpt.SystemActor(org, "taak:toets") }

// Actor gives a person of the world as she would be after signing in now.
func (w *World) Actor(name string) vpt.Actor {
	w.T.Helper()
	id, ok := w.People[name]
	if !ok {
		w.T.Fatalf("nobody is called %q", name)
	}
	org := w.Org.ID
	if w.ofOther(name) {
		org = w.Other.ID
	}
	who, err := w.App.ActorFor(context.Background(), Command(org), id)
	w.Must(err)
	return who
}

func (w *World) ofOther(name string) bool { return name == "otto" || name == "olga" }

// Shipped gives the shipped code lists as the door takes them.
func Shipped(t testing.TB) []vpt.CodeSet {
	t.Helper()
	sets, err := app.ShippedCodes()
	if err != nil {
		t.Fatal(err)
	}
	return sets
}
