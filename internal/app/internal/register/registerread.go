package register

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"rugdekking/content"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/vpt"
)

// fieldColumns say which column each field of content/import stands for.
var fieldColumns = map[string]vpt.RegisterColumn{
	"number": vpt.ColumnNumber, "organisation": vpt.ColumnOrganisation, "reported_on": vpt.ColumnReportedOn,
	"occurred_on": vpt.ColumnOccurredOn, "kinds": vpt.ColumnKinds, "measures": vpt.ColumnMeasures, "police": vpt.ColumnPolice,
	"unit": vpt.ColumnUnit, "site": vpt.ColumnSite, "channel": vpt.ColumnChannel,
}

// maxWords bounds how many different words of a column are told about, and
// wordLength how much of one: a column of stories is no column of words.
const (
	maxWords   = 200
	wordLength = 60
)

// registerReader understands the rows of one file.
type registerReader struct {
	known      *desk.Known
	today      vpt.Date
	table      vpt.RegisterTable
	at         map[vpt.RegisterColumn]int
	vocabulary vocabulary
	separators []string
	words      map[wordKey]*vpt.WordMeaning
	outcome    vpt.RegisterOutcome
}

type wordKey struct {
	column vpt.RegisterColumn
	folded string
}

// newRegisterReader understands the header and the mapping. A mapping that
// says something impossible is an error; columns that are not there are told
// in the outcome.
func newRegisterReader(k *desk.Known, today vpt.Date, table vpt.RegisterTable, mapping vpt.RegisterMapping) (*registerReader, error) {
	columns, err := content.Columns()
	if err != nil {
		return nil, err
	}
	words, err := content.Words()
	if err != nil {
		return nil, err
	}
	var p vpt.Problems
	r := &registerReader{
		known: k, today: today, table: table, at: map[vpt.RegisterColumn]int{}, separators: words.Separators,
		vocabulary: newVocabulary(k, words, mapping, &p), words: map[wordKey]*vpt.WordMeaning{},
	}
	r.outcome = vpt.RegisterOutcome{
		Format: table.Format, Encoding: table.Encoding, Separator: table.Separator, Misnamed: table.Misnamed, Rows: len(table.Rows),
	}
	r.readHeader(columns, mapping, &p)
	return r, p.Err()
}

// readHeader finds what each column holds.
func (r *registerReader) readHeader(columns content.ImportColumns, mapping vpt.RegisterMapping, p *vpt.Problems) {
	mapped := map[string]vpt.RegisterColumn{}
	for header, column := range mapping.Columns {
		if column != vpt.IgnoreWord && !slices.Contains(vpt.RegisterColumns(), column) {
			p.Add("kolommen", "onbekende-keuze")
		}
		mapped[content.FoldWord(header)] = column
	}
	for i, header := range r.table.Header {
		column, ok := mapped[content.FoldWord(header)]
		if field, known := columns.Field(header); !ok && known {
			column = fieldColumns[field]
		}
		if column == vpt.IgnoreWord {
			column = ""
		}
		if _, twice := r.at[column]; twice && column != "" {
			p.Add(string(column), "kolom-dubbel")
		}
		if column != "" {
			r.at[column] = i
		}
		r.outcome.Columns = append(r.outcome.Columns, vpt.ColumnMeaning{Header: header, Column: column})
	}
	for _, c := range columns.Columns {
		if _, there := r.at[fieldColumns[c.Field]]; c.Required && !there {
			r.outcome.Missing = append(r.outcome.Missing, fieldColumns[c.Field])
		}
	}
}

// unusable is why no row can be read at all, or nil.
func (r *registerReader) unusable() error {
	var p vpt.Problems
	for _, column := range r.outcome.Missing {
		p.Add(string(column), "kolom-ontbreekt")
	}
	return p.Err()
}

// read understands every row. Rows that are not right are refused one by one.
func (r *registerReader) read() (rows []vpt.RegisterRow, refused []vpt.RefusedRow) {
	if len(r.outcome.Missing) > 0 {
		return nil, nil
	}
	rows = make([]vpt.RegisterRow, 0, len(r.table.Rows))
	for _, line := range r.table.Rows {
		row, fields := r.row(line)
		if len(fields) > 0 {
			refused = append(refused, vpt.RefusedRow{Line: line.Line, Number: row.Number, Fields: fields})
			continue
		}
		rows = append(rows, row)
		if r.outcome.First == "" || row.ReportedOn < r.outcome.First {
			r.outcome.First = row.ReportedOn
		}
		r.outcome.Last = max(r.outcome.Last, row.ReportedOn)
	}
	r.sortWords()
	return rows, refused
}

func (r *registerReader) cell(line vpt.RegisterLine, column vpt.RegisterColumn) string {
	if i, ok := r.at[column]; ok {
		return strings.TrimSpace(line.Cell(i))
	}
	return ""
}

