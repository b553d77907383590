package mail

import (
	"context"
	"errors"
	"strconv"
	"sync"
	"testing"
)

func TestCaptureKeepsTheLast(t *testing.T) {
	c := NewCapture(3)
	for i := range 5 {
		m := good()
		m.Subject = strconv.Itoa(i)
		if err := c.Send(t.Context(), m); err != nil {
			t.Fatal(err)
		}
	}
	kept := c.Messages()
	if len(kept) != 3 || kept[0].Subject != "2" || kept[2].Subject != "4" {
		t.Errorf("kept %d, first %q", len(kept), kept[0].Subject)
	}
	kept[0].Subject = "veranderd"
	if c.Messages()[0].Subject != "2" {
		t.Error("the list handed out is the list itself")
	}
}

func TestCaptureRefusesAsTheRealOne(t *testing.T) {
	c := NewCapture(1)
	bad := good()
	bad.MessageID = ""
	if err := c.Send(t.Context(), bad); !errors.Is(err, ErrInvalid) {
		t.Errorf("invalid message: %v", err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := c.Send(ended, good()); !errors.Is(err, ErrTemporary) {
		t.Errorf("ended context: %v", err)
	}
	c.Fail(ErrUncertain)
	if err := c.Send(t.Context(), good()); !errors.Is(err, ErrUncertain) {
		t.Errorf("failing: %v", err)
	}
	if n := len(c.Messages()); n != 0 {
		t.Errorf("kept %d of three that failed", n)
	}
	c.Fail(nil)
	if err := c.Send(t.Context(), good()); err != nil || len(c.Messages()) != 1 {
		t.Errorf("after Fail(nil): %v", err)
	}
}

func TestCaptureIsSafeTogether(t *testing.T) {
	c := NewCapture(100)
	var group sync.WaitGroup
	for range 20 {
		group.Go(func() { _ = c.Send(context.Background(), good()); _ = c.Messages() })
	}
	group.Wait()
	if n := len(c.Messages()); n != 20 {
		t.Errorf("kept %d of 20", n)
	}
}
