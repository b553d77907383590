package content

import (
	"fmt"
	"path"
	"strings"
)

// Letter is the file of one shipped letter, as it stands. What a template must
// hold is known by the package that reads it, not here.
type Letter struct {
	Code string // name of the file, and the code in it
	Data []byte // JSON
}

// Letters gives the shipped letters, sorted by code.
func Letters() ([]Letter, error) {
	found, err := names("letters/*.json")
	if err != nil {
		return nil, err
	}
	letters := make([]Letter, 0, len(found))
	for _, name := range found {
		data, err := files.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("content: %w", err)
		}
		letters = append(letters, Letter{Code: strings.TrimSuffix(path.Base(name), ".json"), Data: data})
	}
	return letters, nil
}

// LetterByCode gives one shipped letter.
func LetterByCode(code string) (Letter, error) {
	letters, err := Letters()
	if err != nil {
		return Letter{}, err
	}
	for _, l := range letters {
		if l.Code == code {
			return l, nil
		}
	}
	return Letter{}, fmt.Errorf("content: no letter %q", code)
}

// RemedyClauses gives the file of the clauses that say what a reader can do
// who does not agree.
func RemedyClauses() ([]byte, error) {
	data, err := files.ReadFile("letters/clausules/rechtsmiddelen.json")
	if err != nil {
		return nil, fmt.Errorf("content: %w", err)
	}
	return data, nil
}
