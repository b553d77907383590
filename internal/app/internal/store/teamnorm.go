package store

import (
	"fmt"
	"time"

	"rugdekking/vpt"
)

// TeamNorms reads all versions of the norms of all units, newest first at each.
func (tx *Tx) TeamNorms() ([]vpt.TeamNorm, error) { return tx.teamNorms(``) }

// TeamNormsOf reads all versions of the norm of a unit, newest first.
func (tx *Tx) TeamNormsOf(unit vpt.UnitID) ([]vpt.TeamNorm, error) {
	return tx.teamNorms(` AND unit_id = $2`, string(unit))
}

func (tx *Tx) teamNorms(where string, args ...any) ([]vpt.TeamNorm, error) {
	var out []vpt.TeamNorm
	err := tx.each(`SELECT unit_id, version, lines, adopted_on, review_by, by_actor, at FROM team_norm WHERE organisation_id = $1`+where+` ORDER BY unit_id, version DESC`,
		append([]any{string(tx.org)}, args...), func(scan func(...any) error) error {
			var n vpt.TeamNorm
			var lines string
			var at int64
			if err := scan(&n.Unit, &n.Version, &lines, &n.AdoptedOn, &n.ReviewBy, &n.By, &at); err != nil {
				return err
			}
			n.At = time.UnixMicro(at).UTC()
			out = append(out, n)
			return out[len(out)-1].UnmarshalLines(lines)
		})
	if err != nil {
		return nil, fmt.Errorf("store: team norms: %w", err)
	}
	return out, nil
}

// InsertTeamNorm adds a version. Versions are never changed.
func (tx *Tx) InsertTeamNorm(n vpt.TeamNorm, by string) error {
	lines, err := n.MarshalLines()
	if err == nil {
		_, err = tx.exec(`INSERT INTO team_norm (organisation_id, unit_id, version, lines, adopted_on, review_by, by_actor, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
			string(tx.org), string(n.Unit), n.Version, lines, string(n.AdoptedOn), string(n.ReviewBy), by, tx.now.UnixMicro())
	}
	if err != nil {
		return fmt.Errorf("store: insert team norm: %w", err)
	}
	return nil
}
