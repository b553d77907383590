package vpt

import "slices"

// ActorKind says what sort of party asks.
type ActorKind string

// The sorts of actor.
const (
	ActorAnonymous ActorKind = "anoniem"
	ActorPerson    ActorKind = "persoon"
	ActorService   ActorKind = "dienst"
	ActorSystem    ActorKind = "systeem"
	ActorCommand   ActorKind = "opdracht"
)

// Actor is who asks: every method of the door takes one as its second
// argument. It is made where somebody signs in, never from a request's input.
type Actor struct {
	Kind         ActorKind
	Organisation OrganisationID // empty for anonymous and for acts on the installation
	Person       PersonID       // persons only
	Session      SessionID      // persons only
	Name         string         // technical name of a service, job or command; never a person's name
	Grants       []Grant        // persons only
	Scopes       []TokenScope   // services only
	Unit         UnitID         // services limited to one unit and those below it
	Units        []UnitID       // services: Unit and those below
	Closed       []UnitID       // units of closed circles in which the actor handles no cases
	Request      string         // id of the request, for audit and log
	Remote       string         // network address, for throttling; kept as a keyed hash only
	Lang         string         // "nl" or "en"
}

// Grant is a role that an actor has now, with the units it reaches. For is the
// person in whose place a deputy acts, empty for an own role.
type Grant struct {
	Role  Role
	All   bool // the whole organisation
	Units []UnitID
	Sites []SiteID // security only: the buildings whose measures it sees
	For   PersonID
}

// AnonymousActor is whoever has not signed in yet.
func AnonymousActor(request, remote, lang string) Actor {
	return Actor{Kind: ActorAnonymous, Request: request, Remote: remote, Lang: lang}
}

// SystemActor is a job or periodic task; name is its kind.
func SystemActor(organisation OrganisationID, name string) Actor {
	return Actor{Kind: ActorSystem, Organisation: organisation, Name: name, Lang: "nl"}
}

// CommandActor is a command line; user is the operating system's user.
func CommandActor(organisation OrganisationID, user string) Actor {
	return Actor{Kind: ActorCommand, Organisation: organisation, Name: "cli:" + user, Lang: "nl"}
}

// Has reports whether the actor has the role, also as a deputy.
func (a Actor) Has(role Role) bool {
	if role == RoleReporter {
		return a.Kind == ActorPerson
	}
	return slices.ContainsFunc(a.Grants, func(g Grant) bool { return g.Role == role })
}

// Handles reports whether the actor works on cases.
func (a Actor) Handles() bool { return a.Has(RoleManager) || a.Has(RoleCoordinator) }

// Reaches reports whether the actor has role over unit. What belongs to no unit
// is reached by a role for the whole organisation; a closed circle is not.
func (a Actor) Reaches(role Role, unit UnitID) bool {
	return slices.ContainsFunc(a.Grants, func(g Grant) bool {
		return g.Role == role && (g.All && !slices.Contains(a.Closed, unit) || unit != "" && slices.Contains(g.Units, unit))
	})
}

// ReachesAll reports whether the actor has role over the whole organisation.
func (a Actor) ReachesAll(role Role) bool {
	return slices.ContainsFunc(a.Grants, func(g Grant) bool { return g.Role == role && g.All })
}

// Allows reports whether a service has the scope.
func (a Actor) Allows(scope TokenScope) bool {
	return a.Kind == ActorService && slices.Contains(a.Scopes, scope)
}

// ID names the actor in the audit log: an id or technical name, never a
// person's name.
func (a Actor) ID() string {
	switch a.Kind {
	case ActorPerson:
		return string(a.Person)
	case ActorAnonymous:
		if a.Person != "" { // halfway signing in
			return string(a.Person)
		}
		return string(ActorAnonymous)
	default:
		return a.Name
	}
}
