package store

import (
	"fmt"
	"strconv"
	"time"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/vpt"
)

// Counts are the plain numbers of a cohort of reports.
type Counts struct {
	Reports, Withdrawn, Duplicate, Merged, NoAggression, Imported int
	NoReaction                                                    int
	ReactionTimed, ReactionInTime, FeedbackTimed, FeedbackSent    int
}

// KindCounts say how many reports count in each line of the kinds, how many in
// more than one, and which versions of the list were used.
type KindCounts struct {
	ByLine   map[vpt.RollUp]int
	Several  int
	Versions []int
}

// Cohort is the reports with a reporting date in a period, as far as a scope
// reaches. Every figure is counted by the database, never row by row here.
type Cohort struct {
	tx    *Tx
	where string // about a report called r; $1 is the organisation, $2 and $3 the period
	args  []any
	none  bool

	beyond []vpt.UnitID // closed circles: their reports count, but are not listed
}

// Cohort makes the cohort of a period.
func (tx *Tx) Cohort(p vpt.Period, scope policy.Scope) Cohort {
	c := Cohort{
		tx: tx, where: `r.organisation_id = $1 AND r.reported_on >= $2 AND r.reported_on <= $3`,
		args: []any{string(tx.org), string(p.From), string(p.To)}, beyond: scope.Beyond(),
	}
	if scope.All() {
		return c
	}
	c.none = len(scope.Units()) == 0
	c.where += ` AND r.unit_id IN (` + marks(4, len(scope.Units())) + `)`
	for _, unit := range scope.Units() {
		c.args = append(c.args, string(unit))
	}
	return c
}

// bind adds a value to a query and gives its mark.
func bind(args *[]any, value any) string {
	*args = append(*args, value)
	return "$" + strconv.Itoa(len(*args))
}

// bindAll adds values and gives their marks, for IN.
func bindAll(args *[]any, values []string) string {
	first := len(*args) + 1
	for _, v := range values {
		*args = append(*args, v)
	}
	return marks(first, len(values))
}

func (c Cohort) copied() []any { return append([]any{}, c.args...) }

// Counts counts the cohort. reactions are the measures that count as a
// reaction. A clock that still runs at now is not counted as missed, and one
// that stopped because there was nothing to react to is not counted as met.
func (c Cohort) Counts(reactions []string, now time.Time) (Counts, error) {
	var n Counts
	if c.none {
		return n, nil
	}
	args := c.copied()
	moment := bind(&args, now.UnixMicro())
	sum := func(condition string) string {
		return `COALESCE(SUM(CASE WHEN ` + condition + ` THEN 1 ELSE 0 END), 0)`
	}
	timed := func(clock string) string {
		return `k.verdict IN ('nog-niet-beoordeeld', 'agressie') AND k.` + clock + `_due_at IS NOT NULL AND (k.` + clock + `_met_at IS NOT NULL OR k.` + clock + `_due_at < ` + moment + `)`
	}
	query := `SELECT COUNT(r.id), ` + sum(`k.verdict = 'ingetrokken'`) + `, ` + sum(`k.verdict = 'dubbel'`) + `, ` +
		sum(`r.origin_id <> r.casefile_id`) + `, ` + sum(`k.verdict = 'geen-agressie'`) + `, ` + sum(`r.route = 'import'`) + `, ` +
		sum(timed("reaction")) + `, ` + sum(timed("reaction")+` AND k.reaction_met_at <= k.reaction_due_at`) + `, ` +
		sum(timed("feedback")) + `, ` + sum(timed("feedback")+` AND k.feedback_met_at IS NOT NULL`) + `, ` +
		sum(`NOT EXISTS (SELECT m.id FROM measure m WHERE m.organisation_id = r.organisation_id AND m.casefile_id = r.casefile_id
			AND m.state IN ('besloten', 'opgeheven') AND m.kind IN (`+bindAll(&args, reactions)+`))`) + `
		FROM report r JOIN casefile k ON k.organisation_id = r.organisation_id AND k.id = r.casefile_id WHERE ` + c.where
	err := c.tx.one(query, args, &n.Reports, &n.Withdrawn, &n.Duplicate, &n.Merged, &n.NoAggression, &n.Imported,
		&n.ReactionTimed, &n.ReactionInTime, &n.FeedbackTimed, &n.FeedbackSent, &n.NoReaction)
	if err != nil {
		return n, fmt.Errorf("store: count reports: %w", err)
	}
	return n, nil
}

// countedKinds are the kinds that each report of the cohort counts by: as
// assessed, else as reported.
func (c Cohort) countedKinds() string {
	return `SELECT r.id AS report_id, ik.version, ik.code FROM report r
		JOIN incident i ON i.organisation_id = r.organisation_id AND i.casefile_id = r.casefile_id
		JOIN incident_kind ik ON ik.organisation_id = i.organisation_id AND ik.incident_id = i.id WHERE ` + c.where + `
		UNION ALL SELECT r.id, rk.version, rk.code FROM report r
		JOIN incident i ON i.organisation_id = r.organisation_id AND i.casefile_id = r.casefile_id
		JOIN report_kind rk ON rk.organisation_id = r.organisation_id AND rk.report_id = r.id WHERE ` + c.where + `
		AND NOT EXISTS (SELECT a.code FROM incident_kind a WHERE a.organisation_id = i.organisation_id AND a.incident_id = i.id)`
}

