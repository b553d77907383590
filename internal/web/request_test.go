package web

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"

	"rugdekking/internal/serve"
	"rugdekking/vpt"
)

// What PostgreSQL and XML cannot hold never gets behind the door.
func TestTypedText_IsText(t *testing.T) {
	r := httptest.NewRequest("POST", "/", strings.NewReader("a=%20%ff+b%00c%0d%0ad&bidi=%E2%80%AE"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if got := line(r, "a"); got != "\uFFFD bc\r\nd" {
		t.Errorf("line: %q", got)
	}
	if got := private(r, "a").Len(); got != len("\uFFFD bc\nd") {
		t.Errorf("private: %d bytes", got)
	}
}

// The same words under the same key, on another case, are not "twice": the
// second would be lost in silence.
func TestOnce_BelongsToItsAddress(t *testing.T) {
	sum := func(path, body string) [32]byte {
		r := httptest.NewRequest("POST", path, strings.NewReader(body))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if err := r.ParseForm(); err != nil {
			t.Fatal(err)
		}
		return once(r).Sum
	}
	form := url.Values{"text": {"gebeld"}, "verzoeksleutel": {"k1"}}.Encode()
	first := sum("/zaken/Z-2014-00001/notities", form)
	if first != sum("/zaken/Z-2014-00001/notities", form+"&") {
		t.Error("the same form twice is not the same")
	}
	for _, path := range []string{"/zaken/Z-2014-00002/notities", "/zaken/Z-2014-00001/terugkoppeling"} {
		if first == sum(path, form) {
			t.Errorf("a form for %s counts as one for another address", path)
		}
	}
}

// meter counts what is read of a body.
type meter struct {
	io.Reader
	read int
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.Reader.Read(p)
	m.read += n
	return n, err
}

// Anybody can send a form to an address that takes files: that must not fill
// the memory, nor a page with fields.
func TestCarry_TakesNoMoreThanItCarries(t *testing.T) {
	const plain = "application/x-www-form-urlencoded"
	parts := strings.Repeat("--x\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n\r\n", 5000) + "--x--\r\n"
	for name, c := range map[string]struct {
		contentType, body string
		carried           bool
	}{
		"a form":               {plain, "text=hallo&kinds=V&kinds=B", true},
		"a large one":          {plain, "text=" + strings.Repeat("x", 20<<20), false},
		"thousands of nothing": {plain, strings.Repeat("=&", 9000), false},
		"of one name":          {plain, strings.Repeat("a&", 9000), false},
		"in parts":             {"multipart/form-data; boundary=x", parts, false},
	} {
		body := &meter{Reader: strings.NewReader(c.body)}
		r := httptest.NewRequest(http.MethodPost, "/meldingen/x/bewijs", body)
		r.Header.Set("Content-Type", c.contentType)
		got := carryOf(r)
		if got.asForm() != c.carried || !c.carried && len(got.fields) > 0 {
			t.Errorf("%s: travels is %v with %d fields", name, got.asForm(), len(got.fields))
		}
		if most := int(serve.DefaultLimit().Body) + 64<<10; body.read > most {
			t.Errorf("%s: %d bytes were read", name, body.read)
		}
	}
}

// A form that did not come in whole is refused: a list that was cut off must
// not be taken for a list without its end.
func TestWholeForm(t *testing.T) {
	form := func(body io.Reader) *http.Request {
		r := httptest.NewRequest(http.MethodPost, "/beheer/kalender", body)
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		return r
	}
	if err := wholeForm(form(strings.NewReader("a=1&b=%20"))); err != nil {
		t.Errorf("a whole form: %v", err)
	}
	if err := wholeForm(httptest.NewRequest(http.MethodGet, "/x?%zz", nil)); err != nil {
		t.Errorf("a page: %v", err)
	}
	if err := wholeForm(form(strings.NewReader("a=1&b=%zz"))); vpt.KindOf(err) != vpt.KindInvalid {
		t.Errorf("a broken form: %v", err)
	}
	large := form(strings.NewReader("a=1&b=" + strings.Repeat("x", 100)))
	large.Body = http.MaxBytesReader(nil, large.Body, 50)
	if err := wholeForm(large); vpt.KindOf(err) != vpt.KindTooLarge {
		t.Errorf("a form that is too large: %v", err)
	}
	slow := form(io.MultiReader(strings.NewReader("a=1&"), late{}))
	if err := wholeForm(slow); vpt.KindOf(err) != vpt.KindUnavailable {
		t.Errorf("a form that came too slowly: %v", err)
	}
}

// late is a connection that ran out of time.
type late struct{}

func (late) Read([]byte) (int, error) { return 0, fmt.Errorf("read: %w", os.ErrDeadlineExceeded) }
