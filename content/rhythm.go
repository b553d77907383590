package content

// Rhythm spreads invented incidents over time as a real year would: weights
// are relative, so 2 means twice as often as 1.
type Rhythm struct {
	Note    string       `json:"note"`
	Weekday [7]float64   `json:"weekday"` // Monday first
	Month   [12]float64  `json:"month"`   // January first
	Hours   []HourWeight `json:"hours"`
	Special []SpecialDay `json:"special"`
}

// HourWeight gives the 24 weights of the hours of a day for some channels. The
// entry without channels holds for the rest.
type HourWeight struct {
	Channels []string    `json:"channels"`
	Weight   [24]float64 `json:"weight"`
}

// SpecialDay weighs days up. From and Until are MM-DD; empty with MonthDays
// set means those days of every month. Channels narrows it; empty means all.
type SpecialDay struct {
	ID        string   `json:"id"` // a narrative's season refers to it
	LabelNL   string   `json:"label_nl"`
	From      string   `json:"from,omitempty"`
	Until     string   `json:"until,omitempty"`
	MonthDays []int    `json:"month_days,omitempty"`
	Weekdays  []int    `json:"weekdays,omitempty"` // 1 is Monday
	Channels  []string `json:"channels,omitempty"`
	Weight    float64  `json:"weight"`
}

// DemoRhythm reads the rhythm of the demo world.
func DemoRhythm() (Rhythm, error) {
	var r Rhythm
	err := read("demo/rhythm.json", &r)
	return r, err
}
