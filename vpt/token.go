package vpt

import "time"

// AddToken is the input for a token of the JSON API.
type AddToken struct {
	Name   string
	Scopes []TokenScope
	Unit   UnitID
}

// Validate checks the input.
func (in AddToken) Validate() error {
	var p Problems
	p.Require("name", in.Name == "")
	if in.Name != "" && !validSlug(in.Name, 60) {
		p.Add("name", "ongeldige-code")
	}
	p.Require("scope", len(in.Scopes) == 0)
	for _, s := range in.Scopes {
		oneOf(&p, "scope", s, TokenScopes()...)
	}
	return p.Err()
}

// Token is an API token as the administrator sees it, without its secret.
type Token struct {
	ID        TokenID
	Name      string
	Scopes    []TokenScope
	Unit      UnitID
	CreatedAt time.Time
	RevokedAt time.Time
}

// NewToken is a token that was just made. Secret is shown once: only its hash
// is kept.
type NewToken struct {
	ID     TokenID
	Secret Private
}
