// Package mailtest is a small mail server on the loopback interface, for tests.
//
// It exists so that tests hold a real SMTP conversation, in which anything can
// go wrong at any moment. It must never be linked into the product, deliver
// mail, or listen anywhere else than on loopback.
package mailtest

import (
	"crypto/tls"
	"crypto/x509"
	"net"
	"sync"
	"testing"
)

// Drop as a reply closes the connection without a word.
const Drop = "drop"

// Options is how the server behaves. The zero value takes any mail, offers
// STARTTLS and asks for no sign-in.
type Options struct {
	// NoTLS offers no STARTTLS; Implicit speaks TLS from the first byte.
	NoTLS    bool
	Implicit bool
	// Username and Password are what a client must sign in with, when set.
	// Mechanisms is what EHLO offers, "PLAIN LOGIN" when empty.
	Username   string
	Password   string
	Mechanisms string
	// Replies replaces the reply to a command ("MAIL", "RCPT", "DATA", "EHLO",
	// "AUTH", "QUIT", "RSET"), to connecting ("greeting") or to the end of the
	// content ("content"), by a whole reply line or by Drop.
	Replies map[string]string
	// Silent names a command after which the server says nothing any more.
	Silent string
	// HalfWay closes the connection in the middle of the content.
	HalfWay bool
}

// Mail is one message as the server took it.
type Mail struct {
	From, To string
	Data     string
	TLS      bool
	User     string
}

// Server is the running mail server.
type Server struct {
	options  Options
	listener net.Listener
	setup    *tls.Config
	pool     *x509.CertPool

	mu       sync.Mutex
	mails    []Mail
	commands []string
	conns    map[net.Conn]bool
	ended    sync.WaitGroup
}

// Start runs a server until the test ends.
func Start(t testing.TB, options Options) *Server {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatalf("mailtest: %v", err)
	}
	setup, pool, err := selfSigned()
	if err != nil {
		t.Fatalf("mailtest: %v", err)
	}
	s := &Server{options: options, listener: listener, setup: setup, pool: pool, conns: map[net.Conn]bool{}}
	s.ended.Go(s.accept)
	t.Cleanup(s.stop)
	return s
}

// Host is the loopback address, which the certificate names too.
func (s *Server) Host() string { return "127.0.0.1" }

// Port is the port it listens on.
func (s *Server) Port() int { return s.listener.Addr().(*net.TCPAddr).Port }

// TLS is what a client needs to trust the server's certificate.
func (s *Server) TLS() *tls.Config {
	return &tls.Config{RootCAs: s.pool, MinVersion: tls.VersionTLS12}
}

// Mails returns what was taken, oldest first.
func (s *Server) Mails() []Mail {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Mail(nil), s.mails...)
}

// Commands returns the command words of all clients, in the order they came.
func (s *Server) Commands() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.commands...)
}

// Open returns how many connections are open.
func (s *Server) Open() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.conns)
}

func (s *Server) accept() {
	for {
		conn, err := s.listener.Accept()
		if err != nil {
			return
		}
		s.mu.Lock()
		s.conns[conn] = true
		s.mu.Unlock()
		s.ended.Go(func() {
			defer s.hangUp(conn)
			c := &session{server: s, raw: conn}
			c.serve()
		})
	}
}

func (s *Server) hangUp(conn net.Conn) {
	_ = conn.Close()
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.conns, conn)
}

func (s *Server) stop() {
	_ = s.listener.Close()
	s.mu.Lock()
	for conn := range s.conns {
		_ = conn.Close()
	}
	s.mu.Unlock()
	s.ended.Wait()
}
