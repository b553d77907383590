package store

import (
	"fmt"
	"strings"

	"rugdekking/vpt"
)

// fillWork adds kinds and names to the cases of one page: three statements,
// however long the page is.
func (tx *Tx) fillWork(items []vpt.WorkItem) error {
	if len(items) == 0 {
		return nil
	}
	at := make(map[vpt.CasefileID]*vpt.WorkItem, len(items))
	for i := range items {
		at[items[i].Casefile] = &items[i]
	}
	q := &workSQL{args: []any{string(tx.org)}}
	ids := padded(q, items)
	if err := tx.fillKinds(at, `SELECT i.casefile_id, k.version, k.code FROM incident_kind k
		JOIN incident i ON i.organisation_id = $1 AND i.id = k.incident_id
		WHERE k.organisation_id = $1 AND i.casefile_id IN (`+ids+`) ORDER BY k.code`, q.args, nil); err != nil {
		return err
	}
	assessed := map[vpt.CasefileID]bool{}
	for id, item := range at {
		assessed[id] = len(item.Kinds) > 0
	}
	if err := tx.fillKinds(at, `SELECT DISTINCT r.casefile_id, k.version, k.code FROM report_kind k
		JOIN report r ON r.organisation_id = $1 AND r.id = k.report_id
		WHERE k.organisation_id = $1 AND r.casefile_id IN (`+ids+`) ORDER BY k.code`, q.args, assessed); err != nil {
		return err
	}
	return tx.fillAffected(at, ids, q.args)
}

// padded gives marks for the cases of a page, rounded up to a multiple of five
// by repeating the last, so that few different statements are prepared.
func padded(q *workSQL, items []vpt.WorkItem) string {
	var marks []string
	for n := 0; n < (len(items)+4)/5*5; n++ {
		marks = append(marks, q.arg(string(items[min(n, len(items)-1)].Casefile)))
	}
	return strings.Join(marks, ", ")
}

func (tx *Tx) fillKinds(at map[vpt.CasefileID]*vpt.WorkItem, query string, args []any, leave map[vpt.CasefileID]bool) error {
	err := tx.each(query, args, func(scan func(...any) error) error {
		var id vpt.CasefileID
		var kind vpt.CodeRef
		err := scan(&id, &kind.Version, &kind.Code)
		if item := at[id]; item != nil && !leave[id] {
			item.Kinds = append(item.Kinds, kind)
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("store: kinds of a worklist: %w", err)
	}
	return nil
}

func (tx *Tx) fillAffected(at map[vpt.CasefileID]*vpt.WorkItem, ids string, args []any) error {
	type row struct {
		casefile    vpt.CasefileID
		id, person  string
		typed, name []byte
	}
	var rows []row
	err := tx.each(`SELECT v.casefile_id, v.id, COALESCE(v.person_id, ''), v.name_sealed, p.name_sealed FROM involved v
		LEFT JOIN person p ON p.organisation_id = $1 AND p.id = v.person_id
		WHERE v.organisation_id = $1 AND v.casefile_id IN (`+ids+`) AND v.role = 'getroffene' ORDER BY v.at, v.id`, args,
		func(scan func(...any) error) error {
			var r row
			err := scan(&r.casefile, &r.id, &r.person, &r.typed, &r.name)
			rows = append(rows, r)
			return err
		})
	if err != nil {
		return fmt.Errorf("store: affected of a worklist: %w", err)
	}
	type once struct{ casefile, person string }
	told := map[once]bool{} // a merged case may name the same colleague by two reports
	for _, r := range rows {
		key := once{string(r.casefile), r.person}
		if r.person != "" && told[key] {
			continue
		}
		told[key] = true
		name, err := tx.open("involved", "name_sealed", r.id, r.typed)
		if r.person != "" {
			name, err = tx.open("person", "name_sealed", r.person, r.name)
		}
		if err != nil {
			return err
		}
		if item := at[r.casefile]; item != nil {
			item.Affected = append(item.Affected, name)
		}
	}
	return nil
}
