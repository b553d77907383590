package web

import (
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strconv"
	"time"

	"rugdekking/internal/serve"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// uploadLimit is what one form with files may be, with room for its own words.
// Who sends files over a phone needs time.
func uploadLimit() serve.Limit {
	return serve.Limit{Body: vpt.MaxEvidenceTotal + 1<<20, Time: 10 * time.Minute}
}

// sendEvidence adds files to a report.
func (s *Site) sendEvidence(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	number := r.PathValue("nummer")
	errs, err := s.takeFiles(r, who, vpt.AddEvidence{Report: number})
	if err != nil {
		return err
	}
	if errs != nil {
		return s.showReport(w, r, who, http.StatusUnprocessableEntity, errs)
	}
	return s.redirect(w, r, "/meldingen/"+number, "bewijs")
}

// sendCaseEvidence adds files to a case.
func (s *Site) sendCaseEvidence(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	number := r.PathValue("nummer")
	errs, err := s.takeFiles(r, who, vpt.AddEvidence{Case: number})
	if err != nil {
		return err
	}
	if errs != nil {
		return s.showAct(w, r, who, page.ActEvidence, nil, errs)
	}
	return s.redirect(w, r, receiptBack(r), "bewijs-zaak")
}

// receiptBack is where one comes from with a file of a case: the damage with a
// receipt, else the case.
func receiptBack(r *http.Request) string {
	path := "/zaken/" + r.PathValue("nummer")
	if r.URL.Query().Get(page.ForDamage) != "" {
		path += "/" + string(page.ActDamage)
	}
	return path
}

// takeFiles hands each file of a form to the door while it comes in: nothing
// is written anywhere else. A file that is refused does not stop the others.
func (s *Site) takeFiles(r *http.Request, who vpt.Actor, to vpt.AddEvidence) (page.FieldErrors, error) {
	parts, err := r.MultipartReader()
	if err != nil {
		return nil, errBody.Because(err)
	}
	var errs page.FieldErrors
	taken := 0
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, errBody.Because(err)
		}
		if part.FormName() != "evidence" || part.FileName() == "" {
			continue
		}
		problem, err := s.takeFile(r, who, to, part)
		if err != nil {
			return nil, err
		}
		errs = append(errs, problem...)
		taken++
	}
	if taken == 0 {
		return page.FieldErrors{{Name: "evidence", Message: s.text(who).Field("evidence", "verplicht")}}, nil
	}
	return errs, nil
}

func (s *Site) takeFile(r *http.Request, who vpt.Actor, to vpt.AddEvidence, part *multipart.Part) (page.FieldErrors, error) {
	to.Name = vpt.NewPrivate(part.FileName())
	_, err := s.app.AddEvidence(r.Context(), who, to, part)
	problems := s.problems(who, err)
	if problems == nil {
		return nil, err
	}
	for i := range problems {
		problems[i].Message = part.FileName() + ": " + problems[i].Message
	}
	return problems, nil
}

// reportEvidence is the download of a file of one's own report.
func (s *Site) reportEvidence(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.download(w, r, who, vpt.EvidenceRef{Report: r.PathValue("nummer"), ID: vpt.EvidenceID(r.PathValue("bestand"))})
}

// caseEvidence is the download of a file of a case.
func (s *Site) caseEvidence(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.download(w, r, who, vpt.EvidenceRef{Case: r.PathValue("nummer"), ID: vpt.EvidenceID(r.PathValue("bestand"))})
}

// download sends a file to be kept, never to be shown: a browser that would
// run what is in it gets no chance to.
func (s *Site) download(w http.ResponseWriter, r *http.Request, who vpt.Actor, ref vpt.EvidenceRef) error {
	file, err := s.app.Evidence(r.Context(), who, ref)
	if err != nil {
		return err
	}
	asAttachment(w, file.MediaType, page.AttachmentName(file.Evidence))
	w.Header().Set("Content-Length", strconv.FormatInt(file.Size, 10))
	if _, err := io.Copy(w, file.Content); err != nil {
		// Part of the answer is out: break off, so that nobody takes it for whole.
		serve.LogFailure(s.log, r, err)
		panic(http.ErrAbortHandler)
	}
	return nil
}

func (s *Site) reportPreview(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.preview(w, r, who, vpt.EvidenceRef{Report: r.PathValue("nummer"), ID: vpt.EvidenceID(r.PathValue("bestand"))})
}

func (s *Site) casePreview(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.preview(w, r, who, vpt.EvidenceRef{Case: r.PathValue("nummer"), ID: vpt.EvidenceID(r.PathValue("bestand"))})
}

// preview sends a picture that was drawn anew.
func (s *Site) preview(w http.ResponseWriter, r *http.Request, who vpt.Actor, ref vpt.EvidenceRef) error {
	picture, err := s.app.EvidencePreview(r.Context(), who, ref)
	if err != nil {
		return err
	}
	asAttachment(w, "image/jpeg", "voorbeeld.jpg")
	w.Header().Set("Content-Length", strconv.Itoa(len(picture)))
	_, _ = w.Write(picture) // the reader is gone: nobody to tell
	return nil
}

// asAttachment sets the headers of a file from outside: to be saved, of
// exactly this type, kept by nobody on the way.
func asAttachment(w http.ResponseWriter, mediaType, name string) {
	h := w.Header()
	h.Set("Content-Type", mediaType)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	h.Set("Cache-Control", "no-store")
}
