package web_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// graveCase is a case in which something of the whole chain was done; it gives
// its number and the ids of the complaint, the damage, the accident and the
// improvement.
func graveCase(w *apptest.World) chained {
	_, number := w.Report("rosa", nil)
	ctx, mila := context.Background(), w.Actor("mila")
	view := func() vpt.CaseView {
		v, err := w.App.CaseByNumber(ctx, mila, number)
		w.Must(err)
		return v
	}
	w.Must(w.App.AssessCase(ctx, mila, vpt.AssessCase{Case: number, Verdict: vpt.VerdictAggression, Kinds: []string{"F2", "S2"}, Class: 3, FactsComplete: true}))
	w.Must(w.App.RecordInstigator(ctx, mila, vpt.RecordInstigator{Case: number, Kind: vpt.InstigatorKnown, Relation: "inwoner", BornOn: vpt.NewPrivate("2011-05-02"), Postponed: vpt.NewPrivate("eerst de ouders")}))
	w.Must(w.App.RecordPolice(ctx, mila, vpt.RecordPolice{Case: number, Kind: vpt.PoliceComplaint, DoneOn: "2026-11-17", Reference: vpt.NewPrivate("PL0600-2026-7"), Details: vpt.PoliceDetails{
		VPTAsked: vpt.AnswerYes, FiledBy: vpt.FiledByEmployer, Attorney: vpt.AnswerYes, AttorneyOn: "2026-11-17", Identity: vpt.IdentityDomicile}}))
	police := view().Police[0]
	c := chained{number: number, police: police.ID}
	for _, step := range []vpt.PoliceStep{
		{Kind: vpt.StepTaken, On: "2026-11-17"}, {Kind: vpt.StepHearing, On: "2026-11-17", HearingOn: "2026-12-20", Reference: vpt.NewPrivate("16-123456-26")},
	} {
		w.Must(w.App.UpdatePolice(ctx, mila, vpt.UpdatePolice{Case: number, Record: c.police, Details: police.PoliceDetails, Step: step}))
	}
	w.Must(w.App.CheckHalt(ctx, mila, vpt.CheckHalt{Case: number, Injury: vpt.AnswerNo, Weapon: vpt.AnswerNo, PoliceKnows: vpt.AnswerYes, Wish: vpt.AnswerYes, Damage: vpt.AnswerYes}))
	w.Must(w.App.SaveDamage(ctx, mila, vpt.SaveDamage{Case: number, Kind: vpt.DamageClothes, Amount: "129,95", Description: vpt.NewPrivate("Bril gebroken."), Route: vpt.RouteJoin, Claimed: "129,95", ClaimedOn: "2026-11-17"}))
	w.Must(w.App.SaveDamage(ctx, mila, vpt.SaveDamage{Case: number, Kind: vpt.DamageWage, Amount: "1.850", Description: vpt.NewPrivate("Twee weken ziek.")}))
	w.Must(w.App.TestAccident(ctx, mila, vpt.TestAccident{Case: number, Injury: "opname", Absent: vpt.AnswerYes, Involved: view().Involved[0].ID}))
	w.Must(w.App.AnalyseCase(ctx, mila, vpt.AnalyseCase{Case: number, Trigger: "A2", Nature: "frustratie", Causes: []string{"wachttijd", "alleen-werken"}, Colleague: vpt.AnswerYes,
		DidWhat: vpt.NewPrivate("Kwam erbij staan en belde de beveiliging."), DidHelp: vpt.AnswerYes, WouldHelp: vpt.NewPrivate("Een scherm met de wachttijd."), Lessons: vpt.NewPrivate("Nooit meer alleen aan de balie na 16 uur.")}))
	w.Must(w.App.PlanImprovement(ctx, mila, vpt.PlanImprovement{Case: number, What: vpt.NewPrivate("Rooster aanpassen: na 16 uur met zijn tweeën."), Owner: mila.Person, DueOn: "2026-12-15", Plan: vpt.NewPrivate("plan van aanpak 2026, punt 12")}))
	v := view()
	c.damage, c.accident, c.improvement = v.Damage[0].ID, v.Accidents[0].ID, v.Improvements[0].ID
	return c
}

// chained is such a case.
type chained struct {
	number      string
	police      vpt.PoliceRecordID
	damage      vpt.DamageID
	accident    vpt.AccidentID
	improvement vpt.ImprovementID
}

