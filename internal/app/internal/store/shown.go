package store

import (
	"database/sql"
	"fmt"
	"time"

	"rugdekking/vpt"
)

// What follows is read for reporters. The queries name only columns that a
// reporter may see (decision page "what a reporter sees"): what is not read
// cannot leak.

// ShownCase is what a reporter may know of a case.
type ShownCase struct {
	ID         vpt.CasefileID
	Number     string
	State      vpt.CaseState
	Unit       vpt.UnitID
	Owner      vpt.PersonID
	Verdict    vpt.Verdict
	Clocks     []vpt.Clock
	Kinds      []vpt.CodeRef
	Assessed   bool
	Closing    vpt.Private
	ClosedAt   time.Time
	PoliceTold bool
}

// ShownCase reads what a reporter may know of a case.
func (tx *Tx) ShownCase(id vpt.CasefileID) (ShownCase, error) {
	c := ShownCase{ID: id}
	var clocks [8]sql.NullInt64
	var closed, assessed sql.NullInt64
	var closing []byte
	var incident string
	var told int
	err := tx.one(`SELECT c.number, c.state, COALESCE(c.unit_id, ''), COALESCE(c.owner_id, ''), c.verdict, c.reaction_due_at, c.reaction_met_at, c.police_due_at,
		c.police_met_at, c.care_due_at, c.care_met_at, c.feedback_due_at, c.feedback_met_at, c.closing_sealed, c.closed_at, i.id, i.assessed_at,
		(SELECT COUNT(p.id) FROM police_record p WHERE p.organisation_id = c.organisation_id AND p.casefile_id = c.id AND p.kind <> $3)
		FROM casefile c JOIN incident i ON i.organisation_id = c.organisation_id AND i.casefile_id = c.id
		WHERE c.organisation_id = $1 AND c.id = $2`, []any{string(tx.org), string(id), string(vpt.PoliceNone)},
		&c.Number, &c.State, &c.Unit, &c.Owner, &c.Verdict, &clocks[0], &clocks[1], &clocks[2], &clocks[3], &clocks[4], &clocks[5],
		&clocks[6], &clocks[7], &closing, &closed, &incident, &assessed, &told)
	if err != nil {
		return c, fmt.Errorf("store: case of a report: %w", err)
	}
	for i, kind := range vpt.ClockKinds() {
		c.Clocks = append(c.Clocks, vpt.Clock{Kind: kind, Due: instant(clocks[2*i]), Met: instant(clocks[2*i+1])})
	}
	c.Assessed, c.ClosedAt, c.PoliceTold = assessed.Valid, instant(closed), told > 0
	if c.Closing, err = tx.open("casefile", "closing_sealed", string(id), closing); err != nil {
		return c, err
	}
	c.Kinds, err = tx.kinds("incident_kind", "incident_id", incident)
	return c, err
}

// ShownMeasures reads which measures were decided and until when; no reasons,
// and nothing of what is being prepared.
func (tx *Tx) ShownMeasures(id vpt.CasefileID) ([]vpt.Measure, error) {
	var out []vpt.Measure
	err := tx.each(`SELECT id, casefile_id, kind_version, kind, decided_on, starts_on, ends_on, state, lifted_on FROM measure
		WHERE organisation_id = $1 AND casefile_id = $2 AND state IN ('besloten', 'opgeheven') ORDER BY decided_on, id`, []any{string(tx.org), string(id)}, func(scan func(...any) error) error {
		var m vpt.Measure
		err := scan(&m.ID, &m.Casefile, &m.Kind.Version, &m.Kind.Code, &m.DecidedOn, &m.StartsOn, &m.EndsOn, &m.State, &m.LiftedOn)
		out = append(out, m)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: measures of a report: %w", err)
	}
	return out, nil
}

// ShownFeedback reads what reporters of a case were told.
func (tx *Tx) ShownFeedback(id vpt.CasefileID) ([]vpt.Feedback, error) {
	var out []vpt.Feedback
	var sealed [][]byte
	err := tx.each(`SELECT id, text_sealed, waived, by_id, at FROM feedback WHERE organisation_id = $1 AND casefile_id = $2 ORDER BY at, id`,
		[]any{string(tx.org), string(id)}, func(scan func(...any) error) error {
			var f vpt.Feedback
			var text []byte
			var waived int
			var at int64
			err := scan(&f.ID, &text, &waived, &f.By, &at)
			f.Waived, f.At = waived == 1, time.UnixMicro(at).UTC()
			out, sealed = append(out, f), append(sealed, text)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: feedback of a report: %w", err)
	}
	for i := range out {
		if out[i].Text, err = tx.open("feedback", "text_sealed", out[i].ID, sealed[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// TalksOfPerson reads the care talks that are for a person or that she holds.
// Those that stayed behind with a merged case are for nobody.
// The second result gives, in step, the report that she may read about it, if
// there is one: who only holds a talk or was a witness may not.
func (tx *Tx) TalksOfPerson(person vpt.PersonID) ([]vpt.CareTalk, []string, error) {
	var out []vpt.CareTalk
	var reports []string
	var names [][2][]byte
	err := tx.each(`SELECT t.id, t.involved_id, COALESCE(i.person_id, ''), i.name_sealed, t.sequence, t.not_before, t.due_at, t.planned_at,
		COALESCE(t.with_id, ''), t.with_name_sealed, t.state, t.held_on, t.kind, t.step, COALESCE(t.site_id, ''), t.referred,
		COALESCE((SELECT r.number FROM report r WHERE r.organisation_id = t.organisation_id AND r.id = i.report_id
		AND (i.person_id = $2 AND i.role = 'getroffene' OR r.reporter_id = $2)), '')
		FROM care_talk t JOIN involved i ON i.organisation_id = t.organisation_id AND i.id = t.involved_id
		JOIN casefile c ON c.organisation_id = t.organisation_id AND c.id = t.casefile_id
		WHERE t.organisation_id = $1 AND (i.person_id = $2 OR t.with_id = $2) AND c.merged_into IS NULL
		ORDER BY CASE WHEN t.planned_at IS NULL THEN t.due_at ELSE t.planned_at END, t.id`,
		[]any{string(tx.org), string(person)}, func(scan func(...any) error) error {
			var t vpt.CareTalk
			var due, planned sql.NullInt64
			var name [2][]byte
			var report string
			err := scan(&t.ID, &t.Involved, &t.For, &name[0], &t.Sequence, &t.NotBefore, &due, &planned, &t.With, &name[1], &t.State, &t.HeldOn, &t.Kind, &t.Step, &t.Site, &t.Referred, &report)
			t.DueAt, t.PlannedAt = instant(due), instant(planned)
			out, names, reports = append(out, t), append(names, name), append(reports, report)
			return err
		})
	if err != nil {
		return nil, nil, fmt.Errorf("store: talks of a person: %w", err)
	}
	for i := range out {
		if err := tx.nameTalk(&out[i], names[i]); err != nil {
			return nil, nil, err
		}
	}
	return out, reports, nil
}

func (tx *Tx) nameTalk(t *vpt.CareTalk, names [2][]byte) error {
	if err := tx.openTalk(t, names[1]); err != nil {
		return err
	}
	if t.For == "" {
		var err error
		t.ForName, err = tx.open("involved", "name_sealed", string(t.Involved), names[0])
		return err
	}
	name, err := tx.PersonName(t.For)
	t.ForName = name.Name
	return err
}
