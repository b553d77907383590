package page

import (
	"slices"
	"strings"
	"unicode"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// EvidenceAccept is what a file chooser offers. What is accepted is decided by
// content, behind the door.
const EvidenceAccept = ".jpg,.jpeg,.png,.heic,.webp,.pdf,.eml,.msg,.docx,.odt,.txt,.mp3,.m4a,.ogg,.wav,image/*,audio/*"

// EvidenceLine is one file in a list: "evidence-list".
type EvidenceLine struct {
	Name     string
	About    string // type, size, by whom, when
	Href     string // download; empty when the content is gone
	Preview  string // address of a small picture; empty for none
	Alt      string
	Download string // words of the link
	Why      string // why the content is gone; for handlers
	Remove   *Link  // to taking it away; nil for who may not
}

// UploadForm takes files: "upload-form".
type UploadForm struct {
	Action string
	File   FileField
	Send   Button
}

func newUploadForm(t *nl.Texts, path string, errs FieldErrors) *UploadForm {
	return &UploadForm{
		Action: path + "/bewijs",
		File: FileField{
			Field:  NewField("evidence", t.Text("bewijs.kies"), t.Text("bewijs.kies-uitleg"), errs),
			Accept: EvidenceAccept, Multiple: true,
		},
		Send: Button{Kind: ButtonSecondary, Label: t.Text("bewijs.voeg-toe"), Icon: "upload"},
	}
}

// evidenceLines lists files, with links below path.
func evidenceLines(t *nl.Texts, v vpt.ReporterView, path string) []EvidenceLine {
	var out []EvidenceLine
	for _, e := range v.Evidence {
		out = append(out, NewEvidenceLine(t, e, path, nl.Relative(e.At, v.Now, v.Zone, t.Lang())))
	}
	return out
}

// NewEvidenceLine shows one file whose addresses lie below path, such as that
// of a report or a case.
func NewEvidenceLine(t *nl.Texts, e vpt.Evidence, path, when string) EvidenceLine {
	name := e.Name.Reveal()
	about := []string{t.Text("bewijs.soort-" + e.MediaType), FileSize(e.Size, t.Lang()), e.ByName.Reveal(), when}
	line := EvidenceLine{Name: name, About: strings.Join(about, " · ")}
	if e.Removed {
		line.About = t.Text("bewijs.verwijderd") + " · " + line.About
		return line
	}
	line.Href = path + "/bewijs/" + string(e.ID)
	line.Download = t.Fill("bewijs.download", "naam", name)
	if e.Pictured() {
		line.Preview, line.Alt = line.Href+"/voorbeeld", t.Fill("bewijs.voorbeeld", "naam", name)
	}
	return line
}

// FileSize writes a size as people read it: "820 kB", "2,4 MB".
func FileSize(bytes int64, lang string) string {
	if bytes < 1_000_000 {
		return nl.Number(max(1, (bytes+500)/1000), lang) + " kB"
	}
	tenths := (bytes + 50_000) / 100_000
	text := nl.Number(tenths/10, lang)
	if tenths%10 != 0 {
		comma := ","
		if lang == "en" {
			comma = "."
		}
		text += comma + nl.Number(tenths%10, lang)
	}
	return text + " MB"
}

// AttachmentName is the name under which a file is saved: as it was given, but
// for what no file system takes and for signs that turn the order of letters
// around. A name that is gone becomes its id. A desk opens a file by the end of
// its name, so a name that ends otherwise than its content gets the right end:
// a text that is called foto.bat is saved as foto.bat.txt.
func AttachmentName(e vpt.Evidence) string {
	clean := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control, unicode.Zl, unicode.Zp) || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(e.Name.Reveal(), "_"))
	if clean = strings.Trim(clean, ". "); clean == "" {
		clean = "bestand-" + string(e.ID)
	}
	ends := vpt.FileEnds(e.MediaType)
	if len(ends) == 0 || slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(strings.ToLower(clean), end) }) {
		return clean
	}
	return clean + ends[0]
}
