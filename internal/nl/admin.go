package nl

import "rugdekking/vpt"

// adminTexts are the words of the first page of administration and of what its
// pages share.
func adminTexts() map[string][2]string {
	return map[string]pair{
		"beheer.titel": {"Beheer", "Settings"},
		"beheer.lead":  {"Hier richt je Rugdekking in voor je organisatie. Zaken zie je hier niet.", "This is where you set up Rugdekking for your organisation. You see no cases here."},
		"beheer.lead-toezicht": {
			"Hier zie je wie welke rol heeft en welke mails jouw besluit nodig hebben. De beheerder regelt de rest.",
			"Here you see who has which role and which mails need your decision. The administrator arranges the rest.",
		},
		"beheer.bewaar":     {"Bewaar", "Save"},
		"beheer.terug":      {"Terug zonder te bewaren", "Back without saving"},
		"beheer.vervallen":  {"Vervallen", "Retired"},
		"beheer.let-op":     {"Let op", "Please note"},
		"beheer.geen-coord": {"Er is nog geen coördinator voor de hele organisatie. Zaken zonder leidinggevende komen dan bij niemand.", "There is no coordinator for the whole organisation yet. Cases without a manager then go to nobody."},
		"beheer.geen-leiding": {
			"Onderdelen zonder leidinggevende: {aantal}. Hun zaken gaan naar de coördinator.",
			"Units without a manager: {aantal}. Their cases go to the coordinator.",
		},
		"beheer.geen-alarm":   {"Er is nog geen intern alarmnummer ingevuld. Het staat boven het meldformulier.", "There is no internal alarm number yet. It is shown above the report form."},
		"beheer.poort-dicht":  {"De naam van een veroorzaker wordt nog niet vastgelegd: niet alle drie de data zijn ingevuld.", "The name of an instigator is not recorded yet: not all three dates are filled in."},
		"beheer.naar-persoon": {"Naar personen", "Go to people"},
		"beheer.naar-org":     {"Naar organisatie", "Go to organisation"},

		"beheer.organisatie.titel":      {"Organisatie", "Organisation"},
		"beheer.organisatie.plek":       {"Naam, alarmnummer en hulpnummers, en of de veroorzaker wordt vastgelegd.", "Name, alarm and help numbers, and whether the instigator is recorded."},
		"beheer.onderdelen.titel":       {"Onderdelen", "Units"},
		"beheer.onderdelen.plek":        {"De afdelingen en teams van je organisatie.", "The departments and teams of your organisation."},
		"beheer.locaties.titel":         {"Locaties", "Sites"},
		"beheer.locaties.plek":          {"De gebouwen en plekken waar je collega’s werken.", "The buildings and places where your colleagues work."},
		"beheer.personen.titel":         {"Personen", "People"},
		"beheer.personen.plek":          {"Accounts en rollen, met de hand of uit een bestand.", "Accounts and roles, by hand or from a file."},
		"beheer.personen.plek-toezicht": {"Wie een account heeft, en welke rol.", "Who has an account, and which role."},
		"beheer.codelijsten.titel":      {"Codelijsten", "Code lists"},
		"beheer.codelijsten.plek":       {"De keuzes in de formulieren: soorten, kanalen, maatregelen en meer.", "The choices in the forms: kinds, channels, measures and more."},
		"beheer.termijnen.titel":        {"Termijnen", "Terms"},
		"beheer.termijnen.plek":         {"Binnen hoeveel tijd iets moet gebeuren.", "Within how much time things must happen."},
		"beheer.kalender.titel":         {"Werkdagen", "Working days"},
		"beheer.kalender.plek":          {"Op welke dagen je organisatie vrij is. De termijnen houden daar rekening mee.", "On which days your organisation is off. The terms take them into account."},
		"beheer.koppelingen.titel":      {"Koppelingen", "Connections"},
		"beheer.koppelingen.plek":       {"Andere programma’s die meldingen sturen of cijfers lezen.", "Other programs that send reports or read figures."},
		"beheer.post.titel":             {"Onzekere post", "Uncertain mail"},
		"beheer.post.plek":              {"Mails waarvan niet zeker is of ze zijn aangekomen.", "Mails that may not have arrived."},
		"beheer.post.aantal":            {"Wacht op jou: {aantal}", "Waiting for you: {aantal}"},
		"beheer.personen.aantal":        {"{aantal} accounts", "{aantal} accounts"},
		"beheer.personen.nieuw-acc":     {"{aantal} nog niet gebruikt", "{aantal} not used yet"},
	}
}

