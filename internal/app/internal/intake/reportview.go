package intake

import (
	"context"
	"slices"
	"time"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// ReportByNumber gives a report as its reporter, or somebody whom it names as
// affected, may see it: owner, terms, assessed kinds, that and when a measure
// was decided, that the police were told, her own care talks, what was shared
// with her. What she may not see is not read from the database.
func (a Room) ReportByNumber(ctx context.Context, who vpt.Actor, number string) (vpt.ReporterView, error) {
	var v vpt.ReporterView
	var r vpt.Report
	err := a.desk.Read(ctx, who, policy.ReportRead, a.desk.OfReport(number, &r), func(tx *store.Tx) (err error) {
		v, err = a.viewReport(tx, who, r)
		return err
	})
	return v, err
}

func (a Room) viewReport(tx *store.Tx, who vpt.Actor, r vpt.Report) (vpt.ReporterView, error) {
	var v vpt.ReporterView
	k, err := a.desk.Knowledge(tx)
	if err != nil {
		return v, err
	}
	c, err := tx.ShownCase(r.Casefile)
	if err != nil {
		return v, err
	}
	open := c.State == vpt.CaseOpen || c.State == vpt.CaseClosed
	v = vpt.ReporterView{
		Report: r, Case: c.State, Clocks: c.Clocks, Kinds: r.Kinds, Assessed: c.Assessed, Verdict: c.Verdict, PoliceTold: c.PoliceTold,
		Closing: c.Closing, ClosedAt: c.ClosedAt, HelpNumbers: k.Org.Settings.HelpNumbers, Emergency: k.Org.Settings.Emergency,
		AsAffected: r.Reporter != who.Person, Viewer: who.Person, MayAdd: who.Person != "" && open, MayComment: who.Person != "" && open,
		Now: tx.Now(), Zone: k.Zone, UnitName: k.UnitName(r.Unit), Circle: k.CircleName(c.Unit),
	}
	if c.Assessed && len(c.Kinds) > 0 {
		v.Kinds = c.Kinds
	}
	if site, ok := k.Site(r.Site); ok {
		v.SiteName = site.Name
	}
	if v.Owner, v.Deputy, err = casework.OwnerNames(a.desk, tx, k, c.Owner); err != nil {
		return v, err
	}
	reporter, err := tx.PersonName(r.Reporter)
	if err != nil {
		return v, err
	}
	v.ReporterName = reporter.Name
	if v.Lists, err = a.listsOf(tx, k, v); err != nil {
		return v, err
	}
	return v, a.viewRecords(tx, k, who, &v)
}

// viewRecords adds what hangs on the case and on the report.
func (a Room) viewRecords(tx *store.Tx, k *desk.Known, who vpt.Actor, v *vpt.ReporterView) (err error) {
	r := v.Report
	if v.Affected, err = tx.Involved(r.Casefile); err != nil {
		return err
	}
	v.Affected = slices.DeleteFunc(v.Affected, func(i vpt.Involved) bool { return i.Report != r.ID || i.Role != vpt.RoleAffected })
	if v.Measures, err = tx.ShownMeasures(r.Casefile); err != nil {
		return err
	}
	if who.Person != "" {
		if v.Occurrences, err = tx.Occurrences(r.Casefile, who.Person); err != nil {
			return err
		}
	}
	if v.Details, err = tx.DetailsOfReport(r.ID); err != nil {
		return err
	}
	if v.Evidence, err = tx.EvidenceOfReport(r.ID); err != nil {
		return err
	}
	for i := range v.Evidence { // why a handler removed a file is for handlers
		v.Evidence[i].RemovedWhy = vpt.Private{}
	}
	talks, err := tx.Talks(r.Casefile)
	if err != nil {
		return err
	}
	for _, t := range talks {
		if t.For == who.Person && t.For != "" && !t.IsCheck() {
			k.PlaceTalk(&t)
			v.Talks = append(v.Talks, t)
		}
	}
	return a.viewTimeline(tx, who, v)
}

// viewTimeline adds the timeline with the notes and messages in it. After a
// merge the case has a history from before with another reporter, which stays
// with her.
func (a Room) viewTimeline(tx *store.Tx, who vpt.Actor, v *vpt.ReporterView) error {
	r := v.Report
	all, err := tx.Events(r.Casefile, false)
	if err != nil {
		return err
	}
	notes, err := tx.ShownNotes(r.Casefile)
	if err != nil {
		return err
	}
	feedback, err := tx.ShownFeedback(r.Casefile)
	if err != nil {
		return err
	}
	shown := shownEvents{report: r, viewer: who.Person, evidence: v.Evidence}
	if r.Merged() {
		origin, err := tx.ShownCase(r.Origin)
		if err != nil {
			return err
		}
		shown.origin, shown.joined = origin.Number, joinedAt(all, r.Origin, origin.Number)
	}
	texts := map[string]vpt.Private{}
	for _, n := range notes {
		texts[string(n.ID)] = n.Text
	}
	for _, f := range feedback {
		texts[f.ID] = f.Text
	}
	seen := map[string]bool{}
	for _, e := range all {
		if !shown.sees(e) {
			continue
		}
		seen[e.Ref] = true
		if e.Text = texts[e.Ref]; e.Kind == vpt.EventClosed {
			e.Text = v.Closing
		}
		switch e.Kind {
		case vpt.EventOwned, vpt.EventMeasure, vpt.EventPoliceEnd, vpt.EventEvidence:
		default:
			e.Detail = "" // codes that are for handlers
		}
		name, err := tx.PersonName(e.By)
		if err != nil {
			return err
		}
		e.ByName, e.Origin = name.Name, ""
		if e.For != "" {
			named, err := tx.PersonName(e.For)
			if err != nil {
				return err
			}
			e.ForName = named.Name
		}
		v.Timeline = append(v.Timeline, e)
	}
	v.Notes = slices.DeleteFunc(notes, func(n vpt.Note) bool { return !seen[string(n.ID)] })
	v.Feedback = slices.DeleteFunc(feedback, func(f vpt.Feedback) bool { return !seen[f.ID] })
	return nil
}

// joinedAt gives when a case was merged into the one whose timeline this is;
// far ahead when it does not say, so that nothing is shown by mistake.
func joinedAt(timeline []vpt.Event, origin vpt.CasefileID, number string) time.Time {
	for _, e := range timeline {
		if e.Kind == vpt.EventMerged && (e.Ref == string(origin) || e.Ref == number || e.Detail == number) {
			return e.At
		}
	}
	return time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
}

// shownEvents knows which entries of a timeline belong to the reader of one
// report.
type shownEvents struct {
	report   vpt.Report
	viewer   vpt.PersonID
	evidence []vpt.Evidence
	origin   string    // number of the case the report came from, when merged
	joined   time.Time // when it was merged
}

func (s shownEvents) sees(e vpt.Event) bool {
	if e.Visible != vpt.VisibleReporter || e.Kind.HandlersOnly() {
		return false
	}
	if !s.report.Merged() && e.Origin != "" {
		return false
	}
	if s.report.Merged() && e.Origin != s.origin && (e.Origin != "" || e.At.Before(s.joined)) {
		return false
	}
	switch e.Kind {
	case vpt.EventReported, vpt.EventDetails, vpt.EventComment, vpt.EventSeries:
		return e.Ref == string(s.report.ID)
	case vpt.EventEvidence:
		return slices.ContainsFunc(s.evidence, func(f vpt.Evidence) bool { return string(f.ID) == e.Ref })
	case vpt.EventRaised, vpt.EventRaisedTop:
		return e.For == "" || e.For == s.viewer
	case vpt.EventTalkPlanned, vpt.EventTalkHeld, vpt.EventTalkDecline, vpt.EventReferral:
		return e.For != "" && e.For == s.viewer
	}
	return true
}

// listsOf gives the versions of the code lists that the codes of a view come
// from.
func (a Room) listsOf(tx *store.Tx, k *desk.Known, v vpt.ReporterView) (map[vpt.CodeList]vpt.CodeSet, error) {
	versions := map[vpt.CodeList]int{vpt.ChannelList: v.Report.Channel.Version}
	if len(v.Kinds) > 0 {
		versions[vpt.KindList] = v.Kinds[0].Version
	}
	out := map[vpt.CodeList]vpt.CodeSet{}
	for _, list := range []vpt.CodeList{vpt.KindList, vpt.ChannelList, vpt.MeasureList, vpt.TriggerList, vpt.InjuryList} {
		set := k.Codes[list]
		if version := versions[list]; version != 0 && version != set.Version {
			var err error
			if set, err = tx.CodeSet(list, version); err != nil {
				return nil, err
			}
		}
		out[list] = set
	}
	return out, nil
}
