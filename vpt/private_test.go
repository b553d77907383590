package vpt_test

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"html/template"
	"log/slog"
	"strings"
	"testing"

	"rugdekking/vpt"
)

const secret = "Anna Yılmaz"

// story holds personal text in every way in which a struct can.
type story struct {
	Open    vpt.Private
	hidden  vpt.Private
	pointer *vpt.Private
	list    []vpt.Private
	byName  map[string]vpt.Private
	any     any
	deeper  struct{ inner vpt.Private }
}

func stories() []any {
	p := vpt.NewPrivate(secret)
	s := story{
		Open: p, hidden: p, pointer: &p, list: []vpt.Private{p}, byName: map[string]vpt.Private{"a": p}, any: p,
		deeper: struct{ inner vpt.Private }{p},
	}
	return []any{p, &p, []vpt.Private{p}, [1]vpt.Private{p}, map[string]vpt.Private{"a": p}, map[vpt.Private]int{p: 1}, s, &s, []story{s}, []any{p, s}}
}

// leaks reports whether text shows the secret or a part of it, in letters,
// hexadecimal or as a list of bytes.
func leaks(text string) bool {
	for _, form := range []string{
		"Anna", "lmaz", fmt.Sprintf("%x", "Anna"), fmt.Sprintf("%X", "Anna"), fmt.Sprintf("% x", "Anna"), strings.Trim(fmt.Sprint([]byte("Anna")), "[]"), `0x41, 0x6e`,
	} {
		if strings.Contains(text, form) {
			return true
		}
	}
	return false
}

func TestPrivate_EveryVerbRedacts(t *testing.T) {
	for _, value := range stories() {
		for _, flags := range []string{"", "+", "#", " ", "0", "-20", "20", ".3", "+#"} {
			for verb := 'A'; verb <= 'z'; verb++ {
				format := "%" + flags + string(verb)
				if text := fmt.Sprintf(format, value); leaks(text) {
					t.Errorf("%s of %T shows %q", format, value, text)
				}
			}
		}
		if text := fmt.Sprint(value) + fmt.Sprintln(value) + fmt.Errorf("x: %v", value).Error(); leaks(text) {
			t.Errorf("printing %T shows %q", value, text)
		}
	}
	if got := fmt.Sprint(vpt.NewPrivate(secret)); got != "•••" {
		t.Errorf("it prints as %q: that something stands there must be seen", got)
	}
	if got := fmt.Sprint(vpt.Private{}); got != "" {
		t.Errorf("an empty one prints as %q", got)
	}
}

func TestPrivate_LogsRedact(t *testing.T) {
	var out bytes.Buffer
	for _, log := range []*slog.Logger{slog.New(slog.NewTextHandler(&out, nil)), slog.New(slog.NewJSONHandler(&out, nil))} {
		for _, value := range stories() {
			log.Info("melding", "waarde", value, slog.Group("g", slog.Any("waarde", value)))
			log.With("waarde", value).Error("fout", "err", fmt.Errorf("met %v", value))
		}
	}
	if leaks(out.String()) {
		t.Errorf("the log shows it:\n%s", out.String())
	}
	if !strings.Contains(out.String(), "•••") {
		t.Error("the log does not show that something stood there")
	}
}

func TestPrivate_MarshallingFails(t *testing.T) {
	p := vpt.NewPrivate(secret)
	exported := struct{ Name vpt.Private }{p}
	for name, marshal := range map[string]func(any) error{
		"json": func(v any) error { out, err := json.Marshal(v); return check(out, err) },
		"xml":  func(v any) error { out, err := xml.Marshal(v); return check(out, err) },
		"gob": func(v any) error {
			var b bytes.Buffer
			err := gob.NewEncoder(&b).Encode(v)
			return check(b.Bytes(), err)
		},
		"binary": func(v any) error {
			var b bytes.Buffer
			err := binary.Write(&b, binary.LittleEndian, v)
			return check(b.Bytes(), err)
		},
	} {
		for _, value := range []any{p, &p, exported, &exported, []vpt.Private{p}} {
			if err := marshal(value); err == nil || errors.Is(err, errShown) {
				t.Errorf("%s of %T: %v, want a refusal", name, value, err)
			} else if leaks(err.Error()) {
				t.Errorf("%s of %T says it in its refusal", name, value)
			}
		}
	}
	if _, err := json.Marshal(map[vpt.Private]int{p: 1}); err == nil {
		t.Error("it goes into JSON as a key")
	}
	for name, marshal := range map[string]func() ([]byte, error){"text": p.MarshalText, "binary": p.MarshalBinary, "gob": p.GobEncode, "json": p.MarshalJSON} {
		if out, err := marshal(); err == nil || len(out) > 0 {
			t.Errorf("Marshal %s gives %q, %v", name, out, err)
		}
	}
}

var errShown = errors.New("shown")

func check(out []byte, err error) error {
	if leaks(string(out)) {
		return errShown
	}
	return err
}

func TestPrivate_TemplatesRedact(t *testing.T) {
	var out bytes.Buffer
	page := template.Must(template.New("").Parse(`<p title="{{.Open}}">{{.Open}}</p><script>let x = {{printf "%v" .Open}}</script>{{printf "%q" .}}`))
	if err := page.Execute(&out, story{Open: vpt.NewPrivate(secret)}); err != nil {
		t.Fatal(err)
	}
	if leaks(out.String()) || !strings.Contains(out.String(), "•••") {
		t.Errorf("a page shows %s", out.String())
	}
}

func TestPrivate_ItsOwnRules(t *testing.T) {
	p := vpt.NewPrivate(secret)
	if p.Reveal() != secret || p.Len() != len(secret) || p.IsZero() {
		t.Error("the text is not what was put in")
	}
	if zero := vpt.NewPrivate(""); !zero.IsZero() || zero.Reveal() != "" || zero.Len() != 0 || zero != (vpt.Private{}) {
		t.Error("an empty text is not the zero value")
	}
	if !p.Equal(vpt.NewPrivate(secret)) || p.Equal(vpt.NewPrivate("anna")) || !(vpt.Private{}).Equal(vpt.NewPrivate("")) {
		t.Error("Equal does not compare what is said")
	}
	if got := p.Map(strings.ToUpper); got.Reveal() != strings.ToUpper(secret) || p.Reveal() != secret {
		t.Error("Map changed the wrong one")
	}
	if got := p.Map(func(string) string { return "" }); !got.IsZero() {
		t.Error("mapped to nothing, something is left")
	}
}
