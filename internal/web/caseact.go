package web

import (
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// doAct takes the form of an act: does it, and leads back to the case; or shows
// the form again with what was wrong.
func (s *Site) doAct(act page.CaseAct) handler {
	return func(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
		number := r.PathValue("nummer")
		if act == page.ActMeasure && s.prepares(r, who) {
			return s.startMeasure(w, r, who)
		}
		err := s.act(r, who, act, number)
		if err == nil {
			return s.redirect(w, r, afterAct(act, r), doneBy(act, r))
		}
		errs := s.problems(who, err)
		if errs == nil {
			return err
		}
		return s.showAct(w, r, who, act, r.PostForm, errs)
	}
}

// doneBy names the message that says what an act did.
func doneBy(act page.CaseAct, r *http.Request) string {
	if act == page.ActAssess && line(r, "react") != "" {
		return string(act) + "-reactie"
	}
	if act == page.ActReassign && line(r, "unit") != "" {
		return string(act) + "-onderdeel"
	}
	return string(act)
}

// afterAct is where an act leads: to the case, and from one that went to another
// unit to the worklist, because it may be out of sight now.
func afterAct(act page.CaseAct, r *http.Request) string {
	if act == page.ActReassign && line(r, "unit") != "" {
		return "/werkvoorraad"
	}
	return "/zaken/" + r.PathValue("nummer")
}

// act hands a form to the use case that it is for.
func (s *Site) act(r *http.Request, who vpt.Actor, act page.CaseAct, number string) error {
	ctx, o := r.Context(), once(r)
	today := s.today(s.zoneOf(r, who))
	day := func(name string) vpt.Date { return date(line(r, name), today) }
	switch act {
	case page.ActAssess:
		in, err := assessment(r, number)
		if err != nil {
			return err
		}
		return s.app.AssessCase(ctx, who, in)
	case page.ActInstigator:
		return s.app.RecordInstigator(ctx, who, vpt.RecordInstigator{
			Case: number, ID: vpt.InstigatorID(actAbout(act, r)), Kind: vpt.InstigatorKind(line(r, "kind")), Relation: line(r, "relation"),
			Description: private(r, "description"), Name: private(r, "name"), BornOn: private(r, "bornOn"), Address: private(r, "address"),
			Reference: private(r, "reference"), NotifiedOn: day("notifiedOn"), Postponed: private(r, "postponed"), Once: o,
		})
	case page.ActMeasure:
		return s.app.DecideMeasure(ctx, who, vpt.DecideMeasure{
			Case: number, Kind: line(r, "kind"), Reason: private(r, "reason"), DecideOn: day("decideOn"), StartsOn: dayAhead(line(r, "startsOn"), today), EndsOn: dayAhead(line(r, "endsOn"), today), Once: o,
		})
	case page.ActPolice:
		return s.app.RecordPolice(ctx, who, vpt.RecordPolice{
			Case: number, Kind: vpt.PoliceKind(line(r, "kind")), DoneOn: day("doneOn"), Reference: private(r, "reference"), Note: private(r, "note"),
			Details: s.policeDetails(r, who), Once: o,
		})
	case page.ActTalk, page.ActTalkDone:
		return s.actOnTalk(r, who, act, number)
	case page.ActTrack:
		return s.app.SetTrack(ctx, who, vpt.SetTrack{
			Case: number, Track: vpt.TrackKind(actAbout(act, r)), State: vpt.TrackState(line(r, "state")), Why: private(r, "why"), Seen: vpt.TrackState(line(r, page.FieldSeen)), Once: o,
		})
	case page.ActInvolved:
		return s.app.AddInvolved(ctx, who, vpt.AddInvolved{
			Case: number, Role: vpt.InvolvedRole(line(r, "role")), Lookup: private(r, "lookup"), Name: private(r, "name"), Once: o,
		})
	case page.ActNote:
		return s.app.WriteNote(ctx, who, vpt.WriteNote{Case: number, Visible: vpt.Visibility(line(r, "visible")), Text: private(r, "text"), Once: o})
	}
	return s.actOnWhole(r, who, act, number)
}

// assessment reads the form of an assessment. That the question about danger
// in private is answered is asked here: the input knows only yes and no, and a
// "no" that nobody gave must not be recorded.
func assessment(r *http.Request, number string) (vpt.AssessCase, error) {
	class, _ := strconv.Atoi(line(r, "class")) // none is told by name
	risk := line(r, "privateRisk")
	in := vpt.AssessCase{
		Case: number, Verdict: vpt.Verdict(line(r, "verdict")), Why: private(r, "why"), Kinds: r.PostForm["kinds"], Class: class,
		FactsComplete: ticked(r, "factsComplete"), PrivateRisk: risk == "ja", React: line(r, "react"), ReactWhy: private(r, "reactWhy"),
		Seen: line(r, page.FieldSeen), Once: once(r),
	}
	if in.React == "" { // what was typed before another choice is for later
		in.ReactWhy = vpt.Private{}
	}
	if risk == "ja" || risk == "nee" {
		return in, nil // the rest is for the use case to check
	}
	var p vpt.Problems
	if err := p.Join(in.Validate()); err != nil {
		return in, err
	}
	p.Require("privateRisk", true)
	return in, p.Err()
}

// actOnTalk plans a care talk or records how it ended.
func (s *Site) actOnTalk(r *http.Request, who vpt.Actor, act page.CaseAct, number string) error {
	talk, today := vpt.CareTalkID(actAbout(act, r)), s.today(s.zoneOf(r, who))
	if act == page.ActTalkDone {
		return s.app.FinishTalk(r.Context(), who, vpt.FinishTalk{Case: number, Talk: talk, State: vpt.TalkState(line(r, "state")), On: date(line(r, "on"), today), Once: once(r)})
	}
	return s.app.PlanTalk(r.Context(), who, vpt.PlanTalk{
		Case: number, Talk: talk, On: dayAhead(line(r, "on"), today), Time: clockTime(line(r, "time")), With: vpt.PersonID(line(r, "with")), WithName: private(r, "withName"),
		Site: vpt.SiteID(line(r, "site")), Once: once(r),
	})
}

// actOnWhole does what is about the case as a whole.
func (s *Site) actOnWhole(r *http.Request, who vpt.Actor, act page.CaseAct, number string) error {
	ctx, o := r.Context(), once(r)
	switch act {
	case page.ActFeedback:
		return s.app.SendFeedback(ctx, who, vpt.SendFeedback{Case: number, Text: private(r, "text"), Waived: ticked(r, "waived"), Once: o})
	case page.ActClose:
		return s.app.CloseCase(ctx, who, vpt.CloseCase{Case: number, Message: private(r, "message"), NotNeeded: s.notNeeded(r, who), Once: o})
	case page.ActReopen:
		return s.app.ReopenCase(ctx, who, vpt.ReopenCase{Case: number, Why: private(r, "why"), Once: o})
	case page.ActMerge:
		from := vpt.TidyNumber(line(r, "from"))
		if from == "" {
			from = line(r, "similar")
		}
		return s.app.MergeCases(ctx, who, vpt.MergeCases{Into: number, From: from, OwnerFrom: ticked(r, "ownerFrom"), Once: o})
	case page.ActUnmerge:
		return s.app.UndoMerge(ctx, who, vpt.UndoMerge{Case: number, Once: o})
	case page.ActDropFile:
		return s.app.RemoveEvidence(ctx, who, vpt.RemoveEvidence{Case: number, ID: vpt.EvidenceID(actAbout(act, r)), Why: private(r, "why"), Once: o})
	case page.ActReassign:
		return s.app.ReassignCase(ctx, who, vpt.ReassignCase{
			Case: number, Owner: vpt.PersonID(line(r, "owner")), Unit: vpt.UnitID(line(r, "unit")), Once: o,
		})
	}
	return vpt.ErrNotFound
}

// dayAhead reads a date of something to come: a weekday is the next one, and a
// date without a year that has passed is that of next year.
func dayAhead(text string, today time.Time) vpt.Date {
	day := date(text, today)
	if !day.Valid() || day >= vpt.Date(today.Format("2006-01-02")) || pastWords.MatchString(text) {
		return day
	}
	if strings.ContainsAny(text, "0123456789") {
		return day.AddYears(1)
	}
	return day.AddDays(7)
}

// pastWords are in a date that is meant to have passed: a year, or a word.
var pastWords = regexp.MustCompile(`\d{4}|gister|yesterday|geleden|ago|vorige|last`)

// caseRoutes are the pages of who handles cases.
func (s *Site) caseRoutes() []Route {
	routes := []Route{
		s.private("GET /werkvoorraad", s.worklist),
		s.private("GET /zoeken", s.find),
		s.private("GET /zaken/{nummer}", s.casePage),
		s.private("GET /zaken/{nummer}/afdrukken", s.casePrint),
		s.private("GET /zaken/{nummer}/bewijs", s.actForm(page.ActEvidence)),
		s.upload("POST /zaken/{nummer}/bewijs", uploadLimit(), s.sendCaseEvidence),
	}
	for _, act := range []struct {
		act  page.CaseAct
		path string
	}{
		{page.ActAssess, "beoordelen"}, {page.ActInstigator, "veroorzaker"}, {page.ActMeasure, "maatregelen"}, {page.ActPolice, "politie"},
		{page.ActTalk, "gesprekken/{gesprek}"}, {page.ActTalkDone, "gesprekken/{gesprek}/afronden"}, {page.ActTrack, "sporen/{spoor}"},
		{page.ActInvolved, "betrokkenen"}, {page.ActNote, "notities"}, {page.ActFeedback, "terugkoppeling"}, {page.ActClose, "sluiten"},
		{page.ActReopen, "heropenen"}, {page.ActMerge, "samenvoegen"}, {page.ActUnmerge, "splitsen"}, {page.ActReassign, "overdragen"},
		{page.ActDropFile, "bewijs/{bestand}/verwijderen"},
	} {
		routes = append(routes, s.private("GET /zaken/{nummer}/"+act.path, s.actForm(act.act)), s.private("POST /zaken/{nummer}/"+act.path, s.doAct(act.act)))
	}
	return routes
}

// notNeeded gives the tracks that are ended with closing, each with the words
// that were ticked as its reason.
func (s *Site) notNeeded(r *http.Request, who vpt.Actor) []vpt.TrackEnd {
	var out []vpt.TrackEnd
	for _, kind := range r.PostForm["notNeeded"] {
		out = append(out, vpt.TrackEnd{Track: vpt.TrackKind(kind), Why: vpt.NewPrivate(page.TrackEnd(s.text(who), vpt.TrackKind(kind)))})
	}
	return out
}
