package app_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/internal/mail"
	"rugdekking/vpt"
)

// lettered is somebody who handles a case about which letters go out.
type lettered struct {
	*handling
	system vpt.Actor
	typed  vpt.SaveLetter // all that the letter needs
}

// withLetters makes a case with a warning, of which only what a person must
// type is missing.
func withLetters(w *apptest.World) *lettered {
	w.Must(w.App.SaveStationery(context.Background(), w.Actor("bea"), vpt.SaveStationery{Stationery: aStationery()}))
	h := handle(w, "rosa", "mila")
	h.assess()
	h.Must(h.App.RecordInstigator(h.ctx, h.who, vpt.RecordInstigator{Case: h.Case, Kind: vpt.InstigatorKnown, Relation: "inwoner", Name: p("J. Klaver"), Address: p("Dorpsstraat 1, 1234 AB Toetsdam"), NotifiedOn: today}))
	h.Must(h.App.DecideMeasure(h.ctx, h.who, vpt.DecideMeasure{Case: h.Case, Kind: "M1", Reason: p("hij bood excuses aan"), DecideOn: today, EndsOn: today.AddDays(300)}))
	l := &lettered{handling: h, system: apptest.System(w.Org.ID)}
	l.typed = vpt.SaveLetter{Case: h.Case, Template: aLetter, About: vpt.LetterAbout("maatregel", h.view().Measures[0].ID)}
	l.typed = filledLetter(w, h.who, l.typed)
	return l
}

// made makes the letter for good; frozen freezes it too.
func (l *lettered) made() vpt.LetterID {
	l.T.Helper()
	in := l.typed
	in.Freeze = true
	id, err := l.App.SaveLetter(l.ctx, l.who, in)
	l.Must(err)
	return id
}

func (l *lettered) frozen() vpt.LetterID {
	l.T.Helper()
	id := l.made()
	l.Must(l.App.FreezeLetter(l.ctx, l.system, id))
	return id
}

func (l *lettered) letter(id vpt.LetterID) vpt.Letter {
	l.T.Helper()
	v, err := l.App.LetterByID(l.ctx, l.who, l.Case, id)
	l.Must(err)
	return v.Letter
}

func (l *lettered) file(id vpt.LetterID, format vpt.LetterFormat) vpt.LetterFile {
	l.T.Helper()
	f, err := l.App.LetterFile(l.ctx, l.who, l.Case, id, format)
	l.Must(err)
	return f
}

// owes reports whether the letter is still to be delivered.
func (l *lettered) owes(id vpt.LetterID) bool {
	l.T.Helper()
	return slices.ContainsFunc(l.view().Duties, func(d vpt.Duty) bool { return d.Kind == vpt.DutyDeliver && d.Ref == string(id) })
}

// jobs counts the jobs of a task that wait in the queue.
func (l *lettered) jobs(task string) string {
	return l.Value(`SELECT COUNT(id) || '' FROM river_job WHERE CAST(args AS text) LIKE $1`, "%"+task+"%")
}

