package browsertest_test

import (
	"os"
	"strings"
	"testing"

	"rugdekking/internal/browsertest"
)

func TestShots(t *testing.T) {
	base, mail, paths := os.Getenv("SHOT_BASE"), os.Getenv("SHOT_MAIL"), os.Getenv("SHOT_PATHS")
	if base == "" {
		return
	}
	for _, o := range []struct {
		name string
		opt  browsertest.Options
	}{{"phone", browsertest.Options{Width: 360, Height: 740}}, {"desk", browsertest.Options{Width: 1280, Height: 900}}, {"dark", browsertest.Options{Width: 1280, Height: 900, Dark: true}}} {
		if only := os.Getenv("SHOT_ONLY"); only != "" && only != o.name {
			continue
		}
		p := browsertest.New(t, o.opt)
		p.Open(base + "/inloggen")
		p.Click("input[type=email]")
		p.Type(mail)
		p.Click("input[type=password]")
		p.Type("welkom-bij-de-demo")
		p.ClickAndLoad("main button[type=submit]")
		for _, path := range strings.Split(paths, ",") {
			code := p.Open(base + path)
			t.Log(o.name, path, code, p.Title())
			p.Screenshot("/tmp/shots/" + os.Getenv("SHOT_NAME") + strings.ReplaceAll(path, "/", "_") + "-" + o.name + ".png")
		}
	}
}
