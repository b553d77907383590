package vpt

// InvolvedRole says how somebody was involved in an incident.
type InvolvedRole string

// The roles of people involved.
const (
	RoleAffected InvolvedRole = "getroffene"
	RoleWitness  InvolvedRole = "getuige"
	RoleHelper   InvolvedRole = "helper"
)

// Involved is somebody whom it happened to or who saw it or helped: with an
// account (Person) or only a typed name.
type Involved struct {
	ID     InvolvedID
	Report ReportID // the report that named them; empty when a handler added them
	Role   InvolvedRole
	Person PersonID
	Name   Private // of the account, or as typed
}

// AddInvolved is the input for adding somebody to a case.
type AddInvolved struct {
	Case   string
	Role   InvolvedRole
	Person PersonID
	Lookup Private // exact e-mail address or staff number
	Name   Private
	Once   Once
}

// Validate checks the input.
func (in AddInvolved) Validate() error {
	var p Problems
	oneOf(&p, "role", in.Role, RoleAffected, RoleWitness, RoleHelper)
	p.Require("name", in.Person == "" && in.Name.IsZero() && in.Lookup.IsZero())
	p.MaxLen("name", in.Name.Len(), MaxLine)
	noBSN(&p, "name", in.Name)
	return p.Err()
}
