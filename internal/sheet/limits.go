package sheet

// Limits bound what Read accepts, so that a small file cannot take the memory
// of the server. A field that is zero or less gets its default.
type Limits struct {
	MaxBytes     int64 // of the file itself; default 25 MB
	MaxUnzipped  int64 // of the parts of XLSX and ODS that are read, unpacked; default 100 MB
	MaxRows      int   // that are not blank, header included; default 200,000
	MaxColumns   int   // that hold something; default 200
	MaxCells     int   // rows times columns; default 5,000,000 (about 80 MB besides the text)
	MaxCellBytes int   // of text in one cell; default 100,000 (a spreadsheet program stops at 32,767 characters)
}

func (l Limits) withDefaults() Limits {
	l.MaxBytes = orDefault(l.MaxBytes, 25<<20)
	l.MaxUnzipped = orDefault(l.MaxUnzipped, 100<<20)
	l.MaxRows = orDefault(l.MaxRows, 200_000)
	l.MaxColumns = orDefault(l.MaxColumns, 200)
	l.MaxCells = orDefault(l.MaxCells, 5_000_000)
	l.MaxCellBytes = orDefault(l.MaxCellBytes, 100_000)
	return l
}

func orDefault[N int | int64](n, otherwise N) N {
	if n <= 0 {
		return otherwise
	}
	return n
}
