package web

import (
	"net/http"
	"strings"
	"testing"
)

// An administrator says how far a measure of her own goes; where the shipped
// ones stand is shown, and no field moves them.
func TestCodes_OwnMeasureOnTheLadder(t *testing.T) {
	t.Parallel()
	const path = "/beheer/codelijsten/maatregelen"
	d := newAdminDesk(t, "bea")
	_, body := d.get(path)
	mustHold(t, body, "Zwaarte op de ladder", "Ordegesprek", "Opschorten")
	form := sent(t, body)
	if form.Has("codes.M8.class") || form.Has("codes.M16.class") || !form.Has("nieuw.0.class") {
		t.Errorf("the form has %v for the step of M8", form["codes.M8.class"])
	}
	form.Set("codes.M8.class", "1")
	form.Set("nieuw.0.code", "excuusbrief")
	form.Set("nieuw.0.labelNL", "Excuusbrief")
	form.Set("nieuw.0.labelEN", "Letter of apology")
	form.Set("nieuw.0.class", "9")
	status, body, _ := d.post(path, form)
	if status != http.StatusUnprocessableEntity {
		t.Fatalf("step 9: %d", status)
	}
	mustHold(t, body, `href="#veld-nieuw-0-class"`, `value="excuusbrief"`)
	form.Set("nieuw.0.class", "2")
	if status, _, _ := d.post(path, form); status != http.StatusSeeOther {
		t.Fatalf("step 2: %d", status)
	}
	_, body = d.get(path)
	if again := sent(t, body); again.Get("codes.excuusbrief.class") != "2" || again.Has("codes.M8.class") {
		t.Errorf("the list now has %q, and %v for M8", again.Get("codes.excuusbrief.class"), again["codes.M8.class"])
	}
	form = sent(t, body)
	form.Set("codes.excuusbrief.class", "3")
	if status, _, _ := d.post(path, form); status != http.StatusSeeOther {
		t.Fatalf("step 3: %d", status)
	}
	if _, old := d.get(path + "?versie=2"); !strings.Contains(old, "Zwaarte op de ladder") || strings.Count(old, "Ordegesprek") < 3 {
		t.Error("version 2 does not show where its measures stand")
	}
}
