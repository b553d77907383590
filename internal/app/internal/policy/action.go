package policy

// Action names an act or a reading, noun.verb. Actions never change: the audit
// log is full of them.
type Action string

// The actions, by noun.
const (
	SessionOpen     Action = "session.open" // signing in, second factor, links
	SessionList     Action = "session.list" // one's own
	SessionEnd      Action = "session.end"
	AccountRead     Action = "account.read" // one's own
	AccountChange   Action = "account.change"
	ReportCreate    Action = "report.create"
	ReportForm      Action = "report.form"
	DraftKeep       Action = "draft.keep"
	DraftRead       Action = "draft.read"
	ReportList      Action = "report.list" // one's own
	ReportRead      Action = "report.read"
	ReportAdd       Action = "report.add" // details, comments
	EvidenceAdd     Action = "evidence.add"
	EvidenceRead    Action = "evidence.read"
	EvidenceDrop    Action = "evidence.remove"
	CaseList        Action = "case.list"
	CaseFind        Action = "case.find"
	CaseRead        Action = "case.read"
	CasePrint       Action = "case.print"
	CaseAssess      Action = "case.assess"
	CaseTrack       Action = "case.track"
	CaseMeasure     Action = "case.measure"
	CasePolice      Action = "case.police"
	CaseTalk        Action = "case.talk"
	CaseNote        Action = "case.note"
	CaseFeedback    Action = "case.feedback"
	CaseInvolved    Action = "case.involved"
	CaseInstigator  Action = "case.instigator"
	CaseClose       Action = "case.close"
	CaseReopen      Action = "case.reopen"
	CaseReassign    Action = "case.reassign"
	CaseMerge       Action = "case.merge"
	CaseHalt        Action = "case.halt"
	CaseDamage      Action = "case.damage"
	CaseAnalyse     Action = "case.analyse"
	CaseImprove     Action = "case.improve"
	CaseAccident    Action = "case.accident"
	CaseHearing     Action = "case.hearing"
	CaseRemedy      Action = "case.remedy"
	CaseLink        Action = "case.link"
	CaseDossier     Action = "case.dossier"  // give it out to the police
	CaseIdentity    Action = "case.identity" // say who is who in it
	CaseLesson      Action = "case.lesson"   // sheet for the team
	CaseLetter      Action = "case.letter"   // write, make and deliver letters
	CaseSeries      Action = "case.series"
	LetterRead      Action = "letter.read"   // open or download one
	LetterOpen      Action = "letter.open"   // by the link in a mail
	LetterFreeze    Action = "letter.freeze" // the job
	LetterSend      Action = "letter.send"   // the job
	LetterTemplate  Action = "letter.template"
	MeasureRead     Action = "measure.read"
	MeasureSecond   Action = "measure.second"
	MeasureDoor     Action = "measure.door"     // at the door or phone: what holds today
	ImprovementList Action = "improvement.list" // counts and actions, without persons
	ImprovementRead Action = "improvement.read"
	ImprovementDone Action = "improvement.finish"
	AccidentList    Action = "accident.list"
	TalkList        Action = "talk.list"    // one's own
	TalkHold        Action = "talk.hold"    // as who holds it; no case is opened by it
	TalkDecline     Action = "talk.decline" // as who it is for
	TalkCalendar    Action = "talk.calendar"
	PeerRoster      Action = "peer.roster"
	PeerAway        Action = "peer.away"     // one's own
	TaskList        Action = "task.list"     // one's own
	CasePause       Action = "case.pause"    // let a clock stand still
	WorkHandOver    Action = "work.handover" // everything of one person, unread
	FiguresTimes    Action = "figures.times"
	DeputyName      Action = "deputy.name"
	DeputyList      Action = "deputy.list"
	FiguresRead     Action = "figures.read"
	FiguresDrill    Action = "figures.drill"
	SettingsRead    Action = "settings.read"
	SettingsSave    Action = "settings.save"
	UnitSave        Action = "unit.save"
	SiteSave        Action = "site.save"
	PersonList      Action = "person.list"
	PersonRead      Action = "person.read"
	PersonSave      Action = "person.save"
	PersonInvite    Action = "person.invite"
	PersonBlock     Action = "person.block"
	PersonImport    Action = "person.import"
	AdminOverview   Action = "admin.overview"
	RoleAssign      Action = "role.assign"
	RoleEnd         Action = "role.end"
	CodesRead       Action = "codes.read"
	CodesSave       Action = "codes.save"
	HouseRulesRead  Action = "houserules.read" // those in force
	HouseRulesList  Action = "houserules.list" // all versions, with proof
	HouseRulesSave  Action = "houserules.save"
	HouseRulesFile  Action = "houserules.file"
	TeamNormList    Action = "teamnorm.list"
	TeamNormRead    Action = "teamnorm.read"
	TeamNormSave    Action = "teamnorm.save"
	ProtocolRead    Action = "protocol.read"
	ProtocolSave    Action = "protocol.save"
	TokenList       Action = "token.list"
	TokenAdd        Action = "token.add"
	TokenRevoke     Action = "token.revoke"
	RegisterImport  Action = "register.import"
	MailList        Action = "mail.list"
	MailDecide      Action = "mail.decide"
	MailSend        Action = "mail.send"
	DueSweep        Action = "due.sweep"
	OrganisationIs  Action = "organisation.list"
	OrganisationOf  Action = "organisation.add"

	// Readings of services have actions of their own: a token never opens one
	// that was made for people.
	ServiceReportList Action = "service.report.list"
	ServiceReportRead Action = "service.report.read"
	ServiceReportSent Action = "service.report.sent" // what the service sent itself
	ServiceCaseList   Action = "service.case.list"
	ServiceCaseRead   Action = "service.case.read"
)
