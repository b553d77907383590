package vpt

// CodeList names one of the lists that organisations may adapt.
type CodeList string

// The code lists. Each organisation has its own numbered versions of each.
const (
	KindList     CodeList = "soorten"
	ChannelList  CodeList = "kanalen"
	TriggerList  CodeList = "aanleidingen"
	NatureList   CodeList = "aard"
	InjuryList   CodeList = "letsel"
	CauseList    CodeList = "oorzaken"
	MeasureList  CodeList = "maatregelen"
	RelationList CodeList = "relaties"
)

// RollUp is the line of the half-year figures that a kind counts in.
type RollUp string

// The four lines, in the order in which they are printed.
const (
	RollUpVerbal   RollUp = "verbaal"
	RollUpThreat   RollUp = "bedreiging"
	RollUpPhysical RollUp = "fysiek"
	RollUpOther    RollUp = "overig"
)

// RollUps gives the lines in print order.
func RollUps() []RollUp { return []RollUp{RollUpVerbal, RollUpThreat, RollUpPhysical, RollUpOther} }

// Code is one entry of one version of a code list. A code is never reused or
// given another meaning, only retired.
type Code struct {
	List       CodeList
	Version    int
	Code       string
	Group      string // code of the group above it; "" for a group or in a flat list
	LabelNL    string
	LabelEN    string
	TileNL     string // groups of kinds: the words on the form
	TileEN     string
	Definition string
	Example    string
	ExampleEN  string
	RollUp     RollUp // kinds only
	Class      int    // kinds: default severity class 1–4; measures: step of the ladder; 0 for none
	Sort       int
	Retired    bool
	Choosable  bool // may be chosen in a form
}

// Label gives the label in a language, Dutch unless lang is "en".
func (c Code) Label(lang string) string {
	if lang == "en" && c.LabelEN != "" {
		return c.LabelEN
	}
	return c.LabelNL
}

// CodeSet is one version of one list, in its order.
type CodeSet struct {
	List    CodeList
	Version int
	Codes   []Code
}

// ByCode finds an entry.
func (s CodeSet) ByCode(code string) (Code, bool) {
	for _, c := range s.Codes {
		if c.Code == code {
			return c, true
		}
	}
	return Code{}, false
}

// Label gives the label of a code, the code itself when the list lacks it.
func (s CodeSet) Label(code, lang string) string {
	if c, ok := s.ByCode(code); ok {
		return c.Label(lang)
	}
	return code
}

// Finest leaves out a group when a finer code of that group was chosen too:
// both come from one form, and the finer one says what was meant.
func (s CodeSet) Finest(codes []string) []string {
	finer := map[string]bool{}
	for _, code := range codes {
		if c, ok := s.ByCode(code); ok && c.Group != "" {
			finer[c.Group] = true
		}
	}
	var out []string
	for _, code := range codes {
		if !finer[code] {
			out = append(out, code)
		}
	}
	return out
}

// Choosable reports whether code may be chosen in a form of this version.
func (s CodeSet) Choosable(code string) bool {
	c, ok := s.ByCode(code)
	return ok && c.Choosable && !c.Retired
}

// CodeRef is a code with the version of the list it was taken from.
type CodeRef struct {
	Version int
	Code    string
}

// CodeLists gives all code lists.
func CodeLists() []CodeList {
	return []CodeList{KindList, ChannelList, TriggerList, NatureList, InjuryList, CauseList, MeasureList, RelationList}
}
