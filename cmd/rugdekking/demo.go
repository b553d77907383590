package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"text/tabwriter"
	"time"

	"rugdekking/internal/app"
	"rugdekking/internal/config"
	"rugdekking/internal/demo"
	"rugdekking/internal/mail"
	"rugdekking/internal/nl"
)

type demoCommand struct {
	Listen string `help:"Adres en poort waarop de demonstratie luistert, op deze computer." default:"127.0.0.1:8080" placeholder:"ADRES:POORT" config:"-"`
	Data   string `help:"Map voor de verzonnen gegevens." default:"demo" placeholder:"MAP" config:"-"`
}

// keptMail is how many mails the demonstration remembers; none is sent.
const keptMail = 200

// Run builds the demonstration when the folder is empty, and serves it.
func (c *demoCommand) Run(ctx context.Context, e *environment) error {
	settings := config.HTTP{Listen: c.Listen, DrainTimeout: 20 * time.Second}
	if err := check(settings.Check(true)); err != nil {
		return err
	}
	store := config.Store{DataDir: c.Data}
	cfg := e.doorConfig(store, nil)
	cfg.Demo, cfg.Mailer = true, mail.NewCapture(keptMail)
	s := served{config: cfg, http: settings, base: localOrigin}
	s.ready = func(ctx context.Context) error {
		key, err := c.prepare(ctx, e, store)
		s.config.Key = key
		return err
	}
	return e.serve(ctx, &s)
}

// prepare gives the key of a demonstration that is complete and up to date.
func (c *demoCommand) prepare(ctx context.Context, e *environment, store config.Store) ([]byte, error) {
	if err := os.MkdirAll(c.Data, 0o700); err != nil {
		return nil, fmt.Errorf("map voor de demonstratie: %w", err)
	}
	_, err := os.Stat(store.Source().Path())
	if errors.Is(err, fs.ErrNotExist) {
		err = c.build(ctx, e, store)
	}
	if err != nil {
		return nil, err
	}
	key, err := readKey(store.KeyPath())
	if errors.Is(err, errOpenKey) {
		return nil, err
	}
	if err != nil {
		return nil, missingKey(store, err)
	}
	cfg := e.doorConfig(store, key)
	cfg.Demo = true
	if err := app.Migrate(ctx, cfg); err != nil {
		return nil, err
	}
	return key, e.showAccounts()
}

// build makes the world beside its final place and moves it there when it is
// complete, so that one that was broken off is never taken for a whole one.
func (c *demoCommand) build(ctx context.Context, e *environment, store config.Store) (err error) {
	fmt.Fprintln(e.err, "De demonstratie wordt gemaakt: twee organisaties en twee jaar aan verzonnen meldingen.")
	half, err := os.MkdirTemp(c.Data, ".bouw-")
	if err != nil {
		return fmt.Errorf("map voor de demonstratie: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(half)) }()
	building := config.Store{DataDir: half}
	key, err := (&environment{stdio: stdio{err: io.Discard}}).makeKey(building.KeyPath())
	if err != nil {
		return err
	}
	cfg := e.doorConfig(building, key)
	cfg.Demo, cfg.Mailer = true, mail.NewCapture(1)
	if err := app.Migrate(ctx, cfg); err != nil {
		return err
	}
	if err := demo.Build(ctx, cfg, e.clock.Now()); err != nil {
		return err
	}
	// While building no commit waited for the disk; now all of it must be there.
	if err := syncFile(building.Source().Path()); err != nil {
		return err
	}
	if err := os.Rename(building.KeyPath(), store.KeyPath()); err != nil {
		return fmt.Errorf("demonstratie op zijn plek zetten: %w", err)
	}
	if err := os.Rename(building.Source().Path(), store.Source().Path()); err != nil {
		return fmt.Errorf("demonstratie op zijn plek zetten: %w", err)
	}
	// Anything else beside the database would be changes that were left out.
	if left, _ := filepath.Glob(filepath.Join(half, "*")); len(left) > 0 {
		return fmt.Errorf("demonstratie: %v bleef achter", left)
	}
	return nil
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err == nil {
		err = errors.Join(f.Sync(), f.Close())
	}
	if err != nil {
		return fmt.Errorf("demonstratie bewaren: %w", err)
	}
	return nil
}

// showAccounts prints one account for each role of each organisation, and of who
// handles cases in a closed circle.
func (e *environment) showAccounts() error {
	accounts, err := demo.Accounts()
	if err != nil {
		return err
	}
	texts := nl.New("nl")
	table := tabwriter.NewWriter(e.out, 0, 0, 2, ' ', 0)
	for i, a := range accounts {
		if i == 0 || accounts[i-1].Organisation != a.Organisation {
			fmt.Fprintf(table, "\n%s\n", a.Organisation)
		}
		role := texts.Label(a.Role)
		if a.Circle != "" {
			role += ", gesloten kring " + a.Circle
		}
		fmt.Fprintf(table, "  %s\t%s\t%s\n", role, a.Name, a.Email)
	}
	fmt.Fprintf(table, "\nWachtwoord van iedereen: %s\n\n", demo.Password)
	return table.Flush()
}
