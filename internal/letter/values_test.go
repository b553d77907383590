package letter

import (
	"strings"
	"testing"

	"rugdekking/content"
	"rugdekking/internal/document"
	"rugdekking/vpt"
)

// onDay is the date of a letter in the tests that has no other.
const onDay = vpt.Date("2026-07-14")

// set is one invented case that letters are filled with.
type set struct {
	name   string
	head   document.Letterhead
	remedy vpt.RemedyKind
	values map[string]string
	more   map[Code]map[string]string // other values for one letter; empty takes one away
}

// full is a case in which everything is filled in.
func full() set {
	return set{
		name:   "vol",
		head:   document.Letterhead{Name: "Gemeente Lindemeer", Lines: []string{"Lindeplein 1, 1000 AA Lindemeer", "www.lindemeer.example"}},
		remedy: vpt.RemedyComplaint,
		values: map[string]string{
			"naam": "De heer W. Postma", "adres": "Wilgenlaan 12\n1000 AB Lindemeer", "aanhef": "heer Postma", "kenmerk": "Z-2026-00041",
			"contactpersoon": "Fatma Aksoy", "contact_telefoon": "088 000 00 14", "contact_email": "vragen@lindemeer.example", "contact_tijden": "op werkdagen van 9:00 tot 12:00 uur",
			"ondertekenaar": "Mieke Rozendal", "functie": "hoofd Werk en Inkomen", "namens": "het college van burgemeester en wethouders",
			"gedragingen":          "Op maandag 6 juli 2026 was u om 10:15 uur op het Werkplein. U hoorde dat uw aanvraag niet compleet was.\nU schreeuwde tegen een medewerker: “Ik weet je na je werk te vinden.”\nU sloeg met uw vuist op de balie. Daarbij viel een beeldscherm om.",
			"norm":                 "Wij bedreigen niemand, schelden niemand uit en blijven van elkaar en van elkaars spullen af. Gebeurt dat toch, dan kunnen wij u de toegang weigeren.",
			"norm_zichtbaar_sinds": "bij de ingang en bij de balie van het Werkplein, sinds 1 maart 2025",
			"eerdere_stappen":      "Op 12 mei 2026 sprak teamleider Peter Dijkema met u over schelden aan de balie.\nOp 14 mei 2026 kreeg u een waarschuwing per brief.",
			"gehoord":              "Op donderdag 9 juli 2026 belde Mieke Rozendal met u. U vertelde haar hoe het volgens u ging. U heeft het verslag gekregen.",
			"eigen_verhaal":        "Ik zat al drie weken zonder geld. Ik was boos en ik heb geschreeuwd. Maar ik zou nooit iemand iets doen.",
			"reactie_op_verhaal":   "Wij begrijpen dat drie weken wachten zwaar is. Wij hebben daarom gevraagd om uw aanvraag met voorrang te bekijken. Dat maakt de bedreiging niet minder ernstig.",
			"maatregel":            "het pandverbod", "besluit_datum": "2026-07-14", "begin": "2026-07-16", "einde": "2026-10-15", "oud_einde": "2026-10-15", "herbeoordeling": "2026-08-31",
			"reden":                  "U bedreigde een medewerker, nadat wij u twee keer hadden gevraagd om dat niet te doen. Onze medewerkers moeten veilig naar hun werk en naar huis kunnen.",
			"reden_duur":             "Drie maanden is de kortste tijd die wij bij een bedreiging gebruiken. U werkte mee aan het gesprek en er raakte niemand gewond. Daarom kiezen wij niet voor langer.",
			"lichter_overwogen":      "Wij dachten aan een zware waarschuwing of een afspraak met beveiliging erbij. Dat vinden wij niet genoeg, omdat u na de eerste waarschuwing toch een bedreiging uitte.",
			"gebouwen":               "Werkplein, Spinnerijkade 12 in Lindemeer\nStadhuis, Lindeplein 1 in Lindemeer",
			"kanalen":                "per brief, zo vaak u wilt\nper e-mail naar één adres, hooguit twee keer per week\naan de telefoon met uw vaste contactpersoon, op dinsdag en donderdag",
			"vaste_contactpersoon":   "Fatma Aksoy",
			"uitzonderingen":         "als wij u zelf vragen om te komen\nals u moet stemmen bij een verkiezing",
			"bereikbaar":             "uw uitkering: met een brief of via lindemeer.example/mijnzaken\neen paspoort of rijbewijs: wij maken een afspraak in Wijkcentrum De Hazelaar\naangifte van een geboorte of overlijden: via de website, of uw begrafenisondernemer doet het\nspoed, zoals geen eten of geen huis: via uw contactpersoon, nog dezelfde dag",
			"gevolg_bij_overtreding": "Houdt u zich niet aan deze brief, dan kijken wij opnieuw wat nodig is. U hoort dat dan eerst van ons.",
			"klacht_adres":           "online: lindemeer.example/klacht\nper brief: Gemeente Lindemeer, Postbus 100, 1000 AA Lindemeer\naan de telefoon: 088 000 00 10",
			"ombudsman":              "Bellen: 0800 000 00 00, gratis\nOnline: ombudsman.example\nPost: Postbus 200, 1000 AC Lindemeer",
			"bezwaar_adres":          "Gemeente Lindemeer, Postbus 100, 1000 AA Lindemeer", "juridische_hulp": "het Juridisch Steunpunt, 0800 000 00 01",
			"bewaartermijn":   "tot twaalf maanden na het einde van de maatregel",
			"registratie":     "Heeft u liever een gesprek over uw gegevens? Dat kan ook.",
			"privacy_contact": "privacy@lindemeer.example", "fg_contact": "fg@lindemeer.example of 088 000 00 20",
			"gesprek_datum": "2026-07-09", "gesprek_tijd": "14:00", "gesprek_plaats": "Werkplein, spreekkamer 2, Spinnerijkade 12", "gesprek_met": "Mieke Rozendal, hoofd Werk en Inkomen, en een medewerker van de beveiliging",
			"gesprek_duur": "ongeveer een half uur", "overwogen_maatregel": "een pandverbod van drie maanden", "reageren_tot": "2026-07-10",
			"afspraken":        "U belt eerst als u zich zorgen maakt over uw uitkering.\nLoopt het hoog op, dan stoppen wij het gesprek en maken wij een nieuwe afspraak.",
			"uitkomst":         "De maatregel wordt korter: het pandverbod stopt na 15 september 2026. Voor het Stadhuis stopt het meteen.",
			"opgeheven_op":     "2026-09-01",
			"reden_opheffing":  "Het ging de afgelopen weken goed. U hield zich aan alles wat in onze brief stond. Op 27 augustus 2026 sprak u met Mieke Rozendal en bood u uw excuses aan.",
			"gegevens":         "uw naam, adres en geboortedatum\nwat er op 6 juli 2026 gebeurde, zoals onze medewerkers dat opschreven\nwat u daar zelf over zei\nbrieven en maatregelen",
			"doel":             "onze medewerkers en bezoekers veilig houden\neerlijk kunnen besluiten als er weer iets gebeurt\nlaten zien dat wij ons aan onze eigen regels houden",
			"grondslag":        "Wij moeten van de wet zorgen dat onze medewerkers veilig kunnen werken. Dat staat in de Arbeidsomstandighedenwet, artikel 3. Wij wegen af of dat belang groter is dan dat van u. In de privacywet heet dit een gerechtvaardigd belang.",
			"ontvangers":       "de leidinggevende en de coördinator die de zaak behandelen\nde beveiliging: alleen uw naam en wat u nu wel en niet mag\nde politie, als wij melding of aangifte doen",
			"klacht_ontvangen": "2026-07-20", "klacht_over": "U vindt dat wij u geen pandverbod hadden mogen geven. U zegt dat wij niet naar uw verhaal luisterden.",
			"onderzocht":     "Wij lazen de verslagen en de brief.\nWij spraken met u en met de twee medewerkers die erbij waren.\nWij vergeleken het besluit met onze eigen regels.",
			"klacht_oordeel": "U heeft voor een deel gelijk. Wij mochten een verbod geven. Maar in onze brief stond niet wat wij met uw verhaal deden.",
			"toelichting":    "Een bedreiging past bij een pandverbod van drie maanden. Dat staat zo in onze regels, en wij zien geen reden om daarvan af te wijken.\n\nU vertelde dat u drie weken zonder geld zat. Daar hadden wij in de brief op moeten ingaan. Dat is niet gebeurd, en dat spijt ons.",
			"klacht_gevolg":  "Het verbod blijft gelden tot en met 15 oktober 2026. U krijgt een nieuwe brief met onze reactie op uw verhaal. Wij passen ook onze voorbeeldbrief aan.",
			"incident_datum": "2026-07-06", "incident_kort": "Een man schreeuwde tegen je aan de balie van het Werkplein. Hij zei dat hij je na je werk wist te vinden.",
			"gemeld_op":      "2026-07-06",
			"wat_gedaan":     "Mieke Rozendal sprak met de man en hoorde zijn kant.\nDe man kreeg op 14 juli 2026 een brief. Hij mag drie maanden niet op het Werkplein komen.\nWij deden samen met jou aangifte bij de politie.",
			"wat_nog":        "Op 31 augustus 2026 kijkt Mieke Rozendal of de maatregel nog nodig is.\nDe politie laat weten of er een zaak komt. Ineke Stolwijk vertelt je dat.",
			"opvang":         "Op 7 juli 2026 sprak je met Peter Dijkema.\nOp dinsdag 21 juli 2026 belt hij je weer.\nEind augustus praten jullie nog een keer.",
			"hulp":           "Peter Dijkema, je teamleider: 088 000 00 31\nhet collegiale opvangteam: 088 000 00 32\nde bedrijfsarts: 088 000 00 33",
			"aangifte_keuze": "Je kunt zelf aangifte doen, of wij doen het voor je. Jij kiest of je naam in de papieren staat of een nummer. De politie beslist of dat nummer kan.",
			"schade_keuze":   "Is er iets van jou kapot? Wij betalen dat nu en vragen het zelf terug.",
			"geleerd":        "Wie lang op geld wacht, krijgt nu eerder een telefoontje. De balie krijgt een tweede uitgang.",
			"verzoek":        "aangifte van bedreiging", "aangever": "Jeroen Kamphuis, met een schriftelijke volmacht van onze medewerker",
			"incident_tijd": "10:15", "incident_plaats": "de ontvangsthal van het Werkplein, Spinnerijkade 12 in Lindemeer",
			"getroffenen":       "medewerker 10482, consulent inkomen\nmedewerker 10377, collega aan de balie, getuige",
			"identiteit":        "Onze medewerkers willen dat hun naam niet in het dossier komt. Wij vragen om aangifte onder nummer. De namen staan op een apart blad.",
			"domicilie":         "Gemeente Lindemeer, Postbus 100, 1000 AA Lindemeer",
			"veroorzaker":       "W. Postma, geboren op 3 februari 1981\nWilgenlaan 12, 1000 AB Lindemeer",
			"letsel_schade":     "een beeldscherm kapot: € 240,00, zie de rekening\ngeen letsel",
			"eerder_politie":    "12 mei 2026: schelden aan de balie, zaak Z-2026-00023, geen aangifte",
			"verbod_uitgereikt": "Er gold nog geen verbod. De brief met het pandverbod is op 14 juli 2026 aangetekend verstuurd.",
			"wensen":            "bericht over elke stap in de zaak\neen gesprek met de officier van justitie, als het tot een zitting komt\nde schade vergoed krijgen",
			"klacht_termijn":    "2026-10-06",
			"bijlagen":          "verklaring van medewerker 10482\nverklaring van medewerker 10377\nfoto van de balie\nrekening van het beeldscherm\nhuisregels, en een foto van de plek waar ze hangen",
		},
		more: map[Code]map[string]string{
			LightWarning: {
				"datum":       "2026-05-14",
				"gedragingen": "Op dinsdag 12 mei 2026 was u aan de balie van het Werkplein. U wachtte langer dan wij hadden gezegd.\nU zei tegen een medewerker: “Jij bent te dom om te poepen.” U liep daarna weg.",
				"gehoord":     "Peter Dijkema belde u op 13 mei 2026 om uw kant te horen.", "eigen_verhaal": "Ik stond een uur te wachten en niemand zei iets. Dat woord had ik niet moeten gebruiken.",
				"reactie_op_verhaal": "Dat u zo lang moest wachten, was niet goed. Daarvoor bieden wij onze excuses aan.", "einde": "2027-05-14", "bewaartermijn": "tot en met 14 mei 2027",
			},
			SevereWarning: {"einde": "2027-07-14", "bewaartermijn": "tot en met 14 juli 2027", "gevolg_bij_overtreding": "Wij kijken of wij uw toegang tot het Werkplein of het contact met ons beperken. In onze regels staat voor een bedreiging een pandverbod van drie tot zes maanden.",
				"reden": "Een dreiging met geweld raakt onze medewerkers hard. U bood uw excuses aan en werkte mee aan een gesprek. Daarom blijft het nu bij een waarschuwing.", "reden_duur": "Een jaar staat ook in onze regels, voor alle zware waarschuwingen."},
			ContactLimit: {
				"gedragingen":          "Tussen 1 juni en 6 juli 2026 stuurde u 164 e-mails aan elf medewerkers.\nIn 23 e-mails schold u medewerkers uit. Op 3 juli 2026 schreef u: “Jullie zijn allemaal tuig.”",
				"norm_zichtbaar_sinds": "op lindemeer.example/huisregels, sinds 1 maart 2025",
				"eerdere_stappen":      "Op 15 juni 2026 vroegen wij u om niet meer dan twee keer per week te mailen.\nOp 24 juni 2026 kreeg u een waarschuwing per brief.",
				"eigen_verhaal":        "Ik mail omdat niemand antwoord geeft. Als ik antwoord krijg, hoef ik niet te mailen.",
				"reactie_op_verhaal":   "U heeft te lang op antwoord gewacht. Daarom krijgt u nu één contactpersoon, die u binnen twee werkdagen antwoordt.",
				"reden":                "Door het grote aantal e-mails konden collega’s ander werk niet doen. Medewerkers werden uitgescholden en lazen hun e-mail met tegenzin.",
				"lichter_overwogen":    "Wij vroegen u eerst om minder te mailen. Dat hielp niet. Wij dachten ook aan alleen een vaste contactpersoon. Dan kunnen andere collega’s nog steeds veel e-mail krijgen.",
				"reden_duur":           "In drie maanden kunnen wij uw vragen beantwoorden en zien of deze manier werkt.",
				"bereikbaar":           "uw uitkering: via uw contactpersoon of lindemeer.example/mijnzaken\neen paspoort of rijbewijs: aan de balie, na een afspraak\naangifte van een geboorte of overlijden: aan de balie of via de website\nspoed, zoals geen eten of geen huis: aan elke balie, nog dezelfde dag",
				"uitzonderingen":       "voor een afspraak in het stadhuis\nvoor een brief van een advocaat of begeleider die u helpt", "gevolg_bij_overtreding": "Stuurt u toch meer e-mails? Dan leest uw contactpersoon ze, maar u krijgt niet op elke e-mail antwoord.",
			},
			PhoneBan: {
				"gedragingen":     "Op maandag 6 juli 2026 belde u tussen 9:00 en 11:30 uur negen keer met Werk en Inkomen.\nIn vier gesprekken schold u de medewerker uit. In het laatste gesprek zei u: “Ik weet je na je werk te vinden.”",
				"eerdere_stappen": "Op 12 mei 2026 vroeg teamleider Peter Dijkema u om niet te schelden aan de telefoon.\nOp 14 mei 2026 kreeg u een waarschuwing per brief.",
				"bereikbaar":      "uw uitkering: aan de balie na een afspraak, met een brief of via lindemeer.example/mijnzaken\neen paspoort of rijbewijs: aan de balie van het Stadhuis\naangifte van een geboorte of overlijden: aan de balie of via de website\nspoed, zoals geen eten of geen huis: aan elke balie, nog dezelfde dag",
				"uitzonderingen":  "als wij u vragen om terug te bellen", "lichter_overwogen": "Wij dachten aan bellen met één vaste medewerker. Dat vinden wij nu niet veilig, omdat u een medewerker bedreigde.",
			},
			Extension: {
				"datum":             "2026-10-09",
				"gedragingen":       "Op vrijdag 2 oktober 2026 kwam u het Werkplein binnen, terwijl dat niet mocht.\nU riep in de ontvangsthal: “Wie houdt mij tegen?” Toen de beveiliging dat vroeg, ging u weg.",
				"besluit_datum":     "2026-07-14",
				"gehoord":           "Op woensdag 7 oktober 2026 sprak u met Mieke Rozendal. Uw zus was erbij.",
				"reden":             "U hield zich een keer niet aan het verbod. Medewerkers schrokken daarvan. U vertelde dat u in de war was door een brief van ons.",
				"reden_duur":        "Zes weken is de helft van de eerste tijd. Wij kiezen niet voor langer, omdat u uit uzelf wegging.",
				"lichter_overwogen": "Wij dachten aan alleen een gesprek. Daarna kwam u nog een keer langs. Daarom vinden wij dat nu niet genoeg.",
				"einde":             "2026-11-26", "herbeoordeling": "2026-11-06", "eigen_verhaal": "Er stond een afspraak in mijn brief. Ik dacht dat ik moest komen.", "reactie_op_verhaal": "Die brief was niet duidelijk. Wij sturen u een nieuwe, zonder afspraak op het Werkplein.",
			},
			Review: {
				"datum":              "2026-09-01",
				"gedragingen":        "U hield zich aan het verbod.\nU belde zes keer met uw contactpersoon. Die gesprekken waren rustig.",
				"gehoord":            "Op donderdag 27 augustus 2026 vroegen wij u hoe het gaat en wat u van het verbod vindt.",
				"eigen_verhaal":      "Het gaat beter nu mijn geld binnen is. Ik wil gewoon weer naar de balie kunnen.",
				"reactie_op_verhaal": "Dat begrijpen wij. Daarom maken wij de maatregel korter.",
				"reden":              "Het gaat goed en de aanleiding is weg: uw uitkering is betaald. Voor de medewerker is een paar weken rust nog belangrijk.",
				"einde":              "2026-09-15", "herbeoordeling": "",
			},
			Invitation:    {"datum": "2026-07-07", "bewaartermijn": "tot twaalf maanden na het gesprek"},
			Lifting:       {"datum": "2026-08-28", "bewaartermijn": "tot en met 1 september 2027"},
			ComplaintCase: {"datum": "2026-08-12", "gehoord": "Op maandag 3 augustus 2026 sprak u met Roos Huizenga. U kreeg het verslag en had geen opmerkingen.", "kenmerk": "K-2026-0008", "ondertekenaar": "Hanneke Terpstra", "functie": "gemeentesecretaris"},
			ToAffected: {
				"naam": "Sanne Visser", "adres": "", "aanhef": "Sanne", "ondertekenaar": "Mieke Rozendal", "contactpersoon": "Peter Dijkema", "contact_telefoon": "088 000 00 31",
				"wat_gedaan": "De man kreeg op 14 juli 2026 een brief. Hij mag drie maanden niet op het Werkplein en in het Stadhuis komen.\nDe beveiliging weet dit en let op.",
				"wat_nog":    "Op 31 augustus 2026 kijken wij of de maatregel nog nodig is. Wij vragen ook jou hoe het gaat.",
			},
			ToReporter: {"naam": "Youssef Amrani", "adres": "", "aanhef": "Youssef", "contactpersoon": "Ineke Stolwijk", "contact_telefoon": "088 000 00 34"},
			ToPolice: {
				"naam": "Politie, bureau Lindemeer", "adres": "Havenstraat 2\n1000 AD Lindemeer", "aanhef": "heer of mevrouw", "contactpersoon": "Jeroen Kamphuis",
				"gedragingen":   "De man hoorde aan de balie dat zijn aanvraag niet compleet was.\nHij schreeuwde tegen de medewerker: “Ik weet je na je werk te vinden.”\nHij sloeg met zijn vuist op de balie. Daarbij viel een beeldscherm om en brak het glas.",
				"ondertekenaar": "Jeroen Kamphuis", "functie": "hoofd Toezicht en Handhaving",
			},
		},
	}
}

