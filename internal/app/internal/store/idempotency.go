package store

import "fmt"

// KeptKey is what stands under an idempotency key: the MAC of the body and the
// resource that the first call made.
type KeptKey struct {
	MAC      []byte
	Resource string
}

// FindKey reads what stands under an idempotency key; ErrNotFound when nothing.
func (tx *Tx) FindKey(actor, key string) (KeptKey, error) {
	var k KeptKey
	err := tx.one(`SELECT body_mac, resource FROM idempotency WHERE organisation_id = $1 AND actor = $2 AND key = $3`,
		[]any{string(tx.org), actor, key}, &k.MAC, &k.Resource)
	if err != nil {
		return k, fmt.Errorf("store: idempotency key: %w", err)
	}
	return k, nil
}

// KeepKey notes an idempotency key in the transaction of the write it guards.
func (tx *Tx) KeepKey(actor, key string, k KeptKey) error {
	_, err := tx.exec(`INSERT INTO idempotency (organisation_id, actor, key, body_mac, resource, at) VALUES ($1, $2, $3, $4, $5, $6)`,
		string(tx.org), actor, key, k.MAC, k.Resource, tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: keep idempotency key: %w", err)
	}
	return nil
}
