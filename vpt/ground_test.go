package vpt_test

import (
	"slices"
	"strings"
	"testing"

	"rugdekking/vpt"
)

func refs(codes string) []vpt.CodeRef {
	var out []vpt.CodeRef
	for _, c := range strings.Fields(codes) {
		out = append(out, vpt.CodeRef{Version: 1, Code: c})
	}
	return out
}

func TestGrounds(t *testing.T) {
	for _, row := range []struct {
		kinds     string
		officials bool
		want      string // offence, articles, and ! when it waits for a complaint
	}{
		{"V2", true, "belediging 266, 267"},
		{"V2", false, "belediging 266!"},
		{"V4", true, "smaad 261, 262"},
		{"V4", false, "smaad 261, 262!"},
		{"B", true, "bedreiging 285"},
		{"B5", true, "bedreiging 285"},
		{"I4", true, "ambtsdwang 179"},
		{"S2", true, "belaging 285b!"},
		{"O3", true, "doxing 285d"},
		{"F", true, "mishandeling 300, 304"},
		{"F1 F4", true, "mishandeling 300, 304"},
		{"F5", true, "poging-doodslag 45, 287, 302"},
		{"X2", true, "zedenmisdrijf titel XIV"},
		{"Z", true, "vernieling 350"},
		{"Z1", true, "vernieling 350"},
		{"H1", true, "vredebreuk 138, 139"},
		{"H2 D1", true, "vredebreuk 138, 139; discriminatie 137c"},
		{"B2 V2", true, "belediging 266, 267; bedreiging 285"},
		{"V1 I1 O4 N9 S1 F6", true, ""},
		{"", false, ""},
	} {
		var got []string
		for _, g := range vpt.Grounds(refs(row.kinds), row.officials) {
			text := string(g.Offence) + " " + g.Articles
			if g.Complaint {
				text += "!"
			}
			got = append(got, text)
		}
		if strings.Join(got, "; ") != row.want {
			t.Errorf("%q (officials %v): %q, want %q", row.kinds, row.officials, strings.Join(got, "; "), row.want)
		}
		if want := strings.Contains(row.want, "!"); vpt.NeedsComplaint(vpt.Grounds(refs(row.kinds), row.officials)) != want {
			t.Errorf("%q waits for a complaint: not %v", row.kinds, want)
		}
	}
}

// Three months of thirty days each, counted after the day itself (66 and 88 Sr).
func TestComplaintBy(t *testing.T) {
	for day, want := range map[vpt.Date]vpt.Date{"2026-11-17": "2027-02-15", "2027-02-01": "2027-05-02", "2028-02-01": "2028-05-01", "": ""} {
		if got := vpt.ComplaintBy(day); got != want {
			t.Errorf("%s: %s, want %s", day, got, want)
		}
	}
}

