package web_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"

	"rugdekking/internal/app"
	"rugdekking/internal/apptest"
	"rugdekking/internal/identity"
	"rugdekking/internal/web"
	"rugdekking/internal/web/static"
	"rugdekking/vpt"
)

// deskDoor signs in whoever is named in the session cookie.
type deskDoor struct {
	*app.App
	w *apptest.World
}

func (d deskDoor) SessionActor(_ context.Context, _ vpt.Actor, secret vpt.Private) (vpt.Actor, vpt.SignInStep, error) {
	if secret.IsZero() {
		return vpt.Actor{}, vpt.StepDone, vpt.ErrUnauthenticated
	}
	return d.w.Actor(secret.Reveal()), vpt.StepDone, nil
}

// desk is the real site with the people of a world in front of it.
type desk struct {
	*apptest.World
	mux *http.ServeMux
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	w := apptest.SQLite(t)
	assets, err := static.Open()
	w.Must(err)
	base, err := url.Parse("https://rugdekking.example")
	w.Must(err)
	site, err := web.New(web.Config{
		App: w.App, Sessions: identity.New(deskDoor{w.App, w}, identity.Config{Secure: true}), Assets: assets, Base: base, Clock: w.Clock, Log: slog.New(slog.DiscardHandler),
	})
	w.Must(err)
	d := &desk{World: w, mux: http.NewServeMux()}
	site.Register(d.mux)
	return d
}

func (d *desk) ask(name string, r *http.Request) *httptest.ResponseRecorder {
	d.T.Helper()
	r.AddCookie(&http.Cookie{Name: "__Host-rugdekking", Value: name})
	answer := httptest.NewRecorder()
	d.mux.ServeHTTP(answer, r)
	return answer
}

// get asks for a page and fails on another status; it gives the body.
func (d *desk) get(name, path string, status int) string {
	d.T.Helper()
	answer := d.ask(name, httptest.NewRequest(http.MethodGet, path, nil))
	if answer.Code != status {
		d.T.Fatalf("GET %s as %s: %d, want %d\n%s", path, name, answer.Code, status, answer.Body)
	}
	return answer.Body.String()
}

func (d *desk) post(name, path string, form url.Values) *httptest.ResponseRecorder {
	d.T.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return d.ask(name, r)
}

func (d *desk) send(name, filename, content string) *httptest.ResponseRecorder {
	d.T.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("bestand", filename)
	d.Must(err)
	_, err = io.WriteString(part, content)
	d.Must(err)
	d.Must(form.WriteField("verzoeksleutel", "sleutel-van-het-formulier"))
	d.Must(form.Close())
	r := httptest.NewRequest(http.MethodPost, "/beheer/inlezen", &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	return d.ask(name, r)
}

// uwvRegister is the register of 2014 without the column that names another
// organisation.
func uwvRegister(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../app/testdata/uwv_2014h2_fixture_a.csv")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Replace(string(text), "organisation", "vrij", 1)
}

func (d *desk) imported() *desk {
	d.T.Helper()
	table, err := web.ReadRegister([]byte(uwvRegister(d.T.(*testing.T))), "register.csv")
	d.Must(err)
	_, err = d.App.ImportRegister(context.Background(), apptest.Command(d.Org.ID), vpt.RegisterFile{Table: table})
	d.Must(err)
	return d
}

func mustHave(t *testing.T, body string, all ...string) {
	t.Helper()
	for _, text := range all {
		if !strings.Contains(body, text) {
			t.Errorf("the page lacks %q", text)
		}
	}
}
