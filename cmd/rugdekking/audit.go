package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"rugdekking/internal/app"
	"rugdekking/internal/config"
)

type auditVerifyCommand struct {
	config.Store
	Organisation string `help:"Alleen het logboek van deze organisatie." placeholder:"CODE"`
	PublicKey    string `help:"Bestand met de publieke sleutel, als je die van elders hebt (standaard: die in de database)." placeholder:"BESTAND"`
}

// Run verifies the audit log. It needs no master key: the database may be a copy.
func (c *auditVerifyCommand) Run(ctx context.Context, e *environment) error {
	check := app.AuditCheck{Database: c.Source().Address(), Organisation: c.Organisation}
	switch {
	case !c.OwnerDatabase.IsZero():
		check.Database, check.AsOwner = c.OwnerDatabase.Address(), true
	case !c.UnscopedDatabase.IsZero():
		check.Database = c.UnscopedDatabase.Address()
	}
	if c.PublicKey != "" {
		key, err := os.ReadFile(c.PublicKey)
		if err != nil {
			return unusable(fmt.Errorf("publieke sleutel: %w", err))
		}
		check.PublicKey = string(key)
	}
	report, err := app.VerifyAudit(ctx, check)
	if errors.Is(err, app.ErrNoTree) {
		return unusable(fmt.Errorf("er is geen organisatie met de code %q", c.Organisation))
	}
	if err != nil {
		return err
	}
	e.showAudit(report)
	if !report.Clean() {
		fmt.Fprintln(e.err, "Het logboek klopt niet. Bewaar een kopie van deze database en zoek uit wie erbij kon.")
		return told(statusFailed)
	}
	return nil
}

func (e *environment) showAudit(report app.AuditReport) {
	fmt.Fprintf(e.out, "Publieke sleutel: %s\n", report.Fingerprint)
	for _, t := range report.Trees {
		name := "organisatie " + t.Organisation
		switch {
		case t.ID == "-":
			name = "installatie"
		case t.Organisation == "":
			name = "onbekende organisatie " + t.ID
		}
		state := "klopt"
		if len(t.Findings) > 0 {
			state = "KLOPT NIET"
		}
		fmt.Fprintf(e.out, "%s: %d regels, %d handtekeningen: %s\n", name, t.Size, t.Checkpoints, state)
		if len(t.Findings) == 0 {
			fmt.Fprintf(e.out, "  stand %d: %s\n", t.Checkpoints, t.Root)
		}
		for _, f := range t.Findings {
			fmt.Fprintf(e.out, "  tabel %s, plaats %d: %s\n", f.Table, f.Position, findingText(f.What))
		}
	}
}

func findingText(what string) string {
	texts := map[string]string{
		"rij-ontbreekt":           "deze regel ontbreekt",
		"rij-te-veel":             "deze regel hoort er niet",
		"rij-gewijzigd":           "deze regel is gewijzigd",
		"handtekening-klopt-niet": "de handtekening klopt niet",
		"stand-klopt-niet":        "de stand klopt niet met de regels",
	}
	if text, ok := texts[what]; ok {
		return text
	}
	return what
}