func TestLetter_MadeForGood(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		l := withLetters(w)
		id := l.made()
		if got := l.letter(id); got.Number != "B-2026-00001" || got.State != vpt.LetterQueued || !l.owes(id) || l.jobs("letter.freeze") != "1" {
			t.Fatalf("%+v, owed %v, %s jobs", got, l.owes(id), l.jobs("letter.freeze"))
		}
		again := l.typed
		again.ID, again.Freeze = id, true
		_, err := l.App.SaveLetter(l.ctx, l.who, again)
		wantCode(t, "a second time", err, "brief-ligt-vast")

		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		w.Must(w.Runtime.Start(ctx))
		for l.letter(id).State != vpt.LetterFrozen && ctx.Err() == nil {
			time.Sleep(20 * time.Millisecond)
		}
		got, pdf := l.letter(id), l.file(id, vpt.FormatPDF)
		sum := sha256.Sum256(pdf.Data)
		if got.State != vpt.LetterFrozen || got.SHA256 != hex.EncodeToString(sum[:]) || pdf.Name != "B-2026-00001.pdf" || !strings.HasPrefix(string(pdf.Data), "%PDF-") {
			t.Fatalf("%+v, %s of %d bytes", got, pdf.Name, len(pdf.Data))
		}
		w.Clock.Advance(48 * time.Hour)
		l.who = w.Actor("mila")
		in := aStationery()
		in.Lines = []string{"Nieuwstraat 2"}
		w.Must(w.App.SaveStationery(l.ctx, w.Actor("bea"), vpt.SaveStationery{Stationery: in}))
		w.Must(w.App.FreezeLetter(l.ctx, l.system, id))
		if after := l.file(id, vpt.FormatPDF); string(after.Data) != string(pdf.Data) || l.letter(id).SHA256 != got.SHA256 {
			t.Error("frozen once more, it is another letter")
		}
		for _, format := range []vpt.LetterFormat{vpt.FormatODT, vpt.FormatDOCX} {
			if f := l.file(id, format); !strings.HasPrefix(string(f.Data), "PK") || f.MediaType != format.MediaType() || f.Name != "B-2026-00001."+string(format) {
				t.Errorf("%s: %s, %d bytes", f.Name, f.MediaType, len(f.Data))
			}
		}
		_, err = l.App.LetterFile(l.ctx, l.who, l.Case, id, "exe")
		wantCode(t, "another format", err, vpt.ErrNotFound.Code)
		view, err := l.App.LetterByID(l.ctx, l.who, l.Case, id)
		w.Must(err)
		if html := view.HTML.Reveal(); !strings.Contains(html, "J. Klaver") || !strings.Contains(html, "Raadhuisplein 1") || strings.Contains(html, "Nieuwstraat") {
			t.Error("the page does not show the letter as it was frozen")
		}
	})
}

func TestLetter_WhatIsMissingIsNamed(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		l := withLetters(w)
		in := l.typed
		delete(in.Values, "gehoord")
		in.Values["einde"], in.Freeze = p("ooit"), true
		_, err := l.App.SaveLetter(l.ctx, l.who, in)
		wantCode(t, "with a hole", err, "verplicht")
		wantCode(t, "with a day that is none", err, "geen-datum")
		if n := w.Value(`SELECT COUNT(id) || '' FROM letter`); n != "0" || w.Value(`SELECT COUNT(*) || '' FROM number_series WHERE series LIKE 'B-%'`) != "0" {
			t.Errorf("%s letters, or a number, are left of it", n)
		}
		form, err := l.App.LetterForm(l.ctx, l.who, in)
		w.Must(err)
		owed := map[string]string{}
		for _, f := range form.Owed {
			owed[f.Path] = f.Code
		}
		if len(owed) != 2 || owed["gehoord"] != "verplicht" || owed["einde"] != "geen-datum" || !form.Preview.IsZero() {
			t.Errorf("owed %v, preview of %d", owed, form.Preview.Len())
		}
		form, err = l.App.LetterForm(l.ctx, l.who, withLetters(w).typed)
		w.Must(err)
		if form.Owed != nil || !strings.Contains(form.Preview.Reveal(), "J. Klaver") {
			t.Errorf("owed %v of a letter that lacks nothing", form.Owed)
		}
	})
}

