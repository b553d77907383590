package app_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// scene is what one call of the matrix acts upon: a report and its case, and
// what hangs on them, in one place of the organisation or in another.
type scene struct {
	w          *apptest.World
	who        vpt.Actor
	org        vpt.OrganisationID
	report     string
	casefile   string
	talk       vpt.CareTalkID
	evidence   vpt.EvidenceID
	account    vpt.PersonID
	assignment vpt.AssignmentID
	measure    vpt.MeasureID
	kept       vpt.ImportID
	n          int  // makes names unique
	circle     bool // the object lies in the closed circle of encircle
}

// place is one of the five objects on which every act is tried.
type place struct {
	name     string
	reporter string // who reported; "" is the actor herself
	affected string // an account the report names; "" is the reporter
}

// places gives the objects for a role. The deputy's own unit is another one
// than that of whom she deputises for. In the closed circle nobody of the
// columns handles cases.
func places(role string) []place {
	own := place{"eigen", "", ""}
	if role == "affected" {
		own = place{"eigen", "piet", "anna"}
	}
	return []place{own, {"zelfde onderdeel", "piet", ""}, {"ander onderdeel", "wim", ""}, {"gesloten kring", "ward", ""}, {"andere organisatie", "otto", ""}}
}

// encircle adds the closed circle of office holders: ward is an alderman, greta
// of the griffie handles what is reported there.
func encircle(w *apptest.World) {
	w.T.Helper()
	ctx, command := context.Background(), apptest.Command(w.Org.ID)
	id, err := w.App.SaveUnit(ctx, command, vpt.SaveUnit{Name: "Griffie"})
	w.Must(err)
	w.Units["Griffie"] = id
	here := func(role vpt.Role) vpt.Assignment { return vpt.Assignment{Role: role, Scope: vpt.ScopeUnit, Unit: id} }
	w.Person("greta", "Greta Blom", "Griffie", here(vpt.RoleManager), here(vpt.RoleCoordinator), here(vpt.RoleDirector))
	w.Person("ward", "Ward Tromp", "Griffie")
	_, err = w.App.SaveUnit(ctx, command, vpt.SaveUnit{ID: id, Name: "Griffie", Circle: true})
	w.Must(err)
}

// set builds the scene: a fresh report with a case, a measure-free start, one
// file and one account to act upon.
func set(t *testing.T, w *apptest.World, who vpt.Actor, self string, p place, n int, f actFixture) *scene {
	t.Helper()
	reporter := p.reporter
	if reporter == "" {
		reporter = self
	}
	if reporter == "" {
		reporter = "piet"
	}
	s := &scene{w: w, who: who, org: w.Org.ID, n: n, circle: reporter == "ward"}
	if reporter == "otto" {
		s.org = w.Other.ID
	}
	if f.about == "account" || f.account {
		s.account = s.newAccount(fmt.Sprintf("proef%d", n))
	}
	if f.about != "zaak" && f.about != "melding" {
		return s
	}
	s.report, s.casefile = w.Report(reporter, func(in *vpt.ReportIncident) {
		if p.affected != "" {
			in.OnBehalf, in.Affected = vpt.ForColleague, []vpt.AffectedInput{{Person: w.People[p.affected]}}
		}
	})
	if f.file {
		id, err := w.App.AddEvidence(context.Background(), w.Actor(reporter), vpt.AddEvidence{Report: s.report, Name: vpt.NewPrivate("foto.png")}, bytes.NewReader(picture(n)))
		w.Must(err)
		s.evidence = id
	}
	s.talk = vpt.CareTalkID(w.Value(`SELECT t.id FROM care_talk t JOIN casefile c ON c.id = t.casefile_id WHERE c.number = $1`, s.casefile))
	return s
}

func (s *scene) newAccount(name string) vpt.PersonID {
	id, err := s.w.App.SavePerson(context.Background(), apptest.Command(s.org), vpt.SavePerson{
		Name: vpt.NewPrivate(name), Email: vpt.NewPrivate(name + "@proef.example"),
		Roles: []vpt.Assignment{{Role: vpt.RoleAnalyst, Scope: vpt.ScopeOrganisation}},
	})
	s.w.Must(err)
	s.assignment = vpt.AssignmentID(s.w.Value(`SELECT id FROM assignment WHERE person_id = $1`, string(id)))
	return id
}

