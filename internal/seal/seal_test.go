package seal_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

const (
	keyOne = vpt.KeyID("01890000-0000-7000-8000-000000000001")
	keyTwo = vpt.KeyID("01890000-0000-7000-8000-000000000002")
)

// What an installation of long ago has: see TestFormat_NeverChanges.
const (
	fixedFile    = "rugdekking-master-key-1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"
	fixedWrapped = "0100000000000000000000000000000001bbf07bc605f586f99146efd274859b831e584fd97e91b05cf6ff421e9b0b487f" +
		"4d9b0ca0a45ae0b319c99950cc1fa71668db55787b922e423f89e9bc"
	fixedSealed = "0101890000000070008000000000000001bd32e09f3defc64d8e5e38861e2b7fd16a80d189963c3a07230fb4be9e68cf14a52b52f49fbeaa53265d3e"
	fixedCheck  = "0099324f03f601d593bebab675df0ec85dd000ced9f894e36749aad6ca738239"
	fixedIndex  = "5b74a9c538211a297345e1856700b602a4c653a3f70e463fa76cbc88827c2856"
	fixedPublic = "9708f0e8a47c7f7c74aa7b18327ec882e43c531765c39c00531fd4bc1c35d742"
)

var home = seal.Place{Organisation: "toetsdam", Table: "report", Column: "account_sealed", Row: "r1"}

func newMaster(t testing.TB) *seal.Master {
	t.Helper()
	m, err := seal.ParseMaster(seal.NewMaster())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func newKey(t testing.TB, parent seal.Key, id vpt.KeyID) seal.Key {
	t.Helper()
	key, _, err := seal.NewKey(parent, "toetsdam", id, seal.LevelCasefile, "z1")
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// refused fails unless key cannot open sealed at place, and says nothing of
// what is in it.
func refused(t *testing.T, what string, key seal.Key, place seal.Place, sealed []byte) {
	t.Helper()
	text, err := key.Open(place, sealed)
	if !errors.Is(err, seal.ErrSealed) || len(text) > 0 {
		t.Errorf("%s: %q, %v; want ErrSealed", what, text, err)
	}
}

func TestSeal_OpensWhatItSealed(t *testing.T) {
	key := newKey(t, newMaster(t).Wrap(), keyOne)
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.SliceOfN(rapid.Byte(), 0, 300).Draw(rt, "text")
		place := seal.Place{
			Organisation: vpt.OrganisationID(rapid.String().Draw(rt, "organisation")), Table: rapid.String().Draw(rt, "table"),
			Column: rapid.String().Draw(rt, "column"), Row: rapid.String().Draw(rt, "row"),
		}
		sealed := key.Seal(place, text)
		got, err := key.Open(place, sealed)
		if err != nil || !bytes.Equal(got, text) {
			rt.Fatalf("%x came back as %x, %v", text, got, err)
		}
		if len(text) == 0 && sealed != nil {
			rt.Fatalf("nothing is sealed as %x", sealed)
		}
		if len(text) > 8 && bytes.Contains(sealed, text) {
			rt.Fatal("the ciphertext holds the text")
		}
	})
}

func TestSeal_TwiceIsNotTheSame(t *testing.T) {
	key := newKey(t, newMaster(t).Wrap(), keyOne)
	if bytes.Equal(key.Seal(home, []byte("x")), key.Seal(home, []byte("x"))) {
		t.Error("equal texts give equal ciphertexts: a nonce is used twice")
	}
}

func TestOpen_RefusesWhatWasMoved(t *testing.T) {
	key := newKey(t, newMaster(t).Wrap(), keyOne)
	sealed := key.Seal(home, []byte("wat er gebeurde"))
	for name, place := range map[string]seal.Place{
		"another organisation": {Organisation: "overkant", Table: home.Table, Column: home.Column, Row: home.Row},
		"another table":        {Organisation: home.Organisation, Table: "note", Column: home.Column, Row: home.Row},
		"another column":       {Organisation: home.Organisation, Table: home.Table, Column: "place_sealed", Row: home.Row},
		"another row":          {Organisation: home.Organisation, Table: home.Table, Column: home.Column, Row: "r2"},
		"a border moved":       {Organisation: home.Organisation, Table: home.Table + "a", Column: home.Column[1:], Row: home.Row},
		"no place":             {},
	} {
		refused(t, name, key, place, sealed)
	}
}

// A part of 256 bytes has a length that does not fit in one byte. Were only
// its last byte bound, these two places would read the same: "W" is also the
// number 87.
func TestOpen_LongPartsStayApart(t *testing.T) {
	key := newKey(t, newMaster(t).Wrap(), keyOne)
	w := strings.Repeat("W", 256)
	one := seal.Place{Organisation: vpt.OrganisationID(w), Table: "tt", Column: "cc", Row: "r"}
	other := seal.Place{Table: w[:87], Column: w[:87], Row: w[:79] + "\x02tt\x02cc\x01r"}
	refused(t, "another place with long parts", key, other, key.Seal(one, []byte("tekst")))
}

func TestOpen_RefusesDamage(t *testing.T) {
	key := newKey(t, newMaster(t).Wrap(), keyOne)
	sealed := key.Seal(home, []byte("tekst"))
	for i := range sealed {
		for bit := range 8 {
			broken := bytes.Clone(sealed)
			broken[i] ^= 1 << bit
			refused(t, "a flipped bit", key, home, broken)
		}
	}
	for n := 1; n < len(sealed); n++ {
		refused(t, "cut off", key, home, sealed[:n])
		refused(t, "begins too late", key, home, sealed[n:])
	}
	refused(t, "a byte too many", key, home, append(bytes.Clone(sealed), 0))
}

