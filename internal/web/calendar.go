package web

import (
	"net/http"
	"strconv"
	"strings"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// calendarForm shows the working days of a year.
func (s *Site) calendarForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Settings(r.Context(), who)
	if err != nil {
		return err
	}
	in := vpt.SaveCalendar{Year: view.Today.Year()}
	if text := r.URL.Query().Get("jaar"); text != "" {
		if in.Year, err = strconv.Atoi(text); err != nil || in.Year < 2000 || in.Year > 2100 {
			return vpt.ErrNotFound
		}
	}
	for _, d := range view.Organisation.Settings.Days {
		if d.On.Year() == in.Year {
			in.Days = append(in.Days, d)
		}
	}
	return s.showCalendar(w, r, who, in, nil)
}

func (s *Site) showCalendar(w http.ResponseWriter, r *http.Request, who vpt.Actor, in vpt.SaveCalendar, errs page.FieldErrors) error {
	t := s.text(who)
	p := page.FillAdminCalendar(t, in, errs)
	var err error
	if p.Shell, err = s.adminShell(r, who, t.Text("beheer.kalender.titel")); err != nil {
		return err
	}
	p.Heading, p.Problem = page.PageHeading{Title: p.Title, Lead: t.Text("beheer.kalender.lead")}, len(errs) > 0
	return s.render(w, statusOf(errs), "admin-calendar", &p)
}

// maxDays is how many extra days a form may send.
const maxDays = 100

// saveCalendar takes the working days of a year: the extra days off first, so
// that what is wrong with one stands at its own row.
func (s *Site) saveCalendar(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.Settings(r.Context(), who)
	if err != nil {
		return err
	}
	in := vpt.SaveCalendar{}
	if in.Year, err = strconv.Atoi(line(r, "jaar")); err != nil || in.Year < 2000 || in.Year > 2100 {
		return vpt.ErrNotFound
	}
	today := s.today(view.Organisation.Settings.Location())
	for i := range maxDays {
		on, name := line(r, "days."+strconv.Itoa(i)+".on"), line(r, "days."+strconv.Itoa(i)+".name")
		if on != "" || name != "" {
			in.Days = append(in.Days, vpt.DaySetting{On: inYear(date(on, today), on, in.Year), Name: name})
		}
	}
	off := map[string]bool{}
	for _, day := range r.PostForm["vrij"] {
		off[day] = true
	}
	for _, h := range vpt.Holidays(in.Year) {
		if !off[string(h.On)] {
			in.Days = append(in.Days, vpt.DaySetting{On: h.On, Work: true})
		}
	}
	if err := s.app.SaveCalendar(r.Context(), who, in); err != nil {
		if errs := s.problems(who, err); errs != nil {
			return s.showCalendar(w, r, who, in, errs)
		}
		return err
	}
	return s.redirect(w, r, "/beheer/kalender?jaar="+strconv.Itoa(in.Year), "bewaard")
}

// inYear reads a day that was typed without a year as one of the year of the
// page: "24 december" on the calendar of 2027 is of 2027.
func inYear(read vpt.Date, typed string, year int) vpt.Date {
	if !read.Valid() || read.Year() == year || strings.Contains(typed, strconv.Itoa(read.Year())) {
		return read
	}
	moved := read.AddYears(year - read.Year())
	if moved[5:] != read[5:] {
		return read
	}
	return moved
}
