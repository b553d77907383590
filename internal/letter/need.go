package letter

import (
	"slices"

	"rugdekking/vpt"
)

// Needs gives the fields without which the letter cannot be made, whatever
// else is filled in, in the order of Fields.
func (t Template) Needs() []Field {
	names := []string{toName, reference}
	for _, b := range t.Blocks {
		lines, _ := parseText(string(b.Text))
		for _, l := range lines {
			if len(l.when) == 0 {
				names = append(names, named([]line{l})...)
			}
		}
	}
	return inFieldOrder(slices.DeleteFunc(names, func(name string) bool { return name == dated || name == sender }))
}

// Uses gives all fields that can change the letter, in the order of Fields.
func (t Template) Uses() []Field {
	names := []string{toName, toAddress, reference, dated, sender}
	for _, b := range t.Blocks {
		lines, _ := parseText(string(b.Text))
		names = append(names, named(lines)...)
	}
	return inFieldOrder(names)
}

func inFieldOrder(names []string) []Field {
	return slices.DeleteFunc(Fields(), func(f Field) bool { return !slices.Contains(names, f.Name) })
}

// before are pairs of days of which the first may not come after the second.
var before = [][3]string{
	{"begin", "einde", "einde-voor-begin"},
	{"herbeoordeling", "einde", "herbeoordeling-na-einde"},
	{"oud_einde", "einde", "niet-later"},
	{dated, "einde", "al-voorbij"},
	{dated, "herbeoordeling", "al-voorbij"},
	{dated, "gesprek_datum", "al-voorbij"},
	{dated, "reageren_tot", "al-voorbij"},
}

// inOrder notes days that cannot be right together.
func (f *filler) inOrder() {
	for _, pair := range before {
		first, second := vpt.Date(f.values[pair[0]]), vpt.Date(f.values[pair[1]])
		if !f.used[pair[0]] || !f.used[pair[1]] || !first.Valid() || !second.Valid() {
			continue
		}
		if second < first || pair[2] == "niet-later" && second == first {
			at := pair[1]
			if pair[2] == "herbeoordeling-na-einde" {
				at = pair[0]
			}
			f.problems.Add(at, pair[2])
		}
	}
}
