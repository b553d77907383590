package vpt

import (
	"io"
	"time"
)

// Limits of evidence.
const (
	MaxEvidenceSize  = 25 << 20  // bytes of one file
	MaxEvidenceFiles = 20        // per case
	MaxEvidenceTotal = 100 << 20 // bytes per case
	EvidenceChunk    = 256 << 10 // bytes sealed at a time
	PreviewSide      = 1600      // pixels of the longest side of a preview
)

// Evidence is an uploaded file: sealed, hashed, never executed or shown inline
// as a page.
type Evidence struct {
	ID         EvidenceID
	Report     ReportID // empty when a handler added it to the case
	Name       Private  // file name as given
	MediaType  string   // established by content
	Size       int64    // bytes
	Chunks     int
	SHA256     string // of the content, hexadecimal
	By         PersonID
	ByName     Private
	At         time.Time
	Removed    bool // the content is gone; that it was there stays
	RemovedBy  PersonID
	RemovedAt  time.Time
	RemovedWhy Private
}

// Pictured reports whether a preview can be drawn of the file.
func (e Evidence) Pictured() bool {
	if e.Removed {
		return false
	}
	switch e.MediaType {
	case "image/jpeg", "image/png", "image/webp":
		return true
	}
	return false
}

// AddEvidence is the input for a file; its content comes as a stream. One of
// Report and Case says where it belongs.
type AddEvidence struct {
	Report string // number; for reporters and affected persons
	Case   string // number; for handlers
	Name   Private
}

// Validate checks the input.
func (in AddEvidence) Validate() error {
	var p Problems
	p.Require("report", in.Report == "" && in.Case == "")
	p.Require("evidence", in.Name.IsZero())
	p.MaxLen("evidence", in.Name.Len(), MaxLine)
	noBSN(&p, "evidence", in.Name)
	return p.Err()
}

// EvidenceRef names one file of a report or a case.
type EvidenceRef struct {
	Report string // number; empty when asked through the case
	Case   string
	ID     EvidenceID
}

// EvidenceFile is a file with its content, which is read from the database
// while it is sent. Reading fails with ErrNotFound when the right to it ends
// in between.
type EvidenceFile struct {
	Evidence
	Content io.Reader
}

// RemoveEvidence is the input for taking the content of a file away for good.
type RemoveEvidence struct {
	Case string
	ID   EvidenceID
	Why  Private
	Once Once
}

// Validate checks the input.
func (in RemoveEvidence) Validate() error {
	var p Problems
	requireText(&p, "why", in.Why)
	return p.Err()
}
