package serve

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestClientAddress(t *testing.T) {
	w := newWorld(t, "https://rd.example")
	for _, c := range []struct {
		name, remote string
		forwarded    []string
		want         string
	}{
		{"direct", "192.0.2.7:1", nil, "192.0.2.7"},
		{"a stranger forwards", "192.0.2.7:1", []string{"198.51.100.1"}, "192.0.2.7"},
		{"our proxy", "10.0.0.1:1", []string{"198.51.100.1"}, "198.51.100.1"},
		{"our IPv6 proxy", "[2001:db8::1]:1", []string{"2001:db8::9"}, "2001:db8::9"},
		{"two of our proxies", "10.0.0.1:1", []string{"198.51.100.1, 10.9.9.9"}, "198.51.100.1"},
		{"on two lines", "10.0.0.1:1", []string{"203.0.113.5", "198.51.100.1"}, "198.51.100.1"},
		{"the client made one up", "10.0.0.1:1", []string{"10.6.6.6, 203.0.113.5, 198.51.100.1"}, "198.51.100.1"},
		{"nonsense left of the proxy", "10.0.0.1:1", []string{"198.51.100.1, onzin, 10.2.2.2"}, "10.2.2.2"},
		{"only nonsense", "10.0.0.1:1", []string{"onzin"}, "10.0.0.1"},
		{"nothing forwarded", "10.0.0.1:1", nil, "10.0.0.1"},
		{"IPv4 within IPv6", "[::ffff:10.0.0.1]:1", []string{"::ffff:198.51.100.1"}, "198.51.100.1"},
		{"Unix socket", "@", []string{"198.51.100.1"}, "invalid IP"},
	} {
		r := request("GET", "/zaken/1", "")
		r.RemoteAddr = c.remote
		for _, line := range c.forwarded {
			r.Header.Add("X-Forwarded-For", line)
		}
		if got := body(t, w.do(r)); got != "zaak "+c.want {
			t.Errorf("%s: %q, want %s", c.name, got, c.want)
		}
	}
}

func TestForwardingHeadersDoNotReachHandlers(t *testing.T) {
	names := []string{"X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port", "X-Real-Ip", "Forwarded"}
	for _, remote := range []string{"10.0.0.1:1", "192.0.2.7:1"} {
		w := newWorld(t, "https://rd.example")
		w.routes.HandleFunc("GET /kop", func(_ http.ResponseWriter, r *http.Request) {
			for _, name := range names {
				if v := r.Header.Get(name); v != "" {
					t.Errorf("from %s: %s = %q", remote, name, v)
				}
			}
		})
		r := request("GET", "/kop", "")
		r.RemoteAddr = remote
		for _, name := range names {
			r.Header.Set(name, "https")
		}
		if a := w.do(r); a.StatusCode != 200 {
			t.Errorf("from %s: %d", remote, a.StatusCode)
		}
	}
}

func TestClearTextGoesToHTTPS(t *testing.T) {
	for _, c := range []struct {
		name, base, method, path, remote, proto string
		want                                    int
		location                                string
	}{
		{"page", "https://rd.example", "GET", "/zaken/a%20b?x=1", "10.0.0.1:1", "http", 308, "https://rd.example/zaken/a%20b?x=1"},
		{"double slash stays on this host", "https://rd.example", "GET", "//elders.example/x", "10.0.0.1:1", "http", 308, "https://rd.example//elders.example/x"},
		{"form", "https://rd.example", "POST", "/meldingen", "10.0.0.1:1", "http", 403, ""},
		{"the last proxy counts", "https://rd.example", "GET", "/", "10.0.0.1:1", "https, http", 308, "https://rd.example/"},
		{"already https", "https://rd.example", "GET", "/", "10.0.0.1:1", "http, https", 200, ""},
		{"proxy says nothing", "https://rd.example", "GET", "/", "10.0.0.1:1", "", 200, ""},
		{"a stranger says http", "https://rd.example", "GET", "/", "192.0.2.7:1", "http", 200, ""},
		{"probe", "https://rd.example", "GET", "/healthz", "10.0.0.1:1", "http", 200, ""},
		{"server on http", "http://rd.example", "GET", "/", "10.0.0.1:1", "http", 200, ""},
	} {
		w := newWorld(t, c.base)
		r := request(c.method, c.path, "")
		r.RemoteAddr = c.remote
		r.Header.Set("X-Forwarded-Proto", c.proto)
		if a := w.do(r); a.StatusCode != c.want || a.Header.Get("Location") != c.location {
			t.Errorf("%s: %d %q, want %d %q", c.name, a.StatusCode, a.Header.Get("Location"), c.want, c.location)
		}
	}
}

func TestClientAddrOfPlainRequest(t *testing.T) {
	r := httptest.NewRequest("GET", "/", nil)
	r.RemoteAddr = "[fe80::1%eth0]:9"
	if got := ClientAddr(r).String(); got != "fe80::1%eth0" {
		t.Errorf("%q", got)
	}
}
