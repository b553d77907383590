package nl

import (
	"fmt"
	"strings"

	"rugdekking/vpt"
)

// LabelKey gives the key of the label of an enum value: "label.<type>.<value>",
// such as "label.CaseState.open". value has a string type of package vpt.
func LabelKey(value any) string {
	return fmt.Sprintf("label.%s.%v", strings.TrimPrefix(fmt.Sprintf("%T", value), "vpt."), value)
}

// Label gives the label of an enum value of package vpt, the value itself when
// it has none.
func (t *Texts) Label(value any) string {
	if text := t.texts[LabelKey(value)]; text != "" {
		return text
	}
	return fmt.Sprint(value)
}

// labelled puts labels under their key; values and texts stand in pairs.
type labelled map[string]pair

func (l labelled) put(value any, dutch, english string) { l[LabelKey(value)] = pair{dutch, english} }

func labelTexts() map[string][2]string {
	l := labelled{}
	roleLabels(l)
	reportLabels(l)
	casefileLabels(l)
	careLabels(l)
	careStepLabels(l)
	dutyLabels(l)
	measureLabels(l)
	protocolLabels(l)
	normLabels(l)
	chainLabels(l)
	recordLabels(l)
	listLabels(l)
	mailLabels(l)
	return l
}

func roleLabels(l labelled) {
	l.put(vpt.RoleReporter, "Medewerker", "Employee")
	l.put(vpt.RoleManager, "Leidinggevende", "Manager")
	l.put(vpt.RoleCoordinator, "Coördinator", "Coordinator")
	l.put(vpt.RoleAdministrator, "Beheerder", "Administrator")
	l.put(vpt.RoleAnalyst, "Bestuur of analist", "Board or analyst")
	l.put(vpt.RoleDirector, "Directie", "Director")
	l.put(vpt.RoleSecurity, "Beveiliging of receptie", "Security or reception")
	l.put(vpt.RolePeer, "Collegiale opvanger", "Peer supporter")
	l.put(vpt.RolePrevention, "Preventiemedewerker", "Prevention officer")
	l.put(vpt.ScopeOrganisation, "Hele organisatie", "Whole organisation")
	l.put(vpt.ScopeUnit, "Onderdeel", "Unit")
	l.put(vpt.ScopeSite, "Locatie", "Site")
	l.put(vpt.ScopeReportsWrite, "Meldingen doen", "Make reports")
	l.put(vpt.ScopeReportsRead, "Meldingen lezen", "Read reports")
	l.put(vpt.ScopeCasesRead, "Zaken lezen", "Read cases")
	l.put(vpt.ScopeFiguresRead, "Cijfers lezen", "Read figures")
	l.put(vpt.ActorAnonymous, "Niet ingelogd", "Not signed in")
	l.put(vpt.ActorPerson, "Persoon", "Person")
	l.put(vpt.ActorService, "Koppeling", "Service")
	l.put(vpt.ActorSystem, "Systeem", "System")
	l.put(vpt.ActorCommand, "Opdracht van de beheerder", "Administrator's command")
	l.put(vpt.PersonInvited, "Uitgenodigd", "Invited")
	l.put(vpt.PersonActive, "Actief", "Active")
	l.put(vpt.PersonBlocked, "Geblokkeerd", "Blocked")
	l.put(vpt.StepDone, "Ingelogd", "Signed in")
	l.put(vpt.StepCode, "Code invullen", "Fill in a code")
	l.put(vpt.StepEnrol, "Tweede factor instellen", "Set up a second factor")
	l.put(vpt.LinkInvitation, "Uitnodiging", "Invitation")
	l.put(vpt.LinkReset, "Nieuw wachtwoord", "New password")
	l.put(vpt.LookAuto, "Zoals mijn apparaat", "Like my device")
	l.put(vpt.LookLight, "Licht", "Light")
	l.put(vpt.LookDark, "Donker", "Dark")
	l.put(vpt.Employer, "Werkgever", "Employer")
	l.put(vpt.Regional, "Regio", "Region")
	l.put(vpt.Programme, "Programma", "Programme")
}

