package store

import (
	"database/sql"
	"fmt"

	"rugdekking/vpt"
)

// InsertTalk adds a care talk to a plan.
func (tx *Tx) InsertTalk(casefile vpt.CasefileID, t vpt.CareTalk) error {
	_, err := tx.exec(`INSERT INTO care_talk (organisation_id, id, casefile_id, origin_id, involved_id, sequence, not_before, due_at, state, kind, step)
		VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10)`,
		string(tx.org), string(t.ID), string(casefile), string(t.Involved), t.Sequence, string(t.NotBefore), micros(t.DueAt), string(t.State),
		string(t.Kind), t.Step)
	if err != nil {
		return fmt.Errorf("store: insert talk: %w", err)
	}
	return nil
}

// UpdateTalk writes what can change of a care talk.
func (tx *Tx) UpdateTalk(t vpt.CareTalk) error {
	var with []byte
	if !t.WithName.IsZero() && t.With == "" {
		key, err := tx.personKey(string(t.ID))
		if err != nil {
			return err
		}
		with = key.SealText(tx.place("care_talk", "with_name_sealed", string(t.ID)), t.WithName)
	}
	n, err := tx.exec(`UPDATE care_talk SET planned_at = $3, with_id = $4, with_name_sealed = $5, state = $6, held_on = $7,
		site_id = $8, referred = $9 WHERE organisation_id = $1 AND id = $2`,
		string(tx.org), string(t.ID), micros(t.PlannedAt), nullable(t.With), with, string(t.State), string(t.HeldOn), nullable(t.Site), string(t.Referred))
	if err == nil && n == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("store: update talk: %w", err)
	}
	return nil
}

// PlaceTalk puts a talk with a case and gives it a term, when cases are merged
// or taken apart.
func (tx *Tx) PlaceTalk(t vpt.PlacedTalk) error {
	n, err := tx.exec(`UPDATE care_talk SET casefile_id = $3, not_before = $4, due_at = $5 WHERE organisation_id = $1 AND id = $2`,
		string(tx.org), string(t.ID), string(t.Casefile), string(t.NotBefore), micros(t.DueAt))
	if err == nil && n == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("store: place talk: %w", err)
	}
	return nil
}

// Talks reads the care talks of a case, by person and sequence.
func (tx *Tx) Talks(casefile vpt.CasefileID) ([]vpt.CareTalk, error) {
	var out []vpt.CareTalk
	var with [][]byte
	err := tx.each(`SELECT t.id, t.involved_id, COALESCE(i.person_id, ''), t.sequence, t.not_before, t.due_at, t.planned_at, COALESCE(t.with_id, ''),
		t.with_name_sealed, t.state, t.held_on, t.kind, t.step, COALESCE(t.site_id, ''), t.referred FROM care_talk t
		JOIN involved i ON i.organisation_id = t.organisation_id AND i.id = t.involved_id
		WHERE t.organisation_id = $1 AND t.casefile_id = $2 ORDER BY t.involved_id, t.sequence`,
		[]any{string(tx.org), string(casefile)}, func(scan func(...any) error) error {
			var t vpt.CareTalk
			var due, planned sql.NullInt64
			var name []byte
			err := scan(&t.ID, &t.Involved, &t.For, &t.Sequence, &t.NotBefore, &due, &planned, &t.With, &name, &t.State, &t.HeldOn, &t.Kind, &t.Step, &t.Site, &t.Referred)
			t.DueAt, t.PlannedAt = instant(due), instant(planned)
			out, with = append(out, t), append(with, name)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: talks: %w", err)
	}
	for i := range out {
		if err := tx.openTalk(&out[i], with[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (tx *Tx) openTalk(t *vpt.CareTalk, with []byte) (err error) {
	if t.With == "" {
		t.WithName, err = tx.open("care_talk", "with_name_sealed", string(t.ID), with)
		return err
	}
	name, err := tx.PersonName(t.With)
	t.WithName = name.Name
	return err
}

// CaseOfTalk gives the case that a care talk stands with now.
func (tx *Tx) CaseOfTalk(id vpt.CareTalkID) (vpt.CasefileID, error) {
	var casefile vpt.CasefileID
	err := tx.one(`SELECT casefile_id FROM care_talk WHERE organisation_id = $1 AND id = $2`, []any{string(tx.org), string(id)}, &casefile)
	if err != nil {
		return "", fmt.Errorf("store: case of talk: %w", err)
	}
	return casefile, nil
}

// RoleOf gives the role in which somebody is involved in a case.
func (tx *Tx) RoleOf(id vpt.InvolvedID) (vpt.InvolvedRole, error) {
	var role vpt.InvolvedRole
	err := tx.one(`SELECT role FROM involved WHERE organisation_id = $1 AND id = $2`, []any{string(tx.org), string(id)}, &role)
	if err != nil {
		return "", fmt.Errorf("store: role of involved: %w", err)
	}
	return role, nil
}
