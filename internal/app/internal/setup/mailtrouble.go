package setup

import (
	"context"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// mailsAtATime bounds the page of mails of which a person decides.
const mailsAtATime = 200

// UncertainMails gives the mails of which nobody knows whether they arrived,
// and those that were refused, oldest first.
func (a Room) UncertainMails(ctx context.Context, who vpt.Actor) (vpt.MailTroubles, error) {
	var out vpt.MailTroubles
	err := a.desk.Read(ctx, who, policy.MailList, desk.OfOrganisation(who), func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		mails, err := troubled(tx)
		if err != nil {
			return err
		}
		out = vpt.MailTroubles{Zone: k.Zone}
		for _, m := range mails {
			name, err := tx.PersonName(m.To)
			if err != nil {
				return err
			}
			out.Mails = append(out.Mails, vpt.MailTrouble{Mail: m, Name: name})
		}
		return nil
	})
	return out, err
}

func troubled(tx *store.Tx) ([]vpt.Mail, error) {
	var out []vpt.Mail
	for _, state := range []vpt.MailState{vpt.MailUncertain, vpt.MailFailed} {
		mails, err := tx.MailsIn(state, mailsAtATime)
		if err != nil {
			return nil, err
		}
		out = append(out, mails...)
	}
	return out, nil
}

// DecideMail sends a mail that is uncertain or was refused once more, or leaves
// it at that. The second time nothing happens: the mail is no longer in doubt.
func (a Room) DecideMail(ctx context.Context, who vpt.Actor, id vpt.MailID, again bool) error {
	on := desk.About(policy.Subject{Kind: "mail", ID: string(id)})
	return a.desk.Write(ctx, who, policy.MailDecide, on, func(tx *store.Tx, w *desk.Work) error {
		m, _, err := tx.MailByID(id)
		if err != nil {
			return err
		}
		if m.State != vpt.MailUncertain && m.State != vpt.MailFailed {
			return vpt.ErrNotFound
		}
		state := vpt.MailSettled
		if again {
			state = vpt.MailQueued
			tx.Enqueue(desk.TaskMail, string(id))
		}
		w.Changed(string(state))
		return tx.MarkMail(id, m.State, state)
	})
}
