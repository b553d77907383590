package nl

// apiTexts are the words of the JSON API: titles by status, and what is wrong
// with a request in the words of who builds a program. They never repeat what
// was sent.
func apiTexts() map[string][2]string {
	return map[string]pair{
		"api.titel.400": {"Ongeldig verzoek", "Invalid request"},
		"api.titel.401": {"Niet ingelogd", "Not signed in"},
		"api.titel.403": {"Geen toegang", "Not allowed"},
		"api.titel.404": {"Niet gevonden", "Not found"},
		"api.titel.405": {"Methode niet toegestaan", "Method not allowed"},
		"api.titel.406": {"Formaat niet beschikbaar", "Format not available"},
		"api.titel.409": {"Conflict", "Conflict"},
		"api.titel.413": {"Te groot", "Too large"},
		"api.titel.415": {"Inhoudstype niet ondersteund", "Content type not supported"},
		"api.titel.421": {"Verkeerd adres", "Wrong address"},
		"api.titel.429": {"Te vaak", "Too many requests"},
		"api.titel.500": {"Onverwachte fout", "Unexpected error"},
		"api.titel.503": {"Even niet beschikbaar", "Not available now"},

		"fout.api.ongeldige-invoer":        {"Het verzoek klopt niet. De lijst errors zegt per veld wat er mis is.", "The request is not right. The list errors says what is wrong with each field."},
		"fout.api.niet-gevonden":           {"Dit bestaat niet, of dit token kan er niet bij.", "This does not exist, or is not available to this token."},
		"fout.api.niet-aangemeld":          {"Stuur een geldig token mee: Authorization: Bearer <token>.", "Send a valid token: Authorization: Bearer <token>."},
		"fout.api.scope-ontbreekt":         {"Dit token heeft hiervoor geen scope.", "This token has no scope for this."},
		"fout.api.formaat-onbeschikbaar":   {"Antwoorden zijn alleen als application/json te krijgen. Pas de header Accept aan.", "Answers are available as application/json only. Change the Accept header."},
		"fout.api.inhoudstype-onbekend":    {"Stuur de inhoud als application/json.", "Send the content as application/json."},
		"fout.api.sleutel-hergebruikt":     {"Deze Idempotency-Key is al gebruikt voor een andere inhoud. Neem voor elk nieuw verzoek een nieuwe.", "This Idempotency-Key was already used for other content. Take a new one for each new request."},
		"fout.api.even-niet-beschikbaar":   {"Dit lukt nu even niet. Probeer het zo nog eens, met dezelfde Idempotency-Key.", "This is not possible right now. Try again shortly, with the same Idempotency-Key."},
		"fout.api.te-vaak":                 {"Dit zijn te veel verzoeken. Wacht zo lang als Retry-After zegt.", "These are too many requests. Wait as long as Retry-After says."},
		"fout.api.te-groot":                {"De inhoud van het verzoek is te groot.", "The content of the request is too large."},
		"fout.api.andere-herkomst":         {"Dit verzoek kwam uit een browser, van een andere website. Roep de API aan vanaf een server.", "This request came from a browser, from another website. Call the API from a server."},
		"fout.api.methode-niet-toegestaan": {"Deze methode bestaat niet op dit adres. De header Allow noemt welke wel.", "This method does not exist at this address. The Allow header names those that do."},

		"fout.api.geen-json":        {"De inhoud is geen geldige JSON in UTF-8.", "The content is not valid JSON in UTF-8."},
		"fout.api.geen-vraag":       {"De parameters in het adres zijn niet te lezen.", "The parameters in the address cannot be read."},
		"fout.api.verplicht":        {"Dit veld is verplicht.", "This field is required."},
		"fout.api.onbekend-veld":    {"Dit veld bestaat niet.", "This field does not exist."},
		"fout.api.dubbel-veld":      {"Dit veld staat er meer dan een keer.", "This field is given more than once."},
		"fout.api.verkeerd-type":    {"Dit veld heeft een ander type.", "This field has another type."},
		"fout.api.te-kort":          {"Deze tekst is te kort.", "This text is too short."},
		"fout.api.te-weinig":        {"Dit zijn er te weinig.", "These are too few."},
		"fout.api.te-veel":          {"Dit zijn er te veel.", "These are too many."},
		"fout.api.onbekende-keuze":  {"Deze waarde is hier niet bekend.", "This value is not known here."},
		"fout.api.geen-datum":       {"Schrijf een datum als JJJJ-MM-DD.", "Write a date as YYYY-MM-DD."},
		"fout.api.geen-tijd":        {"Schrijf een tijd als UU:MM:SS, zonder tijdzone.", "Write a time as HH:MM:SS, without a time zone."},
		"fout.api.geen-moment":      {"Schrijf een moment volgens RFC 3339, met Z of een tijdzone.", "Write an instant by RFC 3339, with Z or an offset."},
		"fout.api.ongeldige-vorm":   {"Deze waarde heeft niet de gevraagde vorm.", "This value does not have the form that is asked."},
		"fout.api.ongeldige-waarde": {"Deze waarde kan hier niet.", "This value is not possible here."},
		"fout.ongeldige-cursor":     {"Neem het adres van volgende zoals het is.", "Take the address in volgende as it is."},
		"fout.te-oud":               {"Dit is meer dan een jaar geleden. Lees oudere meldingen in als register.", "This is more than a year ago. Import older reports as a register."},
		"fout.api.in-de-toekomst":   {"Dit moet nog komen.", "This is still to come."},
		"fout.api.periode-te-lang":  {"Deze periode is te lang. Vraag ten hoogste tien jaar.", "This period is too long. Ask for ten years at most."},
	}
}
