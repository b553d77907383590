package web_test

import (
	"context"
	"net/url"
	"testing"
	"time"
	"net/http"

	"rugdekking/internal/browsertest"
	"rugdekking/vpt"
)

func TestZZCaseShots(t *testing.T) {
	h := newLoopback(t)
	_, number := h.Report("rosa", nil)
	ctx, mila := context.Background(), h.Actor("mila")
	h.Must(h.App.AssessCase(ctx, mila, vpt.AssessCase{Case: number, Verdict: vpt.VerdictAggression, Kinds: []string{"V2"}, Class: 2, PrivateRisk: true}))
	h.Must(h.App.RecordInstigator(ctx, mila, vpt.RecordInstigator{Case: number, Kind: vpt.InstigatorKnown, Relation: "inwoner", Name: vpt.NewPrivate("J. Voorbeeld"), Description: vpt.NewPrivate("Man met grijze jas"), Postponed: vpt.NewPrivate("onderzoek")}))
	h.Must(h.App.DecideMeasure(ctx, mila, vpt.DecideMeasure{Case: number, Kind: "M1", Reason: vpt.NewPrivate("Eerste keer"), DecideOn: "2026-11-17"}))
	v, err := h.App.CaseByNumber(ctx, mila, number)
	h.Must(err)
	talk := string(v.Talks[0].ID)
	h.Must(h.App.PlanTalk(ctx, mila, vpt.PlanTalk{Case: number, Talk: v.Talks[0].ID, On: "2026-11-18", Time: "10:00", With: mila.Person}))
	h.Must(h.App.WriteNote(ctx, mila, vpt.WriteNote{Case: number, Visible: vpt.VisibleReporter, Text: vpt.NewPrivate("Fijn dat je dit meldde.")}))
	h.Clock.Advance(26*time.Hour)
	h.Report("leo", func(in *vpt.ReportIncident) { in.Choice = vpt.ChoiceDoubt })
	h.Report("anna", func(in *vpt.ReportIncident) { in.Help = vpt.HelpNow; in.Kinds = []string{"B", "V"} })
	h.Clock.Advance(26*time.Hour)
	_ = http.StatusOK
	_ = url.Values{}
	for name, path := range map[string]string{
		"werk": "/werkvoorraad", "filter": "/werkvoorraad?soort=B", "zaak": "/zaken/" + number, "nieuw": "/zaken/Z-2026-00002", "beoordelen": "/zaken/Z-2026-00002/beoordelen", "maatregelen": "/zaken/" + number + "/maatregelen",
		"gesprek": "/zaken/" + number + "/gesprekken/" + talk, "sluiten": "/zaken/" + number + "/sluiten", "print": "/zaken/" + number + "/afdrukken", "zoek": "/zoeken?nummer=x", "veroorzaker": "/zaken/" + number + "/veroorzaker", "samen": "/zaken/Z-2026-00002/samenvoegen",
	} {
		for _, width := range []int{360, 1280} {
			for _, dark := range []bool{false, true} {
				if dark && name != "zaak" && name != "werk" { continue }
				p := browsertest.New(t, browsertest.Options{Width: width, Height: 900, Dark: dark})
				p.SetCookie(h.URL, "rugdekking", "cora")
				p.Open(h.URL + path)
				suffix := map[bool]string{false: "light", true: "dark"}[dark]
				p.Screenshot("/tmp/casework/shots/" + name + "-" + map[int]string{360: "s", 1280: "w"}[width] + "-" + suffix + ".png")
				for _, f := range p.Axe(browsertest.AxeOptions{}) { t.Errorf("%s %d %v: %v", name, width, dark, f) }
			}
		}
	}
}
