package nl

// errorTexts are the texts of error codes that belong to no single noun. Each
// says what is the matter and what to do, and never repeats what was typed.
func errorTexts() map[string][2]string {
	return map[string]pair{
		"fout.onbekend":              {"Er ging iets mis. Probeer het zo nog eens.", "Something went wrong. Please try again."},
		"fout.ongeldige-invoer":      {"Er klopt nog iets niet. Kijk bij de velden met een fout.", "Something is not right yet. See the fields with an error."},
		"fout.niet-gevonden":         {"Dit bestaat niet, of je kunt er niet bij.", "This does not exist, or is not available to you."},
		"fout.scope-ontbreekt":       {"Hier heb je geen recht op.", "You are not allowed to do this."},
		"fout.niet-aangemeld":        {"Log eerst in.", "Please sign in first."},
		"fout.te-vaak":               {"Dit is te vaak geprobeerd. Wacht een paar minuten.", "Too many attempts. Please wait a few minutes."},
		"fout.even-niet-beschikbaar": {"Dit lukt nu even niet. Probeer het zo nog eens.", "This is not possible right now. Please try again."},
		"fout.bestaat-al":            {"Dit bestaat al.", "This already exists."},
		"fout.intussen-gewijzigd":    {"Iemand anders heeft dit intussen gewijzigd. Kijk eerst wat er nu staat.", "Somebody changed this in the meantime. First look at what it says now."},
		"fout.sleutel-hergebruikt":   {"Deze sleutel is al gebruikt voor iets anders.", "This key was already used for something else."},
		"fout.ongeldige-sleutel":     {"Deze sleutel is te kort of te lang: 8 tot 64 tekens.", "This key is too short or too long: 8 to 64 characters."},
		"fout.onbekende-verwijzing":  {"Dit verwijst naar iets dat niet bestaat.", "This refers to something that does not exist."},

		"fout.onverwachte-fout":        {"Er ging iets mis. Dat ligt aan ons. Probeer het zo nog eens.", "Something went wrong on our side. Please try again."},
		"fout.methode-niet-toegestaan": {"Dit kan niet op dit adres.", "This cannot be done at this address."},
		"fout.onbekend-adres":          {"Dit adres hoort niet bij deze server.", "This address does not belong to this server."},
		"fout.andere-herkomst":         {"Dit verzoek kwam van een andere website. Ga terug en verstuur het opnieuw.", "This request came from another website. Go back and send it again."},
		"fout.alleen-https":            {"Dit kan alleen over een beveiligde verbinding.", "This is possible over a secure connection only."},
		"fout.te-groot":                {"Dit is te groot om te versturen.", "This is too large to send."},

		"fout.verplicht":                {"Vul dit in.", "Please fill this in."},
		"fout.vreemde-tekens":           {"Hier staan tekens in die je niet ziet. Wis deze regel en typ hem opnieuw.", "This holds signs that you cannot see. Clear this line and type it again."},
		"fout.te-lang":                  {"Deze tekst is te lang. Maak hem korter.", "This text is too long. Please shorten it."},
		"fout.te-veel":                  {"Dit zijn er te veel. Haal er een paar weg.", "These are too many. Remove a few."},
		"fout.geen-datum":               {"Dit is geen datum. Schrijf bijvoorbeeld 1-7-2026.", "This is not a date. Write for example 1-7-2026."},
		"fout.geen-tijd":                {"Dit is geen tijd. Schrijf bijvoorbeeld 14:30.", "This is not a time. Write for example 14:30."},
		"fout.in-de-toekomst":           {"Deze dag moet nog komen. Kies vandaag of eerder.", "This day is still to come. Choose today or earlier."},
		"fout.einde-voor-begin":         {"Het einde ligt voor het begin.", "The end is before the start."},
		"fout.buiten-bereik":            {"Dit getal is te klein of te groot.", "This number is too small or too large."},
		"fout.kring-zonder-behandelaar": {"Geef eerst bij Personen iemand de rol leidinggevende voor dit onderdeel. Anders ziet niemand de zaken.", "First give somebody the role of manager of this unit, at People. Otherwise nobody sees the cases."},
		"fout.kring-zonder-rol":         {"In deze gesloten kring heeft niemand de rol die hiermee moet instemmen. Vraag de beheerder om iemand in dit onderdeel die rol te geven: coördinator of directie.", "In this closed circle nobody has the role that must agree to this. Ask the administrator to give somebody in this unit that role: coordinator or director."},
		"fout.onbekende-keuze":          {"Kies iets uit de lijst.", "Choose something from the list."},
		"fout.onbekend-veld":            {"Dit veld kennen we niet.", "We do not know this field."},
		"fout.ongeldige-code":           {"Gebruik kleine letters, cijfers en streepjes.", "Use small letters, digits and hyphens."},
		"fout.ongeldig-nummer":          {"Gebruik letters, cijfers, punt, streepje of laag streepje, hooguit 40 tekens.", "Use letters, digits, dot, hyphen or underscore, at most 40 characters."},
		"fout.kring":                    {"Zo valt een onderdeel onder zichzelf. Kies een ander.", "This would put a unit below itself. Choose another."},
		"fout.bsn": {
			"Hier staat een burgerservicenummer. Dat bewaren wij nooit. Haal het weg en schrijf bijvoorbeeld de naam of het klantnummer.",
			"This holds a citizen service number (BSN). We never keep those. Remove it and write for example the name or client number.",
		},
	}
}

