package demo

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"rugdekking/content"
	"rugdekking/internal/app"
	"rugdekking/internal/clock"
	"rugdekking/internal/dbtest"
	"rugdekking/vpt"
)

// inCircle counts the cases of a closed circle.
const inCircle = `SELECT count(*) FROM casefile c JOIN unit u ON u.id = c.unit_id WHERE u.circle = 1`

// present is a Monday afternoon.
var present = time.Date(2026, 11, 23, 15, 0, 0, 0, time.UTC)

func TestWorldShowsEveryStage(t *testing.T) {
	db := dbtest.NewSQLite(t)
	ctx := context.Background()
	cfg := app.Config{
		Database: db.URL, OwnerURL: db.OwnerURL, UnscopedURL: db.UnscopedURL, Key: app.NewKey(), Clock: clock.NewFake(present), Demo: true,
	}
	if err := app.Migrate(ctx, cfg); err != nil {
		t.Fatal(err)
	}
	if err := Build(ctx, cfg, present); err != nil {
		t.Fatal(err)
	}
	raw := db.Raw(t)
	count := func(query string) int {
		t.Helper()
		var n int
		if err := raw.QueryRow(query).Scan(&n); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		return n
	}
	for what, least := range map[string]int{
		`SELECT count(*) FROM organisation`:                                   2,
		`SELECT count(*) FROM report`:                                         380,
		`SELECT count(DISTINCT substr(reported_on, 1, 7)) FROM report`:        24,
		`SELECT count(*) FROM casefile WHERE state = 'open'`:                  15,
		`SELECT count(*) FROM casefile WHERE state = 'gesloten'`:              250,
		`SELECT count(*) FROM casefile WHERE state = 'samengevoegd'`:          1,
		`SELECT count(*) FROM casefile WHERE verdict = 'nog-niet-beoordeeld'`: 2,
		`SELECT count(*) FROM casefile WHERE verdict = 'geen-agressie'`:       3,
		`SELECT count(*) FROM casefile WHERE verdict = 'ingetrokken'`:         1,
		`SELECT count(*) FROM measure`:                                        300,
		`SELECT count(*) FROM police_record WHERE kind = 'aangifte'`:          50,
		`SELECT count(*) FROM feedback`:                                       300,
		`SELECT count(*) FROM note`:                                           15,
		`SELECT count(*) FROM detail`:                                         200,
		`SELECT count(*) FROM care_talk WHERE state = 'gehouden'`:             300,
		`SELECT count(*) FROM care_talk WHERE state = 'afgezien'`:             30,
		`SELECT count(*) FROM care_talk WHERE state = 'gepland'`:              5,
		`SELECT count(*) FROM person WHERE password_sealed IS NOT NULL`:       100,
		inCircle:                             10,
		inCircle + ` AND c.state = 'open'`:   1,
		inCircle + ` AND c.owner_id IS NULL`: 1, // the one who handles there is the one affected
	} {
		if n := count(what); n < least {
			t.Errorf("%s: %d, want at least %d", what, n, least)
		}
	}
	late := count(`SELECT count(*) FROM casefile WHERE state = 'open' AND next_due_at < ` + micro(present))
	if late < 1 {
		t.Error("no open case is late")
	}
	for _, none := range []string{
		`SELECT count(*) FROM report WHERE reported_on > '2026-11-23'`,
		`SELECT count(*) FROM event WHERE at > ` + micro(present),
		`SELECT count(*) FROM report WHERE occurred_on > reported_on`,
		`SELECT count(*) FROM mail`,
	} {
		if n := count(none); n != 0 {
			t.Errorf("%s: %d, want none", none, n)
		}
	}
	if n := count(`SELECT count(*) FROM report WHERE reported_on >= '2026-11-16'`); n < 3 {
		t.Errorf("only %d reports in the last week", n)
	}
	t.Run("audit", func(t *testing.T) { auditHolds(t, db, raw) }) // here, because building takes a while
}

func micro(at time.Time) string { return strconv.FormatInt(at.UnixMicro(), 10) }

func TestOneDayGivesOneWorld(t *testing.T) {
	narratives, err := content.Narratives()
	if err != nil {
		t.Fatal(err)
	}
	once, twice := newTestWorld(t).spread(narratives), newTestWorld(t).spread(narratives)
	if len(once) != wanted {
		t.Errorf("%d incidents, want %d", len(once), wanted)
	}
	different := map[string]bool{}
	for i := range once {
		if once[i].ID != twice[i].ID || !once[i].reported.Equal(twice[i].reported) {
			t.Fatalf("incident %d is %s at %v and %s at %v", i, once[i].ID, once[i].reported, twice[i].ID, twice[i].reported)
		}
		if once[i].reported.Before(once[i].occurred) || once[i].reported.After(present) {
			t.Errorf("%s happened at %v and was reported at %v", once[i].ID, once[i].occurred, once[i].reported)
		}
		different[once[i].What] = true
	}
	if len(different) < 150 {
		t.Errorf("only %d different narratives", len(different))
	}
}

func newTestWorld(t *testing.T) *world {
	t.Helper()
	rhythm, err := content.DemoRhythm()
	if err != nil {
		t.Fatal(err)
	}
	return &world{now: present, zone: vpt.DefaultSettings().Location(), random: newRandom(0), rhythm: rhythm}
}

func TestAccountsCoverEveryRole(t *testing.T) {
	accounts, err := Accounts()
	if err != nil {
		t.Fatal(err)
	}
	roles := map[string]map[vpt.Role]bool{}
	for _, a := range accounts {
		if a.Name == "" || !strings.HasSuffix(a.Email, ".example") {
			t.Errorf("account %+v", a)
		}
		if roles[a.Organisation] == nil {
			roles[a.Organisation] = map[vpt.Role]bool{}
		}
		roles[a.Organisation][a.Role] = true
	}
	circle := slices.IndexFunc(accounts, func(a Account) bool { return a.Circle != "" })
	if circle < 0 || accounts[circle].Circle != "Griffie" || accounts[circle].Name != "Maarten Swinkels" || accounts[circle].Role != vpt.RoleManager {
		t.Errorf("who handles cases in the closed circle is not among %+v", accounts)
	}
	for _, a := range accounts {
		if a.Role == vpt.RoleCoordinator && a.Name == "Judith Abels" {
			t.Error("the coordinator of a closed circle stands there as that of the organisation")
		}
	}
	if len(roles) != 2 {
		t.Fatalf("%d organisations", len(roles))
	}
	for name, has := range roles {
		for _, role := range vpt.Roles() {
			if !has[role] {
				t.Errorf("%s has no %s", name, role)
			}
		}
	}
}

func TestOnlyADemoIsBuilt(t *testing.T) {
	ctx := context.Background()
	cfg := app.Config{Database: "sqlite:" + filepath.Join(t.TempDir(), "echt.db"), Key: app.NewKey(), Clock: clock.NewFake(present)}
	if err := app.Migrate(ctx, cfg); err != nil {
		t.Fatal(err)
	}
	if err := Build(ctx, cfg, present); err == nil {
		t.Error("a real database was filled with invented people")
	}
}
