package browsertest_test

import (
	"slices"
	"strings"
	"testing"

	"rugdekking/internal/browsertest"
)

// Each checker must find a fault that was planted for it, or its silence on a
// real page means nothing.

func TestFaultsFindsEveryViolationOfThePolicy(t *testing.T) {
	const untrusted = "default-src 'self'; img-src data:" // Trusted Types would answer first
	plants := map[string]struct{ body, js, want string }{
		"inline script":   {`<script>1</script>`, ``, "csp: script-src"},
		"inline handler":  {`<button onclick="1" id="b">b</button>`, `b.click()`, "csp: script-src"},
		"inline style":    {`<p style="color:red">x</p>`, ``, "csp: style-src"},
		"eval":            {``, `try { eval('1') } catch {}`, "kEvalViolation"},
		"function":        {``, `try { new Function('1') } catch {}`, "kEvalViolation"},
		"foreign script":  {`<script src="http://127.0.0.1:1/x.js"></script>`, ``, "127.0.0.1:1"},
		"foreign image":   {`<img src="http://127.0.0.1:1/x.png" alt="">`, ``, "127.0.0.1:1"},
		"foreign fetch":   {``, `fetch('http://127.0.0.1:1/x').catch(() => {})`, "127.0.0.1:1"},
		"html as text":    {``, `try { document.body.innerHTML = '<b>x</b>' } catch {}`, "kTrustedTypesSinkViolation"},
		"another policy":  {``, `try { trustedTypes.createPolicy('evil', {}) } catch {}`, "kTrustedTypesPolicyViolation"},
		"uncaught":        {``, `throw new Error('stuk')`, "exception: Error: stuk"},
		"console error":   {``, `console.error('mis', 3)`, "console: \"mis\" 3"},
		"missing picture": {`<script src="/nowhere.js"></script>`, ``, "network: Failed to load"},
	}
	for name, plant := range plants {
		t.Run(name, func(t *testing.T) {
			policy := strict
			if strings.Contains(plant.want, "kEval") {
				policy = untrusted
			}
			p := open(t, site(t, policy, plant.body, goodCSS, plant.js), browsertest.Options{})
			p.Title() // one answer later, all events of the load have come
			faults := strings.Join(p.Faults(), "\n")
			if !strings.Contains(faults, plant.want) {
				t.Errorf("not found: %s; seen:\n%s", plant.want, faults)
			}
		})
	}
}

func TestHostsNamesStrangers(t *testing.T) {
	policy := "default-src 'self'; img-src *"
	p := open(t, site(t, policy, `<img src="http://127.0.0.1:1/x.png" alt="">`, goodCSS, ""), browsertest.Options{})
	if !slices.Contains(p.Hosts(), "127.0.0.1:1") {
		t.Errorf("a picture of a stranger is not seen: %v", p.Hosts())
	}
}

func TestAxeFindsPlantedFaultsUnderAStrictPolicy(t *testing.T) {
	css := goodCSS + ` #pale { color: #aaa; background: #fff } #over, #more { background-image: linear-gradient(#fff, #000) }`
	body := `<main><h1>Kop</h1><p id="pale">bleek</p><p id="over">verloop</p><p id="more">meer</p>
		<p><input id="nameless"></p><p><img id="blind" src="data:,"></p></main>`
	p := open(t, site(t, strict, body, css, ""), browsertest.Options{})
	findings := p.Axe(browsertest.AxeOptions{})
	for _, want := range []browsertest.Finding{
		{Rule: "color-contrast", Selector: "#pale"},
		{Rule: "color-contrast", Selector: "#over", Incomplete: true},
		{Rule: "color-contrast", Selector: "#more", Incomplete: true},
		{Rule: "label", Selector: "#nameless"},
		{Rule: "image-alt", Selector: "#blind"},
	} {
		if !has(findings, want) {
			t.Errorf("not found: %v in %v", want, findings)
		}
	}
	for _, fault := range p.Faults() {
		t.Errorf("looking at the page disturbed it: %s", fault)
	}
	part := p.Axe(browsertest.AxeOptions{Include: "#pale", Without: []string{"region"}})
	if len(part) != 1 || !has(part, browsertest.Finding{Rule: "color-contrast", Selector: "#pale"}) {
		t.Errorf("of one element: %v, want its contrast alone", part)
	}
}

