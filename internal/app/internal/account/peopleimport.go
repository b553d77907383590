package account

import (
	"context"
	"errors"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// ImportPeople makes and changes accounts from a list of people, row by row.
// An account is known by its e-mail address; an empty cell leaves what there
// is; a person may stand in several rows, one for each role. Nothing is ever
// taken away, so the same list twice changes nothing. Each account is a
// transaction of its own with its own line in the log: a list of thousands must
// not keep a report waiting, and reading it again goes on where it stopped.
func (a Room) ImportPeople(ctx context.Context, who vpt.Actor, in vpt.ImportPeople) (vpt.PeopleImported, error) {
	var plan peoplePlan
	err := a.desk.Read(ctx, who, policy.PersonImport, desk.OfOrganisation(who), func(tx *store.Tx) error {
		if err := in.Validate(); err != nil {
			return err
		}
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		plan = peoplePlan{who: who, known: k, today: k.Today(tx), byEmail: map[string]*plannedPerson{}, index: func(email vpt.Private) string {
			return string(a.desk.DB.EmailIndex(email))
		}}
		for _, row := range in.Rows {
			if err := plan.add(tx, row); err != nil {
				return err
			}
		}
		return nil
	})
	out := vpt.PeopleImported{Rows: plan.rows, DryRun: in.DryRun}
	if err != nil || in.DryRun {
		return out, err
	}
	return out, a.writePeople(ctx, who, &plan)
}

// writePeople does what was planned, and tells the coordinators once when
// roles were given.
func (a Room) writePeople(ctx context.Context, who vpt.Actor, plan *peoplePlan) error {
	roles := 0
	for _, p := range plan.people {
		err := a.writePerson(ctx, who, p)
		var refused *vpt.Error
		switch {
		case errors.As(err, &refused) && (refused.Kind == vpt.KindInvalid || refused.Kind == vpt.KindConflict):
			for _, i := range p.rows {
				plan.rows[i].Fate, plan.rows[i].Fields = vpt.RowRefused, rowFields(refused)
			}
			continue
		case err != nil:
			return err
		}
		roles += len(p.roles)
		for _, i := range p.rows {
			plan.rows[i].Person = p.in.ID
		}
	}
	if roles == 0 {
		return nil
	}
	return a.desk.Write(ctx, who, policy.PersonImport, desk.OfOrganisation(who), func(tx *store.Tx, w *desk.Work) error {
		w.Changed("roles")
		return a.desk.NotifyCoordinators(tx, who, vpt.MailRoles, "/beheer/personen")
	})
}

// writePerson writes one account and its new roles.
func (a Room) writePerson(ctx context.Context, who vpt.Actor, p *plannedPerson) error {
	isNew := p.in.ID == ""
	if isNew {
		p.in.Roles = p.roles
	}
	if isNew || len(p.changes) > 0 {
		id, err := a.savePerson(ctx, who, p.in, false)
		if err != nil {
			return err
		}
		p.in.ID = id
	}
	for _, s := range p.roles {
		if isNew {
			break
		}
		err := a.assignRole(ctx, who, vpt.AssignRole{Person: p.in.ID, Role: s.Role, Scope: s.Scope, Unit: s.Unit, From: s.From}, false)
		if err != nil {
			return err
		}
	}
	return nil
}

// peoplePlan is what an import will do, row by row and account by account.
type peoplePlan struct {
	who     vpt.Actor
	known   *desk.Known
	today   vpt.Date
	index   func(email vpt.Private) string
	rows    []vpt.ImportedRow
	people  []*plannedPerson
	byEmail map[string]*plannedPerson
}

// plannedPerson is one account, from its first row and the roles of all.
type plannedPerson struct {
	in      vpt.SavePerson
	was     vpt.Private        // the name of the account that is there, when it is another
	changes []vpt.PeopleColumn // where an account that is there says something else
	held    []vpt.Assignment
	roles   []vpt.Assignment // to give
	rows    []int            // positions in peoplePlan.rows that this account stands for
}

// add plans one row.
func (plan *peoplePlan) add(tx *store.Tx, row vpt.PeopleRow) error {
	out := vpt.ImportedRow{Line: row.Line, Name: row.Name, Fate: vpt.RowSame}
	person, again, err := plan.person(tx, row)
	if err == nil {
		var role vpt.Assignment
		if role, err = plan.role(row, person); err == nil && role.Role != "" {
			person.roles = append(person.roles, role)
			out.Fate, out.Changes = vpt.RowChanged, []vpt.PeopleColumn{vpt.PeopleRole}
		}
	}
	var refused *vpt.Error
	switch {
	case errors.As(err, &refused) && refused.Kind != vpt.KindInternal && refused.Kind != vpt.KindUnavailable:
		out.Fate, out.Fields = vpt.RowRefused, rowFields(refused)
	case err != nil:
		return err
	default:
		if !again {
			plan.byEmail[plan.index(person.in.Email)] = person
			plan.people = append(plan.people, person)
			switch {
			case person.in.ID == "":
				out.Fate = vpt.RowAdded
			case len(person.changes) > 0:
				out.Fate, out.WasName, out.Changes = vpt.RowChanged, person.was, append(person.changes, out.Changes...)
			}
		}
		out.Person = person.in.ID
		person.rows = append(person.rows, len(plan.rows))
	}
	plan.rows = append(plan.rows, out)
	return nil
}

// person finds or plans the account of a row. again is true when an earlier
// row was about the same person.
func (plan *peoplePlan) person(tx *store.Tx, row vpt.PeopleRow) (p *plannedPerson, again bool, err error) {
	var problems vpt.Problems
	in := vpt.SavePerson{Name: row.Name, Email: row.Email, StaffNo: row.StaffNo, Function: row.Function}
	if row.Unit != "" {
		var ok bool
		if in.Unit, ok = plan.known.Tree.UnitByName(row.Unit); !ok {
			problems.Add("unit", "onbekend-onderdeel")
		}
	}
	if err := in.Validate(); err != nil {
		return nil, false, err
	}
	if err := problems.Err(); err != nil {
		return nil, false, err
	}
	if earlier := plan.byEmail[plan.index(row.Email)]; earlier != nil {
		if !sameText(earlier.in.Name, in.Name) || !sameText(earlier.in.StaffNo, in.StaffNo) ||
			!sameText(earlier.in.Function, in.Function) || in.Unit != "" && in.Unit != earlier.in.Unit {
			problems.Add("email", "staat-er-al")
		}
		return earlier, true, problems.Err()
	}
	p = &plannedPerson{in: in}
	was, err := tx.PersonByEmail(row.Email)
	switch {
	case err == nil:
		p.merge(was)
		p.held, err = tx.AssignmentsEver(was.ID)
	case vpt.KindOf(err) == vpt.KindNotFound:
		err = nil
	}
	if err != nil {
		return nil, false, err
	}
	return p, false, personProblems(tx, plan.known, vpt.Person{ID: p.in.ID, Email: p.in.Email, StaffNo: p.in.StaffNo, Unit: p.in.Unit})
}

// sameText reports whether a cell says nothing else than what there is.
func sameText(was, cell vpt.Private) bool { return cell.IsZero() || cell.Equal(was) }

// merge fills the empty cells with what the account has, and notes whether the
// others say something else.
func (p *plannedPerson) merge(was vpt.Person) {
	for _, c := range []struct {
		column vpt.PeopleColumn
		other  bool
	}{
		{vpt.PeopleName, !sameText(was.Name, p.in.Name)}, {vpt.PeopleStaffNo, !sameText(was.StaffNo, p.in.StaffNo)},
		{vpt.PeopleFunction, !sameText(was.Function, p.in.Function)}, {vpt.PeopleUnit, p.in.Unit != "" && p.in.Unit != was.Unit},
	} {
		if c.other {
			p.changes = append(p.changes, c.column)
		}
	}
	if !sameText(was.Name, p.in.Name) {
		p.was = was.Name
	}
	p.in.ID, p.in.Lang, p.in.Email = was.ID, was.Lang, was.Email
	if p.in.StaffNo.IsZero() {
		p.in.StaffNo = was.StaffNo
	}
	if p.in.Function.IsZero() {
		p.in.Function = was.Function
	}
	if p.in.Unit == "" {
		p.in.Unit = was.Unit
	}
}

// role gives the role that a row asks for and the person has not; the zero
// value when there is nothing to give. A manager without a unit beside the role
// manages her own; another role without one reaches the whole organisation.
func (plan *peoplePlan) role(row vpt.PeopleRow, person *plannedPerson) (vpt.Assignment, error) {
	var p vpt.Problems
	role, ok := vpt.RoleOf(row.Role)
	if !ok {
		p.Add("role", "onbekende-rol")
	}
	if err := p.Err(); err != nil || role == "" {
		return vpt.Assignment{}, err
	}
	s := vpt.Assignment{Role: role, Scope: vpt.ScopeOrganisation, From: plan.today}
	if role == vpt.RoleManager {
		s.Scope, s.Unit = vpt.ScopeUnit, person.in.Unit
	}
	if row.RoleUnit != "" {
		s.Scope = vpt.ScopeUnit
		if s.Unit, ok = plan.known.Tree.UnitByName(row.RoleUnit); !ok {
			p.Add("roleUnit", "onbekend-onderdeel")
			return vpt.Assignment{}, p.Err()
		}
	}
	in := vpt.AssignRole{Person: person.in.ID, Role: s.Role, Scope: s.Scope, Unit: s.Unit, From: s.From}
	switch {
	case holds(person.held, in) || holds(person.roles, in):
		return vpt.Assignment{}, nil
	case person.in.ID != "" && person.in.ID == plan.who.Person:
		return vpt.Assignment{}, errOwnRoles
	}
	return s, in.Validate()
}

// rowFields says what is wrong with a row, by column. A refusal that is about
// no field is about the role: the only one a row can meet.
func rowFields(err *vpt.Error) []vpt.Field {
	if len(err.Fields) == 0 {
		return []vpt.Field{{Path: string(vpt.PeopleRole), Code: err.Code}}
	}
	columns := map[string]vpt.PeopleColumn{
		"name": vpt.PeopleName, "email": vpt.PeopleEmail, "staffNo": vpt.PeopleStaffNo, "function": vpt.PeopleFunction,
		"unit": vpt.PeopleUnit, "role": vpt.PeopleRole, "scope": vpt.PeopleRoleUnit, "roleUnit": vpt.PeopleRoleUnit,
	}
	out := make([]vpt.Field, len(err.Fields))
	for i, f := range err.Fields {
		out[i] = vpt.Field{Path: string(columns[f.Path]), Code: f.Code}
		if columns[f.Path] == "" {
			out[i].Path = f.Path
		}
	}
	return out
}
