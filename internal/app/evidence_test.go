package app_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// noise is a PNG of a size, with content that compresses badly enough to
// take more than one part.
func noise(t *testing.T, width, height int) []byte {
	t.Helper()
	p := image.NewNRGBA(image.Rect(0, 0, width, height))
	seed := uint32(1)
	for i := range p.Pix {
		seed = seed*1664525 + 1013904223
		p.Pix[i] = byte(seed >> 24)
	}
	for i := 3; i < len(p.Pix); i += 4 {
		p.Pix[i] = 255
	}
	var out bytes.Buffer
	if err := png.Encode(&out, p); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func addFile(w *apptest.World, name string, to vpt.AddEvidence, file string, content []byte) (vpt.EvidenceID, error) {
	to.Name = vpt.NewPrivate(file)
	return w.App.AddEvidence(context.Background(), w.Actor(name), to, bytes.NewReader(content))
}

func TestEvidence_GoesInAndComesOutWhole(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		number, casefile := w.Report("rosa", nil)
		content := noise(t, 500, 400) // three parts
		id, err := addFile(w, "rosa", vpt.AddEvidence{Report: number}, "de schade.png", content)
		w.Must(err)
		sum := sha256.Sum256(content)
		for name, ref := range map[string]vpt.EvidenceRef{
			"rosa": {Report: number, ID: id}, "mila": {Case: casefile, ID: id}, "cora": {Case: casefile, ID: id},
		} {
			f, err := w.App.Evidence(ctx, w.Actor(name), ref)
			w.Must(err)
			got, err := io.ReadAll(f.Content)
			w.Must(err)
			if !bytes.Equal(got, content) || f.MediaType != "image/png" || f.Size != int64(len(content)) || f.SHA256 != hex.EncodeToString(sum[:]) {
				t.Errorf("%s: %d bytes, %s, %d, %s", name, len(got), f.MediaType, f.Size, f.SHA256)
			}
		}
		if n := w.Value(`SELECT count(*) || '' FROM evidence_chunk`); n != "4" && n != "3" {
			t.Errorf("%s parts of %d bytes", n, len(content))
		}
		again, err := addFile(w, "rosa", vpt.AddEvidence{Report: number}, "nog eens.png", content)
		w.Must(err)
		if n := w.Value(`SELECT count(*) || '' FROM evidence`); again != id || n != "1" {
			t.Errorf("the same file again gave %s beside %s, %s rows", again, id, n)
		}
		if n := w.Value(`SELECT count(DISTINCT evidence_id) || '' FROM evidence_chunk`); n != "1" {
			t.Errorf("the parts of %s files are left", n)
		}
	})
}

func TestEvidence_IsNotThereForStrangers(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		number, casefile := w.Report("rosa", func(in *vpt.ReportIncident) {
			in.Affected = []vpt.AffectedInput{{Self: true}, {Person: w.People["mila"]}}
		})
		id, err := addFile(w, "rosa", vpt.AddEvidence{Report: number}, "bericht.txt", []byte("Ik weet waar je woont."))
		w.Must(err)
		added, err := addFile(w, "cora", vpt.AddEvidence{Case: casefile}, "van de coördinator.txt", []byte("Alleen voor behandelaars."))
		w.Must(err)
		for _, name := range []string{"anna", "leo", "wim", "wout", "bea", "ada", "otto", "olga"} {
			for _, ref := range []vpt.EvidenceRef{{Report: number, ID: id}, {Case: casefile, ID: id}} {
				if _, err := w.App.Evidence(ctx, w.Actor(name), ref); vpt.KindOf(err) != vpt.KindNotFound && vpt.KindOf(err) != vpt.KindForbidden {
					t.Errorf("%s reads %+v: %v", name, ref, err)
				}
			}
			if _, err := addFile(w, name, vpt.AddEvidence{Report: number}, "x.txt", []byte("x")); err == nil {
				t.Errorf("%s adds a file", name)
			}
		}
		// Mila manages the unit but was affected: her own report, never the case.
		if _, err := w.App.Evidence(ctx, w.Actor("mila"), vpt.EvidenceRef{Case: casefile, ID: added}); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("an affected manager reads a file of the case: %v", err)
		}
		if _, err := w.App.Evidence(ctx, w.Actor("mila"), vpt.EvidenceRef{Report: number, ID: id}); err != nil {
			t.Errorf("an affected person reads a file of the report: %v", err)
		}
		for _, ref := range []vpt.EvidenceRef{{Report: number, ID: added}, {Case: casefile, ID: id}} {
			if _, err := w.App.Evidence(ctx, w.Actor("rosa"), ref); vpt.KindOf(err) != vpt.KindNotFound {
				t.Errorf("rosa reads %+v: %v", ref, err)
			}
		}
		if n := w.Value(`SELECT count(DISTINCT evidence_id) || '' FROM evidence_chunk`); n != "2" {
			t.Errorf("parts of %s files, want 2: nothing of a stranger stays", n)
		}
	})
}

