package app_test

import (
	"context"
	"slices"
	"testing"

	"rugdekking/internal/app"
	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestHouseRules_VersionsByPlace(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx, cora := context.Background(), w.Actor("cora")
		id, err := w.App.SaveHouseRules(ctx, cora, vpt.SaveHouseRules{
			Site: w.Sites["Stadhuis"], Text: "In het stadhuis fluisteren we.", FromOn: "2026-11-01", ShownOn: today, Where: "in de hal", Proof: p("door de bode"),
			FileName: p("hal.png"), File: picture(1),
		})
		w.Must(err)
		now, err := w.App.HouseRulesNow(ctx, w.Actor("rosa"))
		w.Must(err)
		if len(now.All) != 2 || !now.All[0].Proof.IsZero() || now.All[0].File.MediaType != "" {
			t.Errorf("everybody reads %+v, want the two in force without proof", now.All)
		}
		file, err := w.App.HouseRulesFile(ctx, cora, id)
		w.Must(err)
		if file.MediaType != "image/png" || string(file.Content) != string(picture(1)) || file.Name.Reveal() != "hal.png" {
			t.Errorf("the file is %s, %d bytes", file.MediaType, len(file.Content))
		}
		all, err := w.App.HouseRules(ctx, w.Actor("bea"))
		w.Must(err)
		if len(all.All) != 2 || all.All[1].Proof.Reveal() != "door de bode" || !all.MayEdit || all.All[1].ByName.Reveal() != "Cora Jansen" {
			t.Errorf("all versions: %+v", all.All)
		}
		_, err = w.App.SaveHouseRules(ctx, cora, vpt.SaveHouseRules{Text: "Later.", FromOn: "2026-01-01"})
		if f := vpt.FieldsOf(err); len(f) != 1 || f[0].Code != "na-vorige-versie" {
			t.Errorf("a version that begins with the one before gives %v", err)
		}
		_, err = w.App.SaveHouseRules(ctx, cora, vpt.SaveHouseRules{
			Text: "x", FromOn: "2026-12-01", ShownOn: today, Where: "hier", Proof: p("zo"), FileName: p("a.html"), File: []byte("<html><script>alert(1)</script>"),
		})
		if f := vpt.FieldsOf(err); len(f) != 1 || f[0] != (vpt.Field{Path: "file", Code: "bestandstype"}) {
			t.Errorf("a page as proof gives %v", err)
		}
		for _, name := range []string{"rosa", "mila", "ada", "olga"} {
			if _, err := w.App.HouseRulesFile(ctx, w.Actor(name), id); vpt.KindOf(err) != vpt.KindForbidden && vpt.KindOf(err) != vpt.KindNotFound {
				t.Errorf("%s opens the proof: %v", name, err)
			}
		}
		other, err := w.App.HouseRulesNow(ctx, w.Actor("otto"))
		w.Must(err)
		if len(other.All) != 0 {
			t.Errorf("another organisation reads %v", other.All)
		}
	})
}

func TestHouseRules_AreShownOnce(t *testing.T) {
	t.Parallel()
	w := apptest.SQLite(t)
	ctx, cora := context.Background(), w.Actor("cora")
	id, err := w.App.SaveHouseRules(ctx, cora, vpt.SaveHouseRules{Text: "Nieuw.", FromOn: "2026-11-01"})
	w.Must(err)
	in := vpt.ShowHouseRules{ID: id, ShownOn: "2026-11-02", Where: "bij de balie", Proof: p("door de bode")}
	w.Must(w.App.ShowHouseRules(ctx, cora, in))
	if err := w.App.ShowHouseRules(ctx, cora, in); vpt.KindOf(err) != vpt.KindConflict {
		t.Errorf("a second time gives %v: since when rules hang never changes", err)
	}
	if err := w.App.ShowHouseRules(ctx, w.Actor("olga"), in); vpt.KindOf(err) != vpt.KindNotFound {
		t.Errorf("another organisation gets %v", err)
	}
}

