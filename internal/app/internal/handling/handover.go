package handling

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

// HandOverView gives what somebody has in hand and who could take it; without
// somebody, who has something in hand. An administrator sees counts: granting
// takes no reading.
func (a Room) HandOverView(ctx context.Context, who vpt.Actor, from vpt.PersonID) (vpt.HandOverView, error) {
	var out vpt.HandOverView
	find := desk.About(desk.AccountSubject(""))
	if from != "" {
		find = desk.OfAccount(from)
	}
	err := a.desk.Read(ctx, who, policy.WorkHandOver, find, func(tx *store.Tx) error {
		out = vpt.HandOverView{}
		holders, err := tx.Holders()
		if err != nil {
			return err
		}
		if out.Holders, err = namesOf(tx, holders); err != nil || from == "" {
			return err
		}
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		able, err := takers(tx, k, from)
		if err != nil {
			return err
		}
		if out.Choices, err = namesOf(tx, able); err != nil {
			return err
		}
		if out.From, err = tx.PersonName(from); err != nil {
			return err
		}
		held, err := tx.HeldBy(from)
		if err != nil {
			return err
		}
		out.Cases, out.Duties, out.Talks = len(held.Cases), len(held.Duties), len(held.Talks)
		return a.numbersFor(tx, who, held, &out)
	})
	return out, err
}

// numbersFor adds the numbers of the cases that the viewer handles herself.
func (a Room) numbersFor(tx *store.Tx, who vpt.Actor, held store.Held, out *vpt.HandOverView) error {
	for _, number := range held.Cases {
		if !who.Has(vpt.RoleCoordinator) {
			return nil
		}
		var c vpt.Casefile
		on, err := a.desk.OfCase(number, &c)(tx)
		if err != nil {
			return err
		}
		if a.desk.Policy.Decide(who, policy.CaseReassign, on) {
			out.Numbers = append(out.Numbers, number)
		}
	}
	return nil
}

// namesOf gives people by name.
func namesOf(tx *store.Tx, ids []vpt.PersonID) ([]vpt.PersonName, error) {
	out := make([]vpt.PersonName, 0, len(ids))
	for _, id := range ids {
		name, err := tx.PersonName(id)
		if err != nil {
			return nil, err
		}
		out = append(out, name)
	}
	slices.SortFunc(out, func(a, b vpt.PersonName) int {
		return cmp.Or(cmp.Compare(seal.SortKey(a.Name), seal.SortKey(b.Name)), cmp.Compare(a.ID, b.ID))
	})
	return out, nil
}

// takers gives who handles cases or holds talks today, but for one.
func takers(tx *store.Tx, k *desk.Known, but vpt.PersonID) ([]vpt.PersonID, error) {
	assigned, err := tx.Assignments("", k.Today(tx))
	if err != nil {
		return nil, err
	}
	var out []vpt.PersonID
	for _, s := range assigned {
		if (s.Role.Handles() || s.Role == vpt.RolePeer) && s.Person != but && !slices.Contains(out, s.Person) {
			out = append(out, s.Person)
		}
	}
	return out, nil
}

// HandOver gives everything that is open of one person to another: cases, duties
// by name and planned talks. What the other may not take stays and is counted.
// The new owner gets one mail.
func (a Room) HandOver(ctx context.Context, who vpt.Actor, in vpt.HandOver) (vpt.HandedOver, error) {
	var out vpt.HandedOver
	err := a.desk.Write(ctx, who, policy.WorkHandOver, desk.OfAccount(in.From), func(tx *store.Tx, w *desk.Work) error {
		_, err := a.desk.Once(tx, who, w, in.Once, func() (string, error) {
			out = vpt.HandedOver{}
			if err := in.Validate(); err != nil {
				return "", err
			}
			k, err := a.desk.Knowledge(tx)
			if err != nil {
				return "", err
			}
			able, err := takers(tx, k, in.From)
			if err != nil {
				return "", err
			}
			if !slices.Contains(able, in.To) {
				return "", casework.Invalid("handTo", "onbekende-keuze")
			}
			held, err := tx.HeldBy(in.From)
			if err != nil {
				return "", err
			}
			g := giving{a: a.desk, tx: tx, who: who, w: w, k: k, to: in.To, out: &out}
			return string(in.To), g.all(held)
		})
		return err
	})
	return out, err
}

