package browsertest

import "fmt"

// Finding is one thing that a checker objects to.
type Finding struct {
	Rule       string `json:"rule"`       // of the checker, such as "color-contrast"
	Selector   string `json:"selector"`   // of the element
	Detail     string `json:"detail"`     // what is wrong, in the checker's words
	Incomplete bool   `json:"incomplete"` // the checker could not decide; a person must
}

// String gives the finding as one line.
func (f Finding) String() string {
	open := ""
	if f.Incomplete {
		open = " (undecided)"
	}
	return fmt.Sprintf("%s%s at %s: %s", f.Rule, open, f.Selector, f.Detail)
}

// selectorOf is JavaScript that gives a short CSS selector of an element, for
// people to find it and for a list of accepted findings to name it.
const selectorOf = `
	const selectorOf = (e) => {
		if (!e || e === document.body) return 'body';
		if (e.id) return '#' + CSS.escape(e.id);
		const own = e.localName + [...e.classList].slice(0, 2).map((c) => '.' + CSS.escape(c)).join('');
		const alike = [...e.parentElement?.children ?? []].filter((o) => o.localName === e.localName);
		const nth = alike.length > 1 ? ':nth-of-type(' + (alike.indexOf(e) + 1) + ')' : '';
		return (e.parentElement && e.parentElement !== document.documentElement
			? selectorOf(e.parentElement) + ' > ' : '') + own + nth;
	};`
