package app_test

import (
	"context"

	"rugdekking/vpt"
)

// measureFixtures are those of measures, talking with the instigator, remedies,
// linked cases and the door.
func measureFixtures() map[string]actFixture {
	return map[string]actFixture{
		"PrepareMeasure": {about: "zaak", by: "mila", prepare: (*scene).instigate, args: func(s *scene) []any {
			return []any{s.ban(func(in *vpt.PrepareMeasure) {
				in.SkippedWhy, in.DeviationWhy, in.UrgentWhy = p("een mes op tafel"), p("dit was erger"), p("hij stond om elf uur weer voor de deur")
				in.Exceptions, in.ContactName = p("om te stemmen"), p("mevrouw Van Wijk")
			})}
		}},
		"ConcludeMeasure": {about: "zaak", by: "mila", prepare: (*scene).prepare, args: func(s *scene) []any {
			return []any{vpt.ConcludeMeasure{Case: s.casefile, ID: s.measure}}
		}},
		"SecondMeasure": {about: "zaak", by: "cora", prepare: (*scene).await, args: func(s *scene) []any {
			return []any{vpt.SecondMeasure{Case: s.casefile, ID: s.measure, Why: p("dit was een klacht, geen dreigement")}}
		}},
		"DropMeasure": {about: "zaak", by: "mila", prepare: (*scene).prepare, args: func(s *scene) []any {
			return []any{vpt.DropMeasure{Case: s.casefile, ID: s.measure, Why: p("hij bood zijn excuses aan")}}
		}},
		"ExtendMeasure": {about: "zaak", by: "mila", prepare: (*scene).decide, args: func(s *scene) []any {
			return []any{vpt.ExtendMeasure{Case: s.casefile, ID: s.measure}}
		}},
		"ReviewMeasure": {about: "zaak", by: "mila", prepare: (*scene).decide, args: func(s *scene) []any {
			return []any{vpt.ReviewMeasure{Case: s.casefile, ID: s.measure, Outcome: vpt.ReviewLifted, Why: p("het gaat al weken goed")}}
		}},
		"MeasureByID": {about: "zaak", by: "mila", prepare: (*scene).prepare, args: func(s *scene) []any { return []any{s.casefile, s.measure} }},
		"MeasuresAtDoor": {by: "sven", args: func(*scene) []any {
			return []any{vpt.SiteID(""), vpt.AtDoor}
		}},
		"PlanHearing": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.PlanHearing{Case: s.casefile, Kind: vpt.HearingTalk, InvitedOn: today, On: today.AddDays(3), Time: "10:00", Place: p("kamer 12 op de eerste verdieping")}}
		}},
		"RecordHearing": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.RecordHearing{Case: s.casefile, Kind: vpt.HearingOrder, State: vpt.HearingHeld, HeldOn: today,
				Present: p("zijn zus en de beveiliger"), Account: p("ik had al drie weken geen geld"), Agreements: p("hij belt voortaan eerst")}}
		}},
		"RecordRemedy": {about: "zaak", by: "mila", prepare: (*scene).decide, args: func(s *scene) []any {
			return []any{vpt.RecordRemedy{Case: s.casefile, Measure: s.measure, Kind: vpt.RemedyComplaint, ReceivedOn: today, Summary: p("hij vindt het te lang")}}
		}},
		"FinishRemedy": {about: "zaak", by: "mila", prepare: (*scene).complainAbout, args: func(s *scene) []any {
			return []any{vpt.FinishRemedy{Case: s.casefile, ID: vpt.RemedyID(s.hangingOr("remedy")), Outcome: vpt.RemedyDismissed, OutcomeOn: today, Why: p("zijn verhaal woog niet op"), Effect: vpt.EffectNone}}
		}},
		"LinkCase": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.LinkCase{Case: s.casefile, Earlier: s.another()}}
		}},
		"UnlinkCase": {about: "zaak", by: "mila", prepare: (*scene).link, args: func(s *scene) []any {
			return []any{vpt.UnlinkCase{Case: s.casefile, ID: s.w.Value(`SELECT l.id FROM case_link l JOIN casefile c ON c.id IN (l.casefile_id, l.earlier_id) WHERE c.number = $1`, s.casefile)}}
		}},
	}
}

