package letter

import (
	"slices"
	"strings"

	"rugdekking/internal/document"
	"rugdekking/vpt"
)

// Remedies are the clauses that say what a reader can do who does not agree.
// The default is never an objection: that one is true only when the
// organisation's lawyers hold that the letter is a decision in the sense of
// the Awb.
type Remedies struct {
	Version int            `json:"version"`
	Default vpt.RemedyKind `json:"default"`
	Clauses []Clause       `json:"clauses"`
}

// Clause is one of them: a text with the markup and the fields of a letter.
type Clause struct {
	Code  vpt.RemedyKind `json:"code"`
	Title string         `json:"title_nl"`
	Note  string         `json:"note_nl"` // when to choose it
	Text  Text           `json:"text"`
}

// ParseRemedies reads and checks the clauses, with problems as Parse names
// them; a clause stands in the path where a block does.
func ParseRemedies(data []byte) (Remedies, error) {
	var p vpt.Problems
	if len(data) > maxFile {
		p.Add("bestand", "brief-te-groot")
		return Remedies{}, p.Err()
	}
	var r Remedies
	if err := decode(data, &r); err != nil {
		p.Add("bestand", "brief-onleesbaar")
		return Remedies{}, p.Err()
	}
	if r.Version < 1 || r.Version > maxVersion {
		p.Add("version", "versie")
	}
	if _, ok := r.Clause(r.Default); !ok || r.Default == vpt.RemedyObjection {
		p.Add("default", "onbekende-clausule")
	}
	for i, c := range r.Clauses {
		if c.Code != vpt.RemedyComplaint && c.Code != vpt.RemedyObjection && c.Code != vpt.RemedyCourt {
			p.Add(position(i), "onbekende-clausule")
			continue
		}
		if slices.ContainsFunc(r.Clauses[:i], func(other Clause) bool { return other.Code == c.Code }) {
			p.Add(blockPath(string(c.Code)), "blok-dubbel")
		}
		c.check(&p)
	}
	return r, p.Err()
}

func (c Clause) check(p *vpt.Problems) {
	path := blockPath(string(c.Code))
	switch {
	case strings.TrimSpace(string(c.Text)) == "":
		p.Add(path, "blok-leeg")
	case len(c.Text) > maxBlockText:
		p.Add(path, "blok-te-lang")
	case strange(string(c.Text)):
		p.Add(path, "vreemde-tekens")
	default:
		checkText(p, path, string(c.Text), Citizen)
	}
}

// Clause finds a clause.
func (r Remedies) Clause(code vpt.RemedyKind) (Clause, bool) {
	at := slices.IndexFunc(r.Clauses, func(c Clause) bool { return c.Code == code })
	if at < 0 {
		return Clause{}, false
	}
	return r.Clauses[at], true
}

// Fill gives the clause as value of the field "rechtsmiddel". What is owed is
// named as Fill of a letter does.
func (c Clause) Fill(values map[string]vpt.Private) (vpt.Private, error) {
	var p vpt.Problems
	if c.check(&p); p.Any() {
		return vpt.Private{}, p.Err()
	}
	f := newFiller(values)
	lines, _ := parseText(string(c.Text))
	lines = slices.DeleteFunc(lines, func(l line) bool { return !f.stands(l) })
	var parts []string
	for _, b := range f.write(lines, 3) {
		parts = append(parts, flat(b))
	}
	return vpt.NewPrivate(strings.Join(parts, "\n\n")), f.problems.Err()
}

// flat writes a block as the value of a field reads it.
func flat(b document.Block) string {
	switch b := b.(type) {
	case document.Paragraph:
		return plainText(b.Spans)
	case document.List:
		rows := make([]string, len(b.Items))
		for i, one := range b.Items {
			rows[i] = "- " + plainText(one.Spans)
		}
		return strings.Join(rows, "\n")
	case document.Heading:
		return b.Text
	case document.Quote:
		return b.Text
	}
	return ""
}
