package letter

import "slices"

// Form says what a field's value looks like and how it is written.
type Form string

// The forms of a value.
const (
	Line  Form = "regel" // one line
	Prose Form = "tekst" // text; a blank line parts paragraphs, "- " starts a list item
	Lines Form = "lijst" // one item on each line: a list, or "a, b en c" inside a sentence
	Day   Form = "datum" // YYYY-MM-DD in, "6 juli 2026" out
	Date  Form = "dag"   // YYYY-MM-DD in, "maandag 6 juli 2026" out
	Clock Form = "tijd"  // HH:MM
)

// Field is a blank that templates may hold.
type Field struct {
	Name      string
	Form      Form
	Audiences []Audience // who may read it
	Explained string     // in Dutch, for who writes a template or fills it
}

// allFields is put together once: a letter looks a field up for every blank.
var allFields = slices.Concat(commonFields(), behaviourFields(), measureFields(), talkFields(), dataFields(),
	complaintFields(), employeeFields(), policeFields())

// Fields gives every field that exists, in the order of a form.
func Fields() []Field { return slices.Clone(allFields) }

// FieldByName finds a field.
func FieldByName(name string) (Field, bool) {
	at := slices.IndexFunc(allFields, func(f Field) bool { return f.Name == name })
	if at < 0 {
		return Field{}, false
	}
	return allFields[at], true
}

// For reports whether a letter to this reader may hold f.
func (f Field) For(reader Audience) bool { return slices.Contains(f.Audiences, reader) }

func everyone() []Audience { return []Audience{Citizen, Employee, Police} }
func citizen() []Audience  { return []Audience{Citizen} }
func employee() []Audience { return []Audience{Employee} }
func police() []Audience   { return []Audience{Police} }

func commonFields() []Field {
	return []Field{
		{"naam", Line, everyone(), "Naam van wie de brief krijgt: de persoon, of het bureau van de politie. Staat boven het adres."},
		{"adres", Lines, everyone(), "Adres van wie de brief krijgt: straat en nummer, postcode en plaats. Leeg als de brief niet met de post gaat."},
		{"aanhef", Line, everyone(), "Hoe je iemand aanspreekt, zonder ‘Geachte’ of ‘Beste’: heer De Vries, mevrouw Yılmaz, Sam Jansen."},
		{"kenmerk", Line, everyone(), "Nummer van de zaak of de brief."},
		{"datum", Day, everyone(), "Datum van de brief. Wordt vanzelf ingevuld."},
		{"organisatie", Line, everyone(), "Naam van je organisatie. Leeg: de naam van het briefpapier."},
		{"contactpersoon", Line, everyone(), "Naam van wie vragen beantwoordt. Nooit degene die het overkwam."},
		{"contact_telefoon", Line, everyone(), "Telefoonnummer van de contactpersoon of een algemeen nummer."},
		{"contact_email", Line, everyone(), "E-mailadres voor vragen."},
		{"contact_tijden", Line, everyone(), "Wanneer de contactpersoon te bereiken is: op werkdagen van 9:00 tot 12:00 uur."},
		{"ondertekenaar", Line, everyone(), "Naam van wie tekent."},
		{"functie", Line, everyone(), "Functie van wie tekent."},
		{"namens", Line, everyone(), "Namens wie er is besloten, als dat een ander is dan wie tekent: het college van burgemeester en wethouders."},
	}
}

func behaviourFields() []Field {
	both := []Audience{Citizen, Police}
	return []Field{
		{"gedragingen", Lines, both, "Wat iemand deed of zei, met dag en plaats. Feiten, geen oordeel. Eén gedraging per regel."},
		{"norm", Prose, both, "De huisregel of norm die hierover gaat, zo mogelijk letterlijk."},
		{"norm_zichtbaar_sinds", Line, both, "Waar en sinds wanneer die regel te zien is: bij de ingang van het stadhuis, sinds 1 maart 2025."},
		{"eerdere_stappen", Lines, both, "Wat je eerder deed: een gesprek, een waarschuwing. Eén stap per regel, met datum."},
		{"geen_eerdere_stap", Prose, citizen(), "Waarom je niet eerst hebt gewaarschuwd of gepraat, als je dat oversloeg."},
		{"gehoord", Prose, citizen(), "Hoe iemand de eigen kant kon vertellen: gesproken op welke dag, uitgenodigd en niet gekomen, of bij spoed wanneer dat alsnog kan."},
		{"eigen_verhaal", Prose, citizen(), "Wat iemand daar zelf over zei, in de eigen woorden."},
		{"reactie_op_verhaal", Prose, citizen(), "Wat je met dat verhaal hebt gedaan."},
	}
}

