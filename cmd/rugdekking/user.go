package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"rugdekking/internal/app"
	"rugdekking/internal/config"
	"rugdekking/vpt"
)

type userAddCommand struct {
	config.Store
	BaseURL      string   `name:"base-url" required:"" help:"Adres waaronder mensen de server bereiken; de link begint ermee." placeholder:"URL"`
	Organisation string   `required:"" help:"Code van de organisatie." placeholder:"CODE"`
	Name         string   `required:"" help:"Naam van de medewerker." placeholder:"NAAM"`
	Email        string   `required:"" help:"E-mailadres, waarmee de medewerker inlogt." placeholder:"ADRES"`
	Unit         string   `help:"Onderdeel waar de medewerker werkt." placeholder:"NAAM"`
	Role         []string `help:"Rol, vaker mag: melder, leidinggevende:ONDERDEEL, coordinator, beheerder of analist." placeholder:"ROL[:ONDERDEEL]"`
}

// Run makes an account and prints the link with which its owner chooses a
// password.
func (c *userAddCommand) Run(ctx context.Context, e *environment) error {
	if _, err := (config.HTTP{BaseURL: c.BaseURL}).Base(); err != nil {
		return unusable(err)
	}
	return e.withDoor(ctx, c.Store, c.BaseURL, func(door *app.App) error {
		o, err := e.organisation(ctx, door, c.Organisation)
		if err != nil {
			return err
		}
		who := e.actor(o.ID)
		units, err := door.Units(ctx, who)
		if err != nil {
			return err
		}
		in := vpt.SavePerson{Name: vpt.NewPrivate(c.Name), Email: vpt.NewPrivate(c.Email)}
		if in.Unit, err = unitNamed(units.Units, c.Unit); err != nil {
			return err
		}
		for _, text := range c.Role {
			role, err := parseRole(units.Units, text)
			if err != nil {
				return err
			}
			if role.Role != vpt.RoleReporter {
				in.Roles = append(in.Roles, role)
			}
		}
		id, err := door.SavePerson(ctx, who, in)
		if err != nil {
			return err
		}
		link, err := door.InviteLink(ctx, who, id)
		if err != nil {
			return err
		}
		fmt.Fprintln(e.out, strings.TrimSuffix(c.BaseURL, "/")+revealed(link))
		fmt.Fprintln(e.err, "Geef deze link aan de medewerker. Hij werkt 24 uur en één keer.")
		return nil
	})
}

// unitNamed finds a unit by its name or id; no name is no unit.
func unitNamed(units []vpt.UnitLine, name string) (vpt.UnitID, error) {
	if name == "" {
		return "", nil
	}
	for _, u := range units {
		if !u.Retired && (strings.EqualFold(u.Name, name) || string(u.ID) == name) {
			return u.ID, nil
		}
	}
	return "", unusable(fmt.Errorf("er is geen onderdeel %q", name))
}

// parseRole reads "rol" or "rol:onderdeel".
func parseRole(units []vpt.UnitLine, text string) (vpt.Assignment, error) {
	word, unit, scoped := strings.Cut(text, ":")
	role := vpt.Role(strings.ReplaceAll(strings.ToLower(word), "ö", "o"))
	if !slices.Contains(vpt.Roles(), role) {
		return vpt.Assignment{}, unusable(fmt.Errorf("de rol %q bestaat niet. Wel: %v", word, vpt.Roles()))
	}
	a := vpt.Assignment{Role: role, Scope: vpt.ScopeOrganisation}
	if !scoped {
		if role == vpt.RoleManager {
			return a, unusable(fmt.Errorf("zeg erbij van welk onderdeel: %s:ONDERDEEL", role))
		}
		return a, nil
	}
	var err error
	a.Scope = vpt.ScopeUnit
	a.Unit, err = unitNamed(units, unit)
	return a, err
}

type userListCommand struct {
	config.Store
	Organisation string `required:"" help:"Code van de organisatie." placeholder:"CODE"`
}

// Run shows the accounts of an organisation.
func (c *userListCommand) Run(ctx context.Context, e *environment) error {
	return e.withDoor(ctx, c.Store, "", func(door *app.App) error {
		o, err := e.organisation(ctx, door, c.Organisation)
		if err != nil {
			return err
		}
		table := tabwriter.NewWriter(e.out, 0, 0, 2, ' ', 0)
		filter := vpt.PeopleFilter{Limit: 200}
		for {
			page, err := door.People(ctx, e.actor(o.ID), filter)
			if err != nil {
				return err
			}
			for _, p := range page.People {
				fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", revealed(p.Email), revealed(p.Name), p.UnitName, p.State, joined(p.Roles))
			}
			if filter.After = page.Next; page.Next == "" {
				return table.Flush()
			}
		}
	})
}

func joined(roles []vpt.Role) string {
	words := make([]string, len(roles))
	for i, r := range roles {
		words[i] = string(r)
	}
	return strings.Join(words, ", ")
}

// revealed shows personal text to the administrator at the terminal, who asked
// for exactly this; the door has logged it.
func revealed(text vpt.Private) string { return text.Reveal() }
