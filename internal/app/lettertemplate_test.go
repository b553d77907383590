package app_test

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/internal/letter"
	"rugdekking/vpt"
)

// templateOf gives a text as the coordinator sees it.
func templateOf(w *apptest.World, in vpt.SaveLetterTemplate) vpt.LetterTemplate {
	w.T.Helper()
	v, err := w.App.LetterTemplateByCode(context.Background(), w.Actor("cora"), in)
	w.Must(err)
	return v
}

func TestLetterTemplates_AllAreThereAndCanBeLookedAt(t *testing.T) {
	w := apptest.SQLite(t)
	ctx := context.Background()
	_, number := w.Report("rosa", nil)
	all, err := w.App.LetterTemplates(ctx, w.Actor("bea"))
	w.Must(err)
	if len(all) != len(letter.Codes()) {
		t.Fatalf("%d letters", len(all))
	}
	for _, l := range all {
		if l.Own || l.Version != 1 || l.Problem != nil || len(l.Rules) == 0 || len(l.Fields) == 0 || l.Audience == "" {
			t.Errorf("%+v", l)
		}
		for _, rule := range l.Rules {
			if rule.Why == "" || rule.Source == "" || !slices.ContainsFunc(l.Blocks, func(b vpt.LetterBlock) bool { return b.Name == rule.Block }) {
				t.Errorf("%s: rule %+v", l.Code, rule)
			}
		}
		blank := templateOf(w, vpt.SaveLetterTemplate{Code: l.Code}).Preview.Reveal()
		filled := templateOf(w, vpt.SaveLetterTemplate{Code: l.Code, Case: number}).Preview.Reveal()
		if !strings.Contains(blank, "[naam]") || strings.Contains(blank, number) || !strings.Contains(filled, number) {
			t.Errorf("%s: the letter with blanks has %d bytes, that of the case %d", l.Code, len(blank), len(filled))
		}
	}
	_, err = w.App.LetterTemplateByCode(ctx, w.Actor("bea"), vpt.SaveLetterTemplate{Code: "verzonnen"})
	wantCode(t, "a letter that does not exist", err, vpt.ErrNotFound.Code)
}

func TestLetterTemplate_OwnTextAndBack(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx, cora := context.Background(), w.Actor("cora")
		now := templateOf(w, vpt.SaveLetterTemplate{Code: aLetter})
		blocks := slices.Clone(now.Blocks)
		at := slices.IndexFunc(blocks, func(b vpt.LetterBlock) bool { return b.Name == "verzoek" })
		blocks[at].Text = "Wij vragen u rustig te blijven."
		in := vpt.SaveLetterTemplate{Code: aLetter, Title: "Onze waarschuwing", Blocks: blocks, Base: now.Version}
		if tried := templateOf(w, in); tried.Problem != nil || !strings.Contains(tried.Preview.Reveal(), "rustig te blijven") {
			t.Errorf("tried: %v", tried.Problem)
		}
		if kept := templateOf(w, vpt.SaveLetterTemplate{Code: aLetter}); kept.Own || kept.Version != 1 {
			t.Error("trying kept it")
		}
		w.Must(w.App.SaveLetterTemplate(ctx, cora, in))
		own := templateOf(w, vpt.SaveLetterTemplate{Code: aLetter})
		if !own.Own || own.Version != 2 || own.Title != "Onze waarschuwing" || !slices.Equal(own.Blocks, blocks) {
			t.Errorf("kept: own %v, version %d, %q", own.Own, own.Version, own.Title)
		}
		wantCode(t, "over an older version", w.App.SaveLetterTemplate(ctx, cora, in), "brieftekst-intussen")
		if other, err := w.App.LetterTemplateByCode(ctx, w.Actor("olga"), vpt.SaveLetterTemplate{Code: aLetter}); err != nil || other.Own || other.Version != 1 {
			t.Errorf("the other organisation has version %d (%v)", other.Version, err)
		}
		l := withLetters(w)
		form, err := w.App.LetterForm(l.ctx, l.who, l.typed)
		w.Must(err)
		if !strings.Contains(form.Preview.Reveal(), "rustig te blijven") {
			t.Error("a new letter does not have the own text")
		}
		id := l.made()
		w.Must(w.App.SaveLetterTemplate(ctx, cora, vpt.SaveLetterTemplate{Code: aLetter, Shipped: true}))
		w.Must(w.App.FreezeLetter(l.ctx, l.system, id))
		view, err := w.App.LetterByID(l.ctx, l.who, l.Case, id)
		w.Must(err)
		if !strings.Contains(view.HTML.Reveal(), "rustig te blijven") || view.Letter.Version != 2 {
			t.Error("a letter that was decided on has another text")
		}
		if back := templateOf(w, vpt.SaveLetterTemplate{Code: aLetter}); back.Own || back.Version != 3 || !slices.Equal(back.Blocks, now.Blocks) {
			t.Errorf("back: own %v, version %d", back.Own, back.Version)
		}
	})
}

