package register

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// The errors of a file that was sent in and waits.
var (
	errNothingUsable = vpt.Fail(vpt.KindConflict, "geen-bruikbare-rij")
	errImportBegun   = vpt.Fail(vpt.KindConflict, "import-al-begonnen")
)

// UploadRegister keeps a file until it is confirmed, sealed and for a day, and
// gives the import under which it is found.
func (a Room) UploadRegister(ctx context.Context, who vpt.Actor, in vpt.UploadRegister) (vpt.ImportID, error) {
	data, err := packTable(in.Table)
	if err != nil {
		return "", err
	}
	var id string
	err = a.desk.Write(ctx, who, policy.RegisterImport, desk.OfOrganisation(who), func(tx *store.Tx, w *desk.Work) error {
		id, err = a.desk.Once(tx, who, w, in.Once, func() (string, error) {
			row := store.ImportRow{SHA256: in.Table.SHA256, RegisterImport: vpt.RegisterImport{
				ID: vpt.ImportID(store.NewID()), Name: in.Name, State: vpt.RegisterWaits, Rows: len(in.Table.Rows),
			}}
			w.Makes("import", string(row.ID))
			if err := tx.InsertImport(row, who.ID()); err != nil {
				return "", err
			}
			return string(row.ID), tx.SaveUpload(row.ID, data)
		})
		return err
	})
	return vpt.ImportID(id), err
}

// keptTable is how a table is written down.
type keptTable struct {
	Format, Encoding, Separator string
	Misnamed                    bool
	SHA256                      string
	Header                      []string
	Lines                       []int
	Cells                       [][]string
}

func packTable(t vpt.RegisterTable) ([]byte, error) {
	k := keptTable{Format: t.Format, Encoding: t.Encoding, Separator: t.Separator, Misnamed: t.Misnamed, SHA256: t.SHA256, Header: t.Header}
	for _, r := range t.Rows {
		k.Lines, k.Cells = append(k.Lines, r.Line), append(k.Cells, r.Cells)
	}
	var b bytes.Buffer
	zip := gzip.NewWriter(&b)
	if err := json.NewEncoder(zip).Encode(k); err != nil {
		return nil, fmt.Errorf("app: keep table: %w", err)
	}
	if err := zip.Close(); err != nil {
		return nil, fmt.Errorf("app: keep table: %w", err)
	}
	return b.Bytes(), nil
}

func unpackTable(data []byte) (vpt.RegisterTable, error) {
	zip, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return vpt.RegisterTable{}, fmt.Errorf("app: kept table: %w", err)
	}
	var k keptTable
	if err := json.NewDecoder(zip).Decode(&k); err != nil {
		return vpt.RegisterTable{}, fmt.Errorf("app: kept table: %w", err)
	}
	t := vpt.RegisterTable{Format: k.Format, Encoding: k.Encoding, Separator: k.Separator, Misnamed: k.Misnamed, SHA256: k.SHA256, Header: k.Header}
	for i, cells := range k.Cells {
		t.Rows = append(t.Rows, vpt.RegisterLine{Line: k.Lines[i], Cells: cells})
	}
	return t, nil
}

// importsShown is how many imports the administrator sees.
const importsShown = 50

// RegisterImports gives the latest imports, newest first.
func (a Room) RegisterImports(ctx context.Context, who vpt.Actor) ([]vpt.RegisterImport, error) {
	var out []vpt.RegisterImport
	err := a.desk.List(ctx, who, policy.RegisterImport, "inlezen", func(tx *store.Tx, _ policy.Scope) (int, error) {
		rows, err := tx.Imports(importsShown)
		out = nil
		for _, r := range rows {
			out = append(out, r.RegisterImport)
		}
		return len(out), err
	})
	return out, err
}

// kept is an import with the file it came from, when that is still kept.
type kept struct {
	row     store.ImportRow
	mapping vpt.RegisterMapping
	table   vpt.RegisterTable
	there   bool
}

func (a Room) kept(tx *store.Tx, id vpt.ImportID) (kept, error) {
	var k kept
	var err error
	if k.row, err = tx.ImportByID(id); err != nil {
		return k, err
	}
	if len(k.row.Mapping) > 0 {
		if err := json.Unmarshal(k.row.Mapping, &k.mapping); err != nil {
			return k, fmt.Errorf("app: mapping of import: %w", err)
		}
	}
	data, err := tx.Upload(id)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return k, nil
	}
	if err != nil {
		return k, err
	}
	k.there = true
	k.table, err = unpackTable(data)
	return k, err
}