// adminPageTexts are the words of the pages with settings, units, sites, terms,
// calendar, connections and mail.
func adminPageTexts() map[string][2]string {
	return map[string]pair{
		"beheer.organisatie.lead":            {"Deze gegevens ziet iedereen die meldt.", "Everybody who reports sees these."},
		"beheer.organisatie.algemeen":        {"Algemeen", "General"},
		"beheer.organisatie.name":            {"Naam van de organisatie", "Name of the organisation"},
		"beheer.organisatie.theme":           {"Huisstijl", "House style"},
		"beheer.huisstijl.lindemeer":         {"Lindemeer (groen)", "Lindemeer (green)"},
		"beheer.huisstijl.noord":             {"Noord (blauw)", "Noord (blue)"},
		"beheer.organisatie.theme-geen":      {"Die van Rugdekking", "That of Rugdekking"},
		"beheer.organisatie.secondFactor":    {"Extra code bij het inloggen", "Extra code when signing in"},
		"beheer.organisatie.secondFactor-ja": {"Vraag die ook aan wie alleen meldt", "Also ask it of people who only report"},
		"beheer.organisatie.hulp":            {"Wie bel je?", "Whom to call?"},
		"beheer.organisatie.hulp-lead":       {"Het alarmnummer staat boven het meldformulier. De hulpnummers staan op de ontvangst van een melding.", "The alarm number is shown above the report form. The help numbers are on the receipt of a report."},
		"beheer.organisatie.emergency":       {"Intern alarmnummer", "Internal alarm number"},
		"beheer.organisatie.helpNumbers.label": {
			"Hulpnummer {nummer}: wie", "Help number {nummer}: who",
		},
		"beheer.organisatie.helpNumbers.phone":         {"Hulpnummer {nummer}: telefoon", "Help number {nummer}: phone"},
		"beheer.organisatie.helpNumbers.hours":         {"Hulpnummer {nummer}: wanneer", "Help number {nummer}: when"},
		"beheer.organisatie.vastleggen":                {"Veroorzaker vastleggen", "Recording the instigator"},
		"beheer.organisatie.vastleggen-lead":           {"Pas als deze drie dagen zijn ingevuld en voorbij zijn, mag iemand de naam van een veroorzaker vastleggen. Tot dan blijft het bij een beschrijving.", "Only when these three days are filled in and past may anybody record the name of an instigator. Until then there is a description only."},
		"beheer.organisatie.instigator.assessed":       {"Privacytoets (DPIA) vastgesteld op", "Privacy assessment (DPIA) adopted on"},
		"beheer.organisatie.instigator.consented":      {"Ondernemingsraad stemde in op", "Works council consented on"},
		"beheer.organisatie.instigator.protocol":       {"Privacyprotocol vastgesteld op", "Privacy protocol adopted on"},
		"beheer.organisatie.instigator.assessed-hint":  {"Bijvoorbeeld 10-1-2026", "For example 10-1-2026"},
		"beheer.organisatie.instigator.consented-hint": {"Bijvoorbeeld 10-2-2026", "For example 10-2-2026"},
		"beheer.organisatie.instigator.protocol-hint":  {"Bijvoorbeeld 10-3-2026", "For example 10-3-2026"},

		"beheer.onderdelen.lead":       {"Een zaak gaat naar de leidinggevende van het onderdeel. Heeft een onderdeel die niet, dan naar die van het onderdeel erboven.", "A case goes to the manager of the unit. If a unit has none, to that of the unit above it."},
		"beheer.onderdelen.tabel":      {"Onderdelen van de organisatie", "Units of the organisation"},
		"beheer.onderdelen.naam":       {"Onderdeel", "Unit"},
		"beheer.onderdelen.personen":   {"Personen", "People"},
		"beheer.onderdelen.leiding":    {"Leidinggevende", "Manager"},
		"beheer.onderdelen.eigen":      {"Eigen", "Its own"},
		"beheer.onderdelen.erboven":    {"Die van erboven, of de coördinator", "That of the unit above, or the coordinator"},
		"beheer.onderdelen.leeg":       {"Nog geen onderdelen", "No units yet"},
		"beheer.onderdelen.leeg-tekst": {"Voeg het eerste onderdeel toe.", "Add the first unit."},
		"beheer.onderdelen.nieuw":      {"Voeg een onderdeel toe", "Add a unit"},
		"beheer.onderdeel.nieuw":       {"Nieuw onderdeel", "New unit"},
		"beheer.onderdeel.name":        {"Naam", "Name"},
		"beheer.onderdeel.parent":      {"Valt onder", "Stands below"},
		"beheer.onderdeel.parent-geen": {"Niets: het staat bovenaan", "Nothing: it is at the top"},
		"beheer.onderdeel.retired":     {"Bestaat niet meer", "No longer exists"},
		"beheer.onderdeel.retired-ja":  {"Vervallen: niet meer te kiezen, wel op oude zaken te lezen", "Retired: can no longer be chosen, still shown on old cases"},

		"beheer.locaties.lead":       {"Een melder kan kiezen op welke locatie het gebeurde.", "A reporter can choose at which site it happened."},
		"beheer.locaties.tabel":      {"Locaties van de organisatie", "Sites of the organisation"},
		"beheer.locaties.naam":       {"Locatie", "Site"},
		"beheer.locaties.adres":      {"Adres", "Address"},
		"beheer.locaties.onderdeel":  {"Onderdeel", "Unit"},
		"beheer.locaties.leeg":       {"Nog geen locaties", "No sites yet"},
		"beheer.locaties.leeg-tekst": {"Voeg de eerste locatie toe.", "Add the first site."},
		"beheer.locaties.nieuw":      {"Voeg een locatie toe", "Add a site"},
		"beheer.locatie.nieuw":       {"Nieuwe locatie", "New site"},
		"beheer.locatie.name":        {"Naam", "Name"},
		"beheer.locatie.address":     {"Adres", "Address"},
		"beheer.locatie.unit":        {"Welk onderdeel werkt hier?", "Which unit works here?"},
		"beheer.locatie.unit-geen":   {"Geen vast onderdeel", "No fixed unit"},
		"beheer.locatie.retired":     {"Bestaat niet meer", "No longer exists"},
		"beheer.locatie.retired-ja":  {"Vervallen: niet meer te kiezen, wel op oude zaken te lezen", "Retired: can no longer be chosen, still shown on old cases"},

		"beheer.termijnen.lead":               {"De termijnen lopen vanaf het moment dat een melding binnenkomt. Zaken die al open zijn, houden hun termijnen.", "Terms run from the moment a report comes in. Cases that are open keep their terms."},
		"beheer.termijnen.zaak":               {"In elke zaak", "In each case"},
		"beheer.termijnen.opvang":             {"Opvang", "Care"},
		"beheer.termijnen.vrij":               {"Vrije dagen", "Days off"},
		"beheer.termijnen.reactionHours":      {"Reactie naar de veroorzaker: aantal uren", "Reaction to the instigator: number of hours"},
		"beheer.termijnen.policeDays":         {"Politie: aantal werkdagen", "Police: number of working days"},
		"beheer.termijnen.feedbackDays":       {"Terugkoppeling aan de melder: aantal werkdagen", "Feedback to the reporter: number of working days"},
		"beheer.termijnen.careHours":          {"Eerste gesprek: aantal uren", "First talk: number of hours"},
		"beheer.termijnen.secondTalkDays":     {"Tweede gesprek: aantal dagen na het eerste", "Second talk: number of days after the first"},
		"beheer.termijnen.thirdTalkFrom":      {"Derde gesprek: op zijn vroegst, dagen na het eerste", "Third talk: at the earliest, days after the first"},
		"beheer.termijnen.thirdTalkDays":      {"Derde gesprek: op zijn laatst, dagen na het eerste", "Third talk: at the latest, days after the first"},
		"beheer.termijnen.careTodayIfLate":    {"Als iemand hulp vraagt", "When somebody asks for help"},
		"beheer.termijnen.careTodayIfLate-ja": {"Dan is het eerste gesprek dezelfde dag", "The first talk is the same day"},
		"beheer.termijnen.shiftToNextDay":     {"Als een termijn op een vrije dag eindigt", "When a term ends on a day off"},
		"beheer.termijnen.shiftToNextDay-ja":  {"Dan schuift het einde naar de volgende werkdag, 12:00", "The end moves to the next working day, 12:00"},

		"beheer.kalender.lead":            {"Weekenden zijn altijd vrij.", "Weekends are always off."},
		"beheer.kalender.feestdagen":      {"Op welke feestdagen van {jaar} is je organisatie vrij?", "On which public holidays of {jaar} is your organisation off?"},
		"beheer.kalender.feestdagen-hint": {"Feestdagen in het weekend staan er niet bij.", "Holidays in the weekend are not listed."},
		"beheer.kalender.extra":           {"Andere vrije dagen", "Other days off"},
		"beheer.kalender.extra-lead":      {"Bijvoorbeeld een brugdag. Maak een regel leeg om de dag weg te halen.", "For example a bridge day. Clear a line to remove the day."},
		"beheer.kalender.days.on":         {"Dag {nummer}", "Day {nummer}"},
		"beheer.kalender.days.on-hint":    {"Bijvoorbeeld 24 december", "For example 24 December"},
		"beheer.kalender.days.name":       {"Naam van dag {nummer}", "Name of day {nummer}"},

		"beheer.koppelingen.lead":        {"Een koppeling is een ander programma dat met een geheime sleutel bij Rugdekking mag.", "A connection is another program that may use Rugdekking with a secret key."},
		"beheer.koppelingen.leeg":        {"Nog geen koppelingen", "No connections yet"},
		"beheer.koppelingen.leeg-tekst":  {"Hier komen de programma’s te staan die Rugdekking mogen gebruiken.", "The programs that may use Rugdekking will be listed here."},
		"beheer.koppelingen.nieuw":       {"Voeg een koppeling toe", "Add a connection"},
		"beheer.koppelingen.mag":         {"Mag", "May"},
		"beheer.koppelingen.bereik":      {"Voor", "For"},
		"beheer.koppelingen.sinds":       {"Gemaakt", "Made"},
		"beheer.koppelingen.intrekken":   {"Trek in:", "Revoke"},
		"beheer.koppelingen.ingetrokken": {"Ingetrokken", "Revoked"},
		"beheer.koppelingen.geheim":      {"De sleutel van deze koppeling", "The key of this connection"},
		"beheer.koppelingen.geheim-lead": {"Kopieer de sleutel nu en bewaar hem veilig. Hij wordt maar één keer getoond.", "Copy the key now and keep it safe. It is shown only once."},
		"beheer.koppelingen.klaar":       {"Klaar, naar de koppelingen", "Done, to the connections"},
		"beheer.koppeling.nieuw":         {"Nieuwe koppeling", "New connection"},
		"beheer.koppeling.name":          {"Naam van het programma", "Name of the program"},
		"beheer.koppeling.name-hint":     {"Kleine letters, cijfers en streepjes, bijvoorbeeld intranet", "Small letters, digits and hyphens, for example intranet"},
		"beheer.koppeling.scope":         {"Wat mag dit programma?", "What may this program do?"},
		"beheer.koppeling.unit":          {"Voor welk onderdeel?", "For which unit?"},
		"beheer.koppeling.unit-geen":     {"De hele organisatie", "The whole organisation"},

		"beheer.post.lead":       {"Van deze mails is niet zeker of ze zijn aangekomen, of ze zijn geweigerd. Kies of ze opnieuw gaan. Er gaat nooit vanzelf iets twee keer.", "These mails may not have arrived, or were refused. Choose whether to send them again. Nothing is ever sent twice by itself."},
		"beheer.post.leeg":       {"Geen onzekere post", "No uncertain mail"},
		"beheer.post.leeg-tekst": {"Alles is verzonden. Hier komt een mail te staan als het misgaat.", "Everything was sent. A mail will be listed here when something goes wrong."},
		"beheer.post.aan":        {"Aan", "To"},
		"beheer.post.wanneer":    {"Gemaakt", "Made"},
		"beheer.post.opnieuw":    {"Verstuur opnieuw aan {naam}", "Send again to {naam}"},
		"beheer.post.laat":       {"Laat de mail aan {naam} zo", "Leave the mail to {naam}"},
	}
}

