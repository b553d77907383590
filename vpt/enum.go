package vpt

import "reflect"

// Enum is a type with a fixed set of values, in the order in which they are
// shown. Each value is also the word in the JSON API and in the database.
type Enum struct {
	Type   string // name of the Go type
	Values []string
}

// Enums gives every enum of this package. Tests hold it against the source,
// the labels and the glossary, so that no value can do without a word.
func Enums() []Enum {
	tracks := TrackKinds()
	return []Enum{
		enum(Roles()...),
		enum(ScopeOrganisation, ScopeUnit, ScopeSite),
		enum(TokenScopes()...),
		enum(ActorAnonymous, ActorPerson, ActorService, ActorSystem, ActorCommand),
		enum(PersonInvited, PersonActive, PersonBlocked),
		enum(SignInSteps()...),
		enum(LinkInvitation, LinkReset),
		enum(LookAuto, LookLight, LookDark),
		enum(Employer, Regional, Programme),
		enum(ForMyself, ForColleague, ForCaller),
		enum(HelpNow, HelpLater, HelpNo),
		enum(ChoiceNormal, ChoiceDoubt, ChoiceRegisterOnly),
		enum(OriginForm, OriginAPI, OriginImport),
		enum(InvolvedRoles()...),
		enum(CaseOpen, CaseClosed, CaseMerged, CaseImported),
		enum(VerdictNone, VerdictAggression, VerdictNoAggression, VerdictDuplicate, VerdictWithdrawn),
		enum(tracks[:]...),
		enum(TrackOpen, TrackBusy, TrackDone, TrackNotApplicable, TrackNotRecorded),
		enum(ClockKinds()...),
		enum(NextSteps()...),
		enum(DutyKinds()...),
		enum(MeasureDraft, MeasureWaiting, MeasureDecided, MeasureLifted, MeasureDropped),
		enum(SensitiveNo, SensitiveCriticism, SensitiveComplaint, SensitiveRepresentative, SensitiveCouncil),
		enum(Mandates()...),
		enum(PoliceAdvices()...),
		enum(NormGreen, NormOrange, NormRed),
		enum(ReviewStays, ReviewLifted),
		enum(HearingTalk, HearingOrder, HearingWritten),
		enum(HearingInvited, HearingHeld, HearingAbsent, HearingWaived),
		enum(RemedyComplaint, RemedyObjection, RemedyCourt),
		enum(RemedyUpheld, RemedyPartly, RemedyDismissed, RemedyWithdrawn),
		enum(EffectNone, EffectShorter, EffectLifted),
		enum(LinkEarlier, LinkBreach),
		enum(LetterDraft, LetterQueued, LetterFrozen, LetterDropped),
		enum(FormatPDF, FormatODT, FormatDOCX),
		enum(ByPost, ByRegistered, ByHand, ByMail),
		enum(AtDoor, AtPhone),
		enum(GateNames()...),
		enum(TalkOpen, TalkPlanned, TalkHeld, TalkDeclined, TalkDropped),
		enum(StepKinds()...),
		enum(StepAnchors()...),
		enum(TermUnits()...),
		enum(TaskKinds()...),
		enum(TimeKinds()...),
		enum(MailWhens()...),
		enum(PoliceNotice, PoliceComplaint, PoliceUndistinguished, PoliceNone),
		enum(Answers()...),
		enum(FiledByEmployee, FiledByEmployer, FiledByAttorney),
		enum(IdentityFull, IdentityDomicile, IdentityNumber),
		enum(NotFileds()...),
		enum(DossierGaps()...),
		enum(Offences()...),
		enum(PoliceStepKinds()...),
		enum(HaltDiscuss, HaltAsk, HaltNoWish, HaltTooGrave),
		enum(ReferredByPolice, ReferredByProsecutor),
		enum(DamageKinds()...),
		enum(DamageRoutes()...),
		enum(AccidentOutcomes()...),
		enum(InstigatorKnown, InstigatorUnknown, InstigatorGroup),
		enum(VisibleHandlers, VisibleReporter),
		enum(EventKinds()...),
		enum(DetailFields()...),
		enum(CodeLists()...),
		enum(RollUps()...),
		enum(RegisterColumns()...),
		enum(RegisterStates()...),
		enum(FigureRefs()...),
		enum(MailQueued, MailBusy, MailSent, MailUncertain, MailFailed, MailSettled),
		enum(MailReasons()...),
		enum(PeopleColumns()...),
		enum(ReportDraft),
		enum(RowAdded, RowChanged, RowSame, RowRefused),
	}
}

func enum[T ~string](values ...T) Enum {
	e := Enum{Type: reflect.TypeFor[T]().Name(), Values: make([]string, len(values))}
	for i, v := range values {
		e.Values[i] = string(v)
	}
	return e
}
