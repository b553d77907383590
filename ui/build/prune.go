package main

import (
	"regexp"
	"strings"
)

// vocabulary is the set of words in templates and scripts. A class that is not
// among them styles nothing we have.
type vocabulary struct {
	words    map[string]bool
	prefixes []string // "rd-badge--" before {{.Tone}} stands for all that begins so
}

var (
	wordPattern  = regexp.MustCompile(`[A-Za-z_][A-Za-z0-9_-]*`)
	classPattern = regexp.MustCompile(`\.(-?[A-Za-z_][A-Za-z0-9_-]*)`)
	notPattern   = regexp.MustCompile(`:not\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]`)
	varPattern   = regexp.MustCompile(`var\(\s*(--[A-Za-z0-9_-]+)`)
)

func newVocabulary(texts ...string) vocabulary {
	v := vocabulary{words: map[string]bool{}}
	for _, text := range texts {
		for _, word := range wordPattern.FindAllString(text, -1) {
			if strings.HasSuffix(word, "--") {
				v.prefixes = append(v.prefixes, word)
			}
			v.words[word] = true
		}
	}
	return v
}

func (v vocabulary) has(class string) bool {
	if v.words[class] {
		return true
	}
	for _, prefix := range v.prefixes {
		if strings.HasPrefix(class, prefix) {
			return true
		}
	}
	return false
}

// uses reports whether all classes that a selector asks for exist. What it
// asks not to be there, and what it asks of attributes, does not count.
func (v vocabulary) uses(selector string) bool {
	for _, match := range classPattern.FindAllStringSubmatch(notPattern.ReplaceAllString(selector, ""), -1) {
		if !v.has(match[1]) {
			return false
		}
	}
	return true
}

// pruneRules leaves out what no template can match.
func pruneRules(rules []rule, v vocabulary) []rule {
	var kept []rule
	for _, r := range rules {
		switch {
		case !r.block || strings.HasPrefix(r.prelude, "@") && r.rules == nil:
			kept = append(kept, r)
		case r.rules != nil:
			if r.rules = pruneRules(r.rules, v); len(r.rules) > 0 {
				kept = append(kept, r)
			}
		default:
			var selectors []string
			for _, selector := range splitSelectors(r.prelude) {
				if v.uses(selector) {
					selectors = append(selectors, selector)
				}
			}
			if r.prelude = strings.Join(selectors, ","); r.prelude != "" && len(r.decls) > 0 {
				kept = append(kept, r)
			}
		}
	}
	return kept
}

func splitSelectors(prelude string) []string {
	var out []string
	for prelude != "" {
		end := scan(prelude, ",")
		out = append(out, strings.TrimSpace(prelude[:end]))
		prelude = prelude[min(end+1, len(prelude)):]
	}
	return out
}

// pruneTokens leaves out the custom properties that no kept property asks for,
// directly or through another one. also holds style sheets that are not
// pruned but ask for tokens too: those of organisations.
func pruneTokens(rules []rule, also ...string) []rule {
	asked := map[string]bool{}
	for _, css := range also {
		note(asked, css)
	}
	each(rules, func(d declaration) {
		if !strings.HasPrefix(d.name, "--") {
			note(asked, d.value)
		}
	})
	for before := -1; before != len(asked); {
		before = len(asked)
		each(rules, func(d declaration) {
			if asked[d.name] {
				note(asked, d.value)
			}
		})
	}
	return keepDeclarations(rules, func(d declaration) bool { return !strings.HasPrefix(d.name, "--") || asked[d.name] })
}

func note(asked map[string]bool, value string) {
	for _, match := range varPattern.FindAllStringSubmatch(value, -1) {
		asked[match[1]] = true
	}
}

func each(rules []rule, visit func(declaration)) {
	for _, r := range rules {
		each(r.rules, visit)
		for _, d := range r.decls {
			visit(d)
		}
	}
}

func keepDeclarations(rules []rule, keep func(declaration) bool) []rule {
	var kept []rule
	for _, r := range rules {
		if !r.block {
			kept = append(kept, r)
			continue
		}
		r.rules = keepDeclarations(r.rules, keep)
		var decls []declaration
		for _, d := range r.decls {
			if keep(d) {
				decls = append(decls, d)
			}
		}
		if r.decls = decls; len(r.decls)+len(r.rules) > 0 {
			kept = append(kept, r)
		}
	}
	return kept
}