// pages are the addresses of its pages.
func (c chained) pages() []string {
	at := "/zaken/" + c.number
	return []string{
		at + "/politie/" + string(c.police), at + "/halt", at + "/schade", at + "/schade/nieuw", at + "/schade/" + string(c.damage), at + "/analyse",
		at + "/verbeteringen", at + "/ongevallen", at + "/ongevallen/" + string(c.accident),
	}
}

func TestChainPages_ForWhoHandlesTheCase(t *testing.T) {
	d := newDesk(t)
	c := graveCase(d.World)
	for _, path := range c.pages() {
		for _, who := range []string{"mila", "cora"} {
			d.get(who, path, http.StatusOK)
		}
		for _, who := range []string{"rosa", "wout", "bea", "ada", "dora", "petra", "olga", "otto"} {
			d.get(who, path, http.StatusNotFound)
		}
	}
	at := "/zaken/" + c.number
	for _, path := range []string{at + "/politie/onzin", at + "/schade/onzin", at + "/ongevallen/onzin", "/verbeteren/onzin"} {
		d.get("mila", path, http.StatusNotFound)
	}
	for _, path := range []string{"/halt", "/schade/nieuw", "/analyse", "/verbeteringen", "/ongevallen"} {
		for _, who := range []string{"rosa", "wout", "olga"} {
			if answer := d.post(who, at+path, url.Values{"kind": {"kleding"}, "amount": {"1"}}); answer.Code != http.StatusNotFound {
				t.Errorf("%s sends %s: %d", who, path, answer.Code)
			}
		}
	}
	body := d.get("mila", at, http.StatusOK)
	mustHave(t, body, "VPT-code gevraagd: ja", "Zitting op 20 december 2026", "16-123456-26", "Bespreek Halt bij de aangifte", "€ 129,95",
		"Via de burgerlijke rechter", "Meld dit direct bij de Arbeidsinspectie", "Wachttijd of bereikbaarheid", "Rooster aanpassen", at+"/politie/"+string(c.police))
	d.get("cora", at+"/afdrukken", http.StatusOK)
}

func TestChainForms_HappyWay(t *testing.T) {
	d := newDesk(t)
	_, number := d.Report("rosa", nil)
	at := "/zaken/" + number
	for _, act := range []struct {
		path string
		form url.Values
		to   string
		want string // where it leads
	}{
		{"/beoordelen", url.Values{"verdict": {"agressie"}, "kinds": {"V2", "S2"}, "class": {"3"}, "privateRisk": {"nee"}}, "", "Beoordeeld"},
		{"/politie", url.Values{"kind": {"aangifte"}, "doneOn": {"vandaag"}, "reference": {"PL-9"}, "vptAsked": {"ja"}, "filedBy": {"medewerker"}, "identity": {"nummer"}}, "", "Onder nummer"},
		{"/halt", url.Values{"age": {"15"}, "hurt": {"nee"}, "weapon": {"nee"}, "policeKnows": {"ja"}, "wish": {"nee"}, "damage": {"nee"}}, "/halt", "de medewerker geen gesprek wil. De politie of het OM beslist."},
		{"/schade/nieuw", url.Values{"kind": {"kleding"}, "amount": {"1.129,95"}, "description": {"Een jas"}, "route": {"voeging"}}, "/schade", "€ 1.129,95"},
		{"/analyse", url.Values{"trigger": {"A1"}, "nature": {"frustratie"}, "causes": {"training", "wachttijd"}, "colleague": {"nee"}, "lessons": {"Vaker oefenen"}}, "", "Vaker oefenen"},
		{"/verbeteringen", url.Values{"what": {"Training herhalen"}, "lookup": {"P-wim"}, "dueOn": {"1-3"}}, "", "Training herhalen (Wim Pinas, uiterlijk 1 maart 2027)"},
		{"/ongevallen", url.Values{"injury": {"opname"}, "absent": {"ja"}}, "/ongevallen", "Meld dit direct bij de Arbeidsinspectie"},
	} {
		answer := d.post("mila", at+act.path, act.form)
		if answer.Code != http.StatusSeeOther || answer.Header().Get("Location") != at+act.to {
			t.Fatalf("%s: %d to %q\n%s", act.path, answer.Code, answer.Header().Get("Location"), answer.Body)
		}
		mustHave(t, d.get("mila", at+act.to, http.StatusOK), act.want)
	}
	v, err := d.App.CaseByNumber(context.Background(), d.Actor("mila"), number)
	d.Must(err)
	page := at + "/politie/" + string(v.Police[0].ID)
	answer := d.post("mila", page, url.Values{"step": {"zitting-gepland"}, "stepOn": {"vandaag"}, "hearingOn": {"20 december"}, "vptAsked": {"ja"}, "vptConfirmed": {"ja"}})
	if answer.Code != http.StatusSeeOther {
		t.Fatalf("progress: %d\n%s", answer.Code, answer.Body)
	}
	mustHave(t, d.get("mila", page, http.StatusOK), "Zitting op 20 december 2026", "Bevestigd: ja.", "Mogelijk strafbaar (indicatie)", "Belediging: artikel 266, 267 Wetboek van Strafrecht", "De officier beslist.")
	mustHave(t, d.get("mila", at+"/schade", http.StatusOK), "uiterlijk 6 december 2026")
	improvement := "/verbeteren/" + string(v.Improvements[0].ID)
	mustHave(t, d.get("wim", improvement, http.StatusOK), "Training herhalen")
	if answer := d.post("wim", improvement, url.Values{"doneOn": {"vandaag"}, "result": {"Iedereen is geweest"}}); answer.Code != http.StatusSeeOther {
		t.Fatalf("finishing: %d\n%s", answer.Code, answer.Body)
	}
	if body := d.get("wim", improvement, http.StatusOK); strings.Contains(body, "<form class=\"rd-flow\"") || !strings.Contains(body, "Iedereen is geweest") || strings.Contains(body, number) {
		t.Error("what is finished is still to be finished, or leads to the case")
	}
}

