package serve

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"rugdekking/vpt"
)

// world is a small product behind the handler: a few routes, a log to read, and
// a refusal that shows code and page status.
type world struct {
	config Config
	routes *http.ServeMux
	log    *bytes.Buffer
}

func newWorld(t *testing.T, base string) *world {
	t.Helper()
	u, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	w := &world{routes: http.NewServeMux(), log: &bytes.Buffer{}}
	w.config = Config{
		Base: u, Log: slog.New(slog.NewJSONHandler(w.log, nil)), Now: func() time.Time { return time.Unix(1000, 0) },
		Refuse: func(w http.ResponseWriter, r *http.Request, err error) {
			var e *vpt.Error
			if !errors.As(err, &e) {
				t.Errorf("refused with %v", err)
				return
			}
			w.WriteHeader(PageStatus(err))
			_, _ = io.WriteString(w, e.Code)
		},
		Proxies: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("2001:db8::1/128")},
		Limits:  map[string]Limit{"POST /bijlagen/{id}": {Body: 4 << 20, Time: time.Minute}, "GET /traag": {Body: 0, Time: time.Millisecond}},
	}
	w.routes.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "begin") })
	w.routes.HandleFunc("GET /zaken/{nummer}", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "zaak %s", ClientAddr(r)) })
	w.routes.HandleFunc("GET /statisch/{naam...}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	})
	w.routes.HandleFunc("GET /boom/", func(w http.ResponseWriter, r *http.Request) {})
	w.routes.Handle("GET /oud", http.RedirectHandler("/zaken", http.StatusSeeOther))
	read := func(w http.ResponseWriter, r *http.Request) {
		n, err := io.Copy(io.Discard, r.Body)
		if err = BodyError(err); err != nil {
			w.WriteHeader(PageStatus(err))
		}
		fmt.Fprint(w, n)
	}
	w.routes.HandleFunc("POST /meldingen", read)
	w.routes.HandleFunc("POST /bijlagen/{id}", read)
	w.routes.HandleFunc("GET /traag", func(w http.ResponseWriter, r *http.Request) {
		<-r.Context().Done()
		w.WriteHeader(PageStatus(BodyError(r.Context().Err())))
	})
	w.routes.Handle("GET /healthz", Health())
	return w
}

func (w *world) do(r *http.Request) *http.Response {
	answer := httptest.NewRecorder()
	Handler(w.routes, w.config).ServeHTTP(answer, r)
	return answer.Result()
}

// request makes one for the world's own host; path may be unclean.
func request(method, path string, body string) *http.Request {
	r := httptest.NewRequest(method, "https://rd.example/", strings.NewReader(body))
	u, err := url.ParseRequestURI(path)
	if err != nil {
		panic(err)
	}
	r.URL, r.RequestURI = u, path
	return r
}

