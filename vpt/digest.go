package vpt

import "time"

// MailWhen says when somebody is mailed about what is due or late.
type MailWhen string

// The choices. Help that is needed now, and danger in private, never wait.
const (
	MailMorning MailWhen = "ochtend"
	MailDirect  MailWhen = "direct"
)

// MailWhens gives the choices, the default first.
func MailWhens() []MailWhen { return []MailWhen{MailMorning, MailDirect} }

// SaveMailWhen is the input for one's own choice.
type SaveMailWhen struct{ When MailWhen }

// Validate checks the input.
func (in SaveMailWhen) Validate() error {
	var p Problems
	oneOf(&p, "mailWhen", in.When, MailWhens()...)
	return p.Err()
}

// The time of the morning mail, local.
const (
	digestHour   = 7
	digestMinute = 30
)

// DigestAt gives when the morning mail of a day goes out; false on a day off.
func (c Calendar) DigestAt(day Date) (time.Time, bool) {
	return day.At(digestHour, digestMinute, c.Zone), c.Working(day)
}

// DigestItem is one line of a morning mail: codes and a case number, never the
// story or a name.
type DigestItem struct {
	Kind   TaskKind   `json:"kind"`
	Number string     `json:"number,omitempty"`
	Step   NextStep   `json:"step,omitempty"`
	Clock  ClockKind  `json:"clock,omitempty"`
	Duty   DutyKind   `json:"duty,omitempty"`
	Due    time.Time  `json:"due"`
	Late   bool       `json:"late,omitempty"`
	Raised RaiseLevel `json:"raised,omitempty"` // it was raised to the reader
}

// ItemOf gives the line for a task.
func ItemOf(t Task) DigestItem {
	return DigestItem{Kind: t.Kind, Number: t.Number, Step: t.Step, Clock: t.Clock, Duty: t.Duty, Due: t.Due, Late: t.Late}
}

// MaxDigestItems is how many lines a morning mail has; the rest is a number.
const MaxDigestItems = 20

// Digest is one morning mail.
type Digest struct {
	Items []DigestItem `json:"items"`
	More  int          `json:"more,omitempty"` // that are not among Items
}

// Count gives how many things there are.
func (d Digest) Count() int { return len(d.Items) + d.More }

// DigestOf gives the mail about the tasks that are due today or became late
// since the working day before, with what was raised to the reader since then.
func DigestOf(t Tasks, since time.Time, raised []DigestItem) Digest {
	end := DateOf(t.Now, t.Zone).AddDays(1).At(0, 0, t.Zone)
	var all []DigestItem
	for _, one := range t.Tasks {
		if !one.Due.Before(since) && one.Due.Before(end) {
			all = append(all, ItemOf(one))
		}
	}
	all = append(all, raised...)
	if len(all) > MaxDigestItems {
		return Digest{Items: all[:MaxDigestItems], More: len(all) - MaxDigestItems}
	}
	return Digest{Items: all}
}
