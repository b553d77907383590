package store

import (
	"database/sql"
	"fmt"
	"strings"

	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

// measureText is one sealed column of a measure.
type measureText struct {
	column string
	of     func(*vpt.Measure) *vpt.Private
}

// measureTexts gives the sealed columns in the order of the statements.
func measureTexts() []measureText {
	return []measureText{
		{"reason_sealed", func(m *vpt.Measure) *vpt.Private { return &m.Reason }},
		{"skipped_why_sealed", func(m *vpt.Measure) *vpt.Private { return &m.SkippedWhy }},
		{"deviation_why_sealed", func(m *vpt.Measure) *vpt.Private { return &m.DeviationWhy }},
		{"duration_why_sealed", func(m *vpt.Measure) *vpt.Private { return &m.DurationWhy }},
		{"lighter_sealed", func(m *vpt.Measure) *vpt.Private { return &m.Lighter }},
		{"urgent_why_sealed", func(m *vpt.Measure) *vpt.Private { return &m.UrgentWhy }},
		{"reachable_sealed", func(m *vpt.Measure) *vpt.Private { return &m.Reachable }},
		{"exceptions_sealed", func(m *vpt.Measure) *vpt.Private { return &m.Exceptions }},
		{"how_to_act_sealed", func(m *vpt.Measure) *vpt.Private { return &m.HowToAct }},
		{"contact_name_sealed", func(m *vpt.Measure) *vpt.Private { return &m.ContactName }},
		{"second_why_sealed", func(m *vpt.Measure) *vpt.Private { return &m.SecondWhy }},
		{"lifted_why_sealed", func(m *vpt.Measure) *vpt.Private { return &m.LiftedWhy }},
	}
}

// InsertMeasure adds a measure to a case.
func (tx *Tx) InsertMeasure(m vpt.Measure) error {
	_, err := tx.exec(`INSERT INTO measure (organisation_id, id, casefile_id, origin_id, kind_version, kind, state, extends_id, prepared_by, prepared_at)
		VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9)`,
		string(tx.org), string(m.ID), string(m.Casefile), m.Kind.Version, m.Kind.Code, string(m.State), nullable(m.Extends), nullable(m.PreparedBy), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert measure: %w", err)
	}
	m.Version = 1
	return tx.UpdateMeasure(m)
}

// UpdateMeasure writes a measure if nobody changed it in between.
func (tx *Tx) UpdateMeasure(m vpt.Measure) error {
	key, err := tx.caseKey(m.Casefile)
	if err != nil {
		return err
	}
	id := string(m.ID)
	args := []any{
		string(tx.org), id, m.Version, string(m.State), nullable(m.Instigator), nullable(m.DecidedBy), micros(m.DecidedAt), string(m.DecidedOn),
		string(m.StartsOn), string(m.EndsOn), string(m.ReviewOn), m.Class, m.Times, m.Protocol, nullable(m.HouseRules), nullable(m.Hearing), nullable(m.Contact),
		string(m.Remedy), string(m.Sensitive), flag(m.Separate), flag(m.Everywhere), joined(m.Sites), strings.Join(m.Channels, " "),
		nullable(m.SecondBy), micros(m.SecondAt), string(m.LiftedOn), nullable(m.LiftedBy), nullable(m.PreparedBy),
	}
	set := `state = $4, instigator_id = $5, decided_by = $6, decided_at = $7, decided_on = $8, starts_on = $9, ends_on = $10, review_on = $11, class = $12, times = $13,
		protocol_version = $14, house_rules_id = $15, hearing_id = $16, contact_id = $17, remedy = $18, sensitive = $19, separate = $20, everywhere = $21, sites = $22,
		channels = $23, second_by = $24, second_at = $25, lifted_on = $26, lifted_by = $27, prepared_by = $28`
	for _, text := range measureTexts() {
		args = append(args, key.SealText(tx.place("measure", text.column, id), *text.of(&m)))
		set += fmt.Sprintf(", %s = $%d", text.column, len(args))
	}
	n, err := tx.exec(`UPDATE measure SET version = version + 1, `+set+` WHERE organisation_id = $1 AND id = $2 AND version = $3`, args...)
	if err != nil {
		return fmt.Errorf("store: update measure: %w", err)
	}
	if n == 0 {
		return vpt.Fail(vpt.KindConflict, "intussen-gewijzigd")
	}
	return tx.saveFacts(m, key)
}

// saveFacts writes the facts under a measure anew.
func (tx *Tx) saveFacts(m vpt.Measure, key seal.Key) error {
	if _, err := tx.exec(`DELETE FROM measure_fact WHERE organisation_id = $1 AND measure_id = $2`, string(tx.org), string(m.ID)); err != nil {
		return fmt.Errorf("store: save facts: %w", err)
	}
	for i, fact := range m.Facts {
		_, err := tx.exec(`INSERT INTO measure_fact (organisation_id, measure_id, sequence, happened_on, text_sealed) VALUES ($1, $2, $3, $4, $5)`,
			string(tx.org), string(m.ID), i, string(fact.On), key.SealText(tx.place("measure_fact", "text_sealed", factRow(m.ID, i)), fact.Text))
		if err != nil {
			return fmt.Errorf("store: save facts: %w", err)
		}
	}
	return nil
}

func factRow(id vpt.MeasureID, i int) string { return fmt.Sprintf("%s/%d", id, i) }

// Measures reads the measures of a case, oldest first, drafts among them.
func (tx *Tx) Measures(casefile vpt.CasefileID) ([]vpt.Measure, error) {
	return tx.measures(` AND casefile_id = $2`, string(casefile))
}

// MeasureByID reads one measure.
func (tx *Tx) MeasureByID(id vpt.MeasureID) (vpt.Measure, error) {
	found, err := tx.measures(` AND id = $2`, string(id))
	if err == nil && len(found) == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return vpt.Measure{}, err
	}
	return found[0], nil
}

