package policy

import "rugdekking/vpt"

// Level says how far a role may go with an action.
type Level string

// The levels, from nothing to everything.
const (
	No   Level = "-"
	Own  Level = "eigen"       // what the actor reported, was affected by, or owns as an account
	Unit Level = "onderdeel"   // in the actor's units, or a case of hers or of whom she deputises for
	Org  Level = "organisatie" // as Unit; the role is one for a whole organisation
	Yes  Level = "ja"          // no object needed
)

// Row is one line of the table: what each role may do with an action.
type Row struct {
	Action        Action
	Anonymous     Level
	Reporter      Level
	Manager       Level
	Coordinator   Level
	Administrator Level
	Analyst       Level
	Director      Level
	Security      Level
	Peer          Level
	Prevention    Level
	System        Level
	Command       Level
	Token         vpt.TokenScope // the scope with which a service may; empty: none
	Impartial     bool           // refused to who is affected by or witness of the case, but for what is her own
	Audit         Audit
}

// Audit says when a reading is written to the log; changes always are.
type Audit int

// When a reading is logged.
const (
	Never  Audit = iota // forms and one's own settings
	Always              // opening, printing and downloading
	Listed              // once per actor, list and quarter of an hour
)

// Table gives the whole policy, action by action.
func Table() []Row {
	return []Row{
		// action, anonymous reporter | manager coordinator | administrator analyst | director security peer prevention | system command
		{SessionOpen, Yes, Yes, Yes, Yes, Yes, Yes, No, No, No, No, No, Yes, "", false, Never},
		{SessionList, No, Own, No, No, No, No, No, No, No, No, No, No, "", false, Never},
		{SessionEnd, No, Own, No, No, No, No, No, No, No, No, No, No, "", false, Always},
		{AccountRead, No, Own, No, No, No, No, No, No, No, No, No, No, "", false, Never},
		{AccountChange, No, Own, No, No, No, No, No, No, No, No, No, No, "", false, Always},
		{ReportForm, No, Yes, Yes, Yes, Yes, Yes, No, No, No, No, No, No, vpt.ScopeReportsWrite, false, Never},
		{ReportCreate, No, Yes, Yes, Yes, Yes, Yes, No, No, No, No, No, Yes, vpt.ScopeReportsWrite, false, Always},
		{DraftKeep, No, Own, No, No, No, No, No, No, No, No, No, No, "", false, Never},
		{DraftRead, No, Own, No, No, No, No, No, No, No, No, No, No, "", false, Never},
		{ReportList, No, Own, No, No, No, No, No, No, No, No, No, No, "", false, Listed},
		{ReportRead, No, Own, No, No, No, No, No, No, No, No, No, No, "", false, Always},
		{ReportAdd, No, Own, No, No, No, No, No, No, No, No, No, No, "", false, Always},
		{EvidenceAdd, No, Own, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{EvidenceRead, No, Own, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{EvidenceDrop, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseList, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Listed},
		{CaseFind, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Never},
		{CaseRead, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CasePrint, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseAssess, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseTrack, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseMeasure, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CasePolice, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseTalk, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseNote, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseFeedback, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseInvolved, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseInstigator, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseClose, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseReopen, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseReassign, No, No, No, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseMerge, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseHearing, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseRemedy, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseLink, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseSeries, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseLetter, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{LetterRead, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{LetterOpen, Yes, No, No, No, No, No, No, No, No, No, No, No, "", false, Always},
		{LetterFreeze, No, No, No, No, No, No, No, No, No, No, Yes, No, "", false, Never},
		{LetterSend, No, No, No, No, No, No, No, No, No, No, Yes, No, "", false, Never},
		{LetterTemplate, No, No, No, Org, Org, No, No, No, No, No, No, No, "", false, Never},
		{MeasureRead, No, No, Unit, Org, No, No, Org, No, No, No, No, No, "", true, Always},
		{MeasureSecond, No, No, No, Org, No, No, Org, No, No, No, No, No, "", true, Always},
		{MeasureDoor, No, No, No, Org, No, No, No, Yes, No, No, No, No, "", false, Always},
		{CaseHalt, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseDamage, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseAnalyse, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseImprove, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseDossier, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseIdentity, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseLesson, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{CaseAccident, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{ImprovementList, No, No, No, Org, No, No, No, No, No, Org, No, No, "", false, Listed},
		{ImprovementRead, No, Own, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{ImprovementDone, No, Own, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{AccidentList, No, No, No, Org, No, No, No, No, No, Org, No, No, "", false, Listed},
		{TalkList, No, Own, No, No, No, No, No, No, No, No, No, No, "", false, Listed},
		{TalkHold, No, Own, No, No, No, No, No, No, No, No, No, No, "", false, Always},
		{TalkDecline, No, Own, No, No, No, No, No, No, No, No, No, No, "", false, Always},
		{TalkCalendar, No, Own, No, No, No, No, No, No, No, No, No, No, "", false, Always},
		{PeerRoster, No, No, No, Org, No, No, No, No, Yes, No, No, No, "", false, Listed},
		{PeerAway, No, No, No, No, No, No, No, No, Own, No, No, No, "", false, Always},
		{TaskList, No, Own, No, No, No, No, No, No, No, No, No, No, "", false, Listed},
		{CasePause, No, No, Unit, Org, No, No, No, No, No, No, No, No, "", true, Always},
		{WorkHandOver, No, No, No, Org, Org, No, No, No, No, No, No, No, "", false, Always},
		{FiguresTimes, No, No, Unit, Org, No, Org, Org, No, No, No, No, No, "", false, Listed},
		{DeputyName, No, No, Yes, Yes, No, No, No, No, No, No, No, No, "", false, Always},
		{DeputyList, No, No, Yes, Yes, No, No, No, No, No, No, No, No, "", false, Never},
		{FiguresRead, No, No, No, Org, No, Org, No, No, No, No, No, Org, vpt.ScopeFiguresRead, false, Listed},
		{FiguresDrill, No, No, No, Org, No, No, No, No, No, No, No, No, "", false, Listed},
		{SettingsRead, No, No, No, No, Org, No, No, No, No, No, No, Org, "", false, Never},
		{SettingsSave, No, No, No, No, Org, No, No, No, No, No, No, Org, "", false, Always},
		{UnitSave, No, No, No, No, Org, No, No, No, No, No, No, Org, "", false, Always},
		{SiteSave, No, No, No, No, Org, No, No, No, No, No, No, Org, "", false, Always},
		{PersonList, No, No, No, Org, Org, No, No, No, No, No, No, Org, "", false, Listed},
		{PersonRead, No, No, No, Org, Org, No, No, No, No, No, No, Org, "", false, Always},
		{PersonSave, No, No, No, No, Org, No, No, No, No, No, No, Org, "", false, Always},
		{PersonInvite, No, No, No, No, Org, No, No, No, No, No, No, Org, "", false, Always},
		{PersonBlock, No, No, No, No, Org, No, No, No, No, No, No, Org, "", false, Always},
		{PersonImport, No, No, No, No, Org, No, No, No, No, No, No, Org, "", false, Always},
		{AdminOverview, No, No, No, Org, Org, No, No, No, No, No, No, No, "", false, Never},
		{RoleAssign, No, No, No, No, Org, No, No, No, No, No, No, Org, "", false, Always},
		{RoleEnd, No, No, No, No, Org, No, No, No, No, No, No, Org, "", false, Always},
		{CodesRead, No, No, No, No, Org, No, No, No, No, No, No, Org, "", false, Never},
		{CodesSave, No, No, No, No, Org, No, No, No, No, No, No, Org, "", false, Always},
		{HouseRulesRead, No, Yes, No, No, No, No, No, No, No, No, No, No, "", false, Never},
		{HouseRulesList, No, No, No, Org, Org, No, No, No, No, No, No, No, "", false, Never},
		{HouseRulesSave, No, No, No, Org, Org, No, No, No, No, No, No, Org, "", false, Always},
		{HouseRulesFile, No, No, No, Org, Org, No, No, No, No, No, No, No, "", false, Always},
		{TeamNormList, No, Yes, No, No, No, No, No, No, No, No, No, No, "", false, Never},
		{TeamNormRead, No, Own, Unit, Org, No, No, No, No, No, No, No, No, "", false, Never},
		{TeamNormSave, No, No, Unit, Org, No, No, No, No, No, No, No, Org, "", false, Always},
		{ProtocolRead, No, No, Yes, Org, Org, No, Org, No, No, No, No, Org, "", false, Never},
		{ProtocolSave, No, No, No, Org, Org, No, No, No, No, No, No, Org, "", false, Always},
		{TokenList, No, No, No, No, Org, No, No, No, No, No, No, Org, "", false, Never},
		{TokenAdd, No, No, No, No, Org, No, No, No, No, No, No, Org, "", false, Always},
		{TokenRevoke, No, No, No, No, Org, No, No, No, No, No, No, Org, "", false, Always},
		{RegisterImport, No, No, No, No, Org, No, No, No, No, No, Yes, Org, "", false, Always},
		{MailList, No, No, No, Org, Org, No, No, No, No, No, No, No, "", false, Never},
		{MailDecide, No, No, No, Org, Org, No, No, No, No, No, No, No, "", false, Always},
		{MailSend, No, No, No, No, No, No, No, No, No, No, Yes, No, "", false, Never},
		{DueSweep, No, No, No, No, No, No, No, No, No, No, Yes, No, "", false, Never},
		{OrganisationIs, No, No, No, No, No, No, No, No, No, No, Yes, Yes, "", false, Never},
		{OrganisationOf, No, No, No, No, No, No, No, No, No, No, No, Yes, "", false, Always},
		{ServiceReportList, No, No, No, No, No, No, No, No, No, No, No, No, vpt.ScopeReportsRead, false, Listed},
		{ServiceReportRead, No, No, No, No, No, No, No, No, No, No, No, No, vpt.ScopeReportsRead, false, Always},
		{ServiceReportSent, No, No, No, No, No, No, No, No, No, No, No, No, vpt.ScopeReportsWrite, false, Always},
		{ServiceCaseList, No, No, No, No, No, No, No, No, No, No, No, No, vpt.ScopeCasesRead, false, Listed},
		{ServiceCaseRead, No, No, No, No, No, No, No, No, No, No, No, No, vpt.ScopeCasesRead, false, Always},
	}
}
