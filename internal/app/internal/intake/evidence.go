package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/app/internal/upload"
	"rugdekking/vpt"
)

// errTooLarge is a file over the limit of one file.
var errTooLarge = upload.Problem("evidence", "bestand-te-groot")

// place is where a file belongs: a case and, when it came with one, a report.
type place struct {
	casefile vpt.CasefileID
	report   vpt.ReportID
	shut     bool // asked for by its number, the case takes nothing more
}

// ofPlace finds a report or case for evidence. Through a case only who may
// read that case comes near its files: a reporter has the way of her own
// report, and somebody whom it happened to does not see those of others.
func (a Room) ofPlace(who vpt.Actor, report, number string, into *place) desk.Locate {
	return func(tx *store.Tx) (policy.Subject, error) {
		if report != "" {
			var r vpt.Report
			on, err := a.desk.OfReport(report, &r)(tx)
			*into = place{casefile: r.Casefile, report: r.ID}
			on.Unit, on.Owner = "", "" // handlers come by the case
			return on, err
		}
		var c vpt.Casefile
		on, err := a.desk.OfCase(number, &c)(tx)
		if err == nil && !a.desk.Policy.Decide(who, policy.CaseRead, on) {
			err = desk.ErrDenied
		}
		*into = place{casefile: c.ID, shut: !slices.Contains(casework.UntilMerged(), c.State)}
		return on, err
	}
}

// AddEvidence takes a file from a stream: it is sealed and stored part by part
// in transactions of their own, and attached by one small one at the end. What
// was not attached is swept after a day. A file that is there already is not
// added again.
func (a Room) AddEvidence(ctx context.Context, who vpt.Actor, in vpt.AddEvidence, r io.Reader) (vpt.EvidenceID, error) {
	e := vpt.Evidence{ID: vpt.EvidenceID(store.NewID()), Name: in.Name, By: who.Person}
	if err := in.Validate(); err != nil {
		return "", fmt.Errorf("%s: %w", policy.EvidenceAdd, err)
	}
	if err := a.takeFile(ctx, who, in, &e, r); err != nil {
		return "", errors.Join(err, a.dropParts(ctx, who, in, e))
	}
	err := a.attach(ctx, who, in, &e)
	if err != nil {
		err = errors.Join(err, a.dropParts(ctx, who, in, e))
	}
	return e.ID, err
}

// takeFile stores the parts of a file and learns its type, size and hash.
func (a Room) takeFile(ctx context.Context, who vpt.Actor, in vpt.AddEvidence, e *vpt.Evidence, r io.Reader) error {
	var at place
	buf := make([]byte, vpt.EvidenceChunk)
	sum := sha256.New()
	var sniff upload.Sniffer
	for {
		n, err := io.ReadFull(r, buf)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return fmt.Errorf("%s: read: %w", policy.EvidenceAdd, err)
		}
		if n == 0 {
			break
		}
		if e.Size += int64(n); e.Size > vpt.MaxEvidenceSize {
			return errTooLarge
		}
		_, _ = sum.Write(buf[:n]) // a hash takes everything
		if !sniff.Write(buf[:n]) {
			return upload.ErrFileType
		}
		sequence := e.Chunks
		find := a.ofPlace(who, in.Report, in.Case, &at)
		put := func(tx *store.Tx, w *desk.Work) error {
			w.Unlogged() // attaching is logged
			return tx.InsertEvidenceChunk(at.casefile, e.ID, sequence, buf[:n])
		}
		if err := a.desk.Write(ctx, who, policy.EvidenceAdd, find, put); err != nil {
			return err
		}
		e.Chunks++
		if n < len(buf) {
			break
		}
	}
	if e.Size == 0 {
		return upload.Problem("evidence", "leeg-bestand")
	}
	var ok bool
	if e.MediaType, ok = sniff.MediaType(); !ok {
		return upload.ErrFileType
	}
	e.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return nil
}

// attach makes the parts a file of the case, if there is room.
func (a Room) attach(ctx context.Context, who vpt.Actor, in vpt.AddEvidence, e *vpt.Evidence) error {
	var at place
	own := *e
	return a.desk.Write(ctx, who, policy.EvidenceAdd, a.ofPlace(who, in.Report, in.Case, &at), func(tx *store.Tx, w *desk.Work) error {
		if *e = own; at.shut {
			return casework.ErrNotOpen
		}
		if err := tx.HoldCase(at.casefile); err != nil {
			return err
		}
		there, err := tx.EvidenceOfCase(at.casefile)
		if err != nil {
			return err
		}
		e.Report = at.report
		for _, f := range there {
			if !f.Removed && f.SHA256 == e.SHA256 && f.Report == e.Report {
				w.Unlogged()
				e.ID = f.ID
				return tx.DropEvidenceChunks(own.ID)
			}
		}
		if err := room(there, *e); err != nil {
			return err
		}
		if err := tx.InsertEvidence(at.casefile, *e); err != nil {
			return err
		}
		w.Changed("evidence")
		visible := vpt.VisibleHandlers
		if e.Report != "" {
			visible = vpt.VisibleReporter
		}
		if err := tx.InsertEvent(at.casefile, who.ID(), vpt.Event{Kind: vpt.EventEvidence, Visible: visible, Ref: string(e.ID)}); err != nil {
			return err
		}
		return a.tellHandler(tx, who, at.casefile, vpt.MailComment)
	})
}

