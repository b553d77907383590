package config

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"
)

// cli has the shape of the product's command line.
type cli struct {
	Global
	Serve struct {
		Store
		HTTP
		Mail
	} `cmd:""`
	User struct {
		Add struct {
			Store
			Role []string `placeholder:"ROL"`
			Raw  string   `config:"-"`
		} `cmd:""`
	} `cmd:""`
}

// parse runs kong on args with the given environment and files.
func parse(t *testing.T, args string, env, files map[string]string) (*cli, error) {
	t.Helper()
	var c cli
	parser, err := kong.New(&c, append(Options(
		func(name string) string { return env[name] },
		func(path string) ([]byte, error) {
			if text, ok := files[path]; ok {
				return []byte(text), nil
			}
			return nil, os.ErrNotExist
		},
	), kong.Exit(func(int) { t.Error("kong wanted to exit") }))...)
	if err != nil {
		t.Fatal(err)
	}
	_, err = parser.Parse(strings.Fields(args))
	return &c, err
}

func TestOrderOfSources(t *testing.T) {
	file := map[string]string{"f": "listen = file:1\nbehind-proxy = 10.0.0.0/8\nbehind-proxy = ::1\nsmtp-port = 25\nsmtp-timeout=5s\nlog-level = warn\n"}
	for _, c := range []struct {
		name, args string
		env        map[string]string
		want       string
	}{
		{"default", "serve", nil, "127.0.0.1:8080"},
		{"file", "serve --config f", nil, "file:1"},
		{"file named by the environment", "serve", map[string]string{"RUGDEKKING_CONFIG": "f"}, "file:1"},
		{"environment over file", "serve --config f", map[string]string{"RUGDEKKING_LISTEN": "env:1"}, "env:1"},
		{"environment over default", "serve", map[string]string{"RUGDEKKING_LISTEN": "env:1"}, "env:1"},
		{"flag over both", "serve --config f --listen flag:1", map[string]string{"RUGDEKKING_LISTEN": "env:1"}, "flag:1"},
		{"an empty variable is none", "serve --config f", map[string]string{"RUGDEKKING_LISTEN": ""}, "file:1"},
	} {
		got, err := parse(t, c.args, c.env, file)
		if err != nil || got.Serve.Listen != c.want {
			t.Errorf("%s: %q, %v; want %q", c.name, got.Serve.Listen, err, c.want)
		}
	}
	got, err := parse(t, "serve --config f", nil, file)
	if err != nil || !slices.Equal(got.Serve.BehindProxy, []string{"10.0.0.0/8", "::1"}) || got.Serve.SMTPPort != 25 ||
		got.Serve.SMTPTimeout != 5*time.Second || got.Level() != slog.LevelWarn {
		t.Errorf("lists, numbers, durations: %+v, %v", got, err)
	}
	got, err = parse(t, "serve", map[string]string{"RUGDEKKING_BEHIND_PROXY": "10.0.0.0/8,::1"}, nil)
	if err != nil || len(got.Serve.BehindProxy) != 2 {
		t.Errorf("a list in a variable: %v, %v", got.Serve.BehindProxy, err)
	}
}

func TestSecretsFromFiles(t *testing.T) {
	files := map[string]string{
		"pw": "uit bestand\r\n", "db": "postgres://u:p@db.example/rugdekking\n", "leeg": "\n", "groot": strings.Repeat("x", maxFile+1),
		"f": "smtp-password-file = pw\n", "g": "smtp-password = uit regel\n", "h": "smtp-password = a\nsmtp-password-file = pw\n",
	}
	for _, c := range []struct {
		name, args string
		env        map[string]string
		want       string
	}{
		{"flag", "serve --smtp-password vlag", nil, "vlag"},
		{"flag of the file", "serve --smtp-password-file pw", nil, "uit bestand"},
		{"flag of the file over the variable", "serve --smtp-password-file pw", map[string]string{"RUGDEKKING_SMTP_PASSWORD": "omgeving"}, "uit bestand"},
		{"flag over the file's variable", "serve --smtp-password vlag", map[string]string{"RUGDEKKING_SMTP_PASSWORD_FILE": "pw"}, "vlag"},
		{"variable", "serve --config g", map[string]string{"RUGDEKKING_SMTP_PASSWORD": "omgeving"}, "omgeving"},
		{"file's variable over a line", "serve --config g", map[string]string{"RUGDEKKING_SMTP_PASSWORD_FILE": "pw"}, "uit bestand"},
		{"line", "serve --config g", nil, "uit regel"},
		{"line of the file", "serve --config f", nil, "uit bestand"},
	} {
		got, err := parse(t, c.args, c.env, files)
		if err != nil || got.Serve.SMTPPassword.Expose() != c.want {
			t.Errorf("%s: %q, %v", c.name, got.Serve.SMTPPassword.Expose(), err)
		}
	}
	for _, c := range []struct {
		name, args, code string
		env              map[string]string
	}{
		{"both flags", "serve --smtp-password geheim --smtp-password-file pw", CodeTwice, nil},
		{"both variables", "serve", CodeTwice, map[string]string{"RUGDEKKING_SMTP_PASSWORD": "geheim", "RUGDEKKING_SMTP_PASSWORD_FILE": "pw"}},
		{"both lines", "serve --config h", CodeTwice, nil},
		{"no such file", "serve --smtp-password-file weg", CodeUnreadable, nil},
		{"empty file", "serve --smtp-password-file leeg", CodeEmptyFile, nil},
		{"huge file", "serve --smtp-password-file groot", CodeFileTooLong, nil},
		{"database that is none", "serve --database oracle:geheim", "sqlite:PATH", nil},
		{"database that is none, in a variable", "serve", "sqlite:PATH", map[string]string{"RUGDEKKING_DATABASE": "postgres://u:geheim@%zz"}},
	} {
		_, err := parse(t, c.args, c.env, files)
		if err == nil || !strings.Contains(err.Error(), c.code) || strings.Contains(err.Error(), "geheim") {
			t.Errorf("%s: %v, want %s and no secret", c.name, err, c.code)
		}
	}
	got, err := parse(t, "user add", map[string]string{"RUGDEKKING_DATABASE_FILE": "db"}, files)
	if err != nil || got.User.Add.Source().DSN() != "postgres://u:p@db.example/rugdekking" {
		t.Errorf("database from a file: %v, %v", got.User.Add.Source(), err)
	}
}

