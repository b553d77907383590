package nl

import (
	"strconv"
	"time"

	"rugdekking/vpt"
)

// digestSubject says how many things a morning mail is about.
func digestSubject(t *Texts) func(vpt.Digest) string {
	return func(d vpt.Digest) string {
		if d.Count() == 1 {
			return t.Text("ochtend.onderwerp-een")
		}
		return t.Fill("ochtend.onderwerp", "aantal", strconv.Itoa(d.Count()))
	}
}

// digestItem puts one line of a morning mail in words: what, of which case, and
// when it is or was due. No name and nothing of the story.
func digestItem(t *Texts) func(vpt.DigestItem, *time.Location) string {
	return func(i vpt.DigestItem, zone *time.Location) string {
		what := t.Label(i.Kind)
		switch {
		case i.Step != "":
			what = t.Label(i.Step)
		case i.Clock != "":
			what = t.Label(i.Clock)
		case i.Duty != "":
			what = t.Label(i.Duty)
		}
		key := "ochtend.regel"
		switch {
		case i.Raised != 0:
			key = "ochtend.regel-gevraagd"
		case i.Late:
			key = "ochtend.regel-laat"
		case i.Kind == vpt.TaskHold:
			key = "ochtend.regel-om"
		}
		number := i.Number
		if number != "" {
			number += ": "
		}
		return t.Fill(key, "zaak", number, "wat", what, "wanneer", DateTime(i.Due, zone, t.Lang()))
	}
}

// digestTexts are the words of the morning mail.
func digestTexts() map[string][2]string {
	return map[string]pair{
		"ochtend.onderwerp":      {"Vandaag: {aantal} dingen die op jou wachten", "Today: {aantal} things that wait for you"},
		"ochtend.onderwerp-een":  {"Vandaag: 1 ding dat op jou wacht", "Today: 1 thing that waits for you"},
		"ochtend.regel":          {"- {zaak}{wat}, vóór {wanneer}", "- {zaak}{wat}, before {wanneer}"},
		"ochtend.regel-laat":     {"- {zaak}{wat}, te laat sinds {wanneer}", "- {zaak}{wat}, late since {wanneer}"},
		"ochtend.regel-om":       {"- {zaak}{wat}: {wanneer}", "- {zaak}{wat}: {wanneer}"},
		"ochtend.regel-gevraagd": {"- {zaak}{wat}, te laat sinds {wanneer}. Wil jij dit oppakken?", "- {zaak}{wat}, late since {wanneer}. Will you see to it?"},
	}
}