// room refuses a file for which a case has no room beside those that are there.
func room(there []vpt.Evidence, e vpt.Evidence) error {
	files, size := 1, e.Size
	for _, f := range there {
		if !f.Removed {
			files, size = files+1, size+f.Size
		}
	}
	if files > vpt.MaxEvidenceFiles {
		return upload.Problem("evidence", "te-veel-bestanden")
	}
	if size > vpt.MaxEvidenceTotal {
		return upload.Problem("evidence", "te-veel-bytes")
	}
	return nil
}

// dropParts removes what was stored of a file that was refused. When that
// fails too, the sweep finds it.
func (a Room) dropParts(ctx context.Context, who vpt.Actor, in vpt.AddEvidence, e vpt.Evidence) error {
	if e.Chunks == 0 {
		return nil
	}
	var at place
	// The request may be over: the parts must go all the same.
	ctx = context.WithoutCancel(ctx)
	return a.desk.Write(ctx, who, policy.EvidenceAdd, a.ofPlace(who, in.Report, in.Case, &at), func(tx *store.Tx, w *desk.Work) error {
		w.Unlogged()
		return tx.DropEvidenceChunks(e.ID)
	})
}

// Evidence opens a file to download it. The reading is logged before the first
// byte is given.
func (a Room) Evidence(ctx context.Context, who vpt.Actor, ref vpt.EvidenceRef) (vpt.EvidenceFile, error) {
	var found vpt.Evidence
	var at place
	err := a.desk.Read(ctx, who, policy.EvidenceRead, a.ofPlace(who, ref.Report, ref.Case, &at), func(tx *store.Tx) (err error) {
		found, err = evidenceAt(tx, at, ref.ID)
		return err
	})
	if err != nil {
		return vpt.EvidenceFile{}, err
	}
	return vpt.EvidenceFile{Evidence: found, Content: &evidenceReader{ctx: ctx, app: a.desk, who: who, ref: ref, chunks: found.Chunks}}, nil
}

// evidenceAt finds a file in a place; those of another report are not there.
func evidenceAt(tx *store.Tx, at place, id vpt.EvidenceID) (vpt.Evidence, error) {
	files, err := tx.EvidenceOfCase(at.casefile)
	if err != nil {
		return vpt.Evidence{}, err
	}
	for _, f := range files {
		if f.ID == id && !f.Removed && (at.report == "" || f.Report == at.report) {
			return f, nil
		}
	}
	return vpt.Evidence{}, vpt.ErrNotFound
}

// evidenceReader gives a file part by part, each in a transaction of its own,
// so that a slow reader holds up nobody.
type evidenceReader struct {
	ctx    context.Context // of the request that reads
	app    *desk.Desk
	who    vpt.Actor
	ref    vpt.EvidenceRef
	next   int
	chunks int
	rest   []byte
}

// Read gives the next bytes.
func (r *evidenceReader) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		if r.next == r.chunks {
			return 0, io.EOF
		}
		var at place
		err := r.app.Resume(r.ctx, r.who, policy.EvidenceRead, In(r.app).ofPlace(r.who, r.ref.Report, r.ref.Case, &at), func(tx *store.Tx) (err error) {
			r.rest, err = tx.EvidenceChunk(r.ref.ID, r.next)
			return err
		})
		if err != nil {
			return 0, err
		}
		r.next++
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// RemoveEvidence takes the content of a file away for good, with a reason.
// That it was there, its hash and who removed it stay.
func (a Room) RemoveEvidence(ctx context.Context, who vpt.Actor, in vpt.RemoveEvidence) error {
	var c vpt.Casefile
	return a.desk.Write(ctx, who, policy.EvidenceDrop, a.desk.OfCase(in.Case, &c), func(tx *store.Tx, w *desk.Work) error {
		_, err := a.desk.Once(tx, who, w, in.Once, func() (string, error) {
			if err := in.Validate(); err != nil {
				return "", err
			}
			if err := tx.HoldCase(c.ID); err != nil {
				return "", err
			}
			e, err := evidenceAt(tx, place{casefile: c.ID}, in.ID)
			if err != nil {
				return "", err
			}
			e.RemovedBy, e.RemovedWhy = who.Person, in.Why
			if err := tx.RemoveEvidence(c.ID, e); err != nil {
				return "", err
			}
			w.Changed("evidence:" + string(e.ID))
			visible := vpt.VisibleHandlers
			if e.Report != "" {
				visible = vpt.VisibleReporter
			}
			err = tx.InsertEvent(c.ID, who.ID(), vpt.Event{Kind: vpt.EventEvidence, Visible: visible, Ref: string(e.ID), Detail: "verwijderd"})
			if err != nil {
				return "", err
			}
			return c.Number, tx.DropEvidenceChunks(e.ID)
		})
		return err
	})
}
