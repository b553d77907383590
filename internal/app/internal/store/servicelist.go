package store

import (
	"database/sql"
	"encoding/base64"
	"fmt"
	"strings"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/vpt"
)

// What follows is read for services with a token. The queries name only
// columns that a service may see: what is not read cannot leak.

// unknownCursor is returned for a cursor that no page of ours gave.
func unknownCursor() error {
	var p vpt.Problems
	p.Add("na", "ongeldige-cursor")
	return p.Err()
}

// dayCursor names the last row of a page by its day and id. It holds nothing
// about anybody, for it stands in an address.
func dayCursor(day vpt.Date, id string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(string(day) + "|" + id))
}

func readDayCursor(cursor string) (day vpt.Date, id string, err error) {
	raw, err := base64.RawURLEncoding.DecodeString(cursor)
	on, id, ok := strings.Cut(string(raw), "|")
	if err != nil || !ok || !vpt.Date(on).Valid() || id == "" || len(id) > 36 {
		return "", "", unknownCursor()
	}
	return vpt.Date(on), id, nil
}

// page narrows a statement to a scope, a period and what comes after a cursor.
// on and id are the columns of the order, unit that of the scope.
func (q *workSQL) page(scope policy.Scope, f vpt.ServiceFilter, on, id, unit string) (string, error) {
	where := ""
	if !scope.All() {
		if len(scope.Units()) == 0 {
			return " AND 1 = 0", nil
		}
		where += " AND " + unit + " IN (" + list(q, scope.Units()) + ")"
	} else if len(scope.Beyond()) > 0 {
		where += " AND (" + unit + " IS NULL OR " + unit + " NOT IN (" + list(q, scope.Beyond()) + "))"
	}
	if f.From != "" {
		where += " AND " + on + " >= " + q.arg(string(f.From))
	}
	if f.Until != "" {
		where += " AND " + on + " <= " + q.arg(string(f.Until))
	}
	if f.After != "" {
		day, last, err := readDayCursor(f.After)
		if err != nil {
			return "", err
		}
		mark := q.arg(string(day))
		where += " AND (" + on + " > " + mark + " OR " + on + " = " + mark + " AND " + id + " > " + q.arg(last) + ")"
	}
	return where, nil
}

const serviceReportColumns = `r.id, r.number, COALESCE(r.legacy_number, ''), c.number, c.state, c.verdict, r.reported_at, r.reported_on,
	r.occurred_on, r.occurred_time, r.channel_version, r.channel, COALESCE(r.unit_id, ''), r.help`

// ServiceReportRow is a line of a list with the unit still to be named.
type ServiceReportRow struct {
	vpt.ServiceReportLine
	ID     vpt.ReportID
	UnitID vpt.UnitID
}

// ServiceReports reads a page of reports and the cursor of the next.
func (tx *Tx) ServiceReports(scope policy.Scope, f vpt.ServiceFilter) ([]ServiceReportRow, string, error) {
	q := &workSQL{args: []any{string(tx.org)}}
	where, err := q.page(scope, f, "r.reported_on", "r.id", "r.unit_id")
	if err != nil {
		return nil, "", fmt.Errorf("store: reports for a service: %w", err)
	}
	rows, err := tx.serviceReports(`WHERE r.organisation_id = $1`+where+` ORDER BY r.reported_on, r.id LIMIT `+q.arg(f.Limit+1), q.args)
	if err != nil {
		return nil, "", err
	}
	next := ""
	if len(rows) > f.Limit {
		rows = rows[:f.Limit]
		last := rows[len(rows)-1]
		next = dayCursor(last.ReportedOn, string(last.ID))
	}
	for i := range rows {
		if rows[i].Kinds, err = tx.kinds("report_kind", "report_id", string(rows[i].ID)); err != nil {
			return nil, "", err
		}
	}
	return rows, next, nil
}

func (tx *Tx) serviceReports(where string, args []any) ([]ServiceReportRow, error) {
	var rows []ServiceReportRow
	err := tx.each(`SELECT `+serviceReportColumns+` FROM report r JOIN casefile c ON c.organisation_id = r.organisation_id AND c.id = r.casefile_id `+where,
		args, func(scan func(...any) error) error {
			var l ServiceReportRow
			var at sql.NullInt64
			err := scan(&l.ID, &l.Number, &l.Legacy, &l.Case, &l.State, &l.Verdict, &at, &l.ReportedOn, &l.OccurredOn, &l.OccurredTime,
				&l.Channel.Version, &l.Channel.Code, &l.UnitID, &l.Help)
			l.ReportedAt = instant(at)
			rows = append(rows, l)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: reports for a service: %w", err)
	}
	return rows, nil
}

// RouteName gives the name of the service that sent a report, empty when a
// person made it.
func (tx *Tx) RouteName(id vpt.ReportID) (string, error) {
	var name string
	err := tx.one(`SELECT route_name FROM report WHERE organisation_id = $1 AND id = $2 AND route = $3`,
		[]any{string(tx.org), string(id), string(vpt.OriginAPI)}, &name)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("store: route of a report: %w", err)
	}
	return name, nil
}

// CaseStanding gives number, state and verdict of the case a report is in.
func (tx *Tx) CaseStanding(id vpt.CasefileID) (number string, state vpt.CaseState, verdict vpt.Verdict, err error) {
	err = tx.one(`SELECT number, state, verdict FROM casefile WHERE organisation_id = $1 AND id = $2`,
		[]any{string(tx.org), string(id)}, &number, &state, &verdict)
	if err != nil {
		err = fmt.Errorf("store: standing of a case: %w", err)
	}
	return number, state, verdict, err
}
