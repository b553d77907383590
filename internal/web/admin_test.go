package web

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rugdekking/internal/apptest"
	"rugdekking/internal/identity"
	"rugdekking/internal/web/static"
	"rugdekking/vpt"
)

// byName lets a test be somebody: the cookie holds the short name of a person
// of the world. Signing in itself is tested where it is done.
type byName struct{ w *apptest.World }

func (d byName) SessionActor(_ context.Context, who vpt.Actor, secret vpt.Private) (vpt.Actor, vpt.SignInStep, error) {
	if d.w.People[secret.Reveal()] == "" {
		return who, vpt.StepDone, vpt.ErrUnauthenticated
	}
	return d.w.Actor(secret.Reveal()), vpt.StepDone, nil
}

func (d byName) SignOut(context.Context, vpt.Actor, vpt.Private) error { return nil }

func (d byName) TokenActor(_ context.Context, who vpt.Actor, _ vpt.Private) (vpt.Actor, error) {
	return who, vpt.ErrUnauthenticated
}

// adminDesk is a person of a world in front of the real site.
type adminDesk struct {
	t    *testing.T
	w    *apptest.World
	mux  *http.ServeMux
	name string
}

func newAdminDesk(t *testing.T, name string) adminDesk {
	t.Helper()
	w := apptest.SQLite(t)
	assets, err := static.Open()
	w.Must(err)
	base, err := url.Parse("http://127.0.0.1:8080")
	w.Must(err)
	site, err := New(Config{
		App: w.App, Sessions: identity.New(byName{w}, identity.Config{}), Assets: assets, Base: base, Clock: w.Clock, Log: slog.New(slog.DiscardHandler),
	})
	w.Must(err)
	d := adminDesk{t, w, http.NewServeMux(), name}
	site.Register(d.mux)
	return d
}

// as is the same site for somebody else.
func (d adminDesk) as(name string) adminDesk { d.name = name; return d }

func (d adminDesk) do(r *http.Request) (int, string, http.Header) {
	d.t.Helper()
	r.AddCookie(&http.Cookie{Name: "rugdekking", Value: d.name})
	answer := httptest.NewRecorder()
	d.mux.ServeHTTP(answer, r)
	return answer.Code, answer.Body.String(), answer.Header()
}

func (d adminDesk) get(path string) (int, string) {
	d.t.Helper()
	status, body, _ := d.do(httptest.NewRequest(http.MethodGet, path, nil))
	return status, body
}

// post sends a form and gives the status, the body and where it leads.
func (d adminDesk) post(path string, form url.Values) (int, string, string) {
	d.t.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	status, body, h := d.do(r)
	return status, body, h.Get("Location")
}

