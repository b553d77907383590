package paper

import (
	"cmp"
	"slices"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/vpt"
)

// gather gathers what the police get to read of a case.
func gather(v *casework.Viewing, who vpt.Actor, c vpt.Casefile, in vpt.MakeDossier) (vpt.Dossier, error) {
	org, i := v.Known.Org, c.Incident
	d := vpt.Dossier{
		Number: c.Number, Mode: in.Mode, Made: v.Tx.Now(), Zone: v.Known.Zone, Organisation: org.Name, Stationery: org.Settings.Stationery,
		Unit: v.Known.UnitName(c.Unit), Assessed: c.Verdict != vpt.VerdictNone, OccurredOn: i.OccurredOn, OccurredTime: i.OccurredTime,
		Channel: label(v, vpt.ChannelList, i.Channel.Code), Place: i.Place, Relations: v.Known.Codes[vpt.RelationList],
		Grounds: casework.Grounds(v.Known, c), Witnesses: in.Witnesses, Files: in.Files, Wishes: in.Wishes,
	}
	d.Site, _ = v.Known.Site(i.Site)
	g := gathering{casefile: c.ID}
	for _, part := range []func(*casework.Viewing, vpt.Casefile, *vpt.Dossier, *gathering) error{told, proof, behind, held} {
		if err := part(v, c, &d, &g); err != nil {
			return d, err
		}
	}
	d.ComplaintBy = casework.ComplaintBy(v.Known, c, d.Police)
	if d.Kinds == nil {
		d.Kinds = kindLabels(v, i.Kinds)
	}
	contact := cmp.Or(c.Owner, who.Person)
	var err error
	if d.Contact, err = dossierPerson(v, contact); err != nil {
		return d, err
	}
	d.People, d.Others, err = gathered(v, g, c)
	return d, err
}

func label(v *casework.Viewing, list vpt.CodeList, code string) string {
	if code == "" {
		return ""
	}
	return v.Known.Codes[list].Label(code, "nl")
}

func kindLabels(v *casework.Viewing, kinds []vpt.CodeRef) []string {
	var out []string
	for _, k := range kinds {
		if label := label(v, vpt.KindList, k.Code); !slices.Contains(out, label) {
			out = append(out, label)
		}
	}
	return out
}

// gathering collects who stands in a dossier, by what and since when.
type gathering struct {
	casefile vpt.CasefileID
	people   []vpt.DossierPerson
	others   []vpt.PersonID // who only handled it
}

// meet notes that a record names somebody.
func (g *gathering) meet(id vpt.DossierPersonID, record string, change func(*vpt.DossierPerson)) {
	if id == "" {
		return
	}
	at := slices.IndexFunc(g.people, func(p vpt.DossierPerson) bool { return p.ID == id })
	if at < 0 {
		at = len(g.people)
		g.people = append(g.people, vpt.DossierPerson{ID: id, First: record})
	}
	g.people[at].First = min(g.people[at].First, record)
	if change != nil {
		change(&g.people[at])
	}
}

// gathered gives everybody with name, and who besides must not be named.
func gathered(v *casework.Viewing, g gathering, c vpt.Casefile) (people, others []vpt.DossierPerson, err error) {
	for _, p := range g.people {
		known, err := dossierPerson(v, vpt.PersonID(p.ID))
		if err != nil {
			return nil, nil, err
		}
		if p.Name.IsZero() {
			p.Name = known.Name
		}
		p.Function, p.Email, p.StaffNo = known.Function, known.Email, known.StaffNo
		people = append(people, p)
	}
	handled := append(slices.Clone(g.others), c.Owner, c.Incident.AssessedBy)
	slices.Sort(handled)
	for _, id := range slices.Compact(handled) {
		p, err := dossierPerson(v, id)
		if err != nil {
			return nil, nil, err
		}
		if !p.Name.IsZero() {
			others = append(others, p)
		}
	}
	return people, others, nil
}

