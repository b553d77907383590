package app

import (
	"context"
	"slices"
	"strings"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// AdminOverview gives the first page of administration.
func (a *App) AdminOverview(ctx context.Context, who vpt.Actor) (vpt.AdminOverview, error) {
	var view vpt.AdminOverview
	err := a.read(ctx, who, policy.AdminOverview, ofOrganisation(who), func(tx *store.Tx) error {
		k, err := a.knowledge(tx)
		if err != nil {
			return err
		}
		view = vpt.AdminOverview{
			Units: inUse(k.units), Sites: len(k.sites), Emergency: k.org.Settings.Emergency != "",
			GatesOpen: k.org.Settings.Instigator.Open(k.today(tx)),
		}
		view.MayAdminister = a.policy.Decide(who, policy.SettingsSave, policy.Subject{})
		view.MayWriteLetters = a.policy.Decide(who, policy.LetterTemplate, policy.Subject{})
		view.Stationery = k.org.Settings.Stationery.Missing()
		view.MayDecideMails = a.policy.Decide(who, policy.MailDecide, policy.Subject{})
		people, err := tx.CountPeople()
		if err != nil {
			return err
		}
		for _, states := range people {
			view.People += states[vpt.PersonActive] + states[vpt.PersonInvited]
			view.Invited += states[vpt.PersonInvited]
		}
		assigned, err := tx.Assignments("", k.today(tx))
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
func unmanaged(k *known, assigned []vpt.Assignment) []vpt.UnitID {
	var out []vpt.UnitID
	for _, u := range k.units {
		managed := slices.ContainsFunc(k.tree.Line(u.ID), func(id vpt.UnitID) bool { return len(managersOf(assigned, id)) > 0 })
		if !u.Retired && !managed {
			out = append(out, u.ID)
		}
	}
	return out
}

// Settings gives the organisation with its settings.
func (a *App) Settings(ctx context.Context, who vpt.Actor) (vpt.SettingsView, error) {
	var view vpt.SettingsView
	err := a.read(ctx, who, policy.SettingsRead, ofOrganisation(who), func(tx *store.Tx) error {
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
func (a *App) SaveOrganisation(ctx context.Context, who vpt.Actor, in vpt.SaveOrganisation) error {
	fields := []string{"name", "theme", "emergency", "helpNumbers", "secondFactor", "instigator", "learning"}
	return a.changeSettings(ctx, who, fields, func(o *vpt.Organisation) error {
		o.Name, o.Settings.Theme, o.Settings.Emergency = in.Name, in.Theme, in.Emergency
		o.Settings.HelpNumbers, o.Settings.SecondFactor, o.Settings.Instigator = in.HelpNumbers, in.SecondFactor, in.Instigator
		o.Settings.Learning = in.Learning
		return in.Validate()
	})
}

// SaveClocks changes the terms. Cases that are open keep the terms they have.
func (a *App) SaveClocks(ctx context.Context, who vpt.Actor, in vpt.ClockSettings) error {
	return a.changeSettings(ctx, who, []string{"clocks"}, func(o *vpt.Organisation) error {
		o.Settings.Clocks = in
		return in.Validate()
	})
}

// SaveCare changes the steps of the care plan; none means the default. Plans that
// were made keep their steps.
func (a *App) SaveCare(ctx context.Context, who vpt.Actor, in vpt.SaveCare) error {
	return a.changeSettings(ctx, who, []string{"care"}, func(o *vpt.Organisation) error {
		o.Settings.Care = in.Steps
		return nil
	})
}

// SaveRaise changes after how long something that is late is told to whom.
func (a *App) SaveRaise(ctx context.Context, who vpt.Actor, in vpt.RaiseSettings) error {
	return a.changeSettings(ctx, who, []string{"raise"}, func(o *vpt.Organisation) error {
		o.Settings.Raise = in
		return nil
	})
}

// SaveCalendar changes the working days of one year.
func (a *App) SaveCalendar(ctx context.Context, who vpt.Actor, in vpt.SaveCalendar) error {
	return a.changeSettings(ctx, who, []string{"days"}, func(o *vpt.Organisation) error {
		o.Settings.Days = in.Replace(o.Settings.Days)
		slices.SortFunc(o.Settings.Days, func(a, b vpt.DaySetting) int { return strings.Compare(string(a.On), string(b.On)) })
		return in.Validate()
	})
}

// changeSettings reads the settings, changes a part of them and writes them in
// one transaction, so that two pages do not undo each other.
func (a *App) changeSettings(ctx context.Context, who vpt.Actor, fields []string, change func(*vpt.Organisation) error) error {
	defer a.forgetKnown(who.Organisation)
	return a.write(ctx, who, policy.SettingsSave, ofOrganisation(who), func(tx *store.Tx, w *work) error {
		o, err := tx.TheOrganisation()
		if err != nil {
			return err
		}
		if err := vpt.AllProblems(change(&o), o.Settings.Validate()); err != nil {
			return err
		}
		w.changed(fields...)
		return tx.SaveSettings(o.Name, o.Settings)
	})
}

// Units gives the tree of units, retired ones too.
func (a *App) Units(ctx context.Context, who vpt.Actor) (vpt.UnitsView, error) {
	var view vpt.UnitsView
	err := a.read(ctx, who, policy.SettingsRead, ofOrganisation(who), func(tx *store.Tx) error {
		units, err := tx.Units()
		if err != nil {
			return err
		}
		people, err := tx.CountPeople()
		if err != nil {
			return err
		}
		k, err := a.knowledge(tx)
		if err != nil {
			return err
		}
		assigned, err := tx.Assignments("", k.today(tx))
		if err != nil {
			return err
		}
		lines := vpt.NewUnitTree(units).Ordered(units)
		for i := range lines {
			states := people[lines[i].ID]
			lines[i].People = states[vpt.PersonActive] + states[vpt.PersonInvited]
			lines[i].Managed = len(managersOf(assigned, lines[i].ID)) > 0
		}
		view = vpt.UnitsView{Units: lines}
		return nil
	})
	return view, err
}

// Sites gives all sites, retired ones too.
func (a *App) Sites(ctx context.Context, who vpt.Actor) (vpt.SitesView, error) {
	var view vpt.SitesView
	err := a.read(ctx, who, policy.SettingsRead, ofOrganisation(who), func(tx *store.Tx) error {
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