func (r *registerReader) row(line vpt.RegisterLine) (vpt.RegisterRow, []vpt.Field) {
	var p vpt.Problems
	row := vpt.RegisterRow{Line: line.Line, Number: r.cell(line, vpt.ColumnNumber)}
	if len(line.Cells) > len(r.table.Header) {
		p.Add("rij", "te-veel-cellen")
	}
	if _, told := r.at[vpt.ColumnOrganisation]; told && !r.ours(r.cell(line, vpt.ColumnOrganisation)) {
		p.Add(string(vpt.ColumnOrganisation), "andere-organisatie")
	}
	for column, into := range map[vpt.RegisterColumn]*vpt.Date{vpt.ColumnReportedOn: &row.ReportedOn, vpt.ColumnOccurredOn: &row.OccurredOn} {
		day, ok := vpt.RegisterDate(r.cell(line, column))
		if *into = day; !ok {
			*into = "?" // no date: the rule of the row refuses it by name
		}
	}
	row.Kinds = r.codes(line, vpt.ColumnKinds, &p)
	row.Measures = r.codes(line, vpt.ColumnMeasures, &p)
	row.Police = vpt.PoliceKind(r.code(line, vpt.ColumnPolice, &p))
	row.Unit = vpt.UnitID(r.code(line, vpt.ColumnUnit, &p))
	row.Site = vpt.SiteID(r.code(line, vpt.ColumnSite, &p))
	row.Channel = r.code(line, vpt.ColumnChannel, &p)
	unknownKinds := p.Has(string(vpt.ColumnKinds))
	for _, f := range vpt.FieldsOf(row.Validate(r.today)) {
		if f.Path != string(vpt.ColumnKinds) || !unknownKinds {
			p.Add(f.Path, f.Code)
		}
	}
	fields := vpt.FieldsOf(p.Err())
	if len(fields) > 0 && !row.NumberIsValid() {
		row.Number = ""
	}
	return row, fields
}

// ours reports whether a cell names this organisation, by code or name.
func (r *registerReader) ours(cell string) bool {
	folded := content.FoldWord(cell)
	return folded != "" && (folded == content.FoldWord(r.known.Org.Code) || folded == content.FoldWord(r.known.Org.Name))
}

// codes gives the codes of a cell with several values, each once: a register
// that names a measure twice in a row has a slip of the pen, not two measures.
func (r *registerReader) codes(line vpt.RegisterLine, column vpt.RegisterColumn, p *vpt.Problems) []string {
	var out []string
	wrong := false
	for _, word := range splitCell(r.cell(line, column), r.separators) {
		code, ok := r.word(column, word)
		if wrong = wrong || !ok; ok && code != "" && !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	if wrong {
		p.Add(string(column), "onbekend-woord")
	}
	slices.Sort(out)
	return out
}

func (r *registerReader) code(line vpt.RegisterLine, column vpt.RegisterColumn, p *vpt.Problems) string {
	cell := r.cell(line, column)
	if cell == "" {
		return ""
	}
	code, ok := r.word(column, cell)
	if !ok {
		p.Add(string(column), "onbekend-woord")
	}
	return code
}

// word finds what a word means and counts it.
func (r *registerReader) word(column vpt.RegisterColumn, word string) (string, bool) {
	m, ok := r.vocabulary.lookup(column, word)
	key := wordKey{column, content.FoldWord(word)}
	told := r.words[key]
	if told == nil {
		told = &vpt.WordMeaning{Column: column, Word: shortened(word), Code: m.code, Label: m.label}
		if !ok {
			told.Code, told.Label = unknownWord, ""
		}
		r.words[key] = told
	}
	told.Count++
	return m.code, ok
}

// unknownWord marks a word that was not understood, while words are counted.
const unknownWord = "\x00"

func shortened(word string) string {
	if utf8.RuneCountInString(word) <= wordLength {
		return word
	}
	return string([]rune(word)[:wordLength]) + "…"
}

// sortWords puts the words in the outcome: the understood and the unknown, by
// column and then the most frequent first.
func (r *registerReader) sortWords() {
	all := make([]vpt.WordMeaning, 0, len(r.words))
	for _, w := range r.words {
		all = append(all, *w)
	}
	order := vpt.RegisterColumns()
	slices.SortFunc(all, func(a, b vpt.WordMeaning) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.Column), slices.Index(order, b.Column)), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Word, b.Word))
	})
	perColumn := map[wordKey]int{}
	for _, w := range all {
		kept := wordKey{w.Column, ""}
		if w.Code == unknownWord {
			kept.folded, w.Code = unknownWord, ""
		}
		if perColumn[kept]++; perColumn[kept] > maxWords {
			continue
		}
		if kept.folded == "" {
			r.outcome.Words = append(r.outcome.Words, w)
		} else {
			r.outcome.Unknown = append(r.outcome.Unknown, w)
		}
	}
}
