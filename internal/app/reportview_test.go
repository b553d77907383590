package app_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestReportForm_OffersOwnColleaguesByNameAndWhatWasUsedLast(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		w.Person("zoe", "Élise Zwart", "Balie")
		form, err := w.App.ReportForm(context.Background(), w.Actor("rosa"))
		w.Must(err)
		var names []string
		for _, c := range form.Colleagues {
			names = append(names, c.Name.Reveal())
		}
		if want := []string{"Anna Yılmaz", "Élise Zwart", "Mila van Dijk"}; !slices.Equal(names, want) {
			t.Errorf("colleagues %v, want %v: own unit, by name, without herself", names, want)
		}
		if form.LastChannel != "" || form.LastSite != "" || form.Emergency != "2112" || form.Today != "2026-11-17" {
			t.Errorf("a first form has %q, %q, %q, %q", form.LastChannel, form.LastSite, form.Emergency, form.Today)
		}
		w.Report("rosa", func(in *vpt.ReportIncident) { in.Channel, in.Site = "telefoon", w.Sites["Stadhuis"] })
		form, err = w.App.ReportForm(context.Background(), w.Actor("rosa"))
		w.Must(err)
		if form.LastChannel != "telefoon" || form.LastSite != w.Sites["Stadhuis"] {
			t.Errorf("last used %q and %q", form.LastChannel, form.LastSite)
		}
		other, err := w.App.ReportForm(context.Background(), w.Actor("otto"))
		w.Must(err)
		if len(other.Colleagues) != 0 || len(other.Sites) != 0 {
			t.Errorf("another organisation sees %d colleagues and %d sites of ours", len(other.Colleagues), len(other.Sites))
		}
	})
}

func TestDraft_BelongsToOnePersonAndGoesByItself(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx, rosa := context.Background(), w.Actor("rosa")
		draft := func(name string) string {
			d, err := w.App.Draft(ctx, w.Actor(name), vpt.ReportDraft)
			w.Must(err)
			return d.Data.Reveal()
		}
		const lines = `SELECT count(*) || '' FROM audit_leaf`
		before := w.Value(lines)
		w.Must(w.App.SaveDraft(ctx, rosa, vpt.Draft{Form: vpt.ReportDraft, Data: vpt.NewPrivate("account=een")}))
		w.Must(w.App.SaveDraft(ctx, rosa, vpt.Draft{Form: vpt.ReportDraft, Data: vpt.NewPrivate("account=twee")}))
		if got := draft("rosa"); got != "account=twee" {
			t.Errorf("the draft is %q", got)
		}
		if got := draft("anna") + draft("otto"); got != "" {
			t.Errorf("somebody else reads %q", got)
		}
		if after := w.Value(lines); after != before {
			t.Errorf("saving by itself took the log from %s to %s lines", before, after)
		}
		w.Report("rosa", nil)
		if got := draft("rosa"); got != "" {
			t.Errorf("after sending the draft is %q", got)
		}
		w.Must(w.App.SaveDraft(ctx, rosa, vpt.Draft{Form: vpt.ReportDraft, Data: vpt.NewPrivate("account=drie")}))
		w.Clock.Advance(7*24*time.Hour + time.Minute)
		if got := draft("rosa"); got != "" {
			t.Errorf("after seven days the draft is %q", got)
		}
		w.Must(w.App.Sweep(ctx, apptest.System("")))
		if n := w.Value(`SELECT count(*) || '' FROM draft`); n != "0" {
			t.Errorf("the sweep left %s drafts", n)
		}
		too := vpt.Draft{Form: vpt.ReportDraft, Data: vpt.NewPrivate(strings.Repeat("a", vpt.MaxDraft+1))}
		if err := w.App.SaveDraft(ctx, rosa, too); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("a draft without end: %v", err)
		}
	})
}

func TestReceipt_NamesOwnerDeputyAndTerms(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		w.Deputise()
		number, _ := w.Report("rosa", nil)
		r, err := w.App.Receipt(context.Background(), w.Actor("rosa"), number)
		w.Must(err)
		if r.Owner.Name.Reveal() != "Mila van Dijk" || r.Deputy.Name.Reveal() != "Dirk Bakker" {
			t.Errorf("owner %q, deputy %q", r.Owner.Name.Reveal(), r.Deputy.Name.Reveal())
		}
		if len(r.Clocks) != 4 || r.Clocks[0].Due != apptest.Start.Add(24*time.Hour) || len(r.HelpNumbers) != 1 {
			t.Errorf("clocks %v, numbers %v", r.Clocks, r.HelpNumbers)
		}
	})
}

// strangers are everybody who has nothing to do with a report of rosa as a
// reader of reports: also her manager, who comes by the case.
var strangers = []string{"anna", "leo", "wim", "mila", "wout", "cora", "bea", "ada", "otto", "olga"}

