package store

import (
	"fmt"
	"strings"
	"time"

	"rugdekking/vpt"
)

// LateThing is something of a case that was due and is not done: a clock, a
// talk or a duty. What names it, in codes and ids.
type LateThing struct {
	Casefile vpt.CasefileID
	Number   string
	Unit     vpt.UnitID
	Owner    vpt.PersonID
	What     string
	Due      time.Time
	Person   vpt.PersonID // whose it is by name
	Role     vpt.Role     // whose it is by role
	For      vpt.PersonID // for whom the talk is; then it is nobody else's news
}

// What begins the name of a late thing.
const (
	lateClock = "klok."
	lateTalk  = "gesprek."
	lateDuty  = "taak."
)

// LateClock gives the clock that a late thing is, empty when it is none.
func (l LateThing) LateClock() vpt.ClockKind {
	kind, ok := strings.CutPrefix(l.What, lateClock)
	if !ok {
		return ""
	}
	return vpt.ClockKind(kind)
}

// IsTalk reports whether a late thing is a talk.
func (l LateThing) IsTalk() bool { return strings.HasPrefix(l.What, lateTalk) }

// untold keeps what was not raised to a level yet, in this case and for this term.
const untold = ` AND NOT EXISTS (SELECT e.id FROM escalation e WHERE e.organisation_id = $1 AND e.casefile_id = c.id AND e.level = $3
	AND e.what = `

// NewlyLate finds what was due from an instant on and before another, is not done
// and was not raised to a level yet, the longest late first. The clock of care is
// that of the talks.
func (tx *Tx) NewlyLate(level vpt.RaiseLevel, from, before time.Time, limit int) ([]LateThing, error) {
	var parts []string
	for _, kind := range []struct{ name, column string }{
		{string(vpt.ClockReaction), "reaction"}, {string(vpt.ClockPolice), "police"}, {string(vpt.ClockFeedback), "feedback"},
	} {
		what, due := `'`+lateClock+kind.name+`'`, `c.`+kind.column+`_due_at`
		parts = append(parts, `SELECT c.id AS id, c.number AS number, COALESCE(c.unit_id, '') AS unit, COALESCE(c.owner_id, '') AS owner, `+what+` AS what, `+due+` AS due,
			'' AS person, '' AS role, '' AS whom FROM casefile c WHERE c.organisation_id = $1 AND c.working = 1 AND c.state = 'open' AND c.next_due_at < $2
			AND `+due+` < $2 AND `+due+` >= $5 AND c.`+kind.column+`_met_at IS NULL`+untold+what+` AND e.due_at = `+due+`)`)
	}
	const at = `CASE WHEN t.planned_at IS NULL THEN t.due_at ELSE t.planned_at END`
	parts = append(parts, `SELECT c.id, c.number, COALESCE(c.unit_id, ''), COALESCE(c.owner_id, ''), '`+lateTalk+`' || t.id, `+at+`,
		CASE WHEN t.state = 'gepland' THEN COALESCE(t.with_id, '') ELSE '' END, '', COALESCE(i.person_id, '')
		FROM care_talk t JOIN casefile c ON c.organisation_id = $1 AND c.id = t.casefile_id
		JOIN involved i ON i.organisation_id = $1 AND i.id = t.involved_id
		WHERE t.organisation_id = $1 AND t.state IN ('te-plannen', 'gepland') AND t.kind = 'gesprek' AND `+at+` < $2 AND `+at+` >= $5 AND c.state IN ('open', 'gesloten')`+
		untold+`'`+lateTalk+`' || t.id AND e.due_at = `+at+`)`)
	parts = append(parts, `SELECT c.id, c.number, COALESCE(c.unit_id, ''), COALESCE(c.owner_id, ''), '`+lateDuty+`' || d.id, d.due_at, COALESCE(d.person_id, ''), d.role, ''
		FROM duty d JOIN casefile c ON c.organisation_id = $1 AND c.id = d.casefile_id
		WHERE d.organisation_id = $1 AND d.done_at IS NULL AND d.due_at < $2 AND d.due_at >= $5 AND c.state IN ('open', 'gesloten')`+
		untold+`'`+lateDuty+`' || d.id AND e.due_at = d.due_at)`)
	var out []LateThing
	err := tx.each(`SELECT l.id, l.number, l.unit, l.owner, l.what, l.due, l.person, l.role, l.whom FROM (`+strings.Join(parts, " UNION ALL ")+`) l
		ORDER BY l.due, l.what LIMIT $4`, []any{string(tx.org), before.UnixMicro(), int(level), limit, from.UnixMicro()}, func(scan func(...any) error) error {
		var l LateThing
		var due int64
		err := scan(&l.Casefile, &l.Number, &l.Unit, &l.Owner, &l.What, &due, &l.Person, &l.Role, &l.For)
		l.Due = time.UnixMicro(due).UTC()
		out = append(out, l)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: newly late: %w", err)
	}
	return out, nil
}

// MarkRaised notes that a late thing was raised to a level, and reports false
// when another sweep was first.
func (tx *Tx) MarkRaised(l LateThing, level vpt.RaiseLevel) (bool, error) {
	n, err := tx.exec(`INSERT INTO escalation (organisation_id, id, casefile_id, origin_id, what, due_at, level, at) VALUES ($1, $2, $3, $3, $4, $5, $6, $7)
		ON CONFLICT (organisation_id, origin_id, what, due_at, level) DO NOTHING`,
		string(tx.org), NewID(), string(l.Casefile), l.What, l.Due.UnixMicro(), int(level), tx.now.UnixMicro())
	if err != nil {
		return false, fmt.Errorf("store: mark raised: %w", err)
	}
	return n > 0, nil
}

// RaisedSince reads what was raised to a level since an instant and is of a case
// that is still worked on, one line per case and thing.
func (tx *Tx) RaisedSince(level vpt.RaiseLevel, since time.Time, limit int) ([]LateThing, error) {
	var out []LateThing
	err := tx.each(`SELECT e.casefile_id, c.number, COALESCE(c.unit_id, ''), COALESCE(c.owner_id, ''), e.what, e.due_at FROM escalation e
		JOIN casefile c ON c.organisation_id = e.organisation_id AND c.id = e.casefile_id
		WHERE e.organisation_id = $1 AND e.at >= $2 AND e.level = $3 AND c.state IN ('open', 'gesloten') ORDER BY e.due_at, e.what LIMIT $4`,
		[]any{string(tx.org), since.UnixMicro(), int(level), limit}, func(scan func(...any) error) error {
			var l LateThing
			var due int64
			err := scan(&l.Casefile, &l.Number, &l.Unit, &l.Owner, &l.What, &due)
			l.Due = time.UnixMicro(due).UTC()
			out = append(out, l)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: raised: %w", err)
	}
	return out, nil
}
