package nl

import "rugdekking/vpt"

// figureTexts are the words of the figures: page, command and files. Each
// sentence names what is counted, because a number without that is a rumour.
func figureTexts() map[string][2]string {
	l := labelled{}
	l.put(vpt.RefReports, "Alle meldingen", "All reports")
	l.put(vpt.RefNoReaction, "Meldingen zonder maatregel tegen de veroorzaker", "Reports without a measure against the instigator")
	l.put(vpt.RefPolice, "Meldingen bij de politie en aangiften", "Notices and complaints to the police")
	l.put(vpt.RefWithdrawn, "Ingetrokken", "Withdrawn")
	l.put(vpt.RefDuplicate, "Dubbel gemeld", "Reported twice")
	l.put(vpt.RefMerged, "Bij een andere zaak gevoegd", "Merged into another case")
	l.put(vpt.RefNoAggression, "Geen agressie", "No aggression")
	for _, more := range []map[string]pair{figurePageTexts(), figureWordTexts(), figureRemarkTexts()} {
		for key, text := range more {
			l[key] = text
		}
	}
	return l
}

func figurePageTexts() map[string]pair {
	return map[string]pair{
		"cijfers.titel":           {"Cijfers", "Figures"},
		"cijfers.periode":         {"Periode", "Period"},
		"cijfers.eigen":           {"Eigen periode", "Other period"},
		"cijfers.van":             {"Van", "From"},
		"cijfers.tot":             {"Tot en met", "Up to and including"},
		"cijfers.eigen-hint":      {"Alleen bij een eigen periode. Bijvoorbeeld 1-7-2014.", "For another period only. For example 1-7-2014."},
		"cijfers.helft1":          {"eerste helft van {jaar}", "first half of {jaar}"},
		"cijfers.helft2":          {"tweede helft van {jaar}", "second half of {jaar}"},
		"cijfers.kwartaal1":       {"eerste kwartaal van {jaar}", "first quarter of {jaar}"},
		"cijfers.kwartaal2":       {"tweede kwartaal van {jaar}", "second quarter of {jaar}"},
		"cijfers.kwartaal3":       {"derde kwartaal van {jaar}", "third quarter of {jaar}"},
		"cijfers.kwartaal4":       {"vierde kwartaal van {jaar}", "fourth quarter of {jaar}"},
		"cijfers.heel-jaar":       {"heel {jaar}", "all of {jaar}"},
		"cijfers.in":              {"In de periode {periode}", "In the period {periode}"},
		"cijfers.in-helft":        {"In de {periode}", "In the {periode}"},
		"cijfers.in-kwartaal":     {"In het {periode}", "In the {periode}"},
		"cijfers.in-jaar":         {"In {periode}", "In {periode}"},
		"cijfers.zin-geen":        {"{in} is niets gemeld.", "{in} nothing was reported."},
		"cijfers.zin-een":         {"{in} is 1 melding gedaan", "{in} 1 report was made"},
		"cijfers.zin":             {"{in} zijn {aantal} meldingen gedaan", "{in} {aantal} reports were made"},
		"cijfers.zin-meer":        {", {verschil} meer dan in de periode ervoor.", ", {verschil} more than in the period before."},
		"cijfers.zin-minder":      {", {verschil} minder dan in de periode ervoor.", ", {verschil} fewer than in the period before."},
		"cijfers.zin-gelijk":      {", evenveel als in de periode ervoor.", ", as many as in the period before."},
		"cijfers.zin-nog":         {" tot nu toe.", " so far."},
		"cijfers.zin-reactie":     {" Bij {deel} kwam op tijd een reactie naar de veroorzaker.", " In {deel} of them there was a timely reaction to the instigator."},
		"cijfers.alleen":          {"Deze cijfers gaan alleen over: {onderdelen}.", "These figures are only about: {onderdelen}."},
		"cijfers.bron":            {"Bron: meldingen van {organisatie}, {periode}, naar meldingsdatum", "Source: reports of {organisatie}, {periode}, by reporting date"},
		"cijfers.leeg":            {"Voor deze periode is niets gemeld", "Nothing was reported for this period"},
		"cijfers.leeg-uitleg":     {"Kies een andere periode. Een oud register lees je in bij Beheer.", "Choose another period. An old register can be read in at Administration."},
		"cijfers.download":        {"Neem de cijfers mee", "Take the figures with you"},
		"cijfers.download-csv":    {"CSV, voor andere programma's", "CSV, for other programs"},
		"cijfers.download-xlsx":   {"XLSX, voor Excel", "XLSX, for Excel"},
		"cijfers.download-ods":    {"ODS, voor LibreOffice", "ODS, for LibreOffice"},
		"cijfers.opmerkingen":     {"Zo lees je deze cijfers", "How to read these figures"},
		"cijfers.achter.titel":    {"Meldingen achter een cijfer", "Reports behind a figure"},
		"cijfers.achter.leeg":     {"In deze lijst staan geen meldingen", "There are no reports in this list"},
		"cijfers.achter.kring":    {"Meldingen uit een gesloten kring tellen mee, maar staan niet in deze lijst. Alleen wie daar zaken behandelt, ziet ze.", "Reports of a closed circle are counted, but are not in this list. Only who handles cases there sees them."},
		"cijfers.achter.meer":     {"Toon de volgende meldingen", "Show the next reports"},
		"cijfers.achter.terug":    {"Terug naar de cijfers", "Back to the figures"},
		"cijfers.achter.soort":    {"Soort: {naam}", "Kind: {naam}"},
		"cijfers.achter.maat":     {"Maatregel: {naam}", "Measure: {naam}"},
		"cijfers.achter.melding":  {"Melding", "Report"},
		"cijfers.achter.zaak":     {"Zaak", "Case"},
		"cijfers.achter.gemeld":   {"Gemeld op", "Reported on"},
		"cijfers.achter.gebeurd":  {"Gebeurd op", "Happened on"},
		"cijfers.achter.onbekend": {"onbekend", "unknown"},
		"cijfers.achter.stand":    {"Stand", "State"},
	}
}

