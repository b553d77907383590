package demo

import (
	"context"
	"strings"
	"sync"

	"rugdekking/content"
	"rugdekking/internal/app"
	"rugdekking/vpt"
)

// place is an organisation of the demonstration, with what the door called
// everything.
type place struct {
	content.DemoOrganisation
	id       vpt.OrganisationID
	units    map[string]vpt.UnitID
	sites    map[string]vpt.SiteID
	people   map[string]vpt.PersonID
	managers map[string]string // person by unit
	actors   sync.Map          // vpt.Actor by person
}

// newPlace knows the people of an organisation, and nothing yet of the door.
func newPlace(o content.DemoOrganisation) *place {
	p := &place{
		DemoOrganisation: o, units: map[string]vpt.UnitID{}, sites: map[string]vpt.SiteID{},
		people: map[string]vpt.PersonID{}, managers: map[string]string{},
	}
	for _, one := range o.People {
		for _, role := range one.Roles {
			if roleOf(role) == vpt.RoleManager {
				p.managers[role.Unit] = one.Code
			}
		}
	}
	return p
}

func (p *place) person(code string) content.DemoPerson {
	for _, one := range p.People {
		if one.Code == code {
			return one
		}
	}
	return content.DemoPerson{}
}

// command is the builder itself, for what an administrator would set up.
func command(organisation vpt.OrganisationID) vpt.Actor {
	return vpt.CommandActor(organisation, "demo")
}

// settle makes an organisation with everything that stands still.
func (w *world) settle(ctx context.Context, o content.DemoOrganisation) (*place, error) {
	codes, err := app.ShippedCodes()
	if err != nil {
		return nil, err
	}
	made, err := w.door.AddOrganisation(ctx, command(""), vpt.AddOrganisation{
		Code: o.Code, Name: o.Name, Kind: vpt.Employer, Settings: w.settings(o),
	}, codes)
	if err != nil {
		return nil, err
	}
	p := newPlace(o)
	p.id = made.ID
	for _, u := range o.Units { // parents stand first
		if p.units[u.Code], err = w.door.SaveUnit(ctx, command(p.id), vpt.SaveUnit{Name: u.Name, Parent: p.units[u.Parent]}); err != nil {
			return nil, err
		}
	}
	for _, s := range o.Sites {
		address := strings.TrimSuffix(s.Address+", "+s.Town, ", ")
		if p.sites[s.Code], err = w.door.SaveSite(ctx, command(p.id), vpt.SaveSite{Name: s.Name, Address: address, Unit: p.unitAt(s.Code)}); err != nil {
			return nil, err
		}
	}
	if err := w.hire(ctx, p); err != nil {
		return nil, err
	}
	if err := w.encircle(ctx, p); err != nil {
		return nil, err
	}
	return p, w.rule(ctx, p)
}

// settings opens the recording of instigators, as decided for the demo.
func (w *world) settings(o content.DemoOrganisation) vpt.Settings {
	s := vpt.DefaultSettings()
	ago := func(days int) vpt.Date { return vpt.DateOf(w.now.AddDate(0, 0, -days), w.zone) }
	s.Instigator = vpt.InstigatorGates{Assessed: ago(history + 200), Consented: ago(history + 120), Protocol: ago(history + 60)}
	s.Stationery = stationery(o)
	s.Emergency = "0599-555112"
	s.HelpNumbers = []vpt.HelpNumber{
		{Label: "Opvangteam " + o.Name, Phone: "0599-555120", Hours: "werkdagen van 8.00 tot 18.00 uur"},
		{Label: "Bedrijfsmaatschappelijk werk", Phone: "0599-555130", Hours: "dag en nacht"},
	}
	return s
}

// unitAt gives the unit that is at home at a site, the first one listed.
func (p *place) unitAt(site string) vpt.UnitID {
	for _, u := range p.Units {
		if u.Site == site {
			return p.units[u.Code]
		}
	}
	return ""
}

// hire makes the accounts, with their roles, and lets them sign in.
func (w *world) hire(ctx context.Context, p *place) error {
	var ids []vpt.PersonID
	for _, one := range p.People {
		in := vpt.SavePerson{
			Name: vpt.NewPrivate(one.Name), Email: vpt.NewPrivate(one.Email), StaffNo: vpt.NewPrivate(one.StaffNumber),
			Function: vpt.NewPrivate(one.Function), Unit: p.units[one.Unit], Lang: one.Language,
		}
		for _, role := range one.Roles {
			in.Roles = append(in.Roles, p.assignment(role))
		}
		id, err := w.door.SavePerson(ctx, command(p.id), in)
		if err != nil {
			return err
		}
		p.people[one.Code] = id
		ids = append(ids, id)
	}
	return w.door.SetDemoPasswords(ctx, command(p.id), ids, vpt.NewPrivate(Password))
}

// encircle closes the circles, now that somebody handles cases in them.
func (w *world) encircle(ctx context.Context, p *place) error {
	for _, u := range p.Units {
		if !u.Circle {
			continue
		}
		in := vpt.SaveUnit{ID: p.units[u.Code], Name: u.Name, Parent: p.units[u.Parent], Circle: true}
		if _, err := w.door.SaveUnit(ctx, command(p.id), in); err != nil {
			return err
		}
	}
	return nil
}

func roleOf(role content.DemoRole) vpt.Role {
	switch role.Role {
	case "manager":
		return vpt.RoleManager
	case "coordinator":
		return vpt.RoleCoordinator
	case "administrator":
		return vpt.RoleAdministrator
	case "director":
		return vpt.RoleDirector
	case "security":
		return vpt.RoleSecurity
	case "peer":
		return vpt.RolePeer
	case "prevention":
		return vpt.RolePrevention
	}
	return vpt.RoleAnalyst // analyst and board
}

func (p *place) assignment(role content.DemoRole) vpt.Assignment {
	a := vpt.Assignment{Role: roleOf(role), Scope: vpt.ScopeOrganisation}
	if role.Unit != "" {
		a.Scope, a.Unit = vpt.ScopeUnit, p.units[role.Unit]
	}
	return a
}

// actor gives a person as she is when signed in.
func (w *world) actor(ctx context.Context, p *place, code string) (vpt.Actor, error) {
	if kept, ok := p.actors.Load(code); ok {
		return kept.(vpt.Actor), nil
	}
	who, err := w.door.ActorFor(ctx, command(p.id), p.people[code])
	if err == nil {
		p.actors.Store(code, who)
	}
	return who, err
}
