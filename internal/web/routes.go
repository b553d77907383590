package web

// Routes is the one list of pages. A test asks each of them as a stranger, and
// another renders each for every role that sees it.
func (s *Site) Routes() []Route {
	return []Route{
		// Anybody.
		s.public("GET /help", s.helpPage),
		s.public("GET /privacy", s.privacyPage),
		s.public("GET /toegankelijkheid", s.accessibilityPage),
	}
}
