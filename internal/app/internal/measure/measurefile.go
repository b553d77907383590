package measure

import (
	"context"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/intake"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// MeasureByID gives a measure with what it rests on and what is still owed. A
// director sees what waits for her, and what she decided; of the case no more.
func (a Room) MeasureByID(ctx context.Context, who vpt.Actor, number string, id vpt.MeasureID) (vpt.MeasureFile, error) {
	var out vpt.MeasureFile
	var c vpt.Casefile
	var on policy.Subject
	find := func(tx *store.Tx) (policy.Subject, error) {
		var err error
		on, err = casework.LeadingTo(tx, number, &c)
		return on, err
	}
	err := a.desk.Read(ctx, who, policy.MeasureRead, find, func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		m, err := tx.MeasureByID(id)
		if err != nil {
			return err
		}
		opens := a.desk.Policy.Decide(who, policy.CaseRead, on)
		if m.Casefile != c.ID || !opens && m.State != vpt.MeasureWaiting && m.SecondBy != who.Person {
			return vpt.ErrNotFound
		}
		v := &casework.Viewing{Tx: tx, Known: k, Names: map[vpt.PersonID]vpt.PersonName{}}
		if out, err = measureFile(v, who, c, m); err != nil {
			return err
		}
		if out.MayOpenCase = opens; opens {
			if out.Breaches, err = intake.Breaches(a.desk, tx, who, c, m.ID); err != nil {
				return err
			}
		}
		return a.mayOnMeasure(v, who, on, c, &out)
	})
	return out, err
}

// measureFile puts together what there is to know about a measure.
func measureFile(v *casework.Viewing, who vpt.Actor, c vpt.Casefile, m vpt.Measure) (vpt.MeasureFile, error) {
	w, err := casework.Weigh(v.Tx, v.Known, c, &m, vpt.MandateOf(who))
	if err != nil {
		return vpt.MeasureFile{}, err
	}
	out := vpt.MeasureFile{
		Number: c.Number, OccurredOn: c.Incident.OccurredOn, Kinds: c.Incident.Kinds, Measure: m, Code: w.Code, Weighing: w, Deviates: w.Deviates(),
		Sites: v.Known.Sites, Lists: v.Known.Codes, Today: v.Known.Today(v.Tx), Zone: v.Known.Zone,
	}
	out.Needed, out.Second = w.NeedsSecond()
	if !m.Decided() {
		out.Owed = w.Owed()
	}
	if out.Instigators, err = v.Tx.Instigators(c.ID); err != nil {
		return out, err
	}
	if out.Hearings, err = v.Tx.Hearings(c.ID); err != nil {
		return out, err
	}
	letters, err := v.Tx.Letters(c.ID)
	if err != nil {
		return out, err
	}
	for _, l := range letters {
		if l.About == vpt.LetterAbout("maatregel", m.ID) {
			out.Letters = append(out.Letters, l)
		}
	}
	remedies, err := v.Tx.Remedies(c.ID)
	if err != nil {
		return out, err
	}
	for _, r := range remedies {
		if r.Measure == m.ID {
			out.Remedies = append(out.Remedies, r)
		}
	}
	if err := v.RulesOf(m, &out); err != nil {
		return out, err
	}
	return out, measureNames(v, &out)
}

// measureNames adds who did what.
func measureNames(v *casework.Viewing, out *vpt.MeasureFile) error {
	m := out.Measure
	for id, into := range map[*vpt.PersonName]vpt.PersonID{
		&out.PreparedBy: m.PreparedBy, &out.DecidedBy: m.DecidedBy, &out.SecondBy: m.SecondBy, &out.LiftedBy: m.LiftedBy, &out.Contact: m.Contact,
	} {
		name, err := v.Name(into)
		if err != nil {
			return err
		}
		*id = name
	}
	return nil
}

// mayOnMeasure decides what the viewer may do with a measure now.
func (a Room) mayOnMeasure(v *casework.Viewing, who vpt.Actor, on policy.Subject, c vpt.Casefile, out *vpt.MeasureFile) error {
	may := func(action policy.Action) bool { return a.desk.Policy.Decide(who, action, on) }
	m, open := out.Measure, c.State == vpt.CaseOpen || c.State == vpt.CaseClosed
	acts := open && may(policy.CaseMeasure)
	out.MayPrepare = acts && m.State == vpt.MeasureDraft
	out.MayConclude = out.MayPrepare && len(out.Owed) == 0
	if out.MayPrepare && len(out.Owed) == 1 && out.Owed[0] == vpt.GateSecond {
		out.MayConclude = true
	}
	out.MayReview = acts && m.State == vpt.MeasureDecided
	out.MayRemedy = open && m.Decided() && may(policy.CaseRemedy)
	d := &casework.Deed{Tx: v.Tx, Who: who, Known: v.Known, Case: c}
	if open && m.State == vpt.MeasureWaiting && may(policy.MeasureSecond) {
		own, err := wrote(d, m)
		if err != nil {
			return err
		}
		out.MaySecond = !own && out.Weighing.Decides.Covers(out.Needed)
	}
	if !out.MayPrepare {
		return nil
	}
	able, err := d.Handlers()
	if err != nil {
		return err
	}
	for _, person := range able {
		name, err := v.Name(person)
		if err != nil {
			return err
		}
		out.Contacts = append(out.Contacts, name)
	}
	return nil
}
