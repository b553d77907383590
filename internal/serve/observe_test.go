package serve

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestAccessLogNamesTheRouteOnly(t *testing.T) {
	w := newWorld(t, "https://rd.example")
	moments := []time.Time{time.Unix(1000, 0), time.Unix(1000, 2_500_000)}
	w.config.Now = func() time.Time { now := moments[0]; moments = moments[1:]; return now }
	r := request("GET", "/zaken/Z-2026-00012?naam=yilmaz", "")
	r.Header.Set("User-Agent", "agent-yilmaz")
	r.Header.Set("Referer", "https://rd.example/yilmaz")
	r.RemoteAddr = "192.0.2.7:1"
	w.do(r)
	lines := w.lines(t)
	if len(lines) != 1 {
		t.Fatalf("%d lines", len(lines))
	}
	line := lines[0]
	if line["method"] != "GET" || line["route"] != "/zaken/{nummer}" || line["status"] != 200.0 || line["ms"] != 2.5 || line["bytes"] != 14.0 || line["level"] != "INFO" {
		t.Errorf("%v", line)
	}
	for _, leak := range []string{"yilmaz", "00012", "192.0.2.7"} {
		if strings.Contains(w.log.String(), leak) {
			t.Errorf("%s is in the log: %s", leak, w.log)
		}
	}
}

func TestAccessLogOfRefusals(t *testing.T) {
	w := newWorld(t, "https://rd.example")
	w.do(request("BREW", "/geheim", ""))
	w.do(request("GET", "/geheim//", ""))
	for _, line := range w.lines(t) {
		if line["route"] != "-" || line["status"] != 404.0 {
			t.Errorf("%v", line)
		}
	}
	if line := w.lines(t)[0]; line["method"] != "OTHER" || strings.Contains(w.log.String(), "geheim") {
		t.Errorf("%s", w.log)
	}
}

func TestPanicBecomesAnAnswer(t *testing.T) {
	w := newWorld(t, "https://rd.example")
	w.routes.HandleFunc("GET /paniek/{x}", func(_ http.ResponseWriter, r *http.Request) { panic("mevrouw Yilmaz") })
	w.routes.HandleFunc("GET /leeg", func(http.ResponseWriter, *http.Request) {
		none := func() map[string]int { return nil }
		none()["x"] = 1
	})
	a := w.do(request("GET", "/paniek/geheim", ""))
	if a.StatusCode != 500 || body(t, a) != "onverwachte-fout" {
		t.Errorf("%d", a.StatusCode)
	}
	w.do(request("GET", "/leeg", ""))
	lines := w.lines(t)
	if len(lines) != 4 || lines[0]["msg"] != "panic" || lines[0]["route"] != "/paniek/{x}" || lines[0]["fault"] != "string" ||
		lines[2]["fault"] != "assignment to entry in nil map" || lines[1]["status"] != 500.0 || lines[1]["level"] != "WARN" {
		t.Errorf("%s", w.log)
	}
	if stack, _ := lines[0]["stack"].(string); !strings.Contains(stack, "observe_test.go") {
		t.Error("the log does not say where")
	}
	if strings.Contains(w.log.String(), "Yilmaz") || strings.Contains(w.log.String(), "geheim") {
		t.Errorf("the log shows what the panic was about: %s", w.log)
	}
}

func TestPanicHalfWayCutsOff(t *testing.T) {
	w := newWorld(t, "https://rd.example")
	w.routes.HandleFunc("GET /half", func(rw http.ResponseWriter, _ *http.Request) {
		_, _ = rw.Write([]byte("half"))
		panic("x")
	})
	defer func() {
		if got := recover(); got != http.ErrAbortHandler {
			t.Errorf("ended with %v, want the connection cut off", got)
		}
		if lines := w.lines(t); len(lines) != 2 || lines[1]["msg"] != "request" {
			t.Errorf("%s", w.log)
		}
	}()
	w.do(request("GET", "/half", ""))
}

func TestMetrics(t *testing.T) {
	w := newWorld(t, "https://rd.example")
	w.config.Metrics = NewMetrics()
	w.do(request("GET", "/zaken/geheim", ""))
	w.do(request("GET", "/zaken/anders", ""))
	w.do(request("BREW", "/zaken/geheim", ""))
	answer := httptest.NewRecorder()
	w.config.Metrics.Handler().ServeHTTP(answer, httptest.NewRequest("GET", "/metrics", nil))
	text := answer.Body.String()
	for _, want := range []string{
		`rugdekking_http_requests_total{method="GET",route="/zaken/{nummer}",status="200"} 2`,
		`rugdekking_http_requests_total{method="OTHER",route="-",status="405"} 1`,
		`rugdekking_http_request_duration_seconds_count{method="GET",route="/zaken/{nummer}"} 2`,
		"rugdekking_http_requests_open 0", "go_goroutines", "process_resident_memory_bytes",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("metrics lack %s", want)
		}
	}
	if strings.Contains(text, "geheim") {
		t.Error("a path is a label")
	}
}
