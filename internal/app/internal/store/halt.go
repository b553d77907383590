package store

import (
	"fmt"
	"time"

	"rugdekking/vpt"
)

// SaveHaltCheck adds a check, or writes over the one with this id.
func (tx *Tx) SaveHaltCheck(casefile vpt.CasefileID, c vpt.HaltCheck) error {
	key, err := tx.caseKey(casefile)
	if err != nil {
		return err
	}
	article := key.SealText(tx.place("halt_check", "article_sealed", string(c.ID)), c.Article)
	_, err = tx.exec(`INSERT INTO halt_check (organisation_id, id, casefile_id, origin_id, age, age_known, injury, weapon, police_knows, wish,
		damage, advice, referred_by, article_sealed, referred_on, talk_held, satisfied, by_id, at)
		VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
		ON CONFLICT (organisation_id, id) DO UPDATE SET age = excluded.age, age_known = excluded.age_known, injury = excluded.injury,
		weapon = excluded.weapon, police_knows = excluded.police_knows, wish = excluded.wish, damage = excluded.damage,
		advice = excluded.advice, referred_by = excluded.referred_by, article_sealed = excluded.article_sealed, referred_on = excluded.referred_on,
		talk_held = excluded.talk_held, satisfied = excluded.satisfied, by_id = excluded.by_id, at = excluded.at`,
		string(tx.org), string(c.ID), string(casefile), c.Age, flag(c.AgeKnown), string(c.Injury), string(c.Weapon), string(c.PoliceKnows),
		string(c.Wish), string(c.Damage), string(c.Advice), string(c.ReferredBy), article, string(c.ReferredOn), string(c.TalkHeld),
		string(c.Satisfied), string(c.By), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: save halt check: %w", err)
	}
	return nil
}

// HaltChecks reads the checks of a case, newest first.
func (tx *Tx) HaltChecks(casefile vpt.CasefileID) ([]vpt.HaltCheck, error) {
	var out []vpt.HaltCheck
	var sealed [][]byte
	err := tx.each(`SELECT id, age, age_known, injury, weapon, police_knows, wish, damage, advice, referred_by, article_sealed, referred_on, talk_held,
		satisfied, by_id, at FROM halt_check WHERE organisation_id = $1 AND casefile_id = $2 ORDER BY at DESC, id DESC`,
		[]any{string(tx.org), string(casefile)}, func(scan func(...any) error) error {
			var c vpt.HaltCheck
			var known int
			var at int64
			var article []byte
			err := scan(&c.ID, &c.Age, &known, &c.Injury, &c.Weapon, &c.PoliceKnows, &c.Wish, &c.Damage, &c.Advice, &c.ReferredBy, &article,
				&c.ReferredOn, &c.TalkHeld, &c.Satisfied, &c.By, &at)
			c.AgeKnown, c.At = known == 1, time.UnixMicro(at).UTC()
			out, sealed = append(out, c), append(sealed, article)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: halt checks: %w", err)
	}
	for i := range out {
		if out[i].Article, err = tx.open("halt_check", "article_sealed", string(out[i].ID), sealed[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}