func TestLayoutCheckersFindPlantedFaults(t *testing.T) {
	css := goodCSS + ` #wide { width: 700px } #box { overflow-x: auto } #inside { width: 900px; min-height: 20px }
		#tiny { min-height: 0; min-width: 0; width: 18px; height: 18px; padding: 0 } #tinybox, #rowbox { min-height: 0; min-width: 0 }
		.row { display: block; padding: 12px }
		p a.in { display: inline; min-height: 0 }`
	body := `<main><h1>Kop</h1><div id="wide">breed</div><div id="box"><div id="inside">mag</div></div>
		<button id="tiny" aria-label="Sluit">x</button><p>Een <a class="in" id="link" href="/two">link</a> in een zin.</p>
		<label for="tinybox">kies</label><input type="checkbox" id="tinybox">
		<label class="row"><input type="checkbox" id="rowbox"> hele rij</label></main>`
	p := open(t, site(t, strict, body, css, ""), browsertest.Options{})
	wide := p.NoHorizontalScroll(320)
	if len(wide) != 1 || !has(wide, browsertest.Finding{Rule: "horizontal-scroll", Selector: "#wide"}) {
		t.Errorf("too wide: %v, want #wide alone", wide)
	}
	if fits := p.NoHorizontalScroll(1024); len(fits) != 0 {
		t.Errorf("too wide at 1024: %v", fits)
	}
	small := p.TargetSizes(24)
	if !has(small, browsertest.Finding{Rule: "target-size", Selector: "#tiny"}) ||
		!has(small, browsertest.Finding{Rule: "target-size", Selector: "#tinybox"}) || len(small) != 2 {
		t.Errorf("too small: %v, want #tiny and #tinybox; a link in a sentence and a box in a large label are fine", small)
	}
}

func TestFocusCheckerFindsPlantedFaults(t *testing.T) {
	css := goodCSS + ` #bare:focus { outline: none } #clear:focus { outline: 2px solid transparent }
		#always { outline: 3px solid #b00020 } #shadow:focus { outline: none; box-shadow: 0 0 0 3px #00f }
		.tile input { opacity: 0; position: absolute } .tile:has(:focus-visible) { background: #ff0 } .tile input:focus { outline: none }
		#lid { position: absolute; background: #fff; z-index: 2 } #under { position: relative }`
	body := `<main><h1>Kop</h1><button id="bare">a</button><button id="clear">b</button><button id="always">c</button>
		<button id="shadow">d</button><label class="tile"><input type="checkbox" id="hidden">tegel</label>
		<div><div id="lid">` + strings.Repeat("deksel ", 30) + `</div><button id="under">e</button></div></main>`
	p := open(t, site(t, strict, body, css, ""), browsertest.Options{})
	findings := p.FocusVisibleEverywhere()
	for selector, rule := range map[string]string{
		"#bare": "focus-visible", "#clear": "focus-visible", "#always": "focus-visible", "#under": "focus-covered",
	} {
		if !has(findings, browsertest.Finding{Rule: rule, Selector: selector}) {
			t.Errorf("%s is not found at %s: %v", rule, selector, findings)
		}
	}
	if len(findings) != 4 {
		t.Errorf("found %v, want exactly the four planted", findings)
	}
	want := []string{"#bare", "#clear", "#always", "#shadow", "#hidden", "#under"}
	if order := p.TabOrder(); !slices.Equal(order, want) {
		t.Errorf("Tab goes %v, want %v", order, want)
	}
}

func TestFocusCheckerSaysThatTabReachesNothing(t *testing.T) {
	p := open(t, site(t, strict, `<main><h1>Kop</h1><div id="fake">Knop</div></main>`, goodCSS, ""), browsertest.Options{})
	if got := p.FocusVisibleEverywhere(); len(got) != 1 || got[0].Rule != "no-tab-stop" {
		t.Errorf("a page without a stop gives %v", got)
	}
}

// has reports whether findings has one of the same rule, element and certainty.
func has(findings []browsertest.Finding, want browsertest.Finding) bool {
	return slices.ContainsFunc(findings, func(f browsertest.Finding) bool {
		return f.Rule == want.Rule && f.Selector == want.Selector && f.Incomplete == want.Incomplete
	})
}
