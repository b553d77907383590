// Package sheet reads tables that other systems made (CSV, XLSX, ODS) and
// writes tables that people open in a spreadsheet program.
//
// It exists so that the awkwardness of these formats (encodings, separators,
// repeated cells, date serials, zip bombs, formula injection) is dealt with in
// one place. It knows no nouns: it never decides what a column means. It never
// runs a formula, never writes a temporary file (tables hold personal data),
// and no error it returns holds anything that stood in a cell.
package sheet

import (
	"bytes"
	"path"
	"strings"
)

// Format is the file format that Read recognised.
type Format string

// The formats that Read understands.
const (
	FormatCSV  Format = "csv"
	FormatXLSX Format = "xlsx"
	FormatODS  Format = "ods"
)

// Table is what was found in a file: one header and the rows under it.
type Table struct {
	Format Format
	// Encoding and Separator say how a CSV file was understood, for a message
	// to the person who sent it. Both are empty for XLSX and ODS.
	Encoding  Encoding
	Separator string
	// Sheet is the name of the sheet that was read; empty for CSV.
	Sheet string
	// Misnamed is true when the extension of the name promises another format
	// than the content turned out to be. The content decided.
	Misnamed bool
	// Header holds the cells of the first row that is not blank, with white
	// space collapsed. Trailing empty cells are left out.
	Header []string
	Rows   []Row
}

// Row is one row under the header that is not blank.
type Row struct {
	// Line is where the row starts, as a person counts: the line in a text
	// editor for CSV (also after a line break between quotes), the row number
	// in the margin for XLSX and ODS.
	Line int
	// Cells has at least as many cells as the header. It has more when cells
	// beyond the header hold something; the caller should refuse such a row,
	// because an unquoted separator has probably moved its values.
	//
	// Values are text as typed; one with only white space is empty. Numbers have a decimal point and no exponent,
	// dates are YYYY-MM-DD, moments YYYY-MM-DD HH:MM[:SS], times HH:MM[:SS],
	// percentages a ratio (0.45), truth values WAAR and ONWAAR as the Dutch
	// programs write them in CSV. CSV text is never converted.
	Cells []string
}

// Read reads the first table in data: a CSV file, or the first visible sheet
// with anything in it of an XLSX or ODS file. The format is established from
// the content; name is compared with it (Table.Misnamed) and nothing else.
// Fields of limits that are zero get their default.
//
// Every error is an *Error.
func Read(data []byte, name string, limits Limits) (Table, error) {
	limits = limits.withDefaults()
	if int64(len(data)) > limits.MaxBytes {
		return Table{}, fail(CodeTooLarge)
	}
	table, err := readContent(data, limits)
	if err != nil {
		return Table{}, asError(err)
	}
	table.Misnamed = misnamed(name, table.Format)
	return table, nil
}

// The first bytes of the containers, per the ZIP and OLE specifications.
var (
	zipMagic      = []byte("PK\x03\x04")
	emptyZipMagic = []byte("PK\x05\x06")
	oleMagic      = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
)

func readContent(data []byte, limits Limits) (Table, error) {
	switch {
	case bytes.HasPrefix(data, zipMagic):
		return readArchive(data, limits)
	case bytes.HasPrefix(data, emptyZipMagic):
		return Table{}, fail(CodeUnknownFormat)
	case bytes.HasPrefix(data, oleMagic):
		return Table{}, fail(oleCode(data))
	}
	return readCSV(data, limits)
}

func readArchive(data []byte, limits Limits) (Table, error) {
	a, err := openArchive(data, limits)
	if err != nil {
		return Table{}, err
	}
	switch a.format() {
	case FormatODS:
		return readODS(a, limits)
	case FormatXLSX:
		return readXLSX(a, limits)
	}
	return Table{}, fail(CodeUnknownFormat)
}

// oleCode tells a password-protected XLSX from the binary format of before
// 2007: the former keeps its stream names in UTF-16 in the same container
// ([MS-OFFCRYPTO] §2.3.4.4).
func oleCode(data []byte) string {
	if bytes.Contains(data, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
		return CodeEncrypted
	}
	return CodeOldExcel
}

func misnamed(name string, is Format) bool {
	says, known := map[string]Format{
		".csv": FormatCSV, ".txt": FormatCSV, ".tsv": FormatCSV,
		".xlsx": FormatXLSX, ".xlsm": FormatXLSX, ".xltx": FormatXLSX, ".xls": FormatXLSX,
		".ods": FormatODS, ".ots": FormatODS,
	}[strings.ToLower(path.Ext(name))]
	return known && says != is
}
