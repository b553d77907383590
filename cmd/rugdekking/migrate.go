package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"rugdekking/internal/app"
	"rugdekking/internal/config"
)

type migrateCommand struct {
	config.Store
}

// Run brings the database up to date. A new SQLite database gets its key.
func (c *migrateCommand) Run(ctx context.Context, e *environment) error {
	if err := check(c.Store.Check()); err != nil {
		return err
	}
	key, err := e.keyFor(ctx, c.Store)
	if err != nil {
		return err
	}
	if err := app.Migrate(ctx, e.doorConfig(c.Store, key)); err != nil {
		return err
	}
	fmt.Fprintf(e.err, "De database %s is bij.\n", c.Source())
	return nil
}

// keyFor reads the master key. Only a new SQLite database without a key gets
// one made: on an existing database a missing key is an error, because another
// one opens nothing.
func (e *environment) keyFor(ctx context.Context, s config.Store) ([]byte, error) {
	key, err := readKey(s.KeyPath())
	if err == nil || errors.Is(err, errOpenKey) {
		return key, err
	}
	if s.Source().Engine() != config.SQLite || s.KeyFile != "" || !errors.Is(err, os.ErrNotExist) {
		return nil, config.Problems{{Setting: "key-file", Code: config.CodeUnreadable, Cause: err}}
	}
	if _, err := os.Stat(filepath.Dir(s.Source().Path())); err != nil {
		return nil, fmt.Errorf("map van de database: %w", err)
	}
	isNew, newErr := app.IsNew(ctx, s.Source().Address())
	if newErr != nil {
		return nil, newErr
	}
	if !isNew {
		return nil, config.Problems{{Setting: "key-file", Code: config.CodeUnreadable, Cause: err}}
	}
	return e.makeKey(s.KeyPath())
}

type keyNewCommand struct {
	File string `arg:"" help:"Bestand dat de sleutel krijgt. Het mag er nog niet zijn." placeholder:"BESTAND"`
}

// Run makes a master key.
func (c *keyNewCommand) Run(e *environment) error {
	_, err := e.makeKey(c.File)
	return err
}

// makeKey writes a new key that only its owner can read. It never overwrites:
// a key that is gone takes every text of its database with it.
func (e *environment) makeKey(path string) ([]byte, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, os.ErrExist) {
		return nil, unusable(fmt.Errorf("het bestand %s is er al. Een sleutel wordt nooit overschreven", path))
	}
	if err != nil {
		return nil, fmt.Errorf("sleutel maken: %w", err)
	}
	key := app.NewKey()
	_, err = f.Write(key)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return nil, fmt.Errorf("sleutel maken: %w", err)
	}
	fmt.Fprintf(e.err, "De hoofdsleutel staat in %s. Bewaar er een kopie van op een andere plek: zonder deze sleutel is geen tekst meer te lezen.\n", path)
	return key, nil
}
