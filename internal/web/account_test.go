package web_test

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

func TestLink_FromInvitationToStart(t *testing.T) {
	h := openHouse(t)
	path := h.link("rosa")
	b := h.browser()
	b.get(path).want(200, "", "Welkom. Kies een wachtwoord", "Gemeente Toetsdam", "rosa@toetsdam.example")
	b.post(path, "password", "kort", "again", "kort").want(422, "", "te kort")
	b.post(path, "password", aPassword, "again", "anders").want(422, "", "niet gelijk")
	if strings.Contains(b.body, aPassword) {
		t.Error("the page shows the password again")
	}
	b.post(path, "password", aPassword, "again", aPassword).want(303, "/")
	h.browser().get(path).want(404, "", "Deze link werkt niet meer", "/wachtwoord-vergeten")
	h.browser().post(path, "password", aPassword, "again", aPassword).want(404, "", "Deze link werkt niet meer")
	h.browser().get("/uitnodiging/verzonnen").want(404, "", "Deze link werkt niet meer")
}

// The address of a page behind a secret link goes nowhere else, and its form
// still says which site it comes from.
func TestLink_SignInSecretIsNoReferrer(t *testing.T) {
	d := newDesk(t)
	for _, path := range []string{"/uitnodiging/verlopen", "/wachtwoord/verlopen"} {
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			answer := d.ask("", httptest.NewRequest(method, path, nil))
			if got := answer.Header().Get("Referrer-Policy"); got != "strict-origin" || answer.Code != http.StatusNotFound {
				t.Errorf("%s %s: %d with referrer policy %q", method, path, answer.Code, got)
			}
		}
	}
	if got := d.ask("", httptest.NewRequest(http.MethodGet, "/inloggen", nil)).Header().Get("Referrer-Policy"); got != "" {
		t.Errorf("a page without a secret has its own referrer policy %q", got)
	}
}

func TestForgot_SameAnswer(t *testing.T) {
	h := openHouse(t)
	b := h.browser()
	b.get("/wachtwoord-vergeten").want(200, "", "Stuur mij een mail")
	b.post("/wachtwoord-vergeten", "email", "geen adres").want(422, "", "geen e-mailadres")
	known := b.post("/wachtwoord-vergeten", "email", "rosa@toetsdam.example").want(200, "", "Kijk in je mail").body
	if unknown := b.post("/wachtwoord-vergeten", "email", "niemand@toetsdam.example").want(200, "").body; unknown != known {
		t.Error("the page tells whether there is an account")
	}
}

func TestAccount_LookAndLanguage(t *testing.T) {
	h := openHouse(t)
	b := h.enter("rosa")
	b.post("/account", "lang", "fr", "look", "donker").want(422, "", "Kies iets uit de lijst")
	b.post("/account", "lang", "en", "look", "donker").want(303, "/account")
	b.get("/account").want(200, "", "My account", `lang="en"`, `data-theme="dark"`)
}

func TestAccount_Deputies(t *testing.T) {
	h := openHouse(t)
	b := h.enter("mila")
	b.get("/inloggen/tweede-factor")
	b.post("/inloggen/tweede-factor", "otp", h.code(b.secretOf())).want(200, "")
	b.post("/account/vervangers", "lookup", "niemand@toetsdam.example", "deputyFrom", "vandaag", "deputyUntil", "bladiebla").
		want(422, "", "geen datum", `value="niemand@toetsdam.example"`, `value="bladiebla"`)
	b.post("/account/vervangers", "lookup", "niemand@toetsdam.example", "deputyFrom", "vandaag", "deputyUntil", "20-11-2026").want(422, "", "vinden deze collega niet")
	b.post("/account/vervangers", "deputy", string(h.People["anna"]), "deputyFrom", "vandaag", "deputyUntil", "vrijdag").want(303, "/account") // the next one
	b.get("/account").want(200, "", "Anna Yılmaz", "Stop vervanging", "20 november")
	stop := regexp.MustCompile(`/account/vervangers/[0-9a-f-]+/einde`).FindString(b.body)

	h.enter("rosa").post(stop).want(404, "")
	h.enter("rosa").post("/account/vervangers", "deputy", string(h.People["anna"]), "deputyFrom", "vandaag", "deputyUntil", "vandaag").want(404, "")
	anna := h.enter("anna") // she acts for a manager now
	anna.want(303, "/inloggen/tweede-factor")

	b.post(stop).want(303, "/account")
	b.get("/account").want(200, "", "Niemand vervangt je nu")
}

func TestAccount_PasswordAndSessions(t *testing.T) {
	h := openHouse(t)
	b := h.enter("rosa")
	other := h.browser()
	other.post("/inloggen", "email", "rosa@toetsdam.example", "password", aPassword).want(303, "/")
	b.get("/account/sessies").want(200, "", "Log daar uit")
	end := regexp.MustCompile(`/account/sessies/[0-9a-f-]+/einde`).FindString(b.body)
	h.enter("anna").post(end).want(404, "")
	b.post(end).want(303, "/account/sessies")
	other.get("/account").want(303, "/inloggen?naar=%2Faccount")

	other.post("/inloggen", "email", "rosa@toetsdam.example", "password", aPassword).want(303, "/")
	const fresh = "acht zwanen in de vijver"
	b.post("/account/wachtwoord", "old", "fout fout", "password", fresh, "again", fresh).want(422, "", "Dit is niet je wachtwoord")
	b.post("/account/wachtwoord", "old", aPassword, "password", fresh, "again", fresh).want(303, "/account")
	b.get("/account").want(200, "", "Je wachtwoord is gewijzigd")
	other.get("/account").want(303, "/inloggen?naar=%2Faccount")
}

func TestAccount_SecondFactorByChoice(t *testing.T) {
	h := openHouse(t)
	b := h.enter("rosa")
	b.get("/account/tweede-factor").want(200, "", "Stel tweede factor in")
	b.get("/account/tweede-factor/instellen").want(200, "", "Je wachtwoord")
	secret := b.secretOf()
	b.post("/account/tweede-factor/instellen", "otp", h.code(secret)).want(422, "", "Vul je wachtwoord in")
	b.post("/account/tweede-factor/instellen", "otp", h.code(secret), "password", aPassword).want(200, "", "Bewaar je herstelcodes")
	b.get("/account/tweede-factor").want(200, "", "Tweede factor uitzetten")
	b.get("/account/tweede-factor/herstelcodes").want(200, "", "Maak nieuwe herstelcodes")
	b.post("/account/tweede-factor/herstelcodes", "password", "fout fout").want(422, "", "Dit is niet je wachtwoord")
	b.post("/account/tweede-factor/herstelcodes", "password", aPassword).want(200, "", "Bewaar je herstelcodes")
	b.get("/account/tweede-factor/uit").want(200, "")
	b.post("/account/tweede-factor/uit", "password", aPassword).want(303, "/account/tweede-factor")
	b.get("/account/tweede-factor").want(200, "", "staat uit")
}

func TestPasswordsAreTakenAsTyped(t *testing.T) {
	h := openHouse(t)
	b := h.browser()
	const spaced = "  zes uilen in de nacht  "
	b.post(h.link("rosa"), "password", spaced, "again", spaced).want(303, "/")
	h.browser().post("/inloggen", "email", "rosa@toetsdam.example", "password", strings.TrimSpace(spaced)).want(422, "")
	h.browser().post("/inloggen", "email", "rosa@toetsdam.example", "password", spaced).want(303, "/")
}
