package app

import (
	"slices"

	"rugdekking/vpt"
)

// proof adds files and damage.
func (v *viewing) proof(c vpt.Casefile, d *vpt.Dossier, g *gathering) error {
	files, err := v.tx.EvidenceOfCase(c.ID)
	if err != nil {
		return err
	}
	for _, e := range files {
		g.meet(vpt.DossierPersonID(e.By), string(e.ID), nil) // also when it is gone: a number once given stays
		if !e.Removed {
			d.Evidence = append(d.Evidence, e)
		}
	}
	d.Damage, err = v.tx.DamageOfCase(c.ID)
	return err
}

// behind adds who did it, what that person did before, and what already lies
// with the police.
func (v *viewing) behind(c vpt.Casefile, d *vpt.Dossier, g *gathering) (err error) {
	if d.Instigators, err = v.tx.Instigators(c.ID); err != nil {
		return err
	}
	if d.Police, err = v.tx.PoliceRecords(c.ID); err != nil {
		return err
	}
	for _, r := range d.Police {
		g.others = append(g.others, r.RecordedBy)
	}
	links, err := v.tx.CaseLinks(c.ID)
	if err != nil {
		return err
	}
	for _, l := range links {
		if !l.Earlier {
			continue
		}
		other, err := v.tx.CaseByNumber(l.Number)
		if err != nil {
			return err
		}
		if err := v.before(other, d, g); err != nil {
			return err
		}
		if l.Kind == vpt.LinkBreach {
			if err := v.breached(l.Measure, d, g); err != nil {
				return err
			}
		}
	}
	return nil
}

// before adds an earlier case: its day and kinds. Who was in it may be named in
// the texts of this one.
func (v *viewing) before(c vpt.Casefile, d *vpt.Dossier, g *gathering) error {
	standing, err := v.tx.StandingInCase(c.ID)
	if err != nil {
		return err
	}
	g.others = append(g.others, slices.Concat(standing.Reporters, standing.Affected, standing.Witnesses)...)
	kinds := c.Incident.Kinds
	if len(kinds) == 0 {
		reports, err := v.tx.ReportsOfCase(c.ID)
		if err != nil {
			return err
		}
		for _, r := range reports {
			kinds = append(kinds, r.Kinds...)
		}
	}
	d.Earlier = append(d.Earlier, vpt.DossierEarlier{On: c.Incident.OccurredOn, Kinds: v.kindLabels(kinds)})
	return nil
}

// breached adds the measure that somebody did not keep to: what the police need
// of it stands in another case.
func (v *viewing) breached(id vpt.MeasureID, d *vpt.Dossier, g *gathering) error {
	m, err := v.tx.MeasureByID(id)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return nil
	}
	if err != nil {
		return err
	}
	return v.ban(m, d, g)
}

// held adds the rules and the measures that held on the day of the incident, or
// hold now.
func (v *viewing) held(c vpt.Casefile, d *vpt.Dossier, g *gathering) error {
	rules, err := v.tx.HouseRules()
	if err != nil {
		return err
	}
	if found, ok := vpt.HouseRulesAt(rules, c.Incident.Site, c.Incident.OccurredOn); ok {
		d.HouseRules = found
		g.others = append(g.others, found.By)
	}
	measures, err := v.tx.Measures(c.ID)
	if err != nil {
		return err
	}
	today := v.k.today(v.tx)
	for _, m := range measures {
		code, _ := v.k.codes[vpt.MeasureList].ByCode(m.Kind.Code)
		if m.Decided() && vpt.Restricts(code) && (m.InForce(today) || m.InForce(c.Incident.OccurredOn)) {
			if err := v.ban(m, d, g); err != nil {
				return err
			}
		}
	}
	return nil
}

// ban adds one measure with its letter, the last one that was made.
func (v *viewing) ban(m vpt.Measure, d *vpt.Dossier, g *gathering) error {
	b := vpt.DossierBan{Kind: v.label(vpt.MeasureList, m.Kind.Code), StartsOn: m.StartsOn, EndsOn: m.EndsOn, Everywhere: m.Everywhere, Lifted: m.LiftedOn}
	for _, id := range m.Sites {
		if site, ok := v.k.site(id); ok {
			b.Sites = append(b.Sites, site.Name)
		}
	}
	letters, err := v.tx.Letters(m.Casefile)
	if err != nil {
		return err
	}
	for _, l := range letters {
		if l.About == vpt.LetterAbout("maatregel", m.ID) && l.Number != "" {
			if b.Letter, b.Deliveries = l.Number, l.Deliveries; m.Casefile == g.casefile {
				b.LetterID = l.ID
			}
			g.others = append(g.others, l.By)
			for _, sent := range l.Deliveries {
				g.others = append(g.others, sent.By)
			}
		}
	}
	g.others = append(g.others, m.PreparedBy, m.DecidedBy, m.SecondBy)
	d.Bans = append(d.Bans, b)
	return nil
}
