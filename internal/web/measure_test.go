package web_test

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// bannable is a case in which a ban may be prepared: a threat by somebody who
// is known and was heard.
func bannable(w *apptest.World) string {
	ctx, mila := context.Background(), w.Actor("mila")
	_, number := w.Report("rosa", func(in *vpt.ReportIncident) { in.Site = w.Sites["Stadhuis"] })
	w.Must(w.App.AssessCase(ctx, mila, vpt.AssessCase{Case: number, Verdict: vpt.VerdictAggression, Kinds: []string{"B2"}, Class: 3, FactsComplete: true}))
	w.Must(w.App.RecordInstigator(ctx, mila, vpt.RecordInstigator{
		Case: number, Kind: vpt.InstigatorKnown, Relation: "inwoner", Name: vpt.NewPrivate("Jan Jansen"), Address: vpt.NewPrivate("Dorpsstraat 1, Toetsdam"), Postponed: vpt.NewPrivate("hij krijgt de brief"),
	}))
	w.Must(w.App.RecordHearing(ctx, mila, vpt.RecordHearing{
		Case: number, Kind: vpt.HearingTalk, State: vpt.HearingHeld, HeldOn: "2026-11-17", Present: vpt.NewPrivate("Mila"), Account: vpt.NewPrivate("Ik was boos om de brief."),
	}))
	return number
}

// banForm is the form of a ban that owes nothing.
func banForm(d *apptest.World, number string) url.Values {
	v, err := d.App.CaseByNumber(context.Background(), d.Actor("mila"), number)
	d.Must(err)
	return url.Values{
		"instigator": {string(v.Instigators[0].ID)}, "facts.0.on": {"vandaag"}, "facts.0.text": {"Hij riep: 'ik wacht je op'."}, "facts.1.on": {""}, "facts.1.text": {""},
		"reason": {"De collega durft niet meer alleen."}, "lighter": {"Een waarschuwing is te licht."}, "durationWhy": {"Dit past bij een bedreiging."},
		"startsOn": {"morgen"}, "endsOn": {"28 februari 2027"}, "reviewOn": {"1 januari 2027"}, "everywhere": {"alle"}, "howToAct": {"Vraag hem te gaan."},
		"reachable": {"Bellen kan."}, "contact": {string(d.People["cora"])}, "remedy": {"klacht"}, "sensitive": {"nee"}, "separate": {"ja"},
	}
}

// startBan starts a ban by the quick form and gives the address of its draft.
func (d *desk) startBan(number string) string {
	d.T.Helper()
	answer := d.post("mila", "/zaken/"+number+"/maatregelen", url.Values{"kind": {"M8"}, "reason": {"Omdat hij dreigde"}, "decideOn": {"vandaag"}})
	where := answer.Header().Get("Location")
	if answer.Code != http.StatusSeeOther || !strings.HasSuffix(where, "/voorbereiden") {
		d.T.Fatalf("the quick form of a ban: %d to %q", answer.Code, where)
	}
	return strings.TrimSuffix(where, "/voorbereiden")
}

func TestMeasurePages_OwedLeadsToWhereItIsArranged(t *testing.T) {
	d := newDesk(t)
	number := bannable(d.World)
	at := d.startBan(number)
	mustHave(t, d.get("mila", at+"/voorbereiden", http.StatusOK), "Omdat hij dreigde", "Jullie protocol, keer 1 in klasse 3")
	body := d.get("mila", at, http.StatusOK)
	mustHave(t, body, "Dit is nog nodig", at+`/voorbereiden#veld-endsOn`, "Vul de laatste dag in.", "Bekijk de brief zoals hij nu wordt")
	if strings.Contains(body, "Neem het besluit") {
		t.Error("a draft that owes much can be decided on")
	}
	// Asked all the same, it refuses and names what is owed.
	refused := d.post("mila", at+"/besluit", url.Values{})
	if refused.Code != http.StatusUnprocessableEntity {
		t.Errorf("deciding too early: %d", refused.Code)
	}
	mustHave(t, refused.Body.String(), "Een maatregel heeft altijd een einde.")

	saved := d.post("mila", at+"/voorbereiden", banForm(d.World, number))
	if saved.Code != http.StatusSeeOther {
		t.Fatalf("saving: %d\n%s", saved.Code, saved.Body)
	}
	mustHave(t, d.get("mila", at, http.StatusOK), "Alles is ingevuld")
	// A day that is none stays as it was typed.
	form := banForm(d.World, number)
	form.Set("endsOn", "sint juttemis")
	wrong := d.post("mila", at+"/voorbereiden", form)
	if wrong.Code != http.StatusUnprocessableEntity {
		t.Errorf("an end that is no day: %d", wrong.Code)
	}
	mustHave(t, wrong.Body.String(), "sint juttemis", "De collega durft niet meer alleen.")
}

