package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"rugdekking/internal/app"
	"rugdekking/internal/clock"
	"rugdekking/internal/mail"
	"rugdekking/vpt"
)

// world is an organisation to measure with.
type world struct {
	app       *app.App
	runtime   *app.Runtime
	org       vpt.OrganisationID
	place     vpt.SiteID
	today     vpt.Date
	reporters []vpt.Actor
	manager   vpt.Actor
	sent      atomic.Int64
}

// units is how many units the organisation has, each with a manager.
const units = 20

func newWorld(ctx context.Context, e engine) (*world, error) {
	key := app.NewKey()
	cfg := app.Config{
		Database: e.serve, OwnerURL: e.owner, UnscopedURL: e.unscoped, Key: key, BaseURL: "http://127.0.0.1", Clock: clock.System(), Mailer: mail.NewCapture(1),
		MailText: func(vpt.MailReason, string) vpt.MailText { return vpt.MailText{} },
	}
	if err := app.Migrate(ctx, cfg); err != nil {
		return nil, err
	}
	if path, ok := strings.CutPrefix(e.serve, "sqlite:"); ok {
		if err := os.WriteFile(path+".key", key, 0o600); err != nil {
			return nil, err
		}
	}
	r, err := app.Open(ctx, cfg)
	if err != nil {
		return nil, err
	}
	w := &world{app: r.App, runtime: r, today: vpt.DateOf(time.Now(), time.UTC)}
	return w, w.fill(ctx)
}

func (w *world) close() { _ = w.runtime.Close(context.Background()) }

func (w *world) fill(ctx context.Context) error {
	codes, err := app.ShippedCodes()
	if err != nil {
		return err
	}
	o, err := w.app.AddOrganisation(ctx, vpt.CommandActor("", "bench"), vpt.AddOrganisation{Code: "bench", Name: "Bench", Kind: vpt.Employer, Settings: vpt.DefaultSettings()}, codes)
	if err != nil {
		return err
	}
	w.org = o.ID
	cli := vpt.CommandActor(o.ID, "bench")
	if w.place, err = w.app.SaveSite(ctx, cli, vpt.SaveSite{Name: "Stadhuis"}); err != nil {
		return err
	}
	for i := range units {
		unit, err := w.app.SaveUnit(ctx, cli, vpt.SaveUnit{Name: fmt.Sprintf("Onderdeel %d", i)})
		if err != nil {
			return err
		}
		role := vpt.Assignment{Role: vpt.RoleManager, Scope: vpt.ScopeUnit, Unit: unit}
		manager, err := w.person(ctx, cli, fmt.Sprintf("leiding%d", i), unit, role)
		if err != nil {
			return err
		}
		if i == 0 {
			w.manager = manager
		}
		reporter, err := w.person(ctx, cli, fmt.Sprintf("melder%d", i), unit)
		if err != nil {
			return err
		}
		w.reporters = append(w.reporters, reporter)
	}
	return nil
}

func (w *world) person(ctx context.Context, cli vpt.Actor, name string, unit vpt.UnitID, roles ...vpt.Assignment) (vpt.Actor, error) {
	id, err := w.app.SavePerson(ctx, cli, vpt.SavePerson{
		Name: vpt.NewPrivate(name), Email: vpt.NewPrivate(name + "@bench.example"), Function: vpt.NewPrivate("medewerker"), Unit: unit, Roles: roles,
	})
	if err != nil {
		return vpt.Actor{}, err
	}
	return w.app.ActorFor(ctx, cli, id)
}
