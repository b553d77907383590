package vpt

// RegisterRow is one row of an old register, understood: the input of an
// import. It makes a report and a closed case and starts no clocks.
type RegisterRow struct {
	Line       int
	Number     string // [A-Za-z0-9._-]{1,40}
	ReportedOn Date
	OccurredOn Date
	Kinds      []string
	Measures   []string
	Police     PoliceKind // empty: none
	Unit       UnitID
	Site       SiteID
	Channel    string
}

// Validate checks the row against itself and today.
func (r RegisterRow) Validate(today Date) error {
	var p Problems
	p.Require("nummer", r.Number == "")
	if r.Number != "" && !validLegacyNumber(r.Number) {
		p.Add("nummer", "ongeldig-nummer")
	}
	p.Require("meldingsdatum", r.ReportedOn == "")
	registerDay(&p, "meldingsdatum", r.ReportedOn, today)
	registerDay(&p, "incidentdatum", r.OccurredOn, today) // an old register may not have it
	if r.OccurredOn.Valid() && r.ReportedOn.Valid() && r.OccurredOn > r.ReportedOn {
		p.Add("incidentdatum", "na-meldingsdatum")
	}
	p.Require("soorten", len(r.Kinds) == 0)
	p.MaxLen("soorten", len(r.Kinds), 12)
	p.MaxLen("maatregelen", len(r.Measures), 20)
	return p.Err()
}

// NumberIsValid reports whether the number can be one of an old register.
func (r RegisterRow) NumberIsValid() bool { return r.Number != "" && validLegacyNumber(r.Number) }

func registerDay(p *Problems, path string, day, today Date) {
	switch {
	case day == "":
	case !day.Valid():
		p.Add(path, "geen-datum")
	case day > today:
		p.Add(path, "in-de-toekomst")
	}
}

func validLegacyNumber(s string) bool {
	for i := range len(s) {
		c := s[i]
		ok := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '.' || c == '_' || c == '-'
		if !ok {
			return false
		}
	}
	return len(s) <= 40
}

// RegisterColumn names what a column of an old register holds.
type RegisterColumn string

// The columns an import understands.
const (
	ColumnNumber       RegisterColumn = "nummer"
	ColumnOrganisation RegisterColumn = "organisatie"
	ColumnReportedOn   RegisterColumn = "meldingsdatum"
	ColumnOccurredOn   RegisterColumn = "incidentdatum"
	ColumnKinds        RegisterColumn = "soorten"
	ColumnMeasures     RegisterColumn = "maatregelen"
	ColumnPolice       RegisterColumn = "politie"
	ColumnUnit         RegisterColumn = "onderdeel"
	ColumnSite         RegisterColumn = "locatie"
	ColumnChannel      RegisterColumn = "kanaal"
)

// RegisterColumns gives all columns.
func RegisterColumns() []RegisterColumn {
	return []RegisterColumn{
		ColumnNumber, ColumnOrganisation, ColumnReportedOn, ColumnOccurredOn, ColumnKinds,
		ColumnMeasures, ColumnPolice, ColumnUnit, ColumnSite, ColumnChannel,
	}
}

// RegisterFile is the input of an import: a file that was read into a table,
// and what its headers and words mean where that is not known.
type RegisterFile struct {
	Name    Private
	Table   RegisterTable
	Mapping RegisterMapping
	DryRun  bool // say what would happen, write nothing
}

// RegisterMapping tells what other headers and words of a file mean. Headers and
// words are compared without regard to capitals, underscores and white space.
// They overrule the known ones; IgnoreWord in the place of a column or code says
// that the header or word means nothing.
type RegisterMapping struct {
	Columns map[string]RegisterColumn            `json:"kolommen"`
	Words   map[RegisterColumn]map[string]string `json:"woorden"`
}

// IgnoreWord says in a mapping that a header or a word is to be ignored.
const IgnoreWord = "-"

// RegisterOutcome tells what an import understood and did. Cells of the file
// stand in it only as words of columns with a limited vocabulary.
type RegisterOutcome struct {
	Import    ImportID
	Format    string // csv, xlsx, ods
	Encoding  string
	Separator string
	Misnamed  bool // the name promises another format than the content is
	Columns   []ColumnMeaning
	Missing   []RegisterColumn // needed and not there: no row can be read
	Words     []WordMeaning    // understood, in order of column and word
	Unknown   []WordMeaning    // not understood: rows with them are refused
	Rows      int
	Added     int // with DryRun: that would be added
	Known     int // same number, same content: skipped
	Refused   int
	Rejects   []RefusedRow // at most RejectsKept of them when kept for a page
	DryRun    bool
	First     Date // reporting dates of the rows that were understood
	Last      Date
}

// RejectsKept is how many refused rows are kept with the result of an import.
const RejectsKept = 1000

// Usable reports whether at least one row could be read.
func (o RegisterOutcome) Usable() bool { return o.Added+o.Known > 0 }

// ColumnMeaning is how a header was understood; Column is empty when ignored.
type ColumnMeaning struct {
	Header string
	Column RegisterColumn
}

// WordMeaning is how a word in a cell was understood. Label is what the code
// stands for, in Dutch; Code is empty when it was not understood.
type WordMeaning struct {
	Column RegisterColumn
	Word   string
	Code   string
	Label  string
	Count  int
}

// RefusedRow is a row that was not taken, and why. Its cells stay in the file.
type RefusedRow struct {
	Line   int
	Number string // empty when it is not a number at all
	Fields []Field
}
