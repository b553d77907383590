package nl

import (
	"fmt"
	"strconv"
	"strings"

	"rugdekking/vpt"
)

// registerTexts are the words of reading in an old register.
func registerTexts() map[string][2]string {
	l := labelled{}
	l.put(vpt.RegisterWaits, "Wacht op jou", "Waits for you")
	l.put(vpt.RegisterBusy, "Wordt ingelezen", "Being read in")
	l.put(vpt.RegisterDone, "Ingelezen", "Read in")
	for _, more := range []map[string]pair{registerPageTexts(), registerMapTexts(), registerErrorTexts(), registerFileTexts()} {
		for key, text := range more {
			l[key] = text
		}
	}
	return l
}

func registerPageTexts() map[string]pair {
	return map[string]pair{
		"register.titel":            {"Oud register inlezen", "Read in an old register"},
		"register.lead":             {"Je ziet eerst wat we begrijpen. Er verandert niets voordat je dat goed vindt. Hetzelfde bestand twee keer inlezen voegt niets toe.", "You first see what we understand. Nothing changes before you agree. Reading the same file twice adds nothing."},
		"register.plek":             {"Meldingen uit het register van vroeger, met hun eigen nummers.", "Reports from the register of before, with their own numbers."},
		"register.een":              {"Eén bestand", "One file"},
		"register.niets-nieuws":     {"Alle rijen die kloppen, kennen we al. Er is niets in te lezen.", "We know all rows that are right already. There is nothing to read in."},
		"register.bestand":          {"Bestand", "File"},
		"register.bestand-hint":     {"CSV, XLSX of ODS, hooguit 25 MB. Eén regel per melding, met ten minste een nummer, een meldingsdatum en een soort.", "CSV, XLSX or ODS, at most 25 MB. One row per report, with at least a number, a reporting date and a kind."},
		"register.bekijk":           {"Bekijk het bestand", "Look at the file"},
		"register.eerder":           {"Eerdere bestanden", "Earlier files"},
		"register.eerder-leeg":      {"Je hebt nog geen register ingelezen", "You have not read in a register yet"},
		"register.eerder-uitleg":    {"Hier staat straks wat er van elk bestand is ingelezen.", "Here you will see what was read in from each file."},
		"register.wanneer":          {"Wanneer", "When"},
		"register.stand":            {"Stand", "State"},
		"register.rijen":            {"Rijen", "Rows"},
		"register.toegevoegd":       {"Toegevoegd", "Added"},
		"register.toe-te-voegen":    {"Worden toegevoegd", "Will be added"},
		"register.bekend":           {"Al bekend, overgeslagen", "Known already, skipped"},
		"register.geweigerd":        {"Geweigerd", "Refused"},
		"register.van-tot":          {"Meldingsdata", "Reporting dates"},
		"register.vorm":             {"Vorm", "Format"},
		"register.lead-wacht":       {"Dit is wat we begrijpen. Klopt het, lees het dan in.", "This is what we understand. If it is right, read it in."},
		"register.lead-bezig":       {"Het inlezen loopt: {gedaan} van de {rijen} rijen. Je kunt deze pagina sluiten.", "Reading in is under way: {gedaan} of {rijen} rows. You may close this page."},
		"register.lead-klaar":       {"Het register is ingelezen: {aantal} meldingen toegevoegd.", "The register was read in: {aantal} reports added."},
		"register.ververs":          {"Werk de stand bij", "Update the state"},
		"register.lees-in":          {"Lees {aantal} meldingen in", "Read in {aantal} reports"},
		"register.niets":            {"Er is geen rij die we kunnen inlezen", "There is no row that we can read in"},
		"register.niets-uitleg":     {"Zeg hieronder wat de kolommen en woorden betekenen, of verbeter het bestand.", "Say below what the columns and words mean, or improve the file."},
		"register.ontbreekt":        {"Deze kolommen missen we nog: {kolommen}", "We still miss these columns: {kolommen}"},
		"register.naam-klopt":       {"De naam van het bestand past niet bij de inhoud. We gingen af op de inhoud.", "The name of the file does not fit its content. We went by the content."},
		"register.naar-cijfers":     {"Bekijk de cijfers", "See the figures"},
		"register.ander":            {"Lees nog een bestand in", "Read in another file"},
		"register.weg":              {"De rijen zelf bewaren we één dag. Daarna blijven alleen nummer en reden staan.", "We keep the rows themselves for one day. After that only number and reason remain."},
		"bericht.register-uitleg":   {"Je uitleg is bewaard.", "Your explanation was saved."},
		"bericht.register-begonnen": {"Het inlezen is begonnen.", "Reading in has begun."},
	}
}

