package policy_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/vpt"
)

func manager(person vpt.PersonID, units ...vpt.UnitID) vpt.Actor {
	return vpt.Actor{Kind: vpt.ActorPerson, Person: person, Grants: []vpt.Grant{{Role: vpt.RoleManager, Units: units}}}
}

func withAll(person vpt.PersonID, role vpt.Role) vpt.Actor {
	return vpt.Actor{Kind: vpt.ActorPerson, Person: person, Grants: []vpt.Grant{{Role: role, All: true}}}
}

func deputy(person, of vpt.PersonID, units ...vpt.UnitID) vpt.Actor {
	return vpt.Actor{Kind: vpt.ActorPerson, Person: person, Grants: []vpt.Grant{{Role: vpt.RoleManager, Units: units, For: of}}}
}

func service(scope vpt.TokenScope, units ...vpt.UnitID) vpt.Actor {
	who := vpt.Actor{Kind: vpt.ActorService, Name: "koppeling", Scopes: []vpt.TokenScope{scope}, Units: units}
	if len(units) > 0 {
		who.Unit = units[0]
	}
	return who
}

// outside is somebody who handles no cases in closed circles.
func outside(who vpt.Actor, circles ...vpt.UnitID) vpt.Actor {
	who.Closed = circles
	return who
}

func TestDecide(t *testing.T) {
	reporter := vpt.Actor{Kind: vpt.ActorPerson, Person: "rosa"}
	zaak := policy.Subject{Kind: "zaak", ID: "z", Unit: "balie", Owner: "mila", Reporters: []vpt.PersonID{"rosa"}, Affected: []vpt.PersonID{"anna"}, Witnesses: []vpt.PersonID{"wim"}}
	elsewhere := policy.Subject{Kind: "zaak", ID: "z", Unit: "werk", Owner: "mila"}
	nowhere := policy.Subject{Kind: "zaak", ID: "z"}
	for _, row := range []struct {
		name   string
		who    vpt.Actor
		action policy.Action
		on     policy.Subject
		want   bool
	}{
		{"a manager opens a case of her unit", manager("mila", "balie"), policy.CaseRead, zaak, true},
		{"not of another unit", manager("wout", "werk"), policy.CaseRead, zaak, false},
		{"her own case of another unit", manager("mila", "balie"), policy.CaseRead, elsewhere, true},
		{"not a case without unit and owner", manager("mila", "balie"), policy.CaseRead, nowhere, false},
		{"a deputy as whom she deputises for", deputy("dirk", "mila", "balie"), policy.CaseRead, elsewhere, true},
		{"a deputy not of another's case", deputy("dirk", "wout", "werk"), policy.CaseRead, zaak, false},
		{"who deputises for nobody", reporter, policy.CaseRead, elsewhere, false},
		{"a coordinator everywhere", withAll("cora", vpt.RoleCoordinator), policy.CaseRead, nowhere, true},
		{"a reporter not the case of her report", reporter, policy.CaseRead, zaak, false},
		{"a reporter her own report", reporter, policy.ReportRead, zaak, true},
		{"an affected person the report about her", vpt.Actor{Kind: vpt.ActorPerson, Person: "anna"}, policy.ReportRead, zaak, true},
		{"a witness not", vpt.Actor{Kind: vpt.ActorPerson, Person: "wim"}, policy.ReportRead, zaak, false},
		{"a coordinator not a report of another, by the reporter's way", withAll("cora", vpt.RoleCoordinator), policy.ReportRead, zaak, false},
		{"a coordinator not that of a closed circle", outside(withAll("cora", vpt.RoleCoordinator), "balie"), policy.CaseRead, zaak, false},
		{"nor a director a measure there", outside(withAll("dora", vpt.RoleDirector), "balie"), policy.MeasureRead, zaak, false},
		{"her own circle she does", outside(manager("mila", "balie"), "werk"), policy.CaseRead, zaak, true},
		{"and a case that was given to her", outside(withAll("mila", vpt.RoleCoordinator), "balie"), policy.CaseRead, zaak, true},
		{"an alderman her own report", outside(reporter, "balie"), policy.ReportRead, zaak, true},
		{"a service not that of a closed circle", outside(service(vpt.ScopeCasesRead), "balie"), policy.ServiceCaseRead, zaak, false},
		{"an administrator sees no case", withAll("bea", vpt.RoleAdministrator), policy.CaseRead, zaak, false},
		{"an analyst sees no case", withAll("ada", vpt.RoleAnalyst), policy.CaseRead, zaak, false},
		{"nor what is behind a figure", withAll("ada", vpt.RoleAnalyst), policy.FiguresDrill, policy.Subject{}, false},
		{"a manager does not hand over a case", manager("mila", "balie"), policy.CaseReassign, zaak, false},
		{"anonymous signs in", vpt.AnonymousActor("", "", "nl"), policy.SessionOpen, policy.Subject{}, true},
		{"and reports nothing", vpt.AnonymousActor("", "", "nl"), policy.ReportCreate, policy.Subject{}, false},
		{"halfway signed in, she is still nobody", vpt.Actor{Kind: vpt.ActorAnonymous, Person: "mila", Grants: []vpt.Grant{{Role: vpt.RoleManager, All: true}}}, policy.CaseRead, zaak, false},
		{"an action that is not in the table", withAll("cora", vpt.RoleCoordinator), "case.destroy", zaak, false},
		{"a service with the scope", service(vpt.ScopeCasesRead), policy.ServiceCaseRead, zaak, true},
		{"of its own unit", service(vpt.ScopeCasesRead, "balie"), policy.ServiceCaseRead, zaak, true},
		{"not of another unit", service(vpt.ScopeCasesRead, "werk"), policy.ServiceCaseRead, zaak, false},
		{"not of no unit", service(vpt.ScopeCasesRead, "werk"), policy.ServiceCaseRead, nowhere, false},
		{"without the scope", service(vpt.ScopeReportsRead), policy.ServiceCaseRead, zaak, false},
		{"nothing that is made for people", service(vpt.ScopeCasesRead), policy.CaseRead, zaak, false},
		{"a service reports for any unit; the door looks at which", service(vpt.ScopeReportsWrite, "werk"), policy.ReportCreate, policy.Subject{}, true},
		{"a person who has scopes is no service", vpt.Actor{Kind: vpt.ActorPerson, Person: "x", Scopes: vpt.TokenScopes()}, policy.ServiceCaseRead, zaak, false},
		{"a task sends mail", vpt.SystemActor("o", "taak"), policy.MailSend, policy.Subject{}, true},
		{"and opens no case", vpt.SystemActor("o", "taak"), policy.CaseRead, zaak, false},
		{"a command adds an organisation", vpt.CommandActor("o", "root"), policy.OrganisationOf, policy.Subject{}, true},
		{"and opens no case", vpt.CommandActor("o", "root"), policy.CaseRead, zaak, false},
		{"no actor at all", vpt.Actor{}, policy.SessionOpen, policy.Subject{}, false},
	} {
		if got := policy.New().Decide(row.who, row.action, row.on); got != row.want {
			t.Errorf("%s: %v, want %v", row.name, got, row.want)
		}
	}
}

