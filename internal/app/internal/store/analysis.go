package store

import (
	"fmt"
	"time"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/vpt"
)

// analysisSealed names the sealed columns, in the order of sealedAnalysis.
var analysisSealed = [3]string{"colleague_did_sealed", "would_help_sealed", "lessons_sealed"}

func sealedAnalysis(a *vpt.Analysis) [3]*vpt.Private {
	return [3]*vpt.Private{&a.DidWhat, &a.WouldHelp, &a.Lessons}
}

// SaveAnalysis adds an analysis, or writes over the version that was read. The
// day on which it was first made stays: the figures go by it.
func (tx *Tx) SaveAnalysis(casefile vpt.CasefileID, a vpt.Analysis) error {
	key, err := tx.caseKey(casefile)
	if err != nil {
		return err
	}
	id := string(a.ID)
	args := []any{string(tx.org), id, string(casefile), a.Trigger.Version, a.Trigger.Code, a.Nature.Version, a.Nature.Code, string(a.Colleague), string(a.DidHelp)}
	for i, text := range sealedAnalysis(&a) {
		args = append(args, key.SealText(tx.place("analysis", analysisSealed[i], id), *text))
	}
	args = append(args, string(a.By), tx.now.UnixMicro(), string(a.MadeOn), a.Version)
	n, err := tx.exec(`INSERT INTO analysis (organisation_id, id, casefile_id, origin_id, trigger_version, trigger_code, nature_version, nature,
		colleague, colleague_helped, colleague_did_sealed, would_help_sealed, lessons_sealed, by_id, at, made_on)
		VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
		ON CONFLICT (organisation_id, id) DO UPDATE SET trigger_version = excluded.trigger_version, trigger_code = excluded.trigger_code,
		nature_version = excluded.nature_version, nature = excluded.nature, colleague = excluded.colleague,
		colleague_helped = excluded.colleague_helped, colleague_did_sealed = excluded.colleague_did_sealed,
		would_help_sealed = excluded.would_help_sealed, lessons_sealed = excluded.lessons_sealed, by_id = excluded.by_id, at = excluded.at,
		version = analysis.version + 1 WHERE analysis.version = $16 OR $16 = 0`, args...)
	if err == nil && n == 0 {
		err = errChanged
	}
	if err == nil {
		_, err = tx.exec(`DELETE FROM analysis_cause WHERE organisation_id = $1 AND analysis_id = $2`, string(tx.org), id)
	}
	if err != nil {
		return fmt.Errorf("store: save analysis: %w", err)
	}
	return tx.insertKinds("analysis_cause", "analysis_id", id, a.Causes)
}

// Analyses reads what was learnt from a case, newest first.
func (tx *Tx) Analyses(casefile vpt.CasefileID) ([]vpt.Analysis, error) {
	var out []vpt.Analysis
	var sealed [][3][]byte
	err := tx.each(`SELECT id, trigger_version, trigger_code, nature_version, nature, colleague, colleague_helped, colleague_did_sealed,
		would_help_sealed, lessons_sealed, by_id, at, made_on, version FROM analysis
		WHERE organisation_id = $1 AND casefile_id = $2 ORDER BY at DESC, id DESC`,
		[]any{string(tx.org), string(casefile)}, func(scan func(...any) error) error {
			var a vpt.Analysis
			var s [3][]byte
			var at int64
			err := scan(&a.ID, &a.Trigger.Version, &a.Trigger.Code, &a.Nature.Version, &a.Nature.Code, &a.Colleague, &a.DidHelp, &s[0], &s[1],
				&s[2], &a.By, &at, &a.MadeOn, &a.Version)
			a.At = time.UnixMicro(at).UTC()
			out, sealed = append(out, a), append(sealed, s)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: analyses: %w", err)
	}
	for i := range out {
		for n, into := range sealedAnalysis(&out[i]) {
			if *into, err = tx.open("analysis", analysisSealed[n], string(out[i].ID), sealed[i][n]); err != nil {
				return nil, err
			}
		}
		if out[i].Causes, err = tx.kinds("analysis_cause", "analysis_id", string(out[i].ID)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Analysed reports whether a case has an analysis.
func (tx *Tx) Analysed(casefile vpt.CasefileID) (bool, error) {
	var n int
	err := tx.one(`SELECT COUNT(id) FROM analysis WHERE organisation_id = $1 AND casefile_id = $2`, []any{string(tx.org), string(casefile)}, &n)
	if err != nil {
		return false, fmt.Errorf("store: analysed: %w", err)
	}
	return n > 0, nil
}

// CountCauses counts what the analyses of a period found: how many there are,
// in how many a colleague was there and helped, and each cause, the most found
// first.
func (tx *Tx) CountCauses(p vpt.Period, scope policy.Scope, into *vpt.Improvements) error {
	q := &workSQL{args: []any{string(tx.org), string(p.From), string(p.To)}}
	within := ""
	switch {
	case scope.All():
	case len(scope.Units()) == 0:
		return nil
	default:
		within = ` AND f.unit_id IN (` + list(q, scope.Units()) + `)`
	}
	err := tx.one(`SELECT COUNT(a.id), COALESCE(SUM(CASE WHEN a.colleague = 'ja' THEN 1 ELSE 0 END), 0),
		COALESCE(SUM(CASE WHEN a.colleague = 'ja' AND a.colleague_helped = 'ja' THEN 1 ELSE 0 END), 0)
		FROM analysis a JOIN casefile f ON f.organisation_id = a.organisation_id AND f.id = a.casefile_id
		WHERE a.organisation_id = $1 AND a.made_on >= $2 AND a.made_on <= $3`+within, q.args, &into.Analyses, &into.Colleague, &into.Helped)
	if err != nil {
		return fmt.Errorf("store: count analyses: %w", err)
	}
	err = tx.each(`SELECT c.code, MAX(c.version), COUNT(c.analysis_id) FROM analysis a
		JOIN casefile f ON f.organisation_id = a.organisation_id AND f.id = a.casefile_id
		JOIN analysis_cause c ON c.organisation_id = a.organisation_id AND c.analysis_id = a.id
		WHERE a.organisation_id = $1 AND a.made_on >= $2 AND a.made_on <= $3`+within+`
		GROUP BY c.code ORDER BY COUNT(c.analysis_id) DESC, c.code`, q.args, func(scan func(...any) error) error {
		var c vpt.CauseCount
		err := scan(&c.Cause.Code, &c.Cause.Version, &c.Count)
		into.Causes = append(into.Causes, c)
		return err
	})
	if err != nil {
		return fmt.Errorf("store: count causes: %w", err)
	}
	return nil
}
