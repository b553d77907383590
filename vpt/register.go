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
	for path, day := range map[string]Date{"meldingsdatum": r.ReportedOn, "incidentdatum": r.OccurredOn} {
		switch {
		case day == "" && path == "incidentdatum": // an old register may not have it
		case day == "":
			p.Add(path, "verplicht")
		case !day.Valid():
			p.Add(path, "geen-datum")
		case day > today:
			p.Add(path, "in-de-toekomst")
		}
	}
	if r.OccurredOn != "" && r.OccurredOn > r.ReportedOn {
		p.Add("incidentdatum", "na-meldingsdatum")
	}
	p.Require("soorten", len(r.Kinds) == 0)
	return p.Err()
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

// RegisterFile is the input of an import: the file's bytes and how to read it.
type RegisterFile struct {
	Name    string
	Data    []byte
	Mapping RegisterMapping
	DryRun  bool
	Once    Once
}

// RegisterMapping tells what other headers and words of a file mean. Words
// overrule the known ones, per column.
type RegisterMapping struct {
	Columns map[string]RegisterColumn            `json:"kolommen"`
	Words   map[RegisterColumn]map[string]string `json:"woorden"`
}

// RegisterOutcome tells what an import understood and did.
type RegisterOutcome struct {
	Format    string // csv, xlsx, ods
	Encoding  string
	Separator string
	Columns   []ColumnMeaning
	Words     []WordMeaning
	Rows      int
	Added     int
	Known     int // same number, same content: skipped
	Refused   []RefusedRow
	DryRun    bool
	First     Date
	Last      Date
}

// ColumnMeaning is how a header was understood; Column is empty when ignored.
type ColumnMeaning struct {
	Header string
	Column RegisterColumn
}

// WordMeaning is how a word in a cell was understood.
type WordMeaning struct {
	Column RegisterColumn
	Word   string
	Code   string
	Count  int
}

// RefusedRow is a row that was not taken, and why. Cells are the row as it
// was, for the file of rejects only.
type RefusedRow struct {
	Line   int
	Number string
	Fields []Field
	Cells  []string
}
