package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// components are the parts of NL Design System that our templates use: the
// Utrecht components, and those that moved to the candidate packages.
func components(p project) []string {
	var files []string
	for _, name := range []string{
		"root", "document", "surface", "form-field", "form-label", "form-field-description",
		"form-field-error-message", "textbox", "textarea", "select", "checkbox", "custom-checkbox",
		"radio-button", "button", "button-group", "alert", "table", "unordered-list",
	} {
		files = append(files, p.module("@utrecht", name+"-css", "dist", "index.css"))
	}
	for _, name := range []string{"heading", "paragraph", "link", "skip-link"} {
		files = append(files, p.module("@nl-design-system-candidate", name+"-css", "dist", name+".css"))
	}
	return append(files, p.module("@nl-design-system-unstable", "voorbeeld-design-tokens", "dist", "theme.css"))
}

// ours are our own style sheets, in the order in which they must stand.
func ours(p project) []string {
	var files []string
	for _, name := range []string{"product", "base", "shell", "form", "part", "board", "case", "letter", "chart", "print"} {
		files = append(files, p.ui("css", name+".css"))
	}
	return files
}

// addStyles makes app.css and one file per organisation theme.
func addStyles(p project) error {
	themes, err := addThemes(p)
	if err != nil {
		return err
	}
	words, err := readVocabulary(p)
	if err != nil {
		return err
	}
	css := fontFaces(p)
	for _, file := range append(components(p), ours(p)...) {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		css += string(text) + "\n"
	}
	plain, err := transform(css, false)
	if err != nil {
		return err
	}
	var pruned strings.Builder
	writeSheet(&pruned, pruneTokens(pruneRules(darken(parseSheet(plain)), words), themes...))
	made, err := transform(pruned.String(), true)
	if err != nil {
		return err
	}
	if made, err = externalise(p, made); err != nil {
		return err
	}
	p.out.add("app.css", []byte(licence+made))
	return nil
}

const licence = "/*! Utrecht, NL Design System candidate and Voorbeeld theme: EUPL-1.2. Noto Sans: OFL-1.1. */\n"

// addThemes makes the themes of organisations and returns their text, since
// they ask for tokens too.
func addThemes(p project) ([]string, error) {
	files, err := filepath.Glob(p.ui("css", "org-*.css"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var themes []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		plain, err := transform(string(text), false)
		if err != nil {
			return nil, err
		}
		var whole strings.Builder
		writeSheet(&whole, darken(parseSheet(plain)))
		made, err := transform(whole.String(), true)
		if err != nil {
			return nil, err
		}
		p.out.add(filepath.Base(file), []byte(made))
		themes = append(themes, made)
	}
	return themes, nil
}

// darken turns each @dark block into two: for a device that is set to dark and
// a person who left it so, and for a person who chose dark. Paper stays light.
func darken(rules []rule) []rule {
	var out []rule
	for _, r := range rules {
		if r.prelude != "@dark" {
			out = append(out, r)
			continue
		}
		device := rule{prelude: "@media screen and (prefers-color-scheme:dark)", block: true}
		chosen := rule{prelude: "@media screen", block: true}
		for _, inner := range r.rules {
			device.rules = append(device.rules, rule{prelude: inner.prelude + ":not([data-theme=light])", decls: inner.decls, block: true})
			chosen.rules = append(chosen.rules, rule{prelude: inner.prelude + "[data-theme=dark]", decls: inner.decls, block: true})
		}
		out = append(out, device, chosen)
	}
	return out
}

// readVocabulary reads every template, page and script.
func readVocabulary(p project) (vocabulary, error) {
	var texts []string
	for _, dir := range []string{filepath.Join(p.root, "internal", "web"), filepath.Join(p.root, "internal", "document"), p.ui("ts")} {
		err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			switch filepath.Ext(path) {
			case ".go", ".gohtml", ".ts":
				text, err := os.ReadFile(path)
				texts = append(texts, string(text))
				return err
			}
			return nil
		})
		if err != nil {
			return vocabulary{}, err
		}
	}
	return newVocabulary(texts...), nil
}

// transform runs esbuild over CSS: without comments, with what older browsers
// of a government's desks understand, and small if asked.
func transform(css string, small bool) (string, error) {
	result := api.Transform(css, api.TransformOptions{
		Loader: api.LoaderCSS, LegalComments: api.LegalCommentsNone,
		MinifyWhitespace: true, MinifySyntax: small, MinifyIdentifiers: false,
		Engines: []api.Engine{{Name: api.EngineChrome, Version: "105"}, {Name: api.EngineFirefox, Version: "110"}, {Name: api.EngineSafari, Version: "15.4"}},
	})
	return string(result.Code), complaints(result.Errors)
}

// complaints turns esbuild's messages into one error.
func complaints(messages []api.Message) error {
	var all []error
	for _, message := range messages {
		where := ""
		if message.Location != nil {
			where = fmt.Sprintf("%s:%d: ", message.Location.File, message.Location.Line)
		}
		all = append(all, errors.New(where+message.Text))
	}
	return errors.Join(all...)
}

// inlinePattern finds a drawing that a component carries inside its CSS.
var inlinePattern = regexp.MustCompile(`url\("data:image/svg\+xml,([^"]*)"\)`)

// externalise gives each drawing inside the CSS a file of its own, since the
// content security policy allows no data addresses.
func externalise(p project, css string) (string, error) {
	var failed error
	css = inlinePattern.ReplaceAllStringFunc(css, func(found string) string {
		svg, err := url.PathUnescape(inlinePattern.FindStringSubmatch(found)[1])
		if err != nil {
			failed = err
		}
		sum := sha256.Sum256([]byte(svg))
		return "url(" + p.out.add("mark-"+hex.EncodeToString(sum[:3])+".svg", []byte(svg)) + ")"
	})
	if failed == nil && strings.Contains(css, "data:") {
		failed = errors.New("a data address is left in the CSS")
	}
	return css, failed
}
