package browsertest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// AxeOptions says what axe-core looks at. The zero value looks at the whole
// page by the rules of WCAG 2.2 A and AA, EN 301 549 and good practice.
type AxeOptions struct {
	Include  string   // selector of the part to look at; empty: the whole page
	Without  []string // rules that are switched off
	OnlyTags []string // instead of the tags above
}

// axeFile is where `make setup` puts the checker, below the project's root.
const axeFile = "tools/npm/node_modules/axe-core/axe.min.js"

// axeSource is read once per process: it is half a megabyte.
var axeSource = sync.OnceValues(func() (string, error) {
	root, err := projectRoot()
	if err != nil {
		return "", err
	}
	source, err := os.ReadFile(filepath.Join(root, axeFile))
	if err != nil {
		return "", fmt.Errorf("axe-core is not installed; `make setup` does: %w", err)
	}
	return string(source), nil
})

// Axe runs axe-core on the page and gives its violations and what it could not
// decide. It runs in our isolated world, so the page's policy stays in force.
func (p *Page) Axe(options AxeOptions) []Finding {
	p.t.Helper()
	source, err := axeSource()
	if err != nil {
		p.t.Fatalf("browsertest: %v", err)
	}
	if options.OnlyTags == nil {
		options.OnlyTags = []string{"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"}
	}
	if options.Without == nil {
		options.Without = []string{}
	}
	ask[any](p, "load axe", `() => { if (!globalThis.axe) {`+source+`} return true; }`)
	return ask[[]Finding](p, "run axe", axeRun, options.Include, options.OnlyTags, options.Without)
}

// axeRun runs axe and flattens its report to one finding per rule and element.
const axeRun = `async (include, tags, without) => {
	const rules = Object.fromEntries(without.map((r) => [r, {enabled: false}]));
	const report = await axe.run(include || document, {
		runOnly: {type: 'tag', values: tags}, rules, resultTypes: ['violations', 'incomplete'],
	});
	const flat = (results, incomplete) => results.flatMap((r) => r.nodes.map((n) => ({
		rule: r.id, selector: n.target.flat().join(' '), incomplete,
		detail: [...n.any, ...n.all, ...n.none].map((c) => c.message).join('; ') || r.help,
	})));
	return [...flat(report.violations, false), ...flat(report.incomplete, true)];
}`

// projectRoot gives the folder with go.mod, above the test's own folder.
func projectRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("no go.mod above the test's folder")
		}
		dir = parent
	}
}
