package apptest

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"rugdekking/internal/app"
	"rugdekking/internal/clock"
	"rugdekking/internal/credential"
	"rugdekking/internal/dbtest"
	"rugdekking/vpt"
)

// known is what a world is called by: it is made once, beside the database
// that every test gets a copy of.
type known struct {
	Org, Other vpt.Organisation
	Units      map[string]vpt.UnitID
	Sites      map[string]vpt.SiteID
	People     map[string]vpt.PersonID
}

// knownFile is where the names of a world lie, beside its database.
const knownFile = "world.json"

// Migrate makes the key, the tables and the people of a database, once: each
// test opens a copy.
func Migrate(db dbtest.Database) (err error) {
	key := app.NewKey()
	if err := os.WriteFile(filepath.Join(db.Dir, keyFile), key, 0o600); err != nil {
		return err
	}
	cfg := app.Config{
		Database: db.URL, OwnerURL: db.OwnerURL, UnscopedURL: db.UnscopedURL, Key: key, Clock: clock.NewFake(Start), BaseURL: "https://rugdekking.example",
		Cost: &credential.Params{MemoryKiB: 64, Passes: 1, Lanes: 1},
	}
	ctx := context.Background()
	if err := app.Migrate(ctx, cfg); err != nil {
		return err
	}
	runtime, err := app.Open(ctx, cfg)
	if err != nil {
		return err
	}
	w := newWorld(builder{}, db)
	w.App = runtime.App
	defer func() {
		if failed := recover(); failed != nil {
			err = fmt.Errorf("apptest: %v", failed)
		}
		if closed := runtime.Close(ctx); err == nil {
			err = closed
		}
	}()
	w.fill()
	data, err := json.Marshal(known{w.Org, w.Other, w.Units, w.Sites, w.People})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(db.Dir, knownFile), data, 0o600)
}

// builder stands where a test stands, before there is one: what fails there
// ends the making of the world.
type builder struct{ testing.TB }

func (builder) Helper()                      {}
func (builder) Fatal(args ...any)            { panic(fmt.Sprint(args...)) }
func (builder) Fatalf(f string, args ...any) { panic(fmt.Sprintf(f, args...)) }

// recall takes over what the world is called by.
func (w *World) recall() {
	w.T.Helper()
	data, err := os.ReadFile(filepath.Join(w.DB.Dir, knownFile))
	w.Must(err)
	var k known
	w.Must(json.Unmarshal(data, &k))
	w.Org, w.Other, w.Units, w.Sites, w.People = k.Org, k.Other, k.Units, k.Sites, k.People
}