func figureWordTexts() map[string]pair {
	return map[string]pair{
		"cijfers.regel.verbaal":              {"Verbale agressie", "Verbal aggression"},
		"cijfers.regel.bedreiging":           {"Persoonlijke bedreiging", "Personal threat"},
		"cijfers.regel.fysiek":               {"Fysieke agressie", "Physical aggression"},
		"cijfers.regel.overig":               {"Overig", "Other"},
		"cijfers.meldingen":                  {"Meldingen", "Reports"},
		"cijfers.soorten":                    {"Meldingen per soort", "Reports by kind"},
		"cijfers.soorten-tabel":              {"Meldingen per soort, in getallen", "Reports by kind, in numbers"},
		"cijfers.maatregelen-tabel":          {"Maatregelen, in getallen", "Measures, in numbers"},
		"cijfers.maanden-tabel":              {"Meldingen per maand, in getallen", "Reports per month, in numbers"},
		"cijfers.soorten-zin":                {"{naam} komt het meest voor: {aantal} van de {basis} meldingen.", "{naam} is the most frequent: {aantal} of {basis} reports."},
		"cijfers.soorten-zin-geen":           {"Bij geen enkele melding is een soort vastgelegd.", "No kind was recorded in any report."},
		"cijfers.maatregelen":                {"Maatregelen", "Measures"},
		"cijfers.maatregelen-zin":            {"De meest genomen maatregel is {naam}: {aantal}.", "The most frequent measure is {naam}: {aantal}."},
		"cijfers.maatregelen-leeg":           {"Er is geen maatregel genomen", "No measure was taken"},
		"cijfers.maanden":                    {"Meldingen per maand", "Reports per month"},
		"cijfers.maanden-zin":                {"De drukste maand is {maand}, met {aantal}.", "The busiest month is {maand}, with {aantal}."},
		"cijfers.maand":                      {"Maand", "Month"},
		"cijfers.maand-deel":                 {"{maand} (niet hele maand)", "{maand} (part of the month)"},
		"cijfers.soort":                      {"Soort", "Kind"},
		"cijfers.maatregel":                  {"Maatregel", "Measure"},
		"cijfers.aantal":                     {"Aantal", "Number"},
		"cijfers.basis":                      {"Basis", "Base"},
		"cijfers.percentage":                 {"Percentage", "Percentage"},
		"cijfers.ervoor":                     {"Periode ervoor", "Period before"},
		"cijfers.geen-reactie":               {"Meldingen zonder reactie", "Reports without a reaction"},
		"cijfers.afloop":                     {"Politie en reactie", "Police and reaction"},
		"cijfers.wat":                        {"Wat", "What"},
		"cijfers.politie":                    {"Zaken met politie", "Cases with the police"},
		"cijfers.politie.melding":            {"Melding bij de politie", "Notice to the police"},
		"cijfers.politie.aangifte":           {"Aangifte", "Criminal complaint"},
		"cijfers.politie.niet-onderscheiden": {"Melding of aangifte, niet onderscheiden", "Notice or complaint, not told apart"},
		"cijfers.apart":                      {"Meegeteld, en ook apart", "Counted, and also shown apart"},
		"cijfers.tijden":                     {"Op tijd", "On time"},
		"cijfers.tijd-reactie":               {"Reactie naar de veroorzaker binnen de termijn", "Reaction to the instigator within the term"},
		"cijfers.tijd-terug":                 {"Teruggekoppeld aan de melder", "Feedback given to the reporter"},
		"cijfers.groep":                      {"Groep", "Group"},
		"cijfers.code":                       {"Code", "Code"},
		"cijfers.naam":                       {"Naam", "Name"},
		"cijfers.organisatie":                {"Organisatie", "Organisation"},
		"cijfers.onderdelen":                 {"Alleen deze onderdelen", "These units only"},
		"cijfers.bron-kop":                   {"Bron", "Source"},
		"cijfers.bron-tekst":                 {"Meldingen in Rugdekking naar meldingsdatum", "Reports in Rugdekking by reporting date"},
		"cijfers.geen-percentage":            {"te weinig voor een percentage", "too few for a percentage"},
		"cijfers.tekst-meldingen":            {"Meldingen: {aantal} (periode ervoor: {ervoor})", "Reports: {aantal} (period before: {ervoor})"},
	}
}

