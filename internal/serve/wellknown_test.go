package serve

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestSecurityTxt(t *testing.T) {
	w := newWorld(t, "https://rd.example")
	now := time.Date(2026, 11, 23, 18, 30, 0, 0, time.FixedZone("CET", 3600))
	w.routes.Handle("GET /.well-known/security.txt", SecurityTxt(w.config.Base, func() time.Time { return now }, "mailto:lek@rd.example", "https://rd.example/lek"))
	a := w.do(request("GET", "/.well-known/security.txt", ""))
	const want = "Contact: mailto:lek@rd.example\nContact: https://rd.example/lek\nExpires: 2027-05-22T00:00:00Z\n" +
		"Preferred-Languages: nl, en\nCanonical: https://rd.example/.well-known/security.txt\n"
	if got := body(t, a); got != want || a.Header.Get("Content-Type") != "text/plain; charset=utf-8" {
		t.Errorf("%q %s", got, a.Header.Get("Content-Type"))
	}
}

func TestNoSecurityTxtWithoutContact(t *testing.T) {
	w := newWorld(t, "https://rd.example")
	w.routes.Handle("GET /.well-known/security.txt", SecurityTxt(w.config.Base, time.Now))
	if a := w.do(request("GET", "/.well-known/security.txt", "")); a.StatusCode != 404 {
		t.Errorf("%d", a.StatusCode)
	}
}

func TestReady(t *testing.T) {
	good := func(context.Context) error { return nil }
	bad := func(context.Context) error { return errors.New("database weg") }
	slow := func(ctx context.Context) error {
		if _, ok := ctx.Deadline(); !ok {
			t.Error("a check may take for ever")
		}
		return nil
	}
	for _, c := range []struct {
		checks []func(context.Context) error
		want   int
	}{
		{nil, 200}, {[]func(context.Context) error{good, slow}, 200}, {[]func(context.Context) error{good, bad}, 503},
	} {
		w := newWorld(t, "https://rd.example")
		w.routes.Handle("GET /readyz", Ready(w.config.Log, c.checks...))
		a := w.do(request("GET", "/readyz", ""))
		if text := body(t, a); a.StatusCode != c.want || strings.Contains(text, "database") {
			t.Errorf("%d %q, want %d", a.StatusCode, text, c.want)
		}
		if c.want == http.StatusServiceUnavailable && !strings.Contains(w.log.String(), "database weg") {
			t.Error("the log does not say why")
		}
	}
}
