package vpt

import "strings"

// FigureLine is one line of a table of figures. Permille is in tenths of a
// percent of Base, rounded half up; NoPercentage when the base is under five or
// none belongs.
type FigureLine struct {
	Code       string
	LabelNL    string
	LabelEN    string
	Count      int
	Base       int
	Permille   int
	CountPrior int // the same in the period before
}

// NoPercentage marks a line that has none.
const NoPercentage = -1

// MinimumBase is the smallest base that a percentage is given for.
const MinimumBase = 5

// Permille gives k of n in tenths of a percent, rounded half up, and
// NoPercentage when n is under the minimum base.
func Permille(k, n int) int {
	if n < MinimumBase {
		return NoPercentage
	}
	return (2000*k + n) / (2 * n)
}

// PoliceFigures counts cases, each once.
type PoliceFigures struct {
	Notices         int
	Complaints      int
	Undistinguished int
	Total           int
}

// Figures are the figures of an organisation over a period: the
// cohort is the reports with a reporting date in it. What hangs on a case
// (measures, police) counts in the period of the case's earliest report.
type Figures struct {
	Organisation  Organisation
	Units         []string // names, when the figures are of these units only
	Period        Period
	PriorPeriod   Period
	Partial       bool // the period is not over yet
	Reports       int
	ReportsPrior  int
	Kinds         []FigureLine // the four lines; a report counts once in each
	Measures      []FigureLine
	NoReaction    int // reports whose case has no measure that is a reaction
	NoReactPrior  int
	Police        PoliceFigures
	PolicePrior   PoliceFigures
	Withdrawn     int
	Duplicate     int
	Merged        int
	NoAggression  int
	Imported      int // reports that came from an old register
	ReactionTimed int // reports whose case has a reaction clock that was met or ran out
	ReactionIn24h int // of those, met in time (24 hours unless the organisation chose otherwise)
	FeedbackTimed int
	FeedbackSent  int
	Months        []MonthCount
	Versions      []int    // versions of the kinds list that are mixed
	Remarks       []string // codes of sentences that belong with the figures
	MayDrill      bool
}

// MonthCount is the number of reports in one month, YYYY-MM.
type MonthCount struct {
	Month   string
	Count   int
	Partial bool
}

// The remarks that figures may carry.
const (
	RemarkManyKinds     = "meer-soorten-per-melding"
	RemarkNoTotal       = "geen-totaal-over-soorten"
	RemarkSmallBase     = "kleine-basis"
	RemarkPartial       = "periode-niet-om"
	RemarkMixedVersions = "meer-versies-codelijst"
	RemarkPoliceOnce    = "politie-per-zaak"
	RemarkImported      = "overgenomen-register"
)

// Remarks gives all remarks, in the order in which they are printed.
func Remarks() []string {
	return []string{
		RemarkPartial, RemarkManyKinds, RemarkNoTotal, RemarkSmallBase, RemarkPoliceOnce, RemarkMixedVersions, RemarkImported,
	}
}

// FigureRef names a figure whose reports one may want to see, as it stands in
// an address: "meldingen", "soort.verbaal", "maatregel.M1", "politie.aangifte".
type FigureRef string

// The figures without a code behind a dot; KindRef, MeasureRef and PoliceRef
// make the others.
const (
	RefReports      FigureRef = "meldingen"
	RefNoReaction   FigureRef = "geen-reactie"
	RefPolice       FigureRef = "politie"
	RefWithdrawn    FigureRef = "ingetrokken"
	RefDuplicate    FigureRef = "dubbel"
	RefMerged       FigureRef = "samengevoegd"
	RefNoAggression FigureRef = "geen-agressie"
)

// FigureRefs gives the figures without a code behind a dot.
func FigureRefs() []FigureRef {
	return []FigureRef{RefReports, RefNoReaction, RefPolice, RefWithdrawn, RefDuplicate, RefMerged, RefNoAggression}
}

// KindRef names a line of the kinds.
func KindRef(line string) FigureRef { return FigureRef("soort." + line) }

// MeasureRef names a measure.
func MeasureRef(code string) FigureRef { return FigureRef("maatregel." + code) }

// PoliceRef names one sort of police record.
func PoliceRef(kind PoliceKind) FigureRef { return FigureRef("politie." + string(kind)) }

// Split gives the figure and the code behind the dot.
func (r FigureRef) Split() (figure FigureRef, code string) {
	name, code, _ := strings.Cut(string(r), ".")
	return FigureRef(name), code
}

// DrillLine is one report behind a figure, for who may see cases.
type DrillLine struct {
	Number     string // for the address
	Report     string // to show: the number of the old register leads
	Case       string
	ReportedOn Date
	OccurredOn Date
	Kinds      []CodeRef
	State      CaseState
	Verdict    Verdict
}

// Drill is a page of reports behind a figure.
type Drill struct {
	Lines    []DrillLine
	Next     string // where the next page begins; empty at the end
	Circles  bool   // reports of closed circles are counted, but not among the lines
	Kinds    CodeSet
	Measures CodeSet
}

// DrillQuery asks for the reports behind a figure.
type DrillQuery struct {
	Period Period
	Figure FigureRef
	After  string // Next of the page before
	Limit  int    // 1 to 200; 0 for 100
}

// ValidPeriod checks the period of figures: real days, in order, at most ten
// years.
func ValidPeriod(p Period) error {
	var problems Problems
	for _, end := range []struct {
		path string
		day  Date
	}{{"datumVanaf", p.From}, {"datumTot", p.To}} {
		switch {
		case end.day == "":
			problems.Add(end.path, "verplicht")
		case !end.day.Valid():
			problems.Add(end.path, "geen-datum")
		}
	}
	switch {
	case problems.Any():
	case p.To < p.From:
		problems.Add("datumTot", "einde-voor-begin")
	case p.Days() > 3660:
		problems.Add("datumTot", "periode-te-lang")
	}
	return problems.Err()
}
