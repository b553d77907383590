package serve

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// writePair writes a certificate for 127.0.0.1 with the given serial number.
func writePair(t *testing.T, dir string, serial int64) (certFile, keyFile string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	draft := &x509.Certificate{
		SerialNumber: big.NewInt(serial), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC), NotAfter: time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC),
	}
	der, err := x509.CreateCertificate(rand.Reader, draft, draft, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	certFile, keyFile = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	for name, block := range map[string]*pem.Block{certFile: {Type: "CERTIFICATE", Bytes: der}, keyFile: {Type: "PRIVATE KEY", Bytes: raw}} {
		if err := os.WriteFile(name, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return certFile, keyFile
}

// run starts a server and returns its address, what ends it, and its outcome.
func run(t *testing.T, s Server) (address string, stop func(), ended chan error) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended = make(chan error, 1)
	go func() { ended <- s.Run(ctx, listener) }()
	t.Cleanup(cancel)
	return listener.Addr().String(), cancel, ended
}

func quietLog() *slog.Logger { return slog.New(slog.DiscardHandler) }

func TestTLSOffersOnlyGoodSuites(t *testing.T) {
	certFile, keyFile := writePair(t, t.TempDir(), 1)
	setup, err := TLSConfig(certFile, keyFile, quietLog())
	if err != nil {
		t.Fatal(err)
	}
	address, _, _ := run(t, Server{Handler: http.NotFoundHandler(), TLS: setup, Log: quietLog()})
	dial := func(version uint16, suites ...uint16) error {
		conn, err := tls.Dial("tcp", address, &tls.Config{InsecureSkipVerify: true, MinVersion: version, MaxVersion: version, CipherSuites: suites})
		if err != nil {
			return err
		}
		return conn.Close()
	}
	for _, suite := range append(tls.CipherSuites(), tls.InsecureCipherSuites()...) {
		if strings.Contains(suite.Name, "_RSA_") || len(suite.SupportedVersions) == 1 && suite.SupportedVersions[0] == tls.VersionTLS13 {
			continue // not with this certificate; not a matter of choice
		}
		good := strings.Contains(suite.Name, "_GCM_") || strings.Contains(suite.Name, "CHACHA20")
		if err := dial(tls.VersionTLS12, suite.ID); (err == nil) != good {
			t.Errorf("%s: %v, want offered %v", suite.Name, err, good)
		}
	}
	for _, id := range setup.CipherSuites {
		if name := tls.CipherSuiteName(id); !strings.HasPrefix(name, "TLS_ECDHE_") || strings.Contains(name, "CBC") {
			t.Errorf("%s is in the list", name)
		}
	}
	for version, want := range map[uint16]bool{tls.VersionTLS10: false, tls.VersionTLS11: false, tls.VersionTLS12: true, tls.VersionTLS13: true} {
		if err := dial(version); (err == nil) != want {
			t.Errorf("%s: %v, want spoken %v", tls.VersionName(version), err, want)
		}
	}
}

func TestHTTP2OverTLS(t *testing.T) {
	certFile, keyFile := writePair(t, t.TempDir(), 1)
	setup, err := TLSConfig(certFile, keyFile, quietLog())
	if err != nil {
		t.Fatal(err)
	}
	address, _, _ := run(t, Server{Handler: Health(), TLS: setup, Log: quietLog()})
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, ForceAttemptHTTP2: true}}
	defer client.CloseIdleConnections()
	answer, err := client.Get("https://" + address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if answer.ProtoMajor != 2 || answer.StatusCode != 200 {
		t.Errorf("%s %d", answer.Proto, answer.StatusCode)
	}
}

