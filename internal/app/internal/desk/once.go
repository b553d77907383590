package desk

import (
	"crypto/hmac"
	"errors"

	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// errOtherBody is returned when a key comes back with other content.
var errOtherBody = vpt.Fail(vpt.KindConflict, "sleutel-hergebruikt")

// perhapsDone is the refusal of an act under a key. It may be refused because it
// was done before, under this same key: a case that was closed cannot be closed
// again. All of it is rolled back and the door looks the key up.
type perhapsDone struct{ refusal error }

func (p perhapsDone) Error() string { return p.refusal.Error() }

// Unwrap gives the refusal, which stands when the key is a new one.
func (p perhapsDone) Unwrap() error { return p.refusal }

// errNewKey is returned when a key is looked up that nothing was done under.
var errNewKey = errors.New("app: nothing was done under this key")

// Once does an act at most once per key. The second time it gives the resource
// that the first made, without doing anything. The key is kept in the
// transaction of the act. The first time nothing is looked up: that a key is
// new is the rule, and a refusal, by the unique key itself or by what the act
// has changed, tells when it may not be.
func (d *Desk) Once(tx *store.Tx, who vpt.Actor, w *Work, o vpt.Once, do func() (resource string, err error)) (string, error) {
	if o.Key == "" {
		return do()
	}
	if err := o.Validate(); err != nil {
		return "", err
	}
	actor := string(who.Kind) + ":" + who.ID()
	mac := d.DB.Master().BlindIndex("body", string(who.Organisation), string(o.Sum[:]))
	if w.repeated {
		return d.madeBefore(tx, w, actor, o.Key, mac)
	}
	resource, err := do()
	if err == nil {
		err = tx.KeepKey(actor, o.Key, store.KeptKey{MAC: mac, Resource: resource})
	}
	switch vpt.KindOf(err) {
	case vpt.KindInvalid, vpt.KindConflict, vpt.KindNotFound:
		return "", perhapsDone{err}
	}
	return resource, err
}

func (d *Desk) madeBefore(tx *store.Tx, w *Work, actor, key string, mac []byte) (string, error) {
	kept, err := tx.FindKey(actor, key)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return "", errNewKey
	}
	if err != nil {
		return "", err
	}
	if !hmac.Equal(kept.MAC, mac) {
		return "", errOtherBody
	}
	w.Again = true
	return kept.Resource, nil
}
