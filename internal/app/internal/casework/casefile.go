package casework

import (
	"context"
	"slices"
	"strings"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// CaseByNumber gives a case as its handlers see it. The number of a case that
// was merged into another leads to that one: look at Case.Number.
func (a Room) CaseByNumber(ctx context.Context, who vpt.Actor, number string) (vpt.CaseView, error) {
	return a.caseView(ctx, who, policy.CaseRead, number)
}

// CasePrint gives the same for the print view; printing is logged as such.
func (a Room) CasePrint(ctx context.Context, who vpt.Actor, number string) (vpt.CaseView, error) {
	return a.caseView(ctx, who, policy.CasePrint, number)
}

func (a Room) caseView(ctx context.Context, who vpt.Actor, action policy.Action, number string) (vpt.CaseView, error) {
	var out vpt.CaseView
	var c vpt.Casefile
	var on policy.Subject
	find := func(tx *store.Tx) (policy.Subject, error) {
		var err error
		on, err = LeadingTo(tx, number, &c)
		return on, err
	}
	err := a.desk.Read(ctx, who, action, find, func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		v := &Viewing{Tx: tx, Known: k, Names: map[vpt.PersonID]vpt.PersonName{}}
		if out, err = v.caseView(c); err != nil {
			return err
		}
		if out.Owner, out.Deputy, err = OwnerNames(a.desk, tx, k, c.Owner); err != nil {
			return err
		}
		return a.mayOnCase(v, who, on, &out)
	})
	if err != nil {
		return vpt.CaseView{}, err
	}
	return out, nil
}

// LeadingTo finds a case and follows where it was merged into.
func LeadingTo(tx *store.Tx, number string, into *vpt.Casefile) (policy.Subject, error) {
	c, err := tx.CaseByNumber(strings.ToUpper(number))
	for range 20 { // a circle cannot be, but must not hang
		if err != nil || c.MergedInto == "" {
			break
		}
		c, err = tx.CaseByID(c.MergedInto)
	}
	if err != nil {
		return policy.Subject{}, err
	}
	*into = c
	return desk.CaseSubject(tx, c)
}

// mayOnCase decides what the viewer may do here: what the table allows, and
// what the case is ready for.
func (a Room) mayOnCase(v *Viewing, who vpt.Actor, on policy.Subject, out *vpt.CaseView) error {
	may := func(action policy.Action) bool { return a.desk.Policy.Decide(who, action, on) }
	state := out.Case.State
	out.MayAct = state == vpt.CaseOpen && may(policy.CaseAssess)
	out.MayTalk = (state == vpt.CaseOpen || state == vpt.CaseClosed) && may(policy.CaseTalk)
	out.MayFollow = slices.Contains(UntilMerged(), state) && may(policy.CasePolice)
	out.MayPause = out.MayAct && may(policy.CasePause)
	out.MayAddFile = slices.Contains(UntilMerged(), state) && may(policy.EvidenceAdd)
	out.MayDropFile = may(policy.EvidenceDrop)
	if may(policy.CaseClose) {
		out.LightEnds = out.Case.LightEnds(v.Known.Org.Settings.Learning)
		out.Blocks = out.Case.BlocksBut(out.LightEnds)
		out.MayClose = out.MayAct && len(out.Blocks) == 0
	}
	out.MayReopen = state == vpt.CaseClosed && may(policy.CaseReopen)
	out.MayReassign = (state == vpt.CaseOpen || state == vpt.CaseClosed) && may(policy.CaseReassign)
	out.MayMerge = state == vpt.CaseOpen && may(policy.CaseMerge)
	out.MayChooseOwner = out.MayMerge && who.Has(vpt.RoleCoordinator)
	if out.MayMerge {
		_, err := v.Tx.UndoableMerge(out.Case.ID)
		if err != nil && vpt.KindOf(err) != vpt.KindNotFound {
			return err
		}
		out.MayUnmerge = err == nil
		if out.Similar, err = a.similar(v, who, out.Case); err != nil {
			return err
		}
	}
	var err error
	if out.Links, err = Links(a.desk, v.Tx, who, out.Case); err != nil {
		return err
	}
	if !out.MayTalk && !out.MayReassign {
		return nil
	}
	if out.MayReassign {
		out.Units = slices.DeleteFunc(slices.Clone(v.Known.Units), func(u vpt.Unit) bool { return u.Retired })
	}
	d := &Deed{Tx: v.Tx, Who: who, Known: v.Known, Case: out.Case}
	able, err := d.Handlers()
	if err != nil {
		return err
	}
	for _, person := range able {
		name, err := v.Name(person)
		if err != nil {
			return err
		}
		out.Handlers = append(out.Handlers, name)
	}
	if !out.MayTalk {
		return nil
	}
	return d.careChoices(out)
}

// similar gives the other cases around the same days that the
// viewer may merge with this one.
func (a Room) similar(v *Viewing, who vpt.Actor, c vpt.Casefile) ([]vpt.SimilarCase, error) {
	near, err := v.Tx.CasesAround(c)
	if err != nil {
		return nil, err
	}
	var out []vpt.SimilarCase
	for _, number := range near {
		other, err := v.Tx.CaseByNumber(number)
		if err != nil {
			return nil, err
		}
		on, err := desk.CaseSubject(v.Tx, other)
		if err != nil {
			return nil, err
		}
		if a.desk.Policy.Decide(who, policy.CaseMerge, on) {
			i := other.Incident
			out = append(out, vpt.SimilarCase{Number: other.Number, OccurredOn: i.OccurredOn, OccurredTime: i.OccurredTime, Channel: i.Channel})
		}
	}
	return out, nil
}

// Numbered finds the case that a number of a case, of a report or of an old
// register belongs to.
func Numbered(tx *store.Tx, number string, c *vpt.Casefile) (policy.Subject, error) {
	on, err := LeadingTo(tx, number, c)
	if vpt.KindOf(err) != vpt.KindNotFound {
		return on, err
	}
	casefile, err := tx.CaseOfReport(number)
	if err != nil {
		return policy.Subject{}, err
	}
	return LeadingTo(tx, casefile, c)
}

// FindNumber gives the number of the case that a number belongs to: of a case,
// of a report, or of an old register. Searching takes whole numbers only.
func (a Room) FindNumber(ctx context.Context, who vpt.Actor, number string) (string, error) {
	var c vpt.Casefile
	number = strings.TrimSpace(number)
	find := func(tx *store.Tx) (policy.Subject, error) {
		on, err := Numbered(tx, number, &c)
		if tidy := vpt.TidyNumber(number); tidy != number && vpt.KindOf(err) == vpt.KindNotFound {
			return Numbered(tx, tidy, &c) // not before: an old register may number otherwise
		}
		return on, err
	}
	err := a.desk.Read(ctx, who, policy.CaseFind, find, func(*store.Tx) error { return nil })
	if err != nil {
		return "", err
	}
	return c.Number, nil
}
