package vpt

import (
	"slices"
	"strings"
)

// Offence names what a kind of aggression may be under the Wetboek van
// Strafrecht. It is an indication that helps the police file: the prosecutor
// decides, and no page may call it more than possible.
type Offence string

// The offences that kinds may point to.
const (
	OffenceInsult         Offence = "belediging"
	OffenceDefamation     Offence = "smaad"
	OffenceThreat         Offence = "bedreiging"
	OffenceCoercion       Offence = "ambtsdwang"
	OffenceStalking       Offence = "belaging"
	OffenceDoxing         Offence = "doxing"
	OffenceAssault        Offence = "mishandeling"
	OffenceHomicide       Offence = "poging-doodslag"
	OffenceSexual         Offence = "zedenmisdrijf"
	OffenceVandalism      Offence = "vernieling"
	OffenceTrespass       Offence = "vredebreuk"
	OffenceDiscrimination Offence = "discriminatie"
)

// Ground is an offence with its articles of the Wetboek van Strafrecht.
type Ground struct {
	Offence   Offence
	Articles  string // as they are named in a police file
	Complaint bool   // prosecuted only when the victim files a complaint in time
}

// groundRow is one line of the table of grounds. when says towards whom the
// offence waits for a complaint (klacht).
type groundRow struct {
	offence Offence
	article string
	kinds   string // codes of the shipped list
	when    complaintRule
}

type complaintRule int

const (
	noComplaint       complaintRule = iota
	towardsNoOfficial               // 269 Sr: insult of any sort, unless towards an official in function (267)
	alwaysComplaint                 // 285b lid 2 Sr
)

// groundTable leads from kinds to articles. Source: Wetboek van Strafrecht
// (https://wetten.overheid.nl/BWBR0001854), articles as named in the table.
func groundTable() []groundRow {
	return []groundRow{
		{OffenceInsult, "266, 267", "V2", towardsNoOfficial},
		{OffenceDefamation, "261, 262", "V4", towardsNoOfficial},
		{OffenceThreat, "285", "B B1 B2 B3 B4 B5", noComplaint},
		{OffenceCoercion, "179", "I4", noComplaint},
		{OffenceStalking, "285b", "S2", alwaysComplaint},
		{OffenceDoxing, "285d", "O3", noComplaint},
		{OffenceAssault, "300, 304", "F F1 F2 F3 F4", noComplaint},
		{OffenceHomicide, "45, 287, 302", "F5", noComplaint},
		{OffenceSexual, "titel XIV", "X2", noComplaint},
		{OffenceVandalism, "350", "Z Z1", noComplaint},
		{OffenceTrespass, "138, 139", "H1 H2", noComplaint},
		{OffenceDiscrimination, "137c", "D1", noComplaint},
	}
}

// Grounds gives what kinds may be under the law, in the order of the table.
// officials says whether the employees are officials in the sense of article
// 267: towards who is not, an insult waits for a complaint.
func Grounds(kinds []CodeRef, officials bool) []Ground {
	var out []Ground
	for _, row := range groundTable() {
		if !slices.ContainsFunc(kinds, func(k CodeRef) bool { return slices.Contains(strings.Fields(row.kinds), k.Code) }) {
			continue
		}
		g := Ground{Offence: row.offence, Articles: row.article, Complaint: row.when == alwaysComplaint || row.when == towardsNoOfficial && !officials}
		if row.offence == OffenceInsult && !officials {
			g.Articles = "266"
		}
		out = append(out, g)
	}
	return out
}

// NeedsComplaint reports whether one of the grounds is prosecuted only after a
// complaint of the victim.
func NeedsComplaint(grounds []Ground) bool {
	return slices.ContainsFunc(grounds, func(g Ground) bool { return g.Complaint })
}

// ComplaintDays is how long such a complaint may be filed after the day on
// which the victim knew: three months (66 Sr), a month being thirty days (88 Sr).
const ComplaintDays = 90

// ComplaintBy gives the last day for a complaint about what happened on a day.
// It counts from the incident itself: who was insulted was there, and who found
// out later is warned too early rather than too late.
func ComplaintBy(occurred Date) Date { return occurred.AddDays(ComplaintDays) }

// Offences gives all offences.
func Offences() []Offence {
	rows := groundTable()
	out := make([]Offence, len(rows))
	for i, r := range rows {
		out[i] = r.offence
	}
	return out
}
