package vpt

// LinkKind says why two cases belong together.
type LinkKind string

// The links. Each is made by a handler who looked: nothing is matched.
const (
	LinkEarlier LinkKind = "zelfde-persoon"
	LinkBreach  LinkKind = "overtreding-maatregel"
)

// CaseLink leads from a case to an earlier one.
type CaseLink struct {
	ID      string
	Kind    LinkKind
	Earlier bool   // the other case came before this one
	Number  string // of the other case
	On      Date   // of the other incident
	Verdict Verdict
	Class   int
	Measure MeasureID // breach: which measure
	Kinds   []string  // measures that were taken in the other case
	MayOpen bool      // the viewer may open the other case
}

// LinkCase is the input for saying that an earlier case has the same
// instigator. Why is what the handler saw that by.
type LinkCase struct {
	Case    string
	Earlier string // number
	Once    Once
}

// Validate checks the input.
func (in LinkCase) Validate() error {
	var p Problems
	p.Require("earlier", in.Earlier == "")
	if in.Earlier != "" && in.Earlier == in.Case {
		p.Add("earlier", "dezelfde-zaak")
	}
	return p.Err()
}

// UnlinkCase is the input for taking such a link away.
type UnlinkCase struct {
	Case string
	ID   string
	Once Once
}