func TestLetterTemplate_WithoutARequiredBlockIsRefused(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx, cora := context.Background(), w.Actor("cora")
		for _, code := range letter.Codes() {
			now := templateOf(w, vpt.SaveLetterTemplate{Code: string(code)})
			for _, rule := range now.Rules {
				without := slices.DeleteFunc(slices.Clone(now.Blocks), func(b vpt.LetterBlock) bool { return b.Name == rule.Block })
				in := vpt.SaveLetterTemplate{Code: string(code), Title: now.Title, Blocks: without}
				want := vpt.Field{Path: "blokken." + rule.Block, Code: "blok-ontbreekt"}
				if tried := templateOf(w, in); !slices.Equal(tried.Problem, []vpt.Field{want}) || !tried.Preview.IsZero() {
					t.Errorf("%s without %s: %v", code, rule.Block, tried.Problem)
				}
				wantCode(t, string(code)+" without "+rule.Block, w.App.SaveLetterTemplate(ctx, cora, in), "blok-ontbreekt")
			}
		}
		if n := w.Value(`SELECT COUNT(*) || '' FROM letter_template`); n != "0" {
			t.Errorf("%s texts were kept", n)
		}
	})
}

func TestLetterTemplate_AFileOfAnotherLetter(t *testing.T) {
	w := apptest.SQLite(t)
	ctx, cora := context.Background(), w.Actor("cora")
	file := templateOf(w, vpt.SaveLetterTemplate{Code: "pandverbod"}).Data
	in := vpt.SaveLetterTemplate{Code: aLetter, Data: file}
	wantCode(t, "a file of another letter", w.App.SaveLetterTemplate(ctx, cora, in), "brief-andere-code")
	if tried := templateOf(w, in); len(tried.Problem) != 1 || tried.Problem[0].Code != "brief-andere-code" || tried.Code != aLetter {
		t.Errorf("tried: %v of %s", tried.Problem, tried.Code)
	}
	for name, data := range map[string]string{"brief-onleesbaar": "[]", "brief-te-groot": strings.Repeat(" ", 70_000)} {
		wantCode(t, name, w.App.SaveLetterTemplate(ctx, cora, vpt.SaveLetterTemplate{Code: aLetter, Data: []byte(data)}), name)
	}
	same := templateOf(w, vpt.SaveLetterTemplate{Code: aLetter})
	w.Must(w.App.SaveLetterTemplate(ctx, cora, vpt.SaveLetterTemplate{Code: aLetter, Data: same.Data}))
	if back := templateOf(w, vpt.SaveLetterTemplate{Code: aLetter}); back.Own || back.Version != 2 {
		t.Errorf("read in as it was: own %v, version %d", back.Own, back.Version)
	}
}