// dossierPerson reads an account; somebody without one has nothing but her id.
func dossierPerson(v *casework.Viewing, id vpt.PersonID) (vpt.DossierPerson, error) {
	out := vpt.DossierPerson{ID: vpt.DossierPersonID(id)}
	if id == "" {
		return out, nil
	}
	p, err := v.Tx.PersonByID(id)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return out, nil
	}
	out.Name, out.Function, out.Email, out.StaffNo = p.Name, p.Function, p.Email, p.StaffNo
	return out, err
}

// told adds what people said, each by herself.
func told(v *casework.Viewing, c vpt.Casefile, d *vpt.Dossier, g *gathering) error {
	involved, err := v.Tx.Involved(c.ID)
	if err != nil {
		return err
	}
	roles := map[vpt.DossierPersonID]vpt.InvolvedRole{}
	for _, i := range involved {
		id := vpt.DossierPersonID(cmp.Or(string(i.Person), string(i.ID)))
		g.meet(id, string(i.ID), func(p *vpt.DossierPerson) {
			p.Name = i.Name
			if !p.Has(i.Role) {
				p.Roles = append(p.Roles, i.Role)
			}
		})
		if roles[id] == "" || i.Role == vpt.RoleAffected {
			roles[id] = i.Role
		}
	}
	reports, err := v.Tx.ReportsOfCase(c.ID)
	if err != nil {
		return err
	}
	if len(c.Incident.Kinds) == 0 {
		var kinds []vpt.CodeRef
		for _, r := range reports {
			kinds = append(kinds, r.Kinds...)
		}
		d.Kinds = kindLabels(v, kinds)
	}
	details, err := v.Tx.DetailsOfCase(c.ID)
	if err != nil {
		return err
	}
	for _, r := range reports {
		g.meet(vpt.DossierPersonID(r.Reporter), string(r.ID), nil)
		d.Statements = append(d.Statements, statementsOf(v, r, details, roles)...)
	}
	for _, detail := range details {
		g.meet(vpt.DossierPersonID(detail.By), detail.ID, nil)
	}
	return nil
}

// statementsOf gives what was told in one report: by who made it, and by each
// who added to it.
func statementsOf(v *casework.Viewing, r vpt.Report, details []vpt.Detail, roles map[vpt.DossierPersonID]vpt.InvolvedRole) []vpt.DossierStatement {
	site, _ := v.Known.Site(r.Site)
	reporter := vpt.DossierPersonID(r.Reporter)
	out := []vpt.DossierStatement{{
		By: reporter, Role: roles[reporter], Report: r.DisplayNumber(), MadeOn: r.ReportedOn, Reported: true, OnBehalf: r.OnBehalf, OccurredOn: r.OccurredOn,
		OccurredTime: r.OccurredTime, Channel: label(v, vpt.ChannelList, r.Channel.Code), Site: site.Name, Place: r.Place, Account: r.Account, Instigator: r.Instigator,
	}}
	for _, detail := range details {
		if detail.Report != r.ID || detail.Field == vpt.DetailComment {
			continue
		}
		by := vpt.DossierPersonID(detail.By)
		at := slices.IndexFunc(out, func(s vpt.DossierStatement) bool { return s.By == by })
		if at < 0 {
			at = len(out)
			out = append(out, vpt.DossierStatement{By: by, Role: roles[by], Report: r.DisplayNumber(), MadeOn: vpt.DateOf(detail.At, v.Known.Zone), OccurredOn: r.OccurredOn})
		}
		out[at].Words = append(out[at].Words, vpt.DossierWord{Field: detail.Field, Text: worded(v, detail)})
	}
	return out
}

// worded gives a detail in words: of a code, its label.
func worded(v *casework.Viewing, d vpt.Detail) vpt.Private {
	list := map[vpt.DetailField]vpt.CodeList{vpt.DetailTrigger: vpt.TriggerList, vpt.DetailInjury: vpt.InjuryList}[d.Field]
	if list == "" {
		return d.Value
	}
	return d.Value.Map(func(code string) string { return label(v, list, code) })
}
