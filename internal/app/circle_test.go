package app_test

import (
	"slices"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// threatened is a threat against the alderman of encircle, as greta handles it.
func threatened(w *apptest.World, change func(*vpt.ReportIncident)) *handling {
	w.T.Helper()
	report, casefile := w.Report("ward", change)
	return &handling{World: w, ctx: ctx, who: w.Actor("greta"), report: report, Case: casefile}
}

// lists gives where somebody comes across a case without asking for it by number.
func lists(w *apptest.World, name, number string) []string {
	w.T.Helper()
	var out []string
	who := w.Actor(name)
	work, err := w.App.Worklist(ctx, who, vpt.WorkFilter{})
	if err == nil && slices.ContainsFunc(work.Items, func(i vpt.WorkItem) bool { return i.Number == number }) {
		out = append(out, "werkvoorraad")
	}
	if err == nil && slices.ContainsFunc(work.Units, func(u vpt.Unit) bool { return u.Circle }) {
		out = append(out, "keuze")
	}
	if all, err := w.App.Worklist(ctx, who, vpt.WorkFilter{State: vpt.CaseOpen}); err == nil && (all.Open > 0 || all.Late > 0) {
		out = append(out, "telling")
	}
	tasks, err := w.App.MyTasks(ctx, who)
	w.Must(err)
	if slices.ContainsFunc(tasks.Tasks, func(t vpt.Task) bool { return t.Number == number }) {
		out = append(out, "taken")
	}
	behind, err := w.App.FigureReports(ctx, who, vpt.DrillQuery{Period: period(), Figure: vpt.FigureRef(vpt.RefReports)})
	if err == nil && len(behind.Lines) > 0 {
		out = append(out, "achter cijfer")
	}
	improved, err := w.App.Improvements(ctx, who, period())
	if err == nil && len(improved.Open) > 0 {
		out = append(out, "verbeteren")
	}
	return out
}

func TestCircle_OnlyWhoHandlesInItComesAcrossItsCases(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		encircle(w)
		h := threatened(w, func(in *vpt.ReportIncident) { in.Help = vpt.HelpNow })
		if got := w.Value(`SELECT COUNT(id) || '' FROM mail WHERE path = $1 AND person_id <> $2`, "/zaken/"+h.Case, string(w.People["greta"])); got != "0" {
			t.Errorf("%s mails about it to others", got)
		}
		if got := h.mails("greta", vpt.MailHelpNow); got != "1" {
			t.Errorf("who handles it got %s mails", got)
		}
		w.Must(w.App.PlanImprovement(ctx, h.who, vpt.PlanImprovement{Case: h.Case, What: p("deur op slot"), Owner: w.People["ward"], DueOn: "2026-12-01"}))
		for name, want := range map[string][]string{
			"greta": {"werkvoorraad", "keuze", "telling", "taken", "achter cijfer", "verbeteren"}, "cora": nil, "mila": nil, "dora": nil, "petra": nil, "ada": nil, "bea": nil,
		} {
			if got := lists(w, name, h.Case); !slices.Equal(got, want) {
				t.Errorf("%s comes across it at %v, want %v", name, got, want)
			}
		}
		f, err := w.App.Figures(ctx, w.Actor("ada"), period())
		w.Must(err)
		if f.Reports != 1 {
			t.Errorf("the organisation counts %d reports, not this one", f.Reports)
		}
		if v := h.view(); v.Circle != "Griffie" || len(v.Handlers) != 1 || v.Handlers[0].ID != w.People["greta"] {
			t.Errorf("the case says circle %q, and may be given to %v", v.Circle, v.Handlers)
		}
	})
}

func TestCircle_LateIsRaisedWithinIt(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		encircle(w)
		direct(w, "greta", "cora", "dora")
		h := threatened(w, nil)
		sweepAt(w, "2026-12-01 12:00")
		if h.mails("greta", vpt.MailOverdue) == "0" || h.mails("greta", vpt.MailRaised) == "0" {
			t.Error("who handles it, and coordinates and directs there, was not told that it is late")
		}
		for _, name := range []string{"cora", "dora", "mila"} {
			if got := w.Value(`SELECT COUNT(id) || '' FROM mail WHERE person_id = $1`, string(w.People[name])); got != "0" && name != "cora" || h.mails(name, vpt.MailRaised) != "0" {
				t.Errorf("%s got %s mails", name, got)
			}
		}
		w.Exec(`DELETE FROM assignment WHERE person_id = '` + string(w.People["greta"]) + `'`)
		threatened(w, func(in *vpt.ReportIncident) { in.OccurredOn = "2026-11-30" })
		if got := h.mails("bea", vpt.MailCircle); got != "1" {
			t.Errorf("nobody handles the circle; the administrator got %s mails", got)
		}
	})
}

