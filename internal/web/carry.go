package web

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"rugdekking/internal/serve"
	"rugdekking/internal/web/page"
)

// What somebody was doing when it turned out that she had to sign in first: the
// page she wanted, or the form that she sent. It travels through the pages of
// signing in as hidden fields, and nowhere else.

// The names of those fields. What a form held is carried under the prefix, so
// that it never meets a field of the sign-in page itself.
const (
	carryTarget = "naar"     // page to go to afterwards
	carryForm   = "mee-naar" // address that the form was meant for
	carryPrefix = "mee."     // before the name of a field of that form
	maxCarry    = 64 << 10   // bytes of names and values together
	maxCarried  = 400        // values
)

// carry is what travels along.
type carry struct {
	target string
	form   string
	fields url.Values
	files  bool // there were files, which cannot travel
}

// carriedBy reads what a page of signing in brings along.
func carriedBy(r *http.Request) carry {
	c := carry{target: sameSite(r.FormValue(carryTarget)), fields: url.Values{}}
	if r.PostForm.Has(carryForm) {
		c.form = sameSite(r.PostFormValue(carryForm))
	}
	for name, values := range r.PostForm {
		if plain, ok := strings.CutPrefix(name, carryPrefix); ok {
			c.fields[plain] = values
		}
	}
	return c
}

// carryOf takes along the form of a request that nobody was signed in for. A
// form that is too large is left: then only the page is remembered.
func carryOf(r *http.Request) carry {
	c := carry{target: "/", form: sameSite(r.URL.RequestURI()), fields: url.Values{}}
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	var err error
	if kind == "multipart/form-data" {
		err = c.readParts(r)
	} else {
		// What cannot travel is not read: anybody can send this, also to an
		// address that takes a hundred megabytes of files.
		r.Body = http.MaxBytesReader(nil, r.Body, serve.DefaultLimit().Body)
		if err = r.ParseForm(); err == nil {
			c.fields = r.PostForm
		}
	}
	for name := range c.fields {
		if secret(name) {
			delete(c.fields, name)
		}
	}
	if size, count := c.size(); err != nil || size > maxCarry || count > maxCarried {
		return carry{target: "/"}
	}
	return c
}

// readParts reads the fields of a form with files, and passes the files over.
func (c *carry) readParts(r *http.Request) error {
	parts, err := r.MultipartReader()
	if err != nil {
		return err
	}
	for total, count := 0, 0; ; {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if part.FileName() != "" {
			c.files = true
			continue
		}
		text, err := io.ReadAll(io.LimitReader(part, maxCarry+1))
		if err != nil {
			return err
		}
		count++
		if total += len(part.FormName()) + len(text); total > maxCarry || count > maxCarried {
			return http.ErrContentLength
		}
		c.fields.Add(part.FormName(), string(text))
	}
}

// secret reports whether a field may hold what proves who somebody is: that
// never travels.
func secret(name string) bool {
	return slices.Contains([]string{"password", "again", "old", "otp"}, name) || strings.HasPrefix(name, carryPrefix) ||
		name == carryTarget || name == carryForm
}

// size counts the bytes of names and values, and the values: one name can have
// thousands of empty ones, each of which becomes a field on the page.
func (c carry) size() (bytes, values int) {
	for name, all := range c.fields {
		for _, value := range all {
			bytes += len(name) + len(value)
			values++
		}
	}
	return bytes, values
}

// asForm reports whether a form waits to be sent, and not just a page.
func (c carry) asForm() bool { return c.form != "" }

// hidden gives the fields by which it travels on.
func (c carry) hidden() []page.Hidden {
	out := []page.Hidden{{Name: carryTarget, Value: c.target}}
	if c.asForm() {
		out = append(out, page.Hidden{Name: carryForm, Value: c.form})
	}
	return append(out, c.named(carryPrefix)...)
}

// original gives the fields of the form as they were.
func (c carry) original() []page.Hidden { return c.named("") }

func (c carry) named(prefix string) []page.Hidden {
	var names []string
	for name := range c.fields {
		names = append(names, name)
	}
	slices.Sort(names)
	var out []page.Hidden
	for _, name := range names {
		for _, value := range c.fields[name] {
			out = append(out, page.Hidden{Name: prefix + name, Value: value})
		}
	}
	return out
}

// query puts the page to go to behind an address of signing in.
func (c carry) query(path string) string {
	if c.target == "/" || c.target == "" {
		return path
	}
	return path + "?" + url.Values{carryTarget: {c.target}}.Encode()
}
