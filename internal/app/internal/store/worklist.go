package store

import (
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/vpt"
)

// WorkQuery narrows a worklist: the filter of the form, the kinds that its
// kind stands for, and the cases that the viewer may not handle.
type WorkQuery struct {
	Scope policy.Scope
	vpt.WorkFilter
	Kinds   []string
	Without []vpt.CasefileID
}

// workSQL collects a statement and its arguments. $1 is the organisation.
type workSQL struct{ args []any }

func (q *workSQL) arg(value any) string {
	q.args = append(q.args, value)
	return "$" + strconv.Itoa(len(q.args))
}

func list[T ~string](q *workSQL, values []T) string {
	marks := make([]string, len(values))
	for i, v := range values {
		marks[i] = q.arg(string(v))
	}
	return strings.Join(marks, ", ")
}

// onWork reports whether the cases that are worked on are asked for: they are
// sorted by what is due. All others are sorted by when they were reported,
// newest first.
func (w WorkQuery) onWork() bool { return w.State == "" || w.State == vpt.CaseOpen }

// Worklist reads one page of cases, and the cursor of the next. Each unit and
// each owner in scope is one walk along an index that ends at the limit (a case
// that is in two is counted once by the union), so that a page costs the same however many cases there are.
func (tx *Tx) Worklist(w WorkQuery) ([]vpt.WorkItem, string, error) {
	q := &workSQL{args: []any{string(tx.org)}}
	order, back := "w.due, w.id", ""
	if !w.onWork() {
		order, back = "w.due DESC, w.id DESC", " DESC"
	}
	limit := q.arg(w.Limit + 1)
	walks := tx.walks(q, w, back, limit)
	if len(walks) == 0 {
		return nil, "", nil
	}
	items, err := tx.workItems(`SELECT c.id, c.number, c.state, COALESCE(c.unit_id, ''), COALESCE(c.owner_id, ''), p.name_sealed, p.function_sealed,
		i.class, c.verdict, c.received_at, c.received_on, i.occurred_on, c.next_due_at, c.next_clock, c.next_step, c.help, c.choice
		FROM (`+strings.Join(walks, " UNION ")+`) w
		JOIN casefile c ON c.organisation_id = $1 AND c.id = w.id
		JOIN incident i ON i.organisation_id = $1 AND i.casefile_id = w.id
		LEFT JOIN person p ON p.organisation_id = $1 AND p.id = c.owner_id
		ORDER BY `+order+` LIMIT `+limit, q.args)
	if err != nil {
		return nil, "", err
	}
	next := ""
	if len(items) > w.Limit {
		items = items[:w.Limit]
		next = cursorOf(items[len(items)-1], w.onWork())
	}
	return items, next, tx.fillWork(items)
}

// walks gives one sub-select for each unit and owner in scope.
func (tx *Tx) walks(q *workSQL, w WorkQuery, back, limit string) []string {
	key := "c.next_due_at"
	if !w.onWork() {
		key = "c.received_on"
	}
	rest := tx.workFilter(q, w, key, back)
	var out []string
	for n, where := range w.branches(q) {
		name := "b" + strconv.Itoa(n)
		out = append(out, `SELECT `+name+`.id, `+name+`.due FROM (SELECT c.id AS id, `+key+` AS due FROM casefile c WHERE c.organisation_id = $1`+
			where+rest+` ORDER BY `+key+back+`, c.id`+back+` LIMIT `+limit+`) `+name)
	}
	return out
}

// branches gives the condition of each walk. A case of a unit in scope that the
// viewer owns as well is on two of them: UNION leaves one. Leaving it out of one
// walk would make that walk pass over all the others.
func (w WorkQuery) branches(q *workSQL) []string {
	var out []string
	unit := ""
	if w.Unit != "" {
		unit = ` AND c.unit_id = ` + q.arg(string(w.Unit))
	}
	units := w.Scope.Units()
	if !w.Mine {
		switch {
		case w.Scope.All() && len(w.Scope.Beyond()) == 0:
			return []string{unit}
		case w.Scope.All():
			out = append(out, unit+notIn(q, w.Scope.Beyond()))
		case w.Unit != "" && slices.Contains(units, w.Unit):
			return []string{unit}
		case w.Unit == "":
			for _, u := range units {
				out = append(out, ` AND c.unit_id = `+q.arg(string(u)))
			}
		}
	}
	for _, owner := range w.Scope.Owners() {
		out = append(out, ` AND c.owner_id = `+q.arg(string(owner))+unit)
	}
	return out
}

// notIn leaves units out; a case of no unit stays in.
func notIn(q *workSQL, units []vpt.UnitID) string {
	if len(units) == 0 {
		return ""
	}
	return ` AND (c.unit_id IS NULL OR c.unit_id NOT IN (` + list(q, units) + `))`
}

