package web_test

import (
	"context"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// careWorld adds talks that a peer supporter holds, a referral check, a clock that
// stands still and things that are late, and gives the addresses of those pages.
func careWorld(w *apptest.World) map[string][]string {
	ctx, mila := context.Background(), w.Actor("mila")
	plan := func(with vpt.PersonID) (report, number string, talk vpt.CareTalk) {
		report, number = w.Report("rosa", nil)
		v, err := w.App.CaseByNumber(ctx, mila, number)
		w.Must(err)
		talk = v.Talks[0]
		w.Must(w.App.PlanTalk(ctx, mila, vpt.PlanTalk{Case: number, Talk: talk.ID, On: "2026-11-20", Time: "10:30", With: with, Site: w.Sites["Stadhuis"]}))
		return report, number, talk
	}
	report, _, talk := plan(w.People["pia"])
	_, held, first := plan(w.People["mila"])
	w.Must(w.App.FinishTalk(ctx, mila, vpt.FinishTalk{Case: held, Talk: first.ID, State: vpt.TalkHeld, On: vpt.DateOf(w.Clock.Now(), time.UTC)}))
	v, err := w.App.CaseByNumber(ctx, mila, held)
	w.Must(err)
	check := v.Talks[len(v.Talks)-1]
	w.Must(w.App.PauseClock(ctx, mila, vpt.PauseClock{Case: held, Clock: vpt.ClockReaction, Until: "2026-11-27", Why: vpt.NewPrivate("De politie vroeg om te wachten.")}))
	w.Must(w.App.AddAway(ctx, w.Actor("pia"), vpt.AddAway{From: "2026-12-21", Until: "2027-01-03"}))
	clocks := "/zaken/" + held + "/termijnen/"
	mine := string(w.People["mila"])
	return map[string][]string{
		"GET /zaken/{nummer}/gesprekken/{gesprek}/verwijzing": {"/zaken/" + held + "/gesprekken/" + string(check.ID) + "/verwijzing"},
		"GET /zaken/{nummer}/termijnen/{termijn}":             {clocks + "reactie", clocks + "politie"},
		"GET /opvang":                           {"/opvang"},
		"GET /opvang/{gesprek}":                 {"/opvang/" + string(talk.ID)},
		"GET /gesprekken/{gesprek}/gesprek.ics": {"/gesprekken/" + string(talk.ID) + "/gesprek.ics"},
		"GET /werkvoorraad/overdragen":          {"/werkvoorraad/overdragen", "/werkvoorraad/overdragen?van=" + mine},
		"GET /beheer/personen/{id}/overdragen":  {"/beheer/personen/" + mine + "/overdragen", "/beheer/personen/" + string(w.People["leo"]) + "/overdragen"},
		"GET /cijfers/doorlooptijden":           {"/cijfers/doorlooptijden", "/cijfers/doorlooptijden?periode=2014"},
		"GET /cijfers/doorlooptijden/download":  {"/cijfers/doorlooptijden/download?vorm=csv"},
		"GET /meldingen/{nummer}":               {"/meldingen/" + report},
	}
}
