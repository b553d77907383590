package post

import (
	"context"
	"errors"
	"fmt"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/credential"
	"rugdekking/internal/mail"
	"rugdekking/vpt"
)

// letterPath is where the reader of a letter opens it; the secret comes after.
const letterPath = "/brief/"

// RecordDelivery records how a letter left, with what proves it; by mail it
// sends a link to the letter, never the letter itself.
func (a Room) RecordDelivery(ctx context.Context, who vpt.Actor, in vpt.RecordDelivery) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseLetter, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		if err := in.Validate(d.Known.Today(d.Tx)); err != nil {
			return err
		}
		l, _, err := d.Tx.LetterByID(in.Letter)
		if err != nil {
			return err
		}
		if l.Casefile != d.Case.ID || l.State != vpt.LetterFrozen {
			return vpt.ErrNotFound
		}
		out := vpt.Delivery{ID: vpt.DeliveryID(store.NewID()), Letter: l.ID, Way: in.Way, State: vpt.MailSent, SentOn: in.SentOn, Proof: in.Proof, By: who.Person}
		var secret vpt.Private
		var hash []byte
		if in.Way == vpt.ByMail {
			var sum credential.TokenHash
			secret, sum = credential.NewToken("")
			hash, out.To, out.State, out.SentOn = sum[:], in.To, vpt.MailQueued, ""
			d.Tx.Enqueue(desk.TaskDeliver, "")
		}
		if err := d.Tx.InsertDelivery(d.Case.ID, out, secret, hash); err != nil {
			return err
		}
		d.Work.Changed("delivery:" + string(in.Way))
		if in.Way != vpt.ByMail { // a mail has yet to leave
			if err := d.Fulfil(vpt.DutyDeliver, string(l.ID)); err != nil {
				return err
			}
		}
		return d.Event(vpt.EventDelivered, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(l.ID), string(in.Way) })
	})
}

// DecideDelivery sends a mail again of which nobody knows whether it arrived,
// or leaves it at that.
func (a Room) DecideDelivery(ctx context.Context, who vpt.Actor, in vpt.DecideDelivery) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseLetter, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		l, _, err := d.Tx.LetterByID(in.Letter)
		if err != nil {
			return err
		}
		found := casework.Find(l.Deliveries, func(x vpt.Delivery) bool { return x.ID == in.Delivery })
		if l.Casefile != d.Case.ID || found.State != vpt.MailUncertain && found.State != vpt.MailFailed {
			return vpt.ErrNotFound
		}
		to := vpt.MailSettled
		if in.Again {
			to = vpt.MailQueued
			d.Tx.Enqueue(desk.TaskDeliver, "")
		}
		d.Work.Changed("delivery:" + string(to))
		return d.Tx.MarkDelivery(found.ID, found.State, to, d.Tx.Now(), "")
	})
}

// DeliverLetters sends the mails with a link that are due. As with every mail,
// one is marked before its data goes out: found so after a crash it is
// uncertain, and a person decides. What is more than a round is for a next job.
func (a Room) DeliverLetters(ctx context.Context, who vpt.Actor) error {
	var due []vpt.DeliveryID
	err := a.desk.Read(ctx, who, policy.LetterSend, desk.Nothing, func(tx *store.Tx) (err error) {
		due, err = tx.DueDeliveries(desk.MailRound)
		return err
	})
	if err != nil {
		return err
	}
	round, done := context.WithTimeout(ctx, desk.RoundFor)
	defer done()
	var failed error
	for _, id := range due {
		if round.Err() != nil {
			break
		}
		failed = errors.Join(failed, a.sendLetter(ctx, who, id))
	}
	if failed != nil || len(due) < desk.MailRound && round.Err() == nil {
		return failed
	}
	return a.desk.Write(ctx, who, policy.LetterSend, desk.Nothing, func(tx *store.Tx, w *desk.Work) error {
		w.Unlogged()
		tx.Enqueue(desk.TaskDeliver, "")
		return nil
	})
}

