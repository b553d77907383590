package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"time"

	"rugdekking/internal/app"
	"rugdekking/internal/clock"
	"rugdekking/internal/identity"
	"rugdekking/internal/web"
	"rugdekking/internal/web/static"
	"rugdekking/vpt"
)

// worklist measures a page of 25 out of many open cases, names unsealed and
// permissions checked, as processor time per call.
func worklist(ctx context.Context, table *report, e engine, cases int) error {
	w, err := newWorld(ctx, e)
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
		if each, err = w.rendered(reader.who, 200); err != nil {
			return err
		}
		table.row("  the same with its page", fmt.Sprintf("%.2f ms CPU", each.Seconds()*1000), "", "")
	}
	return w.figures(ctx, table, cases)
}

// figures counts the reports of a half year: all there are.
func (w *world) figures(ctx context.Context, table *report, reports int) error {
	analyst := w.manager
	analyst.Grants = []vpt.Grant{{Role: vpt.RoleAnalyst, All: true}}
	before, start := processorTime(), time.Now()
	f, err := w.app.Figures(ctx, analyst, vpt.Period{From: w.today.AddDays(-90), To: w.today.AddDays(90)})
	if err != nil {
		return err
	}
	cpu, took := processorTime()-before, time.Since(start)
	if f.Reports < reports {
		return fmt.Errorf("%d reports counted of %d", f.Reports, reports)
	}
	table.row(fmt.Sprintf("figures of a half year, %d reports", f.Reports), fmt.Sprintf("%.2f s CPU, %.2f s", cpu.Seconds(), took.Seconds()), "", "")
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

// rendered asks the real site for the page of the worklist, without a network,
// and gives the processor time of one.
func (w *world) rendered(who vpt.Actor, times int) (time.Duration, error) {
	site, err := w.site(who)
	if err != nil {
		return 0, err
	}
	var before time.Duration
	for i := range times + 5 {
		if i == 5 { // the first ones fill caches
			before = processorTime()
		}
		r := httptest.NewRequest(http.MethodGet, "/werkvoorraad", nil)
		r.AddCookie(&http.Cookie{Name: "rugdekking", Value: "bench"})
		answer := httptest.NewRecorder()
		site.ServeHTTP(answer, r)
		if answer.Code != http.StatusOK {
			return 0, fmt.Errorf("the worklist answers %d", answer.Code)
		}
	}
	return (processorTime() - before) / time.Duration(times), nil
}

// alwaysIn is a door at which one person is signed in.
type alwaysIn struct {
	*app.App
	who vpt.Actor
}

// SessionActor gives that person whatever the cookie says.
func (a alwaysIn) SessionActor(context.Context, vpt.Actor, vpt.Private) (vpt.Actor, vpt.SignInStep, error) {
	return a.who, vpt.StepDone, nil
}

// site is the real site, in which everybody is who.
func (w *world) site(who vpt.Actor) (http.Handler, error) {
	assets, err := static.Open()
	if err != nil {
		return nil, err
	}
	site, err := web.New(web.Config{
		App: w.app, Sessions: identity.New(alwaysIn{w.app, who}, identity.Config{}), Assets: assets,
		Base: &url.URL{Scheme: "http", Host: "127.0.0.1"}, Clock: clock.System(), Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	site.Register(mux)
	return mux, nil
}
