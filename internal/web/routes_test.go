package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// Every address that takes a form answers GET as well: a form that was not
// right is shown at the address that it was sent to, and so is the sign-in page
// for whose session had ended. Reloading either must not give "not found".
func TestRoutes_WhatTakesAFormAlsoAnswersGet(t *testing.T) {
	all := map[string]Route{}
	for _, r := range new(Site).Routes() {
		if _, twice := all[r.Pattern]; twice {
			t.Errorf("%s stands twice in the list", r.Pattern)
		}
		all[r.Pattern] = r
	}
	posts := 0
	for pattern := range all {
		path, isPost := strings.CutPrefix(pattern, "POST ")
		if !isPost {
			continue
		}
		posts++
		get, ok := all["GET "+path]
		if !ok {
			t.Errorf("%s has no GET", pattern)
			continue
		}
		form, ok := all["GET "+get.LeadsTo]
		if root, isRoot := all["GET /{$}"]; get.LeadsTo == "/" {
			form, ok = root, isRoot
		}
		if get.LeadsTo != "" && (!ok || form.LeadsTo != "") {
			t.Errorf("GET %s leads to %s, which is no page", path, get.LeadsTo)
		}
	}
	if posts < 50 {
		t.Errorf("only %d addresses take a form: the test reads the list wrongly", posts)
	}
}

// Each of them, asked by somebody who may see the form, leads to a page of the
// same thing; a stranger who follows it finds nothing.
func TestRoutes_LeadToTheFormOfTheSameThing(t *testing.T) {
	d := newAdminDesk(t, "bea")
	report, _ := d.w.Report("rosa", nil)
	person := string(d.w.People["wim"])
	for path, want := range map[string]string{
		"/beheer/personen/" + person + "/rollen":         "/beheer/personen/" + person,
		"/beheer/personen/" + person + "/rollen/x/einde": "/beheer/personen/" + person,
		"/beheer/codelijsten/kanalen/inlezen":            "/beheer/codelijsten/kanalen",
		"/beheer/personen/zoeken":                        "/beheer/personen",
		"/account/vervangers":                            "/account",
		"/meldingen/" + report + "/reactie":              "/meldingen/" + report,
	} {
		who := d
		if strings.HasPrefix(path, "/meldingen") {
			who = d.as("rosa")
		}
		status, _, h := who.do(httptest.NewRequest(http.MethodGet, path, nil))
		if status != http.StatusSeeOther || h.Get("Location") != want {
			t.Errorf("GET %s: %d to %q, want %q", path, status, h.Get("Location"), want)
		}
		if status, _ := who.get(want); status != http.StatusOK {
			t.Errorf("GET %s: %d", want, status)
		}
		if strings.HasPrefix(want, "/account") {
			continue
		}
		for _, stranger := range []string{"anna", "otto"} {
			if status, _ := d.as(stranger).get(want); status != http.StatusNotFound {
				t.Errorf("%s gets %d at %s", stranger, status, want)
			}
		}
	}
}

// A path cannot be used to lead elsewhere.
func TestRoutes_LeadNowhereElse(t *testing.T) {
	d := newAdminDesk(t, "bea")
	for _, id := range []string{"%2F%2Fkwaad.example", "..%2F..%2Faccount", "x%3Fy%23z", "%0d%0aSet-Cookie:%20a=b"} {
		_, _, h := d.do(httptest.NewRequest(http.MethodGet, "/beheer/personen/"+id+"/rollen", nil))
		to, err := url.Parse(h.Get("Location"))
		if err != nil || to.Host != "" || to.RawQuery != "" || h.Get("Set-Cookie") != "" || !regexp.MustCompile(`^/beheer/personen/[^/]+$`).MatchString(to.EscapedPath()) {
			t.Errorf("%s leads to %q", id, h.Get("Location"))
		}
	}
}

// Neither behind nor before the sign-in does a form count that is not whole.
func TestRoutes_RefuseABrokenForm(t *testing.T) {
	d := newAdminDesk(t, "bea")
	for path, form := range map[string]string{"/account": "lang=nl&look=donker", "/wachtwoord-vergeten": "email=rosa%40toetsdam.example"} {
		for body, want := range map[string]bool{form: true, form + "&x=%zz": false} {
			r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			if status, _, _ := d.do(r); (status != http.StatusUnprocessableEntity) != want {
				t.Errorf("%s with %q: %d", path, body, status)
			}
		}
	}
}
