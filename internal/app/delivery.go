package app

import (
	"context"
	"errors"
	"fmt"

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
func (a *App) RecordDelivery(ctx context.Context, who vpt.Actor, in vpt.RecordDelivery) error {
	return a.onCase(ctx, who, policy.CaseLetter, in.Case, in.Once, untilMerged(), func(d *deed) error {
		if err := in.Validate(d.k.today(d.tx)); err != nil {
			return err
		}
		l, _, err := d.tx.LetterByID(in.Letter)
		if err != nil {
			return err
		}
		if l.Casefile != d.c.ID || l.State != vpt.LetterFrozen {
			return vpt.ErrNotFound
		}
		out := vpt.Delivery{ID: vpt.DeliveryID(store.NewID()), Letter: l.ID, Way: in.Way, State: vpt.MailSent, SentOn: in.SentOn, Proof: in.Proof, By: who.Person}
		var secret vpt.Private
		var hash []byte
		if in.Way == vpt.ByMail {
			var sum credential.TokenHash
			secret, sum = credential.NewToken("")
			hash, out.To, out.State, out.SentOn = sum[:], in.To, vpt.MailQueued, ""
			d.tx.Enqueue(taskDeliver, "")
		}
		if err := d.tx.InsertDelivery(d.c.ID, out, secret, hash); err != nil {
			return err
		}
		d.w.changed("delivery:" + string(in.Way))
		if in.Way != vpt.ByMail { // a mail has yet to leave
			if err := d.fulfil(vpt.DutyDeliver, string(l.ID)); err != nil {
				return err
			}
		}
		return d.event(vpt.EventDelivered, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(l.ID), string(in.Way) })
	})
}

// DecideDelivery sends a mail again of which nobody knows whether it arrived,
// or leaves it at that.
func (a *App) DecideDelivery(ctx context.Context, who vpt.Actor, in vpt.DecideDelivery) error {
	return a.onCase(ctx, who, policy.CaseLetter, in.Case, in.Once, untilMerged(), func(d *deed) error {
		l, _, err := d.tx.LetterByID(in.Letter)
		if err != nil {
			return err
		}
		found := find(l.Deliveries, func(x vpt.Delivery) bool { return x.ID == in.Delivery })
		if l.Casefile != d.c.ID || found.State != vpt.MailUncertain && found.State != vpt.MailFailed {
			return vpt.ErrNotFound
		}
		to := vpt.MailSettled
		if in.Again {
			to = vpt.MailQueued
			d.tx.Enqueue(taskDeliver, "")
		}
		d.w.changed("delivery:" + string(to))
		return d.tx.MarkDelivery(found.ID, found.State, to, d.tx.Now(), "")
	})
}

// DeliverLetters sends the mails with a link that are due. As with every mail,
// one is marked before its data goes out: found so after a crash it is
// uncertain, and a person decides. What is more than a round is for a next job.
func (a *App) DeliverLetters(ctx context.Context, who vpt.Actor) error {
	var due []vpt.DeliveryID
	err := a.read(ctx, who, policy.LetterSend, nothing, func(tx *store.Tx) (err error) {
		due, err = tx.DueDeliveries(mailRound)
		return err
	})
	if err != nil {
		return err
	}
	round, done := context.WithTimeout(ctx, roundFor)
	defer done()
	var failed error
	for _, id := range due {
		if round.Err() != nil {
			break
		}
		failed = errors.Join(failed, a.sendLetter(ctx, who, id))
	}
	if failed != nil || len(due) < mailRound && round.Err() == nil {
		return failed
	}
	return a.write(ctx, who, policy.LetterSend, nothing, func(tx *store.Tx, w *work) error {
		w.unlogged()
		tx.Enqueue(taskDeliver, "")
		return nil
	})
}

