package app

import (
	"sync"
	"time"

	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// known is what hardly changes about an organisation and is needed by nearly
// every act: its settings, its units and sites, its newest code lists, the
// norms of its teams.
type known struct {
	org   vpt.Organisation
	units []vpt.Unit
	tree  vpt.UnitTree
	sites []vpt.Site
	codes map[vpt.CodeList]vpt.CodeSet
	norms []vpt.TeamNorm // of all teams, newest first at each
	zone  *time.Location
	cal   vpt.Calendar
	until time.Time
}

// knownFor is how long another node's change may stay unseen.
const knownFor = 20 * time.Second

// knownFor is longer while the past of a demonstration is built: that is the
// only node, and its clock takes strides of hours.
func (a *App) knownFor() time.Duration {
	if a.silent {
		return 10 * 365 * 24 * time.Hour
	}
	return knownFor
}

// knownCache keeps that for a short while.
type knownCache struct {
	mu      sync.RWMutex
	by      map[vpt.OrganisationID]*known
	changed map[vpt.OrganisationID]time.Time // when it was last forgotten
}

func newKnownCache() *knownCache {
	return &knownCache{by: map[vpt.OrganisationID]*known{}, changed: map[vpt.OrganisationID]time.Time{}}
}

func (c *knownCache) find(org vpt.OrganisationID) *known {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.by[org]
}

// keep keeps what a transaction learnt, unless there was a change since it
// began: then it may have read what was there before.
func (c *knownCache) keep(org vpt.OrganisationID, k *known, began time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if began.After(c.changed[org]) {
		c.by[org] = k
	}
}

// forget drops what is kept of an organisation, after a change.
func (c *knownCache) forget(org vpt.OrganisationID, now time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.by, org)
	c.changed[org] = now
}

// forgetKnown makes a change of settings, units or lists count at once, here.
func (a *App) forgetKnown(org vpt.OrganisationID) { a.known.forget(org, a.clock.Now()) }

// knowledge gives what is known of the organisation of a transaction.
func (a *App) knowledge(tx *store.Tx) (*known, error) {
	org := tx.Organisation()
	k := a.known.find(org)
	if k != nil && a.clock.Now().Before(k.until) {
		return k, nil
	}
	k, err := a.learn(tx)
	if err != nil {
		return nil, err
	}
	a.known.keep(org, k, tx.Now())
	return k, nil
}

func (a *App) learn(tx *store.Tx) (*known, error) {
	k := &known{codes: map[vpt.CodeList]vpt.CodeSet{}, until: a.clock.Now().Add(a.knownFor())}
	var err error
	if k.org, err = tx.TheOrganisation(); err != nil {
		return nil, err
	}
	if k.units, err = tx.Units(); err != nil {
		return nil, err
	}
	if k.sites, err = tx.Sites(); err != nil {
		return nil, err
	}
	for _, list := range vpt.CodeLists() {
		if k.codes[list], err = tx.CodeSet(list, 0); err != nil {
			return nil, err
		}
	}
	if k.norms, err = tx.TeamNorms(); err != nil {
		return nil, err
	}
	k.tree = vpt.NewUnitTree(k.units)
	k.zone, k.cal = k.org.Settings.Location(), k.org.Settings.Calendar()
	return k, nil
}

// today is the calendar day of the transaction in the organisation's zone.
func (k *known) today(tx *store.Tx) vpt.Date { return vpt.DateOf(tx.Now(), k.zone) }

// ref gives a code with the version in force.
func (k *known) ref(list vpt.CodeList, code string) vpt.CodeRef {
	return vpt.CodeRef{Version: k.codes[list].Version, Code: code}
}

// refs checks codes that a form offered and gives them with their version.
func (k *known) refs(p *vpt.Problems, path string, list vpt.CodeList, codes []string) []vpt.CodeRef {
	var out []vpt.CodeRef
	seen := map[string]bool{}
	for _, code := range codes {
		if !k.codes[list].Choosable(code) {
			p.Add(path, "onbekende-keuze")
			continue
		}
		if !seen[code] {
			seen[code] = true
			out = append(out, k.ref(list, code))
		}
	}
	return out
}

func (k *known) unitName(id vpt.UnitID) string {
	u, _ := k.tree.Unit(id)
	return u.Name
}

// circleName names the closed circle that a unit is in, empty when in none.
func (k *known) circleName(id vpt.UnitID) string {
	circle := k.tree.CircleOf(id)
	if circle == "" {
		return ""
	}
	return k.unitName(circle)
}

// isCircle reports whether a unit is the edge of a closed circle.
func (k *known) isCircle(id vpt.UnitID) bool {
	u, _ := k.tree.Unit(id)
	return u.Circle
}

func (k *known) site(id vpt.SiteID) (vpt.Site, bool) {
	for _, s := range k.sites {
		if s.ID == id {
			return s, true
		}
	}
	return vpt.Site{}, false
}

// placeTalk names the place of a talk.
func (k *known) placeTalk(t *vpt.CareTalk) {
	if site, ok := k.site(t.Site); ok {
		t.SiteName = site.Name
	}
}
