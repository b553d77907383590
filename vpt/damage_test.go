package vpt_test

import (
	"testing"

	"pgregory.net/rapid"

	"rugdekking/vpt"
)

func TestParseAmount(t *testing.T) {
	for text, want := range map[string]vpt.Cents{
		"12": 1200, "12,5": 1250, "12,50": 1250, "12.50": 1250, "0": 0, "1.234": 123400, "1.234,50": 123450, "€ 1.234,50": 123450, "€12": 1200,
		"1 234,50": 123450, "129,-": 12900, "0,05": 5, "10.000.000": 1_000_000_000,
	} {
		if got, ok := vpt.ParseAmount(text); !ok || got != want {
			t.Errorf("%q: %d %v, want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "€", "veel", "-5", "1,234,50", "12,345", "1.23.45", ".50", "12.", "1.2345", "10.000.000,01", "9999999999", "1e3", "٣"} {
		if got, ok := vpt.ParseAmount(text); ok {
			t.Errorf("%q is taken for %d", text, got)
		}
	}
}

func TestParseAmount_NeverPanicsAndStaysInBounds(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n, ok := vpt.ParseAmount(rapid.OneOf(rapid.String(), rapid.StringMatching(`[0-9€., -]{0,14}`)).Draw(rt, "text"))
		if ok && (n < 0 || n > vpt.MaxAmount) {
			rt.Fatalf("%d", n)
		}
	})
}

func TestSaveDamage_Item(t *testing.T) {
	const today = vpt.Date("2026-11-17")
	number := vpt.NewPrivate("PL-1")
	complaint := vpt.DamageGrounds{Kinds: refs("F2"), Police: []vpt.PoliceRecord{{Kind: vpt.PoliceComplaint, Reference: number}}, Evidence: []vpt.Evidence{{ID: "bon"}, {ID: "weg", Removed: true}}}
	with := func(kinds string, records ...vpt.PoliceRecord) vpt.DamageGrounds {
		return vpt.DamageGrounds{Kinds: refs(kinds), Police: records}
	}
	jacket := vpt.SaveDamage{Kind: vpt.DamageClothes, Amount: "80"}
	change := func(f func(*vpt.SaveDamage)) vpt.SaveDamage { in := jacket; f(&in); return in }
	route := func(k vpt.DamageKind, r vpt.DamageRoute) vpt.SaveDamage {
		return vpt.SaveDamage{Kind: k, Amount: "80", Route: r}
	}
	for _, row := range []struct {
		name  string
		in    vpt.SaveDamage
		g     vpt.DamageGrounds
		want  string
		route vpt.DamageRoute
	}{
		{"a jacket", jacket, complaint, "", ""},
		{"nothing", vpt.SaveDamage{}, complaint, "kind:verplicht amount:verplicht", ""},
		{"wages go to the civil judge by themselves", route(vpt.DamageWage, ""), complaint, "", vpt.RouteCivil},
		{"coming back too", route(vpt.DamageReturn, ""), complaint, "", vpt.RouteCivil},
		{"wages joined on purpose", route(vpt.DamageWage, vpt.RouteJoin), complaint, "", vpt.RouteJoin},
		{"joined", route(vpt.DamageClothes, vpt.RouteJoin), complaint, "", vpt.RouteJoin},
		{"joined without a complaint", route(vpt.DamageClothes, vpt.RouteJoin), with("F2", vpt.PoliceRecord{Kind: vpt.PoliceNotice, Reference: number}), "route:voegen-zonder-aangifte", ""},
		{"joined with an old record", route(vpt.DamageClothes, vpt.RouteJoin), with("F2", vpt.PoliceRecord{Kind: vpt.PoliceUndistinguished}), "", vpt.RouteJoin},
		{"fund", route(vpt.DamageImmaterial, vpt.RouteFund), complaint, "", vpt.RouteFund},
		{"fund by a notice with a number", route(vpt.DamageImmaterial, vpt.RouteFund), with("B4", vpt.PoliceRecord{Kind: vpt.PoliceNotice, Reference: number}), "", vpt.RouteFund},
		{"fund without violence", route(vpt.DamageImmaterial, vpt.RouteFund), with("V2 Z1", vpt.PoliceRecord{Kind: vpt.PoliceComplaint, Reference: number}), "route:schadefonds-alleen-geweld", ""},
		{"fund without a number", route(vpt.DamageImmaterial, vpt.RouteFund), with("X2", vpt.PoliceRecord{Kind: vpt.PoliceComplaint}), "route:politienummer-nodig", ""},
		{"fund with the number of a reason", route(vpt.DamageImmaterial, vpt.RouteFund), with("X2", vpt.PoliceRecord{Kind: vpt.PoliceNone, Reference: number}), "route:politienummer-nodig", ""},
		{"fund for a wall", route(vpt.DamageBuilding, vpt.RouteFund), complaint, "route:alleen-medewerker", ""},
		{"we take over our own", route(vpt.DamageVehicle, vpt.RouteEmployer), complaint, "route:alleen-medewerker", ""},
		{"we take over hers", route(vpt.DamageClothes, vpt.RouteEmployer), complaint, "", vpt.RouteEmployer},
		{"a receipt of the case", change(func(d *vpt.SaveDamage) { d.Receipt = "bon" }), complaint, "", ""},
		{"a receipt that is gone", change(func(d *vpt.SaveDamage) { d.Receipt = "weg" }), complaint, "receipt:onbekende-keuze", ""},
		{"a receipt of elsewhere", change(func(d *vpt.SaveDamage) { d.Receipt = "x" }), complaint, "receipt:onbekende-keuze", ""},
		{"claimed without a day", change(func(d *vpt.SaveDamage) { d.Claimed = "80" }), complaint, "claimedOn:verplicht", ""},
		{"awarded without an amount", change(func(d *vpt.SaveDamage) { d.AwardedOn = today }), complaint, "awarded:verplicht", ""},
		{"received tomorrow", change(func(d *vpt.SaveDamage) { d.Received, d.ReceivedOn = "80", today.AddDays(1) }), complaint, "receivedOn:in-de-toekomst", ""},
		{"no amount", change(func(d *vpt.SaveDamage) { d.Amount = "tachtig" }), complaint, "amount:geen-bedrag", ""},
		{"given up without a reason", change(func(d *vpt.SaveDamage) { d.GivenUp = true }), complaint, "givenUpWhy:verplicht", ""},
	} {
		item, err := row.in.Item(row.g, today)
		if got := problems(err); got != row.want || got == "" && item.Route != row.route {
			t.Errorf("%s: %q by %q, want %q by %q", row.name, got, item.Route, row.want, row.route)
		}
	}
}

