package page

// About is a page of explanation: help, privacy, accessibility.
type About struct {
	Shell
	Heading PageHeading
	Parts   []AboutPart
	Links   []Link
}

// AboutPart is one heading with its paragraphs.
type AboutPart struct {
	Title string
	Text  []string
}

// NewAboutPart makes a part; each line of text is a paragraph.
func NewAboutPart(title, text string) AboutPart { return AboutPart{title, paragraphs(text)} }

// Failure is the page of an error: what to do, and the number of the request
// by which the administrator finds it in the log.
type Failure struct {
	Shell
	Message string
	Request string
	Status  int
}
