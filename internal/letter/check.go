package letter

import (
	"regexp"
	"slices"
	"strings"

	"rugdekking/vpt"
)

var (
	blockName   = regexp.MustCompile(`^[a-z][a-z0-9-]{1,39}$`)
	measureKind = regexp.MustCompile(`^M[0-9]{1,2}$`)
)

// Validate says all that is wrong with the template, as Parse does.
func (t Template) Validate() error {
	var p vpt.Problems
	switch reader := t.Code.Audience(); {
	case reader == "":
		p.Add("code", "onbekende-brief")
	case reader != t.Audience:
		p.Add("audience", "andere-lezer")
	}
	if t.Version < 1 || t.Version > maxVersion {
		p.Add("version", "versie")
	}
	p.Require("title_nl", strings.TrimSpace(t.Title) == "")
	checkTitle(&p, "title_nl", t.Title)
	if slices.ContainsFunc(t.Measures, func(kind string) bool { return !measureKind.MatchString(kind) }) {
		p.Add("measures", "onbekende-maatregel")
	}
	p.Require("blocks", len(t.Blocks) == 0)
	if len(t.Blocks) > maxBlocks {
		p.Add("blocks", "te-veel-blokken")
		return p.Err()
	}
	t.checkBlocks(&p)
	t.checkRules(&p)
	return p.Err()
}

func checkTitle(p *vpt.Problems, path, title string) {
	p.MaxLen(path, len(title), maxTitle)
	if strange(title) || strings.Contains(title, "\n") {
		p.Add(path, "vreemde-tekens")
	}
	if strings.Contains(title, "{{") || strings.Contains(title, "}}") {
		p.Add(path, "veld-in-kop")
	}
}

// checkBlocks looks at each block by itself.
func (t Template) checkBlocks(p *vpt.Problems) {
	seen := map[string]bool{}
	for i, b := range t.Blocks {
		if !blockName.MatchString(b.Name) {
			p.Add(position(i), "bloknaam")
			continue
		}
		path := blockPath(b.Name)
		if seen[b.Name] {
			p.Add(path, "blok-dubbel")
		}
		seen[b.Name] = true
		checkTitle(p, path, b.Title)
		switch {
		case strings.TrimSpace(string(b.Text)) == "":
			p.Add(path, "blok-leeg")
		case len(b.Text) > maxBlockText:
			p.Add(path, "blok-te-lang")
		case strange(string(b.Text)):
			p.Add(path, "vreemde-tekens")
		default:
			checkText(p, path, string(b.Text), t.Audience)
		}
	}
}

// checkText looks at the markup and the fields of one text.
func checkText(p *vpt.Problems, path, text string, reader Audience) {
	lines, flaws := parseText(text)
	for _, f := range flaws {
		p.Add(fieldPath(path, f.field), f.code)
	}
	told := map[string]bool{}
	for _, name := range named(lines) {
		if told[name] {
			continue
		}
		told[name] = true
		switch f, known := FieldByName(name); {
		case !known:
			p.Add(fieldPath(path, name), "onbekend-veld-in-brief")
		case !f.For(reader):
			p.Add(fieldPath(path, name), "veld-niet-voor-lezer")
		}
	}
}

// checkRules looks for the blocks that the letter may not do without.
func (t Template) checkRules(p *vpt.Problems) {
	for _, rule := range Rules(t.Code) {
		path := blockPath(rule.Block)
		at := slices.IndexFunc(t.Blocks, func(b Block) bool { return b.Name == rule.Block })
		if at < 0 {
			p.Add(path, "blok-ontbreekt")
			continue
		}
		lines, _ := parseText(string(t.Blocks[at].Text))
		for _, name := range rule.Fields {
			switch {
			case always(lines, name):
			case holds(lines, name):
				p.Add(fieldPath(path, name), "veld-alleen-soms")
			default:
				p.Add(fieldPath(path, name), "veld-ontbreekt")
			}
		}
		for _, name := range rule.Either {
			if !holds(lines, name) {
				p.Add(fieldPath(path, name), "veld-ontbreekt")
			}
		}
		if len(rule.Fields) == 0 && len(rule.Either) == 0 && !slices.ContainsFunc(lines, func(l line) bool { return !l.blank() && len(l.when) == 0 }) {
			p.Add(path, "blok-alleen-soms")
		}
	}
}

// named gives every field that lines hold or depend on, in order, with repeats.
func named(lines []line) []string {
	var names []string
	for _, l := range lines {
		for _, c := range l.when {
			names = append(names, c.field)
		}
		for _, piece := range l.pieces {
			if piece.field != "" {
				names = append(names, piece.field)
			}
		}
	}
	return names
}

// holds reports whether the field is printed by some line.
func holds(lines []line, name string) bool {
	return slices.ContainsFunc(lines, func(l line) bool { return l.prints(name) })
}

// always reports whether the field is printed by a line that is always there.
func always(lines []line, name string) bool {
	return slices.ContainsFunc(lines, func(l line) bool { return len(l.when) == 0 && l.prints(name) })
}

func (l line) prints(name string) bool {
	return slices.ContainsFunc(l.pieces, func(p piece) bool { return p.field == name })
}
