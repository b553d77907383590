package app_test

import "rugdekking/vpt"

// seriesFixtures are those of dossiers of conduct that goes on.
func seriesFixtures() map[string]actFixture {
	events := func() []vpt.Occurrence {
		return []vpt.Occurrence{{On: today, Time: "09:15", Text: p("belde tien keer achter elkaar")}}
	}
	return map[string]actFixture{
		"AddOccurrences": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.AddOccurrences{Case: s.casefile, Events: events()}}
		}},
		"TellOccurrences": {about: "melding", by: "piet", args: func(s *scene) []any {
			return []any{vpt.AddOccurrences{Report: s.report, Events: events()}}
		}},
	}
}
