package main

import (
	"bytes"
	"context"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"rugdekking/internal/dbtest"
)

// terminal is one command that was given, and what came of it.
type terminal struct {
	out, err string
	status   int
}

// shop is an installation to which a test gives commands.
type shop struct {
	t        *testing.T
	settings map[string]string
}

func newShop(t *testing.T) shop {
	return shop{t, map[string]string{"RUGDEKKING_DATABASE": "sqlite:" + filepath.Join(t.TempDir(), "proef.db")}}
}

func newPostgresShop(t *testing.T) shop {
	db := dbtest.NewPostgres(t)
	s := shop{t, map[string]string{
		"RUGDEKKING_DATABASE": db.URL, "RUGDEKKING_OWNER_DATABASE": db.OwnerURL, "RUGDEKKING_UNSCOPED_DATABASE": db.UnscopedURL,
		"RUGDEKKING_KEY_FILE": filepath.Join(t.TempDir(), "sleutel"),
	}}
	s.give(statusOK, "key", "new", s.settings["RUGDEKKING_KEY_FILE"])
	return s
}

// give runs a command and expects a status.
func (s shop) give(status int, args ...string) terminal {
	s.t.Helper()
	var out, err bytes.Buffer
	std := stdio{strings.NewReader(""), &out, &err}
	got := terminal{status: report(&err, run(context.Background(), args, func(name string) string { return s.settings[name] }, std))}
	got.out, got.err = out.String(), err.String()
	if got.status != status {
		s.t.Fatalf("rugdekking %s: status %d, want %d\n%s%s", strings.Join(args, " "), got.status, status, got.out, got.err)
	}
	return got
}

func (t terminal) says(test *testing.T, words ...string) {
	test.Helper()
	for _, w := range words {
		if !strings.Contains(t.out+t.err, w) {
			test.Errorf("%q is missing in:\n%s%s", w, t.out, t.err)
		}
	}
}

func TestAnInstallationFromNothing(t *testing.T) {
	for engine, open := range map[string]func(*testing.T) shop{dbtest.SQLite: newShop, dbtest.Postgres: newPostgresShop} {
		t.Run(engine, func(t *testing.T) {
			s := open(t)
			s.give(statusFailed, "organisation", "list").says(t, "migrate")
			s.give(statusOK, "migrate")
			s.give(statusOK, "migrate") // again changes nothing
			s.give(statusOK, "organisation", "add", "--code", "toetsdam", "--name", "Gemeente Toetsdam").says(t, "toetsdam\n")
			s.give(statusFailed, "organisation", "add", "--code", "toetsdam", "--name", "Nog een").says(t, "bestaat al")
			s.give(statusOK, "organisation", "list").says(t, "toetsdam  werkgever  Gemeente Toetsdam")
			link := s.give(statusOK, "user", "add", "--base-url", "https://rugdekking.example", "--organisation", "toetsdam",
				"--name", "Bea Visser", "--email", "bea@toetsdam.example", "--role", "beheerder", "--role", "coördinator")
			if !regexp.MustCompile(`^https://rugdekking\.example/uitnodiging/\S{20,}\n$`).MatchString(link.out) {
				t.Errorf("invitation: %q", link.out)
			}
			s.give(statusOK, "user", "list", "--organisation", "toetsdam").says(t, "bea@toetsdam.example", "Bea Visser", "uitgenodigd", "beheerder", "coordinator")
			s.give(statusFailed, "user", "add", "--base-url", "https://rugdekking.example", "--organisation", "toetsdam",
				"--name", "Dubbel", "--email", "bea@toetsdam.example").says(t, "al in gebruik")
			s.give(statusUnusable, "user", "list", "--organisation", "nergens").says(t, "toetsdam")
			s.give(statusUnusable, "user", "add", "--base-url", "https://rugdekking.example", "--organisation", "toetsdam",
				"--name", "X", "--email", "x@toetsdam.example", "--role", "baas").says(t, "baas")
			token := s.give(statusOK, "token", "add", "--organisation", "toetsdam", "--name", "zaaksysteem", "--scope", "cijfers.lezen")
			if !strings.HasPrefix(token.out, "rugdekking_") {
				t.Errorf("token: %q", token.out)
			}
			s.give(statusOK, "audit", "verify").says(t, "Publieke sleutel: ", "organisatie toetsdam", "klopt", "stand 5: ")
			copied := filepath.Join(t.TempDir(), "kopie")
			s.give(statusOK, "backup", copied).says(t, "sleutel")
			s.give(statusUnusable, "backup", copied).says(t, "is er al")
			s.give(statusUnusable, "restore", copied).says(t, "niet leeg")
		})
	}
}

