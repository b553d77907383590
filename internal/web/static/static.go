// Package static serves the built style sheets, scripts, fonts and drawings,
// which are embedded in the program.
//
// It exists so that the program is one file and every asset may be kept by a
// browser for ever: the name holds the hash of the content. It must never
// serve anything that is not built in: no folder, no upload, no organisation's
// own file.
package static

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
)

// Prefix is where Assets must be mounted.
const Prefix = "/static/"

//go:embed all:dist
var dist embed.FS

// ErrNotBuilt says that the program was compiled without make build, so that
// its pages would have no style and no script.
var ErrNotBuilt = errors.New("static: this program was compiled without its style sheets and scripts; run make build")

// Assets are the built files by their plain names.
type Assets struct {
	urls  map[string]string // "app.css" → "/static/app.1a2b.css"
	files map[string]file   // by hashed name
}

// file is one asset in the forms in which it can be sent.
type file struct {
	contentType string
	plain       []byte
	brotli      []byte // nil when it would be no smaller
	gzip        []byte // nil when it would be no smaller
}

// Open reads the embedded files. It returns ErrNotBuilt when there are none.
func Open() (*Assets, error) {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		return nil, fmt.Errorf("static: open: %w", err)
	}
	return open(files)
}

func open(files fs.FS) (*Assets, error) {
	manifest, err := fs.ReadFile(files, "manifest.json")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNotBuilt
	}
	if err != nil {
		return nil, fmt.Errorf("static: read the manifest: %w", err)
	}
	var names map[string]string
	if err := json.Unmarshal(manifest, &names); err != nil {
		return nil, fmt.Errorf("static: read the manifest: %w", err)
	}
	assets := &Assets{urls: map[string]string{}, files: map[string]file{}}
	for name, hashed := range names {
		read, err := readFile(files, hashed)
		if err != nil {
			return nil, fmt.Errorf("static: read %s: %w", name, err)
		}
		assets.urls[name] = Prefix + hashed
		assets.files[hashed] = read
	}
	return assets, nil
}

// readFile reads an asset and its compressed forms.
func readFile(files fs.FS, hashed string) (file, error) {
	contentType, ok := contentTypes()[path.Ext(hashed)]
	if !ok {
		return file{}, fmt.Errorf("no content type for %q", hashed)
	}
	plain, err := fs.ReadFile(files, hashed)
	if err != nil {
		return file{}, err
	}
	read := file{contentType: contentType, plain: plain}
	for suffix, into := range map[string]*[]byte{".br": &read.brotli, ".gz": &read.gzip} {
		packed, err := fs.ReadFile(files, hashed+suffix)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return file{}, err
		}
		*into = packed
	}
	return read, nil
}

// contentTypes are fixed here, since the table of the machine may lack woff2.
func contentTypes() map[string]string {
	return map[string]string{
		".css":   "text/css; charset=utf-8",
		".js":    "text/javascript; charset=utf-8",
		".svg":   "image/svg+xml",
		".txt":   "text/plain; charset=utf-8",
		".woff2": "font/woff2",
	}
}

// URL gives the address of an asset by its plain name, such as "app.css"; an
// unknown name gives the empty string.
func (a *Assets) URL(name string) string { return a.urls[name] }

// Names lists the plain names, for tests.
func (a *Assets) Names() []string {
	var names []string
	for name := range a.urls {
		names = append(names, name)
	}
	return names
}
