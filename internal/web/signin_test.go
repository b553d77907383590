package web_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/internal/credential"
	"rugdekking/internal/identity"
	"rugdekking/internal/web"
	"rugdekking/internal/web/static"
	"rugdekking/vpt"
)

const aPassword = "zeven ganzen op de dijk"

// house is the real site before a world.
type house struct {
	*apptest.World
	server *httptest.Server
}

func openHouse(t *testing.T) *house {
	t.Helper()
	w := apptest.SQLite(t)
	assets, err := static.Open()
	w.Must(err)
	base, err := url.Parse("http://127.0.0.1")
	w.Must(err)
	site, err := web.New(web.Config{
		App: w.App, Sessions: identity.New(w.App, identity.Config{}), Assets: assets, Base: base, Clock: w.Clock, Log: slog.New(slog.NewTextHandler(w.Log, nil)),
	})
	w.Must(err)
	mux := http.NewServeMux()
	site.Register(mux)
	h := &house{World: w, server: httptest.NewServer(mux)}
	t.Cleanup(h.server.Close)
	return h
}

// link gives the path of an invitation.
func (h *house) link(name string) string {
	h.T.Helper()
	path, err := h.App.InviteLink(context.Background(), apptest.Command(h.Org.ID), h.People[name])
	h.Must(err)
	return credential.Text(path)
}

// browser keeps cookies and follows nothing by itself.
type browser struct {
	house  *house
	client *http.Client
	body   string
	status int
	to     string // where it was sent
}

