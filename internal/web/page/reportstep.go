package page

import (
	"time"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// reportSteps are what happened, newest first.
func reportSteps(t *nl.Texts, v vpt.ReporterView) []TimelineEntry {
	entries := make([]TimelineEntry, 0, len(v.Timeline))
	for i, e := range v.Timeline {
		entry := TimelineEntry{
			Moment: MomentPast, When: nl.Relative(e.At, v.Now, v.Zone, t.Lang()), DateTime: e.At.In(v.Zone).Format("2006-01-02T15:04"),
			Title: stepTitle(t, v, e), Text: paragraphs(e.Text.Reveal()),
		}
		if i == 0 {
			entry.Moment = MomentNow
		}
		if e.Kind == vpt.EventMeasure || e.Kind == vpt.EventLifted {
			entry.Text = append(entry.Text, measureWords(t, v, e)...)
		}
		if e.Kind == vpt.EventPoliceEnd {
			entry.Text = append(entry.Text, t.Label(vpt.PoliceStepKind(e.Detail))+".")
		}
		if e.Kind == vpt.EventAssessed && v.Assessed {
			entry.Text = append(entry.Text, assessedAs(t, v))
		}
		entries = append(entries, entry)
	}
	return entries
}

// stepTitle says what happened, and who did it.
func stepTitle(t *nl.Texts, v vpt.ReporterView, e vpt.Event) string {
	key, name := "melding.stap-"+string(e.Kind), e.ByName.Reveal()
	mine := e.By != "" && e.By == v.Viewer
	switch e.Kind {
	case vpt.EventReported, vpt.EventDetails, vpt.EventComment, vpt.EventSeries:
		if mine {
			key += "-zelf"
		}
	case vpt.EventEvidence:
		if e.Detail != "" {
			key += "-" + e.Detail
		} else if mine {
			key += "-zelf"
		}
	case vpt.EventOwned:
		if name = e.ForName.Reveal(); name == "" {
			name = t.Text("melding.coordinator")
		}
	}
	if name == "" {
		name = t.Text("melding.leidinggevende")
	}
	return capital(t.Fill(key, "naam", name))
}

// measureWords say which measure was decided and until when it holds.
func measureWords(t *nl.Texts, v vpt.ReporterView, e vpt.Event) []string {
	for _, m := range v.Measures {
		if string(m.ID) != e.Ref {
			continue
		}
		text := v.Lists[vpt.MeasureList].Label(m.Kind.Code, t.Lang())
		if m.EndsOn != "" && e.Kind != vpt.EventLifted {
			text += ", " + t.Fill("melding.tot-en-met", "dag", nl.Day(string(m.EndsOn), t.Lang()))
		}
		return []string{text + "."}
	}
	return nil
}

// nextSteps are the running terms and the talks to come, the nearest first:
// that is the one she waits for.
func nextSteps(t *nl.Texts, v vpt.ReporterView) []TimelineEntry {
	type step struct {
		at    time.Time
		entry TimelineEntry
	}
	var steps []step
	add := func(at time.Time, entry TimelineEntry) {
		entry.Moment, entry.DateTime, entry.Late = MomentNext, at.In(v.Zone).Format("2006-01-02T15:04"), v.Now.After(at)
		i := 0
		for i < len(steps) && !steps[i].at.After(at) {
			i++
		}
		steps = append(steps[:i], append([]step{{at, entry}}, steps[i:]...)...)
	}
	name := ownerName(t, v.Owner)
	for _, c := range v.Clocks {
		if v.Case == vpt.CaseOpen && c.Running() && (c.Kind == vpt.ClockReaction || c.Kind == vpt.ClockFeedback) {
			add(c.Due, TimelineEntry{When: nl.Before(c.Due, v.Now, v.Zone, t.Lang()), Title: capital(t.Fill("melding.klok-"+string(c.Kind), "naam", name))})
		}
	}
	for _, talk := range v.Talks {
		switch {
		case talk.Done():
		case talk.PlannedAt.IsZero():
			add(talk.DueAt, TimelineEntry{When: nl.Before(talk.DueAt, v.Now, v.Zone, t.Lang()), Title: capital(t.Fill("melding.klok-opvang", "naam", name))})
		default:
			add(talk.PlannedAt, TimelineEntry{When: nl.Relative(talk.PlannedAt, v.Now, v.Zone, t.Lang()), Title: t.Fill("gesprek.met", "naam", talk.WithName.Reveal())})
		}
	}
	entries := make([]TimelineEntry, len(steps))
	for i, s := range steps {
		entries[i] = s.entry
	}
	return entries
}
