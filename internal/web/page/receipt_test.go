package page

import (
	"slices"
	"testing"
	"time"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// The three lines of a receipt stand in the order in which they happen.
func TestReceipt_WhatComesFirstStandsFirst(t *testing.T) {
	now := time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)
	due := func(kind vpt.ClockKind, days int) vpt.Clock {
		return vpt.Clock{Kind: kind, Due: now.AddDate(0, 0, days)}
	}
	for _, c := range []struct {
		clocks []vpt.Clock
		want   []string
	}{
		{[]vpt.Clock{due(vpt.ClockReaction, 1), due(vpt.ClockCare, 3), due(vpt.ClockFeedback, 7)}, []string{"measure", "phone", "mail"}},
		{[]vpt.Clock{due(vpt.ClockReaction, 1), due(vpt.ClockCare, 1), due(vpt.ClockFeedback, 7)}, []string{"phone", "measure", "mail"}},
		{[]vpt.Clock{due(vpt.ClockReaction, 9), due(vpt.ClockCare, 8), due(vpt.ClockFeedback, 7)}, []string{"mail", "phone", "measure"}},
	} {
		var got []string
		for _, step := range receiptSteps(nl.New("nl"), vpt.Receipt{Clocks: c.clocks, Now: now, Zone: time.UTC}) {
			got = append(got, step.Icon)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("in the order %q, want %q", got, c.want)
		}
	}
}
