package post

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"rugdekking/content"
	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/document"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// LetterForm gives a letter to write: a draft as it was kept, or a new one
// filled with what the case says. It names what is still missing, and shows
// the letter as soon as nothing is.
func (a Room) LetterForm(ctx context.Context, who vpt.Actor, in vpt.SaveLetter) (vpt.LetterForm, error) {
	var out vpt.LetterForm
	var c vpt.Casefile
	err := a.desk.Read(ctx, who, policy.CaseLetter, a.desk.OfCase(in.Case, &c), func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		v := &casework.Viewing{Tx: tx, Known: k, Names: map[vpt.PersonID]vpt.PersonName{}}
		values := in.Values
		out = vpt.LetterForm{Number: c.Number, ID: in.ID, Template: in.Template, About: in.About}
		if in.ID != "" {
			l, packed, err := tx.LetterByID(in.ID)
			if err != nil {
				return err
			}
			if l.Casefile != c.ID || l.State != vpt.LetterDraft {
				return vpt.ErrNotFound
			}
			out.Template, out.About = l.Template, l.About
			if values == nil {
				if values, err = letter.Unpack(packed); err != nil {
					return err
				}
			}
		}
		if values == nil {
			if values, err = letterValues(v, who, c, out.Template, out.About); err != nil {
				return err
			}
		}
		return letterForm(v, values, &out)
	})
	return out, err
}

// letterForm fills a form with values and tries what letter they make.
func letterForm(v *casework.Viewing, values map[string]vpt.Private, out *vpt.LetterForm) error {
	t, err := template(v, out.Template)
	if err != nil {
		return err
	}
	out.Title = t.Title
	needed := map[string]bool{}
	for _, f := range t.Needs() {
		needed[f.Name] = true
	}
	for _, f := range t.Uses() {
		if f.Name != "datum" && f.Name != "organisatie" && f.Name != "kenmerk" {
			out.Fields = append(out.Fields, vpt.LetterField{
				Name: f.Name, Form: string(f.Form), Explained: f.Explained, Needed: needed[f.Name], Value: values[f.Name],
			})
		}
	}
	values["kenmerk"] = vpt.NewPrivate(out.Number)
	doc, err := fill(v, t, values)
	if problem := (*vpt.Error)(nil); errors.As(err, &problem) && problem.Kind == vpt.KindInvalid {
		out.Owed = problem.Fields
		return nil
	}
	if err != nil {
		return err
	}
	out.Preview, err = htmlOf(doc)
	return err
}

// fill makes the document of a letter as of today.
func fill(v *casework.Viewing, t letter.Template, values map[string]vpt.Private) (document.Document, error) {
	return letter.Fill(t, letterhead(v.Known), values, v.Known.Today(v.Tx))
}

// letterhead is what stands on top of an organisation's letters.
func letterhead(k *desk.Known) document.Letterhead {
	s := k.Org.Settings.Stationery
	return document.Letterhead{Name: k.Org.Name, Lines: s.Lines, Logo: s.Logo, LogoAlt: s.LogoAlt}
}

func htmlOf(doc document.Document) (vpt.Private, error) {
	var buf bytes.Buffer
	if err := doc.WriteHTML(&buf, 2); err != nil {
		return vpt.Private{}, fmt.Errorf("app: letter: %w", err)
	}
	return vpt.NewPrivate(buf.String()), nil
}

// template gives the text of a letter that an organisation uses now: its own
// newest version, else the shipped one.
func template(v *casework.Viewing, code string) (letter.Template, error) {
	data, _, err := v.Tx.LetterTemplate(code)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return shippedLetter(code)
	}
	if err != nil {
		return letter.Template{}, err
	}
	t, err := letter.Parse([]byte(data))
	if err != nil { // rules that came after it was kept: who keeps the texts must mend it first
		return t, vpt.Fail(vpt.KindConflict, "brieftekst-verouderd")
	}
	return t, nil
}

// templateAt gives the version with which a letter was begun: the shipped one
// when the organisation had none of its own.
func templateAt(v *casework.Viewing, code string, version int) (letter.Template, error) {
	data, err := v.Tx.LetterTemplateAt(code, version)
	if vpt.KindOf(err) == vpt.KindNotFound {
		return shippedLetter(code)
	}
	if err != nil {
		return letter.Template{}, err
	}
	return readLetter([]byte(data))
}

func shippedLetter(code string) (letter.Template, error) {
	shipped, err := content.LetterByCode(code)
	if err != nil {
		return letter.Template{}, vpt.ErrNotFound
	}
	return readLetter(shipped.Data)
}

func readLetter(data []byte) (letter.Template, error) {
	t, err := letter.Read(data)
	if err != nil {
		return t, fmt.Errorf("app: letter template: %w", err)
	}
	return t, nil
}

