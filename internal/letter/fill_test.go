package letter

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/document"
	"rugdekking/vpt"
)

func TestWhatIsOwedIsNamed(t *testing.T) {
	for _, code := range Codes() {
		tpl, s := shipped(t, code), spare()
		for _, f := range tpl.Needs() {
			for _, empty := range []string{"", "  \n ", "-", "\u200b\u202e", "…"} {
				values := s.private(t, code)
				values[f.Name] = vpt.NewPrivate(empty)
				if f.Name == "rechtsmiddel" && empty == "" {
					delete(values, f.Name)
				}
				if _, err := Fill(tpl, s.head, values, s.day(code)); !slices.Contains(told(err), f.Name+" verplicht") {
					t.Errorf("%s with %s %q: %v", code, f.Name, empty, err)
				}
			}
		}
		_, err := Fill(tpl, document.Letterhead{}, nil, onDay)
		if got := len(told(err)); got != len(tpl.Needs())+ownedSometimes(tpl)+1 {
			t.Errorf("%s with nothing filled in names %d fields, %d needed: %q", code, got, len(tpl.Needs()), told(err))
		}
	}
}

// ownedSometimes counts what is owed besides when everything is empty.
func ownedSometimes(tpl Template) int {
	if tpl.Code == PremisesBan || tpl.Code == PhoneBan || tpl.Code == ContactLimit || tpl.Code == SevereWarning {
		return 1 // why no step was taken before
	}
	return 0
}

func TestAStepSkippedNeedsAReason(t *testing.T) {
	s := spare()
	values := s.private(t, PremisesBan)
	values["geen_eerdere_stap"] = vpt.Private{}
	if _, err := Fill(shipped(t, PremisesBan), s.head, values, onDay); !slices.Equal(told(err), []string{"geen_eerdere_stap verplicht"}) {
		t.Errorf("no step before and no reason: %v", err)
	}
	values["eerdere_stappen"] = vpt.NewPrivate("Op 1 juni 2026 spraken wij met u.")
	if _, err := Fill(shipped(t, PremisesBan), s.head, values, onDay); err != nil {
		t.Errorf("a step before needs no reason: %v", err)
	}
}

func TestValuesThatAreNotRight(t *testing.T) {
	s := full()
	for name, c := range map[string]struct {
		field, value, want string
	}{
		"no date":                 {"einde", "15 oktober", "einde geen-datum"},
		"no day":                  {"einde", "2026-02-30", "einde geen-datum"},
		"end before start":        {"einde", "2026-07-15", "einde einde-voor-begin"},
		"end that has passed":     {"einde", "2026-07-13", "einde al-voorbij"},
		"review after the end":    {"herbeoordeling", "2026-10-16", "herbeoordeling herbeoordeling-na-einde"},
		"review that is past":     {"herbeoordeling", "2026-07-01", "herbeoordeling al-voorbij"},
		"too long":                {"reden", strings.Repeat("x", vpt.MaxText+1), "reden te-lang"},
		"a name that is no field": {"Jan Jansen", "x", "velden onbekend-veld"},
	} {
		values := s.private(t, PremisesBan)
		values[c.field] = vpt.NewPrivate(c.value)
		d, err := Fill(shipped(t, PremisesBan), s.head, values, onDay)
		if !slices.Contains(told(err), c.want) || len(d.Blocks) > 0 {
			t.Errorf("%s: %q, want %q, and %d blocks", name, told(err), c.want, len(d.Blocks))
		}
		if err != nil && strings.Contains(err.Error(), "Jansen") {
			t.Errorf("%s: the error repeats what was typed: %v", name, err)
		}
	}
	for _, c := range []struct {
		code               Code
		field, value, want string
	}{
		{Extension, "oud_einde", "2026-11-26", "einde niet-later"},
		{Invitation, "gesprek_datum", "2026-07-06", "gesprek_datum al-voorbij"},
		{Invitation, "reageren_tot", "2026-07-06", "reageren_tot al-voorbij"},
	} {
		values := s.private(t, c.code)
		values[c.field] = vpt.NewPrivate(c.value)
		if _, err := Fill(shipped(t, c.code), s.head, values, s.day(c.code)); !slices.Equal(told(err), []string{c.want}) {
			t.Errorf("%s with %s %s: %v", c.code, c.field, c.value, err)
		}
	}
	values := s.private(t, Invitation)
	values["gesprek_tijd"] = vpt.NewPrivate("25:00")
	if _, err := Fill(shipped(t, Invitation), s.head, values, s.day(Invitation)); !slices.Equal(told(err), []string{"gesprek_tijd geen-tijd"}) {
		t.Errorf("a time that is none: %v", err)
	}
	if _, err := Fill(shipped(t, PremisesBan), s.head, s.private(t, PremisesBan), "morgen"); !slices.Equal(told(err), []string{"datum geen-datum"}) {
		t.Errorf("a letter without a date: %v", err)
	}
	tpl := shipped(t, PremisesBan)
	tpl.Blocks = tpl.Blocks[1:]
	if _, err := Fill(tpl, s.head, s.private(t, PremisesBan), onDay); !slices.Equal(told(err), []string{"blokken.aanhef blok-ontbreekt"}) {
		t.Errorf("a template that is not right is filled: %v", err)
	}
}

