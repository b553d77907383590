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
		enum(RoleAffected, RoleWitness, RoleHelper),
		enum(CaseOpen, CaseClosed, CaseMerged, CaseImported),
		enum(VerdictNone, VerdictAggression, VerdictNoAggression, VerdictDuplicate, VerdictWithdrawn),
		enum(tracks[:]...),
		enum(TrackOpen, TrackBusy, TrackDone, TrackNotApplicable, TrackNotRecorded),
		enum(ClockKinds()...),
		enum(NextSteps()...),
		enum(DutyKinds()...),
		enum(TalkOpen, TalkPlanned, TalkHeld, TalkDeclined),
		enum(PoliceNotice, PoliceComplaint, PoliceUndistinguished, PoliceNone),
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
