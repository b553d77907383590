package vpt

import (
	"errors"
	"strings"
)

// Kind says what sort of refusal an Error is; the edges turn it into a status.
type Kind int

// The kinds of refusal. An error that is no *Error at all is internal.
const (
	KindInternal        Kind = iota
	KindInvalid              // the input is not right; Fields says where
	KindNotFound             // it does not exist, or not for you
	KindForbidden            // this role never may (JSON API only; pages say not found)
	KindConflict             // it has changed, or cannot be done in this state
	KindUnauthenticated      // who are you?
	KindThrottled            // too often; try again later
	KindUnavailable          // cannot now; try again later
	KindTooLarge             // more than is accepted
)

// Field is one thing that is wrong with an input: which field (a dotted path
// in the input struct's own names) and which code. Never the value.
type Field struct {
	Path string
	Code string
}

// Error is an error with a kind and a code. Code is Dutch kebab-case, the same
// word in the JSON API and as key of the text in internal/nl.
type Error struct {
	Kind   Kind
	Code   string
	Fields []Field
	cause  error
}

// Fail makes an Error of one kind and code.
func Fail(kind Kind, code string) *Error { return &Error{Kind: kind, Code: code} }

// Because returns a copy of e that wraps cause, for the log.
func (e *Error) Because(cause error) *Error {
	c := *e
	c.cause = cause
	return &c
}

// Error gives kind and code for logs and tests; never a value of the input.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Code)
	for _, f := range e.Fields {
		b.WriteString(" " + f.Path + ":" + f.Code)
	}
	if e.cause != nil {
		b.WriteString(": " + e.cause.Error())
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.cause }

// Is makes errors.Is(err, ErrNotFound) hold for every Error of the same kind
// and code.
func (e *Error) Is(target error) bool {
	var t *Error
	return errors.As(target, &t) && t.Kind == e.Kind && t.Code == e.Code
}

// KindOf returns the kind of err, KindInternal when it is no *Error.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return KindInternal
}

// The errors that many use cases share.
var (
	ErrNotFound        = Fail(KindNotFound, "niet-gevonden")
	ErrForbidden       = Fail(KindForbidden, "scope-ontbreekt")
	ErrUnauthenticated = Fail(KindUnauthenticated, "niet-aangemeld")
	ErrThrottled       = Fail(KindThrottled, "te-vaak")
	ErrUnavailable     = Fail(KindUnavailable, "even-niet-beschikbaar")
)

// Problems collects what is wrong with an input, so that all of it is told at once.
type Problems struct{ fields []Field }

// Add notes code at path.
func (p *Problems) Add(path, code string) { p.fields = append(p.fields, Field{path, code}) }

// Require notes "verplicht" at path when missing holds.
func (p *Problems) Require(path string, missing bool) {
	if missing {
		p.Add(path, "verplicht")
	}
}

// MaxLen notes "te-lang" at path when text has more than limit bytes.
func (p *Problems) MaxLen(path string, length, limit int) {
	if length > limit {
		p.Add(path, "te-lang")
	}
}

// Join notes the fields of an Error of KindInvalid; any other error it gives back.
func (p *Problems) Join(err error) error {
	var e *Error
	if !errors.As(err, &e) || e.Kind != KindInvalid {
		return err
	}
	p.fields = append(p.fields, e.Fields...)
	return nil
}

// Any reports whether something is wrong.
func (p *Problems) Any() bool { return len(p.fields) > 0 }

// Err returns an Error of KindInvalid with all that was noted, or nil.
func (p *Problems) Err() error {
	if len(p.fields) == 0 {
		return nil
	}
	return &Error{Kind: KindInvalid, Code: "ongeldige-invoer", Fields: p.fields}
}

// Has reports whether something is noted at path.
func (p *Problems) Has(path string) bool {
	for _, f := range p.fields {
		if f.Path == path {
			return true
		}
	}
	return false
}

// FieldsOf gives what is wrong with which field, nothing when err is no Error.
func FieldsOf(err error) []Field {
	var e *Error
	if errors.As(err, &e) {
		return e.Fields
	}
	return nil
}

// AllProblems puts what several checks of one input found into one error, so
// that all of it is told at once. Any other error among them is given alone.
func AllProblems(errs ...error) error {
	var p Problems
	for _, err := range errs {
		var e *Error
		switch {
		case err == nil:
		case errors.As(err, &e) && e.Kind == KindInvalid && len(e.Fields) > 0:
			p.fields = append(p.fields, e.Fields...)
		default:
			return err
		}
	}
	return p.Err()
}
