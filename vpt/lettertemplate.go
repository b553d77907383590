package vpt

// LetterTemplate is one letter as an organisation has it.
type LetterTemplate struct {
	Code    string
	Title   string
	Version int
	Own     bool   // the organisation's own text; else the shipped one
	Data    []byte // the file
	Blocks  []string
	Preview Private // HTML with the values of a case, or with the names of the blanks
	Problem []Field // what is wrong with a text that was tried
}

// SaveLetterTemplate is the input for an organisation's own text of a letter.
// With Case it is only shown with what that case says, not kept.
type SaveLetterTemplate struct {
	Code    string
	Data    []byte
	Preview bool
	Case    string // number; empty: with the names of the blanks
	Once    Once
}
