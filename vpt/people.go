package vpt

// PeopleFilter narrows the list of accounts. The zero value is everybody.
type PeopleFilter struct {
	Unit  UnitID
	Role  Role
	State PersonState
	After PersonID // the last of the page before
	Limit int      // 0: 50
}

// PersonLine is one account in the list.
type PersonLine struct {
	Person
	UnitName string
	Roles    []Role // held today, each once
}

// PeopleList is a page of accounts, by name.
type PeopleList struct {
	People []PersonLine
	Next   PersonID // empty at the end
	Total  int      // that fit the filter
	Units  []Unit
	May    struct{ Change bool }

	// Uninvited is how many accounts of the whole organisation were never used
	// and have no invitation that still works; for who may invite.
	Uninvited int
}

// RoleLine is a role of a person as a page shows it.
type RoleLine struct {
	Assignment
	UnitName string
	SiteName string
	Held     bool // counts today; otherwise past or to come
}

// PersonDetail is one account as the administrator sees it.
type PersonDetail struct {
	Person
	UnitName  string
	Roles     []RoleLine
	Units     []Unit
	Sites     []Site
	Today     Date
	Self      bool // it is the caller's own account
	MayChange bool
	MayRoles  bool // not on one's own account
	MayBlock  bool
	MayInvite bool

	MayHandOver bool // everything that is open of this person to another
}
