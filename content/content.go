// Package content holds the data files that a domain expert can edit without
// knowing Go: the shipped code lists, the words an import understands, the
// letters, examples of protocols and the demo world. It embeds them, reads them into types and says what is wrong
// with them.
//
// It must never decide anything about a report or a case, never hold text that
// belongs to a message (those live with the texts), and import nothing of the
// project: every layer may read it, so it may lean on none.
package content

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"sort"
)

//go:embed codes/*.json import/*.json demo/*.json letters/*.json letters/clausules/*.json protocols/*.json ladder.json
var files embed.FS

// read decodes one embedded file into v. Unknown fields are refused, because a
// misspelt field in a data file would otherwise be lost without a word.
func read(name string, v any) error {
	data, err := files.ReadFile(name)
	if err != nil {
		return fmt.Errorf("content: %w", err)
	}
	if err := decode(data, v); err != nil {
		return fmt.Errorf("content: %s: %w", name, err)
	}
	return nil
}

// decode reads exactly one JSON value with known fields only.
func decode(data []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one value in the file")
	}
	return nil
}

// names lists the embedded files that match pattern, sorted.
func names(pattern string) ([]string, error) {
	found, err := fs.Glob(files, pattern)
	if err != nil {
		return nil, fmt.Errorf("content: %s: %w", pattern, err)
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("content: no file matches %s", path.Clean(pattern))
	}
	sort.Strings(found)
	return found, nil
}