func figureRemarkTexts() map[string]pair {
	return map[string]pair{
		"cijfers.opmerking." + vpt.RemarkPartial:       {"De periode is nog niet om. De cijfers kunnen nog veranderen en zijn niet te vergelijken met een hele periode.", "The period is not over yet. The figures may still change and cannot be compared with a whole period."},
		"cijfers.opmerking." + vpt.RemarkManyKinds:     {"Eén melding kan bij meer soorten tellen. Daarom is de som van de soorten hoger dan het aantal meldingen.", "One report may count in several kinds. That is why the kinds add up to more than the number of reports."},
		"cijfers.opmerking." + vpt.RemarkNoTotal:       {"Een percentage is het deel van alle meldingen in de periode. Een totaal over soorten geven we niet.", "A percentage is the share of all reports in the period. We give no total over kinds."},
		"cijfers.opmerking." + vpt.RemarkSmallBase:     {"Er zijn minder dan vijf meldingen. Daarom staan er geen percentages.", "There are fewer than five reports. That is why there are no percentages."},
		"cijfers.opmerking." + vpt.RemarkPoliceOnce:    {"Een zaak met een melding bij de politie én een aangifte telt in het totaal één keer.", "A case with both a notice and a complaint to the police counts once in the total."},
		"cijfers.opmerking." + vpt.RemarkMixedVersions: {"In deze periode zijn meer versies van de lijst met soorten gebruikt. Elke melding telt volgens de versie van toen.", "More than one version of the list of kinds was used in this period. Each report counts by the version of its time."},
		"cijfers.opmerking." + vpt.RemarkImported:      {"Een deel van de meldingen komt uit een ingelezen register. Daarvan kennen we geen tijden.", "Some reports come from a register that was read in. Of those we know no times."},
		"fout.datumVanaf.verplicht":                    {"Vul in vanaf welke dag.", "Fill in from which day."},
		"fout.datumTot.verplicht":                      {"Vul in tot en met welke dag.", "Fill in up to which day."},
		"fout.periode-te-lang":                         {"Deze periode is te lang. Kies er een van hooguit tien jaar.", "This period is too long. Choose one of at most ten years."},
		"fout.datumTot.einde-voor-begin":               {"De laatste dag ligt voor de eerste.", "The last day is before the first."},
	}
}
