package handling

import (
	"context"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/chain"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/vpt"
)

// AssessCase records what a handler establishes: aggression or not, of which
// kinds and how serious. Whoever is in danger in private is reported to the
// coordinators at once. A case that is no aggression, reported twice or
// withdrawn stays a report; its tracks that nobody began are not applicable.
func (a Room) AssessCase(ctx context.Context, who vpt.Actor, in vpt.AssessCase) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseAssess, in.Case, in.Once, casework.WhileOpen(), func(d *casework.Deed) error {
		if err := vpt.UnlessChanged("verdict", in.Seen, d.Case.Incident.Seen()); err != nil {
			return err
		}
		if err := in.Validate(); err != nil {
			return err
		}
		var p vpt.Problems
		kinds := d.Known.Refs(&p, "kinds", vpt.KindList, d.Known.Codes[vpt.KindList].Finest(in.Kinds))
		if err := p.Err(); err != nil {
			return err
		}
		alarm := in.PrivateRisk && !d.Case.PrivateRisk
		d.Case.Assess(in)
		i := d.Case.Incident
		i.Kinds, i.AssessedAt, i.AssessedBy = kinds, d.Tx.Now(), who.Person
		if in.Verdict != vpt.VerdictAggression {
			i.Kinds, i.Class = nil, 0
		}
		d.Work.Changed("verdict", "kinds", "class", "factsComplete", "privateRisk")
		if err := d.Tx.SaveAssessment(i); err != nil {
			return err
		}
		d.Case.Incident = i
		if err := chain.ChainAfterAssessment(d); err != nil {
			return err
		}
		if alarm {
			if err := a.desk.NotifyCase(d.Tx, who, d.Case.Unit, vpt.MailPrivateRisk, "/zaken/"+d.Case.Number); err != nil {
				return err
			}
		}
		return a.assessed(d, in)
	})
}

// SetTrack moves a track by hand.
func (a Room) SetTrack(ctx context.Context, who vpt.Actor, in vpt.SetTrack) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseTrack, in.Case, in.Once, casework.WhileOpen(), func(d *casework.Deed) error {
		if err := vpt.UnlessChanged("state", string(in.Seen), string(d.Case.Track(in.Track).State)); err != nil {
			return err
		}
		if err := in.Validate(); err != nil {
			return err
		}
		if err := chain.MayFinishLearning(d, in); err != nil {
			return err
		}
		d.Case.SetTrack(in.Track, in.State, in.Why)
		if err := chain.OweDamage(d); err != nil {
			return err
		}
		d.Work.Changed("track:" + string(in.Track))
		return d.Event(vpt.EventTrack, vpt.VisibleHandlers, func(e *vpt.Event) {
			e.Ref, e.Detail = string(in.Track), string(in.State)
		})
	})
}
