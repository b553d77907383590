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

// Who is in doubt is promised a call first: no decision stands before it.
func TestReceipt_InDoubtTheCallComesFirst(t *testing.T) {
	now := time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)
	steps := receiptSteps(nl.New("nl"), vpt.Receipt{
		Choice: vpt.ChoiceDoubt, Owner: vpt.PersonName{Name: vpt.NewPrivate("Mila")}, Now: now, Zone: time.UTC,
		Clocks: []vpt.Clock{{Kind: vpt.ClockReaction, Due: now.AddDate(0, 0, 1)}, {Kind: vpt.ClockCare, Due: now.AddDate(0, 0, 3)}},
	})
	if len(steps) != 2 || steps[0].Icon != "phone" || steps[1].Icon != "measure" {
		t.Fatalf("steps %v", steps)
	}
	if steps[0].When != "vóór morgen 09:00" || steps[1].What != "Mila beslist daarna over een reactie naar de ander" {
		t.Errorf("steps %v", steps)
	}
}