func (a Room) sendLetter(ctx context.Context, who vpt.Actor, id vpt.DeliveryID) error {
	message, taken, err := a.takeDelivery(ctx, who, id)
	if err != nil || message.MessageID == "" {
		return err
	}
	sent := a.desk.Mailer.Send(ctx, message)
	state := vpt.MailSent
	wait, more := vpt.NextMailTry(taken.Attempts + 1)
	switch {
	case errors.Is(sent, mail.ErrUncertain):
		state = vpt.MailUncertain
	case errors.Is(sent, mail.ErrRefused), sent != nil && !more:
		state = vpt.MailFailed
	case sent != nil:
		state = vpt.MailQueued
	}
	err = a.desk.Write(context.WithoutCancel(ctx), who, policy.LetterSend, desk.Nothing, func(tx *store.Tx, w *desk.Work) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		w.Makes("bezorging", string(id))
		w.Changed(string(state))
		due := tx.Now()
		switch state {
		case vpt.MailQueued:
			due = due.Add(wait)
		case vpt.MailSent:
			if err := tx.Fulfil(vpt.DutyDeliver, string(taken.Letter)); err != nil {
				return err
			}
		}
		return tx.MarkDelivery(id, vpt.MailBusy, state, due, k.Today(tx))
	})
	if err == nil && state == vpt.MailQueued {
		return fmt.Errorf("app: letter: %w", sent)
	}
	return err
}

// takeDelivery marks a mail with a link as being sent and composes it; the
// zero message when another worker has it.
func (a Room) takeDelivery(ctx context.Context, who vpt.Actor, id vpt.DeliveryID) (message mail.Message, taken vpt.Delivery, err error) {
	err = a.desk.Write(ctx, who, policy.LetterSend, desk.Nothing, func(tx *store.Tx, w *desk.Work) error {
		message = mail.Message{}
		d, secret, err := tx.DeliveryByID(id)
		if err != nil {
			return err
		}
		if d.State != vpt.MailQueued {
			w.Again = true
			return nil
		}
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		w.Makes("bezorging", string(id))
		taken = d
		text := a.desk.MailText(vpt.MailLetter, "nl")
		message = mail.Message{
			To: d.To, Salutation: vpt.NewPrivate(text.Salutation(k.Org.Name)), Subject: text.Subject, Text: append([]string{k.Org.Name}, text.Lines...),
			Link: mail.Link(a.desk.BaseURL, letterPath, secret), LinkText: text.LinkText, Closing: text.Closing,
			MessageID: string(id) + "@" + mail.Host(a.desk.BaseURL), Date: d.At, Lang: "nl",
		}
		return tx.MarkDelivery(id, vpt.MailQueued, vpt.MailBusy, tx.Now(), "")
	})
	if vpt.KindOf(err) == vpt.KindNotFound {
		return mail.Message{}, taken, nil
	}
	return message, taken, err
}

// OpenLetter shows a letter to who has its link, and notes when it was first
// opened: that proves that it arrived.
func (a Room) OpenLetter(ctx context.Context, who vpt.Actor, secret vpt.Private) (vpt.LetterView, error) {
	var out vpt.LetterView
	err := a.atLink(ctx, who, secret, func(tx *store.Tx, k *desk.Known, d vpt.Delivery) error {
		doc, l, err := a.made(tx, k, vpt.Casefile{}, d.Letter)
		if err != nil {
			return err
		}
		l.Deliveries, l.ByName = nil, vpt.Private{} // not the reader's
		out = vpt.LetterView{From: k.Org.Name, Letter: l, Title: doc.Title, Zone: k.Zone, Today: k.Today(tx)}
		if out.HTML, err = htmlOf(doc); err != nil {
			return err
		}
		return tx.MarkOpened(d.ID)
	})
	return out, err
}

// OpenLetterFile gives the same letter to keep.
func (a Room) OpenLetterFile(ctx context.Context, who vpt.Actor, secret vpt.Private, format vpt.LetterFormat) (vpt.LetterFile, error) {
	var out vpt.LetterFile
	err := a.atLink(ctx, who, secret, func(tx *store.Tx, k *desk.Known, d vpt.Delivery) error {
		var err error
		out, err = a.letterFile(tx, k, vpt.Casefile{}, d.Letter, format)
		return err
	})
	return out, err
}

// atLink finds the delivery of a link that still works, and does something
// with it. Each use is logged.
func (a Room) atLink(ctx context.Context, who vpt.Actor, secret vpt.Private, do func(*store.Tx, *desk.Known, vpt.Delivery) error) error {
	hash := credential.HashToken(secret)
	at, err := a.desk.DB.UnscopedDelivery(ctx, hash[:])
	if err != nil {
		return desk.ErrLink
	}
	who.Organisation = at.Organisation
	err = a.desk.Write(ctx, who, policy.LetterOpen, desk.About(policy.Subject{Kind: "bezorging", ID: at.ID}), func(tx *store.Tx, w *desk.Work) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		d, err := tx.DeliveryOpen(at.ID)
		if err != nil {
			return err
		}
		w.Changed("opened")
		return do(tx, k, d)
	})
	if vpt.KindOf(err) == vpt.KindNotFound {
		return desk.ErrLink
	}
	return err
}

// deliverWithin is within how many working days of a decision its letter is on its way.
const deliverWithin = 2
