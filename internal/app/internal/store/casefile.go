package store

import (
	"database/sql"
	"fmt"
	"time"

	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

// trackColumns name the columns of the five tracks, in the order of TrackKinds.
var trackColumns = [5]string{"care", "instigator", "police", "damage", "learning"}

// working tells whether a case belongs on a worklist: it is open, or a care
// talk of it is still to come.
func working(c vpt.Casefile) int {
	return flag(c.State == vpt.CaseOpen || c.State == vpt.CaseClosed && !c.NextDue.IsZero())
}

// nothingDue stands for "nothing is due" in the order of a worklist: the last
// instant of the year 9999. NULL would come first on one engine and last on
// the other.
const nothingDue = 253402300799999999

// dueOrder gives what a case is sorted by on a worklist.
func dueOrder(c vpt.Casefile) int64 {
	if c.NextDue.IsZero() {
		return nothingDue
	}
	return c.NextDue.UnixMicro()
}

// dueAt turns that back into an instant; zero when nothing is due.
func dueAt(n sql.NullInt64) time.Time {
	if n.Int64 == nothingDue {
		return time.Time{}
	}
	return instant(n)
}

// NewCase is a case with what its row takes from its first report.
type NewCase struct {
	vpt.Casefile
	Help   vpt.HelpWish
	Choice vpt.ReportChoice
}

// InsertCase writes a new case, its key and its incident.
func (tx *Tx) InsertCase(c NewCase) error {
	key, err := tx.makeKey(seal.LevelCasefile, string(c.ID))
	if err != nil {
		return err
	}
	id := string(c.ID)
	place := func(column string) seal.Place { return tx.place("casefile", column, id) }
	args := []any{string(tx.org), id, c.Number, string(c.Incident.ID), string(c.State), nullable(c.Unit), nullable(c.Owner),
		micros(c.ReceivedAt), string(c.ReceivedOn), string(c.Help), string(c.Choice), string(c.Verdict), working(c.Casefile),
		dueOrder(c.Casefile), string(c.NextClock), micros(c.ClosedAt), string(c.NextStep)}
	for i, t := range c.Tracks {
		args = append(args, string(t.State), key.SealText(place(trackColumns[i]+"_why_sealed"), t.Why))
	}
	for _, kind := range vpt.ClockKinds() {
		args = append(args, micros(c.Clock(kind).Due))
	}
	_, err = tx.exec(`INSERT INTO casefile (organisation_id, id, number, incident_id, state, unit_id, owner_id, received_at, received_on, help,
		choice, verdict, working, next_due_at, next_clock, closed_at, next_step, care_state, care_why_sealed, instigator_state, instigator_why_sealed,
		police_state, police_why_sealed, damage_state, damage_why_sealed, learning_state, learning_why_sealed,
		reaction_due_at, police_due_at, care_due_at, feedback_due_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
		$27, $28, $29, $30, $31)`, args...)
	if err != nil {
		return fmt.Errorf("store: insert case: %w", err)
	}
	return tx.insertIncident(c.ID, c.Incident, key)
}

func (tx *Tx) insertIncident(casefile vpt.CasefileID, in vpt.Incident, key seal.Key) error {
	_, err := tx.exec(`INSERT INTO incident (organisation_id, id, casefile_id, occurred_on, occurred_time, channel_version, channel,
		unit_id, site_id, place_sealed, class) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		string(tx.org), string(in.ID), string(casefile), string(in.OccurredOn), in.OccurredTime, in.Channel.Version, in.Channel.Code,
		nullable(in.Unit), nullable(in.Site), key.SealText(tx.place("incident", "place_sealed", string(in.ID)), in.Place), in.Class)
	if err != nil {
		return fmt.Errorf("store: insert incident: %w", err)
	}
	return tx.insertKinds("incident_kind", "incident_id", string(in.ID), in.Kinds)
}

const caseColumns = `c.id, c.number, c.state, COALESCE(c.unit_id, ''), COALESCE(c.owner_id, ''), c.received_at, c.received_on, c.verdict,
	c.verdict_why_sealed, c.care_state, c.care_why_sealed, c.instigator_state, c.instigator_why_sealed, c.police_state, c.police_why_sealed,
	c.damage_state, c.damage_why_sealed, c.learning_state, c.learning_why_sealed, c.reaction_due_at, c.reaction_met_at,
	c.police_due_at, c.police_met_at, c.care_due_at, c.care_met_at, c.feedback_due_at, c.feedback_met_at, c.next_due_at, c.next_clock, c.next_step, c.help, c.choice,
	c.closing_sealed, c.closed_at, COALESCE(c.merged_into, ''), c.private_risk, c.version,
	i.id, i.occurred_on, i.occurred_time, i.channel_version, i.channel, COALESCE(i.unit_id, ''), COALESCE(i.site_id, ''), i.place_sealed,
	i.class, i.facts_complete, i.assessed_at, COALESCE(i.assessed_by, '')`

// CaseByID and CaseByNumber read a whole case.
func (tx *Tx) CaseByID(id vpt.CasefileID) (vpt.Casefile, error) {
	return tx.oneCase(`c.id = $2`, string(id))
}

// CaseByNumber reads a case by its number.
func (tx *Tx) CaseByNumber(number string) (vpt.Casefile, error) {
	return tx.oneCase(`c.number = $2`, number)
}

func (tx *Tx) oneCase(where string, arg any) (vpt.Casefile, error) {
	var c vpt.Casefile
	var why [5][]byte
	var clocks [8]sql.NullInt64
	var received, next, closed, assessed sql.NullInt64
	var verdictWhy, closing, place []byte
	var risk, complete int
	err := tx.one(`SELECT `+caseColumns+` FROM casefile c JOIN incident i ON i.organisation_id = c.organisation_id AND i.casefile_id = c.id
		WHERE c.organisation_id = $1 AND `+where, []any{string(tx.org), arg},
		&c.ID, &c.Number, &c.State, &c.Unit, &c.Owner, &received, &c.ReceivedOn, &c.Verdict, &verdictWhy,
		&c.Tracks[0].State, &why[0], &c.Tracks[1].State, &why[1], &c.Tracks[2].State, &why[2], &c.Tracks[3].State, &why[3],
		&c.Tracks[4].State, &why[4], &clocks[0], &clocks[1], &clocks[2], &clocks[3], &clocks[4], &clocks[5], &clocks[6], &clocks[7],
		&next, &c.NextClock, &c.NextStep, &c.Help, &c.Choice, &closing, &closed, &c.MergedInto, &risk, &c.Version,
		&c.Incident.ID, &c.Incident.OccurredOn, &c.Incident.OccurredTime, &c.Incident.Channel.Version, &c.Incident.Channel.Code,
		&c.Incident.Unit, &c.Incident.Site, &place, &c.Incident.Class, &complete, &assessed, &c.Incident.AssessedBy)
	if err != nil {
		return c, fmt.Errorf("store: case: %w", err)
	}
	c.ReceivedAt, c.NextDue, c.ClosedAt, c.Incident.AssessedAt = instant(received), dueAt(next), instant(closed), instant(assessed)
	c.PrivateRisk, c.Incident.FactsComplete = risk == 1, complete == 1
	for i, kind := range vpt.ClockKinds() {
		c.Clocks = append(c.Clocks, vpt.Clock{Kind: kind, Due: instant(clocks[2*i]), Met: instant(clocks[2*i+1])})
	}
	return c, tx.openCase(&c, why, verdictWhy, closing, place)
}

func (tx *Tx) openCase(c *vpt.Casefile, why [5][]byte, verdictWhy, closing, place []byte) (err error) {
	id := string(c.ID)
	for i, kind := range vpt.TrackKinds() {
		c.Tracks[i].Kind = kind
		if c.Tracks[i].Why, err = tx.open("casefile", trackColumns[i]+"_why_sealed", id, why[i]); err != nil {
			return err
		}
	}
	if c.VerdictWhy, err = tx.open("casefile", "verdict_why_sealed", id, verdictWhy); err != nil {
		return err
	}
	if c.Closing, err = tx.open("casefile", "closing_sealed", id, closing); err != nil {
		return err
	}
	if c.Incident.Place, err = tx.open("incident", "place_sealed", string(c.Incident.ID), place); err != nil {
		return err
	}
	c.Incident.Kinds, err = tx.kinds("incident_kind", "incident_id", string(c.Incident.ID))
	return err
}

// errChanged is returned when somebody else changed the case in between.
var errChanged = vpt.Fail(vpt.KindConflict, "intussen-gewijzigd")

// UpdateCase writes everything of a case that can change, if its version is
// still the one that was read.
func (tx *Tx) UpdateCase(c vpt.Casefile) error {
	key, err := tx.caseKey(c.ID)
	if err != nil {
		return err
	}
	id := string(c.ID)
	seal := func(column string, text vpt.Private) []byte {
		return key.SealText(tx.place("casefile", column, id), text)
	}
	args := []any{string(tx.org), id, c.Version, string(c.State), nullable(c.Unit), nullable(c.Owner), string(c.Verdict),
		seal("verdict_why_sealed", c.VerdictWhy), working(c), dueOrder(c), string(c.NextClock), flag(c.PrivateRisk),
		seal("closing_sealed", c.Closing), micros(c.ClosedAt), nullable(c.MergedInto), string(c.NextStep), micros(c.ReceivedAt), string(c.ReceivedOn)}
	for i, t := range c.Tracks {
		args = append(args, string(t.State), seal(trackColumns[i]+"_why_sealed", t.Why))
	}
	for _, kind := range vpt.ClockKinds() {
		k := c.Clock(kind)
		args = append(args, micros(k.Due), micros(k.Met))
	}
	n, err := tx.exec(`UPDATE casefile SET version = version + 1, state = $4, unit_id = $5, owner_id = $6, verdict = $7, verdict_why_sealed = $8,
		working = $9, next_due_at = $10, next_clock = $11, private_risk = $12, closing_sealed = $13, closed_at = $14, merged_into = $15,
		next_step = $16, received_at = $17, received_on = $18, care_state = $19, care_why_sealed = $20, instigator_state = $21,
		instigator_why_sealed = $22, police_state = $23, police_why_sealed = $24, damage_state = $25, damage_why_sealed = $26,
		learning_state = $27, learning_why_sealed = $28, reaction_due_at = $29, reaction_met_at = $30, police_due_at = $31,
		police_met_at = $32, care_due_at = $33, care_met_at = $34, feedback_due_at = $35, feedback_met_at = $36 WHERE organisation_id = $1 AND id = $2 AND version = $3`, args...)
	if err == nil && n == 0 {
		err = errChanged
	}
	if err != nil {
		return fmt.Errorf("store: update case: %w", err)
	}
	return nil
}

// MoveToUnit writes the unit of a case on its reports and what happened; that
// of the case itself is written with it.
func (tx *Tx) MoveToUnit(id vpt.CasefileID, unit vpt.UnitID) error {
	for _, table := range []string{"report", "incident"} {
		if _, err := tx.exec(`UPDATE `+table+` SET unit_id = $3 WHERE organisation_id = $1 AND casefile_id = $2`, string(tx.org), string(id), string(unit)); err != nil {
			return fmt.Errorf("store: move %s to a unit: %w", table, err)
		}
	}
	return nil
}

// HoldCase keeps others from a case until the end of this transaction, for an
// act that adds to the case without writing its row: then what is counted first
// still holds at the end, and the case is not merged away under what is added.
func (tx *Tx) HoldCase(id vpt.CasefileID) error {
	n, err := tx.exec(`UPDATE casefile SET version = version WHERE organisation_id = $1 AND id = $2 AND state <> $3`,
		string(tx.org), string(id), string(vpt.CaseMerged))
	if err == nil && n == 0 {
		err = errChanged
	}
	if err != nil {
		return fmt.Errorf("store: hold case: %w", err)
	}
	return nil
}

// SaveAssessment writes what is established about the incident.
func (tx *Tx) SaveAssessment(in vpt.Incident) error {
	id := string(in.ID)
	_, err := tx.exec(`UPDATE incident SET class = $3, facts_complete = $4, assessed_at = $5, assessed_by = $6 WHERE organisation_id = $1 AND id = $2`,
		string(tx.org), id, in.Class, flag(in.FactsComplete), micros(in.AssessedAt), nullable(in.AssessedBy))
	if err != nil {
		return fmt.Errorf("store: save assessment: %w", err)
	}
	if _, err := tx.exec(`DELETE FROM incident_kind WHERE organisation_id = $1 AND incident_id = $2`, string(tx.org), id); err != nil {
		return fmt.Errorf("store: save assessment: %w", err)
	}
	return tx.insertKinds("incident_kind", "incident_id", id, in.Kinds)
}
