package vpt

import "time"

// The structs below are what the door gives to pages and to the JSON API. The
// May… flags are decided behind the door: a template never decides.

// Receipt is what a reporter sees at once after sending.
type Receipt struct {
	Number      string
	OccurredOn  Date
	OnBehalf    OnBehalf
	Help        HelpWish
	Choice      ReportChoice
	Owner       PersonName // zero: the coordinators
	Deputy      PersonName // who acts for the owner now; zero for nobody
	Circle      string     // name of the closed circle that the case is in, empty when none
	Clocks      []Clock
	HelpNumbers []HelpNumber
	Emergency   string
	Now         time.Time
	Zone        *time.Location
}

// ReportForm is what the form needs: choices and what was used last.
type ReportForm struct {
	Kinds       CodeSet
	Channels    CodeSet
	Units       []Unit
	Sites       []Site
	Colleagues  []PersonName // of the reporter's own unit
	LastSite    SiteID
	LastChannel string
	Emergency   string
	Norm        TeamNorm // of the reporter's own team; Version 0: none
	Draft       Draft
	Today       Date
	Now         time.Time
	Zone        *time.Location
}

// ReportLine is one report in the reporter's own list.
type ReportLine struct {
	Number     string
	ReportedOn Date
	OccurredOn Date
	Kinds      []CodeRef
	State      CaseState
	Verdict    Verdict
	Owner      PersonName
	NewsAt     time.Time // the last thing that the reporter may know
	Next       Clock     // the first term that still runs; zero when none does
	AsAffected bool      // the person did not report it but was named as affected
}

// MyReports is the reporter's own list, newest first.
type MyReports struct {
	Lines []ReportLine
	Kinds CodeSet
	Now   time.Time
	Zone  *time.Location
}

// MyTalk is a care talk as its participant sees it: for whom, with whom, when.
type MyTalk struct {
	CareTalk
	Holding bool   // the viewer holds the talk; otherwise it is for her
	Report  string // number of the viewer's own report; empty when she may not see one
}

// MyTalks is the list of the viewer's own care talks, the next one first.
type MyTalks struct {
	Talks []MyTalk
	Now   time.Time
	Zone  *time.Location
}

// ReporterView is a report as its reporter or an affected person sees it.
type ReporterView struct {
	Report       Report
	Case         CaseState
	Owner        PersonName
	Deputy       PersonName
	Circle       string  // name of the closed circle that the case is in, empty when none
	Clocks       []Clock // running and met
	Kinds        []CodeRef
	Assessed     bool
	Verdict      Verdict
	Measures     []Measure // kind and until when only
	PoliceTold   bool
	Talks        []CareTalk // the viewer's own
	Notes        []Note     // shared ones
	Feedback     []Feedback
	Closing      Private
	ClosedAt     time.Time
	Details      []Detail
	Evidence     []Evidence
	Timeline     []Event
	Occurrences  []Occurrence // the viewer's own
	Affected     []Involved
	HelpNumbers  []HelpNumber
	MayAdd       bool
	MayComment   bool
	AsAffected   bool
	Viewer       PersonID
	Lists        map[CodeList]CodeSet
	Now          time.Time
	Zone         *time.Location
	SiteName     string
	UnitName     string
	ReporterName Private
	Emergency    string
}

// WorkItem is one case on a worklist.
type WorkItem struct {
	Number     string
	Casefile   CasefileID
	State      CaseState
	Unit       UnitID
	UnitName   string
	Owner      PersonName
	Affected   []Private
	Kinds      []CodeRef
	Class      int
	Verdict    Verdict
	ReceivedAt time.Time
	ReceivedOn Date
	OccurredOn Date
	NextDue    time.Time
	NextClock  ClockKind
	Next       NextStep
	Late       bool
	Help       HelpWish
	Choice     ReportChoice
}

// NextStep is the one thing to do next in a case.
type NextStep string

// The next steps, in order of urgency.
const (
	NextCall     NextStep = "bel-melder"
	NextAssess   NextStep = "beoordeel"
	NextReact    NextStep = "reageer"
	NextTalk     NextStep = "plan-gesprek"
	NextHoldTalk NextStep = "houd-gesprek"
	NextPolice   NextStep = "politie"
	NextFeedback NextStep = "koppel-terug"
	NextTracks   NextStep = "rond-sporen-af"
	NextClose    NextStep = "sluit"
	NextNothing  NextStep = "niets"
)

