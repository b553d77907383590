package web

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"time"

	"rugdekking/internal/serve"
	"rugdekking/internal/sheet"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// fileLimit bounds the files of administration: lists of people and of codes.
// They stay in memory: nothing is written to a temporary file.
func fileLimit() serve.Limit { return serve.Limit{Body: 5 << 20, Time: 5 * time.Minute} }

// postedFile gives the file of a form.
func postedFile(r *http.Request, name string) ([]byte, string, error) {
	var p vpt.Problems
	if err := r.ParseMultipartForm(fileLimit().Body); err != nil {
		p.Add(name, "onleesbaar-bestand")
		return nil, "", p.Err()
	}
	file, header, err := r.FormFile(name)
	if err != nil {
		p.Add(name, "verplicht")
		return nil, "", p.Err()
	}
	defer func() { _ = file.Close() }()
	data, err := io.ReadAll(file)
	return data, header.Filename, err
}

// postedTable reads a posted table.
func postedTable(r *http.Request, name string) (sheet.Table, error) {
	data, filename, err := postedFile(r, name)
	if err != nil {
		return sheet.Table{}, err
	}
	found, err := sheet.Read(data, filename, sheet.Limits{MaxRows: vpt.MaxPeopleRows + 1000, MaxColumns: 50})
	if err != nil {
		var p vpt.Problems
		p.Add(name, "onleesbaar-bestand")
		return found, p.Err()
	}
	return found, nil
}

// peopleLine is a row of a list of people on its way through the preview: the
// line and the cells, in the order of vpt.PeopleColumns.
type peopleLine struct {
	Line  int      `json:"r"`
	Cells []string `json:"c"`
}

// peopleLines finds the columns of a table. It also gives the headers that
// mean nothing here.
func peopleLines(t sheet.Table) (lines []peopleLine, unused []string, err error) {
	at := map[vpt.PeopleColumn]int{}
	for i, header := range t.Header {
		column := vpt.PeopleColumnOf(header)
		if _, twice := at[column]; column == "" || twice {
			unused = append(unused, header)
			continue
		}
		at[column] = i
	}
	_, named := at[vpt.PeopleName]
	_, mailed := at[vpt.PeopleEmail]
	if !named || !mailed {
		var p vpt.Problems
		p.Add("file", "geen-kolommen")
		return nil, unused, p.Err()
	}
	for _, row := range t.Rows {
		line := peopleLine{Line: row.Line}
		for _, column := range vpt.PeopleColumns() {
			cell := ""
			if i, ok := at[column]; ok && i < len(row.Cells) {
				cell = strings.TrimSpace(row.Cells[i])
			}
			line.Cells = append(line.Cells, cell)
		}
		lines = append(lines, line)
	}
	return lines, unused, nil
}

func peopleRows(lines []peopleLine) []vpt.PeopleRow {
	var out []vpt.PeopleRow
	for _, l := range lines {
		if len(l.Cells) != len(vpt.PeopleColumns()) {
			continue
		}
		out = append(out, vpt.PeopleRow{
			Line: l.Line, Name: vpt.NewPrivate(l.Cells[0]), Email: vpt.NewPrivate(l.Cells[1]), StaffNo: vpt.NewPrivate(l.Cells[2]),
			Function: vpt.NewPrivate(l.Cells[3]), Unit: l.Cells[4], Role: l.Cells[5], RoleUnit: l.Cells[6],
		})
	}
	return out
}

// importForm asks for a list of people. The empty import is refused by the
// door for who may not; asking for the units says the same before.
func (s *Site) importForm(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	if _, err := s.app.Units(r.Context(), who); err != nil {
		return err
	}
	return s.showImport(w, r, who, page.NewAdminImport(s.text(who), nil))
}

func (s *Site) showImport(w http.ResponseWriter, r *http.Request, who vpt.Actor, p page.AdminImport) error {
	t := s.text(who)
	shell, err := s.adminShell(r, who, t.Text("beheer.inlezen.titel"), s.crumb(who, "personen"))
	if err != nil {
		return err
	}
	shell.Width, shell.Problem = page.WidthTable, len(p.Errors) > 0
	p.Shell, p.Heading = shell, page.PageHeading{Title: shell.Title, Lead: t.Text("beheer.inlezen.lead")}
	return s.render(w, statusOf(p.Errors), "admin-import", &p)
}

// previewImport reads a list of people and shows what would happen.
func (s *Site) previewImport(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	var lines []peopleLine
	var unused []string
	found, err := postedTable(r, "file")
	if err == nil {
		lines, unused, err = peopleLines(found)
	}
	if err != nil {
		if _, denied := s.app.Units(r.Context(), who); denied != nil {
			return denied
		}
		return s.refuseImport(w, r, who, err)
	}
	out, err := s.app.ImportPeople(r.Context(), who, vpt.ImportPeople{Rows: peopleRows(lines), DryRun: true})
	if err != nil {
		return s.refuseImport(w, r, who, err)
	}
	list, err := json.Marshal(lines)
	if err != nil {
		return err
	}
	t := s.text(who)
	p := page.NewAdminImport(t, nil)
	p.Show(t, out, vpt.NewPrivate(string(list)))
	if len(unused) > 0 {
		p.Notes = append(p.Notes, page.Alert{Tone: page.ToneInfo, Text: []string{t.Fill("beheer.inlezen.overgeslagen", "kolommen", strings.Join(unused, ", "))}})
	}
	return s.showImport(w, r, who, p)
}

func (s *Site) refuseImport(w http.ResponseWriter, r *http.Request, who vpt.Actor, err error) error {
	if errs := s.problems(who, err); errs != nil {
		return s.showImport(w, r, who, page.NewAdminImport(s.text(who), errs))
	}
	return err
}

// runImport writes the list of the preview. Sent twice it changes nothing more.
func (s *Site) runImport(w http.ResponseWriter, r *http.Request, who vpt.Actor) error {
	var lines []peopleLine
	if err := json.Unmarshal([]byte(r.PostFormValue("lijst")), &lines); err != nil {
		lines = nil
	}
	out, err := s.app.ImportPeople(r.Context(), who, vpt.ImportPeople{Rows: peopleRows(lines)})
	if err != nil {
		return s.refuseImport(w, r, who, err)
	}
	t := s.text(who)
	p := page.NewAdminImport(t, nil)
	p.Show(t, out, vpt.Private{})
	n, err := s.waiting(r, who)
	if err != nil {
		return err
	}
	if p.Result.Invite = s.inviteButton(who, n); n > 0 {
		p.Result.Invite.Kind = page.ButtonPrimary // what one comes to do next
	}
	return s.showImport(w, r, who, p)
}
