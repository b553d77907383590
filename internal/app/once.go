package app

import (
	"crypto/hmac"
	"errors"

	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// errOtherBody is returned when a key comes back with other content.
var errOtherBody = vpt.Fail(vpt.KindConflict, "sleutel-hergebruikt")

// errRepeated marks a key that turned out to be used already, when the act was
// done: all of it is rolled back and the door looks the key up.
var errRepeated = errors.New("app: key used before")

// once does an act at most once per key. The second time it gives the resource
// that the first made, without doing anything. The key is kept in the
// transaction of the act. The first time nothing is looked up: that a key is
// new is the rule, and the unique key itself tells when it is not.
func (a *App) once(tx *store.Tx, who vpt.Actor, w *work, o vpt.Once, do func() (resource string, err error)) (string, error) {
	if o.Key == "" {
		return do()
	}
	if err := o.Validate(); err != nil {
		return "", err
	}
	actor := string(who.Kind) + ":" + who.ID()
	mac := a.db.Master().BlindIndex("body", string(who.Organisation), string(o.Sum[:]))
	if w.repeated {
		return a.madeBefore(tx, w, actor, o.Key, mac)
	}
	resource, err := do()
	if err != nil {
		return "", err
	}
	err = tx.KeepKey(actor, o.Key, store.KeptKey{MAC: mac, Resource: resource})
	if errors.Is(err, store.ErrTaken) {
		return "", errRepeated
	}
	return resource, err
}

func (a *App) madeBefore(tx *store.Tx, w *work, actor, key string, mac []byte) (string, error) {
	kept, err := tx.FindKey(actor, key)
	if err != nil {
		return "", err
	}
	if !hmac.Equal(kept.MAC, mac) {
		return "", errOtherBody
	}
	w.again = true
	return kept.Resource, nil
}
