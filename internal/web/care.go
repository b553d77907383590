package web

import (
	"bytes"
	"net/http"
	"slices"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// carePage shows the talks that one holds: with whom, where and when.
func (s *Site) carePage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	mine, err := s.app.MyTalks(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("opvang.titel"), page.ScriptApp)
	if err != nil {
		return err
	}
	return s.render(w, http.StatusOK, "care", page.NewCare(shell, t, mine, who.Has(vpt.RolePeer)))
}

// closeTalkForm asks whether a talk that one holds took place.
func (s *Site) closeTalkForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showCloseTalk(w, r, who, string(vpt.TalkHeld), s.text(who).Text("zaak.vandaag"), nil)
}

func (s *Site) showCloseTalk(w http.ResponseWriter, r *http.Request, who vpt.Actor, state, on string, errs page.FieldErrors) error {
	mine, err := s.app.MyTalks(r.Context(), who)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(mine.Talks, func(one vpt.MyTalk) bool {
		return string(one.ID) == r.PathValue("gesprek") && one.Holding && one.State == vpt.TalkPlanned
	})
	if i < 0 {
		return vpt.ErrNotFound
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("opvang.sluit-titel"), page.ScriptApp)
	if err != nil {
		return err
	}
	shell.Crumbs = []page.Link{{Label: t.Text("opvang.titel"), Href: "/opvang"}, {Label: shell.Title}}
	form := &page.AdminForm{
		Shell: shell, Heading: page.PageHeading{Title: shell.Title}, Key: keyOf(r), Action: r.URL.Path, Save: t.Text("opvang.bewaar"),
		Cancel: page.Link{Label: t.Text("beheer.terug"), Href: "/opvang"}, Sections: page.CloseTalkSections(t, state, on, errs),
	}
	form.AboutTalk(t, mine.Talks[i].CareTalk)
	return s.showForm(w, form, errs)
}

// closeTalk records whether a talk took place.
func (s *Site) closeTalk(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	state, on := line(r, "state"), line(r, "on")
	err := s.app.HoldTalk(r.Context(), who, vpt.CloseTalk{
		Talk: vpt.CareTalkID(r.PathValue("gesprek")), State: vpt.TalkState(state), On: date(on, s.today(s.zoneOf(r, who))), Once: once(r),
	})
	if err == nil {
		return s.redirect(w, r, "/opvang", "opvang-bewaard")
	}
	if errs := s.problems(who, err); errs != nil {
		return s.showCloseTalk(w, r, who, state, on, errs)
	}
	return err
}

// declineTalk lets somebody do without a talk, and leads back to where she was:
// her own report, or the list of them.
func (s *Site) declineTalk(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	id := vpt.CareTalkID(r.PathValue("gesprek"))
	mine, err := s.app.MyTalks(r.Context(), who)
	if err != nil {
		return err
	}
	back := "/meldingen"
	for _, t := range mine.Talks {
		if t.ID == id && t.Report != "" {
			back += "/" + t.Report
		}
	}
	if err := s.app.DeclineTalk(r.Context(), who, vpt.DeclineTalk{Talk: id, Once: once(r)}); err != nil && vpt.KindOf(err) != vpt.KindConflict {
		return err
	}
	return s.redirect(w, r, back, "afgezien")
}

// talkCalendar gives a planned talk as a file for one's calendar.
func (s *Site) talkCalendar(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	talk, err := s.app.TalkForCalendar(r.Context(), who, vpt.CareTalkID(r.PathValue("gesprek")))
	if err != nil {
		return err
	}
	t := s.text(who)
	summary := t.Label(vpt.StepTalk) + " " + talk.Organisation
	buf := bytes.NewBuffer(TalkCalendar(talk, summary, s.base.Hostname(), t.Lang()))
	return attach(w, buf, "text/calendar; charset=utf-8", "gesprek.ics")
}

// roster shows the peer supporters, and to one of them her own absence.
func (s *Site) roster(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showRoster(w, r, who, "", "", nil)
}