func TestChainForms_WhatWasTypedStays(t *testing.T) {
	d := newDesk(t)
	c := graveCase(d.World)
	at := "/zaken/" + c.number
	for _, row := range []struct {
		path string
		form url.Values
		want []string
	}{
		{"/politie", url.Values{"kind": {"aangifte"}, "doneOn": {"vandaag"}, "reference": {"getypt"}, "filedBy": {"gemachtigde"}}, []string{"getypt", `<details class="rd-card" open>`, "Zonder bijzondere volmacht"}},
		{"/politie/" + string(c.police), url.Values{"sentence": {"getypte straf"}}, []string{"getypte straf", "Kies wat er is gebeurd"}},
		{"/halt", url.Values{"hurt": {"nee"}}, []string{`id="fouten"`}},
		{"/schade/nieuw", url.Values{"kind": {"gebouw"}, "amount": {"tachtig"}, "description": {"getypte ruit"}, "route": {"schadefonds"}}, []string{"getypte ruit", `value="tachtig"`, "Dit is geen bedrag", "alleen voor schade van de medewerker"}},
		{"/analyse", url.Values{"causes": {"training", "geen"}, "lessons": {"getypte les"}}, []string{"getypte les", "Haal dat weg"}},
		{"/verbeteringen", url.Values{"what": {"getypte actie"}, "dueOn": {"gisteren"}}, []string{"getypte actie", `value="gisteren"`}},
		{"/ongevallen", url.Values{"injury": {"geen"}, "absent": {"nee"}, "outcomes": {"ziekenhuis"}}, []string{"Kies het letsel dat erbij past"}},
	} {
		answer := d.post("mila", at+row.path, row.form)
		if answer.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", row.path, answer.Code)
		}
		mustHave(t, answer.Body.String(), row.want...)
	}
	if answer := d.post("mila", "/verbeteren/"+string(c.improvement), url.Values{"doneOn": {"morgen"}, "result": {"getypt resultaat"}}); answer.Code != http.StatusUnprocessableEntity || !strings.Contains(answer.Body.String(), "getypt resultaat") {
		t.Errorf("finishing tomorrow: %d", answer.Code)
	}
}

