package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/document"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// LetterTemplates lists the letters of the organisation.
func (a *App) LetterTemplates(ctx context.Context, who vpt.Actor) ([]vpt.LetterTemplate, error) {
	var out []vpt.LetterTemplate
	err := a.read(ctx, who, policy.LetterTemplate, nothing, func(tx *store.Tx) error {
		out = nil
		for _, code := range letter.Codes() {
			t, err := templateNow(tx, string(code))
			if err != nil {
				return err
			}
			out = append(out, t)
		}
		return nil
	})
	return out, err
}

// templateNow gives the text of a letter that the organisation uses now.
func templateNow(tx *store.Tx, code string) (vpt.LetterTemplate, error) {
	v := &viewing{tx: tx}
	t, err := v.template(code)
	if err != nil {
		return vpt.LetterTemplate{}, err
	}
	_, _, err = tx.LetterTemplate(code)
	out := vpt.LetterTemplate{Code: code, Title: t.Title, Version: t.Version, Own: err == nil}
	if err != nil && vpt.KindOf(err) != vpt.KindNotFound {
		return out, err
	}
	for _, b := range t.Blocks {
		out.Blocks = append(out.Blocks, b.Name)
	}
	if out.Data, err = json.MarshalIndent(t, "", "  "); err != nil {
		return out, fmt.Errorf("app: letter template: %w", err)
	}
	return out, nil
}

// LetterTemplateByCode gives one letter with its file, and shows it: with the
// values of a case when the viewer may read that, else with the names of the
// blanks. in.Data, when there is any, is a text that is tried.
func (a *App) LetterTemplateByCode(ctx context.Context, who vpt.Actor, in vpt.SaveLetterTemplate) (vpt.LetterTemplate, error) {
	var out vpt.LetterTemplate
	err := a.read(ctx, who, policy.LetterTemplate, nothing, func(tx *store.Tx) error {
		var err error
		if out, err = templateNow(tx, in.Code); err != nil {
			return err
		}
		if in.Data != nil {
			out.Data = in.Data
		}
		t, err := letter.Parse(out.Data)
		if problem := (*vpt.Error)(nil); errors.As(err, &problem) && problem.Kind == vpt.KindInvalid {
			out.Problem = problem.Fields
			return nil
		}
		if err != nil {
			return err
		}
		k, err := a.knowledge(tx)
		if err != nil {
			return err
		}
		out.Preview, err = a.preview(tx, k, who, t, in.Case)
		return err
	})
	return out, err
}

// preview shows a letter with what a case says; what it does not say is shown
// by the name of the blank.
func (a *App) preview(tx *store.Tx, k *known, who vpt.Actor, t letter.Template, number string) (vpt.Private, error) {
	v := &viewing{tx: tx, k: k, names: map[vpt.PersonID]vpt.PersonName{}}
	values := map[string]vpt.Private{}
	if number != "" {
		var c vpt.Casefile
		on, err := numbered(tx, vpt.TidyNumber(number), &c)
		if vpt.KindOf(err) == vpt.KindNotFound || err == nil && !a.policy.Decide(who, policy.CaseRead, on) {
			return vpt.Private{}, invalid("case", "zaak-onbekend")
		}
		if err != nil {
			return vpt.Private{}, err
		}
		measures, err := tx.Measures(c.ID)
		if err != nil {
			return vpt.Private{}, err
		}
		about := ""
		if len(measures) > 0 {
			about = vpt.LetterAbout("maatregel", measures[len(measures)-1].ID)
		}
		if values, err = v.letterValues(who, c, string(t.Code), about); err != nil {
			return vpt.Private{}, err
		}
	}
	doc, err := fillBlanks(v, t, values)
	if err != nil {
		return vpt.Private{}, err
	}
	return htmlOf(doc)
}

// fillBlanks fills a letter; what it owes is filled with the name of the blank,
// or a day when it must be one.
func fillBlanks(v *viewing, t letter.Template, values map[string]vpt.Private) (document.Document, error) {
	today := v.k.today(v.tx)
	days := 0
	for _, f := range t.Uses() {
		if !values[f.Name].IsZero() {
			continue
		}
		switch f.Form {
		case letter.Day, letter.Date:
			days++
			values[f.Name] = vpt.NewPrivate(string(today.AddDays(7 * days)))
		case letter.Clock:
			values[f.Name] = vpt.NewPrivate("10:00")
		default:
			values[f.Name] = vpt.NewPrivate("[" + f.Name + "]")
		}
	}
	doc, err := v.fill(t, values)
	if vpt.KindOf(err) != vpt.KindInvalid {
		return doc, err
	}
	for _, f := range t.Uses() { // days in an order that cannot be: all the same one
		if f.Form == letter.Day || f.Form == letter.Date {
			values[f.Name] = vpt.NewPrivate(string(today))
		}
	}
	return v.fill(t, values)
}

// SaveLetterTemplate keeps an organisation's own text of a letter as a new
// version. A text that lacks what the law or an ombudsman asks for is refused,
// with the name of the block.
func (a *App) SaveLetterTemplate(ctx context.Context, who vpt.Actor, in vpt.SaveLetterTemplate) error {
	return a.write(ctx, who, policy.LetterTemplate, nothing, func(tx *store.Tx, w *work) error {
		_, err := a.once(tx, who, w, in.Once, func() (string, error) {
			t, err := letter.Parse(in.Data)
			if err != nil {
				return "", err
			}
			if string(t.Code) != in.Code {
				return "", invalid("code", "brief-andere-code")
			}
			now, err := templateNow(tx, in.Code)
			if err != nil {
				return "", err
			}
			t.Version = now.Version + 1
			data, err := json.Marshal(t)
			if err != nil {
				return "", fmt.Errorf("app: letter template: %w", err)
			}
			w.makes("brieftekst", in.Code)
			w.changed("letter.template:" + in.Code)
			return in.Code, tx.InsertLetterTemplate(in.Code, t.Version, string(data), who.ID())
		})
		return err
	})
}
