package store

import (
	"fmt"

	"rugdekking/vpt"
)

// CodeSet reads one version of a code list; version 0 is the newest.
func (tx *Tx) CodeSet(list vpt.CodeList, version int) (vpt.CodeSet, error) {
	set := vpt.CodeSet{List: list, Version: version}
	if version == 0 {
		err := tx.one(`SELECT COALESCE(MAX(version), 0) FROM code WHERE organisation_id = $1 AND list = $2`,
			[]any{string(tx.org), string(list)}, &set.Version)
		if err != nil {
			return set, fmt.Errorf("store: version of %s: %w", list, err)
		}
	}
	err := tx.each(`SELECT code, group_code, label_nl, label_en, tile_nl, tile_en, example_en, definition, example, roll_up, class, sort, retired, choosable
		FROM code WHERE organisation_id = $1 AND list = $2 AND version = $3 ORDER BY sort, code`,
		[]any{string(tx.org), string(list), set.Version}, func(scan func(...any) error) error {
			c := vpt.Code{List: list, Version: set.Version}
			var retired, choosable int
			err := scan(&c.Code, &c.Group, &c.LabelNL, &c.LabelEN, &c.TileNL, &c.TileEN, &c.ExampleEN, &c.Definition, &c.Example, &c.RollUp, &c.Class, &c.Sort, &retired, &choosable)
			c.Retired, c.Choosable = retired == 1, choosable == 1
			set.Codes = append(set.Codes, c)
			return err
		})
	if err != nil {
		return set, fmt.Errorf("store: codes of %s: %w", list, err)
	}
	return set, nil
}

// InsertCodes adds a version of a list. Versions are never changed.
func (tx *Tx) InsertCodes(set vpt.CodeSet) error {
	values := newRows(17)
	for _, c := range set.Codes {
		values.add(string(tx.org), string(set.List), set.Version, c.Code, c.Group, c.LabelNL, c.LabelEN, c.TileNL, c.TileEN, c.ExampleEN, c.Definition, c.Example,
			string(c.RollUp), c.Class, c.Sort, flag(c.Retired), flag(c.Choosable))
	}
	err := values.insert(tx, `INSERT INTO code (organisation_id, list, version, code, group_code, label_nl, label_en, tile_nl, tile_en,
		example_en, definition, example, roll_up, class, sort, retired, choosable) VALUES `)
	if err != nil {
		return fmt.Errorf("store: insert codes of %s: %w", set.List, err)
	}
	return nil
}