// NextSteps gives all next steps.
func NextSteps() []NextStep {
	return []NextStep{
		NextCall, NextAssess, NextReact, NextTalk, NextHoldTalk, NextPolice, NextFeedback, NextTracks, NextClose, NextNothing,
	}
}

// WorkFilter narrows a worklist. The zero value is: open cases, all in reach.
type WorkFilter struct {
	Mine    bool // owned by me or by whom I deputise for
	Late    bool
	Unit    UnitID
	Kind    string
	Channel string
	Class   int
	State   CaseState // empty: open
	From    Date      // reporting date
	Until   Date
	Number  string // exact number of a case or report, also of an old register
	After   string // keyset cursor
	Limit   int
}

// Worklist is a page of cases.
type Worklist struct {
	Items []WorkItem
	Next  string // cursor of the next page, empty at the end
	Open  int    // open cases in reach
	Late  int
	Units []Unit
	Kinds CodeSet
	Chans CodeSet
	Now   time.Time
	Today Date
	Zone  *time.Location
	May   struct {
		SeeAll bool
	}
}

// SimilarCase is another case that may be about the same incident, with what one
// recognises it by.
type SimilarCase struct {
	Number       string
	OccurredOn   Date
	OccurredTime string // HH:MM; empty when nobody told
	Channel      CodeRef
}

// CaseView is a case as a handler sees it.
type CaseView struct {
	Case           Casefile
	Reports        []Report
	Reporters      map[PersonID]PersonName
	Owner          PersonName
	Deputy         PersonName
	UnitName       string
	Circle         string // name of the closed circle that the case is in, empty when none
	Units          []Unit // to which the viewer may move it; closed circles are marked
	SiteName       string
	Involved       []Involved
	Instigators    []Instigator
	Measures       []Measure
	Proposal       Weighing // what the protocol proposes; Proposed is false without one
	Hearings       []Hearing
	Remedies       []Remedy
	Occurrences    []Occurrence // events of conduct that goes on, newest first
	Letters        []Letter
	LetterKinds    []string   // codes of the letters that may be written
	Links          []CaseLink // cases of the same instigator
	Duties         []Duty     // what is still to be done, by day
	Police         []PoliceRecord
	PoliceSteps    []PoliceStep // oldest first
	Grounds        []Ground     // what the kinds may be under the law
	ComplaintBy    Date         // last day for a complaint of the victim; empty when none is needed or one was filed
	Halt           []HaltCheck  // the newest first
	Damage         []DamageItem
	Analyses       []Analysis // the newest first
	Improvements   []Improvement
	Accidents      []Accident
	MustAnalyse    bool // an analysis is mandatory and was not made
	Talks          []CareTalk
	Pauses         []ClockPause // the newest first
	Peers          []Peer       // who could hold a talk; filled when MayTalk
	Sites          []Site       // where; filled when MayTalk
	Notes          []Note
	Feedback       []Feedback
	Details        []Detail
	Evidence       []Evidence
	Timeline       []Event
	MergedFrom     []string
	MergedInto     string
	Lists          map[CodeList]CodeSet
	Handlers       []PersonName  // who could own it; filled when MayReassign
	Similar        []SimilarCase // open cases of the unit on the same days, as candidates to merge
	Next           NextStep
	Blocks         []string    // why it may not be closed yet
	LightEnds      []TrackKind // that may be ended with closing
	Now            time.Time
	Today          Date
	Zone           *time.Location
	GatesOpen      bool
	MayAct         bool // assess, measure, police, notes, feedback
	MayTalk        bool // care talks, which go on after closing; and notes
	MayPause       bool // let a clock stand still
	MayFollow      bool // police, Halt, damage and learning, which go on after closing
	MayAddFile     bool // as the reporter: also after closing
	MayDropFile    bool
	MayClose       bool
	MayReopen      bool
	MayReassign    bool
	MayMerge       bool
	MayChooseOwner bool // of a merged case
	MayUnmerge     bool
}

// OnPaper gives the view without anything that can be done with it.
func (v CaseView) OnPaper() CaseView {
	v.MayFollow = false
	v.MayAct, v.MayTalk, v.MayAddFile, v.MayDropFile, v.MayClose, v.MayReopen = false, false, false, false, false, false
	v.MayReassign, v.MayMerge, v.MayChooseOwner, v.MayUnmerge, v.MayPause = false, false, false, false, false
	return v
}
