package vpt

import "time"

// MailReason says why somebody gets a mail. The mail carries this reason and a
// link, never the story.
type MailReason string

// The reasons for a mail.
const (
	MailNewCase     MailReason = "nieuwe-zaak"
	MailHelpNow     MailReason = "hulp-nodig"
	MailPrivateRisk MailReason = "prive-in-gevaar"
	MailReceipt     MailReason = "melding-ontvangen"
	MailNamed       MailReason = "genoemd-als-getroffene"
	MailNews        MailReason = "nieuws-over-melding"
	MailComment     MailReason = "reactie-op-zaak"
	MailAssigned    MailReason = "zaak-toegewezen"
	MailTalk        MailReason = "gesprek-gepland"
	MailOverdue     MailReason = "termijn-voorbij"
	MailRoles       MailReason = "rollen-gewijzigd"
	MailDeputy      MailReason = "waarnemer"
	MailInvitation  MailReason = "uitnodiging"
	MailReset       MailReason = "nieuw-wachtwoord"
	MailPassword    MailReason = "wachtwoord-gewijzigd"
	MailFactor      MailReason = "tweede-factor-gewijzigd"
	MailAddress     MailReason = "adres-gewijzigd"       // to the holder, at the address of before
	MailAddressOf   MailReason = "adres-van-behandelaar" // to the coordinators
	MailToken       MailReason = "koppeling-gemaakt"     // to the coordinators
	MailSecond      MailReason = "maatregel-meekijken"
	MailBack        MailReason = "maatregel-terug"
	MailAgreed      MailReason = "maatregel-besloten"
	MailRemedy      MailReason = "klacht-ontvangen"
	MailLetter      MailReason = "brief-voor-u" // to somebody without an account: a link to a letter
	MailBreach      MailReason = "maatregel-overtreden"
	MailTalkOff     MailReason = "gesprek-gaat-niet-door" // to who was to hold it
	MailRaised      MailReason = "blijft-liggen"          // to the coordinators and the directors
	MailDigest      MailReason = "ochtendbericht"
	MailHandedOver  MailReason = "werk-overgedragen"
	MailCircle      MailReason = "kring-zonder-behandelaar" // to the administrators
	MailCircleEdge  MailReason = "kring-gewijzigd"          // to who handles cases in it
)

// MailReasons gives all reasons.
func MailReasons() []MailReason {
	return []MailReason{
		MailNewCase, MailHelpNow, MailPrivateRisk, MailReceipt, MailNamed, MailNews, MailComment, MailAssigned,
		MailTalk, MailOverdue, MailRoles, MailDeputy, MailInvitation, MailReset,
		MailPassword, MailFactor, MailAddress, MailAddressOf, MailToken, MailSecond, MailBack, MailAgreed, MailRemedy, MailBreach, MailLetter,
		MailTalkOff, MailRaised, MailDigest, MailHandedOver, MailCircle, MailCircleEdge,
	}
}

// Alarm reports whether the mail warns its reader of a change to her own
// account. It also goes to who made the change: that is the point of it.
func (r MailReason) Alarm() bool { return r == MailPassword || r == MailFactor }

// MailState is where a mail stands.
type MailState string

// The states of a mail. A mail is marked busy before its data goes out; found
// so after a crash it is uncertain and a person decides.
const (
	MailQueued    MailState = "klaar-om-te-versturen"
	MailBusy      MailState = "bezig"
	MailSent      MailState = "verzonden"
	MailUncertain MailState = "onzeker"
	MailFailed    MailState = "mislukt"
	MailSettled   MailState = "zo-gelaten" // uncertain or failed, and a person left it at that
)

// The waits of a mail that could not be sent for now: the first, and the longest
// to which they grow.
const (
	firstMailWait   = time.Minute
	longestMailWait = 6 * time.Hour
)

// mailTries is after how many tries a mail has failed: with the waits between
// them that is a little over two days, a weekend without a mail server.
const mailTries = 17

// NextMailTry gives how long to wait after so many tries that failed for now,
// each twice as long as the one before; false when it has been tried enough.
func NextMailTry(tries int) (time.Duration, bool) {
	if tries >= mailTries {
		return 0, false
	}
	wait := firstMailWait
	for range tries - 1 {
		wait = min(2*wait, longestMailWait)
	}
	return wait, true
}

// Mail is one notification. Attempts counts how often it was begun to be sent
// since a person, or the program, asked for it.
type Mail struct {
	ID        MailID
	To        PersonID
	Reason    MailReason
	Path      string // of the link, without host
	State     MailState
	MessageID string
	Attempts  int
	CreatedAt time.Time
	SentAt    time.Time
}

// MailTrouble is a mail of which a person must decide: nobody knows whether it
// arrived, or the other side refused it.
type MailTrouble struct {
	Mail
	Name PersonName
}

// MailTroubles is what stands on the page where a person decides.
type MailTroubles struct {
	Mails []MailTrouble
	Zone  *time.Location
}

// MailText is what a mail says: why there is one, never the story.
type MailText struct {
	Salutation func(name string) string
	Subject    string
	Lines      []string
	LinkText   string
	Closing    []string

	// Item puts one line of a morning mail in words, and Digest says how many
	// things there are; of other mails they are nil.
	Item   func(item DigestItem, zone *time.Location) string
	Digest func(Digest) string
}