// picture is a small PNG, different for each n.
func picture(n int) []byte {
	img := image.NewGray(image.Rect(0, 0, 4, 4))
	for i := range img.Pix {
		img.Pix[i] = byte(n >> (i % 16))
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, img); err != nil {
		panic(err)
	}
	return buf.Bytes()
}

// as acts as the coordinator of the scene's organisation, to bring the case in
// a state that an act needs.
func (s *scene) as() vpt.Actor {
	switch {
	case s.org == s.w.Other.ID:
		return s.w.Actor("olga")
	case s.circle:
		return s.w.Actor("greta")
	}
	return s.w.Actor("cees")
}

func (s *scene) assess() {
	s.w.Must(s.w.App.AssessCase(context.Background(), s.as(), vpt.AssessCase{Case: s.casefile, Verdict: vpt.VerdictAggression, Kinds: []string{"V2"}, Class: 1, FactsComplete: true}))
}

// finish brings the case to where it may be closed.
func (s *scene) finish() {
	ctx, app, who := context.Background(), s.w.App, s.as()
	s.assess()
	for _, track := range vpt.TrackKinds() {
		s.w.Must(app.SetTrack(ctx, who, vpt.SetTrack{Case: s.casefile, Track: track, State: vpt.TrackNotApplicable, Why: vpt.NewPrivate("niet nodig")}))
	}
	s.w.Must(app.SendFeedback(ctx, who, vpt.SendFeedback{Case: s.casefile, Waived: true}))
}

// finishLight is finish for a light case, of which only the damage is left.
func (s *scene) finishLight() {
	ctx, app, who := context.Background(), s.w.App, s.as()
	s.w.Must(app.AssessCase(ctx, who, vpt.AssessCase{Case: s.casefile, Verdict: vpt.VerdictAggression, Kinds: []string{"V2"}, Class: vpt.LightClass}))
	for _, track := range vpt.TrackKinds() {
		if track != vpt.TrackDamage {
			s.w.Must(app.SetTrack(ctx, who, vpt.SetTrack{Case: s.casefile, Track: track, State: vpt.TrackNotApplicable, Why: vpt.NewPrivate("niet nodig")}))
		}
	}
	s.w.Must(app.SendFeedback(ctx, who, vpt.SendFeedback{Case: s.casefile, Waived: true}))
}

func (s *scene) close() {
	s.finish()
	s.w.Must(s.w.App.CloseCase(context.Background(), s.as(), vpt.CloseCase{Case: s.casefile, Message: vpt.NewPrivate("We zijn klaar.")}))
}

// another gives a second case in the same place.
func (s *scene) another() string {
	reporter := "piet"
	if s.org == s.w.Other.ID {
		reporter = "otto"
	} else if s.circle {
		reporter = "ward"
	}
	_, number := s.w.Report(reporter, nil)
	return number
}

func (s *scene) merge() {
	other := s.another()
	s.w.Must(s.w.App.MergeCases(context.Background(), s.as(), vpt.MergeCases{Into: s.casefile, From: other}))
}

// unique gives a name that no other call uses.
func (s *scene) unique(prefix string) string { return fmt.Sprintf("%s-%d", prefix, s.n) }

func (s *scene) block() {
	admin := apptest.Command(s.org)
	s.w.Must(s.w.App.BlockPerson(context.Background(), admin, s.account))
}

// newCodes is a change of a code list that succeeds each time.
func (s *scene) newCodes() vpt.SaveCodes {
	set, err := s.w.App.CodeSet(context.Background(), apptest.Command(s.w.Org.ID), vpt.RelationList, 0)
	s.w.Must(err)
	codes := append([]vpt.Code(nil), set.Set.Codes...)
	codes[0].LabelNL = s.unique("relatie")
	return vpt.SaveCodes{List: vpt.RelationList, Base: set.Set.Version, Codes: codes}
}

func (s *scene) newToken() vpt.TokenID {
	made, err := s.w.App.AddToken(context.Background(), apptest.Command(s.w.Org.ID), vpt.AddToken{Name: s.unique("weg"), Scopes: []vpt.TokenScope{vpt.ScopeFiguresRead}})
	s.w.Must(err)
	return made.ID
}

// upload keeps an old register, to be confirmed.
func (s *scene) upload() {
	id, err := s.w.App.UploadRegister(context.Background(), apptest.Command(s.org), vpt.UploadRegister{Name: vpt.NewPrivate("register.csv"), Table: s.registerTable()})
	s.w.Must(err)
	s.kept = id
}
