package vpt

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"reflect"
)

// ParseProtocol reads a protocol from a file. Fields that it does not know are
// refused: a misspelt one would be lost without a word.
func ParseProtocol(data []byte) (Protocol, error) {
	var p Problems
	var out Protocol
	if len(data) > MaxProtocolFile {
		p.Add("file", "bestand-te-groot")
		return out, p.Err()
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	err := d.Decode(&out)
	if err == nil {
		if _, err = d.Token(); errors.Is(err, io.EOF) {
			err = nil
		} else {
			err = errors.New("more than one value")
		}
	}
	if err != nil {
		p.Add("file", "geen-protocol")
		return Protocol{}, p.Err()
	}
	out.Version = 0
	return out, nil
}

// Same reports whether two protocols say the same, whatever their versions and
// whether they are marked as example.
func (p Protocol) Same(q Protocol) bool {
	a, b := p, q
	for _, one := range []*Protocol{&a, &b} {
		one.Version, one.Example, one.By, one.ByName, one.At = 0, false, "", Private{}, q.At
	}
	x, err := json.Marshal(a)
	y, err2 := json.Marshal(b)
	return err == nil && err2 == nil && bytes.Equal(x, y)
}

// Stamp tells one state of a draft from another, by what it says.
func (p Protocol) Stamp() string {
	text, err := json.Marshal(p)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:16])
}

// SaveProtocol is the input for a new version. Base is the newest version that
// its writer saw.
type SaveProtocol struct {
	Base     int
	Protocol Protocol
	Once     Once
}

// DraftProtocol is the input for keeping the next version while it is being
// written. Seen is the stamp of the draft that its writer saw; empty: none.
type DraftProtocol struct {
	Base     int
	Seen     string
	Protocol Protocol
}

// Validate checks what a draft may hold: anything, within limits.
func (in DraftProtocol) Validate() error {
	var p Problems
	if len(in.Protocol.Rows) > MaxProtocolRows {
		p.Add("rows", "aantal-rijen")
	}
	if text, err := json.Marshal(in.Protocol); err != nil || len(text) > MaxProtocolFile {
		p.Add("rows", "te-lang")
	} else {
		noBSN(&p, "rows", NewPrivate(string(text)))
	}
	return p.Err()
}

// ProtocolExample is a protocol that is shipped to start from.
type ProtocolExample struct {
	Code string
	Protocol
}

// ProtocolView is the page of the protocol.
type ProtocolView struct {
	Versions []Protocol // newest first; none: nothing was adopted
	Draft    Protocol   // Rows nil: nobody is writing one
	Writing  bool       // there is a draft
	Examples []ProtocolExample
	Lists    map[CodeList]CodeSet
	MayEdit  bool
}

// Now gives the version in force.
func (v ProtocolView) Now() (Protocol, bool) {
	if len(v.Versions) == 0 {
		return Protocol{}, false
	}
	return v.Versions[0], true
}

// At gives a version.
func (v ProtocolView) At(version int) (Protocol, bool) {
	for _, p := range v.Versions {
		if p.Version == version {
			return p, true
		}
	}
	return Protocol{}, false
}

// RowChange is how a row of a protocol differs from the version before.
type RowChange struct {
	Label  string
	Before ProtocolRow // Label empty: the row is new
	After  ProtocolRow // Label empty: the row is gone
}

// Changes gives the rows that differ from an earlier version, by label.
func (p Protocol) Changes(before Protocol) []RowChange {
	var out []RowChange
	find := func(in Protocol, label string) ProtocolRow {
		for _, r := range in.Rows {
			if r.Label == label {
				return r
			}
		}
		return ProtocolRow{}
	}
	for _, r := range p.Rows {
		if old := find(before, r.Label); old.Label == "" || !reflect.DeepEqual(old, r) {
			out = append(out, RowChange{Label: r.Label, Before: old, After: r})
		}
	}
	for _, old := range before.Rows {
		if find(p, old.Label).Label == "" {
			out = append(out, RowChange{Label: old.Label, Before: old})
		}
	}
	return out
}
