package page

// Tone is what a message or a badge means. The words must say it as well.
type Tone string

// The tones. ToneDue is for what must be done by somebody now.
const (
	ToneInfo    Tone = "info"
	ToneOK      Tone = "ok"
	ToneWarning Tone = "warning"
	ToneError   Tone = "error"
	ToneNeutral Tone = "neutral"
	ToneDue     Tone = "due"
)

// Alert is a message on the page: "alert". ToneNeutral and ToneDue are for
// badges only.
type Alert struct {
	Tone   Tone
	Title  string
	Text   []string // paragraphs
	Lines  []Link   // a list of what to do, each leading to where; may be empty
	Action *Link
}

// Icon is the drawing that goes with the tone.
func (a Alert) Icon() string {
	switch a.Tone {
	case ToneOK:
		return "check"
	case ToneWarning:
		return "warning"
	case ToneError:
		return "error"
	}
	return "info"
}

// Urgent reports whether a screen reader must hear it at once.
func (a Alert) Urgent() bool { return a.Tone == ToneError }

// Badge is a short state in words: "badge".
type Badge struct {
	Tone Tone
	Text string
	Icon string // may be empty
}

// LateBadge says that a term has passed, by icon, words and colour.
func LateBadge(text string) Badge { return Badge{Tone: ToneDue, Text: text, Icon: "late"} }

// ButtonKind is how much weight a button has. A page has one primary button.
type ButtonKind string

// The kinds of buttons.
const (
	ButtonPrimary   ButtonKind = "primary"
	ButtonSecondary ButtonKind = "secondary"
	ButtonSubtle    ButtonKind = "subtle"
	ButtonDanger    ButtonKind = "danger"
)

// Button sends the form it stands in, or leads to Href: "button".
type Button struct {
	Kind       ButtonKind
	Label      string
	Href       string // when set it is a link that looks like a button
	Icon       string
	Name       string // sent with the form when this button was used
	Value      string
	FormAction string // another address than that of the form
	Form       string // id of the form, when the button stands outside of it
	NoValidate bool   // save without complaints, for "Bewaar concept"
}

// PrimaryButton sends the form.
func PrimaryButton(label string) Button { return Button{Kind: ButtonPrimary, Label: label} }

// SecondaryButton sends the form in another way: name and value say which.
func SecondaryButton(label, name, value string) Button {
	return Button{Kind: ButtonSecondary, Label: label, Name: name, Value: value}
}

// LinkButton leads to another page.
func LinkButton(kind ButtonKind, label, href string) Button {
	return Button{Kind: kind, Label: label, Href: href}
}

// ButtonGroup puts buttons beside each other, the first act first:
// "button-group".
type ButtonGroup struct{ Buttons []Button }

// NewButtonGroup makes a group.
func NewButtonGroup(buttons ...Button) ButtonGroup { return ButtonGroup{buttons} }

// Card is one thing to do or to open in a list of cards: "card"; the whole
// list, with its empty state: "card-list".
type Card struct {
	Title  string
	Href   string
	Sub    bool // stands under an h2, so its title is an h3
	Badges []Badge
	Facts  []Definition // who, what, since when
	Due    string       // "vóór morgen 14:00"
	Late   bool
	Text   []string
	Action *Button // the one next step
	Hidden []Hidden
	Post   string // address that Action posts to; empty when Action is a link
}

// CardList is a list of cards.
type CardList struct {
	Cards []Card
	Empty EmptyState
	More  Pagination
}

// Definition is a term with what it is.
type Definition struct {
	Term     string
	TermHref string // where the term leads
	Text     string
	Lines    []string // instead of Text when it is more than one line
	Href     string
	Badge    *Badge
}

// DefinitionList is a list of terms, beside each other where it fits:
// "definitions".
type DefinitionList struct{ Items []Definition }

// EmptyState says what will stand here and what to do: "empty-state".
type EmptyState struct {
	Title  string
	Text   string
	Icon   string
	Action *Button
}

// Pagination leads on in a list; shows nothing when Href is empty:
// "pagination".
type Pagination struct {
	Href  string
	Label string // "Toon de volgende 25"
	Count string // "25 van 118"
}

// FilterBar is a form by GET, so that filters stay in the address:
// "filter-bar".
type FilterBar struct {
	Action  string
	Selects []Select
	Texts   []TextField
	Dates   []DateField
	Hidden  []Hidden
	Active  bool   // some filter is on: shows a link that clears them
	Result  string // "38 zaken"; told after filtering
}