// nasty is what somebody may type to break out of a letter.
const nasty = "{{naam}} **vet** ## kop > citaat {{#norm}} <script>alert(1)</script> }} \\ %s"

func TestValuesAreNeverReadAsMarkup(t *testing.T) {
	s := full()
	for _, code := range Codes() {
		tpl := shipped(t, code)
		values := s.private(t, code)
		for _, f := range tpl.Uses() {
			if f.Form == Line || f.Form == Prose || f.Form == Lines {
				values[f.Name] = vpt.NewPrivate(nasty)
			}
		}
		d, err := Fill(tpl, s.head, values, s.day(code))
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range d.Blocks {
			if text := fmt.Sprintf("%+v", b); strings.Contains(text, "script") && !strings.Contains(text, nasty) {
				t.Errorf("%s: a value has become something else: %s", code, text)
			}
		}
		if got, want := shape(d), shape(filled(t, code, s)); got["document.Heading"] != want["document.Heading"] {
			t.Errorf("%s: a value makes headings: %v, %v", code, got, want)
		}
	}
}

func TestSignsThatNobodySeesAreLeftOut(t *testing.T) {
	s := full()
	values := s.private(t, PremisesBan)
	values["reden"] = vpt.NewPrivate("U \u202eriep\u200b\x07 hard.\r\n\r\nEn\u2028lang.\xff")
	d, err := Fill(shipped(t, PremisesBan), s.head, values, onDay)
	if err != nil {
		t.Fatal(err)
	}
	if all := fmt.Sprintf("%q", d.Blocks); !strings.Contains(all, `"U riep hard."`) || !strings.Contains(all, `"En lang."`) {
		t.Errorf("they are still there: %s", all)
	}
}

func shape(d document.Document) map[string]int {
	count := map[string]int{}
	for _, b := range d.Blocks {
		count[fmt.Sprintf("%T", b)]++
	}
	return count
}

func TestLayout(t *testing.T) {
	d := filled(t, PremisesBan, full())
	want := []document.Block{
		document.Address{Lines: []string{"De heer W. Postma", "Wilgenlaan 12", "1000 AB Lindemeer"}},
		document.Facts{Rows: [][2]string{{"Datum", "14 juli 2026"}, {"Ons kenmerk", "Z-2026-00041"}}},
		document.Heading{Level: 1, Text: "U mag tijdelijk niet in ons gebouw komen"},
		document.Text("Geachte heer Postma,"),
	}
	for i, b := range want {
		got := d.Blocks[i]
		if p, ok := got.(document.Paragraph); ok {
			got = document.Text(plainText(p.Spans))
		}
		if !reflect.DeepEqual(got, b) {
			t.Errorf("block %d is %+v, want %+v", i, got, b)
		}
	}
	last, ok := d.Blocks[len(d.Blocks)-1].(document.Signature)
	if !ok || !slices.Equal(last.Lines, []string{"Met vriendelijke groet,", "Mieke Rozendal", "hoofd Werk en Inkomen", "Gemeente Lindemeer"}) {
		t.Errorf("the letter closes with %+v", d.Blocks[len(d.Blocks)-1])
	}
	if d.Lang != "nl" || d.Author != "Gemeente Lindemeer" || d.Footer != "Gemeente Lindemeer · Z-2026-00041" || !d.Date.Equal(time.Date(2026, 7, 14, 0, 0, 0, 0, time.UTC)) || d.Letterhead.Name != "Gemeente Lindemeer" {
		t.Errorf("the frame is %q %q %q %v %q", d.Lang, d.Author, d.Footer, d.Date, d.Letterhead.Name)
	}
	for i, b := range d.Blocks {
		if h, ok := b.(document.Heading); ok && (h.Level > 2 || i > 3 && h.Level != 2) {
			t.Errorf("heading %q has level %d", h.Text, h.Level)
		}
	}
	data, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := document.UnmarshalDocument(data); err != nil || again.PlainText() != d.PlainText() {
		t.Errorf("the letter is another after keeping it: %v", err)
	}
}

