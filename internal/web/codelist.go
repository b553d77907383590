package web

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"rugdekking/internal/sheet"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// codeLists shows the code lists.
func (s *Site) codeLists(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	lists, err := s.app.CodeSets(r.Context(), who)
	if err != nil {
		return err
	}
	p, err := s.adminList(r, who, "codelijsten")
	if err != nil {
		return err
	}
	p.Table = page.CodeListTable(s.text(who), lists)
	return s.render(w, http.StatusOK, "admin-list", p)
}

// codeForm shows one list: the newest version to change, an older one to read.
func (s *Site) codeForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	version := 0
	if text := r.URL.Query().Get("versie"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			return vpt.ErrNotFound
		}
		version = n
	}
	view, err := s.app.CodeSet(r.Context(), who, vpt.CodeList(r.PathValue("lijst")), version)
	if err != nil {
		return err
	}
	return s.showCodes(w, r, who, view, view.Set.Codes, nil, nil)
}

func codesPath(list vpt.CodeList) string {
	return "/beheer/codelijsten/" + url.PathEscape(string(list))
}

func (s *Site) showCodes(w http.ResponseWriter, r *http.Request, who vpt.Actor, view vpt.CodeSetView, codes []vpt.Code, errs page.FieldErrors, notes []page.Alert) error {
	t := s.text(who)
	p := page.FillAdminCodes(t, view, codes, errs)
	var err error
	if p.Shell, err = s.adminShell(r, who, t.Label(view.Set.List), s.crumb(who, "codelijsten")); err != nil {
		return err
	}
	p.Notes, p.Problem = notes, len(errs) > 0
	return s.render(w, statusOf(errs), "admin-codes", &p)
}

// maxNewCodes is how many new codes one form may send.
const maxNewCodes = 300

// typedCodes gives the codes of a list as the form has them. newAt tells under
// which name each new code was sent.
func typedCodes(r *http.Request, set vpt.CodeSet) (codes []vpt.Code, newAt map[string]string) {
	for _, c := range set.Codes {
		at := "codes." + c.Code + "."
		if _, sent := r.PostForm[at+"labelNL"]; sent { // an older page lacks newer codes: those stay as they are
			c.Retired = ticked(r, at+"retired")
			c = typedCode(r, at, c)
		}
		codes = append(codes, c)
	}
	newAt = map[string]string{}
	for i := range maxNewCodes {
		at := "nieuw." + strconv.Itoa(i) + "."
		if _, sent := r.PostForm[at+"code"]; !sent {
			break
		}
		c := typedCode(r, at, vpt.Code{List: set.List, Code: line(r, at+"code"), Group: line(r, at+"group"), Definition: line(r, at+"definition"), Choosable: true})
		if c.Code != "" || c.LabelNL != "" || c.LabelEN != "" {
			newAt["codes."+c.Code+"."] = "nieuw." + strconv.Itoa(len(newAt)) + "."
			codes = append(codes, c)
		}
	}
	return codes, newAt
}

func typedCode(r *http.Request, at string, c vpt.Code) vpt.Code {
	c.LabelNL, c.LabelEN = line(r, at+"labelNL"), line(r, at+"labelEN")
	if c.TileNL != "" {
		c.TileNL, c.TileEN = line(r, at+"tileNL"), line(r, at+"tileEN")
	}
	if c.List == vpt.KindList {
		c.RollUp = vpt.RollUp(line(r, at+"rollUp"))
	}
	// The step of a shipped measure stands fast: it has no field.
	if _, sent := r.PostForm[at+"class"]; sent || c.List == vpt.KindList {
		class, err := strconv.Atoi(line(r, at+"class"))
		if c.Class = class; err != nil {
			c.Class = -1 // no class at all: the rule behind the door refuses it by name
		}
	}
	return c
}

