// Package demo fills an empty database with an invented world: two
// organisations, their people, and two years of incidents with what was done
// about them.
//
// It exists so that every page has something to show to who wants to see the
// product. Everything goes through the door, as the person who would have done
// it, with a clock that walks through those two years: so the demonstration
// also proves that the door can do what the stories tell. It must never touch
// a database that holds anything else, and nothing here is used in earnest.
package demo

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime/debug"
	"time"

	"rugdekking/content"
	"rugdekking/internal/app"
	"rugdekking/internal/clock"
	"rugdekking/vpt"
)

// Password opens every account of a demonstration. It is printed at the start
// and so no secret; a database marked as a demo is refused by the real server.
const Password = "welkom-bij-de-demo"

// seed makes two worlds built on one day alike.
const seed = 20140701

// history is how far back the incidents go.
const history = 2 * 365

// Account is somebody to sign in as.
type Account struct {
	Organisation string
	Role         vpt.Role
	Circle       string // name of the closed circle in which she has the role
	Name         string
	Email        string
}

// world is a demonstration while it is being built.
type world struct {
	door   *app.App
	clock  *clock.Fake
	now    time.Time // the present: nothing happens after it
	zone   *time.Location
	random *rand.Rand
	rhythm content.Rhythm
	places map[string]*place
}

// Build fills a migrated, empty database up to now. cfg is what the server
// will be opened with; its clock and mail are replaced while building.
func Build(ctx context.Context, cfg app.Config, now time.Time) (err error) {
	w := &world{
		clock: clock.NewFake(now), now: now, zone: vpt.DefaultSettings().Location(),
		random: newRandom(0), places: map[string]*place{},
	}
	cfg.Clock, cfg.Building = w.clock, true
	// Garbage is collected less often: this is over in seconds.
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	runtime, err := app.Open(ctx, cfg)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, runtime.Close(context.WithoutCancel(ctx))) }()
	w.door = runtime.App
	if w.rhythm, err = content.DemoRhythm(); err != nil {
		return err
	}
	organisations, err := content.DemoOrganisations()
	if err != nil {
		return err
	}
	w.clock.Set(now.AddDate(0, 0, -history-30))
	for _, o := range organisations {
		if w.places[o.Code], err = w.settle(ctx, o); err != nil {
			return fmt.Errorf("demo: %s: %w", o.Code, err)
		}
	}
	narratives, err := content.Narratives()
	if err != nil {
		return err
	}
	return w.live(ctx, w.spread(narratives))
}

// newRandom gives the dice of one story; 0 is for the spreading of all.
func newRandom(story int) *rand.Rand { return rand.New(rand.NewPCG(seed, uint64(story))) }

// Accounts gives one person for each role of each organisation: the employee
// who reported most, and who handles her cases. After them come who handle the
// cases of a closed circle, which none of those before can see.
func Accounts() ([]Account, error) {
	organisations, err := content.DemoOrganisations()
	if err != nil {
		return nil, err
	}
	narratives, err := content.Narratives()
	if err != nil {
		return nil, err
	}
	reports := map[string]int{}
	for _, n := range narratives {
		reports[n.Organisation+"/"+n.Reporter]++
	}
	var all []Account
	for _, o := range organisations {
		all = append(all, newPlace(o).accounts(reports)...)
	}
	return all, nil
}

// accounts gives the accounts of one organisation. reports counts what each of
// its people reported, by codes.
func (p *place) accounts(reports map[string]int) []Account {
	byRole := map[vpt.Role]string{}
	for _, one := range p.People {
		for _, role := range one.Roles {
			if role.Unit == "" && (byRole[roleOf(role)] == "" || role.Role == "analyst") {
				byRole[roleOf(role)] = one.Code
			}
		}
		most := byRole[vpt.RoleReporter]
		if len(one.Roles) == 0 && (most == "" || reports[p.Code+"/"+one.Code] > reports[p.Code+"/"+most]) {
			byRole[vpt.RoleReporter] = one.Code
		}
	}
	reporter := byRole[vpt.RoleReporter]
	byRole[vpt.RoleManager] = p.handlerOf(p.unitOf(reporter), reporter)
	var all []Account
	for _, role := range vpt.Roles() {
		one := p.person(byRole[role])
		all = append(all, Account{Organisation: p.Name, Role: role, Name: one.Name, Email: one.Email})
	}
	for _, u := range p.Units {
		if u.Circle {
			one := p.person(p.managers[u.Code])
			all = append(all, Account{p.Name, vpt.RoleManager, u.Name, one.Name, one.Email})
		}
	}
	return all
}
