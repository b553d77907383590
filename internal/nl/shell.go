package nl

// shellTexts are the words around every page.
func shellTexts() map[string][2]string {
	return map[string]pair{
		"schil.naar-inhoud":    {"Naar de inhoud", "To the content"},
		"schil.hoofdmenu":      {"Hoofdmenu", "Main menu"},
		"schil.kruimelpad":     {"Waar ben je?", "Where are you?"},
		"schil.help":           {"Help", "Help"},
		"schil.toegankelijk":   {"Toegankelijkheid", "Accessibility"},
		"schil.privacy":        {"Privacy", "Privacy"},
		"schil.zoek-nummer":    {"Nummer van een melding of zaak", "Number of a report or case"},
		"schil.zoek-voorbeeld": {"Nummer, zoals Z-2026-00041", "Number, such as Z-2026-00041"},
		"schil.zoek":           {"Zoek", "Search"},
		"schil.mijn-menu":      {"Menu van", "Menu of"},
		"schil.uitloggen":      {"Uitloggen", "Sign out"},
		"schil.fout":           {"Fout", "Error"},
		"schil.mislukt":        {"Dat lukte niet. Probeer het zo nog eens.", "That did not work. Please try again."},
	}
}

// partTexts are the words of the parts that pages share.
func partTexts() map[string][2]string {
	return map[string]pair{
		"deel.niet-verplicht":  {"(niet verplicht)", "(optional)"},
		"deel.datum-hint":      {"Bijvoorbeeld: gisteren, 1-7 of 1 juli", "For example: yesterday, 1-7 or 1 July"},
		"deel.tijd-hint":       {"Bijvoorbeeld: 14:30", "For example: 14:30"},
		"deel.fouten-een":      {"Er klopt nog 1 ding niet", "1 thing is not right yet"},
		"deel.fouten-meer":     {"Er kloppen nog %d dingen niet", "%d things are not right yet"},
		"deel.preciezer":       {"Kun je het preciezer zeggen? Overslaan mag.", "Can you be more precise? You may skip this."},
		"deel.te-laat":         {"Te laat", "Late"},
		"deel.concept-bewaard": {"Concept bewaard om {tijd}", "Draft saved at {tijd}"},
		"deel.concept-mislukt": {
			"Bewaren lukt nu niet. Je tekst staat nog op deze pagina.",
			"Saving does not work now. Your text is still on this page.",
		},
		"deel.filters":        {"Filters", "Filters"},
		"deel.toon":           {"Toon", "Show"},
		"deel.wis-filters":    {"Wis alle filters", "Clear all filters"},
		"deel.zichtbaar-voor": {"Te zien voor", "Can be seen by"},
		"deel.alarm":          {"Ben je in gevaar?", "Are you in danger?"},
	}
}
