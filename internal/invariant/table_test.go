package invariant_test

import "strings"

// module is the path of the module; the table gives packages below it.
const module = "rugdekking"

// rule says what a package may import of the project.
type rule struct {
	imports  string // paths below the module, separated by spaces; "*" is everything
	testing  string // what its tests import besides, beyond what every test may
	testOnly bool   // no part of the product: only tests and other test-only packages import it
}

// everyTest is what tests of any package may import: what gives them data,
// a clock, a browser, and the vocabulary.
const everyTest = "vpt internal/clock internal/dbtest internal/apptest internal/browsertest internal/mail/mailtest content"

// table is the import table of docs/architecture.md. A package that does not
// stand here fails the test: think first about where it belongs.
var table = map[string]rule{
	"vpt": {},

	"cmd/rugdekking": {imports: "*"},

	"internal/app": {
		imports: rooms("account casework chain desk due figure handling intake measure paper post register setup") +
			" internal/app/internal/audit internal/seal internal/job internal/mail internal/clock internal/credential",
		testing: "internal/nl internal/letter",
	},
	// Rooms know only rooms above them in this list.
	"internal/app/internal/desk":     {imports: everyRoom + " internal/app/internal/audit internal/clock internal/credential internal/mail"},
	"internal/app/internal/upload":   {imports: "vpt"},
	"internal/app/internal/account":  {imports: rooms("desk") + " internal/app/internal/audit internal/credential internal/seal"},
	"internal/app/internal/casework": {imports: rooms("desk") + " internal/letter internal/seal"},
	"internal/app/internal/figure":   {imports: rooms("desk")},
	"internal/app/internal/register": {imports: rooms("desk") + " content"},
	"internal/app/internal/setup":    {imports: rooms("desk") + " content"},
	"internal/app/internal/chain":    {imports: rooms("casework desk")},
	"internal/app/internal/intake":   {imports: rooms("casework desk setup upload") + " internal/seal"},
	"internal/app/internal/post":     {imports: rooms("casework desk setup") + " content internal/credential internal/document internal/letter internal/mail"},
	"internal/app/internal/due":      {imports: rooms("account casework chain desk intake post")},
	"internal/app/internal/measure":  {imports: rooms("casework desk intake post upload") + " content internal/letter internal/seal"},
	"internal/app/internal/paper":    {imports: rooms("casework desk intake post setup") + " internal/document internal/dossier"},
	"internal/app/internal/handling": {imports: rooms("casework chain desk measure") + " internal/seal"},
	"internal/app/internal/policy":   {imports: "vpt"},
	"internal/app/internal/audit":    {imports: "vpt"},
	"internal/app/internal/store": {
		imports: "vpt internal/seal internal/app/internal/audit internal/app/internal/policy",
		testing: "internal/app/internal/store/storetest",
	},
	"internal/app/internal/store/storetest": {
		imports:  "vpt internal/app/internal/store internal/app/internal/audit internal/app/internal/policy internal/seal internal/clock internal/dbtest",
		testOnly: true,
	},

	"internal/seal":       {imports: "vpt"},
	"internal/credential": {imports: "vpt"},
	"internal/document":   {},
	"internal/letter":     {imports: "vpt internal/document"},
	"internal/dossier":    {imports: "vpt internal/document internal/nl"},
	"internal/stats":      {imports: "vpt"},
	"internal/nl":         {imports: "vpt", testing: "internal/letter"},

	"internal/job":    {},
	"internal/mail":   {imports: "vpt"},
	"internal/sheet":  {},
	"internal/config": {},
	"internal/clock":  {},
	"content":         {},

	"internal/serve":      {imports: "vpt"},
	"internal/identity":   {imports: "vpt internal/serve internal/app internal/clock"},
	"internal/web":        {imports: "vpt internal/app internal/identity internal/serve internal/web/page internal/web/static internal/nl internal/sheet", testing: "internal/credential"},
	"internal/web/page":   {imports: "vpt internal/nl internal/web/static"},
	"internal/web/static": {},
	"internal/api":        {imports: "vpt internal/app internal/identity internal/serve internal/nl"},

	"internal/demo": {imports: "vpt internal/app internal/clock content"},

	"internal/dbtest":               {testOnly: true},
	"internal/dbtest/cmd/pgcluster": {imports: "internal/dbtest", testOnly: true},
	"internal/browsertest":          {testOnly: true},
	"internal/invariant":            {testOnly: true},
	"internal/mail/mailtest":        {imports: "internal/mail", testOnly: true},
	"internal/apptest": {
		imports:  "vpt content internal/app internal/dbtest internal/clock internal/credential internal/seal internal/job internal/mail internal/mail/mailtest",
		testOnly: true,
	},

	"ui/build": {},
	"bench":    {imports: "*", testOnly: true},
}

// sqlSpeakers may import a database driver or the migration library; every
// other package asks the store. The queue gets the door's transaction.
const sqlSpeakers = "internal/app/internal/store internal/app/internal/store/storetest internal/job internal/dbtest bench"

// sqlModules are the packages that only those may import, by prefix.
var sqlModules = []string{
	"database/sql", "github.com/jackc/pgx", "modernc.org/sqlite", "github.com/pressly/goose",
}

// revealers may turn personal text into plain text.
const revealers = "internal/web/page internal/api internal/document internal/letter internal/dossier internal/seal internal/mail internal/credential internal/identity cmd/rugdekking"

// clockReaders may read the clock of the machine.
const clockReaders = "internal/clock bench ui/build"

// doorExceptions are the exported methods of app.App that touch nobody's data
// and so need no actor.
var doorExceptions = map[string]string{
	"Close": "ends the program's own connections",
}

// everyRoom is what each room behind the door may import.
const everyRoom = "vpt internal/app/internal/policy internal/app/internal/store"

// rooms gives that with other rooms, by name.
func rooms(names string) string {
	out := everyRoom
	for _, name := range strings.Fields(names) {
		out += " internal/app/internal/" + name
	}
	return out
}
