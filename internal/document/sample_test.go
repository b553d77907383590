package document_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
	"time"

	"rugdekking/internal/document"
)

// logo draws a blue field with a transparent corner.
func logo(t testing.TB) []byte {
	t.Helper()
	picture := image.NewNRGBA(image.Rect(0, 0, 240, 80))
	for y := range 80 {
		for x := range 240 {
			if x < 60 || (x+y)%40 < 12 {
				picture.Set(x, y, color.NRGBA{0x12, 0x4A, 0x73, 0xFF})
			}
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// photo is a JPEG with a segment in which cameras write where they were.
func photo(t testing.TB) []byte {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, 120, 90))
	for y := range 90 {
		for x := range 120 {
			picture.Set(x, y, color.RGBA{byte(2 * x), byte(2 * y), 90, 0xFF})
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, nil); err != nil {
		t.Fatal(err)
	}
	segment := append([]byte{0xFF, 0xE1, 0, 2 + byte(len(whereabouts))}, whereabouts...)
	return append(append([]byte{0xFF, 0xD8}, segment...), out.Bytes()[2:]...)
}

const whereabouts = "Exif: Dorpsstraat 1"

func sender(t testing.TB) document.Letterhead {
	return document.Letterhead{
		Name:  "Gemeente Zuiderdal",
		Lines: []string{"Postbus 120", "4000 AB Zuiderdal", "Telefoon 14 0344", "www.zuiderdal.example"},
		Logo:  logo(t), LogoAlt: "Logo van de gemeente Zuiderdal",
	}
}

// letter is a letter of one page with all that a letter can hold.
func letter(t testing.TB) document.Document {
	return document.Document{
		Title: "Waarschuwing na het gesprek aan de balie", Lang: "nl", Author: "Gemeente Zuiderdal",
		Letterhead: sender(t), Footer: "Kenmerk Z-2026-00041", Date: time.Date(2026, 3, 3, 9, 30, 0, 0, time.UTC),
		Blocks: []document.Block{
			document.Address{Lines: []string{"De heer Ş. Łukaszewicz-Yıldırım", "Korte Dwarsstraat 12", "4001 XZ  ZUIDERDAL"}},
			document.Facts{Rows: [][2]string{{"Datum", "3 maart 2026"}, {"Ons kenmerk", "Z-2026-00041"}, {"Behandeld door", "Mevrouw G. de Wit, telefoon 14 0344"}}},
			document.Heading{Level: 1, Text: "Waarschuwing na het gesprek aan de balie"},
			document.Text("Geachte heer Łukaszewicz-Yıldırım,"),
			document.Paragraph{Spans: []document.Span{
				{Text: "Op 24 februari 2026 was u aan de balie van het gemeentehuis. U kreeg toen een "}, {Text: "medewerker", Italic: true},
				{Text: " te spreken. Wat u toen zei en deed, "}, {Text: "staan wij niet toe", Bold: true}, {Text: ". In deze brief leest u waarom, en wat u kunt doen. Onze regels staan op "},
				{Text: "www.zuiderdal.example/huisregels", Link: "https://www.zuiderdal.example/huisregels"}, {Text: "."},
			}},
			document.Heading{Level: 2, Text: "Wat er is gebeurd"},
			document.Quote{Text: "“Ik weet waar je woont. Reken maar dat ik je vind.”\n\nDaarna sloeg hij met zijn vuist op de balie."},
			document.List{Items: []document.Paragraph{
				document.Text("U dreigde een medewerker."),
				document.Text("U sloeg op de balie; de schade is € 85,00 – die hoeft u niet te betalen. Een collega zag het en heeft het ’s middags opgeschreven, met de namen van wie erbij waren."),
			}},
			document.Table{Caption: "Eerdere gesprekken", Head: []string{"Datum", "Waar", "Wat wij afspraken"}, Widths: []int{2, 3, 6}, RowHead: true,
				Rows: [][]string{{"12-01-2026", "Telefoon", "U belt terug als u rustig bent"}, {"30-01-2026", "Balie", "U komt op afspraak"}}},
			document.Signature{Lines: []string{"Met vriendelijke groet,", "G. de Wit", "Teammanager Publiekszaken"}},
		},
	}
}

// dossier is a long document: tables that go on over pages, a cell that is
// longer than a page, pictures.
func dossier(t testing.TB) document.Document {
	d := letter(t)
	d.Title, d.Footer, d.Letterhead = "Dossier Z-2026-00041", "Dossier Z-2026-00041 – vertrouwelijk", document.Letterhead{}
	d.Blocks = []document.Block{
		document.Heading{Level: 1, Text: "Dossier Z-2026-00041"},
		document.Facts{Rows: [][2]string{{"Opgemaakt", "3 maart 2026"}, {"Voor", "Politie-eenheid Oost-Nederland"}}},
		document.Heading{Level: 2, Text: "Wat er is gebeurd"},
	}
	var rows [][]string
	for i := range 70 {
		rows = append(rows, []string{fmt.Sprintf("%02d-02-2026", i%28+1), fmt.Sprintf("Gebeurtenis %d", i+1),
			"De bezoeker werd boos toen hij hoorde dat de aanvraag niet compleet was. Hij verhief zijn stem en liep daarna weg."})
	}
	long := ""
	for i := range 90 {
		long += fmt.Sprintf("Zin %d: hij bleef voor de deur staan en keek naar binnen, ook nadat hem was gevraagd te gaan. ", i+1)
	}
	rows = append(rows, []string{"03-03-2026", "Verklaring", long})
	d.Blocks = append(d.Blocks,
		document.Table{Caption: "Gebeurtenissen", Head: []string{"Datum", "Soort", "Wat er gebeurde"}, Rows: rows, RowHead: true, Widths: []int{2, 3, 8}},
		document.Heading{Level: 2, Text: "Bijlagen"}, document.Heading{Level: 3, Text: "Foto’s"},
		document.Figure{Data: photo(t), Alt: "Kras van een halve meter in de balie", Caption: "De balie op 24 februari 2026", WidthMM: 90},
		document.Figure{Data: logo(t), WidthMM: 40},
		document.List{Ordered: true, Items: []document.Paragraph{document.Text("U kunt ons uw kant vertellen."), document.Text("U kunt een klacht indienen.\nDat kost niets.")}},
		document.Heading{Level: 4, Text: "Toelichting"},
	)
	for i := range 12 {
		d.Blocks = append(d.Blocks, document.Text(fmt.Sprintf("Alinea %d. ", i+1)+long[:600+i*97]))
	}
	d.Blocks = append(d.Blocks, document.PageBreak{}, document.Quote{Text: long[:4000] + "\n\n" + long[:900]},
		document.Signature{Lines: []string{"Opgemaakt naar waarheid,", "G. de Wit"}})
	return d
}
