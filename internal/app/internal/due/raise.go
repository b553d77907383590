package due

import (
	"slices"
	"strings"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// raiseAtATime bounds what one round raises to one level: the rest is for the
// next, a minute on.
const raiseAtATime = 200

// raise tells of what is late: first whose it is, then the coordinators, then
// the directors, each once. It gives how many things it raised. What it marks
// and what it tells stand or fall together, so that a round that is cut off is
// done again as if it had not begun.
func (a Room) raise(tx *store.Tx, who vpt.Actor) (int, error) {
	k, err := a.desk.Knowledge(tx)
	if err != nil {
		return 0, err
	}
	from, _, err := tx.RaiseFrom()
	if err != nil {
		return 0, err
	}
	r := &raising{a: a.desk, tx: tx, who: who, k: k, said: map[string]bool{}}
	n := 0
	for _, level := range vpt.RaiseLevels() {
		late, err := tx.NewlyLate(level, from, k.Cal.LateBefore(tx.Now(), k.Org.Settings.Raise.After(level)), raiseAtATime)
		if err != nil {
			return n, err
		}
		for _, l := range late {
			first, err := tx.MarkRaised(l, level)
			if err != nil {
				return n, err
			}
			if !first {
				continue
			}
			n++
			if err := r.tell(level, l); err != nil {
				return n, err
			}
		}
	}
	return n, nil
}

// raising is one round.
type raising struct {
	a    *desk.Desk
	tx   *store.Tx
	who  vpt.Actor
	k    *desk.Known
	said map[string]bool // lines and mails of this round: a case that is late in three ways is one line
}

func (r *raising) tell(level vpt.RaiseLevel, l store.LateThing) error {
	switch level {
	case vpt.RaiseCoordinator:
		if err := r.line(vpt.EventRaised, l); err != nil {
			return err
		}
		return r.tellRole(vpt.RoleCoordinator, l.Unit, "/zaken/"+l.Number)
	case vpt.RaiseDirector:
		if err := r.line(vpt.EventRaisedTop, l); err != nil {
			return err
		}
		return r.tellRole(vpt.RoleDirector, l.Unit, desk.TasksPath)
	}
	return r.tellWhose(l)
}

// tellWhose tells the person who was to do it.
func (r *raising) tellWhose(l store.LateThing) error {
	switch {
	case l.Person != "":
		path := desk.TasksPath
		if l.IsTalk() {
			path = casework.HolderPath
		}
		return r.mail(l.Person, vpt.MailOverdue, path)
	case l.Role == vpt.RoleCoordinator, l.Role == "" && l.Owner == "":
		return r.tellRole(vpt.RoleCoordinator, l.Unit, "/zaken/"+l.Number)
	case l.Role != "" && l.Role != vpt.RoleManager:
		return r.tellRole(l.Role, l.Unit, desk.TasksPath)
	}
	told, err := r.a.DeputiesOf(r.tx, l.Owner, r.k.Today(r.tx))
	if err != nil {
		return err
	}
	for _, person := range append(told, l.Owner) {
		if err := r.mail(person, vpt.MailOverdue, "/zaken/"+l.Number); err != nil {
			return err
		}
	}
	return nil
}

// tellRole tells everybody with a role for the whole organisation, or in the
// closed circle of the case; when that has nobody with the role, its managers,
// and when it has nobody at all the administrators, once.
func (r *raising) tellRole(role vpt.Role, unit vpt.UnitID, path string) error {
	assigned, err := r.tx.Assignments("", r.k.Today(r.tx))
	if err != nil {
		return err
	}
	told, reason := r.k.Tree.Holders(assigned, role, unit), vpt.MailRaised
	if len(told) == 0 && r.k.Tree.CircleOf(unit) != "" {
		told = r.k.Tree.Holders(assigned, vpt.RoleManager, unit)
	}
	if len(told) == 0 && r.k.Tree.CircleOf(unit) != "" {
		told, reason, path = r.k.Tree.Holders(assigned, vpt.RoleAdministrator, ""), vpt.MailCircle, "/beheer/onderdelen"
	}
	for _, person := range told {
		if err := r.mail(person, reason, path); err != nil {
			return err
		}
	}
	return nil
}

// mail tells somebody at once, when that is what she wants; otherwise it stands
// in her mail of the morning. Of one case she gets one mail a round.
func (r *raising) mail(to vpt.PersonID, reason vpt.MailReason, path string) error {
	key := string(to) + " " + path
	if to == "" || r.said[key] {
		return nil
	}
	r.said[key] = true
	when, err := r.tx.MailWhen(to)
	if err != nil || when != vpt.MailDirect {
		return err
	}
	return r.a.Notify(r.tx, r.who, to, reason, path)
}

// line puts on the timeline that somebody was asked to see to it. The reporter
// sees it of what she waits for; of a talk only who it is for.
func (r *raising) line(kind vpt.EventKind, l store.LateThing) error {
	e := vpt.Event{Kind: kind, Visible: vpt.VisibleHandlers}
	switch {
	case slices.Contains(casework.ClocksOfReporter(), l.LateClock()):
		e.Visible = vpt.VisibleReporter
	case l.For != "":
		e.Visible, e.For = vpt.VisibleReporter, l.For
	}
	key := strings.Join([]string{string(l.Casefile), string(kind), string(e.Visible), string(e.For)}, " ")
	if r.said[key] {
		return nil
	}
	r.said[key] = true
	return r.tx.InsertEvent(l.Casefile, r.who.ID(), e)
}
