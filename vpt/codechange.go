package vpt

import (
	"slices"
	"strings"
)

// SaveCodes is the input for a new version of a code list. Codes holds what
// the list will be; Base is the version it was made from.
type SaveCodes struct {
	List  CodeList
	Base  int
	Codes []Code
}

// CodeListLine is one list in the overview of code lists.
type CodeListLine struct {
	List    CodeList
	Version int
	Count   int // codes in use
	Retired int
	Newer   int // codes of the shipped list that this one lacks
}

// CodeSetView is one version of a list, for the page that edits it.
type CodeSetView struct {
	Set     CodeSet
	Newest  int
	Newer   []Code // of the shipped list, which this one lacks
	MayEdit bool   // it is the newest version
}

// maxCodes bounds a list.
const maxCodes = 300

// Next gives the version of the list that follows s with codes in it, or what
// is wrong with them. Every code that was there must still be there: a code is
// never taken away, used again or given another meaning, only retired, so that
// old records stay readable and countable. What stands for the meaning (group
// and definition) is taken from s; words, line of the figures, class and
// retirement are taken from codes. The order is that of s, new codes last (in
// their group). changed is false when nothing differs.
func (s CodeSet) Next(codes []Code) (next CodeSet, changed bool, err error) {
	var p Problems
	if len(codes) > maxCodes {
		p.Add("codes", "te-veel")
		return s, false, p.Err()
	}
	next = CodeSet{List: s.List, Version: s.Version + 1}
	offered := map[string]Code{}
	for _, c := range codes {
		if _, twice := offered[strings.ToLower(c.Code)]; twice {
			p.Add("codes."+c.Code+".code", "bestaat-al")
		}
		offered[strings.ToLower(c.Code)] = c
	}
	for _, old := range s.Codes {
		c, ok := offered[strings.ToLower(old.Code)]
		if !ok {
			p.Add("codes."+old.Code+".code", "code-ontbreekt")
			continue
		}
		delete(offered, strings.ToLower(old.Code))
		next.Codes = append(next.Codes, old.edited(c))
	}
	for _, c := range codes {
		if _, isNew := offered[strings.ToLower(c.Code)]; isNew {
			next.add(&p, c)
		}
	}
	next.check(&p)
	for i := range next.Codes {
		next.Codes[i].List, next.Codes[i].Version, next.Codes[i].Sort = s.List, next.Version, (i+1)*10
	}
	return next, next.differs(s), p.Err()
}

// edited gives c with the parts that may change taken from in.
func (c Code) edited(in Code) Code {
	c.LabelNL, c.LabelEN, c.RollUp, c.Class, c.Retired = in.LabelNL, in.LabelEN, in.RollUp, in.Class, in.Retired
	if c.TileNL != "" {
		c.TileNL, c.TileEN = in.TileNL, in.TileEN
	}
	return c
}

// add puts a new code behind the last one of its group.
func (s *CodeSet) add(p *Problems, c Code) {
	if !validCode(c.Code) {
		p.Add("codes."+c.Code+".code", "ongeldige-code")
	}
	if s.List != KindList {
		c.Group = ""
	}
	at := len(s.Codes)
	for i, other := range s.Codes {
		if c.Group != "" && other.Group == c.Group {
			at = i + 1
		}
	}
	s.Codes = slices.Insert(s.Codes, at, c)
}

// validCode holds a new code to letters, digits, dots and hyphens.
func validCode(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || i > 0 && (c == '-' || c == '.') {
			continue
		}
		return false
	}
	return s != "" && len(s) <= 30
}

// check notes what is wrong with a whole version.
func (s CodeSet) check(p *Problems) {
	labels := map[string]bool{}
	for _, c := range s.Codes {
		at := "codes." + c.Code + "."
		p.Require(at+"labelNL", c.LabelNL == "")
		p.Require(at+"labelEN", c.LabelEN == "")
		p.MaxLen(at+"labelNL", len(c.LabelNL), 120)
		p.MaxLen(at+"labelEN", len(c.LabelEN), 120)
		p.MaxLen(at+"tileNL", len(c.TileNL), 120)
		p.MaxLen(at+"tileEN", len(c.TileEN), 120)
		p.MaxLen(at+"definition", len(c.Definition), 500)
		if key := strings.ToLower(c.LabelNL); !c.Retired && key != "" {
			if labels[key] {
				p.Add(at+"labelNL", "bestaat-al")
			}
			labels[key] = true
		}
		if c.Class < 0 || c.Class > s.highestClass() {
			p.Add(at+"class", "buiten-bereik")
		}
	}
	if s.List == KindList {
		s.checkKinds(p)
	}
}

// highestClass is the highest number that Class may have: severity goes to
// four; with measures it is the step of the ladder (see StepOf).
func (s CodeSet) highestClass() int {
	if s.List == MeasureList {
		return int(StepStop)
	}
	return 4
}

// checkKinds notes what is wrong with groups and lines of the figures. The
// group of doubt cannot be retired: "ik twijfel" stands for it.
func (s CodeSet) checkKinds(p *Problems) {
	for _, c := range s.Codes {
		at := "codes." + c.Code + "."
		if !slices.Contains(RollUps(), c.RollUp) {
			p.Add(at+"rollUp", "onbekende-keuze")
		}
		switch above, ok := s.ByCode(c.Group); {
		case c.Group == "" && !s.isGroup(c.Code):
			p.Add(at+"group", "verplicht")
		case c.Group != "" && (!ok || above.Group != ""):
			p.Add(at+"group", "onbekende-keuze")
		case c.Group != "" && above.Retired && !c.Retired:
			p.Add(at+"retired", "groep-vervallen")
		}
		if c.Code == DoubtKind && c.Retired {
			p.Add(at+"retired", "code-nodig")
		}
	}
}

// isGroup reports whether other codes stand below code, retired or not.
func (s CodeSet) isGroup(code string) bool {
	return slices.ContainsFunc(s.Codes, func(c Code) bool { return c.Group == code })
}

// differs reports whether s says something else than old.
func (s CodeSet) differs(old CodeSet) bool {
	return !slices.EqualFunc(s.Codes, old.Codes, func(a, b Code) bool {
		a.Version, a.Sort, b.Version, b.Sort = 0, 0, 0, 0
		return a == b
	})
}

// With gives the codes of s, edited by those in changes that it has and
// followed by those that it has not: how a file of a few codes, or the list as
// it is shipped, becomes the input for Next.
func (s CodeSet) With(changes []Code) []Code {
	out := slices.Clone(s.Codes)
	for _, c := range changes {
		i := slices.IndexFunc(out, func(old Code) bool { return strings.EqualFold(old.Code, c.Code) })
		if i < 0 {
			out = append(out, c)
			continue
		}
		c.Code = out[i].Code
		out[i] = out[i].edited(c)
	}
	return out
}

// Lacking gives the codes of shipped that s has not.
func (s CodeSet) Lacking(shipped CodeSet) []Code {
	var out []Code
	for _, c := range shipped.Codes {
		if _, has := s.ByCode(c.Code); !has {
			out = append(out, c)
		}
	}
	return out
}