// spare is a case in which only what must is filled in.
func spare() set {
	return set{
		name: "kaal", head: document.Letterhead{Name: "Uitvoeringsdienst Noord"}, remedy: vpt.RemedyCourt,
		values: map[string]string{
			"naam": "Mevrouw S. Ramdin", "aanhef": "mevrouw Ramdin", "kenmerk": "Z-2026-00107", "contactpersoon": "Anneke Tolsma", "contact_telefoon": "088 111 00 11",
			"ondertekenaar": "Bram Hettinga", "functie": "manager kantoor Zandermeer",
			"gedragingen":          "Op vrijdag 10 juli 2026 gooide u een beker koffie naar een medewerker van kantoor Zandermeer. De beker raakte haar arm",
			"norm":                 "Wij schelden niemand uit en gebruiken geen geweld.",
			"norm_zichtbaar_sinds": "bij de ingang van elk kantoor, sinds 2 januari 2024",
			"geen_eerdere_stap":    "U gooide iets naar een medewerker. Dan is een waarschuwing vooraf niet veilig genoeg",
			"gehoord":              "Wij nodigden u op 10 juli 2026 per brief uit om uw kant te vertellen. U kwam niet, en wij hoorden niets van u.",
			"maatregel":            "de maatregel", "besluit_datum": "2026-07-14", "begin": "2026-07-15", "einde": "2026-09-15", "oud_einde": "2026-09-01", "herbeoordeling": "2026-08-14",
			"reden":             "Een medewerker werd geraakt met hete koffie. Zij en haar collega’s voelen zich niet veilig als u nu weer binnenkomt",
			"reden_duur":        "Het was de eerste keer. Daarom kiezen wij de kortste tijd uit onze regels: twee maanden.",
			"lichter_overwogen": "Een afspraak met beveiliging erbij. Dat gaf de collega’s niet genoeg rust.",
			"gebouwen":          "Kantoor Zandermeer, Stationsplantsoen 3 in Zandermeer", "kanalen": "per brief of e-mail",
			"bereikbaar":             "alle vragen over uw uitkering: aan de telefoon of via udnoord.example\neen gesprek dat moet: op kantoor Veldhorn, met een andere medewerker",
			"gevolg_bij_overtreding": "Wij bekijken of u tijdelijk niet meer op kantoor kunt komen.",
			"klacht_adres":           "udnoord.example/klachten", "ombudsman": "Nationale ombudsman: 0800 33 55 555 of nationaleombudsman.nl", "bezwaar_adres": "Uitvoeringsdienst Noord, Postbus 9, 9000 AA Grootewolde", "juridische_hulp": "het Juridisch Steunpunt",
			"bewaartermijn": "tot en met 15 september 2027", "privacy_contact": "privacy@udnoord.example", "fg_contact": "fg@udnoord.example",
			"gesprek_datum": "2026-07-13", "gesprek_tijd": "09:30", "gesprek_plaats": "kantoor Veldhorn, Marktwal 18", "gesprek_met": "Carla Ravensbergen, manager kantoor Veldhorn", "reageren_tot": "2026-07-14",
			"uitkomst": "De maatregel blijft nog twee weken gelden, korter dan eerst.", "opgeheven_op": "2026-08-01", "reden_opheffing": "Er is geen gevaar meer: u heeft een andere begeleider en het gaat goed",
			"gegevens": "uw naam en klantnummer\nwat er gebeurde", "doel": "veilig werken", "grondslag": "De Arbowet, artikel 3: wij moeten onze medewerkers beschermen", "ontvangers": "de manager en de coördinator van kantoor Zandermeer",
			"klacht_ontvangen": "2026-07-16", "klacht_over": "U vond de toon van onze brief niet goed", "onderzocht": "Wij lazen de brief opnieuw en spraken met wie hem schreef.", "klacht_oordeel": "U heeft gelijk", "toelichting": "De brief was streng en legde weinig uit. Dat kan beter", "klacht_gevolg": "U krijgt een nieuwe brief",
			"incident_datum": "2026-07-10", "incident_kort": "Een vrouw gooide een beker koffie naar je. De beker raakte je arm.", "gemeld_op": "2026-07-10",
			"wat_gedaan": "Wij spraken met iedereen die erbij was.", "opvang": "Op 13 juli 2026 belt Bram Hettinga je.", "hulp": "Bram Hettinga: 088 111 00 12", "aangifte_keuze": "Je kunt aangifte doen van mishandeling. Dat hoeft niet vandaag",
			"verzoek": "een melding, zonder aangifte", "aangever": "Bram Hettinga", "incident_plaats": "kantoor Zandermeer, Stationsplantsoen 3", "getroffenen": "een medewerker van onze klantenservice", "identiteit": "De naam van onze medewerker geven wij op het bureau", "domicilie": "Uitvoeringsdienst Noord, Postbus 9, 9000 AA Grootewolde", "bijlagen": "verklaring van de medewerker",
		},
		more: map[Code]map[string]string{
			SevereWarning: {"reden": "U gooide hete koffie. Er raakte niemand gewond, en het was de eerste keer. Daarom blijft het bij een waarschuwing.", "reden_duur": "Een jaar, zoals in onze regels staat.", "einde": "2027-07-14"},
			LightWarning:  {"einde": "2027-01-14", "gedragingen": "Op vrijdag 10 juli 2026 schold u aan de balie van kantoor Zandermeer een medewerker uit."},
			ContactLimit:  {"reden": "U gooide hete koffie naar een medewerker. Een tijd zonder bezoek geeft rust."},
			PhoneBan: {
				"gedragingen":       "Op vrijdag 10 juli 2026 belde u elf keer. U schold elke medewerker uit en hing dan op.",
				"geen_eerdere_stap": "U belde op één dag zo vaak dat wij anderen niet konden helpen. Dat moest meteen stoppen.", "reden": "Door uw telefoontjes konden anderen ons niet bereiken. Medewerkers werden steeds uitgescholden.",
				"lichter_overwogen": "Een vaste contactpersoon aan de telefoon. Dat werkte in maart 2026 niet.", "gevolg_bij_overtreding": "", "bereikbaar": "alle vragen over uw uitkering: aan de balie, met een brief of via udnoord.example",
			},
			Invitation:  {"datum": "2026-07-10", "bewaartermijn": "tot en met 13 juli 2027"},
			PremisesBan: {"gevolg_bij_overtreding": ""},
			Extension: {"datum": "2026-08-28", "besluit_datum": "2026-07-14", "herbeoordeling": "2026-09-08", "gehoord": "Op 26 augustus 2026 belden wij u drie keer. U nam niet op. Wij stuurden u ook een brief.",
				"gedragingen": "Op 20 augustus 2026 kwam u naar kantoor Zandermeer, terwijl dat niet mocht. U ging weg toen wij dat vroegen."},
			Review:     {"datum": "2026-08-14", "einde": "2026-09-01", "herbeoordeling": "", "gedragingen": "U hield zich aan de maatregel.", "reden": "Het ging goed, maar u wilde nog niet met ons praten."},
			Lifting:    {"datum": "2026-07-30"},
			ToAffected: {"naam": "Lisanne Bos", "aanhef": "Lisanne"}, ToReporter: {"naam": "Kees Oosterhof", "aanhef": "Kees"},
			ToPolice: {"naam": "Politie, bureau Zandermeer", "aanhef": "heer of mevrouw", "norm": "",
				"gedragingen": "Een vrouw gooide een beker koffie naar onze medewerker. De beker raakte haar arm."},
		},
	}
}