func TestEvidence_NotToACaseThatIsNoMore(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		_, into := w.Report("rosa", nil)
		_, from := w.Report("anna", nil)
		w.Must(w.App.MergeCases(ctx, w.Actor("mila"), vpt.MergeCases{Into: into, From: from}))
		if _, err := addFile(w, "mila", vpt.AddEvidence{Case: from}, "laat.txt", []byte("na het samenvoegen")); vpt.KindOf(err) != vpt.KindConflict {
			t.Errorf("a file on a merged case: %v", err)
		}
		if n := w.Value(`SELECT count(*) || '' FROM evidence_chunk`); n != "0" {
			t.Errorf("%s parts of the refused file are left", n)
		}
		id, err := addFile(w, "mila", vpt.AddEvidence{Case: into}, "verslag.txt", []byte("van het gesprek"))
		w.Must(err)
		for name, may := range map[string]bool{"mila": true, "cora": true} {
			v, err := w.App.CaseByNumber(ctx, w.Actor(name), from)
			w.Must(err)
			if v.MayAddFile != may || v.MayDropFile != may || len(v.Evidence) != 1 || v.Evidence[0].ID != id {
				t.Errorf("%s: may add %v, may remove %v, %d files", name, v.MayAddFile, v.MayDropFile, len(v.Evidence))
			}
		}
	})
}

// endless gives the same byte for ever, after a beginning.
type endless struct{ start []byte }

