package document_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rugdekking/internal/document"
)

func pdf(t testing.TB, d document.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := d.WritePDF(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// sound checks a PDF and that it says the same as the plain text.
func sound(t interface {
	Helper()
	Fatalf(string, ...any)
}, data []byte, want string) {
	t.Helper()
	text, faults := checkPDF(data)
	if len(faults) > 0 {
		t.Fatalf("faults: %q", faults[:min(len(faults), 8)])
	}
	sameWords(t, text, want)
}

func sameWords(t interface {
	Helper()
	Fatalf(string, ...any)
}, got, want string) {
	t.Helper()
	a, b := strings.Fields(got), strings.Fields(want)
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("word %d is %q, want %q", i, a[max(0, i-4):i+1], b[max(0, i-4):i+1])
		}
	}
	if len(a) != len(b) {
		t.Fatalf("%d words, want %d; the rest: %q", len(a), len(b), slices.Concat(a[min(len(a), len(b)):], b[min(len(a), len(b)):]))
	}
}

func TestPDFHoldsAllInTheOrderOfReading(t *testing.T) {
	for name, d := range map[string]document.Document{"letter": letter(t), "dossier": dossier(t), "empty": {}} {
		t.Run(name, func(t *testing.T) { sound(t, pdf(t, d), d.PlainText()) })
	}
}

func TestPDFOfALetterIsSmall(t *testing.T) {
	data := pdf(t, letter(t))
	if len(data) > 60_000 {
		t.Errorf("%d bytes", len(data))
	}
	tree, err := readPDF(data)
	if err != nil {
		t.Fatal(err)
	}
	if count := tree.dictOf(tree.dictOf(tree.trailer["Root"])["Pages"])["Count"]; count != 1.0 {
		t.Errorf("%v pages", count)
	}
}

func TestPDFHasNoMoreOfAPhotoThanThePicture(t *testing.T) {
	if data := pdf(t, dossier(t)); bytes.Contains(data, []byte(whereabouts)) {
		t.Error("says where the photo was taken")
	}
}

// run runs a program that make setup installs, and gives what it says.
func run(t *testing.T, name string, arguments ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Fatalf("%s is missing: please run `make setup`", name)
	}
	out, err := exec.CommandContext(t.Context(), name, arguments...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func TestPDFSuitsOtherPrograms(t *testing.T) {
	for name, d := range map[string]document.Document{"letter": letter(t), "dossier": dossier(t)} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.pdf")
			if err := os.WriteFile(path, pdf(t, d), 0o600); err != nil {
				t.Fatal(err)
			}
			if out := run(t, "qpdf", "--check", path); !strings.Contains(out, "No syntax or stream encoding errors") {
				t.Error(out)
			}
			about := run(t, "pdfinfo", path)
			for _, want := range []string{"Tagged:          yes", "Title:           " + d.Title, "Author:          " + d.Author, "PDF version:     1.7", "(A4)"} {
				if !strings.Contains(about, want) {
					t.Errorf("pdfinfo does not say %q:\n%s", want, about)
				}
			}
			for _, font := range strings.Split(strings.TrimSpace(run(t, "pdffonts", path)), "\n")[2:] {
				if !strings.Contains(font, "yes yes yes") || !strings.Contains(font, "+LiberationSans") {
					t.Errorf("not embedded, not a part or without text: %s", font)
				}
			}
			sameWords(t, structText(run(t, "pdfinfo", "-struct-text", path)), d.PlainText())
		})
	}
}

// structText gives the words between quotes in what pdfinfo says.
func structText(out string) string {
	var text strings.Builder
	for _, line := range strings.Split(out, "\n") {
		line = strings.TrimSpace(line)
		if len(line) >= 2 && line[0] == '"' && line[len(line)-1] == '"' {
			text.WriteString(line[1 : len(line)-1])
			if next := line[len(line)-2]; next != ' ' {
				text.WriteString("\x00") // a piece ends inside a line: what follows may belong to the same word
			}
		} else if line != "" && !strings.HasPrefix(line, "Link") && !strings.HasPrefix(line, "Object") {
			text.WriteString(" ")
		}
	}
	return strings.ReplaceAll(text.String(), "\x00", "")
}

func TestPDFGivesItsTextInTheOrderOfDrawing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	d := letter(t)
	if err := os.WriteFile(path, pdf(t, d), 0o600); err != nil {
		t.Fatal(err)
	}
	sameWords(t, run(t, "pdftotext", "-raw", path, "-"), d.PlainText()+" Pagina 1 van 1 "+d.Footer)
}
