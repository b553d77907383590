package app_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"rugdekking/internal/apptest"
	"rugdekking/internal/dbtest"
	"rugdekking/vpt"
)

// notDriven are the fields of personal text that cannot hold a canary, because
// the act only succeeds with a value that stands elsewhere or has a fixed form;
// each with the reason. An unused line fails.
var notDriven = map[string]string{
	"SecondFactor.Code":       "six digits or a recovery code",
	"ConfirmFactor.Code":      "six digits",
	"AffectedInput.Lookup":    "the e-mail address or staff number of a colleague: SavePerson.Email holds one",
	"AddInvolved.Lookup":      "as AffectedInput.Lookup",
	"PlanImprovement.Lookup":  "as AffectedInput.Lookup",
	"ReportIncident.Reporter": "as AffectedInput.Lookup",
	"FindPerson":              "as AffectedInput.Lookup",
	"SignIn.Email":            "the address of an account: SavePerson.Email holds one",
	"RequestReset.Email":      "as SignIn.Email",
	"AcceptLink.Secret":       "made by us, kept as a hash",
	"Link":                    "as AcceptLink.Secret",
	"OpenLetter":              "as AcceptLink.Secret",
	"OpenLetterFile":          "as AcceptLink.Secret",
	"SignOut":                 "as AcceptLink.Secret",
	"SessionActor":            "as AcceptLink.Secret",
	"TokenActor":              "as AcceptLink.Secret",
	"Visit.Session":           "as AcceptLink.Secret",
	"Visit.Familiar":          "as AcceptLink.Secret",
	"ConfirmFactor.Password":  "must be the present password: AcceptLink.Password holds one",
	"ChangePassword.Old":      "as ConfirmFactor.Password",
	"DropFactor":              "as ConfirmFactor.Password",
	"RenewRecoveryCodes":      "as ConfirmFactor.Password",
	"SetPassword":             "demonstrations only: AcceptLink.Password goes the same way",
	"SetDemoPasswords":        "as SetPassword",
}

// TestCanary types a text that occurs nowhere else into every field of
// personal text and into a file, and then looks for it in everything that the
// product leaves behind.
func TestCanary(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		w.Person("piet", "Piet Bos", "Balie")
		w.Person("cees", "Cees Mulder", "", vpt.Assignment{Role: vpt.RoleCoordinator, Scope: vpt.ScopeOrganisation})
		c := &canaries{t: t, driven: map[string]bool{}, skipped: map[string]bool{}}
		n := 0
		for _, method := range exportedMethods() {
			n++
			c.drive(w, method, fixtures()[method], n)
		}
		for reason := range notDriven {
			if !c.skipped[reason] {
				t.Errorf("%s stands in notDriven but no field is called so", reason)
			}
		}
		c.file(w)
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		w.Must(w.Runtime.Start(ctx))
		w.Must(w.App.DeliverMail(ctx, apptest.System(w.Org.ID)))
		c.search(w)
	})
}

// canaries are the texts that were typed.
type canaries struct {
	t       *testing.T
	texts   []string
	driven  map[string]bool
	skipped map[string]bool
}

// next gives a new text, with a letter outside of ASCII so that its escaped
// forms differ. The prefix makes a fragment findable too.
func (c *canaries) next(field string) string {
	text := fmt.Sprintf("kanarië%04dx%s", len(c.texts), strings.ToLower(strings.NewReplacer(".", "", "[", "", "]", "").Replace(field)))
	c.texts = append(c.texts, text)
	return text
}

func (c *canaries) drive(w *apptest.World, method string, f actFixture, n int) {
	var who vpt.Actor
	self := ""
	switch f.by {
	case "cli":
		who = apptest.Command(w.Org.ID)
	case "taak":
		return // no input of a person
	case "anoniem":
		who = vpt.AnonymousActor("toets", "adres", "nl")
	case "dienst":
		who = vpt.Actor{Kind: vpt.ActorService, Organisation: w.Org.ID, Name: "dienst", Scopes: vpt.TokenScopes(), Lang: "nl"}
	default:
		who, self = w.Actor(f.by), f.by
	}
	where := place{"zelfde onderdeel", "piet", ""}
	if f.about == "melding" && self != "" {
		where = place{"eigen", "", ""}
	}
	s := set(c.t, w, who, self, where, n, f)
	if f.prepare != nil {
		f.prepare(s)
	}
	args := f.args(s)
	before := len(c.texts)
	for i, arg := range args {
		v := reflect.New(reflect.TypeOf(arg)).Elem()
		v.Set(reflect.ValueOf(arg))
		c.fill(v, method)
		args[i] = v.Interface()
	}
	err := call(w.App, method, who, args)
	if sign, _ := outcome(err); sign == "?" || len(c.texts) > before && sign != "+" && !tolerated[method] {
		c.t.Errorf("%s with canaries: %v", method, err)
	}
	if method == "SavePerson" { // the new person gets mail, which must not hold the name
		id := vpt.PersonID(w.Value(`SELECT id FROM person ORDER BY id DESC LIMIT 1`))
		w.Must(w.App.InvitePerson(context.Background(), w.Actor("bea"), id))
	}
}

// tolerated are acts that are refused here but take their text in all the same.
var tolerated = map[string]bool{"SignIn": true, "AcceptLink": true, "ChangePassword": true, "ConfirmCode": true, "ConfirmFactor": true}

var privateType = reflect.TypeFor[vpt.Private]()

