package vpt_test

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rugdekking/vpt"
)

// 111222333 and 123456782 are the usual test numbers: they pass the eleven
// test and were never given out.
func TestHoldsBSN(t *testing.T) {
	for _, text := range []string{
		"123456782", "111222333", "bsn:123456782.", "BSN 123.456.782", "123 456 782", "123-456-782", "1234.56.782", "1234 56 782",
		"burgerservicenummer\n123456782\n", "(123456782)", "kamer 3 123456782", "123456789 en 123456782", "x123456782x",
		"zaak 2026-123456782", "123\u00a0456\u00a0782",
	} {
		if !vpt.HoldsBSN(text) {
			t.Errorf("not found in %q", text)
		}
	}
	for _, text := range []string{
		"", "geen nummer", "123456789" /* fails the test */, "000000000", "12345678", "1234567821", "0123456782",
		"0612345678", "06-12345678", "06 12 34 56 78", "088 123 4567", "+31612345678", "+31 6 12345678",
		"+31 123456782", "+31-123456782", "+31 (0)123456782", "+31 123 456 782", "0031 123456782", "+31(0) 123456782",
		"NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "NL20INGB0001234567",
		"2026-11-17 09:30", "17-11-2026", "€ 123.456,78", "Z-2026-00012", "M-2026-00012", "1234 AB 12",
	} {
		if vpt.HoldsBSN(text) {
			t.Errorf("found in %q", text)
		}
	}
}

func TestHoldsBSN_FindsEveryValidNumberInAnyText(t *testing.T) {
	digit := rapid.IntRange(0, 9)
	around := rapid.StringMatching(`[a-z ,.;:()\n]{0,12}`)
	rapid.Check(t, func(rt *rapid.T) {
		number, sum := "", 0
		for place := 9; place >= 2; place-- {
			d := digit.Draw(rt, "digit")
			number, sum = number+string(rune('0'+d)), sum+place*d
		}
		last := sum % 11 // the ninth counts minus one time
		if last == 10 || sum == 0 {
			return // no valid number begins like this
		}
		number += string(rune('0' + last))
		text := around.Draw(rt, "before") + number + around.Draw(rt, "after")
		if !vpt.HoldsBSN(text) {
			rt.Fatalf("not found in %q", text)
		}
		wrong := number[:8] + string(rune('0'+(last+1)%10))
		if vpt.HoldsBSN(wrong) {
			rt.Fatalf("%s passes with another last digit", wrong)
		}
	})
}

func TestInputs_RefuseABSNInEveryText(t *testing.T) {
	bsn := vpt.NewPrivate("zijn nummer is 123456782")
	in := vpt.ReportIncident{Account: bsn, Place: bsn, Instigator: bsn, Affected: []vpt.AffectedInput{{Name: bsn}}}
	var found []string
	for _, path := range paths(in.Validate("2026-11-17")) {
		if path == "account" || path == "place" || path == "instigator" || path == "affected" {
			found = append(found, path)
		}
	}
	if strings.Join(found, " ") != "affected account place instigator" {
		t.Errorf("refused in %v, want in each of the four texts", found)
	}
	err := in.Validate("2026-11-17")
	if strings.Contains(err.Error(), "123456782") {
		t.Error("the refusal repeats the number")
	}
}

func FuzzHoldsBSN(f *testing.F) {
	for _, seed := range []string{"123456782", "+31 123456782", "1234.56.782", "12345678", "\xff123456782", "123 456 782 111222333"} {
		f.Add(seed)
	}
	plain := regexp.MustCompile(`[0-9]{9}`)
	f.Fuzz(func(t *testing.T, text string) {
		found := vpt.HoldsBSN(text)
		if found && len(regexp.MustCompile(`[0-9]`).FindAllString(text, -1)) < 9 {
			t.Errorf("found in %q, which has fewer than nine digits", text)
		}
		if !found && plain.MatchString(text) && vpt.HoldsBSN("voor "+text+" na") {
			t.Errorf("words around %q change the answer", text)
		}
		if !vpt.HoldsBSN(text + " x 123456782") {
			t.Errorf("not found behind %q", text)
		}
	})
}
