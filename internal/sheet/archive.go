package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
)

// archive gives the parts of an XLSX or ODS file. All parts together may not
// unpack to more than the limit, whatever the file says about their sizes.
type archive struct {
	parts  map[string]*zip.File
	budget int64
}

// mostParts is far more than any workbook has: a large one with a picture on
// every sheet has a few hundred.
const mostParts = 10_000

func openArchive(data []byte, limits Limits) (*archive, error) {
	reader, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fail(CodeBroken)
	}
	if len(reader.File) > mostParts {
		return nil, fail(CodeTooLarge)
	}
	a := &archive{parts: make(map[string]*zip.File, len(reader.File)), budget: limits.MaxUnzipped}
	for _, part := range reader.File {
		if _, twice := a.parts[partKey(part.Name)]; !twice {
			a.parts[partKey(part.Name)] = part
		}
	}
	return a, nil
}

// partKey makes names comparable: some programs write back slashes or other
// capitals than the names by which they refer to the parts (names of parts are
// case-insensitive in OPC, ECMA-376 part 2).
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// format recognises the two formats by what each must contain.
func (a *archive) format() Format {
	if mimetype, err := a.open("mimetype"); err == nil {
		start, _ := io.ReadAll(io.LimitReader(mimetype, 80))
		_ = mimetype.Close()                               // only read; nothing to lose
		if strings.HasPrefix(string(start), odsMimetype) { // or "…-template"
			return FormatODS
		}
		return ""
	}
	if a.has("content.xml") && a.has(manifestPart) { // packed again by hand, without mimetype
		return FormatODS
	}
	if a.has("[content_types].xml") && a.has(relationshipsPart("")) && !a.has("xl/workbook.bin") && a.hasFolder("xl/") {
		return FormatXLSX
	}
	return ""
}

func (a *archive) has(name string) bool { return a.parts[partKey(name)] != nil }

func (a *archive) hasFolder(prefix string) bool {
	for name := range a.parts {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// open gives the content of a part, within what is left of the budget.
func (a *archive) open(name string) (io.ReadCloser, error) {
	part := a.parts[partKey(name)]
	if part == nil {
		return nil, fail(CodeBroken)
	}
	if part.Flags&1 != 0 { // encrypted, APPNOTE.TXT §4.4.4
		return nil, fail(CodeEncrypted)
	}
	if part.UncompressedSize64 > uint64(max(a.budget, 0)) {
		return nil, fail(CodeTooLarge)
	}
	content, err := part.Open()
	if err != nil {
		return nil, fail(CodeBroken)
	}
	return &budgeted{content: content, archive: a}, nil
}

// budgeted charges what is read to the budget of the archive.
type budgeted struct {
	content io.ReadCloser
	archive *archive
}

func (b *budgeted) Read(p []byte) (int, error) {
	n, err := b.content.Read(p)
	if b.archive.budget -= int64(n); b.archive.budget < 0 {
		return 0, fail(CodeTooLarge)
	}
	return n, err
}

func (b *budgeted) Close() error { return b.content.Close() }
