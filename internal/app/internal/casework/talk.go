package casework

import (
	"context"
	"slices"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// This file is about talks as those who have them see them: no case is opened by
// it, and nothing of the case comes back.

// talkHolder and talkFor tell policy who a talk is with, and for whom.
func talkHolder(t vpt.CareTalk) policy.Subject {
	return policy.Subject{Kind: "gesprek", ID: string(t.ID), Person: t.With}
}

func talkFor(t vpt.CareTalk) policy.Subject {
	return policy.Subject{Kind: "gesprek", ID: string(t.ID), Person: t.For}
}

// findTalk reads a talk and the case that it stands with.
func findTalk(tx *store.Tx, id vpt.CareTalkID) (vpt.CareTalk, vpt.Casefile, error) {
	casefile, err := tx.CaseOfTalk(id)
	if err != nil {
		return vpt.CareTalk{}, vpt.Casefile{}, err
	}
	c, err := tx.CaseByID(casefile)
	if err != nil {
		return vpt.CareTalk{}, c, err
	}
	talk, err := (&Deed{Tx: tx, Case: c}).Talk(id)
	return talk, c, err
}

// onTalk does an act on a talk for somebody who need not see its case.
func (a Room) onTalk(ctx context.Context, who vpt.Actor, action policy.Action, id vpt.CareTalkID, o vpt.Once, whose func(vpt.CareTalk) policy.Subject, do func(*Deed, vpt.CareTalk) error) error {
	var talk vpt.CareTalk
	var c vpt.Casefile
	find := func(tx *store.Tx) (policy.Subject, error) {
		var err error
		talk, c, err = findTalk(tx, id)
		return whose(talk), err
	}
	return a.desk.Write(ctx, who, action, find, func(tx *store.Tx, w *desk.Work) error {
		_, err := a.desk.Once(tx, who, w, o, func() (string, error) {
			if !slices.Contains(UntilMerged(), c.State) {
				return "", ErrNotOpen
			}
			k, err := a.desk.Knowledge(tx)
			if err != nil {
				return "", err
			}
			d := &Deed{Tx: tx, Who: who, Work: w, Known: k, Case: c}
			if err := do(d, talk); err != nil {
				return "", err
			}
			return string(id), d.Save()
		})
		return err
	})
}

// HoldTalk records, by who holds a talk, that it was held or that the colleague
// did not want it.
func (a Room) HoldTalk(ctx context.Context, who vpt.Actor, in vpt.CloseTalk) error {
	return a.onTalk(ctx, who, policy.TalkHold, in.Talk, in.Once, talkHolder, func(d *Deed, talk vpt.CareTalk) error {
		if err := in.Validate(d.Known.Today(d.Tx)); err != nil {
			return err
		}
		return d.finishTalk(talk, in.State, in.On)
	})
}

// DeclineTalk lets an employee do without a talk. Who was to hold it is told, or
// who would have planned it.
func (a Room) DeclineTalk(ctx context.Context, who vpt.Actor, in vpt.DeclineTalk) error {
	return a.onTalk(ctx, who, policy.TalkDecline, in.Talk, in.Once, talkFor, func(d *Deed, talk vpt.CareTalk) error {
		if err := d.finishTalk(talk, vpt.TalkDeclined, d.Known.Today(d.Tx)); err != nil {
			return err
		}
		switch {
		case talk.With != "":
			return a.desk.Notify(d.Tx, who, talk.With, vpt.MailTalkOff, HolderPath)
		case d.Case.Owner != "":
			return a.desk.Notify(d.Tx, who, d.Case.Owner, vpt.MailTalkOff, "/zaken/"+d.Case.Number)
		}
		return a.desk.NotifyCase(d.Tx, who, d.Case.Unit, vpt.MailTalkOff, "/zaken/"+d.Case.Number)
	})
}

// TalkForCalendar gives what may stand in a calendar about a planned talk: when
// and where, and whose organisation it is.
func (a Room) TalkForCalendar(ctx context.Context, who vpt.Actor, id vpt.CareTalkID) (vpt.CalendarTalk, error) {
	var out vpt.CalendarTalk
	var talk vpt.CareTalk
	find := func(tx *store.Tx) (policy.Subject, error) {
		var c vpt.Casefile
		var err error
		talk, c, err = findTalk(tx, id)
		if err == nil && (c.State == vpt.CaseMerged || talk.State != vpt.TalkPlanned) {
			err = vpt.ErrNotFound
		}
		on := talkHolder(talk)
		if talk.For != "" {
			on.Affected = []vpt.PersonID{talk.For}
		}
		return on, err
	}
	err := a.desk.Read(ctx, who, policy.TalkCalendar, find, func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		out = vpt.CalendarTalk{ID: talk.ID, At: talk.PlannedAt, Organisation: k.Org.Name, Now: tx.Now()}
		if site, ok := k.Site(talk.Site); ok {
			out.Site, out.Address = site.Name, site.Address
		}
		return nil
	})
	return out, err
}
