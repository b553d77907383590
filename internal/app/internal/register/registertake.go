package register

import (
	"cmp"
	"crypto/hmac"
	"fmt"
	"slices"
	"strings"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// importChunk is how many rows share a transaction: enough to be quick, few
// enough not to hold up those who report.
const importChunk = 200

// freshRow is a row that was never imported, with the MAC that will tell it
// from another row under the same number.
type freshRow struct {
	vpt.RegisterRow
	mac []byte
}

// sorted is rows held against what was imported before.
type sorted struct {
	fresh   []freshRow
	known   int
	refused []vpt.RefusedRow
}

// sortRows tells new rows from known ones and from those that say something
// else than before under the same number. seen carries the rows of earlier
// chunks that are not written, for a dry run; it may be nil.
func (a Room) sortRows(tx *store.Tx, rows []vpt.RegisterRow, seen map[string][]byte) (sorted, error) {
	numbers := make([]string, len(rows))
	for i, r := range rows {
		numbers[i] = r.Number
	}
	before, err := tx.ImportMACs(numbers)
	if err != nil {
		return sorted{}, err
	}
	var s sorted
	for _, r := range rows {
		mac := a.rowMAC(tx, r)
		earlier, there := before[r.Number]
		if !there {
			earlier, there = seen[r.Number]
		}
		switch {
		case !there:
			before[r.Number] = mac
			if seen != nil {
				seen[r.Number] = mac
			}
			s.fresh = append(s.fresh, freshRow{r, mac})
		case hmac.Equal(earlier, mac):
			s.known++
		default:
			field := vpt.Field{Path: string(vpt.ColumnNumber), Code: "wijkt-af-van-eerdere-import"}
			s.refused = append(s.refused, vpt.RefusedRow{Line: r.Line, Number: r.Number, Fields: []vpt.Field{field}})
		}
	}
	return s, nil
}

// rowMAC is a keyed hash of a row as it was understood, so that other spelling
// of the same is the same row, and the hash of a row tells nothing of it.
func (a Room) rowMAC(tx *store.Tx, r vpt.RegisterRow) []byte {
	content := strings.Join([]string{
		r.Number, string(r.ReportedOn), string(r.OccurredOn), strings.Join(r.Kinds, ","), strings.Join(r.Measures, ","),
		string(r.Police), string(r.Unit), string(r.Site), r.Channel,
	}, "\x1f")
	return a.desk.DB.Master().BlindIndex("import", string(tx.Organisation()), content)
}

// takeRows writes the rows that are new. Known and refused ones are counted.
func (a Room) takeRows(tx *store.Tx, who vpt.Actor, rows []vpt.RegisterRow) (sorted, error) {
	k, err := a.desk.Knowledge(tx)
	if err != nil {
		return sorted{}, err
	}
	s, err := a.sortRows(tx, rows, nil)
	if err != nil || len(s.fresh) == 0 {
		return s, err
	}
	numbers, err := numbersFor(tx, s.fresh)
	if err != nil {
		return s, err
	}
	out := make([]store.Imported, len(s.fresh))
	for i, r := range s.fresh {
		year := r.ReportedOn.Year()
		out[i] = importedRow(k, r)
		out[i].Number = store.FormatNumber(series("M", year), numbers[year].report)
		out[i].CaseNumber = store.FormatNumber(series("Z", year), numbers[year].casefile)
		numbers[year].report++
		numbers[year].casefile++
	}
	return s, tx.InsertImported(out, who.ID())
}

func series(letter string, year int) string { return fmt.Sprintf("%s-%d", letter, year) }

// nextPair is the next number of a report and of a case in one year.
type nextPair struct{ report, casefile int64 }

// numbersFor takes the numbers that the rows need, per year of reporting.
func numbersFor(tx *store.Tx, rows []freshRow) (map[int]*nextPair, error) {
	count := map[int]int{}
	var years []int
	for _, r := range rows {
		year := r.ReportedOn.Year()
		if count[year] == 0 {
			years = append(years, year)
		}
		count[year]++
	}
	slices.Sort(years) // always in the same order, so that two imports never wait for each other
	out := map[int]*nextPair{}
	for _, year := range years {
		report, err := tx.NextNumbers(series("M", year), count[year])
		if err != nil {
			return nil, err
		}
		casefile, err := tx.NextNumbers(series("Z", year), count[year])
		if err != nil {
			return nil, err
		}
		out[year] = &nextPair{report, casefile}
	}
	return out, nil
}

// importedRow makes a report and a closed case of a row: no owner, no clocks,
// and no moment of reporting, only its day.
func importedRow(k *desk.Known, r freshRow) store.Imported {
	out := store.Imported{Incident: vpt.IncidentID(store.NewID()), Police: r.Police}
	out.Report = vpt.Report{
		ID: vpt.ReportID(store.NewID()), Legacy: r.Number, Casefile: vpt.CasefileID(store.NewID()), OnBehalf: vpt.ForMyself,
		Choice: vpt.ChoiceNormal, Help: vpt.HelpNo, Route: vpt.OriginImport, ReportedOn: r.ReportedOn, OccurredOn: r.OccurredOn,
		Unit: r.Unit, Site: r.Site,
	}
	out.ImportMAC = r.mac
	if r.Channel != "" {
		out.Channel = k.Ref(vpt.ChannelList, r.Channel)
	}
	for _, code := range r.Kinds {
		out.Kinds = append(out.Kinds, k.Ref(vpt.KindList, code))
	}
	for _, code := range r.Measures {
		out.Measures = append(out.Measures, k.Ref(vpt.MeasureList, code))
	}
	return out
}

// byLine puts refused rows in the order of the file.
func byLine(refused []vpt.RefusedRow) []vpt.RefusedRow {
	slices.SortStableFunc(refused, func(a, b vpt.RefusedRow) int { return cmp.Compare(a.Line, b.Line) })
	return refused
}
