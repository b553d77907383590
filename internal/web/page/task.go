package page

import (
	"strconv"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// Tasks is "Mijn taken": everything that is one's own to do, late first.
type Tasks struct {
	Shell
	Heading PageHeading
	Groups  []TaskGroup
	Empty   EmptyState
	Links   []CaseLink
}

// TaskGroup is what is late, due today, or later.
type TaskGroup struct {
	ID    string
	Title string
	Cards CardList
}

// NewTasks makes the page.
func NewTasks(shell Shell, t *nl.Texts, mine vpt.Tasks) *Tasks {
	later := len(mine.Tasks) - mine.Late - mine.Today
	p := &Tasks{
		Shell: shell, Heading: PageHeading{Title: shell.Title, Lead: t.Fill("taken.lead", "laat", strconv.Itoa(mine.Late), "vandaag", strconv.Itoa(mine.Today), "later", strconv.Itoa(later))},
		Empty: EmptyState{Title: t.Text("taken.leeg"), Text: t.Text("taken.leeg-tekst"), Icon: "check"},
	}
	if len(mine.Tasks) == 0 {
		p.Heading.Lead = t.Text("taken.lead-geen")
	}
	end := vpt.DateOf(mine.Now, mine.Zone).AddDays(1).At(0, 0, mine.Zone)
	groups := []TaskGroup{{ID: "te-laat", Title: t.Text("taken.laat")}, {ID: "vandaag", Title: t.Text("taken.vandaag")}, {ID: "later", Title: t.Text("taken.later")}}
	for _, task := range mine.Tasks {
		i := 2
		switch {
		case task.Late:
			i = 0
		case !task.Due.IsZero() && task.Due.Before(end):
			i = 1
		}
		groups[i].Cards.Cards = append(groups[i].Cards.Cards, taskCard(t, mine, task))
	}
	for _, g := range groups {
		if len(g.Cards.Cards) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
	link := func(may bool, key, href, icon string) {
		if may {
			p.Links = append(p.Links, CaseLink{Label: t.Text("taken.naar-" + key), Href: href, Icon: icon})
		}
	}
	link(mine.MayRoster, "rooster", "/opvang/rooster", "care")
	link(mine.MayTimes, "tijden", "/cijfers/doorlooptijden", "clock")
	link(mine.MayHand, "overdragen", "/werkvoorraad/overdragen", "users")
	return p
}

func taskCard(t *nl.Texts, mine vpt.Tasks, task vpt.Task) Card {
	card := Card{Sub: true, Title: TaskTitle(t, task), Late: task.Late}
	if task.Number != "" {
		card.Facts = append(card.Facts, Definition{Term: t.Text("taken.zaak"), Text: task.Number})
	}
	if !task.Since.IsZero() {
		card.Facts = append(card.Facts, Definition{Term: t.Text("taken.sinds"), Text: nl.Relative(task.Since, mine.Now, mine.Zone, t.Lang())})
	}
	card.Facts = append(card.Facts, Definition{Term: t.Text("taken.waarom"), Text: taskReason(t, task)})
	switch {
	case task.Due.IsZero():
		card.Due = t.Text("taken.geen-termijn")
	case task.Kind == vpt.TaskHold:
		card.Due = capital(nl.Relative(task.Due, mine.Now, mine.Zone, t.Lang()))
	default:
		card.Due = capital(nl.Before(task.Due, mine.Now, mine.Zone, t.Lang()))
	}
	if href := taskURL(task); href != "" {
		label := t.Text("taken.doe")
		if task.Kind == vpt.TaskHold {
			label = t.Text("taken.doe-gesprek")
		}
		card.Action = &Button{Kind: ButtonSecondary, Label: label, Href: href, Icon: "next"}
	} else {
		card.Text = []string{t.Text("taken.niet-open")}
	}
	return card
}

// TaskTitle says what is to be done.
func TaskTitle(t *nl.Texts, task vpt.Task) string {
	switch task.Kind {
	case vpt.TaskStep:
		return t.Label(task.Step)
	case vpt.TaskClock:
		if !task.Late {
			return t.Label(stepOfClock(task.Clock))
		}
		return t.Fill("taken.termijn", "wat", t.Label(task.Clock))
	case vpt.TaskPlan:
		return t.Fill("taken.plan", "naam", task.Name.Reveal())
	case vpt.TaskHold:
		return t.Fill("taken.houd", "naam", task.Name.Reveal())
	}
	if task.Duty == vpt.DutyReferral && !task.Name.IsZero() {
		return t.Fill("taken.verwijscheck", "naam", task.Name.Reveal())
	}
	return t.Label(task.Duty)
}

func taskReason(t *nl.Texts, task vpt.Task) string {
	switch {
	case task.Role != "":
		return t.Fill("taken.waarom-rol", "rol", t.Label(task.Role))
	case task.Kind == vpt.TaskHold, !task.MayOpen:
		return t.Text("taken.waarom-naam")
	}
	return t.Text("taken.waarom-zaak")
}

// taskURL is where a task is done; empty for who cannot go there.
func taskURL(task vpt.Task) string {
	path := "/zaken/" + task.Number
	switch {
	case task.Kind == vpt.TaskHold:
		return "/opvang/" + task.Ref
	case task.Kind == vpt.TaskDuty:
		return dutyURL(task, path)
	case !task.MayOpen:
		return ""
	case task.Kind == vpt.TaskPlan:
		return path + "/" + string(ActTalk) + "/" + task.Ref
	case task.Kind == vpt.TaskClock:
		return NextStepURL(task.Number, stepOfClock(task.Clock))
	}
	return NextStepURL(task.Number, task.Step)
}

func stepOfClock(clock vpt.ClockKind) vpt.NextStep {
	switch clock {
	case vpt.ClockReaction:
		return vpt.NextReact
	case vpt.ClockPolice:
		return vpt.NextPolice
	}
	return vpt.NextFeedback
}

// dutyURL is where a duty is done. Some have a page of their own that one may
// see without the case.
func dutyURL(task vpt.Task, path string) string {
	switch task.Duty {
	case vpt.DutySecond:
		return path + "/maatregelen/" + task.Ref
	case vpt.DutyImprove:
		return "/verbeteren/" + task.Ref
	}
	if !task.MayOpen {
		return ""
	}
	switch task.Duty {
	case vpt.DutyReferral:
		return path + "/" + string(ActTalk) + "/" + task.Ref + "/" + string(ActReferral)
	case vpt.DutyPrepared, vpt.DutyReview:
		return path + "/maatregelen/" + task.Ref
	case vpt.DutyHear:
		return path + "/horen/" + task.Ref
	case vpt.DutyDeliver:
		return path + "/brieven"
	case vpt.DutyTellPerson:
		return path + "/" + string(ActInstigator)
	case vpt.DutyPolice:
		return path + "/" + string(ActPolice)
	case vpt.DutyDamage:
		return path + "/" + string(ActDamage)
	case vpt.DutyAnalysis:
		return path + "/" + string(ActAnalysis)
	case vpt.DutyAccident:
		return path + "/" + string(ActAccident)
	}
	return path
}

// taskNote says on the first page how much there is to do; nil when nothing.
func taskNote(t *nl.Texts, mine vpt.Tasks) *Alert {
	if len(mine.Tasks) == 0 {
		return nil
	}
	key, tone := "start.taken", ToneInfo
	if len(mine.Tasks) == 1 {
		key = "start.taken-een"
	}
	if mine.Late > 0 {
		tone = ToneWarning
	}
	return &Alert{
		Tone: tone, Title: t.Fill(key, "aantal", strconv.Itoa(len(mine.Tasks)), "laat", strconv.Itoa(mine.Late)),
		Action: &Link{Label: t.Text("start.taken-doe"), Href: "/taken"},
	}
}