// saveCodes makes a new version of a list from the form.
func (s *Site) saveCodes(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	list := vpt.CodeList(r.PathValue("lijst"))
	view, err := s.app.CodeSet(r.Context(), who, list, 0)
	if err != nil {
		return err
	}
	base, err := strconv.Atoi(line(r, "basis"))
	if err != nil {
		base = 0
	}
	codes, newAt := typedCodes(r, view.Set)
	version, err := s.app.SaveCodes(r.Context(), who, vpt.SaveCodes{List: list, Base: base, Codes: codes})
	if err != nil {
		errs := s.problems(who, err)
		if errs == nil {
			return err
		}
		return s.showCodes(w, r, who, view, codes, asSent(errs, view.Set, newAt), nil)
	}
	message := "nieuwe-versie"
	if version == view.Set.Version {
		message = "niets-gewijzigd"
	}
	return s.redirect(w, r, codesPath(list), message)
}

// asSent gives errors about a new code the name under which it was sent. A new
// code that exists already is wrong at the new one.
func asSent(errs page.FieldErrors, set vpt.CodeSet, newAt map[string]string) page.FieldErrors {
	for i, e := range errs {
		for path, at := range newAt {
			code := strings.TrimSuffix(strings.TrimPrefix(path, "codes."), ".")
			_, known := set.ByCode(code)
			if field, ok := strings.CutPrefix(e.Name, path); ok && (!known || field == "code") {
				errs[i].Name = at + field
			}
		}
	}
	return errs
}

// adoptCodes adds what the shipped list has and this one lacks.
func (s *Site) adoptCodes(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	list := vpt.CodeList(r.PathValue("lijst"))
	if _, err := s.app.AdoptCodes(r.Context(), who, list); err != nil {
		return err
	}
	return s.redirect(w, r, codesPath(list), "nieuwe-versie")
}

// codeColumns are the columns of a list as a file, in their order.
func codeColumns() []string {
	return []string{"code", "groep", "naam_nl", "naam_en", "tegel_nl", "tegel_en", "cijfers", "ernst", "vervallen", "uitleg"}
}

// codeFile gives the newest version of a list as CSV.
func (s *Site) codeFile(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.CodeSet(r.Context(), who, vpt.CodeList(r.PathValue("lijst")), 0)
	if err != nil {
		return err
	}
	out := sheet.Sheet{Name: string(view.Set.List)}
	for _, name := range codeColumns() {
		out.Columns = append(out.Columns, sheet.Column{Title: name})
	}
	for _, c := range view.Set.Codes {
		retired := ""
		if c.Retired {
			retired = "ja"
		}
		var row []sheet.Cell
		for _, text := range []string{c.Code, c.Group, c.LabelNL, c.LabelEN, c.TileNL, c.TileEN, string(c.RollUp), strconv.Itoa(c.Class), retired, c.Definition} {
			row = append(row, sheet.TextCell(text))
		}
		out.Rows = append(out.Rows, row)
	}
	var buf bytes.Buffer
	if err := sheet.WriteCSV(&buf, out, sheet.CSVOptions{}); err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", "text/csv; charset=utf-8")
	h.Set("Content-Disposition", `attachment; filename="`+string(view.Set.List)+`.csv"`)
	_, _ = buf.WriteTo(w) // the reader is gone: nobody to tell
	return nil
}

// uploadCodes puts the codes of a file into the form. Nothing is saved: the
// form is, when it is right.
func (s *Site) uploadCodes(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	view, err := s.app.CodeSet(r.Context(), who, vpt.CodeList(r.PathValue("lijst")), 0)
	if err != nil {
		return err
	}
	codes, err := codesOfFile(r, view.Set)
	if err != nil {
		if errs := s.problems(who, err); errs != nil {
			return s.showCodes(w, r, who, view, view.Set.Codes, errs, nil)
		}
		return err
	}
	t := s.text(who)
	note := page.Alert{Tone: page.ToneInfo, Text: []string{t.Text("beheer.codes.uit-bestand")}}
	return s.showCodes(w, r, who, view, view.Set.With(codes), nil, []page.Alert{note})
}

