package serve

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Metrics counts requests for Prometheus. Labels are patterns and statuses,
// never an organisation or a person. A nil Metrics counts nothing.
type Metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	duration *prometheus.HistogramVec
	open     prometheus.Gauge
}

// NewMetrics returns metrics with a registry of their own, the Go runtime and
// the process included.
func NewMetrics() *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "rugdekking_http_requests_total", Help: "Requests answered.",
		}, []string{"method", "route", "status"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "rugdekking_http_request_duration_seconds", Help: "Time from request to end of answer.",
			Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30},
		}, []string{"method", "route"}),
		open: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "rugdekking_http_requests_open", Help: "Requests under way.",
		}),
	}
	m.registry.MustRegister(m.requests, m.duration, m.open,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Registerer takes further metrics, such as the length of the queue.
func (m *Metrics) Registerer() prometheus.Registerer { return m.registry }

// Handler shows the metrics. It belongs on an address of its own, which only
// the monitoring reaches: it has no sign-in.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// begin counts a request as open; the function it returns closes it.
func (m *Metrics) begin() func(method, route string, status int, took time.Duration) {
	if m == nil {
		return func(string, string, int, time.Duration) {}
	}
	m.open.Inc()
	return func(method, route string, status int, took time.Duration) {
		m.open.Dec()
		m.requests.WithLabelValues(method, route, strconv.Itoa(status)).Inc()
		m.duration.WithLabelValues(method, route).Observe(took.Seconds())
	}
}
