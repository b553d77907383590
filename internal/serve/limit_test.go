package serve

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestBodyLimit(t *testing.T) {
	w := newWorld(t, "https://rd.example")
	for _, c := range []struct {
		path    string
		size    int
		chunked bool
		want    int
	}{
		{"/meldingen", 1 << 20, false, 200}, {"/meldingen", 1<<20 + 1, false, 413},
		{"/meldingen", 1 << 20, true, 200}, {"/meldingen", 1<<20 + 1, true, 413},
		{"/bijlagen/1", 4 << 20, false, 200}, {"/bijlagen/1", 4<<20 + 1, false, 413}, {"/bijlagen/1", 4<<20 + 1, true, 413},
	} {
		r := request("POST", c.path, strings.Repeat("x", c.size))
		if c.chunked {
			r.ContentLength = -1
			r.Body = io.NopCloser(strings.NewReader(strings.Repeat("x", c.size)))
		} else {
			r.ContentLength = int64(c.size)
			r.Body = io.NopCloser(strings.NewReader(strings.Repeat("x", c.size)))
		}
		if a := w.do(r); a.StatusCode != c.want {
			t.Errorf("%s, %d bytes, chunked %v: %d, want %d", c.path, c.size, c.chunked, a.StatusCode, c.want)
		}
	}
}

func TestBodyThatSaysItIsTooLargeIsNotBegun(t *testing.T) {
	w := newWorld(t, "https://rd.example")
	w.routes.HandleFunc("POST /begonnen", func(http.ResponseWriter, *http.Request) { t.Error("the handler began") })
	r := request("POST", "/begonnen", "")
	r.ContentLength = 1<<20 + 1
	if a := w.do(r); a.StatusCode != 413 || body(t, a) != "te-groot" {
		t.Errorf("%d", a.StatusCode)
	}
}

func TestTimeLimit(t *testing.T) {
	w := newWorld(t, "https://rd.example")
	a := w.do(request("GET", "/traag", ""))
	if a.StatusCode != 503 {
		t.Errorf("%d, want unavailable when time is up", a.StatusCode)
	}
}

// TestTricklingBody holds a real conversation in which the body never ends.
func TestTricklingBody(t *testing.T) {
	w := newWorld(t, "http://rd.example")
	w.config.Limits = map[string]Limit{"POST /meldingen": {Body: 1000, Time: 200 * time.Millisecond}}
	server := httptest.NewServer(Handler(w.routes, w.config))
	defer server.Close()
	conn, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprint(conn, "POST /meldingen HTTP/1.1\r\nHost: rd.example\r\nContent-Length: 100\r\n\r\nbegin")
	if err := conn.SetReadDeadline(time.Now().Add(10 * time.Second)); err != nil {
		t.Fatal(err)
	}
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatalf("a body that never ends keeps the request: %v", err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != 503 {
		t.Errorf("%d, want 503", answer.StatusCode)
	}
}
