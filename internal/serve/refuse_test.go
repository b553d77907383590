package serve

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"rugdekking/vpt"
)

func TestStatus(t *testing.T) {
	for _, c := range []struct {
		err       error
		page, api int
	}{
		{vpt.Fail(vpt.KindInvalid, "x"), 422, 400},
		{vpt.Fail(vpt.KindNotFound, "x"), 404, 404},
		{vpt.Fail(vpt.KindForbidden, "x"), 404, 403},
		{vpt.Fail(vpt.KindConflict, "x"), 409, 409},
		{vpt.Fail(vpt.KindUnauthenticated, "x"), 303, 401},
		{vpt.Fail(vpt.KindThrottled, "x"), 429, 429},
		{vpt.Fail(vpt.KindUnavailable, "x"), 503, 503},
		{vpt.Fail(vpt.KindTooLarge, "x"), 413, 413},
		{vpt.Fail(vpt.KindInternal, "x"), 500, 500},
		{errors.New("x"), 500, 500},
		{fmt.Errorf("bezig: %w", vpt.ErrNotFound), 404, 404},
		{ErrMethod, 405, 405},
		{ErrHost, 421, 421},
		{ErrCrossOrigin.Because(errors.New("x")), 403, 403},
		{ErrInsecure, 403, 403},
		{ErrTooLarge, 413, 413},
		{ErrPanic, 500, 500},
	} {
		if page, api := PageStatus(c.err), APIStatus(c.err); page != c.page || api != c.api {
			t.Errorf("%v: page %d, API %d; want %d, %d", c.err, page, api, c.page, c.api)
		}
	}
}

func TestEveryKindHasAStatus(t *testing.T) {
	for kind := vpt.KindInternal + 1; kind <= vpt.KindTooLarge; kind++ {
		if APIStatus(vpt.Fail(kind, "x")) == 500 {
			t.Errorf("kind %d counts as a fault of ours", kind)
		}
	}
}

func TestLogFailure(t *testing.T) {
	for _, c := range []struct {
		err  error
		want bool
	}{
		{errors.New("schijf vol"), true}, {vpt.ErrUnavailable.Because(errors.New("database weg")), true},
		{vpt.ErrNotFound, false}, {vpt.Fail(vpt.KindInvalid, "x"), false}, {ErrPanic, false},
	} {
		var out bytes.Buffer
		r := request("GET", "/zaken/geheim?naam=geheim", "")
		r.Pattern = "GET /zaken/{nummer}"
		LogFailure(slog.New(slog.NewTextHandler(&out, nil)), r, c.err)
		if got := out.Len() > 0; got != c.want {
			t.Errorf("%v: logged %v", c.err, got)
		}
		if c.want && !strings.Contains(out.String(), c.err.Error()) || strings.Contains(out.String(), "geheim") {
			t.Errorf("%v: %s", c.err, out.String())
		}
	}
}
