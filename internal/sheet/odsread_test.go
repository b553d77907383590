package sheet

import (
	"reflect"
	"strings"
	"testing"
)

func TestReadODSCells(t *testing.T) {
	for name, tt := range map[string]struct{ cell, want string }{
		"text":            {odsText("een"), "een"},
		"no type":         {`<table:table-cell><text:p>een</text:p></table:table-cell>`, "een"},
		"paragraphs":      {odsText("een</text:p><text:p/><text:p>drie"), "een\n\ndrie"},
		"white space":     {odsText(`a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d<text:s/>e`), "a   b\tc\nd e"},
		"spans and links": {odsText(`<text:span>a<text:span>b</text:span></text:span><text:a>c</text:a>`), "abc"},
		"comment":         {`<table:table-cell><office:annotation><text:p>niet</text:p></office:annotation><text:p>wel</text:p></table:table-cell>`, "wel"},
		"drawing":         {`<table:table-cell><draw:frame xmlns:draw="d"><text:p>niet</text:p></draw:frame><text:p>wel</text:p></table:table-cell>`, "wel"},
		"inside the text": {odsText(`w<office:annotation><text:p>n</text:p></office:annotation>e<text:note>n</text:note><draw:frame xmlns:draw="d">n</draw:frame>` +
			`<text:ruby><text:ruby-base>l</text:ruby-base><text:ruby-text>n</text:ruby-text></text:ruby>`), "wel"},
		"string value":    {odsText("niet", `office:string-value="wel"`), "wel"},
		"number":          {`<table:table-cell office:value-type="float" office:value="12E3"><text:p>12 duizend</text:p></table:table-cell>`, "12000"},
		"money":           {`<table:table-cell office:value-type="currency" office:value="12.50"/>`, "12.5"},
		"percentage":      {`<table:table-cell office:value-type="percentage" office:value="0.449"/>`, "0.449"},
		"date":            {`<table:table-cell office:value-type="date" office:date-value="2014-07-01"><text:p>1 juli</text:p></table:table-cell>`, "2014-07-01"},
		"moment":          {`<table:table-cell office:value-type="date" office:date-value="2014-07-01T13:45:30.5"/>`, "2014-07-01 13:45:30"},
		"midnight":        {`<table:table-cell office:value-type="date" office:date-value="2014-07-01T00:00:00"/>`, "2014-07-01"},
		"time":            {`<table:table-cell office:value-type="time" office:time-value="PT09H05M00S"/>`, "09:05"},
		"long time":       {`<table:table-cell office:value-type="time" office:time-value="PT30H00M01,4S"/>`, "30:00:01"},
		"odd time":        {`<table:table-cell office:value-type="time" office:time-value="P1DT2H"/>`, "P1DT2H"},
		"true":            {`<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>JA</text:p></table:table-cell>`, "WAAR"},
		"covered":         {`<table:covered-table-cell><text:p>onder</text:p></table:covered-table-cell>`, "onder"},
		"table in a cell": {`<table:table-cell><table:table><table:table-row><table:table-cell><text:p>niet</text:p></table:table-cell></table:table-row></table:table><text:p>wel</text:p></table:table-cell>`, "wel"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Read([]byte(odsOf(t, odsRow(odsText("kop"))+odsRow(tt.cell))), "x.ods", Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if len(got.Rows) != 1 || got.Rows[0].Cells[0] != tt.want {
				t.Errorf("got %+v, want %q", got.Rows, tt.want)
			}
		})
	}
}