func (s *Site) showRoster(w http.ResponseWriter, r *http.Request, who vpt.Actor, from, until string, errs page.FieldErrors) error {
	all, err := s.app.PeerRoster(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.shell(r, who, t.Text("rooster.titel"), page.ScriptApp)
	if err != nil {
		return err
	}
	shell.Crumbs = []page.Link{{Label: t.Text("opvang.titel"), Href: "/opvang"}, {Label: shell.Title}}
	p := page.NewRoster(shell, t, all, from, until, errs)
	p.Key = keyOf(r)
	return s.render(w, statusOf(errs), "roster", p)
}

// addAway notes when a peer supporter is away.
func (s *Site) addAway(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	from, until := line(r, "awayFrom"), line(r, "awayUntil")
	today := s.today(s.zoneOf(r, who))
	err := s.app.AddAway(r.Context(), who, vpt.AddAway{From: dayAhead(from, today), Until: dayAhead(until, today), Once: once(r)})
	if err == nil {
		return s.redirect(w, r, "/opvang/rooster", "afwezig")
	}
	if errs := s.problems(who, err); errs != nil {
		return s.showRoster(w, r, who, from, until, errs)
	}
	return err
}

// endAway takes such a period away again.
func (s *Site) endAway(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	if err := s.app.EndAway(r.Context(), who, vpt.AwayID(r.PathValue("id"))); err != nil {
		return err
	}
	return s.redirect(w, r, "/opvang/rooster", "weer-er")
}

// referralForm is the one question of a referral check.
func (s *Site) referralForm() subForm {
	return subForm{
		title: "verwijscheck.titel", after: "#gesprekken", flash: "verwijscheck",
		make: func(r *http.Request) subPage { return page.NewReferralPage(r.PathValue("gesprek")) },
		act: func(r *http.Request, who vpt.Actor, number string) error {
			return s.app.CheckReferral(r.Context(), who, vpt.CheckReferral{
				Case: number, Talk: vpt.CareTalkID(r.PathValue("gesprek")), Referred: answer(r, "referred"), On: s.dayOf(r, who, "on"), Once: once(r),
			})
		},
	}
}

// pauseForm lets a clock stand still, or run again.
func (s *Site) pauseForm() subForm {
	return subForm{
		title: "pauze.titel", after: "#sporen", flash: "pauze",
		make: func(r *http.Request) subPage { return page.NewPausePage(vpt.ClockKind(r.PathValue("termijn"))) },
		act: func(r *http.Request, who vpt.Actor, number string) error {
			clock := vpt.ClockKind(r.PathValue("termijn"))
			if line(r, page.FieldSeen) == page.SeenStill {
				return s.app.ResumeClock(r.Context(), who, vpt.ResumeClock{Case: number, Clock: clock, Once: once(r)})
			}
			return s.app.PauseClock(r.Context(), who, vpt.PauseClock{
				Case: number, Clock: clock, Until: s.dayTo(r, who, "until"), Why: private(r, "why"), Once: once(r),
			})
		},
	}
}

// careRoutes are the pages of talks, of what is due, of handing over and of how
// long things took.
func (s *Site) careRoutes() []Route {
	referral, pause := s.referralForm(), s.pauseForm()
	const check, clock, person = "/zaken/{nummer}/gesprekken/{gesprek}/verwijzing", "/zaken/{nummer}/termijnen/{termijn}", "/beheer/personen/{id}/overdragen"
	return []Route{
		s.private("GET "+check, referral.show(s)), s.private("POST "+check, referral.take(s)),
		s.private("GET "+clock, pause.show(s)), s.private("POST "+clock, pause.take(s)),
		s.private("GET /opvang", s.carePage),
		s.private("GET /opvang/{gesprek}", s.closeTalkForm), s.private("POST /opvang/{gesprek}", s.closeTalk),
		s.private("GET /opvang/rooster", s.roster), s.private("POST /opvang/rooster", s.addAway),
		s.leads("/opvang/rooster/{id}/einde", "/opvang/rooster"), s.private("POST /opvang/rooster/{id}/einde", s.endAway),
		s.private("GET /gesprekken/{gesprek}/gesprek.ics", s.talkCalendar),
		s.leads("/gesprekken/{gesprek}/afzien", "/meldingen"), s.private("POST /gesprekken/{gesprek}/afzien", s.declineTalk),
		s.private("GET /taken", s.tasks),
		s.leads("/account/mail", "/account"), s.private("POST /account/mail", s.saveMailWhen),
		s.private("GET /werkvoorraad/overdragen", s.handOverPage), s.private("POST /werkvoorraad/overdragen", s.handOver),
		s.private("GET "+person, s.personHandOver), s.private("POST "+person, s.handOverPerson),
		s.private("GET /cijfers/doorlooptijden", s.timesPage),
		s.private("GET /cijfers/doorlooptijden/download", s.downloadTimes),
		s.private("GET /beheer/opvang", s.careForm), s.private("POST /beheer/opvang", s.saveCare),
		s.private("GET /beheer/herinneringen", s.raiseForm), s.private("POST /beheer/herinneringen", s.saveRaise),
	}
}