func TestDecide_NobodyHandlesTheCaseSheIsIn(t *testing.T) {
	impartial := 0
	for _, row := range policy.Table() {
		if !row.Impartial {
			continue
		}
		impartial++
		for _, on := range []policy.Subject{
			{Kind: "zaak", ID: "z", Unit: "balie", Owner: "mila", Affected: []vpt.PersonID{"anna", "mila"}},
			{Kind: "zaak", ID: "z", Unit: "balie", Owner: "mila", Witnesses: []vpt.PersonID{"mila"}},
		} {
			own := row.Reporter == policy.Own && len(on.Affected) > 0
			for _, who := range []vpt.Actor{
				manager("mila", "balie"), withAll("mila", vpt.RoleCoordinator), deputy("mila", "wout", "balie"),
			} {
				if got := policy.New().Decide(who, row.Action, on); got != own {
					t.Errorf("%s by who is affected or witness (%+v): %v, want %v", row.Action, who.Grants, got, own)
				}
				on.Affected, on.Witnesses = nil, nil
				if want := row.Manager != policy.No || who.Grants[0].Role == vpt.RoleCoordinator; policy.New().Decide(who, row.Action, on) != want {
					t.Errorf("%s by who is not in it: not %v", row.Action, want)
				}
				on = policy.Subject{Kind: "zaak", ID: "z", Unit: "balie", Owner: "mila", Witnesses: []vpt.PersonID{"mila"}}
				own = false
			}
		}
	}
	if impartial < 15 {
		t.Errorf("%d actions are refused to who is in the case: the rule would hold over nothing", impartial)
	}
}

func TestEver_IsWhetherAnyObjectWouldDo(t *testing.T) {
	p := policy.New()
	for _, row := range policy.Table() {
		for _, who := range []vpt.Actor{
			{Kind: vpt.ActorPerson, Person: "p"}, manager("p", "u"), withAll("p", vpt.RoleCoordinator), withAll("p", vpt.RoleAdministrator), withAll("p", vpt.RoleAnalyst),
			service(row.Token), service("", "u"), vpt.SystemActor("o", "t"), vpt.CommandActor("o", "c"), vpt.AnonymousActor("", "", ""),
		} {
			on := policy.Subject{Kind: "x", ID: "1", Unit: "u", Owner: "p", Person: "p", Reporters: []vpt.PersonID{"p"}}
			if ever, now := p.Ever(who, row.Action), p.Decide(who, row.Action, on); ever != now {
				t.Errorf("%s by %s %v: ever %v, on an object of her own %v", row.Action, who.Kind, who.Grants, ever, now)
			}
		}
	}
}

