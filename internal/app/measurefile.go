package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// MeasureByID gives a measure with what it rests on and what is still owed. A
// director sees what waits for her, and what she decided; of the case no more.
func (a *App) MeasureByID(ctx context.Context, who vpt.Actor, number string, id vpt.MeasureID) (vpt.MeasureFile, error) {
	var out vpt.MeasureFile
	var c vpt.Casefile
	var on policy.Subject
	find := func(tx *store.Tx) (policy.Subject, error) {
		var err error
		on, err = leadingTo(tx, number, &c)
		return on, err
	}
	err := a.read(ctx, who, policy.MeasureRead, find, func(tx *store.Tx) error {
		k, err := a.knowledge(tx)
		if err != nil {
			return err
		}
		m, err := tx.MeasureByID(id)
		if err != nil {
			return err
		}
		opens := a.policy.Decide(who, policy.CaseRead, on)
		if m.Casefile != c.ID || !opens && m.State != vpt.MeasureWaiting && m.SecondBy != who.Person {
			return vpt.ErrNotFound
		}
		v := &viewing{tx: tx, k: k, names: map[vpt.PersonID]vpt.PersonName{}}
		if out, err = v.measureFile(who, c, m); err != nil {
			return err
		}
		if out.MayOpenCase = opens; opens {
			if out.Breaches, err = a.breaches(tx, who, c, m.ID); err != nil {
				return err
			}
		}
		return a.mayOnMeasure(v, who, on, c, &out)
	})
	return out, err
}

// measureFile puts together what there is to know about a measure.
func (v *viewing) measureFile(who vpt.Actor, c vpt.Casefile, m vpt.Measure) (vpt.MeasureFile, error) {
	w, err := weigh(v.tx, v.k, c, &m, vpt.MandateOf(who))
	if err != nil {
		return vpt.MeasureFile{}, err
	}
	out := vpt.MeasureFile{
		Number: c.Number, OccurredOn: c.Incident.OccurredOn, Kinds: c.Incident.Kinds, Measure: m, Code: w.Code, Weighing: w, Deviates: w.Deviates(),
		Sites: v.k.sites, Lists: v.k.codes, Today: v.k.today(v.tx), Zone: v.k.zone,
	}
	out.Needed, out.Second = w.NeedsSecond()
	if !m.Decided() {
		out.Owed = w.Owed()
	}
	if out.Instigators, err = v.tx.Instigators(c.ID); err != nil {
		return out, err
	}
	if out.Hearings, err = v.tx.Hearings(c.ID); err != nil {
		return out, err
	}
	letters, err := v.tx.Letters(c.ID)
	if err != nil {
		return out, err
	}
	for _, l := range letters {
		if l.About == vpt.LetterAbout("maatregel", m.ID) {
			out.Letters = append(out.Letters, l)
		}
	}
	remedies, err := v.tx.Remedies(c.ID)
	if err != nil {
		return out, err
	}
	for _, r := range remedies {
		if r.Measure == m.ID {
			out.Remedies = append(out.Remedies, r)
		}
	}
	if err := v.rulesOf(m, &out); err != nil {
		return out, err
	}
	return out, v.measureNames(&out)
}

// measureNames adds who did what.
func (v *viewing) measureNames(out *vpt.MeasureFile) error {
	m := out.Measure
	for id, into := range map[*vpt.PersonName]vpt.PersonID{
		&out.PreparedBy: m.PreparedBy, &out.DecidedBy: m.DecidedBy, &out.SecondBy: m.SecondBy, &out.LiftedBy: m.LiftedBy, &out.Contact: m.Contact,
	} {
		name, err := v.name(into)
		if err != nil {
			return err
		}
		*id = name
	}
	return nil
}

// mayOnMeasure decides what the viewer may do with a measure now.
func (a *App) mayOnMeasure(v *viewing, who vpt.Actor, on policy.Subject, c vpt.Casefile, out *vpt.MeasureFile) error {
	may := func(action policy.Action) bool { return a.policy.Decide(who, action, on) }
	m, open := out.Measure, c.State == vpt.CaseOpen || c.State == vpt.CaseClosed
	acts := open && may(policy.CaseMeasure)
	out.MayPrepare = acts && m.State == vpt.MeasureDraft
	out.MayConclude = out.MayPrepare && len(out.Owed) == 0
	if out.MayPrepare && len(out.Owed) == 1 && out.Owed[0] == vpt.GateSecond {
		out.MayConclude = true
	}
	out.MayReview = acts && m.State == vpt.MeasureDecided
	out.MayRemedy = open && m.Decided() && may(policy.CaseRemedy)
	d := &deed{tx: v.tx, who: who, k: v.k, c: c}
	if open && m.State == vpt.MeasureWaiting && may(policy.MeasureSecond) {
		own, err := d.wrote(m)
		if err != nil {
			return err
		}
		out.MaySecond = !own && out.Weighing.Decides.Covers(out.Needed)
	}
	if !out.MayPrepare {
		return nil
	}
	able, err := d.handlers()
	if err != nil {
		return err
	}
	for _, person := range able {
		name, err := v.name(person)
		if err != nil {
			return err
		}
		out.Contacts = append(out.Contacts, name)
	}
	return nil
}
