package nl

import "strings"

// letterTexts are the words of letters: their names, those of their blocks and
// fields, and what may be wrong with a template.
func letterTexts() map[string][2]string {
	all := map[string]pair{}
	for _, more := range []map[string]pair{letterNames(), letterBlocks(), letterFields(), letterMoreFields(), letterErrors()} {
		for key, text := range more {
			all[key] = text
		}
	}
	return all
}

// LetterProblem gives the text of what is wrong with a template, with the name
// of the block and the field in front. Path is one of "bestand", the name of a
// part of the file, "blokken.<block>" or "blokken.<block>.<field>".
func (t *Texts) LetterProblem(path, code string) string {
	text := t.Error(code)
	rest, found := strings.CutPrefix(path, "blokken.")
	if !found {
		return text
	}
	block, field, deep := strings.Cut(rest, ".")
	if deep {
		return t.Fill("brief.in-veld", "blok", t.LetterBlock(block), "veld", "{{"+field+"}}", "fout", text)
	}
	return t.Fill("brief.in-blok", "blok", t.LetterBlock(block), "fout", text)
}

// LetterBlock gives the name of a block; one of the organisation's own is
// called what it is called.
func (t *Texts) LetterBlock(name string) string { return t.orItself("brief.blok."+name, name) }

// LetterField gives the name of a field.
func (t *Texts) LetterField(name string) string { return t.orItself("brief.veld."+name, name) }

// Letter gives the name of a letter.
func (t *Texts) Letter(code string) string { return t.orItself("brief.soort."+code, code) }

func (t *Texts) orItself(key, name string) string {
	if text := t.texts[key]; text != "" {
		return text
	}
	return name
}

func letterNames() map[string]pair {
	return map[string]pair{
		"brief.in-blok": {"Blok ‘{blok}’: {fout}", "Block ‘{blok}’: {fout}"},
		"brief.in-veld": {"Blok ‘{blok}’, veld {veld}: {fout}", "Block ‘{blok}’, field {veld}: {fout}"},

		"brief.lezer.veroorzaker": {"Aan de veroorzaker", "To the instigator"},
		"brief.lezer.medewerker":  {"Aan een collega", "To a colleague"},
		"brief.lezer.politie":     {"Aan de politie", "To the police"},

		"brief.soort.uitnodiging-gesprek": {"Uitnodiging voor een gesprek", "Invitation to a talk"},
		"brief.soort.lichte-waarschuwing": {"Lichte waarschuwing", "Light warning"},
		"brief.soort.zware-waarschuwing":  {"Zware waarschuwing", "Severe warning"},
		"brief.soort.contactbeperking":    {"Contactbeperking", "Contact restriction"},
		"brief.soort.belverbod":           {"Belverbod", "Telephone ban"},
		"brief.soort.pandverbod":          {"Pandverbod", "Premises ban"},
		"brief.soort.verlenging":          {"Verlenging", "Extension"},
		"brief.soort.herbeoordeling":      {"Uitkomst van de herbeoordeling", "Outcome of the review"},
		"brief.soort.opheffing":           {"Opheffing", "Lifting"},
		"brief.soort.gegevensbericht":     {"Bericht over gegevens", "Data notice"},
		"brief.soort.antwoord-klacht":     {"Antwoord op een klacht over ons", "Answer to a complaint about us"},
		"brief.soort.brief-getroffene":    {"Brief aan de getroffene", "Letter to the affected employee"},
		"brief.soort.terugkoppeling":      {"Terugkoppeling aan de melder", "Feedback to the reporter"},
		"brief.soort.politiedossier":      {"Brief bij het politiedossier", "Cover letter of the police file"},
	}
}

