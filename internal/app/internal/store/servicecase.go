package store

import (
	"database/sql"
	"fmt"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/vpt"
)

const serviceCaseColumns = `c.id, c.number, c.state, COALESCE(c.unit_id, ''), c.verdict, c.received_at, c.received_on, c.closed_at,
	c.care_state, c.instigator_state, c.police_state, c.damage_state, c.learning_state, c.reaction_due_at, c.reaction_met_at,
	c.police_due_at, c.police_met_at, c.care_due_at, c.care_met_at, c.feedback_due_at, c.feedback_met_at,
	i.id, i.occurred_on, i.class, i.assessed_at`

// ServiceCases reads a page of cases and the cursor of the next.
func (tx *Tx) ServiceCases(scope policy.Scope, f vpt.ServiceFilter) ([]vpt.ServiceCase, string, error) {
	q := &workSQL{args: []any{string(tx.org)}}
	where, err := q.page(scope, f, "c.received_on", "c.id", "c.unit_id")
	if err != nil {
		return nil, "", fmt.Errorf("store: cases for a service: %w", err)
	}
	if f.State != "" {
		where += " AND c.state = " + q.arg(string(f.State))
	}
	cases, err := tx.serviceCases(`WHERE c.organisation_id = $1`+where+` ORDER BY c.received_on, c.id LIMIT `+q.arg(f.Limit+1), q.args)
	if err != nil {
		return nil, "", err
	}
	next := ""
	if len(cases) > f.Limit {
		cases = cases[:f.Limit]
		last := cases[len(cases)-1]
		next = dayCursor(last.ReceivedOn, string(last.ID))
	}
	return cases, next, nil
}

// ServiceCase reads where one case stands.
func (tx *Tx) ServiceCase(number string) (vpt.ServiceCase, error) {
	cases, err := tx.serviceCases(`WHERE c.organisation_id = $1 AND c.number = $2`, []any{string(tx.org), number})
	if err == nil && len(cases) == 0 {
		err = fmt.Errorf("store: case for a service: %w", vpt.ErrNotFound)
	}
	if err != nil {
		return vpt.ServiceCase{}, err
	}
	return cases[0], nil
}

func (tx *Tx) serviceCases(where string, args []any) ([]vpt.ServiceCase, error) {
	var cases []vpt.ServiceCase
	var incidents []string
	err := tx.each(`SELECT `+serviceCaseColumns+` FROM casefile c JOIN incident i ON i.organisation_id = c.organisation_id AND i.casefile_id = c.id `+where,
		args, func(scan func(...any) error) error {
			var c vpt.ServiceCase
			var incident string
			var clocks [8]sql.NullInt64
			var received, closed, assessed sql.NullInt64
			err := scan(&c.ID, &c.Number, &c.State, &c.UnitID, &c.Verdict, &received, &c.ReceivedOn, &closed,
				&c.Tracks[0].State, &c.Tracks[1].State, &c.Tracks[2].State, &c.Tracks[3].State, &c.Tracks[4].State,
				&clocks[0], &clocks[1], &clocks[2], &clocks[3], &clocks[4], &clocks[5], &clocks[6], &clocks[7],
				&incident, &c.OccurredOn, &c.Class, &assessed)
			for i, kind := range vpt.TrackKinds() {
				c.Tracks[i].Kind = kind
			}
			for i, kind := range vpt.ClockKinds() {
				c.Clocks = append(c.Clocks, vpt.Clock{Kind: kind, Due: instant(clocks[2*i]), Met: instant(clocks[2*i+1])})
			}
			c.ReceivedAt, c.ClosedAt, c.Assessed = instant(received), instant(closed), assessed.Valid
			cases, incidents = append(cases, c), append(incidents, incident)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: cases for a service: %w", err)
	}
	for i := range cases {
		if cases[i].Kinds, err = tx.kindsOfCase(cases[i], incidents[i]); err != nil {
			return nil, err
		}
	}
	return cases, nil
}

// kindsOfCase gives the kinds as assessed, else as reported.
func (tx *Tx) kindsOfCase(c vpt.ServiceCase, incident string) ([]vpt.CodeRef, error) {
	if c.Assessed {
		return tx.kinds("incident_kind", "incident_id", incident)
	}
	var out []vpt.CodeRef
	err := tx.each(`SELECT DISTINCT k.version, k.code FROM report r JOIN report_kind k ON k.organisation_id = r.organisation_id AND k.report_id = r.id
		WHERE r.organisation_id = $1 AND r.casefile_id = $2 ORDER BY k.code, k.version`, []any{string(tx.org), string(c.ID)},
		func(scan func(...any) error) error {
			var k vpt.CodeRef
			err := scan(&k.Version, &k.Code)
			out = append(out, k)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: kinds of a case: %w", err)
	}
	return out, nil
}
