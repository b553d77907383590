package web_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

// cookieWatch notes the names of all cookies that are set.
type cookieWatch struct{ names []string }

func (c *cookieWatch) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err == nil {
		for _, cookie := range answer.Cookies() {
			if !slices.Contains(c.names, cookie.Name) {
				c.names = append(c.names, cookie.Name)
			}
		}
	}
	return answer, err
}

// What the privacy page tells is checked against what is done.
func TestPrivacy_NamesEveryCookie(t *testing.T) {
	h := openHouse(t)
	b, watch := h.browser(), &cookieWatch{}
	b.client.Transport = watch
	b.post(h.link("rosa"), "password", aPassword, "again", aPassword).want(303, "/")
	b.post("/account", "lang", "nl", "look", "donker").want(303, "/account")
	b.post("/uitloggen").want(303, "/inloggen")
	b.post("/inloggen", "email", "rosa@toetsdam.example", "password", aPassword).want(303, "/")
	if len(watch.names) != 3 {
		t.Errorf("cookies: %q, and the page says three", watch.names)
	}
	body := b.get("/privacy").want(200, "").body
	for _, name := range watch.names {
		if !strings.Contains(body, "‘"+name+"’ onthoudt") {
			t.Errorf("the privacy page does not name the cookie %s", name)
		}
	}
}