func (h *house) browser() *browser {
	jar, err := cookiejar.New(nil)
	h.Must(err)
	return &browser{house: h, client: &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

func (b *browser) get(path string) *browser { return b.send("GET", path, nil) }

func (b *browser) post(path string, fields ...string) *browser {
	form := url.Values{}
	for i := 0; i < len(fields); i += 2 {
		form.Add(fields[i], fields[i+1])
	}
	return b.send("POST", path, form)
}

func (b *browser) send(method, path string, form url.Values) *browser {
	b.house.T.Helper()
	r, err := http.NewRequest(method, b.house.server.URL+path, strings.NewReader(form.Encode()))
	b.house.Must(err)
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	answer, err := b.client.Do(r)
	b.house.Must(err)
	text, err := io.ReadAll(answer.Body)
	b.house.Must(err)
	b.house.Must(answer.Body.Close())
	b.body, b.status, b.to = string(text), answer.StatusCode, answer.Header.Get("Location")
	return b
}

// want fails unless the answer has this status, leads there and says these words.
func (b *browser) want(status int, to string, words ...string) *browser {
	b.house.T.Helper()
	if b.status != status || b.to != to {
		b.house.T.Fatalf("answer %d to %q, want %d to %q\n%s", b.status, b.to, status, to, b.body)
	}
	for _, word := range words {
		if !strings.Contains(b.body, word) {
			b.house.T.Errorf("the page does not say %q:\n%s", word, b.body)
		}
	}
	return b
}

// hidden gives the hidden fields of the page's form, as pairs.
func (b *browser) hidden() []string {
	var out []string
	for _, m := range regexp.MustCompile(`<input type="hidden" name="([^"]*)" value="([^"]*)">`).FindAllStringSubmatch(b.body, -1) {
		out = append(out, unescape(m[1]), unescape(m[2]))
	}
	return out
}

func unescape(s string) string {
	return strings.NewReplacer("&#43;", "+", "&#39;", "'", "&amp;", "&", "&#34;", `"`, "&lt;", "<", "&gt;", ">").Replace(s)
}

// enter lets somebody accept an invitation in a new browser.
func (h *house) enter(name string) *browser {
	h.T.Helper()
	b := h.browser()
	b.post(h.link(name), "password", aPassword, "again", aPassword)
	if b.status != http.StatusSeeOther {
		h.T.Fatalf("%s cannot accept: %d\n%s", name, b.status, b.body)
	}
	return b
}

// secretOf reads the secret of the page that sets a second factor.
func (b *browser) secretOf() vpt.Private {
	m := regexp.MustCompile(`<code class="rd-secret">([A-Z2-7 ]+)</code>`).FindStringSubmatch(b.body)
	if m == nil {
		b.house.T.Fatalf("no secret on the page:\n%s", b.body)
	}
	return vpt.NewPrivate(strings.ReplaceAll(m[1], " ", ""))
}

func (h *house) code(secret vpt.Private) string {
	h.T.Helper()
	code, err := credential.TOTPCode(secret, h.Clock.Now())
	h.Must(err)
	return credential.Text(code)
}

func TestSignIn_LeadsBackToThePage(t *testing.T) {
	h := openHouse(t)
	h.enter("rosa")
	b := h.browser()
	b.get("/account?x=1").want(303, "/inloggen?naar=%2Faccount%3Fx%3D1")
	b.get(b.to).want(200, "", "Log in", `name="naar" value="/account?x=1"`)
	b.post("/inloggen", append(b.hidden(), "email", "rosa@toetsdam.example", "password", "een fout wachtwoord")...).
		want(422, "", "horen niet bij elkaar", `value="rosa@toetsdam.example"`, "Fout: ")
	if strings.Contains(b.body, "een fout wachtwoord") {
		t.Error("the page shows the password again")
	}
	b.post("/inloggen", append(b.hidden(), "email", "rosa@toetsdam.example", "password", aPassword)...).want(303, "/account?x=1")
	b.get(b.to).want(200, "", "Rosa de Wit", "rosa@toetsdam.example")
	b.get("/inloggen").want(303, "/")
	b.post("/uitloggen").want(303, "/inloggen")
	b.get("/account").want(303, "/inloggen?naar=%2Faccount")
}

func TestSignIn_LeadsNowhereElse(t *testing.T) {
	h := openHouse(t)
	h.enter("rosa")
	for _, evil := range []string{
		"https://kwaad.example/", "//kwaad.example", `/\kwaad.example`, `\\kwaad.example`, "javascript:alert(1)", "/\t/kwaad.example", "kwaad.example",
		"/%0d%0aLocation: x\r\n", "///kwaad.example", "http:kwaad.example",
	} {
		b := h.browser()
		b.post("/inloggen", "email", "rosa@toetsdam.example", "password", aPassword, "naar", evil).want(303, "/")
		b = h.browser()
		b.post("/inloggen", "email", "rosa@toetsdam.example", "password", aPassword, "mee-naar", evil, "mee.x", "1").want(200, "", `action="/"`)
	}
}

func TestSignIn_CarriesAFormThrough(t *testing.T) {
	h := openHouse(t)
	h.enter("rosa")
	b := h.browser()
	story := "Hij zei: \"ik weet je te vinden\" & <sloeg>"
	b.post("/account", "lang", "en", "look", "donker", "account", story, "password", "nooit tonen", "otp", "123456").
		want(403, "", "Je was niet meer ingelogd", `name="mee.look" value="donker"`, `name="mee-naar" value="/account"`)
	if strings.Contains(b.body, "nooit tonen") || strings.Contains(b.body, "123456") {
		t.Error("a password or code travels along")
	}
	b.post("/inloggen", append(b.hidden(), "email", "rosa@toetsdam.example", "password", "fout fout fout fout")...).
		want(422, "", `name="mee.look" value="donker"`)
	b.post("/inloggen", append(b.hidden(), "email", "rosa@toetsdam.example", "password", aPassword)...).
		want(200, "", "Je bent weer ingelogd", `action="/account"`)
	carried := b.hidden()
	form := url.Values{}
	for i := 0; i < len(carried); i += 2 {
		form.Add(carried[i], carried[i+1])
	}
	if form.Get("account") != story || form.Get("look") != "donker" || form.Has("password") || form.Has("naar") {
		t.Errorf("carried %v", form)
	}
	b.post("/account", carried...).want(303, "/account")
	b.get("/account").want(200, "", `data-theme="dark"`, `lang="en"`)
}

func TestSignIn_CarriesNoFilesAndNoBooks(t *testing.T) {
	h := openHouse(t)
	body := "--grens\r\nContent-Disposition: form-data; name=\"comment\"\r\n\r\nzie de foto\r\n" +
		"--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\nINHOUD\r\n--grens--\r\n"
	answer, err := http.Post(h.server.URL+"/account", "multipart/form-data; boundary=grens", strings.NewReader(body))
	h.Must(err)
	text, err := io.ReadAll(answer.Body)
	h.Must(err)
	h.Must(answer.Body.Close())
	page := string(text)
	if !strings.Contains(page, `name="mee.comment" value="zie de foto"`) || strings.Contains(page, "INHOUD") || !strings.Contains(page, "opnieuw kiezen") {
		t.Errorf("%s", page)
	}
	b := h.browser().post("/account", "tekst", strings.Repeat("x", 70_000))
	if b.want(403, ""); strings.Contains(b.body, "mee-naar") {
		t.Error("a form of 70 kB travels along")
	}
}

func TestSignIn_ManagerThroughTheSecondFactor(t *testing.T) {
	h := openHouse(t)
	b := h.enter("mila")
	b.want(303, "/inloggen/tweede-factor")
	b.get("/account").want(303, "/inloggen/tweede-factor?naar=%2Faccount")
	b.get("/inloggen/code").want(303, "/inloggen/tweede-factor")
	b.get("/inloggen/tweede-factor").want(200, "", "<svg", "QR-code voor je app")
	secret := b.secretOf()
	b.post("/inloggen/tweede-factor", "otp", "000000").want(422, "", "Deze code klopt niet")
	if credential.HashToken(b.secretOf()) != credential.HashToken(secret) {
		t.Error("the secret changed after a wrong code")
	}
	b.post("/inloggen/tweede-factor", "otp", h.code(secret)).want(200, "", "Bewaar je herstelcodes")
	codes := regexp.MustCompile(`<code class="rd-secret">([a-z0-9-]+)</code>`).FindAllStringSubmatch(b.body, -1)
	if len(codes) != 10 {
		t.Fatalf("%d recovery codes", len(codes))
	}
	b.get("/account").want(200, "", "Mila van Dijk", "nog 10 herstelcodes", "Vervanger kiezen")

	h.Clock.Advance(time.Minute)
	again := h.browser()
	again.post("/account", "lang", "nl", "look", "licht")
	again.post("/inloggen", append(again.hidden(), "email", "mila@toetsdam.example", "password", aPassword)...).want(200, "", "Vul je code in", `name="mee.look"`)
	again.get("/account").want(303, "/inloggen/code?naar=%2Faccount")
	again.get("/inloggen").want(303, "/inloggen/code")
	again.post("/inloggen/code", "otp", "123").want(422, "", "Deze code klopt niet")
	again.post("/inloggen/code", "otp", h.code(secret), "naar", "/account/sessies").want(303, "/account/sessies")
	again.get("/account/sessies").want(200, "", "Hier ben je nu", "Log overal uit, behalve hier")

	lost := h.browser()
	lost.post("/inloggen", "email", "mila@toetsdam.example", "password", aPassword).want(303, "/inloggen/code")
	lost.post("/inloggen/code", "otp", codes[0][1]).want(303, "/")
	lost.get("/account").want(200, "", "nog 9 herstelcodes")
}

func TestSignIn_CarriesAFormThroughEnrolment(t *testing.T) {
	h := openHouse(t)
	h.enter("mila")
	b := h.browser()
	b.post("/account", "lang", "nl", "look", "donker")
	b.post("/inloggen", append(b.hidden(), "email", "mila@toetsdam.example", "password", aPassword)...).want(200, "", "Stel eerst je tweede factor in")
	b.post("/inloggen/tweede-factor", b.hidden()...).want(200, "", `name="mee.look" value="donker"`)
	b.post("/inloggen/tweede-factor", append(b.hidden(), "otp", h.code(b.secretOf()))...).want(200, "", `action="/account"`, `name="look" value="donker"`)
	b.post("/account", b.hidden()...).want(303, "/account")
}

func TestSignIn_GuessingIsToldToWait(t *testing.T) {
	h := openHouse(t)
	b := h.browser()
	for range 6 {
		b.post("/inloggen", "email", "rosa@toetsdam.example", "password", "fout fout fout fout")
	}
	b.want(429, "", "te vaak")
}

func TestScriptIsLedToSignIn(t *testing.T) {
	h := openHouse(t)
	r, err := http.NewRequest("GET", h.server.URL+"/account", nil)
	h.Must(err)
	r.Header.Set("HX-Request", "true")
	r.Header.Set("HX-Current-URL", "https://kwaad.example/account/sessies?x=1")
	answer, err := http.DefaultClient.Do(r)
	h.Must(err)
	h.Must(answer.Body.Close())
	if got := answer.Header.Get("HX-Redirect"); answer.StatusCode != 204 || got != "/inloggen?naar=%2Faccount%2Fsessies%3Fx%3D1" {
		t.Errorf("%d, HX-Redirect %q", answer.StatusCode, got)
	}
}
