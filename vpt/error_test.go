package vpt_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"rugdekking/vpt"
)

func TestError_IsItselfThroughWrapping(t *testing.T) {
	cause := errors.New("no rows")
	err := fmt.Errorf("store: find case: %w", vpt.ErrNotFound.Because(cause))
	if !errors.Is(err, vpt.ErrNotFound) || !errors.Is(err, cause) || vpt.KindOf(err) != vpt.KindNotFound {
		t.Errorf("%v is no longer what it was", err)
	}
	if errors.Is(err, vpt.ErrForbidden) || errors.Is(vpt.Fail(vpt.KindNotFound, "anders"), vpt.ErrNotFound) {
		t.Error("errors of another kind or code are taken for the same")
	}
	if vpt.ErrNotFound.Unwrap() != nil {
		t.Error("Because changed the error that all share")
	}
	if vpt.KindOf(io.EOF) != vpt.KindInternal || vpt.KindOf(nil) != vpt.KindInternal {
		t.Error("an error that is not ours has a kind")
	}
}

func TestProblems_TellAllAtOnce(t *testing.T) {
	var p vpt.Problems
	if p.Any() || p.Err() != nil {
		t.Error("nothing is wrong, yet there is an error")
	}
	p.Require("account", true)
	p.Require("place", false)
	p.MaxLen("account", 21, 20)
	p.MaxLen("place", 20, 20)
	err := p.Err()
	if !p.Any() || vpt.KindOf(err) != vpt.KindInvalid {
		t.Fatalf("%v is no invalid input", err)
	}
	if got, want := err.Error(), "ongeldige-invoer account:verplicht account:te-lang"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
