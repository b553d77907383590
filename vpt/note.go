package vpt

import "time"

// Visibility says who may read an entry.
type Visibility string

// Who may read an entry.
const (
	VisibleHandlers Visibility = "behandelaars"
	VisibleReporter Visibility = "ook-melder"
)

// Note is a remark of a handler on a case.
type Note struct {
	ID         NoteID
	Author     PersonID
	AuthorName Private
	Visible    Visibility
	Text       Private
	At         time.Time
}

// WriteNote is the input for a note.
type WriteNote struct {
	Case    string
	Visible Visibility
	Text    Private
	Once    Once
}

// Validate checks the input.
func (in WriteNote) Validate() error {
	var p Problems
	oneOf(&p, "visible", in.Visible, VisibleHandlers, VisibleReporter)
	requireText(&p, "text", in.Text)
	return p.Err()
}

func requireText(p *Problems, path string, text Private) {
	p.Require(path, text.IsZero())
	p.MaxLen(path, text.Len(), MaxText)
	noBSN(p, path, text)
}
