package page

import (
	"strings"

	"rugdekking/vpt"
)

// Shell is what every page has around its content. Embed it in the struct of
// a page; the handler fills it in one place for all pages.
type Shell struct {
	Lang         Lang
	Title        string // names this page in the browser's tab; unique per page
	Organisation Organisation
	User         vpt.Private // name of the person signed in; empty on public pages
	Menu         []Link      // links in the menu under the name, such as "Weergave"
	SignOut      string      // address that a POST signs out at; empty when nobody is signed in
	Nav          []NavItem   // at most four for the role
	Crumbs       []Link      // the way up, the page itself last and without Href
	Flash        *Alert      // what the last act did, shown once
	SearchURL    string      // number search for roles that have it; empty for the others
	Languages    []Link      // to the same page in another language
	Colours      Colours
	Script       Script
	Width        Width
	Problem      bool // the page answers a form that was not right: the title then begins with "Fout"
}

// pageShell lets every struct that embeds Shell be rendered.
func (s *Shell) pageShell() *Shell { return s }

// UserName reveals the name of the person signed in, to show it to that person.
func (s *Shell) UserName() string { return s.User.Reveal() }

// Organisation is whose house this is.
type Organisation struct {
	Name       string
	ThemeClass string // class on <html>, such as "org-lindemeer"; empty for the product's own look
	ThemeURL   string // address of its style sheet; empty for none
	LogoURL    string // address of its logo; empty shows the name in words
}

// Colours is what a person chose: light, dark, or what the device says.
type Colours string

// The choices of colours.
const (
	ColoursAuto  Colours = ""
	ColoursLight Colours = "light"
	ColoursDark  Colours = "dark"
)

// Script names the script of a page. A page works without it.
type Script string

// The scripts. ScriptReport is small and holds what the reporting form needs;
// ScriptApp brings htmx for the pages of people who handle cases.
const (
	NoScript     Script = ""
	ScriptReport Script = "report.js"
	ScriptApp    Script = "app.js"
)

// Width is how wide the content may become.
type Width string

// WidthReading holds lines to 72 characters; WidthTable gives lists and boards
// 1200 pixels.
const (
	WidthReading Width = ""
	WidthTable   Width = "wide"
)

// NavItem is one of the at most four places of a role: in the bar below on a
// phone, in the rail on a desk.
type NavItem struct {
	Label   string
	Href    string
	Icon    string
	Current bool // this page, or a page under it
}

// Link is a place to go to. In a breadcrumb the last one has no Href.
type Link struct {
	Label string
	Href  string
	Lang  Lang // language of the page it leads to, when that differs
}

// PageHeading is the one h1 of a page, with a sentence under it: "page-heading".
type PageHeading struct {
	Title string
	Lead  string // what this page is for, or the answer in one sentence; may be empty
	Badge *Badge
}

// Alarm is the line above everything on the reporting form: "alarm".
type Alarm struct {
	Text   string // "Bel 112."
	Number string // the internal alarm number; may be empty
	Label  string // what the internal number is called
}

// Shown is the number as it is read: it does not break at the end of a line.
func (a Alarm) Shown() string { return unbroken(a.Number) }

func unbroken(number string) string {
	return strings.NewReplacer("-", "\u2011", " ", "\u00a0").Replace(number)
}
