package upload

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// zipped makes a file of named entries, the first one stored as it is.
func zipped(t testing.TB, entries ...string) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(entries); i += 2 {
		w, err := z.CreateRaw(&zip.FileHeader{Name: entries[i], Method: zip.Store, CompressedSize64: uint64(len(entries[i+1])), UncompressedSize64: uint64(len(entries[i+1]))})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(entries[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

const (
	handlerSound = "hdlr\x00\x00\x00\x00\x00\x00\x00\x00soun"
	handlerVideo = "hdlr\x00\x00\x00\x00\x00\x00\x00\x00vide"
)

func ftyp(brand, rest string) string {
	return "\x00\x00\x00\x14ftyp" + brand + "\x00\x00\x00\x00" + brand + rest
}

func oggPage(payload string) string {
	return "OggS\x00\x02" + strings.Repeat("\x00", 20) + "\x01\x1e" + payload
}

func ole(mark string) string {
	return "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 500) + mark
}

func samples(t testing.TB) map[string][2]string {
	frame := "\xff\xfb\x90\x00" + strings.Repeat("\x00", 413)
	docx := []string{"[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>"}
	const odf = "application/vnd.oasis.opendocument."
	return map[string][2]string{
		"jpeg":                {"\xff\xd8\xff\xe0rest", "image/jpeg"},
		"png":                 {"\x89PNG\r\n\x1a\nrest", "image/png"},
		"webp":                {"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"},
		"wav":                 {"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"},
		"avi":                 {"RIFF\x00\x00\x00\x00AVI LIST", ""},
		"heic":                {ftyp("heic", ""), "image/heic"},
		"m4a":                 {ftyp("M4A ", handlerSound), "audio/mp4"},
		"voice of a phone":    {ftyp("mp42", handlerSound), "audio/mp4"},
		"video":               {ftyp("mp42", handlerVideo+handlerSound), ""},
		"mp4 without tracks":  {ftyp("isom", ""), ""},
		"quicktime":           {ftyp("qt  ", handlerSound), ""},
		"pdf":                 {"%PDF-1.7\n", "application/pdf"},
		"ogg":                 {oggPage("OpusHead\x01"), "audio/ogg"},
		"ogg video":           {oggPage("\x80theora"), ""},
		"mp3 with a tag":      {"ID3\x04\x00\x00\x00\x00\x00\x00\x00", "audio/mpeg"},
		"mp3 frames":          {frame + frame, "audio/mpeg"},
		"one frame":           {frame, ""},
		"msg":                 {ole(utf16("__properties_version1.0")), "application/vnd.ms-outlook"},
		"old word":            {ole(utf16("WordDocument")), ""},
		"docx":                {zipped(t, docx...), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		"docx with macros":    {zipped(t, append(docx, "word/vbaProject.bin", "x")...), ""},
		"xlsx":                {zipped(t, "[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<w/>"), ""},
		"zip":                 {zipped(t, "virus.exe", "MZ"), ""},
		"odt":                 {zipped(t, "mimetype", odf+"text", "content.xml", "<x/>"), odf + "text"},
		"ods":                 {zipped(t, "mimetype", odf+"spreadsheet", "content.xml", "<x/>"), ""},
		"odt template":        {zipped(t, "mimetype", odf+"text-template", "content.xml", "<x/>"), ""},
		"mail":                {"From: a@b.nl\r\nSubject: hoi\r\n\r\n<html>tekst</html>", "message/rfc822"},
		"mail with received":  {"Received: from x\r\n\tby y\r\nFrom: a@b.nl\r\n\r\ntekst", "message/rfc822"},
		"text":                {"Ik weet waar je woont.\r\n", "text/plain"},
		"text of old windows": {"Hij riep: \x93ga weg\x94, en \xe9\xe9n keer meer", "text/plain"},
		"text with a mark":    {bomUTF8 + "Hoi", "text/plain"},
		"only a mark":         {bomUTF8, ""},
		"header, no mail":     {"Let op: dit is geen mail\nFrom ons", "text/plain"},
		"html":                {"<!DOCTYPE html><p>", ""},
		"html after space":    {"  \n\t<p>hoi", ""},
		"html in the middle":  {"hoi <SCRIPT>x</SCRIPT>", ""},
		"svg":                 {"<svg xmlns='http://www.w3.org/2000/svg'/>", ""},
		"svg after a mark":    {bomUTF8 + "<svg/>", ""},
		"xml":                 {"<?xml version='1.0'?>", ""},
		"binary":              {"hoi\x00daar", ""},
		"utf-16":              {"\xff\xfeH\x00o\x00i\x00", ""},
		"program":             {"\x7fELF\x02\x01", ""},
		"gif":                 {"GIF89a\x01\x00", ""},
	}
}

// sniffIn gives content to a Sniffer in parts of a size.
func sniffIn(content string, size int) string {
	var s Sniffer
	for part := []byte(content); len(part) > 0; part = part[min(size, len(part)):] {
		if !s.Write(part[:min(size, len(part))]) {
			return ""
		}
	}
	found, ok := s.MediaType()
	if !ok {
		return ""
	}
	return found
}

func TestSniffer(t *testing.T) {
	for name, c := range samples(t) {
		if got := sniffIn(c[0], 256<<10); got != c[1] {
			t.Errorf("%s is %q, want %q", name, got, c[1])
		}
	}
}

func TestSniffer_FindsMarksAcrossParts(t *testing.T) {
	all := samples(t)
	lead := strings.Repeat("\x00", 4096)
	for _, name := range []string{"m4a", "msg", "video"} {
		content := all[name][0]
		at := strings.Index(content, "hdlr")
		if at < 0 {
			at = strings.Index(content, "_\x00_\x00")
		}
		content = content[:at] + lead + content[at:]
		for _, size := range []int{at + len(lead) + 3, at + len(lead) + 9, at + len(lead) + 15} {
			if got := sniffIn(content, size); got != all[name][1] {
				t.Errorf("%s in parts of %d is %q, want %q", name, size, got, all[name][1])
			}
		}
	}
}

// What was refused whole must not slip through in parts, and a beginning that
// a browser reads as a page is never accepted as text.
func FuzzSniffer(f *testing.F) {
	for _, c := range samples(f) {
		f.Add([]byte(c[0]))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		found := sniffIn(string(content), 256<<10)
		lower := strings.ToLower(string(content[:min(len(content), 512)]))
		if found == "text/plain" {
			if strings.Contains(lower, "<script") || strings.Contains(lower, "<svg") || bytes.IndexByte(content, 0) >= 0 {
				t.Errorf("%q is accepted as text", content)
			}
		}
		if len(content) > 5000 && found != "" {
			if other := sniffIn(string(content), 4500); other != found {
				t.Errorf("whole %q, in parts %q", found, other)
			}
		}
		if held := Orientation(content); held < 1 || held > 8 {
			t.Errorf("held %d", held)
		}
	})
}
