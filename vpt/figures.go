package vpt

// FigureLine is one line of a table of figures. Percentage is in tenths of a
// percent of Base, rounded half up; -1 when the base is under five or none
// belongs.
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

// Figures are the half-year figures of an organisation (decision 17): the
// cohort is the reports with a reporting date in the period.
type Figures struct {
	Organisation  Organisation
	Period        Period
	PriorPeriod   Period
	Partial       bool // the period runs past today
	Reports       int
	ReportsPrior  int
	Kinds         []FigureLine // the four lines; a report counts once in each
	Measures      []FigureLine
	NoReaction    int
	NoReactPrior  int
	Police        PoliceFigures
	Withdrawn     int
	Duplicate     int
	Merged        int
	NoAggression  int
	ReactionTimed int // reports whose case has a reaction clock
	ReactionIn24h int // of those, reacted in time
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

// DrillLine is one report behind a figure, for who may see cases.
type DrillLine struct {
	Report     string
	Case       string
	ReportedOn Date
	OccurredOn Date
	Kinds      []CodeRef
	State      CaseState
}
