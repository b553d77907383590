package app

import (
	"context"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/vpt"
)

// AssessCase records what a handler establishes: aggression or not, of which
// kinds and how serious. Whoever is in danger in private is reported to the
// coordinators at once. A case that is no aggression, reported twice or
// withdrawn stays a report; its tracks that nobody began are not applicable.
func (a *App) AssessCase(ctx context.Context, who vpt.Actor, in vpt.AssessCase) error {
	return a.onCase(ctx, who, policy.CaseAssess, in.Case, in.Once, whileOpen(), func(d *deed) error {
		if err := vpt.UnlessChanged("verdict", in.Seen, d.c.Incident.Seen()); err != nil {
			return err
		}
		if err := in.Validate(); err != nil {
			return err
		}
		var p vpt.Problems
		kinds := d.k.refs(&p, "kinds", vpt.KindList, d.k.codes[vpt.KindList].Finest(in.Kinds))
		if err := p.Err(); err != nil {
			return err
		}
		alarm := in.PrivateRisk && !d.c.PrivateRisk
		d.c.Assess(in)
		i := d.c.Incident
		i.Kinds, i.AssessedAt, i.AssessedBy = kinds, d.tx.Now(), who.Person
		if in.Verdict != vpt.VerdictAggression {
			i.Kinds, i.Class = nil, 0
		}
		d.w.changed("verdict", "kinds", "class", "factsComplete", "privateRisk")
		if err := d.tx.SaveAssessment(i); err != nil {
			return err
		}
		d.c.Incident = i
		if err := d.chainAfterAssessment(); err != nil {
			return err
		}
		if alarm {
			if err := a.notifyCase(d.tx, who, d.c.Unit, vpt.MailPrivateRisk, "/zaken/"+d.c.Number); err != nil {
				return err
			}
		}
		return a.assessed(d, in)
	})
}

// SetTrack moves a track by hand.
func (a *App) SetTrack(ctx context.Context, who vpt.Actor, in vpt.SetTrack) error {
	return a.onCase(ctx, who, policy.CaseTrack, in.Case, in.Once, whileOpen(), func(d *deed) error {
		if err := vpt.UnlessChanged("state", string(in.Seen), string(d.c.Track(in.Track).State)); err != nil {
			return err
		}
		if err := in.Validate(); err != nil {
			return err
		}
		if err := d.mayFinishLearning(in); err != nil {
			return err
		}
		d.c.SetTrack(in.Track, in.State, in.Why)
		if err := d.oweDamage(); err != nil {
			return err
		}
		d.w.changed("track:" + string(in.Track))
		return d.event(vpt.EventTrack, vpt.VisibleHandlers, func(e *vpt.Event) {
			e.Ref, e.Detail = string(in.Track), string(in.State)
		})
	})
}
