package page

import (
	"io/fs"
	"math"
	"os"
	"testing"
	"testing/fstest"

	"rugdekking/vpt"
)

// gallery is a page that shows every part there is, with words that could
// stand on a real one. It is not part of the program.
type gallery struct {
	Shell
	Heading     PageHeading
	Alarm       Alarm
	Errors      FieldErrors
	Draft       Draft
	Idempotency Idempotency
	Hidden      Hidden
	Kinds       KindTiles
	When        RadioGroup
	Date        DateField
	Time        TimeField
	Unit        Select
	Story       TextArea
	Site        TextField
	Help        CheckboxGroup
	File        FileField
	Buttons     ButtonGroup
	Alerts      []Alert
	Badges      []Badge
	Receipt     Receipt
	Facts       DefinitionList
	Filter      FilterBar
	Cards       CardList
	NoCards     CardList
	Timeline    Timeline
	Tracks      TrackBoard
	Bars        BarChart
	Lines       LineChart
	Table       Table
	NoTable     Table
}

// words are the texts of a language in a test.
type words map[string]string

func (w words) Text(key string) string { return w[key] }

func dutchWords() words {
	return words{
		"schil.naar-inhoud": "Naar de inhoud", "schil.hoofdmenu": "Hoofdmenu", "schil.kruimelpad": "Waar ben je?",
		"schil.help": "Help", "schil.toegankelijk": "Toegankelijkheid", "schil.privacy": "Privacy",
		"schil.zoek-nummer": "Nummer van een melding of zaak", "schil.zoek": "Zoek", "schil.mijn-menu": "Menu van",
		"schil.zoek-voorbeeld": "Nummer, zoals Z-2026-00041", "schil.uitloggen": "Uitloggen", "schil.fout": "Fout", "schil.mislukt": "Dat lukte niet. Probeer het zo nog eens.",
		"deel.niet-verplicht": "(niet verplicht)", "deel.datum-hint": "Bijvoorbeeld: gisteren, 1-7 of 1 juli",
		"deel.tijd-hint": "Bijvoorbeeld: 14:30", "deel.fouten-een": "Er klopt nog 1 ding niet",
		"deel.fouten-meer": "Er kloppen nog %d dingen niet", "deel.preciezer": "Kun je het preciezer zeggen? Overslaan mag.",
		"deel.te-laat": "Te laat", "deel.concept-bewaard": "Concept bewaard om {tijd}",
		"deel.concept-mislukt": "Bewaren lukt nu niet. Je tekst staat nog op deze pagina.",
		"deel.filters":         "Filters", "deel.toon": "Toon", "deel.wis-filters": "Wis alle filters",
		"deel.zichtbaar-voor": "Te zien voor", "deel.alarm": "Ben je in gevaar?",
	}
}

func englishWords() words {
	return words{
		"schil.naar-inhoud": "To the content", "schil.hoofdmenu": "Main menu", "schil.kruimelpad": "Where are you?",
		"schil.help": "Help", "schil.toegankelijk": "Accessibility", "schil.privacy": "Privacy",
		"schil.zoek-nummer": "Number of a report or case", "schil.zoek": "Search", "schil.mijn-menu": "Menu of",
		"schil.zoek-voorbeeld": "Number, such as Z-2026-00041", "schil.uitloggen": "Sign out", "schil.fout": "Error", "schil.mislukt": "That did not work. Please try again.",
		"deel.niet-verplicht": "(optional)", "deel.datum-hint": "For example: yesterday, 1-7 or 1 July",
		"deel.tijd-hint": "For example: 14:30", "deel.fouten-een": "1 thing is not right yet",
		"deel.fouten-meer": "%d things are not right yet", "deel.preciezer": "Can you be more precise? You may skip this.",
		"deel.te-laat": "Late", "deel.concept-bewaard": "Draft saved at {tijd}",
		"deel.concept-mislukt": "Saving does not work now. Your text is still on this page.",
		"deel.filters":         "Filters", "deel.toon": "Show", "deel.wis-filters": "Clear all filters",
		"deel.zichtbaar-voor": "Can be seen by", "deel.alarm": "Are you in danger?",
	}
}

// plainAssets gives addresses without hashes.
type plainAssets struct{}

func (plainAssets) URL(name string) string { return "/static/" + name }

