package web

import (
	"compress/gzip"
	"net/http"

	"rugdekking/internal/web/static"
)

// compressed sends the page of a route smaller to who takes gzip. It is only
// for pages that reflect nothing of the request: the size of a compressed page
// that mixes what a stranger chose with what is secret gives the secret away
// (BREACH, https://www.breachattack.com), so that no page is compressed unless
// the list of routes says so.
func compressed(route Route) Route {
	plain := route.handler
	route.Compressed = true
	route.handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept-Encoding")
		if !static.Accepts(r.Header.Get("Accept-Encoding"), "gzip") {
			plain.ServeHTTP(w, r)
			return
		}
		smaller := &gzipWriter{ResponseWriter: w}
		plain.ServeHTTP(smaller, r)
		smaller.finish()
	})
	return route
}

// gzipWriter compresses a page that is right, and passes anything else on.
type gzipWriter struct {
	http.ResponseWriter
	body *gzip.Writer // nil before the status is known, and for what is passed on
}

// WriteHeader decides by the status: a redirect or a refusal has no page to
// make smaller.
func (w *gzipWriter) WriteHeader(status int) {
	if status == http.StatusOK {
		w.Header().Del("Content-Length")
		w.Header().Set("Content-Encoding", "gzip")
		w.body = gzip.NewWriter(w.ResponseWriter)
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *gzipWriter) Write(content []byte) (int, error) {
	if w.body == nil {
		return w.ResponseWriter.Write(content)
	}
	return w.body.Write(content)
}

// Unwrap lets net/http find the connection's own deadlines.
func (w *gzipWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// finish writes what is still held. The reader may have gone: nobody to tell.
func (w *gzipWriter) finish() {
	if w.body != nil {
		_ = w.body.Close()
	}
}
