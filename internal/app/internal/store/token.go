package store

import (
	"database/sql"
	"fmt"
	"strings"

	"rugdekking/vpt"
)

const tokenColumns = `id, name, scopes, COALESCE(unit_id, ''), created_at, revoked_at`

func scanToken(scan func(...any) error) (vpt.Token, error) {
	var t vpt.Token
	var scopes string
	var created, revoked sql.NullInt64
	err := scan(&t.ID, &t.Name, &scopes, &t.Unit, &created, &revoked)
	for scope := range strings.FieldsSeq(scopes) {
		t.Scopes = append(t.Scopes, vpt.TokenScope(scope))
	}
	t.CreatedAt, t.RevokedAt = instant(created), instant(revoked)
	return t, err
}

// InsertToken keeps a token of the API: of its secret only the hash.
func (tx *Tx) InsertToken(t vpt.Token, hash []byte) error {
	scopes := make([]string, len(t.Scopes))
	for i, scope := range t.Scopes {
		scopes[i] = string(scope)
	}
	_, err := tx.exec(`INSERT INTO api_token (organisation_id, id, name, token_hash, scopes, unit_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		string(tx.org), string(t.ID), t.Name, hash, strings.Join(scopes, " "), nullable(t.Unit), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert token: %w", err)
	}
	return nil
}

// TokenByID reads a token that was not revoked.
func (tx *Tx) TokenByID(id vpt.TokenID) (vpt.Token, error) {
	found, err := tx.tokens(`id = $2 AND revoked_at IS NULL`, string(id))
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("store: token: %w", vpt.ErrNotFound)
	}
	if err != nil {
		return vpt.Token{}, err
	}
	return found[0], nil
}

// Tokens reads all tokens, also the revoked ones, by name.
func (tx *Tx) Tokens() ([]vpt.Token, error) { return tx.tokens(`1 = 1`) }

func (tx *Tx) tokens(where string, args ...any) ([]vpt.Token, error) {
	var out []vpt.Token
	err := tx.each(`SELECT `+tokenColumns+` FROM api_token WHERE organisation_id = $1 AND `+where+` ORDER BY name, id`,
		append([]any{string(tx.org)}, args...), func(scan func(...any) error) error {
			t, err := scanToken(scan)
			out = append(out, t)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: tokens: %w", err)
	}
	return out, nil
}

// RevokeToken makes a token worthless; ErrNotFound when it is not there or was
// revoked before.
func (tx *Tx) RevokeToken(id vpt.TokenID) error {
	n, err := tx.exec(`UPDATE api_token SET revoked_at = $3 WHERE organisation_id = $1 AND id = $2 AND revoked_at IS NULL`,
		string(tx.org), string(id), tx.now.UnixMicro())
	if err == nil && n == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("store: revoke token: %w", err)
	}
	return nil
}
