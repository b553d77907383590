package store

import (
	"fmt"
	"strconv"
	"strings"

	"rugdekking/vpt"
)

// Imported is one row of an old register on its way in: a report with the case
// it makes. Nothing in it is sealed, for a register row holds codes and dates
// only; the case gets a key when somebody first adds a text to it.
type Imported struct {
	NewReport
	CaseNumber string
	Incident   vpt.IncidentID
	Measures   []vpt.CodeRef
	Police     vpt.PoliceKind // empty: none
}

// ImportMACs gives the MAC of the row that each of these numbers of an old
// register was imported from. A number that is not there was never imported.
func (tx *Tx) ImportMACs(numbers []string) (map[string][]byte, error) {
	out := make(map[string][]byte, len(numbers))
	if len(numbers) == 0 {
		return out, nil
	}
	args := []any{string(tx.org)}
	for _, n := range numbers {
		args = append(args, n)
	}
	err := tx.each(`SELECT legacy_number, import_mac FROM report WHERE organisation_id = $1 AND legacy_number IN (`+marks(2, len(numbers))+`)`,
		args, func(scan func(...any) error) error {
			var number string
			var mac []byte
			err := scan(&number, &mac)
			out[number] = mac
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: imported numbers: %w", err)
	}
	return out, nil
}

// marks gives count bound values from first on: "$2, $3, $4".
func marks(first, count int) string {
	var b strings.Builder
	for i := range count {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString("$" + strconv.Itoa(first+i))
	}
	return b.String()
}

// NextNumbers takes count numbers of a series at once and gives the first.
func (tx *Tx) NextNumbers(series string, count int) (int64, error) {
	var last int64
	err := tx.one(`INSERT INTO number_series (organisation_id, series, last) VALUES ($1, $2, $3)
		ON CONFLICT (organisation_id, series) DO UPDATE SET last = number_series.last + excluded.last RETURNING last`,
		[]any{string(tx.org), series, count}, &last)
	if err != nil {
		return 0, fmt.Errorf("store: numbers: %w", err)
	}
	return last - int64(count) + 1, nil
}

// FormatNumber writes a number of a series as people read it.
func FormatNumber(series string, n int64) string { return fmt.Sprintf("%s-%05d", series, n) }

// InsertImported writes rows of an old register: few statements for many rows.
func (tx *Tx) InsertImported(rows []Imported, by string) error {
	for _, step := range []func([]Imported, string) error{tx.importCases, tx.importReports, tx.importRecords} {
		if err := step(rows, by); err != nil {
			return fmt.Errorf("store: import: %w", err)
		}
	}
	return nil
}

func (tx *Tx) importCases(rows []Imported, _ string) error {
	org, cases, incidents := string(tx.org), newRows(16), newRows(9)
	unknown := string(vpt.TrackNotRecorded)
	for _, r := range rows {
		cases.add(org, string(r.Casefile), r.CaseNumber, string(r.Incident), string(vpt.CaseImported), nullable(r.Unit), string(r.ReportedOn),
			string(r.Help), string(r.Choice), string(vpt.VerdictNone), unknown, unknown, unknown, unknown, unknown, 0)
		incidents.add(org, string(r.Incident), string(r.Casefile), string(r.OccurredOn), r.OccurredTime, r.Channel.Version, r.Channel.Code,
			nullable(r.Unit), nullable(r.Site))
	}
	err := cases.insert(tx, `INSERT INTO casefile (organisation_id, id, number, incident_id, state, unit_id, received_on, help, choice, verdict,
		care_state, instigator_state, police_state, damage_state, learning_state, working) VALUES `)
	if err != nil {
		return err
	}
	return incidents.insert(tx, `INSERT INTO incident (organisation_id, id, casefile_id, occurred_on, occurred_time, channel_version, channel,
		unit_id, site_id) VALUES `)
}

func (tx *Tx) importReports(rows []Imported, _ string) error {
	org, reports, kinds := string(tx.org), newRows(17), newRows(4)
	for _, r := range rows {
		reports.add(org, string(r.ID), r.Number, r.Legacy, string(r.Casefile), string(r.Casefile), string(r.OnBehalf), string(r.Choice),
			string(r.Help), string(r.Route), string(r.ReportedOn), string(r.OccurredOn), r.Channel.Version, r.Channel.Code,
			nullable(r.Unit), nullable(r.Site), r.ImportMAC)
		for _, k := range r.Kinds {
			kinds.add(org, string(r.ID), k.Version, k.Code)
		}
	}
	err := reports.insert(tx, `INSERT INTO report (organisation_id, id, number, legacy_number, casefile_id, origin_id, on_behalf, choice,
		help, route, reported_on, occurred_on, channel_version, channel, unit_id, site_id, import_mac) VALUES `)
	if err != nil {
		return err
	}
	return kinds.insert(tx, `INSERT INTO report_kind (organisation_id, report_id, version, code) VALUES `)
}

func (tx *Tx) importRecords(rows []Imported, by string) error {
	org, measures, police, events := string(tx.org), newRows(6), newRows(6), newRows(9)
	now := tx.now.UnixMicro()
	for _, r := range rows {
		casefile := string(r.Casefile)
		for _, m := range r.Measures {
			measures.add(org, NewID(), casefile, casefile, m.Version, m.Code)
		}
		if r.Police != "" {
			police.add(org, NewID(), casefile, casefile, string(r.Police), now)
		}
		events.add(org, NewID(), casefile, casefile, string(vpt.EventImported), string(vpt.VisibleHandlers), by, now, string(r.ID))
	}
	if err := measures.insert(tx, `INSERT INTO measure (organisation_id, id, casefile_id, origin_id, kind_version, kind) VALUES `); err != nil {
		return err
	}
	if err := police.insert(tx, `INSERT INTO police_record (organisation_id, id, casefile_id, origin_id, kind, recorded_at) VALUES `); err != nil {
		return err
	}
	return events.insert(tx, `INSERT INTO event (organisation_id, id, casefile_id, origin_id, kind, visible, by_actor, at, ref) VALUES `)
}
