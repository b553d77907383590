//go:build checkui

package web_test

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// refusals are forms that are sent empty, or with one thing wrong, by who.
func refusals(h *loopback) []struct {
	who, path string
	form      url.Values
} {
	_, number := h.Report("rosa", nil)
	at := "/zaken/" + number
	return []struct {
		who, path string
		form      url.Values
	}{
		{"", "/inloggen", nil}, {"", "/wachtwoord-vergeten", nil}, {"rosa", "/meldingen/nieuw", nil}, {"rosa", "/account/wachtwoord", nil},
		{"mila", at + "/beoordelen", nil}, {"mila", at + "/maatregelen", nil}, {"mila", at + "/politie", nil}, {"mila", at + "/betrokkenen", nil},
		{"mila", "/account/vervangers", nil}, {"bea", "/beheer/organisatie", nil}, {"bea", "/beheer/termijnen", nil},
		{"bea", "/beheer/kalender", url.Values{"jaar": {"2027"}, "days.0.on": {"ooit"}}}, {"bea", "/beheer/personen/nieuw", nil},
		{"bea", "/beheer/personen/zoeken", nil}, {"bea", "/beheer/personen/" + string(h.People["wout"]) + "/rollen", nil},
		{"bea", "/beheer/onderdelen/nieuw", nil}, {"bea", "/beheer/koppelingen/nieuw", nil},
	}
}

// refusedForms writes the pages that say what was wrong with a form to files.
func refusedForms(t *testing.T, h *loopback) []rendered {
	t.Helper()
	dir := t.TempDir()
	var pages []rendered
	for i, c := range refusals(h) {
		status, body := h.send(t, c.who, c.path, c.form)
		if !strings.Contains(body, `id="fouten"`) {
			t.Errorf("POST %s as %q: %d, without a summary of errors", c.path, c.who, status)
			continue
		}
		file := filepath.Join(dir, fmt.Sprintf("fout_%d.html", i))
		if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, rendered{seen{route: "POST " + c.path, who: c.who, path: c.path + ", refused"}, file})
	}
	return pages
}

// send posts a form as the page itself would, and gives the answer.
func (h *loopback) send(t *testing.T, who, path string, form url.Values) (int, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, h.URL+path, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", h.URL)
	if who != "" {
		r.AddCookie(&http.Cookie{Name: "rugdekking", Value: who})
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(body)
}
