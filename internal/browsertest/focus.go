package browsertest

// maxStops is how many times Tab is pressed before we say that there is no end
// to it.
const maxStops = 400

// stop is one place where Tab comes, measured by watchFocus.
type stop struct {
	Selector string `json:"selector"`
	Done     bool   `json:"done"`    // back at the start, or nowhere
	Covered  string `json:"covered"` // selector of what lies over it
}

// FocusVisibleEverywhere walks the page by Tab and gives the stops where one
// cannot see where one is (WCAG 2.4.7: nothing about the element, its label or
// what is directly around it looks different with focus than without) or where
// something lies over it (2.4.11). It gives one finding "no-tab-stop" for a
// page where Tab comes nowhere.
func (p *Page) FocusVisibleEverywhere() []Finding {
	p.t.Helper()
	ask[any](p, "start at the top", focusStart)
	var found []Finding
	for stops := range maxStops {
		p.Press(Tab)
		at := ask[stop](p, "tab stop", focusStop)
		if at.Done {
			if stops == 0 {
				return []Finding{{Rule: "no-tab-stop", Selector: "body", Detail: "Tab reaches nothing"}}
			}
			return append(found, ask[[]Finding](p, "tab stops", focusEnd)...)
		}
		if at.Covered != "" {
			found = append(found, Finding{Rule: "focus-covered", Selector: at.Selector, Detail: "under " + at.Covered})
		}
	}
	return append(found, Finding{Rule: "focus-trap", Selector: p.Focused(), Detail: "Tab never comes round"})
}

// TabOrder gives the selectors of the stops of Tab, in order.
func (p *Page) TabOrder() []string {
	p.t.Helper()
	ask[any](p, "start at the top", focusStart)
	var order []string
	for range maxStops {
		p.Press(Tab)
		at := ask[stop](p, "tab stop", focusStop)
		if at.Done {
			break
		}
		order = append(order, at.Selector)
	}
	return order
}

// focusStart puts the focus before the first element and forgets earlier stops.
const focusStart = `() => {
	globalThis.stops = [];
	document.activeElement?.blur();
	getSelection()?.removeAllRanges();
	scrollTo(0, 0);
	document.body.tabIndex = -1;
	document.body.focus({preventScroll: true});
	document.body.removeAttribute('tabindex');
}`

// focusStop notes how the focused element and its surroundings look. The same
// look without focus is taken at the end, when the focus is elsewhere.
const focusStop = `() => {` + selectorOf + `
	const e = document.activeElement;
	const seen = globalThis.stops;
	if (!e || e === document.body || e === document.documentElement || seen.some((s) => s.e === e)) {
		return {done: true, selector: '', covered: ''};
	}
	const around = [e, ...(e.labels ?? []), e.parentElement, e.parentElement?.parentElement, e.nextElementSibling]
		.filter((o) => o && o !== document.body && o !== document.documentElement);
	globalThis.lookOf = (o) => ['', '::before', '::after'].map((part) => {
		const s = getComputedStyle(o, part || null);
		const outline = s.outlineStyle === 'none' || parseFloat(s.outlineWidth) === 0 ||
			/^rgba\(.*, 0\)$/.test(s.outlineColor) ? 'none'
			: [s.outlineStyle, s.outlineWidth, s.outlineColor].join(' ');
		return [outline, s.boxShadow, s.backgroundColor, s.borderTopColor, s.borderTopWidth,
			s.borderBottomColor, s.borderBottomWidth, s.textDecorationLine, s.textDecorationThickness].join('|');
	}).join('/');
	seen.push({e, around, looks: around.map(globalThis.lookOf)});
	const r = e.getBoundingClientRect();
	const top = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
	const own = !top || r.width < 2 || e.contains(top) || top.contains(e) || [...(e.labels ?? [])].some((l) => l.contains(top));
	return {done: false, selector: selectorOf(e), covered: own ? '' : selectorOf(top)};
}`

// focusEnd gives the stops that looked the same with the focus as without.
const focusEnd = `() => {` + selectorOf + `
	document.activeElement?.blur();
	return globalThis.stops.filter((s) => s.around.every((o, i) => globalThis.lookOf(o) === s.looks[i]))
		.map((s) => ({rule: 'focus-visible', selector: selectorOf(s.e), incomplete: false,
			detail: 'looks the same with focus as without'}));
}`