func TestProtocol_AdoptedVersionByVersion(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx, cora := context.Background(), w.Actor("cora")
		view, err := w.App.Protocols(ctx, cora)
		w.Must(err)
		now, ok := view.Now()
		if !ok || now.Version != 1 || !now.Example || len(view.Examples) != 4 || !view.MayEdit {
			t.Fatalf("at first: %+v", view)
		}
		if again, err := w.App.AdoptProtocol(ctx, cora, "voorbeeld-standaard"); err != nil || again != 1 {
			t.Errorf("the same again makes version %d, %v", again, err)
		}
		now.WindowMonths = 24
		w.Must(w.App.DraftProtocol(ctx, cora, vpt.DraftProtocol{Base: 1, Protocol: now}))
		if err := w.App.DraftProtocol(ctx, w.Actor("bea"), vpt.DraftProtocol{Base: 1, Protocol: now}); vpt.KindOf(err) != vpt.KindConflict {
			t.Errorf("somebody who saw no draft writes over it: %v", err)
		}
		version, err := w.App.SaveProtocol(ctx, cora, vpt.SaveProtocol{Base: 1, Protocol: now})
		w.Must(err)
		if view, err = w.App.Protocols(ctx, cora); err != nil || version != 2 || view.Writing || view.Versions[0].Example || view.Versions[0].WindowMonths != 24 {
			t.Errorf("adopted: version %d, %+v, %v", version, view.Versions[0], err)
		}
		if _, err := w.App.SaveProtocol(ctx, cora, vpt.SaveProtocol{Base: 1, Protocol: now}); vpt.KindOf(err) != vpt.KindConflict {
			t.Errorf("over a newer version: %v", err)
		}
		if view, err = w.App.Protocols(ctx, w.Actor("mila")); err != nil || view.MayEdit || view.Examples != nil {
			t.Errorf("a manager reads %+v, %v", view, err)
		}
		if _, err = w.App.Protocols(ctx, w.Actor("rosa")); vpt.KindOf(err) != vpt.KindForbidden {
			t.Errorf("a reporter gets %v", err)
		}
		if view, err = w.App.Protocols(ctx, w.Actor("olga")); err != nil || len(view.Versions) != 0 {
			t.Errorf("another organisation reads %+v, %v", view.Versions, err)
		}
	})
}

// Every example may be adopted with the shipped code lists as they are.
func TestProtocol_ExamplesCanBeAdopted(t *testing.T) {
	t.Parallel()
	w := apptest.SQLite(t)
	examples, err := app.ShippedProtocols()
	w.Must(err)
	if len(examples) != 4 {
		t.Errorf("%d examples", len(examples))
	}
	for i, e := range examples {
		if !e.Example || e.Source == "" {
			t.Errorf("%s: marked as example %v, source %q", e.Code, e.Example, e.Source)
		}
		if _, err := w.App.AdoptProtocol(context.Background(), w.Actor("olga"), e.Code); err != nil {
			t.Errorf("%d %s: %v", i, e.Code, err)
		}
	}
}

