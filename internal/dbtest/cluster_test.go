package dbtest

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// envHold makes this test binary start a cluster and wait to be killed.
const envHold = "RUGDEKKING_TEST_HOLD_CLUSTER"

func TestClusterIsGoneWhenTheTestProcessIsKilled(t *testing.T) {
	if os.Getenv(envHold) != "" {
		holdCluster(t)
		return
	}
	child := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	child.Env = append(os.Environ(), envHold+"=1")
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("the child did not start a cluster: %v", err)
	}
	dir := strings.TrimSpace(line)
	postmaster := postmasterOf(t, dir)
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = child.Wait() // says "killed", as asked
	eventually(t, "the cluster's folder is gone", func() bool {
		_, err := os.Stat(dir)
		return errors.Is(err, fs.ErrNotExist)
	})
	if err := syscall.Kill(postmaster, 0); !errors.Is(err, syscall.ESRCH) {
		t.Errorf("postmaster %d outlived its test process: %v", postmaster, err)
	}
}

func holdCluster(t *testing.T) {
	c, err := StartCluster()
	if err != nil {
		t.Fatal(err)
	}
	os.Stdout.WriteString(c.Dir + "\n")
	time.Sleep(time.Minute)
}

// The keeper writes "ready" into a pipe; when the test process died while the
// server was starting, nobody reads it.
func TestClusterIsGoneWhenTheTestProcessDiesBeforeItIsReady(t *testing.T) {
	bin, err := serverPrograms()
	if err != nil {
		t.Fatal(err)
	}
	who, err := serverUser()
	if err != nil {
		t.Fatal(err)
	}
	dir, err := folderFor(who)
	if err != nil {
		t.Fatal(err)
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	read.Close()
	keeper := newKeeper(bin, dir, who)
	keeper.Stdout = write // and at the end of standard input from the start
	err = keeper.Start()
	write.Close()
	if err != nil {
		t.Fatal(err)
	}
	if err := keeper.Wait(); err != nil {
		t.Errorf("the keeper ended with %v", err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("folder %s is still there (%v)", dir, err)
	}
}

func TestStopRemovesEverything(t *testing.T) {
	c, err := StartCluster()
	if err != nil {
		t.Fatal(err)
	}
	postmaster := postmasterOf(t, c.Dir)
	if err := c.Stop(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(c.Dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("folder %s is still there (%v)", c.Dir, err)
	}
	if err := syscall.Kill(postmaster, 0); !errors.Is(err, syscall.ESRCH) {
		t.Errorf("postmaster %d still runs: %v", postmaster, err)
	}
}

func TestServerThatCannotStartSaysWhyAndLeavesNothing(t *testing.T) {
	bin := t.TempDir()
	script := "#!/bin/sh\necho 'initdb: no space left on device' >&2\nexit 1\n"
	if err := os.WriteFile(filepath.Join(bin, "initdb"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	c := &Cluster{Dir: t.TempDir()}
	if err := c.start(bin, nil); err == nil {
		t.Fatal("a cluster whose initdb fails counts as started")
	}
	if log := c.log(); !strings.Contains(log, "no space left") {
		t.Errorf("the reason is not told: %q", log)
	}
}

func TestNewestServerTakesTheHighestSupportedVersion(t *testing.T) {
	root := t.TempDir()
	if _, err := newestServer(root); !errors.Is(err, errNoServer) {
		t.Errorf("no server gives %v, want %v", err, errNoServer)
	}
	for _, version := range []string{"9", "9.6", "14", "contrib"} {
		addServer(t, root, version)
	}
	if _, err := newestServer(root); !errors.Is(err, errNoServer) {
		t.Errorf("only old servers give %v, want %v", err, errNoServer)
	}
	addServer(t, root, "15")
	addServer(t, root, "17")
	got, err := newestServer(root)
	if want := filepath.Join(root, "17", "bin"); err != nil || got != want {
		t.Errorf("newestServer = %q, %v; want %q", got, err, want)
	}
}

func addServer(t *testing.T, root, version string) {
	t.Helper()
	bin := filepath.Join(root, version, "bin")
	if err := os.MkdirAll(bin, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(bin, "initdb"), nil, 0o755); err != nil {
		t.Fatal(err)
	}
}

// postmasterOf reads the server's process id from its data folder.
func postmasterOf(t *testing.T, dir string) int {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "data", "postmaster.pid"))
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(string(text), "\n")
	pid, err := strconv.Atoi(first)
	if err != nil {
		t.Fatal(err)
	}
	return pid
}

// eventually waits for what another process does in its own time.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if holds() {
			return
		}
	}
	t.Fatalf("not within 20 s: %s", what)
}