func measureFields() []Field {
	return []Field{
		{"maatregel", Line, citizen(), "De maatregel met lidwoord: het pandverbod, de contactbeperking."},
		{"besluit_datum", Day, citizen(), "Dag van het eerdere besluit."},
		{"begin", Day, citizen(), "Eerste dag van de maatregel."},
		{"einde", Day, citizen(), "Laatste dag van de maatregel. Zonder einde is er geen brief."},
		{"oud_einde", Day, citizen(), "Bij een verlenging: de dag waarop de maatregel zou eindigen."},
		{"herbeoordeling", Day, citizen(), "Dag waarop je uiterlijk kijkt of de maatregel nog nodig is."},
		{"reden", Prose, citizen(), "Waarom deze maatregel."},
		{"reden_duur", Prose, citizen(), "Waarom zo lang."},
		{"lichter_overwogen", Prose, citizen(), "Welke lichtere maatregel je hebt overwogen, en waarom die niet genoeg is."},
		{"gebouwen", Lines, citizen(), "De gebouwen waar iemand niet mag komen, met adres. Eén per regel."},
		{"kanalen", Lines, citizen(), "Hoe iemand wél contact mag hebben en hoe vaak. Eén manier per regel."},
		{"vaste_contactpersoon", Line, citizen(), "Naam van de enige medewerker met wie het contact loopt. Nooit degene die het overkwam."},
		{"uitzonderingen", Lines, citizen(), "Wanneer de maatregel niet geldt. Eén uitzondering per regel."},
		{"bereikbaar", Lines, citizen(), "Hoe iemand alles kan blijven regelen: paspoort, aangifte van geboorte of overlijden, uitkering, spoed. Eén per regel."},
		{"gevolg_bij_overtreding", Prose, citizen(), "Wat je doet als het weer gebeurt of als iemand zich niet aan de maatregel houdt. Alleen wat zeker is."},
		{"uitkomst", Prose, citizen(), "Bij een herbeoordeling: blijft de maatregel, wordt hij korter of lichter, of stopt hij."},
		{"opgeheven_op", Day, citizen(), "Eerste dag waarop de maatregel niet meer geldt."},
		{"reden_opheffing", Prose, citizen(), "Waarom de maatregel stopt."},
		{"rechtsmiddel", Prose, citizen(), "Wat iemand kan doen die het er niet mee eens is. Kies een tekst: klacht, bezwaar of rechter."},
	}
}

func talkFields() []Field {
	return []Field{
		{"gesprek_datum", Date, citizen(), "Dag van het gesprek."},
		{"gesprek_tijd", Clock, citizen(), "Tijd van het gesprek."},
		{"gesprek_plaats", Line, citizen(), "Waar het gesprek is, of dat je belt."},
		{"gesprek_met", Line, citizen(), "Met wie het gesprek is. Niet met degene die het overkwam."},
		{"gesprek_duur", Line, citizen(), "Hoe lang het ongeveer duurt: een half uur."},
		{"overwogen_maatregel", Line, citizen(), "De maatregel waar je aan denkt: een pandverbod van drie maanden. Leeg bij een ordegesprek."},
		{"reageren_tot", Date, citizen(), "Laatste dag waarop iemand kan reageren of een andere afspraak kan maken."},
		{"afspraken", Lines, citizen(), "Afspraken die je samen maakte. Eén per regel."},
	}
}

func dataFields() []Field {
	return []Field{
		{"gegevens", Lines, citizen(), "Welke gegevens je bewaart. Eén soort per regel."},
		{"doel", Lines, citizen(), "Waarvoor je de gegevens gebruikt. Eén doel per regel."},
		{"grondslag", Prose, citizen(), "Waarom dat mag: de wet of het belang waarop je steunt."},
		{"ontvangers", Lines, citizen(), "Wie de gegevens kan zien of krijgt. Eén per regel."},
		{"bewaartermijn", Line, citizen(), "Tot wanneer je de gegevens bewaart: tot twaalf maanden na het einde van de maatregel."},
		{"registratie", Prose, citizen(), "Wat je zelf nog over de gegevens wilt zeggen."},
		{"privacy_contact", Line, citizen(), "Waar iemand de gegevens kan opvragen of laten verbeteren: e-mailadres of postadres."},
		{"fg_contact", Line, citizen(), "Hoe de functionaris gegevensbescherming te bereiken is."},
	}
}

