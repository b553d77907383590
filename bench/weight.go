package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
)

// weight adds up what a browser fetches for the report page of the
// demonstration on a first visit: the page and its assets as they travel,
// without headers. Fonts count when they hold the Latin letters that every page
// has; one for further letters is only fetched where those occur.
func weight(ctx context.Context, table *report, binary, dir string) error {
	address, err := freeAddress()
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, binary, "demo", "--listen", address, "--data", dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	defer func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_, _ = io.Copy(io.Discard, out)
		_ = cmd.Wait()
	}()
	email, password, err := account(out)
	if err != nil {
		return err
	}
	v, err := newVisitor(ctx, "http://"+address)
	if err != nil {
		return err
	}
	if err := v.signIn(email, password); err != nil {
		return err
	}
	return v.weigh(table, "/meldingen/nieuw")
}

// account reads what the demonstration prints until it serves.
func account(out io.Reader) (email, password string, err error) {
	var text strings.Builder
	chunk := make([]byte, 4096)
	for !strings.Contains(text.String(), "http://") {
		n, err := out.Read(chunk)
		text.Write(chunk[:n])
		if err != nil {
			return "", "", fmt.Errorf("the demonstration ended: %w", err)
		}
	}
	found := regexp.MustCompile(`Medewerker .*?(\S+@\S+)(?s:.*)Wachtwoord van iedereen: (\S+)`).FindStringSubmatch(text.String())
	if found == nil {
		return "", "", errors.New("the demonstration printed no account")
	}
	return found[1], found[2], nil
}

// visitor asks as a browser does.
type visitor struct {
	ctx    context.Context
	base   string
	client http.Client
}

func newVisitor(ctx context.Context, base string) (*visitor, error) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	return &visitor{ctx: ctx, base: base, client: http.Client{Jar: jar, Transport: &http.Transport{DisableCompression: true}}}, nil
}

func (v *visitor) signIn(email, password string) error {
	form := url.Values{"email": {email}, "password": {password}, "naar": {"/"}}
	req, err := http.NewRequestWithContext(v.ctx, http.MethodPost, v.base+"/inloggen", strings.NewReader(form.Encode()))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	resp, err := v.client.Do(req)
	if err != nil {
		return err
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != http.StatusOK || resp.Request.URL.Path != "/" {
		return fmt.Errorf("signing in ended at %s with %d", resp.Request.URL.Path, resp.StatusCode)
	}
	return nil
}

// fetch gives a body as it travels, and as it is.
func (v *visitor) fetch(path, encoding string) ([]byte, error) {
	req, err := http.NewRequestWithContext(v.ctx, http.MethodGet, v.base+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept-Encoding", encoding)
	resp, err := v.client.Do(req)
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %d", path, resp.StatusCode)
	}
	return io.ReadAll(resp.Body)
}

var (
	assetOfPage = regexp.MustCompile(`(?:href|src)="(/static/[^"]+)"`)
	fontOfStyle = regexp.MustCompile(`@font-face\{[^}]*url\(([^)]+)\)[^}]*unicode-range:U\+20-7E`)
)

func (v *visitor) weigh(table *report, path string) error {
	const browser = "gzip, deflate, br"
	page, err := v.fetch(path, "identity")
	if err != nil {
		return err
	}
	paths, seen := []string{path}, map[string]bool{}
	for _, found := range assetOfPage.FindAllStringSubmatch(string(page), -1) {
		paths = append(paths, found[1])
	}
	total, later := 0, 0
	for i := 0; i < len(paths); i++ {
		if seen[paths[i]] {
			continue
		}
		seen[paths[i]] = true
		body, err := v.fetch(paths[i], browser)
		if err != nil {
			return err
		}
		total += len(body)
		if !strings.HasSuffix(paths[i], ".css") {
			continue
		}
		style, err := v.fetch(paths[i], "identity")
		if err != nil {
			return err
		}
		for _, found := range fontOfStyle.FindAllStringSubmatch(string(style), -1) {
			font := "/static/" + found[1]
			if !strings.Contains(string(page), font) {
				later++
			}
			paths = append(paths, font)
		}
	}
	kilobytes := float64(total) / 1000
	table.row("weight of the report page, first visit", fmt.Sprintf("%.1f kB in %d answers", kilobytes, len(seen)), "≤ 60 kB", verdict(kilobytes <= 60))
	table.row("its files that the page itself does not name", fmt.Sprint(later), "0: one round trip", verdict(later == 0))
	return nil
}
