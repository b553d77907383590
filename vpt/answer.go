package vpt

// Answer is an answer to a yes-or-no question. The empty answer was not asked.
type Answer string

// The answers.
const (
	AnswerYes     Answer = "ja"
	AnswerNo      Answer = "nee"
	AnswerUnknown Answer = "onbekend"
)

// Answers gives all answers in the order of a form.
func Answers() []Answer { return []Answer{AnswerYes, AnswerNo, AnswerUnknown} }

// optionalOf notes at path that a choice is none of those offered; nothing need
// be chosen.
func optionalOf[T ~string](p *Problems, path string, value T, offered ...T) {
	if value != "" {
		oneOf(p, path, value, offered...)
	}
}

// optionalPast notes at path that a day is no day or still to come; nothing
// need be given.
func optionalPast(p *Problems, path string, day, today Date) {
	if day != "" {
		pastDay(p, path, day, today)
	}
}

// shortText checks a line that may be left empty.
func shortText(p *Problems, path string, text Private) {
	p.MaxLen(path, text.Len(), MaxLine)
	noBSN(p, path, text)
}

// longText checks a text that may be left empty.
func longText(p *Problems, path string, text Private) {
	p.MaxLen(path, text.Len(), MaxText)
	noBSN(p, path, text)
}
