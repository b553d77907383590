package nl

// evidenceTexts are the words of files that are added as evidence.
func evidenceTexts() map[string][2]string {
	return map[string]pair{
		"bewijs.kop":         {"Bewijs", "Evidence"},
		"bewijs.leeg":        {"Er zijn nog geen bestanden toegevoegd.", "No files were added yet."},
		"bewijs.kies":        {"Kies een foto, bericht of document", "Choose a photo, message or document"},
		"bewijs.kies-uitleg": {"Hooguit 25 MB per bestand: foto, pdf, e-mail, Word, tekst of geluid. We bewaren het versleuteld.", "At most 25 MB per file: photo, PDF, e-mail, Word, text or sound. We store it encrypted."},
		"bewijs.voeg-toe":    {"Voeg toe", "Add"},
		"bewijs.download":    {"Download {naam}", "Download {naam}"},
		"bewijs.voorbeeld":   {"Klein voorbeeld van {naam}", "Small preview of {naam}"},
		"bewijs.verwijderd":  {"Verwijderd", "Removed"},
		"bewijs.verwijder":   {"Verwijder {naam}", "Remove {naam}"},
		"bewijs.waarom":      {"Waarom: {tekst}", "Why: {tekst}"},

		"bewijs.soort-image/jpeg":                 {"Foto", "Photo"},
		"bewijs.soort-image/png":                  {"Afbeelding", "Image"},
		"bewijs.soort-image/heic":                 {"Foto", "Photo"},
		"bewijs.soort-image/webp":                 {"Afbeelding", "Image"},
		"bewijs.soort-application/pdf":            {"Pdf", "PDF"},
		"bewijs.soort-message/rfc822":             {"E-mail", "E-mail"},
		"bewijs.soort-application/vnd.ms-outlook": {"E-mail", "E-mail"},
		"bewijs.soort-application/vnd.openxmlformats-officedocument.wordprocessingml.document": {"Document", "Document"},
		"bewijs.soort-application/vnd.oasis.opendocument.text":                                 {"Document", "Document"},
		"bewijs.soort-text/plain": {"Tekst", "Text"},
		"bewijs.soort-audio/mpeg": {"Geluid", "Sound"},
		"bewijs.soort-audio/mp4":  {"Geluid", "Sound"},
		"bewijs.soort-audio/ogg":  {"Geluid", "Sound"},
		"bewijs.soort-audio/wav":  {"Geluid", "Sound"},

		"fout.evidence.verplicht": {"Kies eerst een bestand.", "First choose a file."},
		"fout.bestand-te-groot":   {"Dit bestand is groter dan 25 MB. Maak het kleiner of deel het op.", "This file is larger than 25 MB. Make it smaller or split it."},
		"fout.bestandstype":       {"Dit soort bestand kunnen we niet bewaren. Kies een foto, pdf, e-mail, Word-document, tekst of geluid.", "We cannot store this kind of file. Choose a photo, PDF, e-mail, Word document, text or sound."},
		"fout.leeg-bestand":       {"Dit bestand is leeg.", "This file is empty."},
		"fout.te-veel-bestanden":  {"Er staan al twintig bestanden bij deze zaak. Meer kan niet.", "There are twenty files with this case already. There is no room for more."},
		"fout.te-veel-bytes":      {"Samen worden de bestanden groter dan 100 MB. Dit past er niet meer bij.", "Together the files would be larger than 100 MB. This one does not fit."},
		"fout.geen-voorbeeld":     {"Van dit bestand kunnen we geen voorbeeld maken. Download het.", "We cannot make a preview of this file. Download it."},
	}
}