func TestMeasurePages_FromDecisionToDoorAndComplaint(t *testing.T) {
	d := newDesk(t)
	number := bannable(d.World)
	at := d.startBan(number)
	if saved := d.post("mila", at+"/voorbereiden", banForm(d.World, number)); saved.Code != http.StatusSeeOther {
		t.Fatalf("saving: %d", saved.Code)
	}
	if decided := d.post("cora", at+"/besluit", url.Values{}); decided.Code != http.StatusSeeOther {
		t.Fatalf("deciding: %d %s", decided.Code, decided.Body)
	}
	body := d.get("cora", at, http.StatusOK)
	if strings.Contains(body, "Wacht op een tweede paar ogen") {
		mustHave(t, d.get("dora", at, http.StatusOK), "Kijk jij mee?")
		if agreed := d.post("dora", at+"/meekijken", url.Values{"agree": {"ja"}}); agreed.Code != http.StatusSeeOther {
			t.Fatalf("agreeing: %d %s", agreed.Code, agreed.Body)
		}
		body = d.get("cora", at, http.StatusOK)
	}
	mustHave(t, body, "Besloten door", "Opnieuw bekijken of opheffen", "Brieven", "Pandverbod")
	d.Clock.Advance(24 * 3600e9)
	door := d.get("sven", "/deur", http.StatusOK)
	mustHave(t, door, "Jan Jansen", "tot en met 28 februari 2027", "Vraag hem te gaan.", "/meldingen/nieuw?maatregel=")
	for _, secret := range []string{"Rosa", "Hij riep", "durft niet meer", number} {
		if strings.Contains(door, secret) {
			t.Errorf("the door tells %q", secret)
		}
	}
	mustHave(t, d.post("sven", "/deur", url.Values{"zoek": {"jans"}, "plek": {"deur"}}).Body.String(), "Jan Jansen")
	if found := d.post("sven", "/deur", url.Values{"zoek": {"piet"}, "plek": {"deur"}}).Body.String(); strings.Contains(found, "Jan Jansen") {
		t.Error("searching for somebody else finds him")
	}
	if objection := d.post("mila", at+"/klachten", url.Values{"kind": {"bezwaar"}, "receivedOn": {"vandaag"}, "summary": {"te lang"}}); objection.Code != http.StatusUnprocessableEntity {
		t.Errorf("an objection where a complaint is open: %d", objection.Code)
	} else {
		mustHave(t, objection.Body.String(), "Leg het vast als klacht", "te lang")
	}
	if complaint := d.post("mila", at+"/klachten", url.Values{"kind": {"klacht"}, "receivedOn": {"vandaag"}, "summary": {"te lang"}}); complaint.Code != http.StatusSeeOther {
		t.Errorf("a complaint: %d", complaint.Code)
	}
	mustHave(t, d.get("mila", at, http.StatusOK), "Antwoord uiterlijk")
	if lifted := d.post("mila", at+"/herbeoordelen", url.Values{"outcome": {"opheffen"}, "why": {"het gaat goed"}}); lifted.Code != http.StatusSeeOther {
		t.Errorf("lifting: %d %s", lifted.Code, lifted.Body)
	}
	mustHave(t, d.get("sven", "/deur", http.StatusOK), "Niemand gevonden")
}

