package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"rugdekking/internal/app"
	"rugdekking/internal/config"
	"rugdekking/internal/nl"
	"rugdekking/internal/sheet"
	"rugdekking/vpt"
)

type importRegisterCommand struct {
	config.Store
	File         string `arg:"" help:"Het oude register: CSV, XLSX of ODS." placeholder:"BESTAND"`
	Organisation string `required:"" help:"Code van de organisatie." placeholder:"CODE"`
	Mapping      string `help:"Bestand dat zegt wat onbekende kolommen en woorden betekenen." placeholder:"BESTAND"`
	DryRun       bool   `help:"Zeg wat er zou gebeuren en schrijf niets." config:"-"`
	Rejects      string `help:"Bestand dat de geweigerde rijen krijgt." placeholder:"BESTAND" config:"-"`
}

// Run says what was understood of an old register, then takes it in. Rows that
// are refused do not stop the others.
func (c *importRegisterCommand) Run(ctx context.Context, e *environment) error {
	file, err := c.read()
	if err != nil {
		return err
	}
	return e.withDoor(ctx, c.Store, "", func(door *app.App) error {
		o, err := e.organisation(ctx, door, c.Organisation)
		if err != nil {
			return err
		}
		texts := nl.New("nl")
		file.DryRun = true
		outcome, err := door.ImportRegister(ctx, e.actor(o.ID), file)
		if outcome.Rows > 0 || err == nil {
			fmt.Fprint(e.out, texts.Understood(outcome))
		}
		if err == nil && !c.DryRun && outcome.Usable() {
			file.DryRun = false
			outcome, err = door.ImportRegister(ctx, e.actor(o.ID), file)
		}
		if vpt.KindOf(err) == vpt.KindInvalid {
			return unusable(err)
		}
		if err != nil {
			return err
		}
		fmt.Fprint(e.out, texts.Outcome(outcome))
		return c.tellRefused(e, texts, file.Table, outcome)
	})
}

// tellRefused names the rows that were not taken, and keeps them in a file of
// their own when asked: they hold what the register held.
func (c *importRegisterCommand) tellRefused(e *environment, texts *nl.Texts, table vpt.RegisterTable, o vpt.RegisterOutcome) error {
	for _, row := range o.Rejects {
		fmt.Fprintf(e.err, "regel %d: %s\n", row.Line, texts.Reasons(row.Fields))
	}
	if o.Refused > 0 {
		fmt.Fprintf(e.err, "%s geweigerd.\n", nl.Count(o.Refused, "rij", "nl"))
	}
	if c.Rejects != "" {
		if err := writeRejects(c.Rejects, table, o.Rejects); err != nil {
			return err
		}
	}
	if !o.Usable() {
		return unusable(errors.New("er is geen enkele rij die ingelezen kan worden"))
	}
	return nil
}

// read reads the file and the mapping.
func (c *importRegisterCommand) read() (vpt.RegisterFile, error) {
	data, err := os.ReadFile(c.File)
	if err != nil {
		return vpt.RegisterFile{}, unusable(fmt.Errorf("register: %w", err))
	}
	table, err := sheet.Read(data, c.File, sheet.Limits{})
	if err != nil {
		var broken *sheet.Error
		if errors.As(err, &broken) {
			return vpt.RegisterFile{}, unusable(errors.New(brokenText(broken)))
		}
		return vpt.RegisterFile{}, unusable(err)
	}
	sum := sha256.Sum256(data)
	out := vpt.RegisterFile{Name: vpt.NewPrivate(filepath.Base(c.File)), Table: vpt.RegisterTable{
		Format: string(table.Format), Encoding: string(table.Encoding), Separator: table.Separator, Misnamed: table.Misnamed,
		SHA256: hex.EncodeToString(sum[:]), Header: table.Header,
	}}
	for _, row := range table.Rows {
		out.Table.Rows = append(out.Table.Rows, vpt.RegisterLine{Line: row.Line, Cells: row.Cells})
	}
	if c.Mapping == "" {
		return out, nil
	}
	text, err := os.ReadFile(c.Mapping)
	if err == nil {
		err = json.Unmarshal(text, &out.Mapping)
	}
	if err != nil {
		return out, unusable(fmt.Errorf("bestand met betekenissen: %w", err))
	}
	return out, nil
}

func brokenText(e *sheet.Error) string {
	text := nl.New("nl").Error(e.Code)
	if e.Line > 0 {
		return fmt.Sprintf("regel %d: %s", e.Line, text)
	}
	return text
}

// writeRejects writes the refused rows as they were, only for the owner of the
// file to read.
func writeRejects(path string, table vpt.RegisterTable, refused []vpt.RefusedRow) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("geweigerde rijen: %w", err)
	}
	out := sheet.Sheet{Name: "geweigerd"}
	for _, title := range table.Header {
		out.Columns = append(out.Columns, sheet.Column{Title: title})
	}
	for _, line := range app.RejectedLines(table, refused) {
		cells := make([]sheet.Cell, len(table.Header))
		for i := range cells {
			cells[i] = sheet.TextCell(line.Cell(i))
		}
		out.Rows = append(out.Rows, cells)
	}
	return errors.Join(f.Chmod(0o600), sheet.WriteCSV(f, out, sheet.CSVOptions{}), f.Close())
}