// upload sends a file.
func (d adminDesk) upload(path, name, text string) (int, string) {
	d.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("file", name)
	d.w.Must(err)
	_, err = io.WriteString(part, text)
	d.w.Must(err)
	d.w.Must(form.Close())
	r := httptest.NewRequest(http.MethodPost, path, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	status, answer, _ := d.do(r)
	return status, answer
}

// sent gives every field of the main form of a page as a browser would send
// it, so that a test changes one thing and sends the rest as it was.
func sent(t *testing.T, body string) url.Values {
	t.Helper()
	tree, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	form := url.Values{}
	for n := range tree.Descendants() {
		at := func(key string) (string, bool) {
			i := slices.IndexFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
			if i < 0 {
				return "", false
			}
			return n.Attr[i].Val, true
		}
		name, _ := at("name")
		value, _ := at("value")
		kind, _ := at("type")
		_, checked := at("checked")
		switch {
		case n.Type != html.ElementNode || name == "":
		case n.Data == "input" && (kind == "checkbox" || kind == "radio") && !checked, kind == "file":
		case n.Data == "input":
			form.Add(name, value)
		case n.Data == "select":
			chosen := ""
			for o := range n.Descendants() {
				if slices.ContainsFunc(o.Attr, func(a html.Attribute) bool { return a.Key == "selected" }) {
					for _, a := range o.Attr {
						if a.Key == "value" {
							chosen = a.Val
						}
					}
				}
			}
			form.Add(name, chosen)
		}
	}
	return form
}

func mustHold(t *testing.T, body string, words ...string) {
	t.Helper()
	for _, word := range words {
		if !strings.Contains(body, word) {
			t.Errorf("the page does not say %q", word)
		}
	}
}

// adminPaths are the pages of administration; {…} is filled from the world.
func adminPaths(w *apptest.World) []string {
	person := "/beheer/personen/" + string(w.People["mila"])
	return []string{
		"/beheer", "/beheer/organisatie", "/beheer/termijnen", "/beheer/kalender", "/beheer/kalender?jaar=2027", "/beheer/onderdelen",
		"/beheer/onderdelen/nieuw", "/beheer/onderdelen/" + string(w.Units["Loket"]), "/beheer/locaties", "/beheer/locaties/nieuw",
		"/beheer/locaties/" + string(w.Sites["Stadhuis"]), "/beheer/personen", "/beheer/personen?rol=leidinggevende", "/beheer/personen/nieuw",
		"/beheer/personen/inlezen", "/beheer/personen/uitnodigen", person, person + "/wijzigen", "/beheer/codelijsten", "/beheer/codelijsten/soorten",
		"/beheer/codelijsten/kanalen", "/beheer/codelijsten/kanalen/bestand", "/beheer/koppelingen", "/beheer/koppelingen/nieuw", "/beheer/post",
		"/beheer/briefpapier", "/beheer/brieven", "/beheer/brieven/pandverbod", "/beheer/brieven/pandverbod/bestand",
	}
}

// seenByCoordinator are the pages that a coordinator may look at.
var seenByCoordinator = regexp.MustCompile(`^/beheer($|/post$|/brieven(/.*)?$|/personen(\?.*)?$|/personen/[0-9a-f-]{36}$)`)

func TestAdmin_PagesAreForTheAdministrator(t *testing.T) {
	d := newAdminDesk(t, "bea")
	heading := regexp.MustCompile(`<h1\b`)
	for _, path := range adminPaths(d.w) {
		status, body := d.get(path)
		if status != http.StatusOK {
			t.Errorf("bea gets %d at %s", status, path)
			continue
		}
		if strings.HasSuffix(path, "/bestand") {
			continue
		}
		if n := len(heading.FindAllString(body, -1)); n != 1 {
			t.Errorf("%s has %d headings of the first level", path, n)
		}
		if n := strings.Count(body, "utrecht-button--primary-action"); n > 1 {
			t.Errorf("%s has %d primary buttons", path, n)
		}
		for name, want := range map[string]int{"rosa": 404, "mila": 404, "ada": 404, "cora": 404, "olga": 404} {
			if name == "cora" && seenByCoordinator.MatchString(path) || name == "olga" && seenByCoordinator.MatchString(path) && !strings.Contains(path, string(d.w.People["mila"])) {
				want = 200
			}
			if status, _ := d.as(name).get(path); status != want {
				t.Errorf("%s gets %d at %s, want %d", name, status, path, want)
			}
		}
	}
}

// Whoever sees the way to administration may go it, and sees nothing there that
// she may not open; nobody else sees it.
func TestAdmin_MenuLeadsOnlyWhereOneMayGo(t *testing.T) {
	d := newAdminDesk(t, "bea")
	link := regexp.MustCompile(`<a class="[^"]*" href="(/beheer[^"]*)"`)
	for name, may := range map[string]bool{"bea": true, "cora": true, "olga": true, "rosa": false, "mila": false, "ada": false, "otto": false} {
		who := d.as(name)
		_, body := who.get("/account")
		menu, _, _ := strings.Cut(body[strings.Index(body, "rd-me__list"):], "</ul>")
		if got := strings.Contains(menu, `href="/beheer"`); got != may {
			t.Errorf("%s has the way to administration in her menu: %v", name, got)
		}
		status, body := who.get("/beheer")
		if (status == http.StatusOK) != may {
			t.Errorf("%s gets %d at /beheer", name, status)
		}
		for _, to := range link.FindAllStringSubmatch(body, -1) {
			if status, _ := who.get(to[1]); status != http.StatusOK {
				t.Errorf("%s is led to %s, which gives her %d", name, to[1], status)
			}
		}
	}
	_, body := d.as("cora").get("/beheer")
	mustHold(t, body, "wie welke rol heeft", `href="/beheer/personen"`, `href="/beheer/post"`)
	_, body = d.as("cora").get("/beheer/personen")
	for _, hers := range []string{"/beheer/personen/nieuw", "/beheer/personen/inlezen", "/beheer/personen/uitnodigen"} {
		if strings.Contains(body, hers) {
			t.Errorf("the coordinator is led to %s", hers)
		}
	}
}

func TestAdmin_OrganisationKeepsWhatWasTyped(t *testing.T) {
	d := newAdminDesk(t, "bea")
	_, body := d.get("/beheer/organisatie")
	form := sent(t, body)
	if form.Get("name") != "Gemeente Toetsdam" || form.Get("helpNumbers.0.phone") != "088 000 1234" || form.Get("instigator.assessed") == "" {
		t.Fatalf("the form holds %v", form)
	}
	form.Set("name", "")
	form.Set("instigator.protocol", "ooit")
	_, body, _ = d.post("/beheer/organisatie", form)
	mustHold(t, body, `href="#veld-name"`, `href="#veld-instigator-protocol"`) // all that is wrong at once
	form.Set("name", "Toetsdam")
	form.Set("helpNumbers.2.label", "Huisarts")
	status, body, _ := d.post("/beheer/organisatie", form)
	if status != http.StatusUnprocessableEntity {
		t.Fatalf("status %d", status)
	}
	mustHold(t, body, `value="Toetsdam"`, `value="Huisarts"`, `value="ooit"`, `href="#veld-helpNumbers-1-phone"`, `href="#veld-instigator-protocol"`, `id="veld-helpNumbers-1-phone"`)
	form.Set("helpNumbers.2.phone", "0800 1")
	form.Set("instigator.protocol", "10 maart 2026")
	status, _, to := d.post("/beheer/organisatie", form)
	if status != http.StatusSeeOther || to != "/beheer/organisatie" {
		t.Fatalf("status %d to %s", status, to)
	}
	_, body = d.get("/beheer/organisatie")
	again := sent(t, body)
	if again.Get("name") != "Toetsdam" || again.Get("helpNumbers.1.label") != "Huisarts" || again.Get("instigator.assessed") != form.Get("instigator.assessed") {
		t.Errorf("afterwards the form holds %v", again)
	}
}

func TestAdmin_ClocksKeepWhatIsNoNumber(t *testing.T) {
	d := newAdminDesk(t, "bea")
	_, body := d.get("/beheer/termijnen")
	form := sent(t, body)
	form.Set("policeDays", "twee")
	form.Set("careHours", "48")
	status, body, _ := d.post("/beheer/termijnen", form)
	if status != http.StatusUnprocessableEntity {
		t.Fatalf("status %d", status)
	}
	mustHold(t, body, `value="twee"`, `value="48"`, "Dit is geen getal.")
	if status, _, _ := d.as("rosa").post("/beheer/termijnen", form); status != http.StatusNotFound {
		t.Errorf("a reporter gets %d", status)
	}
	form.Set("policeDays", "3")
	form.Del("shiftToNextDay")
	if status, _, _ := d.post("/beheer/termijnen", form); status != http.StatusSeeOther {
		t.Errorf("status %d", status)
	}
	_, body = d.get("/beheer/termijnen")
	if again := sent(t, body); again.Get("policeDays") != "3" || again.Get("careHours") != "48" || again.Has("shiftToNextDay") {
		t.Errorf("afterwards the form holds %v", again)
	}
}

func TestAdmin_CalendarOfAYear(t *testing.T) {
	d := newAdminDesk(t, "bea")
	_, body := d.get("/beheer/kalender?jaar=2027")
	form := sent(t, body)
	if len(form["vrij"]) != 7 {
		t.Fatalf("holidays off: %q", form["vrij"])
	}
	form["vrij"] = slices.DeleteFunc(form["vrij"], func(day string) bool { return day == "2027-05-05" })
	form.Set("days.0.on", "24 december")
	form.Set("days.0.name", "Kerstavond")
	form.Set("days.2.on", "7-5-2027")
	status, body, _ := d.post("/beheer/kalender", form)
	if status != http.StatusUnprocessableEntity {
		t.Fatalf("status %d", status)
	}
	mustHold(t, body, `value="Kerstavond"`, `href="#veld-days-1-name"`, "7 mei 2027")
	form.Set("days.2.name", "Brugdag")
	if status, _, to := d.post("/beheer/kalender", form); status != http.StatusSeeOther || to != "/beheer/kalender?jaar=2027" {
		t.Fatalf("status %d to %s", status, to)
	}
	_, body = d.get("/beheer/kalender?jaar=2027")
	again := sent(t, body)
	if len(again["vrij"]) != 6 || again.Get("days.0.name") != "Brugdag" || again.Get("days.1.on") != "24 december 2027" {
		t.Errorf("afterwards the form holds %v", again)
	}
	if status, _ := d.get("/beheer/kalender?jaar=1"); status != http.StatusNotFound {
		t.Errorf("the year 1 gives %d", status)
	}
}

func TestAdmin_UnitsAndSites(t *testing.T) {
	d := newAdminDesk(t, "bea")
	status, body, _ := d.post("/beheer/onderdelen/nieuw", url.Values{"name": {"Werk"}})
	if status != http.StatusUnprocessableEntity {
		t.Errorf("a unit of the same name: %d", status)
	}
	mustHold(t, body, `value="Werk"`, "Dit bestaat al.")
	if status, _, _ := d.post("/beheer/onderdelen/nieuw", url.Values{"name": {"Griffie"}, "parent": {string(d.w.Units["Werk"])}}); status != http.StatusSeeOther {
		t.Errorf("a new unit: %d", status)
	}
	loket := "/beheer/onderdelen/" + string(d.w.Units["Loket"])
	if status, _, _ := d.post(loket, url.Values{"name": {"Loket"}, "parent": {string(d.w.Units["Balie"])}, "retired": {"ja"}}); status != http.StatusSeeOther {
		t.Errorf("retiring a unit: %d", status)
	}
	_, body = d.get("/beheer/onderdelen")
	mustHold(t, body, "Werk › Griffie", "Balie › Loket", "Vervallen")
	if status, _, _ := d.post("/beheer/locaties/nieuw", url.Values{"name": {"Werf"}, "address": {"Kade 1"}}); status != http.StatusSeeOther {
		t.Errorf("a new site: %d", status)
	}
	if status, _, _ := d.post("/beheer/locaties/weg", url.Values{"name": {"Weg"}}); status != http.StatusNotFound {
		t.Errorf("a site that is not there: %d", status)
	}
	if status, _ := d.get("/beheer/onderdelen/weg"); status != http.StatusNotFound {
		t.Errorf("a unit that is not there: %d", status)
	}
	_, body = d.get("/beheer/locaties")
	mustHold(t, body, "Werf", "Kade 1", "Stadhuis")
}
