package app_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	process "os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"rugdekking/internal/app"
	"rugdekking/internal/apptest"
	"rugdekking/internal/clock"
	"rugdekking/internal/mail"
	"rugdekking/internal/mail/mailtest"
	"rugdekking/vpt"
)

// asLetterWriter tells the test binary to be a program that writes letters
// until it is killed: database, key file, mail server, organisation, person
// and case, on lines of their own.
const asLetterWriter = "RUGDEKKING_TEST_LETTERS"

// TestAsLetterWriter is no test: the test binary runs itself with it.
func TestAsLetterWriter(t *testing.T) {
	args := strings.Split(os.Getenv(asLetterWriter), "\n")
	if len(args) != 6 {
		return
	}
	if err := writeLetters(args); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// letterKills is how often the server is killed between the decision on a
// letter and its job: five times here, more in the long run.
func letterKills() int {
	if n, err := strconv.Atoi(os.Getenv("KILLS")); err == nil {
		return max(n/2, 1)
	}
	return 5
}

// TestKill_NoLetterIsLostOrMadeTwice kills the program without warning while it
// decides on letters, freezes them and mails their links. What was said to be
// decided is there once, with a number of its own, and is frozen; no link is
// mailed twice by itself, and one that was on its way is marked as uncertain.
func TestKill_NoLetterIsLostOrMadeTwice(t *testing.T) {
	t.Parallel()
	w := apptest.SQLite(t)
	_, casefile := w.Report("rosa", nil)
	w.Close()
	post := mailtest.Start(t, mailtest.Options{NoTLS: true})
	k := &letterKilling{t: t, w: w, args: []string{
		w.Config.Database, keyOf(t, w), post.Host() + ":" + strconv.Itoa(post.Port()), string(w.Org.ID), string(w.People["cora"]), casefile,
	}, decided: map[string]string{}}
	for i := range letterKills() {
		k.run(3 + i%5)
	}
	k.finish()
	k.compare(post)
}

func keyOf(t *testing.T, w *apptest.World) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "master.key")
	if err := os.WriteFile(path, w.Config.Key, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

type letterKilling struct {
	t       *testing.T
	w       *apptest.World
	args    []string
	decided map[string]string // letter by key, as acknowledged
}

// run starts the program, waits until it has decided on some letters, and
// kills it at once.
func (k *letterKilling) run(letters int) {
	k.t.Helper()
	cmd := process.Command(os.Args[0], "-test.run=^TestAsLetterWriter$")
	cmd.Env = append(os.Environ(), asLetterWriter+"="+strings.Join(k.args, "\n"))
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		k.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		k.t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for n := 0; n < letters && lines.Scan(); {
		key, id, ok := strings.Cut(lines.Text(), " ")
		if !ok {
			continue
		}
		if before, again := k.decided[key]; again && before != id {
			k.t.Errorf("%s made the letters %s and %s", key, before, id)
		} else if !again {
			n++
		}
		k.decided[key] = id
	}
	if err := cmd.Process.Kill(); err != nil {
		k.t.Error(err)
	}
	_ = cmd.Wait()
}

// finish lets everything that was left be done, as a restarted server does.
func (k *letterKilling) finish() {
	k.t.Helper()
	ctx, w := context.Background(), k.w
	w.Config.Clock = clock.System()
	w.Reopen()
	w.Must(w.Runtime.Start(ctx))
	system := apptest.System(w.Org.ID)
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if w.Value(`SELECT COUNT(*) || '' FROM letter WHERE state = 'wordt-gemaakt'`) == "0" {
			break
		}
		// The sweep asks for what no job stands for any more.
		for _, id := range strings.Fields(w.Value(`SELECT COALESCE(group_concat(id, ' '), '') FROM letter WHERE state = 'wordt-gemaakt'`)) {
			w.Must(w.App.FreezeLetter(ctx, system, vpt.LetterID(id)))
		}
	}
	w.Must(w.App.DeliverLetters(ctx, system))
	w.Close()
	w.Config.Clock = clock.NewFake(time.Now().Add(time.Hour))
	w.Reopen()
	w.Must(w.App.Sweep(ctx, vpt.SystemActor("", "taak:toets")))
}

// messageID finds the name of a mail.
var messageID = regexp.MustCompile(`(?im)^Message-ID:\s*<([^>]+)>`)

