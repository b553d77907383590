package mail

import (
	"net/url"

	"rugdekking/vpt"
)

// Link puts the address of a page together. secret is the single-use end of
// an invitation or reset, empty for every other mail: only the person who gets
// the mail ever sees it.
func Link(base, path string, secret vpt.Private) string {
	return base + path + secret.Reveal()
}

// Host gives the host of an address, for the right side of a Message-ID.
func Host(base string) string {
	u, err := url.Parse(base)
	if err != nil || u.Hostname() == "" {
		return "rugdekking.invalid"
	}
	return u.Hostname()
}