func TestImprovementsPages_WithoutPersons(t *testing.T) {
	d := newDesk(t)
	c := graveCase(d.World)
	for _, path := range []string{"/verbeteren", "/verbeteren/ongevallen", "/verbeteren/ongevallen/download?vorm=csv"} {
		body := d.get("petra", path, http.StatusOK)
		for _, not := range []string{c.number, "Rosa", "Mila", "/zaken/"} {
			if strings.Contains(body, not) {
				t.Errorf("%s shows the prevention officer %q", path, not)
			}
		}
		for _, who := range []string{"rosa", "mila", "bea", "ada", "dora", "sven", "pia"} {
			d.get(who, path, http.StatusNotFound)
		}
	}
	mustHave(t, d.get("petra", "/verbeteren", http.StatusOK), "Rooster aanpassen", "Wachttijd of bereikbaarheid", "plan van aanpak 2026, punt 12", "Bij 1 van 1 was een collega in de buurt", `href="/verbeteren"`)
	mustHave(t, d.get("petra", "/verbeteren?vanaf=1-1-2020&tot=31-12-2020", http.StatusOK), "Hier komen de oorzaken uit de analyses")
	mustHave(t, d.get("petra", "/verbeteren/ongevallen", http.StatusOK), "17 november 2026", "Opname in het ziekenhuis", "Balie", "Nog melden")
	mustHave(t, d.get("cora", "/verbeteren", http.StatusOK), "/zaken/"+c.number, "Mila van Dijk")
	mustHave(t, d.get("cora", "/verbeteren/ongevallen", http.StatusOK), "/zaken/"+c.number)
	mustHave(t, d.get("petra", "/verbeteren/ongevallen/download?vorm=csv", http.StatusOK), "2026-11-17", "Balie")
	for _, form := range []string{"xlsx", "ods"} {
		d.get("cora", "/verbeteren/ongevallen/download?vorm="+form, http.StatusOK)
	}
	d.get("cora", "/verbeteren/ongevallen/download?vorm=pdf", http.StatusNotFound)
	if body := d.get("olga", "/verbeteren/ongevallen", http.StatusOK); strings.Contains(body, c.number) || !strings.Contains(body, "Er staat nog niets op de lijst") {
		t.Error("the other organisation sees the accident")
	}
}

func TestHaltPage_OnlyForYoungPeople(t *testing.T) {
	d := newDesk(t)
	_, number := d.Report("rosa", nil)
	at, ctx, mila := "/zaken/"+number, context.Background(), d.Actor("mila")
	if strings.Contains(d.get("mila", at, http.StatusOK), at+"/halt") {
		t.Error("offered before it is judged to be aggression")
	}
	d.Must(d.App.AssessCase(ctx, mila, vpt.AssessCase{Case: number, Verdict: vpt.VerdictAggression, Kinds: []string{"Z1"}, Class: 1}))
	d.Must(d.App.RecordInstigator(ctx, mila, vpt.RecordInstigator{Case: number, Kind: vpt.InstigatorKnown, Relation: "inwoner", BornOn: vpt.NewPrivate("1980-01-01"), Postponed: vpt.NewPrivate("nog niet")}))
	if strings.Contains(d.get("mila", at, http.StatusOK), at+"/halt") {
		t.Error("offered for a grown-up")
	}
	mustHave(t, d.get("mila", at+"/halt", http.StatusOK), "18 jaar of ouder: Halt kan niet meer.")
	d.Must(d.App.RecordInstigator(ctx, mila, vpt.RecordInstigator{Case: number, Kind: vpt.InstigatorKnown, Relation: "inwoner", BornOn: vpt.NewPrivate("2-5-2012"), Postponed: vpt.NewPrivate("nog niet")}))
	mustHave(t, d.get("mila", at, http.StatusOK), at+"/halt")
	mustHave(t, d.get("mila", at+"/halt", http.StatusOK), "was de ander 14 jaar")
}

func TestReport_TellsHowItEnded(t *testing.T) {
	d := newDesk(t)
	c := graveCase(d.World)
	report := d.Value(`SELECT r.number FROM report r JOIN casefile f ON f.id = r.casefile_id WHERE f.number = $1`, c.number)
	if answer := d.post("mila", "/zaken/"+c.number+"/politie/"+string(c.police), url.Values{"step": {"veroordeeld"}, "stepOn": {"vandaag"}, "sentence": {"veertig uur"}, "stepNote": {"alleen voor ons"}}); answer.Code != http.StatusSeeOther {
		t.Fatalf("outcome: %d\n%s", answer.Code, answer.Body)
	}
	body := d.get("rosa", "/meldingen/"+report, http.StatusOK)
	mustHave(t, body, "Er is nieuws van de politie of de rechter", "Veroordeeld.")
	for _, not := range []string{"veertig uur", "alleen voor ons", "16-123456-26", "PL0600"} {
		if strings.Contains(body, not) {
			t.Errorf("the reporter reads %q", not)
		}
	}
}

func TestOrganisationForm_LearningSettings(t *testing.T) {
	d := newDesk(t)
	answer := d.post("bea", "/beheer/organisatie", url.Values{"name": {"Gemeente Toetsdam"}, "learning.fromClass": {"2"}, "learning.noOfficial": {"ja"}})
	if answer.Code != http.StatusSeeOther {
		t.Fatalf("%d\n%s", answer.Code, answer.Body)
	}
	view, err := d.App.Settings(context.Background(), d.Actor("bea"))
	d.Must(err)
	if got := view.Organisation.Settings.Learning; got != (vpt.LearningSettings{FromClass: 2, NoOfficial: true}) {
		t.Errorf("saved %+v", got)
	}
}