// reportErrorTexts are those of reports and imports.
func reportErrorTexts() map[string][2]string {
	return map[string]pair{
		"fout.kinds.verplicht":        {"Kies wat er het meest op lijkt.", "Choose what comes closest."},
		"fout.occurredOn.verplicht":   {"Vul in op welke dag het was.", "Fill in on which day it was."},
		"fout.channel.verplicht":      {"Kies waar of waardoor het gebeurde.", "Choose where or how it happened."},
		"fout.account.verplicht":      {"Vertel kort wat er gebeurde.", "Tell briefly what happened."},
		"fout.affected.verplicht":     {"Vul in wie het overkwam.", "Fill in to whom it happened."},
		"fout.help.verplicht":         {"Kies of je nu hulp nodig hebt.", "Choose whether you need help now."},
		"fout.onBehalf.verplicht":     {"Kies voor wie je meldt.", "Choose for whom you report."},
		"fout.choice.verplicht":       {"Kies wat je met de melding wilt.", "Choose what you want with the report."},
		"fout.te-lang-geleden":        {"Dit is meer dan twintig jaar geleden. Klopt het jaartal?", "This is more than twenty years ago. Is the year right?"},
		"fout.niets-ingevuld":         {"Vul ten minste één veld in.", "Fill in at least one field."},
		"fout.na-meldingsdatum":       {"Het incident ligt na de meldingsdatum.", "The incident is after the reporting date."},
		"fout.collega-niet-gevonden":  {"We vinden deze collega niet. Kijk het e-mailadres of personeelsnummer na, of typ alleen de naam.", "We cannot find this colleague. Check the e-mail address or staff number, or type the name only."},
		"fout.deputy.verplicht":       {"Kies wie je vervangt.", "Choose who takes your place."},
		"fout.niet-jezelf":            {"Kies iemand anders dan jezelf.", "Choose somebody other than yourself."},
		"fout.idempotencyKey.te-lang": {"Deze sleutel is te lang.", "This key is too long."},
	}
}

