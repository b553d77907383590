package app_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestSettings_EachPageChangesItsOwnPart(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		bea := w.Actor("bea")
		clocks := vpt.DefaultClocks()
		clocks.ReactionHours = 48
		w.Must(w.App.SaveClocks(ctx, bea, clocks))
		w.Must(w.App.SaveCalendar(ctx, bea, vpt.SaveCalendar{Year: 2027, Days: []vpt.DaySetting{{On: "2027-05-05", Work: true}}}))
		w.Must(w.App.SaveCalendar(ctx, bea, vpt.SaveCalendar{Year: 2026, Days: []vpt.DaySetting{{On: "2026-12-24", Name: "Kerstavond"}}}))
		w.Must(w.App.SaveOrganisation(ctx, bea, vpt.SaveOrganisation{Name: "Toetsdam", Emergency: "112 en 2112"}))
		view, err := w.App.Settings(ctx, bea)
		w.Must(err)
		s := view.Organisation.Settings
		if view.Organisation.Name != "Toetsdam" || s.Clocks.ReactionHours != 48 || len(s.Days) != 2 || s.Days[0].On != "2026-12-24" || s.Emergency != "112 en 2112" {
			t.Errorf("one page undid another: %+v", view.Organisation)
		}
		if view.GatesOpen || view.Today != "2026-11-17" {
			t.Errorf("gates open %t on %s", view.GatesOpen, view.Today)
		}
		if s.Zone != "Europe/Amsterdam" {
			t.Errorf("zone %q", s.Zone)
		}
	})
}

func TestSettings_RefusesWhatIsNotRight(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		bea := w.Actor("bea")
		before := w.Value(`SELECT settings FROM organisation WHERE code = 'toetsdam'`)
		for name, err := range map[string]error{
			"no name":      w.App.SaveOrganisation(ctx, bea, vpt.SaveOrganisation{}),
			"a theme path": w.App.SaveOrganisation(ctx, bea, vpt.SaveOrganisation{Name: "Toetsdam", Theme: "../../etc"}),
			"half a phone": w.App.SaveOrganisation(ctx, bea, vpt.SaveOrganisation{Name: "Toetsdam", HelpNumbers: []vpt.HelpNumber{{Label: "Opvang"}}}),
			"no clock":     w.App.SaveClocks(ctx, bea, vpt.ClockSettings{}),
			"another year": w.App.SaveCalendar(ctx, bea, vpt.SaveCalendar{Year: 2027, Days: []vpt.DaySetting{{On: "2026-05-05", Work: true}}}),
		} {
			if vpt.KindOf(err) != vpt.KindInvalid {
				t.Errorf("%s: %v", name, err)
			}
		}
		for _, name := range []string{"rosa", "mila", "cora", "ada"} {
			who := w.Actor(name)
			if err := w.App.SaveClocks(ctx, who, vpt.DefaultClocks()); vpt.KindOf(err) != vpt.KindForbidden {
				t.Errorf("%s changes the terms: %v", name, err)
			}
			if _, err := w.App.Settings(ctx, who); vpt.KindOf(err) != vpt.KindForbidden {
				t.Errorf("%s reads the settings: %v", name, err)
			}
		}
		if after := w.Value(`SELECT settings FROM organisation WHERE code = 'toetsdam'`); after != before {
			t.Error("something was written")
		}
	})
}

