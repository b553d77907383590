package vpt_test

import (
	"testing"

	"rugdekking/vpt"
)

func TestTidyNumber(t *testing.T) {
	for typed, want := range map[string]string{
		"Z-2026-00012": "Z-2026-00012", "z-2026-12": "Z-2026-00012", " m2026-00007 ": "M-2026-00007", "Z 2026 123456": "Z-2026-123456",
		"z202612": "Z-2026-00012", "M-2026-00000": "M-2026-00000",
		"2014-00012": "2014-00012", "12": "12", "X-2026-12": "X-2026-12", "Z-26-12": "Z-26-12", " uwv/12 ": "uwv/12", "": "",
	} {
		if got := vpt.TidyNumber(typed); got != want {
			t.Errorf("%q becomes %q, want %q", typed, got, want)
		}
	}
}
