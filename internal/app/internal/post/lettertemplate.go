package post

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// LetterTemplates lists the letters of the organisation.
func (a Room) LetterTemplates(ctx context.Context, who vpt.Actor) ([]vpt.LetterTemplate, error) {
	var out []vpt.LetterTemplate
	err := a.desk.Read(ctx, who, policy.LetterTemplate, desk.Nothing, func(tx *store.Tx) error {
		out = nil
		for _, code := range letter.Codes() {
			t, own, err := templateNow(tx, string(code))
			if err != nil {
				return err
			}
			view, err := templateView(t, own)
			if err != nil {
				return err
			}
			out = append(out, view)
		}
		return nil
	})
	return out, err
}

// templateNow gives the text of a letter that the organisation uses now, as it
// was kept, and whether it is another than the shipped one.
func templateNow(tx *store.Tx, code string) (t letter.Template, own bool, err error) {
	shipped, err := shippedLetter(code)
	if err != nil {
		return t, false, err
	}
	data, version, err := tx.LetterTemplate(code)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return shipped, false, nil
	}
	if err != nil {
		return t, false, err
	}
	if t, err = readLetter([]byte(data)); err != nil {
		return t, false, err
	}
	t.Version = version
	return t, t.Title != shipped.Title || !slices.Equal(t.Blocks, shipped.Blocks), nil
}

// templateView shows a text with what one may and must not change in it.
func templateView(t letter.Template, own bool) (vpt.LetterTemplate, error) {
	out := vpt.LetterTemplate{Code: string(t.Code), Title: t.Title, Audience: string(t.Audience), Version: t.Version, Own: own}
	for _, b := range t.Blocks {
		out.Blocks = append(out.Blocks, vpt.LetterBlock{Name: b.Name, Title: b.Title, Text: string(b.Text)})
	}
	for _, r := range letter.Rules(t.Code) {
		out.Rules = append(out.Rules, vpt.LetterRule{Block: r.Block, Fields: slices.Concat(r.Fields, r.Either), Why: r.Why, Source: r.Source})
	}
	for _, f := range letter.Fields() {
		if f.For(t.Audience) {
			out.Fields = append(out.Fields, vpt.LetterField{Name: f.Name, Form: string(f.Form), Explained: f.Explained})
		}
	}
	out.Problem = problemsOf(t.Validate())
	var err error
	if out.Data, err = templateFile(t, "  "); err != nil {
		return out, err
	}
	return out, nil
}

// templateFile writes a text as the file that one can download and read in again.
func templateFile(t letter.Template, indent string) ([]byte, error) {
	data, err := json.MarshalIndent(t, "", indent)
	if err != nil {
		return nil, fmt.Errorf("app: letter template: %w", err)
	}
	return data, nil
}

// problemsOf gives what is wrong with the input; nothing for other errors.
func problemsOf(err error) []vpt.Field {
	if problem := (*vpt.Error)(nil); errors.As(err, &problem) && problem.Kind == vpt.KindInvalid {
		return problem.Fields
	}
	return nil
}

// tried gives the text that somebody sent in place of the present one. What is
// wrong with it is an error of KindInvalid, with the block by name.
func tried(now letter.Template, in vpt.SaveLetterTemplate) (letter.Template, error) {
	var t letter.Template
	var err error
	switch {
	case in.Shipped:
		return shippedLetter(in.Code)
	case in.Data != nil:
		t, err = letter.Parse(in.Data)
	case in.Blocks != nil:
		var data []byte
		if data, err = templateFile(written(now, in), ""); err == nil {
			t, err = letter.Parse(data) // its bounds hold for a form as for a file
		}
	default:
		return now, nil
	}
	if err == nil && string(t.Code) != in.Code {
		return t, casework.Invalid("bestand", "brief-andere-code")
	}
	return t, err
}

// written puts title and blocks in the place of those of the present text.
func written(now letter.Template, in vpt.SaveLetterTemplate) letter.Template {
	now.Title, now.Blocks = in.Title, nil
	for _, b := range in.Blocks {
		now.Blocks = append(now.Blocks, letter.Block{Name: b.Name, Title: b.Title, Text: letter.Text(b.Text)})
	}
	return now
}

// LetterTemplateByCode gives one letter with its file, and shows it: with the
// values of a case that the viewer may read, else with the names of the
// blanks. A text that is sent along is tried instead of the present one, and
// nothing is kept of it.
func (a Room) LetterTemplateByCode(ctx context.Context, who vpt.Actor, in vpt.SaveLetterTemplate) (vpt.LetterTemplate, error) {
	var out vpt.LetterTemplate
	var t letter.Template
	err := a.desk.Read(ctx, who, policy.LetterTemplate, desk.Nothing, func(tx *store.Tx) error {
		now, own, err := templateNow(tx, in.Code)
		if err != nil {
			return err
		}
		wrong := error(nil)
		if t, wrong = tried(now, in); wrong != nil {
			t = now
		}
		t.Version = now.Version
		if out, err = templateView(t, own); err != nil {
			return err
		}
		if wrong != nil {
			out.Problem = problemsOf(wrong)
			if out.Problem == nil {
				return wrong
			}
			return nil
		}
		if in.Case != "" || out.Problem != nil {
			return nil
		}
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		out.Preview, err = blankLetter(&casework.Viewing{Tx: tx, Known: k, Names: map[vpt.PersonID]vpt.PersonName{}}, t)
		return err
	})
	if err != nil || in.Case == "" || out.Problem != nil {
		return out, err
	}
	out.Preview, err = a.previewOfCase(ctx, who, t, in.Case)
	return out, err
}

// SaveLetterTemplate keeps an organisation's own text of a letter as a new
// version. A text that lacks what the law or an ombudsman asks for is refused,
// with the name of the block.
func (a Room) SaveLetterTemplate(ctx context.Context, who vpt.Actor, in vpt.SaveLetterTemplate) error {
	return a.desk.Write(ctx, who, policy.LetterTemplate, desk.Nothing, func(tx *store.Tx, w *desk.Work) error {
		_, err := a.desk.Once(tx, who, w, in.Once, func() (string, error) {
			now, _, err := templateNow(tx, in.Code)
			if err != nil {
				return "", err
			}
			if in.Base != 0 && in.Base != now.Version {
				return "", vpt.Fail(vpt.KindConflict, "brieftekst-intussen")
			}
			t, err := tried(now, in)
			if err != nil {
				return "", err
			}
			t.Version = now.Version + 1
			data, err := templateFile(t, "")
			if err != nil {
				return "", err
			}
			w.Makes("brieftekst", in.Code)
			w.Changed("letter.template:" + in.Code)
			return in.Code, tx.InsertLetterTemplate(in.Code, t.Version, string(data), who.ID())
		})
		return err
	})
}