func TestLetter_DraftKeepsWhatWasTyped(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		l := withLetters(w)
		in := l.typed
		in.Values = map[string]vpt.Private{"gehoord": p("half"), "einde": p("ooit"), "verzonnen": p("weg hiermee")}
		id, err := l.App.SaveLetter(l.ctx, l.who, in)
		w.Must(err)
		form, err := l.App.LetterForm(l.ctx, l.who, vpt.SaveLetter{Case: l.Case, ID: id})
		w.Must(err)
		got := map[string]string{}
		for _, f := range form.Fields {
			got[f.Name] = f.Value.Reveal()
		}
		if _, invented := got["verzonnen"]; invented || got["gehoord"] != "half" || got["einde"] != "ooit" || got["naam"] != "" || form.Template != aLetter {
			t.Errorf("the draft has %v", got)
		}
		in.ID, in.Values = id, map[string]vpt.Private{"gehoord": p("heel")}
		w.Must(errOf(l.App.SaveLetter(l.ctx, l.who, in)))
		if n := w.Value(`SELECT COUNT(id) || '' FROM letter`); n != "1" || !l.owes(id) {
			t.Errorf("%s letters, owed %v", n, l.owes(id))
		}
		_, err = l.App.LetterByID(l.ctx, l.who, l.Case, id)
		wantCode(t, "a draft as a letter", err, vpt.ErrNotFound.Code)
		other := withLetters(w)
		wantCode(t, "dropping it through another case", l.App.DropLetter(l.ctx, l.who, vpt.SaveLetter{Case: other.Case, ID: id}), vpt.ErrNotFound.Code)
		w.Must(l.App.DropLetter(l.ctx, l.who, vpt.SaveLetter{Case: l.Case, ID: id}))
		if len(l.view().Letters) != 0 || l.owes(id) {
			t.Error("the draft is still there, or still owed")
		}
		wantCode(t, "dropping it twice", l.App.DropLetter(l.ctx, l.who, vpt.SaveLetter{Case: l.Case, ID: id}), vpt.ErrNotFound.Code)
	})
}

func errOf[T any](_ T, err error) error { return err }

func TestLetter_OnlyForWhoHandlesTheCase(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		l := withLetters(w)
		id := l.frozen()
		for _, name := range []string{"rosa", "wout", "bea", "ada", "dora", "sven", "pia", "petra", "olga"} {
			who := w.Actor(name)
			for what, err := range map[string]error{
				"reads it":     errOf(w.App.LetterByID(l.ctx, who, l.Case, id)),
				"downloads it": errOf(w.App.LetterFile(l.ctx, who, l.Case, id, vpt.FormatPDF)),
				"writes one":   errOf(w.App.SaveLetter(l.ctx, who, l.typed)),
				"delivers it":  w.App.RecordDelivery(l.ctx, who, vpt.RecordDelivery{Case: l.Case, Letter: id, Way: vpt.ByPost, SentOn: today}),
			} {
				if kind := vpt.KindOf(err); kind != vpt.KindNotFound && kind != vpt.KindForbidden {
					t.Errorf("%s %s: %v", name, what, err)
				}
			}
		}
		w.Must(errOf(w.App.LetterByID(l.ctx, w.Actor("cora"), l.Case, id)))
		other := withLetters(w)
		wantCode(t, "through another case", errOf(w.App.LetterFile(l.ctx, l.who, other.Case, id, vpt.FormatPDF)), vpt.ErrNotFound.Code)
	})
}

func TestLetter_QueuedOneIsMadeAfterALostJob(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		l := withLetters(w)
		id := l.made()
		w.Exec(`DELETE FROM river_job`)
		w.Clock.Advance(time.Minute)
		w.Must(w.App.Sweep(l.ctx, apptest.System("")))
		if n := l.jobs("letter.freeze"); n != "0" {
			t.Errorf("%s jobs for a letter that waits for a moment only", n)
		}
		w.Clock.Advance(11 * time.Minute)
		l.who = w.Actor("mila")
		w.Must(w.App.Sweep(l.ctx, apptest.System("")))
		if n := l.jobs("letter.freeze"); n != "1" {
			t.Fatalf("%s jobs, want 1", n)
		}
		w.Must(w.App.FreezeLetter(l.ctx, l.system, id))
		if got := l.letter(id); got.State != vpt.LetterFrozen {
			t.Errorf("%s", got.State)
		}
	})
}

