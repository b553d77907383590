package app_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// service gives an actor as a token of the API makes it.
func service(w *apptest.World, org vpt.OrganisationID, name, unit string, scopes ...vpt.TokenScope) vpt.Actor {
	w.T.Helper()
	made, err := w.App.AddToken(context.Background(), apptest.Command(org), vpt.AddToken{Name: name, Scopes: scopes, Unit: w.Units[unit]})
	w.Must(err)
	who, err := w.App.TokenActor(context.Background(), vpt.AnonymousActor("verzoek", "192.0.2.1", "nl"), made.Secret)
	w.Must(err)
	return who
}

// sent is a report as a service sends it.
func sent() vpt.ReportIncident {
	in := apptest.AReport()
	in.Affected = []vpt.AffectedInput{{Name: vpt.NewPrivate("Sam de Boer")}}
	in.UnitName, in.OnBehalf, in.Origin = "Werk", vpt.ForColleague, vpt.OriginForm
	return in
}

func TestService_ReadsWithinItsReach(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		scopes := vpt.TokenScopes()
		writer := service(w, w.Org.ID, "bron", "", vpt.ScopeReportsWrite)
		number, err := w.App.ReportIncident(ctx, writer, sent())
		w.Must(err)
		byPerson, casefile := w.Report("rosa", nil) // at the Balie
		_, err = w.App.ReportIncident(ctx, w.Actor("cora"), apptest.AReport())
		w.Must(err) // belongs to no unit
		for _, c := range []struct {
			who                         vpt.Actor
			reports, cases              int
			ofService, ofRosa, caseRosa vpt.Kind
		}{
			{service(w, w.Org.ID, "alles", "", scopes...), 3, 3, served, served, served},
			{service(w, w.Org.ID, "balie", "Balie", scopes...), 1, 1, vpt.KindNotFound, served, served},
			{service(w, w.Org.ID, "loket", "Loket", scopes...), 0, 0, vpt.KindNotFound, vpt.KindNotFound, vpt.KindNotFound},
			{service(w, w.Org.ID, "werk", "Werk", scopes...), 1, 1, served, vpt.KindNotFound, vpt.KindNotFound},
			{service(w, w.Other.ID, "buur", "", scopes...), 0, 0, vpt.KindNotFound, vpt.KindNotFound, vpt.KindNotFound},
			{writer, refused, refused, vpt.KindForbidden, vpt.KindForbidden, vpt.KindForbidden},
			{w.Actor("cora"), refused, refused, vpt.KindForbidden, vpt.KindForbidden, vpt.KindForbidden},
			{w.Actor("rosa"), refused, refused, vpt.KindForbidden, vpt.KindForbidden, vpt.KindForbidden},
		} {
			reports, err := w.App.ServiceReports(ctx, c.who, vpt.ServiceFilter{})
			if got := countOf(len(reports.Lines), err); got != c.reports {
				t.Errorf("%s lists %d reports, want %d (%v)", c.who.ID(), got, c.reports, err)
			}
			cases, err := w.App.ServiceCases(ctx, c.who, vpt.ServiceFilter{})
			if got := countOf(len(cases.Cases), err); got != c.cases {
				t.Errorf("%s lists %d cases, want %d (%v)", c.who.ID(), got, c.cases, err)
			}
			_, err1 := w.App.ServiceReport(ctx, c.who, number)
			_, err2 := w.App.ServiceReport(ctx, c.who, byPerson)
			_, err3 := w.App.ServiceCase(ctx, c.who, casefile)
			if got, want := [3]vpt.Kind{kindOf(err1), kindOf(err2), kindOf(err3)}, [3]vpt.Kind{c.ofService, c.ofRosa, c.caseRosa}; got != want {
				t.Errorf("%s: kinds %v, want %v", c.who.ID(), got, want)
			}
		}
	})
}

// served is the kind of no error; refused a number of rows that none can be.
const served vpt.Kind = -1

const refused = -1

func kindOf(err error) vpt.Kind {
	if err == nil {
		return served
	}
	return vpt.KindOf(err)
}

func countOf(n int, err error) int {
	if vpt.KindOf(err) == vpt.KindForbidden && err != nil {
		return refused
	}
	return n
}

func TestSentReport_IsForWhoSentIt(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		writer, other := service(w, w.Org.ID, "bron", "", vpt.ScopeReportsWrite), service(w, w.Org.ID, "anders", "", vpt.ScopeReportsWrite)
		number, err := w.App.ReportIncident(ctx, writer, sent())
		w.Must(err)
		byPerson, _ := w.Report("rosa", nil)
		if r, err := w.App.SentReport(ctx, writer, number); err != nil || r.Unit != "Werk" || r.Case != "" || r.State != vpt.CaseOpen {
			t.Errorf("the sender gets %+v, %v", r, err)
		}
		for name, err := range map[string]error{
			"another service": second(w.App.SentReport(ctx, other, number)), "of a person": second(w.App.SentReport(ctx, writer, byPerson)),
			"nothing": second(w.App.SentReport(ctx, writer, "M-2026-09999")),
			// Not even a person whose report it is, nor a reader.
			"a person": second(w.App.SentReport(ctx, w.Actor("rosa"), byPerson)),
		} {
			if kind := vpt.KindOf(err); err == nil || kind != vpt.KindNotFound && name != "a person" {
				t.Errorf("%s: %v", name, err)
			}
		}
		if route := w.Value(`SELECT route || '/' || route_name FROM report WHERE number = $1`, number); route != "koppeling/bron" {
			t.Errorf("route %s: what a service says of it must not count", route)
		}
	})
}

func second[T any](_ T, err error) error { return err }

func TestService_MayNotSayWhatPeopleMayNot(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		ctx := context.Background()
		// A person who sends the fields of a service gains nothing by it.
		in := apptest.AReport()
		in.UnitName, in.FiledAt = "Werk", apptest.Start.AddDate(0, -3, 0)
		number, err := w.App.ReportIncident(ctx, w.Actor("rosa"), in)
		w.Must(err)
		if day := w.Value(`SELECT reported_on FROM report WHERE number = $1`, number); day != "2026-11-17" {
			t.Errorf("counts on %s", day)
		}
		if unit := w.Value(`SELECT unit_id FROM report WHERE number = $1`, number); unit != string(w.Units["Balie"]) {
			t.Errorf("the report is in unit %s", unit)
		}
		// A service of one unit neither leaves it nor learns that others exist.
		who := service(w, w.Org.ID, "balie", "Balie", vpt.ScopeReportsWrite)
		for _, unit := range []string{"Werk", "Bestaat niet"} {
			in := sent()
			in.UnitName = unit
			if _, err := w.App.ReportIncident(ctx, who, in); fmt.Sprint(fieldsOf(err)) != "[{unit onbekende-keuze}]" {
				t.Errorf("unit %s: %v", unit, err)
			}
		}
		in = sent()
		in.UnitName, in.FiledAt = "Loket", apptest.Start.Add(time.Minute) // their clock runs a minute ahead
		number, err = w.App.ReportIncident(ctx, who, in)
		w.Must(err)
		if same := w.Value(`SELECT CASE WHEN r.reported_at = c.received_at THEN 'ja' ELSE 'nee' END FROM report r
			JOIN casefile c ON c.id = r.casefile_id WHERE r.number = $1`, number); same != "ja" {
			t.Error("a report was filed after it was received")
		}
	})
}

func fieldsOf(err error) []vpt.Field {
	var e *vpt.Error
	if !errors.As(err, &e) {
		return nil
	}
	return e.Fields
}
