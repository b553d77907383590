package page

// About is a page of explanation: help, privacy, accessibility.
type About struct {
	Shell
	Heading PageHeading
	Parts   []AboutPart
}

// AboutPart is one heading with a paragraph.
type AboutPart struct{ Title, Text string }

// Failure is the page of an error: what to do, and the number of the request
// by which the administrator finds it in the log.
type Failure struct {
	Shell
	Message string
	Request string
	Status  int
}
