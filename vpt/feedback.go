package vpt

import "time"

// Feedback is what the owner told the reporter: sent, or waived because the
// reporter does not want it.
type Feedback struct {
	ID     string
	Report ReportID
	Text   Private
	Waived bool
	By     PersonID
	At     time.Time
}

// SendFeedback is the input for feedback to the reporters of a case.
type SendFeedback struct {
	Case   string
	Text   Private
	Waived bool // "melder wil dit niet"
	Once   Once
}

// Validate checks the input.
func (in SendFeedback) Validate() error {
	var p Problems
	p.Require("text", in.Text.IsZero() && !in.Waived)
	p.MaxLen("text", in.Text.Len(), MaxText)
	noBSN(&p, "text", in.Text)
	return p.Err()
}

// ReopenCase is the input for reopening a closed case.
type ReopenCase struct {
	Case string
	Why  Private
	Once Once
}

// Validate checks the input.
func (in ReopenCase) Validate() error {
	var p Problems
	requireText(&p, "why", in.Why)
	return p.Err()
}
