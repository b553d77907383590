package store

import (
	"fmt"
	"sync"
	"time"

	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

// keyLifetime is how long an opened key stays in memory: another node may have
// destroyed it.
const keyLifetime = time.Minute

// maxKeys bounds the opened keys in memory.
const maxKeys = 20_000

type cachedKey struct {
	key   seal.Key
	until time.Time
}

// keyCache keeps opened keys for a short while.
type keyCache struct {
	mu   sync.RWMutex
	now  func() time.Time
	keys map[vpt.KeyID]cachedKey
	org  map[vpt.OrganisationID]vpt.KeyID
}

func newKeyCache(now func() time.Time) *keyCache {
	return &keyCache{now: now, keys: map[vpt.KeyID]cachedKey{}, org: map[vpt.OrganisationID]vpt.KeyID{}}
}

func (c *keyCache) find(id vpt.KeyID) (seal.Key, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	k, ok := c.keys[id]
	return k.key, ok && c.now().Before(k.until)
}

func (c *keyCache) put(id vpt.KeyID, key seal.Key) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.keys) >= maxKeys {
		for old := range c.keys { // any will do: they are cheap to open again
			delete(c.keys, old)
			if len(c.keys) < maxKeys*3/4 {
				break
			}
		}
	}
	c.keys[id] = cachedKey{key, c.now().Add(keyLifetime)}
}

func (c *keyCache) forget(id vpt.KeyID) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.keys, id)
}

func (c *keyCache) organisation(org vpt.OrganisationID) (seal.Key, bool) {
	c.mu.RLock()
	id, ok := c.org[org]
	c.mu.RUnlock()
	if !ok {
		return seal.Key{}, false
	}
	return c.find(id)
}

func (c *keyCache) setOrganisation(org vpt.OrganisationID, id vpt.KeyID) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.org[org] = id
}

const selectKey = `SELECT id, kind, subject_id, wrapped FROM seal_key WHERE organisation_id = $1 AND `

func (tx *Tx) readKey(where string, arg ...any) (seal.Wrapped, error) {
	var w seal.Wrapped
	err := tx.one(selectKey+where, append([]any{string(tx.org)}, arg...), &w.ID, &w.Level, &w.Subject, &w.Data)
	return w, err
}

// organisationKey is the key that wraps the others of this organisation and
// seals its settings.
func (tx *Tx) organisationKey() (seal.Key, error) {
	if tx.orgKey != nil {
		return *tx.orgKey, nil
	}
	if key, ok := tx.db.keys.organisation(tx.org); ok {
		return key, nil
	}
	w, err := tx.readKey(`kind = 'organisation'`)
	if err != nil {
		return seal.Key{}, fmt.Errorf("store: key of organisation: %w", err)
	}
	key, err := seal.Unwrap(tx.db.master.Wrap(), tx.org, w)
	if err != nil {
		return seal.Key{}, err
	}
	tx.orgKey = &key
	tx.learnKey(key)
	return key, nil
}

// learnKey remembers an opened key: at once when this transaction only reads,
// otherwise when it commits. Until then the key may be one that never comes to
// be, and what another transaction sealed under it could never be opened.
func (tx *Tx) learnKey(key seal.Key) {
	if tx.reading {
		tx.db.keys.put(key.ID, key)
		if tx.orgKey != nil && tx.orgKey.ID == key.ID {
			tx.db.keys.setOrganisation(tx.org, key.ID)
		}
		return
	}
	if tx.fresh == nil {
		tx.fresh = map[vpt.KeyID]seal.Key{}
	}
	tx.fresh[key.ID] = key
}

