package app_test

import (
	"context"
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestSaveStationery_WithALogo(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx, bea := context.Background(), w.Actor("bea")
		kept := func() vpt.Stationery {
			v, err := w.App.Settings(ctx, bea)
			w.Must(err)
			return v.Organisation.Settings.Stationery
		}
		missing := func() string {
			v, err := w.App.AdminOverview(ctx, bea)
			w.Must(err)
			return strings.Join(v.Stationery, " ")
		}
		if got := missing(); got != "lines phone complaint ombudsman privacy retention" {
			t.Errorf("missing before: %s", got)
		}
		in := vpt.SaveStationery{Stationery: aStationery()}
		in.Logo, in.LogoAlt = picture(7), "Logo van Toetsdam"
		w.Must(w.App.SaveStationery(ctx, bea, in))
		if got := kept(); string(got.Logo) != string(picture(7)) || got.Phone != "14 012" || missing() != "" {
			t.Errorf("kept %+v, missing %s", got, missing())
		}
		in.Logo = nil
		w.Must(w.App.SaveStationery(ctx, bea, in))
		if len(kept().Logo) == 0 {
			t.Error("without a file the logo went away")
		}
		in.Logo = append([]byte("\x89PNG\r\n\x1a\n"), "verder niets"...)
		wantCode(t, "a picture that cannot be shown", w.App.SaveStationery(ctx, bea, in), "geen-logo")
		in.Logo, in.Email = nil, "geen adres"
		wantCode(t, "no address", w.App.SaveStationery(ctx, bea, in), "geen-e-mailadres")
		in.Email, in.DropLogo = "", true
		w.Must(w.App.SaveStationery(ctx, bea, in))
		if got := kept(); len(got.Logo) != 0 || got.LogoAlt != "" {
			t.Errorf("dropped: %q", got.LogoAlt)
		}
		other, err := w.App.Settings(ctx, apptest.Command(w.Other.ID))
		w.Must(err)
		if len(other.Organisation.Settings.Stationery.Lines) != 0 {
			t.Error("the other organisation has it too")
		}
	})
}

// A logo is on the letters that are made after it.
func TestSaveStationery_LogoIsInTheLetter(t *testing.T) {
	w := apptest.SQLite(t)
	l := withLetters(w)
	without := len(l.file(l.frozen(), vpt.FormatDOCX).Data)
	in := vpt.SaveStationery{Stationery: aStationery()}
	in.Logo, in.LogoAlt = picture(7), "Logo van Toetsdam"
	w.Must(w.App.SaveStationery(l.ctx, w.Actor("bea"), in))
	id := l.frozen()
	if with := len(l.file(id, vpt.FormatDOCX).Data); with <= without {
		t.Errorf("%d bytes with a logo, %d without", with, without)
	}
	if !strings.Contains(string(l.file(id, vpt.FormatPDF).Data), "/Image") {
		t.Error("no picture in the PDF")
	}
}
