package static

import (
	"net/http"
	"strconv"
	"strings"
)

// ServeHTTP sends the asset whose hashed name follows Prefix, as brotli or
// gzip where the browser takes it. Mount it under "GET /static/".
func (a *Assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("X-Content-Type-Options", "nosniff")
	asset, ok := a.files[strings.TrimPrefix(r.URL.Path, Prefix)]
	if !ok {
		header.Set("Cache-Control", "no-store")
		http.Error(w, "404", http.StatusNotFound)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "405", http.StatusMethodNotAllowed)
		return
	}
	content, encoding := asset.choose(r.Header.Get("Accept-Encoding"))
	header.Set("Content-Type", asset.contentType)
	header.Set("Cache-Control", "public, max-age=31536000, immutable")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
	header.Set("Content-Length", strconv.Itoa(len(content)))
	if asset.brotli != nil || asset.gzip != nil {
		header.Set("Vary", "Accept-Encoding")
	}
	if encoding != "" {
		header.Set("Content-Encoding", encoding)
	}
	if r.Method == http.MethodHead {
		return
	}
	// The browser may have gone; there is nobody left to tell.
	_, _ = w.Write(content)
}

// choose picks the smallest form that the Accept-Encoding header takes.
func (f file) choose(accept string) (content []byte, encoding string) {
	if f.brotli != nil && Accepts(accept, "br") {
		return f.brotli, "br"
	}
	if f.gzip != nil && Accepts(accept, "gzip") {
		return f.gzip, "gzip"
	}
	return f.plain, ""
}

// Accepts reads an Accept-Encoding header (RFC 9110 §12.5.3): the coding is
// named and its weight is not zero. The wildcard is not honoured, since who
// sends it says nothing about brotli.
func Accepts(header, coding string) bool {
	for _, part := range strings.Split(header, ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(part), ";")
		if !strings.EqualFold(strings.TrimSpace(name), coding) {
			continue
		}
		value, found := strings.CutPrefix(strings.ReplaceAll(weight, " ", ""), "q=")
		if !found {
			return true
		}
		q, err := strconv.ParseFloat(value, 64)
		return err == nil && q > 0
	}
	return false
}
