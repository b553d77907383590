package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// asProgram tells the test binary to be the program itself.
const asProgram = "RUGDEKKING_TEST_AS_PROGRAM"

// TestAsProgram is no test: the test binary runs itself with it as the program
// that is killed.
func TestAsProgram(t *testing.T) {
	args := os.Getenv(asProgram)
	if args == "" {
		return
	}
	err := run(context.Background(), strings.Split(args, "\n"), os.Getenv, stdio{os.Stdin, os.Stdout, os.Stderr})
	os.Exit(report(os.Stderr, err))
}

// ownProcess gives a command that runs the program in a process of its own.
func ownProcess(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], "-test.run=^TestAsProgram$")
	cmd.Env = append(os.Environ(), asProgram+"="+strings.Join(args, "\n"))
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	return cmd
}

// printed runs the program to its end and gives what it printed.
func printed(t *testing.T, args ...string) string {
	t.Helper()
	cmd := ownProcess(args...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("rugdekking %s: %v\n%s", args[0], err, errs.String())
	}
	return strings.TrimSpace(string(out))
}

// kills is how often the server is killed: five times here, a hundred times in
// the long run.
func kills() int {
	if n, err := strconv.Atoi(os.Getenv("KILLS")); err == nil {
		return n
	}
	return 5
}

const intakeClients = 16

// TestKill_EveryAcknowledgedReportIsThereOnce kills the server without warning
// while sixteen clients send reports. A client that got no answer sends the
// same report again, with the same key, until it gets one.
func TestKill_EveryAcknowledgedReportIsThereOnce(t *testing.T) {
	t.Parallel()
	database := "sqlite:" + filepath.Join(t.TempDir(), "rugdekking.db")
	printed(t, "migrate", "--database", database)
	printed(t, "organisation", "add", "--database", database, "--code", "proef", "--name", "Proef")
	token := printed(t, "token", "add", "--database", database, "--organisation", "proef", "--name", "melder",
		"--scope", "meldingen.schrijven", "--scope", "meldingen.lezen")
	k := &killing{t: t, database: database, token: token, address: freePort(t)}
	k.start()
	var clients sync.WaitGroup
	for i := range intakeClients {
		clients.Go(func() { k.client(i) })
	}
	for range kills() {
		from := k.acknowledged.Load()
		for end := time.Now().Add(30 * time.Second); k.acknowledged.Load() < from+40 && time.Now().Before(end); {
			time.Sleep(time.Millisecond)
		}
		k.kill()
		k.start()
	}
	k.done.Store(true)
	clients.Wait()
	k.compare()
	k.kill()
	printed(t, "audit", "verify", "--database", database)
}

type killing struct {
	t               *testing.T
	database, token string
	address         string
	server          *exec.Cmd
	acknowledged    atomic.Int64
	done            atomic.Bool
	mu              sync.Mutex
	numbers         []string // of acknowledged reports
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String()
}

func (k *killing) start() {
	k.t.Helper()
	k.server = ownProcess("serve", "--database", k.database, "--listen", k.address, "--base-url", "http://"+k.address)
	k.server.Stderr = io.Discard
	if err := k.server.Start(); err != nil {
		k.t.Fatal(err)
	}
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if resp, err := http.Get("http://" + k.address + "/readyz"); err == nil {
			_ = resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return
			}
		}
	}
	k.t.Fatal("the server does not come back")
}

func (k *killing) kill() {
	if err := k.server.Process.Kill(); err != nil {
		k.t.Error(err)
	}
	_ = k.server.Wait()
}

// client sends one report after the other until the killing is over.
func (k *killing) client(n int) {
	for i := 0; !k.done.Load(); i++ {
		key := fmt.Sprintf("klant-%02d-melding-%06d", n, i)
		for {
			number, ok := k.send(key)
			if ok {
				k.mu.Lock()
				k.numbers = append(k.numbers, number)
				k.mu.Unlock()
				k.acknowledged.Add(1)
				break
			}
			time.Sleep(5 * time.Millisecond)
		}
	}
}

func (k *killing) send(key string) (string, bool) {
	body := fmt.Sprintf(`{"soorten":["V2"],"voorgevallenOp":"%s","kanaal":"balie","omschrijving":"Hij schold aan balie %s.",`+
		`"getroffenen":[{"naam":"Een collega","rol":"getroffene"}],"hulpNodig":"nee"}`, time.Now().AddDate(0, 0, -1).Format("2006-01-02"), key)
	req, err := http.NewRequest(http.MethodPost, "http://"+k.address+"/api/v1/meldingen", strings.NewReader(body))
	if err != nil {
		k.t.Error(err)
		return "", true
	}
	req.Header.Set("Authorization", "Bearer "+k.token)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Idempotency-Key", key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", false
	}
	defer func() { _ = resp.Body.Close() }()
	answer, err := io.ReadAll(resp.Body)
	switch {
	case err != nil, resp.StatusCode == http.StatusServiceUnavailable:
		return "", false
	case resp.StatusCode != http.StatusCreated:
		k.t.Errorf("%s: %s %s", key, resp.Status, answer)
		return "", true
	}
	var made struct {
		Nummer string `json:"nummer"`
	}
	if err := json.Unmarshal(answer, &made); err != nil || made.Nummer == "" {
		k.t.Errorf("%s: an answer without a number", key)
	}
	return made.Nummer, true
}

// compare reads all reports back: each acknowledged number is there, no number
// was given to two clients, and there is nothing that nobody sent.
func (k *killing) compare() {
	stored := map[string]int{}
	for next := ""; ; {
		page, more := k.page(next)
		for _, number := range page {
			stored[number]++
		}
		if next = more; next == "" {
			break
		}
	}
	given := map[string]int{}
	for _, number := range k.numbers {
		given[number]++
		if stored[number] != 1 {
			k.t.Errorf("%s was acknowledged and is there %d times", number, stored[number])
		}
	}
	if len(given) != len(k.numbers) {
		k.t.Errorf("%d acknowledgements, %d different numbers", len(k.numbers), len(given))
	}
	if len(stored) != len(given) {
		k.t.Errorf("%d reports are stored, %d were acknowledged: each client ends with an answer", len(stored), len(given))
	}
	if len(given) < 40*kills() {
		k.t.Errorf("only %d reports: nothing was under way when the server was killed", len(given))
	}
	k.t.Logf("%d kills, %d reports acknowledged and stored once", kills(), len(given))
}

func (k *killing) page(after string) ([]string, string) {
	address := after
	if address == "" {
		address = "http://" + k.address + "/api/v1/meldingen?aantal=100"
	}
	req, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		k.t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+k.token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		k.t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	var list struct {
		Meldingen []struct {
			Nummer string `json:"nummer"`
		} `json:"meldingen"`
		Volgende string `json:"volgende"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&list); err != nil || resp.StatusCode != http.StatusOK {
		k.t.Fatalf("list: %s, %v", resp.Status, err)
	}
	var numbers []string
	for _, m := range list.Meldingen {
		numbers = append(numbers, m.Nummer)
	}
	return numbers, list.Volgende
}
