package nl

import "rugdekking/vpt"

// dossierTexts are the words around the police dossier and the sheet for the
// team. What stands in these documents is written where they are made.
func dossierTexts() map[string][2]string {
	texts := map[string]pair{
		"dossier.titel":                {"Politiedossier", "Police dossier"},
		"dossier.lead":                 {"Geef dit mee aan de politie bij een aangifte of melding. Er staat in wat mensen vertelden en wat er is vastgelegd. Notities en opvang staan er nooit in.", "Hand this to the police with a complaint or notice. It says what people told and what was recorded. Notes and care talks are never in it."},
		"dossier.mist":                 {"Wat de politie zal vragen en wat er nog niet is", "What the police will ask and what is not there yet"},
		"dossier.mist-niets":           {"Alles wat de politie meestal vraagt, staat erin", "All that the police mostly ask is in it"},
		"dossier.mist-uitleg":          {"Je kunt het dossier ook zo maken.", "You can make the dossier as it is, too."},
		"dossier.erin":                 {"Wat erin komt", "What will be in it"},
		"dossier.verklaringen":         {"Verklaringen van", "Statements of"},
		"dossier.bewijs":               {"Bewijs", "Evidence"},
		"dossier.bestanden":            {"{aantal}, samen {grootte}", "{aantal}, {grootte} together"},
		"dossier.schade":               {"Schade", "Damage"},
		"dossier.eerder":               {"Eerdere incidenten met dezelfde persoon", "Earlier incidents with the same person"},
		"dossier.huisregels":           {"Huisregels", "House rules"},
		"dossier.huisregels-sinds":     {"Van kracht sinds {dag}, te lezen sinds {getoond}", "In force since {dag}, shown since {getoond}"},
		"dossier.huisregels-niet":      {"Van kracht sinds {dag}, niet vastgelegd dat ze te lezen waren", "In force since {dag}, not recorded that they were shown"},
		"dossier.maatregelen":          {"Maatregelen die golden of gelden", "Measures that held or hold"},
		"dossier.maatregel":            {"{wat}, tot en met {dag}", "{wat}, until {dag}"},
		"dossier.strafbaar":            {"Mogelijk strafbaar (indicatie)", "Possibly an offence (indication)"},
		"dossier.klacht":               {"Klacht van de getroffene", "Complaint of the victim"},
		"dossier.klacht-voor":          {"Uiterlijk {dag}", "By {dag}"},
		"dossier.contact":              {"Contactpersoon", "Contact"},
		"dossier.niets":                {"Niet vastgelegd", "Not recorded"},
		"dossier.kop-maken":            {"Maak het dossier", "Make the dossier"},
		"dossier.mode":                 {"Hoe staan jullie mensen in het dossier?", "How are your people named in the dossier?"},
		"dossier.lead-maken":           {"De verdachte mag het dossier lezen.", "The suspect may read the dossier."},
		"dossier.wijze-domicilie":      {"Namen wel, privéadressen niet. Post gaat naar het werk. Dit is het gewone.", "Names, but no private addresses. Mail goes to work. This is the usual way."},
		"dossier.wijze-nummer":         {"Iedereen heet ‘medewerker’ met een nummer, ook in de verklaringen. Politie en OM beslissen of het mag.", "Everybody is called ‘medewerker’ with a number, in the statements too. Police and prosecutor decide whether it may be."},
		"dossier.wijze-volledig":       {"Namen staan erin. De politie vraagt zelf naar adressen.", "Names are in it. The police ask for addresses themselves."},
		"dossier.witnesses":            {"Verklaringen van anderen", "Statements of others"},
		"dossier.witnesses-ja":         {"Neem ook op wat getuigen en helpers vertelden", "Include what witnesses and helpers told"},
		"dossier.files":                {"Bestanden", "Files"},
		"dossier.files-ja":             {"Neem het bewijs mee in het zip-bestand", "Include the evidence in the zip file"},
		"dossier.files-hint":           {"Kijk eerst zelf: in een foto of mail kunnen namen staan.", "Look first: a photo or mail may hold names."},
		"dossier.kop-wensen":           {"Wat wil wie het overkwam?", "What does the person affected want?"},
		"dossier.lead-wensen":          {"Vraag het. Het antwoord komt alleen in het dossier.", "Ask. The answer goes into the dossier only."},
		"dossier.informed":             {"Wil hij of zij horen hoe het verder gaat?", "Does he or she want to hear how it goes on?"},
		"dossier.joined":               {"Wil hij of zij de schade vragen in de strafzaak?", "Does he or she want to claim the damage in the criminal case?"},
		"dossier.talk":                 {"Wil hij of zij een gesprek met de officier?", "Does he or she want to talk to the prosecutor?"},
		"dossier.niet-gevraagd":        {"Niet gevraagd", "Not asked"},
		"dossier.maak-zip":             {"Download het dossier (zip)", "Download the dossier (zip)"},
		"dossier.schrijf-brief":        {"Schrijf de brief die erbij hoort", "Write the letter that goes with it"},
		"dossier.maak-pdf":             {"Alleen pdf", "PDF only"},
		"dossier.maak-odt":             {"Alleen odt", "ODT only"},
		"dossier.maak-docx":            {"Alleen docx", "DOCX only"},
		"dossier.kop-nummers":          {"Wie is wie onder nummer", "Who is who under a number"},
		"dossier.nummers-uitleg":       {"Deze namen staan niet in het dossier. De politie krijgt ze op een apart blad. Dat je het blad ophaalt, wordt vastgelegd.", "These names are not in the dossier. The police get them on a separate sheet. That you fetch it is logged."},
		"dossier.identiteitsblad":      {"Download het identiteitsblad (pdf)", "Download the identity sheet (PDF)"},
		"dossier.kop-vervangen":        {"Woorden die onder nummer worden vervangen", "Words that are replaced under a number"},
		"dossier.vervangen-uitleg":     {"Lees het dossier na. Een bijnaam, een functie of een kamer kan ook verraden wie het is.", "Read the dossier through. A nickname, a function or a room may give away who it is, too."},
		"dossier.er-stond":             {"Er staat", "It says"},
		"dossier.wordt":                {"Wordt", "Becomes"},
		"dossier.keer":                 {"Keer", "Times"},
		"dossier.in-het-dossier":       {"In het dossier", "In the dossier"},
		"dossier.naam":                 {"Naam", "Name"},
		"dossier.neem-mee":             {"Neem het politiedossier mee", "Take the police dossier along"},
		"zaak.doe-politiedossier":      {"Een politiedossier maken", "Make a police dossier"},
		"zaak.doe-leerblad":            {"Een leerblad maken voor het team", "Make a lesson sheet for the team"},
		"leerblad.titel":               {"Leerblad voor het team", "Lesson sheet for the team"},
		"leerblad.lead":                {"Hiermee bespreek je dit voorval met je team. Er staan geen namen, geen datum en geen zaaknummer op. Vraag eerst aan wie het overkwam of dat goed is.", "With this you talk the incident over with your team. It holds no names, no date and no case number. First ask those affected whether they agree."},
		"leerblad.erin":                {"Wat erop komt", "What will be on it"},
		"leerblad.soort":               {"Soort", "Kind"},
		"leerblad.oorzaken":            {"Oorzaken aan onze kant", "Causes on our side"},
		"leerblad.hielp":               {"Wat hielp of had geholpen", "What helped or would have helped"},
		"leerblad.acties":              {"Wat we anders gaan doen", "What we are going to do differently"},
		"leerblad.geen-analyse":        {"Er is nog geen analyse", "There is no analysis yet"},
		"leerblad.geen-analyse-uitleg": {"Dan staan er alleen de soort en de vragen op.", "Then only the kind and the questions are on it."},
		"leerblad.naar-analyse":        {"Leg vast wat we leren", "Record what we learn"},
		"leerblad.summary":             {"Wat gebeurde er, in een paar neutrale zinnen?", "What happened, in a few neutral sentences?"},
		"leerblad.summary-hint":        {"Schrijf zonder namen en zonder oordeel. Staat er toch een naam van een betrokkene in, dan maken we er ‘een collega’ of ‘de veroorzaker’ van. We bewaren deze tekst niet.", "Write without names and without judgement. If a name of somebody involved is in it, we turn it into ‘een collega’ or ‘de veroorzaker’. We do not keep this text."},
		"leerblad.format":              {"In welke vorm?", "In which format?"},
		"leerblad.maak":                {"Download het leerblad", "Download the lesson sheet"},
		"fout.mode.verplicht":          {"Kies hoe jullie mensen in het dossier staan.", "Choose how your people are named in the dossier."},
		"fout.format.verplicht":        {"Kies de vorm.", "Choose the format."},
		"dossier.doe-beoordeling":      {"Beoordeel de melding", "Assess the report"},
		"dossier.doe-vraag":            {"Schrijf een bericht aan de melder", "Write a message to the reporter"},
		"dossier.doe-veroorzaker":      {"Leg vast wat je van de ander weet", "Record what you know of the other"},
		"dossier.doe-bewijs":           {"Voeg bestanden toe", "Add files"},
		"dossier.doe-schade":           {"Kijk naar de schade", "Look at the damage"},
		"dossier.doe-brieven":          {"Kijk naar de brieven", "Look at the letters"},
		"dossier.doe-volmacht":         {"Werk de gegevens bij de politie bij", "Update the police details"},
		"dossier.doe-beheerder":        {"De beheerder vult dit in bij de organisatie.", "The administrator fills this in at the organisation."},
		"dossier.doe-huisregels":       {"De coördinator legt vast waar de huisregels hangen.", "The coordinator records where the house rules hang."},
	}
	l := labelled(texts)
	l.put(vpt.GapAssessed, "De zaak is nog niet beoordeeld", "The case was not assessed yet")
	l.put(vpt.GapAffected, "Iemand die het overkwam, heeft zelf nog niets verteld", "Somebody affected has not told anything in person yet")
	l.put(vpt.GapWitness, "Een getuige heeft zelf nog niets verteld", "A witness has not told anything in person yet")
	l.put(vpt.GapLiteral, "De letterlijke woorden van de ander", "The literal words of the other")
	l.put(vpt.GapMeans, "Waarmee: voorwerp, wapen, dier of medium", "With what: object, weapon, animal or medium")
	l.put(vpt.GapCourse, "Op welke wijze: het verloop, stap voor stap", "In which way: the course, step by step")
	l.put(vpt.GapTrigger, "Waarom: de aanleiding", "Why: the trigger")
	l.put(vpt.GapInstigator, "Wie het deed", "Who did it")
	l.put(vpt.GapEvidence, "Bewijs: foto’s, mails of geluid", "Evidence: photos, mails or sound")
	l.put(vpt.GapReceipt, "Bij schade ontbreekt een bon of factuur", "A receipt or invoice is missing for damage")
	l.put(vpt.GapRules, "Dat de huisregels te lezen waren", "That the house rules were shown")
	l.put(vpt.GapLetter, "De brief bij een maatregel", "The letter with a measure")
	l.put(vpt.GapProof, "Bewijs dat de brief is aangekomen", "Proof that the letter arrived")
	l.put(vpt.GapAttorney, "De bijzondere volmacht van de medewerker", "The special power of attorney of the employee")
	l.put(vpt.GapAddress, "Het adres van de organisatie", "The address of the organisation")
	l.put(vpt.GapPhone, "Het telefoonnummer van de organisatie", "The telephone number of the organisation")
	return texts
}