func registerMapTexts() map[string]pair {
	return map[string]pair{
		"register.kolommen":         {"Kolommen", "Columns"},
		"register.kolom":            {"Kolom in het bestand", "Column of the file"},
		"register.betekenis":        {"Wat we erin lezen", "What we read in it"},
		"register.genegeerd":        {"overgeslagen", "skipped"},
		"register.woorden":          {"Woorden", "Words"},
		"register.woord":            {"Woord in het bestand", "Word in the file"},
		"register.hoe-vaak":         {"Hoe vaak", "How often"},
		"register.niets-betekenend": {"telt niet", "does not count"},
		"register.uitleg":           {"Wat betekenen deze kolommen en woorden?", "What do these columns and words mean?"},
		"register.uitleg-lead":      {"Rijen met een woord dat we niet kennen, slaan we over. Kies wat het betekent, of laat het open.", "We skip rows with a word that we do not know. Choose what it means, or leave it open."},
		"register.kolom-is":         {"Kolom “{naam}”", "Column “{naam}”"},
		"register.woord-is":         {"{kolom}: “{naam}” ({aantal})", "{kolom}: “{naam}” ({aantal})"},
		"register.open":             {"Nog niet gekozen", "Not chosen yet"},
		"register.telt-niet":        {"Telt niet", "Does not count"},
		"register.sla-over":         {"Sla deze kolom over", "Skip this column"},
		"register.bewaar-uitleg":    {"Bewaar en bekijk opnieuw", "Save and look again"},
		"register.geweigerde-rijen": {"Geweigerde rijen", "Refused rows"},
		"register.regel":            {"Regel", "Line"},
		"register.nummer":           {"Nummer", "Number"},
		"register.waarom":           {"Waarom", "Why"},
		"register.download":         {"Download de geweigerde rijen (CSV)", "Download the refused rows (CSV)"},
		"register.eerste":           {"Je ziet de eerste {aantal} van {totaal}.", "You see the first {aantal} of {totaal}."},
		"register.reden":            {"Reden van weigering", "Reason of refusal"},
		"register.alleen-kijken":    {"Er is niets geschreven.", "Nothing was written."},
	}
}

func registerErrorTexts() map[string]pair {
	return map[string]pair{
		"fout.te-veel-cellen":                   {"Deze rij heeft meer cellen dan er koppen zijn. Staat er een scheidingsteken in een tekst?", "This row has more cells than there are headers. Is there a separator inside a text?"},
		"fout.andere-organisatie":               {"Deze rij hoort bij een andere organisatie.", "This row belongs to another organisation."},
		"fout.onbekend-woord":                   {"We kennen dit woord niet. Leg uit wat het betekent.", "We do not know this word. Explain what it means."},
		"fout.wijkt-af-van-eerdere-import":      {"Dit nummer wijkt af van een eerdere import. De eerste blijft staan.", "This number differs from an earlier import. The first one stands."},
		"fout.kolom-ontbreekt":                  {"Deze kolom missen we.", "We miss this column."},
		"fout.kolom-dubbel":                     {"Twee kolommen betekenen hetzelfde. Kies er één.", "Two columns mean the same. Choose one."},
		"fout.geen-bruikbare-rij":               {"Er is geen rij die we kunnen inlezen.", "There is no row that we can read in."},
		"fout.import-al-begonnen":               {"Dit bestand wordt al ingelezen.", "This file is being read in already."},
		"fout.onderdeel.onbekend-woord":         {"We kennen dit onderdeel niet. Leg uit welk onderdeel het is.", "We do not know this unit. Explain which one it is."},
		"fout.locatie.onbekend-woord":           {"We kennen deze locatie niet. Leg uit welke het is.", "We do not know this site. Explain which one it is."},
		"fout.soorten.verplicht":                {"Er staat geen soort in.", "It holds no kind."},
		"fout.meldingsdatum.verplicht":          {"Er staat geen meldingsdatum in.", "It holds no reporting date."},
		"fout.nummer.verplicht":                 {"Er staat geen nummer in.", "It holds no number."},
		"fout.bestand.verplicht":                {"Kies een bestand.", "Choose a file."},
		"fout.bestand.leeg-bestand":             {"Er staat niets in dit bestand.", "This file holds nothing."},
		"fout.bestand.onbekend-formaat":         {"Dit is geen CSV, XLSX of ODS.", "This is no CSV, XLSX or ODS."},
		"fout.bestand.oud-excel-formaat":        {"Dit is de oude vorm van Excel (.xls). Bewaar het als .xlsx en probeer het opnieuw.", "This is the old form of Excel (.xls). Save it as .xlsx and try again."},
		"fout.bestand.versleuteld":              {"Dit bestand heeft een wachtwoord. Haal dat eraf en probeer het opnieuw.", "This file has a password. Remove it and try again."},
		"fout.bestand.te-groot":                 {"Dit bestand is te groot. Deel het in stukken van hooguit 25 MB.", "This file is too large. Split it into pieces of at most 25 MB."},
		"fout.bestand.te-veel-rijen":            {"Dit bestand heeft te veel rijen. Deel het in stukken.", "This file has too many rows. Split it."},
		"fout.bestand.te-veel-kolommen":         {"Dit bestand heeft te veel kolommen.", "This file has too many columns."},
		"fout.bestand.te-veel-cellen":           {"Dit bestand heeft te veel cellen. Deel het in stukken.", "This file has too many cells. Split it."},
		"fout.bestand.cel-te-groot":             {"In één cel staat te veel tekst.", "One cell holds too much text."},
		"fout.bestand.kapot":                    {"Dit bestand is kapot. Bewaar het opnieuw en probeer het nog eens.", "This file is broken. Save it again and try once more."},
		"fout.bestand.aanhalingsteken-open":     {"Een aanhalingsteken is niet gesloten.", "A quotation mark is not closed."},
		"fout.bestand.aanhalingsteken-verkeerd": {"Er staat tekst direct achter een aanhalingsteken.", "There is text right after a quotation mark."},
		"fout.bestand.onbekende-tekens":         {"Dit bestand heeft tekens die we niet kunnen lezen. Bewaar het als UTF-8.", "This file has characters that we cannot read. Save it as UTF-8."},
	}
}

