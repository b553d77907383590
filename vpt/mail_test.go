package vpt_test

import (
	"testing"
	"time"

	"rugdekking/vpt"
)

func TestNextMailTry_GrowsAndEndsAfterTwoDays(t *testing.T) {
	for _, row := range []struct {
		tries int
		wait  time.Duration
		more  bool
	}{
		{1, time.Minute, true}, {2, 2 * time.Minute, true}, {9, 256 * time.Minute, true}, {10, 6 * time.Hour, true},
		{16, 6 * time.Hour, true}, {17, 0, false}, {400, 0, false},
	} {
		if wait, more := vpt.NextMailTry(row.tries); wait != row.wait || more != row.more {
			t.Errorf("after %d tries: %v, %v, want %v, %v", row.tries, wait, more, row.wait, row.more)
		}
	}
	var all time.Duration
	for tries := 1; ; tries++ {
		wait, more := vpt.NextMailTry(tries)
		if !more {
			break
		}
		all += wait
	}
	if all < 48*time.Hour || all > 54*time.Hour {
		t.Errorf("a mail is tried for %v, want about two days", all)
	}
}
