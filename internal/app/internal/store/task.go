package store

import (
	"database/sql"
	"fmt"
	"strings"
	"time"

	"rugdekking/vpt"
)

// Mine says whose tasks are asked for.
type Mine struct {
	Person  vpt.PersonID
	Owners  []vpt.PersonID // the person and whom she deputises for, when she handles cases
	Unowned bool           // cases without an owner are hers too: she coordinates
	Beyond  []vpt.UnitID   // but for those of closed circles
	Circle  []vpt.UnitID   // circles of which those without an owner are hers
	Roles   []vpt.Role
	Limit   int
}

// owned gives the condition that a case, called c, is hers.
func (m Mine) owned(q *workSQL) string {
	var hers []string
	if len(m.Owners) > 0 {
		hers = append(hers, `c.owner_id IN (`+list(q, m.Owners)+`)`)
	}
	if m.Unowned {
		hers = append(hers, `c.owner_id IS NULL`+notIn(q, m.Beyond))
	}
	if len(m.Circle) > 0 {
		hers = append(hers, `c.owner_id IS NULL AND c.unit_id IN (`+list(q, m.Circle)+`)`)
	}
	if len(hers) == 0 {
		return `1 = 0`
	}
	return `(` + strings.Join(hers, ` OR `) + `)`
}

// CaseToDo is an open case of hers with its next step and the terms that run.
type CaseToDo struct {
	Casefile vpt.CasefileID
	Number   string
	Received time.Time
	Next     vpt.NextStep
	NextDue  time.Time
	Clock    vpt.ClockKind
	Clocks   []vpt.Clock
}

