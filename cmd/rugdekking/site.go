package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"maps"
	"net"
	"net/http"
	"net/url"
	"strings"

	"rugdekking/internal/api"
	"rugdekking/internal/app"
	"rugdekking/internal/config"
	"rugdekking/internal/identity"
	"rugdekking/internal/serve"
	"rugdekking/internal/web"
	"rugdekking/internal/web/static"
)

// site is everything that answers over HTTP.
type site struct {
	env     *environment
	http    config.HTTP
	handler http.Handler
	metrics *serve.Metrics
}

// newSite puts pages, API, assets and the addresses for machines on one mux.
func (e *environment) newSite(door *app.Runtime, s *served, base *url.URL, hosts []string) (*site, error) {
	assets, err := static.Open()
	if err != nil {
		return nil, err
	}
	sessions := identity.New(door.App, identity.Config{Secure: base.Scheme == "https"})
	pages, err := web.New(web.Config{
		App: door.App, Sessions: sessions, Assets: assets, Base: base, Clock: e.clock, Log: e.log, Demo: s.config.Demo,
	})
	if err != nil {
		return nil, err
	}
	proxies, err := s.http.Proxies()
	if err != nil {
		return nil, unusable(err)
	}
	var contacts []string
	if s.http.SecurityContact != "" {
		contacts = []string{s.http.SecurityContact}
	}
	programs, err := api.New(api.Config{App: door.App, Sessions: sessions, Base: base, Now: e.clock.Now, Log: e.log})
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	pages.Register(mux)
	programs.Register(mux)
	limits := pages.Limits()
	maps.Copy(limits, programs.Limits())
	mux.Handle("GET "+serve.PathHealth, serve.Health())
	mux.Handle("GET "+serve.PathReady, serve.Ready(e.log, door.Ready))
	mux.Handle("GET "+serve.PathSecurityTxt, serve.SecurityTxt(base, e.clock.Now, contacts...))
	out := &site{env: e, http: s.http, metrics: serve.NewMetrics()}
	out.handler = serve.Handler(mux, serve.Config{
		Base: base, Hosts: hosts, Proxies: proxies, Log: e.log, Now: e.clock.Now, Metrics: out.metrics, Limits: limits,
		Refuse: func(w http.ResponseWriter, r *http.Request, err error) {
			if r.URL.Path == api.Prefix || strings.HasPrefix(r.URL.Path, api.Prefix+"/") {
				programs.Refuse(w, r, err)
				return
			}
			pages.Refuse(w, r, err)
		},
	})
	return out, nil
}

// run serves on listener, and the metrics on an address of their own.
func (s *site) run(ctx context.Context, listener net.Listener) error {
	var certificate *tls.Config
	if s.http.TLSCert != "" {
		var err error
		if certificate, err = serve.TLSConfig(s.http.TLSCert, s.http.TLSKey, s.env.log); err != nil {
			return err
		}
	}
	stop := func() error { return nil }
	if s.http.MetricsListen != "" {
		var err error
		if stop, err = s.serveMetrics(ctx); err != nil {
			return err
		}
	}
	server := serve.Server{Handler: s.handler, TLS: certificate, Log: s.env.log, Drain: s.http.DrainTimeout}
	return errors.Join(server.Run(ctx, listener), stop())
}

// serveMetrics answers the monitoring; the function it returns ends that.
func (s *site) serveMetrics(ctx context.Context) (func() error, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", s.http.MetricsListen)
	if err != nil {
		return nil, fmt.Errorf("luisteren op %s: %w", s.http.MetricsListen, err)
	}
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan error, 1)
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", s.metrics.Handler())
	go func() {
		done <- serve.Server{Handler: mux, Log: s.env.log, Drain: s.http.DrainTimeout}.Run(ctx, listener)
	}()
	return func() error { cancel(); return <-done }, nil
}

// localOrigin is the address of a listener on this computer, with its other
// names: whoever types localhost means the same server.
func localOrigin(listener net.Listener) (*url.URL, []string) {
	address := listener.Addr().String()
	_, port, _ := net.SplitHostPort(address) // it is the address of a listener
	hosts := []string{"localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port}
	for i, host := range hosts {
		if strings.EqualFold(host, address) {
			hosts = append(hosts[:i], hosts[i+1:]...)
			break
		}
	}
	return &url.URL{Scheme: "http", Host: address}, hosts
}
