package serve

import (
	"crypto/rand"
	"encoding/hex"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

const headerRequestID = "X-Request-Id"

// RequestID returns the id that serve gave the request; it is in the log, in
// the answer and in the audit.
func RequestID(r *http.Request) string { return r.Header.Get(headerRequestID) }

// ClientAddr returns the address of the client, that of the one behind a known
// proxy included. It is the zero Addr when there is none, as on a Unix socket.
func ClientAddr(r *http.Request) netip.Addr {
	if both, err := netip.ParseAddrPort(r.RemoteAddr); err == nil {
		return both.Addr().Unmap()
	}
	return netip.Addr{}
}

// identify never takes over an id from outside: two requests could then share
// one, and a stranger could write in our log.
func identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var random [12]byte
		_, _ = rand.Read(random[:])
		id := hex.EncodeToString(random[:])
		r.Header.Set(headerRequestID, id)
		w.Header().Set(headerRequestID, id)
		next.ServeHTTP(w, r)
	})
}

// forwarded replaces RemoteAddr by the client's address when a known proxy says
// so, and takes every forwarding header away, so that no handler can believe
// one by mistake. Of X-Forwarded-Proto only the value "http" of a known proxy
// stays, for the step after this.
func forwarded(next http.Handler, c Config) http.Handler {
	known := func(a netip.Addr) bool {
		return slices.ContainsFunc(c.Proxies, func(p netip.Prefix) bool { return p.Contains(a) })
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		addresses := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
		proto := strings.ToLower(strings.TrimSpace(lastPart(r.Header.Values("X-Forwarded-Proto"))))
		for _, name := range []string{"X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port", "X-Real-Ip", "Forwarded"} {
			r.Header.Del(name)
		}
		client := ClientAddr(r)
		if !client.IsValid() || !known(client) {
			next.ServeHTTP(w, r)
			return
		}
		if proto == "http" {
			r.Header.Set("X-Forwarded-Proto", proto)
		}
		// From the right: each proxy adds the one it spoke with. What stands
		// left of the first stranger, that stranger may have made up.
		for _, text := range slices.Backward(addresses) {
			address, err := netip.ParseAddr(strings.TrimSpace(text))
			if err != nil {
				break
			}
			client = address.Unmap().WithZone("")
			if !known(client) {
				break
			}
		}
		r.RemoteAddr = net.JoinHostPort(client.String(), "0")
		next.ServeHTTP(w, r)
	})
}

// lastPart returns what the nearest proxy wrote.
func lastPart(values []string) string {
	joined := strings.Join(values, ",")
	return joined[strings.LastIndex(joined, ",")+1:]
}

// onlyHTTPS sends a reader who came in the clear to https on the same host,
// before anything else is said (Besluit beveiligde verbinding, Stb. 2023, 179).
// What was sent with another method has been read by others already and is
// refused.
func onlyHTTPS(next http.Handler, c Config) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		clear := r.Header.Get("X-Forwarded-Proto") == "http"
		switch {
		case !clear || c.Base.Scheme != "https" || isProbe(r):
			next.ServeHTTP(w, r)
		case r.Method == http.MethodGet || r.Method == http.MethodHead:
			to := c.Base.JoinPath("/")
			to.Path, to.RawPath, to.RawQuery = r.URL.Path, r.URL.RawPath, r.URL.RawQuery
			w.Header().Set("Location", to.String())
			w.WriteHeader(http.StatusPermanentRedirect)
		default:
			c.Refuse(w, r, ErrInsecure)
		}
	})
}

// ownHost refuses requests that name another host: a page made for them would
// be cached or linked under that name.
func ownHost(next http.Handler, c Config) http.Handler {
	var own []string
	for _, host := range append([]string{c.Base.Host}, c.Hosts...) {
		own = append(own, canonicalHost(host, c.Base.Scheme))
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isProbe(r) && !slices.Contains(own, canonicalHost(r.Host, c.Base.Scheme)) {
			c.Refuse(w, r, ErrHost)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// canonicalHost is lower case, without the port that goes without saying.
func canonicalHost(host, scheme string) string {
	usual := map[string]string{"http": ":80", "https": ":443"}[scheme]
	return strings.ToLower(strings.TrimSuffix(host, usual))
}

// isProbe reports a question of the platform whether the server lives; it is
// asked by address and without TLS.
func isProbe(r *http.Request) bool { return r.URL.Path == PathHealth || r.URL.Path == PathReady }
