package serve

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// The addresses that machines look for.
const (
	PathHealth      = "/healthz"
	PathReady       = "/readyz"
	PathSecurityTxt = "/.well-known/security.txt"
)

const (
	// readyTime bounds the questions of one readiness probe together.
	readyTime = 2 * time.Second
	// securityTxtDays is under the year that RFC 9116 §2.5.5 recommends, with
	// room for who keeps a copy.
	securityTxtDays = 180
)

// Health answers that the process lives, and nothing else.
func Health() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { plain(w, http.StatusOK, "ok\n") })
}

// Ready answers whether requests can be served: every check gives no error. The
// reason is in the log and not in the answer, which anyone can read.
func Ready(log *slog.Logger, checks ...func(context.Context) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), readyTime)
		defer cancel()
		for _, check := range checks {
			if err := check(ctx); err != nil {
				log.Warn("not ready", "request", RequestID(r), "error", err)
				plain(w, http.StatusServiceUnavailable, "unavailable\n")
				return
			}
		}
		plain(w, http.StatusOK, "ok\n")
	})
}

// SecurityTxt answers where to report a leak (RFC 9116). Contacts are mailto:
// or https: addresses; without one there is no such file. It always ends half a
// year from now, so it needs no yearly chore.
func SecurityTxt(base *url.URL, now func() time.Time, contacts ...string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(contacts) == 0 {
			plain(w, http.StatusNotFound, "")
			return
		}
		var b strings.Builder
		for _, contact := range contacts {
			fmt.Fprintf(&b, "Contact: %s\n", contact)
		}
		expires := now().UTC().Truncate(24*time.Hour).AddDate(0, 0, securityTxtDays)
		fmt.Fprintf(&b, "Expires: %s\nPreferred-Languages: nl, en\nCanonical: %s\n",
			expires.Format(time.RFC3339), base.JoinPath(PathSecurityTxt))
		plain(w, http.StatusOK, b.String())
	})
}

func plain(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text))
}
