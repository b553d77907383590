package app_test

import (
	"context"

	"rugdekking/internal/app"
	"rugdekking/vpt"
)

// normFixtures are those of house rules, protocol and team norms.
func normFixtures() map[string]actFixture {
	return map[string]actFixture{
		"HouseRules":    {by: "cora", args: none},
		"HouseRulesNow": {by: "rosa", args: none},
		"SaveHouseRules": {by: "cora", args: func(s *scene) []any {
			return []any{vpt.SaveHouseRules{Text: "Wees netjes.", FromOn: s.nextRules(), ShownOn: today, Where: "bij de balie",
				Proof: p("opgehangen door Greet"), FileName: p("foto van de balie.png"), File: picture(2_000_000 + s.n)}}
		}},
		"ShowHouseRules": {by: "cora", prepare: (*scene).unseenRules, args: func(s *scene) []any {
			return []any{vpt.ShowHouseRules{ID: s.rules(`shown_on = ''`), ShownOn: today, Where: "in de hal", Proof: p("door de bode"),
				FileName: p("foto van de hal.png"), File: picture(3_000_000 + s.n)}}
		}},
		"HouseRulesFile": {by: "cora", prepare: (*scene).seenRules, args: func(s *scene) []any { return []any{s.rules(`file_type <> ''`)} }},
		"Protocols":      {by: "mila", args: none},
		"SaveProtocol": {by: "cora", args: func(s *scene) []any {
			protocol := standard(s)
			protocol.WindowMonths = 1 + (protocol.Version+1)%vpt.MaxProtocolWindow
			return []any{vpt.SaveProtocol{Base: protocol.Version, Protocol: protocol}}
		}},
		"AdoptProtocol":     {by: "cora", args: func(*scene) []any { return []any{"voorbeeld-standaard"} }},
		"DraftProtocol":     {by: "cora", prepare: (*scene).noDraft, args: func(s *scene) []any { return []any{vpt.DraftProtocol{Protocol: standard(s)}} }},
		"DropProtocolDraft": {by: "cora", args: none},
		"TeamNorms":         {by: "rosa", args: none},
		"TeamNorm":          {by: "rosa", args: func(s *scene) []any { return []any{s.w.Units["Balie"]} }},
		"SaveTeamNorm": {by: "mila", args: func(s *scene) []any {
			view, err := s.w.App.TeamNorm(context.Background(), s.w.Actor("cora"), s.w.Units["Balie"])
			s.w.Must(err)
			return []any{vpt.SaveTeamNorm{Unit: s.w.Units["Balie"], Base: view.Norm.Version, AdoptedOn: today, ReviewBy: today.AddYears(1),
				Lines: []vpt.NormLine{{Behaviour: "schelden", Colour: vpt.NormRed, Reaction: "het gesprek stoppen"}}}}
		}},
	}
}

// standard gives the example that the world adopted, with the newest version.
func standard(s *scene) vpt.Protocol {
	found, err := app.ShippedProtocols()
	s.w.Must(err)
	view, err := s.w.App.Protocols(context.Background(), s.w.Actor("cora"))
	s.w.Must(err)
	for _, e := range found {
		if e.Code == "voorbeeld-standaard" {
			e.Version = view.Versions[0].Version
			return e.Protocol
		}
	}
	s.w.T.Fatal("no standard example")
	return vpt.Protocol{}
}

// nextRules gives a day on which the next version may begin.
func (s *scene) nextRules() vpt.Date {
	last := vpt.Date(s.w.Value(`SELECT MAX(from_on) FROM house_rules WHERE place = $1`, ""))
	return last.AddDays(1)
}

func (s *scene) unseenRules() {
	_, err := s.w.App.SaveHouseRules(context.Background(), s.w.Actor("cora"), vpt.SaveHouseRules{Text: "Rustig.", FromOn: s.nextRules()})
	s.w.Must(err)
}

func (s *scene) seenRules() {
	_, err := s.w.App.SaveHouseRules(context.Background(), s.w.Actor("cora"), vpt.SaveHouseRules{
		Text: "Rustig.", FromOn: s.nextRules(), ShownOn: today, Where: "bij de balie", Proof: p("door de bode"), FileName: p("balie.png"), File: picture(4_000_000 + s.n),
	})
	s.w.Must(err)
}

func (s *scene) rules(where string) vpt.HouseRulesID {
	return vpt.HouseRulesID(s.w.Value(`SELECT id FROM house_rules WHERE ` + where + ` ORDER BY version DESC LIMIT 1`))
}

func (s *scene) noDraft() {
	s.w.Must(s.w.App.DropProtocolDraft(context.Background(), s.w.Actor("cora")))
}
