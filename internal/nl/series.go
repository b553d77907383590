package nl

// seriesTexts are the page of a dossier of conduct that goes on.
func seriesTexts() map[string][2]string {
	return map[string]pair{
		"zaak.doe-reeks":           {"Reeks: nog een keer gebeurd", "Series: it happened again"},
		"melding.doe-reeks":        {"Het gebeurde weer", "It happened again"},
		"reeks.titel":              {"Reeks van voorvallen", "Series of events"},
		"reeks.lead":               {"Gaat het steeds door? Houd het hier bij. Het blijft één melding en één zaak.", "Does it go on and on? Keep track of it here. It stays one report and one case."},
		"reeks.events":             {"Wat gebeurde er weer?", "What happened again?"},
		"reeks.events-hint":        {"Op elke regel één voorval: de dag, de tijd als je die weet, en wat er gebeurde. Bijvoorbeeld: gisteren 14:30 belde tien keer achter elkaar", "One event on each line: the day, the time when you know it, and what happened. For example: yesterday 14:30 called ten times in a row"},
		"reeks.bewaar":             {"Voeg toe", "Add"},
		"reeks.regel":              {"Regel {nummer}: {fout}", "Line {nummer}: {fout}"},
		"reeks.aantal":             {"Voorvallen in deze reeks: {aantal}", "Events in this series: {aantal}"},
		"reeks.term":               {"Reeks", "Series"},
		"reeks.samen":              {"{aantal}, {periode}", "{aantal}, {periode}"},
		"reeks.door":               {"Wie schreef dit op", "Who wrote this down"},
		"reeks.dag":                {"Dag", "Day"},
		"reeks.tijd":               {"Tijd", "Time"},
		"reeks.wat":                {"Wat er gebeurde", "What happened"},
		"reeks.leeg":               {"Er staan nog geen voorvallen in deze reeks.", "There are no events in this series yet."},
		"reeks.terug":              {"Terug", "Back"},
		"bericht.reeks-toegevoegd": {"Het staat erbij.", "It was added."},
		"fout.tekst-ontbreekt":     {"schrijf achter de dag wat er gebeurde.", "write what happened after the day."},
		"fout.reeks-vol":           {"Deze reeks is vol. Vraag je coördinator om een nieuwe zaak.", "This series is full. Ask your coordinator for a new case."},
	}
}