// SaveLetter keeps a letter as a draft, or makes it for good: then it gets its
// number here and a job freezes it after the commit. It gives the letter.
func (a Room) SaveLetter(ctx context.Context, who vpt.Actor, in vpt.SaveLetter) (vpt.LetterID, error) {
	id, err := casework.OnCaseMaking(ctx, a.desk, who, policy.CaseLetter, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		return saveLetter(d, in)
	})
	return vpt.LetterID(id), err
}

func saveLetter(d *casework.Deed, in vpt.SaveLetter) error {
	l := vpt.Letter{ID: in.ID, Casefile: d.Case.ID, Template: in.Template, About: in.About, State: vpt.LetterDraft, By: d.Who.Person}
	fresh := in.ID == ""
	if fresh {
		l.ID = vpt.LetterID(store.NewID())
	} else {
		known, _, err := d.Tx.LetterByID(in.ID)
		if err != nil {
			return err
		}
		if known.Casefile != d.Case.ID {
			return vpt.ErrNotFound
		}
		if l = known; l.State != vpt.LetterDraft {
			return vpt.Fail(vpt.KindConflict, "brief-ligt-vast")
		}
	}
	v := &casework.Viewing{Tx: d.Tx, Known: d.Known, Names: map[vpt.PersonID]vpt.PersonName{}}
	t, err := template(v, l.Template)
	if err != nil {
		return err
	}
	l.Version = t.Version
	values := fitting(t, in.Values)
	if in.Freeze {
		if err := number(d, &l, values); err != nil {
			return err
		}
		if _, err := fill(v, t, values); err != nil {
			return err
		}
	}
	packed, err := letter.Pack(values)
	if err != nil {
		return err
	}
	d.Made = string(l.ID)
	if fresh {
		err = d.Tx.InsertLetter(l, packed)
	} else {
		err = d.Tx.UpdateDraft(l, packed)
	}
	if err != nil {
		return err
	}
	d.Work.Changed("letter:" + l.Template)
	return afterLetter(d, l)
}

// fitting gives the values that a template knows: a form may send no others.
func fitting(t letter.Template, values map[string]vpt.Private) map[string]vpt.Private {
	out := map[string]vpt.Private{}
	for _, f := range t.Uses() {
		if value := values[f.Name]; !value.IsZero() {
			out[f.Name] = value
		}
	}
	return out
}

// number gives a letter its number, which is also what it refers to.
func number(d *casework.Deed, l *vpt.Letter, values map[string]vpt.Private) error {
	series := fmt.Sprintf("B-%d", d.Known.Today(d.Tx).Year())
	numbers, err := d.Tx.NextOfEach(series)
	if err != nil {
		return err
	}
	l.Number, l.State = numbers[series], vpt.LetterQueued
	values["kenmerk"] = vpt.NewPrivate(d.Case.Number + " / " + l.Number)
	return nil
}

// afterLetter asks for what must happen next: a draft is to be finished, a
// letter to be made is frozen by a job and then to be delivered.
func afterLetter(d *casework.Deed, l vpt.Letter) error {
	due := d.Known.Cal.WorkingDays(d.Tx.Now(), deliverWithin)
	if err := d.Owe(vpt.DutyDeliver, string(l.ID), due, nil); err != nil {
		return err
	}
	if l.State != vpt.LetterQueued {
		return nil
	}
	d.Tx.Enqueue(desk.TaskFreeze, string(l.ID))
	return d.Event(vpt.EventLetter, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(l.ID), l.Template })
}

// DropLetter gives up a draft.
func (a Room) DropLetter(ctx context.Context, who vpt.Actor, in vpt.SaveLetter) error {
	return casework.OnCase(ctx, a.desk, who, policy.CaseLetter, in.Case, in.Once, casework.UntilMerged(), func(d *casework.Deed) error {
		l, _, err := d.Tx.LetterByID(in.ID)
		if err != nil {
			return err
		}
		if l.Casefile != d.Case.ID {
			return vpt.ErrNotFound
		}
		if err := d.Tx.DropLetter(in.ID); err != nil {
			return err
		}
		d.Work.Changed("letter.dropped")
		return d.Fulfil(vpt.DutyDeliver, string(in.ID))
	})
}

// WriteLetter begins the letter that goes with an act, in its transaction.
// When the case says all that the letter needs, it is made for good; else it
// waits as a draft for somebody to fill in what is missing.
func WriteLetter(d *casework.Deed, code letter.Code, about string) error {
	if code == "" {
		return nil
	}
	v := &casework.Viewing{Tx: d.Tx, Known: d.Known, Names: map[vpt.PersonID]vpt.PersonName{}}
	values, err := letterValues(v, d.Who, d.Case, string(code), about)
	if err != nil {
		return err
	}
	t, err := template(v, string(code))
	if err != nil {
		return err
	}
	_, err = fill(v, t, values)
	if err != nil && vpt.KindOf(err) != vpt.KindInvalid {
		return err
	}
	made := d.Made
	err = saveLetter(d, vpt.SaveLetter{Template: string(code), About: about, Values: values, Freeze: err == nil})
	d.Made = made
	return err
}
