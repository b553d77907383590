package store

import (
	"database/sql"
	"fmt"
	"strings"

	"rugdekking/vpt"
)

// NewReport is a report with what only its row needs.
type NewReport struct {
	vpt.Report
	RouteName string // name of the service that sent it
	ImportMAC []byte // of the row it was imported from
}

// InsertReport writes a report and its kinds. The case must be there.
func (tx *Tx) InsertReport(r NewReport) error {
	key, err := tx.caseKey(r.Origin)
	if err != nil {
		return err
	}
	id := string(r.ID)
	seal := func(column string, text vpt.Private) []byte {
		return key.SealText(tx.place("report", column, id), text)
	}
	_, err = tx.exec(`INSERT INTO report (organisation_id, id, number, legacy_number, casefile_id, origin_id, reporter_id, on_behalf, choice,
		help, route, route_name, reported_at, reported_on, occurred_on, occurred_time, channel_version, channel, unit_id, site_id,
		place_sealed, account_sealed, instigator_sealed, import_mac)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)`,
		string(tx.org), id, r.Number, nullable(r.Legacy), string(r.Casefile), string(r.Origin), nullable(r.Reporter), string(r.OnBehalf),
		string(r.Choice), string(r.Help), string(r.Route), r.RouteName, micros(r.ReportedAt), string(r.ReportedOn), string(r.OccurredOn),
		r.OccurredTime, r.Channel.Version, r.Channel.Code, nullable(r.Unit), nullable(r.Site),
		seal("place_sealed", r.Place), seal("account_sealed", r.Account), seal("instigator_sealed", r.Instigator), r.ImportMAC)
	if err != nil {
		return fmt.Errorf("store: insert report: %w", err)
	}
	return tx.insertKinds("report_kind", "report_id", id, r.Kinds)
}

func (tx *Tx) insertKinds(table, column, id string, kinds []vpt.CodeRef) error {
	values := newRows(4)
	for _, k := range kinds {
		values.add(string(tx.org), id, k.Version, k.Code)
	}
	if err := values.insert(tx, `INSERT INTO `+table+` (organisation_id, `+column+`, version, code) VALUES `); err != nil {
		return fmt.Errorf("store: insert kinds: %w", err)
	}
	return nil
}

const reportColumns = `r.id, r.number, COALESCE(r.legacy_number, ''), r.casefile_id, r.origin_id, COALESCE(r.reporter_id, ''), r.on_behalf,
	r.choice, r.help, r.route, r.reported_at, r.reported_on, r.occurred_on, r.occurred_time, r.channel_version, r.channel,
	COALESCE(r.unit_id, ''), COALESCE(r.site_id, ''), r.place_sealed, r.account_sealed, r.instigator_sealed`

func scanReport(scan func(...any) error) (vpt.Report, [3][]byte, error) {
	var r vpt.Report
	var sealed [3][]byte
	var at sql.NullInt64
	err := scan(&r.ID, &r.Number, &r.Legacy, &r.Casefile, &r.Origin, &r.Reporter, &r.OnBehalf, &r.Choice, &r.Help, &r.Route, &at,
		&r.ReportedOn, &r.OccurredOn, &r.OccurredTime, &r.Channel.Version, &r.Channel.Code, &r.Unit, &r.Site,
		&sealed[0], &sealed[1], &sealed[2])
	r.ReportedAt = instant(at)
	return r, sealed, err
}

func (tx *Tx) reports(where string, args ...any) ([]vpt.Report, error) {
	var out []vpt.Report
	var sealed [][3][]byte
	err := tx.each(`SELECT `+reportColumns+` FROM report r WHERE r.organisation_id = $1 AND `+where, append([]any{string(tx.org)}, args...),
		func(scan func(...any) error) error {
			r, s, err := scanReport(scan)
			out, sealed = append(out, r), append(sealed, s)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: reports: %w", err)
	}
	for i := range out {
		if err := tx.openReport(&out[i], sealed[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (tx *Tx) openReport(r *vpt.Report, sealed [3][]byte) (err error) {
	id := string(r.ID)
	if r.Place, err = tx.open("report", "place_sealed", id, sealed[0]); err != nil {
		return err
	}
	if r.Account, err = tx.open("report", "account_sealed", id, sealed[1]); err != nil {
		return err
	}
	if r.Instigator, err = tx.open("report", "instigator_sealed", id, sealed[2]); err != nil {
		return err
	}
	r.Kinds, err = tx.kinds("report_kind", "report_id", id)
	return err
}

func (tx *Tx) kinds(table, column, id string) ([]vpt.CodeRef, error) {
	var out []vpt.CodeRef
	err := tx.each(`SELECT version, code FROM `+table+` WHERE organisation_id = $1 AND `+column+` = $2 ORDER BY code`,
		[]any{string(tx.org), id}, func(scan func(...any) error) error {
			var k vpt.CodeRef
			err := scan(&k.Version, &k.Code)
			out = append(out, k)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: kinds: %w", err)
	}
	return out, nil
}

// ReportByNumber finds a report by its own number or, failing that, the number
// of the register it was imported from.
func (tx *Tx) ReportByNumber(number string) (vpt.Report, error) {
	found, err := tx.reports(`r.number = $2`, strings.ToUpper(number))
	if err == nil && len(found) == 0 {
		found, err = tx.reports(`r.legacy_number = $2`, number)
	}
	if err == nil && len(found) == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return vpt.Report{}, fmt.Errorf("store: report: %w", err)
	}
	return found[0], nil
}

// ReportsOfCase reads the reports of a case, oldest first.
func (tx *Tx) ReportsOfCase(id vpt.CasefileID) ([]vpt.Report, error) {
	return tx.reports(`r.casefile_id = $2 ORDER BY r.reported_on, r.id`, string(id))
}

// LastReportOf reads the latest report that a person made, to fill in where
// she works; ErrNotFound when there is none.
func (tx *Tx) LastReportOf(id vpt.PersonID) (vpt.Report, error) {
	var r vpt.Report
	err := tx.one(`SELECT COALESCE(site_id, ''), channel FROM report WHERE organisation_id = $1 AND reporter_id = $2 ORDER BY id DESC LIMIT 1`,
		[]any{string(tx.org), string(id)}, &r.Site, &r.Channel.Code)
	if err != nil {
		return r, fmt.Errorf("store: last report: %w", err)
	}
	return r, nil
}
