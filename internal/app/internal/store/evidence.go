package store

import (
	"database/sql"
	"fmt"
	"strconv"
	"time"

	"rugdekking/vpt"
)

// The states of a file.
const (
	evidenceKept    = "bewaard"
	evidenceRemoved = "verwijderd"
)

// InsertEvidenceChunk seals and stores one part of a file. Until the file is
// attached its parts belong to nothing, and are swept after a day.
func (tx *Tx) InsertEvidenceChunk(casefile vpt.CasefileID, file vpt.EvidenceID, sequence int, data []byte) error {
	key, err := tx.caseKey(casefile)
	if err != nil {
		return err
	}
	_, err = tx.exec(`INSERT INTO evidence_chunk (organisation_id, evidence_id, sequence, data_sealed, at) VALUES ($1, $2, $3, $4, $5)`,
		string(tx.org), string(file), sequence, key.Seal(tx.place("evidence_chunk", "data_sealed", chunkRow(file, sequence)), data), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert evidence chunk: %w", err)
	}
	return nil
}

// chunkRow binds a part to its file and its place in it.
func chunkRow(file vpt.EvidenceID, sequence int) string {
	return string(file) + "/" + strconv.Itoa(sequence)
}

// EvidenceChunk reads one part of a file.
func (tx *Tx) EvidenceChunk(file vpt.EvidenceID, sequence int) ([]byte, error) {
	var sealed []byte
	err := tx.one(`SELECT data_sealed FROM evidence_chunk WHERE organisation_id = $1 AND evidence_id = $2 AND sequence = $3`,
		[]any{string(tx.org), string(file), sequence}, &sealed)
	if err != nil {
		return nil, fmt.Errorf("store: evidence chunk: %w", err)
	}
	data, err := tx.openBytes("evidence_chunk", "data_sealed", chunkRow(file, sequence), sealed)
	if err == nil && data == nil {
		err = vpt.ErrNotFound // its key was destroyed
	}
	return data, err
}

// DropEvidenceChunks removes the parts of a file.
func (tx *Tx) DropEvidenceChunks(file vpt.EvidenceID) error {
	if _, err := tx.exec(`DELETE FROM evidence_chunk WHERE organisation_id = $1 AND evidence_id = $2`, string(tx.org), string(file)); err != nil {
		return fmt.Errorf("store: drop evidence chunks: %w", err)
	}
	return nil
}

// InsertEvidence attaches a file, of which all parts are there, to a case.
func (tx *Tx) InsertEvidence(casefile vpt.CasefileID, e vpt.Evidence) error {
	key, err := tx.caseKey(casefile)
	if err != nil {
		return err
	}
	_, err = tx.exec(`INSERT INTO evidence (organisation_id, id, casefile_id, report_id, name_sealed, media_type, size, sha256, chunks, state, by_id, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
		string(tx.org), string(e.ID), string(casefile), nullable(e.Report), key.SealText(tx.place("evidence", "name_sealed", string(e.ID)), e.Name),
		e.MediaType, e.Size, e.SHA256, e.Chunks, evidenceKept, string(e.By), tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert evidence: %w", err)
	}
	return nil
}

// RemoveEvidence notes who took the content of a file away and why; the parts
// themselves go by DropEvidenceChunks.
func (tx *Tx) RemoveEvidence(casefile vpt.CasefileID, e vpt.Evidence) error {
	key, err := tx.caseKey(casefile)
	if err != nil {
		return err
	}
	n, err := tx.exec(`UPDATE evidence SET state = $3, removed_by = $4, removed_at = $5, removed_why_sealed = $6
		WHERE organisation_id = $1 AND id = $2 AND removed_at IS NULL`,
		string(tx.org), string(e.ID), evidenceRemoved, string(e.RemovedBy), tx.now.UnixMicro(),
		key.SealText(tx.place("evidence", "removed_why_sealed", string(e.ID)), e.RemovedWhy))
	if err == nil && n == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("store: remove evidence: %w", err)
	}
	return nil
}

// EvidenceOfCase reads the files of a case, oldest first, without content.
func (tx *Tx) EvidenceOfCase(id vpt.CasefileID) ([]vpt.Evidence, error) {
	return tx.evidence(`casefile_id = $2`, string(id))
}

// EvidenceOfReport reads the files of one report, oldest first.
func (tx *Tx) EvidenceOfReport(id vpt.ReportID) ([]vpt.Evidence, error) {
	return tx.evidence(`report_id = $2`, string(id))
}

func (tx *Tx) evidence(where, arg string) ([]vpt.Evidence, error) {
	var out []vpt.Evidence
	var sealed [][2][]byte
	err := tx.each(`SELECT id, COALESCE(report_id, ''), name_sealed, media_type, size, sha256, chunks, state, by_id, at,
		COALESCE(removed_by, ''), removed_at, removed_why_sealed FROM evidence WHERE organisation_id = $1 AND `+where+` ORDER BY at, id`,
		[]any{string(tx.org), arg}, func(scan func(...any) error) error {
			var e vpt.Evidence
			var s [2][]byte
			var state string
			var at int64
			var removed sql.NullInt64
			err := scan(&e.ID, &e.Report, &s[0], &e.MediaType, &e.Size, &e.SHA256, &e.Chunks, &state, &e.By, &at, &e.RemovedBy, &removed, &s[1])
			e.At, e.Removed, e.RemovedAt = time.UnixMicro(at).UTC(), state == evidenceRemoved, instant(removed)
			out, sealed = append(out, e), append(sealed, s)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: evidence: %w", err)
	}
	for i := range out {
		if err := tx.openEvidence(&out[i], sealed[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (tx *Tx) openEvidence(e *vpt.Evidence, sealed [2][]byte) (err error) {
	if e.Name, err = tx.open("evidence", "name_sealed", string(e.ID), sealed[0]); err != nil {
		return err
	}
	if e.RemovedWhy, err = tx.open("evidence", "removed_why_sealed", string(e.ID), sealed[1]); err != nil {
		return err
	}
	name, err := tx.PersonName(e.By)
	e.ByName = name.Name
	return err
}