func TestUnits_TreeWithPeopleAndManagers(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		bea := w.Actor("bea")
		view, err := w.App.Units(ctx, bea)
		w.Must(err)
		type line struct {
			name    string
			depth   int
			people  int
			managed bool
		}
		var got []line
		for _, u := range view.Units {
			got = append(got, line{u.Name, u.Depth, u.People, u.Managed})
		}
		if want := []line{{"Balie", 0, 3, true}, {"Loket", 1, 1, false}, {"Werk", 0, 4, true}}; !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
		for name, in := range map[string]vpt.SaveUnit{
			"same name beside it": {Name: "Werk"},
			"below itself":        {ID: w.Units["Balie"], Name: "Balie", Parent: w.Units["Loket"]},
			"no name":             {Parent: w.Units["Balie"]},
			"below what is not":   {Name: "Nieuw", Parent: "weg"},
		} {
			if _, err := w.App.SaveUnit(ctx, bea, in); vpt.KindOf(err) != vpt.KindInvalid {
				t.Errorf("%s: %v", name, err)
			}
		}
		for name, in := range map[string]vpt.SaveSite{
			"same name":       {Name: "Stadhuis"},
			"at what is not":  {Name: "Werf", Unit: "weg"},
			"without a name":  {Unit: w.Units["Balie"]},
			"renamed to none": {ID: w.Sites["Stadhuis"]},
		} {
			if _, err := w.App.SaveSite(ctx, bea, in); vpt.KindOf(err) != vpt.KindInvalid {
				t.Errorf("site %s: %v", name, err)
			}
		}
		if _, err := w.App.SaveSite(ctx, bea, vpt.SaveSite{ID: "weg", Name: "Weg"}); !errors.Is(err, vpt.ErrNotFound) {
			t.Errorf("a site that is not there: %v", err)
		}
	})
}

func TestAdminOverview_SaysWhatIsMissing(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		view, err := w.App.AdminOverview(ctx, w.Actor("bea"))
		w.Must(err)
		want := vpt.AdminOverview{People: 14, Invited: 14, Units: 3, Sites: 1, Coordinators: 1, GatesOpen: true, Emergency: true, MayAdminister: true, MayDecideMails: true, MayWriteLetters: true}
		want.Stationery = vpt.Stationery{}.Missing()
		if !reflect.DeepEqual(view, want) {
			t.Errorf("got %+v, want %+v", view, want)
		}
		w.Must(w.App.BlockPerson(ctx, w.Actor("bea"), w.People["wout"]))
		view, err = w.App.AdminOverview(ctx, w.Actor("cora"))
		w.Must(err)
		if view.People != 13 || view.Unmanaged != 1 || view.MayAdminister || !view.MayDecideMails {
			t.Errorf("after blocking a manager the coordinator sees %+v", view)
		}
		for _, name := range []string{"rosa", "mila", "ada"} {
			if _, err := w.App.AdminOverview(ctx, w.Actor(name)); vpt.KindOf(err) != vpt.KindForbidden {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestSaveCodes_NewVersionAndOldRecordsKeepTheirs(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		bea := w.Actor("bea")
		w.Report("rosa", nil)
		view, err := w.App.CodeSet(ctx, bea, vpt.KindList, 0)
		w.Must(err)
		codes := slices.Clone(view.Set.Codes)
		for i := range codes {
			if codes[i].Code == "V2" {
				codes[i].RollUp, codes[i].Retired = vpt.RollUpThreat, true
			}
		}
		codes = append(codes, vpt.Code{Code: "V99", Group: "V", LabelNL: "Fluiten", LabelEN: "Whistling", RollUp: vpt.RollUpVerbal, Choosable: true})
		version, err := w.App.SaveCodes(ctx, bea, vpt.SaveCodes{List: vpt.KindList, Base: 1, Codes: codes})
		w.Must(err)
		if version != 2 {
			t.Fatalf("version %d", version)
		}
		if v := w.Value(`SELECT version || '' FROM report_kind WHERE code = 'V2'`); v != "1" {
			t.Errorf("the old record moved to version %s", v)
		}
		in := apptest.AReport()
		if _, err := w.App.ReportIncident(ctx, w.Actor("rosa"), in); vpt.KindOf(err) != vpt.KindInvalid {
			t.Errorf("a retired code can still be chosen: %v", err)
		}
		in.Kinds = []string{"V99"}
		_, err = w.App.ReportIncident(ctx, w.Actor("rosa"), in)
		w.Must(err)
		if _, err := w.App.SaveCodes(ctx, bea, vpt.SaveCodes{List: vpt.KindList, Base: 1, Codes: codes}); vpt.KindOf(err) != vpt.KindConflict {
			t.Errorf("from an old version: %v", err)
		}
		if again, err := w.App.SaveCodes(ctx, bea, vpt.SaveCodes{List: vpt.KindList, Base: 2, Codes: codes}); err != nil || again != 2 {
			t.Errorf("the same again gave version %d, %v", again, err)
		}
		old, err := w.App.CodeSet(ctx, bea, vpt.KindList, 1)
		w.Must(err)
		if old.MayEdit || old.Newest != 2 || len(old.Set.Codes) != len(codes)-1 {
			t.Errorf("version 1 may be edited: %t, newest %d, %d codes", old.MayEdit, old.Newest, len(old.Set.Codes))
		}
	})
}

func TestAdoptCodes_AddsWhatTheListLacks(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		bea := w.Actor("bea")
		if version, err := w.App.AdoptCodes(ctx, bea, vpt.ChannelList); err != nil || version != 1 {
			t.Errorf("nothing to adopt gave version %d, %v", version, err)
		}
		if _, err := w.App.AdoptCodes(ctx, bea, "weg"); !errors.Is(err, vpt.ErrNotFound) {
			t.Errorf("a list that is not there: %v", err)
		}
		if _, err := w.App.CodeSet(ctx, bea, vpt.ChannelList, 9); !errors.Is(err, vpt.ErrNotFound) {
			t.Errorf("a version that is not there: %v", err)
		}
		if _, err := w.App.AdoptCodes(ctx, w.Actor("cora"), vpt.ChannelList); vpt.KindOf(err) != vpt.KindForbidden {
			t.Errorf("by the coordinator: %v", err)
		}
		lists, err := w.App.CodeSets(ctx, bea)
		w.Must(err)
		if len(lists) != len(vpt.CodeLists()) || lists[0].List != vpt.KindList || lists[0].Count != 46 || lists[0].Newer != 0 {
			t.Errorf("lists %+v", lists)
		}
	})
}

