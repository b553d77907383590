package intake

import (
	"context"
	"fmt"
	"slices"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// ReportIncident takes a report and makes its incident and case: numbers,
// owner, tracks, clocks, care plan, timeline and notifications, in one
// transaction. It gives the number of the report.
func (a Room) ReportIncident(ctx context.Context, who vpt.Actor, in vpt.ReportIncident) (string, error) {
	if in.Choice == vpt.ChoiceDoubt && len(in.Kinds) == 0 {
		in.Kinds = []string{vpt.DoubtKind}
	}
	var number string
	err := a.desk.Write(ctx, who, policy.ReportCreate, desk.Nothing, func(tx *store.Tx, w *desk.Work) error {
		var err error
		number, err = a.desk.Once(tx, who, w, in.Once, func() (string, error) {
			intake, err := a.takeIn(tx, who, in)
			if err != nil {
				return "", err
			}
			w.Makes("melding", string(intake.report.ID))
			if in.Origin == vpt.OriginForm {
				if err := tx.DropDraft(who.Person, vpt.ReportDraft); err != nil {
					return "", err
				}
			}
			return intake.report.Number, a.open(tx, who, intake)
		})
		return err
	})
	return number, err
}

// intake is a report on its way to becoming a case.
type intake struct {
	known    *desk.Known
	report   store.NewReport
	affected []vpt.Involved
	owner    vpt.PersonID
	unit     vpt.UnitID
	breach   vpt.Measure // zero when there is none
}

// takeIn checks a report against the organisation and finds who is meant.
func (a Room) takeIn(tx *store.Tx, who vpt.Actor, in vpt.ReportIncident) (*intake, error) {
	k, err := a.desk.Knowledge(tx)
	if err != nil {
		return nil, err
	}
	today := k.Today(tx)
	breach, err := breachOf(tx, k, &in)
	if err != nil {
		return nil, err
	}
	in.Kinds = k.Codes[vpt.KindList].Finest(in.Kinds)
	in, p := filed(k, who, in, tx.Now())
	if err := p.Join(in.Validate(today)); err != nil {
		return nil, err
	}
	r := store.NewReport{Report: vpt.Report{
		ID: vpt.ReportID(store.NewID()), Reporter: who.Person, OnBehalf: in.OnBehalf, Choice: in.Choice, Help: in.Help, Route: in.Origin,
		Kinds: k.Refs(&p, "kinds", vpt.KindList, in.Kinds), ReportedAt: in.FiledAt, ReportedOn: vpt.DateOf(in.FiledAt, k.Zone),
		OccurredOn: in.OccurredOn, OccurredTime: in.OccurredTime, Unit: in.Unit, Site: in.Site,
		Place: in.Place, Account: in.Account, Instigator: in.Instigator,
	}}
	if who.Kind != vpt.ActorPerson {
		r.RouteName = who.Name
	}
	if in.Channel != "" {
		if refs := k.Refs(&p, "channel", vpt.ChannelList, []string{in.Channel}); len(refs) == 1 {
			r.Channel = refs[0]
		}
	}
	if _, ok := k.Tree.Unit(in.Unit); in.Unit != "" && !ok {
		p.Add("unit", "onbekende-keuze")
	}
	if _, ok := k.Site(in.Site); in.Site != "" && !ok {
		p.Add("site", "onbekende-keuze")
	}
	i := &intake{known: k, report: r, breach: breach}
	if err := a.findPeople(tx, who, in, i, &p); err != nil {
		return nil, err
	}
	if err := p.Err(); err != nil {
		return nil, err
	}
	return i, a.findOwner(tx, i)
}

// findPeople finds the accounts of the reporter and of the affected.
func (a Room) findPeople(tx *store.Tx, who vpt.Actor, in vpt.ReportIncident, i *intake, p *vpt.Problems) error {
	if who.Kind == vpt.ActorService && !in.Reporter.IsZero() {
		found, err := desk.Lookup(tx, in.Reporter)
		if err != nil {
			return err
		}
		if i.report.Reporter = found.ID; found.ID == "" {
			p.Add("reporter", "collega-niet-gevonden")
		}
	}
	for _, one := range in.Affected {
		person := vpt.Involved{ID: vpt.InvolvedID(store.NewID()), Report: i.report.ID, Role: vpt.RoleAffected, Name: one.Name}
		switch {
		case one.Self:
			person.Person, person.Name = i.report.Reporter, vpt.Private{}
			if person.Person == "" {
				p.Add("affected", "verplicht")
			}
		case one.Person != "":
			found, err := tx.PersonByID(one.Person)
			if vpt.KindOf(err) == vpt.KindNotFound {
				p.Add("affected", "collega-niet-gevonden")
				continue
			}
			if err != nil {
				return err
			}
			person.Person, person.Name = found.ID, vpt.Private{}
		case !one.Lookup.IsZero():
			found, err := desk.Lookup(tx, one.Lookup)
			if err != nil {
				return err
			}
			if person.Person = found.ID; found.ID != "" {
				person.Name = vpt.Private{}
			} else if one.Name.IsZero() {
				p.Add("affected", "collega-niet-gevonden")
				continue
			}
		}
		i.affected = append(i.affected, person)
	}
	return nil
}

// findOwner applies the rule of vpt.OwnerOf.
func (a Room) findOwner(tx *store.Tx, i *intake) error {
	q := vpt.OwnerQuestion{Tree: i.known.Tree, AffectedUnit: i.report.Unit, Excluded: []vpt.PersonID{i.report.Reporter}}
	var err error
	if q.ReporterUnit, err = tx.UnitOf(i.report.Reporter); err != nil {
		return err
	}
	for _, person := range i.affected {
		if person.Person == "" {
			continue
		}
		q.Excluded = append(q.Excluded, person.Person)
		switch {
		case q.AffectedUnit != "":
		case person.Person == i.report.Reporter:
			q.AffectedUnit = q.ReporterUnit
		default:
			if q.AffectedUnit, err = tx.UnitOf(person.Person); err != nil {
				return err
			}
		}
	}
	if site, ok := i.known.Site(i.report.Site); ok {
		q.SiteUnit = site.Unit
	}
	managers, err := tx.ManagersOf(i.known.Tree.Up(q.Unit()), i.known.Today(tx))
	if err != nil {
		return err
	}
	q.Managers = func(u vpt.UnitID) []vpt.PersonID { return desk.ManagersOf(managers, u) }
	i.owner, i.unit = vpt.OwnerOf(q)
	i.report.Unit = i.unit
	return nil
}

// open writes the case of a report that was taken in.
func (a Room) open(tx *store.Tx, who vpt.Actor, i *intake) error {
	k, year := i.known, i.known.Today(tx).Year()
	reports, cases := fmt.Sprintf("M-%d", year), fmt.Sprintf("Z-%d", year)
	numbers, err := tx.NextOfEach(reports, cases)
	if err != nil {
		return err
	}
	i.report.Number = numbers[reports]
	c := store.NewCase{Help: i.report.Help, Choice: i.report.Choice, Casefile: vpt.Casefile{
		Number: numbers[cases], ID: vpt.CasefileID(store.NewID()), State: vpt.CaseOpen, Unit: i.unit, Owner: i.owner, ReceivedAt: tx.Now(),
		ReceivedOn: i.report.ReportedOn, Verdict: vpt.VerdictNone, Tracks: vpt.StartTracks(i.report.Choice),
		Clocks: vpt.StartClocks(k.Org.Settings.Terms(), k.Cal, tx.Now(), i.report.Help, i.report.Choice),
		Incident: vpt.Incident{
			ID: vpt.IncidentID(store.NewID()), OccurredOn: i.report.OccurredOn, OccurredTime: i.report.OccurredTime,
			Channel: i.report.Channel, Unit: i.unit, Site: i.report.Site, Place: i.report.Place,
		},
	}}
	c.Casefile.Help, c.Casefile.Choice = i.report.Help, i.report.Choice
	c.Settle([]vpt.CareTalk{{Sequence: 1, DueAt: c.Clock(vpt.ClockCare).Due, State: vpt.TalkOpen}}, tx.Now())
	if err := tx.InsertCase(c); err != nil {
		return err
	}
	i.report.Casefile, i.report.Origin = c.ID, c.ID
	if err := tx.InsertReport(i.report); err != nil {
		return err
	}
	if err := planCare(tx, k, c.Casefile, i.affected); err != nil {
		return err
	}
	by := who.ID()
	for _, e := range []vpt.Event{
		{Kind: vpt.EventReported, Visible: vpt.VisibleReporter, Ref: string(i.report.ID)},
		{Kind: vpt.EventOwned, Visible: vpt.VisibleReporter, For: i.owner},
	} {
		if err := tx.InsertEvent(c.ID, by, e); err != nil {
			return err
		}
	}
	if err := a.linkBreach(tx, who, c.Casefile, i.breach); err != nil {
		return err
	}
	return a.tellOpened(tx, who, c.Casefile, i)
}

// planCare makes the first steps of the care plan for each affected person; the
// later ones are counted from when the first talk is held.
func planCare(tx *store.Tx, k *desk.Known, c vpt.Casefile, affected []vpt.Involved) error {
	for _, person := range affected {
		if err := tx.InsertInvolved(c.ID, person); err != nil {
			return err
		}
		if _, err := casework.PlanFor(k, tx, c, person, true); err != nil {
			return err
		}
	}
	return nil
}

// tellOpened mails who must know of a new case: owner and deputies, the
// coordinators when there is no owner or help is needed now, the reporter, and
// the affected who did not report it themselves.
func (a Room) tellOpened(tx *store.Tx, who vpt.Actor, c vpt.Casefile, i *intake) error {
	reason, path := vpt.MailNewCase, "/zaken/"+c.Number
	if i.report.Help == vpt.HelpNow {
		reason = vpt.MailHelpNow
	}
	if err := a.desk.Notify(tx, who, i.owner, reason, path); err != nil {
		return err
	}
	deputies, err := a.desk.DeputiesOf(tx, i.owner, i.known.Today(tx))
	if err != nil {
		return err
	}
	for _, deputy := range deputies {
		if err := a.desk.Notify(tx, who, deputy, reason, path); err != nil {
			return err
		}
	}
	if i.owner == "" || i.report.Help == vpt.HelpNow {
		if err := a.desk.NotifyCase(tx, who, c.Unit, reason, path, append(deputies, i.owner)...); err != nil {
			return err
		}
	}
	mine := "/meldingen/" + i.report.Number
	if err := a.desk.Notify(tx, who, i.report.Reporter, vpt.MailReceipt, mine); err != nil {
		return err
	}
	var told []vpt.PersonID
	for _, person := range i.affected {
		if person.Person != i.report.Reporter && !slices.Contains(told, person.Person) {
			told = append(told, person.Person)
			if err := a.desk.Notify(tx, who, person.Person, vpt.MailNamed, mine); err != nil {
				return err
			}
		}
	}
	return nil
}
