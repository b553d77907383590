package demo

import (
	"slices"
	"time"

	"rugdekking/content"
)

// wanted is about how many incidents a demonstration has.
const wanted = 400

// telling is one narrative at one moment.
type telling struct {
	content.Narrative
	occurred time.Time
	reported time.Time
	again    bool // the narrative was told before, about another day
}

// spread gives each narrative its day by the rhythm, and tells enough of them
// a second time about another year. The result is in order of reporting.
func (w *world) spread(narratives []content.Narrative) []telling {
	starts := map[string]time.Time{}
	var all []telling
	for _, n := range narratives {
		all = append(all, w.tell(n, w.dayOf(n, starts), false))
	}
	order := w.random.Perm(len(narratives))
	for i := 0; len(all) < wanted; i = (i + 1) % len(order) {
		n := narratives[order[i]]
		if n.Series != nil || n.DuplicateOf != "" || n.DaysAgo > 0 || n.Outcome != "" {
			continue
		}
		all = append(all, w.tell(n, w.pick(n), true))
	}
	after := func(a, b telling) int { return a.reported.Compare(b.reported) }
	slices.SortStableFunc(all, after)
	return w.duplicatesLater(all)
}

// duplicatesLater puts a report of what was reported already half an hour
// after the first.
func (w *world) duplicatesLater(all []telling) []telling {
	first := map[string]telling{}
	for _, t := range all {
		if !t.again {
			first[t.ID] = t
		}
	}
	for i, t := range all {
		if one, ok := first[t.DuplicateOf]; ok && t.DuplicateOf != "" {
			all[i].occurred, all[i].reported = one.occurred, one.reported.Add(35*time.Minute)
		}
	}
	slices.SortStableFunc(all, func(a, b telling) int { return a.reported.Compare(b.reported) })
	return all
}

// dayOf gives the day on which a narrative happened.
func (w *world) dayOf(n content.Narrative, starts map[string]time.Time) time.Time {
	today := w.day(0)
	switch {
	case n.DaysAgo > 0:
		return today.AddDate(0, 0, -n.DaysAgo)
	case n.Series != nil:
		start, ok := starts[n.Series.ID]
		if !ok {
			// A whole dossier lies far enough back for its end to have come.
			start = today.AddDate(0, 0, -150-w.random.IntN(120))
			starts[n.Series.ID] = start
		}
		return start.AddDate(0, 0, n.Series.DaysAfter)
	}
	return w.pick(n)
}

// day gives midnight, local time, a number of days ago.
func (w *world) day(ago int) time.Time {
	now := w.now.In(w.zone)
	return time.Date(now.Year(), now.Month(), now.Day()-ago, 0, 0, 0, 0, w.zone)
}

// pick draws a day by weight.
func (w *world) pick(n content.Narrative) time.Time {
	weights := make([]float64, history)
	for ago := range weights {
		weights[ago] = w.weight(w.day(ago), n)
		if ago < 21 {
			weights[ago] *= 3 // more to see on a worklist
		}
	}
	return w.day(w.draw(weights))
}

// weight says how likely a narrative is on a day.
func (w *world) weight(day time.Time, n content.Narrative) float64 {
	weight := w.rhythm.Weekday[(int(day.Weekday())+6)%7] * w.rhythm.Month[int(day.Month())-1]
	for _, s := range w.rhythm.Special {
		match := matches(s, day)
		if n.Season == s.ID {
			if !match {
				return 0
			}
			continue
		}
		if match && (len(s.Channels) == 0 || slices.Contains(s.Channels, n.Channel)) {
			weight *= s.Weight
		}
	}
	return weight
}

func matches(s content.SpecialDay, day time.Time) bool {
	if len(s.Weekdays) > 0 && !slices.Contains(s.Weekdays, (int(day.Weekday())+6)%7+1) {
		return false
	}
	if len(s.MonthDays) > 0 && !slices.Contains(s.MonthDays, day.Day()) {
		return false
	}
	date := day.Format("01-02")
	switch {
	case s.From == "":
		return true
	case s.From <= s.Until:
		return s.From <= date && date <= s.Until
	}
	return date >= s.From || date <= s.Until // over the turn of the year
}

// draw gives an index by weight; the last one when all weights are zero.
func (w *world) draw(weights []float64) int {
	total := 0.0
	for _, one := range weights {
		total += one
	}
	at := w.random.Float64() * total
	for i, one := range weights {
		if at -= one; at < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// tell gives a narrative its hour, and the moment at which it was reported:
// mostly soon, sometimes the next morning. Nothing is reported after now.
func (w *world) tell(n content.Narrative, day time.Time, again bool) telling {
	hour := w.draw(w.hours(n.Channel))
	occurred := day.Add(time.Duration(hour)*time.Hour + time.Duration(w.random.IntN(12)*5)*time.Minute)
	reported := occurred.Add(time.Duration(8+w.random.IntN(150)) * time.Minute)
	if h := reported.In(w.zone).Hour(); h < 7 || h >= 21 || w.random.IntN(9) == 0 {
		reported = w.workday(occurred, 1).Add(time.Duration(8*60+w.random.IntN(240)) * time.Minute)
	}
	if latest := w.now.Add(-time.Duration(10+w.random.IntN(400)) * time.Minute); reported.After(latest) {
		back := reported.Sub(latest)
		reported = latest
		if occurred.After(reported) {
			occurred = occurred.Add(-back - 20*time.Minute)
		}
	}
	return telling{Narrative: n, occurred: occurred, reported: reported, again: again}
}

func (w *world) hours(channel string) []float64 {
	rest := make([]float64, 24)
	for _, h := range w.rhythm.Hours {
		if slices.Contains(h.Channels, channel) {
			return h.Weight[:]
		}
		if len(h.Channels) == 0 {
			rest = h.Weight[:]
		}
	}
	return rest
}

// workday gives midnight of the n-th day from Monday to Friday after at.
func (w *world) workday(at time.Time, n int) time.Time {
	local := at.In(w.zone)
	day := time.Date(local.Year(), local.Month(), local.Day(), 0, 0, 0, 0, w.zone)
	for n > 0 {
		day = time.Date(day.Year(), day.Month(), day.Day()+1, 0, 0, 0, 0, w.zone)
		if d := day.Weekday(); d != time.Saturday && d != time.Sunday {
			n--
		}
	}
	return day
}