func (e *endless) Read(p []byte) (int, error) {
	if len(e.start) > 0 {
		n := copy(p, e.start)
		e.start = e.start[n:]
		return n, nil
	}
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

// broken fails after a while, as a phone does in a lift.
type broken struct{ left int }

var errGone = errors.New("gone")

func (b *broken) Read(p []byte) (int, error) {
	if b.left == 0 {
		return 0, errGone
	}
	n := min(len(p), b.left)
	for i := range n {
		p[i] = 'a'
	}
	b.left -= n
	return n, nil
}

func TestAddEvidence_RefusesAndLeavesNothing(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		number, _ := w.Report("rosa", nil)
		rosa := w.Actor("rosa")
		for name, c := range map[string]struct {
			from io.Reader
			code string
		}{
			"too large":   {&endless{}, "bestand-te-groot"},
			"empty":       {strings.NewReader(""), "leeg-bestand"},
			"page":        {strings.NewReader("<!doctype html><script>alert(1)</script>"), "bestandstype"},
			"drawing":     {strings.NewReader(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>`), "bestandstype"},
			"program":     {strings.NewReader("MZ\x90\x00\x03"), "bestandstype"},
			"late binary": {io.MultiReader(strings.NewReader(strings.Repeat("a", vpt.EvidenceChunk+10)), strings.NewReader("\x00\x01")), "bestandstype"},
		} {
			_, err := w.App.AddEvidence(context.Background(), rosa, vpt.AddEvidence{Report: number, Name: vpt.NewPrivate("f")}, c.from)
			var e *vpt.Error
			if !errors.As(err, &e) || len(e.Fields) != 1 || e.Fields[0].Code != c.code {
				t.Errorf("%s: %v, want %s", name, err, c.code)
			}
		}
		_, err := w.App.AddEvidence(context.Background(), rosa, vpt.AddEvidence{Report: number, Name: vpt.NewPrivate("f")}, &broken{left: vpt.EvidenceChunk + 5})
		if !errors.Is(err, errGone) {
			t.Errorf("a stream that breaks: %v", err)
		}
		if n := w.Value(`SELECT count(*) || '' FROM evidence_chunk`); n != "0" {
			t.Errorf("%s parts are left", n)
		}
	})
}

func TestAddEvidence_TwentyFilesPerCase(t *testing.T) {
	w := apptest.SQLite(t)
	number, _ := w.Report("rosa", nil)
	for i := range vpt.MaxEvidenceFiles {
		_, err := addFile(w, "rosa", vpt.AddEvidence{Report: number}, "f.txt", []byte(strings.Repeat("a", i+1)))
		w.Must(err)
	}
	_, err := addFile(w, "rosa", vpt.AddEvidence{Report: number}, "f.txt", []byte("nog een"))
	if vpt.KindOf(err) != vpt.KindInvalid || !strings.Contains(err.Error(), "te-veel-bestanden") {
		t.Errorf("one more: %v", err)
	}
}

func TestAddEvidence_AHundredMegabytesPerCase(t *testing.T) {
	w := apptest.SQLite(t)
	number, _ := w.Report("rosa", nil)
	for i := range 4 {
		start := []byte(strings.Repeat("b", i+1))
		_, err := w.App.AddEvidence(context.Background(), w.Actor("rosa"), vpt.AddEvidence{Report: number, Name: vpt.NewPrivate("f.txt")},
			io.LimitReader(&endless{start: start}, vpt.MaxEvidenceSize))
		w.Must(err)
	}
	_, err := addFile(w, "rosa", vpt.AddEvidence{Report: number}, "f.txt", []byte("nog een"))
	if vpt.KindOf(err) != vpt.KindInvalid || !strings.Contains(err.Error(), "te-veel-bytes") {
		t.Errorf("one more: %v", err)
	}
}

func TestSweep_RemovesPartsThatWereNeverAttached(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		number, _ := w.Report("rosa", nil)
		_, err := addFile(w, "rosa", vpt.AddEvidence{Report: number}, "f.txt", []byte("blijft"))
		w.Must(err)
		db := w.DB.Raw(t)
		defer func() { _ = db.Close() }()
		_, err = db.ExecContext(context.Background(), `INSERT INTO evidence_chunk (organisation_id, evidence_id, sequence, data_sealed, at)
			SELECT organisation_id, 'wees', sequence, data_sealed, at FROM evidence_chunk`)
		w.Must(err)
		w.Must(w.App.Sweep(context.Background(), apptest.System("")))
		if n := w.Value(`SELECT count(*) || '' FROM evidence_chunk`); n != "2" {
			t.Errorf("%s parts at once, want 2", n)
		}
		w.Clock.Advance(25 * time.Hour)
		w.Must(w.App.Sweep(context.Background(), apptest.System("")))
		if n := w.Value(`SELECT count(*) || '' FROM evidence_chunk`); n != "1" {
			t.Errorf("%s parts after a day, want 1", n)
		}
	})
}

func TestRemoveEvidence_TakesTheContentAndKeepsTheFact(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		number, casefile := w.Report("rosa", nil)
		id, err := addFile(w, "rosa", vpt.AddEvidence{Report: number}, "f.txt", []byte("weg ermee"))
		w.Must(err)
		in := vpt.RemoveEvidence{Case: casefile, ID: id, Why: vpt.NewPrivate("verkeerd dossier")}
		if err := w.App.RemoveEvidence(ctx, w.Actor("rosa"), in); vpt.KindOf(err) != vpt.KindForbidden {
			t.Errorf("a reporter removes: %v", err)
		}
		if err := w.App.RemoveEvidence(ctx, w.Actor("wout"), in); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("a stranger removes: %v", err)
		}
		if err := w.App.RemoveEvidence(ctx, w.Actor("mila"), vpt.RemoveEvidence{Case: casefile, ID: id}); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("without a reason: %v", err)
		}
		w.Must(w.App.RemoveEvidence(ctx, w.Actor("mila"), in))
		if _, err := w.App.Evidence(ctx, w.Actor("mila"), vpt.EvidenceRef{Case: casefile, ID: id}); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("the file is still there: %v", err)
		}
		if n := w.Value(`SELECT count(*) || '' FROM evidence_chunk`); n != "0" {
			t.Errorf("%s parts are left", n)
		}
		v, err := w.App.ReportByNumber(ctx, w.Actor("rosa"), number)
		w.Must(err)
		if len(v.Evidence) != 1 || !v.Evidence[0].Removed || v.Evidence[0].SHA256 == "" || !v.Evidence[0].RemovedWhy.IsZero() {
			t.Errorf("rosa sees %+v", v.Evidence)
		}
		if n := len(v.Timeline); !slices.ContainsFunc(v.Timeline, func(e vpt.Event) bool { return e.Kind == vpt.EventEvidence && e.Detail == "verwijderd" }) {
			t.Errorf("none of %d lines tells her that it was removed", n)
		}
	})
}

func TestEvidencePreview_DrawsAnewSmallAndUpright(t *testing.T) {
	w := apptest.SQLite(t)
	ctx := context.Background()
	number, _ := w.Report("rosa", nil)
	preview := func(name string, content []byte) (image.Image, []byte, error) {
		id, err := addFile(w, "rosa", vpt.AddEvidence{Report: number}, name, content)
		w.Must(err)
		out, err := w.App.EvidencePreview(ctx, w.Actor("rosa"), vpt.EvidenceRef{Report: number, ID: id})
		if err != nil {
			return nil, nil, err
		}
		img, err := jpeg.Decode(bytes.NewReader(out))
		w.Must(err)
		return img, out, nil
	}
	img, _, err := preview("groot.png", noise(t, 2000, 100))
	w.Must(err)
	if size := img.Bounds().Size(); size != image.Pt(vpt.PreviewSide, 80) {
		t.Errorf("a preview of 2000 × 100 is %v", size)
	}
	img, out, err := preview("telefoon.jpg", sideways(t))
	w.Must(err)
	if size := img.Bounds().Size(); size != image.Pt(40, 80) {
		t.Errorf("a photo held sideways is %v", size)
	}
	if r, _, b, _ := img.At(20, 5).RGBA(); r < b {
		t.Error("the top of the photo is not what was left in the file")
	}
	if bytes.Contains(out, []byte("Exif")) || bytes.Contains(out, []byte("plaats van opname")) {
		t.Error("what the camera wrote comes along")
	}
	for name, content := range map[string][]byte{"tekst.txt": []byte("geen plaatje"), "kapot.png": noise(t, 90, 90)[:200], "bom.png": bomb(t)} {
		if _, _, err := preview(name, content); vpt.KindOf(err) != vpt.KindNotFound {
			t.Errorf("%s: %v, want no preview", name, err)
		}
	}
}

// sideways is a JPEG of 80 × 40, red on the left, blue on the right, whose
// camera was held so that the left is up, with a remark of the camera.
func sideways(t *testing.T) []byte {
	t.Helper()
	p := image.NewRGBA(image.Rect(0, 0, 80, 40))
	for y := range 40 {
		for x := range 80 {
			p.Set(x, y, color.RGBA{R: 255, A: 255})
			if x >= 40 {
				p.Set(x, y, color.RGBA{B: 255, A: 255})
			}
		}
	}
	var plain bytes.Buffer
	if err := jpeg.Encode(&plain, p, nil); err != nil {
		t.Fatal(err)
	}
	exif := "Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00plaats van opname"
	out := append([]byte{0xff, 0xd8, 0xff, 0xe1, 0, byte(len(exif) + 2)}, exif...)
	return append(out, plain.Bytes()[2:]...)
}

// bomb is a small PNG that says it is 30,000 × 600 pixels.
func bomb(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, &huge{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

type huge struct{}

func (huge) ColorModel() color.Model { return color.GrayModel }
func (huge) Bounds() image.Rectangle { return image.Rect(0, 0, 30_000, 600) }
func (huge) At(int, int) color.Color { return color.Gray{} }
