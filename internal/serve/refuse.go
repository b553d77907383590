package serve

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"os"

	"rugdekking/vpt"
)

// The refusals that serve makes itself, besides vpt.ErrNotFound. Their texts
// are in internal/nl under these codes.
var (
	// ErrMethod: the address exists, the method does not. The answer has Allow.
	ErrMethod = vpt.Fail(vpt.KindInvalid, "methode-niet-toegestaan")
	// ErrHost: the request names another server.
	ErrHost = vpt.Fail(vpt.KindInvalid, "onbekend-adres")
	// ErrCrossOrigin: another site made the browser send this.
	ErrCrossOrigin = vpt.Fail(vpt.KindForbidden, "andere-herkomst")
	// ErrInsecure: sent in the clear to a server that is on https.
	ErrInsecure = vpt.Fail(vpt.KindForbidden, "alleen-https")
	// ErrTooLarge: the body is larger than the route takes.
	ErrTooLarge = vpt.Fail(vpt.KindTooLarge, "te-groot")
	// ErrPanic: a fault in the program; it has been logged.
	ErrPanic = vpt.Fail(vpt.KindInternal, "onverwachte-fout")
)

// PageStatus returns the HTTP status of an error on a page. What somebody may
// not see is not found; who is not signed in is sent to sign in (303).
func PageStatus(err error) int {
	switch vpt.KindOf(err) {
	case vpt.KindUnauthenticated:
		return http.StatusSeeOther
	case vpt.KindForbidden:
		if own := ownStatus(err); own != 0 {
			return own
		}
		return http.StatusNotFound
	case vpt.KindInvalid:
		if own := ownStatus(err); own != 0 {
			return own
		}
		return http.StatusUnprocessableEntity
	}
	return APIStatus(err)
}

// APIStatus returns the HTTP status of an error in the JSON API.
func APIStatus(err error) int {
	if own := ownStatus(err); own != 0 {
		return own
	}
	switch vpt.KindOf(err) {
	case vpt.KindInvalid:
		return http.StatusBadRequest
	case vpt.KindNotFound:
		return http.StatusNotFound
	case vpt.KindForbidden:
		return http.StatusForbidden
	case vpt.KindConflict:
		return http.StatusConflict
	case vpt.KindUnauthenticated:
		return http.StatusUnauthorized
	case vpt.KindThrottled:
		return http.StatusTooManyRequests
	case vpt.KindUnavailable:
		return http.StatusServiceUnavailable
	case vpt.KindTooLarge:
		return http.StatusRequestEntityTooLarge
	}
	return http.StatusInternalServerError
}

// ownStatus is for refusals about HTTP itself, alike for page and API.
func ownStatus(err error) int {
	switch {
	case errors.Is(err, ErrMethod):
		return http.StatusMethodNotAllowed
	case errors.Is(err, ErrHost):
		return http.StatusMisdirectedRequest
	case errors.Is(err, ErrCrossOrigin), errors.Is(err, ErrInsecure):
		return http.StatusForbidden
	}
	return 0
}

// BodyError gives what reading a request body failed on its kind: ErrTooLarge,
// unavailable when time ran out, else err itself.
func BodyError(err error) error {
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return ErrTooLarge.Because(err)
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded):
		return vpt.ErrUnavailable.Because(err)
	}
	return err
}

// LogFailure writes the error behind an answer in the log when it is ours to
// solve: internal or unavailable. Whoever answers calls it, once.
func LogFailure(log *slog.Logger, r *http.Request, err error) {
	switch vpt.KindOf(err) {
	case vpt.KindInternal, vpt.KindUnavailable:
		if errors.Is(err, ErrPanic) {
			return // rescue has logged it, with the place
		}
		log.Error("request failed", "request", RequestID(r), "route", route(r), "error", err)
	}
}