func registerFileTexts() map[string]pair {
	return map[string]pair{
		"register.bestand-regel":  {"{tekst} Zie regel {regel}.", "{tekst} See line {regel}."},
		"register.vorm-csv":       {"CSV, {codering}, gescheiden door {teken}", "CSV, {codering}, separated by {teken}"},
		"register.teken-komma":    {"komma", "comma"},
		"register.teken-punt":     {"puntkomma", "semicolon"},
		"register.teken-tab":      {"tab", "tab"},
		"register.tekst-begrepen": {"Begrepen ({vorm}, {rijen}):", "Understood ({vorm}, {rijen}):"},
		"register.tekst-onbekend": {"Niet begrepen:", "Not understood:"},
		"register.tekst-zou":      {"Zou toevoegen: {aantal}. Al bekend: {bekend}. Geweigerd: {geweigerd}.", "Would add: {aantal}. Known already: {bekend}. Refused: {geweigerd}."},
		"register.tekst-deed":     {"Toegevoegd: {aantal}. Al bekend: {bekend}. Geweigerd: {geweigerd}.", "Added: {aantal}. Known already: {bekend}. Refused: {geweigerd}."},
	}
}

// FileFormat says how a file was read: "CSV, utf-8, gescheiden door puntkomma".
func (t *Texts) FileFormat(o vpt.RegisterOutcome) string {
	if o.Format != "csv" {
		return strings.ToUpper(o.Format)
	}
	mark := o.Separator
	for name, separator := range map[string]string{"komma": ",", "punt": ";", "tab": "\t"} {
		if o.Separator == separator {
			mark = t.Text("register.teken-" + name)
		}
	}
	return t.Fill("register.vorm-csv", "codering", o.Encoding, "teken", mark)
}

// Meaning says what a word was read as.
func (t *Texts) Meaning(w vpt.WordMeaning) string {
	switch {
	case w.Code == "":
		return t.Text("register.niets-betekenend")
	case w.Column == vpt.ColumnPolice:
		return t.Label(vpt.PoliceKind(w.Code))
	}
	return w.Label
}

// Reasons says what is wrong with a row, column by column.
func (t *Texts) Reasons(fields []vpt.Field) string {
	parts := make([]string, len(fields))
	for i, f := range fields {
		parts[i] = t.Field(f.Path, f.Code)
		if name := t.texts[LabelKey(vpt.RegisterColumn(f.Path))]; name != "" {
			parts[i] = name + ": " + parts[i]
		}
	}
	return strings.Join(parts, " ")
}

// Understood writes for a terminal how the columns and words of a register
// were read.
func (t *Texts) Understood(o vpt.RegisterOutcome) string {
	var b strings.Builder
	fmt.Fprintln(&b, t.Fill("register.tekst-begrepen", "vorm", t.FileFormat(o), "rijen", Count(o.Rows, "rij", t.lang)))
	for _, c := range o.Columns {
		meaning := t.Text("register.genegeerd")
		if c.Column != "" {
			meaning = t.Label(c.Column)
		}
		fmt.Fprintf(&b, "  %s → %s\n", c.Header, meaning)
	}
	for _, w := range o.Words {
		fmt.Fprintf(&b, "  %s: %s → %s (%d)\n", t.Label(w.Column), w.Word, t.Meaning(w), w.Count)
	}
	if len(o.Missing) > 0 {
		names := make([]string, len(o.Missing))
		for i, c := range o.Missing {
			names[i] = t.Label(c)
		}
		fmt.Fprintln(&b, t.Fill("register.ontbreekt", "kolommen", strings.Join(names, ", ")))
	}
	if len(o.Unknown) > 0 {
		fmt.Fprintln(&b, t.Text("register.tekst-onbekend"))
	}
	for _, w := range o.Unknown {
		fmt.Fprintf(&b, "  %s: %s (%d)\n", t.Label(w.Column), w.Word, w.Count)
	}
	return b.String()
}

// Outcome writes for a terminal what an import did, or would do.
func (t *Texts) Outcome(o vpt.RegisterOutcome) string {
	key := "register.tekst-deed"
	if o.DryRun {
		key = "register.tekst-zou"
	}
	return t.Fill(key, "aantal", strconv.Itoa(o.Added), "bekend", strconv.Itoa(o.Known), "geweigerd", strconv.Itoa(o.Refused)) + "\n"
}
