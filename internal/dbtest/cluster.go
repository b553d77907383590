package dbtest

import (
	"bufio"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"
)

// EnvCluster names the environment variable with the folder of a running
// cluster. The command pgcluster sets it, so that all test processes of one
// run share one; without it every process starts its own.
const EnvCluster = "RUGDEKKING_TEST_POSTGRES"

// startTimeout is how long a cluster may take to answer: about a second on an
// idle machine, far more when all packages start theirs on two busy cores.
const startTimeout = 90 * time.Second

//go:embed keeper.sh
var keeperScript string

// Cluster is one private PostgreSQL cluster: a folder with a Unix socket in it
// and no TCP port.
type Cluster struct {
	Dir    string    // the folder of the socket; the data lie in Dir/data
	hold   *os.File  // the keeper stops the cluster when this closes
	keeper *exec.Cmd // nil when another process keeps it
}

// shared is the cluster of this process. Starting one takes a second, so tests
// share it; each has a database of its own.
var shared = sync.OnceValues(func() (*Cluster, error) {
	if dir := os.Getenv(EnvCluster); dir != "" {
		return &Cluster{Dir: dir}, nil
	}
	return StartCluster()
})

// StartCluster starts a cluster and makes the three roles. It stops by Stop,
// or by itself when this process ends.
func StartCluster() (*Cluster, error) {
	bin, err := serverPrograms()
	if err != nil {
		return nil, err
	}
	who, err := serverUser()
	if err != nil {
		return nil, err
	}
	dir, err := folderFor(who)
	if err != nil {
		return nil, fmt.Errorf("make a folder for PostgreSQL: %w", err)
	}
	c := &Cluster{Dir: dir}
	if err := c.start(bin, who); err != nil {
		err = fmt.Errorf("start PostgreSQL in %s: %w%s", dir, err, c.log())
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	if err := c.makeRoles(); err != nil {
		return nil, errors.Join(err, c.Stop())
	}
	return c, nil
}

// folderFor makes a folder that the server's user owns. It does not lie in the
// test's own temp folder: a socket's path may have 107 bytes, and that user
// must be able to reach it.
func folderFor(who *syscall.Credential) (string, error) {
	dir, err := os.MkdirTemp("/tmp", "rugdekking-pg-")
	if err != nil || who == nil {
		return dir, err
	}
	return dir, os.Chown(dir, int(who.Uid), int(who.Gid))
}

// start runs the keeper and waits until it says that the server answers.
func (c *Cluster) start(bin string, who *syscall.Credential) error {
	holdRead, hold, err := os.Pipe()
	if err != nil {
		return err
	}
	defer holdRead.Close()
	answer, answerWrite, err := os.Pipe()
	if err != nil {
		return err
	}
	defer answer.Close()
	keeper := newKeeper(bin, c.Dir, who)
	keeper.Stdin, keeper.Stdout = holdRead, answerWrite
	err = keeper.Start()
	answerWrite.Close()
	if err != nil {
		hold.Close()
		return err
	}
	c.hold, c.keeper = hold, keeper
	if err := answer.SetReadDeadline(time.Now().Add(startTimeout)); err != nil {
		return err
	}
	if line, err := bufio.NewReader(answer).ReadString('\n'); line != "ready\n" {
		return errors.Join(fmt.Errorf("it did not get ready: %w", err), c.Stop())
	}
	return nil
}

// newKeeper gives the command that keeps a cluster in dir.
func newKeeper(bin, dir string, who *syscall.Credential) *exec.Cmd {
	keeper := exec.Command("/bin/sh", "-c", keeperScript, "keeper.sh", bin, dir)
	keeper.Dir = dir
	// A session of its own: an interrupt from the keyboard must not kill the
	// keeper before it has cleaned up.
	keeper.SysProcAttr = &syscall.SysProcAttr{Credential: who, Setsid: true}
	return keeper
}

// Stop throws the cluster away: server, data and folder. It does nothing to a
// cluster that another process keeps.
func (c *Cluster) Stop() error {
	if c.keeper == nil {
		return nil
	}
	c.hold.Close()
	err := c.keeper.Wait()
	c.keeper = nil
	return err
}

// log gives the last words of the keeper and the server, for an error message.
func (c *Cluster) log() string {
	text, err := os.ReadFile(filepath.Join(c.Dir, "keeper.log"))
	if err != nil {
		return ""
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return "\n  " + strings.Join(lines[max(0, len(lines)-8):], "\n  ")
}
