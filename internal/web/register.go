package web

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	"rugdekking/internal/serve"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// maxRegister is how large the file of an old register may be.
const maxRegister = 25 << 20

// registerLimit leaves room for the other fields of the form.
func registerLimit() serve.Limit {
	return serve.Limit{Body: maxRegister + 1<<20, Time: 10 * time.Minute}
}

// registerPage asks for a file and shows earlier ones.
func (s *Site) registerPage(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showRegister(w, r, who, newKey(), nil)
}

func (s *Site) showRegister(w http.ResponseWriter, r *http.Request, who vpt.Actor, key page.Idempotency, errs page.FieldErrors) error {
	imports, err := s.app.RegisterImports(r.Context(), who)
	if err != nil {
		return err
	}
	t := s.text(who)
	p := page.NewRegister(t, imports, s.zoneOf(r, who), errs)
	p.Idempotency = key
	if p.Shell, err = s.adminShell(r, who, t.Text("register.titel")); err != nil {
		return err
	}
	p.Width, p.Problem = page.WidthTable, len(errs) > 0
	return s.render(w, statusOf(errs), "register", &p)
}

// sendRegister keeps a file and leads to what was understood of it.
func (s *Site) sendRegister(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	if _, err := s.app.RegisterImports(r.Context(), who); err != nil {
		return err // before a stranger's file is read
	}
	in, err := postedRegister(r)
	if err != nil {
		if errs := s.problems(who, err); errs != nil {
			return s.showRegister(w, r, who, newKey(), errs)
		}
		return err
	}
	id, err := s.app.UploadRegister(r.Context(), who, in)
	if err != nil {
		return err
	}
	return s.redirect(w, r, page.RegisterPath(id), "")
}

// postedRegister reads the file of the form in memory: a register holds
// personal data and leaves no temporary file.
func postedRegister(r *http.Request) (vpt.UploadRegister, error) {
	var p vpt.Problems
	if err := r.ParseMultipartForm(registerLimit().Body); err != nil {
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			p.Add("bestand", "te-groot")
			return vpt.UploadRegister{}, p.Err()
		}
		return vpt.UploadRegister{}, errBody.Because(err)
	}
	file, header, err := r.FormFile("bestand")
	if err != nil || header.Filename == "" {
		p.Add("bestand", "verplicht")
		return vpt.UploadRegister{}, p.Err()
	}
	defer func() { _ = file.Close() }()
	data, err := io.ReadAll(io.LimitReader(file, maxRegister+1))
	if err != nil {
		return vpt.UploadRegister{}, errBody.Because(err)
	}
	table, err := ReadRegister(data, header.Filename)
	if err != nil {
		return vpt.UploadRegister{}, err
	}
	in := vpt.UploadRegister{Name: vpt.NewPrivate(header.Filename), Table: table, Once: once(r)}
	in.Once.Sum = sha256.Sum256(append(in.Once.Sum[:], table.SHA256...)) // the file is what is sent
	return in, nil
}

// registerView shows one file: before, during and after reading it in.
func (s *Site) registerView(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	return s.showImported(w, r, who, nil)
}

func (s *Site) showImported(w http.ResponseWriter, r *http.Request, who vpt.Actor, errs page.FieldErrors) error {
	v, err := s.app.RegisterByID(r.Context(), who, importID(r))
	if err != nil {
		return err
	}
	t := s.text(who)
	p := page.NewRegisterView(t, v, newKey, errs)
	if p.Shell, err = s.adminShell(r, who, t.Text("register.een"), page.Link{Label: t.Text("register.titel"), Href: "/beheer/inlezen"}); err != nil {
		return err
	}
	p.Width, p.Problem = page.WidthTable, len(errs) > 0
	return s.render(w, statusOf(errs), "register-view", &p)
}

func importID(r *http.Request) vpt.ImportID { return vpt.ImportID(r.PathValue("id")) }

// explainRegister keeps what headers and words mean.
func (s *Site) explainRegister(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	id := importID(r)
	in := vpt.MapRegister{Import: id, Mapping: postedMapping(r), Once: once(r)}
	if err := s.app.MapRegister(r.Context(), who, in); err != nil {
		if errs := s.problems(who, err); errs != nil {
			return s.showImported(w, r, who, errs)
		}
		return err
	}
	return s.redirect(w, r, page.RegisterPath(id), "register-uitleg")
}

// postedMapping takes the choices of the form; what was left open is not in it.
func postedMapping(r *http.Request) vpt.RegisterMapping {
	m := vpt.RegisterMapping{Columns: map[string]vpt.RegisterColumn{}, Words: map[vpt.RegisterColumn]map[string]string{}}
	_ = r.PostFormValue("") // reads the form
	for name, values := range r.PostForm {
		if len(values) == 0 || values[0] == "" {
			continue
		}
		if header, ok := strings.CutPrefix(name, page.MapColumn); ok {
			m.Columns[header] = vpt.RegisterColumn(values[0])
		}
		if rest, ok := strings.CutPrefix(name, page.MapWord); ok {
			column, word, _ := strings.Cut(rest, ":")
			if m.Words[vpt.RegisterColumn(column)] == nil {
				m.Words[vpt.RegisterColumn(column)] = map[string]string{}
			}
			m.Words[vpt.RegisterColumn(column)][word] = values[0]
		}
	}
	return m
}

// confirmRegister has the file read in.
func (s *Site) confirmRegister(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	id := importID(r)
	if err := s.app.ConfirmRegister(r.Context(), who, vpt.ConfirmRegister{Import: id, Once: once(r)}); err != nil {
		if errs := s.problems(who, err); errs != nil {
			return s.showImported(w, r, who, errs)
		}
		return err
	}
	return s.redirect(w, r, page.RegisterPath(id), "register-begonnen")
}

// refusedRows gives the refused rows as CSV.
func (s *Site) refusedRows(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	table, refused, err := s.app.RegisterRejects(r.Context(), who, importID(r))
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	if err := WriteRejects(&buf, s.text(who), table.Header, table.Rows, refused); err != nil {
		return err
	}
	return attach(w, &buf, "text/csv; charset=utf-8", "geweigerde-rijen.csv")
}
