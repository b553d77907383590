package dossier

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"rugdekking/vpt"
)

// contactLabel is what the contact of the employer is called where people go
// by a number and she has none.
const contactLabel = "de contactpersoon"

// colleagueLabel is what a colleague is called who only handled the case.
const colleagueLabel = "een collega"

// numbered gives people in the order of their numbers: that in which the case
// came to know them. Who comes in later gets a later number, so that a file of
// today and one of next month call nobody by the number of somebody else.
func numbered(people []vpt.DossierPerson) []vpt.DossierPerson {
	out := slices.Clone(people)
	slices.SortFunc(out, func(a, b vpt.DossierPerson) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// numberLabel is what somebody is called under a number.
func numberLabel(n int) string { return "medewerker " + strconv.Itoa(n) }

// checkCode tells one numbering from another: it stands on the file and on the
// sheet with the names, which belong together when it is the same.
func checkCode(people []vpt.DossierPerson) string {
	var ids []string
	for _, p := range numbered(people) {
		ids = append(ids, string(p.ID))
	}
	sum := sha256.Sum256([]byte(strings.Join(ids, "\n")))
	return strings.ToUpper(hex.EncodeToString(sum[:3]))
}

// aliases gives what everybody of a dossier is called under a number.
func aliases(d vpt.Dossier) []alias {
	var out []alias
	known := map[vpt.DossierPersonID]bool{"": true}
	add := func(p vpt.DossierPerson, label string, number int) {
		if !known[p.ID] {
			known[p.ID] = true
			out = append(out, aliasOf(p, label, number))
		}
	}
	for i, p := range numbered(d.People) {
		add(p, numberLabel(i+1), i+1)
	}
	add(d.Contact, contactLabel, 0)
	for _, p := range d.Others {
		add(p, colleagueLabel, 0)
	}
	return out
}

func aliasOf(p vpt.DossierPerson, label string, number int) alias {
	return alias{label: label, number: number, names: []string{p.Name.Reveal()}, exact: []string{p.Email.Reveal(), p.StaffNo.Reveal()}}
}

// Names says what everybody is called in the document of a dossier.
func Names(d vpt.Dossier) map[vpt.DossierPersonID]string {
	names := map[vpt.DossierPersonID]string{}
	if d.Contact.ID != "" {
		names[d.Contact.ID] = named(d.Contact)
		if d.Mode == vpt.IdentityNumber {
			names[d.Contact.ID] = contactLabel
		}
	}
	for i, p := range numbered(d.People) {
		if names[p.ID] = named(p); d.Mode == vpt.IdentityNumber {
			names[p.ID] = numberLabel(i + 1)
		}
	}
	return names
}

func named(p vpt.DossierPerson) string {
	if p.Name.IsZero() {
		return "een medewerker"
	}
	return p.Name.Reveal()
}
