package post

import (
	"context"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/document"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// previewOfCase shows a text with what a case says. It is a reading of that
// case, and logged as one; a case that the viewer may not read is unknown.
func (a Room) previewOfCase(ctx context.Context, who vpt.Actor, t letter.Template, number string) (vpt.Private, error) {
	var out vpt.Private
	var c vpt.Casefile
	find := func(tx *store.Tx) (policy.Subject, error) { return casework.Numbered(tx, vpt.TidyNumber(number), &c) }
	err := a.desk.Read(ctx, who, policy.CaseRead, find, func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		measures, err := tx.Measures(c.ID)
		if err != nil {
			return err
		}
		about := ""
		if len(measures) > 0 {
			about = vpt.LetterAbout("maatregel", measures[len(measures)-1].ID)
		}
		v := &casework.Viewing{Tx: tx, Known: k, Names: map[vpt.PersonID]vpt.PersonName{}}
		values, err := letterValues(v, who, c, string(t.Code), about)
		if err != nil {
			return err
		}
		out, err = preview(v, t, values)
		return err
	})
	if kind := vpt.KindOf(err); kind == vpt.KindNotFound || kind == vpt.KindForbidden {
		return out, casework.Invalid("case", "zaak-onbekend")
	}
	return out, err
}

// blankLetter shows a letter with what is the same in every one.
func blankLetter(v *casework.Viewing, t letter.Template) (vpt.Private, error) {
	w := &letterWriter{v: v, values: map[string]vpt.Private{}}
	w.stationery()
	if err := w.remedy(vpt.Measure{}); err != nil {
		return vpt.Private{}, err
	}
	return preview(v, t, w.values)
}

// preview shows a letter; what is not known is shown by the name of the blank.
func preview(v *casework.Viewing, t letter.Template, values map[string]vpt.Private) (vpt.Private, error) {
	doc, err := fillBlanks(v, t, values)
	if err != nil {
		return vpt.Private{}, err
	}
	return htmlOf(doc)
}

// sampleDays are days, counted from today, that can stand together in one
// letter; the others are today.
func sampleDays() map[string]int {
	return map[string]int{"begin": 1, "oud_einde": 7, "gesprek_datum": 7, "reageren_tot": 10, "herbeoordeling": 60, "einde": 90}
}

// fillBlanks fills a letter; what it owes is filled with the name of the blank,
// or a day when it must be one. Days of a case that cannot stand in a letter of
// today, such as an end that is past, give way to days that can.
func fillBlanks(v *casework.Viewing, t letter.Template, values map[string]vpt.Private) (document.Document, error) {
	today, days := v.Known.Today(v.Tx), sampleDays()
	for _, all := range []bool{false, true} {
		for _, f := range t.Uses() {
			day := f.Form == letter.Day || f.Form == letter.Date
			switch {
			case day && (all || values[f.Name].IsZero()):
				values[f.Name] = vpt.NewPrivate(string(today.AddDays(days[f.Name])))
			case !values[f.Name].IsZero():
			case f.Form == letter.Clock:
				values[f.Name] = vpt.NewPrivate("10:00")
			default:
				values[f.Name] = vpt.NewPrivate("[" + f.Name + "]")
			}
		}
		doc, err := fill(v, t, values)
		if vpt.KindOf(err) != vpt.KindInvalid {
			return doc, err
		}
	}
	return fill(v, t, values)
}