func body(t *testing.T, a *http.Response) string {
	t.Helper()
	text, err := io.ReadAll(a.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// lines returns the log as one map a line.
func (w *world) lines(t *testing.T) []map[string]any {
	t.Helper()
	var out []map[string]any
	for line := range bytes.Lines(w.log.Bytes()) {
		var one map[string]any
		if err := json.Unmarshal(line, &one); err != nil {
			t.Fatal(err)
		}
		out = append(out, one)
	}
	return out
}

func TestHeadersOnEveryAnswer(t *testing.T) {
	want := map[string]string{
		"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
			"form-action 'self'; base-uri 'none'; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; " +
			"require-trusted-types-for 'script'; trusted-types rugdekking",
		"Referrer-Policy":              "same-origin",
		"X-Content-Type-Options":       "nosniff",
		"X-Frame-Options":              "DENY",
		"Strict-Transport-Security":    "max-age=31536000; includeSubDomains",
		"Cross-Origin-Opener-Policy":   "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin",
		"Cache-Control":                "no-store",
	}
	w := newWorld(t, "https://rd.example")
	w.routes.HandleFunc("GET /paniek", func(http.ResponseWriter, *http.Request) { panic("x") })
	wrongHost := request("GET", "/", "")
	wrongHost.Host = "elders.example"
	foreign := request("POST", "/meldingen", "")
	foreign.Header.Set("Sec-Fetch-Site", "cross-site")
	for name, r := range map[string]*http.Request{
		"page": request("GET", "/", ""), "not found": request("GET", "/niets", ""), "method": request("POST", "/zaken/1", ""),
		"unclean": request("GET", "//x", ""), "too large": request("POST", "/meldingen", strings.Repeat("x", 2<<20)),
		"panic": request("GET", "/paniek", ""), "host": wrongHost, "origin": foreign,
	} {
		a := w.do(r)
		for header, value := range want {
			if got := a.Header.Values(header); len(got) != 1 || got[0] != value {
				t.Errorf("%s: %s = %q, want %q", name, header, got, value)
			}
		}
		if p := a.Header.Get("Permissions-Policy"); !strings.Contains(p, "camera=(), ") || !strings.Contains(p, "geolocation=(), ") || strings.Contains(p, "*") || strings.Contains(p, "web-share") {
			t.Errorf("%s: Permissions-Policy = %q", name, p)
		}
	}
	if got := w.do(request("GET", "/statisch/a.css", "")).Header.Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
		t.Errorf("hashed file: %q", got)
	}
	plainWorld := newWorld(t, "http://127.0.0.1:8080")
	r := request("GET", "/", "")
	r.Host = "127.0.0.1:8080"
	if a := plainWorld.do(r); a.StatusCode != 200 || a.Header.Get("Strict-Transport-Security") != "" {
		t.Errorf("plain http: %d, HSTS %q", a.StatusCode, a.Header.Get("Strict-Transport-Security"))
	}
}

func TestRequestIDIsOurOwn(t *testing.T) {
	w := newWorld(t, "https://rd.example")
	var seen string
	w.routes.HandleFunc("GET /id", func(_ http.ResponseWriter, r *http.Request) { seen = RequestID(r) })
	r := request("GET", "/id", "")
	r.Header.Set("X-Request-Id", "van buiten\nnog een regel")
	id := w.do(r).Header.Get("X-Request-Id")
	if !regexp.MustCompile(`^[0-9a-f]{24}$`).MatchString(id) || seen != id {
		t.Errorf("answer %q, handler %q", id, seen)
	}
	if again := w.do(request("GET", "/id", "")).Header.Get("X-Request-Id"); again == id {
		t.Error("two requests share an id")
	}
	if line := w.lines(t)[0]; line["request"] != id {
		t.Errorf("log: %v", line)
	}
}

func TestPaths(t *testing.T) {
	w := newWorld(t, "https://rd.example")
	for path, want := range map[string]int{
		"/": 200, "/zaken/Z-2026-00012": 200, "/zaken/é": 200, "/zaken/a%20b": 200, "/statisch/a/b.css": 200, "/zaken/1?x=//&y=/../": 200,
		"/oud": 303, "/boom/tak": 200,
		"//": 404, "//zaken/1": 404, "/zaken//1": 404, "/zaken/1/": 404, "/zaken/./1": 404, "/x/../zaken/1": 404, "/zaken/..": 404,
		"/zaken/%2e%2e/1": 404, "/zaken/a%2fb": 404, "/zaken/a%2Fb": 404, "/zaken/a%5cb": 404, "/zaken/%00": 404, "/zaken/%0a": 404,
		"/zaken/%ff": 404, "/statisch": 404, "/statisch/": 404, "/boom": 404, "/boom/": 404, "/niets": 404, "/.": 404, "*": 404,
	} {
		a := w.do(request("GET", path, ""))
		if a.StatusCode != want || want == 404 && (a.Header.Get("Location") != "" || body(t, a) != "niet-gevonden") {
			t.Errorf("%q: %d %q, want %d", path, a.StatusCode, a.Header.Get("Location"), want)
		}
	}
}

func TestMethods(t *testing.T) {
	w := newWorld(t, "https://rd.example")
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"} {
		a := w.do(request(method, "/zaken/1", ""))
		if a.StatusCode != 405 || a.Header.Get("Allow") != "GET, HEAD" || body(t, a) != "methode-niet-toegestaan" {
			t.Errorf("%s: %d, Allow %q", method, a.StatusCode, a.Header.Get("Allow"))
		}
	}
	if a := w.do(request("HEAD", "/zaken/1", "")); a.StatusCode != 200 {
		t.Errorf("HEAD: %d", a.StatusCode)
	}
}

func TestHost(t *testing.T) {
	w := newWorld(t, "https://rd.example")
	w.config.Hosts = []string{"Localhost:8443"}
	for host, want := range map[string]int{
		"rd.example": 200, "RD.example": 200, "rd.example:443": 200, "localhost:8443": 200,
		"rd.example:80": 421, "rd.example.elders.example": 421, "": 421, "10.1.2.3": 421, "localhost": 421,
	} {
		r := request("GET", "/", "")
		r.Host = host
		if a := w.do(r); a.StatusCode != want || want == 421 && body(t, a) != "onbekend-adres" {
			t.Errorf("%q: %d, want %d", host, a.StatusCode, want)
		}
	}
	probe := request("GET", "/healthz", "")
	probe.Host = "10.1.2.3:8080"
	if a := w.do(probe); a.StatusCode != 200 || body(t, a) != "ok\n" {
		t.Errorf("probe by address: %d", a.StatusCode)
	}
}

func TestCrossOrigin(t *testing.T) {
	w := newWorld(t, "https://rd.example")
	for _, c := range []struct {
		method, site, origin string
		want                 int
	}{
		{"POST", "same-origin", "", 200}, {"POST", "none", "", 200}, {"POST", "", "", 200}, {"POST", "", "https://rd.example", 200},
		{"POST", "cross-site", "", 403}, {"POST", "same-site", "", 403}, {"POST", "", "https://elders.example", 403}, {"POST", "", "null", 403},
		{"GET", "cross-site", "https://elders.example", 405},
	} {
		r := request(c.method, "/meldingen", "")
		if c.site != "" {
			r.Header.Set("Sec-Fetch-Site", c.site)
		}
		if c.origin != "" {
			r.Header.Set("Origin", c.origin)
		}
		if a := w.do(r); a.StatusCode != c.want || c.want == 403 && body(t, a) != "andere-herkomst" {
			t.Errorf("%+v: %d", c, a.StatusCode)
		}
	}
}
