package browsertest

// NoHorizontalScroll gives the elements that make the page wider than a window
// of width CSS pixels (WCAG 1.4.10 asks for 320). What scrolls inside a box of
// its own is not counted. The window keeps that width.
func (p *Page) NoHorizontalScroll(width int) []Finding {
	p.t.Helper()
	p.Resize(width, p.options.Height)
	return ask[[]Finding](p, "width", `() => {`+selectorOf+`
		const room = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= room) return [];
		const boxed = (e) => {
			for (let a = e.parentElement; a && a !== document.body; a = a.parentElement) {
				if (getComputedStyle(a).overflowX !== 'visible') return true;
			}
			return false;
		};
		const wide = [...document.body.querySelectorAll('*')].filter((e) =>
			e.getBoundingClientRect().right + scrollX > room + 0.5 && !boxed(e));
		const found = wide.filter((e) => !wide.some((o) => o !== e && e.contains(o))).slice(0, 10);
		return (found.length ? found : [document.body]).map((e) => ({
			rule: 'horizontal-scroll', selector: selectorOf(e), incomplete: false,
			detail: 'ends at ' + Math.ceil(e.getBoundingClientRect().right + scrollX) + ' of ' + room + ' px',
		}));
	}`)
}

// TargetSizes gives the controls that are smaller than least CSS pixels in
// width or height (WCAG 2.5.8 asks for 24). A label counts as part of its box
// or radio button; a link inside a sentence is exempt, as WCAG has it.
func (p *Page) TargetSizes(least float64) []Finding {
	p.t.Helper()
	return ask[[]Finding](p, "target sizes", `(least) => {`+selectorOf+targetBox+`
		const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, ' +
			'[role=button], [role=link], [role=checkbox], [role=radio], [role=tab], [role=menuitem], [tabindex="0"]';
		return [...document.querySelectorAll(controls)].flatMap((e) => {
			const box = targetBox(e);
			if (!box || (box.width >= least && box.height >= least)) return [];
			return [{
				rule: 'target-size', selector: selectorOf(e), incomplete: false,
				detail: box.width.toFixed(1) + ' × ' + box.height.toFixed(1) + ' px, wanted ' + least,
			}];
		});
	}`, least)
}

// targetBox is JavaScript that gives what one can hit of a control, or nothing
// when it is not shown or exempt.
const targetBox = `
	const targetBox = (e) => {
		if (!e.checkVisibility({visibilityProperty: true})) return null;
		const boxes = [e, ...(['checkbox', 'radio', 'file'].includes(e.type) ? e.labels : [])]
			.map((o) => o.getBoundingClientRect())
			.filter((r) => r.width > 1 && r.height > 1 && r.right > 0 && r.bottom + scrollY > 0);
		if (!boxes.length) return null;
		if (e.localName === 'a' && getComputedStyle(e).display === 'inline' && inSentence(e)) return null;
		return {
			width: Math.max(...boxes.map((r) => r.width)),
			height: Math.max(...boxes.map((r) => r.height)),
		};
	};
	const inSentence = (e) => [...e.parentElement.childNodes].some((n) =>
		n.nodeType === Node.TEXT_NODE && n.data.trim().length > 1);`
