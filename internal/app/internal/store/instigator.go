package store

import (
	"fmt"

	"rugdekking/vpt"
)

// instigatorSealed names the sealed columns: what was seen goes with the case,
// who it was with a key of that person alone, so that it can be destroyed by
// itself.
var instigatorSealed = [6]string{"description_sealed", "postponed_sealed", "name_sealed", "born_on_sealed", "address_sealed", "reference_sealed"}

// SaveInstigator adds or replaces an instigator of a case.
func (tx *Tx) SaveInstigator(casefile vpt.CasefileID, i vpt.Instigator) error {
	id := string(i.ID)
	sealed, err := tx.sealInstigator(casefile, i)
	if err != nil {
		return err
	}
	args := []any{string(tx.org), id, string(casefile), string(i.Kind), i.Relation.Version, i.Relation.Code, string(i.NotifiedOn), string(i.RetainUntil), tx.now.UnixMicro()}
	for _, text := range sealed {
		args = append(args, text)
	}
	_, err = tx.exec(`INSERT INTO instigator (organisation_id, id, casefile_id, origin_id, kind, relation_version, relation, notified_on,
		retain_until, at, description_sealed, postponed_sealed, name_sealed, born_on_sealed, address_sealed, reference_sealed)
		VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
		ON CONFLICT (organisation_id, id) DO UPDATE SET kind = excluded.kind, relation_version = excluded.relation_version,
		relation = excluded.relation, notified_on = excluded.notified_on, description_sealed = excluded.description_sealed,
		postponed_sealed = excluded.postponed_sealed, name_sealed = excluded.name_sealed, born_on_sealed = excluded.born_on_sealed,
		address_sealed = excluded.address_sealed, reference_sealed = excluded.reference_sealed`, args...)
	if err != nil {
		return fmt.Errorf("store: save instigator: %w", err)
	}
	return nil
}

func (tx *Tx) sealInstigator(casefile vpt.CasefileID, i vpt.Instigator) ([6][]byte, error) {
	var out [6][]byte
	caseKey, err := tx.caseKey(casefile)
	if err != nil {
		return out, err
	}
	own := caseKey
	if i.Identified() {
		if own, err = tx.personKey(string(i.ID)); err != nil {
			return out, err
		}
	}
	for n, text := range [6]vpt.Private{i.Description, i.Postponed, i.Name, i.BornOn, i.Address, i.Reference} {
		key := own
		if n < 2 {
			key = caseKey
		}
		out[n] = key.SealText(tx.place("instigator", instigatorSealed[n], string(i.ID)), text)
	}
	return out, nil
}

// Instigators reads the instigators of a case, in the order of recording.
func (tx *Tx) Instigators(casefile vpt.CasefileID) ([]vpt.Instigator, error) {
	var out []vpt.Instigator
	var sealed [][6][]byte
	err := tx.each(`SELECT id, kind, relation_version, relation, notified_on, retain_until, description_sealed, postponed_sealed, name_sealed,
		born_on_sealed, address_sealed, reference_sealed FROM instigator WHERE organisation_id = $1 AND casefile_id = $2 ORDER BY at, id`,
		[]any{string(tx.org), string(casefile)}, func(scan func(...any) error) error {
			var i vpt.Instigator
			var s [6][]byte
			err := scan(&i.ID, &i.Kind, &i.Relation.Version, &i.Relation.Code, &i.NotifiedOn, &i.RetainUntil, &s[0], &s[1], &s[2], &s[3], &s[4], &s[5])
			out, sealed = append(out, i), append(sealed, s)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: instigators: %w", err)
	}
	for n := range out {
		i := &out[n]
		for column, into := range [6]*vpt.Private{&i.Description, &i.Postponed, &i.Name, &i.BornOn, &i.Address, &i.Reference} {
			if *into, err = tx.open("instigator", instigatorSealed[column], string(i.ID), sealed[n][column]); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}