func TestCertificateIsReadAgain(t *testing.T) {
	dir := t.TempDir()
	certFile, keyFile := writePair(t, dir, 1)
	var out bytes.Buffer
	setup, err := TLSConfig(certFile, keyFile, slog.New(slog.NewTextHandler(&out, nil)))
	if err != nil {
		t.Fatal(err)
	}
	serial := func() int64 {
		pair, err := setup.GetCertificate(nil)
		if err != nil {
			t.Fatal(err)
		}
		return pair.Leaf.SerialNumber.Int64()
	}
	touch := func(minutes int) {
		for _, name := range []string{certFile, keyFile} {
			moment := time.Date(2026, 1, 1, 0, minutes, 0, 0, time.UTC)
			if err := os.Chtimes(name, moment, moment); err != nil {
				t.Fatal(err)
			}
		}
	}
	writePair(t, dir, 2)
	touch(1)
	if got := serial(); got != 2 {
		t.Errorf("after renewal: %d", got)
	}
	if err := os.WriteFile(certFile, []byte("kapot"), 0o600); err != nil {
		t.Fatal(err)
	}
	touch(2)
	if got := serial(); got != 2 || serial() != 2 || strings.Count(out.String(), "stays the old one") != 1 {
		t.Errorf("broken file: %d, log %s", got, out.String())
	}
	if err := os.Remove(certFile); err != nil {
		t.Fatal(err)
	}
	if got := serial(); got != 2 {
		t.Errorf("no file: %d", got)
	}
	writePair(t, dir, 3)
	touch(3)
	if got := serial(); got != 3 {
		t.Errorf("mended: %d", got)
	}
}

func TestTLSConfigRefuses(t *testing.T) {
	if _, err := TLSConfig("weg.pem", "weg.key", quietLog()); err == nil {
		t.Error("no files: accepted")
	}
}

func TestRunDrains(t *testing.T) {
	entered, leave := make(chan bool), make(chan bool)
	address, stop, ended := run(t, Server{Log: quietLog(), Drain: 10 * time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		entered <- true
		<-leave
		if r.Context().Err() != nil {
			t.Error("the signal to stop cut the request off")
		}
		fmt.Fprint(w, "klaar")
	})})
	got := make(chan string, 1)
	go func() {
		answer, err := http.Get("http://" + address)
		if err != nil {
			got <- err.Error()
			return
		}
		defer answer.Body.Close()
		text, _ := io.ReadAll(answer.Body)
		got <- string(text)
	}()
	<-entered
	stop()
	for { // the listener closes soon after; until then a new connection may succeed
		conn, err := net.Dial("tcp", address)
		if err != nil {
			break
		}
		_ = conn.Close()
		time.Sleep(time.Millisecond)
	}
	select {
	case err := <-ended:
		t.Fatalf("did not wait: %v", err)
	default:
	}
	close(leave)
	if text := <-got; text != "klaar" {
		t.Errorf("request under way: %s", text)
	}
	if err := <-ended; err != nil {
		t.Errorf("clean end: %v", err)
	}
}

func TestRunCutsOffAfterDrain(t *testing.T) {
	entered, leave := make(chan bool), make(chan bool)
	defer close(leave)
	address, stop, ended := run(t, Server{Log: quietLog(), Drain: 20 * time.Millisecond, Handler: http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		entered <- true
		<-leave
	})})
	go func() {
		if answer, err := http.Get("http://" + address); err == nil {
			_ = answer.Body.Close()
		}
	}()
	<-entered
	stop()
	if err := <-ended; err == nil || !strings.Contains(err.Error(), "cut off") {
		t.Errorf("%v", err)
	}
}

func TestRunTellsWhenItCannot(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = listener.Close()
	if err := (Server{Log: quietLog(), Handler: http.NotFoundHandler()}).Run(t.Context(), listener); err == nil {
		t.Error("a closed listener: no error")
	}
}

func TestServerLogHidesAddressesAndPanics(t *testing.T) {
	var out bytes.Buffer
	lines := log.New(serverLog{slog.New(slog.NewTextHandler(&out, &slog.HandlerOptions{Level: slog.LevelDebug}))}, "", 0)
	lines.Printf("http: TLS handshake error from 192.0.2.7:1234: EOF")
	lines.Printf("http: panic serving [2001:db8::7]:1: mevrouw Yilmaz\ngoroutine 1")
	lines.Printf("http: URL query contains semicolon")
	text := out.String()
	for _, leak := range []string{"192.0.2.7", "2001:db8", "Yilmaz", "goroutine"} {
		if strings.Contains(text, leak) {
			t.Errorf("%s is in the log: %s", leak, text)
		}
	}
	for _, want := range []string{"TLS handshake error", "http: panic", "semicolon"} {
		if !strings.Contains(text, want) {
			t.Errorf("the log lacks %q: %s", want, text)
		}
	}
}
