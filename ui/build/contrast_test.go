package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"testing"
)

// Ratios of WCAG 2.2: 1.4.3 for text, 1.4.11 for what must be seen to use a
// page: borders of fields, marks, lines of charts.
const (
	textRatio  = 4.5
	shapeRatio = 3.0
)

// pair says which colour stands on which grounds. Names are those of the basis
// tokens without "--basis-color-", or of our own tokens with their dashes.
type pair struct {
	colour  string
	grounds string
	ratio   float64
}

// pairs are the colours as our pages use them. TestEveryUsedColourIsCompared
// fails when a colour is used and is not here.
func pairs() []pair {
	const plain = "default-bg-document default-bg-subtle default-bg-default"
	const messages = " info-bg-default positive-bg-default warning-bg-default negative-bg-default"
	return []pair{
		{"default-color-document", plain + " default-bg-hover accent-1-bg-subtle accent-1-bg-default", textRatio},
		{"default-color-default", plain + " default-bg-hover default-bg-active accent-1-bg-subtle", textRatio},
		{"default-color-hover", plain + " default-bg-hover", textRatio},
		{"default-color-active", plain + " default-bg-active", textRatio},
		{"default-color-subtle", plain + " accent-1-bg-subtle accent-1-bg-default", textRatio},
		{"accent-1-color-default", plain + " accent-1-bg-subtle accent-1-bg-default" + messages, textRatio},
		{"accent-1-color-hover", plain + " accent-1-bg-hover accent-1-bg-subtle" + messages, textRatio},
		{"accent-1-color-active", plain + " accent-1-bg-active" + messages, textRatio},
		{"accent-1-color-subtle", plain, shapeRatio},
		{"accent-1-inverse-color-default", "accent-1-inverse-bg-default", textRatio},
		{"accent-1-inverse-color-hover", "accent-1-inverse-bg-hover", textRatio},
		{"accent-1-inverse-color-active", "accent-1-inverse-bg-active", textRatio},
		{"accent-2-color-default", "default-bg-document default-bg-subtle accent-2-bg-default", textRatio},
		{"info-color-document", "info-bg-default", textRatio},
		{"positive-color-document", "positive-bg-default", textRatio},
		{"warning-color-document", "warning-bg-default", textRatio},
		{"negative-color-document", "negative-bg-default", textRatio},
		{"positive-color-default", "positive-bg-default default-bg-document", textRatio},
		{"warning-color-default", "warning-bg-default", textRatio},
		{"negative-color-default", "negative-bg-default default-bg-document", textRatio},
		{"negative-inverse-color-default", "negative-inverse-bg-default", textRatio},
		{"negative-inverse-color-hover", "negative-inverse-bg-hover", textRatio},
		{"negative-inverse-color-active", "negative-inverse-bg-active", textRatio},
		{"default-border-default", "default-bg-document default-bg-subtle accent-1-bg-subtle", shapeRatio},
		{"default-border-hover", "default-bg-document default-bg-subtle", shapeRatio},
		{"default-border-active", "default-bg-document default-bg-subtle", shapeRatio},
		{"accent-1-border-default", "default-bg-document", shapeRatio},
		{"accent-1-border-hover", "default-bg-document accent-1-bg-subtle", shapeRatio},
		{"accent-1-border-active", "default-bg-document", shapeRatio},
		{"accent-2-border-default", "default-bg-document", shapeRatio},
		{"negative-border-default", "default-bg-document", shapeRatio},
		{"info-border-default", "default-bg-document", shapeRatio},
		{"positive-border-default", "default-bg-document", shapeRatio},
		{"warning-border-default", "default-bg-document", shapeRatio},
		{"accent-1-inverse-bg-default", "default-bg-document", shapeRatio},
		{"negative-inverse-bg-default", "default-bg-document", shapeRatio},
		{"--rd-hue-0", "default-bg-document", shapeRatio},
		{"--rd-hue-1", "default-bg-document", shapeRatio},
		{"--rd-hue-2", "default-bg-document", shapeRatio},
		{"--rd-hue-3", "default-bg-document", shapeRatio},
		{"--rd-hue-4", "default-bg-document", shapeRatio},
		{"--rd-focus-ring", "default-bg-document default-bg-subtle", shapeRatio},
	}
}

// decoration are colours that carry nothing: lines between things that stand
// apart anyway, and what cannot be used (WCAG exempts both).
const decoration = "default-border-subtle accent-1-border-subtle accent-2-border-subtle accent-1-bg-active transparent"

func TestContrast(t *testing.T) {
	sheets := builtSheets(t)
	for _, organisation := range []string{"", "org-lindemeer", "org-noord"} {
		for _, dark := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s dark=%v", organisation, dark), func(t *testing.T) {
				tokens := tokensOf(sheets, organisation, dark)
				for _, p := range pairs() {
					for _, ground := range strings.Fields(p.grounds) {
						got := contrast(tokens.colour(t, p.colour), tokens.colour(t, ground))
						if got < p.ratio {
							t.Errorf("%s on %s: %.2f, want %.1f", p.colour, ground, got, p.ratio)
						}
					}
				}
			})
		}
	}
}

// The words on a chart stand beside a hue, never on it; but hues beside each
// other must differ in grey.
func TestHuesDifferInGrey(t *testing.T) {
	sheets := builtSheets(t)
	for _, organisation := range []string{"", "org-lindemeer", "org-noord"} {
		for _, dark := range []bool{false, true} {
			tokens := tokensOf(sheets, organisation, dark)
			if got := contrast(tokens.colour(t, "--rd-hue-0"), tokens.colour(t, "--rd-hue-1")); got < 1.3 {
				t.Errorf("%s dark=%v: the first two hues differ by %.2f in grey", organisation, dark, got)
			}
		}
	}
}

