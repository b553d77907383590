package setup

import (
	"context"
	"slices"
	"strings"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// AdminOverview gives the first page of administration.
func (a Room) AdminOverview(ctx context.Context, who vpt.Actor) (vpt.AdminOverview, error) {
	var view vpt.AdminOverview
	err := a.desk.Read(ctx, who, policy.AdminOverview, desk.OfOrganisation(who), func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		view = vpt.AdminOverview{
			Units: inUse(k.Units), Sites: len(k.Sites), Emergency: k.Org.Settings.Emergency != "",
			GatesOpen: k.Org.Settings.Instigator.Open(k.Today(tx)),
		}
		view.MayAdminister = a.desk.Policy.Decide(who, policy.SettingsSave, policy.Subject{})
		view.MayWriteLetters = a.desk.Policy.Decide(who, policy.LetterTemplate, policy.Subject{})
		view.Stationery = k.Org.Settings.Stationery.Missing()
		view.MayDecideMails = a.desk.Policy.Decide(who, policy.MailDecide, policy.Subject{})
		people, err := tx.CountPeople()
		if err != nil {
			return err
		}
		for _, states := range people {
			view.People += states[vpt.PersonActive] + states[vpt.PersonInvited]
			view.Invited += states[vpt.PersonInvited]
		}
		assigned, err := tx.Assignments("", k.Today(tx))
		if err != nil {
			return err
		}
		view.Coordinators = len(coordinatorsOf(assigned))
		view.Unmanaged = len(unmanaged(k, assigned))
		mails, err := troubled(tx)
		view.Uncertain = len(mails)
		return err
	})
	return view, err
}

func inUse(units []vpt.Unit) int {
	n := 0
	for _, u := range units {
		if !u.Retired {
			n++
		}
	}
	return n
}

// coordinatorsOf gives who coordinates the whole organisation.
func coordinatorsOf(assigned []vpt.Assignment) []vpt.PersonID {
	var out []vpt.PersonID
	for _, s := range assigned {
		if s.Role == vpt.RoleCoordinator && s.Scope == vpt.ScopeOrganisation && !slices.Contains(out, s.Person) {
			out = append(out, s.Person)
		}
	}
	return out
}

// unmanaged gives the units in use of which neither they nor a unit above them
// has a manager: their cases go to the coordinators; those of a closed circle
// to its own.
func unmanaged(k *desk.Known, assigned []vpt.Assignment) []vpt.UnitID {
	var out []vpt.UnitID
	for _, u := range k.Units {
		managed := slices.ContainsFunc(k.Tree.Line(u.ID), func(id vpt.UnitID) bool { return len(desk.ManagersOf(assigned, id)) > 0 })
		if !u.Retired && !managed {
			out = append(out, u.ID)
		}
	}
	return out
}

// Settings gives the organisation with its settings.
func (a Room) Settings(ctx context.Context, who vpt.Actor) (vpt.SettingsView, error) {
	var view vpt.SettingsView
	err := a.desk.Read(ctx, who, policy.SettingsRead, desk.OfOrganisation(who), func(tx *store.Tx) error {
		o, err := tx.TheOrganisation()
		if err != nil {
			return err
		}
		today := vpt.DateOf(tx.Now(), o.Settings.Location())
		view = vpt.SettingsView{Organisation: o, Today: today, GatesOpen: o.Settings.Instigator.Open(today)}
		return nil
	})
	return view, err
}

// SaveOrganisation changes the name of the organisation, the numbers that its
// people call, and whether the identity of an instigator may be recorded.
func (a Room) SaveOrganisation(ctx context.Context, who vpt.Actor, in vpt.SaveOrganisation) error {
	fields := []string{"name", "theme", "emergency", "helpNumbers", "secondFactor", "instigator", "learning"}
	return ChangeSettings(ctx, a.desk, who, fields, func(o *vpt.Organisation) error {
		o.Name, o.Settings.Theme, o.Settings.Emergency = in.Name, in.Theme, in.Emergency
		o.Settings.HelpNumbers, o.Settings.SecondFactor, o.Settings.Instigator = in.HelpNumbers, in.SecondFactor, in.Instigator
		o.Settings.Learning = in.Learning
		return in.Validate()
	})
}

