package store

import (
	"fmt"

	"rugdekking/vpt"
)

// Units reads all units, retired ones too, by name.
func (tx *Tx) Units() ([]vpt.Unit, error) {
	var out []vpt.Unit
	err := tx.each(`SELECT id, COALESCE(parent_id, ''), name, retired, circle FROM unit WHERE organisation_id = $1 ORDER BY name, id`,
		[]any{string(tx.org)}, func(scan func(...any) error) error {
			var u vpt.Unit
			var retired, circle int
			err := scan(&u.ID, &u.Parent, &u.Name, &retired, &circle)
			u.Retired, u.Circle = retired == 1, circle == 1
			out = append(out, u)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: units: %w", err)
	}
	return out, nil
}

// SaveUnit makes or changes a unit.
func (tx *Tx) SaveUnit(u vpt.Unit) error {
	_, err := tx.exec(`INSERT INTO unit (organisation_id, id, parent_id, name, retired, circle) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (organisation_id, id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name, retired = excluded.retired,
		circle = excluded.circle`, string(tx.org), string(u.ID), nullable(u.Parent), u.Name, flag(u.Retired), flag(u.Circle))
	if err != nil {
		return fmt.Errorf("store: save unit: %w", err)
	}
	return nil
}

// Sites reads all sites, retired ones too, by name.
func (tx *Tx) Sites() ([]vpt.Site, error) {
	var out []vpt.Site
	err := tx.each(`SELECT id, COALESCE(unit_id, ''), name, address, retired FROM site WHERE organisation_id = $1 ORDER BY name, id`,
		[]any{string(tx.org)}, func(scan func(...any) error) error {
			var s vpt.Site
			var retired int
			err := scan(&s.ID, &s.Unit, &s.Name, &s.Address, &retired)
			s.Retired = retired == 1
			out = append(out, s)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: sites: %w", err)
	}
	return out, nil
}

// SaveSite makes or changes a site.
func (tx *Tx) SaveSite(s vpt.Site) error {
	_, err := tx.exec(`INSERT INTO site (organisation_id, id, unit_id, name, address, retired) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (organisation_id, id) DO UPDATE SET unit_id = excluded.unit_id, name = excluded.name,
		address = excluded.address, retired = excluded.retired`,
		string(tx.org), string(s.ID), nullable(s.Unit), s.Name, s.Address, flag(s.Retired))
	if err != nil {
		return fmt.Errorf("store: save site: %w", err)
	}
	return nil
}
