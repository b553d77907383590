package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
)

// output collects the made files and gives each a name with the hash of its
// content, so that a browser may keep it for ever.
type output struct {
	dir    string
	files  map[string][]byte // by hashed name
	hashed map[string]string // plain name → hashed name
}

func newOutput(dir string) *output {
	return &output{dir: dir, files: map[string][]byte{}, hashed: map[string]string{}}
}

// add takes a file and returns its hashed name.
func (o *output) add(name string, content []byte) string {
	sum := sha256.Sum256(content)
	ext := filepath.Ext(name)
	hashed := strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:6]) + ext
	o.files[hashed] = content
	o.hashed[name] = hashed
	return hashed
}

// write replaces what the last build left by this one.
func (o *output) write(p project) error {
	if err := o.clean(); err != nil {
		return err
	}
	for name, content := range o.files {
		if err := os.WriteFile(filepath.Join(o.dir, name), content, 0o644); err != nil {
			return err
		}
	}
	if err := compress(p, o.dir); err != nil {
		return err
	}
	manifest, err := json.MarshalIndent(o.hashed, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(o.dir, "manifest.json"), append(manifest, '\n'), 0o644); err != nil {
		return err
	}
	return o.print()
}

// clean removes all but the placeholder that keeps the folder in a clone.
func (o *output) clean() error {
	if err := os.MkdirAll(o.dir, 0o755); err != nil {
		return err
	}
	entries, err := os.ReadDir(o.dir)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if entry.Name() == ".gitignore" || entry.Name() == "placeholder.txt" {
			continue
		}
		if err := os.RemoveAll(filepath.Join(o.dir, entry.Name())); err != nil {
			return err
		}
	}
	return nil
}

// compress puts a .br and a .gz beside each text file. Node does it, as it is
// needed for npm anyway and the standard library of Go has no brotli.
func compress(p project, dir string) error {
	return node(p, nil, nil, "compress.mjs", dir)
}

// node runs one of our own small scripts in ui/build.
func node(p project, stdin []byte, stdout *bytes.Buffer, script string, args ...string) error {
	cmd := exec.Command("node", append([]string{filepath.Join("build", script)}, absolute(args)...)...)
	cmd.Dir = p.ui()
	cmd.Stdin = bytes.NewReader(stdin)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	if stdout != nil {
		cmd.Stdout = stdout
	}
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("node %s: %w: %s", script, err, complaints.String())
	}
	return nil
}

// absolute makes paths that hold from another folder.
func absolute(paths []string) []string {
	out := make([]string, len(paths))
	for i, path := range paths {
		out[i] = path
		if abs, err := filepath.Abs(path); err == nil {
			out[i] = abs
		}
	}
	return out
}

// print tells the sizes as they travel.
func (o *output) print() error {
	var names []string
	for name := range o.hashed {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		file := filepath.Join(o.dir, o.hashed[name])
		sent, err := os.Stat(file + ".br")
		if err != nil {
			if sent, err = os.Stat(file); err != nil {
				return err
			}
		}
		fmt.Printf("%-28s %7d bytes, %6d sent\n", name, len(o.files[o.hashed[name]]), sent.Size())
	}
	return nil
}