// galleryRenderer has the real shell and parts, and the gallery as a page.
func galleryRenderer(t *testing.T, assets Assets) *Renderer {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(templateFiles, "templates", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(templateFiles, path)
		files[path[len("templates/"):]] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"gallery.gohtml", "handler.gohtml"} {
		content, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: content}
	}
	r, err := parse(files, assets, map[Lang]Texts{Dutch: dutchWords(), English: englishWords()})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func galleryShell() Shell {
	return Shell{
		Lang: Dutch, Title: "Alle delen", Organisation: Organisation{Name: "Gemeente Lindemeer"},
		User: vpt.NewPrivate("Yıldız van der Meulen-Şahin"), SignOut: "/uitloggen", SearchURL: "/zoeken",
		Menu: []Link{{Label: "Mijn gegevens", Href: "/mij"}, {Label: "Weergave en taal", Href: "/mij/weergave"}},
		Nav: []NavItem{
			{Label: "Werkvoorraad", Href: "/werkvoorraad", Icon: "worklist", Current: true},
			{Label: "Meld een incident", Href: "/meldingen/nieuw", Icon: "new"},
			{Label: "Mijn meldingen", Href: "/meldingen", Icon: "reports"},
			{Label: "Cijfers", Href: "/cijfers", Icon: "figures"},
		},
		Crumbs:    []Link{{Label: "Werkvoorraad", Href: "/werkvoorraad"}, {Label: "Zaak 2026-0041"}},
		Flash:     &Alert{Tone: ToneOK, Text: []string{"De waarschuwing is verstuurd. Bram Hofstra krijgt een kopie."}},
		Languages: []Link{{Label: "English", Href: "/mij/taal?taal=en", Lang: English}},
		Script:    ScriptReport, Width: WidthTable, Problem: true,
	}
}

func galleryPage() *gallery {
	errs := FieldErrors{{Name: "omschrijving", Message: "Vertel kort wat er gebeurde"}, {Name: "soorten", Message: "Kies wat er het meest op lijkt"}}
	g := &gallery{
		Shell:       galleryShell(),
		Heading:     PageHeading{Title: "Meld een incident", Lead: "Dit kost je ongeveer anderhalve minuut. Je kunt later altijd meer vertellen.", Badge: &Badge{Tone: ToneInfo, Text: "Concept"}},
		Alarm:       Alarm{Text: "Bel 112.", Label: "Beveiliging", Number: "0599-555112"},
		Errors:      errs,
		Draft:       Draft{URL: "/meldingen/concept", Saved: "14:03"},
		Idempotency: Idempotency{Key: "0192f0c1-7f6a-7c3e-9b1a-5d2f4e6a8b90"},
		Hidden:      Hidden{Name: "kanaal", Value: "web"},
	}
	galleryForm(g, errs)
	galleryMessages(g)
	galleryCase(g)
	galleryFigures(g)
	return g
}

func galleryForm(g *gallery, errs FieldErrors) {
	g.Kinds = NewKindTiles(NewField("soorten", "Wat voor gedrag was het?", "Kies alles wat past. Twijfel je? Kies dan ‘Ik weet het niet zeker’.", errs), []string{"B1"}, []KindTile{
		{Value: "V", Label: "Uitgescholden of vernederd", Example: "“Stomme trut, ga een echte baan zoeken.”"},
		{Value: "B", Label: "Bedreigd", Example: "“Ik weet waar je woont.”", Finer: []Option{{Value: "B1", Label: "Met woorden, recht in het gezicht"}, {Value: "B2", Label: "Met een voorwerp of wapen"}, {Value: "B3", Label: "Tegen mijn gezin of huis"}}},
		{Value: "F", Label: "Geduwd, geslagen, bespuugd", Example: "Hij gaf me een duw tegen de balie."},
		{Value: "O", Label: "Online lastiggevallen", Example: "Mijn naam en foto staan in een Facebookgroep."},
		{Value: "D", Label: "Gediscrimineerd", Example: "“Met jouw soort praat ik niet.”"},
		{Value: "N", Label: "Ik weet het niet zeker", Example: "Het voelde niet goed. Wij kijken mee."},
	})
	g.When = NewRadioGroup(NewField("wanneer", "Wanneer was het?", "", errs), "anders", []Option{
		{Value: "nu", Label: "Nu net"}, {Value: "vandaag", Label: "Vandaag"}, {Value: "gisteren", Label: "Gisteren"}, {Value: "anders", Label: "Anders", Hint: "Vul dan hieronder de dag in."}})
	g.When.Inline = true
	g.Date = NewDateField(NewField("voorgevallenOp", "Welke dag?", "", errs), "maandag")
	g.Time = NewTimeField(Field{Name: "tijdstip", Label: "Hoe laat ongeveer?", Optional: true}, "")
	g.Unit = NewSelect(NewField("onderdeel", "Bij welk team?", "", errs), "kcc", []Option{{Value: "kcc", Label: "Klantcontactcentrum"}, {Value: "wi", Label: "Werk en Inkomen"}, {Value: "th", Label: "Toezicht en Handhaving"}})
	g.Story = NewTextArea(NewField("omschrijving", "Wat gebeurde er?", "Wat zei of deed de ander letterlijk? Je mag schrijven zoals je praat.", errs), "")
	g.Site = NewTextField(Field{Name: "locatie", Label: "Waar was het?", Hint: "Bijvoorbeeld balie 3, aan de telefoon of op straat.", Optional: true}, "Stadhuis, balie 3")
	g.Help = NewCheckboxGroup(Field{Name: "hulpNodig", Label: "Heb je nu hulp nodig?", Optional: true}, []string{"praten"}, []Option{
		{Value: "praten", Label: "Ik wil vandaag met iemand praten", Hint: "Je leidinggevende belt je vóór 17:00."}, {Value: "naar-huis", Label: "Ik wil naar huis"}})
	g.File = FileField{Field: Field{Name: "bewijs", Label: "Foto of bericht toevoegen", Hint: "Bijvoorbeeld een schermafdruk. Tot 25 MB per bestand.", Optional: true}, Accept: "image/*,.pdf", Multiple: true}
	later := SecondaryButton("Bewaar concept", "actie", "concept")
	later.NoValidate = true
	g.Buttons = NewButtonGroup(PrimaryButton("Verstuur je melding"), later, LinkButton(ButtonSubtle, "Stop", "/meldingen"), Button{Kind: ButtonDanger, Label: "Gooi concept weg", Icon: "trash", Name: "actie", Value: "weg"})
}

