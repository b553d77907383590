package config

import (
	"fmt"
	"log/slog"
)

const redacted = "•••"

// Secret is a setting that must not be shown. Every way of printing or
// marshalling it redacts; the text hangs on a pointer because fmt prints the
// fields of a plain struct that is nested in an unexported field. The zero
// value is empty.
type Secret struct{ text *string }

// NewSecret wraps text; an empty text gives the zero value.
func NewSecret(text string) Secret {
	if text == "" {
		return Secret{}
	}
	return Secret{text: &text}
}

// Expose returns the secret itself.
func (s Secret) Expose() string {
	if s.text == nil {
		return ""
	}
	return *s.text
}

// IsZero reports whether there is none.
func (s Secret) IsZero() bool { return s.text == nil }

// UnmarshalText takes any text.
func (s *Secret) UnmarshalText(text []byte) error {
	*s = NewSecret(string(text))
	return nil
}

// String redacts.
func (s Secret) String() string {
	if s.text == nil {
		return ""
	}
	return redacted
}

// Format redacts for every verb.
func (s Secret) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(s.String())) }

// LogValue redacts in log/slog.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// MarshalText redacts, so that settings can be shown as JSON.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }
