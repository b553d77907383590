package api

import (
	"encoding/json"
	"log/slog"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/app"
	"rugdekking/internal/identity"
)

func closedAPI(t testing.TB) *API {
	t.Helper()
	base, err := url.Parse("https://rugdekking.example")
	if err != nil {
		t.Fatal(err)
	}
	door := &app.App{}
	a, err := New(Config{App: door, Sessions: identity.New(door, identity.Config{}), Base: base, Now: time.Now, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func postOf(t testing.TB, a *API) operation {
	t.Helper()
	for _, op := range a.routes {
		if op.body != nil {
			return op
		}
	}
	t.Fatal("no route takes a body")
	return operation{}
}

// FuzzReportBody sends anything as a report. What is taken must be readable as
// the input and stay what it was; what is refused must say where in words of
// ours alone.
func FuzzReportBody(f *testing.F) {
	for _, seed := range []string{
		`{"soorten":["V2"],"voorgevallenOp":"2026-11-16","omschrijving":"x","getroffenen":[{"rol":"melder"}],"hulpNodig":"nu"}`,
		`{"soorten":["V2"],"voorgevallenOp":"2026-11-16","tijdstip":"09:30","omschrijving":"x","getroffenen":[{"rol":"getroffene","naam":"a@b"}],` +
			`"hulpNodig":"nee","veroorzakers":[{"omschrijving":"x\n\n\ny"}],"geregistreerdOp":"2026-11-16T10:00:00+02:00","keuze":"twijfel"}`,
		`{"soorten":null,"Soorten":[1],"a.b[0]":{}}`, `[]`, `null`, `{"a":`, `{"a":1,"a":2}`, "\"\xff\"", `{"getroffenen":[[{}],{"rol":{}}]}`,
		strings.Repeat(`{"getroffenen":[`, 20), `{"omschrijving":"\ud800"}`, `1e999`, `{"":{"":1}}`,
	} {
		f.Add([]byte(seed))
	}
	a := closedAPI(f)
	op := postOf(f, a)
	pointer := regexp.MustCompile(`^(/[A-Za-z0-9_-]{1,40})*$`)
	f.Fuzz(func(t *testing.T, body []byte) {
		findings := tidy(a.checkBody(op, body))
		for _, one := range findings {
			if !pointer.MatchString(one.pointer) {
				t.Errorf("the place %q repeats what was sent", one.pointer)
			}
			if a.texts.Field("api", one.code) == a.texts.Text("fout.onbekend") {
				t.Errorf("%q has no text", one.code)
			}
		}
		if len(findings) > 0 {
			return
		}
		var in reportInput
		if err := json.Unmarshal(body, &in); err != nil {
			t.Fatalf("taken, and not readable: %v", err)
		}
		made := in.input()
		if len(made.Kinds) == 0 || made.Account.IsZero() || len(made.Affected) != len(in.Affected) || made.Help == "" || !made.OccurredOn.Valid() && made.OccurredOn[:2] != "00" {
			t.Errorf("taken, and something is lost: %+v", made)
		}
		if in.FiledAt != "" && made.FiledAt.IsZero() || in.Time != "" && made.OccurredTime == "" {
			t.Error("a time was taken and lost")
		}
		if n := strings.Count(made.Instigator.Reveal(), gap); len(in.Instigators) > 0 && n != len(in.Instigators)-1 {
			t.Errorf("%d instigators became %d", len(in.Instigators), n+1)
		}
	})
}

func TestEveryCodeOfTheFormHasWords(t *testing.T) {
	a := closedAPI(t)
	for _, code := range []string{
		"geen-json", "geen-vraag", "verplicht", "onbekend-veld", "dubbel-veld", "verkeerd-type", "te-kort", "te-lang", "te-weinig", "te-veel",
		"onbekende-keuze", "geen-datum", "geen-tijd", "geen-moment", "ongeldige-vorm", "buiten-bereik", "ongeldige-waarde", "ongeldige-cursor",
		errNotAcceptable.Code, errMediaType.Code,
	} {
		if a.texts.Field("api", code) == a.texts.Text("fout.onbekend") {
			t.Errorf("%q has no text", code)
		}
	}
	for status := range refusals() {
		if p := a.problem(status, errMediaType); p.Title == "" || p.Detail == "" {
			t.Errorf("%d has no words", status)
		}
	}
}
