package vpt_test

import (
	"testing"

	"rugdekking/vpt"
)

func TestCheckHalt(t *testing.T) {
	const day, today = vpt.Date("2026-11-16"), vpt.Date("2026-11-17")
	light := vpt.CheckHalt{Age: "15", Injury: vpt.AnswerNo, Weapon: vpt.AnswerNo, PoliceKnows: vpt.AnswerUnknown, Wish: vpt.AnswerYes, Damage: vpt.AnswerNo}
	change := func(f func(*vpt.CheckHalt)) vpt.CheckHalt { in := light; f(&in); return in }
	for _, row := range []struct {
		name   string
		in     vpt.CheckHalt
		born   vpt.Date
		want   string
		advice vpt.HaltAdvice
		age    int
	}{
		{"light", light, "", "", vpt.HaltDiscuss, 15},
		{"eleven", change(func(c *vpt.CheckHalt) { c.Age = "11" }), "", "age:te-jong-voor-halt", "", 0},
		{"twelve", change(func(c *vpt.CheckHalt) { c.Age = "12" }), "", "", vpt.HaltDiscuss, 12},
		{"seventeen", change(func(c *vpt.CheckHalt) { c.Age = "17" }), "", "", vpt.HaltDiscuss, 17},
		{"eighteen", change(func(c *vpt.CheckHalt) { c.Age = "18" }), "", "age:te-oud-voor-halt", "", 0},
		{"no age", change(func(c *vpt.CheckHalt) { c.Age = "" }), "", "age:verplicht", "", 0},
		{"not an age", change(func(c *vpt.CheckHalt) { c.Age = "een jaar of vijftien" }), "", "age:geen-leeftijd", "", 0},
		{"the date of birth goes before what is typed", change(func(c *vpt.CheckHalt) { c.Age = "30" }), "2012-01-01", "", vpt.HaltDiscuss, 14},
		{"turns twelve the day after", light, "2014-11-17", "age:te-jong-voor-halt", "", 0},
		{"turns twelve that day", light, "2014-11-16", "", vpt.HaltDiscuss, 12},
		{"turns eighteen that day", light, "2008-11-16", "age:te-oud-voor-halt", "", 0},
		{"turns eighteen the day after", light, "2008-11-17", "", vpt.HaltDiscuss, 17},
		{"injury", change(func(c *vpt.CheckHalt) { c.Injury = vpt.AnswerYes }), "", "", vpt.HaltTooGrave, 15},
		{"weapon, whatever she wants", change(func(c *vpt.CheckHalt) { c.Weapon, c.Wish = vpt.AnswerYes, vpt.AnswerNo }), "", "", vpt.HaltTooGrave, 15},
		{"not asked yet", change(func(c *vpt.CheckHalt) { c.Wish = vpt.AnswerUnknown }), "", "", vpt.HaltAsk, 15},
		{"no talk", change(func(c *vpt.CheckHalt) { c.Wish = vpt.AnswerNo }), "", "", vpt.HaltNoWish, 15},
		{"a question left open", change(func(c *vpt.CheckHalt) { c.Damage = "" }), "", "damage:verplicht", "", 0},
		{"a talk nobody referred to", change(func(c *vpt.CheckHalt) { c.TalkHeld = vpt.AnswerYes }), "", "referredBy:verplicht", "", 0},
		{"referred", change(func(c *vpt.CheckHalt) {
			c.ReferredBy, c.Article, c.ReferredOn = vpt.ReferredByPolice, vpt.NewPrivate("350 Sr"), today
		}), "", "", vpt.HaltDiscuss, 15},
		{"referred tomorrow", change(func(c *vpt.CheckHalt) { c.ReferredBy, c.ReferredOn = vpt.ReferredByPolice, today.AddDays(1) }), "", "referredOn:in-de-toekomst", "", 0},
		{"referred by us", change(func(c *vpt.CheckHalt) { c.ReferredBy = "werkgever" }), "", "referredBy:onbekende-keuze", "", 0},
	} {
		check, err := row.in.Check(row.born, day, today)
		if got := problems(err); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
		if row.want == "" && (check.Advice != row.advice || check.Age != row.age || check.AgeKnown != (row.born != "")) {
			t.Errorf("%s: advice %s at age %d", row.name, check.Advice, check.Age)
		}
	}
}

func TestAgeOn_LeapDay(t *testing.T) {
	for _, row := range []struct {
		born, day vpt.Date
		want      int
	}{{"2012-02-29", "2026-02-28", 13}, {"2012-02-29", "2026-03-01", 14}, {"2012-02-29", "2028-02-29", 16}, {"x", "2026-01-01", 0}, {"2030-01-01", "2026-01-01", 0}} {
		if got := vpt.AgeOn(row.born, row.day); got != row.want {
			t.Errorf("born %s, on %s: %d, want %d", row.born, row.day, got, row.want)
		}
	}
}

func TestInstigator_Born(t *testing.T) {
	for text, want := range map[string]vpt.Date{
		"2011-05-02": "2011-05-02", "2-5-2011": "2011-05-02", "02/05/2011": "2011-05-02", "2.5.2011": "2011-05-02", "2 mei 2011": "2011-05-02",
		"12 maart 2010": "2010-03-12", "12 mrt 2010": "2010-03-12", "1 Augustus 2009": "2009-08-01", "": "", "rond 2010": "", "31-2-2011": "", "2-5-11": "", "mei 2011": "",
	} {
		got, ok := (vpt.Instigator{BornOn: vpt.NewPrivate(text)}).Born()
		if got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", text, got, ok, want)
		}
	}
}

func TestBornOf(t *testing.T) {
	const day = vpt.Date("2026-11-16")
	person := func(born string) vpt.Instigator {
		return vpt.Instigator{Kind: vpt.InstigatorKnown, BornOn: vpt.NewPrivate(born)}
	}
	for _, row := range []struct {
		name  string
		all   []vpt.Instigator
		born  vpt.Date
		found bool
	}{
		{"nobody", nil, "", false},
		{"an organisation", []vpt.Instigator{{Kind: vpt.InstigatorGroup}}, "", false},
		{"somebody without a date", []vpt.Instigator{person("")}, "", true},
		{"a grown-up", []vpt.Instigator{person("1980-01-01")}, "1980-01-01", false},
		{"a child and her mother", []vpt.Instigator{person("1980-01-01"), person("2012-01-01")}, "2012-01-01", true},
		{"a grown-up and somebody unknown", []vpt.Instigator{person("1980-01-01"), person("")}, "1980-01-01", true},
	} {
		if born, found := vpt.BornOf(row.all, day); born != row.born || found != row.found {
			t.Errorf("%s: %q %v", row.name, born, found)
		}
	}
}