func TestMeasurePages_ForNobodyElse(t *testing.T) {
	d := newDesk(t)
	number := bannable(d.World)
	at := d.startBan(number)
	for _, path := range []string{at, at + "/voorbereiden", at + "/stoppen", "/zaken/" + number + "/horen", "/zaken/" + number + "/horen/verslag", "/zaken/" + number + "/eerdere-zaken",
		"/zaken/" + number + "/brieven", "/zaken/" + number + "/reeks"} {
		for _, who := range []string{"rosa", "wout", "bea", "ada", "dora", "sven", "pia", "petra", "olga", "otto"} {
			d.get(who, path, http.StatusNotFound)
		}
		d.get("mila", path, http.StatusOK)
	}
	for _, who := range []string{"rosa", "mila", "bea", "ada", "dora", "pia", "petra", "olga"} {
		if slices.Contains([]string{"olga"}, who) { // a coordinator of another organisation sees her own doors
			d.get(who, "/deur?gebouw="+string(d.Sites["Stadhuis"]), http.StatusNotFound)
			continue
		}
		d.get(who, "/deur", http.StatusNotFound)
	}
}

func TestSeriesPages_ListOfEvents(t *testing.T) {
	d := newDesk(t)
	report, number := d.Report("rosa", nil)
	answer := d.post("rosa", "/meldingen/"+report+"/reeks", url.Values{"events": {"gisteren 14:30 belde tien keer\n12-11 stuurde een mail"}})
	if answer.Code != http.StatusSeeOther {
		t.Fatalf("adding: %d %s", answer.Code, answer.Body)
	}
	mustHave(t, d.get("mila", "/zaken/"+number+"/reeks", http.StatusOK), "belde tien keer", "14:30", "stuurde een mail", "Voorvallen in deze reeks: 2")
	wrong := d.post("mila", "/zaken/"+number+"/reeks", url.Values{"events": {"vandaag hij stond er weer\nzomaar iets\nmorgen komt hij"}})
	if wrong.Code != http.StatusUnprocessableEntity {
		t.Errorf("lines without a day: %d", wrong.Code)
	}
	mustHave(t, wrong.Body.String(), "Regel 2: Dit is geen datum", "Regel 3: Deze dag moet nog komen", "hij stond er weer")
	d.get("anna", "/meldingen/"+report+"/reeks", http.StatusNotFound)
}

