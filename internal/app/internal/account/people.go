package account

import (
	"cmp"
	"context"
	"slices"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

// peopleAtATime is how many accounts a page shows unless it asks otherwise.
const peopleAtATime = 50

// People lists the accounts that fit a filter, by name.
func (a Room) People(ctx context.Context, who vpt.Actor, f vpt.PeopleFilter) (vpt.PeopleList, error) {
	var out vpt.PeopleList
	filter := "personen unit=" + string(f.Unit) + " role=" + string(f.Role) + " state=" + string(f.State)
	err := a.desk.List(ctx, who, policy.PersonList, filter, func(tx *store.Tx, _ policy.Scope) (int, error) {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return 0, err
		}
		people, err := tx.PeopleIn(f.Unit, f.State)
		if err != nil {
			return 0, err
		}
		assigned, err := tx.Assignments("", k.Today(tx))
		if err != nil {
			return 0, err
		}
		lines := personLines(k, people, assigned, f.Role)
		out = pageOf(lines, f)
		out.Units = k.Units
		out.May.Change = a.desk.Policy.Decide(who, policy.PersonSave, policy.Subject{})
		if a.desk.Policy.Decide(who, policy.PersonInvite, policy.Subject{}) {
			waiting, err := tx.Uninvited(who.Person)
			if err != nil {
				return 0, err
			}
			out.Uninvited = len(waiting)
		}
		return len(out.People), nil
	})
	return out, err
}

// personLines puts accounts together with their roles, those with a role only
// when one is asked for, by name.
func personLines(k *desk.Known, people []vpt.Person, assigned []vpt.Assignment, role vpt.Role) []vpt.PersonLine {
	roles := map[vpt.PersonID][]vpt.Role{}
	for _, s := range assigned {
		if !slices.Contains(roles[s.Person], s.Role) {
			roles[s.Person] = append(roles[s.Person], s.Role)
		}
	}
	type sorted struct {
		key  string
		line vpt.PersonLine
	}
	var found []sorted
	for _, p := range people {
		if role != "" && role != vpt.RoleReporter && !slices.Contains(roles[p.ID], role) {
			continue
		}
		found = append(found, sorted{seal.SortKey(p.Name), vpt.PersonLine{Person: p, UnitName: k.UnitName(p.Unit), Roles: roles[p.ID]}})
	}
	slices.SortFunc(found, func(a, b sorted) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.line.ID, b.line.ID))
	})
	lines := make([]vpt.PersonLine, len(found))
	for i, f := range found {
		lines[i] = f.line
	}
	return lines
}

func pageOf(lines []vpt.PersonLine, f vpt.PeopleFilter) vpt.PeopleList {
	limit := f.Limit
	if limit <= 0 {
		limit = peopleAtATime
	}
	out := vpt.PeopleList{Total: len(lines)}
	start := 0
	if f.After != "" {
		start = 1 + slices.IndexFunc(lines, func(l vpt.PersonLine) bool { return l.ID == f.After })
	}
	out.People = lines[start:min(len(lines), start+limit)]
	if start+limit < len(lines) {
		out.Next = out.People[limit-1].ID
	}
	return out
}

// FindPerson finds an account by exact e-mail address or staff number.
func (a Room) FindPerson(ctx context.Context, who vpt.Actor, text vpt.Private) (vpt.PersonID, error) {
	var id vpt.PersonID
	err := a.desk.List(ctx, who, policy.PersonList, "zoek", func(tx *store.Tx, _ policy.Scope) (int, error) {
		var p vpt.Problems
		if p.Require("find", text.IsZero()); p.Any() {
			return 0, p.Err()
		}
		found, err := desk.Lookup(tx, text)
		if err != nil {
			return 0, err
		}
		if id = found.ID; id == "" {
			p.Add("find", "collega-niet-gevonden")
		}
		return 1, p.Err()
	})
	return id, err
}

// PersonDetail gives one account with its roles: past, present and to come.
func (a Room) PersonDetail(ctx context.Context, who vpt.Actor, id vpt.PersonID) (vpt.PersonDetail, error) {
	var out vpt.PersonDetail
	err := a.desk.Read(ctx, who, policy.PersonRead, desk.OfAccount(id), func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		p, err := tx.PersonByID(id)
		if err != nil {
			return err
		}
		held, err := tx.AssignmentsEver(id)
		if err != nil {
			return err
		}
		out = vpt.PersonDetail{
			Person: p, UnitName: k.UnitName(p.Unit), Units: k.Units, Sites: k.Sites, Today: k.Today(tx), Self: id == who.Person,
		}
		for _, s := range held {
			site, _ := k.Site(s.Site)
			out.Roles = append(out.Roles, vpt.RoleLine{Assignment: s, UnitName: k.UnitName(s.Unit), SiteName: site.Name, Held: s.Holds(out.Today)})
		}
		out.MayChange = a.desk.Policy.Decide(who, policy.PersonSave, policy.Subject{})
		out.MayRoles = !out.Self && a.desk.Policy.Decide(who, policy.RoleAssign, desk.AccountSubject(id))
		out.MayBlock = !out.Self && a.desk.Policy.Decide(who, policy.PersonBlock, desk.AccountSubject(id))
		out.MayHandOver = a.desk.Policy.Decide(who, policy.WorkHandOver, desk.AccountSubject(id))
		out.MayInvite = p.State != vpt.PersonBlocked && a.desk.Policy.Decide(who, policy.PersonInvite, desk.AccountSubject(id))
		return nil
	})
	return out, err
}

// errOwnAccount is returned to who would shut herself out.
var errOwnAccount = vpt.Fail(vpt.KindConflict, "eigen-account")

// BlockPerson shuts an account: its sessions end at once, its roles count no
// more. What it did stays.
func (a Room) BlockPerson(ctx context.Context, who vpt.Actor, id vpt.PersonID) error {
	return a.desk.Write(ctx, who, policy.PersonBlock, desk.OfAccount(id), func(tx *store.Tx, w *desk.Work) error {
		if id == who.Person {
			return errOwnAccount
		}
		w.Changed("state")
		if err := tx.BlockPerson(id); err != nil {
			return err
		}
		return a.tellRolesOf(tx, who, id)
	})
}

// UnblockPerson opens an account again. Its roles count again.
func (a Room) UnblockPerson(ctx context.Context, who vpt.Actor, id vpt.PersonID) error {
	return a.desk.Write(ctx, who, policy.PersonBlock, desk.OfAccount(id), func(tx *store.Tx, w *desk.Work) error {
		if id == who.Person {
			return errOwnAccount
		}
		w.Changed("state")
		if err := tx.UnblockPerson(id); err != nil {
			return err
		}
		return a.tellRolesOf(tx, who, id)
	})
}

// tellRolesOf mails the coordinators when what happened to an account changes
// who has a role.
func (a Room) tellRolesOf(tx *store.Tx, who vpt.Actor, id vpt.PersonID) error {
	held, err := tx.AssignmentsEver(id)
	if err != nil || len(held) == 0 {
		return err
	}
	return a.desk.NotifyCoordinators(tx, who, vpt.MailRoles, "/beheer/personen/"+string(id))
}
