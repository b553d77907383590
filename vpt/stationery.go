package vpt

import (
	"bytes"
	"strings"
)

// Stationery is what stands on the letters of an organisation and is the same
// for all of them. It holds no personal data.
type Stationery struct {
	Lines     []string `json:"lines,omitempty"` // address, website
	Logo      []byte   `json:"logo,omitempty"`  // PNG or JPEG
	LogoAlt   string   `json:"logoAlt,omitempty"`
	Footer    string   `json:"footer,omitempty"`
	Phone     string   `json:"phone,omitempty"`
	Email     string   `json:"email,omitempty"`
	Hours     string   `json:"hours,omitempty"`
	OnBehalf  string   `json:"onBehalf,omitempty"` // whose decision it is
	Complaint []string `json:"complaint,omitempty"`
	Ombudsman []string `json:"ombudsman,omitempty"`
	Objection string   `json:"objection,omitempty"`
	LegalHelp string   `json:"legalHelp,omitempty"`
	Privacy   string   `json:"privacy,omitempty"` // where to ask for one's data
	Officer   string   `json:"officer,omitempty"` // data protection officer
	Retention string   `json:"retention,omitempty"`
	Breach    string   `json:"breach,omitempty"` // what happens when somebody does not keep to a measure
}

// SaveStationery is the input of the page with the stationery. A logo that was
// kept before stays when Logo is empty, unless it is dropped.
type SaveStationery struct {
	Stationery
	DropLogo bool
}

// The limits of stationery.
const (
	MaxLogo       = 200 << 10 // bytes
	maxStationery = 6         // lines
)

// Over gives the stationery that takes the place of what was kept.
func (in SaveStationery) Over(kept Stationery) Stationery {
	out := in.Stationery
	switch {
	case len(out.Logo) > 0:
	case in.DropLogo:
		out.LogoAlt = ""
	default:
		out.Logo = kept.Logo
	}
	return out
}

// stationeryPart is one text of stationery, under the name it has in a form.
type stationeryPart struct {
	path  string
	text  string
	limit int
}

func (s Stationery) single() []stationeryPart {
	return []stationeryPart{
		{"logoAlt", s.LogoAlt, MaxLine}, {"footer", s.Footer, MaxLine}, {"phone", s.Phone, MaxLine}, {"email", s.Email, MaxLine},
		{"hours", s.Hours, MaxLine}, {"onBehalf", s.OnBehalf, MaxLine}, {"objection", s.Objection, MaxLine}, {"legalHelp", s.LegalHelp, MaxLine},
		{"privacy", s.Privacy, MaxLine}, {"officer", s.Officer, MaxLine}, {"retention", s.Retention, MaxLine}, {"breach", s.Breach, MaxText},
	}
}

// Validate checks stationery as a form may give it.
func (s Stationery) Validate() error {
	var p Problems
	for _, list := range []struct {
		path  string
		lines []string
	}{{"lines", s.Lines}, {"complaint", s.Complaint}, {"ombudsman", s.Ombudsman}} {
		if len(list.lines) > maxStationery {
			p.Add(list.path, "te-veel-regels")
		}
		for _, line := range list.lines {
			if len(line) > MaxLine {
				p.Add(list.path, "te-lang")
				break
			}
		}
	}
	for _, part := range s.single() {
		p.MaxLen(part.path, len(part.text), part.limit)
		if part.path != "breach" && strings.ContainsAny(part.text, "\r\n") {
			p.Add(part.path, "een-regel")
		}
	}
	if s.Email != "" && !validEmail(s.Email) {
		p.Add("email", "geen-e-mailadres")
	}
	switch {
	case len(s.Logo) > MaxLogo:
		p.Add("logo", "logo-te-groot")
	case len(s.Logo) > 0 && !pictured(s.Logo):
		p.Add("logo", "geen-logo")
	}
	p.Require("logoAlt", len(s.Logo) > 0 && s.LogoAlt == "")
	return p.Err()
}

// pictured reports whether data begins as a PNG or a JPEG does.
func pictured(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")) || bytes.HasPrefix(data, []byte("\xff\xd8\xff"))
}

// Missing gives the fields of stationery that letters to a citizen cannot do
// without and that are empty.
func (s Stationery) Missing() []string {
	var out []string
	for _, field := range []struct {
		path  string
		empty bool
	}{
		{"lines", len(s.Lines) == 0}, {"phone", s.Phone == ""}, {"complaint", len(s.Complaint) == 0}, {"ombudsman", len(s.Ombudsman) == 0},
		{"privacy", s.Privacy == ""}, {"retention", s.Retention == ""},
	} {
		if field.empty {
			out = append(out, field.path)
		}
	}
	return out
}
