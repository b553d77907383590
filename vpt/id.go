package vpt

// The ids are UUIDv7 text. A typed id cannot be passed where another is meant.
type (
	// OrganisationID names a tenant.
	OrganisationID string
	// UnitID names a part of an organisation.
	UnitID string
	// SiteID names a building or place of work.
	SiteID string
	// PersonID names a person with an account in one organisation.
	PersonID string
	// ReportID names a report (melding).
	ReportID string
	// IncidentID names what happened.
	IncidentID string
	// CasefileID names a case (zaak).
	CasefileID string
	// InvolvedID names someone involved in an incident: affected, witness, helper.
	InvolvedID string
	// InstigatorID names the instigator of one case.
	InstigatorID string
	// MeasureID names a measure taken in a case.
	MeasureID string
	// PoliceRecordID names a notice or complaint to the police.
	PoliceRecordID string
	// CareTalkID names one talk of a care plan.
	CareTalkID string
	// NoteID names a note on a case.
	NoteID string
	// EvidenceID names an uploaded file.
	EvidenceID string
	// AssignmentID names the assignment of a role to a person.
	AssignmentID string
	// DeputyID names a period in which one person deputises for another.
	DeputyID string
	// SessionID names a signed-in session (not its secret).
	SessionID string
	// TokenID names an API token (not its secret).
	TokenID string
	// MailID names a notification by mail.
	MailID string
	// ImportID names one import of a register.
	ImportID string
	// DutyID names something that still has to be done.
	DutyID string
	// HearingID names a talk with the instigator.
	HearingID string
	// RemedyID names what the instigator did about a measure.
	RemedyID string
	// LetterID names a letter.
	LetterID string
	// DeliveryID names one way in which a letter left.
	DeliveryID string
	// HouseRulesID names a version of the house rules at one place.
	HouseRulesID string
	// PoliceStepID names a line of what came of a step to the police.
	PoliceStepID string
	// HaltCheckID names a check whether Halt is worth mentioning.
	HaltCheckID string
	// DamageID names one item of damage.
	DamageID string
	// AnalysisID names what was learnt from a case.
	AnalysisID string
	// ImprovementID names something that is going to be done better.
	ImprovementID string
	// AccidentID names the test of article 9 of the Arbowet for one person.
	AccidentID string
	// OccurrenceID names one of many events in one dossier.
	OccurrenceID string
	// KeyID names a sealing key.
	KeyID string
)
