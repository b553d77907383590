package content

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// demoWorld is what the narratives refer to: per organisation the codes of its
// units, sites and people.
type demoWorld map[string]struct{ units, sites, people map[string]bool }

func world(t *testing.T) ([]DemoOrganisation, demoWorld) {
	t.Helper()
	organisations, err := DemoOrganisations()
	if err != nil {
		t.Fatal(err)
	}
	w := demoWorld{}
	for _, o := range organisations {
		units, sites, people := map[string]bool{}, map[string]bool{}, map[string]bool{}
		for _, u := range o.Units {
			units[u.Code] = true
		}
		for _, s := range o.Sites {
			sites[s.Code] = true
		}
		for _, p := range o.People {
			people[p.Code] = true
		}
		if len(units) != len(o.Units) || len(sites) != len(o.Sites) || len(people) != len(o.People) {
			t.Errorf("%s: a code stands there twice", o.Code)
		}
		w[o.Code] = struct{ units, sites, people map[string]bool }{units, sites, people}
	}
	return organisations, w
}

func narratives(t *testing.T) []Narrative {
	t.Helper()
	all, err := Narratives()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestOrganisationsHoldTogether(t *testing.T) {
	organisations, w := world(t)
	if len(organisations) != 2 || organisations[0].Code != "lindemeer" || organisations[1].Code != "uitvoeringsdienst-noord" {
		t.Fatalf("organisations %v", organisations)
	}
	for i, least := range []int{60, 40} {
		if got := len(organisations[i].People); got < least {
			t.Errorf("%s has %d people, want at least %d", organisations[i].Code, got, least)
		}
	}
	for _, o := range organisations {
		seen, roles, tops := map[string]bool{}, map[string]int{}, 0
		circles := map[string]bool{}
		for _, u := range o.Units {
			circles[u.Code] = u.Circle
			if u.Parent == "" {
				tops++
			} else if !w[o.Code].units[u.Parent] {
				t.Errorf("%s: unit %s stands below %q, which does not exist", o.Code, u.Code, u.Parent)
			}
			if !w[o.Code].sites[u.Site] {
				t.Errorf("%s: unit %s works at %q, which does not exist", o.Code, u.Code, u.Site)
			}
		}
		for _, p := range o.People {
			for _, unique := range []string{p.Email, p.StaffNumber, p.Name} {
				if seen[unique] {
					t.Errorf("%s: %s stands there twice", o.Code, unique)
				}
				seen[unique] = true
			}
			if !w[o.Code].units[p.Unit] || !strings.HasSuffix(p.Email, "@"+o.Domain) || !strings.HasSuffix(o.Domain, ".example") {
				t.Errorf("%s: %s works in %q and has %s", o.Code, p.Code, p.Unit, p.Email)
			}
			for _, r := range p.Roles {
				ofCircle := r.Role == "coordinator" && circles[r.Unit]
				if !ofCircle {
					roles[r.Role]++
				}
				if (r.Role == "manager" || ofCircle) != (r.Unit != "") || r.Unit != "" && !w[o.Code].units[r.Unit] {
					t.Errorf("%s: %s has role %s of %q", o.Code, p.Code, r.Role, r.Unit)
				}
			}
		}
		if tops != 1 || roles["manager"] < 5 || roles["coordinator"] != 1 || roles["administrator"] != 1 || roles["analyst"] != 1 || roles["board"] == 0 {
			t.Errorf("%s: %d units at the top, roles %v", o.Code, tops, roles)
		}
	}
}

// Administrator and analyst see no case, so nobody may have one of these roles
// and a role that does.
func TestRolesThatSeeNoCaseStandAlone(t *testing.T) {
	organisations, _ := world(t)
	for _, o := range organisations {
		for _, p := range o.People {
			for _, r := range p.Roles {
				if (r.Role == "administrator" || r.Role == "analyst") && len(p.Roles) > 1 {
					t.Errorf("%s: %s is %s and more", o.Code, p.Code, r.Role)
				}
			}
		}
	}
}

func TestNarrativesReferToWhatExists(t *testing.T) {
	_, w := world(t)
	lists := map[string]CodeList{}
	all, err := CodeLists()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range all {
		lists[l.Name] = l
	}
	rhythm, err := DemoRhythm()
	if err != nil {
		t.Fatal(err)
	}
	known := func(n Narrative, list, code string) {
		if _, ok := lists[list].Code(code); code != "" && !ok {
			t.Errorf("%s: no %q in %s", n.ID, code, list)
		}
	}
	for _, n := range narratives(t) {
		o := w[n.Organisation]
		if !o.units[n.Unit] || n.Site != "" && !o.sites[n.Site] || n.Reporter != "" && !o.people[n.Reporter] || n.Affected != "" && !o.people[n.Affected] {
			t.Errorf("%s: unit %q, site %q, reporter %q or affected %q does not exist", n.ID, n.Unit, n.Site, n.Reporter, n.Affected)
		}
		for _, k := range slices.Concat(n.Kinds, n.Reported) {
			known(n, Kinds, k)
		}
		known(n, Channels, n.Channel)
		known(n, Triggers, n.Trigger)
		known(n, Natures, n.Nature)
		known(n, Injuries, n.Injury)
		if n.Instigator != nil {
			known(n, Relations, n.Instigator.Relation)
		}
		for _, m := range n.Measures {
			if c, ok := lists[Measures].Code(m.Kind); !ok || !c.Choosable() {
				t.Errorf("%s: measure %s cannot be chosen", n.ID, m.Kind)
			}
		}
		if n.Season != "" && !slices.ContainsFunc(rhythm.Special, func(s SpecialDay) bool { return s.ID == n.Season }) {
			t.Errorf("%s: no season %q in the rhythm", n.ID, n.Season)
		}
	}
}

// What is assessed follows the list: a narrative has the class of its heaviest
// kind, and none where no aggression was found.
func TestNarrativesAreAssessedAsTheListSays(t *testing.T) {
	l := kinds(t)
	for _, n := range narratives(t) {
		want := 0
		for _, k := range n.Kinds {
			c, _ := l.Code(k)
			want = max(want, c.Class)
		}
		if n.Outcome == "no_aggression" || slices.Contains(n.Kinds, "N9") {
			want = n.Class
		}
		if n.Class != want {
			t.Errorf("%s: class %d, its kinds %v say %d", n.ID, n.Class, n.Kinds, want)
		}
		for _, m := range n.Measures {
			if ban := m.Kind == "M6" || m.Kind == "M7" || m.Kind == "M8" || m.Kind == "M13"; ban && (m.Weeks == 0 || m.Alternative == "") {
				t.Errorf("%s: %s without an end or without another way to be helped", n.ID, m.Kind)
			}
		}
	}
}

func TestNarrativesAreManyAndDifferent(t *testing.T) {
	all := narratives(t)
	if len(all) < 170 {
		t.Errorf("%d narratives, want at least 170", len(all))
	}
	seen, organisations, used := map[string]string{}, map[string]int{}, map[string]bool{}
	for _, n := range all {
		for _, text := range []string{n.ID, n.What, n.What[:min(30, len(n.What))], n.Feedback} {
			if other, twice := seen[text]; twice && text != "" {
				t.Errorf("%s and %s share %q", other, n.ID, text)
			}
			seen[text] = n.ID
		}
		organisations[n.Organisation]++
		used[n.Channel], used[n.Trigger] = true, true
		for _, k := range n.Kinds {
			used[k] = true
		}
	}
	if organisations["lindemeer"] < 100 || organisations["uitvoeringsdienst-noord"] < 40 {
		t.Errorf("spread over the organisations: %v", organisations)
	}
	for _, name := range []string{Kinds, Channels, Triggers} {
		l, err := CodeListByName(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range l.Entries {
			if c.TileNL == "" && !used[c.Code] {
				t.Errorf("no narrative has %s of %s", c.Code, name)
			}
		}
	}
}

// The demo shows every turn that a case can take.
func TestTheDemoShowsEveryTurn(t *testing.T) {
	turns, byID, series := map[string]int{}, map[string]Narrative{}, map[string][]Narrative{}
	for _, n := range narratives(t) {
		byID[n.ID] = n
		turns["outcome "+n.Outcome]++
		turns["late "+n.Late]++
		if n.Police != nil {
			turns["police "+n.Police.Kind]++
		}
		for _, m := range n.Measures {
			if m.Overturned != nil {
				turns["overturned"]++
			}
			if m.Kind == "M8" && n.DaysAgo > 7*m.Weeks {
				turns["expired ban"]++
			}
		}
		for _, note := range n.Notes {
			turns[map[bool]string{true: "shared note", false: "hidden note"}[note.Shared]]++
		}
		if n.Series != nil {
			series[n.Series.ID] = append(series[n.Series.ID], n)
		}
	}
	for _, turn := range []string{"outcome withdrawn", "outcome duplicate", "outcome no_aggression", "late reaction", "late care", "late feedback",
		"late police", "police notice", "police complaint", "overturned", "expired ban", "shared note", "hidden note"} {
		if turns[turn] == 0 {
			t.Errorf("no narrative shows: %s", turn)
		}
	}
	for _, n := range byID {
		if (n.Outcome == "duplicate") != (n.DuplicateOf != "") || n.DuplicateOf != "" && byID[n.DuplicateOf].ID == "" {
			t.Errorf("%s: outcome %q, duplicate of %q", n.ID, n.Outcome, n.DuplicateOf)
		}
	}
	for id, events := range series {
		for _, e := range events {
			if e.Instigator == nil || e.Instigator.Name != events[0].Instigator.Name || len(events) < 5 {
				t.Errorf("series %s: %d events, %s is about someone else", id, len(events), e.ID)
			}
		}
	}
	if len(series) == 0 {
		t.Error("no serial dossier")
	}
}

// Nothing in the demo may look like a number of a real person, and the word for
// the one who did it is never "dader".
func TestNarrativesHoldNothingReal(t *testing.T) {
	suspicious := regexp.MustCompile(`\d{6,}|06[- ]?\d{2}|\d{4} ?[A-Z]{2}\b|@|https?:|(?i)\bdader`)
	for _, n := range narratives(t) {
		text := n.What + " " + n.Literal + " " + n.Feedback + " " + n.OutcomeWhy
		for _, m := range n.Measures {
			text += " " + m.Reason + " " + m.Alternative
		}
		for _, note := range n.Notes {
			text += " " + note.Text
		}
		if found := suspicious.FindString(text); found != "" {
			t.Errorf("%s holds %q", n.ID, found)
		}
	}
}

func TestRhythm(t *testing.T) {
	r, err := DemoRhythm()
	if err != nil {
		t.Fatal(err)
	}
	if slices.Max(r.Weekday[:]) != r.Weekday[0] {
		t.Error("Monday is not the busiest day")
	}
	l, err := CodeListByName(Channels)
	if err != nil {
		t.Fatal(err)
	}
	rest := 0
	for _, h := range r.Hours {
		if len(h.Channels) == 0 {
			rest++
		}
		if slices.Max(h.Weight[:]) == 0 {
			t.Errorf("hours of %v weigh nothing", h.Channels)
		}
		for _, c := range h.Channels {
			if _, ok := l.Code(c); !ok {
				t.Errorf("no channel %q", c)
			}
		}
	}
	if rest != 1 {
		t.Errorf("%d hour rows hold for the rest, want 1", rest)
	}
	for _, s := range r.Special {
		if s.From == "" && len(s.MonthDays) == 0 && len(s.Weekdays) == 0 || (s.From == "") != (s.Until == "") {
			t.Errorf("%s falls on no day", s.ID)
		}
	}
}