func (a *App) sendLetter(ctx context.Context, who vpt.Actor, id vpt.DeliveryID) error {
	message, taken, err := a.takeDelivery(ctx, who, id)
	if err != nil || message.MessageID == "" {
		return err
	}
	sent := a.mailer.Send(ctx, message)
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
	err = a.write(context.WithoutCancel(ctx), who, policy.LetterSend, nothing, func(tx *store.Tx, w *work) error {
		k, err := a.knowledge(tx)
		if err != nil {
			return err
		}
		w.makes("bezorging", string(id))
		w.changed(string(state))
		due := tx.Now()
		switch state {
		case vpt.MailQueued:
			due = due.Add(wait)
		case vpt.MailSent:
			if err := tx.Fulfil(vpt.DutyDeliver, string(taken.Letter)); err != nil {
				return err
			}
		}
		return tx.MarkDelivery(id, vpt.MailBusy, state, due, k.today(tx))
	})
	if err == nil && state == vpt.MailQueued {
		return fmt.Errorf("app: letter: %w", sent)
	}
	return err
}

// takeDelivery marks a mail with a link as being sent and composes it; the
// zero message when another worker has it.
func (a *App) takeDelivery(ctx context.Context, who vpt.Actor, id vpt.DeliveryID) (message mail.Message, taken vpt.Delivery, err error) {
	err = a.write(ctx, who, policy.LetterSend, nothing, func(tx *store.Tx, w *work) error {
		message = mail.Message{}
		d, secret, err := tx.DeliveryByID(id)
		if err != nil {
			return err
		}
		if d.State != vpt.MailQueued {
			w.again = true
			return nil
		}
		k, err := a.knowledge(tx)
		if err != nil {
			return err
		}
		w.makes("bezorging", string(id))
		taken = d
		text := a.mailText(vpt.MailLetter, "nl")
		message = mail.Message{
			To: d.To, Salutation: vpt.NewPrivate(text.Salutation(k.org.Name)), Subject: text.Subject, Text: append([]string{k.org.Name}, text.Lines...),
			Link: mail.Link(a.baseURL, letterPath, secret), LinkText: text.LinkText, Closing: text.Closing,
			MessageID: string(id) + "@" + mail.Host(a.baseURL), Date: d.At, Lang: "nl",
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
func (a *App) OpenLetter(ctx context.Context, who vpt.Actor, secret vpt.Private) (vpt.LetterView, error) {
	var out vpt.LetterView
	err := a.atLink(ctx, who, secret, func(tx *store.Tx, k *known, d vpt.Delivery) error {
		doc, l, err := a.made(tx, k, vpt.Casefile{}, d.Letter)
		if err != nil {
			return err
		}
		l.Deliveries, l.ByName = nil, vpt.Private{} // not the reader's
		out = vpt.LetterView{From: k.org.Name, Letter: l, Title: doc.Title, Zone: k.zone, Today: k.today(tx)}
		if out.HTML, err = htmlOf(doc); err != nil {
			return err
		}
		return tx.MarkOpened(d.ID)
	})
	return out, err
}

// OpenLetterFile gives the same letter to keep.
func (a *App) OpenLetterFile(ctx context.Context, who vpt.Actor, secret vpt.Private, format vpt.LetterFormat) (vpt.LetterFile, error) {
	var out vpt.LetterFile
	err := a.atLink(ctx, who, secret, func(tx *store.Tx, k *known, d vpt.Delivery) error {
		var err error
		out, err = a.letterFile(tx, k, vpt.Casefile{}, d.Letter, format)
		return err
	})
	return out, err
}

// atLink finds the delivery of a link that still works, and does something
// with it. Each use is logged.
func (a *App) atLink(ctx context.Context, who vpt.Actor, secret vpt.Private, do func(*store.Tx, *known, vpt.Delivery) error) error {
	hash := credential.HashToken(secret)
	at, err := a.db.UnscopedDelivery(ctx, hash[:])
	if err != nil {
		return errLink
	}
	who.Organisation = at.Organisation
	err = a.write(ctx, who, policy.LetterOpen, about(policy.Subject{Kind: "bezorging", ID: at.ID}), func(tx *store.Tx, w *work) error {
		k, err := a.knowledge(tx)
		if err != nil {
			return err
		}
		d, err := tx.DeliveryOpen(at.ID)
		if err != nil {
			return err
		}
		w.changed("opened")
		return do(tx, k, d)
	})
	if vpt.KindOf(err) == vpt.KindNotFound {
		return errLink
	}
	return err
}
