package app

import (
	"context"
	"errors"
	"fmt"

	"rugdekking/internal/app/internal/account"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/due"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/job"
	"rugdekking/internal/mail"
	"rugdekking/vpt"
)

// do hands a job to the use case it stands for, as the system.
func (a *App) do(ctx context.Context, j job.Job) error {
	who := vpt.SystemActor(vpt.OrganisationID(j.Organisation), "taak:"+j.Task)
	var err error
	switch j.Task {
	case desk.TaskMail:
		err = a.DeliverMail(ctx, who)
	case desk.TaskRegister:
		err = a.RunRegister(ctx, who, vpt.ImportID(j.ID))
	case desk.TaskFreeze:
		err = a.FreezeLetter(ctx, who, vpt.LetterID(j.ID))
	case desk.TaskDeliver:
		err = a.DeliverLetters(ctx, who)
	case desk.TaskSweep:
		err = a.Sweep(ctx, who)
	default:
		err = fmt.Errorf("app: unknown task %q", j.Task)
	}
	if err != nil {
		a.desk.Log.WarnContext(ctx, "taak mislukt", "taak", j.Task, "fout", err)
	}
	return err
}

// DeliverMail sends what is due in an organisation's outbox. One job stands for
// all mails of a commit; two that run at once share the work, and what is more
// than a round is for a next job. A mail that cannot be sent for now waits longer
// after each try; a sweep asks for the next.
func (a *App) DeliverMail(ctx context.Context, who vpt.Actor) error {
	var waiting []vpt.Mail
	err := a.desk.Read(ctx, who, policy.MailSend, desk.Nothing, func(tx *store.Tx) (err error) {
		waiting, err = tx.DueMails(desk.MailRound)
		return err
	})
	if err != nil {
		return err
	}
	round, done := context.WithTimeout(ctx, desk.RoundFor)
	defer done()
	var failed error
	for _, m := range waiting {
		if round.Err() != nil {
			break
		}
		failed = errors.Join(failed, a.sendMail(ctx, who, m.ID))
	}
	if failed != nil || len(waiting) < desk.MailRound && round.Err() == nil {
		return failed
	}
	return a.desk.Write(ctx, who, policy.MailSend, desk.Nothing, func(tx *store.Tx, w *desk.Work) error {
		w.Unlogged()
		tx.Enqueue(desk.TaskMail, "")
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
	sent := a.desk.Mailer.Send(ctx, message)
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
	err = a.desk.Write(ctx, who, policy.MailSend, desk.Nothing, func(tx *store.Tx, w *desk.Work) error {
		w.Makes("mail", string(id))
		w.Changed(string(state))
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
	err = a.desk.Write(ctx, who, policy.MailSend, desk.Nothing, func(tx *store.Tx, w *desk.Work) error {
		message = mail.Message{}
		m, secret, err := tx.MailByID(id)
		if err != nil {
			return err
		}
		if m.State != vpt.MailQueued {
			w.Again = true
			return nil
		}
		w.Makes("mail", string(id))
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
	text := a.desk.MailText(m.Reason, to.Lang)
	if m.Reason == vpt.MailDigest {
		if err := due.FillDigest(a.desk, tx, m, &text); err != nil {
			return mail.Message{}, err
		}
	}
	return mail.Message{
		To: to.Email, Salutation: to.Name.Map(text.Salutation), Subject: text.Subject, Text: text.Lines,
		Link: mail.Link(a.desk.BaseURL, m.Path, secret), LinkText: text.LinkText, Closing: text.Closing,
		MessageID: string(m.ID) + "@" + mail.Host(a.desk.BaseURL), Date: m.CreatedAt, Lang: to.Lang,
	}, nil
}

// Sweep does what is due by the clock, for every organisation: also for those
// after one in which it fails.
func (a *App) Sweep(ctx context.Context, who vpt.Actor) error {
	if !a.desk.Policy.Ever(who, policy.DueSweep) {
		return a.desk.Deny(ctx, who, policy.DueSweep, policy.Subject{}, vpt.ErrForbidden)
	}
	organisations, err := a.Organisations(ctx, who)
	if err != nil {
		return err
	}
	if err := a.desk.DB.UnscopedForgetAttempts(ctx, a.desk.Clock.Now().Add(-account.ForgetOwn)); err != nil {
		return err
	}
	var failed error
	for _, o := range organisations {
		failed = errors.Join(failed, due.SweepOne(ctx, a.desk, vpt.SystemActor(o.ID, who.Name)))
	}
	return failed
}
