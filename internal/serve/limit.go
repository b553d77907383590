package serve

import (
	"context"
	"net/http"
	"time"
)

// answerGrace is how long after the time of a route its answer may still be on
// the way: the refusal of a handler that ran out of time must get through.
const answerGrace = 5 * time.Second

// limits bounds body and time by route. The time is the request's context, and
// the deadline of the connection for a body that trickles in.
func limits(next http.Handler, c Config) http.Handler {
	// A second mux knows patterns before the request is routed.
	exceptions := http.NewServeMux()
	for pattern := range c.Limits {
		exceptions.Handle(pattern, http.NotFoundHandler())
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		limit := DefaultLimit()
		if _, pattern := exceptions.Handler(r); pattern != "" {
			limit = c.Limits[pattern]
		}
		if r.ContentLength > limit.Body {
			c.Refuse(w, r, ErrTooLarge)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), limit.Time)
		defer cancel()
		if deadline, ok := ctx.Deadline(); ok {
			// Fails only where there is no connection, in a test.
			control := http.NewResponseController(w)
			_ = control.SetReadDeadline(deadline)
			_ = control.SetWriteDeadline(deadline.Add(answerGrace))
		}
		inner := r.WithContext(ctx)
		inner.Body = http.MaxBytesReader(bottom(w), r.Body, limit.Body)
		// The copy is routed; what stands around this step asks the original,
		// also after a panic, and so does the server when it cleans up a form.
		defer func() { r.Pattern, r.MultipartForm = inner.Pattern, inner.MultipartForm }()
		next.ServeHTTP(w, inner)
	})
}

// bottom returns the server's own writer, which closes the connection of a
// client that keeps sending.
func bottom(w http.ResponseWriter) http.ResponseWriter {
	for {
		inner, ok := w.(interface{ Unwrap() http.ResponseWriter })
		if !ok {
			return w
		}
		w = inner.Unwrap()
	}
}

// origin refuses what another site made a browser send.
func origin(next http.Handler, c Config) http.Handler {
	protection := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := protection.Check(r); err != nil {
			c.Refuse(w, r, ErrCrossOrigin.Because(err))
			return
		}
		next.ServeHTTP(w, r)
	})
}