// day is the date of one letter: that of the case, or its own under "datum".
func (s set) day(code Code) vpt.Date {
	if own := s.more[code]["datum"]; own != "" {
		return vpt.Date(own)
	}
	return onDay
}

// private gives the values of a set for one letter, the clause among them.
func (s set) private(t testing.TB, code Code) map[string]vpt.Private {
	t.Helper()
	all := map[string]vpt.Private{}
	for _, from := range []map[string]string{s.values, s.more[code]} {
		for name, value := range from {
			all[name] = vpt.NewPrivate(value)
		}
	}
	clause, ok := remedies(t).Clause(s.remedy)
	if !ok {
		t.Fatalf("no clause %s", s.remedy)
	}
	text, err := clause.Fill(all)
	if err != nil {
		t.Fatal(err)
	}
	all["rechtsmiddel"] = text
	return all
}

func remedies(t testing.TB) Remedies {
	t.Helper()
	data, err := content.RemedyClauses()
	if err != nil {
		t.Fatal(err)
	}
	r, err := ParseRemedies(data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// shipped gives one shipped template.
func shipped(t testing.TB, code Code) Template {
	t.Helper()
	l, err := content.LetterByCode(string(code))
	if err != nil {
		t.Fatal(err)
	}
	tpl, err := Parse(l.Data)
	if err != nil {
		t.Fatalf("%s: %v", code, err)
	}
	return tpl
}

// filled gives a shipped template filled with a set.
func filled(t testing.TB, code Code, s set) document.Document {
	t.Helper()
	d, err := Fill(shipped(t, code), s.head, s.private(t, code), s.day(code))
	if err != nil {
		t.Fatalf("%s %s: %v", code, s.name, err)
	}
	return d
}

// changed gives a template with one change to the text of a block.
func changed(t testing.TB, code Code, block, old, new string) Template {
	t.Helper()
	tpl := shipped(t, code)
	for i, b := range tpl.Blocks {
		if b.Name == block {
			if !strings.Contains(string(b.Text), old) {
				t.Fatalf("block %s of %s holds no %q", block, code, old)
			}
			tpl.Blocks[i].Text = Text(strings.ReplaceAll(string(b.Text), old, new))
		}
	}
	return tpl
}
