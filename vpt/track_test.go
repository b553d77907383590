package vpt_test

import (
	"slices"
	"testing"

	"rugdekking/vpt"
)

func TestStartTracks(t *testing.T) {
	for _, choice := range []vpt.ReportChoice{vpt.ChoiceNormal, vpt.ChoiceDoubt, vpt.ChoiceRegisterOnly} {
		for i, track := range vpt.StartTracks(choice) {
			if track.Kind != vpt.TrackKinds()[i] {
				t.Errorf("track %d is %s, want %s", i, track.Kind, vpt.TrackKinds()[i])
			}
			wished := choice == vpt.ChoiceRegisterOnly && (track.Kind == vpt.TrackInstigator || track.Kind == vpt.TrackPolice)
			if got := track.State == vpt.TrackNotApplicable; got != wished || got == track.Why.IsZero() {
				t.Errorf("%s, track %s: state %s, a reason: %v", choice, track.Kind, track.State, !track.Why.IsZero())
			}
		}
	}
}

func TestCareState(t *testing.T) {
	open := vpt.CareTalk{State: vpt.TalkOpen}
	held, declined := vpt.CareTalk{State: vpt.TalkHeld}, vpt.CareTalk{State: vpt.TalkDeclined}
	planned := vpt.CareTalk{State: vpt.TalkPlanned, PlannedAt: hours(3), With: "mila"}
	byName := vpt.CareTalk{State: vpt.TalkPlanned, PlannedAt: hours(3), WithName: vpt.NewPrivate("de bedrijfsarts")}
	noDate := vpt.CareTalk{State: vpt.TalkPlanned, With: "mila"}
	nobody := vpt.CareTalk{State: vpt.TalkPlanned, PlannedAt: hours(3)}
	for _, row := range []struct {
		name  string
		talks []vpt.CareTalk
		want  vpt.TrackState
	}{
		{"no plan yet", nil, vpt.TrackOpen},
		{"to be planned", []vpt.CareTalk{open}, vpt.TrackOpen},
		{"held", []vpt.CareTalk{held}, vpt.TrackDone},
		{"declined", []vpt.CareTalk{declined}, vpt.TrackDone},
		{"planned with date and person", []vpt.CareTalk{planned}, vpt.TrackDone},
		{"planned with somebody without an account", []vpt.CareTalk{byName}, vpt.TrackDone},
		{"planned without a date", []vpt.CareTalk{noDate}, vpt.TrackOpen},
		{"planned with nobody", []vpt.CareTalk{nobody}, vpt.TrackOpen},
		{"first held, second to be planned", []vpt.CareTalk{held, open}, vpt.TrackBusy},
		{"one declined, one to be planned", []vpt.CareTalk{open, declined}, vpt.TrackBusy},
		{"first held, second planned", []vpt.CareTalk{held, planned}, vpt.TrackDone},
	} {
		if got := vpt.CareState(row.talks); got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
}

func TestTrackState_Final(t *testing.T) {
	for state, want := range map[vpt.TrackState]bool{
		vpt.TrackOpen: false, vpt.TrackBusy: false, vpt.TrackDone: true, vpt.TrackNotApplicable: true, vpt.TrackNotRecorded: true,
	} {
		if got := state.Final(); got != want {
			t.Errorf("%s final: %v, want %v", state, got, want)
		}
	}
}

func TestSetTrack_Validate(t *testing.T) {
	why := vpt.NewPrivate("er is niets beschadigd")
	for _, row := range []struct {
		name string
		in   vpt.SetTrack
		want []string
	}{
		{"done", vpt.SetTrack{Track: vpt.TrackDamage, State: vpt.TrackDone}, nil},
		{"not applicable with a reason", vpt.SetTrack{Track: vpt.TrackDamage, State: vpt.TrackNotApplicable, Why: why}, nil},
		{"not applicable without one", vpt.SetTrack{Track: vpt.TrackDamage, State: vpt.TrackNotApplicable}, []string{"why"}},
		{"care follows from its talks", vpt.SetTrack{Track: vpt.TrackCare, State: vpt.TrackDone}, []string{"state"}},
		{"care may be not applicable", vpt.SetTrack{Track: vpt.TrackCare, State: vpt.TrackNotApplicable, Why: why}, nil},
		{"not recorded is for imports", vpt.SetTrack{Track: vpt.TrackDamage, State: vpt.TrackNotRecorded}, []string{"state"}},
		{"nothing", vpt.SetTrack{}, []string{"track", "state"}},
	} {
		if got := paths(row.in.Validate()); !slices.Equal(got, row.want) {
			t.Errorf("%s: refused at %v, want %v", row.name, got, row.want)
		}
	}
}
