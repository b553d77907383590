package paper

import (
	"slices"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/vpt"
)

// proof adds files and damage.
func proof(v *casework.Viewing, c vpt.Casefile, d *vpt.Dossier, g *gathering) error {
	files, err := v.Tx.EvidenceOfCase(c.ID)
	if err != nil {
		return err
	}
	for _, e := range files {
		g.meet(vpt.DossierPersonID(e.By), string(e.ID), nil) // also when it is gone: a number once given stays
		if !e.Removed {
			d.Evidence = append(d.Evidence, e)
		}
	}
	d.Damage, err = v.Tx.DamageOfCase(c.ID)
	return err
}

// behind adds who did it, what that person did before, and what already lies
// with the police.
func behind(v *casework.Viewing, c vpt.Casefile, d *vpt.Dossier, g *gathering) (err error) {
	if d.Instigators, err = v.Tx.Instigators(c.ID); err != nil {
		return err
	}
	if d.Police, err = v.Tx.PoliceRecords(c.ID); err != nil {
		return err
	}
	for _, r := range d.Police {
		g.others = append(g.others, r.RecordedBy)
	}
	links, err := v.Tx.CaseLinks(c.ID)
	if err != nil {
		return err
	}
	for _, l := range links {
		if !l.Earlier {
			continue
		}
		other, err := v.Tx.CaseByNumber(l.Number)
		if err != nil {
			return err
		}
		if err := before(v, other, d, g); err != nil {
			return err
		}
		if l.Kind == vpt.LinkBreach {
			if err := breached(v, l.Measure, d, g); err != nil {
				return err
			}
		}
	}
	return nil
}

// before adds an earlier case: its day and kinds. Who was in it may be named in
// the texts of this one.
func before(v *casework.Viewing, c vpt.Casefile, d *vpt.Dossier, g *gathering) error {
	standing, err := v.Tx.StandingInCase(c.ID)
	if err != nil {
		return err
	}
	g.others = append(g.others, slices.Concat(standing.Reporters, standing.Affected, standing.Witnesses)...)
	kinds := c.Incident.Kinds
	if len(kinds) == 0 {
		reports, err := v.Tx.ReportsOfCase(c.ID)
		if err != nil {
			return err
		}
		for _, r := range reports {
			kinds = append(kinds, r.Kinds...)
		}
	}
	d.Earlier = append(d.Earlier, vpt.DossierEarlier{On: c.Incident.OccurredOn, Kinds: kindLabels(v, kinds)})
	return nil
}

// breached adds the measure that somebody did not keep to: what the police need
// of it stands in another case.
func breached(v *casework.Viewing, id vpt.MeasureID, d *vpt.Dossier, g *gathering) error {
	m, err := v.Tx.MeasureByID(id)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return nil
	}
	if err != nil {
		return err
	}
	return ban(v, m, d, g)
}

// held adds the rules and the measures that held on the day of the incident, or
// hold now.
func held(v *casework.Viewing, c vpt.Casefile, d *vpt.Dossier, g *gathering) error {
	rules, err := v.Tx.HouseRules()
	if err != nil {
		return err
	}
	if found, ok := vpt.HouseRulesAt(rules, c.Incident.Site, c.Incident.OccurredOn); ok {
		d.HouseRules = found
		g.others = append(g.others, found.By)
	}
	measures, err := v.Tx.Measures(c.ID)
	if err != nil {
		return err
	}
	today := v.Known.Today(v.Tx)
	for _, m := range measures {
		code, _ := v.Known.Codes[vpt.MeasureList].ByCode(m.Kind.Code)
		if m.Decided() && vpt.Restricts(code) && (m.InForce(today) || m.InForce(c.Incident.OccurredOn)) {
			if err := ban(v, m, d, g); err != nil {
				return err
			}
		}
	}
	return nil
}

// ban adds one measure with its letter, the last one that was made.
func ban(v *casework.Viewing, m vpt.Measure, d *vpt.Dossier, g *gathering) error {
	b := vpt.DossierBan{Kind: label(v, vpt.MeasureList, m.Kind.Code), StartsOn: m.StartsOn, EndsOn: m.EndsOn, Everywhere: m.Everywhere, Lifted: m.LiftedOn}
	for _, id := range m.Sites {
		if site, ok := v.Known.Site(id); ok {
			b.Sites = append(b.Sites, site.Name)
		}
	}
	letters, err := v.Tx.Letters(m.Casefile)
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
