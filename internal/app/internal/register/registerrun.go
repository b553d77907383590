package register

import (
	"context"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// MapRegister tells what headers and words of a kept file mean. The file is
// unpacked and held against them before the transaction, in which nobody else
// can write meanwhile; a file under an import is never replaced by another.
func (a Room) MapRegister(ctx context.Context, who vpt.Actor, in vpt.MapRegister) error {
	refusal, err := a.tryMapping(ctx, who, in)
	if err != nil {
		return err
	}
	return a.desk.Write(ctx, who, policy.RegisterImport, ofImport(in.Import), func(tx *store.Tx, w *desk.Work) error {
		_, err := a.desk.Once(tx, who, w, in.Once, func() (string, error) {
			row, err := tx.ImportByID(in.Import)
			switch {
			case err != nil:
				return "", err
			case row.State != vpt.RegisterWaits:
				return "", errImportBegun
			case refusal != nil:
				return "", refusal
			}
			w.Changed("mapping")
			if row.Mapping, _, err = encodeImport(in.Mapping, vpt.RegisterOutcome{}); err != nil {
				return "", err
			}
			return string(in.Import), tx.UpdateImport(row, vpt.RegisterWaits)
		})
		return err
	})
}

// tryMapping holds a mapping against the kept file. refusal is why it cannot be
// used, told only to who asks for the first time and while the import waits.
func (a Room) tryMapping(ctx context.Context, who vpt.Actor, in vpt.MapRegister) (refusal, err error) {
	err = a.desk.Read(ctx, who, policy.RegisterImport, ofImport(in.Import), func(tx *store.Tx) error {
		k, err := a.kept(tx, in.Import)
		if err != nil {
			return err
		}
		if !k.there {
			refusal = vpt.ErrNotFound
			return nil
		}
		about, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		_, refusal = newRegisterReader(about, about.Today(tx), k.table, in.Mapping)
		return nil
	})
	return refusal, err
}

// ConfirmRegister has a kept file taken in, by a task. What it would do is
// worked out before the transaction, which only marks the import as begun.
func (a Room) ConfirmRegister(ctx context.Context, who vpt.Actor, in vpt.ConfirmRegister) error {
	view, err := a.RegisterByID(ctx, who, in.Import)
	if err != nil {
		return err
	}
	return a.desk.Write(ctx, who, policy.RegisterImport, ofImport(in.Import), func(tx *store.Tx, w *desk.Work) error {
		_, err := a.desk.Once(tx, who, w, in.Once, func() (string, error) {
			row, err := tx.ImportByID(in.Import)
			switch {
			case err != nil:
				return "", err
			case row.State != vpt.RegisterWaits:
				return "", errImportBegun
			case !view.Outcome.Usable() || !view.Kept:
				return "", errNothingUsable
			}
			w.Changed("state")
			row.State = vpt.RegisterBusy
			tx.Enqueue(desk.TaskRegister, string(in.Import))
			return string(in.Import), tx.UpdateImport(row, vpt.RegisterWaits)
		})
		return err
	})
}

// chunksATime is how many chunks one task takes; the next goes on from there.
const chunksATime = 20

// RunRegister takes a confirmed file in, from where the task before stopped.
// How far it is stands in the transaction of each chunk, so that a task that
// was broken off is done again without counting anything twice.
func (a Room) RunRegister(ctx context.Context, who vpt.Actor, id vpt.ImportID) error {
	var k kept
	var plan importPlan
	err := a.desk.Read(ctx, who, policy.RegisterImport, ofImport(id), func(tx *store.Tx) error {
		var err error
		if k, err = a.kept(tx, id); err != nil || k.row.State != vpt.RegisterBusy {
			return err
		}
		if !k.there {
			return vpt.ErrNotFound
		}
		plan, err = a.plan(tx, k.table, k.mapping)
		return err
	})
	if err != nil || k.row.State != vpt.RegisterBusy {
		return err
	}
	for range chunksATime {
		last, err := a.runChunk(ctx, who, id, plan)
		if err != nil || last {
			return err
		}
	}
	return a.desk.Write(ctx, who, policy.RegisterImport, ofImport(id), func(tx *store.Tx, w *desk.Work) error {
		tx.Enqueue(desk.TaskRegister, string(id))
		return nil
	})
}

// runChunk takes the next rows and reports whether they were the last.
func (a Room) runChunk(ctx context.Context, who vpt.Actor, id vpt.ImportID, plan importPlan) (last bool, err error) {
	err = a.desk.Write(ctx, who, policy.RegisterImport, ofImport(id), func(tx *store.Tx, w *desk.Work) error {
		row, err := tx.ImportByID(id)
		if err != nil {
			return err
		}
		if last = row.State != vpt.RegisterBusy; last {
			w.Again = true
			return nil
		}
		rest := plan.after(row.Progress)
		chunk := rest[:min(importChunk, len(rest))]
		done, err := a.takeRows(tx, who, chunk)
		if err != nil {
			return err
		}
		w.Changed("report", "casefile", "incident")
		row.Added, row.Known = row.Added+len(done.fresh), row.Known+done.known
		if last = len(chunk) == len(rest); !last {
			row.Progress = plan.through(chunk[len(chunk)-1])
		} else if err := finishImport(&row, plan); err != nil {
			return err
		}
		return tx.UpdateImport(row, vpt.RegisterBusy)
	})
	return last, err
}

// finishImport keeps what became of an import with it.
func finishImport(row *store.ImportRow, plan importPlan) error {
	out := plan.outcome
	out.Import, out.Added, out.Known = row.ID, row.Added, row.Known
	row.State, row.Refused, row.Progress = vpt.RegisterDone, out.Refused, out.Rows
	var err error
	_, row.Outcome, err = encodeImport(vpt.RegisterMapping{}, out)
	return err
}
