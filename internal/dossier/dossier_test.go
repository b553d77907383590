package dossier_test

import (
	"archive/zip"
	"bytes"
	"context"
	"flag"
	"io"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rugdekking/internal/document"
	"rugdekking/internal/dossier"
	"rugdekking/vpt"
)

var update = flag.Bool("update", false, "write the golden files")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s has changed (go test ./internal/dossier -update):\n%s", name, got)
	}
}

func TestPolice_ThreeWaysToBeNamed(t *testing.T) {
	for _, mode := range []vpt.IdentityMode{vpt.IdentityFull, vpt.IdentityDomicile, vpt.IdentityNumber} {
		golden(t, string(mode)+".txt", dossier.Police(view(mode)).PlainText())
	}
	golden(t, "identiteitsblad.txt", dossier.Identity(view(vpt.IdentityFull)).PlainText())
	golden(t, "leeg.txt", dossier.Police(vpt.Dossier{Number: "Z-2026-00001", Mode: vpt.IdentityNumber, Zone: view("").Zone, OccurredOn: "2026-11-17"}).PlainText())
}

// TestPolice_UnderANumberNobodyIsNamed reads every format as a stranger would:
// PDF as its text and its metadata, the others unpacked.
func TestPolice_UnderANumberNobodyIsNamed(t *testing.T) {
	for format, text := range everyFormat(t, dossier.Police(view(vpt.IdentityNumber))) {
		for _, secret := range secrets {
			if format == "pdf, packed" && len(secret) < 6 { // three letters stand in any packed bytes
				continue
			}
			if strings.Contains(strings.ToLower(text), strings.ToLower(secret)) {
				t.Errorf("the %s says %q", format, secret)
			}
		}
		for _, said := range []string{"medewerker 1", "medewerker 2", "J. Klaver", "VPT-incident"} {
			if !strings.Contains(text, said) {
				t.Errorf("the %s does not say %q: it was not read well", format, said)
			}
		}
	}
	if text := dossier.Police(view(vpt.IdentityFull)).PlainText(); !strings.Contains(text, "Rosa de Wit") || strings.Contains(text, "nooit op papier") {
		t.Error("by name: the names are not there, or what belongs to the handling is")
	}
}

// everyFormat gives what can be read from a document, by format.
func everyFormat(t *testing.T, d document.Document) map[string]string {
	t.Helper()
	out := map[string]string{"text": d.PlainText()}
	var pdf, odt, docx, html bytes.Buffer
	for _, err := range []error{d.WritePDF(&pdf), d.WriteODT(&odt), d.WriteDOCX(&docx), d.WriteHTML(&html, 2)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	out["html"] = html.String()
	for name, archive := range map[string][]byte{"odt": odt.Bytes(), "docx": docx.Bytes()} {
		out[name] = unzipped(t, archive)
	}
	file := filepath.Join(t.TempDir(), "dossier.pdf")
	if err := os.WriteFile(file, pdf.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, command := range [][]string{{"pdftotext", "-raw", file, "-"}, {"pdfinfo", file}} {
		text, err := exec.CommandContext(context.Background(), command[0], command[1:]...).Output()
		if err != nil {
			t.Fatal(err)
		}
		out["pdf"] += strings.Join(strings.Fields(string(text)), " ") + " "
	}
	out["pdf, packed"] = pdf.String() + out["text"]
	return out
}

func unzipped(t *testing.T, data []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString(f.Name + "\n" + string(text) + "\n")
	}
	return out.String()
}

func TestNames_FollowTheOrderInWhichTheCaseCameToKnowThem(t *testing.T) {
	d := view(vpt.IdentityNumber)
	want := map[vpt.DossierPersonID]string{"p-anna": "medewerker 1", "p-rosa": "medewerker 2", "p-wim": "medewerker 3", "i-sem": "medewerker 4", "p-mila": "de contactpersoon"}
	for range 20 {
		rand.Shuffle(len(d.People), func(i, j int) { d.People[i], d.People[j] = d.People[j], d.People[i] })
		check(t, d, want)
	}
	// Who comes in later moves nobody; that she is the contact too gives her no second name.
	d.People = append(d.People, vpt.DossierPerson{ID: "p-zara", First: "05", Roles: []vpt.InvolvedRole{vpt.RoleAffected}, Name: p("Zara Aydin")})
	want["p-zara"] = "medewerker 5"
	d.Contact = d.People[len(d.People)-1]
	delete(want, "p-mila")
	check(t, d, want)
	d.Mode = vpt.IdentityFull
	if got := dossier.Names(d)["p-zara"]; got != "Zara Aydin" {
		t.Errorf("by name: %q", got)
	}
}

func check(t *testing.T, d vpt.Dossier, want map[vpt.DossierPersonID]string) {
	t.Helper()
	got := dossier.Names(d)
	if len(got) != len(want) {
		t.Errorf("names of %d, want %d", len(got), len(want))
	}
	for id, name := range want {
		if got[id] != name {
			t.Errorf("%s is %q, want %q", id, got[id], name)
		}
	}
}

func TestPolice_WitnessesStayOutWhenNotAskedFor(t *testing.T) {
	d := view(vpt.IdentityFull)
	d.Witnesses, d.Files = false, false
	text := dossier.Police(d).PlainText()
	if strings.Contains(text, "Ik zag het vanaf balie 2.") || !strings.Contains(text, "Ik riep ROSA") || strings.Contains(text, "map ‘bijlagen’") {
		t.Error(text)
	}
}

func TestAttachmentName(t *testing.T) {
	d := view(vpt.IdentityFull)
	for i, want := range []string{"01-foto Anna Yılmaz.jpg", "02-_bon_.bat.pdf"} {
		if got := dossier.AttachmentName(d, i); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	d.Mode = vpt.IdentityNumber
	if got := dossier.AttachmentName(d, 1); got != "bijlage-02.pdf" {
		t.Errorf("under a number: %q", got)
	}
	d.Mode = vpt.IdentityDomicile
	d.Evidence[0].Name, d.Evidence[1].MediaType = p(" . "), "iets/anders"
	if got := dossier.AttachmentName(d, 0) + " " + dossier.AttachmentName(d, 1); got != "bijlage-01.jpg 02-_bon_.bat.bin" {
		t.Errorf("without a name, and of no type: %q", got)
	}
}
