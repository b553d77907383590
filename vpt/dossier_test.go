package vpt_test

import (
	"slices"
	"testing"
	"time"

	"rugdekking/vpt"
)

// fullDossier lacks nothing.
func fullDossier() vpt.Dossier {
	word := func(f vpt.DetailField) vpt.DossierWord {
		return vpt.DossierWord{Field: f, Text: vpt.NewPrivate("iets")}
	}
	return vpt.Dossier{
		Assessed: true, OccurredOn: "2026-11-17",
		People: []vpt.DossierPerson{{ID: "anna", Roles: []vpt.InvolvedRole{vpt.RoleAffected}}, {ID: "wim", Roles: []vpt.InvolvedRole{vpt.RoleWitness}}, {ID: "ada", Roles: []vpt.InvolvedRole{vpt.RoleHelper}}},
		Statements: []vpt.DossierStatement{{By: "anna", Words: []vpt.DossierWord{word(vpt.DetailLiteral), word(vpt.DetailMeans)}},
			{By: "wim", Words: []vpt.DossierWord{word(vpt.DetailCourse), word(vpt.DetailTriggerMore)}}},
		Instigators: []vpt.Instigator{{Kind: vpt.InstigatorUnknown}}, Evidence: []vpt.Evidence{{ID: "e"}}, Damage: []vpt.DamageItem{{Receipt: "e"}},
		HouseRules: vpt.HouseRules{ID: "h", FromOn: "2026-01-01", ShownOn: "2026-01-05"},
		Bans: []vpt.DossierBan{{Letter: "B-2026-00001", Deliveries: []vpt.Delivery{{OpenedAt: time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)}}},
			{Letter: "B-2026-00002", Deliveries: []vpt.Delivery{{}, {Proof: vpt.NewPrivate("3SABC")}}}},
		Police:     []vpt.PoliceRecord{{Kind: vpt.PoliceComplaint, PoliceDetails: vpt.PoliceDetails{FiledBy: vpt.FiledByAttorney, Attorney: vpt.AnswerYes}}, {Kind: vpt.PoliceNotice, PoliceDetails: vpt.PoliceDetails{FiledBy: vpt.FiledByEmployer}}},
		Stationery: vpt.Stationery{Lines: []string{"Postbus 1"}, Phone: "14 0344"},
	}
}

func TestDossier_Gaps(t *testing.T) {
	if got := fullDossier().Gaps(); len(got) != 0 {
		t.Errorf("a whole dossier lacks %v", got)
	}
	all := []vpt.DossierGap{
		vpt.GapAssessed, vpt.GapLiteral, vpt.GapMeans, vpt.GapCourse, vpt.GapTrigger, vpt.GapInstigator, vpt.GapEvidence, vpt.GapRules, vpt.GapAddress, vpt.GapPhone,
	}
	if got := (vpt.Dossier{}).Gaps(); !slices.Equal(got, all) {
		t.Errorf("an empty dossier lacks %v", got)
	}
	for _, row := range []struct {
		want   vpt.DossierGap
		change func(*vpt.Dossier)
	}{
		{vpt.GapAssessed, func(d *vpt.Dossier) { d.Assessed = false }},
		{vpt.GapAffected, func(d *vpt.Dossier) { d.Statements[0].By = "ada" }},
		{vpt.GapWitness, func(d *vpt.Dossier) { d.Statements[1].By = "anna" }},
		{vpt.GapLiteral, func(d *vpt.Dossier) { d.Statements[0].Words[0].Field = vpt.DetailComment }},
		{vpt.GapMeans, func(d *vpt.Dossier) { d.Statements[0].Words[1].Field = vpt.DetailComment }},
		{vpt.GapCourse, func(d *vpt.Dossier) { d.Statements[1].Words[0].Field = vpt.DetailComment }},
		{vpt.GapTrigger, func(d *vpt.Dossier) { d.Statements[1].Words[1].Field = vpt.DetailComment }},
		{vpt.GapInstigator, func(d *vpt.Dossier) { d.Instigators = nil }},
		{vpt.GapEvidence, func(d *vpt.Dossier) { d.Evidence = nil }},
		{vpt.GapReceipt, func(d *vpt.Dossier) { d.Damage[0].Receipt = "" }},
		{vpt.GapRules, func(d *vpt.Dossier) { d.HouseRules.ShownOn = "2026-11-18" }},
		{vpt.GapLetter, func(d *vpt.Dossier) { d.Bans[1].Letter = "" }},
		{vpt.GapProof, func(d *vpt.Dossier) { d.Bans[1].Deliveries = d.Bans[1].Deliveries[:1] }},
		{vpt.GapAttorney, func(d *vpt.Dossier) { d.Police[0].Attorney = vpt.AnswerNo }},
		{vpt.GapAddress, func(d *vpt.Dossier) { d.Stationery.Lines = nil }},
		{vpt.GapPhone, func(d *vpt.Dossier) { d.Stationery.Phone = "" }},
	} {
		d := fullDossier()
		row.change(&d)
		if got := d.Gaps(); !slices.Equal(got, []vpt.DossierGap{row.want}) {
			t.Errorf("%v, want %s", got, row.want)
		}
	}
}

func TestMakeDossier_Validate(t *testing.T) {
	for _, row := range []struct {
		in   vpt.MakeDossier
		want string
	}{
		{vpt.MakeDossier{Mode: vpt.IdentityNumber}, ""},
		{vpt.MakeDossier{Mode: vpt.IdentityFull, Wishes: vpt.DossierWishes{Informed: vpt.AnswerYes, Joined: vpt.AnswerNo, Talk: vpt.AnswerUnknown}}, ""},
		{vpt.MakeDossier{}, "mode:verplicht"},
		{vpt.MakeDossier{Mode: "anoniem", Wishes: vpt.DossierWishes{Informed: "x", Joined: "y", Talk: "z"}},
			"mode:onbekende-keuze informed:onbekende-keuze joined:onbekende-keuze talk:onbekende-keuze"},
	} {
		if got := problems(row.in.Validate()); got != row.want {
			t.Errorf("%+v: %q, want %q", row.in, got, row.want)
		}
	}
	if got := problems(vpt.MakeLessonSheet{Format: "exe", Summary: vpt.NewPrivate("bsn 111222333")}.Validate()); got != "summary:bsn format:onbekende-keuze" {
		t.Errorf("a lesson sheet: %q", got)
	}
}
