package web_test

import (
	"context"
	"maps"
	"strings"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// pageWorld fills a world so that every page has something to show, and gives
// the addresses at which each GET route is looked at: filled, and where it
// makes a difference empty.
func pageWorld(h *loopback) map[string][]string {
	w, ctx := h.World, context.Background()
	w.Person("piet", "Piet Bos", "Balie")
	report, fresh := w.Report("rosa", nil)
	worked := workedCase(h)
	closed := closedCase(h)
	w.Must(w.App.SaveDraft(ctx, w.Actor("rosa"), vpt.Draft{Form: vpt.ReportDraft, Data: vpt.NewPrivate("account=Half+af&kinds=V")}))
	w.Deputise()
	command := apptest.Command(w.Org.ID)
	_, err := w.App.AddToken(ctx, command, vpt.AddToken{Name: "rooster", Scopes: []vpt.TokenScope{vpt.ScopeReportsWrite}, Unit: w.Units["Werk"]})
	w.Must(err)
	kept, err := w.App.UploadRegister(ctx, w.Actor("bea"), vpt.UploadRegister{Name: vpt.NewPrivate("register 2014.csv"), Table: vpt.RegisterTable{
		Format: "csv", Encoding: "windows-1252", Separator: ";", SHA256: "00", Header: []string{"nummer", "meldingsdatum", "soort", "wie"},
		Rows: []vpt.RegisterLine{
			{Line: 2, Cells: []string{"A-1", "2014-07-01", "verbale agressie", "x"}}, {Line: 3, Cells: []string{"A-2", "32-13-2014", "schelden", "y"}},
			{Line: 4, Cells: []string{"A-3", "2014-08-01", "gezeur", "z"}},
		},
	}})
	w.Must(err)
	person := string(w.People["wout"])
	talk := w.Value(`SELECT t.id FROM care_talk t JOIN casefile c ON c.id = t.casefile_id WHERE c.number = $1 LIMIT 1`, fresh)
	paths := map[string][]string{
		"GET /{$}":                                          {"/"},
		"GET /meldingen/{nummer}":                           {"/meldingen/" + report, "/meldingen/" + worked.report, "/meldingen/" + closed.report},
		"GET /meldingen/{nummer}/ontvangst":                 {"/meldingen/" + report + "/ontvangst"},
		"GET /meldingen/{nummer}/meer":                      {"/meldingen/" + report + "/meer"},
		"GET /uitnodiging/{geheim}":                         {h.invitation()},
		"GET /wachtwoord/{geheim}":                          {h.reset()},
		"GET /cijfers":                                      {"/cijfers", "/cijfers?van=2014-01-01&tot=2014-06-30"},
		"GET /cijfers/{cijfer}":                             {"/cijfers/meldingen?van=2026-07-01&tot=2026-12-31"},
		"GET /beheer/inlezen/{id}":                          {"/beheer/inlezen/" + string(kept)},
		"GET /beheer/onderdelen/{id}":                       {"/beheer/onderdelen/" + string(w.Units["Loket"])},
		"GET /beheer/locaties/{id}":                         {"/beheer/locaties/" + string(w.Sites["Stadhuis"])},
		"GET /beheer/personen/{id}":                         {"/beheer/personen/" + person},
		"GET /beheer/personen/{id}/wijzigen":                {"/beheer/personen/" + person + "/wijzigen"},
		"GET /beheer/codelijsten/{lijst}":                   {"/beheer/codelijsten/soorten", "/beheer/codelijsten/maatregelen"},
		"GET /zaken/{nummer}":                               {"/zaken/" + fresh, "/zaken/" + worked.casefile, "/zaken/" + closed.casefile},
		"GET /zaken/{nummer}/gesprekken/{gesprek}":          {"/zaken/" + fresh + "/gesprekken/" + talk},
		"GET /zaken/{nummer}/gesprekken/{gesprek}/afronden": {"/zaken/" + fresh + "/gesprekken/" + talk + "/afronden"},
		"GET /zaken/{nummer}/splitsen":                      {"/zaken/" + mergedCase(h) + "/splitsen"},
		"GET /zoeken":                                       {"/zoeken"},
		"GET /werkvoorraad":                                 {"/werkvoorraad", "/werkvoorraad?staat=gesloten", "/werkvoorraad?soort=F6"},
	}
	chain := graveCase(w)
	for i, route := range []string{
		"politie/{stap}", "halt", "schade", "schade/nieuw", "schade/{post}", "analyse", "verbeteringen", "ongevallen", "ongevallen/{toets}",
	} {
		paths["GET /zaken/{nummer}/"+route] = []string{chain.pages()[i]}
		if !hasHole(route) { // and before anything was recorded
			paths["GET /zaken/{nummer}/"+route] = append(paths["GET /zaken/{nummer}/"+route], "/zaken/"+fresh+"/"+route)
		}
	}
	paths["GET /zaken/{nummer}"] = append(paths["GET /zaken/{nummer}"], "/zaken/"+chain.number)
	paths["GET /zaken/{nummer}/politiedossier"] = []string{"/zaken/" + chain.number + "/politiedossier", "/zaken/" + fresh + "/politiedossier"}
	paths["GET /zaken/{nummer}/politiedossier/bestand"] = []string{"/zaken/" + chain.number + "/politiedossier/bestand?vorm=pdf&mode=nummer"}
	paths["GET /zaken/{nummer}/politiedossier/identiteitsblad"] = []string{"/zaken/" + chain.number + "/politiedossier/identiteitsblad"}
	paths["GET /zaken/{nummer}/leerblad"] = []string{"/zaken/" + chain.number + "/leerblad", "/zaken/" + fresh + "/leerblad"}
	paths["GET /verbeteren/{id}"] = []string{"/verbeteren/" + string(chain.improvement)}
	paths["GET /verbeteren/ongevallen/download"] = []string{"/verbeteren/ongevallen/download?vorm=csv"}
	paths["GET /zaken/{nummer}/bewijs/{bestand}/verwijderen"] = []string{"/zaken/" + worked.casefile + "/bewijs/" + addedFile(h, worked.casefile) + "/verwijderen"}
	maps.Copy(paths, letterPaths(w, fresh))
	for _, track := range vpt.TrackKinds() {
		paths["GET /zaken/{nummer}/sporen/{spoor}"] = append(paths["GET /zaken/{nummer}/sporen/{spoor}"], "/zaken/"+fresh+"/sporen/"+string(track))
	}
	for route, at := range normWorld(w) {
		paths[route] = at
	}
	for route, at := range measureWorld(w) {
		paths[route] = append(paths[route], at...)
	}
	for route, at := range careWorld(w) {
		paths[route] = append(paths[route], at...)
	}
	for _, route := range routesOf() { // pages without a number in their address
		if method, path, _ := cut(route); method == "GET" && paths[route] == nil && !hasHole(path) {
			paths[route] = []string{path}
		} else if method == "GET" && paths[route] == nil && caseAct(path) {
			number := fresh
			if lastPart(path) == "heropenen" {
				number = closed.casefile
			}
			paths[route] = []string{"/zaken/" + number + "/" + lastPart(path)}
		}
	}
	return paths
}

// made is a report with its case.
type made struct{ report, casefile string }

// workedCase is a case in which something of everything was done.
func workedCase(h *loopback) made {
	w, ctx := h.World, context.Background()
	report, number := w.Report("rosa", func(in *vpt.ReportIncident) {
		in.OnBehalf, in.Affected, in.Help = vpt.ForColleague, []vpt.AffectedInput{{Person: w.People["anna"]}, {Name: vpt.NewPrivate("uitzendkracht Sem")}}, vpt.HelpLater
		in.Site, in.Place, in.Instigator = w.Sites["Stadhuis"], vpt.NewPrivate("balie 3"), vpt.NewPrivate("man met rode pet")
	})
	mila := w.Actor("mila")
	w.Must(w.App.AssessCase(ctx, mila, vpt.AssessCase{Case: number, Verdict: vpt.VerdictAggression, Kinds: []string{"V2", "B1"}, Class: 2, FactsComplete: true}))
	w.Must(w.App.RecordInstigator(ctx, mila, vpt.RecordInstigator{Case: number, Kind: vpt.InstigatorKnown, Relation: "klant", Name: vpt.NewPrivate("J. Klaver"),
		Description: vpt.NewPrivate("man, rond de veertig"), NotifiedOn: "2026-11-17"}))
	w.Must(w.App.DecideMeasure(ctx, mila, vpt.DecideMeasure{Case: number, Kind: "M1", Reason: vpt.NewPrivate("hij bood excuses aan"), DecideOn: "2026-11-17", EndsOn: "2027-11-17"}))
	w.Must(w.App.RecordPolice(ctx, mila, vpt.RecordPolice{Case: number, Kind: vpt.PoliceNotice, DoneOn: "2026-11-17", Reference: vpt.NewPrivate("PL0600-1")}))
	w.Must(w.App.WriteNote(ctx, mila, vpt.WriteNote{Case: number, Visible: vpt.VisibleHandlers, Text: vpt.NewPrivate("Vorige maand was hij ook boos.")}))
	w.Must(w.App.WriteNote(ctx, mila, vpt.WriteNote{Case: number, Visible: vpt.VisibleReporter, Text: vpt.NewPrivate("Ik bel je morgen even.")}))
	w.Must(w.App.SendFeedback(ctx, mila, vpt.SendFeedback{Case: number, Text: vpt.NewPrivate("We hebben met de man gesproken. Hij kreeg een waarschuwing.")}))
	w.Must(w.App.AddDetails(ctx, w.Actor("rosa"), vpt.AddDetails{Report: report, Values: map[vpt.DetailField]vpt.Private{
		vpt.DetailLiteral: vpt.NewPrivate("Wacht maar tot je buiten komt."), vpt.DetailComment: vpt.NewPrivate("Dank je wel.")}}))
	return made{report, number}
}

// addedFile puts a file with a case and gives its id; another was removed.
func addedFile(h *loopback, number string) string {
	w, ctx, mila := h.World, context.Background(), h.Actor("mila")
	add := func(name string) vpt.EvidenceID {
		id, err := w.App.AddEvidence(ctx, mila, vpt.AddEvidence{Case: number, Name: vpt.NewPrivate(name)}, strings.NewReader("Dit staat in "+name))
		w.Must(err)
		return id
	}
	w.Must(w.App.RemoveEvidence(ctx, mila, vpt.RemoveEvidence{Case: number, ID: add("verkeerd bestand.txt"), Why: vpt.NewPrivate("hoort bij een andere zaak")}))
	return string(add("verslag van het gesprek.txt"))
}

// closedCase is a case that is done.
func closedCase(h *loopback) made {
	w, ctx := h.World, context.Background()
	report, number := w.Report("rosa", nil)
	mila := w.Actor("mila")
	w.Must(w.App.AssessCase(ctx, mila, vpt.AssessCase{Case: number, Verdict: vpt.VerdictNoAggression, Why: vpt.NewPrivate("een misverstand")}))
	for _, track := range vpt.TrackKinds() {
		w.Must(w.App.SetTrack(ctx, mila, vpt.SetTrack{Case: number, Track: track, State: vpt.TrackNotApplicable, Why: vpt.NewPrivate("niet nodig")}))
	}
	w.Must(w.App.SendFeedback(ctx, mila, vpt.SendFeedback{Case: number, Text: vpt.NewPrivate("We spraken erover.")}))
	w.Must(w.App.CloseCase(ctx, mila, vpt.CloseCase{Case: number, Message: vpt.NewPrivate("Het was een misverstand. Dank dat je het meldde.")}))
	return made{report, number}
}

func cut(route string) (method, path string, ok bool) { return strings.Cut(route, " ") }

func hasHole(path string) bool { return strings.Contains(path, "{") }

func lastPart(path string) string { return path[strings.LastIndex(path, "/")+1:] }

// caseAct reports whether a page is the form of an act on a case.
func caseAct(path string) bool {
	return strings.HasPrefix(path, "/zaken/{nummer}/") && strings.Count(path, "{") == 1
}

// invitation and reset give addresses that lead to their pages once.
func (h *loopback) invitation() string {
	link, err := h.App.InviteLink(context.Background(), apptest.Command(h.Org.ID), h.People["wim"])
	h.Must(err)
	return link.Reveal()
}

// reset gives an address without a valid secret behind it: the page says that
// the link has expired.
func (h *loopback) reset() string { return "/wachtwoord/verlopen" }

// mergedCase is a case into which another was merged.
func mergedCase(h *loopback) string {
	_, into := h.Report("piet", nil)
	_, from := h.Report("piet", nil)
	h.Must(h.App.MergeCases(context.Background(), h.Actor("mila"), vpt.MergeCases{Into: into, From: from}))
	return into
}