func TestEveryUsedColourIsCompared(t *testing.T) {
	known := map[string]bool{}
	for _, p := range pairs() {
		for _, name := range append(strings.Fields(p.grounds), p.colour) {
			known[name] = true
		}
	}
	for _, name := range strings.Fields(decoration) {
		known[name] = true
	}
	sheets := builtSheets(t)
	tokens := tokensOf(sheets, "", false)
	used := map[string]bool{}
	each(sheets["app.css"], func(d declaration) {
		if !strings.HasPrefix(d.name, "--") {
			tokens.follow(d.value, used)
		}
	})
	if len(used) < 30 {
		t.Fatalf("found %d used colours, the test does not see them", len(used))
	}
	for name := range used {
		if !known[name] {
			t.Errorf("the colour %s is used and compared with nothing", name)
		}
	}
}

// tokens are the custom properties as they hold on <html>.
type tokens map[string]string

// tokensOf applies the rules for <html> in their order, as a browser would.
func tokensOf(sheets map[string][]rule, organisation string, dark bool) tokens {
	classes := map[string]bool{".voorbeeld-theme": true, ".product-theme": true, "." + organisation: organisation != ""}
	type layer struct {
		strength int
		decls    []declaration
	}
	var layers []layer
	var walk func([]rule)
	walk = func(rules []rule) {
		for _, r := range rules {
			if strings.HasPrefix(r.prelude, "@media screen") && !strings.Contains(r.prelude, "prefers") {
				walk(r.rules)
			}
			for _, selector := range splitSelectors(r.prelude) {
				base, chosen := strings.CutSuffix(strings.ReplaceAll(selector, `"`, ""), "[data-theme=dark]")
				if classes[base] && (!chosen || dark) {
					strength := 0
					if chosen {
						strength = 1
					}
					layers = append(layers, layer{strength, r.decls})
				}
			}
		}
	}
	walk(sheets["app.css"])
	walk(sheets[organisation+".css"])
	sort.SliceStable(layers, func(i, j int) bool { return layers[i].strength < layers[j].strength })
	out := tokens{}
	for _, l := range layers {
		for _, d := range l.decls {
			out[d.name] = d.value
		}
	}
	return out
}

// follow notes the colours that a value ends in: the last basis token on the
// way, since pairs are told in basis tokens.
func (k tokens) follow(value string, used map[string]bool) {
	for _, match := range varPattern.FindAllStringSubmatch(value, -1) {
		name := match[1]
		next := k[name]
		switch {
		case strings.HasPrefix(name, "--rd-hue") || name == "--rd-focus-ring":
			used[name] = true
		case strings.HasPrefix(name, "--basis-color-") && !strings.HasPrefix(next, "var(--basis-color-"):
			used[strings.TrimPrefix(name, "--basis-color-")] = true
		default:
			k.follow(next, used)
		}
	}
}

var hexPattern = regexp.MustCompile(`^#([0-9a-f]{3}|[0-9a-f]{6})$`)

// colour gives the red, green and blue of a token.
func (k tokens) colour(t *testing.T, name string) [3]float64 {
	t.Helper()
	if !strings.HasPrefix(name, "--") {
		name = "--basis-color-" + name
	}
	value := k[name]
	for match := varPattern.FindStringSubmatch(value); match != nil; match = varPattern.FindStringSubmatch(value) {
		value = k[match[1]]
	}
	if value == "white" {
		value = "#fff"
	}
	if !hexPattern.MatchString(value) {
		t.Fatalf("%s is %q, which is no colour this test can read", name, value)
	}
	digits := value[1:]
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	var out [3]float64
	for i := range out {
		part, err := strconv.ParseUint(digits[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		out[i] = float64(part) / 255
	}
	return out
}

// contrast is the ratio of WCAG 2.2.
func contrast(a, b [3]float64) float64 {
	light, dark := luminance(a), luminance(b)
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(colour [3]float64) float64 {
	weights := [3]float64{0.2126, 0.7152, 0.0722}
	sum := 0.0
	for i, part := range colour {
		if part <= 0.04045 {
			part /= 12.92
		} else {
			part = math.Pow((part+0.055)/1.055, 2.4)
		}
		sum += weights[i] * part
	}
	return sum
}

func TestContrastOfKnownColours(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{{"#fff", "#000", 21}, {"#777777", "#fff", 4.48}, {"#fff", "#fff", 1}} {
		tokens := tokens{"--a": c.a, "--b": c.b}
		if got := contrast(tokens.colour(t, "--a"), tokens.colour(t, "--b")); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%s on %s: %.2f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

// builtSheets reads the style sheets as the program will send them.
func builtSheets(t *testing.T) map[string][]rule {
	t.Helper()
	dir := filepath.Join("..", "..", "internal", "web", "static", "dist")
	manifest, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
	if err != nil {
		t.Fatalf("%v: run make build first", err)
	}
	var names map[string]string
	if err := json.Unmarshal(manifest, &names); err != nil {
		t.Fatal(err)
	}
	sheets := map[string][]rule{}
	for name, hashed := range names {
		if filepath.Ext(name) != ".css" {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, hashed))
		if err != nil {
			t.Fatal(err)
		}
		plain, err := transform(string(text), false)
		if err != nil {
			t.Fatal(err)
		}
		sheets[name] = parseSheet(plain)
	}
	return sheets
}
