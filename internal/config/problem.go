package config

import (
	"fmt"
	"strings"
)

// The codes of what can be wrong with a setting; texts live elsewhere.
const (
	CodeRequired    = "verplicht"
	CodeMalformed   = "onjuiste-vorm"
	CodeTogether    = "hoort-bij-elkaar"
	CodeLoopback    = "zonder-tls-alleen-op-deze-computer"
	CodeHTTPS       = "moet-https-zijn"
	CodeTwice       = "dubbel-opgegeven"
	CodeUnknown     = "onbekende-instelling"
	CodeUnreadable  = "bestand-niet-leesbaar"
	CodeEmptyFile   = "bestand-is-leeg"
	CodeFileTooLong = "bestand-te-groot"
	CodeTooSlow     = "duurt-te-lang"
)

// Problem is one setting that is wrong. It never holds the value.
type Problem struct {
	// Setting is the name as in a flag, without the dashes.
	Setting string
	Code    string
	// Line is the line of the config file, or 0.
	Line int
	// Cause is why a file could not be read, or nil.
	Cause error
}

// String is "naam: code", with the line of the file when there is one.
func (p Problem) String() string {
	text := p.Setting + ": " + p.Code
	if p.Setting == "" {
		text = p.Code
	}
	if p.Line > 0 {
		text = fmt.Sprintf("regel %d: %s", p.Line, text)
	}
	if p.Cause != nil {
		text += ": " + p.Cause.Error()
	}
	return text
}

// Problems is all that is wrong at once.
type Problems []Problem

func (p *Problems) add(setting, code string) { *p = append(*p, Problem{Setting: setting, Code: code}) }

func (p Problems) err() error {
	if len(p) == 0 {
		return nil
	}
	return p
}

// Error lists names and codes, for the log and for tests.
func (p Problems) Error() string {
	parts := make([]string, len(p))
	for i, one := range p {
		parts[i] = one.String()
	}
	return strings.Join(parts, "; ")
}

// Unwrap gives the causes.
func (p Problems) Unwrap() []error {
	var causes []error
	for _, one := range p {
		if one.Cause != nil {
			causes = append(causes, one.Cause)
		}
	}
	return causes
}
