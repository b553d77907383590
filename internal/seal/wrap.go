package seal

import (
	"errors"
	"fmt"

	"rugdekking/vpt"
)

// Level says what a key protects.
type Level string

// The levels: an organisation's key wraps those of its cases and persons.
const (
	LevelOrganisation Level = "organisation"
	LevelCasefile     Level = "casefile"
	LevelPerson       Level = "person"
)

// Wrapped is a key as it is stored.
type Wrapped struct {
	ID      vpt.KeyID
	Level   Level
	Subject string // organisation, casefile, person, involved or instigator id
	Data    []byte
}

// NewKey makes a key for subject and wraps it with parent, whose Place is the
// key's own row.
func NewKey(parent Key, organisation vpt.OrganisationID, id vpt.KeyID, level Level, subject string) (Key, Wrapped, error) {
	raw := random(keySize)
	key, err := newKey(id, raw)
	if err != nil {
		return Key{}, Wrapped{}, err
	}
	data := parent.Seal(wrapPlace(organisation, id, level, subject), raw)
	return key, Wrapped{ID: id, Level: level, Subject: subject, Data: data}, nil
}

// Unwrap opens a stored key with its parent.
func Unwrap(parent Key, organisation vpt.OrganisationID, w Wrapped) (Key, error) {
	if len(w.Data) == 0 {
		return Key{}, fmt.Errorf("%w: key destroyed", ErrSealed)
	}
	raw, err := parent.Open(wrapPlace(organisation, w.ID, w.Level, w.Subject), w.Data)
	if err != nil {
		return Key{}, err
	}
	return newKey(w.ID, raw)
}

func wrapPlace(organisation vpt.OrganisationID, id vpt.KeyID, level Level, subject string) Place {
	return Place{Organisation: organisation, Table: "seal_key", Column: string(level) + ":" + subject, Row: string(id)}
}

// errMaster is returned for a key file that is none.
var errMaster = errors.New("seal: not a key file of Rugdekking")
