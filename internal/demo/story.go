package demo

import (
	"context"
	"math/rand/v2"
	"strings"
	"time"

	"rugdekking/vpt"
)

// story is one report and what is done about it.
type story struct {
	*world
	*place
	telling
	agenda   *agenda
	index    int
	planned  int // acts so far
	random   *rand.Rand
	cases    map[string]*story // first tellings, by narrative
	reporter string
	handler  string
	number   string // of the report
	casefile string
	talks    []vpt.CareTalk // still to be planned
	slow     bool           // the handler did not get to it in time
}

func (s *story) plan(at time.Time, name string, do func(context.Context) error) {
	s.agenda.plan(act{at: at, story: s, name: name, do: do})
}

// later plans an act a while after the report.
func (s *story) later(after time.Duration, name string, do func(context.Context) error) {
	s.plan(s.reported.Add(after), name, do)
}

// onWorkday plans an act in office hours of the n-th working day after the report.
func (s *story) onWorkday(n int, name string, do func(context.Context) error) {
	at := s.workday(s.reported, n).Add(time.Duration(9*60+s.random.IntN(420)) * time.Minute)
	s.plan(at, name, do)
}

// report sends the report as its reporter and plans what follows.
func (s *story) report(ctx context.Context) error {
	s.reporter = s.Reporter
	if s.reporter == "" || s.again && s.Affected == "" && s.unitOf(s.reporter) == s.Unit {
		team := s.colleagues(s.Unit)
		if len(team) == 0 {
			team = s.colleagues(s.parent(s.Unit))
		}
		if s.reporter == "" {
			s.reporter = team[s.random.IntN(len(team))]
		}
	}
	who, err := s.actor(ctx, s.place, s.reporter)
	if err != nil {
		return err
	}
	if s.number, err = s.door.ReportIncident(ctx, who, s.input()); err != nil {
		return err
	}
	// A report and its case are made together and this organisation has no
	// others, so that their numbers run alike.
	s.casefile = "Z" + strings.TrimPrefix(s.number, "M")
	s.handler = s.handlerOf(s.affectedUnit(), s.reporter, s.Affected)
	// Some recent cases were not looked at yet, or too late: that happens.
	days := s.now.Sub(s.reported).Hours() / 24
	s.slow = s.Late != "" || days < 20 && s.random.IntN(3) == 0
	s.follow()
	return nil
}

func (s *story) affectedUnit() string {
	if s.Affected != "" {
		return s.unitOf(s.Affected)
	}
	return s.unitOf(s.reporter)
}

// input is the form as the reporter filled it in.
func (s *story) input() vpt.ReportIncident {
	kinds := s.Kinds
	if len(s.Reported) > 0 {
		kinds = s.Reported
	}
	in := vpt.ReportIncident{
		OnBehalf: vpt.ForMyself, Choice: vpt.ChoiceNormal, Kinds: kinds, Channel: s.Channel, Site: s.sites[s.Site],
		OccurredOn: vpt.DateOf(s.occurred, s.zone), OccurredTime: s.occurred.In(s.zone).Format("15:04"),
		Account: vpt.NewPrivate(s.What), Affected: []vpt.AffectedInput{{Self: true}}, Help: vpt.HelpNo, Origin: vpt.OriginForm,
	}
	if s.Instigator != nil {
		in.Instigator = vpt.NewPrivate(s.Instigator.Description)
	}
	switch s.Help {
	case "now":
		in.Help = vpt.HelpNow
	case "later":
		in.Help = vpt.HelpLater
	}
	switch {
	case s.Doubt:
		in.Choice, in.Kinds = vpt.ChoiceDoubt, []string{vpt.DoubtKind}
	case s.RegisterOnly:
		in.Choice = vpt.ChoiceRegisterOnly
	}
	if s.Affected != "" && s.Affected != s.reporter {
		in.OnBehalf, in.Affected = vpt.ForColleague, []vpt.AffectedInput{{Person: s.people[s.Affected]}}
	}
	return in
}

// follow plans what the reporter adds and what the handler does.
func (s *story) follow() {
	if s.Literal != "" || s.Injury != "" || s.DamageEuro > 0 {
		s.later(time.Duration(20+s.random.IntN(300))*time.Minute, "aanvullen", s.complete)
	}
	first := time.Duration(30+s.random.IntN(400)) * time.Minute
	if s.Help == "now" {
		first = 10 * time.Minute
	}
	if s.slow && s.Late == "" || s.Late == "reaction" {
		first = time.Duration(2+s.random.IntN(9)) * 24 * time.Hour
	}
	s.later(first, "beoordelen", s.assess)
}

// complete adds what the reporter remembered afterwards.
func (s *story) complete(ctx context.Context) error {
	who, err := s.actor(ctx, s.place, s.reporter)
	if err != nil {
		return err
	}
	values := map[vpt.DetailField]vpt.Private{}
	set := func(field vpt.DetailField, text string) {
		if text != "" {
			values[field] = vpt.NewPrivate(text)
		}
	}
	set(vpt.DetailLiteral, s.Literal)
	set(vpt.DetailTrigger, s.Trigger)
	set(vpt.DetailInjury, s.Injury)
	if s.DamageEuro > 0 {
		set(vpt.DetailDamage, euros(s.DamageEuro))
	}
	return s.door.AddDetails(ctx, who, vpt.AddDetails{Report: s.number, Values: values})
}
