package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/job"
	"rugdekking/internal/mail"
	"rugdekking/vpt"
)

// The tasks that the queue does.
const (
	taskMail     = "mail.send"
	taskRegister = "register.import"
	taskSweep    = "due.sweep"
	taskFreeze   = "letter.freeze"
	taskDeliver  = "letter.send"
)

// do hands a job to the use case it stands for, as the system.
func (a *App) do(ctx context.Context, j job.Job) error {
	who := vpt.SystemActor(vpt.OrganisationID(j.Organisation), "taak:"+j.Task)
	var err error
	switch j.Task {
	case taskMail:
		err = a.DeliverMail(ctx, who)
	case taskRegister:
		err = a.RunRegister(ctx, who, vpt.ImportID(j.ID))
	case taskFreeze:
		err = a.FreezeLetter(ctx, who, vpt.LetterID(j.ID))
	case taskDeliver:
		err = a.DeliverLetters(ctx, who)
	case taskSweep:
		err = a.Sweep(ctx, who)
	default:
		err = fmt.Errorf("app: unknown task %q", j.Task)
	}
	if err != nil {
		a.log.WarnContext(ctx, "taak mislukt", "taak", j.Task, "fout", err)
	}
	return err
}

// notify puts a mail in the outbox of this transaction. Nobody is mailed about
// her own act.
func (a *App) notify(tx *store.Tx, who vpt.Actor, to vpt.PersonID, reason vpt.MailReason, path string) error {
	if to == "" || to == who.Person && reason != vpt.MailReceipt {
		return nil
	}
	return a.post(tx, vpt.Mail{To: to, Reason: reason, Path: path}, vpt.Private{})
}

// accountPath is where somebody sees her own account.
const accountPath = "/account"

// warnHolder tells somebody that her password or second factor was changed, so
// that she notices when it was not by her.
func (a *App) warnHolder(tx *store.Tx, person vpt.PersonID, reason vpt.MailReason) error {
	return a.post(tx, vpt.Mail{To: person, Reason: reason, Path: accountPath}, vpt.Private{})
}

func (a *App) post(tx *store.Tx, m vpt.Mail, secret vpt.Private) error {
	if a.silent {
		return nil
	}
	if m.ID == "" {
		m.ID = vpt.MailID(store.NewID())
	}
	if err := tx.InsertMail(m, secret); err != nil {
		return err
	}
	tx.Enqueue(taskMail, "")
	return nil
}

// mailRound and roundFor bound one round of sending. A job is cut off after a
// minute; a mail that is cut off on its way out is uncertain for ever, so that
// none is begun in the second half.
const (
	mailRound = 200
	roundFor  = 25 * time.Second
)

// DeliverMail sends what is due in an organisation's outbox. One job stands for
// all mails of a commit; two that run at once share the work, and what is more
// than a round is for a next job. A mail that cannot be sent for now waits longer
// after each try; a sweep asks for the next.
func (a *App) DeliverMail(ctx context.Context, who vpt.Actor) error {
	var waiting []vpt.Mail
	err := a.read(ctx, who, policy.MailSend, nothing, func(tx *store.Tx) (err error) {
		waiting, err = tx.DueMails(mailRound)
		return err
	})
	if err != nil {
		return err
	}
	round, done := context.WithTimeout(ctx, roundFor)
	defer done()
	var failed error
	for _, m := range waiting {
		if round.Err() != nil {
			break
		}
		failed = errors.Join(failed, a.sendMail(ctx, who, m.ID))
	}
	if failed != nil || len(waiting) < mailRound && round.Err() == nil {
		return failed
	}
	return a.write(ctx, who, policy.MailSend, nothing, func(tx *store.Tx, w *work) error {
		w.unlogged()
		tx.Enqueue(taskMail, "")
		return nil
	})
}