// adminLabels are the words of the values that only administration shows.
func adminLabels() map[string][2]string {
	l := labelled{
		"feestdag.nieuwjaarsdag":          {"Nieuwjaarsdag", "New Year’s Day"},
		"feestdag.goede-vrijdag":          {"Goede Vrijdag", "Good Friday"},
		"feestdag.tweede-paasdag":         {"Tweede paasdag", "Easter Monday"},
		"feestdag.koningsdag":             {"Koningsdag", "King’s Day"},
		"feestdag.bevrijdingsdag":         {"Bevrijdingsdag", "Liberation Day"},
		"feestdag.hemelvaartsdag":         {"Hemelvaartsdag", "Ascension Day"},
		"feestdag.tweede-pinksterdag":     {"Tweede pinksterdag", "Whit Monday"},
		"feestdag.eerste-kerstdag":        {"Eerste kerstdag", "Christmas Day"},
		"feestdag.tweede-kerstdag":        {"Tweede kerstdag", "Boxing Day"},
		"bericht.bewaard":                 {"Bewaard.", "Saved."},
		"bericht.rol-gegeven":             {"De rol is gegeven. De coördinator krijgt bericht.", "The role was given. The coordinator is told."},
		"bericht.rol-beeindigd":           {"De rol is beëindigd. De coördinator krijgt bericht.", "The role was ended. The coordinator is told."},
		"bericht.uitgenodigd":             {"De uitnodiging is onderweg. De link werkt 24 uur.", "The invitation is on its way. The link works for 24 hours."},
		"bericht.geblokkeerd":             {"Dit account is geblokkeerd.", "This account is blocked."},
		"bericht.gedeblokkeerd":           {"Deze persoon kan weer inloggen.", "This person can sign in again."},
		"bericht.nieuwe-versie":           {"De nieuwe versie van de lijst geldt vanaf nu.", "The new version of the list is now in force."},
		"bericht.niets-gewijzigd":         {"Er is niets gewijzigd, dus er is geen nieuwe versie.", "Nothing was changed, so there is no new version."},
		"bericht.sleutel-ingetrokken":     {"De koppeling is ingetrokken. De sleutel werkt niet meer.", "The connection was revoked. The key no longer works."},
		"bericht.mail-opnieuw":            {"De mail gaat opnieuw.", "The mail will be sent again."},
		"bericht.mail-gelaten":            {"De mail blijft zoals hij is.", "The mail stays as it is."},
		"fout.ander-jaar":                 {"Deze dag valt in een ander jaar.", "This day is in another year."},
		"fout.alleen-organisatie":         {"Een beheerder beheert de hele organisatie. Kies dat als bereik.", "An administrator administers the whole organisation. Choose that as reach."},
		"fout.rol-bestaat-al":             {"Deze rol heeft deze persoon al.", "This person already has this role."},
		"fout.eigen-account":              {"Je eigen account kun je niet blokkeren. Vraag een andere beheerder.", "You cannot block your own account. Ask another administrator."},
		"fout.onbekend-onderdeel":         {"Dit onderdeel kennen we niet, of de naam komt vaker voor. Schrijf dan bijvoorbeeld Werk > Loket.", "We do not know this unit, or the name occurs more than once. Then write for example Werk > Loket."},
		"fout.onbekende-rol":              {"Deze rol kennen we niet. Kies uit melder, leidinggevende, coördinator, beheerder of analist.", "We do not know this role. Choose melder, leidinggevende, coördinator, beheerder or analist."},
		"fout.staat-er-al":                {"Dit e-mailadres staat ook op een eerdere regel, met andere gegevens.", "This e-mail address is also on an earlier line, with other data."},
		"fout.te-veel-rijen":              {"Dit bestand heeft te veel regels. Verdeel het over meer bestanden.", "This file has too many lines. Split it into more files."},
		"fout.lijst-gewijzigd":            {"Iemand anders heeft deze lijst intussen gewijzigd. Open de lijst opnieuw.", "Somebody changed this list in the meantime. Open the list again."},
		"fout.code-ontbreekt":             {"Een code kan niet weg. Laat hem vervallen.", "A code cannot be removed. Retire it."},
		"fout.groep-vervallen":            {"De groep is vervallen. Laat dan ook de codes erin vervallen.", "The group is retired. Then retire the codes in it too."},
		"fout.code-nodig":                 {"Deze code is nodig voor ‘ik weet het niet zeker’ en kan niet vervallen.", "This code is needed for ‘I am not sure’ and cannot be retired."},
		"fout.find.verplicht":             {"Vul een e-mailadres of personeelsnummer in.", "Fill in an e-mail address or staff number."},
		"fout.find.collega-niet-gevonden": {"Geen account met precies dit e-mailadres of personeelsnummer.", "No account with exactly this e-mail address or staff number."},
		"fout.file.verplicht":             {"Kies een bestand met ten minste één regel.", "Choose a file with at least one line."},
		"fout.geen-kolommen":              {"In dit bestand staan geen kolommen naam en e-mail. Kijk bij de kolommen hieronder.", "This file has no columns naam and e-mail. See the columns below."},
		"fout.onleesbaar-bestand":         {"Dit bestand kunnen we niet lezen. Bewaar het als CSV of XLSX en probeer het opnieuw.", "We cannot read this file. Save it as CSV or XLSX and try again."},
		"fout.geen-codes":                 {"In dit bestand staan geen codes met een naam. Haal eerst de lijst op als voorbeeld.", "This file holds no codes with a name. Get the list first as an example."},
		"fout.geen-getal":                 {"Dit is geen getal.", "This is not a number."},
	}
	l.put(vpt.RowAdded, "Nieuw", "New")
	l.put(vpt.RowChanged, "Gewijzigd", "Changed")
	l.put(vpt.RowSame, "Ongewijzigd", "Unchanged")
	l.put(vpt.RowRefused, "Geweigerd", "Refused")
	l.put(vpt.MailSettled, "Zo gelaten", "Left as it is")
	l.put(vpt.PeopleName, "Naam", "Name")
	l.put(vpt.PeopleEmail, "E-mail", "E-mail")
	l.put(vpt.PeopleStaffNo, "Personeelsnummer", "Staff number")
	l.put(vpt.PeopleFunction, "Functie", "Job")
	l.put(vpt.PeopleUnit, "Onderdeel", "Unit")
	l.put(vpt.PeopleRole, "Rol", "Role")
	l.put(vpt.PeopleRoleUnit, "Onderdeel van de rol", "Unit of the role")
	return l
}
