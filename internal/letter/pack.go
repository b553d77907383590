package letter

import (
	"encoding/json"
	"fmt"

	"rugdekking/vpt"
)

// Pack puts the values of a letter in one text, to be sealed with its case.
func Pack(values map[string]vpt.Private) (vpt.Private, error) {
	plain := make(map[string]string, len(values))
	for name, value := range values {
		if !value.IsZero() {
			plain[name] = value.Reveal()
		}
	}
	data, err := json.Marshal(plain) // keys in order: the same values give the same text
	if err != nil {
		return vpt.Private{}, fmt.Errorf("letter: pack: %w", err)
	}
	return vpt.NewPrivate(string(data)), nil
}

// Unpack takes them out again.
func Unpack(packed vpt.Private) (map[string]vpt.Private, error) {
	var plain map[string]string
	if packed.IsZero() {
		return map[string]vpt.Private{}, nil
	}
	if err := json.Unmarshal([]byte(packed.Reveal()), &plain); err != nil {
		return nil, fmt.Errorf("letter: unpack: %w", err)
	}
	values := make(map[string]vpt.Private, len(plain))
	for name, value := range plain {
		values[name] = vpt.NewPrivate(value)
	}
	return values, nil
}
