package store

import (
	"database/sql"
	"fmt"
	"strings"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/vpt"
)

// contacts are the events by which a reporter heard of her report for the first
// time, when she may see them; a talk is one also when only she may.
const contacts = `'gesprek-gepland', 'gesprek-gehouden', 'notitie', 'terugkoppeling', 'maatregel', 'geen-reactie', 'politie'`

// CaseTimes reads the moments of the cases that were reported in a period, as far
// as a scope reaches: not of old registers, nor of what was withdrawn or
// reported twice. Of a case in which nobody wanted a talk that clock is left out.
func (tx *Tx) CaseTimes(p vpt.Period, scope policy.Scope) ([]vpt.CaseTimes, error) {
	args := []any{string(tx.org), string(p.From), string(p.To)}
	reach := ""
	if !scope.All() {
		if len(scope.Units()) == 0 {
			return nil, nil
		}
		var units []string
		for _, u := range scope.Units() {
			units = append(units, bind(&args, string(u)))
		}
		reach = ` AND c.unit_id IN (` + strings.Join(units, ", ") + `)`
	}
	var out []vpt.CaseTimes
	err := tx.each(`SELECT COALESCE(c.unit_id, ''), c.received_at, c.reaction_due_at, c.reaction_met_at, c.care_due_at, c.care_met_at, c.feedback_due_at,
		c.feedback_met_at, (SELECT MIN(e.at) FROM event e WHERE e.organisation_id = c.organisation_id AND e.casefile_id = c.id
		AND e.visible = 'ook-melder' AND e.kind IN (`+contacts+`)),
		CASE WHEN c.care_state <> 'niet-van-toepassing' AND EXISTS (SELECT t.id FROM care_talk t WHERE t.organisation_id = c.organisation_id
		AND t.casefile_id = c.id AND t.sequence = 1 AND t.state IN ('te-plannen', 'gepland', 'gehouden')) THEN 1 ELSE 0 END
		FROM casefile c WHERE c.organisation_id = $1 AND c.received_on >= $2 AND c.received_on <= $3 AND c.received_at IS NOT NULL
		AND c.state IN ('open', 'gesloten') AND c.verdict IN ('nog-niet-beoordeeld', 'agressie')`+reach, args,
		func(scan func(...any) error) error {
			var t vpt.CaseTimes
			var at [8]sql.NullInt64
			var cared int
			err := scan(&t.Unit, &at[0], &at[1], &at[2], &at[3], &at[4], &at[5], &at[6], &at[7], &cared)
			t.Received, t.Contact = instant(at[0]), instant(at[7])
			t.Clocks = []vpt.Clock{
				{Kind: vpt.ClockReaction, Due: instant(at[1]), Met: instant(at[2])}, {Kind: vpt.ClockFeedback, Due: instant(at[5]), Met: instant(at[6])},
			}
			if cared == 1 {
				t.Clocks = append(t.Clocks, vpt.Clock{Kind: vpt.ClockCare, Due: instant(at[3]), Met: instant(at[4])})
			}
			out = append(out, t)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: times of cases: %w", err)
	}
	return out, nil
}
