package web

import (
	"crypto/rand"
	"crypto/sha256"
	"net/http"
	"net/url"
	"strings"
	"time"

	"rugdekking/internal/nl"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// newKey gives the idempotency key of one rendering of a form.
func newKey() page.Idempotency { return page.Idempotency{Key: rand.Text()} }

// keyOf gives the key that a form came back with, so that a form that was not
// right keeps it; a form without one gets a new key.
func keyOf(r *http.Request) page.Idempotency {
	if key := r.PostFormValue(page.IdempotencyName); key != "" {
		return page.Idempotency{Key: key}
	}
	return newKey()
}

// once gives key and content of a posted form, so that sending it twice does
// nothing twice. A form that was refused left no key behind, so correcting it
// and sending it again is not "twice".
func once(r *http.Request) vpt.Once {
	fields := url.Values{}
	for name, values := range r.PostForm {
		if name != page.IdempotencyName {
			fields[name] = values
		}
	}
	// The address belongs to it: the same words on another case are another act.
	return vpt.Once{Key: r.PostFormValue(page.IdempotencyName), Sum: sha256.Sum256([]byte(r.URL.Path + "?" + fields.Encode()))}
}

// line gives a posted field without the white space around it.
func line(r *http.Request, name string) string {
	return strings.TrimSpace(storable(r.PostFormValue(name)))
}

// storable leaves out what is no text to PostgreSQL and to XML: bytes that are
// no UTF-8, and the zero byte.
func storable(text string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "")
}

// private gives a posted field as personal text; line ends as the web sends
// them become plain ones.
func private(r *http.Request, name string) vpt.Private {
	return vpt.NewPrivate(strings.TrimSpace(strings.ReplaceAll(storable(r.PostFormValue(name)), "\r\n", "\n")))
}

// date reads a date as people type it. What cannot be read is handed on as it
// is, so that the rule behind the door refuses it by name.
func date(text string, today time.Time) vpt.Date {
	text = strings.TrimSpace(text)
	if day, ok := nl.ParseDate(text, today); ok {
		return vpt.Date(day)
	}
	return vpt.Date(text)
}

// clockTime reads a time of day as people type it, in the same way.
func clockTime(text string) string {
	text = strings.TrimSpace(text)
	if at, ok := nl.ParseTime(text); ok {
		return at
	}
	return text
}

// sameSite gives target when it is an address of this site, else "/". It keeps
// a link to our sign-in page from leading elsewhere.
func sameSite(target string) string {
	u, err := url.Parse(target)
	if err != nil || u.IsAbs() || u.Host != "" || u.User != nil || !strings.HasPrefix(target, "/") ||
		strings.HasPrefix(target, "//") || strings.ContainsAny(target, "\\\r\n\t") {
		return "/"
	}
	return target
}