func (k *letterKilling) compare(post *mailtest.Server) {
	k.t.Helper()
	w := k.w
	for key, id := range k.decided {
		if state := w.Value(`SELECT COALESCE((SELECT state FROM letter WHERE id = $1), 'weg')`, id); state != "vastgelegd" {
			k.t.Errorf("%s: letter %s is %s", key, id, state)
		}
	}
	for what, query := range map[string]string{
		"letters without a number":             `SELECT COUNT(*) || '' FROM letter WHERE number IS NULL`,
		"numbers given twice":                  `SELECT COUNT(*) - COUNT(DISTINCT number) || '' FROM letter`,
		"letters not frozen":                   `SELECT COUNT(*) || '' FROM letter WHERE state <> 'vastgelegd'`,
		"mails that stay on their way":         `SELECT COUNT(*) || '' FROM delivery WHERE state IN ('bezig', 'klaar-om-te-versturen')`,
		"letters mailed by more than one link": `SELECT COUNT(*) - COUNT(DISTINCT letter_id) || '' FROM delivery`,
	} {
		if n := w.Value(query); n != "0" {
			k.t.Errorf("%s: %s", what, n)
		}
	}
	times := map[string]int{}
	for _, m := range post.Mails() {
		if found := messageID.FindStringSubmatch(m.Data); found != nil {
			times[found[1]]++
		}
	}
	for id, n := range times {
		if n > 1 {
			k.t.Errorf("the mail %s was sent %d times by itself", id, n)
		}
	}
	letters, uncertain := w.Value(`SELECT COUNT(*) || '' FROM letter`), w.Value(`SELECT COUNT(*) || '' FROM delivery WHERE state = 'onzeker'`)
	if len(k.decided) < 3*letterKills() || len(times) == 0 {
		k.t.Errorf("%d letters decided, %d links mailed: nothing was under way", len(k.decided), len(times))
	}
	k.t.Logf("%d kills, %d letters acknowledged of %s, %d links mailed, %s uncertain", letterKills(), len(k.decided), letters, len(times), uncertain)
}

// writeLetters decides on letters, and mails the link of each that is frozen,
// until it is killed. It says of each letter that it was decided.
func writeLetters(args []string) error {
	ctx := context.Background()
	key, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	host, port, _ := strings.Cut(args[2], ":")
	number, err := strconv.Atoi(port)
	if err != nil {
		return err
	}
	smtp, err := mail.NewSMTP(mail.SMTPConfig{Host: host, Port: number, Security: mail.Opportunistic, From: "proef@proef.example"})
	if err != nil {
		return err
	}
	runtime, err := app.Open(ctx, app.Config{
		Database: args[0], Key: key, BaseURL: "https://proef.example", Clock: clock.System(), Mailer: smtp, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		MailText: func(vpt.MailReason, string) vpt.MailText {
			return vpt.MailText{Salutation: func(string) string { return "Geachte heer of mevrouw," }, Subject: "Een brief", Lines: []string{"Lees hem hier."}, LinkText: "Lees"}
		},
	})
	if err != nil {
		return err
	}
	if err := runtime.Start(ctx); err != nil {
		return err
	}
	who, err := runtime.App.ActorFor(ctx, apptest.Command(vpt.OrganisationID(args[3])), vpt.PersonID(args[4]))
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		if err := writeOne(ctx, runtime.App, who, args[5], fmt.Sprintf("brief-nummer-%06d", i)); err != nil {
			return err
		}
	}
}

func writeOne(ctx context.Context, door *app.App, who vpt.Actor, casefile, key string) error {
	id, err := door.SaveLetter(ctx, who, vpt.SaveLetter{Case: casefile, Template: "terugkoppeling", Freeze: true, Once: vpt.Once{Key: key}, Values: map[string]vpt.Private{
		"naam": p("Rosa de Wit"), "aanhef": p("Rosa"), "gemeld_op": p("2026-11-17"), "wat_gedaan": p("De man kreeg een brief."), "wat_nog": p("Wij bellen je volgende week."),
		"contactpersoon": p("Cora Jansen"), "contact_telefoon": p("088 000 00 14"), "ondertekenaar": p("Cora Jansen"), "functie": p("coördinator"), "geleerd": p("De balie krijgt een tweede uitgang."),
	}})
	if err != nil {
		return err
	}
	fmt.Println(key, id)
	v, err := door.CaseByNumber(ctx, who, casefile)
	if err != nil {
		return err
	}
	for _, l := range v.Letters {
		if l.State != vpt.LetterFrozen || len(l.Deliveries) > 0 {
			continue
		}
		err := door.RecordDelivery(ctx, who, vpt.RecordDelivery{
			Case: casefile, Letter: l.ID, Way: vpt.ByMail, To: p("rosa@toetsdam.example"), Once: vpt.Once{Key: "bezorg-" + string(l.ID)},
		})
		if err != nil {
			return err
		}
	}
	return nil
}
