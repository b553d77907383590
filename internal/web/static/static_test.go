package static

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

func sample(t *testing.T) *Assets {
	t.Helper()
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	if _, err := zip.Write([]byte("body{margin:0}")); err != nil {
		t.Fatal(err)
	}
	if err := zip.Close(); err != nil {
		t.Fatal(err)
	}
	assets, err := open(fstest.MapFS{
		"manifest.json":    {Data: []byte(`{"app.css":"app.0a1b.css","a.woff2":"a.22.woff2"}`)},
		"app.0a1b.css":     {Data: []byte("body{margin:0}")},
		"app.0a1b.css.gz":  {Data: packed.Bytes()},
		"app.0a1b.css.br":  {Data: []byte("brotli")},
		"a.22.woff2":       {Data: []byte("font")},
		"placeholder.txt":  {Data: []byte("x")},
		"secret.0000.json": {Data: []byte("not in the manifest")},
	})
	if err != nil {
		t.Fatal(err)
	}
	return assets
}

func TestABinaryWithoutAssetsSaysSo(t *testing.T) {
	_, err := open(fstest.MapFS{"placeholder.txt": {Data: []byte("x")}})
	if !errors.Is(err, ErrNotBuilt) {
		t.Fatalf("got %v, want ErrNotBuilt", err)
	}
}

func TestAManifestThatNamesAMissingFileIsRefused(t *testing.T) {
	_, err := open(fstest.MapFS{"manifest.json": {Data: []byte(`{"app.css":"app.1.css"}`)}})
	if err == nil || errors.Is(err, ErrNotBuilt) {
		t.Fatalf("got %v, want an error that names app.css", err)
	}
}

func TestServe(t *testing.T) {
	for name, c := range map[string]struct {
		method, path, accept          string
		status                        int
		encoding, contentType, caches string
	}{
		"brotli first":       {"GET", "/static/app.0a1b.css", "gzip, deflate, br", 200, "br", "text/css; charset=utf-8", "immutable"},
		"gzip when no br":    {"GET", "/static/app.0a1b.css", "gzip", 200, "gzip", "text/css; charset=utf-8", "immutable"},
		"br refused":         {"GET", "/static/app.0a1b.css", "br;q=0, gzip;q=0.5", 200, "gzip", "text/css; charset=utf-8", "immutable"},
		"plain":              {"GET", "/static/app.0a1b.css", "", 200, "", "text/css; charset=utf-8", "immutable"},
		"head":               {"HEAD", "/static/app.0a1b.css", "", 200, "", "text/css; charset=utf-8", "immutable"},
		"font stays":         {"GET", "/static/a.22.woff2", "br", 200, "", "font/woff2", "immutable"},
		"plain name":         {"GET", "/static/app.css", "", 404, "", "", "no-store"},
		"not in manifest":    {"GET", "/static/secret.0000.json", "", 404, "", "", "no-store"},
		"up":                 {"GET", "/static/../static.go", "", 404, "", "", "no-store"},
		"compressed by name": {"GET", "/static/app.0a1b.css.br", "", 404, "", "", "no-store"},
		"post":               {"POST", "/static/app.0a1b.css", "", 405, "", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := httptest.NewRequest(c.method, "http://localhost"+c.path, nil)
			r.Header.Set("Accept-Encoding", c.accept)
			w := httptest.NewRecorder()
			sample(t).ServeHTTP(w, r)
			header := w.Header()
			if w.Code != c.status || header.Get("Content-Encoding") != c.encoding {
				t.Fatalf("got %d %q, want %d %q", w.Code, header.Get("Content-Encoding"), c.status, c.encoding)
			}
			if header.Get("X-Content-Type-Options") != "nosniff" || !strings.Contains(header.Get("Cache-Control"), c.caches) {
				t.Errorf("headers %v", header)
			}
			if c.contentType != "" && header.Get("Content-Type") != c.contentType {
				t.Errorf("type %q, want %q", header.Get("Content-Type"), c.contentType)
			}
			if c.method == "HEAD" && w.Body.Len() != 0 {
				t.Error("HEAD has a body")
			}
		})
	}
}

// The built files: what the program will send is what was built.
func TestBuiltAssets(t *testing.T) {
	assets, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"app.css", "app.js", "report.js", "icon.svg", "noto-sans-400.woff2", "noto-sans-700.woff2", "org-lindemeer.css", "org-noord.css"} {
		url := assets.URL(name)
		if !strings.HasPrefix(url, Prefix) || url == Prefix+name {
			t.Errorf("%s has the address %q, which holds no hash", name, url)
		}
		plain, packed := get(t, assets, url, ""), get(t, assets, url, "gzip")
		if len(plain) == 0 || !bytes.Equal(plain, packed) {
			t.Errorf("%s: gzip holds %d bytes, the file %d", name, len(packed), len(plain))
		}
	}
	if assets.URL("nothing.css") != "" {
		t.Error("an unknown asset has an address")
	}
}

// Aims of docs: the script of the reporting form at most 4 kB, the fonts of a
// Dutch page about 26 kB, all that the reporting page loads but its HTML 50 kB.
func TestWhatTheReportPageWeighs(t *testing.T) {
	assets, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	weigh := func(names ...string) (sum int) {
		for _, name := range names {
			asset := assets.files[strings.TrimPrefix(assets.URL(name), Prefix)]
			content, _ := asset.choose("br")
			sum += len(content)
		}
		return sum
	}
	fonts := weigh("noto-sans-400.woff2", "noto-sans-700.woff2")
	script := weigh("report.js")
	all := fonts + script + weigh("app.css", "org-lindemeer.css", "icon.svg")
	if script > 4<<10 || fonts > 26<<10 || all > 50<<10 {
		t.Errorf("script %d, fonts %d, all %d bytes", script, fonts, all)
	}
}

func get(t *testing.T, assets *Assets, url, accept string) []byte {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, "http://localhost"+url, nil)
	r.Header.Set("Accept-Encoding", accept)
	w := httptest.NewRecorder()
	assets.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d", url, w.Code)
	}
	if w.Header().Get("Content-Encoding") != "gzip" {
		return w.Body.Bytes()
	}
	unzip, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(unzip)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