func TestOpen_RefusesAnotherKey(t *testing.T) {
	master := newMaster(t)
	sealed := newKey(t, master.Wrap(), keyOne).Seal(home, []byte("tekst"))
	refused(t, "another key", newKey(t, master.Wrap(), keyTwo), home, sealed)
	refused(t, "another key of the same id", newKey(t, master.Wrap(), keyOne), home, sealed)
}

func TestKeyOf_NamesTheKey(t *testing.T) {
	key := newKey(t, newMaster(t).Wrap(), keyTwo)
	sealed := key.SealText(home, vpt.NewPrivate("tekst"))
	if id, err := seal.KeyOf(sealed); err != nil || id != keyTwo {
		t.Errorf("the ciphertext names key %q (%v), want %q", id, err, keyTwo)
	}
	if text, err := key.OpenText(home, sealed); err != nil || text.Reveal() != "tekst" {
		t.Errorf("it opens as %q, %v", text.Reveal(), err)
	}
	for _, wrong := range [][]byte{nil, {1}, sealed[:30], append([]byte{2}, sealed[1:]...)} {
		if id, err := seal.KeyOf(wrong); !errors.Is(err, seal.ErrSealed) {
			t.Errorf("%x names key %q, %v", wrong, id, err)
		}
	}
}

func TestNewKey_WantsAUUIDInItsOwnForm(t *testing.T) {
	parent := newMaster(t).Wrap()
	for _, id := range []vpt.KeyID{"", "x", keyOne + "0", "01890000-0000-7000-8000-00000000000G", "01890000-0000-7000-8000-00000000000A", "01890000x0000-7000-8000-000000000001"} {
		if _, _, err := seal.NewKey(parent, "toetsdam", id, seal.LevelPerson, "p"); err == nil {
			t.Errorf("%q is taken for a key id", id)
		}
	}
}

func TestUnwrap_OnlyWhereItBelongs(t *testing.T) {
	master := newMaster(t)
	organisation, stored, err := seal.NewKey(master.Wrap(), "toetsdam", keyOne, seal.LevelOrganisation, "toetsdam")
	if err != nil {
		t.Fatal(err)
	}
	key, wrapped, err := seal.NewKey(organisation, "toetsdam", keyTwo, seal.LevelPerson, "p1")
	if err != nil {
		t.Fatal(err)
	}
	sealed := key.Seal(home, []byte("naam"))
	reopened, err := seal.Unwrap(master.Wrap(), "toetsdam", stored)
	if err != nil {
		t.Fatal(err)
	}
	again, err := seal.Unwrap(reopened, "toetsdam", wrapped)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := again.Open(home, sealed); err != nil || string(text) != "naam" {
		t.Fatalf("after unwrapping it opens as %q, %v", text, err)
	}
	for name, change := range map[string]func(*seal.Wrapped){
		"as the key of another person": func(w *seal.Wrapped) { w.Subject = "p2" },
		"as the key of a case":         func(w *seal.Wrapped) { w.Level = seal.LevelCasefile },
		"as another key":               func(w *seal.Wrapped) { w.ID = keyOne },
		"destroyed":                    func(w *seal.Wrapped) { w.Data = nil },
		"cut off":                      func(w *seal.Wrapped) { w.Data = w.Data[:len(w.Data)-1] },
	} {
		w := wrapped
		change(&w)
		if _, err := seal.Unwrap(reopened, "toetsdam", w); !errors.Is(err, seal.ErrSealed) {
			t.Errorf("unwrapped %s: %v, want ErrSealed", name, err)
		}
	}
	if _, err := seal.Unwrap(reopened, "overkant", wrapped); !errors.Is(err, seal.ErrSealed) {
		t.Errorf("unwrapped for another organisation: %v", err)
	}
	if _, err := seal.Unwrap(master.Wrap(), "toetsdam", wrapped); !errors.Is(err, seal.ErrSealed) {
		t.Errorf("unwrapped a level too high: %v", err)
	}
	if _, err := seal.Unwrap(newMaster(t).Wrap(), "toetsdam", stored); !errors.Is(err, seal.ErrSealed) {
		t.Errorf("unwrapped by another installation: %v", err)
	}
}

// What was sealed by an earlier version must open for as long as it is kept:
// these bytes were made once and must never be made anew.
func TestFormat_NeverChanges(t *testing.T) {
	master, err := seal.ParseMaster([]byte(fixedFile))
	if err != nil {
		t.Fatal(err)
	}
	unhex := func(text string) []byte {
		b, err := hex.DecodeString(text)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	key, err := seal.Unwrap(master.Wrap(), "toetsdam", seal.Wrapped{ID: keyOne, Level: seal.LevelOrganisation, Subject: "toetsdam", Data: unhex(fixedWrapped)})
	if err != nil {
		t.Fatal(err)
	}
	if text, err := key.Open(home, unhex(fixedSealed)); err != nil || string(text) != "wat er gebeurde" {
		t.Errorf("%q, %v", text, err)
	}
	for name, row := range map[string][2]string{
		"check":       {hex.EncodeToString(master.Check()), fixedCheck},
		"blind index": {hex.EncodeToString(master.BlindText("email", "", vpt.NewPrivate("Anna@Toetsdam.example "))), fixedIndex},
		"public key":  {hex.EncodeToString(master.Sign().Public().(ed25519.PublicKey)), fixedPublic},
	} {
		if row[0] != row[1] {
			t.Errorf("%s is %s, was %s", name, row[0], row[1])
		}
	}
}