// makeKey makes and stores the key of a case or person.
func (tx *Tx) makeKey(level seal.Level, subject string) (seal.Key, error) {
	parent := tx.db.master.Wrap()
	if level != seal.LevelOrganisation {
		var err error
		if parent, err = tx.organisationKey(); err != nil {
			return seal.Key{}, err
		}
	}
	key, w, err := seal.NewKey(parent, tx.org, vpt.KeyID(NewID()), level, subject)
	if err != nil {
		return seal.Key{}, err
	}
	_, err = tx.exec(`INSERT INTO seal_key (organisation_id, id, kind, subject_id, wrapped, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
		string(tx.org), string(w.ID), string(w.Level), w.Subject, w.Data, tx.now.UnixMicro())
	if err != nil {
		return seal.Key{}, fmt.Errorf("store: insert key: %w", err)
	}
	if level == seal.LevelOrganisation {
		tx.orgKey = &key
	}
	tx.learnKey(key)
	return key, nil
}

// subjectKey finds the key of a case or person, making it when it has none.
func (tx *Tx) subjectKey(level seal.Level, subject string) (seal.Key, error) {
	w, err := tx.readKey(`kind = $2 AND subject_id = $3`, string(level), subject)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return tx.makeKey(level, subject)
	}
	if err != nil {
		return seal.Key{}, fmt.Errorf("store: key of %s: %w", level, err)
	}
	return tx.unwrap(w)
}

func (tx *Tx) unwrap(w seal.Wrapped) (seal.Key, error) {
	if key, ok := tx.fresh[w.ID]; ok {
		return key, nil
	}
	if key, ok := tx.db.keys.find(w.ID); ok {
		return key, nil
	}
	parent, err := tx.organisationKey()
	if err != nil {
		return seal.Key{}, err
	}
	key, err := seal.Unwrap(parent, tx.org, w)
	if err != nil {
		return seal.Key{}, err
	}
	tx.learnKey(key)
	return key, nil
}

// caseKey seals what belongs to a case; personKey names and contact data of a
// person, with or without an account.
func (tx *Tx) caseKey(id vpt.CasefileID) (seal.Key, error) {
	return tx.subjectKey(seal.LevelCasefile, string(id))
}

func (tx *Tx) personKey(subject string) (seal.Key, error) {
	return tx.subjectKey(seal.LevelPerson, subject)
}

func (tx *Tx) place(table, column, row string) seal.Place {
	return seal.Place{Organisation: tx.org, Table: table, Column: column, Row: row}
}

// open opens a sealed column with whatever key it names. A text whose key was
// destroyed comes back empty: that is what destroying is for.
func (tx *Tx) open(table, column, row string, sealed []byte) (vpt.Private, error) {
	key, ok, err := tx.keyOf(sealed)
	if err != nil {
		return vpt.Private{}, fmt.Errorf("store: %s.%s: %w", table, column, err)
	}
	if !ok {
		return vpt.Private{}, nil
	}
	text, err := key.OpenText(tx.place(table, column, row), sealed)
	if err != nil {
		return vpt.Private{}, fmt.Errorf("store: %s.%s: %w", table, column, err)
	}
	return text, nil
}

// openBytes is open for content that is no text. Nothing comes back when its
// key was destroyed.
func (tx *Tx) openBytes(table, column, row string, sealed []byte) ([]byte, error) {
	key, ok, err := tx.keyOf(sealed)
	if err == nil && ok {
		sealed, err = key.Open(tx.place(table, column, row), sealed)
	}
	if err != nil {
		return nil, fmt.Errorf("store: %s.%s: %w", table, column, err)
	}
	if !ok {
		return nil, nil
	}
	return sealed, nil
}

// keyOf finds the key that a ciphertext names; false when there is nothing to
// open or the key was destroyed.
func (tx *Tx) keyOf(sealed []byte) (seal.Key, bool, error) {
	if len(sealed) == 0 {
		return seal.Key{}, false, nil
	}
	id, err := seal.KeyOf(sealed)
	if err != nil {
		return seal.Key{}, false, err
	}
	if key, ok := tx.fresh[id]; ok {
		return key, true, nil
	}
	if key, ok := tx.db.keys.find(id); ok {
		return key, true, nil
	}
	w, err := tx.readKey(`id = $2`, string(id))
	if err != nil {
		return seal.Key{}, false, fmt.Errorf("key: %w", err)
	}
	if len(w.Data) == 0 {
		return seal.Key{}, false, nil
	}
	var key seal.Key
	if w.Level == seal.LevelOrganisation {
		key, err = tx.organisationKey()
	} else {
		key, err = tx.unwrap(w)
	}
	return key, err == nil, err
}

// DestroyKey makes everything under the key of a case or person unreadable for
// ever. The row stays, as proof of when.
func (tx *Tx) DestroyKey(level seal.Level, subject string) error {
	var id string
	err := tx.one(`SELECT id FROM seal_key WHERE organisation_id = $1 AND kind = $2 AND subject_id = $3 AND destroyed_at IS NULL`,
		[]any{string(tx.org), string(level), subject}, &id)
	if err != nil {
		return fmt.Errorf("store: destroy key: %w", err)
	}
	_, err = tx.exec(`UPDATE seal_key SET wrapped = NULL, destroyed_at = $3 WHERE organisation_id = $1 AND id = $2`,
		string(tx.org), id, tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: destroy key: %w", err)
	}
	delete(tx.fresh, vpt.KeyID(id))
	tx.db.keys.forget(vpt.KeyID(id))
	tx.destroyed = append(tx.destroyed, vpt.KeyID(id)) // and again after the commit: another may open it until then
	return nil
}
