package register

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// ImportRegister takes an old register in: every row that can be understood
// becomes a report with a closed case, under the organisation of the actor.
// Rows that are not right are refused one by one, rows that were imported
// before with the same content are skipped, so that an import may be broken off
// and done again. With DryRun nothing is written.
//
// It gives what was understood also together with the error that says why no
// row can be read (a column that is needed and not there).
func (a Room) ImportRegister(ctx context.Context, who vpt.Actor, file vpt.RegisterFile) (vpt.RegisterOutcome, error) {
	plan, err := a.planImport(ctx, who, file.Table, file.Mapping)
	if err != nil {
		return plan.outcome, err
	}
	out := plan.outcome
	out.DryRun = file.DryRun
	if file.DryRun {
		return out, nil
	}
	out.Added, out.Known = 0, 0
	for at := 0; at < len(plan.rows); at += importChunk {
		var done sorted
		err := a.desk.Write(ctx, who, policy.RegisterImport, desk.OfOrganisation(who), func(tx *store.Tx, w *desk.Work) error {
			var err error
			done, err = a.takeRows(tx, who, plan.rows[at:min(at+importChunk, len(plan.rows))])
			w.Changed("report", "casefile", "incident")
			return err
		})
		if err != nil {
			return out, err
		}
		out.Added, out.Known = out.Added+len(done.fresh), out.Known+done.known
	}
	out.Import = vpt.ImportID(store.NewID())
	return out, a.desk.Write(ctx, who, policy.RegisterImport, desk.OfOrganisation(who), func(tx *store.Tx, w *desk.Work) error {
		w.Makes("import", string(out.Import))
		row := store.ImportRow{SHA256: file.Table.SHA256, RegisterImport: vpt.RegisterImport{
			ID: out.Import, Name: file.Name, State: vpt.RegisterDone, Rows: out.Rows, Progress: out.Rows, Added: out.Added, Known: out.Known, Refused: out.Refused,
		}}
		var err error
		if row.Mapping, row.Outcome, err = encodeImport(file.Mapping, out); err != nil {
			return err
		}
		return tx.InsertImport(row, who.ID())
	})
}

// importPlan is a file that was understood and held against what is there.
type importPlan struct {
	table   vpt.RegisterTable
	rows    []vpt.RegisterRow // all that were understood, also known ones
	outcome vpt.RegisterOutcome
}

// after gives what is left of the plan when so many rows of the file are done.
// It is found by their lines: what is understood may change between two tasks,
// and no row may be passed over because an earlier one is refused by now.
func (p importPlan) after(done int) []vpt.RegisterRow {
	if done = min(done, len(p.table.Rows)); done == 0 {
		return p.rows
	}
	last := p.table.Rows[done-1].Line
	from, _ := slices.BinarySearchFunc(p.rows, last+1, func(r vpt.RegisterRow, line int) int { return cmp.Compare(r.Line, line) })
	return p.rows[from:]
}

// through gives how many rows of the file are done when this one is.
func (p importPlan) through(row vpt.RegisterRow) int {
	at, _ := slices.BinarySearchFunc(p.table.Rows, row.Line+1, func(l vpt.RegisterLine, line int) int { return cmp.Compare(l.Line, line) })
	return at
}

// planImport understands a table and says what taking it in would do.
func (a Room) planImport(ctx context.Context, who vpt.Actor, table vpt.RegisterTable, mapping vpt.RegisterMapping) (importPlan, error) {
	var plan importPlan
	err := a.desk.Read(ctx, who, policy.RegisterImport, desk.OfOrganisation(who), func(tx *store.Tx) error {
		var err error
		plan, err = a.plan(tx, table, mapping)
		return err
	})
	return plan, err
}

func (a Room) plan(tx *store.Tx, table vpt.RegisterTable, mapping vpt.RegisterMapping) (importPlan, error) {
	k, err := a.desk.Knowledge(tx)
	if err != nil {
		return importPlan{}, err
	}
	r, err := newRegisterReader(k, k.Today(tx), table, mapping)
	if err != nil {
		if r == nil {
			return importPlan{}, err
		}
		return importPlan{outcome: r.outcome}, err
	}
	if err := r.unusable(); err != nil {
		return importPlan{outcome: r.outcome}, err
	}
	rows, refused := r.read()
	plan := importPlan{table: table, rows: rows, outcome: r.outcome}
	seen := map[string][]byte{}
	for at := 0; at < len(rows); at += importChunk {
		s, err := a.sortRows(tx, rows[at:min(at+importChunk, len(rows))], seen)
		if err != nil {
			return plan, err
		}
		plan.outcome.Added, plan.outcome.Known = plan.outcome.Added+len(s.fresh), plan.outcome.Known+s.known
		refused = append(refused, s.refused...)
	}
	plan.outcome.Refused, plan.outcome.Rejects = len(refused), byLine(refused)
	return plan, nil
}

// encodeImport turns what is kept of an import into bytes, to be sealed: the
// first refused rows only, without their cells.
func encodeImport(mapping vpt.RegisterMapping, out vpt.RegisterOutcome) (m, o []byte, err error) {
	out.Rejects = out.Rejects[:min(len(out.Rejects), vpt.RejectsKept)]
	if m, err = json.Marshal(mapping); err == nil {
		o, err = json.Marshal(out)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("app: encode import: %w", err)
	}
	return m, o, nil
}
