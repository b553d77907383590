package web

import (
	"errors"
	"net/http"
	"net/url"

	"rugdekking/internal/nl"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// startPage is the first page: one thing to do, and what is going on.
func (s *Site) startPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	mine, err := s.app.MyReports(r.Context(), who)
	if err != nil {
		return err
	}
	talks, err := s.app.MyTalks(r.Context(), who)
	if err != nil {
		return err
	}
	draft, err := s.app.Draft(r.Context(), who, vpt.ReportDraft)
	if err != nil {
		return err
	}
	going := page.Going{Reports: mine, Talks: talks, Draft: draft, Handles: who.Handles(), Figures: seesFigures(who)}
	if hasTasks(who) {
		if going.Tasks, err = s.app.MyTasks(r.Context(), who); err != nil {
			return err
		}
	}
	if who.Handles() {
		norms, err := s.app.TeamNorms(r.Context(), who)
		if err != nil {
			return err
		}
		going.Norms = norms.Late()
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("nav.start"), page.NoScript)
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "start", page.NewStart(shell, t, going))
}

// reportList is "Mijn meldingen".
func (s *Site) reportList(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	mine, err := s.app.MyReports(r.Context(), who)
	if err != nil {
		return err
	}
	talks, err := s.app.MyTalks(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("meldingen.titel"), page.NoScript)
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "report-list", page.NewReportList(shell, t, mine, talks))
}

// reportForm is "Meld een incident", with the draft when there is one.
func (s *Site) reportForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showReportForm(w, r, who, http.StatusOK, nil)
}

// showReportForm shows the form: fresh, from the draft, or as it was sent with
// what was wrong with it.
func (s *Site) showReportForm(w http.ResponseWriter, r *http.Request, who vpt.Actor, status int, refused error) error {
	form, err := s.app.ReportForm(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("melden.titel"), page.ScriptReport)
	if err != nil {
		return err
	}
	var typed url.Values
	key := newKey()
	switch {
	case refused != nil:
		typed, key = r.PostForm, keyOf(r)
	case !form.Draft.SavedAt.IsZero():
		typed = page.OpenDraft(form.Draft)
	}
	view := page.NewReportNew(shell, t, form, typed, s.problems(who, refused))
	view.Idempotency = key
	if breach := breachOf(r); breach != "" {
		view.Breach, view.Kinds.Optional = &page.Hidden{Name: page.FieldBreach, Value: breach}, true // not keeping to it is a kind itself
	}
	return s.render(w, status, "report-new", view)
}

// sendReport takes a report and leads to its receipt.
func (s *Site) sendReport(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	in, err := s.reportInput(r, who)
	if err != nil {
		return err
	}
	number, err := s.app.ReportIncident(r.Context(), who, in)
	if s.problems(who, err) != nil {
		return s.showReportForm(w, r, who, http.StatusUnprocessableEntity, err)
	}
	if err != nil {
		return err
	}
	return s.redirect(w, r, "/meldingen/"+number+"/ontvangst", "")
}

// reportInput turns the form into a report. What one chose decides which of
// the other fields count.
func (s *Site) reportInput(r *http.Request, who vpt.Actor) (vpt.ReportIncident, error) {
	me, err := s.app.Me(r.Context(), who)
	if err != nil {
		return vpt.ReportIncident{}, err
	}
	zone := me.Organisation.Settings.Location()
	today := s.today(zone)
	in := vpt.ReportIncident{
		OnBehalf: vpt.OnBehalf(line(r, "onBehalf")), Choice: vpt.ReportChoice(line(r, "choice")), Kinds: r.PostForm["kinds"],
		OccurredTime: clockTime(line(r, "occurredTime")), Channel: line(r, "channel"), Site: vpt.SiteID(line(r, "site")),
		Place: private(r, "place"), Account: private(r, "account"), Help: vpt.HelpWish(line(r, "help")), Origin: vpt.OriginForm, Breach: vpt.MeasureID(line(r, page.FieldBreach)), Once: once(r),
	}
	switch line(r, page.FieldWhen) {
	case page.WhenNow:
		in.OccurredOn, in.OccurredTime = vpt.Date(today.Format("2006-01-02")), nl.ClockTime(s.clock.Now(), zone)
	case page.WhenToday:
		in.OccurredOn = vpt.Date(today.Format("2006-01-02"))
	case page.WhenYesterday:
		in.OccurredOn = vpt.Date(today.AddDate(0, 0, -1).Format("2006-01-02"))
	case page.WhenOther:
		in.OccurredOn = date(line(r, page.FieldDay), today)
	}
	in.Affected = affectedInput(r, in.OnBehalf)
	return in, nil
}