func reportLabels(l labelled) {
	l.put(vpt.ForMyself, "Voor mijzelf", "For myself")
	l.put(vpt.ForColleague, "Voor een collega", "For a colleague")
	l.put(vpt.ForCaller, "Voor iemand die belde", "For somebody who phoned")
	l.put(vpt.HelpNow, "Ja, nu", "Yes, now")
	l.put(vpt.HelpLater, "Ja, later vandaag", "Yes, later today")
	l.put(vpt.HelpNo, "Nee", "No")
	l.put(vpt.ChoiceNormal, "Melden", "Report")
	l.put(vpt.ChoiceDoubt, "Ik twijfel", "I am not sure")
	l.put(vpt.ChoiceRegisterOnly, "Alleen registreren", "Register only")
	l.put(vpt.OriginForm, "Formulier", "Form")
	l.put(vpt.OriginAPI, "Koppeling", "Service")
	l.put(vpt.OriginImport, "Overgenomen uit een oud register", "Taken over from an old register")
	l.put(vpt.ReportDraft, "Melding", "Report")
	l.put(vpt.RoleAffected, "Getroffene", "Affected")
	l.put(vpt.RoleWitness, "Getuige", "Witness")
	l.put(vpt.RoleHelper, "Helper", "Helper")
}

func casefileLabels(l labelled) {
	l.put(vpt.CaseOpen, "Open", "Open")
	l.put(vpt.CaseClosed, "Gesloten", "Closed")
	l.put(vpt.CaseMerged, "Samengevoegd", "Merged")
	l.put(vpt.CaseImported, "Overgenomen", "Taken over")
	l.put(vpt.VerdictNone, "Nog niet beoordeeld", "Not assessed yet")
	l.put(vpt.VerdictAggression, "Agressie", "Aggression")
	l.put(vpt.VerdictNoAggression, "Geen agressie", "No aggression")
	l.put(vpt.VerdictDuplicate, "Dubbel gemeld", "Reported twice")
	l.put(vpt.VerdictWithdrawn, "Ingetrokken", "Withdrawn")
	l.put(vpt.TrackCare, "Opvang", "Care")
	l.put(vpt.TrackInstigator, "Veroorzaker", "Instigator")
	l.put(vpt.TrackPolice, "Politie", "Police")
	l.put(vpt.TrackDamage, "Schade", "Damage")
	l.put(vpt.TrackLearning, "Leren", "Learning")
	l.put(vpt.TrackOpen, "Nog niet begonnen", "Not started yet")
	l.put(vpt.TrackBusy, "Bezig", "Busy")
	l.put(vpt.TrackDone, "Klaar", "Done")
	l.put(vpt.TrackNotApplicable, "Niet van toepassing", "Not applicable")
	l.put(vpt.TrackNotRecorded, "Niet vastgelegd", "Not recorded")
	l.put(vpt.ClockReaction, "Reactie aan de veroorzaker", "Reaction to the instigator")
	l.put(vpt.ClockPolice, "Melding bij de politie of aangifte", "Police notice or complaint")
	l.put(vpt.ClockCare, "Gesprek met de getroffene", "Talk with the affected person")
	l.put(vpt.ClockFeedback, "Terugkoppeling aan de melder", "Feedback to the reporter")
	l.put(vpt.NextCall, "Bel de melder", "Call the reporter")
	l.put(vpt.NextAssess, "Beoordeel de zaak", "Assess the case")
	l.put(vpt.NextReact, "Kies een reactie", "Choose a reaction")
	l.put(vpt.NextTalk, "Plan een gesprek", "Plan a talk")
	l.put(vpt.NextHoldTalk, "Houd het gesprek", "Hold the talk")
	l.put(vpt.NextPolice, "Leg de politie vast", "Record the police")
	l.put(vpt.NextFeedback, "Koppel terug", "Send feedback")
	l.put(vpt.NextTracks, "Rond de sporen af", "Finish the tracks")
	l.put(vpt.NextClose, "Sluit de zaak", "Close the case")
	l.put(vpt.NextNothing, "Niets te doen", "Nothing to do")
}

func careLabels(l labelled) {
	l.put(vpt.TalkOpen, "Nog te plannen", "To be planned")
	l.put(vpt.TalkPlanned, "Gepland", "Planned")
	l.put(vpt.TalkHeld, "Gehouden", "Held")
	l.put(vpt.TalkDeclined, "Medewerker ziet ervan af", "Employee declines")
}

func recordLabels(l labelled) {
	l.put(vpt.PoliceNotice, "Melding bij de politie", "Police notice")
	l.put(vpt.PoliceComplaint, "Aangifte", "Criminal complaint")
	l.put(vpt.PoliceUndistinguished, "Melding of aangifte, niet onderscheiden", "Notice or complaint, not told apart")
	l.put(vpt.PoliceNone, "Niet gedaan", "Not done")
	l.put(vpt.InstigatorKnown, "Bekend", "Known")
	l.put(vpt.InstigatorUnknown, "Onbekend", "Unknown")
	l.put(vpt.InstigatorGroup, "Organisatie of groep", "Organisation or group")
	l.put(vpt.VisibleHandlers, "Alleen behandelaars", "Handlers only")
	l.put(vpt.VisibleReporter, "Behandelaars en de melder", "Handlers and the reporter")
	l.put(vpt.RollUpVerbal, "Verbale agressie", "Verbal aggression")
	l.put(vpt.RollUpThreat, "Persoonlijke bedreiging", "Personal threat")
	l.put(vpt.RollUpPhysical, "Fysieke agressie", "Physical aggression")
	l.put(vpt.RollUpOther, "Overig", "Other")
}

