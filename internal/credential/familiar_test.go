package credential

import (
	"testing"

	"rugdekking/vpt"
)

func TestFamiliar_HoldsForOneAccountOnly(t *testing.T) {
	mine, other := []byte("sleutel van rosa"), []byte("sleutel van anna")
	mark := NewFamiliar(mine)
	nonce, ok := Familiar(mark, mine)
	if !ok || nonce == "" {
		t.Fatalf("own mark refused (nonce %q)", nonce)
	}
	if _, ok := Familiar(mark, other); ok {
		t.Error("the mark of one account counts for another")
	}
	if again, _ := Familiar(NewFamiliar(mine), mine); again == nonce {
		t.Error("two marks share a number")
	}
	for _, wrong := range []string{"", ".", nonce, nonce + ".", nonce + ".AAAA", "x" + mark.Reveal(), mark.Reveal() + "!"} {
		if _, ok := Familiar(vpt.NewPrivate(wrong), mine); ok {
			t.Errorf("%q is taken for a mark", wrong)
		}
	}
}
