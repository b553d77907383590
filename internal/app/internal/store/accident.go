package store

import (
	"fmt"
	"slices"
	"time"

	"rugdekking/vpt"
)

// SaveAccident adds the test for one person, or writes over the version that
// was read.
func (tx *Tx) SaveAccident(casefile vpt.CasefileID, a vpt.Accident, by vpt.PersonID) error {
	n, err := tx.exec(`INSERT INTO accident (organisation_id, id, casefile_id, origin_id, involved_id, injury_version, injury, absent, hospital,
		permanent, death, notify, listed, notified_on, by_id, at) VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
		ON CONFLICT (organisation_id, id) DO UPDATE SET involved_id = excluded.involved_id, injury_version = excluded.injury_version,
		injury = excluded.injury, absent = excluded.absent, hospital = excluded.hospital, permanent = excluded.permanent,
		death = excluded.death, notify = excluded.notify, listed = excluded.listed, notified_on = excluded.notified_on,
		version = accident.version + 1 WHERE accident.version = $16 OR $16 = 0`,
		string(tx.org), string(a.ID), string(casefile), nullable(a.Involved), a.Injury.Version, a.Injury.Code, string(a.Absent),
		flag(slices.Contains(a.Outcomes, vpt.OutcomeHospital)), flag(slices.Contains(a.Outcomes, vpt.OutcomePermanent)),
		flag(slices.Contains(a.Outcomes, vpt.OutcomeDeath)), flag(a.Notify), flag(a.Listed), string(a.NotifiedOn), string(by), tx.now.UnixMicro(), a.Version)
	if err == nil && n == 0 {
		err = errChanged
	}
	if err != nil {
		return fmt.Errorf("store: save accident: %w", err)
	}
	return nil
}

// outcomes turns the three columns into what they mean.
func outcomes(columns [3]int) []vpt.AccidentOutcome {
	var out []vpt.AccidentOutcome
	for i, o := range vpt.AccidentOutcomes() {
		if columns[i] == 1 {
			out = append(out, o)
		}
	}
	return out
}

// AccidentsOfCase reads the tests of a case, in the order of recording.
func (tx *Tx) AccidentsOfCase(casefile vpt.CasefileID) ([]vpt.Accident, error) {
	var out []vpt.Accident
	err := tx.each(`SELECT id, COALESCE(involved_id, ''), injury_version, injury, absent, hospital, permanent, death, notify, listed, notified_on,
		at, version FROM accident WHERE organisation_id = $1 AND casefile_id = $2 ORDER BY at, id`,
		[]any{string(tx.org), string(casefile)}, func(scan func(...any) error) error {
			var a vpt.Accident
			var grave [3]int
			var notify, listed int
			var at int64
			err := scan(&a.ID, &a.Involved, &a.Injury.Version, &a.Injury.Code, &a.Absent, &grave[0], &grave[1], &grave[2], &notify, &listed,
				&a.NotifiedOn, &at, &a.Version)
			a.Outcomes, a.Notify, a.Listed, a.At = outcomes(grave), notify == 1, listed == 1, time.UnixMicro(at).UTC()
			out = append(out, a)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: accidents: %w", err)
	}
	return out, nil
}

// ListedAccident is a line of the list with the case that it comes from.
type ListedAccident struct {
	vpt.AccidentLine
	Casefile vpt.CasefileID
	Incident vpt.IncidentID
}

// AccidentList reads the list of accidents, newest first: what article 9 asks
// for and where to look further, nobody's name.
func (tx *Tx) AccidentList() ([]ListedAccident, error) {
	var out []ListedAccident
	err := tx.each(`SELECT a.casefile_id, i.id, i.occurred_on, COALESCE(i.unit_id, COALESCE(c.unit_id, '')), a.injury_version, a.injury, a.absent,
		a.hospital, a.permanent, a.death, a.notify, a.notified_on FROM accident a
		JOIN casefile c ON c.organisation_id = a.organisation_id AND c.id = a.casefile_id
		JOIN incident i ON i.organisation_id = a.organisation_id AND i.casefile_id = a.casefile_id
		WHERE a.organisation_id = $1 AND a.listed = 1 ORDER BY i.occurred_on DESC, a.id DESC`,
		[]any{string(tx.org)}, func(scan func(...any) error) error {
			var l ListedAccident
			var grave [3]int
			var notify int
			err := scan(&l.Casefile, &l.Incident, &l.On, &l.Unit, &l.Injury.Version, &l.Injury.Code, &l.Absent, &grave[0], &grave[1], &grave[2],
				&notify, &l.Notified)
			l.Outcomes, l.Notify = outcomes(grave), notify == 1
			out = append(out, l)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: accident list: %w", err)
	}
	for i := range out {
		if out[i].Kinds, err = tx.kinds("incident_kind", "incident_id", string(out[i].Incident)); err != nil {
			return nil, err
		}
	}
	return out, nil
}
