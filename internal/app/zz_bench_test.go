package app_test

import (
	"context"
	"fmt"
	"syscall"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestZZ(t *testing.T) {
	w := apptest.SQLite(t)
	for i := range 40 {
		w.Report([]string{"rosa", "leo", "wim"}[i%3], nil)
	}
	db := w.DB.Raw(t)
	ctx := context.Background()
	ex := func(q string) {
		if _, err := db.ExecContext(ctx, q); err != nil {
			t.Fatal(err)
		}
	}
	ex(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 2500) INSERT INTO casefile SELECT organisation_id, id||'-'||n.i, number||'-'||n.i, incident_id||'-'||n.i, state, unit_id, owner_id, received_at, received_on, help, choice, verdict, verdict_why_sealed, care_state, care_why_sealed, instigator_state, instigator_why_sealed, police_state, police_why_sealed, damage_state, damage_why_sealed, learning_state, learning_why_sealed, reaction_due_at, reaction_met_at, police_due_at, police_met_at, care_due_at, care_met_at, feedback_due_at, feedback_met_at, next_due_at + n.i*1000000, next_clock, next_step, working, private_risk, closing_sealed, closed_at, merged_into, version FROM casefile, n`)
	ex(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 2500) INSERT INTO incident SELECT organisation_id, id||'-'||n.i, casefile_id||'-'||n.i, occurred_on, occurred_time, channel_version, channel, unit_id, site_id, place_sealed, class, facts_complete, assessed_at, assessed_by FROM incident, n`)
	db.Close()
	w.Reopen()
	for _, who := range []string{"cora", "mila"} {
		a := w.Actor(who)
		for _, f := range []vpt.WorkFilter{{}, {Late: true}, {Kind: "F"}, {Unit: w.Units["Balie"]}} {
			for range 5 {
				w.App.Worklist(ctx, a, f)
			}
			var r0, r1 syscall.Rusage
			syscall.Getrusage(0, &r0)
			s := time.Now()
			for range 200 {
				_, err := w.App.Worklist(ctx, a, f)
				w.Must(err)
			}
			syscall.Getrusage(0, &r1)
			cpu := (r1.Utime.Nano() - r0.Utime.Nano() + r1.Stime.Nano() - r0.Stime.Nano()) / 200
			fmt.Println(who, f, time.Since(s)/200, time.Duration(cpu))
		}
	}
}