func galleryMessages(g *gallery) {
	g.Alerts = []Alert{
		{Tone: ToneInfo, Text: []string{"Je zaak wordt vrijdag gesloten als er niets bijkomt."}, Action: &Link{Label: "Vertel er meer over", Href: "/meldingen/2026-0041/aanvulling"}},
		{Tone: ToneOK, Title: "Bewaard", Text: []string{"De afspraak met Fatima staat op donderdag 10:00."}},
		{Tone: ToneWarning, Title: "Nog één ding", Text: []string{"Er is nog geen reactie aan de veroorzaker gekozen."}},
		{Tone: ToneError, Title: "Niet verstuurd", Text: []string{"De mailserver antwoordt niet. We proberen het elk kwartier opnieuw."}},
	}
	g.Badges = []Badge{{Tone: ToneNeutral, Text: "Nieuw"}, {Tone: ToneInfo, Text: "In behandeling"}, {Tone: ToneOK, Text: "Klaar", Icon: "check"}, {Tone: ToneWarning, Text: "Wacht op antwoord"}, {Tone: ToneError, Text: "Niet gelukt"}, LateBadge("2 dagen te laat")}
	g.Receipt = Receipt{Title: "Dit gebeurt er nu", Name: "Bram Hofstra", Function: "Teamleider Klantcontactcentrum", Steps: []ReceiptStep{
		{Icon: "phone", What: "Bram belt je om te vragen hoe het gaat", When: "vóór vandaag 17:00"},
		{Icon: "measure", What: "Bram besluit over een reactie aan de man", When: "vóór morgen 14:00"},
		{Icon: "mail", What: "Je hoort wat er is gedaan", When: "vóór 10 juli"}}}
	g.Facts = DefinitionList{Items: []Definition{{Term: "Nummer", Text: "2026-0041", Href: "/zaken/2026-0041"}, {Term: "Waar", Lines: []string{"Stadhuis Lindemeer", "Balie 3, begane grond"}}, {Term: "Politie", Text: "Aangifte gedaan", Badge: &Badge{Tone: ToneOK, Text: "Ontvangen"}}}}
}

