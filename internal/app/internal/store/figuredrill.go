package store

import (
	"fmt"
	"strings"

	"rugdekking/vpt"
)

// drillRow is a report behind a figure with the ids that its kinds hang on.
type drillRow struct {
	line             vpt.DrillLine
	report, incident string
}

// Drill reads the reports behind a figure, newest first, at most limit and one
// more when there is a next page. It gives a code that is not a figure no rows.
func (c Cohort) Drill(figure vpt.FigureRef, reactions []string, after string, limit int) ([]vpt.DrillLine, string, error) {
	args := c.copied()
	condition, ok := c.behind(figure, reactions, &args)
	if !ok || c.none {
		return nil, "", nil
	}
	if day, id, found := strings.Cut(after, "_"); found {
		d, i := bind(&args, day), bind(&args, id)
		condition += ` AND (r.reported_on < ` + d + ` OR r.reported_on = ` + d + ` AND r.id < ` + i + `)`
	}
	if len(c.beyond) > 0 {
		units := make([]string, len(c.beyond))
		for i, u := range c.beyond {
			units[i] = string(u)
		}
		condition += ` AND (k.unit_id IS NULL OR k.unit_id NOT IN (` + bindAll(&args, units) + `))`
	}
	var rows []drillRow
	err := c.tx.each(`SELECT r.id, i.id, r.number, COALESCE(r.legacy_number, r.number), k.number, r.reported_on, r.occurred_on, k.state, k.verdict
		FROM report r JOIN casefile k ON k.organisation_id = r.organisation_id AND k.id = r.casefile_id
		JOIN incident i ON i.organisation_id = r.organisation_id AND i.casefile_id = r.casefile_id
		WHERE `+c.where+condition+` ORDER BY r.reported_on DESC, r.id DESC LIMIT `+bind(&args, limit+1), args, func(scan func(...any) error) error {
		var d drillRow
		err := scan(&d.report, &d.incident, &d.line.Number, &d.line.Report, &d.line.Case, &d.line.ReportedOn, &d.line.OccurredOn,
			&d.line.State, &d.line.Verdict)
		rows = append(rows, d)
		return err
	})
	if err != nil {
		return nil, "", fmt.Errorf("store: reports behind a figure: %w", err)
	}
	next := ""
	if len(rows) > limit {
		rows = rows[:limit]
		last := rows[limit-1]
		next = string(last.line.ReportedOn) + "_" + last.report
	}
	lines, err := c.tx.drillKinds(rows)
	return lines, next, err
}

// behind says which reports of the cohort a figure counts.
func (c Cohort) behind(figure vpt.FigureRef, reactions []string, args *[]any) (string, bool) {
	name, code := figure.Split()
	record := func(table, more string) string {
		return c.earliest() + ` AND EXISTS (SELECT o.id FROM ` + table + ` o WHERE o.organisation_id = r.organisation_id
			AND o.casefile_id = r.casefile_id` + more + `)`
	}
	switch {
	case name == vpt.RefReports:
		return "", true
	case name == "soort":
		return c.ofKind(bind(args, code)), true
	case name == "maatregel":
		return record("measure", ` AND o.state IN ('besloten', 'opgeheven') AND o.kind = `+bind(args, code)), true
	case name == vpt.RefPolice && code == "":
		return record("police_record", ` AND o.kind <> `+bind(args, string(vpt.PoliceNone))), true
	case name == vpt.RefPolice && vpt.PoliceKind(code).Counts():
		return record("police_record", ` AND o.kind = `+bind(args, code)), true
	case name == vpt.RefNoReaction:
		return ` AND NOT EXISTS (SELECT o.id FROM measure o WHERE o.organisation_id = r.organisation_id AND o.casefile_id = r.casefile_id
			AND o.state IN ('besloten', 'opgeheven') AND o.kind IN (` + bindAll(args, reactions) + `))`, true
	case name == vpt.RefMerged:
		return ` AND r.origin_id <> r.casefile_id`, true
	case name == vpt.RefWithdrawn, name == vpt.RefDuplicate, name == vpt.RefNoAggression:
		return ` AND k.verdict = ` + bind(args, string(name)), true
	}
	return "", false
}

// ofKind keeps reports that count in a line of the kinds.
func (c Cohort) ofKind(line string) string {
	rolls := func(kind string) string {
		return ` JOIN code c ON c.organisation_id = ` + kind + `.organisation_id AND c.list = 'soorten' AND c.version = ` + kind + `.version
			AND c.code = ` + kind + `.code AND c.roll_up = ` + line
	}
	return ` AND (EXISTS (SELECT ik.code FROM incident_kind ik` + rolls("ik") + ` WHERE ik.organisation_id = r.organisation_id AND ik.incident_id = i.id)
		OR NOT EXISTS (SELECT a.code FROM incident_kind a WHERE a.organisation_id = r.organisation_id AND a.incident_id = i.id)
		AND EXISTS (SELECT rk.code FROM report_kind rk` + rolls("rk") + ` WHERE rk.organisation_id = r.organisation_id AND rk.report_id = r.id))`
}

// drillKinds adds the kinds by which the reports count.
func (tx *Tx) drillKinds(rows []drillRow) ([]vpt.DrillLine, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	var reports, incidents []string
	for _, d := range rows {
		reports, incidents = append(reports, d.report), append(incidents, d.incident)
	}
	assessed, err := tx.kindsOf("incident_kind", "incident_id", incidents)
	if err != nil {
		return nil, err
	}
	reported, err := tx.kindsOf("report_kind", "report_id", reports)
	if err != nil {
		return nil, err
	}
	lines := make([]vpt.DrillLine, len(rows))
	for i, d := range rows {
		lines[i] = d.line
		if lines[i].Kinds = assessed[d.incident]; len(lines[i].Kinds) == 0 {
			lines[i].Kinds = reported[d.report]
		}
	}
	return lines, nil
}

func (tx *Tx) kindsOf(table, column string, ids []string) (map[string][]vpt.CodeRef, error) {
	out := map[string][]vpt.CodeRef{}
	args := []any{string(tx.org)}
	err := tx.each(`SELECT `+column+`, version, code FROM `+table+` WHERE organisation_id = $1 AND `+column+` IN (`+bindAll(&args, ids)+`)
		ORDER BY `+column+`, code`, args, func(scan func(...any) error) error {
		var id string
		var k vpt.CodeRef
		err := scan(&id, &k.Version, &k.Code)
		out[id] = append(out[id], k)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: kinds: %w", err)
	}
	return out, nil
}