func listLabels(l labelled) {
	l.put(vpt.KindList, "Soorten agressie", "Kinds of aggression")
	l.put(vpt.ChannelList, "Waar of waardoor", "Where or how")
	l.put(vpt.TriggerList, "Aanleidingen", "Triggers")
	l.put(vpt.NatureList, "Aard", "Nature")
	l.put(vpt.InjuryList, "Letsel", "Injury")
	l.put(vpt.CauseList, "Oorzaken", "Causes")
	l.put(vpt.MeasureList, "Maatregelen", "Measures")
	l.put(vpt.RelationList, "Relaties tot de organisatie", "Relations to the organisation")
	l.put(vpt.ColumnNumber, "Nummer", "Number")
	l.put(vpt.ColumnOrganisation, "Organisatie", "Organisation")
	l.put(vpt.ColumnReportedOn, "Meldingsdatum", "Reporting date")
	l.put(vpt.ColumnOccurredOn, "Incidentdatum", "Incident date")
	l.put(vpt.ColumnKinds, "Soorten", "Kinds")
	l.put(vpt.ColumnMeasures, "Maatregelen", "Measures")
	l.put(vpt.ColumnPolice, "Politie", "Police")
	l.put(vpt.ColumnUnit, "Onderdeel", "Unit")
	l.put(vpt.ColumnSite, "Locatie", "Site")
	l.put(vpt.ColumnChannel, "Waar of waardoor", "Where or how")
}

func mailLabels(l labelled) {
	l.put(vpt.MailQueued, "Staat klaar", "Queued")
	l.put(vpt.MailBusy, "Wordt verstuurd", "Being sent")
	l.put(vpt.MailSent, "Verzonden", "Sent")
	l.put(vpt.MailUncertain, "Onzeker of het is verzonden", "Uncertain whether it was sent")
	l.put(vpt.MailFailed, "Niet gelukt", "Failed")
	l.put(vpt.MailNewCase, "Nieuwe zaak", "New case")
	l.put(vpt.MailHelpNow, "Hulp nodig", "Help needed")
	l.put(vpt.MailPrivateRisk, "Gevaar thuis of privé", "Danger at home or in private")
	l.put(vpt.MailReceipt, "Melding ontvangen", "Report received")
	l.put(vpt.MailNamed, "Genoemd in een melding", "Named in a report")
	l.put(vpt.MailNews, "Nieuws over een melding", "News about a report")
	l.put(vpt.MailComment, "Reactie op een zaak", "Comment on a case")
	l.put(vpt.MailAssigned, "Zaak toegewezen", "Case assigned")
	l.put(vpt.MailTalk, "Gesprek gepland", "Talk planned")
	l.put(vpt.MailSecond, "Meekijken met een maatregel", "Second pair of eyes")
	l.put(vpt.MailBack, "Maatregel teruggestuurd", "Measure sent back")
	l.put(vpt.MailAgreed, "Maatregel besloten", "Measure decided")
	l.put(vpt.MailLetter, "Brief voor iemand zonder account", "Letter to somebody without an account")
	l.put(vpt.MailBreach, "Maatregel overtreden", "Measure breached")
	l.put(vpt.MailRemedy, "Klacht over een maatregel", "Complaint about a measure")
	l.put(vpt.MailOverdue, "Termijn voorbij", "Term has passed")
	l.put(vpt.MailRoles, "Rollen gewijzigd", "Roles changed")
	l.put(vpt.MailDeputy, "Waarnemer", "Deputy")
	l.put(vpt.MailInvitation, "Uitnodiging", "Invitation")
	l.put(vpt.MailReset, "Nieuw wachtwoord", "New password")
	l.put(vpt.MailPassword, "Wachtwoord gewijzigd", "Password changed")
	l.put(vpt.MailFactor, "Tweede factor gewijzigd", "Second factor changed")
	l.put(vpt.MailAddress, "E-mailadres gewijzigd", "E-mail address changed")
	l.put(vpt.MailToken, "Koppeling gemaakt", "Connection made")
	l.put(vpt.MailAddressOf, "E-mailadres van iemand met een rol gewijzigd", "E-mail address of somebody with a role changed")
}
