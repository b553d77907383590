package app

import (
	"crypto/hmac"

	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// errOtherBody is returned when a key comes back with other content.
var errOtherBody = vpt.Fail(vpt.KindConflict, "sleutel-hergebruikt")

// once does an act at most once per key. The second time it gives the resource
// that the first made, without doing anything. The key is kept in the
// transaction of the act.
func (a *App) once(tx *store.Tx, who vpt.Actor, w *work, o vpt.Once, do func() (resource string, err error)) (string, error) {
	if o.Key == "" {
		return do()
	}
	if err := o.Validate(); err != nil {
		return "", err
	}
	actor := string(who.Kind) + ":" + who.ID()
	mac := a.db.Master().BlindIndex("body", string(who.Organisation), string(o.Sum[:]))
	kept, err := tx.FindKey(actor, o.Key)
	switch {
	case err == nil && !hmac.Equal(kept.MAC, mac):
		return "", errOtherBody
	case err == nil:
		w.again = true
		return kept.Resource, nil
	case vpt.KindOf(err) != vpt.KindNotFound:
		return "", err
	}
	resource, err := do()
	if err != nil {
		return "", err
	}
	return resource, tx.KeepKey(actor, o.Key, store.KeptKey{MAC: mac, Resource: resource})
}