func TestReports_AreNotFoundForStrangers(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		number, _ := w.Report("rosa", nil)
		for _, name := range strangers {
			who := w.Actor(name)
			_, view := w.App.ReportByNumber(ctx, who, number)
			_, receipt := w.App.Receipt(ctx, who, number)
			more := w.App.AddDetails(ctx, who, vpt.AddDetails{Report: number, Values: map[vpt.DetailField]vpt.Private{vpt.DetailAccount: vpt.NewPrivate("x")}})
			for what, err := range map[string]error{"view": view, "receipt": receipt, "details": more} {
				if vpt.KindOf(err) != vpt.KindNotFound {
					t.Errorf("%s by %s: %v, want not found", what, name, err)
				}
			}
			mine, err := w.App.MyReports(ctx, who)
			w.Must(err)
			if len(mine.Lines) != 0 {
				t.Errorf("%s has %d reports", name, len(mine.Lines))
			}
		}
		if n := w.Value(`SELECT count(*) || '' FROM detail`); n != "0" {
			t.Errorf("%s details were added", n)
		}
		_, err := w.App.ReportByNumber(ctx, w.Actor("rosa"), number)
		w.Must(err)
	})
}

func TestReportByNumber_AffectedSeesTheSameAndAddsHerSide(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		number, _ := w.Report("rosa", func(in *vpt.ReportIncident) {
			in.OnBehalf, in.Affected = vpt.ForColleague, []vpt.AffectedInput{{Person: w.People["anna"]}}
		})
		mine, err := w.App.MyReports(ctx, w.Actor("anna"))
		w.Must(err)
		if len(mine.Lines) != 1 || !mine.Lines[0].AsAffected || mine.Lines[0].Next.Kind != vpt.ClockReaction {
			t.Fatalf("anna's list: %+v", mine.Lines)
		}
		w.Must(w.App.AddDetails(ctx, w.Actor("anna"), vpt.AddDetails{Report: number, Values: map[vpt.DetailField]vpt.Private{
			vpt.DetailAccount: vpt.NewPrivate("Het ging anders."), vpt.DetailTrigger: vpt.NewPrivate("A1"),
		}}))
		for name, affected := range map[string]bool{"anna": true, "rosa": false} {
			v, err := w.App.ReportByNumber(ctx, w.Actor(name), number)
			w.Must(err)
			if v.AsAffected != affected || v.ReporterName.Reveal() != "Rosa de Wit" || !v.MayAdd {
				t.Errorf("%s: affected %v, reporter %q, may add %v", name, v.AsAffected, v.ReporterName.Reveal(), v.MayAdd)
			}
			if v.Report.Account.Reveal() != "Hij schold me uit en sloeg op de balie." || len(v.Details) != 2 || v.Details[0].ByName.Reveal() != "Anna Yılmaz" {
				t.Errorf("%s sees account %q and details %+v", name, v.Report.Account.Reveal(), v.Details)
			}
			if want := affected; (len(v.Talks) == 1) != want {
				t.Errorf("%s sees %d talks; the talk is anna's", name, len(v.Talks))
			}
		}
		if n := w.Value(`SELECT count(*) || '' FROM mail WHERE reason = 'reactie-op-zaak' AND person_id = $1`, string(w.People["mila"])); n != "1" {
			t.Errorf("%s mails to the owner", n)
		}
	})
}

func TestAddDetails_RefusesWhatIsNotOffered(t *testing.T) {
	w := apptest.SQLite(t)
	number, _ := w.Report("rosa", nil)
	for field, value := range map[vpt.DetailField]string{
		vpt.DetailTrigger: "A99", vpt.DetailInjury: "veel", vpt.DetailImpact: "6", vpt.DetailEnd: "straks", "zomaar": "x",
		vpt.DetailOwnAction: "Mijn nummer is 111222333.",
	} {
		err := w.App.AddDetails(context.Background(), w.Actor("rosa"), vpt.AddDetails{Report: number, Values: map[vpt.DetailField]vpt.Private{field: vpt.NewPrivate(value)}})
		if vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("%s: %q: %v, want invalid", field, value, err)
		}
	}
	if n := w.Value(`SELECT count(*) || '' FROM detail`); n != "0" {
		t.Errorf("%s details were kept", n)
	}
}

func TestReportIncident_NameBesideALookupThatFindsNobody(t *testing.T) {
	w := apptest.SQLite(t)
	number, _ := w.Report("rosa", func(in *vpt.ReportIncident) {
		in.OnBehalf = vpt.ForCaller
		in.Affected = []vpt.AffectedInput{{Lookup: vpt.NewPrivate("P-weg"), Name: vpt.NewPrivate("Jip de Inhuurkracht")}}
	})
	v, err := w.App.ReportByNumber(context.Background(), w.Actor("rosa"), number)
	w.Must(err)
	if len(v.Affected) != 1 || v.Affected[0].Name.Reveal() != "Jip de Inhuurkracht" {
		t.Errorf("affected %+v", v.Affected)
	}
}

func TestReportIncident_KeepsTheFinerOfGroupAndCode(t *testing.T) {
	w := apptest.SQLite(t)
	number, _ := w.Report("rosa", func(in *vpt.ReportIncident) { in.Kinds = []string{"V", "V2", "B"} })
	v, err := w.App.ReportByNumber(context.Background(), w.Actor("rosa"), number)
	w.Must(err)
	var codes []string
	for _, k := range v.Kinds {
		codes = append(codes, k.Code)
	}
	if !slices.Equal(codes, []string{"B", "V2"}) {
		t.Errorf("kinds %v, want B and V2", codes)
	}
}
