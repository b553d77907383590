package web_test

import (
	"slices"
	"strings"
	"testing"

	"rugdekking/internal/browsertest"
)

// choose opens a list and goes down it, to the choice that begins with label.
// Typing the label would not do: what a browser takes of it ends at a pause, and
// at a space it may close the list.
func choose(t *testing.T, p *browsertest.Page, field, label string) {
	t.Helper()
	list := "#veld-" + field
	begins := func(text string) bool { return strings.HasPrefix(text, label) }
	options := p.Texts(list + " > option")
	n := slices.IndexFunc(options, begins)
	if n < 0 {
		t.Fatalf("%s: no choice %q on %s: %q", field, label, p.URL(), options)
	}
	keys := append([]browsertest.Key{browsertest.Home}, slices.Repeat([]browsertest.Key{browsertest.Down}, n)...)
	p.Click(list)
	p.Press(append(keys, browsertest.Tab)...) // which closes the list
	if got := p.Text(list + " > option:checked"); !begins(got) {
		t.Fatalf("%s: %q is chosen, not %q", field, got, label)
	}
}
