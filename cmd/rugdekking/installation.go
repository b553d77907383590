package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"rugdekking/internal/app"
	"rugdekking/internal/config"
	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// doorConfig is what every command opens the door with.
func (e *environment) doorConfig(s config.Store, key []byte) app.Config {
	return app.Config{
		Database: s.Source().Address(), OwnerURL: s.OwnerDatabase.Address(), UnscopedURL: s.UnscopedDatabase.Address(),
		Key: key, Clock: e.clock, MailText: nl.Mail, Log: e.log,
	}
}

// withDoor opens the door for a command, does do and closes it. Mail that the
// command asks for stays in the queue until a server sends it.
func (e *environment) withDoor(ctx context.Context, s config.Store, baseURL string, do func(*app.App) error) error {
	cfg, err := e.existing(s)
	if err != nil {
		return err
	}
	cfg.BaseURL = strings.TrimSuffix(baseURL, "/")
	door, err := app.Open(ctx, cfg)
	if err != nil {
		return err
	}
	return errors.Join(do(door.App), door.Close(context.WithoutCancel(ctx)))
}

// existing reads the key of an installation that must be there already.
func (e *environment) existing(s config.Store) (app.Config, error) {
	if err := s.Check(); err != nil {
		return app.Config{}, unusable(err)
	}
	key, err := readKey(s.KeyPath())
	if errors.Is(err, errOpenKey) {
		return app.Config{}, err
	}
	if err != nil {
		return app.Config{}, missingKey(s, err)
	}
	return e.doorConfig(s, key), nil
}

// forOthers are the bits of a file's mode that let anybody but its owner at it.
const forOthers = 0o077

// errOpenKey is the cause when others than its owner can read a master key.
var errOpenKey = errors.New("anderen kunnen de hoofdsleutel lezen")

// readKey reads a master key, and refuses one that others can read: whoever has
// it reads every text, and all signatures of the log can be made with it.
func readKey(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	switch info, err := f.Stat(); {
	case err != nil:
		return nil, err
	case info.Mode().Perm()&forOthers != 0:
		return nil, unusable(fmt.Errorf("%w. Doe: chmod 600 %s", errOpenKey, path))
	}
	return io.ReadAll(f)
}

// missingKey says that there is no key without making one: a new key would
// open nothing of what is there.
func missingKey(s config.Store, err error) error {
	if s.Source().Engine() == config.SQLite {
		if _, gone := os.Stat(s.Source().Path()); errors.Is(gone, os.ErrNotExist) {
			return fmt.Errorf("%w: %w", app.ErrNotMigrated, gone)
		}
	}
	return config.Problems{{Setting: "key-file", Code: config.CodeUnreadable, Cause: err}}
}

// actor is the command line as the door knows it.
func (e *environment) actor(organisation vpt.OrganisationID) vpt.Actor {
	return vpt.CommandActor(organisation, e.user)
}

// organisation finds a tenant by its code.
func (e *environment) organisation(ctx context.Context, door *app.App, code string) (vpt.Organisation, error) {
	all, err := door.Organisations(ctx, e.actor(""))
	if err != nil {
		return vpt.Organisation{}, err
	}
	var known []string
	for _, o := range all {
		if o.Code == code {
			return o, nil
		}
		known = append(known, o.Code)
	}
	return vpt.Organisation{}, unusable(fmt.Errorf("er is geen organisatie met de code %q. Wel: %s", code, strings.Join(known, ", ")))
}

// check joins what is wrong with groups of settings, so that all of it is told
// at once.
func check(groups ...error) error {
	var all config.Problems
	for _, err := range groups {
		var p config.Problems
		if errors.As(err, &p) {
			all = append(all, p...)
		}
	}
	if len(all) == 0 {
		return nil
	}
	return unusable(all)
}
