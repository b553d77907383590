package store

import (
	"encoding/json"
	"fmt"
	"time"

	"rugdekking/vpt"
)

// Protocols reads all versions, newest first.
func (tx *Tx) Protocols() ([]vpt.Protocol, error) {
	return tx.protocols(`SELECT version, data, by_actor, at FROM protocol WHERE organisation_id = $1 ORDER BY version DESC`)
}

// NewestProtocol reads the version in force; ErrNotFound when the organisation
// adopted none.
func (tx *Tx) NewestProtocol() (vpt.Protocol, error) {
	found, err := tx.protocols(`SELECT version, data, by_actor, at FROM protocol WHERE organisation_id = $1 ORDER BY version DESC LIMIT 1`)
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("store: protocol: %w", vpt.ErrNotFound)
	}
	if err != nil {
		return vpt.Protocol{}, err
	}
	return found[0], nil
}

// ProtocolDraft reads the next version as far as it is written; ErrNotFound
// when nobody is writing one. Its Version is the one that it goes on from.
func (tx *Tx) ProtocolDraft() (vpt.Protocol, error) {
	found, err := tx.protocols(`SELECT base, data, by_actor, at FROM protocol_draft WHERE organisation_id = $1`)
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("store: protocol draft: %w", vpt.ErrNotFound)
	}
	if err != nil {
		return vpt.Protocol{}, err
	}
	return found[0], nil
}

func (tx *Tx) protocols(query string) ([]vpt.Protocol, error) {
	var out []vpt.Protocol
	err := tx.each(query, []any{string(tx.org)}, func(scan func(...any) error) error {
		var p vpt.Protocol
		var version int
		var data string
		var by vpt.PersonID
		var at int64
		if err := scan(&version, &data, &by, &at); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(data), &p); err != nil {
			return err
		}
		p.Version, p.By, p.At = version, by, time.UnixMicro(at).UTC()
		out = append(out, p)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("store: protocols: %w", err)
	}
	return out, nil
}

// InsertProtocol adds a version. Versions are never changed.
func (tx *Tx) InsertProtocol(p vpt.Protocol, by string) error {
	data, err := json.Marshal(p)
	if err == nil {
		_, err = tx.exec(`INSERT INTO protocol (organisation_id, version, data, by_actor, at) VALUES ($1, $2, $3, $4, $5)`,
			string(tx.org), p.Version, string(data), by, tx.now.UnixMicro())
	}
	if err != nil {
		return fmt.Errorf("store: insert protocol: %w", err)
	}
	return nil
}

// KeepProtocolDraft keeps the next version while it is being written.
func (tx *Tx) KeepProtocolDraft(p vpt.Protocol, base int, by string) error {
	data, err := json.Marshal(p)
	if err == nil {
		_, err = tx.exec(`INSERT INTO protocol_draft (organisation_id, base, data, by_actor, at) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (organisation_id) DO UPDATE SET base = excluded.base, data = excluded.data, by_actor = excluded.by_actor, at = excluded.at`,
			string(tx.org), base, string(data), by, tx.now.UnixMicro())
	}
	if err != nil {
		return fmt.Errorf("store: keep protocol draft: %w", err)
	}
	return nil
}

// DropProtocolDraft gives up what was being written.
func (tx *Tx) DropProtocolDraft() error {
	if _, err := tx.exec(`DELETE FROM protocol_draft WHERE organisation_id = $1`, string(tx.org)); err != nil {
		return fmt.Errorf("store: drop protocol draft: %w", err)
	}
	return nil
}
