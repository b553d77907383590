package vpt

import "time"

// OnBehalf says for whom somebody reports.
type OnBehalf string

// Who is reported for.
const (
	ForMyself    OnBehalf = "mijzelf"
	ForColleague OnBehalf = "collega"
	ForCaller    OnBehalf = "beller" // on behalf of someone who phoned
)

// HelpWish is the answer to "Heb je nu hulp nodig?".
type HelpWish string

// The three honest answers.
const (
	HelpNow   HelpWish = "nu"
	HelpLater HelpWish = "later"
	HelpNo    HelpWish = "nee"
)

// ReportChoice is what the reporter wants of the report.
type ReportChoice string

// The choices; none of them is a refusal.
const (
	ChoiceNormal       ReportChoice = "gewoon"
	ChoiceDoubt        ReportChoice = "twijfel"
	ChoiceRegisterOnly ReportChoice = "alleen-registreren"
)

// ReportOrigin is the way a report came in.
type ReportOrigin string

// The ways in.
const (
	OriginForm   ReportOrigin = "formulier"
	OriginAPI    ReportOrigin = "koppeling"
	OriginImport ReportOrigin = "import"
)

// Limits of what one may type, in bytes.
const (
	MaxAccount = 20_000
	MaxLine    = 300
	MaxText    = 20_000
)

// DoubtKind is the group that "ik weet het niet zeker" stands for.
const DoubtKind = "N"

// AffectedInput is somebody whom it happened to, as the reporter gives it:
// the reporter, a colleague with an account, or a typed name.
type AffectedInput struct {
	Self   bool
	Person PersonID
	Lookup Private // exact e-mail address or staff number of a colleague
	Name   Private
}

// ReportIncident is the input of a report. The six that are required: kinds,
// day, channel or place, what happened, who was affected, whether help is needed.
type ReportIncident struct {
	OnBehalf     OnBehalf
	Choice       ReportChoice
	Kinds        []string // codes of the kinds list
	OccurredOn   Date
	OccurredTime string // HH:MM local, optional
	Channel      string // code of the channel list
	Unit         UnitID // optional; else the affected person's
	Site         SiteID
	Place        Private
	Account      Private // what happened
	Affected     []AffectedInput
	Help         HelpWish
	Origin       ReportOrigin
	Reporter     Private   // services only: exact e-mail or staff number of the reporter
	UnitName     string    // services only: the unit by its name
	SiteName     string    // services only: the site by its name; a name nobody knows is the place
	FiledAt      time.Time // services only: when the reporter filed it there; the report counts on that day
	Instigator   Private   // a description the reporter gives; never an identity check
	Breach       MeasureID // the measure that somebody did not keep to, when that is what happened
	Once         Once
}

// Validate checks the input against itself and today, in the order in which the
// form asks. Codes of lists are checked where the lists are.
func (in ReportIncident) Validate(today Date) error {
	var p Problems
	p.Require("kinds", len(in.Kinds) == 0)
	if len(in.Kinds) > 12 {
		p.Add("kinds", "te-veel")
	}
	p.Require("account", in.Account.IsZero())
	p.MaxLen("account", in.Account.Len(), MaxAccount)
	p.Require("occurredOn", in.OccurredOn == "")
	if in.OccurredOn != "" {
		switch {
		case !in.OccurredOn.Valid():
			p.Add("occurredOn", "geen-datum")
		case in.OccurredOn > today:
			p.Add("occurredOn", "in-de-toekomst")
		case in.OccurredOn < today.AddYears(-20):
			p.Add("occurredOn", "te-lang-geleden")
		}
	}
	if in.OccurredTime != "" && !ValidTime(in.OccurredTime) {
		p.Add("occurredTime", "geen-tijd")
	}
	p.Require("channel", in.Channel == "" && in.Site == "" && in.Place.IsZero())
	p.MaxLen("place", in.Place.Len(), MaxLine)
	p.MaxLen("instigator", in.Instigator.Len(), MaxText)
	in.validateAffected(&p)
	oneOf(&p, "help", in.Help, HelpNow, HelpLater, HelpNo)
	oneOf(&p, "onBehalf", in.OnBehalf, ForMyself, ForColleague, ForCaller)
	oneOf(&p, "choice", in.Choice, ChoiceNormal, ChoiceDoubt, ChoiceRegisterOnly)
	noBSN(&p, "account", in.Account)
	noBSN(&p, "place", in.Place)
	noBSN(&p, "instigator", in.Instigator)
	return p.Err()
}

func (in ReportIncident) validateAffected(p *Problems) {
	p.Require("affected", len(in.Affected) == 0)
	if len(in.Affected) > 20 {
		p.Add("affected", "te-veel")
	}
	for _, a := range in.Affected {
		if !a.Self && a.Person == "" && a.Name.IsZero() && a.Lookup.IsZero() {
			p.Add("affected", "verplicht")
		}
		p.MaxLen("affected", a.Name.Len(), MaxLine)
		noBSN(p, "affected", a.Name)
	}
}

// oneOf notes "verplicht" for an empty choice and "onbekende-keuze" for one
// that is not on offer.
func oneOf[T ~string](p *Problems, path string, value T, offered ...T) {
	if value == "" {
		p.Add(path, "verplicht")
		return
	}
	for _, o := range offered {
		if value == o {
			return
		}
	}
	p.Add(path, "onbekende-keuze")
}

// Report is a melding: what its reporter said. It never changes.
type Report struct {
	ID           ReportID
	Number       string // M-2026-00012
	Legacy       string // number in the register it was imported from; leads in display
	Casefile     CasefileID
	Origin       CasefileID // the case it was made with, before any merging
	Reporter     PersonID   // empty for imports and services without a known person
	OnBehalf     OnBehalf
	Choice       ReportChoice
	Help         HelpWish
	Route        ReportOrigin
	Kinds        []CodeRef
	ReportedAt   time.Time // zero for imports
	ReportedOn   Date
	OccurredOn   Date
	OccurredTime string
	Channel      CodeRef
	Unit         UnitID
	Site         SiteID
	Place        Private
	Account      Private
	Instigator   Private
}

// DisplayNumber is the number to show: that of the old register leads.
func (r Report) DisplayNumber() string {
	if r.Legacy != "" {
		return r.Legacy
	}
	return r.Number
}

// Merged reports whether the report was moved to another case.
func (r Report) Merged() bool { return r.Origin != "" && r.Origin != r.Casefile }
