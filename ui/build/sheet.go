package main

import "strings"

// rule is one rule of a style sheet: a selector or an at-rule with its
// declarations, or an at-rule around other rules, or a statement that ends in
// a semicolon (then both are nil).
type rule struct {
	prelude string
	decls   []declaration
	rules   []rule
	block   bool
}

// declaration is one property with its value.
type declaration struct{ name, value string }

// parseSheet reads a style sheet without comments, as esbuild writes it.
func parseSheet(css string) []rule {
	var rules []rule
	for css = strings.TrimSpace(css); css != ""; css = strings.TrimSpace(css) {
		end := scan(css, "{;")
		if end == len(css) {
			break
		}
		if css[end] == ';' {
			rules = append(rules, rule{prelude: css[:end]})
			css = css[end+1:]
			continue
		}
		prelude := strings.TrimSpace(css[:end])
		size := scan(css[end+1:], "}")
		body := css[end+1 : end+1+size]
		css = css[min(end+1+size+1, len(css)):]
		made := rule{prelude: prelude, block: true}
		if groups(prelude) {
			made.rules = parseSheet(body)
		} else {
			made.decls = parseDeclarations(body)
		}
		rules = append(rules, made)
	}
	return rules
}

// groups reports whether the block of an at-rule holds rules.
func groups(prelude string) bool {
	for _, word := range []string{"@media", "@supports", "@layer", "@container", "@keyframes", "@dark"} {
		if strings.HasPrefix(prelude, word) {
			return true
		}
	}
	return false
}

// parseDeclarations splits the inside of a block.
func parseDeclarations(body string) []declaration {
	var out []declaration
	for body != "" {
		end := scan(body, ";")
		name, value, ok := strings.Cut(body[:end], ":")
		if ok {
			out = append(out, declaration{strings.TrimSpace(name), strings.TrimSpace(value)})
		}
		body = body[min(end+1, len(body)):]
	}
	return out
}

// scan finds the first of stops outside of strings, brackets and inner blocks,
// or the end.
func scan(css, stops string) int {
	depth := 0
	for i := 0; i < len(css); i++ {
		c := css[i]
		if depth == 0 && strings.IndexByte(stops, c) >= 0 {
			return i
		}
		switch c {
		case '\\':
			i++
		case '"', '\'':
			for i++; i < len(css) && css[i] != c; i++ {
				if css[i] == '\\' {
					i++
				}
			}
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		}
	}
	return len(css)
}

// writeSheet is the inverse of parseSheet.
func writeSheet(css *strings.Builder, rules []rule) {
	for _, r := range rules {
		css.WriteString(r.prelude)
		if !r.block {
			css.WriteString(";\n")
			continue
		}
		css.WriteString("{")
		writeSheet(css, r.rules)
		for _, d := range r.decls {
			css.WriteString(d.name + ":" + d.value + ";")
		}
		css.WriteString("}\n")
	}
}
