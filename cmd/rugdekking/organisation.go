package main

import (
	"context"
	"fmt"
	"text/tabwriter"

	"rugdekking/internal/app"
	"rugdekking/internal/config"
	"rugdekking/vpt"
)

type organisationAddCommand struct {
	config.Store
	Code string `required:"" help:"Korte naam voor opdrachten: kleine letters, cijfers en streepjes." placeholder:"CODE"`
	Name string `required:"" help:"Naam van de organisatie." placeholder:"NAAM"`
	Kind string `help:"Soort: employer (werkgever), region (regio) of programme (programma)." enum:"employer,region,programme" default:"employer"`
}

// Run makes a tenant with the shipped code lists.
func (c *organisationAddCommand) Run(ctx context.Context, e *environment) error {
	codes, err := app.ShippedCodes()
	if err != nil {
		return err
	}
	kinds := map[string]vpt.OrganisationKind{"employer": vpt.Employer, "region": vpt.Regional, "programme": vpt.Programme}
	return e.withDoor(ctx, c.Store, "", func(door *app.App) error {
		o, err := door.AddOrganisation(ctx, e.actor(""), vpt.AddOrganisation{
			Code: c.Code, Name: c.Name, Kind: kinds[c.Kind], Settings: vpt.DefaultSettings(),
		}, codes)
		if err != nil {
			return err
		}
		fmt.Fprintln(e.out, o.Code)
		return nil
	})
}

type organisationListCommand struct{ config.Store }

// Run shows the tenants.
func (c *organisationListCommand) Run(ctx context.Context, e *environment) error {
	return e.withDoor(ctx, c.Store, "", func(door *app.App) error {
		all, err := door.Organisations(ctx, e.actor(""))
		if err != nil {
			return err
		}
		table := tabwriter.NewWriter(e.out, 0, 0, 2, ' ', 0)
		for _, o := range all {
			fmt.Fprintf(table, "%s\t%s\t%s\n", o.Code, o.Kind, o.Name)
		}
		return table.Flush()
	})
}