func TestLetter_DeliveredWithProof(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		l := withLetters(w)
		queued := l.made()
		wantCode(t, "before it is frozen", l.App.RecordDelivery(l.ctx, l.who, vpt.RecordDelivery{Case: l.Case, Letter: queued, Way: vpt.ByPost, SentOn: today}), vpt.ErrNotFound.Code)
		for _, row := range []struct {
			way   vpt.DeliveryWay
			proof string
		}{{vpt.ByPost, ""}, {vpt.ByRegistered, "3SRR12345"}, {vpt.ByHand, "gegeven door Mila, Anna was erbij"}} {
			id := l.frozen()
			in := vpt.RecordDelivery{Case: l.Case, Letter: id, Way: row.way, SentOn: today}
			if row.proof != "" {
				wantCode(t, string(row.way)+" without proof", l.App.RecordDelivery(l.ctx, l.who, in), "verplicht")
			}
			if !l.owes(id) {
				t.Errorf("%s is not owed before", row.way)
			}
			in.Proof = p(row.proof)
			l.Must(l.App.RecordDelivery(l.ctx, l.who, in))
			got := l.letter(id).Deliveries
			if l.owes(id) || len(got) != 1 || got[0].Way != row.way || got[0].SentOn != today || got[0].Proof.Reveal() != row.proof || got[0].State != vpt.MailSent {
				t.Errorf("%s: owed %v, %+v", row.way, l.owes(id), got)
			}
		}
		in := vpt.RecordDelivery{Case: l.Case, Letter: l.frozen(), Way: vpt.ByPost, SentOn: today.AddDays(1)}
		wantCode(t, "tomorrow", l.App.RecordDelivery(l.ctx, l.who, in), "in-de-toekomst")
		if len(w.Mail.Messages()) != 0 {
			t.Error("a mail went out")
		}
	})
}

// mailed sends the link of a frozen letter and gives the mail.
func (l *lettered) mailed(id vpt.LetterID) mail.Message {
	l.T.Helper()
	l.Must(l.App.RecordDelivery(l.ctx, l.who, vpt.RecordDelivery{Case: l.Case, Letter: id, Way: vpt.ByMail, To: p("j.klaver@voorbeeld.example")}))
	l.Must(l.App.DeliverLetters(l.ctx, l.system))
	all := l.Mail.Messages()
	if len(all) == 0 {
		l.T.Fatal("no mail")
	}
	return all[len(all)-1]
}

func TestLetter_MailHoldsALinkOnly(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		l := withLetters(w)
		id := l.frozen()
		m := l.mailed(id)
		if m.To.Reveal() != "j.klaver@voorbeeld.example" || !strings.HasPrefix(m.Link, "https://rugdekking.example/brief/") {
			t.Fatalf("to %s with %s", m.To.Reveal(), m.Link)
		}
		all := strings.Join(append(append(slices.Clone(m.Text), m.Closing...), m.Subject, m.LinkText, m.Salutation.Reveal()), "\n")
		for _, not := range []string{"Klaver", "getypt", l.Case, "B-2026", "Rosa", "Mila"} {
			if strings.Contains(all, not) {
				t.Errorf("the mail says %q:\n%s", not, all)
			}
		}
		if l.owes(id) {
			t.Error("still owed after the mail left")
		}
		secret := p(strings.TrimPrefix(m.Link, "https://rugdekking.example/brief/"))
		visitor := vpt.AnonymousActor("toets", "adres", "nl")
		if !l.letter(id).Deliveries[0].OpenedAt.IsZero() {
			t.Error("opened before it was")
		}
		w.Clock.Advance(time.Hour)
		first := w.Clock.Now()
		v, err := w.App.OpenLetter(l.ctx, visitor, secret)
		w.Must(err)
		if !strings.Contains(v.HTML.Reveal(), "J. Klaver") || v.Letter.Deliveries != nil || !v.Letter.ByName.IsZero() {
			t.Errorf("the reader sees %+v", v)
		}
		f, err := w.App.OpenLetterFile(l.ctx, visitor, secret, vpt.FormatPDF)
		w.Must(err)
		if string(f.Data) != string(l.file(id, vpt.FormatPDF).Data) {
			t.Error("the reader gets another letter")
		}
		w.Clock.Advance(24 * time.Hour)
		w.Must(errOf(w.App.OpenLetter(l.ctx, visitor, secret)))
		l.who = w.Actor("mila")
		if at := l.letter(id).Deliveries[0].OpenedAt; !at.Equal(first) {
			t.Errorf("opened at %s, want %s", at, first)
		}
		w.Clock.Advance(vpt.LetterLinkFor)
		expired := errOf(w.App.OpenLetter(l.ctx, visitor, secret))
		unknown := errOf(w.App.OpenLetter(l.ctx, visitor, p("een-geheim-dat-niet-bestaat")))
		if expired == nil || unknown == nil || expired.Error() != unknown.Error() || vpt.KindOf(expired) != vpt.KindNotFound {
			t.Errorf("expired: %v, unknown: %v", expired, unknown)
		}
		wantCode(t, "the file of an expired link", errOf(w.App.OpenLetterFile(l.ctx, visitor, secret, vpt.FormatPDF)), "link-verlopen")
	})
}

