// Package page turns what a use case answered into HTML: one struct per page,
// one template of the same name, and the parts that pages share.
//
// It exists so that no handler writes HTML and no page decides anything: what
// a person may do arrives as a flag, what a person reads arrives as a text. It
// is one of the few places that reveal vpt.Private. It must never import app,
// ask a database or a clock, or carry an inline style or script, which the
// content security policy refuses anyway.
//
// A page is a struct that embeds Shell, and templates/<name>.gohtml that
// defines "content":
//
//	type Receipt struct {
//		Shell
//		Handler page.Definition
//		…
//	}
//
//	{{define "content"}}
//	{{template "page-heading" .Heading}}
//	{{template "receipt" .Steps}}
//	{{end}}
//
// In every template {{t "key"}} gives a text in the language of the page, and
// {{icon "clock"}} a drawing that readers of the screen aloud skip. The parts
// are documented at their structs; the name in quotes there is the name for
// {{template}}.
package page

// Lang is the language of a page, as in the lang attribute.
type Lang string

// The languages the product speaks.
const (
	Dutch   Lang = "nl"
	English Lang = "en"
)

// Texts gives the words of one language. A key without a text answers the
// empty string.
type Texts interface{ Text(key string) string }

// TextKeys lists the keys that the shell and the shared parts ask for. New
// refuses a language that lacks one of them, so that a missing word shows at
// the start and not on a page.
func TextKeys() []string {
	return []string{
		"schil.naar-inhoud",    // Naar de inhoud
		"schil.hoofdmenu",      // Hoofdmenu
		"schil.kruimelpad",     // Waar ben je?
		"schil.help",           // Help
		"schil.toegankelijk",   // Toegankelijkheid
		"schil.privacy",        // Privacy
		"schil.zoek-nummer",    // Nummer van een melding of zaak
		"schil.zoek",           // Zoek
		"schil.mijn-menu",      // Menu van
		"schil.zoek-voorbeeld", // Nummer, zoals Z-2026-00041
		"schil.uitloggen",      // Uitloggen
		"schil.mislukt",        // Dat lukte niet. Probeer het zo nog eens.
		"schil.fout",           // Fout
		"deel.niet-verplicht",  // (niet verplicht)
		"deel.datum-hint",      // Bijvoorbeeld: gisteren, 1-7 of 1 juli
		"deel.tijd-hint",       // Bijvoorbeeld: 14:30
		"deel.fouten-een",      // Er klopt nog 1 ding niet
		"deel.fouten-meer",     // Er kloppen nog %d dingen niet
		"deel.preciezer",       // Kun je het preciezer zeggen? Overslaan mag.
		"deel.te-laat",         // Te laat
		"deel.concept-bewaard", // Concept bewaard om {tijd}
		"deel.concept-mislukt", // Bewaren lukt nu niet. Je tekst staat nog op deze pagina.
		"deel.filters",         // Filters
		"deel.toon",            // Toon
		"deel.wis-filters",     // Wis alle filters
		"deel.zichtbaar-voor",  // Te zien voor
		"deel.alarm",           // Ben je in gevaar?
	}
}

// View is a page: a struct that embeds Shell. The method is unexported, so
// nothing else can be rendered by accident.
type View interface{ pageShell() *Shell }
