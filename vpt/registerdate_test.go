package vpt

import "testing"

func TestRegisterDate(t *testing.T) {
	for text, want := range map[string]Date{
		"1-7-2014": "2014-07-01", "01/07/2014": "2014-07-01", "1.7.2014": "2014-07-01", "2014-07-01": "2014-07-01", "2014/7/1": "2014-07-01",
		"1 juli 2014": "2014-07-01", "1 jul. 2014": "2014-07-01", "3 mrt 2015": "2015-03-03", "12 sept 2014": "2014-09-12", "1-okt-2014": "2014-10-01",
		"2014-07-01 00:00:00": "2014-07-01", "1-7-2014 13:45": "2014-07-01", "2014-07-01T09:30": "2014-07-01", "29-2-2012": "2012-02-29", "  31-12-2014 ": "2014-12-31", "": "",
	} {
		if got, ok := RegisterDate(text); !ok || got != want {
			t.Errorf("%q: %q %v, want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{
		"31-2-2014", "29-2-2014", "7/13/2014", "1-7-14", "14-07-01", "0-7-2014", "1-0-2014", "juli 2014", "gisteren", "41821", "1-7-2014-3",
		"1-7-20141", "001-7-2014", "1-007-2014", "1-7-2014 25:61", "1-7-2014 xx:yy", "-1-7-2014", "1 juni juli", "1-7-1899", "9-9-2200",
	} {
		if got, ok := RegisterDate(text); ok {
			t.Errorf("%q is read as %s", text, got)
		}
	}
}

func FuzzRegisterDate(f *testing.F) {
	for _, seed := range []string{"1-7-2014", "2014-07-01 10:00", "1 juli 2014", "31/12/2014", "1-٧-2014", "T:", " : "} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		day, ok := RegisterDate(text)
		if ok && day != "" && !day.Valid() {
			t.Errorf("%q gives %q", text, day)
		}
		if !ok && day != "" {
			t.Errorf("%q is refused and gives %q", text, day)
		}
	})
}