// A mail that was being sent when the program stopped is not sent again by
// itself: nobody knows whether it left.
func TestLetter_MailInDoubtIsDecidedByAPerson(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		l := withLetters(w)
		id := l.frozen()
		l.Must(l.App.RecordDelivery(l.ctx, l.who, vpt.RecordDelivery{Case: l.Case, Letter: id, Way: vpt.ByMail, To: p("j.klaver@voorbeeld.example")}))
		if !l.owes(id) {
			t.Error("not owed while the mail is still here")
		}
		w.Exec(`UPDATE delivery SET state = 'bezig', attempts = 1`)
		state := func() vpt.MailState { l.who = w.Actor("mila"); return l.letter(id).Deliveries[0].State }
		w.Clock.Advance(11 * time.Minute)
		w.Must(w.App.Sweep(l.ctx, apptest.System("")))
		w.Must(w.App.DeliverLetters(l.ctx, l.system))
		if state() != vpt.MailUncertain || len(w.Mail.Messages()) != 0 {
			t.Fatalf("%s, %d mails", state(), len(w.Mail.Messages()))
		}
		decide := vpt.DecideDelivery{Case: l.Case, Letter: id, Delivery: l.letter(id).Deliveries[0].ID, Again: true}
		other := withLetters(w)
		elsewhere := decide
		elsewhere.Case = other.Case
		wantCode(t, "through another case", l.App.DecideDelivery(l.ctx, l.who, elsewhere), vpt.ErrNotFound.Code)
		l.Must(l.App.DecideDelivery(l.ctx, l.who, decide))
		w.Must(w.App.DeliverLetters(l.ctx, l.system))
		if state() != vpt.MailSent || len(w.Mail.Messages()) != 1 || l.owes(id) {
			t.Errorf("asked for again: %s, %d mails", state(), len(w.Mail.Messages()))
		}
		wantCode(t, "after it was sent", l.App.DecideDelivery(l.ctx, l.who, decide), vpt.ErrNotFound.Code)
	})
}

func TestLetter_MailThatIsLeftAtThat(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		l := withLetters(w)
		id := l.frozen()
		w.Mail.Fail(mail.ErrRefused)
		l.Must(l.App.RecordDelivery(l.ctx, l.who, vpt.RecordDelivery{Case: l.Case, Letter: id, Way: vpt.ByMail, To: p("j.klaver@voorbeeld.example")}))
		l.Must(l.App.DeliverLetters(l.ctx, l.system))
		got := l.letter(id).Deliveries[0]
		if got.State != vpt.MailFailed || !l.owes(id) {
			t.Fatalf("refused: %s, owed %v", got.State, l.owes(id))
		}
		l.Must(l.App.DecideDelivery(l.ctx, l.who, vpt.DecideDelivery{Case: l.Case, Letter: id, Delivery: got.ID}))
		w.Mail.Fail(nil)
		w.Must(w.App.DeliverLetters(l.ctx, l.system))
		if s := l.letter(id).Deliveries[0].State; s != vpt.MailSettled || len(w.Mail.Messages()) != 0 || w.Value(`SELECT COUNT(id) || '' FROM delivery WHERE secret_sealed IS NOT NULL`) != "0" {
			t.Errorf("left at that: %s, %d mails", s, len(w.Mail.Messages()))
		}
	})
}