func galleryCase(g *gallery) {
	team := NewSelect(Field{Name: "team", Label: "Team"}, "", []Option{{Value: "kcc", Label: "Klantcontactcentrum"}})
	team.Blank = "Alle teams"
	g.Filter = FilterBar{Action: "/werkvoorraad", Selects: []Select{team}, Dates: []DateField{NewDateField(Field{Name: "vanaf", Label: "Vanaf"}, "1 juli")}, Hidden: []Hidden{{Name: "sorteer", Value: "termijn"}}, Active: true, Result: "2 zaken"}
	call := LinkButton(ButtonSecondary, "Plan het gesprek", "/zaken/2026-0041/opvang")
	decide := SecondaryButton("Kies een reactie", "stap", "reactie")
	g.Cards = CardList{Cards: []Card{
		{Title: "Bedreigd aan balie 3", Href: "/zaken/2026-0041", Sub: true, Late: true, Due: "gisteren 17:00", Badges: []Badge{{Tone: ToneInfo, Text: "Bedreiging"}}, Facts: []Definition{{Term: "Getroffen", Text: "Fatima el Amrani"}, {Term: "Gemeld", Text: "maandag 09:12"}}, Action: &call},
		{Title: "Uitgescholden aan de telefoon", Href: "/zaken/2026-0038", Sub: true, Due: "vóór morgen 14:00", Facts: []Definition{{Term: "Getroffen", Text: "Sjoerd Dijkstra"}}, Action: &decide, Post: "/zaken/2026-0038/stappen", Hidden: []Hidden{{Name: IdempotencyName, Value: "k-38"}}}},
		More: Pagination{Href: "/werkvoorraad?na=38", Label: "Toon de volgende 25", Count: "2 van 31"}}
	report := LinkButton(ButtonPrimary, "Meld een incident", "/meldingen/nieuw")
	g.NoCards = CardList{Empty: EmptyState{Icon: "inbox", Title: "Hier staan straks je meldingen", Text: "Is er iets gebeurd, ook iets kleins? Meld het, dan doen wij er iets mee.", Action: &report}}
	g.Timeline = Timeline{Entries: []TimelineEntry{
		{Moment: MomentNext, When: "vóór vrijdag 12:00", Title: "Tweede gesprek met Bram", Late: true},
		{Moment: MomentNow, When: "vandaag 10:40", DateTime: "2026-07-06T10:40", Title: "De man krijgt een waarschuwing per brief", By: "Bram Hofstra", VisibleTo: "jou, Bram en de coördinator", Action: &Link{Label: "Bekijk de brief", Href: "/zaken/2026-0041/brieven/1"}},
		{Moment: MomentPast, When: "gisteren 09:12", DateTime: "2026-07-05T09:12", Title: "Je deed een melding", Text: []string{"Je leidinggevende heeft met de man gesproken. Hij krijgt een brief."}, Origin: "uit zaak 2026-0039"}}}
	g.Tracks = TrackBoard{Title: "Vijf sporen", Tracks: []Track{
		{Name: "Opvang", State: TrackBusy, StateText: "Eerste gesprek gehad", Clock: "tweede gesprek vóór 20 juli", Next: &Link{Label: "Plan het gesprek", Href: "/zaken/2026-0041/opvang"}},
		{Name: "Reactie", State: TrackOpen, StateText: "Nog niet gekozen", Clock: "gisteren 17:00", Late: true, Next: &Link{Label: "Kies een reactie", Href: "/zaken/2026-0041/maatregelen"}},
		{Name: "Politie", State: TrackDone, StateText: "Aangifte gedaan op 3 juli", Note: "Kenmerk bij de coördinator"},
		{Name: "Schade", State: TrackNotApplicable, StateText: "Niet van toepassing: geen schade"},
		{Name: "Terugkoppeling", State: TrackOpen, StateText: "Nog niet begonnen", Clock: "vóór 10 juli"}}}
}

func galleryFigures(g *gallery) {
	g.Bars = BarChart{ID: "soort", Title: "Meldingen per soort", Description: "Verbaal komt het meest voor, met 22 van de 38 meldingen.", Source: "Bron: meldingen van 1 januari tot en met 30 juni 2026", Bars: []Bar{
		{Label: "Verbale agressie", Value: 22, Text: "22"}, {Label: "Bedreiging en intimidatie", Value: 9, Text: "9", Series: 1}, {Label: "Fysieke agressie", Value: 6, Text: "6", Series: 2}, {Label: "Overig", Value: 1, Text: "minder dan 5", Series: 4}}}
	g.Lines = LineChart{ID: "maanden", Title: "Meldingen per maand", Description: "Balie piekt in maart; de telefoon blijft gelijk.", Moments: []string{"januari", "februari", "maart", "april", "mei", "juni"}, TopText: "12 meldingen", Top: 12, Lines: []Line{
		{Name: "Balie", Values: []float64{4, 6, 11, 7, 5, 6}}, {Name: "Telefoon", Values: []float64{3, 3, 4, math.NaN(), 4, 5}}}}
	g.Table = Table{ID: "tabel-soort", Caption: "Meldingen per soort en team", Columns: []Column{{Label: "Soort"}, {Label: "Klantcontactcentrum", Numeric: true}, {Label: "Werk en Inkomen", Numeric: true}, {Label: "Stand"}},
		Rows: []Row{{Cells: []Cell{{Text: "Verbaal", Href: "/cijfers/verbaal"}, {Text: "14"}, {Text: "8"}, {Badge: &Badge{Tone: ToneOK, Text: "Op tijd"}}}}, TextRow("Bedreiging", "5", "4", "Op tijd")},
		Foot: []Row{TextRow("Totaal", "19", "12", "")}}
	g.NoTable = Table{ID: "tabel-leeg", Caption: "Verboden", Empty: EmptyState{Title: "Nu geldt er geen pandverbod", Text: "Geldt er een verbod, dan staat hier voor wie, tot wanneer en wat je doet."}}
}