// workFilter gives the conditions that every walk shares.
func (tx *Tx) workFilter(q *workSQL, w WorkQuery, key, back string) string {
	var b strings.Builder
	and := func(condition string) { b.WriteString(" AND " + condition) }
	if w.onWork() {
		and(`c.working = 1`)
	}
	if w.State != "" {
		and(`c.state = ` + q.arg(string(w.State)))
	}
	if !w.onWork() && !w.Scope.All() { // an imported case is the coordinator's
		and(`c.state <> 'overgenomen'`)
	}
	if w.Late {
		and(`c.working = 1 AND c.next_due_at < ` + q.arg(tx.now.UnixMicro()))
	}
	if w.From != "" {
		and(`c.received_on >= ` + q.arg(string(w.From)))
	}
	if w.Until != "" {
		and(`c.received_on <= ` + q.arg(string(w.Until)))
	}
	if w.Class != 0 {
		and(`c.incident_id IN (SELECT i.id FROM incident i WHERE i.organisation_id = $1 AND i.id = c.incident_id AND i.class = ` + q.arg(w.Class) + `)`)
	}
	if w.Channel != "" {
		and(`c.incident_id IN (SELECT i.id FROM incident i WHERE i.organisation_id = $1 AND i.id = c.incident_id AND i.channel = ` + q.arg(w.Channel) + `)`)
	}
	if len(w.Kinds) > 0 {
		kinds := list(q, w.Kinds)
		and(`(EXISTS (SELECT k.code FROM incident_kind k WHERE k.organisation_id = $1 AND k.incident_id = c.incident_id AND k.code IN (` + kinds + `))
			OR NOT EXISTS (SELECT k.code FROM incident_kind k WHERE k.organisation_id = $1 AND k.incident_id = c.incident_id)
			AND EXISTS (SELECT k.code FROM report_kind k JOIN report r ON r.organisation_id = $1 AND r.id = k.report_id
			WHERE k.organisation_id = $1 AND r.casefile_id = c.id AND k.code IN (` + kinds + `)))`)
	}
	if len(w.Without) > 0 {
		and(`c.id NOT IN (` + list(q, w.Without) + `)`)
	}
	if due, id, ok := splitCursor(w.After, w.onWork()); ok {
		sign := ">"
		if back != "" {
			sign = "<"
		}
		and(`(` + key + `, c.id) ` + sign + ` (` + q.arg(due) + `, ` + q.arg(id) + `)`)
	}
	return b.String()
}

// cursorOf names the place after an item: what it is sorted by, and its id.
func cursorOf(item vpt.WorkItem, onWork bool) string {
	if !onWork {
		return string(item.ReceivedOn) + "_" + string(item.Casefile)
	}
	due := int64(nothingDue)
	if !item.NextDue.IsZero() {
		due = item.NextDue.UnixMicro()
	}
	return strconv.FormatInt(due, 36) + "_" + string(item.Casefile)
}

func splitCursor(cursor string, onWork bool) (due any, id string, ok bool) {
	first, id, found := strings.Cut(cursor, "_")
	if !found {
		return nil, "", false
	}
	if !onWork {
		return first, id, vpt.Date(first).Valid()
	}
	n, err := strconv.ParseInt(first, 36, 64)
	return n, id, err == nil
}

