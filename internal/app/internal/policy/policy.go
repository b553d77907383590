// Package policy decides who may do what. It is one table (Table) that a
// privacy officer can read, and two small functions over it: Decide for one
// object, ScopeOf for lists. It is pure: it looks at an actor and at facts
// about an object, never at a database or a clock.
package policy

import (
	"slices"

	"rugdekking/vpt"
)

// Subject is what is known of the object of an act. Kind and ID name it in the
// audit log.
type Subject struct {
	Kind      string
	ID        string
	Unit      vpt.UnitID
	Owner     vpt.PersonID
	Person    vpt.PersonID // the account an act is about
	Reporters []vpt.PersonID
	Affected  []vpt.PersonID
	Witnesses []vpt.PersonID
}

// String names the subject in the log, kind:id.
func (s Subject) String() string {
	if s.ID == "" {
		return s.Kind
	}
	return s.Kind + ":" + s.ID
}

// Policy is the table, ready to be asked.
type Policy struct{ rows map[Action]Row }

// New reads the table.
func New() Policy {
	p := Policy{rows: map[Action]Row{}}
	for _, row := range Table() {
		p.rows[row.Action] = row
	}
	return p
}

// Row gives the line of an action. An action without a line allows nobody.
func (p Policy) Row(action Action) Row {
	row, ok := p.rows[action]
	if !ok {
		return Row{
			Action: action, Anonymous: No, Reporter: No, Manager: No, Coordinator: No,
			Administrator: No, Analyst: No, Director: No, Security: No, Peer: No, Prevention: No, System: No, Command: No, Audit: Always,
		}
	}
	return row
}

// Level gives what a role may at most.
func (r Row) Level(role vpt.Role) Level {
	switch role {
	case vpt.RoleReporter:
		return r.Reporter
	case vpt.RoleManager:
		return r.Manager
	case vpt.RoleCoordinator:
		return r.Coordinator
	case vpt.RoleAdministrator:
		return r.Administrator
	case vpt.RoleAnalyst:
		return r.Analyst
	case vpt.RoleDirector:
		return r.Director
	case vpt.RoleSecurity:
		return r.Security
	case vpt.RolePeer:
		return r.Peer
	case vpt.RolePrevention:
		return r.Prevention
	}
	return No
}

// Ever reports whether any role of the actor could do the action on some
// object: what decides between "not found" and "never allowed" in the API.
func (p Policy) Ever(who vpt.Actor, action Action) bool {
	row := p.Row(action)
	switch who.Kind {
	case vpt.ActorAnonymous:
		return row.Anonymous != No
	case vpt.ActorService:
		return row.Token != "" && who.Allows(row.Token)
	case vpt.ActorSystem:
		return row.System != No
	case vpt.ActorCommand:
		return row.Command != No
	case vpt.ActorPerson:
		return slices.ContainsFunc(vpt.Roles(), func(r vpt.Role) bool { return who.Has(r) && row.Level(r) != No })
	}
	return false
}

// Decide says whether the actor may do the action on the subject.
func (p Policy) Decide(who vpt.Actor, action Action, on Subject) bool {
	if !p.Ever(who, action) {
		return false
	}
	row := p.Row(action)
	switch who.Kind {
	case vpt.ActorPerson:
		return decidePerson(row, who, on)
	case vpt.ActorService:
		// Limited to units: then what belongs to none is out of reach. An act
		// without an object is bounded where the object is made.
		return on.Kind == "" || who.Unit == "" && !slices.Contains(who.Closed, on.Unit) || slices.Contains(who.Units, on.Unit)
	default:
		return true
	}
}

func decidePerson(row Row, who vpt.Actor, on Subject) bool {
	// Whoever is affected or a witness does not handle the case, whatever her
	// roles; what is her own stays hers.
	party := vpt.Party{Affected: slices.Contains(on.Affected, who.Person), Witness: slices.Contains(on.Witnesses, who.Person)}
	own := row.Impartial && !party.MayHandle()
	for _, role := range vpt.Roles() {
		if !who.Has(role) || own && row.Level(role) != Own {
			continue
		}
		switch row.Level(role) {
		case Yes:
			return true
		case Org, Unit:
			if who.Reaches(role, on.Unit) || actsAs(who, role, on.Owner) {
				return true
			}
		case Own:
			if owns(who, on) {
				return true
			}
		}
	}
	return false
}

// actsAs reports whether owner is the actor, or somebody whom she deputises for
// in this role: a deputy gets no further with it in a role of her own.
func actsAs(who vpt.Actor, role vpt.Role, owner vpt.PersonID) bool {
	return owner != "" && (who.Person == owner ||
		slices.ContainsFunc(who.Grants, func(g vpt.Grant) bool { return g.Role == role && g.For == owner }))
}

func owns(who vpt.Actor, on Subject) bool {
	return who.Person != "" && (on.Person == who.Person ||
		slices.Contains(on.Reporters, who.Person) || slices.Contains(on.Affected, who.Person))
}
