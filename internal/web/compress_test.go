package web_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rugdekking/internal/web"
)

// A compressed page is the same page, smaller, and says nothing of the request:
// what a stranger puts in an address must not change its size.
func TestCompressed_TheSamePageAndNothingOfTheRequest(t *testing.T) {
	d := newDesk(t)
	ask := func(path, encoding string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.Header.Set("Accept-Encoding", encoding)
		return d.ask("rosa", r)
	}
	found := 0
	for _, route := range new(web.Site).Routes() {
		if !route.Compressed {
			continue
		}
		found++
		_, path, _ := strings.Cut(route.Pattern, " ")
		plain, small := ask(path, ""), ask(path, "gzip, br")
		if plain.Header().Get("Content-Encoding") != "" || small.Header().Get("Content-Encoding") != "gzip" || small.Header().Get("Vary") != "Accept-Encoding" {
			t.Fatalf("%s: headers %v and %v", path, plain.Header(), small.Header())
		}
		if small.Body.Len()*2 > plain.Body.Len() {
			t.Errorf("%s: %d bytes of %d", path, small.Body.Len(), plain.Body.Len())
		}
		if a, b := changing.ReplaceAllString(plain.Body.String(), ""), changing.ReplaceAllString(unpacked(t, small.Body), ""); a != b {
			t.Errorf("%s: the compressed page is another page", path)
		}
		if told := unpacked(t, ask(path+"?unit=aapnootmies&account=aapnootmies", "gzip").Body); strings.Contains(told, "aapnootmies") {
			t.Errorf("%s reflects its query and must not be compressed", path)
		}
	}
	if found == 0 {
		t.Error("no page is compressed")
	}
	if answer := ask("/werkvoorraad", "gzip"); answer.Header().Get("Content-Encoding") != "" {
		t.Error("a page is compressed that the list does not name")
	}
}

func unpacked(t *testing.T, body io.Reader) string {
	t.Helper()
	r, err := gzip.NewReader(body)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
