package nl

// siteTexts are the words of the frame and of the pages in the footer.
func siteTexts() map[string][2]string {
	return map[string][2]string{
		"schil.mijn-account":    {"Mijn account", "My account"},
		"schil.mijn-sessies":    {"Mijn sessies", "My sessions"},
		"nav.werkvoorraad":      {"Werkvoorraad", "Worklist"},
		"nav.start":             {"Start", "Start"},
		"nav.melden":            {"Melden", "Report"},
		"nav.meldingen":         {"Meldingen", "Reports"},
		"nav.cijfers":           {"Cijfers", "Figures"},
		"nav.beheer":            {"Beheer", "Settings"},
		"foutpagina.titel":      {"Dat lukt niet", "That did not work"},
		"foutpagina.naar-start": {"Naar de startpagina", "Go to the start page"},
		"foutpagina.nummer":     {"Geef dit nummer door aan je beheerder:", "Give this number to your administrator:"},

		"help.titel":  {"Help", "Help"},
		"help.lead":   {"Zo werkt melden, en zo kom je verder.", "How reporting works, and how to go on."},
		"help.kop1":   {"Ben je in gevaar?", "Are you in danger?"},
		"help.tekst1": {"Bel 112. Ga naar een veilige plek. Melden kan later.", "Call 112. Go to a safe place. You can report later."},
		"help.kop2":   {"Hoe meld ik?", "How do I report?"},
		"help.tekst2": {"Kies ‘Melden’. Vul in wat er gebeurde. Dat duurt ongeveer anderhalve minuut. De rest kan later.", "Choose ‘Report’. Fill in what happened. That takes about a minute and a half. The rest can wait."},
		"help.kop3":   {"Wat gebeurt er dan?", "What happens next?"},
		"help.tekst3": {"Je ziet meteen wie je melding heeft en wat er wanneer gebeurt. Bij elke stap krijg je bericht.", "You see at once who has your report and what happens when. You get a message at every step."},
		"help.kop4":   {"Ik twijfel of dit agressie is", "I am not sure this is aggression"},
		"help.tekst4": {"Meld het en kies ‘Ik twijfel’. Je leidinggevende belt je dan eerst.", "Report it and choose ‘I am not sure’. Your manager will call you first."},
		"help.kop5":   {"Werken zonder muis", "Working without a mouse"},
		"help.tekst5": {"Alles werkt met het toetsenbord. Met Tab ga je naar het volgende, met de spatiebalk kies je, met Enter verstuur je. Bovenaan elke pagina staat een link die de kop overslaat.", "Everything works with the keyboard. Tab goes on, the space bar chooses, Enter sends. At the top of each page a link skips the header."},
		"help.kop6":   {"Kom je er niet uit?", "Cannot find your way?"},
		"help.tekst6": {"Vraag je leidinggevende of de coördinator agressie en geweld van je organisatie.", "Ask your manager or your organisation's coordinator for aggression and violence."},

		"privacy.titel":  {"Privacy", "Privacy"},
		"privacy.lead":   {"Wat we bewaren, wie het ziet en wat nooit gebeurt.", "What we keep, who sees it and what never happens."},
		"privacy.kop1":   {"Wie ziet mijn melding?", "Who sees my report?"},
		"privacy.tekst1": {"Jij, de leidinggevende die de zaak heeft of haar waarnemer, en de coördinator. Niemand anders. Werk je in een gesloten kring, zoals de griffie? Dan alleen jij en wie daar zaken behandelt. Wie de zaak opent, staat in een logboek.", "You, the manager who has the case or her deputy, and the coordinator. Nobody else. Do you work in a closed circle, such as the office of the council? Then only you and who handles cases there. Whoever opens the case stands in a log."},
		"privacy.kop2":   {"Wat staat er in een mail?", "What is in a mail?"},
		"privacy.tekst2": {"Alleen dat er iets is en een link. Nooit wat er gebeurd is.", "Only that there is something, and a link. Never what happened."},
		"privacy.kop3":   {"Wat bewaren we over gesprekken?", "What do we keep about talks?"},
		"privacy.tekst3": {"Met wie en wanneer. Nooit waarover.", "With whom and when. Never what about."},
		"privacy.kop4":   {"Hoe is het beveiligd?", "How is it protected?"},
		"privacy.tekst4": {"Namen en verhalen zijn versleuteld opgeslagen. Een burgerservicenummer nemen we nooit op.", "Names and stories are stored encrypted. We never store a citizen service number."},
		"privacy.kop5":   {"En de cijfers?", "And the figures?"},
		"privacy.tekst5": {"Daarin staan geen personen. Leidinggevenden worden niet vergeleken op het aantal meldingen.", "They hold no persons. Managers are not ranked by number of reports."},
		"privacy.kop7":   {"Welke cookies zetten we?", "Which cookies do we set?"},
		"privacy.tekst7": {
			"Drie. Geen daarvan volgt je, en niemand anders leest ze.\n" +
				"‘rugdekking’ onthoudt dat je bent ingelogd. Hij gaat weg als je uitlogt of je browser sluit, en werkt nooit langer dan 12 uur.\n" +
				"‘rugdekking-bekend’ onthoudt dat je op dit apparaat eerder inlogde. Zo kan een ander die je wachtwoord probeert te raden, jou hier niet buitensluiten. Hij blijft een jaar.\n" +
				"‘rugdekking-bericht’ onthoudt welk bericht je op de volgende pagina ziet, zoals ‘Bewaard’. Hij blijft hooguit een minuut.\n" +
				"Voor de eerste twee namen staat meestal nog ‘__Host-’. Dat houdt andere sites erbuiten.",
			"Three. None of them follows you, and nobody else reads them.\n" +
				"‘rugdekking’ remembers that you are signed in. It goes when you sign out or close your browser, and never works longer than 12 hours.\n" +
				"‘rugdekking-bekend’ remembers that you signed in on this device before. So somebody who tries to guess your password cannot shut you out here. It stays for a year.\n" +
				"‘rugdekking-bericht’ remembers which message you see on the next page, such as ‘Saved’. It stays for at most a minute.\n" +
				"The first two names usually begin with ‘__Host-’. That keeps other sites out.",
		},
		"privacy.kop6":   {"Wat kan ik vragen?", "What can I ask?"},
		"privacy.tekst6": {"Je mag weten wat er over je staat en vragen om een aanvulling. Ga daarvoor naar de functionaris gegevensbescherming van je organisatie.", "You may know what is recorded about you and ask for an addition. Go to your organisation's data protection officer."},

		"toegankelijkheid.titel":  {"Toegankelijkheid", "Accessibility"},
		"toegankelijkheid.lead":   {"Rugdekking is gemaakt voor iedereen.", "Rugdekking is made for everyone."},
		"toegankelijkheid.kop1":   {"Waaraan we voldoen", "What we aim for"},
		"toegankelijkheid.tekst1": {"We bouwen volgens WCAG 2.2, niveau AA. Elke pagina wordt bij elke wijziging automatisch getoetst, in licht en donker, op een smal en een breed scherm. Automatische toetsen vinden niet alles.", "We build to WCAG 2.2, level AA. Each page is checked automatically at every change, in light and dark, on a narrow and a wide screen. Automatic checks do not find everything."},
		"toegankelijkheid.kop2":   {"Wat je kunt instellen", "What you can set"},
		"toegankelijkheid.tekst2": {"Kies onder je naam licht of donker en Nederlands of Engels. De pagina’s volgen de tekstgrootte en de beweging die je op je apparaat hebt ingesteld, en werken zonder JavaScript.", "Choose light or dark and Dutch or English under your name. The pages follow the text size and motion set on your device, and work without JavaScript."},
		"toegankelijkheid.kop3":   {"De verklaring van je organisatie", "Your organisation's statement"},
		"toegankelijkheid.tekst3": {"Je organisatie is verantwoordelijk voor haar eigen toegankelijkheidsverklaring. Vraag ernaar bij de beheerder.", "Your organisation is responsible for its own accessibility statement. Ask the administrator for it."},
		"toegankelijkheid.kop4":   {"Werkt er iets niet?", "Does something not work?"},
		"toegankelijkheid.tekst4": {"Laat het de beheerder weten. Zeg op welke pagina het was en wat je gebruikt.", "Tell the administrator. Say on which page it was and what you use."},
	}
}
