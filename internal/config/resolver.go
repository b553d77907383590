package config

import (
	"reflect"
	"strings"

	"github.com/alecthomas/kong"
)

// envPrefix stands before the name of every environment variable.
const envPrefix = "RUGDEKKING_"

// Tags on a flag: secret gives it a twin with "-file" behind the name, from
// which the value is read; `config:"-"` keeps it a flag alone.
const (
	tagSecret = "secret"
	tagConfig = "config"
)

// Options returns what makes kong read settings from the environment and the
// config file, and name the variables in help. A set of options is good for one
// parse. Kong's own env tag is not used: it looks at the environment of the
// process instead of getenv, and its errors repeat the value.
func Options(getenv func(string) string, readFile func(string) ([]byte, error)) []kong.Option {
	return []kong.Option{
		kong.Resolvers(&resolver{getenv: getenv, readFile: readFile}),
		kong.ValueFormatter(helpText),
	}
}

type resolver struct {
	getenv   func(string) string
	readFile func(string) ([]byte, error)
	loaded   bool
	lines    []line
}

// Resolve gives the value of a flag that is not on the command line.
func (r *resolver) Resolve(ctx *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	if err := r.load(ctx); err != nil {
		return nil, err
	}
	if !settable(flag) {
		return nil, nil
	}
	if flag.Tag.Has(tagSecret) {
		if path := onCommandLine(ctx, flag.Name+"-file"); path != "" {
			return r.secretFrom(flag.Name+"-file", path)
		}
	}
	if value, err := r.pick(flag, r.environment); value != nil || err != nil {
		return value, err
	}
	if flag.Name == "config" {
		return nil, nil // a file does not name another
	}
	return r.pick(flag, r.file)
}

// pick takes a value from one place: the setting, or the file it is in.
func (r *resolver) pick(flag *kong.Flag, from func(name string, list bool) (string, bool, error)) (any, error) {
	value, found, err := from(flag.Name, flag.IsSlice())
	if err != nil {
		return nil, err
	}
	if flag.Tag.Has(tagSecret) {
		path, fileFound, err := from(flag.Name+"-file", false)
		switch {
		case err != nil:
			return nil, err
		case found && fileFound:
			return nil, Problems{{Setting: flag.Name, Code: CodeTwice}}
		case fileFound:
			return r.secretFrom(flag.Name+"-file", path)
		}
	}
	if !found {
		return nil, nil
	}
	return value, nil
}

func (r *resolver) environment(name string, _ bool) (string, bool, error) {
	value := r.getenv(EnvName(name))
	return value, value != "", nil
}

func (r *resolver) file(name string, list bool) (string, bool, error) {
	var values []string
	for _, l := range r.lines {
		if l.name != name {
			continue
		}
		if len(values) > 0 && !list {
			return "", false, Problems{{Setting: name, Code: CodeTwice, Line: l.number}}
		}
		values = append(values, l.value)
	}
	return strings.Join(values, ","), len(values) > 0, nil
}

// secretFrom reads a secret from a file; a line end behind it is not part of it.
func (r *resolver) secretFrom(setting, path string) (any, error) {
	data, err := r.readFile(path)
	if err != nil {
		return nil, Problems{{Setting: setting, Code: CodeUnreadable, Cause: err}}
	}
	text := strings.TrimRight(string(data), "\r\n")
	switch {
	case len(data) > maxFile:
		return nil, Problems{{Setting: setting, Code: CodeFileTooLong}}
	case text == "":
		return nil, Problems{{Setting: setting, Code: CodeEmptyFile}}
	}
	return text, nil
}

// load reads the config file once, before the first value is needed.
func (r *resolver) load(ctx *kong.Context) error {
	if r.loaded {
		return nil
	}
	r.loaded = true
	for _, step := range ctx.Path {
		if f := step.Flag; f != nil && f.Tag.Has(tagSecret) && onCommandLine(ctx, f.Name+"-file") != "" {
			return Problems{{Setting: f.Name, Code: CodeTwice}}
		}
	}
	path := onCommandLine(ctx, "config")
	if path == "" {
		path = r.getenv(EnvName("config"))
	}
	if path == "" {
		return nil
	}
	data, err := r.readFile(path)
	if err != nil {
		return Problems{{Setting: "config", Code: CodeUnreadable, Cause: err}}
	}
	r.lines, err = parseFile(data)
	return err
}

// Validate refuses lines of the config file that no command knows: a setting
// misspelt must not pass for one that is set.
func (r *resolver) Validate(app *kong.Application) error {
	known := map[string]bool{}
	err := kong.Visit(app, func(node kong.Visitable, next kong.Next) error {
		if flag, ok := node.(*kong.Flag); ok && settable(flag) && flag.Name != "config" {
			known[flag.Name] = true
		}
		return next(nil)
	})
	if err != nil {
		return err
	}
	var p Problems
	for _, l := range r.lines {
		if !known[l.name] {
			p = append(p, Problem{Setting: l.name, Code: CodeUnknown, Line: l.number})
		}
	}
	return p.err()
}

// EnvName returns the environment variable of a flag: "base-url" gives
// "RUGDEKKING_BASE_URL".
func EnvName(flag string) string {
	return envPrefix + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

func settable(flag *kong.Flag) bool { return flag.Name != "help" && flag.Tag.Get(tagConfig) != "-" }

func onCommandLine(ctx *kong.Context, name string) string {
	for _, step := range ctx.Path {
		if step.Flag == nil || step.Flag.Name != name || step.Resolved {
			continue
		}
		if value := reflect.ValueOf(ctx.FlagValue(step.Flag)); value.Kind() == reflect.String {
			return value.String()
		}
	}
	return ""
}

// helpText adds the environment variable to the help of a flag.
func helpText(value *kong.Value) string {
	if value.Flag == nil || !settable(value.Flag) {
		return value.Help
	}
	return strings.TrimSpace(value.Help + " (" + EnvName(value.Name) + ")")
}
