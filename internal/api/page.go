package api

import (
	"net/url"
	"strconv"
	"time"

	"rugdekking/vpt"
)

func filterOf(c *call) vpt.ServiceFilter {
	return vpt.ServiceFilter{
		From: vpt.Date(c.params["datumVanaf"]), Until: vpt.Date(c.params["datumTot"]), State: vpt.CaseState(c.params["status"]),
		After: c.params["na"], Limit: c.number("aantal"),
	}
}

// next gives the address of the next page, with what narrowed this one; empty
// on the last.
func (a *API) next(collection string, f vpt.ServiceFilter, cursor string) string {
	if cursor == "" {
		return ""
	}
	query := url.Values{"na": {cursor}}
	for name, value := range map[string]string{"datumVanaf": string(f.From), "datumTot": string(f.Until), "status": string(f.State)} {
		if value != "" {
			query.Set(name, value)
		}
	}
	if f.Limit > 0 {
		query.Set("aantal", strconv.Itoa(f.Limit))
	}
	to := a.base.JoinPath(collection)
	to.RawQuery = query.Encode()
	return to.String()
}

// instant writes an instant in UTC, by RFC 3339; nothing for the zero time.
func instant(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format(time.RFC3339Nano)
}

// localTime writes HH:MM as a time without a zone, which has seconds (partial-time
// of RFC 3339 §5.6).
func localTime(at string) string {
	if at == "" {
		return ""
	}
	return at + ":00"
}

func codes(refs []vpt.CodeRef) []string {
	out := make([]string, 0, len(refs))
	for _, r := range refs {
		out = append(out, r.Code)
	}
	return out
}
