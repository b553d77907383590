package page

import (
	"testing"

	"rugdekking/vpt"
)

// A desk opens what it saved by the end of the name: that end must be the one of
// the content.
func TestAttachmentName(t *testing.T) {
	for _, c := range []struct{ name, mediaType, want string }{
		{"verklaring.txt", "text/plain", "verklaring.txt"},
		{"Foto.JPEG", "image/jpeg", "Foto.JPEG"},
		{"foto's.bat", "text/plain", "foto's.bat.txt"},
		{"plaatje.hta", "image/png", "plaatje.hta.png"},
		{"zonder eind", "application/pdf", "zonder eind.pdf"},
		{"factuur\u202efdp.exe", "application/pdf", "factuur_fdp.exe.pdf"},
		{"a\r\nSet-Cookie: x=y.png", "image/png", "a__Set-Cookie_ x=y.png"},
		{"../../etc/passwd", "text/plain", "_.._etc_passwd.txt"},
		{"\xff\x00.pdf", "application/pdf", "__.pdf"},
		{" .. ", "image/webp", "bestand-b1.webp"},
		{"", "audio/ogg", "bestand-b1.ogg"},
	} {
		if got := AttachmentName(vpt.Evidence{ID: "b1", Name: vpt.NewPrivate(c.name), MediaType: c.mediaType}); got != c.want {
			t.Errorf("%q of type %s is saved as %q, want %q", c.name, c.mediaType, got, c.want)
		}
	}
}
