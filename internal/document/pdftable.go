package document

// gutter is the space between the columns of a table.
const gutter = 10.0

// tableStyle is a bit smaller than running text: columns are narrow.
func tableStyle() style { return style{size: 9.5, leading: 13} }

// table adds a table: thin lines between rows and no other, the head repeated
// on every page.
func (s *typesetter) table(t Table) {
	table := s.root.add("Table")
	if t.Caption != "" {
		st := style{size: 10, leading: 14, face: bold}
		r := s.newRow([]float64{textWidth}, &cell{tag: table.add("Caption"), spans: []Span{{Text: t.Caption}}, left: margin, style: st})
		s.putRow(r, 6, 3, true, true)
	}
	lefts, widths := columnsOf(t)
	head := &tableHead{}
	if t.Head != nil {
		tr := table.add("THead").add("TR")
		column := func(int) *tag { return tr.scoped("Column") }
		s.putRow(s.tableRow(t.Head, lefts, widths, column, true), 4, 0, true, len(t.Rows) > 0)
		head.row = s.tableRow(t.Head, lefts, widths, func(int) *tag { return nil }, true)
		for i := range head.row.count {
			head.height += head.row.height(i)
		}
	}
	if len(t.Rows) > 0 {
		s.tableBody(t, table.add("TBody"), head)
	}
	s.after = 12
}

func (s *typesetter) tableBody(t Table, body *tag, head *tableHead) {
	lefts, widths := columnsOf(t)
	for _, cells := range t.Rows {
		tr := body.add("TR")
		r := s.tableRow(cells, lefts, widths, func(column int) *tag {
			if column == 0 && t.RowHead {
				return tr.scoped("Row")
			}
			return tr.add("TD")
		}, false)
		r.table = head
		const whole = 12 // lines; a longer row may be parted
		s.putRow(r, 0, 0, r.count <= whole, false)
	}
}

// tableRow makes a row with a tag for each column.
func (s *typesetter) tableRow(texts []string, lefts, widths []float64, tagOf func(column int) *tag, heads bool) *row {
	cells := make([]*cell, len(texts))
	for i, text := range texts {
		st := tableStyle()
		t := tagOf(i)
		if heads || t != nil && t.kind == "TH" {
			st.face = bold
		}
		var spans []Span
		if text != "" {
			spans = []Span{{Text: text}}
		}
		cells[i] = &cell{tag: t, spans: spans, left: lefts[i], style: st}
	}
	r := s.newRow(widths, cells...)
	r.above, r.below, r.line = 3, 3.5, &rowLine{0.4, 0.75}
	if heads {
		r.line = &rowLine{0.8, 0.35}
	}
	return r
}

// columnsOf gives where the columns of a table stand and how wide their text
// may be.
func columnsOf(t Table) (lefts, widths []float64) {
	shares := t.shares()
	left := margin
	for _, share := range shares {
		width := share * (textWidth + gutter)
		lefts = append(lefts, left)
		widths = append(widths, max(width-gutter, 1))
		left += width
	}
	return lefts, widths
}
