package content

import (
	"errors"
	"fmt"
	"path"
	"strings"
)

// StandardProtocol is the example for whoever has none yet.
const StandardProtocol = "voorbeeld-standaard"

// Protocol is the file of one example of a protocol, as it stands. What a
// protocol must hold is known by who adopts it, not here.
type Protocol struct {
	Code string // name of the file
	Data []byte // JSON
}

// Protocols gives the examples, sorted by code. Each names its source.
func Protocols() ([]Protocol, error) {
	found, err := names("protocols/*.json")
	if err != nil {
		return nil, err
	}
	out := make([]Protocol, 0, len(found))
	for _, name := range found {
		data, err := files.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("content: %w", err)
		}
		out = append(out, Protocol{Code: strings.TrimSuffix(path.Base(name), ".json"), Data: data})
	}
	return out, nil
}

// LadderStep is one step of the ladder from addressing somebody to stopping
// the service.
type LadderStep struct {
	Step       int      `json:"step"`
	Code       string   `json:"code"`
	LabelNL    string   `json:"label_nl"`
	LabelEN    string   `json:"label_en"`
	Measures   []string `json:"measures"` // codes of the shipped list
	Decides    string   `json:"decides"`
	Separation string   `json:"separation"` // who keeps out of it, and what stays open
}

// Ladder gives the steps, from light to heavy.
func Ladder() ([]LadderStep, error) {
	var file struct {
		Source string       `json:"source"`
		Steps  []LadderStep `json:"steps"`
	}
	if err := read("ladder.json", &file); err != nil {
		return nil, err
	}
	for i, s := range file.Steps {
		if s.Step != i {
			return nil, errors.New("content: ladder.json: the steps are not numbered from 0")
		}
	}
	return file.Steps, nil
}
