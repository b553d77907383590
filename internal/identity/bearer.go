package identity

import (
	"net/http"
	"strings"

	"rugdekking/vpt"
)

// Bearer gives the token of the Authorization header (RFC 6750 §2.1), empty
// when there is none. Tokens in an address or a form are not taken: addresses
// end up in logs.
func Bearer(r *http.Request) vpt.Private {
	values := r.Header.Values("Authorization")
	if len(values) != 1 {
		return vpt.Private{}
	}
	scheme, token, ok := strings.Cut(values[0], " ")
	if !ok || !strings.EqualFold(scheme, "Bearer") || len(token) > maxCookie {
		return vpt.Private{}
	}
	return vpt.NewPrivate(strings.TrimSpace(token))
}

// Service gives the service that a request of the JSON API comes from:
// ErrUnauthenticated without a token that counts.
func (s *Sessions) Service(r *http.Request) (vpt.Actor, error) {
	token := Bearer(r)
	if token.IsZero() {
		return Anonymous(r), vpt.ErrUnauthenticated
	}
	who, err := s.door.TokenActor(r.Context(), Anonymous(r), token)
	if err != nil {
		return Anonymous(r), err
	}
	return who, nil
}
