package web_test

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// bird is typed wherever somebody can type. It is spelled alike in every
// encoding of an address.
const bird = "kanarie7f3a"

// inAddress are the text fields of forms that go into the address: a number of
// a case or report, days and years. A name of a field that is not here fails.
var inAddress = []string{"nummer", "van", "tot", "vanaf", "datumVanaf", "datumTot", "jaar"}

// TestCanary_StandsInNoAddress types a text that occurs nowhere else into every
// field of every form of the site, as everybody who sees it, and looks for it
// in what leads to another page: links, pictures, addresses of forms, where an
// answer sends the browser, and the log of requests. Addresses stay behind in
// histories, logs of proxies and bookmarks.
func TestCanary_StandsInNoAddress(t *testing.T) {
	t.Parallel()
	h := newLoopback(t)
	a := &aviary{t: t, h: h, taken: map[string]bool{}, asked: map[string]bool{}}
	var paths []string
	for _, of := range pageWorld(h) {
		paths = append(paths, of...)
	}
	slices.Sort(paths)
	var forms []sending
	for _, who := range everybody {
		for _, path := range paths {
			forms = append(forms, a.look(who, path)...)
		}
	}
	for _, f := range forms {
		a.send(f, false) // refused, as far as something is required: what was typed is shown again
	}
	for _, f := range forms {
		a.send(f, true)
		if f.who == "rosa" {
			f.who = "" // her session has ended: the form travels along to the page to sign in
			a.send(f, true)
		}
	}
	for _, who := range everybody {
		for _, path := range paths {
			a.look(who, path)
		}
	}
	a.look("mila", "/zoeken?nummer=geen"+strings.ToUpper(bird)) // typed into the wrong field, it is in the address already
	a.told()
}

// aviary is where the canary is let loose.
type aviary struct {
	t     *testing.T
	h     *loopback
	texts int
	taken map[string]bool // addresses of forms that were accepted
	asked map[string]bool // text fields of forms that go into the address
	shown int             // pages on which the canary stands, as text
}

// sending is a form as somebody finds it.
type sending struct {
	who, page, action string
	multipart         bool
	fields            []field
}

type field struct {
	name, kind, value string
	choices           []string
}

// look opens a page, judges its addresses and gives its forms.
func (a *aviary) look(who, path string) []sending {
	a.t.Helper()
	r, err := http.NewRequest(http.MethodGet, a.h.URL+path, nil)
	a.h.Must(err)
	return a.ask(who, "GET "+path, path, r)
}

// ask sends a request, judges the answer and gives the forms on it.
func (a *aviary) ask(who, what, page string, r *http.Request) []sending {
	a.t.Helper()
	if who != "" {
		r.AddCookie(&http.Cookie{Name: "rugdekking", Value: who})
	}
	r.Header.Set("Origin", a.h.URL)
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(r)
	a.h.Must(err)
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	a.h.Must(err)
	where := fmt.Sprintf("%s as %q: %d", what, who, answer.StatusCode)
	if answer.StatusCode >= 500 {
		a.t.Errorf("%s", where)
	}
	for _, name := range []string{"Location", "Refresh", "Link", "Content-Location"} {
		a.judge(where, name, answer.Header.Get(name))
	}
	if r.Method == http.MethodPost && who != "" && answer.StatusCode < 400 {
		a.taken[page] = true
	}
	if to := answer.Header.Get("Location"); to != "" {
		if strings.HasPrefix(to, "/") && r.Method == http.MethodPost {
			a.look(who, to)
		}
		return nil
	}
	if !strings.HasPrefix(answer.Header.Get("Content-Type"), "text/html") {
		return nil
	}
	if bytes.Contains(body, []byte(bird)) {
		a.shown++
	}
	tree, err := html.Parse(bytes.NewReader(body))
	a.h.Must(err)
	var forms []sending
	for node := range tree.Descendants() {
		if node.Type != html.ElementNode {
			continue
		}
		for _, at := range node.Attr {
			switch at.Key {
			case "href", "src", "srcset", "action", "formaction", "poster", "content", "ping", "data", "cite":
				a.judge(where, "<"+node.Data+" "+at.Key+">", at.Val)
			default:
				if strings.HasPrefix(at.Key, "data-") && at.Key != "data-value" {
					a.judge(where, "<"+node.Data+" "+at.Key+">", at.Val)
				}
			}
		}
		if node.Data == "form" {
			forms = append(forms, a.form(who, page, node)...)
		}
	}
	return forms
}

func (a *aviary) judge(where, what, value string) {
	a.t.Helper()
	if strings.Contains(strings.ToLower(value), bird) {
		a.t.Errorf("%s: %s holds what was typed: %s", where, what, value)
	}
}

// form reads a form; one that goes into the address is only judged.
func (a *aviary) form(who, page string, node *html.Node) []sending {
	f := sending{who: who, page: page, action: attr(node, "action"), multipart: attr(node, "enctype") == "multipart/form-data"}
	if f.action == "" {
		f.action = page
	}
	at := map[string]int{}
	for n := range node.Descendants() {
		name := attr(n, "name")
		if n.Type != html.ElementNode || name == "" {
			continue
		}
		one := field{name: name, kind: attr(n, "type"), value: attr(n, "value")}
		switch n.Data {
		case "textarea":
			one.kind = "textarea"
		case "select":
			one.kind = "select"
			for option := range n.Descendants() {
				if option.Data == "option" && attr(option, "value") != "" {
					one.choices = append(one.choices, attr(option, "value"))
				}
			}
		case "button":
			if at["button"] > 0 {
				continue
			}
			at["button"], one.kind = 1, "hidden"
		case "input":
			if one.kind == "radio" || one.kind == "checkbox" {
				if i, again := at[name]; again {
					f.fields[i-1].choices = append(f.fields[i-1].choices, one.value)
					continue
				}
				one.choices = []string{one.value}
				at[name] = len(f.fields) + 1
			}
		default:
			continue
		}
		f.fields = append(f.fields, one)
	}
	if strings.EqualFold(attr(node, "method"), "post") {
		return []sending{f}
	}
	for _, one := range f.fields {
		if one.kind == "text" || one.kind == "search" || one.kind == "textarea" || one.kind == "email" {
			a.asked[one.name] = true
		}
	}
	return nil
}

