package vpt

import "time"

// DraftForm names a form of which a draft may be kept.
type DraftForm string

// ReportDraft is the draft of the reporting form.
const ReportDraft DraftForm = "melding"

// MaxDraft is how many bytes a draft may have: a full account, escaped as
// forms are sent.
const MaxDraft = 4 * MaxAccount

// Draft is a form that was not sent yet, as it was typed. It belongs to one
// person; nobody else reads it.
type Draft struct {
	Form    DraftForm
	Data    Private   // the fields, encoded as the form sends them
	SavedAt time.Time // zero when there is no draft
}

// Validate checks what is to be kept.
func (d Draft) Validate() error {
	var p Problems
	oneOf(&p, "form", d.Form, ReportDraft)
	p.MaxLen("data", d.Data.Len(), MaxDraft)
	return p.Err()
}