func TestDamageTrack(t *testing.T) {
	open, settled := vpt.DamageItem{}, vpt.DamageItem{ReceivedOn: "2026-11-17"}
	for _, row := range []struct {
		name  string
		items []vpt.DamageItem
		want  vpt.TrackState
	}{
		{"none", nil, ""}, {"open", []vpt.DamageItem{open}, vpt.TrackBusy}, {"one of two", []vpt.DamageItem{settled, open}, vpt.TrackBusy},
		{"received", []vpt.DamageItem{settled}, vpt.TrackDone}, {"given up", []vpt.DamageItem{{GivenUp: true}}, vpt.TrackDone},
		{"rejected", []vpt.DamageItem{{AwardedOn: "2026-11-17"}}, vpt.TrackDone}, {"awarded and waited for", []vpt.DamageItem{{AwardedOn: "2026-11-17", Awarded: 1}}, vpt.TrackBusy},
	} {
		if got, ok := vpt.DamageTrack(row.items); got != row.want || ok != (row.want != "") {
			t.Errorf("%s: %s %v, want %s", row.name, got, ok, row.want)
		}
	}
}

func TestDamageDue(t *testing.T) {
	const today = vpt.Date("2026-11-17")
	open, claimed, civil := vpt.DamageItem{}, vpt.DamageItem{Route: vpt.RouteJoin, ClaimedOn: today}, vpt.DamageItem{Route: vpt.RouteCivil}
	for _, row := range []struct {
		name    string
		items   []vpt.DamageItem
		track   vpt.TrackState
		hearing vpt.Date
		want    vpt.Date
	}{
		{"two weeks before", []vpt.DamageItem{open}, vpt.TrackBusy, "2026-12-20", "2026-12-06"},
		{"or now", []vpt.DamageItem{open}, vpt.TrackBusy, "2026-11-20", today},
		{"no hearing", []vpt.DamageItem{open}, vpt.TrackBusy, "", ""},
		{"a hearing that was", []vpt.DamageItem{open}, vpt.TrackBusy, "2026-11-16", ""},
		{"claimed", []vpt.DamageItem{claimed}, vpt.TrackBusy, "2026-12-20", ""},
		{"civil", []vpt.DamageItem{civil}, vpt.TrackBusy, "2026-12-20", ""},
		{"one of them", []vpt.DamageItem{claimed, civil, open}, vpt.TrackBusy, "2026-12-20", "2026-12-06"},
		{"nobody asked yet", nil, vpt.TrackOpen, "2026-12-20", "2026-12-06"},
		{"there is none", nil, vpt.TrackNotApplicable, "2026-12-20", ""},
	} {
		if got, ok := vpt.DamageDue(row.items, row.track, row.hearing, today); got != row.want || ok != (row.want != "") {
			t.Errorf("%s: %s %v, want %s", row.name, got, ok, row.want)
		}
	}
}

func TestTotalDamage(t *testing.T) {
	got := vpt.TotalDamage([]vpt.DamageItem{{Amount: 100, Claimed: 90, Awarded: 80, Received: 70}, {Amount: 1, GivenUp: true}})
	if got != (vpt.DamageTotals{Amount: 101, Claimed: 90, Awarded: 80, Received: 70}) {
		t.Errorf("%+v", got)
	}
}
