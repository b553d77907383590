package seal_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

func TestParseMaster(t *testing.T) {
	good := string(seal.NewMaster())
	header, secret, _ := strings.Cut(strings.TrimSpace(good), "\n")
	for name, text := range map[string]string{
		"as it was made": good, "without the last line end": strings.TrimSpace(good), "with line ends of Windows": header + "\r\n" + secret + "\r\n", "with space around it": "\n " + good + "\n",
	} {
		if _, err := seal.ParseMaster([]byte(text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	short := base64.StdEncoding.EncodeToString(make([]byte, 31))
	for name, text := range map[string]string{
		"empty": "", "only a header": header, "only a secret": secret, "another header": "rugdekking-master-key-2\n" + secret,
		"too short": header + "\n" + short, "no base64": header + "\n" + strings.Replace(secret, secret[:1], "*", 1), "two secrets": header + "\n" + secret + secret,
	} {
		if m, err := seal.ParseMaster([]byte(text)); err == nil {
			t.Errorf("%s is taken for a key file", name)
		} else if m != nil || strings.Contains(err.Error(), secret[:8]) {
			t.Errorf("%s: the refusal %q gives something away", name, err)
		}
	}
}

func TestMaster_EachUseHasItsOwnKey(t *testing.T) {
	one, two := newMaster(t), newMaster(t)
	again, err := seal.ParseMaster([]byte(fixedFile))
	if err != nil {
		t.Fatal(err)
	}
	fixed, err := seal.ParseMaster([]byte(fixedFile))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again.Check(), fixed.Check()) || !again.Sign().Equal(fixed.Sign()) {
		t.Error("one file gives two keys")
	}
	if bytes.Equal(one.Check(), two.Check()) || one.Sign().Equal(two.Sign()) || bytes.Equal(one.BlindIndex("d", "s", "v"), two.BlindIndex("d", "s", "v")) {
		t.Error("two files give one key")
	}
}

func TestMaster_NeverShowsItself(t *testing.T) {
	m, err := seal.ParseMaster([]byte(fixedFile))
	if err != nil {
		t.Fatal(err)
	}
	secrets := []string{fmt.Sprint([]byte(m.Sign()[:4])), hex.EncodeToString(m.Sign()[:4]), fmt.Sprintf("%#v", m.Sign()[:2])}
	type config struct{ Master *seal.Master }
	var out bytes.Buffer
	slog.New(slog.NewTextHandler(&out, nil)).Info("x", "m", m, "c", config{m})
	for verb := 'A'; verb <= 'z'; verb++ {
		fmt.Fprintf(&out, "%"+string(verb)+" %+"+string(verb), m, config{m})
	}
	for _, secret := range secrets {
		if inner := strings.Trim(secret, "[]"); strings.Contains(out.String(), inner) {
			t.Fatalf("printing shows %q", inner)
		}
	}
	if strings.Contains(out.String(), "wrap:") {
		t.Error("printing shows what is inside")
	}
}

func TestBlindIndex_KeepsApart(t *testing.T) {
	m := newMaster(t)
	part := rapid.StringMatching(`[a-c0-9:]{0,4}`)
	rapid.Check(t, func(rt *rapid.T) {
		var a, b [3]string
		for i := range a {
			a[i], b[i] = part.Draw(rt, "a"), part.Draw(rt, "b")
		}
		same := bytes.Equal(m.BlindIndex(a[0], a[1], a[2]), m.BlindIndex(b[0], b[1], b[2]))
		if same != (a == b) {
			rt.Fatalf("%q and %q have the same index: %v", a, b, same)
		}
	})
	if bytes.Equal(m.BlindIndex("email", "toetsdam", "x"), m.BlindIndex("staff", "toetsdam", "x")) {
		t.Error("an e-mail address and a staff number that are equal have one index")
	}
	if bytes.Equal(m.BlindIndex("a1:b", "", ""), m.BlindIndex("a", "b", "")) {
		t.Error("a border moved gives the same index")
	}
	if strings.Contains(string(m.BlindIndex("email", "", "anna")), "anna") {
		t.Error("the index holds its value")
	}
}

func TestBlindText_WhatAPersonCallsTheSame(t *testing.T) {
	m := newMaster(t)
	index := func(text string) string { return string(m.BlindText("email", "", vpt.NewPrivate(text))) }
	for _, same := range []string{"Anna@Toetsdam.EXAMPLE", " anna@toetsdam.example\t", "\u00a0anna@toetsdam.example", "ａnna@toetsdam.example"} {
		if index(same) != index("anna@toetsdam.example") {
			t.Errorf("%q is another", same)
		}
	}
	if index("ré") != index("re\u0301") {
		t.Error("a composed letter is another than its parts")
	}
	for _, other := range []string{"anna@toetsdam.example.", "ana@toetsdam.example", ""} {
		if index(other) == index("anna@toetsdam.example") {
			t.Errorf("%q is the same", other)
		}
	}
}

func TestSortKey_AsInADutchList(t *testing.T) {
	key := func(s string) string { return seal.SortKey(vpt.NewPrivate(s)) }
	names := []string{"Aa", "Çelik", "De Wit", "de Witte", "Élise", "eva", "Zwart"}
	for i := 1; i < len(names); i++ {
		if key(names[i-1]) >= key(names[i]) {
			t.Errorf("%q sorts behind %q", names[i-1], names[i])
		}
	}
}

func FuzzParseMaster(f *testing.F) {
	f.Add(seal.NewMaster())
	f.Add([]byte(fixedFile))
	f.Add([]byte("rugdekking-master-key-1\n"))
	f.Add([]byte("rugdekking-master-key-1\r\nAAAA"))
	f.Fuzz(func(t *testing.T, file []byte) {
		m, err := seal.ParseMaster(file)
		if (m == nil) == (err == nil) {
			t.Fatalf("%v and %v", m != nil, err)
		}
		if err != nil {
			return
		}
		if again, err := seal.ParseMaster(append(bytes.TrimSpace(file), '\n')); err != nil || !bytes.Equal(again.Check(), m.Check()) {
			t.Errorf("the same file with one line end is another key (%v)", err)
		}
	})
}
