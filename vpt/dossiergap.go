package vpt

import "slices"

// DossierGap names something that the police will ask and that is not on
// record. It is a hint: a dossier can always be made.
type DossierGap string

// What may be missing, in the order in which it is filled in.
const (
	GapAssessed   DossierGap = "beoordeling"
	GapAffected   DossierGap = "verklaring-getroffene"
	GapWitness    DossierGap = "verklaring-getuige"
	GapLiteral    DossierGap = "letterlijke-woorden"
	GapMeans      DossierGap = "waarmee"
	GapCourse     DossierGap = "welke-wijze"
	GapTrigger    DossierGap = "waarom"
	GapInstigator DossierGap = "wie-deed-het"
	GapEvidence   DossierGap = "bewijs"
	GapReceipt    DossierGap = "bon"
	GapRules      DossierGap = "huisregels"
	GapLetter     DossierGap = "brief"
	GapProof      DossierGap = "bewijs-van-bezorging"
	GapAttorney   DossierGap = "volmacht"
	GapAddress    DossierGap = "adres"
	GapPhone      DossierGap = "telefoon"
)

// DossierGaps gives all gaps.
func DossierGaps() []DossierGap {
	return []DossierGap{
		GapAssessed, GapAffected, GapWitness, GapLiteral, GapMeans, GapCourse, GapTrigger, GapInstigator, GapEvidence, GapReceipt,
		GapRules, GapLetter, GapProof, GapAttorney, GapAddress, GapPhone,
	}
}

// Gaps gives what is missing of a dossier.
func (d Dossier) Gaps() []DossierGap {
	missing := map[DossierGap]bool{
		GapAssessed:   !d.Assessed,
		GapAffected:   d.silent(RoleAffected),
		GapWitness:    d.silent(RoleWitness),
		GapLiteral:    !d.told(DetailLiteral),
		GapMeans:      !d.told(DetailMeans),
		GapCourse:     !d.told(DetailCourse),
		GapTrigger:    !d.told(DetailTrigger) && !d.told(DetailTriggerMore),
		GapInstigator: len(d.Instigators) == 0,
		GapEvidence:   len(d.Evidence) == 0,
		GapReceipt:    slices.ContainsFunc(d.Damage, func(i DamageItem) bool { return i.Receipt == "" }),
		GapRules:      !d.HouseRules.Shown(d.OccurredOn),
		GapLetter:     slices.ContainsFunc(d.Bans, func(b DossierBan) bool { return b.Letter == "" }),
		GapProof:      slices.ContainsFunc(d.Bans, func(b DossierBan) bool { return b.Letter != "" && !b.Delivered() }),
		GapAttorney:   d.lacksAttorney(),
		GapAddress:    len(d.Stationery.Lines) == 0,
		GapPhone:      d.Stationery.Phone == "",
	}
	return slices.DeleteFunc(DossierGaps(), func(g DossierGap) bool { return !missing[g] })
}

// silent reports whether somebody with a role told nothing herself.
func (d Dossier) silent(role InvolvedRole) bool {
	return slices.ContainsFunc(d.People, func(p DossierPerson) bool {
		return p.Has(role) && !slices.ContainsFunc(d.Statements, func(s DossierStatement) bool { return s.By == p.ID })
	})
}

// told reports whether anybody told something of a field.
func (d Dossier) told(field DetailField) bool {
	return slices.ContainsFunc(d.Statements, func(s DossierStatement) bool { return len(s.Said(field)) > 0 })
}

// lacksAttorney reports whether somebody else went to the police without a
// power of attorney on record (163 Sv).
func (d Dossier) lacksAttorney() bool {
	return slices.ContainsFunc(d.Police, func(r PoliceRecord) bool {
		return r.Kind == PoliceComplaint && r.FiledBy != FiledByEmployee && r.FiledBy != "" && r.Attorney != AnswerYes
	})
}
