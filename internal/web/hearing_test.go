package web_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"rugdekking/vpt"
)

// started is a case with the draft of a ban, in which nobody was heard yet.
func (d *desk) started() (number, ban string) {
	ctx, mila := context.Background(), d.Actor("mila")
	_, number = d.Report("rosa", nil)
	d.Must(d.App.AssessCase(ctx, mila, vpt.AssessCase{Case: number, Verdict: vpt.VerdictAggression, Kinds: []string{"B2"}, Class: 3, FactsComplete: true}))
	d.Must(d.App.RecordInstigator(ctx, mila, vpt.RecordInstigator{Case: number, Kind: vpt.InstigatorKnown, Relation: "inwoner", Name: vpt.NewPrivate("Jan Jansen"), NotifiedOn: "2026-11-17"}))
	id, err := d.App.PrepareMeasure(ctx, mila, vpt.PrepareMeasure{Case: number, Kind: "M8"})
	d.Must(err)
	return number, "/zaken/" + number + "/maatregelen/" + string(id)
}

func TestHearingPages_EachLeadsToTheNext(t *testing.T) {
	d := newDesk(t)
	number, ban := d.started()
	at := "/zaken/" + number
	mustHave(t, d.get("mila", at+"/maatregelen", http.StatusOK), "Pandverbod: in voorbereiding", `href="`+ban+`"`)
	mustHave(t, d.get("mila", ban, http.StatusOK), "De ander is nog niet gehoord.", `href="`+at+`/horen"`)
	planned := d.post("mila", at+"/horen", url.Values{"kind": {"hoorgesprek"}, "invitedOn": {"vandaag"}, "on": {"20 november"}, "time": {"10:00"}})
	if planned.Code != http.StatusSeeOther || planned.Header().Get("Location") != at+"/brieven" {
		t.Fatalf("inviting: %d to %q\n%s", planned.Code, planned.Header().Get("Location"), planned.Body)
	}
	mustHave(t, d.get("mila", at+"/brieven", http.StatusOK), "Uitnodiging voor een gesprek")
	talk := at + "/horen/" + d.Value(`SELECT id FROM hearing`)
	body := d.get("mila", ban, http.StatusOK)
	mustHave(t, body, "De ander is uitgenodigd voor vr 20 november 2026 10:00", `href="`+talk+`"`)
	if strings.Contains(body, "De ander is nog niet gehoord.") {
		t.Error("who was invited is to be invited again")
	}
	d.Clock.Advance(3 * 24 * time.Hour)
	mustHave(t, d.get("mila", "/taken", http.StatusOK), `href="`+talk+`"`, `href="`+at+`/brieven"`)
	form := url.Values{"kind": {"hoorgesprek"}, "state": {"gehoord"}, "heldOn": {"vandaag"}, "account": {"Ik was boos."}, "present": {"Jan en Mila"}}
	if held := d.post("mila", talk, form); held.Code != http.StatusSeeOther || held.Header().Get("Location") != ban {
		t.Errorf("after the talk: %d to %q\n%s", held.Code, held.Header().Get("Location"), held.Body)
	}
	_, err := d.App.PrepareMeasure(context.Background(), d.Actor("mila"), vpt.PrepareMeasure{Case: number, Kind: "M8"})
	d.Must(err) // of two, nobody can tell which waited for the talk
	if held := d.post("mila", talk, form); held.Header().Get("Location") != at {
		t.Errorf("after a talk with two drafts: to %q", held.Header().Get("Location"))
	}
}

func TestMeasurePages_LetterFirstAndBreachShown(t *testing.T) {
	d := newDesk(t)
	number := bannable(d.World)
	at := d.startBan(number)
	d.post("mila", at+"/voorbereiden", banForm(d.World, number))
	d.post("cora", at+"/besluit", url.Values{})
	d.post("dora", at+"/meekijken", url.Values{"agree": {"ja"}})
	body := d.get("mila", at, http.StatusOK)
	mustHave(t, body, "Maak de brief af")
	if strings.Contains(body, "De ander hield zich er niet aan") {
		t.Error("nobody came, and it tells of a breach")
	}
	d.Clock.Advance(24 * time.Hour)
	mustHave(t, d.get("sven", "/meldingen/nieuw?maatregel="+at[strings.LastIndex(at, "/")+1:], http.StatusOK), "Kies bij de eerste vraag alleen wat er verder nog gebeurde.",
		`Waar lijkt het het meest op? <span class="rd-optional">`)
	_, later := d.Report("rosa", func(in *vpt.ReportIncident) { in.Breach = vpt.MeasureID(at[strings.LastIndex(at, "/")+1:]) })
	mustHave(t, d.get("mila", at, http.StatusOK), "De ander hield zich er niet aan", `href="/zaken/`+later+`"`)
	mustHave(t, d.get("mila", "/zaken/"+later, http.StatusOK), "De ander hield zich niet aan een maatregel in zaak "+number, `href="`+at+`"`)
	if strings.Contains(d.get("mila", "/zaken/"+number, http.StatusOK), "hield zich niet aan een maatregel in zaak") {
		t.Error("the case of the measure is called a breach of itself")
	}
}