func TestImportAndFiguresByCommand(t *testing.T) {
	s := newShop(t)
	s.give(statusOK, "migrate")
	s.give(statusOK, "organisation", "add", "--code", "toetsdam", "--name", "Gemeente Toetsdam")
	file := filepath.Join(t.TempDir(), "register.csv")
	rows := "nummer;meldingsdatum;incidentdatum;soort;maatregel;politie\n" +
		"A1;2014-07-01;2014-06-30;verbaal;;\nA2;2014-08-02;2014-08-01;verbaal;;\nA3;2014-09-31;;verbaal;;\n"
	if err := os.WriteFile(file, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	rejects := filepath.Join(t.TempDir(), "geweigerd.csv")
	s.give(statusOK, "import", "register", file, "--organisation", "toetsdam", "--dry-run").says(t, "Zou toevoegen: 2")
	s.give(statusOK, "import", "register", file, "--organisation", "toetsdam", "--rejects", rejects).says(t, "Toegevoegd: 2", "regel 4", "1 rij geweigerd")
	if text, err := os.ReadFile(rejects); err != nil || !strings.Contains(string(text), "A3") || strings.Contains(string(text), "A1") {
		t.Errorf("rejects: %q, %v", text, err)
	}
	if info, err := os.Stat(rejects); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("rejects: %v, %v", info, err)
	}
	s.give(statusOK, "import", "register", file, "--organisation", "toetsdam").says(t, "Toegevoegd: 0. Al bekend: 2")
	figures := []string{"figures", "--organisation", "toetsdam", "--from", "2014-07-01", "--to", "2014-12-31"}
	s.give(statusOK, figures...).says(t, "Gemeente Toetsdam", "Meldingen: 2")
	s.give(statusOK, append(figures, "--format", "json")...).says(t, `"meldingen": 2`, `"van": "2014-07-01"`, `"geenReactie": 2`)
	s.give(statusOK, append(figures, "--format", "csv")...).says(t, ";Organisatie;Alleen deze onderdelen;Van;Tot en met;Bron",
		"meldingen;;Meldingen;2;;;Gemeente Toetsdam;;2014-07-01;2014-12-31;Meldingen in Rugdekking naar meldingsdatum")
	s.give(statusUnusable, "figures", "--organisation", "toetsdam", "--from", "2014-12-31", "--to", "2014-07-01")
	s.give(statusUnusable, "import", "register", filepath.Join(t.TempDir(), "weg.csv"), "--organisation", "toetsdam")
}

func TestWrongQuestionsAreExplainedInDutch(t *testing.T) {
	s := newShop(t)
	s.give(statusOK).says(t, "Gebruik: rugdekking <opdracht>", "Opdrachten:")
	s.give(statusUnusable, "organisation", "add").says(t, "dit ontbreekt: --code")
	s.give(statusUnusable, "onzin").says(t, "rugdekking:")
	s.give(statusUnusable, "serve").says(t, "--base-url: dit is verplicht")
	s.give(statusUnusable, "serve", "--base-url", "http://rugdekking.example").says(t, "https://")
	s.give(statusUnusable, "serve", "--listen", "0.0.0.0:8080", "--base-url", "https://rugdekking.example").says(t, "zonder TLS alleen op deze computer")
	s.give(statusUnusable, "serve", "--base-url", "https://rugdekking.example", "--behind-proxy", "10.0.0.1", "--smtp-host", "mail.example",
		"--mail-from", "a@b.example", "--smtp-timeout", "35s").says(t, "--smtp-timeout: dit mag hoogstens 30s zijn")
	s.give(statusUnusable, "demo", "--listen", "0.0.0.0:0").says(t, "zonder TLS")
}

func TestAKeyIsNeverMadeForWhatExists(t *testing.T) {
	s := newShop(t)
	s.give(statusOK, "migrate").says(t, "hoofdsleutel staat in")
	key := strings.TrimPrefix(s.settings["RUGDEKKING_DATABASE"], "sqlite:") + ".key"
	if info, err := os.Stat(key); err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("key: %v, %v", info, err)
	}
	s.give(statusUnusable, "key", "new", key).says(t, "nooit overschreven")
	if err := os.Remove(key); err != nil {
		t.Fatal(err)
	}
	s.give(statusFailed, "migrate").says(t, "--key-file")
	s.give(statusFailed, "organisation", "list").says(t, "--key-file")
	s.give(statusOK, "audit", "verify") // needs no key
	s.give(statusOK, "key", "new", key)
	s.give(statusFailed, "organisation", "list").says(t, "hoort niet bij deze database")
	s.give(statusFailed, "doctor", "--base-url", "https://rugdekking.example", "--behind-proxy", "10.0.0.1").says(t, "FOUT", "hoort niet bij deze database")
}

