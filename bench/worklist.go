package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"rugdekking/vpt"
)

// worklist measures a page of 25 out of many open cases, names unsealed and
// permissions checked, as processor time per call.
func worklist(ctx context.Context, table *report, path string, cases int) error {
	w, err := newWorld(ctx, "sqlite:"+path)
	if err != nil {
		return err
	}
	defer w.close()
	if _, _, err := w.send(ctx, 64, cases); err != nil {
		return err
	}
	coordinator := w.manager
	coordinator.Grants = []vpt.Grant{{Role: vpt.RoleCoordinator, All: true}}
	for _, reader := range []struct {
		name string
		who  vpt.Actor
	}{{"a manager", w.manager}, {"a coordinator", coordinator}} {
		each, err := w.pages(ctx, reader.who, 400)
		if err != nil {
			return err
		}
		table.row(fmt.Sprintf("worklist of %s, 25 of %d", reader.name, cases), fmt.Sprintf("%.2f ms CPU", each.Seconds()*1000),
			"≤ 1.50 ms CPU", verdict(each.Seconds()*1000 <= 1.5))
	}
	return nil
}

// pages reads the first two pages of the worklist over and over and gives the
// processor time of one.
func (w *world) pages(ctx context.Context, who vpt.Actor, times int) (time.Duration, error) {
	var first vpt.Worklist
	var err error
	for range 20 {
		if first, err = w.app.Worklist(ctx, who, vpt.WorkFilter{Limit: 25}); err != nil {
			return 0, err
		}
	}
	if len(first.Items) != 25 || strings.TrimSpace(first.Next) == "" {
		return 0, fmt.Errorf("a page of %d cases", len(first.Items))
	}
	before := processorTime()
	for i := range times {
		filter := vpt.WorkFilter{Limit: 25}
		if i%2 == 1 {
			filter.After = first.Next
		}
		if _, err := w.app.Worklist(ctx, who, filter); err != nil {
			return 0, err
		}
	}
	return (processorTime() - before) / time.Duration(times), nil
}
