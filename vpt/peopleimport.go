package vpt

import "strings"

// PeopleColumn names what a column of a list of people holds.
type PeopleColumn string

// The columns of a list of people. Name and e-mail address must be there.
const (
	PeopleName     PeopleColumn = "naam"
	PeopleEmail    PeopleColumn = "e-mail"
	PeopleStaffNo  PeopleColumn = "personeelsnummer"
	PeopleFunction PeopleColumn = "functie"
	PeopleUnit     PeopleColumn = "onderdeel"
	PeopleRole     PeopleColumn = "rol"
	PeopleRoleUnit PeopleColumn = "rol-onderdeel"
)

// PeopleColumns gives all columns, in the order in which they are explained.
func PeopleColumns() []PeopleColumn {
	return []PeopleColumn{PeopleName, PeopleEmail, PeopleStaffNo, PeopleFunction, PeopleUnit, PeopleRole, PeopleRoleUnit}
}

// PeopleColumnOf tells which column a header means; empty when none. Case,
// spaces, hyphens and underscores make no difference.
func PeopleColumnOf(header string) PeopleColumn {
	folded := foldWord(header)
	for column, words := range map[PeopleColumn][]string{
		PeopleName:     {"naam", "name", "medewerker"},
		PeopleEmail:    {"email", "emailadres", "mail", "mailadres"},
		PeopleStaffNo:  {"personeelsnummer", "personeelsnr", "medewerkernummer", "staffnumber"},
		PeopleFunction: {"functie", "function", "functienaam"},
		PeopleUnit:     {"onderdeel", "afdeling", "team", "unit"},
		PeopleRole:     {"rol", "role"},
		PeopleRoleUnit: {"rolonderdeel", "rolafdeling", "roleunit"},
	} {
		for _, word := range words {
			if folded == word {
				return column
			}
		}
	}
	return ""
}

// foldWord leaves the letters and digits of a header or word, in lower case.
func foldWord(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" -_.\u00a0\ufeff", r) {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// PeopleRow is one row of a list of people, as it stood in the file.
type PeopleRow struct {
	Line     int
	Name     Private
	Email    Private
	StaffNo  Private
	Function Private
	Unit     string // name, or names from the top with " > " between
	Role     string // melder or empty: none
	RoleUnit string // empty: the whole organisation, for a manager the person's own unit
}

// MaxPeopleRows is how many people one list may hold.
const MaxPeopleRows = 2000

// ImportPeople is the input for reading a list of people. With DryRun nothing
// is written.
type ImportPeople struct {
	Rows   []PeopleRow
	DryRun bool
}

// Validate checks the size; each row is checked by itself.
func (in ImportPeople) Validate() error {
	var p Problems
	p.Require("file", len(in.Rows) == 0)
	if len(in.Rows) > MaxPeopleRows {
		p.Add("file", "te-veel-rijen")
	}
	return p.Err()
}

// RowFate is what an import does with a row.
type RowFate string

// The fates of a row.
const (
	RowAdded   RowFate = "nieuw"
	RowChanged RowFate = "gewijzigd"
	RowSame    RowFate = "ongewijzigd"
	RowRefused RowFate = "geweigerd"
)

// ImportedRow tells what happened, or would happen, to one row.
type ImportedRow struct {
	Line    int
	Name    Private
	WasName Private // of the account that is there, when the row names it otherwise
	Fate    RowFate
	Changes []PeopleColumn // what a changed account gets from the row
	Person  PersonID       // empty when refused, and for a new one in a dry run
	Fields  []Field        // why it was refused
}

// PeopleImported is the outcome of an import of people.
type PeopleImported struct {
	Rows   []ImportedRow
	DryRun bool
}

// Count tells how many rows met a fate.
func (o PeopleImported) Count(fate RowFate) int {
	n := 0
	for _, r := range o.Rows {
		if r.Fate == fate {
			n++
		}
	}
	return n
}

// RoleOf tells which role a word in a list of people means. No word, or
// "melder", is no role of its own. ok is false when the word is unknown.
func RoleOf(word string) (role Role, ok bool) {
	switch foldWord(strings.NewReplacer("ö", "o", "ë", "e").Replace(strings.ToLower(strings.TrimSpace(word)))) {
	case "", "melder", "medewerker", "geen":
		return "", true
	case "leidinggevende", "manager", "teamleider":
		return RoleManager, true
	case "coordinator":
		return RoleCoordinator, true
	case "beheerder":
		return RoleAdministrator, true
	case "analist", "bestuur", "bestuurofanalist":
		return RoleAnalyst, true
	case "directie", "directeur", "secretaris", "gemeentesecretaris":
		return RoleDirector, true
	case "beveiliging", "beveiliger", "receptie", "bode":
		return RoleSecurity, true
	case "opvanger", "bedrijfsopvang", "collegialeopvanger":
		return RolePeer, true
	case "preventie", "preventiemedewerker", "arbo":
		return RolePrevention, true
	}
	return "", false
}

// UnitByName finds the unit that a word in a list means: a name that stands in
// the tree once, or the names from the top with " > " between. Retired units
// are not found.
func (t UnitTree) UnitByName(word string) (UnitID, bool) {
	parts := strings.Split(word, ">")
	var found []UnitID
	for id, u := range t.byID {
		if !u.Retired && t.ends(id, parts) {
			found = append(found, id)
		}
	}
	if len(found) != 1 {
		return "", false
	}
	return found[0], true
}

// ends reports whether the names from the top to id end in parts.
func (t UnitTree) ends(id UnitID, parts []string) bool {
	path := t.Up(id)
	if len(parts) > len(path) {
		return false
	}
	for i := range parts {
		if foldWord(t.byID[path[i]].Name) != foldWord(parts[len(parts)-1-i]) {
			return false
		}
	}
	return true
}
