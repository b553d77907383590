package dossier_test

import (
	"time"

	"rugdekking/vpt"
)

func p(text string) vpt.Private { return vpt.NewPrivate(text) }

// secrets are what must stand nowhere in a dossier under a number: names, parts
// of names, addresses and staff numbers of everybody on the side of the
// organisation.
var secrets = []string{
	"Rosa", "de Wit", "Anna", "Yılmaz", "Yilmaz", "Wim", "Pinas", "Sem", "Mila", "van Dijk", "Cora", "Jansen",
	"rosa@zuiderdal.example", "a.yilmaz@zuiderdal.example", "wim@zuiderdal.example", "P-1042", "P-1043", "teamleider", "loketmedewerker",
}

// view is a dossier in which something of everything stands.
func view(mode vpt.IdentityMode) vpt.Dossier {
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		panic(err)
	}
	return vpt.Dossier{
		Number: "Z-2026-00041", Mode: mode, Made: time.Date(2026, 11, 20, 13, 5, 0, 0, time.UTC), Zone: zone, Organisation: "Gemeente Zuiderdal",
		Stationery: vpt.Stationery{Lines: []string{"Postbus 120", "4000 AB Zuiderdal"}, Phone: "14 0344", Email: "veilig@zuiderdal.example"},
		Contact:    vpt.DossierPerson{ID: "p-mila", Name: p("Mila van Dijk"), Function: p("teamleider Balie"), Email: p("mila@zuiderdal.example")},
		Unit:       "Balie", Kinds: []string{"Schelden", "Bedreiging met woorden"}, Assessed: true, OccurredOn: "2026-11-17", OccurredTime: "09:30",
		Channel: "Aan de balie", Site: vpt.Site{Name: "Stadhuis", Address: "Markt 1, Zuiderdal"}, Place: p("balie 3, naast de kamer van Rosa"),
		People: []vpt.DossierPerson{
			{ID: "p-wim", First: "03", Roles: []vpt.InvolvedRole{vpt.RoleWitness}, Name: p("Wim Pinas"), Email: p("wim@zuiderdal.example"), StaffNo: p("P-1043")},
			{ID: "p-anna", First: "01", Roles: []vpt.InvolvedRole{vpt.RoleAffected}, Name: p("Anna Yılmaz"), Function: p("loketmedewerker"), Email: p("a.yilmaz@zuiderdal.example")},
			{ID: "p-rosa", First: "02", Name: p("Rosa de Wit"), Function: p("loketmedewerker"), Email: p("rosa@zuiderdal.example"), StaffNo: p("P-1042")},
			{ID: "i-sem", First: "04", Roles: []vpt.InvolvedRole{vpt.RoleAffected}, Name: p("uitzendkracht Sem")},
		},
		Others:      []vpt.DossierPerson{{ID: "p-cora", Name: p("Cora Jansen")}, {ID: "p-rosa", Name: p("Rosa de Wit")}},
		Statements:  statements(),
		Evidence:    evidence(),
		Damage:      []vpt.DamageItem{{Kind: vpt.DamageClothes, Amount: 8050, Description: p("jas van Anna"), Receipt: "e2"}, {Kind: vpt.DamageFurniture, Amount: 12000}},
		Instigators: []vpt.Instigator{{Kind: vpt.InstigatorKnown, Relation: vpt.CodeRef{Code: "klant"}, Name: p("J. Klaver"), BornOn: p("1-2-1980"), Address: p("Dorpsstraat 1, Zuiderdal"), Description: p("Man met rode pet; kent Wim van de sportclub")}},
		Relations:   vpt.CodeSet{Codes: []vpt.Code{{Code: "klant", LabelNL: "Klant of cliënt"}}},
		Earlier:     []vpt.DossierEarlier{{On: "2026-03-02", Kinds: []string{"Schelden"}}},
		HouseRules: vpt.HouseRules{ID: "h", Text: "Wij behandelen elkaar met respect.\nSchelden en dreigen horen hier niet.", FromOn: "2026-01-01", ShownOn: "2026-01-05",
			Where: "bij elke balie", Proof: p("Opgehangen door Cora Jansen en Wim")},
		Bans: []vpt.DossierBan{{Kind: "Pandverbod", StartsOn: "2026-10-01", EndsOn: "2026-12-31", Sites: []string{"Stadhuis"}, Letter: "B-2026-00007", LetterID: "b",
			Deliveries: []vpt.Delivery{{Way: vpt.ByRegistered, SentOn: "2026-09-28", Proof: p("3SABC123, gepost door R. de Wit")}}}},
		Police: []vpt.PoliceRecord{{Kind: vpt.PoliceNotice, DoneOn: "2026-11-17", Reference: p("PL0600-1"), PoliceDetails: vpt.PoliceDetails{FiledBy: vpt.FiledByAttorney, Attorney: vpt.AnswerYes, AttorneyOn: "2026-11-18"}},
			{Kind: vpt.PoliceNone, Note: p("nee")}},
		Grounds:     []vpt.Ground{{Offence: vpt.OffenceInsult, Articles: "266, 267", Complaint: true}, {Offence: vpt.OffenceThreat, Articles: "285"}, {Offence: vpt.OffenceSexual, Articles: "titel XIV"}},
		ComplaintBy: "2027-02-15", Witnesses: true, Files: true, Wishes: vpt.DossierWishes{Informed: vpt.AnswerYes, Joined: vpt.AnswerNo},
	}
}

