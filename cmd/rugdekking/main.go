// Command rugdekking is the whole program: server, demonstration and the
// commands of whoever runs the installation.
//
// It is the only place that puts packages together. It holds no rule and no
// SQL: each command reads its settings, calls the door and prints the answer.
// Results go to standard output and messages to standard error, so that the
// output of one can be the input of another; the status is 0 when all went
// well, 1 when something did not, 2 when the question or the file was no use.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// stdio is where a command reads and writes.
type stdio struct {
	in       io.Reader
	out, err io.Writer
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	std := stdio{os.Stdin, os.Stdout, os.Stderr}
	err := run(ctx, os.Args[1:], os.Getenv, std)
	stop()
	os.Exit(report(std.err, err))
}