func TestLetterTemplate_WhoMay(t *testing.T) {
	w := apptest.SQLite(t)
	ctx := context.Background()
	for _, name := range []string{"rosa", "mila", "dirk", "ada", "dora", "sven", "pia", "petra", "cora", "bea"} {
		who, may := w.Actor(name), name == "cora" || name == "bea"
		for what, err := range map[string]error{
			"lists them": errOf(w.App.LetterTemplates(ctx, who)),
			"sees one":   errOf(w.App.LetterTemplateByCode(ctx, who, vpt.SaveLetterTemplate{Code: aLetter})),
			"keeps one":  w.App.SaveLetterTemplate(ctx, who, vpt.SaveLetterTemplate{Code: aLetter, Shipped: true}),
		} {
			if may != (err == nil) {
				t.Errorf("%s %s: %v", name, what, err)
			}
		}
		err := w.App.SaveStationery(ctx, who, vpt.SaveStationery{Stationery: aStationery()})
		if (name == "bea") != (err == nil) {
			t.Errorf("%s saves stationery: %v", name, err)
		}
	}
}

// A look with the values of a case is a reading of that case: only for who may,
// and logged as one.
func TestLetterTemplate_PreviewOfACase(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		w.Report("rosa", nil)
		w.Report("otto", nil) // has the number of the first case
		l := withLetters(w)
		subject := w.Value(`SELECT id FROM casefile WHERE number = $1 AND organisation_id = '`+string(w.Org.ID)+`'`, l.Case)
		logged := func() string {
			return w.Value(`SELECT COUNT(*) || '' FROM audit_leaf WHERE subject = $1`, "zaak:"+subject)
		}
		before := logged()
		shown := templateOf(w, vpt.SaveLetterTemplate{Code: aLetter, Case: strings.ToLower(l.Case)})
		if !strings.Contains(shown.Preview.Reveal(), "J. Klaver") {
			t.Error("the case is not in the letter")
		}
		if after := logged(); after == before {
			t.Errorf("%s entries about the case before and after reading it", after)
		}
		for _, row := range []struct{ who, number string }{{"bea", l.Case}, {"cora", "Z-2026-09999"}, {"cora", "onzin"}, {"olga", l.Case}} {
			v, err := w.App.LetterTemplateByCode(ctx, w.Actor(row.who), vpt.SaveLetterTemplate{Code: aLetter, Case: row.number})
			wantCode(t, row.who+" with "+row.number, err, "zaak-onbekend")
			if !v.Preview.IsZero() {
				t.Errorf("%s sees a letter with %s", row.who, row.number)
			}
		}
	})
}

// Rules that came after a text was kept do not keep anybody from mending it.
func TestLetterTemplate_ThatNoLongerWillDo(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx, cora := context.Background(), w.Actor("cora")
		w.Must(w.App.SaveLetterTemplate(ctx, cora, vpt.SaveLetterTemplate{Code: aLetter, Shipped: true}))
		l := withLetters(w)
		var kept letter.Template
		w.Must(json.Unmarshal(templateOf(w, vpt.SaveLetterTemplate{Code: aLetter}).Data, &kept))
		kept.Blocks = kept.Blocks[:len(kept.Blocks)-1]
		old, err := json.Marshal(kept)
		w.Must(err)
		w.Exec(`UPDATE letter_template SET data = '` + string(old) + `'`)
		all, err := w.App.LetterTemplates(ctx, cora)
		w.Must(err)
		v := templateOf(w, vpt.SaveLetterTemplate{Code: aLetter})
		if len(all) != len(letter.Codes()) || len(v.Problem) == 0 || len(v.Blocks) != len(kept.Blocks) {
			t.Errorf("%d letters, problem %v", len(all), v.Problem)
		}
		wantCode(t, "a letter of it", errOf(w.App.LetterForm(l.ctx, l.who, l.typed)), "brieftekst-verouderd")
		w.Must(w.App.SaveLetterTemplate(ctx, cora, vpt.SaveLetterTemplate{Code: aLetter, Shipped: true}))
		w.Must(errOf(w.App.LetterForm(l.ctx, l.who, l.typed)))
	})
}
