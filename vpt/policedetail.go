package vpt

// FiledBy says who went to the police.
type FiledBy string

// Who may go to the police (163 Sv; the employer also as one who knows of the
// offence: 161 Sv, and then the employee is a witness).
const (
	FiledByEmployee FiledBy = "medewerker"
	FiledByEmployer FiledBy = "werkgever"
	FiledByAttorney FiledBy = "gemachtigde"
)

// IdentityMode says how the employee is named in the criminal file, which the
// suspect gets to read.
type IdentityMode string

// The ways to be named: in full, in full with the employer's address, or by a
// number that the police give out.
const (
	IdentityFull     IdentityMode = "volledig"
	IdentityDomicile IdentityMode = "domicilie"
	IdentityNumber   IdentityMode = "nummer"
)

// NotFiled says why there was no notice and no complaint.
type NotFiled string

// The reasons for not going to the police.
const (
	NotFiledWish      NotFiled = "wens-medewerker"
	NotFiledFear      NotFiled = "bang-voor-gevolgen"
	NotFiledNoOffence NotFiled = "niet-strafbaar"
	NotFiledLight     NotFiled = "te-licht"
	NotFiledUnknown   NotFiled = "veroorzaker-onbekend"
	NotFiledRefused   NotFiled = "politie-neemt-niet-op"
	NotFiledOther     NotFiled = "anders"
)

// NotFileds gives all reasons.
func NotFileds() []NotFiled {
	return []NotFiled{
		NotFiledWish, NotFiledFear, NotFiledNoOffence, NotFiledLight, NotFiledUnknown, NotFiledRefused, NotFiledOther,
	}
}

// PoliceDetails is what is recorded of a notice or complaint besides day and
// number. Everything may be empty: it was not recorded.
//
// VPT is the label by which the national agreements on violence against public
// servants (Eenduidige Landelijke Afspraken) start to work, so that it is asked
// for and the answer kept.
type PoliceDetails struct {
	VPTAsked     Answer
	VPTConfirmed Answer
	Domicile     Answer // the employer's address instead of the employee's
	Identity     IdentityMode
	FiledBy      FiledBy
	Attorney     Answer // special power of attorney by the victim: 163 Sv
	AttorneyOn   Date
	NotFiled     NotFiled // records without a notice or complaint only
}

// Validate notes what is wrong for a record of kind.
func (d PoliceDetails) Validate(p *Problems, kind PoliceKind, today Date) {
	optionalOf(p, "vptAsked", d.VPTAsked, Answers()...)
	optionalOf(p, "vptConfirmed", d.VPTConfirmed, Answers()...)
	optionalOf(p, "domicile", d.Domicile, Answers()...)
	optionalOf(p, "identity", d.Identity, IdentityFull, IdentityDomicile, IdentityNumber)
	if d.Identity == IdentityDomicile && d.Domicile == AnswerNo {
		p.Add("identity", "adres-werkgever-nodig")
	}
	optionalOf(p, "filedBy", d.FiledBy, FiledByEmployee, FiledByEmployer, FiledByAttorney)
	optionalOf(p, "attorney", d.Attorney, Answers()...)
	optionalPast(p, "attorneyOn", d.AttorneyOn, today)
	optionalOf(p, "notFiled", d.NotFiled, NotFileds()...)
	if kind != PoliceComplaint {
		return
	}
	switch d.FiledBy {
	case FiledByAttorney: // without one, nobody files for somebody else
		if d.Attorney != AnswerYes {
			p.Add("attorney", "machtiging-nodig")
		}
	case FiledByEmployer: // without one the employee is a witness; that is a choice to make
		p.Require("attorney", d.Attorney == "")
	}
	if d.Attorney == AnswerYes && d.FiledBy != FiledByEmployee {
		p.Require("attorneyOn", d.AttorneyOn == "")
	}
}

// Tidy fills in what follows: naming the employer's address is choosing it.
func (d PoliceDetails) Tidy(kind PoliceKind) PoliceDetails {
	if d.Identity == IdentityDomicile {
		d.Domicile = AnswerYes
	}
	if kind == PoliceNone {
		return PoliceDetails{NotFiled: d.NotFiled}
	}
	d.NotFiled = ""
	return d
}