func complaintFields() []Field {
	return []Field{
		{"klacht_ontvangen", Day, citizen(), "Dag waarop de klacht over jullie kwam."},
		{"klacht_over", Prose, citizen(), "Waar de klacht over gaat, in gewone woorden."},
		{"onderzocht", Lines, citizen(), "Wat je hebt gedaan om het uit te zoeken. Eén per regel."},
		{"klacht_oordeel", Prose, citizen(), "Wat je van de klacht vindt, in één of twee zinnen: u heeft gelijk, deels gelijk of geen gelijk."},
		{"toelichting", Prose, citizen(), "Waarom je dat vindt."},
		{"klacht_gevolg", Prose, citizen(), "Wat er nu verandert, ook voor een maatregel die nog loopt."},
		{"klacht_adres", Lines, citizen(), "Waar iemand een klacht kan doen: website, postadres, telefoon. Eén per regel."},
		{"ombudsman", Lines, citizen(), "De ombudsman voor jullie organisatie, met telefoon, website en postadres. Eén per regel."},
		{"bezwaar_adres", Line, citizen(), "Waar een bezwaarschrift heen kan."},
		{"juridische_hulp", Line, citizen(), "Waar iemand gratis juridisch advies krijgt, met telefoonnummer."},
	}
}

func employeeFields() []Field {
	return []Field{
		{"incident_datum", Date, []Audience{Employee, Police}, "Dag waarop het gebeurde."},
		{"incident_kort", Prose, employee(), "Wat er gebeurde, in één of twee zinnen, zonder de naam van de veroorzaker."},
		{"gemeld_op", Day, employee(), "Dag waarop de melding kwam."},
		{"wat_gedaan", Lines, employee(), "Wat er met de melding is gedaan. Eén per regel, zonder namen van anderen."},
		{"wat_nog", Lines, employee(), "Wat er nog komt, met dag en met wie dat doet. Eén per regel."},
		{"opvang", Lines, employee(), "De gesprekken die er zijn of komen, met dag en met wie. Eén per regel."},
		{"hulp", Lines, employee(), "Bij wie je collega terecht kan, met telefoonnummer. Eén per regel."},
		{"aangifte_keuze", Prose, employee(), "Wat er kan bij de politie, en wat je collega daarin zelf kiest."},
		{"schade_keuze", Prose, employee(), "Wat er met schade gebeurt."},
		{"geleerd", Prose, employee(), "Wat de organisatie hiervan leert of verandert."},
	}
}

func policeFields() []Field {
	return []Field{
		{"verzoek", Line, police(), "Wat je doet: aangifte, of een melding zonder aangifte."},
		{"aangever", Line, police(), "Wie aangifte of melding doet, en namens wie."},
		{"incident_tijd", Clock, police(), "Tijd waarop het gebeurde."},
		{"incident_plaats", Line, police(), "Waar het gebeurde."},
		{"getroffenen", Lines, police(), "Wie het overkwam: naam, of medewerker met een nummer. Eén per regel."},
		{"identiteit", Prose, police(), "Hoe je de naam van je collega wilt beschermen: adres van de organisatie, of aangifte onder nummer."},
		{"domicilie", Line, police(), "Adres van de organisatie voor alle post in de zaak."},
		{"veroorzaker", Lines, police(), "Wie het deed, voor zover bekend. Eén gegeven per regel."},
		{"letsel_schade", Lines, police(), "Letsel en schade, met bedragen en bewijs. Eén per regel."},
		{"eerder_politie", Lines, police(), "Eerdere incidenten met dezelfde persoon, met datum en nummer. Eén per regel."},
		{"verbod_uitgereikt", Prose, police(), "Welk verbod er gold, en hoe en wanneer de brief is gegeven."},
		{"wensen", Lines, police(), "Wat je collega wil: bericht over de zaak, schade vragen, een gesprek. Eén per regel."},
		{"klacht_termijn", Day, police(), "Laatste dag om vervolging te vragen bij een klachtdelict."},
		{"bijlagen", Lines, police(), "Wat er bij deze brief zit. Eén per regel."},
	}
}
