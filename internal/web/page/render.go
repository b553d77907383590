package page

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"strings"
)

//go:embed templates
var templateFiles embed.FS

// Assets gives the address of a built style sheet, script or image by its
// name, such as "app.css".
type Assets interface{ URL(name string) string }

// ErrUnknownPage says that no template has that name.
var ErrUnknownPage = errors.New("page: no such page")

// Renderer holds every page, parsed once per language.
type Renderer struct {
	pages map[Lang]map[string]*template.Template
}

// New parses all pages for each language in texts. It fails when a template
// does not parse or when a language lacks a word of TextKeys.
func New(assets Assets, texts map[Lang]Texts) (*Renderer, error) {
	files, err := fs.Sub(templateFiles, "templates")
	if err != nil {
		return nil, fmt.Errorf("page: open templates: %w", err)
	}
	return parse(files, assets, texts)
}

// Render writes the page called name in the language of its shell. It renders
// to a buffer first: when a template fails, w has seen nothing, and the caller
// can still answer with an error page.
func (r *Renderer) Render(w io.Writer, name string, view View) error {
	shell := view.pageShell()
	tmpl := r.pages[shell.Lang][name]
	if tmpl == nil {
		return fmt.Errorf("%w: %q in language %q", ErrUnknownPage, name, shell.Lang)
	}
	var buf bytes.Buffer
	if err := tmpl.ExecuteTemplate(&buf, "layout", view); err != nil {
		return fmt.Errorf("page: render %q: %w", name, err)
	}
	if _, err := buf.WriteTo(w); err != nil {
		return fmt.Errorf("page: write %q: %w", name, err)
	}
	return nil
}

// parse builds the templates from files: layout.gohtml and parts/ are the
// base, each other file is a page on a copy of it.
func parse(files fs.FS, assets Assets, texts map[Lang]Texts) (*Renderer, error) {
	r := &Renderer{pages: map[Lang]map[string]*template.Template{}}
	for lang, words := range texts {
		if err := complete(lang, words); err != nil {
			return nil, err
		}
		calls := functions(assets, words)
		base, err := template.New("base").Funcs(calls).Option("missingkey=error").
			ParseFS(files, "layout.gohtml", "parts/*.gohtml")
		if err != nil {
			return nil, fmt.Errorf("page: parse the shell: %w", err)
		}
		if r.pages[lang], err = parsePages(files, base, calls); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// parsePages gives each page its own copy of what it needs of base, since every
// page defines a "content" of its own.
func parsePages(files fs.FS, base *template.Template, calls template.FuncMap) (map[string]*template.Template, error) {
	pages := map[string]*template.Template{}
	err := fs.WalkDir(files, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() || path.Ext(file) != ".gohtml" || file == "layout.gohtml" || strings.HasPrefix(file, "parts/") {
			return nil
		}
		tmpl, err := base.Clone()
		if err != nil {
			return err
		}
		if tmpl, err = tmpl.ParseFS(files, file); err != nil {
			return err
		}
		pages[strings.TrimSuffix(file, ".gohtml")], err = only(tmpl, calls)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("page: parse pages: %w", err)
	}
	return pages, nil
}

// functions are the few things a template may call. None of them decides.
func functions(assets Assets, words Texts) template.FuncMap {
	return template.FuncMap{
		"asset": assets.URL,
		"icon":  iconSVG,
		"t": func(key string, args ...any) (string, error) {
			text := words.Text(key)
			if text == "" {
				return "", fmt.Errorf("page: no text for %q", key)
			}
			if len(args) > 0 {
				text = fmt.Sprintf(text, args...)
			}
			return text, nil
		},
	}
}

// complete checks that a language has every word of the shell and the parts.
func complete(lang Lang, words Texts) error {
	var missing []string
	for _, key := range TextKeys() {
		if words.Text(key) == "" {
			missing = append(missing, key)
		}
	}
	if missing != nil {
		return fmt.Errorf("page: language %q lacks the texts %s", lang, strings.Join(missing, ", "))
	}
	return nil
}
