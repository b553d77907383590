package letter

import "strconv"

// ProblemCodes gives every code with which Parse, ParseRemedies and Fill refuse.
func ProblemCodes() []string {
	return []string{
		"brief-te-groot", "brief-onleesbaar", "onbekende-brief", "andere-lezer", "versie", "onbekende-maatregel",
		"te-veel-blokken", "bloknaam", "blok-ontbreekt", "blok-dubbel", "blok-leeg", "blok-te-lang", "blok-alleen-soms",
		"onbekend-veld-in-brief", "veld-niet-voor-lezer", "veld-ontbreekt", "veld-alleen-soms", "veld-in-kop", "veldnaam-onleesbaar",
		"deel-niet-gesloten", "deel-niet-geopend", "deel-eigen-regel", "delen-te-diep", "accolades", "sterretjes",
		"herbeoordeling-na-einde", "niet-later", "al-voorbij", "onbekende-clausule",
		"verplicht", "te-lang", "vreemde-tekens", "geen-datum", "geen-tijd", "einde-voor-begin", "onbekend-veld",
	}
}

func blockPath(name string) string { return "blokken." + name }

// position is the path of a block whose name cannot be repeated.
func position(index int) string { return blockPath(strconv.Itoa(index + 1)) }

func fieldPath(path, field string) string {
	if field == "" {
		return path
	}
	return path + "." + field
}
