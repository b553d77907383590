package web_test

import (
	"os"
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/internal/browsertest"
	"rugdekking/vpt"
)

func TestZZRShots(t *testing.T) {
	h := newLoopback(t)
	number, casefile := h.Report("rosa", func(in *vpt.ReportIncident) {
		in.Help = vpt.HelpNow
		in.Affected = append(in.Affected, vpt.AffectedInput{Person: h.People["anna"]})
	})
	_ = os.MkdirAll("/tmp/rshots", 0o755)
	png := noisePNG(t)
	_, err := h.App.AddEvidence(t.Context(), h.Actor("rosa"), vpt.AddEvidence{Report: number, Name: vpt.NewPrivate("schade balie.png")}, strings.NewReader(png))
	h.Must(err)
	_, err = h.App.AddEvidence(t.Context(), h.Actor("rosa"), vpt.AddEvidence{Report: number, Name: vpt.NewPrivate("bericht.txt")}, strings.NewReader("Ik weet waar je woont."))
	h.Must(err)
	h.Must(h.App.AddDetails(t.Context(), h.Actor("anna"), vpt.AddDetails{Report: number, Values: map[vpt.DetailField]vpt.Private{vpt.DetailAccount: vpt.NewPrivate("Ik zag het ook.\nHij had een jas aan.")}}))
	mila := h.Actor("mila")
	h.Must(h.App.AssessCase(t.Context(), mila, vpt.AssessCase{Case: casefile, Verdict: vpt.VerdictAggression, Kinds: []string{"V2"}, Class: 2, FactsComplete: true}))
	h.Must(h.App.SendFeedback(t.Context(), mila, vpt.SendFeedback{Case: casefile, Text: vpt.NewPrivate("Ik heb met de man gesproken. Hij krijgt een brief.")}))
	_ = apptest.Start
	for name, v := range map[string][2]string{"start": {"rosa", "/"}, "leeg": {"wim", "/"}, "handler": {"mila", "/"}, "lijst": {"rosa", "/meldingen"}, "nieuw": {"wim", "/meldingen/nieuw"},
		"melding": {"rosa", "/meldingen/" + number}, "genoemd": {"anna", "/meldingen/" + number}, "ontvangst": {"rosa", "/meldingen/" + number + "/ontvangst"}, "meer": {"rosa", "/meldingen/" + number + "/meer"}} {
		for _, width := range []int{360, 1280} {
			for _, dark := range []bool{false, true} {
				if dark && name != "melding" && name != "nieuw" {
					continue
				}
				p := h.visit(t, v[0], browsertest.Options{Width: width, Height: 900, Dark: dark})
				p.Open(h.URL + v[1])
				p.Screenshot("/tmp/rshots/" + name + map[int]string{360: "-s", 1280: "-w"}[width] + map[bool]string{true: "-d"}[dark] + ".png")
			}
		}
	}
}

func noisePNG(t *testing.T) string {
	b, err := os.ReadFile("/tmp/rsample.png")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
