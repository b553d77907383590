package page

import "strings"

// Option is one choice.
type Option struct {
	Value    string
	Label    string
	Hint     string
	Selected bool
}

// Select is a list of which one is chosen: "select". Use it above seven
// choices, a RadioGroup below.
type Select struct {
	Field
	Options []Option
	Blank   string // text of an empty first choice; empty for none
}

// NewSelect makes a list with the option whose value is chosen selected.
func NewSelect(field Field, chosen string, options []Option) Select {
	return Select{Field: field, Options: choose(options, chosen)}
}

// RadioGroup is one choice of a few, each a row one can tap: "radio-group".
type RadioGroup struct {
	Field
	Options []Option
	Inline  bool // side by side where it fits
}

// NewRadioGroup makes a group with the option whose value is chosen selected.
func NewRadioGroup(field Field, chosen string, options []Option) RadioGroup {
	return RadioGroup{Field: field, Options: choose(options, chosen)}
}

// OptionID is the id of the choice at position i; the first has the id of the
// field, so that an error leads to it.
func (g RadioGroup) OptionID(i int) string { return optionID(g.Field, g.Options, i) }

// CheckboxGroup is any number of a few choices: "checkbox-group".
type CheckboxGroup struct {
	Field
	Options []Option
}

// NewCheckboxGroup makes a group with the options in chosen ticked.
func NewCheckboxGroup(field Field, chosen []string, options []Option) CheckboxGroup {
	return CheckboxGroup{Field: field, Options: choose(options, chosen...)}
}

// OptionID is the id of the choice at position i.
func (g CheckboxGroup) OptionID(i int) string { return optionID(g.Field, g.Options, i) }

// KindTiles are the large tappable kinds of the reporting form: "kind-tiles".
// A finer choice appears under a tile once it is chosen; without a script it
// folds open by hand.
type KindTiles struct {
	Field
	Tiles []KindTile
}

// KindTile is one kind with an example from practice.
type KindTile struct {
	Value    string
	Label    string
	Example  string
	Selected bool
	Finer    []Option // the codes below this kind; may be empty
}

// NewKindTiles makes the tiles; chosen may hold values of tiles and of finer
// choices, which are sent under the same name.
func NewKindTiles(field Field, chosen []string, tiles []KindTile) KindTiles {
	out := make([]KindTile, len(tiles))
	for i, tile := range tiles {
		tile.Finer = choose(tile.Finer, chosen...)
		for _, value := range chosen {
			tile.Selected = tile.Selected || value == tile.Value
		}
		for _, finer := range tile.Finer {
			tile.Selected = tile.Selected || finer.Selected
		}
		out[i] = tile
	}
	return KindTiles{Field: field, Tiles: out}
}

// TileID is the id of the tile at position i.
func (k KindTiles) TileID(i int) string {
	if i == 0 {
		return k.ID()
	}
	return k.ID() + "-" + slug(k.Tiles[i].Value)
}

// FinerID is the id of a finer choice.
func (k KindTiles) FinerID(value string) string { return k.ID() + "-fijn-" + slug(value) }

// choose returns a copy of options with those in chosen selected.
func choose(options []Option, chosen ...string) []Option {
	out := make([]Option, len(options))
	for i, option := range options {
		for _, value := range chosen {
			option.Selected = option.Selected || option.Value == value
		}
		out[i] = option
	}
	return out
}

func optionID(f Field, options []Option, i int) string {
	if i == 0 {
		return f.ID()
	}
	return f.ID() + "-" + slug(options[i].Value)
}

// slug keeps a value usable inside an id.
func slug(value string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-':
			return r
		}
		return '-'
	}, value)
}
