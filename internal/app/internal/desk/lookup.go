package desk

import (
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// Lookup finds an account by exact e-mail address or staff number; the zero
// person when there is none.
func Lookup(tx *store.Tx, text vpt.Private) (vpt.Person, error) {
	found, err := tx.PersonByEmail(text)
	if vpt.KindOf(err) == vpt.KindNotFound {
		found, err = tx.PersonByStaffNo(text)
	}
	if vpt.KindOf(err) == vpt.KindNotFound {
		return vpt.Person{}, nil
	}
	return found, err
}