// giving hands things over to one person.
type giving struct {
	a   *desk.Desk
	tx  *store.Tx
	who vpt.Actor
	w   *desk.Work
	k   *desk.Known
	to  vpt.PersonID
	out *vpt.HandedOver
}

func (g giving) all(held store.Held) error {
	for _, number := range held.Cases {
		if err := g.casefile(number); err != nil {
			return err
		}
	}
	for _, duty := range held.Duties {
		if err := g.duty(duty); err != nil {
			return err
		}
	}
	for _, talk := range held.Talks {
		if err := g.talk(talk); err != nil {
			return err
		}
	}
	g.w.Changed("cases:"+strconv.Itoa(g.out.Cases), "duties:"+strconv.Itoa(g.out.Duties), "talks:"+strconv.Itoa(g.out.Talks), "to:"+string(g.to))
	if g.out.Cases+g.out.Duties+g.out.Talks == 0 {
		return nil
	}
	return g.a.Notify(g.tx, g.who, g.to, vpt.MailHandedOver, desk.TasksPath)
}

// deed opens a case for handing something of it over, and tells whether the new
// one may have it: who is a party to the case may not, and neither does who is a
// party decide about it. What is of a closed circle stays in it.
func (g giving) deed(c vpt.Casefile) (*casework.Deed, bool, error) {
	d := &casework.Deed{Tx: g.tx, Who: g.who, Work: g.w, Known: g.k, Case: c}
	parties, err := d.Parties()
	if err != nil || slices.Contains(parties, g.to) || slices.Contains(parties, g.who.Person) {
		return d, false, err
	}
	if g.k.Tree.CircleOf(c.Unit) == "" {
		return d, true, nil
	}
	able, err := d.Handlers()
	return d, slices.Contains(able, g.to), err
}

func (g giving) casefile(number string) error {
	c, err := g.tx.CaseByNumber(number)
	if err != nil {
		return err
	}
	d, may, err := g.deed(c)
	if err != nil {
		return err
	}
	able, err := d.Handlers()
	if err != nil {
		return err
	}
	if !may || !slices.Contains(able, g.to) {
		g.out.Refused++
		return nil
	}
	g.out.Cases++
	d.Case.Owner = g.to
	g.w.Changed("case:" + number)
	if err := d.Event(vpt.EventOwned, vpt.VisibleReporter, func(e *vpt.Event) { e.For = g.to }); err != nil {
		return err
	}
	return d.Save()
}

func (g giving) duty(duty vpt.Duty) error {
	c, err := g.tx.CaseByNumber(duty.Number)
	if err != nil {
		return err
	}
	_, may, err := g.deed(c)
	if err != nil || !may {
		g.out.Refused++
		return err
	}
	g.out.Duties++
	return g.tx.GiveDuty(duty.ID, g.to)
}

// talk gives a planned talk to another; the colleague is told with whom it is now.
func (g giving) talk(held store.HeldTalk) error {
	c, err := g.tx.CaseByID(held.Casefile)
	if err != nil {
		return err
	}
	d, may, err := g.deed(c)
	if err != nil {
		return err
	}
	talk, err := d.Talk(held.ID)
	if err != nil {
		return err
	}
	free := d.MustBeFree(vpt.PlanTalk{With: g.to, On: vpt.DateOf(talk.PlannedAt, g.k.Zone)})
	if vpt.KindOf(free) == vpt.KindInvalid {
		may = false
	} else if free != nil {
		return free
	}
	if !may || talk.For == g.to {
		g.out.Refused++
		return nil
	}
	g.out.Talks++
	talk.With, talk.WithName = g.to, vpt.Private{}
	if err := g.tx.UpdateTalk(talk); err != nil {
		return err
	}
	if err := g.a.Notify(g.tx, g.who, talk.For, vpt.MailTalk, "/meldingen"); err != nil {
		return err
	}
	return d.TalkEvent(vpt.EventTalkPlanned, talk)
}