// RegisterByID gives one import: what would happen while it waits, what
// happened once it is done.
func (a Room) RegisterByID(ctx context.Context, who vpt.Actor, id vpt.ImportID) (vpt.RegisterView, error) {
	var v vpt.RegisterView
	err := a.desk.Read(ctx, who, policy.RegisterImport, ofImport(id), func(tx *store.Tx) error {
		k, err := a.kept(tx, id)
		if err != nil {
			return err
		}
		about, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		v = vpt.RegisterView{RegisterImport: k.row.RegisterImport, Mapping: k.mapping, Kept: k.there, Zone: about.Zone, Choices: registerChoices(about, who.Lang)}
		switch {
		case len(k.row.Outcome) > 0:
			err = json.Unmarshal(k.row.Outcome, &v.Outcome)
		case k.there:
			var plan importPlan
			if plan, err = a.plan(tx, k.table, k.mapping); vpt.KindOf(err) == vpt.KindInvalid {
				err = nil // the outcome tells which columns are missing
			}
			v.Outcome = plan.outcome
			v.Outcome.DryRun = true
		default:
			err = vpt.ErrNotFound
		}
		return err
	})
	return v, err
}

func ofImport(id vpt.ImportID) desk.Locate {
	return func(tx *store.Tx) (policy.Subject, error) {
		row, err := tx.ImportByID(id)
		return policy.Subject{Kind: "import", ID: string(row.ID)}, err
	}
}

// registerChoices are what a word may be said to mean, in the reader's language.
func registerChoices(k *desk.Known, lang string) map[vpt.RegisterColumn][]vpt.RegisterChoice {
	out := map[vpt.RegisterColumn][]vpt.RegisterChoice{}
	for _, column := range vpt.RegisterColumns() {
		list, ok := listOf(column)
		if !ok {
			continue
		}
		for _, c := range k.Codes[list].Codes {
			if c.Choosable {
				out[column] = append(out[column], vpt.RegisterChoice{Code: c.Code, Label: c.Label(lang)})
			}
		}
	}
	for _, u := range k.Units {
		out[vpt.ColumnUnit] = append(out[vpt.ColumnUnit], vpt.RegisterChoice{Code: u.Name, Label: u.Name})
	}
	for _, s := range k.Sites {
		out[vpt.ColumnSite] = append(out[vpt.ColumnSite], vpt.RegisterChoice{Code: s.Name, Label: s.Name})
	}
	for _, kind := range []vpt.PoliceKind{vpt.PoliceNotice, vpt.PoliceComplaint, vpt.PoliceUndistinguished} {
		out[vpt.ColumnPolice] = append(out[vpt.ColumnPolice], vpt.RegisterChoice{Code: string(kind), Label: string(kind)})
	}
	return out
}

// RegisterRejects gives the refused rows of a kept file with their cells, so
// that they can be put right and sent in again. The rows stand in the order of
// the reasons.
func (a Room) RegisterRejects(ctx context.Context, who vpt.Actor, id vpt.ImportID) (vpt.RegisterTable, []vpt.RefusedRow, error) {
	var table vpt.RegisterTable
	var refused []vpt.RefusedRow
	err := a.desk.Read(ctx, who, policy.RegisterImport, ofImport(id), func(tx *store.Tx) error {
		k, err := a.kept(tx, id)
		if err != nil {
			return err
		}
		if !k.there {
			return vpt.ErrNotFound
		}
		plan, err := a.plan(tx, k.table, k.mapping)
		if err != nil {
			return err
		}
		refused, table = plan.outcome.Rejects, k.table
		table.Rows = RejectedLines(k.table, refused)
		return nil
	})
	return table, refused, err
}

// RejectedLines gives the rows of a table that were refused, in the order of
// the refusals.
func RejectedLines(table vpt.RegisterTable, refused []vpt.RefusedRow) []vpt.RegisterLine {
	at := make(map[int]int, len(table.Rows))
	for i, r := range table.Rows {
		at[r.Line] = i
	}
	var out []vpt.RegisterLine
	for _, r := range refused {
		if i, ok := at[r.Line]; ok {
			out = append(out, table.Rows[i])
		}
	}
	return slices.Clip(out)
}
