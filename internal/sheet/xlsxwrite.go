package sheet

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// What an XLSX sheet can hold (Excel's specification). The library would cut a
// longer text without a word, so it is refused here.
const (
	mostXLSXRows      = 1_048_576
	mostXLSXColumns   = 16_384
	longestXLSXText   = 32_767 // UTF-16 units
	firstXLSXDateYear = 1901   // earlier serials differ between programs
)

// nowhere is a folder that cannot exist. The library moves large sheets to a
// temporary file, and keeps them in memory when it cannot make one: exports
// hold personal data and leave no traces on disk.
const nowhere = "\x00"

// WriteXLSX writes a document as an Office Open XML workbook. Texts are text
// cells with the number format for text, so that no program takes one for a
// formula, also not after editing it.
func WriteXLSX(w io.Writer, doc Document) error {
	doc = doc.withDefaults()
	file := excelize.NewFile(excelize.Options{TmpDir: nowhere})
	defer func() { _ = file.Close() }() // nothing on disk that could fail to close
	file.ZipWriter = newSortedZip
	sheetNames := names(doc.Sheets)
	for i, name := range sheetNames {
		if err := addXLSXSheet(file, i, name); err != nil {
			return fmt.Errorf("add sheet %d: %w", i+1, err)
		}
	}
	styles := xlsxStyles{file: file, known: map[xlsxStyle]int{}}
	for i, s := range doc.Sheets {
		out := xlsxSheet{sheet: s, name: sheetNames[i], styles: styles}
		if err := out.write(doc.Title); err != nil {
			return fmt.Errorf("write sheet %d: %w", i+1, err)
		}
	}
	if err := setXLSXProperties(file, doc); err != nil {
		return fmt.Errorf("write properties: %w", err)
	}
	if err := file.Write(w); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

func addXLSXSheet(file *excelize.File, i int, name string) error {
	if i == 0 {
		return file.SetSheetName(file.GetSheetName(0), name)
	}
	_, err := file.NewSheet(name)
	return err
}

func setXLSXProperties(file *excelize.File, doc Document) error {
	at := doc.MadeAt.UTC().Format(time.RFC3339)
	return file.SetDocProps(&excelize.DocProperties{
		Title: doc.Title, Creator: doc.Creator, LastModifiedBy: doc.Creator,
		Language: doc.Language, Created: at, Modified: at,
	})
}

// xlsxSheet writes one sheet.
type xlsxSheet struct {
	sheet  Sheet
	name   string
	styles xlsxStyles
	stream *excelize.StreamWriter
	widths []int // of the columns, in characters
	row    int   // the last one written, from 1
}

func (s *xlsxSheet) write(title string) (err error) {
	lines, err := s.sheet.preamble(title)
	if err != nil {
		return err
	}
	if len(s.sheet.Columns) > mostXLSXColumns {
		return fail(CodeTooManyColumns)
	}
	if len(lines)+1+len(s.sheet.Rows) > mostXLSXRows {
		return fail(CodeTooManyRows)
	}
	if s.stream, err = s.styles.file.NewStreamWriter(s.name); err != nil {
		return err
	}
	if err := s.layout(len(lines)); err != nil {
		return err
	}
	if err := s.preamble(lines, title != ""); err != nil {
		return err
	}
	if err := s.header(); err != nil {
		return err
	}
	for i, row := range s.sheet.Rows {
		if err := s.cells(i+1, row); err != nil {
			return err
		}
	}
	return s.stream.Flush()
}

// layout sets the widths, keeps the headings in view, and repeats them on each
// printed page.
func (s *xlsxSheet) layout(above int) error {
	for i := range s.sheet.Columns {
		s.widths = append(s.widths, s.sheet.width(i))
		if err := s.stream.SetColWidth(i+1, i+1, float64(s.widths[i])); err != nil {
			return err
		}
	}
	headings := above + 1
	quoted := "'" + strings.ReplaceAll(s.name, "'", "''") + "'"
	if err := s.styles.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: s.name,
		RefersTo: fmt.Sprintf("%s!$%d:$%d", quoted, headings, headings),
	}); err != nil {
		return err
	}
	return s.stream.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: headings, ActivePane: "bottomLeft",
		TopLeftCell: "A" + strconv.Itoa(headings+1),
	})
}

func (s *xlsxSheet) preamble(lines []string, titled bool) error {
	for i, line := range lines {
		look := xlsxStyle{kind: KindText, note: true, bold: titled && i == 0}
		if err := s.put([]Cell{TextCell(line)}, func(Cell) xlsxStyle { return look }); err != nil {
			return err
		}
	}
	return nil
}

func (s *xlsxSheet) header() error {
	titles := make([]Cell, len(s.sheet.Columns))
	for i, column := range s.sheet.Columns {
		titles[i] = TextCell(column.Title)
	}
	column := -1
	return s.put(titles, func(Cell) xlsxStyle {
		column++
		return xlsxStyle{kind: KindText, bold: true, right: s.sheet.Columns[column].Kind != KindText}
	})
}

func (s *xlsxSheet) cells(line int, row []Cell) error {
	for _, c := range row {
		if c.kind == KindText && utf16Length(c.text) > longestXLSXText {
			return failAt(CodeCellTooLarge, line)
		}
	}
	return s.put(row, func(c Cell) xlsxStyle { return xlsxStyle{kind: c.kind, digits: c.digits} })
}

func (s *xlsxSheet) put(row []Cell, look func(Cell) xlsxStyle) error {
	s.row++
	values, lines := make([]any, len(row)), 1
	for i, c := range row {
		style := look(c)
		if !c.filled {
			continue
		}
		value, err := xlsxValue(c)
		if err != nil {
			return err
		}
		if c.kind == KindDate {
			if _, early := value.(string); early {
				style.kind = KindText
			}
		}
		if style.wraps() {
			lines = max(lines, linesIn(c.text, s.widths[i]))
		}
		id, err := s.styles.id(style)
		if err != nil {
			return err
		}
		values[i] = excelize.Cell{StyleID: id, Value: value}
	}
	return s.stream.SetRow("A"+strconv.Itoa(s.row), values, excelize.RowOpts{Height: height(lines)})
}
