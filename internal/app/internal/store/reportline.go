package store

import (
	"database/sql"
	"fmt"

	"rugdekking/vpt"
)

// ReportLines reads the reports that a person made or in which she is named as
// affected, newest first: what a list shows, and no account.
func (tx *Tx) ReportLines(person vpt.PersonID) ([]vpt.ReportLine, error) {
	var out []vpt.ReportLine
	var ids []string
	err := tx.each(`SELECT r.id, r.number, r.reported_on, r.occurred_on, COALESCE(r.reporter_id, ''), c.state, c.verdict, COALESCE(c.owner_id, ''),
		c.reaction_due_at, c.reaction_met_at, c.care_due_at, c.care_met_at, c.feedback_due_at, c.feedback_met_at,
		(SELECT MAX(e.at) FROM event e WHERE e.organisation_id = r.organisation_id AND e.casefile_id = r.casefile_id AND e.origin_id = r.origin_id
		AND e.visible = 'ook-melder')
		FROM report r JOIN casefile c ON c.organisation_id = r.organisation_id AND c.id = r.casefile_id
		WHERE r.organisation_id = $1 AND (r.reporter_id = $2 OR EXISTS (SELECT i.id FROM involved i
		WHERE i.organisation_id = r.organisation_id AND i.casefile_id = r.casefile_id AND i.person_id = $2 AND i.role = 'getroffene'
		AND (i.report_id = r.id OR i.report_id IS NULL AND i.origin_id = r.origin_id)))
		ORDER BY r.reported_on DESC, r.id DESC`, []any{string(tx.org), string(person)}, func(scan func(...any) error) error {
		var l vpt.ReportLine
		var id string
		var reporter vpt.PersonID
		var terms [6]sql.NullInt64
		var news sql.NullInt64
		err := scan(&id, &l.Number, &l.ReportedOn, &l.OccurredOn, &reporter, &l.State, &l.Verdict, &l.Owner.ID,
			&terms[0], &terms[1], &terms[2], &terms[3], &terms[4], &terms[5], &news)
		l.NewsAt, l.AsAffected = instant(news), reporter != person
		if l.State == vpt.CaseOpen {
			l.Next = vpt.FirstRunning([]vpt.Clock{
				{Kind: vpt.ClockReaction, Due: instant(terms[0]), Met: instant(terms[1])},
				{Kind: vpt.ClockCare, Due: instant(terms[2]), Met: instant(terms[3])},
				{Kind: vpt.ClockFeedback, Due: instant(terms[4]), Met: instant(terms[5])},
			})
		}
		out, ids = append(out, l), append(ids, id)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: reports of a person: %w", err)
	}
	for i := range out {
		if out[i].Kinds, err = tx.kinds("report_kind", "report_id", ids[i]); err != nil {
			return nil, err
		}
		if out[i].Owner, err = tx.PersonName(out[i].Owner.ID); err != nil {
			return nil, err
		}
	}
	return out, nil
}