// MeasuresInForce reads the measures that hold on a day.
func (tx *Tx) MeasuresInForce(day vpt.Date) ([]vpt.Measure, error) {
	return tx.measures(` AND state = $2 AND starts_on <> '' AND starts_on <= $3 AND ends_on >= $3`, string(vpt.MeasureDecided), string(day))
}

// MeasuresWaiting reads the measures that wait for a second pair of eyes.
func (tx *Tx) MeasuresWaiting() ([]vpt.Measure, error) {
	return tx.measures(` AND state = $2`, string(vpt.MeasureWaiting))
}

func (tx *Tx) measures(where string, arg ...any) ([]vpt.Measure, error) {
	var out []vpt.Measure
	var sealed [][][]byte
	columns := ""
	for _, text := range measureTexts() {
		columns += ", " + text.column
	}
	err := tx.each(`SELECT id, casefile_id, kind_version, kind, state, COALESCE(instigator_id, ''), COALESCE(prepared_by, ''), COALESCE(decided_by, ''), decided_at, decided_on,
		starts_on, ends_on, review_on, class, times, protocol_version, COALESCE(house_rules_id, ''), COALESCE(hearing_id, ''), COALESCE(contact_id, ''), remedy, sensitive,
		separate, everywhere, sites, channels, COALESCE(second_by, ''), second_at, lifted_on, COALESCE(lifted_by, ''), COALESCE(extends_id, ''), version`+columns+`
		FROM measure WHERE organisation_id = $1`+where+` ORDER BY decided_on, id`,
		append([]any{string(tx.org)}, arg...), func(scan func(...any) error) error {
			m, texts, err := scanMeasure(scan)
			out, sealed = append(out, m), append(sealed, texts)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: measures: %w", err)
	}
	for i := range out {
		for j, text := range measureTexts() {
			if *text.of(&out[i]), err = tx.open("measure", text.column, string(out[i].ID), sealed[i][j]); err != nil {
				return nil, err
			}
		}
		if out[i].Facts, err = tx.facts(out[i].ID); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func scanMeasure(scan func(...any) error) (vpt.Measure, [][]byte, error) {
	var m vpt.Measure
	var decided, second sql.NullInt64
	var sites, channels string
	texts := make([][]byte, len(measureTexts()))
	into := []any{
		&m.ID, &m.Casefile, &m.Kind.Version, &m.Kind.Code, &m.State, &m.Instigator, &m.PreparedBy, &m.DecidedBy, &decided, &m.DecidedOn,
		&m.StartsOn, &m.EndsOn, &m.ReviewOn, &m.Class, &m.Times, &m.Protocol, &m.HouseRules, &m.Hearing, &m.Contact, &m.Remedy, &m.Sensitive,
		&m.Separate, &m.Everywhere, &sites, &channels, &m.SecondBy, &second, &m.LiftedOn, &m.LiftedBy, &m.Extends, &m.Version,
	}
	for i := range texts {
		into = append(into, &texts[i])
	}
	err := scan(into...)
	m.DecidedAt, m.SecondAt = instant(decided), instant(second)
	for _, site := range strings.Fields(sites) {
		m.Sites = append(m.Sites, vpt.SiteID(site))
	}
	m.Channels = strings.Fields(channels)
	return m, texts, err
}

func (tx *Tx) facts(id vpt.MeasureID) ([]vpt.MeasureFact, error) {
	var out []vpt.MeasureFact
	var sealed [][]byte
	err := tx.each(`SELECT happened_on, text_sealed FROM measure_fact WHERE organisation_id = $1 AND measure_id = $2 ORDER BY sequence`,
		[]any{string(tx.org), string(id)}, func(scan func(...any) error) error {
			var fact vpt.MeasureFact
			var text []byte
			err := scan(&fact.On, &text)
			out, sealed = append(out, fact), append(sealed, text)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: facts: %w", err)
	}
	for i := range out {
		if out[i].Text, err = tx.open("measure_fact", "text_sealed", factRow(id, i), sealed[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// joined writes ids in one column, spaces between.
func joined[T ~string](ids []T) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, " ")
}
