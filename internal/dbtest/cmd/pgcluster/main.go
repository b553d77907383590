// Command pgcluster runs another command with a private PostgreSQL cluster
// beside it:
//
//	pgcluster go test ./...
//
// It exists so that all test processes of one run share one cluster, which
// saves a second or two per package. It must never leave one behind: when it
// ends, in whatever way, the cluster is gone. Its exit status is that of the
// command.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"rugdekking/internal/dbtest"
)

func main() {
	status, err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "pgcluster:", err)
	}
	os.Exit(status)
}

// run gives the exit status of command, 1 when it could not be run.
func run(command []string) (int, error) {
	if len(command) == 0 {
		return 1, errors.New("use: pgcluster COMMAND [ARGUMENT]…")
	}
	// The command gets the same interrupt from the keyboard and ends by itself;
	// dying first would take the database from under it.
	// (Caught and not ignored: a child inherits what is ignored.)
	signal.Notify(make(chan os.Signal, 1), syscall.SIGINT)
	cluster, err := dbtest.StartCluster()
	if err != nil {
		return 1, err
	}
	versions, err := cluster.Versions()
	if err != nil {
		return 1, errors.Join(err, cluster.Stop())
	}
	fmt.Println("On both engines:", versions)
	child := exec.Command(command[0], command[1:]...)
	child.Env = append(os.Environ(), dbtest.EnvCluster+"="+cluster.Dir)
	child.Stdin, child.Stdout, child.Stderr = os.Stdin, os.Stdout, os.Stderr
	err = child.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return max(exit.ExitCode(), 1), cluster.Stop()
	}
	if err = errors.Join(err, cluster.Stop()); err != nil {
		return 1, err
	}
	return 0, nil
}
