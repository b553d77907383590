package browsertest_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"rugdekking/internal/browsertest"
)

// echoSite takes a file and gives it back.
func echoSite(t *testing.T) string {
	t.Helper()
	var name string
	var kept []byte
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, `<!doctype html><html lang="nl"><title>Bestand</title><link rel="icon" href="data:,"><body>
<form method="post" enctype="multipart/form-data"><input type="file" id="file" name="file"><button id="send">Stuur</button></form><a id="get" href="/get">Haal</a>`)
	})
	mux.HandleFunc("POST /{$}", func(w http.ResponseWriter, r *http.Request) {
		file, head, err := r.FormFile("file")
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		name = head.Filename
		kept, _ = io.ReadAll(file)
		http.Redirect(w, r, "/", http.StatusSeeOther)
	})
	mux.HandleFunc("GET /get", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Disposition", `attachment; filename="terug-`+name+`"`)
		_, _ = w.Write(kept)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func TestFilesGoUpAndComeDown(t *testing.T) {
	address := echoSite(t)
	bon := filepath.Join(t.TempDir(), "bon.txt")
	if err := os.WriteFile(bon, []byte("bril: 129,95"), 0o600); err != nil {
		t.Fatal(err)
	}
	p := open(t, address, browsertest.Options{})
	p.Choose("#file", bon)
	p.ClickAndLoad("#send")
	for range 2 { // each time in a folder of its own
		name, content := p.Download("#get")
		if name != "terug-bon.txt" || string(content) != "bril: 129,95" {
			t.Errorf("came back as %q: %q", name, content)
		}
	}
	if p.URL() != address+"/" {
		t.Errorf("after a download we are at %s", p.URL())
	}
}
