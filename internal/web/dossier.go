package web

import (
	"io"
	"net/http"
	"net/url"

	"rugdekking/internal/serve"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// dossierRoutes are the pages on which a case goes on paper: for the police and
// for the team.
func (s *Site) dossierRoutes() []Route {
	const dossier = "/zaken/{nummer}/politiedossier"
	return []Route{
		s.private("GET "+dossier, s.dossierPage),
		s.private("GET "+dossier+"/bestand", s.dossierFile),
		s.private("GET "+dossier+"/identiteitsblad", s.identitySheet),
		s.private("GET /zaken/{nummer}/leerblad", s.lessonPage),
		s.private("POST /zaken/{nummer}/leerblad", s.lessonSheet),
	}
}

func (s *Site) dossierPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showDossier(w, r, who, nil, nil)
}

func (s *Site) showDossier(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	f, err := s.app.DossierForm(r.Context(), who, r.PathValue("nummer"))
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.caseShell(r, who, f.Dossier.Number, t.Text("dossier.titel"))
	if err != nil {
		return err
	}
	return s.render(w, statusOf(errs), "dossier", page.NewDossierPage(shell, t, f, typed, errs))
}

// dossierFile sends the dossier: an archive, or one document.
func (s *Site) dossierFile(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	q := r.URL.Query()
	in := vpt.MakeDossier{
		Case: r.PathValue("nummer"), Mode: vpt.IdentityMode(q.Get("mode")), Witnesses: q.Get("witnesses") != "", Files: q.Get("files") != "",
		Wishes: vpt.DossierWishes{Informed: vpt.Answer(q.Get("informed")), Joined: vpt.Answer(q.Get("joined")), Talk: vpt.Answer(q.Get("talk"))},
	}
	err := s.sendDossier(w, r, who, in, q.Get(page.FieldFormat))
	if errs := s.problems(who, err); errs != nil {
		return s.showDossier(w, r, who, q, errs)
	}
	return err
}

func (s *Site) sendDossier(w http.ResponseWriter, r *http.Request, who vpt.Actor, in vpt.MakeDossier, format string) error {
	if format == page.FormatZip {
		return s.sendArchive(w, r, who, in)
	}
	f, err := s.app.DossierFile(r.Context(), who, in, vpt.LetterFormat(format))
	if err != nil {
		return err
	}
	sendFile(w, f)
	return nil
}

// sendArchive sends the dossier with its files while they are read.
func (s *Site) sendArchive(w http.ResponseWriter, r *http.Request, who vpt.Actor, in vpt.MakeDossier) error {
	out := &begun{to: w, begin: func() {
		asAttachment(w, "application/zip", vpt.Dossier{Number: vpt.TidyNumber(in.Case)}.FileName(page.FormatZip))
	}}
	err := s.app.Dossier(r.Context(), who, in, out)
	if err == nil || out.begin != nil {
		return err
	}
	// Part of the answer is out: break off, so that nobody takes it for whole.
	serve.LogFailure(s.log, r, err)
	panic(http.ErrAbortHandler)
}

// begun is a writer that says when the first byte is written: until then the
// answer may still be a page.
type begun struct {
	to    io.Writer
	begin func() // nil once it began
}

// Write writes on.
func (b *begun) Write(p []byte) (int, error) {
	if b.begin != nil {
		b.begin()
		b.begin = nil
	}
	return b.to.Write(p)
}

func (s *Site) identitySheet(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	f, err := s.app.IdentitySheet(r.Context(), who, r.PathValue("nummer"))
	if err != nil {
		return err
	}
	sendFile(w, f)
	return nil
}

func (s *Site) lessonPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showLesson(w, r, who, nil, nil)
}

func (s *Site) showLesson(w http.ResponseWriter, r *http.Request, who vpt.Actor, typed url.Values, errs page.FieldErrors) error {
	f, err := s.app.LessonSheetForm(r.Context(), who, r.PathValue("nummer"))
	if err != nil {
		return err
	}
	t := s.text(who)
	shell, err := s.caseShell(r, who, f.Number, t.Text("leerblad.titel"))
	if err != nil {
		return err
	}
	return s.render(w, statusOf(errs), "case-sub", page.NewLessonPage(shell, t, f, keyOf(r), typed, errs))
}

// lessonSheet answers with the sheet itself: what was typed is kept nowhere.
func (s *Site) lessonSheet(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	f, err := s.app.LessonSheet(r.Context(), who, vpt.MakeLessonSheet{
		Case: r.PathValue("nummer"), Summary: private(r, "summary"), Format: vpt.LetterFormat(line(r, "format")),
	})
	if errs := s.problems(who, err); errs != nil {
		return s.showLesson(w, r, who, r.PostForm, errs)
	}
	if err != nil {
		return err
	}
	sendFile(w, f)
	return nil
}