// sendMail sends one notification. It is marked before the data goes out, so
// that no mail is ever sent twice by itself: one that stays marked after a
// crash is uncertain, and a person decides.
func (a *App) sendMail(ctx context.Context, who vpt.Actor, id vpt.MailID) error {
	message, tries, err := a.takeMail(ctx, who, id)
	if err != nil || message.MessageID == "" {
		return err
	}
	sent := a.mailer.Send(ctx, message)
	state := vpt.MailSent
	wait, more := vpt.NextMailTry(tries)
	switch {
	case errors.Is(sent, mail.ErrUncertain):
		state = vpt.MailUncertain
	case errors.Is(sent, mail.ErrRefused), sent != nil && !more:
		state = vpt.MailFailed
	case sent != nil:
		state = vpt.MailQueued
	}
	// What became of it is written down also when the job was cut off by now:
	// a mail that stays "bezig" is one that a person must look into.
	ctx = context.WithoutCancel(ctx)
	err = a.write(ctx, who, policy.MailSend, nothing, func(tx *store.Tx, w *work) error {
		w.makes("mail", string(id))
		w.changed(string(state))
		if state == vpt.MailQueued {
			return tx.PostponeMail(id, tx.Now().Add(wait))
		}
		return tx.MarkMail(id, vpt.MailBusy, state)
	})
	if err == nil && state == vpt.MailQueued {
		return fmt.Errorf("app: mail: %w", sent)
	}
	return err
}

// takeMail marks a notification as being sent and composes it, and tells how
// often it was tried, this time included; the zero message when another worker
// has it.
func (a *App) takeMail(ctx context.Context, who vpt.Actor, id vpt.MailID) (message mail.Message, tries int, err error) {
	err = a.write(ctx, who, policy.MailSend, nothing, func(tx *store.Tx, w *work) error {
		message = mail.Message{}
		m, secret, err := tx.MailByID(id)
		if err != nil {
			return err
		}
		if m.State != vpt.MailQueued {
			w.again = true
			return nil
		}
		w.makes("mail", string(id))
		tries = m.Attempts + 1
		if message, err = a.compose(tx, m, secret); err != nil {
			return err
		}
		return tx.MarkMail(id, vpt.MailQueued, vpt.MailBusy)
	})
	if vpt.KindOf(err) == vpt.KindNotFound { // taken in between
		return mail.Message{}, 0, nil
	}
	return message, tries, err
}

func (a *App) compose(tx *store.Tx, m vpt.Mail, secret vpt.Private) (mail.Message, error) {
	to, err := tx.PersonByID(m.To)
	if err != nil {
		return mail.Message{}, err
	}
	if m.Reason == vpt.MailAddress { // it goes to where the account was
		to.Email, secret = secret, vpt.Private{}
	}
	text := a.mailText(m.Reason, to.Lang)
	if m.Reason == vpt.MailDigest {
		if err := a.fillDigest(tx, m, &text); err != nil {
			return mail.Message{}, err
		}
	}
	return mail.Message{
		To: to.Email, Salutation: to.Name.Map(text.Salutation), Subject: text.Subject, Text: text.Lines,
		Link: mail.Link(a.baseURL, m.Path, secret), LinkText: text.LinkText, Closing: text.Closing,
		MessageID: string(m.ID) + "@" + mail.Host(a.baseURL), Date: m.CreatedAt, Lang: to.Lang,
	}, nil
}

// Sweep does what is due by the clock, for every organisation: also for those
// after one in which it fails.
func (a *App) Sweep(ctx context.Context, who vpt.Actor) error {
	if !a.policy.Ever(who, policy.DueSweep) {
		return a.deny(ctx, who, policy.DueSweep, policy.Subject{}, vpt.ErrForbidden)
	}
	organisations, err := a.Organisations(ctx, who)
	if err != nil {
		return err
	}
	if err := a.db.UnscopedForgetAttempts(ctx, a.clock.Now().Add(-forgetOwn)); err != nil {
		return err
	}
	var failed error
	for _, o := range organisations {
		failed = errors.Join(failed, a.sweepOne(ctx, vpt.SystemActor(o.ID, who.Name)))
	}
	return failed
}
