package demo

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"rugdekking/internal/app"
	"rugdekking/internal/clock"
)

func TestMeasure(t *testing.T) {
	now := time.Date(2026, 11, 23, 15, 0, 0, 0, time.UTC)
	cfg := app.Config{Database: "sqlite:" + filepath.Join(t.TempDir(), "x.db"), Key: app.NewKey(), Clock: clock.NewFake(now), Demo: true}
	if err := app.Migrate(context.Background(), cfg); err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	if err := Build(context.Background(), cfg, now); err != nil {
		t.Fatal(err)
	}
	t.Log(time.Since(begin))
}
