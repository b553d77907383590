package identity_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"rugdekking/internal/identity"
	"rugdekking/vpt"
)

// door knows one session, one halfway session and one token.
type door struct{ out []vpt.Private }

func (d *door) SessionActor(_ context.Context, who vpt.Actor, secret vpt.Private) (vpt.Actor, vpt.SignInStep, error) {
	switch secret.Reveal() {
	case "geheim":
		return vpt.Actor{Kind: vpt.ActorPerson, Person: "rosa", Remote: who.Remote}, vpt.StepDone, nil
	case "half":
		return vpt.Actor{Kind: vpt.ActorAnonymous, Person: "mila"}, vpt.StepCode, nil
	}
	return who, vpt.StepDone, vpt.ErrUnauthenticated
}

func (d *door) SignOut(_ context.Context, _ vpt.Actor, secret vpt.Private) error {
	d.out = append(d.out, secret)
	return nil
}

func (d *door) TokenActor(_ context.Context, who vpt.Actor, secret vpt.Private) (vpt.Actor, error) {
	if secret.Reveal() != "rugdekking_abc" {
		return who, vpt.ErrUnauthenticated
	}
	return vpt.Actor{Kind: vpt.ActorService, Name: "dienst"}, nil
}

func request(cookies ...string) *http.Request {
	r := httptest.NewRequest("GET", "/", nil)
	for i := 0; i < len(cookies); i += 2 {
		r.AddCookie(&http.Cookie{Name: cookies[i], Value: cookies[i+1]})
	}
	return r
}

func TestActor_OnlyFromItsOwnCookie(t *testing.T) {
	const own, plain = "__Host-rugdekking", "rugdekking"
	for _, c := range []struct {
		name    string
		secure  bool
		cookies []string
		want    bool
	}{
		{"own cookie", true, []string{own, "geheim"}, true},
		{"plain name where the strict one is due", true, []string{plain, "geheim"}, false},
		{"plain name on loopback", false, []string{plain, "geheim"}, true},
		{"no cookie", true, nil, false},
		{"unknown secret", true, []string{own, "verzonnen"}, false},
		{"halfway", true, []string{own, "half"}, false},
		{"two of one name", true, []string{own, "geheim", own, "geheim"}, false},
	} {
		who, err := identity.New(&door{}, identity.Config{Secure: c.secure}).Actor(request(c.cookies...))
		if (err == nil) != c.want || err != nil && vpt.KindOf(err) != vpt.KindUnauthenticated {
			t.Errorf("%s: %+v, %v", c.name, who, err)
		}
		if err != nil && who.Kind == vpt.ActorPerson {
			t.Errorf("%s: refused and still a person", c.name)
		}
	}
}

func TestHalfway_TellsTheStep(t *testing.T) {
	who, step, err := identity.New(&door{}, identity.Config{Secure: true}).Halfway(request("__Host-rugdekking", "half"))
	if err != nil || step != vpt.StepCode || who.Person != "mila" {
		t.Errorf("%+v %q %v", who, step, err)
	}
}

func TestBegin_WritesStrictCookies(t *testing.T) {
	for _, secure := range []bool{true, false} {
		w := httptest.NewRecorder()
		identity.New(&door{}, identity.Config{Secure: secure}).Begin(w, vpt.SignedIn{
			Secret: vpt.NewPrivate("geheim"), Familiar: vpt.NewPrivate("bekend"), ExpiresAt: time.Unix(0, 0),
		})
		prefix := ""
		if secure {
			prefix = "__Host-"
		}
		got := w.Result().Cookies()
		if len(got) != 2 || got[0].Name != prefix+"rugdekking" || got[0].Value != "geheim" || got[0].MaxAge != 0 ||
			got[1].Name != prefix+"rugdekking-bekend" || got[1].MaxAge < 1000 {
			t.Fatalf("%v", got)
		}
		for _, c := range got {
			if c.Secure != secure || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" {
				t.Errorf("%s: %v", c.Name, c)
			}
		}
	}
}

func TestEnd_ForgetsOnBothSides(t *testing.T) {
	d := &door{}
	w := httptest.NewRecorder()
	if err := identity.New(d, identity.Config{Secure: true}).End(w, request("__Host-rugdekking", "geheim")); err != nil {
		t.Fatal(err)
	}
	got := w.Result().Cookies()
	if len(d.out) != 1 || d.out[0].Reveal() != "geheim" || len(got) != 1 || got[0].MaxAge >= 0 || got[0].Value != "" {
		t.Errorf("%d ended, cookies %v", len(d.out), got)
	}
}

func TestService_OnlyFromTheHeader(t *testing.T) {
	for header, want := range map[string]bool{
		"Bearer rugdekking_abc": true, "bearer rugdekking_abc": true, "Basic rugdekking_abc": false, "rugdekking_abc": false, "Bearer": false,
		"Bearer verzonnen": false, "": false,
	} {
		r := httptest.NewRequest("GET", "/?access_token=rugdekking_abc", nil)
		r.AddCookie(&http.Cookie{Name: "__Host-rugdekking", Value: "geheim"})
		if header != "" {
			r.Header.Set("Authorization", header)
		}
		who, err := identity.New(&door{}, identity.Config{Secure: true}).Service(r)
		if (err == nil) != want || want && who.Kind != vpt.ActorService {
			t.Errorf("%q: %+v %v", header, who, err)
		}
	}
}

func TestLang(t *testing.T) {
	for header, want := range map[string]string{
		"": "nl", "en": "en", "en-GB,en;q=0.9,nl;q=0.8": "en", "de-DE,de;q=0.9,nl;q=0.3,en;q=0.7": "en", "nl-NL,en;q=0.9": "nl",
		"fr": "nl", "en;q=0,fr": "nl", "*": "nl", ";;;,q=": "nl",
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set("Accept-Language", header)
		if got := identity.Lang(r); got != want {
			t.Errorf("%q: %s, want %s", header, got, want)
		}
	}
}

func TestAnonymous_CountsAHomeAsOneAddress(t *testing.T) {
	for remote, want := range map[string]string{
		"192.0.2.7:1234": "192.0.2.7", "[2001:db8:1:2:3:4:5:6]:1234": "2001:db8:1:2::/64", "[2001:db8:1:2::9]:1": "2001:db8:1:2::/64",
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = remote
		if got := identity.Anonymous(r).Remote; got != want {
			t.Errorf("%s: %s, want %s", remote, got, want)
		}
	}
}

func TestVisit_NamesTheDevice(t *testing.T) {
	for agent, want := range map[string]string{
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0": "Edge, Windows",
		"Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0":                                                        "Firefox, Linux",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/604.1":     "Safari, iPhone",
		"Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36":                  "Chrome, Android",
		"curl/8.5.0": "", "": "",
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set("User-Agent", agent)
		if got := identity.New(&door{}, identity.Config{}).Visit(r).Device; got.Reveal() != want {
			t.Errorf("%q: %q, want %q", agent, got.Reveal(), want)
		}
	}
}
