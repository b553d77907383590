package paper

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/intake"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/post"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/document"
	"rugdekking/internal/dossier"
	"rugdekking/vpt"
)

// DossierForm gives what the police would get of a case, what is missing of
// it, and how people would be called. Looking is logged as opening the case.
func (a Room) DossierForm(ctx context.Context, who vpt.Actor, number string) (vpt.DossierForm, error) {
	var out vpt.DossierForm
	err := a.withDossier(ctx, who, policy.CaseRead, vpt.MakeDossier{Case: number, Mode: vpt.IdentityNumber, Witnesses: true, Files: true}, func(d vpt.Dossier) error {
		out = vpt.DossierForm{Dossier: d, Gaps: d.Gaps(), Replaced: dossier.Replaced(d), Names: dossier.Names(d)}
		return nil
	})
	return out, err
}

// DossierFile gives the dossier as one document.
func (a Room) DossierFile(ctx context.Context, who vpt.Actor, in vpt.MakeDossier, format vpt.LetterFormat) (vpt.LetterFile, error) {
	if err := in.Validate(); err != nil {
		return vpt.LetterFile{}, err
	}
	in.Files = false
	var d vpt.Dossier
	err := a.withDossier(ctx, who, policy.CaseDossier, in, func(found vpt.Dossier) error { d = found; return nil })
	if err != nil {
		return vpt.LetterFile{}, err
	}
	return fileOf(dossier.Police(d), d.FileName(string(format)), format)
}

// IdentitySheet gives the document that says who is who in a dossier under a
// number. It is logged by itself: nobody should need it but the police.
func (a Room) IdentitySheet(ctx context.Context, who vpt.Actor, number string) (vpt.LetterFile, error) {
	var d vpt.Dossier
	in := vpt.MakeDossier{Case: number, Mode: vpt.IdentityNumber, Witnesses: true}
	err := a.withDossier(ctx, who, policy.CaseIdentity, in, func(found vpt.Dossier) error { d = found; return nil })
	if err != nil {
		return vpt.LetterFile{}, err
	}
	return fileOf(dossier.Identity(d), "identiteitsblad-"+d.Number+".pdf", vpt.FormatPDF)
}

// Dossier writes the dossier to w as an archive: the document, and the files
// when they go along. These are read part by part while they are written; each
// is logged as opened. The sheet with the names is never in it.
//
// Nothing is written before the right to it is decided and logged. When an
// error comes after that, what was written is no whole archive.
func (a Room) Dossier(ctx context.Context, who vpt.Actor, in vpt.MakeDossier, w io.Writer) error {
	if err := in.Validate(); err != nil {
		return err
	}
	var d vpt.Dossier
	err := a.withDossier(ctx, who, policy.CaseDossier, in, func(found vpt.Dossier) error { d = found; return nil })
	if err != nil {
		return err
	}
	archive := zip.NewWriter(w)
	doc := dossier.Police(d)
	for _, format := range []vpt.LetterFormat{vpt.FormatPDF, vpt.FormatODT} {
		f, err := fileOf(doc, "dossier."+string(format), format)
		if err != nil {
			return err
		}
		if err := pack(archive, d, f.Name, bytes.NewReader(f.Data)); err != nil {
			return err
		}
	}
	if in.Files {
		if err := a.packFiles(ctx, who, d, archive); err != nil {
			return err
		}
	}
	if err := archive.Close(); err != nil {
		return fmt.Errorf("%s: %w", policy.CaseDossier, err)
	}
	return nil
}

func (a Room) packFiles(ctx context.Context, who vpt.Actor, d vpt.Dossier, archive *zip.Writer) error {
	for i, e := range d.Evidence {
		f, err := intake.In(a.desk).Evidence(ctx, who, vpt.EvidenceRef{Case: d.Number, ID: e.ID})
		if err != nil {
			return err
		}
		if err := pack(archive, d, dossier.Folder+"/"+dossier.AttachmentName(d, i), f.Content); err != nil {
			return err
		}
	}
	for _, b := range d.Bans {
		name := dossier.LetterName(d, b)
		if name == "" {
			continue
		}
		f, err := post.In(a.desk).LetterFile(ctx, who, d.Number, b.LetterID, vpt.FormatPDF)
		if err != nil {
			return err
		}
		if err := pack(archive, d, dossier.Folder+"/"+name, bytes.NewReader(f.Data)); err != nil {
			return err
		}
	}
	return nil
}

// pack puts one file into an archive.
func pack(archive *zip.Writer, d vpt.Dossier, name string, from io.Reader) error {
	head := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: d.Made.In(d.Zone)}
	head.SetMode(0o600)
	to, err := archive.CreateHeader(head)
	if err == nil {
		_, err = io.Copy(to, from)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", policy.CaseDossier, err)
	}
	return nil
}

// fileOf writes a document in a format.
func fileOf(doc document.Document, name string, format vpt.LetterFormat) (vpt.LetterFile, error) {
	var buf bytes.Buffer
	write := map[vpt.LetterFormat]func(io.Writer) error{vpt.FormatPDF: doc.WritePDF, vpt.FormatODT: doc.WriteODT, vpt.FormatDOCX: doc.WriteDOCX}[format]
	if write == nil {
		return vpt.LetterFile{}, vpt.ErrNotFound
	}
	if err := write(&buf); err != nil {
		return vpt.LetterFile{}, fmt.Errorf("app: dossier: %w", err)
	}
	return vpt.LetterFile{Name: name, MediaType: format.MediaType(), Data: buf.Bytes()}, nil
}

// withDossier finds a case, gathers its dossier and hands it over. Who may only
// read the case but not give it out is refused, whatever the action.
func (a Room) withDossier(ctx context.Context, who vpt.Actor, action policy.Action, in vpt.MakeDossier, use func(vpt.Dossier) error) error {
	return a.onPaper(ctx, who, action, policy.CaseDossier, in.Case, func(v *casework.Viewing, c vpt.Casefile) error {
		d, err := gather(v, who, c, in)
		if err != nil {
			return err
		}
		return use(d)
	})
}

// onPaper reads a case to put it on paper: one that is open or closed here. An
// old register has nothing to tell, and what was merged is told by the other.
func (a Room) onPaper(ctx context.Context, who vpt.Actor, action, also policy.Action, number string, use func(*casework.Viewing, vpt.Casefile) error) error {
	var c vpt.Casefile
	var on policy.Subject
	find := func(tx *store.Tx) (policy.Subject, error) {
		var err error
		on, err = casework.LeadingTo(tx, number, &c)
		return on, err
	}
	return a.desk.Read(ctx, who, action, find, func(tx *store.Tx) error {
		if !a.desk.Policy.Decide(who, also, on) {
			return desk.ErrDenied
		}
		if !slices.Contains(casework.UntilMerged(), c.State) {
			return vpt.ErrNotFound
		}
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		return use(&casework.Viewing{Tx: tx, Known: k, Names: map[vpt.PersonID]vpt.PersonName{}}, c)
	})
}
