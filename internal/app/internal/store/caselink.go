package store

import (
	"fmt"

	"rugdekking/vpt"
)

// LinkCases notes that a case and an earlier one belong together. The same
// link twice is one.
func (tx *Tx) LinkCases(kind vpt.LinkKind, casefile, earlier vpt.CasefileID, measure vpt.MeasureID, by string) error {
	_, err := tx.exec(`INSERT INTO case_link (organisation_id, id, casefile_id, earlier_id, kind, measure_id, by_actor, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
		ON CONFLICT (organisation_id, casefile_id, earlier_id, kind) DO NOTHING`,
		string(tx.org), NewID(), string(casefile), string(earlier), string(kind), nullable(measure), by, tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: link cases: %w", err)
	}
	return nil
}

// UnlinkCases takes a link of a case away.
func (tx *Tx) UnlinkCases(casefile vpt.CasefileID, id string) error {
	n, err := tx.exec(`DELETE FROM case_link WHERE organisation_id = $1 AND id = $2 AND (casefile_id = $3 OR earlier_id = $3)`, string(tx.org), id, string(casefile))
	if err != nil {
		return fmt.Errorf("store: unlink cases: %w", err)
	}
	if n == 0 {
		return vpt.ErrNotFound
	}
	return nil
}

// CaseLinks reads the cases that a case was linked with, both ways, by day of
// the incident.
func (tx *Tx) CaseLinks(casefile vpt.CasefileID) ([]vpt.CaseLink, error) {
	var out []vpt.CaseLink
	err := tx.each(`SELECT l.id, l.kind, CASE WHEN l.casefile_id = $2 THEN 1 ELSE 0 END, c.number, i.occurred_on, c.verdict, i.class, COALESCE(l.measure_id, '')
		FROM case_link l
		JOIN casefile c ON c.organisation_id = l.organisation_id AND c.id = CASE WHEN l.casefile_id = $2 THEN l.earlier_id ELSE l.casefile_id END
		JOIN incident i ON i.organisation_id = c.organisation_id AND i.casefile_id = c.id
		WHERE l.organisation_id = $1 AND (l.casefile_id = $2 OR l.earlier_id = $2) ORDER BY i.occurred_on, l.id`,
		[]any{string(tx.org), string(casefile)}, func(scan func(...any) error) error {
			var l vpt.CaseLink
			err := scan(&l.ID, &l.Kind, &l.Earlier, &l.Number, &l.On, &l.Verdict, &l.Class, &l.Measure)
			out = append(out, l)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: case links: %w", err)
	}
	return out, nil
}
