package main

import (
	"context"

	"rugdekking/internal/api"
	"rugdekking/internal/app"
	"rugdekking/internal/config"
	"rugdekking/internal/nl"
	"rugdekking/internal/sheet"
	"rugdekking/internal/web"
	"rugdekking/vpt"
)

type figuresCommand struct {
	config.Store
	Organisation string `required:"" help:"Code van de organisatie." placeholder:"CODE"`
	From         string `required:"" help:"Eerste dag, zoals 2014-07-01." placeholder:"DATUM"`
	To           string `required:"" help:"Laatste dag; die telt mee." placeholder:"DATUM"`
	Format       string `help:"Vorm: text, json of csv." enum:"text,json,csv" default:"text"`
}

// Run prints the figures of a period, by reporting date.
func (c *figuresCommand) Run(ctx context.Context, e *environment) error {
	return e.withDoor(ctx, c.Store, "", func(door *app.App) error {
		o, err := e.organisation(ctx, door, c.Organisation)
		if err != nil {
			return err
		}
		figures, err := door.Figures(ctx, e.actor(o.ID), vpt.Period{From: vpt.Date(c.From), To: vpt.Date(c.To)})
		if vpt.KindOf(err) == vpt.KindInvalid {
			return unusable(err)
		}
		if err != nil {
			return err
		}
		return e.showFigures(figures, c.Format)
	})
}

func (e *environment) showFigures(f vpt.Figures, format string) error {
	texts := nl.New("nl")
	switch format {
	case "json":
		text, err := api.FiguresJSON(f)
		if err == nil {
			_, err = e.out.Write(text)
		}
		return err
	case "csv":
		return sheet.WriteCSV(e.out, figuresSheet(texts, f), sheet.CSVOptions{DecimalComma: true})
	}
	_, err := e.out.Write([]byte(texts.FiguresText(f)))
	return err
}

// figuresSheet puts all figures in one table, one line each, for programs.
func figuresSheet(t *nl.Texts, f vpt.Figures) sheet.Sheet {
	s := sheet.Sheet{Name: t.Text("cijfers.titel"), Columns: []sheet.Column{
		{Title: t.Text("cijfers.groep")}, {Title: t.Text("cijfers.code")}, {Title: t.Text("cijfers.naam")},
		{Title: t.Text("cijfers.aantal"), Kind: sheet.KindInteger}, {Title: t.Text("cijfers.basis"), Kind: sheet.KindInteger},
		{Title: t.Text("cijfers.percentage"), Kind: sheet.KindPercentage},
	}}
	add := func(group, code, name string, more ...sheet.Cell) {
		s.Rows = append(s.Rows, append([]sheet.Cell{sheet.TextCell(group), sheet.TextCell(code), sheet.TextCell(name)}, more...))
	}
	count := func(n int) sheet.Cell { return sheet.IntegerCell(int64(n)) }
	add("meldingen", "", t.Text("cijfers.meldingen"), count(f.Reports))
	for _, l := range f.Kinds {
		more := []sheet.Cell{count(l.Count), count(l.Base)}
		if l.Permille != vpt.NoPercentage {
			more = append(more, sheet.PercentageCell(float64(l.Permille)/10, 1))
		}
		add("soorten", l.Code, t.LineLabel(l), more...)
	}
	for _, l := range f.Measures {
		add("maatregelen", l.Code, t.LineLabel(l), count(l.Count))
	}
	for _, o := range append(t.Outcomes(f), t.Apart(f)...) {
		add("afloop", string(o.Ref), o.Label, count(o.Count))
	}
	return web.WithOrigin(s, t, f)
}
