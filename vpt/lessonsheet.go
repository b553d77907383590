package vpt

import "time"

// LessonSheet is a case as a team talks it over: what happened in neutral
// words, why, what helped and what to ask each other. It holds nobody's name
// and nobody's own account.
type LessonSheet struct {
	Number       string // of the case
	Organisation string
	Unit         string
	Made         time.Time
	Zone         *time.Location
	Month        Date // a day of the month of the incident; the day itself would tell who had duty
	Kinds        []string
	Channel      string
	Summary      Private // as a handler wrote it for the team
	Analysed     bool
	Trigger      string
	Nature       string
	Causes       []string
	Colleague    Answer
	DidWhat      Private
	DidHelp      Answer
	WouldHelp    Private
	Lessons      Private
	Actions      []Private // improvements that were planned
	Norm         TeamNorm  // of the team or the nearest above it; Version 0: none
	People       []DossierPerson
	Instigators  []Instigator
}

// MakeLessonSheet is the input for a lesson sheet. The summary stands on the
// sheet alone and is kept nowhere.
type MakeLessonSheet struct {
	Case    string
	Summary Private
	Format  LetterFormat
}

// Validate checks the input.
func (in MakeLessonSheet) Validate() error {
	var p Problems
	longText(&p, "summary", in.Summary)
	oneOf(&p, "format", in.Format, FormatPDF, FormatODT, FormatDOCX)
	return p.Err()
}