// instigate records who did it, where the organisation may.
func (s *scene) instigate() {
	if s.org != s.w.Org.ID {
		return
	}
	s.w.Must(s.w.App.RecordInstigator(context.Background(), s.as(), vpt.RecordInstigator{
		Case: s.casefile, Kind: vpt.InstigatorKnown, Relation: firstRelation, Name: p("Jan Jansen"), Address: p("Dorpsstraat 1, Toetsdam"), Postponed: p("eerst overleg"),
	}))
}

// ban is a complete draft of a premises ban of three months, within what the
// protocol of the world proposes for a first time in class 3.
func (s *scene) ban(change func(*vpt.PrepareMeasure)) vpt.PrepareMeasure {
	in := vpt.PrepareMeasure{
		Case: s.casefile, Kind: vpt.PremisesBan, Instigator: vpt.InstigatorID(s.hangingOr("instigator")), StartsOn: today, EndsOn: today.AddDays(91), ReviewOn: today.AddDays(40),
		Facts:  []vpt.MeasureFact{{On: today, Text: p("Hij riep: 'ik wacht je op' en sloeg op de balie.")}},
		Reason: p("de collega durft niet meer alleen"), DurationWhy: p("korter hielp eerder niet"), Lighter: p("een waarschuwing is te licht voor een bedreiging"),
		Everywhere: true, HowToAct: p("vraag hem te gaan en bel 2112"), Reachable: p("bellen en mailen kan, een paspoort op afspraak"), ContactName: p("het Klantcontactcentrum"),
		Remedy: vpt.RemedyComplaint, Sensitive: vpt.SensitiveNo, Separate: true,
	}
	if change != nil {
		change(&in)
	}
	return in
}

// prepare makes a draft that owes nothing.
func (s *scene) prepare() { s.draft(nil) }

func (s *scene) draft(change func(*vpt.PrepareMeasure)) {
	if s.org != s.w.Org.ID {
		s.measure = "geen"
		return
	}
	ctx, app, who := context.Background(), s.w.App, s.as()
	s.w.Must(app.AssessCase(ctx, who, vpt.AssessCase{Case: s.casefile, Verdict: vpt.VerdictAggression, Kinds: []string{"B2"}, Class: 3, FactsComplete: true}))
	s.instigate()
	s.w.Must(app.RecordHearing(ctx, who, vpt.RecordHearing{
		Case: s.casefile, Kind: vpt.HearingTalk, State: vpt.HearingHeld, HeldOn: today, Present: p("zijn zus"), Account: p("ik was boos om de brief"),
	}))
	id, err := app.PrepareMeasure(ctx, who, s.ban(change))
	s.w.Must(err)
	s.measure = id
}

// await makes a measure that waits for a second pair of eyes.
func (s *scene) await() {
	s.draft(func(in *vpt.PrepareMeasure) { in.Sensitive = vpt.SensitiveCriticism })
	if s.org == s.w.Org.ID {
		s.w.Must(s.w.App.ConcludeMeasure(context.Background(), s.as(), vpt.ConcludeMeasure{Case: s.casefile, ID: s.measure}))
	}
}

// decide makes a measure that holds.
func (s *scene) decide() {
	s.prepare()
	if s.org == s.w.Org.ID {
		s.w.Must(s.w.App.ConcludeMeasure(context.Background(), s.as(), vpt.ConcludeMeasure{Case: s.casefile, ID: s.measure}))
	}
}

// complainAbout makes a complaint about such a measure.
func (s *scene) complainAbout() {
	s.decide()
	if s.org == s.w.Org.ID {
		s.w.Must(s.w.App.RecordRemedy(context.Background(), s.as(), vpt.RecordRemedy{
			Case: s.casefile, Measure: s.measure, Kind: vpt.RemedyComplaint, ReceivedOn: today, Summary: p("te lang"),
		}))
	}
}

// link links the case with another.
func (s *scene) link() {
	s.w.Must(s.w.App.LinkCase(context.Background(), s.as(), vpt.LinkCase{Case: s.casefile, Earlier: s.another()}))
}

// hangingOr is hanging where there is something, else a name of nothing.
func (s *scene) hangingOr(table string) string {
	if s.org != s.w.Org.ID {
		return "geen"
	}
	return s.hanging(table)
}
