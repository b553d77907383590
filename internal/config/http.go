package config

import (
	"net"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// HTTP says where the server listens and how the world calls it.
type HTTP struct {
	Listen          string        `help:"Adres en poort waarop de server luistert." placeholder:"ADRES:POORT" default:"127.0.0.1:8080"`
	BaseURL         string        `name:"base-url" help:"Adres waaronder mensen de server bereiken, zoals https://rugdekking.gemeente.nl." placeholder:"URL"`
	TLSCert         string        `name:"tls-cert" help:"Bestand met het TLS-certificaat en de keten." placeholder:"BESTAND"`
	TLSKey          string        `name:"tls-key" help:"Bestand met de sleutel van het TLS-certificaat." placeholder:"BESTAND"`
	BehindProxy     []string      `help:"Adressen of netwerken van de proxy die ervoor staat, zoals 10.0.0.0/8." placeholder:"NETWERK"`
	MetricsListen   string        `help:"Apart adres voor meetwaarden (Prometheus). Leeg: geen." placeholder:"ADRES:POORT"`
	SecurityContact string        `help:"Waar iemand een lek meldt: mailto: of https://, voor security.txt." placeholder:"URL"`
	DrainTimeout    time.Duration `help:"Hoe lang lopende verzoeken bij stoppen nog krijgen." default:"20s"`
}

// Secure reports whether people reach the server over https.
func (h HTTP) Secure() bool { return h.TLSCert != "" || len(h.BehindProxy) > 0 }

// Check reports what is wrong, as Problems, or nil. Outside of the demo a
// base URL is required: every link in a mail and a letter is made from it, and
// never from what a browser sends.
func (h HTTP) Check(demo bool) error {
	var p Problems
	if (h.TLSCert == "") != (h.TLSKey == "") {
		p.add("tls-key", CodeTogether)
	}
	if !validListen(h.Listen) {
		p.add("listen", CodeMalformed)
	} else if !h.Secure() && !loopbackListen(h.Listen) {
		p.add("listen", CodeLoopback)
	}
	if h.MetricsListen != "" && !validListen(h.MetricsListen) {
		p.add("metrics-listen", CodeMalformed)
	}
	if _, err := h.Proxies(); err != nil {
		p.add("behind-proxy", CodeMalformed)
	}
	if h.SecurityContact != "" && !validContact(h.SecurityContact) {
		p.add("security-contact", CodeMalformed)
	}
	if h.DrainTimeout < 0 {
		p.add("drain-timeout", CodeMalformed)
	}
	if h.BaseURL != "" || !demo {
		h.checkBaseURL(&p)
	}
	return p.err()
}

func (h HTTP) checkBaseURL(p *Problems) {
	if h.BaseURL == "" {
		p.add("base-url", CodeRequired)
		return
	}
	u, err := h.Base()
	switch {
	case err != nil:
		p.add("base-url", CodeMalformed)
	case u.Scheme != "https" && (h.Secure() || !loopbackHost(u.Hostname())):
		p.add("base-url", CodeHTTPS)
	}
}

// Base returns the base URL, without a slash at the end. It is an origin: a
// path would put other software on the same origin, where it could read pages.
func (h HTTP) Base() (*url.URL, error) {
	u, err := url.Parse(h.BaseURL)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil ||
		strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" || u.ForceQuery {
		return nil, Problems{{Setting: "base-url", Code: CodeMalformed}}
	}
	return &url.URL{Scheme: u.Scheme, Host: strings.ToLower(u.Host)}, nil
}

// Proxies returns the networks whose X-Forwarded headers are believed. A single
// address is the network of that address alone.
func (h HTTP) Proxies() ([]netip.Prefix, error) {
	var networks []netip.Prefix
	for _, text := range h.BehindProxy {
		network, err := netip.ParsePrefix(text)
		if err != nil {
			address, addrErr := netip.ParseAddr(text)
			if addrErr != nil {
				return nil, Problems{{Setting: "behind-proxy", Code: CodeMalformed}}
			}
			network = netip.PrefixFrom(address, address.BitLen())
		}
		if network.Bits() == 0 {
			// The whole internet is not a proxy.
			return nil, Problems{{Setting: "behind-proxy", Code: CodeMalformed}}
		}
		networks = append(networks, network.Masked())
	}
	return networks, nil
}

func validListen(text string) bool {
	_, port, err := net.SplitHostPort(text)
	if err != nil {
		return false
	}
	_, err = strconv.ParseUint(port, 10, 16)
	return err == nil
}

func loopbackListen(text string) bool {
	host, _, err := net.SplitHostPort(text)
	return err == nil && loopbackHost(host)
}

func loopbackHost(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	address, err := netip.ParseAddr(host)
	return err == nil && address.Unmap().IsLoopback()
}

// validContact follows RFC 9116 §2.5.3: a URI, and over https when on the web.
func validContact(text string) bool {
	u, err := url.Parse(text)
	if err != nil || strings.ContainsAny(text, " \t\r\n") {
		return false
	}
	return u.Scheme == "mailto" && strings.Contains(u.Opaque, "@") || u.Scheme == "https" && u.Host != ""
}