// SaveClocks changes the terms. Cases that are open keep the terms they have.
func (a Room) SaveClocks(ctx context.Context, who vpt.Actor, in vpt.ClockSettings) error {
	return ChangeSettings(ctx, a.desk, who, []string{"clocks"}, func(o *vpt.Organisation) error {
		o.Settings.Clocks = in
		return in.Validate()
	})
}

// SaveCare changes the steps of the care plan; none means the default. Plans that
// were made keep their steps.
func (a Room) SaveCare(ctx context.Context, who vpt.Actor, in vpt.SaveCare) error {
	return ChangeSettings(ctx, a.desk, who, []string{"care"}, func(o *vpt.Organisation) error {
		o.Settings.Care = in.Steps
		return nil
	})
}

// SaveRaise changes after how long something that is late is told to whom.
func (a Room) SaveRaise(ctx context.Context, who vpt.Actor, in vpt.RaiseSettings) error {
	return ChangeSettings(ctx, a.desk, who, []string{"raise"}, func(o *vpt.Organisation) error {
		o.Settings.Raise = in
		return nil
	})
}

// SaveCalendar changes the working days of one year.
func (a Room) SaveCalendar(ctx context.Context, who vpt.Actor, in vpt.SaveCalendar) error {
	return ChangeSettings(ctx, a.desk, who, []string{"days"}, func(o *vpt.Organisation) error {
		o.Settings.Days = in.Replace(o.Settings.Days)
		slices.SortFunc(o.Settings.Days, func(a, b vpt.DaySetting) int { return strings.Compare(string(a.On), string(b.On)) })
		return in.Validate()
	})
}

// ChangeSettings reads the settings, changes a part of them and writes them in
// one transaction, so that two pages do not undo each other.
func ChangeSettings(ctx context.Context, a *desk.Desk, who vpt.Actor, fields []string, change func(*vpt.Organisation) error) error {
	defer a.ForgetKnown(who.Organisation)
	return a.Write(ctx, who, policy.SettingsSave, desk.OfOrganisation(who), func(tx *store.Tx, w *desk.Work) error {
		o, err := tx.TheOrganisation()
		if err != nil {
			return err
		}
		if err := vpt.AllProblems(change(&o), o.Settings.Validate()); err != nil {
			return err
		}
		w.Changed(fields...)
		return tx.SaveSettings(o.Name, o.Settings)
	})
}

// Units gives the tree of units, retired ones too.
func (a Room) Units(ctx context.Context, who vpt.Actor) (vpt.UnitsView, error) {
	var view vpt.UnitsView
	err := a.desk.Read(ctx, who, policy.SettingsRead, desk.OfOrganisation(who), func(tx *store.Tx) error {
		units, err := tx.Units()
		if err != nil {
			return err
		}
		people, err := tx.CountPeople()
		if err != nil {
			return err
		}
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		assigned, err := tx.Assignments("", k.Today(tx))
		if err != nil {
			return err
		}
		lines := vpt.NewUnitTree(units).Ordered(units)
		for i := range lines {
			states := people[lines[i].ID]
			lines[i].People = states[vpt.PersonActive] + states[vpt.PersonInvited]
			lines[i].Managed = len(desk.ManagersOf(assigned, lines[i].ID)) > 0
		}
		view = vpt.UnitsView{Units: lines}
		return nil
	})
	return view, err
}

// Sites gives all sites, retired ones too.
func (a Room) Sites(ctx context.Context, who vpt.Actor) (vpt.SitesView, error) {
	var view vpt.SitesView
	err := a.desk.Read(ctx, who, policy.SettingsRead, desk.OfOrganisation(who), func(tx *store.Tx) error {
		sites, err := tx.Sites()
		if err != nil {
			return err
		}
		units, err := tx.Units()
		view = vpt.SitesView{Sites: sites, Units: units}
		return err
	})
	return view, err
}