// CasesToDo reads the open cases of hers, what is due first on top.
func (tx *Tx) CasesToDo(m Mine) ([]CaseToDo, error) {
	q := &workSQL{args: []any{string(tx.org)}}
	mine := m.owned(q)
	var out []CaseToDo
	err := tx.each(`SELECT c.id, c.number, c.received_at, c.next_step, c.next_due_at, c.next_clock, c.reaction_due_at, c.reaction_met_at,
		c.police_due_at, c.police_met_at, c.feedback_due_at, c.feedback_met_at FROM casefile c
		WHERE c.organisation_id = $1 AND c.working = 1 AND c.state = 'open' AND `+mine+` ORDER BY c.next_due_at, c.id LIMIT `+q.arg(m.Limit), q.args,
		func(scan func(...any) error) error {
			var c CaseToDo
			var received, due sql.NullInt64
			var clocks [6]sql.NullInt64
			err := scan(&c.Casefile, &c.Number, &received, &c.Next, &due, &c.Clock, &clocks[0], &clocks[1], &clocks[2], &clocks[3], &clocks[4], &clocks[5])
			c.Received, c.NextDue = instant(received), dueAt(due)
			for i, kind := range []vpt.ClockKind{vpt.ClockReaction, vpt.ClockPolice, vpt.ClockFeedback} {
				c.Clocks = append(c.Clocks, vpt.Clock{Kind: kind, Due: instant(clocks[2*i]), Met: instant(clocks[2*i+1])})
			}
			out = append(out, c)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: cases to do: %w", err)
	}
	return out, nil
}

// TalkToDo is a talk to plan in a case of hers, or one that is planned with her.
type TalkToDo struct {
	vpt.CareTalk
	Casefile vpt.CasefileID
	Number   string
	Received time.Time // of the case
	Unit     vpt.UnitID
	Owner    vpt.PersonID
}

// TalksToDo reads the talks that nobody planned in cases of hers, those that are
// planned with her, and those that are past with somebody who has no account.
func (tx *Tx) TalksToDo(m Mine) ([]TalkToDo, error) {
	q := &workSQL{args: []any{string(tx.org)}}
	mine, person, now := m.owned(q), q.arg(string(m.Person)), q.arg(tx.now.UnixMicro())
	var out []TalkToDo
	var names [][2][]byte
	err := tx.each(`SELECT t.id, t.involved_id, COALESCE(i.person_id, ''), i.name_sealed, t.sequence, t.due_at, t.planned_at, COALESCE(t.with_id, ''),
		t.with_name_sealed, t.state, t.kind, t.step, COALESCE(t.site_id, ''), c.id, c.number, c.received_at,
		COALESCE(c.unit_id, ''), COALESCE(c.owner_id, '')
		FROM care_talk t JOIN casefile c ON c.organisation_id = $1 AND c.id = t.casefile_id
		JOIN involved i ON i.organisation_id = $1 AND i.id = t.involved_id
		WHERE t.organisation_id = $1 AND t.kind = 'gesprek' AND t.state IN ('te-plannen', 'gepland') AND c.state IN ('open', 'gesloten')
		AND (t.state = 'te-plannen' AND `+mine+` OR t.state = 'gepland' AND t.with_id = `+person+`
		OR t.state = 'gepland' AND t.with_id IS NULL AND t.planned_at < `+now+` AND `+mine+`)
		ORDER BY CASE WHEN t.planned_at IS NULL THEN t.due_at ELSE t.planned_at END, t.id LIMIT `+q.arg(m.Limit), q.args,
		func(scan func(...any) error) error {
			var t TalkToDo
			var due, planned, received sql.NullInt64
			var name [2][]byte
			err := scan(&t.ID, &t.Involved, &t.For, &name[0], &t.Sequence, &due, &planned, &t.With, &name[1], &t.State, &t.Kind, &t.Step, &t.Site,
				&t.Casefile, &t.Number, &received, &t.Unit, &t.Owner)
			t.DueAt, t.PlannedAt, t.Received = instant(due), instant(planned), instant(received)
			out, names = append(out, t), append(names, name)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: talks to do: %w", err)
	}
	for i := range out {
		if err := tx.nameTalk(&out[i].CareTalk, names[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// DutyToDo is a duty with where its case belongs.
type DutyToDo struct {
	vpt.Duty
	Unit  vpt.UnitID
	Owner vpt.PersonID
	Name  vpt.Private // of whom a referral check is for
}

// DutiesToDo reads the duties that are hers by name, by a role, or because the
// case is hers and the duty is for its owner.
func (tx *Tx) DutiesToDo(m Mine) ([]DutyToDo, error) {
	q := &workSQL{args: []any{string(tx.org)}}
	whose := `d.person_id = ` + q.arg(string(m.Person)) + ` OR d.person_id IS NULL AND d.role = '' AND ` + m.owned(q)
	if len(m.Roles) > 0 {
		whose += ` OR d.person_id IS NULL AND d.role IN (` + list(q, m.Roles) + `)`
	}
	var out []DutyToDo
	var checks []vpt.CareTalk
	var names [][2][]byte
	err := tx.each(`SELECT d.id, d.kind, d.casefile_id, c.number, d.ref, COALESCE(d.person_id, ''), d.role, d.due_at, d.created_at, d.done_at, d.told,
		COALESCE(c.unit_id, ''), COALESCE(c.owner_id, ''), COALESCE(i.id, ''), COALESCE(i.person_id, ''), i.name_sealed
		FROM duty d JOIN casefile c ON c.organisation_id = $1 AND c.id = d.casefile_id
		LEFT JOIN care_talk t ON t.organisation_id = $1 AND t.id = d.ref AND d.kind = 'verwijscheck'
		LEFT JOIN involved i ON i.organisation_id = $1 AND i.id = t.involved_id
		WHERE d.organisation_id = $1 AND d.done_at IS NULL AND c.state IN ('open', 'gesloten') AND (`+whose+`) ORDER BY d.due_at, d.id LIMIT `+q.arg(m.Limit), q.args,
		func(scan func(...any) error) error {
			var d DutyToDo
			var check vpt.CareTalk
			var name [2][]byte
			var err error
			d.Duty, err = scanDuty(func(into ...any) error {
				return scan(append(into, &d.Unit, &d.Owner, &check.Involved, &check.For, &name[0])...)
			})
			out, checks, names = append(out, d), append(checks, check), append(names, name)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: duties to do: %w", err)
	}
	for i := range out {
		if out[i].Kind != vpt.DutyReferral {
			continue
		}
		if err := tx.nameTalk(&checks[i], names[i]); err != nil {
			return nil, err
		}
		out[i].Name = checks[i].ForName
	}
	return out, nil
}
