package page

import (
	"slices"
	"testing"
	"time"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// The part of the organisation stands apart from the place: both may be called
// "Balie".
func TestFacts_PlaceAndUnitApart(t *testing.T) {
	v := vpt.CaseView{UnitName: "Balie", SiteName: "Stadhuis", Zone: time.UTC}
	v.Case.Incident.Place = vpt.NewPrivate("hal")
	var got []string
	for _, item := range newWriter(nl.New("nl"), v).facts().Items {
		got = append(append(got, item.Term+":"+item.Text), item.Lines...)
	}
	if i := slices.Index(got, "Waar:"); i < 0 || !slices.Equal(got[i:], []string{"Waar:", "Stadhuis", "hal", "Onderdeel:Balie"}) {
		t.Errorf("the facts are %q", got)
	}
}

// The warning of a hearing leads to where damage is claimed, for who may claim
// it. On the page of the damage itself it leads nowhere.
func TestChainNotes_AHearingLeadsToTheDamage(t *testing.T) {
	v := vpt.CaseView{Today: "2026-12-01", MayFollow: true, PoliceSteps: []vpt.PoliceStep{{Kind: vpt.StepHearing, On: "2026-12-01", HearingOn: "2026-12-18"}}}
	v.Case.Number = "Z-2026-00001"
	notes := newWriter(nl.New("nl"), v).chainNotes()
	if len(notes) != 1 || notes[0].Action == nil || notes[0].Action.Href != "/zaken/Z-2026-00001/schade" {
		t.Fatalf("the notes are %+v", notes)
	}
	if on := newWriter(nl.New("nl"), v).hearingNote(); on[0].Action != nil {
		t.Errorf("the page of the damage leads to %+v", on[0].Action)
	}
	v.MayFollow = false
	if notes := newWriter(nl.New("nl"), v).chainNotes(); len(notes) != 1 || notes[0].Action != nil {
		t.Errorf("who may not claim reads %+v", notes)
	}
}
