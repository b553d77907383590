package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"

	"rugdekking/internal/nl"
	"rugdekking/internal/sheet"
	"rugdekking/vpt"
)

// ReadRegister reads the file of an old register into a table, for the door to
// understand. A file that cannot be read gives an invalid "bestand" with the
// code of the reason.
func ReadRegister(data []byte, name string) (vpt.RegisterTable, error) {
	found, err := sheet.Read(data, name, sheet.Limits{})
	if err != nil {
		code := "kapot"
		var unread *sheet.Error
		if errors.As(err, &unread) {
			code = unread.Code
		}
		var p vpt.Problems
		p.Add("bestand", code)
		return vpt.RegisterTable{}, p.Err()
	}
	sum := sha256.Sum256(data)
	table := vpt.RegisterTable{
		Format: string(found.Format), Encoding: string(found.Encoding), Separator: found.Separator, Misnamed: found.Misnamed,
		SHA256: hex.EncodeToString(sum[:]), Header: found.Header, Rows: make([]vpt.RegisterLine, len(found.Rows)),
	}
	for i, row := range found.Rows {
		table.Rows[i] = vpt.RegisterLine{Line: row.Line, Cells: row.Cells}
	}
	return table, nil
}

// WriteRejects writes refused rows as CSV: the line and the reason, then the
// cells as they were, so that they can be put right and read in again. rows
// stand in the order of refused.
func WriteRejects(w io.Writer, t *nl.Texts, header []string, rows []vpt.RegisterLine, refused []vpt.RefusedRow) error {
	widest := len(header)
	for _, row := range rows {
		widest = max(widest, len(row.Cells))
	}
	out := sheet.Sheet{Columns: []sheet.Column{{Title: t.Text("register.regel"), Kind: sheet.KindInteger}, {Title: t.Text("register.reden")}}}
	for i := range widest {
		title := ""
		if i < len(header) {
			title = header[i]
		}
		out.Columns = append(out.Columns, sheet.Column{Title: title})
	}
	for i, row := range rows {
		cells := []sheet.Cell{sheet.IntegerCell(int64(row.Line)), sheet.TextCell(t.Reasons(refused[i].Fields))}
		for _, text := range row.Cells {
			cells = append(cells, sheet.TextCell(text))
		}
		out.Rows = append(out.Rows, cells)
	}
	var b bytes.Buffer // whole or not at all
	if err := sheet.WriteCSV(&b, out, sheet.CSVOptions{BOM: true}); err != nil {
		return err
	}
	_, err := b.WriteTo(w)
	return err
}
