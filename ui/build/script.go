package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// htmxParse is the one place where htmx 2.0.11 turns text into HTML. Trusted
// Types refuse it, so it is given our policy. When an upgrade of htmx changes
// the place, the build stops here and somebody looks.
const htmxParse = `    if ('parseHTMLUnsafe' in Document) {
      return Document.parseHTMLUnsafe(resp)
    }
    const parser = new DOMParser()
    return parser.parseFromString(resp, 'text/html')`

// addScripts checks the types and makes one file per script.
func addScripts(p project) error {
	if err := checkTypes(p); err != nil {
		return err
	}
	for _, name := range []string{"app", "report"} {
		result := api.Build(api.BuildOptions{
			EntryPoints: []string{p.ui("ts", name+".ts")}, Bundle: true, Write: false,
			Format: api.FormatESModule, Target: api.ES2021, Charset: api.CharsetUTF8,
			MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true,
			LegalComments: api.LegalCommentsNone, Plugins: []api.Plugin{trustHTMX(p)},
		})
		if err := complaints(result.Errors); err != nil {
			return err
		}
		p.out.add(name+".js", result.OutputFiles[0].Contents)
	}
	return nil
}

// checkTypes runs the type checker of TypeScript; esbuild only strips types.
func checkTypes(p project) error {
	cmd := exec.Command("node", filepath.Join("node_modules", "typescript", "bin", "tsc"), "--project", ".")
	cmd.Dir = p.ui()
	if told, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("tsc: %w\n%s", err, bytes.TrimSpace(told))
	}
	return nil
}

// trustHTMX gives htmx our Trusted Types policy while it is bundled.
func trustHTMX(p project) api.Plugin {
	return api.Plugin{Name: "trust-htmx", Setup: func(build api.PluginBuild) {
		build.OnLoad(api.OnLoadOptions{Filter: `htmx\.esm\.js$`}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			source, err := os.ReadFile(args.Path)
			if err != nil {
				return api.OnLoadResult{}, err
			}
			if strings.Count(string(source), htmxParse) != 1 {
				return api.OnLoadResult{}, errors.New("htmx parses HTML in another place than the build knows")
			}
			made := "import { trustedHTML } from './ts/trusted'\n" + strings.Replace(string(source), htmxParse,
				"return new DOMParser().parseFromString(trustedHTML(resp), 'text/html')", 1)
			dir, err := filepath.Abs(p.ui())
			return api.OnLoadResult{Contents: &made, ResolveDir: dir, Loader: api.LoaderJS}, err
		})
	}}
}
