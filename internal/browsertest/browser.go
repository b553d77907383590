package browsertest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"syscall"

	"github.com/chromedp/chromedp"
)

// errNoBrowser is what a machine without Chromium answers.
var errNoBrowser = errors.New("no Chromium on the PATH; `make setup` installs it")

// shared is the one browser process of this test process. It starts with the
// first tab; the kernel ends it with the process (chromedp asks for that).
var shared = sync.OnceValues(start)

// start starts Chromium with an empty profile.
func start() (context.Context, error) {
	path, err := find("chromium", "chromium-browser", "google-chrome")
	if err != nil {
		return nil, err
	}
	profile, err := temporary()
	if err != nil {
		return nil, fmt.Errorf("make a profile folder: %w", err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.UserDataDir(profile),
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-domain-reliability", true),
		chromedp.Flag("no-pings", true),
		chromedp.Flag("font-render-hinting", "none"),
		chromedp.Flag("lang", "nl"),
	)
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium refuses to sandbox for root
	}
	allocator, _ := chromedp.NewExecAllocator(context.Background(), options...)
	browser, _ := chromedp.NewContext(allocator)
	if err := chromedp.Do(browser); err != nil {
		return nil, fmt.Errorf("start %s: %w", path, err)
	}
	return browser, nil
}

// find gives the first of the names that is on the PATH.
func find(names ...string) (string, error) {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errNoBrowser
}

// temporary makes a folder that goes when this process is gone. A sweeper
// waits on a pipe for that: a test process has no last moment of its own that
// a kill would respect.
func temporary() (string, error) {
	dir, err := os.MkdirTemp("", "rugdekking-browser-")
	if err != nil {
		return "", err
	}
	wait, hold, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer wait.Close()
	// Twice, because the browser's own children write for a moment longer.
	sweeper := exec.Command("/bin/sh", "-c", `cat >/dev/null; rm -rf "$0"; sleep 2; rm -rf "$0"`, dir)
	sweeper.Stdin = wait
	sweeper.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := sweeper.Start(); err != nil {
		return "", errors.Join(err, hold.Close(), os.RemoveAll(dir))
	}
	holds.keep(hold)
	return dir, nil
}

// holds keeps the write ends of the sweepers' pipes open: the garbage
// collector closes a file that nothing refers to.
var holds kept

type kept struct {
	mutex sync.Mutex
	files []*os.File
}

func (k *kept) keep(file *os.File) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	k.files = append(k.files, file)
}
