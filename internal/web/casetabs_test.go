package web_test

import (
	"net/http"
	"net/url"
	"regexp"
	"testing"
	"time"
)

var shownSeen = regexp.MustCompile(`name="gezien" value="([^"]+)"`)

// Two people, or two tabs, with the same form: the second one is told, keeps
// what was typed, and may then decide that it holds.
func TestCaseForms_DoNotWriteOverWhatNobodySaw(t *testing.T) {
	d := newDesk(t)
	_, number := d.Report("rosa", nil)
	for _, act := range []struct {
		path          string
		first, second url.Values
		kept          string
	}{
		{"/beoordelen", url.Values{"verdict": {"agressie"}, "kinds": {"V2"}, "class": {"1"}, "privateRisk": {"nee"}}, url.Values{"verdict": {"geen-agressie"}, "why": {"Zij typte dit"}, "privateRisk": {"nee"}}, "Zij typte dit</textarea>"},
		{"/sporen/schade", url.Values{"state": {"bezig"}}, url.Values{"state": {"niet-van-toepassing"}, "why": {"Niets stuk"}}, "Niets stuk</textarea>"},
	} {
		seen := shownSeen.FindStringSubmatch(d.get("mila", "/zaken/"+number+act.path, http.StatusOK))
		if seen == nil {
			t.Fatalf("%s does not say what it showed", act.path)
		}
		act.first.Set("gezien", seen[1])
		act.second.Set("gezien", seen[1])
		d.Clock.Advance(time.Minute)
		if answer := d.post("cora", "/zaken/"+number+act.path, act.first); answer.Code != http.StatusSeeOther {
			t.Fatalf("%s, the first: %d", act.path, answer.Code)
		}
		answer := d.post("mila", "/zaken/"+number+act.path, act.second)
		body := answer.Body.String()
		if answer.Code != http.StatusUnprocessableEntity {
			t.Fatalf("%s, the second: %d", act.path, answer.Code)
		}
		mustHave(t, body, "Iemand heeft dit intussen gewijzigd.", act.kept)
		act.second.Set("gezien", shownSeen.FindStringSubmatch(body)[1])
		if answer := d.post("mila", "/zaken/"+number+act.path, act.second); answer.Code != http.StatusSeeOther {
			t.Errorf("%s, again after the warning: %d\n%s", act.path, answer.Code, answer.Body)
		}
	}
}