// fill puts a canary into every field of personal text within v.
func (c *canaries) fill(v reflect.Value, path string) {
	switch {
	case v.Type() == privateType:
		if reason := notDriven[path]; reason != "" {
			c.skipped[path] = true
			return
		}
		text := c.next(path)
		if strings.HasSuffix(path, ".Email") || path == "RecordDelivery.To" {
			text = strings.NewReplacer("ë", "e").Replace(text) + "@kanarie.example"
			c.texts[len(c.texts)-1] = text
		}
		c.driven[path] = true
		v.Set(reflect.ValueOf(vpt.NewPrivate(text)))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				c.fill(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name)
			}
		}
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() != reflect.Uint8:
		if v.Len() == 0 && holdsPrivate(v.Type().Elem()) {
			c.t.Errorf("%s holds personal text but the fixture leaves it empty", path)
		}
		fresh := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(fresh, v)
		for i := range fresh.Len() {
			c.fill(fresh.Index(i), v.Type().Elem().Name())
		}
		if v.CanSet() && v.Len() > 0 {
			v.Set(fresh)
		}
	case v.Kind() == reflect.Map && v.Type().Elem() == privateType:
		fresh := reflect.MakeMap(v.Type())
		for _, key := range v.MapKeys() {
			c.driven[path] = true
			fresh.SetMapIndex(key, reflect.ValueOf(vpt.NewPrivate(c.next(path))))
		}
		if fresh.Len() == 0 {
			c.t.Errorf("%s holds personal text but the fixture leaves it empty", path)
		}
		v.Set(fresh)
	}
}

func holdsPrivate(t reflect.Type) bool {
	if t == privateType {
		return true
	}
	if t.Kind() == reflect.Struct {
		for i := range t.NumField() {
			if t.Field(i).IsExported() && holdsPrivate(t.Field(i).Type) {
				return true
			}
		}
	}
	return false
}

// file uploads a document with a canary in it and in its name.
func (c *canaries) file(w *apptest.World) {
	report, _ := w.Report("rosa", nil)
	content := strings.Repeat("gewone regel\n", 40_000) + c.next("bestand") + "\n"
	_, err := w.App.AddEvidence(context.Background(), w.Actor("rosa"), vpt.AddEvidence{Report: report, Name: vpt.NewPrivate(c.next("bestandsnaam") + ".txt")}, strings.NewReader(content))
	w.Must(err)
}

// forms gives the ways in which a text may stand somewhere: raw, UTF-16,
// base64 at each alignment, hexadecimal, URL- and JSON-escaped.
func forms(text string) [][]byte {
	raw := []byte(text)
	out := [][]byte{raw, []byte(hex.EncodeToString(raw)), []byte(strings.ToUpper(hex.EncodeToString(raw))), []byte(url.QueryEscape(text)), []byte(url.PathEscape(text))}
	if escaped, err := json.Marshal(text); err == nil {
		out = append(out, bytes.Trim(escaped, `"`), []byte(strings.Trim(fmt.Sprintf("%+q", text), `"`)))
	}
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		var wide []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			wide = binary.LittleEndian.AppendUint16(wide, 0)
			order.PutUint16(wide[len(wide)-2:], unit)
		}
		out = append(out, wide)
	}
	for shift := range 3 { // the part that does not depend on its neighbours
		for _, enc := range []*base64.Encoding{base64.StdEncoding, base64.URLEncoding} {
			padded := enc.EncodeToString(append(make([]byte, shift), raw...))
			out = append(out, []byte(padded[(shift*8+5)/6+1:len(padded)-4]))
		}
	}
	return out
}

func (c *canaries) search(w *apptest.World) {
	c.t.Helper()
	places := map[string][]byte{"log": []byte(w.Log.String())}
	for i, m := range w.Mail.Messages() {
		places[fmt.Sprintf("mail %d", i)] = []byte(strings.Join(append(append(slices.Clone(m.Text), m.Closing...), m.Subject, m.Link, m.LinkText, m.MessageID), "\n"))
	}
	copied := filepath.Join(c.t.TempDir(), "kopie")
	w.Must(w.Runtime.Backup(context.Background(), apptest.Command(""), w.Config, copied))
	backup, err := os.ReadFile(copied)
	w.Must(err)
	places["backup"] = unpacked(backup)
	own := ""
	if w.DB.Engine == dbtest.SQLite {
		w.Exec(`PRAGMA wal_checkpoint(PASSIVE)`)
	} else {
		w.Exec(`CHECKPOINT`)
		own = w.Value(`SELECT oid::text FROM pg_database WHERE datname = current_database()`)
	}
	for _, dir := range []string{w.DB.Dir, w.DB.DataDir} {
		if dir != "" {
			c.files(dir, own, places)
		}
	}
	found := 0
	for _, text := range c.texts {
		for _, form := range forms(text) {
			for name, data := range places {
				if at := bytes.Index(data, form); at >= 0 && found < 20 {
					found++
					c.t.Errorf("%q is readable in %s at %d: %q", text, name, at, data[max(0, at-40):min(len(data), at+len(form)+20)])
				}
			}
		}
	}
	if len(c.texts) < 40 {
		c.t.Errorf("only %d canaries were driven", len(c.texts))
	}
}

// unpacked gives the content of a compressed backup, or the backup itself.
func unpacked(data []byte) []byte {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return data
	}
	if plain, err := io.ReadAll(z); err == nil {
		return plain
	}
	return data
}

// files reads what lies in a folder. On PostgreSQL all tests share it: own is
// the number of this database, and those of others are left out.
func (c *canaries) files(dir, own string, into map[string][]byte) {
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil // a file of the server may vanish while we walk
		}
		if d.IsDir() && filepath.Base(filepath.Dir(path)) == "base" && d.Name() != own {
			return fs.SkipDir
		}
		if info, err := d.Info(); err != nil || !info.Mode().IsRegular() {
			return nil
		}
		if data, err := os.ReadFile(path); err == nil {
			into[path] = data
		}
		return nil
	})
}
