package nl

// letterPageTexts are the pages on which letters are written, kept and
// delivered.
func letterPageTexts() map[string][2]string {
	return map[string]pair{
		"zaak.doe-brieven":  {"Brieven", "Letters"},
		"brieven.titel":     {"Brieven", "Letters"},
		"brieven.lead":      {"Wat je maakt, blijft precies zo in het dossier staan.", "What you make stays in the file exactly as it is."},
		"brieven.leeg":      {"Er zijn nog geen brieven.", "There are no letters yet."},
		"brieven.nieuw":     {"Nieuwe brief", "New letter"},
		"brieven.naar-zaak": {"Terug naar de zaak", "Back to the case"},
		"brieven.nummer":    {"Nummer", "Number"},
		"brieven.bezorgd":   {"Bezorgd", "Delivered"},
		"brieven.nog-niet":  {"nog niet", "not yet"},

		"brief.lead":                 {"Wij vulden in wat er in de zaak staat. Kijk het na, en maak het af.", "We filled in what the case says. Check it, and finish it."},
		"brief.bewaar":               {"Bewaar als concept", "Keep as a draft"},
		"brief.bekijk":               {"Bekijk de brief", "See the letter"},
		"brief.maak":                 {"Maak de brief definitief", "Make the letter for good"},
		"brief.weg":                  {"Gooi het concept weg", "Throw the draft away"},
		"brief.voorbeeld":            {"Zo wordt de brief", "This is the letter"},
		"brief.meer-velden":          {"Meer velden, niet verplicht", "More fields, optional"},
		"brief.nog-nodig":            {"Dit mist de brief nog", "The letter still lacks this"},
		"brief.wordt-gemaakt":        {"De brief wordt gemaakt", "The letter is being made"},
		"brief.wordt-gemaakt-uitleg": {"Dat duurt een paar tellen. Ververs deze pagina.", "That takes a few seconds. Reload this page."},
		"brief.naar-brieven":         {"Alle brieven van deze zaak", "All letters of this case"},
		"brief.gemaakt-door":         {"Gemaakt door", "Made by"},
		"brief.gemaakt-op":           {"Gemaakt op", "Made on"},
		"brief.controle":             {"Controlegetal (SHA-256)", "Checksum (SHA-256)"},
		"brief.download":             {"Download of druk af:", "Download or print:"},
		"brief.doe-bezorgen":         {"Leg vast hoe hij bezorgd is", "Record how it was delivered"},
		"brief.kop-bezorgd":          {"Hoe de brief bezorgd is", "How the letter was delivered"},
		"brief.verstuurd-op":         {"Verstuurd op", "Sent on"},
		"brief.aan":                  {"Aan", "To"},
		"brief.geopend":              {"Geopend", "Opened"},
		"brief.opnieuw":              {"Verstuur de link opnieuw", "Send the link again"},
		"brief.voor-u":               {"Een brief voor u", "A letter for you"},
		"brief.link-weg":             {"Een link naar een brief werkt 60 dagen. Wilt u de brief nog lezen? Bel dan de organisatie die hem stuurde.", "A link to a letter works for 60 days. Do you still want to read the letter? Then call the organisation that sent it."},
		"brief.onzeker":              {"Wij weten niet zeker of deze mail is aangekomen.", "We do not know for sure whether this mail arrived."},

		"bezorgen.titel":        {"Hoe is de brief bezorgd?", "How was the letter delivered?"},
		"bezorgen.lead":         {"Bij een overtreding moet je kunnen laten zien dat de brief er was.", "After a breach you must be able to show that the letter was there."},
		"bezorgen.bewaar":       {"Leg vast", "Record"},
		"bezorgen.way":          {"Hoe?", "How?"},
		"bezorgen.sentOn":       {"Op welke dag?", "On which day?"},
		"bezorgen.to":           {"E-mailadres", "E-mail address"},
		"bezorgen.to-hint":      {"Alleen bij e-mail. Wij sturen een link, niet de brief zelf. Wij leggen vast wanneer die wordt geopend.", "For e-mail only. We send a link, not the letter itself. We record when it is opened."},
		"bezorgen.proof":        {"Wat bewijst dat?", "What proves it?"},
		"bezorgen.proof-hint":   {"Bijvoorbeeld de code van de aangetekende post, of wie de brief gaf en wie erbij was.", "For example the code of registered post, or who handed it over and who was there."},
		"bericht.brief-gemaakt": {"De brief staat vast in het dossier.", "The letter is fixed in the file."},
		"bericht.brief-bewaard": {"Het concept is bewaard.", "The draft was kept."},
		"bericht.brief-weg":     {"Het concept is weg.", "The draft is gone."},
		"bericht.brief-bezorgd": {"Het staat vast.", "It was recorded."},

		"fout.brief-ligt-vast":   {"Deze brief ligt al vast.", "This letter is fixed already."},
		"fout.brief-andere-code": {"Dit bestand is van een andere brief.", "This file is of another letter."},
	}
}