func (tx *Tx) workItems(query string, args []any) ([]vpt.WorkItem, error) {
	var out []vpt.WorkItem
	var sealed [][2][]byte
	err := tx.each(query, args, func(scan func(...any) error) error {
		var w vpt.WorkItem
		var s [2][]byte
		var received, due sql.NullInt64
		err := scan(&w.Casefile, &w.Number, &w.State, &w.Unit, &w.Owner.ID, &s[0], &s[1], &w.Class, &w.Verdict, &received, &w.ReceivedOn,
			&w.OccurredOn, &due, &w.NextClock, &w.Next, &w.Help, &w.Choice)
		w.ReceivedAt, w.NextDue = instant(received), dueAt(due)
		w.Late = !w.NextDue.IsZero() && w.NextDue.Before(tx.now)
		out, sealed = append(out, w), append(sealed, s)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: worklist: %w", err)
	}
	for i := range out {
		id := string(out[i].Owner.ID)
		if out[i].Owner.Name, err = tx.open("person", "name_sealed", id, sealed[i][0]); err != nil {
			return nil, err
		}
		if out[i].Owner.Function, err = tx.open("person", "function_sealed", id, sealed[i][1]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// workBound is how far cases are counted: beyond it the number tells nothing.
const workBound = 1000

// CountWork counts the cases that are worked on and those that are late, both
// up to workBound.
func (tx *Tx) CountWork(scope policy.Scope, without []vpt.CasefileID) (open, late int, err error) {
	if open, err = tx.countWork(WorkQuery{Scope: scope, Without: without}); err != nil || open == 0 {
		return open, 0, err
	}
	late, err = tx.countWork(WorkQuery{Scope: scope, Without: without, WorkFilter: vpt.WorkFilter{Late: true}})
	return open, late, err
}

// countWork counts along the same indexes, without sorting. Cases that the
// viewer owns outside of her units are counted after those of her units, so
// that the condition that tells them apart is never asked of more than the bound.
func (tx *Tx) countWork(w WorkQuery) (int, error) {
	units, owners, beyond := w.Scope.Units(), w.Scope.Owners(), w.Scope.Beyond()
	if w.Scope.All() && len(beyond) == 0 {
		return tx.countWhere(w, func(*workSQL) []string { return []string{""} })
	}
	if w.Scope.All() {
		return tx.countWhere(w, func(q *workSQL) []string {
			out := []string{notIn(q, beyond)}
			for _, owner := range owners {
				out = append(out, ` AND c.owner_id = `+q.arg(string(owner)))
			}
			return out
		})
	}
	inUnits, err := tx.countWhere(w, func(q *workSQL) []string {
		var out []string
		for _, u := range units {
			out = append(out, ` AND c.unit_id = `+q.arg(string(u)))
		}
		return out
	})
	if err != nil || inUnits >= workBound {
		return inUnits, err
	}
	elsewhere, err := tx.countWhere(w, func(q *workSQL) []string {
		var out []string
		for _, owner := range owners {
			where := ` AND c.owner_id = ` + q.arg(string(owner))
			if len(units) > 0 {
				where += ` AND (c.unit_id IS NULL OR c.unit_id NOT IN (` + list(q, units) + `))`
			}
			out = append(out, where)
		}
		return out
	})
	return min(inUnits+elsewhere, workBound), err
}

func (tx *Tx) countWhere(w WorkQuery, branches func(*workSQL) []string) (int, error) {
	q := &workSQL{args: []any{string(tx.org)}}
	rest := tx.workFilter(q, w, "", "")
	walks := branches(q)
	if len(walks) == 0 {
		return 0, nil
	}
	for i, where := range walks {
		walks[i] = `SELECT c.id AS id FROM casefile c WHERE c.organisation_id = $1` + where + rest
	}
	n := 0
	err := tx.one(`SELECT COUNT(w.id) FROM (`+strings.Join(walks, " UNION ")+` LIMIT `+q.arg(workBound)+`) w`, q.args, &n)
	if err != nil {
		return 0, fmt.Errorf("store: count worklist: %w", err)
	}
	return n, nil
}

// CasesInvolving gives the cases in which a person is affected or witness.
func (tx *Tx) CasesInvolving(person vpt.PersonID) ([]vpt.CasefileID, error) {
	var out []vpt.CasefileID
	if person == "" {
		return nil, nil
	}
	err := tx.each(`SELECT DISTINCT casefile_id FROM involved WHERE organisation_id = $1 AND person_id = $2 AND role IN ('getroffene', 'getuige')
		ORDER BY casefile_id`, []any{string(tx.org), string(person)}, func(scan func(...any) error) error {
		var id vpt.CasefileID
		err := scan(&id)
		out = append(out, id)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: cases of a person: %w", err)
	}
	return out, nil
}

// CasesAround gives the numbers of a few other open cases of the same unit
// whose incident was within two days: candidates to be the same incident.
func (tx *Tx) CasesAround(c vpt.Casefile) ([]string, error) {
	var out []string
	if c.Unit == "" {
		return nil, nil
	}
	err := tx.each(`SELECT c.number FROM casefile c JOIN incident i ON i.organisation_id = c.organisation_id AND i.casefile_id = c.id
		WHERE c.organisation_id = $1 AND c.unit_id = $2 AND c.working = 1 AND c.state = 'open' AND c.id <> $3 AND i.occurred_on BETWEEN $4 AND $5
		ORDER BY c.next_due_at, c.id LIMIT 8`, []any{string(tx.org), string(c.Unit), string(c.ID),
		string(c.Incident.OccurredOn.AddDays(-2)), string(c.Incident.OccurredOn.AddDays(2))}, func(scan func(...any) error) error {
		var number string
		err := scan(&number)
		out = append(out, number)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: cases around: %w", err)
	}
	return out, nil
}

// CaseOfReport gives the number of the case of a report, by the report's own
// number or that of the register it was imported from.
func (tx *Tx) CaseOfReport(number string) (string, error) {
	var out string
	err := tx.one(`SELECT c.number FROM report r JOIN casefile c ON c.organisation_id = r.organisation_id AND c.id = r.casefile_id
		WHERE r.organisation_id = $1 AND (r.number = $2 OR r.legacy_number = $3) ORDER BY r.id LIMIT 1`,
		[]any{string(tx.org), strings.ToUpper(number), number}, &out)
	if err != nil {
		return "", fmt.Errorf("store: case of report: %w", err)
	}
	return out, nil
}
