package vpt

// Role is what a person may be in an organisation. Roles are fixed in code:
// what each may do is one table (internal/app/internal/policy).
type Role string

// The roles. Everybody with an account is a reporter. Deputy is not assigned
// but follows from a Deputyship.
const (
	RoleReporter      Role = "melder"
	RoleManager       Role = "leidinggevende"
	RoleCoordinator   Role = "coordinator"
	RoleAdministrator Role = "beheerder"
	RoleAnalyst       Role = "analist"
	RoleDirector      Role = "directie"    // decides what is above the mandate of a manager; opens no case
	RoleSecurity      Role = "beveiliging" // measures in force at the door, nothing else
	RolePeer          Role = "opvanger"    // holds care talks: who and when, never what about
	RolePrevention    Role = "preventie"   // causes and improvements, without persons
)

// Roles gives all roles that can be assigned.
func Roles() []Role {
	return []Role{
		RoleReporter, RoleManager, RoleCoordinator, RoleAdministrator, RoleAnalyst,
		RoleDirector, RoleSecurity, RolePeer, RolePrevention,
	}
}

// Handles reports whether the role works on cases.
func (r Role) Handles() bool { return r == RoleManager || r == RoleCoordinator }

// ScopeKind says how far an assignment reaches.
type ScopeKind string

// The scopes of an assignment.
const (
	ScopeOrganisation ScopeKind = "organisatie"
	ScopeUnit         ScopeKind = "onderdeel"
	ScopeSite         ScopeKind = "locatie"
)

// Assignment gives a person a role in a scope for a time. Until is the last
// day; empty is open-ended.
type Assignment struct {
	ID     AssignmentID
	Person PersonID
	Role   Role
	Scope  ScopeKind
	Unit   UnitID
	Site   SiteID
	From   Date
	Until  Date
}

// Holds reports whether the assignment counts on day.
func (a Assignment) Holds(day Date) bool {
	return a.From <= day && (a.Until == "" || day <= a.Until)
}

// Deputyship lets Deputy act for Person from From to Until, both days included.
type Deputyship struct {
	ID     DeputyID
	Person PersonID
	Deputy PersonID
	From   Date
	Until  Date
}

// Holds reports whether the deputyship counts on day.
func (d Deputyship) Holds(day Date) bool { return d.From <= day && day <= d.Until }

// TokenScope is what a named service may do with the JSON API.
type TokenScope string

// The scopes of an API token.
const (
	ScopeReportsWrite TokenScope = "meldingen.schrijven"
	ScopeReportsRead  TokenScope = "meldingen.lezen"
	ScopeCasesRead    TokenScope = "zaken.lezen"
	ScopeFiguresRead  TokenScope = "cijfers.lezen"
)

// TokenScopes gives all scopes.
func TokenScopes() []TokenScope {
	return []TokenScope{ScopeReportsWrite, ScopeReportsRead, ScopeCasesRead, ScopeFiguresRead}
}