func TestTeamNorm_OfOnesOwnTeam(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx, mila, balie := context.Background(), w.Actor("mila"), w.Units["Balie"]
		in := vpt.SaveTeamNorm{Unit: balie, AdoptedOn: "2026-11-01", ReviewBy: "2026-11-16", Lines: []vpt.NormLine{
			{Behaviour: "schelden", Colour: vpt.NormRed, Reaction: "het gesprek stoppen", Helps: "de collega aan de balie ernaast", After: "samen koffie"},
		}}
		form, err := w.App.ReportForm(ctx, w.Actor("rosa"))
		w.Must(err)
		if form.Norm.Version != 0 {
			t.Errorf("before: %+v", form.Norm)
		}
		version, err := w.App.SaveTeamNorm(ctx, mila, in)
		w.Must(err)
		if version != 1 {
			t.Errorf("version %d", version)
		}
		if _, err := w.App.SaveTeamNorm(ctx, mila, in); vpt.KindOf(err) != vpt.KindConflict {
			t.Errorf("over a version that she did not see: %v", err)
		}
		for name, may := range map[string]bool{"rosa": true, "leo": true, "mila": true, "cora": true, "wim": false, "wout": false, "bea": false, "olga": false} {
			view, err := w.App.TeamNorm(ctx, w.Actor(name), balie)
			if may && (err != nil || len(view.Norm.Lines) != 1 || view.MayEdit != (name == "mila" || name == "cora")) || !may && vpt.KindOf(err) != vpt.KindNotFound {
				t.Errorf("%s reads %+v, %v", name, view, err)
			}
			if _, err := w.App.SaveTeamNorm(ctx, w.Actor(name), vpt.SaveTeamNorm{Unit: balie, Base: 9}); err == nil || (name != "mila" && name != "cora") != (vpt.KindOf(err) != vpt.KindConflict) {
				t.Errorf("%s saves: %v", name, err)
			}
		}
		for name, want := range map[string]int{"rosa": 1, "leo": 1, "wim": 0} { // the unit below has none of its own
			form, err := w.App.ReportForm(ctx, w.Actor(name))
			w.Must(err)
			if form.Norm.Version != want {
				t.Errorf("%s sees version %d at the form, want %d", name, form.Norm.Version, want)
			}
		}
		norms, err := w.App.TeamNorms(ctx, mila)
		w.Must(err)
		if norms.Late() != 1 {
			t.Errorf("the norm should be looked at since yesterday: %+v", norms.Teams)
		}
		if norms, err = w.App.TeamNorms(ctx, w.Actor("rosa")); err != nil || norms.Late() != 0 || len(norms.Teams) != 1 {
			t.Errorf("a reporter: %+v, %v", norms.Teams, err)
		}
	})
}

// A measure rests on the rules that hung at the place on the day of the last
// fact, and on no others.
func TestOwnRules_OfPlaceAndDay(t *testing.T) {
	t.Parallel()
	w := apptest.SQLite(t)
	h := newWeighed(t, w)
	h.assessAs(2, "V2")
	h.instigate()
	own, err := w.App.SaveHouseRules(h.ctx, w.Actor("cora"), vpt.SaveHouseRules{
		Site: w.Sites["Stadhuis"], Text: "In de hal blijven we rustig.", FromOn: "2026-10-01", ShownOn: "2026-10-15", Where: "in de hal", Proof: p("door de bode"),
	})
	w.Must(err)
	general := vpt.HouseRulesID(w.Value(`SELECT id FROM house_rules WHERE place = $1`, ""))
	for _, c := range []struct {
		facts []vpt.Date
		want  vpt.HouseRulesID
		shown vpt.Date
	}{
		{nil, own, "2026-10-15"}, // the day of the incident
		{[]vpt.Date{"2026-09-30"}, general, "2026-01-05"},
		{[]vpt.Date{"2026-10-14"}, "", ""}, // in force at the site, and nobody could know
		{[]vpt.Date{"2026-10-15", "2026-03-01"}, own, "2026-10-15"},
		{[]vpt.Date{"2025-12-31"}, "", ""}, // before there were any
	} {
		h.draftOf(func(in *vpt.PrepareMeasure) {
			in.Facts = nil
			for _, on := range c.facts {
				in.Facts = append(in.Facts, vpt.MeasureFact{On: on, Text: p("hij schold de bode uit")})
			}
		})
		f := h.file("mila")
		if f.Measure.HouseRules != c.want || f.RulesOn != c.shown || slices.Contains(f.Owed, vpt.GateNorm) != (c.want == "") {
			t.Errorf("facts of %v rest on %q since %q, want %q; owed %v", c.facts, f.Measure.HouseRules, f.RulesOn, c.want, f.Owed)
		}
		if !f.Weighing.Proposed || f.Measure.Class != 2 || f.Measure.Times != 1 || f.Measure.Protocol != 1 || !slices.Equal(f.Weighing.Kinds, []string{"M2", "M3"}) ||
			!slices.Equal(f.Weighing.Skipped, []string{"M2", "M3"}) {
			t.Errorf("a ban at class 2: %+v", f.Weighing)
		}
	}
	w.Must(w.App.DecideMeasure(h.ctx, w.Actor("mila"), vpt.DecideMeasure{Case: h.casefile, Kind: "M2", Reason: p("eerst een waarschuwing"), DecideOn: today}))
	if f := h.file("mila"); len(f.Weighing.Skipped) != 0 {
		t.Errorf("after the warning %v was skipped", f.Weighing.Skipped)
	}
}
