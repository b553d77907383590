package nl

// Plural writes n with the right form: Plural(2, "melding", "meldingen", "nl")
// is "2 meldingen". Only 1 takes the singular; 0 takes the plural in both
// languages.
func Plural(n int, one, many, lang string) string {
	if n == 1 {
		return Number(1, lang) + " " + one
	}
	return Number(int64(n), lang) + " " + many
}

// Count writes n of a noun that the program counts often, named by its Dutch
// singular: Count(2, "melding", "en") is "2 reports". A noun that is not in the
// list is written as it is given, so that a missing line is seen and not lost.
func Count(n int, noun, lang string) string {
	many, oneEN, manyEN, known := forms(noun)
	switch {
	case !known:
		return Number(int64(n), lang) + " " + noun
	case lang == "en":
		return Plural(n, oneEN, manyEN, lang)
	}
	return Plural(n, noun, many, lang)
}

// forms gives the other three forms of a noun. "Uur", "jaar" and "keer" stay
// singular after a number in Dutch ("3 uur").
func forms(noun string) (many, oneEN, manyEN string, known bool) {
	switch noun {
	case "melding":
		return "meldingen", "report", "reports", true
	case "zaak":
		return "zaken", "case", "cases", true
	case "incident":
		return "incidenten", "incident", "incidents", true
	case "maatregel":
		return "maatregelen", "measure", "measures", true
	case "aangifte":
		return "aangiften", "criminal complaint", "criminal complaints", true
	case "voorval":
		return "voorvallen", "event", "events", true
	case "gesprek":
		return "gesprekken", "talk", "talks", true
	case "collega":
		return "collega's", "colleague", "colleagues", true
	case "persoon":
		return "personen", "person", "people", true
	case "bestand":
		return "bestanden", "file", "files", true
	case "rij":
		return "rijen", "row", "rows", true
	case "fout":
		return "fouten", "mistake", "mistakes", true
	case "bericht":
		return "berichten", "message", "messages", true
	case "onderdeel":
		return "onderdelen", "unit", "units", true
	case "uitnodiging":
		return "uitnodigingen", "invitation", "invitations", true
	case "resultaat":
		return "resultaten", "result", "results", true
	}
	return timeForms(noun)
}

func timeForms(noun string) (many, oneEN, manyEN string, known bool) {
	switch noun {
	case "minuut":
		return "minuten", "minute", "minutes", true
	case "uur":
		return "uur", "hour", "hours", true
	case "dag":
		return "dagen", "day", "days", true
	case "werkdag":
		return "werkdagen", "working day", "working days", true
	case "week":
		return "weken", "week", "weeks", true
	case "maand":
		return "maanden", "month", "months", true
	case "jaar":
		return "jaar", "year", "years", true
	case "keer":
		return "keer", "time", "times", true
	}
	return "", "", "", false
}