// affectedInput says whom it happened to.
func affectedInput(r *http.Request, onBehalf vpt.OnBehalf) []vpt.AffectedInput {
	other := vpt.AffectedInput{Lookup: private(r, page.FieldLookup), Name: private(r, page.FieldTyped)}
	switch onBehalf {
	case vpt.ForMyself:
		return []vpt.AffectedInput{{Self: true}}
	case vpt.ForColleague:
		if person := line(r, page.FieldColleague); person != "" {
			return []vpt.AffectedInput{{Person: vpt.PersonID(person)}}
		}
	case vpt.ForCaller:
	default:
		return nil
	}
	if other.Lookup.IsZero() && other.Name.IsZero() {
		return nil
	}
	return []vpt.AffectedInput{other}
}

// errBody is a form that could not be read.
var errBody = vpt.Fail(vpt.KindInvalid, "ongeldige-invoer")

// keepDraft saves what was typed so far. The script gets 204; the buttons lead
// back to the form.
func (s *Site) keepDraft(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	act := line(r, page.FieldAct)
	if act == page.DraftDrop {
		if err := s.app.DropDraft(r.Context(), who, vpt.ReportDraft); err != nil {
			return err
		}
		return s.redirect(w, r, "/meldingen/nieuw", "concept-weg")
	}
	typed := url.Values{}
	for name, values := range r.PostForm {
		if name != page.IdempotencyName && name != page.FieldAct {
			typed[name] = values
		}
	}
	err := s.app.SaveDraft(r.Context(), who, vpt.Draft{Form: vpt.ReportDraft, Data: vpt.NewPrivate(typed.Encode())})
	if err != nil {
		return err
	}
	if act == page.DraftSave {
		return s.redirect(w, r, "/meldingen/nieuw", "concept-bewaard")
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// reportReceipt is "Dank je, we hebben het.".
func (s *Site) reportReceipt(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	receipt, err := s.app.Receipt(r.Context(), who, r.PathValue("nummer"))
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("ontvangst.titel"), page.NoScript)
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "report-receipt", page.NewReportReceipt(shell, t, receipt))
}

// reportView is "Mijn melding".
func (s *Site) reportView(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showReport(w, r, who, http.StatusOK, nil)
}

// showReport shows a report; errs are about its comment or its files.
func (s *Site) showReport(w http.ResponseWriter, r *http.Request, who vpt.Actor, status int, errs page.FieldErrors) error {
	v, err := s.app.ReportByNumber(r.Context(), who, r.PathValue("nummer"))
	if err != nil {
		return err
	}
	shell, err := s.reportShell(r, who, v, "")
	if err != nil {
		return err
	}
	comment := ""
	key := newKey()
	if r.Method == http.MethodPost && r.PostForm != nil {
		comment, key = r.PostFormValue(string(vpt.DetailComment)), keyOf(r)
	}
	view := page.NewReportView(shell, s.text(who), v, comment, errs)
	view.Idempotency = key
	return s.render(w, status, "report-view", view)
}

