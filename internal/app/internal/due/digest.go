package due

import (
	"context"
	"slices"
	"time"

	"rugdekking/internal/app/internal/account"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// digestsAtATime bounds the morning mails of one round: the rest is for the next,
// a minute on.
const digestsAtATime = 50

// mornings makes the mail of the morning for who wants one, once a person a
// working day, and gives how many people it saw to. Who has nothing to do gets
// no mail; that she was looked at is kept all the same.
func (a Room) mornings(tx *store.Tx) (int, error) {
	k, err := a.desk.Knowledge(tx)
	if err != nil {
		return 0, err
	}
	day := k.Today(tx)
	at, working := k.Cal.DigestAt(day)
	if a.desk.Silent || !working || tx.Now().Before(at) {
		return 0, nil
	}
	people, err := tx.DigestDue(day, digestsAtATime)
	if err != nil {
		return 0, err
	}
	for _, person := range people {
		if err := a.morning(tx, k, day, person); err != nil {
			return 0, err
		}
	}
	return len(people), nil
}

func (a Room) morning(tx *store.Tx, k *desk.Known, day vpt.Date, person vpt.PersonID) error {
	p, err := tx.PersonByID(person)
	if err != nil {
		return err
	}
	who, err := account.ActorOf(a.desk, tx, p)
	if err != nil {
		return err
	}
	tasks, err := a.tasksOf(tx, k, who)
	if err != nil {
		return err
	}
	last, err := tx.LastDigest(person)
	if err != nil {
		return err
	}
	raised, err := raisedTo(tx, k, who, day, last)
	if err != nil {
		return err
	}
	since := k.Cal.WorkingBefore(day).At(0, 0, k.Zone)
	if last.IsZero() { // the first tells of everything that is late
		since = time.Unix(0, 0)
	}
	d := vpt.DigestOf(tasks, since, raised)
	var mail vpt.MailID
	if d.Count() > 0 {
		mail = vpt.MailID(store.NewID())
	}
	first, err := tx.InsertDigest(person, day, mail, d)
	if err != nil || !first || mail == "" {
		return err
	}
	return a.desk.Post(tx, vpt.Mail{ID: mail, To: person, Reason: vpt.MailDigest, Path: desk.TasksPath}, vpt.Private{})
}

// raisedTo gives what was raised to somebody since her last mail of the morning,
// which may have been later than it should.
func raisedTo(tx *store.Tx, k *desk.Known, who vpt.Actor, day vpt.Date, last time.Time) ([]vpt.DigestItem, error) {
	since, _ := k.Cal.DigestAt(k.Cal.WorkingBefore(day))
	if last.After(since) {
		since = last.Add(time.Microsecond)
	}
	without, err := tx.CasesInvolving(who.Person)
	if err != nil {
		return nil, err
	}
	var out []vpt.DigestItem
	for _, to := range []struct {
		role  vpt.Role
		level vpt.RaiseLevel
	}{{vpt.RoleCoordinator, vpt.RaiseCoordinator}, {vpt.RoleDirector, vpt.RaiseDirector}} {
		if !who.Has(to.role) {
			continue
		}
		found, err := tx.RaisedSince(to.level, since, 2*vpt.MaxDigestItems)
		if err != nil {
			return nil, err
		}
		for _, l := range found {
			if !slices.Contains(without, l.Casefile) && who.Reaches(to.role, l.Unit) {
				out = append(out, raisedItem(l, to.level))
			}
		}
	}
	return out, nil
}

func raisedItem(l store.LateThing, level vpt.RaiseLevel) vpt.DigestItem {
	item := vpt.DigestItem{Kind: vpt.TaskDuty, Number: l.Number, Due: l.Due, Late: true, Raised: level}
	if clock := l.LateClock(); clock != "" {
		item.Kind, item.Clock = vpt.TaskClock, clock
	} else if l.IsTalk() {
		item.Kind = vpt.TaskPlan
	}
	return item
}

// SaveMailWhen lets somebody choose between one mail in the morning and a mail
// at once.
func (a Room) SaveMailWhen(ctx context.Context, who vpt.Actor, in vpt.SaveMailWhen) error {
	return a.desk.Write(ctx, who, policy.AccountChange, desk.About(desk.AccountSubject(who.Person)), func(tx *store.Tx, w *desk.Work) error {
		if err := in.Validate(); err != nil {
			return err
		}
		w.Changed("mailWhen")
		return tx.SetMailWhen(who.Person, in.When)
	})
}

// FillDigest puts what a morning mail is about into its text: codes in words and
// numbers of cases.
func FillDigest(a *desk.Desk, tx *store.Tx, m vpt.Mail, text *vpt.MailText) error {
	d, err := tx.DigestOfMail(m.ID)
	if err != nil {
		return err
	}
	k, err := a.Knowledge(tx)
	if err != nil || text.Digest == nil || text.Item == nil {
		return err
	}
	text.Subject = text.Digest(d)
	for _, item := range d.Items {
		text.Lines = append(text.Lines, text.Item(item, k.Zone))
	}
	return nil
}