// Kinds counts each report once in every line that one of its kinds rolls up
// to, by the version of the list that stands on the record.
func (c Cohort) Kinds() (KindCounts, error) {
	out := KindCounts{ByLine: map[vpt.RollUp]int{}}
	if c.none {
		return out, nil
	}
	in := func(line vpt.RollUp) string {
		return `MAX(CASE WHEN c.roll_up = '` + string(line) + `' THEN 1 ELSE 0 END)`
	}
	query := `SELECT COALESCE(SUM(x.v), 0), COALESCE(SUM(x.b), 0), COALESCE(SUM(x.f), 0), COALESCE(SUM(x.o), 0),
		COALESCE(SUM(CASE WHEN x.v + x.b + x.f + x.o > 1 THEN 1 ELSE 0 END), 0), COALESCE(MIN(x.low), 0), COALESCE(MAX(x.high), 0)
		FROM (SELECT t.report_id, ` + in(vpt.RollUpVerbal) + ` AS v, ` + in(vpt.RollUpThreat) + ` AS b, ` + in(vpt.RollUpPhysical) + ` AS f, ` +
		in(vpt.RollUpOther) + ` AS o, MIN(t.version) AS low, MAX(t.version) AS high
		FROM (` + c.countedKinds() + `) t
		JOIN code c ON c.organisation_id = $1 AND c.list = 'soorten' AND c.version = t.version AND c.code = t.code GROUP BY t.report_id) x`
	var v, b, f, o, low, high int
	if err := c.tx.one(query, c.args, &v, &b, &f, &o, &out.Several, &low, &high); err != nil {
		return out, fmt.Errorf("store: count kinds: %w", err)
	}
	out.ByLine = map[vpt.RollUp]int{vpt.RollUpVerbal: v, vpt.RollUpThreat: b, vpt.RollUpPhysical: f, vpt.RollUpOther: o}
	if low == high {
		return out, nil
	}
	err := c.tx.each(`SELECT DISTINCT t.version FROM (`+c.countedKinds()+`) t ORDER BY t.version`, c.args, func(scan func(...any) error) error {
		var version int
		err := scan(&version)
		out.Versions = append(out.Versions, version)
		return err
	})
	if err != nil {
		return out, fmt.Errorf("store: versions of kinds: %w", err)
	}
	return out, nil
}

// cases are the cases whose earliest report is in the cohort.
func (c Cohort) cases() string {
	return `SELECT DISTINCT r.casefile_id FROM report r WHERE ` + c.where + c.earliest()
}

// earliest keeps reports of cases that have no report from before the period.
func (c Cohort) earliest() string {
	return ` AND NOT EXISTS (SELECT e.id FROM report e WHERE e.organisation_id = r.organisation_id AND e.casefile_id = r.casefile_id
		AND e.reported_on < $2)`
}

// Measures counts the measures of the cohort's cases, each once, by code.
func (c Cohort) Measures() (map[string]int, error) {
	out := map[string]int{}
	if c.none {
		return out, nil
	}
	args := c.copied()
	err := c.tx.each(`SELECT m.kind, COUNT(m.id) FROM (`+c.cases()+`) x JOIN measure m ON m.organisation_id = $1 AND m.casefile_id = x.casefile_id
		WHERE m.state IN ('besloten', 'opgeheven') AND m.kind <> `+bind(&args, vpt.NoReaction)+` GROUP BY m.kind ORDER BY m.kind`, args, func(scan func(...any) error) error {
		var kind string
		var n int
		err := scan(&kind, &n)
		out[kind] = n
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: count measures: %w", err)
	}
	return out, nil
}

// Police counts the cohort's cases with a police record, each once per sort
// and once in the total.
func (c Cohort) Police() (vpt.PoliceFigures, error) {
	var p vpt.PoliceFigures
	if c.none {
		return p, nil
	}
	args := c.copied()
	has := func(kind vpt.PoliceKind) string {
		return `MAX(CASE WHEN p.kind = '` + string(kind) + `' THEN 1 ELSE 0 END)`
	}
	err := c.tx.one(`SELECT COALESCE(SUM(y.n), 0), COALESCE(SUM(y.c), 0), COALESCE(SUM(y.u), 0), COUNT(y.casefile_id) FROM (
		SELECT p.casefile_id, `+has(vpt.PoliceNotice)+` AS n, `+has(vpt.PoliceComplaint)+` AS c, `+has(vpt.PoliceUndistinguished)+` AS u
		FROM (`+c.cases()+`) x JOIN police_record p ON p.organisation_id = $1 AND p.casefile_id = x.casefile_id
		WHERE p.kind <> `+bind(&args, string(vpt.PoliceNone))+` GROUP BY p.casefile_id) y`,
		args, &p.Notices, &p.Complaints, &p.Undistinguished, &p.Total)
	if err != nil {
		return p, fmt.Errorf("store: count police records: %w", err)
	}
	return p, nil
}

// Months counts the reports per month, YYYY-MM; months without one are left out.
func (c Cohort) Months() (map[string]int, error) {
	out := map[string]int{}
	if c.none {
		return out, nil
	}
	err := c.tx.each(`SELECT substr(r.reported_on, 1, 7), COUNT(r.id) FROM report r WHERE `+c.where+` GROUP BY 1 ORDER BY 1`, c.args,
		func(scan func(...any) error) error {
			var month string
			var n int
			err := scan(&month, &n)
			out[month] = n
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: count months: %w", err)
	}
	return out, nil
}
