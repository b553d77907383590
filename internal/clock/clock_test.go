package clock

import (
	"sync"
	"testing"
	"time"
)

func TestSystemIsUTCInMicroseconds(t *testing.T) {
	before := time.Now().Add(-time.Second)
	now := System().Now()
	if now.Location() != time.UTC {
		t.Errorf("location = %v, want UTC", now.Location())
	}
	if now.Nanosecond()%1000 != 0 {
		t.Errorf("nanoseconds = %d, want whole microseconds", now.Nanosecond())
	}
	if now != time.UnixMicro(now.UnixMicro()).UTC() {
		t.Error("a round through microseconds gives another value")
	}
	if now.Before(before) || now.After(time.Now()) {
		t.Errorf("now = %v, not the time of the machine", now)
	}
}

func TestFakeStandsStillUntilMoved(t *testing.T) {
	amsterdam := time.FixedZone("CET", 3600)
	start := time.Date(2026, 11, 23, 10, 0, 0, 1234567, amsterdam)
	f := NewFake(start)
	want := time.Date(2026, 11, 23, 9, 0, 0, 1234000, time.UTC)
	if got := f.Now(); got != want {
		t.Errorf("Now = %v, want %v", got, want)
	}
	if got := f.Advance(90 * time.Minute); got != want.Add(90*time.Minute) || f.Now() != got {
		t.Errorf("Advance = %v, Now = %v, want both %v", got, f.Now(), want.Add(90*time.Minute))
	}
	f.Set(start)
	if f.Now() != want {
		t.Errorf("after Set back: %v, want %v", f.Now(), want)
	}
}

func TestFakeIsSafeTogether(t *testing.T) {
	f := NewFake(time.Unix(0, 0))
	var group sync.WaitGroup
	for range 20 {
		group.Go(func() {
			f.Advance(time.Second)
			_ = f.Now()
		})
	}
	group.Wait()
	if got := f.Now().Unix(); got != 20 {
		t.Errorf("twenty advances of a second moved the clock %d seconds", got)
	}
}
