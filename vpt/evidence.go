package vpt

import "time"

// Limits of evidence.
const (
	MaxEvidenceSize  = 25 << 20  // bytes of one file
	MaxEvidenceFiles = 20        // per case
	MaxEvidenceTotal = 100 << 20 // bytes per case
	EvidenceChunk    = 256 << 10 // bytes sealed at a time
)

// Evidence is an uploaded file: sealed, hashed, never executed or shown inline
// as a page.
type Evidence struct {
	ID        EvidenceID
	Report    ReportID
	Name      Private // file name as given
	MediaType string  // established by content
	Size      int64   // bytes
	SHA256    string  // of the content, hexadecimal
	By        PersonID
	ByName    Private
	At        time.Time
	Removed   bool
}
