package web

// Routes is the one list of pages. A test asks each of them as a stranger, and
// another renders each for every role that sees it.
func (s *Site) Routes() []Route {
	return []Route{
		// Anybody.
		s.public("GET /help", s.helpPage),
		s.public("GET /privacy", s.privacyPage),
		s.public("GET /toegankelijkheid", s.accessibilityPage),

		// Who reports.
		s.private("GET /{$}", s.startPage),
		s.private("GET /meldingen", s.reportList),
		s.private("GET /meldingen/nieuw", s.reportForm),
		s.private("POST /meldingen/nieuw", s.sendReport),
		s.private("POST /meldingen/concept", s.keepDraft),
		s.private("GET /meldingen/{nummer}", s.reportView),
		s.private("GET /meldingen/{nummer}/ontvangst", s.reportReceipt),
		s.private("GET /meldingen/{nummer}/meer", s.moreForm),
		s.private("POST /meldingen/{nummer}/meer", s.sendMore),
		s.private("POST /meldingen/{nummer}/reactie", s.sendComment),
		s.upload("POST /meldingen/{nummer}/bewijs", uploadLimit(), s.sendEvidence),
		s.private("GET /meldingen/{nummer}/bewijs/{bestand}", s.reportEvidence),
		s.private("GET /meldingen/{nummer}/bewijs/{bestand}/voorbeeld", s.reportPreview),
		s.private("GET /zaken/{nummer}/bewijs/{bestand}", s.caseEvidence),
		s.private("GET /zaken/{nummer}/bewijs/{bestand}/voorbeeld", s.casePreview),
	}
}
