package store

import (
	"fmt"

	"rugdekking/vpt"
)

// Credential is what proves that somebody is this person. The password is its
// hash; everything here is sealed at rest with the person's own key.
type Credential struct {
	Person   vpt.Person
	Password vpt.Private // hash; zero until an invitation is accepted
	TOTP     vpt.Private // shared secret; zero without a second factor
	Waiting  vpt.Private // shared secret that was not confirmed yet
	Step     int64       // time step of the last code that was taken
}

// CredentialOf reads the credentials of a person.
func (tx *Tx) CredentialOf(id vpt.PersonID) (Credential, error) {
	var c Credential
	var err error
	if c.Person, err = tx.PersonByID(id); err != nil {
		return c, err
	}
	var sealed [3][]byte
	err = tx.one(`SELECT password_sealed, totp_sealed, totp_pending_sealed, totp_step FROM person WHERE organisation_id = $1 AND id = $2`,
		[]any{string(tx.org), string(id)}, &sealed[0], &sealed[1], &sealed[2], &c.Step)
	if err != nil {
		return c, fmt.Errorf("store: credential: %w", err)
	}
	for i, column := range []struct {
		name string
		into *vpt.Private
	}{{"password_sealed", &c.Password}, {"totp_sealed", &c.TOTP}, {"totp_pending_sealed", &c.Waiting}} {
		if *column.into, err = tx.open("person", column.name, string(id), sealed[i]); err != nil {
			return c, err
		}
	}
	return c, nil
}

// SetPassword keeps the hash of a new password.
func (tx *Tx) SetPassword(id vpt.PersonID, hash vpt.Private) error {
	return tx.setSealed(id, "password_sealed", hash)
}

// SetWaitingFactor keeps a shared secret that is to be confirmed; the zero
// value drops the one there is.
func (tx *Tx) SetWaitingFactor(id vpt.PersonID, secret vpt.Private) error {
	return tx.setSealed(id, "totp_pending_sealed", secret)
}

func (tx *Tx) setSealed(id vpt.PersonID, column string, text vpt.Private) error {
	key, err := tx.personKey(string(id))
	if err != nil {
		return err
	}
	query := map[string]string{
		"password_sealed":     `UPDATE person SET password_sealed = $3 WHERE organisation_id = $1 AND id = $2`,
		"totp_pending_sealed": `UPDATE person SET totp_pending_sealed = $3 WHERE organisation_id = $1 AND id = $2`,
		"totp_sealed":         `UPDATE person SET totp_sealed = $3 WHERE organisation_id = $1 AND id = $2`,
	}[column]
	return tx.touch("set credential", query, string(tx.org), string(id), key.SealText(tx.place("person", column, string(id)), text))
}

// SetFactor makes a confirmed secret the second factor. The code that confirmed
// it, of this step, is thereby used.
func (tx *Tx) SetFactor(id vpt.PersonID, secret vpt.Private, step int64) error {
	if err := tx.setSealed(id, "totp_sealed", secret); err != nil {
		return err
	}
	return tx.touch("set factor", `UPDATE person SET totp_pending_sealed = NULL, totp_step = $3 WHERE organisation_id = $1 AND id = $2`,
		string(tx.org), string(id), step)
}

// DropFactor removes the second factor and its recovery codes.
func (tx *Tx) DropFactor(id vpt.PersonID) error {
	err := tx.touch("drop factor", `UPDATE person SET totp_sealed = NULL, totp_pending_sealed = NULL, totp_step = 0 WHERE organisation_id = $1 AND id = $2`,
		string(tx.org), string(id))
	if err != nil {
		return err
	}
	return tx.SetRecoveryCodes(id, nil)
}

// UseStep notes that the code of a time step was taken; ErrNotFound when that
// step or a later one was taken before: no code works twice (RFC 6238 §5.2).
func (tx *Tx) UseStep(id vpt.PersonID, step int64) error {
	return tx.touch("use step", `UPDATE person SET totp_step = $3 WHERE organisation_id = $1 AND id = $2 AND totp_step < $3`,
		string(tx.org), string(id), step)
}

// ActivatePerson makes an invited account an active one. One that is active
// stays so, and one that was blocked stays blocked.
func (tx *Tx) ActivatePerson(id vpt.PersonID) error {
	_, err := tx.exec(`UPDATE person SET state = $3 WHERE organisation_id = $1 AND id = $2 AND state = $4`,
		string(tx.org), string(id), string(vpt.PersonActive), string(vpt.PersonInvited))
	if err != nil {
		return fmt.Errorf("store: activate person: %w", err)
	}
	return nil
}

// SetLook keeps a person's own language and colours.
func (tx *Tx) SetLook(id vpt.PersonID, in vpt.SaveLook) error {
	return tx.touch("set look", `UPDATE person SET lang = $3, look = $4 WHERE organisation_id = $1 AND id = $2`,
		string(tx.org), string(id), in.Lang, string(in.Look))
}

// touch changes exactly one row; ErrNotFound when there is none.
func (tx *Tx) touch(doing, query string, args ...any) error {
	n, err := tx.exec(query, args...)
	if err == nil && n == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("store: %s: %w", doing, err)
	}
	return nil
}

// RecoveryCode is the hash of one recovery code that was not used.
type RecoveryCode struct {
	ID   string
	Hash string
}

// RecoveryCodes reads the recovery codes that are left.
func (tx *Tx) RecoveryCodes(person vpt.PersonID) ([]RecoveryCode, error) {
	var out []RecoveryCode
	err := tx.each(`SELECT id, code_hash FROM recovery_code WHERE organisation_id = $1 AND person_id = $2 AND used_at IS NULL ORDER BY id`,
		[]any{string(tx.org), string(person)}, func(scan func(...any) error) error {
			var c RecoveryCode
			var hash []byte
			err := scan(&c.ID, &hash)
			c.Hash = string(hash)
			out = append(out, c)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: recovery codes: %w", err)
	}
	return out, nil
}

// SetRecoveryCodes puts new hashes in the place of all there are.
func (tx *Tx) SetRecoveryCodes(person vpt.PersonID, hashes []string) error {
	if _, err := tx.exec(`DELETE FROM recovery_code WHERE organisation_id = $1 AND person_id = $2`, string(tx.org), string(person)); err != nil {
		return fmt.Errorf("store: drop recovery codes: %w", err)
	}
	for _, hash := range hashes {
		_, err := tx.exec(`INSERT INTO recovery_code (organisation_id, id, person_id, code_hash) VALUES ($1, $2, $3, $4)`,
			string(tx.org), NewID(), string(person), []byte(hash))
		if err != nil {
			return fmt.Errorf("store: insert recovery code: %w", err)
		}
	}
	return nil
}

// UseRecoveryCode takes one code; ErrNotFound when it was taken before.
func (tx *Tx) UseRecoveryCode(id string) error {
	return tx.touch("use recovery code", `UPDATE recovery_code SET used_at = $3 WHERE organisation_id = $1 AND id = $2 AND used_at IS NULL`,
		string(tx.org), id, tx.now.UnixMicro())
}