func letterBlocks() map[string]pair {
	return map[string]pair{
		"brief.blok.aanhef":          {"Aanhef", "Salutation"},
		"brief.blok.besluit":         {"Wat er is besloten", "What was decided"},
		"brief.blok.gedraging":       {"Wat er gebeurde", "What happened"},
		"brief.blok.grond":           {"De regel die geldt", "The rule that applies"},
		"brief.blok.gehoord":         {"De andere kant van het verhaal", "The other side of the story"},
		"brief.blok.eerdere-stappen": {"Wat je eerder deed", "Earlier steps"},
		"brief.blok.verzoek":         {"Wat je vraagt", "What you ask"},
		"brief.blok.reden":           {"De reden", "The reason"},
		"brief.blok.duur":            {"Hoe lang", "How long"},
		"brief.blok.herbeoordeling":  {"Wanneer je opnieuw kijkt", "When you look again"},
		"brief.blok.bereikbaarheid":  {"Wat te regelen blijft", "What can still be arranged"},
		"brief.blok.gevolg":          {"Wat er dan gebeurt", "What happens then"},
		"brief.blok.registratie":     {"Wat je bewaart", "What you keep"},
		"brief.blok.rechtsmiddel":    {"Als iemand het er niet mee eens is", "When somebody does not agree"},
		"brief.blok.contact":         {"Bij vragen", "For questions"},
		"brief.blok.hulp-bij-lezen":  {"Hulp bij lezen", "Help with reading"},
		"brief.blok.ondertekening":   {"Ondertekening", "Signature"},
		"brief.blok.gesprek":         {"Wanneer en waar", "When and where"},
		"brief.blok.doel":            {"Waar het voor is", "What it is for"},
		"brief.blok.reageren":        {"Anders reageren", "Another way to respond"},
		"brief.blok.afspraken":       {"Afspraken", "Agreements"},
		"brief.blok.gegevens":        {"Welke gegevens", "Which data"},
		"brief.blok.grondslag":       {"Waarom het mag", "Why it is allowed"},
		"brief.blok.ontvangers":      {"Wie het ziet", "Who sees it"},
		"brief.blok.bewaartermijn":   {"Hoe lang je bewaart", "How long you keep it"},
		"brief.blok.rechten":         {"Rechten", "Rights"},
		"brief.blok.toezicht":        {"Toezicht", "Supervision"},
		"brief.blok.klacht":          {"Waar de klacht over gaat", "What the complaint is about"},
		"brief.blok.oordeel":         {"Wat je van de klacht vindt", "What you find of the complaint"},
		"brief.blok.onderzoek":       {"Hoe je het bekeek", "How you looked into it"},
		"brief.blok.toelichting":     {"Waarom je dat vindt", "Why you find so"},
		"brief.blok.vervolg":         {"Naar de ombudsman", "To the ombudsman"},
		"brief.blok.incident":        {"Wat je collega overkwam", "What happened to your colleague"},
		"brief.blok.wat-gedaan":      {"Wat er is gedaan", "What was done"},
		"brief.blok.wat-nog":         {"Wat er nog komt", "What is still to come"},
		"brief.blok.geleerd":         {"Wat je leert", "What you learn"},
		"brief.blok.niet-verteld":    {"Wat je niet vertelt", "What you do not tell"},
		"brief.blok.opvang":          {"Opvang", "Care"},
		"brief.blok.hulp":            {"Hulp", "Help"},
		"brief.blok.keuzes":          {"Keuzes van je collega", "Choices of your colleague"},
		"brief.blok.vpt":             {"VPT en de landelijke afspraken", "VPT and the national agreements"},
		"brief.blok.feiten":          {"Dag, tijd en plaats", "Day, time and place"},
		"brief.blok.getroffenen":     {"Wie het overkwam", "To whom it happened"},
		"brief.blok.identiteit":      {"Naam en adres van je collega", "Name and address of your colleague"},
		"brief.blok.veroorzaker":     {"Wie het deed", "Who did it"},
		"brief.blok.schade":          {"Letsel en schade", "Injury and damage"},
		"brief.blok.eerder":          {"Eerdere incidenten", "Earlier incidents"},
		"brief.blok.huisregels":      {"Huisregels", "House rules"},
		"brief.blok.verbod":          {"Verbod dat al gold", "Ban already in force"},
		"brief.blok.vragen":          {"Wat je de politie vraagt", "What you ask the police"},
		"brief.blok.bijlagen":        {"Bijlagen", "Enclosures"},
	}
}