func TestAKeyThatOthersCanReadIsRefused(t *testing.T) {
	s := newShop(t)
	s.give(statusOK, "migrate")
	key := strings.TrimPrefix(s.settings["RUGDEKKING_DATABASE"], "sqlite:") + ".key"
	server := []string{"--base-url", "https://rugdekking.example", "--behind-proxy", "10.0.0.1"}
	for _, mode := range []os.FileMode{0o640, 0o604, 0o620} {
		if err := os.Chmod(key, mode); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{
			append([]string{"serve"}, server...), {"migrate"}, {"organisation", "list"}, {"backup", key + ".kopie"}, {"restore", key + ".kopie"},
		} {
			s.give(statusUnusable, args...).says(t, "anderen kunnen de hoofdsleutel lezen", "chmod 600 "+key)
		}
		s.give(statusFailed, append([]string{"doctor"}, server...)...).says(t, "FOUT", "chmod 600 "+key)
	}
	if err := os.Chmod(key, 0o400); err != nil {
		t.Fatal(err)
	}
	s.give(statusOK, "organisation", "list")
}

func TestDoctorOnAHealthyInstallation(t *testing.T) {
	s := newShop(t)
	s.give(statusOK, "migrate")
	found := s.give(statusOK, "doctor", "--base-url", "https://rugdekking.example", "--behind-proxy", "10.0.0.1")
	found.says(t, "synchronous=2", "journal_mode=wal", "Vingerafdruk", "mailserver")
	if strings.Contains(found.out, "FOUT") {
		t.Error(found.out)
	}
}

// lines is a writer that a test can wait on.
type lines struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

var address = regexp.MustCompile(`klaar op (http://\S+)`)

// serveUntil runs a server, asks it something and ends it as a signal would.
func serveUntil(t *testing.T, args []string, getenv func(string) string, ask func(base string)) (string, int) {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	out, errs := &lines{}, &lines{}
	done := make(chan int, 1)
	go func() { done <- report(errs, run(ctx, args, getenv, stdio{strings.NewReader(""), out, errs})) }()
	for deadline := time.After(2 * time.Minute); ; {
		if found := address.FindStringSubmatch(out.String()); found != nil {
			ask(found[1])
			stop()
			return out.String() + errs.String(), <-done
		}
		select {
		case status := <-done:
			return out.String() + errs.String(), status
		case <-deadline:
			t.Fatalf("no address was printed\n%s%s", out, errs)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func TestDemoServesAndStaysApart(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "demo")
	none := func(string) string { return "" }
	args := []string{"demo", "--listen", "127.0.0.1:0", "--data", folder}
	ask := func(base string) {
		for path, want := range map[string]int{
			"/inloggen": 200, "/healthz": 200, "/readyz": 200, "/api/v1/openapi.json": 200, "/api/v1/zaken": 401, "/bestaat-niet": 404,
		} {
			answer, err := http.Get(base + path)
			if err != nil {
				t.Errorf("%s: %v", path, err)
				continue
			}
			_ = answer.Body.Close()
			if answer.StatusCode != want {
				t.Errorf("%s: %d, want %d", path, answer.StatusCode, want)
			}
		}
	}
	text, status := serveUntil(t, args, none, ask)
	if status != statusOK || !strings.Contains(text, "Wachtwoord van iedereen: ") || !strings.Contains(text, "Uitvoeringsdienst Noord") {
		t.Errorf("status %d\n%s", status, text)
	}
	if text, status = serveUntil(t, args, none, ask); status != statusOK || strings.Contains(text, "wordt gemaakt") {
		t.Errorf("a second start: status %d\n%s", status, text)
	}
	s := shop{t, map[string]string{"RUGDEKKING_DATABASE": "sqlite:" + filepath.Join(folder, "rugdekking.db")}}
	s.give(statusOK, "audit", "verify").says(t, "lindemeer", "uitvoeringsdienst-noord", "klopt")
	s.give(statusFailed, "migrate").says(t, "nooit in één database")
	s.give(statusFailed, "serve", "--listen", "127.0.0.1:0", "--base-url", "http://127.0.0.1:9").says(t, "nooit in één database")
	earnest := newShop(t)
	folder = filepath.Dir(strings.TrimPrefix(earnest.settings["RUGDEKKING_DATABASE"], "sqlite:"))
	earnest.settings["RUGDEKKING_DATABASE"] = "sqlite:" + filepath.Join(folder, "rugdekking.db")
	earnest.give(statusOK, "migrate")
	earnest.give(statusFailed, "demo", "--listen", "127.0.0.1:0", "--data", folder).says(t, "nooit in één database")
}
