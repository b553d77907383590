package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"rugdekking/internal/app"
	"rugdekking/internal/config"
)

type backupCommand struct {
	config.Store
	File string `arg:"" help:"Bestand dat de reservekopie krijgt. Het mag er nog niet zijn." placeholder:"BESTAND"`
}

// Run makes a copy of the database. The server may go on.
func (c *backupCommand) Run(ctx context.Context, e *environment) error {
	cfg, err := e.existing(c.Store)
	if err != nil {
		return err
	}
	// What a demo holds may be copied as well; it stays marked as one.
	door, err := app.Open(ctx, cfg)
	if err != nil {
		return err
	}
	err = errors.Join(door.Backup(ctx, e.actor(""), cfg, c.File), door.Close(context.WithoutCancel(ctx)))
	if errors.Is(err, os.ErrExist) {
		return unusable(fmt.Errorf("het bestand %s is er al. Een reservekopie wordt nooit overschreven", c.File))
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(e.err, "De reservekopie staat in %s. De hoofdsleutel zit er niet in: bewaar %s apart.\n", c.File, c.KeyPath())
	return nil
}

type restoreCommand struct {
	config.Store
	File string `arg:"" help:"Bestand met de reservekopie." placeholder:"BESTAND"`
}

// Run puts a copy back where there is nothing yet.
func (c *restoreCommand) Run(ctx context.Context, e *environment) error {
	if err := check(c.Store.Check()); err != nil {
		return err
	}
	key, err := readKey(c.KeyPath())
	if errors.Is(err, errOpenKey) {
		return err
	}
	if err != nil {
		return config.Problems{{Setting: "key-file", Code: config.CodeUnreadable, Cause: err}}
	}
	err = app.Restore(ctx, e.actor(""), e.doorConfig(c.Store, key), c.File)
	switch {
	case errors.Is(err, app.ErrNotEmpty):
		return unusable(errors.New("deze database is niet leeg. Zet een reservekopie alleen terug in een nieuwe database"))
	case errors.Is(err, app.ErrNoBackup):
		return unusable(fmt.Errorf("dit is geen hele reservekopie voor deze soort database en deze versie van het programma (%w)", err))
	case err != nil:
		return err
	}
	fmt.Fprintf(e.err, "De reservekopie staat in %s. Controleer het logboek met \"rugdekking audit verify\".\n", c.Source())
	return nil
}