func TestReadODSRepeats(t *testing.T) {
	rows := `<table:table-column/><table:table-row table:number-rows-repeated="4"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
		`<table:table-header-rows>` + odsRow(odsText("a"), odsText("b", `table:number-columns-repeated="2"`), `<table:table-cell table:number-columns-repeated="16381"/>`) + `</table:table-header-rows>` +
		`<table:table-row-group><table:table-row-group><table:table-row table:number-rows-repeated="3">` +
		`<table:table-cell table:number-columns-repeated="2"/>` + odsText("x") + `</table:table-row></table:table-row-group></table:table-row-group>` +
		`<table:shapes><text:p>niet</text:p></table:shapes>` +
		`<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
		odsRow(odsText("laatste"))
	got, err := Read([]byte(odsOf(t, rows)), "x.ods", Limits{})
	if err != nil {
		t.Fatal(err)
	}
	x := []string{"", "", "x"}
	want := Table{Format: FormatODS, Sheet: "Blad1", Header: []string{"a", "b", "b"},
		Rows: []Row{{6, x}, {7, x}, {8, x}, {1_048_009, []string{"laatste", "", ""}}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestReadODSRefuses(t *testing.T) {
	head := odsRow(odsText("kop"))
	locked := `<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`
	small := Limits{MaxRows: 3, MaxColumns: 4, MaxCellBytes: 20, MaxUnzipped: 100_000}
	for name, tt := range map[string]struct {
		data string
		want Error
	}{
		"no rows":          {odsOf(t, odsRow(odsText(" "))), Error{CodeEmpty, 0}},
		"no content":       {zipOf(t, part{"mimetype", odsMimetype}), Error{CodeBroken, 0}},
		"text document":    {zipOf(t, part{manifestPart, "<m/>"}, part{"content.xml", "<d><body><text/></body></d>"}), Error{CodeUnknownFormat, 0}},
		"password":         {zipOf(t, part{"mimetype", odsMimetype}, part{manifestPart, locked}, part{"content.xml", "\x8A\x01"}), Error{CodeEncrypted, 0}},
		"cut off":          {zipOf(t, part{"mimetype", odsMimetype}, part{"content.xml", strings.TrimSuffix(odsContent(head), "</office:document-content>")}), Error{CodeBroken, 0}},
		"entity":           {odsOf(t, odsRow(odsText("&x;"))), Error{CodeBroken, 1}},
		"too many columns": {odsOf(t, head+odsRow(`<table:table-cell table:number-columns-repeated="4"/>`, odsText("x"))), Error{CodeTooManyColumns, 2}},
		"repeated columns": {odsOf(t, head+odsRow(odsText("x", `table:number-columns-repeated="16384"`))), Error{CodeTooManyColumns, 2}},
		"endless columns":  {odsOf(t, head+odsRow(odsText("x", `table:number-columns-repeated="2000000000"`))), Error{CodeTooManyColumns, 2}},
		"repeated rows":    {odsOf(t, head+`<table:table-row table:number-rows-repeated="1048576">`+odsText("x")+`</table:table-row>`), Error{CodeTooManyRows, 4}},
		"repeated spaces":  {odsOf(t, head+odsRow(odsText(`<text:s text:c="2000000000"/>`))), Error{CodeCellTooLarge, 2}},
		"cell too large":   {odsOf(t, head+odsRow(odsText("tien tekens</text:p><text:p>tien tekens"))), Error{CodeCellTooLarge, 2}},
		"value too large":  {odsOf(t, head+odsRow(odsText("", `office:string-value="`+strings.Repeat("x", 21)+`"`))), Error{CodeCellTooLarge, 2}},
		"unpacks too far":  {odsOf(t, head+strings.Repeat(odsRow(), 10_000)), Error{CodeTooLarge, 0}},
		"too deep":         {odsOf(t, strings.Repeat("<table:table-row-group>", 300)+strings.Repeat("</table:table-row-group>", 300)), Error{CodeBroken, 0}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read([]byte(tt.data), "x.ods", small)
			checkError(t, err, tt.want)
		})
	}
}

func TestReadODSWithoutMimetype(t *testing.T) {
	data := zipOf(t, part{"content.xml", odsContent(odsRow(odsText("a")))}, part{manifestPart, "<m/>"})
	got, err := Read([]byte(data), "x.ods", Limits{})
	if err != nil || got.Format != FormatODS || got.Header[0] != "a" {
		t.Errorf("got %v %v", got, err)
	}
}
