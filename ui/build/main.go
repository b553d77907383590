// Command build makes the style sheets, scripts, fonts and drawings that the
// program carries: it reads ui/ and writes internal/web/static/dist.
//
// It exists so that the running program needs no Node and no network. Run it
// from the root of the project after npm ci, as make build does:
//
//	go run ./ui/build
//
// It must never fetch anything, and the same sources give the same files.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, "ui/build:", err)
		os.Exit(1)
	}
}

// project says where things are.
type project struct {
	root string
	out  *output
}

func (p project) ui(parts ...string) string {
	return filepath.Join(append([]string{p.root, "ui"}, parts...)...)
}

func (p project) module(parts ...string) string {
	return p.ui(append([]string{"node_modules"}, parts...)...)
}

func (p project) page(parts ...string) string {
	return filepath.Join(append([]string{p.root, "internal", "web", "page"}, parts...)...)
}

// run builds everything. Nothing is written before all of it is made, so a
// failed build leaves the last good one.
func run(root string) error {
	p := project{root: root, out: newOutput(filepath.Join(root, "internal", "web", "static", "dist"))}
	if _, err := os.Stat(p.module("htmx.org")); errors.Is(err, fs.ErrNotExist) {
		return errors.New("ui/node_modules is missing: run npm ci --ignore-scripts in ui")
	}
	for _, step := range []struct {
		what string
		do   func(project) error
	}{
		{"icons", writeIcons},
		{"fonts", addFonts},
		{"styles", addStyles},
		{"scripts", addScripts},
		{"drawings", addDrawings},
		{"licences", addLicences},
	} {
		if err := step.do(p); err != nil {
			return fmt.Errorf("%s: %w", step.what, err)
		}
	}
	return p.out.write(p)
}

// addDrawings takes the files that need no building.
func addDrawings(p project) error {
	icon, err := os.ReadFile(p.ui("img", "icon.svg"))
	if err != nil {
		return err
	}
	p.out.add("icon.svg", icon)
	return nil
}

// addLicences puts the licences of what is built in beside it, as they ask.
func addLicences(p project) error {
	var all strings.Builder
	for _, file := range []string{
		"@utrecht/component-library-css/LICENSE.md", "@nl-design-system-candidate/link-css/LICENSE.md",
		"@nl-design-system-unstable/voorbeeld-design-tokens/LICENSE.md", "@fontsource/noto-sans/LICENSE",
		"@tabler/icons/LICENSE", "htmx.org/LICENSE",
	} {
		text, err := os.ReadFile(p.module(filepath.FromSlash(file)))
		if err != nil {
			return err
		}
		fmt.Fprintf(&all, "== %s\n\n%s\n\n", path.Dir(file), strings.TrimSpace(string(text)))
	}
	p.out.add("licences.txt", []byte(all.String()))
	return nil
}