func TestCircle_ItsWorkStaysInIt(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		encircle(w)
		h := threatened(w, nil)
		wantCode(t, "to the coordinator of all", w.App.ReassignCase(ctx, h.who, vpt.ReassignCase{Case: h.Case, Owner: w.People["cora"]}), "onbekende-keuze")
		handed, err := w.App.HandOver(ctx, w.Actor("bea"), vpt.HandOver{From: w.People["greta"], To: w.People["mila"]})
		w.Must(err)
		if handed.Cases != 0 || handed.Refused == 0 {
			t.Errorf("handing over moved %+v out of the circle", handed)
		}
		w.Must(w.App.NameDeputy(ctx, h.who, vpt.NameDeputy{Deputy: w.People["dirk"], From: today, Until: today.AddDays(3)}))
		if _, err := w.App.CaseByNumber(ctx, w.Actor("dirk"), h.Case); err != nil {
			t.Errorf("who deputises in it: %v", err)
		}
	})
}

func TestCircle_ACaseMovesIntoIt(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		encircle(w)
		_, number := w.Report("rosa", nil) // a clerk took the threat at the desk
		cora := w.Actor("cora")
		wantCode(t, "an unknown unit", w.App.ReassignCase(ctx, cora, vpt.ReassignCase{Case: number, Unit: "elders"}), "onbekende-keuze")
		wantCode(t, "an owner outside", w.App.ReassignCase(ctx, cora, vpt.ReassignCase{Case: number, Unit: w.Units["Griffie"], Owner: w.People["mila"]}), "onbekende-keuze")
		w.Must(w.App.ReassignCase(ctx, cora, vpt.ReassignCase{Case: number, Unit: w.Units["Griffie"]}))
		for _, name := range []string{"cora", "mila"} {
			if _, err := w.App.CaseByNumber(ctx, w.Actor(name), number); vpt.KindOf(err) != vpt.KindNotFound {
				t.Errorf("%s still opens it: %v", name, err)
			}
		}
		v, err := w.App.CaseByNumber(ctx, w.Actor("greta"), number)
		w.Must(err)
		if v.Owner.ID != w.People["greta"] || v.Reports[0].Unit != w.Units["Griffie"] {
			t.Errorf("it is %v's, its report of unit %s", v.Owner.ID, v.Reports[0].Unit)
		}
	})
}

func TestCircle_ItsEdgeIsGuarded(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		bea := w.Actor("bea")
		_, err := w.App.SaveUnit(ctx, bea, vpt.SaveUnit{ID: w.Units["Loket"], Parent: w.Units["Balie"], Name: "Loket", Circle: true})
		wantCode(t, "a circle in which nobody handles cases", err, "kring-zonder-behandelaar")
		encircle(w)
		told := func() string {
			return w.Value(`SELECT COUNT(id) || '' FROM mail WHERE person_id = $1 AND reason = $2`, string(w.People["greta"]), string(vpt.MailCircleEdge))
		}
		before := told()
		w.Must(w.App.AssignRole(ctx, bea, vpt.AssignRole{Person: w.People["wout"], Role: vpt.RoleManager, Scope: vpt.ScopeUnit, Unit: w.Units["Griffie"]}))
		if told() == before {
			t.Error("who handles the circle was not told that another was let in")
		}
		before = told()
		_, err = w.App.SaveUnit(ctx, bea, vpt.SaveUnit{ID: w.Units["Griffie"], Name: "Griffie"})
		w.Must(err)
		if told() == before {
			t.Error("who handles the circle was not told that it was opened")
		}
	})
}

// Whoever counts more than she can open is told why.
func TestCircle_AListBehindAFigureSaysThatItLeavesReportsOut(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		behind := func(name string) (bool, int) {
			t.Helper()
			d, err := w.App.FigureReports(ctx, w.Actor(name), vpt.DrillQuery{Period: period(), Figure: vpt.RefReports})
			w.Must(err)
			return d.Circles, len(d.Lines)
		}
		assign := func(name string, role vpt.Role, unit string) {
			t.Helper()
			in := vpt.AssignRole{Person: w.People[name], Role: role, Scope: vpt.ScopeUnit, Unit: w.Units[unit]}
			w.Must(w.App.AssignRole(ctx, apptest.Command(w.Org.ID), in))
		}
		if says, _ := behind("cora"); says {
			t.Error("it speaks of circles where there are none")
		}
		encircle(w)
		threatened(w, nil)
		assign("wout", vpt.RoleCoordinator, "Werk")
		for name, want := range map[string]bool{"cora": true, "greta": false, "wout": false} { // wout counts no circle either
			if says, lines := behind(name); says != want || (lines == 1) != (name == "greta") {
				t.Errorf("%s: told %v, %d lines", name, says, lines)
			}
		}
		assign("cora", vpt.RoleManager, "Griffie")
		if says, lines := behind("cora"); says || lines != 1 {
			t.Errorf("who handles in every circle: told %v, %d lines", says, lines)
		}
	})
}