// measureWorld gives the addresses of the pages of measures: one that is being
// prepared, one that waits, one that holds and has a complaint.
func measureWorld(w *apptest.World) map[string][]string {
	ctx, mila, cora := context.Background(), w.Actor("mila"), w.Actor("cora")
	number := bannable(w)
	prepared := func(change func(*vpt.PrepareMeasure)) vpt.MeasureID {
		v, err := w.App.CaseByNumber(ctx, mila, number)
		w.Must(err)
		in := vpt.PrepareMeasure{
			Case: number, Kind: "M8", Instigator: v.Instigators[0].ID, Facts: []vpt.MeasureFact{{On: "2026-11-17", Text: vpt.NewPrivate("Hij riep: 'ik wacht je op'.")}},
			Reason: vpt.NewPrivate("De collega durft niet meer alleen."), DurationWhy: vpt.NewPrivate("Past bij een bedreiging."), Lighter: vpt.NewPrivate("Een brief is te licht."),
			StartsOn: "2026-11-17", EndsOn: "2027-02-28", ReviewOn: "2027-01-01", Everywhere: true, HowToAct: vpt.NewPrivate("Vraag hem te gaan."), Reachable: vpt.NewPrivate("Bellen kan."),
			Contact: w.People["cora"], Remedy: vpt.RemedyComplaint, Sensitive: vpt.SensitiveNo, Separate: true,
		}
		if change != nil {
			change(&in)
		}
		id, err := w.App.PrepareMeasure(ctx, mila, in)
		w.Must(err)
		return id
	}
	at := "/zaken/" + number + "/maatregelen/"
	decided := prepared(nil)
	w.Must(w.App.ConcludeMeasure(ctx, cora, vpt.ConcludeMeasure{Case: number, ID: decided}))
	if f, err := w.App.MeasureByID(ctx, cora, number, decided); err == nil && f.Measure.State == vpt.MeasureWaiting {
		w.Must(w.App.SecondMeasure(ctx, w.Actor("dora"), vpt.SecondMeasure{Case: number, ID: decided, Agree: true}))
	}
	w.Must(w.App.RecordRemedy(ctx, mila, vpt.RecordRemedy{Case: number, Measure: decided, Kind: vpt.RemedyComplaint, ReceivedOn: "2026-11-17", Summary: vpt.NewPrivate("Hij vindt het te lang.")}))
	waiting := prepared(func(in *vpt.PrepareMeasure) { in.Sensitive = vpt.SensitiveCriticism })
	w.Must(w.App.ConcludeMeasure(ctx, mila, vpt.ConcludeMeasure{Case: number, ID: waiting}))
	draft := prepared(func(in *vpt.PrepareMeasure) {
		in.EndsOn, in.Remedy, in.Facts = "", "", []vpt.MeasureFact{{On: "2026-11-17", Text: vpt.NewPrivate("Hij was agressief.")}}
	})
	w.Must(w.App.PlanHearing(ctx, mila, vpt.PlanHearing{Case: number, Kind: vpt.HearingOrder, InvitedOn: "2026-11-17", On: "2026-11-20", Time: "10:00"}))
	_, earlier := w.Report("rosa", nil)
	w.Must(w.App.LinkCase(ctx, mila, vpt.LinkCase{Case: number, Earlier: earlier}))
	report, series := w.Report("rosa", nil)
	w.Must(w.App.TellOccurrences(ctx, w.Actor("rosa"), vpt.AddOccurrences{Report: report, Events: []vpt.Occurrence{{On: "2026-11-16", Time: "14:30", Text: vpt.NewPrivate("Belde tien keer.")}}}))
	remedy := w.Value(`SELECT r.id FROM remedy r JOIN casefile c ON c.id = r.casefile_id WHERE c.number = $1`, number)
	hearing := w.Value(`SELECT h.id FROM hearing h JOIN casefile c ON c.id = h.casefile_id WHERE c.number = $1 AND h.state = 'uitgenodigd'`, number)
	const route, hear = "GET /zaken/{nummer}/maatregelen/{maatregel}", "GET /zaken/{nummer}/horen"
	return map[string][]string{
		route:                               {at + string(draft), at + string(waiting), at + string(decided)},
		route + "/voorbereiden":             {at + string(draft) + "/voorbereiden"},
		route + "/stoppen":                  {at + string(draft) + "/stoppen"},
		route + "/herbeoordelen":            {at + string(decided) + "/herbeoordelen"},
		route + "/verlengen":                {at + string(decided) + "/verlengen"},
		route + "/klachten":                 {at + string(decided) + "/klachten"},
		route + "/klachten/{klacht}":        {at + string(decided) + "/klachten/" + remedy},
		hear:                                {"/zaken/" + number + "/horen"},
		hear + "/verslag":                   {"/zaken/" + number + "/horen/verslag"},
		hear + "/{gesprek}":                 {"/zaken/" + number + "/horen/" + hearing},
		"GET /zaken/{nummer}/eerdere-zaken": {"/zaken/" + number + "/eerdere-zaken"},
		"GET /zaken/{nummer}/reeks":         {"/zaken/" + series + "/reeks", "/zaken/" + number + "/reeks"},
		"GET /meldingen/{nummer}/reeks":     {"/meldingen/" + report + "/reeks"},
		"GET /zaken/{nummer}":               {"/zaken/" + number},
		"GET /deur":                         {"/deur", "/deur?plek=telefoon"},
	}
}
