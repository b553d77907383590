package serve

import (
	"crypto/tls"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"
)

// TLSConfig returns the settings of a server whose certificate is in two PEM
// files. They are read again when they have changed, so that a renewed
// certificate needs no restart; if the new ones do not fit, the old one stays.
//
// TLS 1.2 and 1.3 only, and for 1.2 the six suites with ECDHE and AEAD that
// Go's defaults also have: without the list Go offers CBC suites as well, which
// the guidelines of the NCSC (2025-05) no longer count as good.
func TLSConfig(certFile, keyFile string, log *slog.Logger) (*tls.Config, error) {
	files := &certificate{certFile: certFile, keyFile: keyFile, log: log}
	if err := files.load(); err != nil {
		return nil, err
	}
	return &tls.Config{
		MinVersion: tls.VersionTLS12,
		CipherSuites: []uint16{
			tls.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
			tls.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
			tls.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
			tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
			tls.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
			tls.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
		},
		GetCertificate: files.current,
	}, nil
}

// certificate is a pair of PEM files and what was last read from them.
type certificate struct {
	certFile, keyFile string
	log               *slog.Logger

	mu     sync.Mutex
	loaded *tls.Certificate
	seen   [2]time.Time
}

// current looks at the times of the files at each handshake; that is two calls
// of the system against the work of a handshake.
func (c *certificate) current(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if seen, err := c.times(); err != nil || seen != c.seen {
		if err == nil {
			err = c.read(seen)
		}
		if err != nil {
			c.log.Warn("certificate stays the old one", "error", err)
		}
	}
	return c.loaded, nil
}

func (c *certificate) load() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	seen, err := c.times()
	if err != nil {
		return err
	}
	return c.read(seen)
}

func (c *certificate) read(seen [2]time.Time) error {
	// Noted also when reading fails: a broken file is reported once, and read
	// again when it changes.
	c.seen = seen
	pair, err := tls.LoadX509KeyPair(c.certFile, c.keyFile)
	if err != nil {
		return fmt.Errorf("read TLS certificate: %w", err)
	}
	c.loaded = &pair
	return nil
}

func (c *certificate) times() (seen [2]time.Time, err error) {
	for i, name := range []string{c.certFile, c.keyFile} {
		info, err := os.Stat(name)
		if err != nil {
			return seen, fmt.Errorf("read TLS certificate: %w", err)
		}
		seen[i] = info.ModTime()
	}
	return seen, nil
}
