package config

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestHTTPCheck(t *testing.T) {
	loopback := HTTP{Listen: "127.0.0.1:8080", BaseURL: "http://127.0.0.1:8080"}
	withTLS := HTTP{Listen: ":8443", TLSCert: "c", TLSKey: "k", BaseURL: "https://rugdekking.lindemeer.example"}
	proxied := HTTP{Listen: ":8080", BehindProxy: []string{"10.1.2.3"}, BaseURL: "https://rugdekking.lindemeer.example/"}
	for _, c := range []struct {
		name   string
		base   HTTP
		change func(*HTTP)
		demo   bool
		want   string
	}{
		{"loopback", loopback, func(h *HTTP) {}, false, ""},
		{"localhost", loopback, func(h *HTTP) { h.Listen, h.BaseURL = "localhost:0", "http://localhost:8080" }, false, ""},
		{"IPv6 loopback", loopback, func(h *HTTP) { h.Listen, h.BaseURL = "[::1]:8080", "http://[::1]:8080" }, false, ""},
		{"TLS", withTLS, func(h *HTTP) {}, false, ""},
		{"proxy", proxied, func(h *HTTP) {}, false, ""},
		{"all addresses in the clear", loopback, func(h *HTTP) { h.Listen = ":8080" }, false, "listen: " + CodeLoopback},
		{"one address in the clear", loopback, func(h *HTTP) { h.Listen = "192.0.2.1:8080" }, false, "listen: " + CodeLoopback},
		{"demo in the clear elsewhere", HTTP{Listen: "0.0.0.0:8080"}, func(h *HTTP) {}, true, "listen: " + CodeLoopback},
		{"demo", HTTP{Listen: "127.0.0.1:8080"}, func(h *HTTP) {}, true, ""},
		{"no base URL", loopback, func(h *HTTP) { h.BaseURL = "" }, false, "base-url: " + CodeRequired},
		{"base URL of http elsewhere", loopback, func(h *HTTP) { h.BaseURL = "http://rugdekking.lindemeer.example" }, false, "base-url: " + CodeHTTPS},
		{"base URL of http with TLS", withTLS, func(h *HTTP) { h.BaseURL = "http://localhost" }, false, "base-url: " + CodeHTTPS},
		{"base URL with a path", withTLS, func(h *HTTP) { h.BaseURL += "/rugdekking" }, false, "base-url: " + CodeMalformed},
		{"base URL with a query", withTLS, func(h *HTTP) { h.BaseURL += "?x" }, false, "base-url: " + CodeMalformed},
		{"base URL with a name", withTLS, func(h *HTTP) { h.BaseURL = "https://u:p@a.example" }, false, "base-url: " + CodeMalformed},
		{"base URL without scheme", withTLS, func(h *HTTP) { h.BaseURL = "rugdekking.lindemeer.example" }, false, "base-url: " + CodeMalformed},
		{"base URL in the demo", HTTP{Listen: "127.0.0.1:1", BaseURL: "ftp://x"}, func(h *HTTP) {}, true, "base-url: " + CodeMalformed},
		{"no key", withTLS, func(h *HTTP) { h.TLSKey = "" }, false, "tls-key: " + CodeTogether},
		{"no certificate", loopback, func(h *HTTP) { h.TLSKey = "k" }, false, "tls-key: " + CodeTogether},
		{"no port", loopback, func(h *HTTP) { h.Listen = "127.0.0.1" }, false, "listen: " + CodeMalformed},
		{"high port", loopback, func(h *HTTP) { h.Listen = "127.0.0.1:65536" }, false, "listen: " + CodeMalformed},
		{"named port", loopback, func(h *HTTP) { h.Listen = "127.0.0.1:http" }, false, "listen: " + CodeMalformed},
		{"empty port", loopback, func(h *HTTP) { h.Listen = "127.0.0.1:" }, false, "listen: " + CodeMalformed},
		{"proxy by name", proxied, func(h *HTTP) { h.BehindProxy = []string{"proxy"} }, false, "behind-proxy: " + CodeMalformed},
		{"everybody a proxy", proxied, func(h *HTTP) { h.BehindProxy = []string{"0.0.0.0/0"} }, false, "behind-proxy: " + CodeMalformed},
		{"metrics", loopback, func(h *HTTP) { h.MetricsListen = "9090" }, false, "metrics-listen: " + CodeMalformed},
		{"contact by mail", loopback, func(h *HTTP) { h.SecurityContact = "mailto:lek@lindemeer.example" }, false, ""},
		{"contact without scheme", loopback, func(h *HTTP) { h.SecurityContact = "lek@lindemeer.example" }, false, "security-contact: " + CodeMalformed},
		{"contact over http", loopback, func(h *HTTP) { h.SecurityContact = "http://lindemeer.example/lek" }, false, "security-contact: " + CodeMalformed},
		{"contact that writes another line", loopback, func(h *HTTP) { h.SecurityContact = "https://a.example/\nExpires: x" }, false, "security-contact: " + CodeMalformed},
		{"negative drain", loopback, func(h *HTTP) { h.DrainTimeout = -time.Second }, false, "drain-timeout: " + CodeMalformed},
	} {
		h := c.base
		c.change(&h)
		err := h.Check(c.demo)
		if got := text(err); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAllProblemsAtOnce(t *testing.T) {
	err := HTTP{Listen: "x", TLSCert: "c", MetricsListen: "y"}.Check(false)
	var p Problems
	if !errors.As(err, &p) || len(p) != 4 {
		t.Errorf("%v", err)
	}
}

func TestBaseIsAnOrigin(t *testing.T) {
	u, err := HTTP{BaseURL: "https://Rugdekking.Lindemeer.example:8443/"}.Base()
	if err != nil || u.String() != "https://rugdekking.lindemeer.example:8443" {
		t.Errorf("%v, %v", u, err)
	}
}

func TestProxies(t *testing.T) {
	got, err := HTTP{BehindProxy: []string{"10.1.2.3", "10.2.3.4/8", "2001:db8::1"}}.Proxies()
	if err != nil || len(got) != 3 || got[0].String() != "10.1.2.3/32" || got[1].String() != "10.0.0.0/8" || got[2].String() != "2001:db8::1/128" {
		t.Errorf("%v, %v", got, err)
	}
}

func TestStore(t *testing.T) {
	for _, c := range []struct{ database, keyFile, source, key, want string }{
		{"", "", "sqlite:map/rugdekking.db", "map/rugdekking.db.key", ""},
		{"sqlite:/x/y.db", "", "sqlite:/x/y.db", "/x/y.db.key", ""},
		{"sqlite:/x/y.db", "k", "sqlite:/x/y.db", "k", ""},
		{"postgres://u:p@h/d", "k", "postgres://h/d", "k", ""},
		{"postgresql:///d?host=/run/pg", "", "postgres:///d", "", "key-file: " + CodeRequired},
	} {
		s := Store{DataDir: "map", KeyFile: c.keyFile}
		if err := s.Database.UnmarshalText([]byte(c.database)); err != nil {
			t.Errorf("%q: %v", c.database, err)
			continue
		}
		if s.Source().String() != c.source || s.KeyPath() != c.key || text(s.Check()) != c.want {
			t.Errorf("%q: %v, %q, %q", c.database, s.Source(), s.KeyPath(), text(s.Check()))
		}
	}
	for _, bad := range []string{"sqlite:", "sqlite:a?mode=ro", "sqlite::memory:", "mysql://geheim", "rugdekking.db", "postgres://h:geheim@%zz/"} {
		if _, err := ParseDatabase(bad); err == nil || strings.Contains(err.Error(), "geheim") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestMailCheck(t *testing.T) {
	good := Mail{SMTPHost: "mail.example", SMTPPort: 587, MailFrom: "a@b.example", SMTPTimeout: time.Second}
	for _, c := range []struct {
		name   string
		change func(*Mail)
		want   string
	}{
		{"good", func(m *Mail) {}, ""},
		{"off", func(m *Mail) { *m = Mail{} }, ""},
		{"signed in", func(m *Mail) { m.SMTPUsername, m.SMTPPassword = "x", NewSecret("y") }, ""},
		{"no sender", func(m *Mail) { m.MailFrom = "" }, "mail-from: " + CodeRequired},
		{"no port", func(m *Mail) { m.SMTPPort = 0 }, "smtp-port: " + CodeMalformed},
		{"no time", func(m *Mail) { m.SMTPTimeout = 0 }, "smtp-timeout: " + CodeMalformed},
		{"the longest time", func(m *Mail) { m.SMTPTimeout = 30 * time.Second }, ""},
		{"more time than the job has", func(m *Mail) { m.SMTPTimeout = 30*time.Second + 1 }, "smtp-timeout: " + CodeTooSlow},
		{"no password", func(m *Mail) { m.SMTPUsername = "x" }, "smtp-password: " + CodeRequired},
		{"no name", func(m *Mail) { m.SMTPPassword = NewSecret("y") }, "smtp-username: " + CodeRequired},
	} {
		m := good
		c.change(&m)
		if got := text(m.Check()); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzParseFile(f *testing.F) {
	f.Add([]byte("\xef\xbb\xbf# x\nlisten = \"a\"\nrole=b=c\r\n"))
	f.Add([]byte("=\n[x]\n\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		lines, err := parseFile(data)
		if err != nil {
			return
		}
		// What was read, written out plainly, is read as the same.
		var b strings.Builder
		for _, l := range lines {
			b.WriteString(l.name + "=\"" + l.value + "\"\n")
		}
		again, err := parseFile([]byte(b.String()))
		if b.Len() <= maxFile && (err != nil || len(again) != len(lines)) {
			t.Fatalf("%q: %v", b.String(), err)
		}
		for i := range again {
			if again[i].name != lines[i].name || again[i].value != lines[i].value {
				t.Errorf("%+v became %+v", lines[i], again[i])
			}
		}
	})
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestStoreCheck_TellsInTheOrderOfTheSettings(t *testing.T) {
	s := Store{OwnerDatabase: sqliteAt("a"), UnscopedDatabase: sqliteAt("b")}
	const want = "owner-database: " + CodeTogether + "; unscoped-database: " + CodeTogether
	for range 40 { // the order of a map only shows by chance
		if err := s.Check(); err == nil || err.Error() != want {
			t.Fatalf("%v, want %s", err, want)
		}
	}
}