func TestDecideMail(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		w.Report("rosa", nil)
		w.Report("rosa", nil)
		_, err := w.DB.Raw(t).ExecContext(ctx, `UPDATE mail SET state = 'onzeker' WHERE reason = 'nieuwe-zaak'`)
		w.Must(err)
		cora := w.Actor("cora")
		troubles, err := w.App.UncertainMails(ctx, cora)
		w.Must(err)
		if len(troubles.Mails) != 2 || troubles.Mails[0].Name.ID != w.People["mila"] || troubles.Mails[0].Name.Name.IsZero() {
			t.Fatalf("troubles %+v", troubles.Mails)
		}
		again, leave := troubles.Mails[0].ID, troubles.Mails[1].ID
		w.Must(w.App.DecideMail(ctx, cora, again, true))
		w.Must(w.App.DecideMail(ctx, w.Actor("bea"), leave, false))
		for id, want := range map[vpt.MailID]vpt.MailState{again: vpt.MailQueued, leave: vpt.MailSettled} {
			if got := w.Value(`SELECT state FROM mail WHERE id = $1`, string(id)); got != string(want) {
				t.Errorf("state %s, want %s", got, want)
			}
			if err := w.App.DecideMail(ctx, cora, id, true); !errors.Is(err, vpt.ErrNotFound) {
				t.Errorf("deciding twice: %v", err)
			}
		}
		for _, name := range []string{"rosa", "mila", "ada", "olga"} {
			if err := w.App.DecideMail(ctx, w.Actor(name), leave, true); err == nil {
				t.Errorf("%s decides", name)
			}
		}
		if got, err := w.App.UncertainMails(ctx, w.Actor("olga")); err != nil || len(got.Mails) != 0 {
			t.Errorf("another organisation sees %d mails, %v", len(got.Mails), err)
		}
	})
}