func TestConfigFileRefused(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"unknown name":             {"listen = a:1\n\nlisten-adress = b:1\n", "regel 3: listen-adress: " + CodeUnknown},
		"name of a flag only":      {"raw = x\n", CodeUnknown},
		"a file in a file":         {"config = x\n", CodeUnknown},
		"help":                     {"help = true\n", CodeUnknown},
		"no equals sign":           {"listen\n", "regel 1: " + CodeMalformed},
		"capitals":                 {"Listen = x\n", "regel 1: " + CodeMalformed},
		"section":                  {"[server]\n", "regel 1: " + CodeMalformed},
		"twice, but not a list":    {"listen = a:1\nlisten = b:1\n", "regel 2: listen: " + CodeTwice},
		"not a choice":             {"log-level = luid\n", "log-level"},
		"too long":                 {"# " + strings.Repeat("x", maxFile), CodeFileTooLong},
		"secret on a broken line":  {"smtp-password geheim\n", CodeMalformed},
		"secret of a unknown name": {"smtp-pasword = geheim\n", CodeUnknown},
	} {
		_, err := parse(t, "serve --config f", nil, map[string]string{"f": c.text})
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "geheim") {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	_, err := parse(t, "serve --config weg", nil, nil)
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no such file: %v", err)
	}
}

// The config file is shared by commands: a line for one does not bother another.
func TestFileServesAllCommands(t *testing.T) {
	file := map[string]string{"f": "\xef\xbb\xbf# instellingen\nlisten = a:1\nrole = melder\nrole = leidinggevende\ndata-dir = \" map \"\n"}
	got, err := parse(t, "user add --config f", nil, file)
	if err != nil || !slices.Equal(got.User.Add.Role, []string{"melder", "leidinggevende"}) || got.User.Add.DataDir != " map " {
		t.Errorf("%+v, %v", got.User.Add, err)
	}
	got, err = parse(t, "user add", map[string]string{"RUGDEKKING_RAW": "x"}, nil)
	if err != nil || got.User.Add.Raw != "" {
		t.Errorf("a flag that is a flag alone was read from the environment: %v", err)
	}
}

func TestHelpNamesVariablesAndNoSecret(t *testing.T) {
	var c cli
	var out bytes.Buffer
	parser, err := kong.New(&c, append(Options(
		func(string) string { return "geheim" }, os.ReadFile), kong.Writers(&out, &out), kong.Exit(func(int) {}))...)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = parser.Parse([]string{"serve", "--help"})
	for _, want := range []string{"RUGDEKKING_BASE_URL", "RUGDEKKING_SMTP_PASSWORD_FILE", "RUGDEKKING_CONFIG"} {
		if !strings.Contains(strings.ReplaceAll(out.String(), "\n", ""), want) {
			t.Errorf("help does not name %s:\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "geheim") {
		t.Error("help shows the environment")
	}
}

func TestNothingPrintsASecret(t *testing.T) {
	got, err := parse(t, "serve --smtp-password geheim1 --database postgres://naam:geheim2@db.example:5432/rd?password=geheim3", nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	wrapped := struct{ inner *cli }{got}
	var out bytes.Buffer
	for _, form := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
		fmt.Fprintf(&out, form, *got)
		fmt.Fprintf(&out, form, *wrapped.inner)
		fmt.Fprintf(&out, form, struct{ s Store }{got.Serve.Store})
		fmt.Fprintf(&out, form, struct{ m Mail }{got.Serve.Mail})
	}
	slog.New(slog.NewJSONHandler(&out, nil)).Info("x", "all", got, "db", got.Serve.Source(), "pw", got.Serve.SMTPPassword)
	slog.New(slog.NewTextHandler(&out, nil)).Info("x", "all", got, "db", got.Serve.Source(), "pw", got.Serve.SMTPPassword)
	asJSON, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	out.Write(asJSON)
	for _, secret := range []string{"geheim1", "geheim2", "geheim3", "naam", "67656865696d"} {
		if strings.Contains(out.String(), secret) {
			t.Errorf("%s is printed", secret)
		}
	}
	if !strings.Contains(string(asJSON), `"Database":"postgres://db.example:5432/rd"`) {
		t.Errorf("what may be shown is not: %s", asJSON)
	}
}
