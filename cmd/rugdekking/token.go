package main

import (
	"context"
	"fmt"

	"rugdekking/internal/app"
	"rugdekking/internal/config"
	"rugdekking/vpt"
)

type tokenAddCommand struct {
	config.Store
	Organisation string   `required:"" help:"Code van de organisatie." placeholder:"CODE"`
	Name         string   `required:"" help:"Naam van de koppeling: kleine letters, cijfers en streepjes." placeholder:"NAAM"`
	Scope        []string `required:"" help:"Recht, vaker mag: meldingen.schrijven, meldingen.lezen, zaken.lezen of cijfers.lezen." placeholder:"RECHT"`
	Unit         string   `help:"Alleen voor dit onderdeel en wat eronder valt." placeholder:"NAAM"`
}

// Run makes a token and prints its secret, this once.
func (c *tokenAddCommand) Run(ctx context.Context, e *environment) error {
	return e.withDoor(ctx, c.Store, "", func(door *app.App) error {
		o, err := e.organisation(ctx, door, c.Organisation)
		if err != nil {
			return err
		}
		in := vpt.AddToken{Name: c.Name}
		for _, scope := range c.Scope {
			in.Scopes = append(in.Scopes, vpt.TokenScope(scope))
		}
		if c.Unit != "" {
			units, err := door.Units(ctx, e.actor(o.ID))
			if err != nil {
				return err
			}
			if in.Unit, err = unitNamed(units.Units, c.Unit); err != nil {
				return err
			}
		}
		token, err := door.AddToken(ctx, e.actor(o.ID), in)
		if err != nil {
			return err
		}
		fmt.Fprintln(e.out, revealed(token.Secret))
		fmt.Fprintln(e.err, "Bewaar deze sleutel nu: hij wordt niet nog eens getoond.")
		return nil
	})
}
