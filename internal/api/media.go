package api

import (
	"errors"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"rugdekking/internal/serve"
	"rugdekking/vpt"
)

// The refusals about the form of request and answer.
var (
	errNotAcceptable = vpt.Fail(vpt.KindInvalid, "formaat-onbeschikbaar")
	errMediaType     = vpt.Fail(vpt.KindInvalid, "inhoudstype-onbekend")
)

// statusOf gives the HTTP status of an error, those of this package included.
func statusOf(err error) int {
	switch {
	case errors.Is(err, errNotAcceptable):
		return http.StatusNotAcceptable
	case errors.Is(err, errMediaType):
		return http.StatusUnsupportedMediaType
	}
	return serve.APIStatus(err)
}

// acceptsJSON reports whether the client takes JSON (RFC 9110 §12.5.1). Of the
// ranges that match, the most specific one counts; without the header
// everything is welcome.
func acceptsJSON(r *http.Request) bool {
	header := strings.Join(r.Header.Values("Accept"), ",")
	if strings.TrimSpace(header) == "" {
		return true
	}
	best, welcome := 0, false
	for part := range strings.SplitSeq(header, ",") {
		kind, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		rank := map[string]int{"*/*": 1, "application/*": 2, "application/json": 3}[kind]
		if rank > best || rank == best && rank > 0 && !welcome {
			best, welcome = rank, weight(params["q"]) > 0
		}
	}
	return welcome
}

func weight(q string) float64 {
	if q == "" {
		return 1
	}
	w, err := strconv.ParseFloat(q, 64)
	if err != nil {
		return 0
	}
	return w
}

// sendsJSON reports whether a body is said to be JSON in UTF-8.
func sendsJSON(r *http.Request) bool {
	values := r.Header.Values("Content-Type")
	if len(values) != 1 {
		return false
	}
	kind, params, err := mime.ParseMediaType(values[0])
	charset := params["charset"]
	return err == nil && kind == "application/json" && (charset == "" || strings.EqualFold(charset, "utf-8"))
}
