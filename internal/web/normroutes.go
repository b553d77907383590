package web

// normRoutes are the pages of house rules, protocol and team norms.
func (s *Site) normRoutes() []Route {
	const rules, row = "/beheer/huisregels", protocolPath + "/rijen/{rij}"
	return []Route{
		s.private("GET /huisregels", s.houseRulesPage),
		s.private("GET "+rules, s.houseRulesVersions),
		s.private("GET "+rules+"/nieuw", s.houseRulesForm),
		s.upload("POST "+rules+"/nieuw", shownLimit(), s.saveHouseRules),
		s.private("GET "+rules+"/{id}/ophangen", s.showRulesForm),
		s.upload("POST "+rules+"/{id}/ophangen", shownLimit(), s.showHouseRules),
		s.private("GET "+rules+"/{id}/bewijs", s.houseRulesProof),
		s.private("GET "+protocolPath, s.protocolPage),
		s.private("GET "+protocolPath+"/bestand", s.protocolFile),
		s.private("POST "+protocolPath+"/beginnen", s.beginProtocol),
		s.upload("POST "+protocolPath+"/inlezen", fileLimit(), s.readProtocol),
		s.private("GET "+protocolDraftPath, s.protocolDraft),
		s.private("POST "+protocolDraftPath, s.saveProtocolDraft),
		s.private("POST "+protocolPath+"/rijen", s.addProtocolRow),
		s.private("GET "+row, s.protocolRow),
		s.private("POST "+row, s.saveProtocolRow),
		s.private("POST "+row+"/weg", s.dropProtocolRow),
		s.private("POST "+protocolPath+"/vaststellen", s.adoptProtocol),
		s.private("POST "+protocolPath+"/weggooien", s.dropProtocolDraft),
		s.private("GET /teamnormen", s.teamNorms),
		s.private("GET /teamnormen/{onderdeel}", s.teamNorm),
		s.private("GET /teamnormen/{onderdeel}/nieuw", s.teamNormForm),
		s.private("POST /teamnormen/{onderdeel}/nieuw", s.saveTeamNorm),
		s.leads(protocolPath+"/beginnen", protocolPath),
		s.leads(protocolPath+"/inlezen", protocolPath),
		s.leads(protocolPath+"/rijen", protocolDraftPath),
		s.leads(row+"/weg", row),
		s.leads(protocolPath+"/vaststellen", protocolDraftPath),
		s.leads(protocolPath+"/weggooien", protocolDraftPath),
	}
}
