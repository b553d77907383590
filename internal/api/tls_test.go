package api_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"io"
	"log/slog"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/serve"
)

// checkTLS shakes hands with the server's own settings in every way that must
// work, and in those that must not.
func checkTLS(t *testing.T) {
	config, err := serve.TLSConfig(certificate(t))
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewUnstartedServer(http.NotFoundHandler())
	server.TLS, server.Config.ErrorLog = config, slog.NewLogLogger(slog.NewTextHandler(io.Discard, nil), slog.LevelDebug)
	server.StartTLS()
	defer server.Close()
	shake := func(least, most uint16, suites ...uint16) error {
		c, err := tls.Dial("tcp", server.Listener.Addr().String(), &tls.Config{
			InsecureSkipVerify: true, MinVersion: least, MaxVersion: most, CipherSuites: suites,
		})
		if err == nil {
			_ = c.Close()
		}
		return err
	}
	for _, version := range []uint16{tls.VersionTLS12, tls.VersionTLS13} {
		if err := shake(version, version); err != nil {
			t.Errorf("%s: %v", tls.VersionName(version), err)
		}
	}
	for _, version := range []uint16{tls.VersionTLS10, tls.VersionTLS11} {
		if shake(version, version) == nil {
			t.Errorf("%s is spoken", tls.VersionName(version))
		}
	}
	for _, suite := range append(tls.CipherSuites(), tls.InsecureCipherSuites()...) {
		aead := suite.SupportedVersions[0] == tls.VersionTLS13 || suite.ID&0xff00 == 0xcc00 || strings.Contains(suite.Name, "_GCM_")
		if !aead && shake(tls.VersionTLS12, tls.VersionTLS12, suite.ID) == nil {
			t.Errorf("%s is spoken", suite.Name)
		}
	}
}

func certificate(t *testing.T) (certFile, keyFile string, log *slog.Logger) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), DNSNames: []string{"rugdekking.example"}}
	cert, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write := func(name, kind string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: data}), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	return write("cert.pem", "CERTIFICATE", cert), write("key.pem", "PRIVATE KEY", raw), slog.New(slog.NewTextHandler(io.Discard, nil))
}