// letterErrors are what may be wrong with a template or its values. Each says
// what to do.
func letterErrors() map[string]pair {
	return map[string]pair{
		"fout.brief-te-groot":          {"Dit bestand is te groot voor een brief. Hooguit 64 kB.", "This file is too large for a letter. At most 64 kB."},
		"fout.brief-onleesbaar":        {"Dit bestand kunnen we niet lezen als brief. Begin met een brief die je hier downloadt.", "We cannot read this file as a letter. Start from a letter that you download here."},
		"fout.onbekende-brief":         {"Deze brief kennen we niet. Laat de code staan zoals hij was.", "We do not know this letter. Leave the code as it was."},
		"fout.andere-lezer":            {"Deze brief is voor een andere lezer. Laat de lezer staan zoals hij was.", "This letter is for another reader. Leave the reader as it was."},
		"fout.versie":                  {"De versie moet een getal zijn van 1 tot en met 9999.", "The version must be a number from 1 to 9999."},
		"fout.onbekende-maatregel":     {"Deze maatregel kennen we niet. Schrijf bijvoorbeeld M8.", "We do not know this measure. Write for example M8."},
		"fout.te-veel-blokken":         {"Een brief heeft hooguit veertig blokken. Voeg er een paar samen.", "A letter has at most forty blocks. Join a few."},
		"fout.bloknaam":                {"Geef dit blok een naam van kleine letters, cijfers en streepjes.", "Give this block a name of small letters, digits and hyphens."},
		"fout.blok-ontbreekt":          {"Dit blok ontbreekt. Zonder dit blok mag de brief niet weg.", "This block is missing. Without it the letter may not be sent."},
		"fout.blok-dubbel":             {"Dit blok staat er twee keer. Haal er een weg.", "This block stands there twice. Remove one."},
		"fout.blok-leeg":               {"Dit blok is leeg. Schrijf een tekst of haal het weg.", "This block is empty. Write a text or remove it."},
		"fout.blok-te-lang":            {"Dit blok is te lang. Hooguit 8.000 tekens.", "This block is too long. At most 8,000 characters."},
		"fout.blok-alleen-soms":        {"Dit blok moet altijd in de brief staan. Haal ten minste één regel uit de voorwaarde.", "This block must always stand in the letter. Take at least one line out of the condition."},
		"fout.onbekend-veld-in-brief":  {"Dit veld kennen we niet. Kies een veld uit de lijst.", "We do not know this field. Choose one from the list."},
		"fout.veld-niet-voor-lezer":    {"Dit veld mag niet in een brief aan deze lezer.", "This field may not stand in a letter to this reader."},
		"fout.veld-ontbreekt":          {"Dit veld moet hier staan. Zet het terug.", "This field must stand here. Put it back."},
		"fout.veld-alleen-soms":        {"Dit veld moet altijd in de brief staan. Haal het uit de voorwaarde.", "This field must always stand in the letter. Take it out of the condition."},
		"fout.veld-in-kop":             {"In een kop kan geen veld staan. Zet het in de tekst.", "A heading cannot hold a field. Put it in the text."},
		"fout.veldnaam-onleesbaar":     {"Tussen {{ en }} staat geen veldnaam. Een veldnaam heeft kleine letters en lage streepjes.", "There is no field name between {{ and }}. A field name has small letters and underscores."},
		"fout.deel-niet-gesloten":      {"Deze voorwaarde is niet gesloten. Zet {{/ met de naam van het veld op een eigen regel.", "This condition is not closed. Put {{/ with the name of the field on a line of its own."},
		"fout.deel-niet-geopend":       {"Hier sluit een voorwaarde die niet open is. Kijk de volgorde na.", "This closes a condition that is not open. Check the order."},
		"fout.deel-eigen-regel":        {"Zet het begin en het eind van een voorwaarde op een eigen regel.", "Put the start and the end of a condition on a line of their own."},
		"fout.delen-te-diep":           {"Er staan te veel voorwaarden in elkaar. Hooguit vier.", "Too many conditions stand in each other. At most four."},
		"fout.accolades":               {"Hier staat een losse accolade. Schrijf een veld tussen {{ en }}, of haal het teken weg.", "This has a loose brace. Write a field between {{ and }}, or remove the sign."},
		"fout.sterretjes":              {"Hier begint vette tekst die niet eindigt. Zet ** ook aan het eind van dezelfde regel.", "Bold text starts here and does not end. Put ** at the end of the same line too."},
		"fout.onbekende-clausule":      {"Kies klacht of rechter als gewone keuze. Bezwaar kies je per brief.", "Choose complaint or court as the usual one. You choose objection for each letter."},
		"fout.herbeoordeling-na-einde": {"De herbeoordeling ligt na het einde van de maatregel. Kies een eerdere dag.", "The review is after the end of the measure. Choose an earlier day."},
		"fout.niet-later":              {"Bij een verlenging moet het nieuwe einde later zijn dan het oude.", "With an extension the new end must be later than the old one."},
		"fout.al-voorbij":              {"Deze dag ligt voor de datum van de brief. Kies een latere dag.", "This day is before the date of the letter. Choose a later day."},
	}
}
