package demo

import (
	"slices"

	"rugdekking/content"
)

// handlerOf gives who handles the cases of a unit: its manager or the nearest
// above, who is not herself involved; else the coordinator. In a closed circle
// that is its own coordinator.
func (p *place) handlerOf(unit string, involved ...string) string {
	for unit != "" {
		if code := p.managers[unit]; code != "" && !slices.Contains(involved, code) {
			return code
		}
		if p.unit(unit).Circle {
			break
		}
		unit = p.parent(unit)
	}
	return p.withRole("coordinator", unit)
}

func (p *place) unit(code string) content.DemoUnit {
	for _, u := range p.Units {
		if u.Code == code {
			return u
		}
	}
	return content.DemoUnit{}
}

func (p *place) parent(unit string) string { return p.unit(unit).Parent }

// withRole gives the first person with a role in a closed circle, or with that
// of the whole organisation when unit is empty.
func (p *place) withRole(role, unit string) string {
	for _, one := range p.People {
		if slices.Contains(one.Roles, content.DemoRole{Role: role, Unit: unit}) {
			return one.Code
		}
	}
	return ""
}

// circleOf gives the closed circle that a unit is in, empty when in none.
func (p *place) circleOf(unit string) string {
	for unit != "" && !p.unit(unit).Circle {
		unit = p.parent(unit)
	}
	return unit
}

// colleagues gives the people of a unit.
func (p *place) colleagues(unit string) []string {
	var codes []string
	for _, one := range p.People {
		if one.Unit == unit {
			codes = append(codes, one.Code)
		}
	}
	return codes
}

func (p *place) unitOf(person string) string {
	return p.person(person).Unit
}
