package sheet

import (
	"errors"
	"strconv"
)

// The codes of Error: Dutch kebab-case, keys of the texts that a user reads.
const (
	CodeEmpty          = "leeg-bestand"             // nothing in it, or only blank rows
	CodeUnknownFormat  = "onbekend-formaat"         // no CSV, XLSX or ODS
	CodeOldExcel       = "oud-excel-formaat"        // .xls of before 2007
	CodeEncrypted      = "versleuteld"              // protected by a password
	CodeTooLarge       = "te-groot"                 // the file, or what it unpacks to
	CodeTooManyRows    = "te-veel-rijen"            //
	CodeTooManyColumns = "te-veel-kolommen"         //
	CodeTooManyCells   = "te-veel-cellen"           // rows times columns
	CodeCellTooLarge   = "cel-te-groot"             // one cell holds too much text
	CodeBroken         = "kapot"                    // not well-formed
	CodeUnclosedQuote  = "aanhalingsteken-open"     // opened on this line, never closed
	CodeMisplacedQuote = "aanhalingsteken-verkeerd" // text directly after a closing quote
	CodeUnknownText    = "onbekende-tekens"         // bytes that are no text in the encoding
	CodeUneven         = "ongelijke-rij"            // writing: a row with more cells than columns
)

// Error says why a table could not be read or written. It never holds what
// stood in a cell, so it may be logged and shown.
type Error struct {
	Code string
	// Line is where it went wrong, counted as in Row.Line; 0 when it concerns
	// the whole file. When writing it is the position in Sheet.Rows, from 1.
	Line int
}

// Error gives the code and the line, for logs and tests.
func (e *Error) Error() string {
	if e.Line == 0 {
		return "sheet: " + e.Code
	}
	return "sheet: " + e.Code + ", line " + strconv.Itoa(e.Line)
}

// Is makes errors.Is match on the code alone when target has no line.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code && (t.Line == 0 || t.Line == e.Line)
}

func fail(code string) *Error { return &Error{Code: code} }

func failAt(code string, line int) *Error { return &Error{Code: code, Line: line} }

// asError keeps an *Error and turns any other error of the zip and XML readers
// into "kapot". Its text is dropped on purpose: those messages quote the input.
func asError(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return fail(CodeBroken)
}