// inScope is what the store does with a scope, for one row.
func inScope(s policy.Scope, on policy.Subject) bool {
	if s.Except() != "" && (slices.Contains(on.Affected, s.Except()) || slices.Contains(on.Witnesses, s.Except())) {
		return false
	}
	mine := slices.Contains(on.Reporters, s.Person()) || slices.Contains(on.Affected, s.Person())
	if on.Unit != "" && slices.Contains(s.Beyond(), on.Unit) && !slices.Contains(s.Units(), on.Unit) && !slices.Contains(s.Owners(), on.Owner) {
		return s.Person() != "" && mine
	}
	return s.All() || slices.Contains(s.Units(), on.Unit) || slices.Contains(s.Owners(), on.Owner) || s.Person() != "" && mine
}

func drawActor(rt *rapid.T) vpt.Actor {
	person := rapid.SampledFrom([]vpt.PersonID{"a", "b", "c"})
	units := rapid.SliceOfNDistinct(rapid.SampledFrom([]vpt.UnitID{"u", "v", "w"}), 0, 3, func(u vpt.UnitID) vpt.UnitID { return u })
	switch rapid.SampledFrom([]vpt.ActorKind{vpt.ActorPerson, vpt.ActorPerson, vpt.ActorPerson, vpt.ActorService, vpt.ActorAnonymous}).Draw(rt, "kind") {
	case vpt.ActorService:
		who := service(rapid.SampledFrom(vpt.TokenScopes()).Draw(rt, "scope"), units.Draw(rt, "units")...)
		who.Closed = units.Draw(rt, "closed")
		return who
	case vpt.ActorAnonymous:
		return vpt.AnonymousActor("", "", "nl")
	}
	who := vpt.Actor{Kind: vpt.ActorPerson, Person: person.Draw(rt, "person"), Closed: units.Draw(rt, "closed")}
	for range rapid.IntRange(0, 3).Draw(rt, "grants") {
		g := vpt.Grant{Role: rapid.SampledFrom(vpt.Roles()[1:]).Draw(rt, "role"), Units: units.Draw(rt, "units")}
		if g.All = rapid.Bool().Draw(rt, "all"); g.All {
			g.Units = nil
		}
		if g.Role.Handles() && rapid.Bool().Draw(rt, "deputy") {
			g.For = person.Draw(rt, "for")
		}
		who.Grants = append(who.Grants, g)
	}
	return who
}

func drawSubject(rt *rapid.T) policy.Subject {
	people := rapid.SliceOfN(rapid.SampledFrom([]vpt.PersonID{"a", "b", "c", "d"}), 0, 2)
	return policy.Subject{
		Kind: "zaak", ID: "z", Unit: rapid.SampledFrom([]vpt.UnitID{"", "u", "v", "w", "x"}).Draw(rt, "unit"),
		Owner:     rapid.SampledFrom([]vpt.PersonID{"", "a", "b", "c", "d"}).Draw(rt, "owner"),
		Reporters: people.Draw(rt, "reporters"), Affected: people.Draw(rt, "affected"), Witnesses: people.Draw(rt, "witnesses"),
	}
}

// What stands on a list can be opened, and what can be opened stands on it.
func TestScopeOf_ListsExactlyWhatMayBeOpened(t *testing.T) {
	pairs := [][2]policy.Action{
		{policy.CaseList, policy.CaseRead}, {policy.CaseFind, policy.CaseRead}, {policy.ReportList, policy.ReportRead},
		{policy.ServiceCaseList, policy.ServiceCaseRead}, {policy.ServiceReportList, policy.ServiceReportRead},
	}
	for _, row := range policy.Table() { // every act on a case: its own scope is its own reach
		if row.Impartial && row.Reporter == policy.No {
			pairs = append(pairs, [2]policy.Action{row.Action, row.Action})
		}
	}
	p := policy.New()
	rapid.Check(t, func(rt *rapid.T) {
		who, on := drawActor(rt), drawSubject(rt)
		for _, pair := range pairs {
			listed, opened := inScope(p.ScopeOf(who, pair[0]), on), p.Decide(who, pair[1], on)
			if listed != opened {
				rt.Fatalf("%s lists it: %v; %s opens it: %v\n%+v\n%+v", pair[0], listed, pair[1], opened, who, on)
			}
		}
	})
}

func TestScopeOf_WithoutARightNothing(t *testing.T) {
	var zero policy.Scope
	if !zero.Empty() {
		t.Error("the zero scope is not empty")
	}
	p := policy.New()
	rapid.Check(t, func(rt *rapid.T) {
		who, on := drawActor(rt), drawSubject(rt)
		if on.Unit != "" && on.Owner != "" && inScope(zero, on) {
			rt.Fatalf("the zero scope holds %+v", on)
		}
		for _, row := range policy.Table() {
			if scope := p.ScopeOf(who, row.Action); !p.Ever(who, row.Action) && !scope.Empty() {
				rt.Fatalf("%s is never allowed, yet has a scope: %+v", row.Action, scope)
			}
		}
	})
}

func TestSubject_String(t *testing.T) {
	for want, on := range map[string]policy.Subject{"": {}, "lijst": {Kind: "lijst"}, "zaak:1": {Kind: "zaak", ID: "1"}} {
		if got := on.String(); got != want {
			t.Errorf("%+v is logged as %q, want %q", on, got, want)
		}
	}
}