// codesOfFile reads codes from JSON, in the form in which the lists are
// shipped, or from a table.
func codesOfFile(r *http.Request, set vpt.CodeSet) ([]vpt.Code, error) {
	data, name, err := postedFile(r, "file")
	if err != nil {
		return nil, err
	}
	var p vpt.Problems
	var codes []vpt.Code
	if trimmed := bytes.TrimLeft(data, "\ufeff \t\r\n"); bytes.HasPrefix(trimmed, []byte("{")) {
		codes, err = codesOfJSON(trimmed)
	} else {
		codes, err = codesOfTable(data, name)
	}
	if err != nil {
		p.Add("file", "onleesbaar-bestand")
	} else if codes = usable(codes, set); len(codes) == 0 {
		p.Add("file", "geen-codes")
	}
	return codes, p.Err()
}

// usable leaves out rows without a code or name, and gives an existing code
// what its row leaves open.
func usable(codes []vpt.Code, set vpt.CodeSet) []vpt.Code {
	var out []vpt.Code
	for _, c := range codes {
		if c.Code == "" || c.LabelNL == "" || len(out) >= maxNewCodes {
			continue
		}
		c.List, c.Choosable = set.List, true
		if old, ok := set.ByCode(c.Code); ok {
			for _, f := range []struct {
				text *string
				was  string
			}{{&c.LabelEN, old.LabelEN}, {&c.TileNL, old.TileNL}, {&c.TileEN, old.TileEN}, {(*string)(&c.RollUp), string(old.RollUp)}} {
				if *f.text == "" {
					*f.text = f.was
				}
			}
		}
		out = append(out, c)
	}
	return out
}

func codesOfJSON(data []byte) ([]vpt.Code, error) {
	var file struct {
		Entries []struct {
			Code       string `json:"code"`
			Group      string `json:"group"`
			LabelNL    string `json:"label_nl"`
			LabelEN    string `json:"label_en"`
			TileNL     string `json:"tile_nl"`
			TileEN     string `json:"tile_en"`
			RollUp     string `json:"roll_up"`
			Class      int    `json:"class"`
			Retired    bool   `json:"retired"`
			Definition string `json:"definition_nl"`
		} `json:"entries"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, err
	}
	var out []vpt.Code
	for _, e := range file.Entries {
		out = append(out, vpt.Code{
			Code: e.Code, Group: e.Group, LabelNL: e.LabelNL, LabelEN: e.LabelEN, TileNL: e.TileNL, TileEN: e.TileEN,
			RollUp: vpt.RollUp(e.RollUp), Class: e.Class, Retired: e.Retired, Definition: e.Definition,
		})
	}
	return out, nil
}

func codesOfTable(data []byte, name string) ([]vpt.Code, error) {
	found, err := sheet.Read(data, name, sheet.Limits{MaxRows: 1000, MaxColumns: 50})
	if err != nil {
		return nil, err
	}
	at := map[string]int{}
	for i, header := range found.Header {
		at[strings.ReplaceAll(strings.ToLower(strings.TrimSpace(header)), " ", "_")] = i
	}
	var out []vpt.Code
	for _, row := range found.Rows {
		cell := func(column string) string {
			if i, ok := at[column]; ok && i < len(row.Cells) {
				return strings.TrimSpace(row.Cells[i])
			}
			return ""
		}
		class, err := strconv.Atoi(cell("ernst"))
		if err != nil {
			class = 0
		}
		out = append(out, vpt.Code{
			Code: cell("code"), Group: cell("groep"), LabelNL: cell("naam_nl"), LabelEN: cell("naam_en"), TileNL: cell("tegel_nl"), TileEN: cell("tegel_en"),
			RollUp: vpt.RollUp(strings.ToLower(cell("cijfers"))), Class: class, Retired: strings.EqualFold(cell("vervallen"), "ja"), Definition: cell("uitleg"),
		})
	}
	return out, nil
}
