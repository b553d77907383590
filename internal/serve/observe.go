package serve

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime"
	"runtime/debug"
	"strings"
)

// observe writes one line per request. The route is the pattern, never the
// path: numbers and queries of cases do not belong in a log, nor do addresses.
func observe(next http.Handler, c Config) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer := &recorder{ResponseWriter: w}
		begun := c.Now()
		done := c.Metrics.begin()
		defer func() {
			status, elapsed := answer.statusOr200(), c.Now().Sub(begun)
			done(method(r), route(r), status, elapsed)
			level := slog.LevelInfo
			if status >= http.StatusInternalServerError {
				level = slog.LevelWarn
			}
			c.Log.Log(r.Context(), level, "request", "request", RequestID(r), "method", method(r), "route", route(r),
				"status", status, "bytes", answer.bytes, "ms", float64(elapsed.Microseconds())/1000)
		}()
		next.ServeHTTP(answer, r)
	})
}

// rescue turns a panic into an answer. The value of a panic may be anything, a
// name from a case included, so only faults of the Go runtime are quoted; the
// stack shows places and machine words, no text.
func rescue(next http.Handler, c Config) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			value := recover()
			if value == nil {
				return
			}
			if err, ok := value.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(value)
			}
			c.Log.Error("panic", "request", RequestID(r), "route", route(r), "fault", fault(value), "stack", string(debug.Stack()))
			if answer, ok := w.(*recorder); ok && answer.status != 0 {
				// Half an answer is under way; only cutting it off is honest.
				panic(http.ErrAbortHandler)
			}
			c.Refuse(w, r, ErrPanic)
		}()
		next.ServeHTTP(w, r)
	})
}

func fault(value any) string {
	if known, ok := value.(runtime.Error); ok {
		return known.Error()
	}
	return fmt.Sprintf("%T", value)
}

// route returns the pattern without its method, or "-" when nothing matched.
func route(r *http.Request) string {
	if _, path, ok := strings.Cut(r.Pattern, " "); ok {
		return path
	}
	if r.Pattern == "" {
		return "-"
	}
	return r.Pattern
}

// method bounds what a stranger can put in a log and in a label.
func method(r *http.Request) string {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return r.Method
	}
	return "OTHER"
}

// recorder remembers what was answered.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// Unwrap lets http.ResponseController find the server's own writer.
func (a *recorder) Unwrap() http.ResponseWriter { return a.ResponseWriter }

// WriteHeader notes the status; 1xx is not yet the answer.
func (a *recorder) WriteHeader(status int) {
	if a.status == 0 && status >= 200 {
		a.status = status
	}
	a.ResponseWriter.WriteHeader(status)
}

func (a *recorder) Write(b []byte) (int, error) {
	a.status = a.statusOr200()
	n, err := a.ResponseWriter.Write(b)
	a.bytes += int64(n)
	return n, err
}

func (a *recorder) statusOr200() int {
	if a.status == 0 {
		return http.StatusOK
	}
	return a.status
}
