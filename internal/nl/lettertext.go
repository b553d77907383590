package nl

// letterTextTexts are the words of the pages on which an organisation changes
// the texts of its letters.
func letterTextTexts() map[string][2]string {
	return map[string]pair{
		"beheer.brieven.titel":       {"Teksten van brieven", "Texts of letters"},
		"beheer.brieven.plek":        {"De teksten van waarschuwingen, verboden en andere brieven.", "The texts of warnings, bans and other letters."},
		"beheer.brieven.lead":        {"Elke brief heeft al een tekst. Je kunt er jullie eigen woorden van maken. Brieven die al gemaakt zijn, blijven zoals ze zijn.", "Each letter has a text already. You can put it in your own words. Letters that were made stay as they are."},
		"beheer.brieven.tabel":       {"Brieven", "Letters"},
		"beheer.brieven.brief":       {"Brief", "Letter"},
		"beheer.brieven.lezer":       {"Voor wie", "For whom"},
		"beheer.brieven.tekst":       {"Tekst", "Text"},
		"beheer.brieven.versie":      {"Versie", "Version"},
		"beheer.brieven.eigen":       {"Eigen tekst", "Own text"},
		"beheer.brieven.meegeleverd": {"Meegeleverde tekst", "Shipped text"},
		"beheer.brieven.aanpassen":   {"Deze tekst moet worden aangepast", "This text must be changed"},

		"beheer.brieftekst.uitleg":         {"Een brief bestaat uit blokken. De verplichte blokken vragen de wet of de ombudsman; haal daar niets uit weg. Bij elk blok staat waarom.", "A letter consists of blocks. The required ones are asked for by law or ombudsman; remove nothing from them. Each says why."},
		"beheer.brieftekst.titel":          {"Titel van de brief", "Title of the letter"},
		"beheer.brieftekst.verplicht":      {"Verplicht", "Required"},
		"beheer.brieftekst.bron":           {"Bron:", "Source:"},
		"beheer.brieftekst.hierin":         {"Deze velden moeten hierin staan:", "These fields must stand in it:"},
		"beheer.brieftekst.kop":            {"Kop boven dit blok", "Heading above this block"},
		"beheer.brieftekst.tekst":          {"Tekst", "Text"},
		"beheer.brieftekst.weg":            {"Blok weghalen", "Remove the block"},
		"beheer.brieftekst.weg-ja":         {"Haal dit blok weg", "Remove this block"},
		"beheer.brieftekst.nieuw":          {"Nieuw blok", "New block"},
		"beheer.brieftekst.na":             {"Na welk blok?", "After which block?"},
		"beheer.brieftekst.velden":         {"Velden die je kunt gebruiken", "Fields that you can use"},
		"beheer.brieftekst.velden-lead":    {"Schrijf een veld tussen dubbele accolades. In de brief staat daar wat de zaak zegt.", "Write a field between double braces. The letter has there what the case says."},
		"beheer.brieftekst.tekens":         {"Zo maak je een lijst, een citaat of een stuk dat soms wegblijft", "How to make a list, a quote or a part that is left out at times"},
		"beheer.brieftekst.teken-alinea":   {"Een lege regel begint een nieuwe alinea.", "An empty line begins a new paragraph."},
		"beheer.brieftekst.teken-lijst":    {"Begin een regel met - en een spatie voor een punt van een lijst.", "Begin a line with - and a space for an item of a list."},
		"beheer.brieftekst.teken-citaat":   {"Begin een regel met > en een spatie voor letterlijke woorden.", "Begin a line with > and a space for literal words."},
		"beheer.brieftekst.teken-vet":      {"Zet ** voor en achter een woord om het vet te maken.", "Put ** before and after a word to make it bold."},
		"beheer.brieftekst.teken-als":      {"Zet {{#veld}} en {{/veld}} elk op een eigen regel: wat ertussen staat, komt er alleen als het veld is ingevuld.", "Put {{#veld}} and {{/veld}} each on a line of their own: what is between them is there only when the field is filled in."},
		"beheer.brieftekst.teken-niet":     {"Met {{^veld}} en {{/veld}} komt het er alleen als het veld leeg is.", "With {{^veld}} and {{/veld}} it is there only when the field is empty."},
		"beheer.brieftekst.case":           {"Bekijk met de gegevens van een zaak", "See it with what a case says"},
		"beheer.brieftekst.case-hint":      {"Het nummer van een zaak die jij mag openen. Er wordt niets bewaard.", "The number of a case that you may open. Nothing is kept."},
		"beheer.brieftekst.voorbeeld-lead": {"Tussen rechte haken staat de naam van een veld waar nog niets voor is.", "Between square brackets stands the name of a field for which there is nothing yet."},
		"beheer.brieftekst.terug":          {"Terug naar de meegeleverde tekst", "Back to the shipped text"},
		"beheer.brieftekst.kop-bestand":    {"Uit een bestand", "From a file"},
		"beheer.brieftekst.bestand-lead":   {"Wat in het bestand staat, komt eerst in het formulier. Pas als je bewaart, is er een nieuwe versie.", "What is in the file first goes into the form. There is a new version only when you save."},
		"beheer.brieftekst.ophalen":        {"Haal deze brief op als bestand", "Get this letter as a file"},
		"beheer.brieftekst.bestand":        {"Bestand", "File"},
		"beheer.brieftekst.bestand-hint":   {"JSON, hooguit 64 kB", "JSON, at most 64 kB"},
	}
}