// casefileErrorTexts are those of cases, with what stands in the way of closing.
func casefileErrorTexts() map[string][2]string {
	return map[string]pair{
		"fout.zaak-niet-open":          {"Deze zaak is niet open. Heropen de zaak eerst.", "This case is not open. Reopen the case first."},
		"fout.nog-niet-beoordeeld":     {"De zaak is nog niet beoordeeld.", "The case has not been assessed yet."},
		"fout.terugkoppeling-open":     {"De melder heeft nog niets gehoord. Koppel terug, of leg vast dat de melder dat niet wil.", "The reporter has heard nothing yet. Send feedback, or record that the reporter does not want it."},
		"fout.spoor-open-opvang":       {"Het spoor opvang is nog niet klaar.", "The care track is not done yet."},
		"fout.spoor-open-veroorzaker":  {"Het spoor veroorzaker is nog niet klaar.", "The instigator track is not done yet."},
		"fout.spoor-open-politie":      {"Het spoor politie is nog niet klaar.", "The police track is not done yet."},
		"fout.spoor-open-schade":       {"Het spoor schade is nog niet klaar.", "The damage track is not done yet."},
		"fout.spoor-open-leren":        {"Het spoor leren is nog niet klaar.", "The learning track is not done yet."},
		"fout.zelfde-zaak":             {"Dit is dezelfde zaak. Kies een andere.", "This is the same case. Choose another."},
		"fout.volgt-uit-gesprekken":    {"Opvang is klaar als elk gesprek is gehouden of gepland. Leg dat bij de gesprekken vast.", "Care is done when each talk was held or planned. Record that with the talks."},
		"fout.vastleggen-niet-open":    {"Je organisatie legt de naam van een veroorzaker nog niet vast. Beschrijf alleen wat je zag.", "Your organisation does not record the name of an instigator yet. Only describe what you saw."},
		"fout.intussen-anders":         {"Iemand heeft dit intussen gewijzigd. Kijk op de zaak wat er nu staat. Bewaar je opnieuw, dan geldt wat jij hebt ingevuld.", "Somebody changed this in the meantime. See on the case what stands there now. When you save again, what you filled in holds."},
		"fout.account.te-lang":         {"Je verhaal is te lang: er passen ongeveer 20.000 tekens in. Zet de rest straks bij ‘Meer vertellen’.", "Your story is too long: about 20,000 characters fit. Put the rest under ‘Tell more’ afterwards."},
		"fout.occurredTime.geen-tijd":  {"Dit is geen tijd. Schrijf bijvoorbeeld 14:30, of laat het leeg.", "This is not a time. Write for example 14:30, or leave it empty."},
		"fout.privateRisk.verplicht":   {"Kies of iemand thuis of privé in gevaar is.", "Choose whether somebody is in danger at home or in private."},
		"fout.verdict.verplicht":       {"Kies wat je vindt: agressie of niet.", "Choose what you find: aggression or not."},
		"fout.reactWhy.verplicht":      {"Leg uit waarom je dit besluit.", "Explain why you decide this."},
		"fout.alleen-bij-licht":        {"Dit kan alleen bij agressie in klasse 1: licht. Kies ‘Dat beslis ik later’, en leg de reactie daarna vast.", "Only for aggression in class 1: light. Choose ‘I decide that later’, and record the reaction after this."},
		"fout.class.verplicht":         {"Kies hoe ernstig het was.", "Choose how serious it was."},
		"fout.why.verplicht":           {"Leg uit waarom.", "Explain why."},
		"fout.kind.verplicht":          {"Maak een keuze.", "Make a choice."},
		"fout.reason.verplicht":        {"Leg uit waarom je dit besluit.", "Explain why you decide this."},
		"fout.text.verplicht":          {"Schrijf een tekst.", "Write a text."},
		"fout.message.verplicht":       {"Schrijf een bericht aan de melder.", "Write a message to the reporter."},
		"fout.owner.verplicht":         {"Kies wie de zaak krijgt.", "Choose who gets the case."},
		"fout.with.verplicht":          {"Kies wie het gesprek voert.", "Choose who holds the talk."},
		"fout.from.verplicht":          {"Vul in met welke zaak je samenvoegt.", "Fill in which case to merge with."},
		"fout.relation.verplicht":      {"Kies wat de veroorzaker met je organisatie te maken heeft.", "Choose how the instigator relates to your organisation."},
		"fout.postponed.verplicht":     {"Leg uit waarom je dit de veroorzaker nog niet hebt verteld.", "Explain why you have not told the instigator yet."},
		"fout.note.verplicht":          {"Leg uit waarom niet.", "Explain why not."},
		"fout.decideOn.in-de-toekomst": {"Je kunt alleen vastleggen wat al besloten is.", "You can only record what was already decided."},
	}
}

// personErrorTexts are those of accounts, roles and organisations.
func personErrorTexts() map[string][2]string {
	return map[string]pair{
		"fout.geen-e-mailadres": {"Dit is geen e-mailadres. Schrijf bijvoorbeeld naam@gemeente.nl.", "This is not an e-mail address. Write for example name@example.org."},
		"fout.al-in-gebruik":    {"Dit is al in gebruik.", "This is already in use."},
		"fout.eigen-rollen":     {"Je eigen rollen kun je niet wijzigen. Vraag een andere beheerder.", "You cannot change your own roles. Ask another administrator."},
		"fout.name.verplicht":   {"Vul een naam in.", "Fill in a name."},
		"fout.email.verplicht":  {"Vul een e-mailadres in.", "Fill in an e-mail address."},
		"fout.code.verplicht":   {"Vul een korte code in.", "Fill in a short code."},
		"fout.role.verplicht":   {"Kies een rol.", "Choose a role."},
		"fout.scope.verplicht":  {"Kies hoever dit reikt.", "Choose how far this reaches."},
		"fout.unit.verplicht":   {"Kies een onderdeel.", "Choose a unit."},
		"fout.site.verplicht":   {"Kies een locatie.", "Choose a site."},
	}
}
