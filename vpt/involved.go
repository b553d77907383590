package vpt

// InvolvedRole says how somebody was involved in an incident.
type InvolvedRole string

// The roles of people involved.
const (
	RoleAffected InvolvedRole = "getroffene"
	RoleWitness  InvolvedRole = "getuige"
	RoleHelper   InvolvedRole = "helper"
	RoleRelative InvolvedRole = "naaste"         // of who was affected
	RoleSuperior InvolvedRole = "leidinggevende" // who needs care too; no role in the handling
)

// InvolvedRoles gives all roles, in the order of a form.
func InvolvedRoles() []InvolvedRole {
	return []InvolvedRole{RoleAffected, RoleWitness, RoleHelper, RoleRelative, RoleSuperior}
}

// Involved is somebody whom it happened to or who saw it or helped: with an
// account (Person) or only a typed name.
type Involved struct {
	ID     InvolvedID
	Report ReportID // the report that named them; empty when a handler added them
	Role   InvolvedRole
	Person PersonID
	Name   Private // of the account, or as typed
}

// OneEach gives people once who are involved by several reports under the same
// account: in the role that weighs most, in the order in which they came. Who
// has no account cannot be told apart by her name.
func OneEach(people []Involved) []Involved {
	var out []Involved
	at := map[PersonID]int{}
	for _, p := range people {
		i, seen := at[p.Person]
		switch {
		case p.Person == "" || !seen:
			at[p.Person] = len(out)
			out = append(out, p)
		case p.Role.weight() > out[i].Role.weight():
			out[i] = p
		}
	}
	return out
}

func (r InvolvedRole) weight() int {
	switch r {
	case RoleAffected:
		return 3
	case RoleWitness:
		return 2
	case RoleRelative, RoleSuperior:
		return 1
	}
	return 0
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
	oneOf(&p, "role", in.Role, InvolvedRoles()...)
	p.Require("name", in.Person == "" && in.Name.IsZero() && in.Lookup.IsZero())
	p.MaxLen("name", in.Name.Len(), MaxLine)
	noBSN(&p, "name", in.Name)
	return p.Err()
}
