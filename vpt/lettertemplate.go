package vpt

import (
	"strconv"
	"strings"
)

// LetterTemplate is one letter as an organisation has it.
type LetterTemplate struct {
	Code     string
	Title    string
	Audience string // who reads it: veroorzaker, medewerker, politie
	Version  int
	Own      bool   // the organisation's own text; else the shipped one
	Data     []byte // the file
	Blocks   []LetterBlock
	Rules    []LetterRule
	Fields   []LetterField // the blanks that its texts may hold, without values
	Preview  Private       // HTML with the values of a case, or with the names of the blanks
	Problem  []Field       // what is wrong with a text that was tried
}

// Rule gives the rule about a block, and whether there is one.
func (t LetterTemplate) Rule(block string) (LetterRule, bool) {
	for _, r := range t.Rules {
		if r.Block == block {
			return r, true
		}
	}
	return LetterRule{}, false
}

// LetterBlock is one part of the text of a letter.
type LetterBlock struct {
	Name  string // [a-z0-9-]; see BlockName
	Title string // heading above it; empty: it goes on under the one before
	Text  string
}

// LetterRule is a block that a letter may not do without, with the reason and
// the law, ruling or report that it rests on.
type LetterRule struct {
	Block  string
	Fields []string // blanks that the block must hold
	Why    string
	Source string
}

// SaveLetterTemplate is the input for an organisation's own text of a letter: a
// file, or else its title and blocks, or else the shipped text again. To only
// try a text, LetterTemplateByCode takes the same.
type SaveLetterTemplate struct {
	Code    string
	Data    []byte
	Title   string
	Blocks  []LetterBlock
	Shipped bool
	Base    int    // the version that was changed; 0: whichever is there
	Case    string // trying only: the number of the case of which it says what it says; empty: the names of the blanks
	Once    Once
}

// BlockName gives a new block a name, made of its title, that is not taken.
func BlockName(title string, taken map[string]bool) string {
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, strings.ToLower(title))
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '-' })
	name = strings.Join(words, "-")
	if len(name) > 30 {
		name = strings.Trim(name[:30], "-")
	}
	if len(name) < 2 || name[0] < 'a' {
		name = strings.Trim("eigen-"+name, "-")
	}
	for n, first := 2, name; taken[name]; n++ {
		name = first + "-" + strconv.Itoa(n)
	}
	return name
}
