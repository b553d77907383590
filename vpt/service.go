package vpt

import "time"

// The structs below are what the door gives to services with a token. They
// hold less than what people see: no names of accounts, no notes, no reasons.

// ServicePage is how many rows a service gets at a time at most, and when it
// does not say.
const (
	ServicePageMax     = 100
	ServicePageDefault = 25
)

// ServiceFilter asks for a page of rows, oldest reporting date first.
type ServiceFilter struct {
	From  Date      // reporting date, empty: from the first
	Until Date      // reporting date, empty: to the last
	State CaseState // cases only; empty: all
	After string    // Next of the page before
	Limit int       // 0 for the default
}

// Validate checks the filter.
func (f ServiceFilter) Validate() error {
	var p Problems
	for _, day := range []struct {
		path string
		on   Date
	}{{"datumVanaf", f.From}, {"datumTot", f.Until}} {
		if day.on != "" && !day.on.Valid() {
			p.Add(day.path, "geen-datum")
		}
	}
	if !p.Any() && f.From != "" && f.Until != "" && f.Until < f.From {
		p.Add("datumTot", "einde-voor-begin")
	}
	if f.State != "" {
		oneOf(&p, "status", f.State, CaseOpen, CaseClosed, CaseMerged, CaseImported)
	}
	if f.Limit < 0 || f.Limit > ServicePageMax {
		p.Add("aantal", "buiten-bereik")
	}
	return p.Err()
}

// ServiceReportLine is a report in a list: no account, no names, no place.
type ServiceReportLine struct {
	Number       string // own number, for the address
	Legacy       string // number in the register it was imported from
	Case         string // empty unless the service may read cases
	State        CaseState
	Verdict      Verdict
	Kinds        []CodeRef
	ReportedAt   time.Time // zero for imports
	ReportedOn   Date
	OccurredOn   Date
	OccurredTime string
	Channel      CodeRef
	Unit         string // name
	Help         HelpWish
}

// ServiceReport is one report as a service reads it: what was reported and
// where its case stands. An affected person with an account has no name here.
type ServiceReport struct {
	ServiceReportLine
	Site       string // name
	Place      Private
	Account    Private
	Affected   []ServiceAffected
	Instigator Private
	Choice     ReportChoice
}

// ServiceAffected is somebody whom it happened to. Name is only what was typed.
type ServiceAffected struct {
	Reporter bool // the reporter herself
	Name     Private
}

// ServiceReports is a page of reports.
type ServiceReports struct {
	Lines []ServiceReportLine
	Next  string // empty at the end
}

// ServiceCase is where a case stands: tracks and terms, nothing about people.
type ServiceCase struct {
	ID         CasefileID
	Number     string
	State      CaseState
	UnitID     UnitID
	Unit       string // name
	Verdict    Verdict
	Kinds      []CodeRef // as assessed, else as reported
	Assessed   bool
	Class      int
	ReceivedAt time.Time // zero for imports
	ReceivedOn Date
	OccurredOn Date
	ClosedAt   time.Time
	Tracks     [5]Track // without reasons
	Clocks     []Clock
}

// ServiceCases is a page of cases.
type ServiceCases struct {
	Cases []ServiceCase
	Next  string // empty at the end
}
