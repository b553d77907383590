package credential

import (
	"strings"
	"testing"

	"rugdekking/vpt"
)

func TestPasswordRules(t *testing.T) {
	fatma := Owner{Name: vpt.NewPrivate("Fatma Yılmaz-de Vries"), Email: vpt.NewPrivate("f.yilmaz@lindemeer.example")}
	for _, c := range []struct{ password, want string }{
		{"", CodePasswordShort},
		{"elf tekens!", CodePasswordShort},
		{"twaalf teken", ""},
		{"éééééééééé11", CodePasswordCommon},
		{"cafe\u0301 op hoe", CodePasswordShort},  // eleven characters, twelve runes as typed
		{strings.Repeat("lange zinnen ", 10), ""}, // 130
		{strings.Repeat("mooi weer hier", 18), ""},
		{strings.Repeat("mooi weer hier", 19), CodePasswordLong},
		{"correct paard batterij nietje", ""},
		{"482915730264", ""},
		{"Welkom123456!", CodePasswordCommon},
		{"W3lk0m01W3lk0m01", CodePasswordCommon},
		{"Wachtwoord2026", CodePasswordCommon},
		{"Zomer2026Zomer2026", CodePasswordCommon},
		{"P@ssw0rd-P@$$w0rd", CodePasswordCommon},
		{"qwertyuiop12", CodePasswordCommon},
		{"1q2w3e4r5t6y", CodePasswordCommon},
		{"aaaaaaaaaaaaaaaa", CodePasswordCommon},
		{"121212121212", CodePasswordCommon},
		{"            ", CodePasswordCommon},
		{"gemeente!!!2026", CodePasswordCommon},
		{"gemeente met kersenbloesem", ""},
		{"FatmaYilmaz2026", CodePasswordName},
		{"f.yilmaz@lindemeer", CodePasswordName},
		{"yilmaz-welkom", CodePasswordName},
		{"Fatma fietst graag naar zee", ""},
	} {
		if got := NewPasswordRules().Check(vpt.NewPrivate(c.password), fatma); got != c.want {
			t.Errorf("%q: %q, want %q", c.password, got, c.want)
		}
	}
}

func TestPasswordRulesWithoutOwner(t *testing.T) {
	if got := NewPasswordRules().Check(vpt.NewPrivate("twaalf teken"), Owner{}); got != "" {
		t.Errorf("with no name known: %q", got)
	}
}

func TestCommonListIsFolded(t *testing.T) {
	rules := NewPasswordRules()
	if len(rules.common) < 200 {
		t.Errorf("%d words: the list was not read", len(rules.common))
	}
	for _, word := range rules.common {
		if word != fold(word) || strings.ContainsAny(word, " #\r") {
			t.Errorf("%q would never match", word)
		}
	}
}

func FuzzPasswordRules(f *testing.F) {
	f.Add("Welkom123456!", "Fatma", "f@lindemeer.example")
	f.Add("\xff\xfe2020 İstanbul ß", "\xff\xff\xff", "@")
	rules := NewPasswordRules()
	f.Fuzz(func(t *testing.T, password, name, email string) {
		code := rules.Check(vpt.NewPrivate(password), Owner{Name: vpt.NewPrivate(name), Email: vpt.NewPrivate(email)})
		if code == "" && len(password) < minPasswordRunes {
			t.Errorf("%q is accepted", password)
		}
	})
}