func statements() []vpt.DossierStatement {
	return []vpt.DossierStatement{
		{By: "p-rosa", Report: "M-2026-00050", MadeOn: "2026-11-17", Reported: true, OnBehalf: vpt.ForColleague, OccurredOn: "2026-11-17", OccurredTime: "09:30", Channel: "Aan de balie", Site: "Stadhuis",
			Place: p("balie 3, naast de kamer van Rosa"), Instigator: p("man met rode pet"),
			Account: p("Hij schold Anna uit: \"ik weet je te vinden, Yilmaz\". Wims jas lag op de grond.\n\nMail mij op rosa@zuiderdal.example (P-1042)."),
			Words: []vpt.DossierWord{{Field: vpt.DetailLiteral, Text: p("Wacht maar, mevrouw de Wit.")}, {Field: vpt.DetailMeans, Text: p("een paraplu")}, {Field: vpt.DetailTrigger, Text: p("Afwijzing")},
				{Field: vpt.DetailComment, Text: p("nooit op papier")}, {Field: vpt.DetailImpact, Text: p("5")}}},
		{By: "p-anna", Role: vpt.RoleAffected, Report: "M-2026-00050", MadeOn: "2026-11-18", OccurredOn: "2026-11-17",
			Words: []vpt.DossierWord{{Field: vpt.DetailAccount, Text: p("Ik riep ROSA en Sem erbij.")}, {Field: vpt.DetailCourse, Text: p("Hij kwam binnen en liep meteen door.")},
				{Field: vpt.DetailEnd, Text: p("09:50")}, {Field: vpt.DetailInjury, Text: p("Pijn, geen letsel")}, {Field: vpt.DetailDamage, Text: p("Mijn jas is gescheurd.")}}},
		{By: "p-wim", Role: vpt.RoleWitness, Report: "M-2026-00051", MadeOn: "2026-11-18", OccurredOn: "2026-11-17", Words: []vpt.DossierWord{{Field: vpt.DetailAccount, Text: p("Ik zag het vanaf balie 2.")}}},
	}
}

func evidence() []vpt.Evidence {
	at := time.Date(2026, 11, 17, 9, 15, 0, 0, time.UTC)
	return []vpt.Evidence{
		{ID: "e1", Name: p("foto Anna Yılmaz.jpg"), MediaType: "image/jpeg", Size: 245113, By: "p-rosa", At: at, SHA256: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},
		{ID: "e2", Name: p("../bon\u202E.bat"), MediaType: "application/pdf", Size: 900, By: "p-mila", At: at, SHA256: "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210"},
	}
}