func TestPoliceDetails(t *testing.T) {
	const today = vpt.Date("2026-11-17")
	for _, row := range []struct {
		name string
		kind vpt.PoliceKind
		d    vpt.PoliceDetails
		want string
	}{
		{"nothing more", vpt.PoliceComplaint, vpt.PoliceDetails{}, ""},
		{"by the employee", vpt.PoliceComplaint, vpt.PoliceDetails{FiledBy: vpt.FiledByEmployee}, ""},
		{"by an attorney without a power", vpt.PoliceComplaint, vpt.PoliceDetails{FiledBy: vpt.FiledByAttorney}, "attorney:machtiging-nodig"},
		{"by an attorney who says so", vpt.PoliceComplaint, vpt.PoliceDetails{FiledBy: vpt.FiledByAttorney, Attorney: vpt.AnswerNo}, "attorney:machtiging-nodig"},
		{"with a power, no day", vpt.PoliceComplaint, vpt.PoliceDetails{FiledBy: vpt.FiledByAttorney, Attorney: vpt.AnswerYes}, "attorneyOn:verplicht"},
		{"with a power", vpt.PoliceComplaint, vpt.PoliceDetails{FiledBy: vpt.FiledByAttorney, Attorney: vpt.AnswerYes, AttorneyOn: today}, ""},
		{"by the employer, not asked", vpt.PoliceComplaint, vpt.PoliceDetails{FiledBy: vpt.FiledByEmployer}, "attorney:verplicht"},
		{"by the employer as who knows of it", vpt.PoliceComplaint, vpt.PoliceDetails{FiledBy: vpt.FiledByEmployer, Attorney: vpt.AnswerNo}, ""},
		{"a notice needs no power", vpt.PoliceNotice, vpt.PoliceDetails{FiledBy: vpt.FiledByEmployer}, ""},
		{"a power of tomorrow", vpt.PoliceComplaint, vpt.PoliceDetails{Attorney: vpt.AnswerYes, AttorneyOn: today.AddDays(1)}, "attorneyOn:in-de-toekomst"},
		{"two addresses", vpt.PoliceComplaint, vpt.PoliceDetails{Identity: vpt.IdentityDomicile, Domicile: vpt.AnswerNo}, "identity:adres-werkgever-nodig"},
		{"made up", vpt.PoliceNotice, vpt.PoliceDetails{VPTAsked: "misschien", Identity: "anoniem", NotFiled: "geen-zin"}, "vptAsked:onbekende-keuze identity:onbekende-keuze notFiled:onbekende-keuze"},
	} {
		var p vpt.Problems
		row.d.Validate(&p, row.kind, today)
		if got := problems(p.Err()); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
	if d := (vpt.PoliceDetails{Identity: vpt.IdentityDomicile, NotFiled: vpt.NotFiledFear}).Tidy(vpt.PoliceComplaint); d.Domicile != vpt.AnswerYes || d.NotFiled != "" {
		t.Errorf("tidied to %+v", d)
	}
	if d := (vpt.PoliceDetails{VPTAsked: vpt.AnswerYes, NotFiled: vpt.NotFiledFear}).Tidy(vpt.PoliceNone); d != (vpt.PoliceDetails{NotFiled: vpt.NotFiledFear}) {
		t.Errorf("nothing done: %+v", d)
	}
}

// problems writes what is wrong as path:code, in order.
func problems(err error) string {
	var out []string
	for _, f := range vpt.FieldsOf(err) {
		out = append(out, f.Path+":"+f.Code)
	}
	return strings.Join(out, " ")
}

func TestUpdatePolice(t *testing.T) {
	const today = vpt.Date("2026-11-17")
	r := vpt.PoliceRecord{Kind: vpt.PoliceComplaint, DoneOn: "2026-11-10"}
	for _, row := range []struct {
		name string
		s    vpt.PoliceStep
		want string
	}{
		{"details only", vpt.PoliceStep{On: today}, ""},
		{"words about no line", vpt.PoliceStep{Sentence: vpt.NewPrivate("taakstraf")}, "step:kies-eerst-stap"},
		{"a line", vpt.PoliceStep{Kind: vpt.StepTaken, On: "2026-11-11"}, ""},
		{"before the complaint", vpt.PoliceStep{Kind: vpt.StepTaken, On: "2026-11-09"}, "stepOn:voor-aangifte"},
		{"tomorrow", vpt.PoliceStep{Kind: vpt.StepTaken, On: "2026-11-18"}, "stepOn:in-de-toekomst"},
		{"a hearing without a day", vpt.PoliceStep{Kind: vpt.StepHearing, On: today}, "hearingOn:verplicht"},
		{"a hearing next year", vpt.PoliceStep{Kind: vpt.StepHearing, On: today, HearingOn: "2027-03-01"}, ""},
		{"a hearing that was", vpt.PoliceStep{Kind: vpt.StepHearing, On: today, HearingOn: "2026-11-16"}, "hearingOn:einde-voor-begin"},
		{"a hearing with a verdict", vpt.PoliceStep{Kind: vpt.StepConvicted, On: today, HearingOn: "2027-03-01"}, "hearingOn:alleen-bij-zitting"},
		{"a number that is none of ours", vpt.PoliceStep{Kind: vpt.StepProsecutor, On: today, Reference: vpt.NewPrivate("123456782")}, "omReference:bsn"},
		{"made up", vpt.PoliceStep{Kind: "gevlucht", On: today}, "step:onbekende-keuze"},
	} {
		if got := problems(vpt.UpdatePolice{Step: row.s}.Validate(r, today)); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}

func TestPoliceStepKinds_EachIsProgressOrOutcome(t *testing.T) {
	var outcomes []vpt.PoliceStepKind
	for _, k := range vpt.PoliceStepKinds() {
		if k.Outcome() {
			outcomes = append(outcomes, k)
		}
	}
	want := []vpt.PoliceStepKind{"geseponeerd", "strafbeschikking", "transactie", "halt", "veroordeeld", "vrijgesproken", "vordering-toegewezen", "vordering-afgewezen"}
	if !slices.Equal(outcomes, want) {
		t.Errorf("outcomes %q, want %q", outcomes, want)
	}
}

func TestHearingAhead(t *testing.T) {
	hearing := func(record vpt.PoliceRecordID, on vpt.Date) vpt.PoliceStep {
		return vpt.PoliceStep{Record: record, Kind: vpt.StepHearing, HearingOn: on}
	}
	for _, row := range []struct {
		name  string
		steps []vpt.PoliceStep
		want  vpt.Date
	}{
		{"none", nil, ""},
		{"one", []vpt.PoliceStep{hearing("a", "2027-01-10")}, "2027-01-10"},
		{"today", []vpt.PoliceStep{hearing("a", "2026-11-17")}, "2026-11-17"},
		{"has been", []vpt.PoliceStep{hearing("a", "2026-11-16")}, ""},
		{"moved: the last word counts", []vpt.PoliceStep{hearing("a", "2027-01-10"), hearing("a", "2027-02-10")}, "2027-02-10"},
		{"two records: the first day", []vpt.PoliceStep{hearing("a", "2027-02-10"), hearing("b", "2027-01-10")}, "2027-01-10"},
	} {
		if got := vpt.HearingAhead(row.steps, "2026-11-17"); got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
}