func TestMarkupAndForms(t *testing.T) {
	lines := func(text string, values map[string]string) string {
		f := newFiller(nil)
		for name, value := range values {
			f.values[name] = value
		}
		parsed, flaws := parseText(text)
		if len(flaws) > 0 {
			t.Fatalf("%q: %v", text, flaws)
		}
		parsed = slices.DeleteFunc(parsed, func(l line) bool { return !f.stands(l) })
		var out []string
		for _, b := range f.write(parsed, 2) {
			out = append(out, shown(b))
		}
		return strings.Join(out, " ")
	}
	for _, c := range []struct {
		text   string
		values map[string]string
		want   string
	}{
		{"Een\ntwee\n\ndrie", nil, "{Een twee} {drie}"},
		{"a **b {{naam}}** c", map[string]string{"naam": "Jan"}, "{a [b ][Jan] c}"},
		{"- a\n- b\nc", nil, "list(a|b) {c}"},
		{"## Kop\nx", nil, "h2(Kop) {x}"},
		{"> {{eigen_verhaal}}", map[string]string{"eigen_verhaal": "Eén.\n\nTwee  x"}, "q(Eén.\n\nTwee  x)"},
		{"> {{naam}} zei:\n> ja", map[string]string{"naam": "Jan"}, "q(Jan zei:\nja)"},
		{"{{gebouwen}}", map[string]string{"gebouwen": "a\n\n- b\n• c"}, "list(a|b|c)"},
		{"{{gebouwen}}", map[string]string{"gebouwen": "alleen a"}, "{alleen a}"},
		{"in {{gebouwen}}.", map[string]string{"gebouwen": "a\nb\nc"}, "{in a, b en c.}"},
		{"- {{gebouwen}}\n- d", map[string]string{"gebouwen": "a\nb"}, "list(a|b|d)"},
		{"{{reden}}", map[string]string{"reden": "Eerst dit\nen dit.\n\n- x\n- y\nEn slot"}, "{Eerst dit en dit.} list(x|y) {En slot.}"},
		{"{{reden}}", map[string]string{"reden": "Kijk op udnoord.example/klacht"}, "{Kijk op udnoord.example/klacht}"},
		{"Omdat {{reden}}.", map[string]string{"reden": "het moest.\n"}, "{Omdat het moest.}"},
		{"{{gedragingen}}", map[string]string{"gedragingen": "U riep. U liep weg"}, "{U riep. U liep weg.}"},
		{"Op {{einde}}, {{gesprek_datum}}.", map[string]string{"einde": "2026-03-01", "gesprek_datum": "2026-07-06"}, "{Op 1 maart 2026, maandag 6 juli 2026.}"},
		{"a\n{{#norm}}\nb\n{{^reden}}\nc\n{{/reden}}\n{{/norm}}\n{{^norm}}\nd\n{{/norm}}", map[string]string{"norm": "x"}, "{a b c}"},
		{"a\n{{#norm}}\nb\n{{/norm}}\n{{^norm}}\nd\n{{/norm}}", nil, "{a d}"},
		{"2 * 3 * 5", nil, "{2 * 3 * 5}"},
		{"{{naam}}", map[string]string{"naam": "{{x}} **y**"}, "{{{x}} **y**}"},
	} {
		if got := lines(c.text, c.values); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// shown writes a block in one short line.
func shown(b document.Block) string {
	text := func(p document.Paragraph) string {
		var out strings.Builder
		for _, span := range p.Spans {
			if span.Bold {
				span.Text = "[" + span.Text + "]"
			}
			out.WriteString(span.Text)
		}
		return out.String()
	}
	switch b := b.(type) {
	case document.Paragraph:
		return "{" + text(b) + "}"
	case document.List:
		var all []string
		for _, one := range b.Items {
			all = append(all, text(one))
		}
		return "list(" + strings.Join(all, "|") + ")"
	case document.Heading:
		return fmt.Sprintf("h%d(%s)", b.Level, b.Text)
	case document.Quote:
		return "q(" + b.Text + ")"
	}
	return fmt.Sprintf("%T", b)
}
