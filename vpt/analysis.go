package vpt

import (
	"slices"
	"time"
)

// NoCause is the code of "geen oorzaak aan onze kant". It stands alone.
const NoCause = "geen"

// AnalysisFromClass is from which severity an analysis is due when an
// organisation has not chosen: from "zeer ernstig".
const AnalysisFromClass = 3

// AnalysisDays is within how many days of the assessment a mandatory analysis
// is to be made.
const AnalysisDays = 28

// LearningSettings are an organisation's choices about learning and the police.
type LearningSettings struct {
	FromClass  int  `json:"fromClass"`  // an analysis is mandatory from this severity; 0 is AnalysisFromClass
	NoOfficial bool `json:"noOfficial"` // employees are no officials in the sense of article 267 Sr
}

// From gives from which severity an analysis is mandatory.
func (s LearningSettings) From() int {
	if s.FromClass == 0 {
		return AnalysisFromClass
	}
	return s.FromClass
}

// Validate notes what is wrong.
func (s LearningSettings) Validate(p *Problems) {
	if s.FromClass < 0 || s.FromClass > 4 {
		p.Add("learning.fromClass", "buiten-bereik")
	}
}

// Analysis is what is learnt from a case: what set it off, and what on the
// organisation's own side let it happen. It never blames the employee: no field
// is about her conduct.
type Analysis struct {
	ID        AnalysisID
	Trigger   CodeRef
	Nature    CodeRef
	Causes    []CodeRef
	Colleague Answer  // was a colleague there?
	DidWhat   Private // what the colleague did
	DidHelp   Answer
	WouldHelp Private // what would have helped
	Lessons   Private // what is going to be different
	By        PersonID
	At        time.Time
	MadeOn    Date
	Version   int64
}

// AnalyseCase is the input for an analysis; a later one replaces the earlier.
type AnalyseCase struct {
	Case      string
	Trigger   string
	Nature    string
	Causes    []string
	Colleague Answer
	DidWhat   Private
	DidHelp   Answer
	WouldHelp Private
	Lessons   Private
	Version   int64 // of what the form showed; 0 is not checked
	Once      Once
}

// Validate checks the input.
func (in AnalyseCase) Validate() error {
	var p Problems
	p.Require("trigger", in.Trigger == "")
	p.Require("nature", in.Nature == "")
	p.Require("causes", len(in.Causes) == 0)
	if len(in.Causes) > 1 && slices.Contains(in.Causes, NoCause) {
		p.Add("causes", "geen-staat-alleen")
	}
	if len(in.Causes) > 12 {
		p.Add("causes", "te-veel")
	}
	oneOf(&p, "colleague", in.Colleague, Answers()...)
	longText(&p, "didWhat", in.DidWhat)
	optionalOf(&p, "didHelp", in.DidHelp, Answers()...)
	if in.Colleague != AnswerYes && (!in.DidWhat.IsZero() || in.DidHelp == AnswerYes) {
		p.Add("colleague", "geen-collega")
	}
	longText(&p, "wouldHelp", in.WouldHelp)
	longText(&p, "lessons", in.Lessons)
	return p.Err()
}

// NeedsAnalysis reports whether an analysis is mandatory for a case: judged to
// be aggression, from the severity that the organisation chose.
func (c Casefile) NeedsAnalysis(s LearningSettings) bool {
	return c.Verdict == VerdictAggression && c.Incident.Class >= s.From()
}
