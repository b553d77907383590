package store

import (
	"fmt"
	"time"

	"rugdekking/vpt"
)

// InsertEvent adds a line to the timeline of a case.
func (tx *Tx) InsertEvent(casefile vpt.CasefileID, by string, e vpt.Event) error {
	at := e.At
	if at.IsZero() {
		at = tx.now
	}
	tx.later(`INSERT INTO event (organisation_id, id, casefile_id, origin_id, kind, visible, by_actor, at, ref, detail, for_id) VALUES `,
		string(tx.org), NewID(), string(casefile), string(casefile), string(e.Kind), string(e.Visible), by, at.UnixMicro(), e.Ref, e.Detail,
		nullable(e.For))
	return nil
}

// Authors gives who made the lines of a kind about a record, but for lines with
// one detail.
func (tx *Tx) Authors(ref string, kind vpt.EventKind, but string) ([]vpt.PersonID, error) {
	var out []vpt.PersonID
	err := tx.each(`SELECT DISTINCT by_actor FROM event WHERE organisation_id = $1 AND ref = $2 AND kind = $3 AND detail <> $4 ORDER BY by_actor`,
		[]any{string(tx.org), ref, string(kind), but}, func(scan func(...any) error) error {
			var by vpt.PersonID
			err := scan(&by)
			out = append(out, by)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: authors: %w", err)
	}
	return out, nil
}

// Events reads the timeline of a case, newest first; with reporterOnly only
// what the reporter may see.
func (tx *Tx) Events(casefile vpt.CasefileID, reporterOnly bool) ([]vpt.Event, error) {
	query := `SELECT e.id, e.casefile_id, CASE WHEN e.origin_id = e.casefile_id THEN '' ELSE o.number END, e.kind, e.visible, e.by_actor, e.at,
		e.ref, e.detail, COALESCE(e.for_id, '') FROM event e JOIN casefile o ON o.organisation_id = e.organisation_id AND o.id = e.origin_id
		WHERE e.organisation_id = $1 AND e.casefile_id = $2`
	if reporterOnly {
		query += ` AND e.visible = 'ook-melder'`
	}
	var out []vpt.Event
	err := tx.each(query+` ORDER BY e.at DESC, e.id DESC`, []any{string(tx.org), string(casefile)}, func(scan func(...any) error) error {
		var e vpt.Event
		var at int64
		err := scan(&e.ID, &e.Casefile, &e.Origin, &e.Kind, &e.Visible, &e.By, &at, &e.Ref, &e.Detail, &e.For)
		e.At = time.UnixMicro(at).UTC()
		out = append(out, e)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: events: %w", err)
	}
	return out, nil
}
