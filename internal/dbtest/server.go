package dbtest

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// errNoServer is what a machine without PostgreSQL answers. It fails the test:
// skipping would let the second engine rot unseen.
var errNoServer = errors.New("no PostgreSQL server (15 or later) on this machine; `make setup` installs it")

// debianServers is where Debian keeps server programs, off the PATH, in one
// folder per major version.
const debianServers = "/usr/lib/postgresql"

// serverPrograms gives the folder with initdb and postgres.
func serverPrograms() (string, error) {
	if path, err := exec.LookPath("initdb"); err == nil {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			return filepath.Dir(real), nil
		}
	}
	return newestServer(debianServers)
}

// newestServer gives the folder with the programs of the highest major version
// below root, 15 or later.
func newestServer(root string) (string, error) {
	found, err := filepath.Glob(filepath.Join(root, "*", "bin", "initdb"))
	if err != nil {
		return "", err
	}
	best, folder := 14, ""
	for _, path := range found {
		bin := filepath.Dir(path)
		version, err := strconv.Atoi(filepath.Base(filepath.Dir(bin)))
		if err == nil && version > best {
			best, folder = version, bin
		}
	}
	if folder == "" {
		return "", errNoServer
	}
	return folder, nil
}

// serverUser gives the user to run the server as: nil for ourselves. The
// server refuses to run as root, so root lends it Debian's own user.
func serverUser() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	who, err := user.Lookup("postgres")
	if err != nil {
		return nil, errors.Join(errNoServer, err)
	}
	uid, err := strconv.ParseUint(who.Uid, 10, 32)
	if err != nil {
		return nil, fmt.Errorf("user id of postgres: %w", err)
	}
	gid, err := strconv.ParseUint(who.Gid, 10, 32)
	if err != nil {
		return nil, fmt.Errorf("group id of postgres: %w", err)
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
}
