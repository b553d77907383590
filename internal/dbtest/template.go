package dbtest

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// templates remembers, for one engine, the template of each key, so that a
// migration runs once in a process and every test copies its result.
type templates struct {
	mutex sync.Mutex
	made  map[string]*template
}

// The templates of this process. They are the one thing that tests share on
// purpose: a test binary has no other place to keep what outlives a test.
var sqliteTemplates, postgresTemplates templates

// of gives the template of key, empty the first time.
func (t *templates) of(key string) *template {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if t.made == nil {
		t.made = map[string]*template{}
	}
	if t.made[key] == nil {
		t.made[key] = &template{}
	}
	return t.made[key]
}

// template is what one migration left in its folder, held in memory so that
// nothing of it stays on disk when the process ends.
type template struct {
	start sync.Once
	name  string // of the database to copy, on PostgreSQL
	files []file
	err   error
}

type file struct {
	name string
	mode fs.FileMode
	data []byte
}

// once calls build the first time, with an empty folder, and keeps what it
// leaves there. Later calls give the same result or the same error.
func (t *template) once(build func(t *template, dir string) error) (*template, error) {
	t.start.Do(func() {
		t.err = errors.New("the first test that needed it failed in the middle of it")
		t.err = t.fill(build)
	})
	return t, t.err
}

func (t *template) fill(build func(t *template, dir string) error) error {
	dir, err := os.MkdirTemp("", "rugdekking-template-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := build(t, dir); err != nil {
		return err
	}
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		return t.keep(dir, path, entry)
	})
}

func (t *template) keep(dir, path string, entry fs.DirEntry) error {
	info, err := entry.Info()
	if err != nil {
		return err
	}
	name, err := filepath.Rel(dir, path)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	t.files = append(t.files, file{name: name, mode: info.Mode().Perm(), data: data})
	return nil
}

// write puts the files into dir, with the permissions they had: a key file
// that others may read is refused by the product.
func (t *template) write(dir string) error {
	for _, f := range t.files {
		path := filepath.Join(dir, f.name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(path, f.data, f.mode); err != nil {
			return err
		}
	}
	return nil
}
