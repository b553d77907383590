package due

import (
	"time"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/chain"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// firstReviewDays is within how many days somebody looks at a measure from
// before measures had a review.
const firstReviewDays = 14

// takeOver brings an organisation that was there before things were raised up
// to date, once. What was late already stands in tasks and in the first mail
// of the morning: it is not mailed to everybody at once.
// What is open owes what it would have owed from the start.
func (a Room) takeOver(tx *store.Tx, who vpt.Actor) (int64, error) {
	_, chosen, err := tx.RaiseFrom()
	if err != nil || chosen {
		return 0, err
	}
	k, err := a.desk.Knowledge(tx)
	if err != nil {
		return 0, err
	}
	open, err := tx.OpenAggression()
	if err != nil {
		return 0, err
	}
	for _, id := range open {
		if err := oweFromStart(tx, who, k, id); err != nil {
			return 0, err
		}
	}
	if err := oweFirstReviews(tx, who, k); err != nil {
		return 0, err
	}
	if err := raiseInSilence(tx, k); err != nil {
		return 0, err
	}
	return 1, tx.SetRaiseFrom()
}

// raiseInSilence notes what is late so long that others hear of it: they read it
// in their first mail of the morning, and get no mail about each.
func raiseInSilence(tx *store.Tx, k *desk.Known) error {
	for _, level := range vpt.RaiseLevels() {
		if level == vpt.RaiseOwner {
			continue // it stands in her tasks
		}
		before := k.Cal.LateBefore(tx.Now(), k.Org.Settings.Raise.After(level))
		for {
			late, err := tx.NewlyLate(level, time.Unix(0, 0), before, raiseAtATime)
			if err != nil {
				return err
			}
			for _, l := range late {
				if _, err := tx.MarkRaised(l, level); err != nil {
					return err
				}
			}
			if len(late) < raiseAtATime {
				break
			}
		}
	}
	return nil
}

// oweFromStart gives an open case the duties that follow from its kinds and
// severity, as if it had been assessed today.
func oweFromStart(tx *store.Tx, who vpt.Actor, k *desk.Known, id vpt.CasefileID) error {
	c, err := tx.CaseByID(id)
	if err != nil {
		return err
	}
	d := &casework.Deed{Tx: tx, Who: who, Known: k, Case: c}
	if err := chain.ChainAfterAssessment(d); err != nil {
		return err
	}
	return tx.UpdateCase(d.Case)
}

// oweFirstReviews has somebody look at each measure that goes on and that
// nobody would ever look at again.
func oweFirstReviews(tx *store.Tx, who vpt.Actor, k *desk.Known) error {
	on := k.Today(tx).AddDays(firstReviewDays)
	measures, err := tx.MeasuresWithoutReview(on)
	if err != nil {
		return err
	}
	for _, m := range measures {
		if code, _ := k.Codes[vpt.MeasureList].ByCode(m.Kind.Code); !vpt.Restricts(code) {
			continue
		}
		m.ReviewOn = on
		if err := tx.UpdateMeasure(m); err != nil {
			return err
		}
		d := &casework.Deed{Tx: tx, Who: who, Known: k, Case: vpt.Casefile{ID: m.Casefile}}
		if err := d.Owe(vpt.DutyReview, string(m.ID), d.EndOfDay(on), nil); err != nil {
			return err
		}
	}
	return nil
}
