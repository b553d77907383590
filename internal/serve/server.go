package serve

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"
)

// The bounds of a connection. Reading and writing are the usual ones; the
// limits of a route replace them while it runs.
const (
	headerTime = 10 * time.Second
	plainTime  = 60 * time.Second
	idleTime   = 2 * time.Minute
	headerSize = 32 << 10
)

// Server is what Run needs besides a listener. TLS is nil for plain http.
type Server struct {
	Handler http.Handler
	TLS     *tls.Config
	Log     *slog.Logger
	// Drain is how long requests under way may take after the end was asked.
	Drain time.Duration
}

// Run serves on listener until ctx ends, then takes no new requests and waits
// for those under way, at most Drain. It returns nil after a clean end, and
// closes the listener in any case.
func (s Server) Run(ctx context.Context, listener net.Listener) error {
	server := &http.Server{
		Handler: s.Handler, TLSConfig: s.TLS,
		ReadHeaderTimeout: headerTime, ReadTimeout: plainTime, WriteTimeout: plainTime,
		IdleTimeout: idleTime, MaxHeaderBytes: headerSize,
		ErrorLog: log.New(serverLog{s.Log}, "", 0),
		// So that "OPTIONS *" meets the same steps as everything else.
		DisableGeneralOptionsHandler: true,
	}
	failed := make(chan error, 1)
	go func() {
		if s.TLS != nil {
			failed <- server.ServeTLS(listener, "", "")
			return
		}
		failed <- server.Serve(listener)
	}()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	// Requests do not hang on ctx, else the signal to stop would cut them off.
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.Drain)
	defer cancel()
	err := server.Shutdown(drain)
	if err != nil {
		err = errors.Join(fmt.Errorf("serve: requests under way were cut off: %w", err), server.Close())
	}
	<-failed
	return err
}

// serverLog writes what net/http has to say in our log, without the addresses
// of clients and without the values of panics, which may be personal.
type serverLog struct{ log *slog.Logger }

// Write implements io.Writer for the log package.
func (l serverLog) Write(line []byte) (int, error) {
	text, _, _ := strings.Cut(string(line), "\n")
	if strings.Contains(text, "panic") {
		text = "http: panic"
	}
	words := strings.Fields(text)
	for i, word := range words {
		if _, err := netip.ParseAddrPort(strings.Trim(word, ":;,")); err == nil {
			words[i] = "•••"
		}
	}
	l.log.Debug("http server", "message", strings.Join(words, " "))
	return len(line), nil
}
