package web

import (
	"net/http"
	"net/url"
	"slices"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// hearingRoutes are the pages of talking with the instigator, of earlier cases
// of the same person, and of what she does about a measure.
func (s *Site) hearingRoutes() []Route {
	const hear, remedy = "/zaken/{nummer}/horen", "/zaken/{nummer}/maatregelen/{maatregel}/klachten"
	return []Route{
		s.private("GET "+hear, s.hearingForm),
		s.private("POST "+hear, s.planHearing),
		s.private("GET "+hear+"/verslag", s.heardForm),
		s.private("POST "+hear+"/verslag", s.recordHearing),
		s.private("GET "+hear+"/{gesprek}", s.heardForm),
		s.private("POST "+hear+"/{gesprek}", s.recordHearing),
		s.private("GET /zaken/{nummer}/eerdere-zaken", s.linkForm),
		s.private("POST /zaken/{nummer}/eerdere-zaken", s.linkCase),
		s.private("POST /zaken/{nummer}/eerdere-zaken/{koppeling}/weg", s.unlinkCase),
		s.leads("/zaken/{nummer}/eerdere-zaken/{koppeling}/weg", "/zaken/{nummer}/eerdere-zaken"),
		s.private("GET "+remedy, s.remedyForm),
		s.private("POST "+remedy, s.recordRemedy),
		s.private("GET "+remedy+"/{klacht}", s.answerForm),
		s.private("POST "+remedy+"/{klacht}", s.finishRemedy),
	}
}

// caseOf gives a case on which the viewer may still act.
func (s *Site) caseOf(r *http.Request, who vpt.Actor) (vpt.CaseView, error) {
	v, err := s.app.CaseByNumber(r.Context(), who, r.PathValue("nummer"))
	if err == nil && !v.MayTalk { // who may hold talks may act, also after closing
		err = vpt.ErrNotFound
	}
	return v, err
}

func (s *Site) hearingForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showHearing(w, r, who, nil, nil)
}

func (s *Site) showHearing(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	v, err := s.caseOf(r, who)
	if err != nil {
		return err
	}
	t := s.text(who)
	return s.showCaseForm(w, r, who, formPage{
		number: v.Case.Number, title: t.Text("horen.titel"), lead: t.Text("horen.lead"), save: t.Text("horen.bewaar"), back: "/zaken/" + v.Case.Number,
		sections: page.HearingSections(t, v, typed, errs), notes: page.HearingNotes(t, v), errs: errs,
	})
}

func (s *Site) planHearing(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	today := s.today(s.zoneOf(r, who))
	err := s.app.PlanHearing(r.Context(), who, vpt.PlanHearing{
		Case: r.PathValue("nummer"), Instigator: vpt.InstigatorID(line(r, "instigator")), Kind: vpt.HearingKind(line(r, "kind")), InvitedOn: date(line(r, "invitedOn"), today),
		On: dayAhead(line(r, "on"), today), Time: clockTime(line(r, "time")), Place: private(r, "place"), Letter: true, Once: once(r),
	})
	return s.afterForm(w, r, who, err, "/zaken/"+r.PathValue("nummer")+"/brieven", "horen-gepland", func(errs page.FieldErrors) error {
		return s.showHearing(w, r, who, r.PostForm, errs)
	})
}

func (s *Site) heardForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showHeard(w, r, who, nil, nil)
}

func (s *Site) showHeard(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	v, err := s.caseOf(r, who)
	if err != nil {
		return err
	}
	id := vpt.HearingID(r.PathValue("gesprek"))
	if id != "" && !slices.ContainsFunc(v.Hearings, func(h vpt.Hearing) bool { return h.ID == id }) {
		return vpt.ErrNotFound
	}
	t := s.text(who)
	return s.showCaseForm(w, r, who, formPage{
		number: v.Case.Number, title: t.Text("horen.verslag-titel"), lead: t.Text("horen.verslag-lead"), save: t.Text("horen.verslag-bewaar"), back: "/zaken/" + v.Case.Number,
		sections: page.HeardSections(t, v, id, typed, errs), errs: errs,
	})
}

func (s *Site) recordHearing(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	today := s.today(s.zoneOf(r, who))
	err := s.app.RecordHearing(r.Context(), who, vpt.RecordHearing{
		Case: r.PathValue("nummer"), ID: vpt.HearingID(r.PathValue("gesprek")), Kind: vpt.HearingKind(line(r, "kind")), Instigator: vpt.InstigatorID(line(r, "instigator")),
		State: vpt.HearingState(line(r, "state")), InvitedOn: date(line(r, "invitedOn"), today), HeldOn: date(line(r, "heldOn"), today), Present: private(r, "present"),
		Account: private(r, "account"), Agreements: private(r, "agreements"), Once: once(r),
	})
	return s.afterForm(w, r, who, err, s.afterHearing(r, who), "horen-vastgelegd", func(errs page.FieldErrors) error {
		return s.showHeard(w, r, who, r.PostForm, errs)
	})
}

