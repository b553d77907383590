package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"rugdekking/content"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/document"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// LetterForm gives a letter to write: a draft as it was kept, or a new one
// filled with what the case says. It names what is still missing, and shows
// the letter as soon as nothing is.
func (a *App) LetterForm(ctx context.Context, who vpt.Actor, in vpt.SaveLetter) (vpt.LetterForm, error) {
	var out vpt.LetterForm
	var c vpt.Casefile
	err := a.read(ctx, who, policy.CaseLetter, a.ofCase(in.Case, &c), func(tx *store.Tx) error {
		k, err := a.knowledge(tx)
		if err != nil {
			return err
		}
		v := &viewing{tx: tx, k: k, names: map[vpt.PersonID]vpt.PersonName{}}
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
			if values, err = v.letterValues(who, c, out.Template, out.About); err != nil {
				return err
			}
		}
		return v.letterForm(values, &out)
	})
	return out, err
}

// letterForm fills a form with values and tries what letter they make.
func (v *viewing) letterForm(values map[string]vpt.Private, out *vpt.LetterForm) error {
	t, err := v.template(out.Template)
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
	doc, err := v.fill(t, values)
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
func (v *viewing) fill(t letter.Template, values map[string]vpt.Private) (document.Document, error) {
	return letter.Fill(t, letterhead(v.k), values, v.k.today(v.tx))
}

// letterhead is what stands on top of an organisation's letters.
func letterhead(k *known) document.Letterhead {
	s := k.org.Settings.Stationery
	return document.Letterhead{Name: k.org.Name, Lines: s.Lines, Logo: s.Logo, LogoAlt: s.LogoAlt}
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
func (v *viewing) template(code string) (letter.Template, error) {
	data, _, err := v.tx.LetterTemplate(code)
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
func (v *viewing) templateAt(code string, version int) (letter.Template, error) {
	data, err := v.tx.LetterTemplateAt(code, version)
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
func (a *App) SaveLetter(ctx context.Context, who vpt.Actor, in vpt.SaveLetter) (vpt.LetterID, error) {
	id, err := a.onCaseMaking(ctx, who, policy.CaseLetter, in.Case, in.Once, untilMerged(), func(d *deed) error {
		if err := in.Validate(); err != nil {
			return err
		}
		return d.saveLetter(in)
	})
	return vpt.LetterID(id), err
}

func (d *deed) saveLetter(in vpt.SaveLetter) error {
	l := vpt.Letter{ID: in.ID, Casefile: d.c.ID, Template: in.Template, About: in.About, State: vpt.LetterDraft, By: d.who.Person}
	fresh := in.ID == ""
	if fresh {
		l.ID = vpt.LetterID(store.NewID())
	} else {
		known, _, err := d.tx.LetterByID(in.ID)
		if err != nil {
			return err
		}
		if known.Casefile != d.c.ID {
			return vpt.ErrNotFound
		}
		if l = known; l.State != vpt.LetterDraft {
			return vpt.Fail(vpt.KindConflict, "brief-ligt-vast")
		}
	}
	v := &viewing{tx: d.tx, k: d.k, names: map[vpt.PersonID]vpt.PersonName{}}
	t, err := v.template(l.Template)
	if err != nil {
		return err
	}
	l.Version = t.Version
	values := fitting(t, in.Values)
	if in.Freeze {
		if err := d.number(&l, values); err != nil {
			return err
		}
		if _, err := v.fill(t, values); err != nil {
			return err
		}
	}
	packed, err := letter.Pack(values)
	if err != nil {
		return err
	}
	d.made = string(l.ID)
	if fresh {
		err = d.tx.InsertLetter(l, packed)
	} else {
		err = d.tx.UpdateDraft(l, packed)
	}
	if err != nil {
		return err
	}
	d.w.changed("letter:" + l.Template)
	return d.afterLetter(l)
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
func (d *deed) number(l *vpt.Letter, values map[string]vpt.Private) error {
	series := fmt.Sprintf("B-%d", d.k.today(d.tx).Year())
	numbers, err := d.tx.NextOfEach(series)
	if err != nil {
		return err
	}
	l.Number, l.State = numbers[series], vpt.LetterQueued
	values["kenmerk"] = vpt.NewPrivate(d.c.Number + " / " + l.Number)
	return nil
}

// afterLetter asks for what must happen next: a draft is to be finished, a
// letter to be made is frozen by a job and then to be delivered.
func (d *deed) afterLetter(l vpt.Letter) error {
	due := d.k.cal.WorkingDays(d.tx.Now(), deliverWithin)
	if err := d.owe(vpt.DutyDeliver, string(l.ID), due, nil); err != nil {
		return err
	}
	if l.State != vpt.LetterQueued {
		return nil
	}
	d.tx.Enqueue(taskFreeze, string(l.ID))
	return d.event(vpt.EventLetter, vpt.VisibleHandlers, func(e *vpt.Event) { e.Ref, e.Detail = string(l.ID), l.Template })
}

// DropLetter gives up a draft.
func (a *App) DropLetter(ctx context.Context, who vpt.Actor, in vpt.SaveLetter) error {
	return a.onCase(ctx, who, policy.CaseLetter, in.Case, in.Once, untilMerged(), func(d *deed) error {
		l, _, err := d.tx.LetterByID(in.ID)
		if err != nil {
			return err
		}
		if l.Casefile != d.c.ID {
			return vpt.ErrNotFound
		}
		if err := d.tx.DropLetter(in.ID); err != nil {
			return err
		}
		d.w.changed("letter.dropped")
		return d.fulfil(vpt.DutyDeliver, string(in.ID))
	})
}

// writeLetter begins the letter that goes with an act, in its transaction.
// When the case says all that the letter needs, it is made for good; else it
// waits as a draft for somebody to fill in what is missing.
func (d *deed) writeLetter(code letter.Code, about string) error {
	if code == "" {
		return nil
	}
	v := &viewing{tx: d.tx, k: d.k, names: map[vpt.PersonID]vpt.PersonName{}}
	values, err := v.letterValues(d.who, d.c, string(code), about)
	if err != nil {
		return err
	}
	t, err := v.template(string(code))
	if err != nil {
		return err
	}
	_, err = v.fill(t, values)
	if err != nil && vpt.KindOf(err) != vpt.KindInvalid {
		return err
	}
	made := d.made
	err = d.saveLetter(vpt.SaveLetter{Template: string(code), About: about, Values: values, Freeze: err == nil})
	d.made = made
	return err
}
