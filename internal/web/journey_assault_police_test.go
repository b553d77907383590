package web_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// toThePolice: the employer goes along to file a complaint under a number, with
// the employer's address, and asks for the VPT code; the police confirm it.
func (j *assault) toThePolice() {
	p := j.mila
	j.goes(p, "politie", "/politie")
	p.Click("#veld-kind-aangifte")
	fill(p, "#veld-reference", "PL0600-2026-77")
	p.Click("main form details summary")
	for _, choice := range [][2]string{{"vptAsked", "Ja"}, {"filedBy", "De medewerker"}, {"identity", "Onder nummer"}, {"domicile", "Ja"}} {
		choose(j.t, p, choice[0], choice[1])
	}
	j.sends(p, "PL0600-2026-77", "Onder nummer", "VPT-code gevraagd: ja. Bevestigd: niet vastgelegd.")
	p.ClickAndLoad("#gedaan ~ * a[href*='/politie/']")
	j.look(p, "politie-verloop")
	choose(j.t, p, "step", "De politie heeft het opgenomen")
	p.Click("main form details summary")
	choose(j.t, p, "vptConfirmed", "Ja")
	j.sends(p, "De politie heeft het opgenomen", "VPT-code gevraagd: ja. Bevestigd: ja.")
}

// dossierByNumber: the dossier comes without a name of the people of the case;
// the names come on a sheet by itself.
func (j *assault) dossierByNumber() {
	p := j.mila
	j.goes(p, "politiedossier", "/politiedossier")
	if !p.Checked("#veld-mode-nummer") {
		j.t.Error("the complaint was filed under a number, and the dossier is made otherwise")
	}
	name, data := p.Download("main button[value=pdf]")
	if name != "politiedossier-"+j.casefile+".pdf" {
		j.t.Errorf("the dossier is called %q", name)
	}
	j.nameless("the PDF", pdfText(j.t, data))
	name, data = p.Download("main button[value=zip]")
	if name != "politiedossier-"+j.casefile+".zip" {
		j.t.Errorf("the archive is called %q", name)
	}
	for file, content := range unzipped(j.t, data) {
		if strings.HasSuffix(file, ".pdf") {
			content = pdfText(j.t, []byte(content))
		}
		j.nameless(file, file+" "+content)
	}
	reads(j.t, p, "Rosa de Wit", "medewerker 1", "Anna Yılmaz", "Leo Hoekstra")
	name, data = p.Download("main a[href$='/identiteitsblad']")
	sheet := pdfText(j.t, data)
	for _, want := range []string{"Rosa de Wit", "Anna Yılmaz", "Leo Hoekstra", "medewerker 1", "medewerker 3"} {
		if !strings.Contains(sheet, want) {
			j.t.Errorf("the sheet %s does not say %q:\n%s", name, want, sheet)
		}
	}
	p.ClickAndLoad("main a[href='/zaken/" + j.casefile + "']")
}

// nameless fails when a text names anybody of the case, and when it does not
// tell what happened.
func (j *assault) nameless(what, text string) {
	j.t.Helper()
	for _, name := range []string{"Rosa", "Wit", "Anna", "Yılmaz", "Leo", "Hoekstra", "Mila", "P-rosa", "@toetsdam"} {
		if strings.Contains(text, name) {
			j.t.Errorf("%s names %q:\n%s", what, name, text)
		}
	}
	if strings.Contains(what, "PDF") && !strings.Contains(text, "Ik weet jou te vinden, [medewerker 1]") {
		j.t.Errorf("%s does not tell it in the words that were said:\n%s", what, text)
	}
}

// pdfText is what one reads in a PDF, on one line.
func pdfText(t *testing.T, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-raw", file, "-").CombinedOutput()
	if err != nil {
		t.Fatalf("pdftotext: %v\n%s", err, out)
	}
	return strings.Join(strings.Fields(string(out)), " ")
}

// unzipped gives the files of an archive, those of a document in it too.
func unzipped(t *testing.T, data []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f.Name, ".odt") {
			for name, inner := range unzipped(t, content) {
				out[f.Name+"/"+name] = inner
			}
			continue
		}
		out[f.Name] = string(content)
	}
	return out
}