// afterHearing is where one goes on after a talk: to the one measure that waits
// for it, else to the case.
func (s *Site) afterHearing(r *http.Request, who vpt.Actor) string {
	next := "/zaken/" + r.PathValue("nummer")
	v, err := s.app.CaseByNumber(r.Context(), who, r.PathValue("nummer"))
	if err != nil {
		return next // the act itself says what is the matter
	}
	var drafts []vpt.MeasureID
	for _, m := range v.Measures {
		if m.State == vpt.MeasureDraft {
			drafts = append(drafts, m.ID)
		}
	}
	if len(drafts) == 1 {
		next = page.MeasurePath(v.Case.Number, drafts[0])
	}
	return next
}

func (s *Site) linkForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showEarlier(w, r, who, nil, nil)
}

func (s *Site) showEarlier(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	v, err := s.app.CaseByNumber(r.Context(), who, r.PathValue("nummer"))
	if err != nil {
		return err
	}
	if !v.MayAct {
		return vpt.ErrNotFound
	}
	t := s.text(who)
	shell, err := s.caseShell(r, who, v.Case.Number, t.Text("eerder.titel"))
	if err != nil {
		return err
	}
	shell.Problem = len(errs) > 0
	return s.render(w, statusOf(errs), "case-links", page.NewCaseLinks(shell, t, v, keyOf(r).Key, typed, errs))
}

func (s *Site) linkCase(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	err := s.app.LinkCase(r.Context(), who, vpt.LinkCase{Case: r.PathValue("nummer"), Earlier: line(r, "earlier"), Once: once(r)})
	return s.afterForm(w, r, who, err, "/zaken/"+r.PathValue("nummer")+"/eerdere-zaken", "zaak-gekoppeld", func(errs page.FieldErrors) error {
		return s.showEarlier(w, r, who, r.PostForm, errs)
	})
}

func (s *Site) unlinkCase(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	err := s.app.UnlinkCase(r.Context(), who, vpt.UnlinkCase{Case: r.PathValue("nummer"), ID: r.PathValue("koppeling"), Once: once(r)})
	return s.afterForm(w, r, who, err, "/zaken/"+r.PathValue("nummer")+"/eerdere-zaken", "koppeling-weg", func(errs page.FieldErrors) error {
		return s.showEarlier(w, r, who, nil, errs)
	})
}

func (s *Site) remedyForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showRemedy(w, r, who, nil, nil)
}

func (s *Site) showRemedy(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	f, err := s.measureOf(r, who)
	if err != nil {
		return err
	}
	if !f.MayRemedy {
		return vpt.ErrNotFound
	}
	t := s.text(who)
	return s.showCaseForm(w, r, who, formPage{
		number: f.Number, title: t.Text("klacht.titel"), lead: t.Text("klacht.lead"), save: t.Text("klacht.bewaar"), back: measureURL(r),
		sections: page.RemedySections(t, typed, errs), errs: errs,
	})
}

func (s *Site) recordRemedy(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	err := s.app.RecordRemedy(r.Context(), who, vpt.RecordRemedy{
		Case: r.PathValue("nummer"), Measure: vpt.MeasureID(r.PathValue("maatregel")), Kind: vpt.RemedyKind(line(r, "kind")),
		ReceivedOn: date(line(r, "receivedOn"), s.today(s.zoneOf(r, who))), Summary: private(r, "summary"), Once: once(r),
	})
	return s.afterForm(w, r, who, err, measureURL(r), "klacht-vastgelegd", func(errs page.FieldErrors) error {
		return s.showRemedy(w, r, who, r.PostForm, errs)
	})
}

func (s *Site) answerForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showAnswer(w, r, who, nil, nil)
}

func (s *Site) showAnswer(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	f, err := s.measureOf(r, who)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(f.Remedies, func(r2 vpt.Remedy) bool { return string(r2.ID) == r.PathValue("klacht") && r2.Open() })
	if !f.MayRemedy || i < 0 {
		return vpt.ErrNotFound
	}
	t := s.text(who)
	return s.showCaseForm(w, r, who, formPage{
		number: f.Number, title: t.Text("klacht.antwoord-titel"), lead: t.Text("klacht.antwoord-lead"), save: t.Text("klacht.antwoord-bewaar"), back: measureURL(r),
		sections: page.AnswerSections(t, f.Remedies[i], typed, errs), errs: errs,
	})
}

func (s *Site) finishRemedy(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	today := s.today(s.zoneOf(r, who))
	err := s.app.FinishRemedy(r.Context(), who, vpt.FinishRemedy{
		Case: r.PathValue("nummer"), ID: vpt.RemedyID(r.PathValue("klacht")), Extend: ticked(r, "extend"), Outcome: vpt.RemedyOutcome(line(r, "outcome")),
		OutcomeOn: date(line(r, "outcomeOn"), today), Why: private(r, "why"), Effect: vpt.RemedyEffect(line(r, "effect")), EndsOn: dayAhead(line(r, "endsOn"), today),
		Letter: true, Once: once(r),
	})
	return s.afterForm(w, r, who, err, measureURL(r), "klacht-beantwoord", func(errs page.FieldErrors) error {
		return s.showAnswer(w, r, who, r.PostForm, errs)
	})
}
