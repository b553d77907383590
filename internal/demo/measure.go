package demo

import (
	"context"
	"fmt"
	"slices"
	"time"

	"rugdekking/vpt"
)

// impose takes a measure from a restriction upward through its gates: the other
// side is heard, the draft says everything, and somebody else looks when that
// is needed.
func (s *story) impose(ctx context.Context, who vpt.Actor, kind, reason, other string, weeks int) error {
	err := s.door.RecordHearing(ctx, who, vpt.RecordHearing{
		Case: s.casefile, Kind: vpt.HearingTalk, State: vpt.HearingHeld, HeldOn: s.today(), Present: vpt.NewPrivate("De leidinggevende en een bode."),
		Account: vpt.NewPrivate("Ik was boos, omdat ik al weken op antwoord wacht. Het liep uit de hand. Dat had ik niet moeten doen."),
	})
	if err != nil {
		return err
	}
	v, err := s.door.CaseByNumber(ctx, who, s.casefile)
	if err != nil {
		return err
	}
	if len(v.Instigators) == 0 || v.Instigators[0].Name.IsZero() {
		return nil // nobody to send a letter to
	}
	in := s.draft(v, kind, reason, other, weeks)
	id, err := s.door.PrepareMeasure(ctx, who, in)
	if err != nil {
		return err
	}
	if err := s.door.ConcludeMeasure(ctx, who, vpt.ConcludeMeasure{Case: s.casefile, ID: id, Letter: true}); err != nil {
		return err
	}
	f, err := s.door.MeasureByID(ctx, who, s.casefile, id)
	if err != nil {
		return err
	}
	if f.Measure.State == vpt.MeasureWaiting {
		second, err := s.seconder(ctx, f)
		if err != nil {
			return err
		}
		if err := s.door.SecondMeasure(ctx, second, vpt.SecondMeasure{Case: s.casefile, ID: id, Agree: true}); err != nil {
			return err
		}
	}
	s.plan(s.clock.Now().Add(time.Hour), "brief bezorgen", func(ctx context.Context) error { return s.deliver(ctx, who) })
	looks := in.ReviewOn.At(11, s.random.IntN(60), s.zone)
	s.plan(looks, "herbeoordelen", func(ctx context.Context) error { return s.review(ctx, who, id) })
	return nil
}

// deliver makes the letters of the case for good, as the job would, and sends
// them by registered post.
func (s *story) deliver(ctx context.Context, who vpt.Actor) error {
	v, err := s.door.CaseByNumber(ctx, who, s.casefile)
	if err != nil {
		return err
	}
	for _, l := range v.Letters {
		if l.State != vpt.LetterQueued || v.Case.State == vpt.CaseMerged {
			continue
		}
		if err := s.door.FreezeLetter(ctx, vpt.SystemActor(s.place.id, "demo"), l.ID); err != nil {
			return err
		}
		err := s.door.RecordDelivery(ctx, who, vpt.RecordDelivery{
			Case: s.casefile, Letter: l.ID, Way: vpt.ByRegistered, SentOn: s.today(), Proof: vpt.NewPrivate(fmt.Sprintf("Track en trace 3SLIND%07d", s.random.IntN(10_000_000))),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// review looks at a measure again before half-time: mostly it stays, sometimes
// it is not needed any more.
func (s *story) review(ctx context.Context, who vpt.Actor, id vpt.MeasureID) error {
	f, err := s.door.MeasureByID(ctx, who, s.casefile, id)
	if vpt.KindOf(err) == vpt.KindNotFound || err == nil && f.Measure.State != vpt.MeasureDecided {
		return nil
	}
	if err != nil {
		return err
	}
	in := vpt.ReviewMeasure{Case: s.casefile, ID: id, Outcome: vpt.ReviewStays, Why: vpt.NewPrivate("Het is rustig, maar de collega's willen de afgesproken tijd afmaken.")}
	if latest := s.today().AddMonths(vpt.MaxReviewMonths); f.Measure.EndsOn > latest {
		in.NextOn = latest
	}
	if s.random.IntN(5) == 0 {
		in = vpt.ReviewMeasure{Case: s.casefile, ID: id, Outcome: vpt.ReviewLifted, Why: vpt.NewPrivate("Hij bood zijn excuses aan en hield zich aan de afspraken."), Letter: true}
		s.plan(s.clock.Now().Add(time.Hour), "brief bezorgen", func(ctx context.Context) error { return s.deliver(ctx, who) })
	}
	return s.door.ReviewMeasure(ctx, who, in)
}

// draft is what the handler writes down.
func (s *story) draft(v vpt.CaseView, kind, reason, other string, weeks int) vpt.PrepareMeasure {
	if weeks == 0 {
		weeks = 13
	}
	starts := s.today().AddDays(1)
	ends := starts.AddDays(7*weeks - 1)
	if other == "" {
		other = "Bellen, mailen en schrijven kan altijd. Voor een paspoort of spoed maken wij een afspraak."
	}
	in := vpt.PrepareMeasure{
		Case: s.casefile, Kind: kind, Instigator: v.Instigators[0].ID, Facts: []vpt.MeasureFact{{On: v.Case.Incident.OccurredOn, Text: vpt.NewPrivate(s.What)}},
		Reason: vpt.NewPrivate(reason), DurationWhy: vpt.NewPrivate("Dit past bij wat er gebeurde. Korter doet geen recht aan de collega, langer is niet nodig."),
		Lighter:    vpt.NewPrivate("Een waarschuwing is te licht voor wat er is gezegd en gedaan."),
		SkippedWhy: vpt.NewPrivate("Na dit incident was de veiligheid van collega's in het geding."), DeviationWhy: vpt.NewPrivate("De ernst vroeg om een andere maatregel dan het protocol als eerste noemt."),
		StartsOn: starts, EndsOn: ends, ReviewOn: vpt.LatestReview(starts, ends), Exceptions: vpt.NewPrivate("om te stemmen bij een verkiezing"),
		HowToAct: vpt.NewPrivate("Zeg rustig dat hij nu niet naar binnen mag en hoe hij ons wel bereikt. Gaat hij niet weg? Bel 0599-555112."), Reachable: vpt.NewPrivate(other),
		Contact: v.Owner.ID, Remedy: vpt.RemedyComplaint, Sensitive: vpt.SensitiveNo, Separate: true,
	}
	switch kind {
	case vpt.ContactLimit:
		in.Channels = []string{"balie", "telefoon"}
	case vpt.PremisesBan:
		if site := s.sites[s.Site]; site != "" {
			in.Sites = []vpt.SiteID{site}
		} else {
			in.Everywhere = true
		}
	}
	if v.Owner.ID == "" || slices.ContainsFunc(v.Involved, func(i vpt.Involved) bool { return i.Person == v.Owner.ID }) {
		in.Contact, in.ContactName = "", vpt.NewPrivate("het Klantcontactcentrum")
	}
	return in
}

// seconder gives somebody with the mandate who did not write the draft.
func (s *story) seconder(ctx context.Context, f vpt.MeasureFile) (vpt.Actor, error) {
	circle := s.circleOf(s.affectedUnit())
	code := s.withRole("coordinator", circle)
	if circle == "" && (f.Needed == vpt.MandateDirector || f.PreparedBy.ID == s.people[code]) {
		code = s.withRole("director", "")
	}
	return s.actor(ctx, s.place, code)
}
