package web_test

import (
	"os"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/internal/browsertest"
)

// A way is how somebody comes to a journey.
type way struct {
	name    string
	engine  string
	options browsertest.Options
}

// ways are the ways of every journey: a telephone and a desk, one on each
// engine. With JOURNEYS=all each size meets each engine.
func ways() []way {
	small, wide := phone(false), browsertest.Options{Width: 1280, Height: 900}
	out := []way{{"360 on SQLite", "sqlite", small}, {"1280 on PostgreSQL", "postgres", wide}}
	if os.Getenv("JOURNEYS") == "all" {
		out = append(out, way{"360 on PostgreSQL", "postgres", small}, way{"1280 on SQLite", "sqlite", wide})
	}
	return out
}

// eachWay goes a journey in every way, each in a world of its own.
func eachWay(t *testing.T, walk func(t *testing.T, h *loopback, o browsertest.Options)) {
	t.Helper()
	for _, w := range ways() {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			world := apptest.SQLite
			if w.engine == "postgres" {
				world = apptest.Postgres
			}
			walk(t, loopbackOf(t, world(t)), w.options)
		})
	}
}
