package store

import (
	"database/sql"
	"fmt"

	"rugdekking/vpt"
)

// ImportRow is one import of an old register. Mapping and Outcome are what the
// door made of them; they hold words of the file and so are sealed.
type ImportRow struct {
	vpt.RegisterImport
	SHA256  string
	Mapping []byte
	Outcome []byte
}

// uploadChunk is how much of a kept file goes into one row.
const uploadChunk = 256 << 10

// sealOwn seals what belongs to the organisation itself.
func (tx *Tx) sealOwn(table, column, row string, data []byte) ([]byte, error) {
	if data == nil {
		return nil, nil
	}
	key, err := tx.organisationKey()
	if err != nil {
		return nil, err
	}
	return key.Seal(tx.place(table, column, row), data), nil
}

func (tx *Tx) openOwn(table, column, row string, sealed []byte) ([]byte, error) {
	if len(sealed) == 0 {
		return nil, nil
	}
	key, err := tx.organisationKey()
	if err != nil {
		return nil, err
	}
	data, err := key.Open(tx.place(table, column, row), sealed)
	if err != nil {
		return nil, fmt.Errorf("store: %s.%s: %w", table, column, err)
	}
	return data, nil
}

// InsertImport writes a new import.
func (tx *Tx) InsertImport(r ImportRow, by string) error {
	id := string(r.ID)
	key, err := tx.organisationKey()
	if err != nil {
		return err
	}
	mapping, err := tx.sealOwn("register_import", "mapping_sealed", id, r.Mapping)
	if err != nil {
		return err
	}
	outcome, err := tx.sealOwn("register_import", "outcome_sealed", id, r.Outcome)
	if err != nil {
		return err
	}
	_, err = tx.exec(`INSERT INTO register_import (organisation_id, id, state, name_sealed, file_sha256, mapping_sealed, outcome_sealed, rows_read,
		progress, added, known, refused, by_actor, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
		string(tx.org), id, string(r.State), key.SealText(tx.place("register_import", "name_sealed", id), r.Name), r.SHA256, mapping, outcome,
		r.Rows, r.Progress, r.Added, r.Known, r.Refused, by, tx.now.UnixMicro())
	if err != nil {
		return fmt.Errorf("store: insert import: %w", err)
	}
	return nil
}

// UpdateImport writes what changes of an import, if it is still in state was.
func (tx *Tx) UpdateImport(r ImportRow, was vpt.RegisterState) error {
	id := string(r.ID)
	mapping, err := tx.sealOwn("register_import", "mapping_sealed", id, r.Mapping)
	if err != nil {
		return err
	}
	outcome, err := tx.sealOwn("register_import", "outcome_sealed", id, r.Outcome)
	if err != nil {
		return err
	}
	n, err := tx.exec(`UPDATE register_import SET state = $3, mapping_sealed = $4, outcome_sealed = $5, progress = $6, added = $7, known = $8,
		refused = $9 WHERE organisation_id = $1 AND id = $2 AND state = $10`,
		string(tx.org), id, string(r.State), mapping, outcome, r.Progress, r.Added, r.Known, r.Refused, string(was))
	if err == nil && n == 0 {
		err = errChanged
	}
	if err != nil {
		return fmt.Errorf("store: update import: %w", err)
	}
	return nil
}

const importColumns = `id, state, name_sealed, file_sha256, mapping_sealed, outcome_sealed, rows_read, progress, added, known, refused, at`

func (tx *Tx) imports(where string, args ...any) ([]ImportRow, error) {
	var out []ImportRow
	var names [][]byte
	err := tx.each(`SELECT `+importColumns+` FROM register_import WHERE organisation_id = $1 `+where, append([]any{string(tx.org)}, args...),
		func(scan func(...any) error) error {
			var r ImportRow
			var name []byte
			var at sql.NullInt64
			err := scan(&r.ID, &r.State, &name, &r.SHA256, &r.Mapping, &r.Outcome, &r.Rows, &r.Progress, &r.Added, &r.Known, &r.Refused, &at)
			r.At = instant(at)
			out, names = append(out, r), append(names, name)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("store: imports: %w", err)
	}
	for i := range out {
		id := string(out[i].ID)
		if out[i].Name, err = tx.open("register_import", "name_sealed", id, names[i]); err != nil {
			return nil, err
		}
		if out[i].Mapping, err = tx.openOwn("register_import", "mapping_sealed", id, out[i].Mapping); err != nil {
			return nil, err
		}
		if out[i].Outcome, err = tx.openOwn("register_import", "outcome_sealed", id, out[i].Outcome); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// ImportByID reads one import.
func (tx *Tx) ImportByID(id vpt.ImportID) (ImportRow, error) {
	found, err := tx.imports(`AND id = $2`, string(id))
	if err == nil && len(found) == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return ImportRow{}, fmt.Errorf("store: import: %w", err)
	}
	return found[0], nil
}

// Imports reads the latest imports, newest first.
func (tx *Tx) Imports(limit int) ([]ImportRow, error) {
	return tx.imports(`ORDER BY at DESC, id DESC LIMIT $2`, limit)
}

// SaveUpload keeps a file, sealed, in pieces.
func (tx *Tx) SaveUpload(id vpt.ImportID, data []byte) error {
	values := newRows(5)
	for i := 0; i == 0 || i*uploadChunk < len(data); i++ {
		piece := data[i*uploadChunk : min((i+1)*uploadChunk, len(data))]
		sealed, err := tx.sealOwn("register_upload", "data_sealed", uploadRow(id, i), piece)
		if err != nil {
			return err
		}
		values.add(string(tx.org), string(id), i, sealed, tx.now.UnixMicro())
	}
	err := values.insert(tx, `INSERT INTO register_upload (organisation_id, import_id, sequence, data_sealed, at) VALUES `)
	if err != nil {
		return fmt.Errorf("store: save upload: %w", err)
	}
	return nil
}

func uploadRow(id vpt.ImportID, sequence int) string { return fmt.Sprintf("%s/%d", id, sequence) }

// Upload reads a kept file; ErrNotFound when it is no longer kept.
func (tx *Tx) Upload(id vpt.ImportID) ([]byte, error) {
	var pieces [][]byte
	err := tx.each(`SELECT data_sealed FROM register_upload WHERE organisation_id = $1 AND import_id = $2 ORDER BY sequence`,
		[]any{string(tx.org), string(id)}, func(scan func(...any) error) error {
			var piece []byte
			err := scan(&piece)
			pieces = append(pieces, piece)
			return err
		})
	if err == nil && len(pieces) == 0 {
		err = vpt.ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("store: upload: %w", err)
	}
	var data []byte
	for i, piece := range pieces {
		opened, err := tx.openOwn("register_upload", "data_sealed", uploadRow(id, i), piece)
		if err != nil {
			return nil, err
		}
		data = append(data, opened...)
	}
	return data, nil
}
