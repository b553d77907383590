package desk

import (
	"sync"
	"time"

	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// Known is what hardly changes about an organisation and is needed by nearly
// every act: its settings, its units and sites, its newest code lists, the
// norms of its teams.
type Known struct {
	Org   vpt.Organisation
	Units []vpt.Unit
	Tree  vpt.UnitTree
	Sites []vpt.Site
	Codes map[vpt.CodeList]vpt.CodeSet
	Norms []vpt.TeamNorm // of all teams, newest first at each
	Zone  *time.Location
	Cal   vpt.Calendar
	until time.Time
}

// knownFor is how long another node's change may stay unseen.
const knownFor = 20 * time.Second

// knownFor is longer while the past of a demonstration is built: that is the
// only node, and its clock takes strides of hours.
func (d *Desk) knownFor() time.Duration {
	if d.Silent {
		return 10 * 365 * 24 * time.Hour
	}
	return knownFor
}

// knownCache keeps that for a short while.
type knownCache struct {
	mu      sync.RWMutex
	by      map[vpt.OrganisationID]*Known
	changed map[vpt.OrganisationID]time.Time // when it was last forgotten
}

func newKnownCache() *knownCache {
	return &knownCache{by: map[vpt.OrganisationID]*Known{}, changed: map[vpt.OrganisationID]time.Time{}}
}

func (c *knownCache) find(org vpt.OrganisationID) *Known {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.by[org]
}

// keep keeps what a transaction learnt, unless there was a change after it
// began: then it may have read what was there before. A change is noted after its
// commit, and the time of a transaction is taken before it sees anything, so
// that one of the same instant has read the change.
func (c *knownCache) keep(org vpt.OrganisationID, k *Known, began time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !began.Before(c.changed[org]) {
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

// ForgetKnown makes a change of settings, units or lists count at once, here.
func (d *Desk) ForgetKnown(org vpt.OrganisationID) { d.known.forget(org, d.Clock.Now()) }

// Knowledge gives what is known of the organisation of a transaction.
func (d *Desk) Knowledge(tx *store.Tx) (*Known, error) {
	org := tx.Organisation()
	k := d.known.find(org)
	if k != nil && d.Clock.Now().Before(k.until) {
		return k, nil
	}
	k, err := d.learn(tx)
	if err != nil {
		return nil, err
	}
	d.known.keep(org, k, tx.Now())
	return k, nil
}

func (d *Desk) learn(tx *store.Tx) (*Known, error) {
	k := &Known{Codes: map[vpt.CodeList]vpt.CodeSet{}, until: d.Clock.Now().Add(d.knownFor())}
	var err error
	if k.Org, err = tx.TheOrganisation(); err != nil {
		return nil, err
	}
	if k.Units, err = tx.Units(); err != nil {
		return nil, err
	}
	if k.Sites, err = tx.Sites(); err != nil {
		return nil, err
	}
	for _, list := range vpt.CodeLists() {
		if k.Codes[list], err = tx.CodeSet(list, 0); err != nil {
			return nil, err
		}
	}
	if k.Norms, err = tx.TeamNorms(); err != nil {
		return nil, err
	}
	k.Tree = vpt.NewUnitTree(k.Units)
	k.Zone, k.Cal = k.Org.Settings.Location(), k.Org.Settings.Calendar()
	return k, nil
}

// Today is the calendar day of the transaction in the organisation's zone.
func (k *Known) Today(tx *store.Tx) vpt.Date { return vpt.DateOf(tx.Now(), k.Zone) }

// Ref gives a code with the version in force.
func (k *Known) Ref(list vpt.CodeList, code string) vpt.CodeRef {
	return vpt.CodeRef{Version: k.Codes[list].Version, Code: code}
}

// Refs checks codes that a form offered and gives them with their version.
func (k *Known) Refs(p *vpt.Problems, path string, list vpt.CodeList, codes []string) []vpt.CodeRef {
	var out []vpt.CodeRef
	seen := map[string]bool{}
	for _, code := range codes {
		if !k.Codes[list].Choosable(code) {
			p.Add(path, "onbekende-keuze")
			continue
		}
		if !seen[code] {
			seen[code] = true
			out = append(out, k.Ref(list, code))
		}
	}
	return out
}

// UnitName names a unit, empty when there is none.
func (k *Known) UnitName(id vpt.UnitID) string {
	u, _ := k.Tree.Unit(id)
	return u.Name
}

// CircleName names the closed circle that a unit is in, empty when in none.
func (k *Known) CircleName(id vpt.UnitID) string {
	circle := k.Tree.CircleOf(id)
	if circle == "" {
		return ""
	}
	return k.UnitName(circle)
}

// IsCircle reports whether a unit is the edge of a closed circle.
func (k *Known) IsCircle(id vpt.UnitID) bool {
	u, _ := k.Tree.Unit(id)
	return u.Circle
}

// Site finds a place of work.
func (k *Known) Site(id vpt.SiteID) (vpt.Site, bool) {
	for _, s := range k.Sites {
		if s.ID == id {
			return s, true
		}
	}
	return vpt.Site{}, false
}

// PlaceTalk names the place of a talk.
func (k *Known) PlaceTalk(t *vpt.CareTalk) {
	if site, ok := k.Site(t.Site); ok {
		t.SiteName = site.Name
	}
}