// reportShell is the shell of the pages of one report, with the way back.
func (s *Site) reportShell(r *http.Request, who vpt.Actor, v vpt.ReporterView, below string) (page.Shell, error) {
	t := s.text(who)
	number := v.Report.Number
	title := t.Fill("melding.pagina", "nummer", v.Report.DisplayNumber())
	crumbs := []page.Link{{Label: t.Text("meldingen.titel"), Href: "/meldingen"}, {Label: title}}
	if below != "" {
		crumbs[1].Href = "/meldingen/" + number
		crumbs = append(crumbs, page.Link{Label: below})
		title = below + " · " + title
	}
	shell, err := s.shell(r, who, title, page.ScriptReport)
	shell.Crumbs = crumbs
	return shell, err
}

// moreForm is "Meer vertellen".
func (s *Site) moreForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showMore(w, r, who, http.StatusOK, nil)
}

func (s *Site) showMore(w http.ResponseWriter, r *http.Request, who vpt.Actor, status int, refused error) error {
	v, err := s.app.ReportByNumber(r.Context(), who, r.PathValue("nummer"))
	if err != nil {
		return err
	}
	if !v.MayAdd {
		return vpt.ErrNotFound
	}
	t := s.text(who)
	shell, err := s.reportShell(r, who, v, t.Text("meer.titel"))
	if err != nil {
		return err
	}
	var typed url.Values
	key := newKey()
	if refused != nil {
		typed, key = r.PostForm, keyOf(r)
	}
	view := page.NewReportMore(shell, t, v, typed, s.problems(who, refused))
	view.Idempotency = key
	return s.render(w, status, "report-more", view)
}

// sendMore adds what was told to the report.
func (s *Site) sendMore(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	in := vpt.AddDetails{Report: r.PathValue("nummer"), Values: map[vpt.DetailField]vpt.Private{}, Once: once(r)}
	for _, field := range vpt.DetailFields() {
		if value := private(r, string(field)); !value.IsZero() && field != vpt.DetailComment {
			in.Values[field] = value
		}
	}
	if end := line(r, string(vpt.DetailEnd)); end != "" {
		in.Values[vpt.DetailEnd] = vpt.NewPrivate(clockTime(end))
	}
	err := s.app.AddDetails(r.Context(), who, in)
	if s.problems(who, err) != nil {
		return s.showMore(w, r, who, http.StatusUnprocessableEntity, err)
	}
	if err != nil {
		return err
	}
	return s.redirect(w, r, "/meldingen/"+in.Report, "aangevuld")
}

// sendComment takes a comment of the reporter.
func (s *Site) sendComment(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	in := vpt.AddDetails{
		Report: r.PathValue("nummer"), Once: once(r),
		Values: map[vpt.DetailField]vpt.Private{vpt.DetailComment: private(r, string(vpt.DetailComment))},
	}
	err := s.app.AddDetails(r.Context(), who, in)
	if errs := s.commentProblems(who, err); errs != nil {
		return s.showReport(w, r, who, http.StatusUnprocessableEntity, errs)
	}
	if err != nil {
		return err
	}
	return s.redirect(w, r, "/meldingen/"+in.Report, "gereageerd")
}

// commentProblems leads an empty comment to its own field.
func (s *Site) commentProblems(who vpt.Actor, err error) page.FieldErrors {
	var invalid *vpt.Error
	if errors.As(err, &invalid) && len(invalid.Fields) == 1 && invalid.Fields[0].Code == "niets-ingevuld" {
		field := string(vpt.DetailComment)
		return page.FieldErrors{{Name: field, Message: s.text(who).Field(field, "verplicht")}}
	}
	return s.problems(who, err)
}

// breachOf gives the measure that a report is about not keeping to: it stands
// in the link from the door or the measure, then in the form.
func breachOf(r *http.Request) string {
	if id := line(r, page.FieldBreach); id != "" {
		return id
	}
	return r.URL.Query().Get(page.FieldBreach)
}