func attr(n *html.Node, key string) string {
	for _, at := range n.Attr {
		if at.Key == key {
			return at.Val
		}
	}
	return ""
}

// send fills a form with the canary and sends it. whole also makes a choice
// where there is one.
func (a *aviary) send(f sending, whole bool) {
	a.t.Helper()
	values := url.Values{}
	var files []string
	for _, one := range f.fields {
		switch one.kind {
		case "hidden":
			values.Add(one.name, one.value)
		case "file":
			files = append(files, one.name)
		case "radio", "checkbox", "select":
			if whole && len(one.choices) > 0 {
				values.Add(one.name, one.choices[0])
			}
		default:
			values.Add(one.name, a.words(one, whole))
		}
	}
	var body bytes.Buffer
	kind := "application/x-www-form-urlencoded"
	if f.multipart {
		form := multipart.NewWriter(&body)
		for name, all := range values {
			for _, value := range all {
				a.h.Must(form.WriteField(name, value))
			}
		}
		for _, name := range files {
			part, err := form.CreateFormFile(name, bird+".txt")
			a.h.Must(err)
			_, err = io.WriteString(part, bird+";"+bird+"\n"+bird+";"+bird+"\n")
			a.h.Must(err)
		}
		a.h.Must(form.Close())
		kind = form.FormDataContentType()
	} else {
		body.WriteString(values.Encode())
	}
	r, err := http.NewRequest(http.MethodPost, a.h.URL+f.action, &body)
	a.h.Must(err)
	r.Header.Set("Content-Type", kind)
	a.ask(f.who, "POST "+f.action, f.action, r)
}

// words gives what is typed into a field: the canary, followed by a number so
// that no two names are alike, or what a field must hold to be taken.
func (a *aviary) words(one field, whole bool) string {
	if !whole {
		return bird
	}
	if fixed, ok := fixedForm[one.name]; ok {
		return fixed
	}
	a.texts++
	text := bird + strconv.Itoa(a.texts)
	switch {
	case one.kind == "email":
		return text + "@toetsdam.example"
	case one.kind == "password":
		return bird + " zingt in de boom"
	case one.value != "" && one.value[0] >= '0' && one.value[0] <= '9': // a day, a time, a number
		return one.value
	}
	return text
}

// fixedForm are fields that refuse a text: days, times, and who or what stands
// elsewhere and is chosen in another field.
var fixedForm = map[string]string{
	"on": "17-11-2026", "decideOn": "17-11-2026", "doneOn": "17-11-2026", "notifiedOn": "17-11-2026", "startsOn": "17-11-2026", "endsOn": "17-11-2027",
	"bornOn": "01-01-1980", "deputyFrom": "17-11-2026", "deputyUntil": "20-11-2026", "until": "", "time": "16:00", "einde": "12:30",
	"attorneyOn": "17-11-2026", "stepOn": "17-11-2026", "hearingOn": "", "toldOn": "17-11-2026", "age": "15", "referredOn": "17-11-2026",
	"amount": "80", "claimed": "80", "claimedOn": "17-11-2026", "awarded": "80", "awardedOn": "17-11-2026", "received": "80",
	"receivedOn": "17-11-2026", "dueOn": "17-11-2027",
	"lookup": "", "from": "",
}

// mustBeTaken are the forms with personal text, as their addresses end, that
// must have been accepted with the canary in them: a form that refuses shows
// nothing afterwards.
var mustBeTaken = []string{
	"/meldingen/nieuw", "/meer", "/reactie", "/bewijs", "/notities", "/betrokkenen", "/veroorzaker", "/maatregelen", "/politie", "/terugkoppeling",
	"/schade/nieuw", "/analyse", "/verbeteringen", "/sporen/schade", "/heropenen", "/verwijderen", "/beheer/personen/nieuw", "/wijzigen", "/beheer/locaties/nieuw",
	"/beheer/onderdelen/nieuw", "/beheer/koppelingen/nieuw", "/wachtwoord-vergeten",
}

// told checks that the canary flew at all, and was not written down.
func (a *aviary) told() {
	for name := range a.asked {
		if !slices.Contains(inAddress, name) {
			a.t.Errorf("the field %q goes into the address", name)
		}
	}
	log := a.h.Log.String()
	if !strings.Contains(log, "/meldingen/nieuw") {
		a.t.Error("the log of requests is not read")
	}
	for line := range strings.Lines(log) {
		if strings.Contains(strings.ToLower(line), bird) {
			a.t.Errorf("the log holds what was typed: %s", line)
			break
		}
	}
	for _, end := range mustBeTaken {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(a.taken)), func(path string) bool { return strings.HasSuffix(path, end) }) {
			a.t.Errorf("no form that ends in %s was accepted", end)
		}
	}
	if a.shown < 100 {
		a.t.Errorf("only %d pages show what was typed", a.shown)
	}
}
