package app_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	pdftool "os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// dossierCase is a case that everybody of the house is named in: who reported,
// who it happened to, who saw it, who handles it; and an earlier one.
func dossierCase(w *apptest.World) (report, number string) {
	ctx, mila := context.Background(), w.Actor("mila")
	_, earlier := w.Report("wim", func(in *vpt.ReportIncident) { in.OccurredOn, in.Kinds = "2026-10-01", []string{"B1"} })
	report, number = w.Report("rosa", func(in *vpt.ReportIncident) {
		in.OnBehalf, in.Affected = vpt.ForColleague, []vpt.AffectedInput{{Person: w.People["anna"]}, {Name: p("uitzendkracht Sem")}}
		in.Site, in.Place, in.Instigator = w.Sites["Stadhuis"], p("bij de kamer van Mila"), p("man met rode pet")
		in.Account = p("Hij schold Anna uit: je heet toch Yilmaz? Leos jas lag op de grond. Mail rosa@toetsdam.example (P-rosa).")
	})
	w.Must(w.App.AddDetails(ctx, w.Actor("rosa"), vpt.AddDetails{Report: report, Values: map[vpt.DetailField]vpt.Private{
		vpt.DetailLiteral: p("Wacht maar, mevrouw de Wit."), vpt.DetailTrigger: p("A1"), vpt.DetailInjury: p("pijn"), vpt.DetailComment: p("alleen voor de behandelaar")}}))
	w.Must(w.App.AddDetails(ctx, w.Actor("anna"), vpt.AddDetails{Report: report, Values: map[vpt.DetailField]vpt.Private{vpt.DetailAccount: p("Ik riep ROSA erbij.")}}))
	for i, name := range []string{"foto van Anna.png", "verkeerd Sem.png"} {
		id, err := w.App.AddEvidence(ctx, w.Actor("rosa"), vpt.AddEvidence{Report: report, Name: p(name)}, bytes.NewReader(picture(i)))
		w.Must(err)
		if i == 1 {
			w.Must(w.App.RemoveEvidence(ctx, mila, vpt.RemoveEvidence{Case: number, ID: id, Why: p("verkeerde foto")}))
		}
	}
	w.Must(w.App.AddInvolved(ctx, mila, vpt.AddInvolved{Case: number, Role: vpt.RoleWitness, Lookup: p("P-leo")}))
	w.Must(w.App.AssessCase(ctx, mila, vpt.AssessCase{Case: number, Verdict: vpt.VerdictAggression, Kinds: []string{"V2", "B1"}, Class: 2, FactsComplete: true}))
	w.Must(w.App.RecordInstigator(ctx, mila, vpt.RecordInstigator{Case: number, Kind: vpt.InstigatorKnown, Relation: firstRelation, Name: p("J. Klaver"), Description: p("kent Wim Pinas"), Postponed: p("nog niet")}))
	w.Must(w.App.RecordPolice(ctx, mila, vpt.RecordPolice{Case: number, Kind: vpt.PoliceNotice, DoneOn: today, Reference: p("PL0600-1"), Note: p("binnenkamers gezegd")}))
	w.Must(w.App.SaveDamage(ctx, mila, vpt.SaveDamage{Case: number, Kind: vpt.DamageClothes, Amount: "80,50", Description: p("jas van Anna")}))
	w.Must(w.App.WriteNote(ctx, mila, vpt.WriteNote{Case: number, Visible: vpt.VisibleHandlers, Text: p("notitie voor ons")}))
	w.Must(w.App.LinkCase(ctx, w.Actor("cora"), vpt.LinkCase{Case: number, Earlier: earlier}))
	w.Must(w.App.AnalyseCase(ctx, mila, vpt.AnalyseCase{Case: number, Trigger: "A1", Nature: "frustratie", Causes: []string{"training"}, Colleague: vpt.AnswerYes,
		DidWhat: p("Leo riep de beveiliging en Klaver ging weg"), Lessons: p("Mila past het rooster aan")}))
	return report, number
}

// insiders are what must not be read in a dossier under a number.
var insiders = []string{
	"Rosa", "de Wit", "Anna", "Yılmaz", "Yilmaz", "Sem", "Leo", "Hoekstra", "Wim", "Pinas", "Mila", "van Dijk", "@toetsdam.example", "P-rosa", "P-anna", "P-leo", "P-mila", "medewerker Balie", "medewerker Loket",
}

// privately are what stays with who handles the case, whatever the mode.
var privately = []string{"alleen voor de behandelaar", "binnenkamers gezegd", "notitie voor ons", "verkeerd Sem"}

func TestDossier_UnderANumber(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		_, number := dossierCase(w)
		in := vpt.MakeDossier{Case: number, Mode: vpt.IdentityNumber, Witnesses: true, Files: true}
		var out bytes.Buffer
		w.Must(w.App.Dossier(context.Background(), w.Actor("mila"), in, &out))
		files := unpack(t, out.Bytes())
		if names := sortedNames(files); !slices.Equal(names, []string{"bijlagen/bijlage-01.png", "dossier.odt", "dossier.pdf"}) {
			t.Errorf("in the archive: %v", names)
		}
		if !bytes.Equal(files["bijlagen/bijlage-01.png"], picture(0)) {
			t.Error("the evidence is not what was uploaded")
		}
		for _, format := range []vpt.LetterFormat{vpt.FormatPDF, vpt.FormatODT, vpt.FormatDOCX} {
			f, err := w.App.DossierFile(context.Background(), w.Actor("mila"), in, format)
			w.Must(err)
			if f.Name != "politiedossier-"+number+"."+string(format) {
				t.Errorf("called %s", f.Name)
			}
			files[f.Name] = f.Data
		}
		for name, data := range files {
			text := readable(t, name, data)
			if strings.HasPrefix(name, "bijlagen/") {
				continue
			}
			mayNotSay(t, name, text, append(insiders, privately...))
			for _, said := range []string{"medewerker 1", "[medewerker 2]", "J. Klaver", "PL0600-1", "1 oktober 2026: Bedreigen", "80,50", "kent [een collega]"} {
				if !strings.Contains(text, said) {
					t.Errorf("%s does not say %q", name, said)
				}
			}
		}
	})
}

func TestDossier_ByName(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		_, number := dossierCase(w)
		var out bytes.Buffer
		w.Must(w.App.Dossier(context.Background(), w.Actor("cora"), vpt.MakeDossier{Case: number, Mode: vpt.IdentityDomicile, Files: true}, &out))
		files := unpack(t, out.Bytes())
		if _, ok := files["bijlagen/01-foto van Anna.png"]; !ok {
			t.Errorf("in the archive: %v", sortedNames(files))
		}
		text := readable(t, "dossier.pdf", files["dossier.pdf"])
		mayNotSay(t, "by name", text, privately)
		for _, said := range []string{"Rosa de Wit", "Verklaring van Anna Yılmaz", "Ik riep ROSA erbij", "Mila van Dijk", "Wacht maar, mevrouw de Wit", "kiest domicilie", "bij elke balie"} {
			if !strings.Contains(text, said) {
				t.Errorf("the dossier does not say %q: %s", said, text)
			}
		}
		f, err := w.App.IdentitySheet(context.Background(), w.Actor("mila"), number)
		w.Must(err)
		sheet := readable(t, f.Name, f.Data)
		for _, said := range []string{"medewerker 1 Naam: Rosa de Wit", "medewerker 2 Naam: Anna Yılmaz", "rosa@toetsdam.example", "P-rosa", "Sem", "Leo Hoekstra", "de contactpersoon Naam: Mila van Dijk"} {
			if !strings.Contains(sheet, said) {
				t.Errorf("the sheet does not say %q: %s", said, sheet)
			}
		}
	})
}

func TestDossier_WhoMayAndWhatIsLogged(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		_, number := dossierCase(w)
		ctx := context.Background()
		in := vpt.MakeDossier{Case: number, Mode: vpt.IdentityNumber, Files: true}
		for _, name := range []string{"rosa", "anna", "wout", "bea", "ada", "dora", "sven", "pia", "petra", "olga", "leo"} {
			var out bytes.Buffer
			who := w.Actor(name)
			_, form := w.App.DossierForm(ctx, who, number)
			_, sheet := w.App.IdentitySheet(ctx, who, number)
			_, lesson := w.App.LessonSheet(ctx, who, vpt.MakeLessonSheet{Case: number, Format: vpt.FormatPDF})
			for act, err := range map[string]error{"archive": w.App.Dossier(ctx, who, in, &out), "form": form, "sheet": sheet, "lesson": lesson} {
				if kind := vpt.KindOf(err); kind != vpt.KindNotFound && kind != vpt.KindForbidden {
					t.Errorf("%s by %s: %v", act, name, err)
				}
			}
			if out.Len() > 0 {
				t.Errorf("%s got %d bytes", name, out.Len())
			}
		}
		before := logged(w)
		w.Must(w.App.Dossier(ctx, w.Actor("mila"), in, io.Discard))
		_, err := w.App.IdentitySheet(ctx, w.Actor("mila"), number)
		w.Must(err)
		_, err = w.App.LessonSheet(ctx, w.Actor("mila"), vpt.MakeLessonSheet{Case: number, Format: vpt.FormatPDF})
		w.Must(err)
		for action, want := range map[string]int{"case.dossier": 1, "evidence.read": 1, "case.identity": 1, "case.lesson": 1} {
			if got := logged(w)[action] - before[action]; got != want {
				t.Errorf("%s logged %d times, want %d", action, got, want)
			}
		}
		if err := w.App.Dossier(ctx, w.Actor("mila"), vpt.MakeDossier{Case: number}, io.Discard); len(fieldsOf(err)) != 1 || fieldsOf(err)[0] != (vpt.Field{Path: "mode", Code: "verplicht"}) {
			t.Errorf("without a mode: %v", err)
		}
		broken := errors.New("the reader is gone")
		if err := w.App.Dossier(ctx, w.Actor("mila"), in, failing{broken}); !errors.Is(err, broken) {
			t.Errorf("a reader that is gone: %v", err)
		}
	})
}

// logged counts what was done, by action.
func logged(w *apptest.World) map[string]int {
	out := map[string]int{}
	for _, action := range []string{"case.dossier", "case.identity", "case.lesson", "evidence.read", "case.read"} {
		n, err := strconv.Atoi(w.Value(`SELECT COUNT(position) || '' FROM audit_leaf WHERE payload LIKE $1`, `%"`+action+`"%toegestaan%`))
		w.Must(err)
		out[action] = n
	}
	return out
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// TestDossier_NumbersStay holds that who comes in later, and a file that goes,
// move nobody: a file of last month and a sheet of today still belong together.
func TestDossier_NumbersStay(t *testing.T) {
	w := apptest.SQLite(t)
	_, number := dossierCase(w)
	ctx, mila := context.Background(), w.Actor("mila")
	first, err := w.App.DossierForm(ctx, mila, number)
	w.Must(err)
	w.Must(w.App.AddInvolved(ctx, mila, vpt.AddInvolved{Case: number, Role: vpt.RoleAffected, Lookup: p("P-dirk")}))
	w.Must(w.App.RemoveEvidence(ctx, mila, vpt.RemoveEvidence{Case: number, ID: first.Dossier.Evidence[0].ID, Why: p("weg")}))
	later, err := w.App.DossierForm(ctx, mila, number)
	w.Must(err)
	for id, name := range first.Names {
		if later.Names[id] != name {
			t.Errorf("%s was %q and is %q", id, name, later.Names[id])
		}
	}
	if got := later.Names[vpt.DossierPersonID(w.People["dirk"])]; got != "medewerker 5" {
		t.Errorf("who came in later is %q of %v", got, later.Names)
	}
	for _, gap := range []vpt.DossierGap{vpt.GapEvidence, vpt.GapMeans, vpt.GapAffected, vpt.GapWitness, vpt.GapAddress} {
		if !slices.Contains(later.Gaps, gap) {
			t.Errorf("%s is not among %v", gap, later.Gaps)
		}
	}
	for _, gap := range []vpt.DossierGap{vpt.GapAssessed, vpt.GapLiteral, vpt.GapInstigator, vpt.GapRules} {
		if slices.Contains(later.Gaps, gap) {
			t.Errorf("%s is there", gap)
		}
	}
}

func TestLessonSheet_NamesNobody(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		_, number := dossierCase(w)
		for _, format := range []vpt.LetterFormat{vpt.FormatPDF, vpt.FormatODT, vpt.FormatDOCX} {
			f, err := w.App.LessonSheet(context.Background(), w.Actor("mila"), vpt.MakeLessonSheet{Case: number, Summary: p("Klaver schold Anna uit. Rosa (P-rosa) hielp."), Format: format})
			w.Must(err)
			text := readable(t, f.Name, f.Data)
			mayNotSay(t, f.Name, text, append(append([]string{"Klaver", number, "17 november", "Hij schold"}, insiders...), privately...))
			for _, said := range []string{"De veroorzaker schold een collega uit", "Een collega past het rooster aan", "november 2026"} {
				if !strings.Contains(text, said) {
					t.Errorf("%s does not say %q: %s", f.Name, said, text)
				}
			}
		}
	})
}

func mayNotSay(t *testing.T, name, text string, secrets []string) {
	t.Helper()
	for _, secret := range secrets {
		if strings.Contains(text, secret) {
			t.Errorf("%s says %q", name, secret)
		}
	}
}

// readable gives what can be read from a file: of a PDF its text and metadata,
// of the others all that is packed in them without their tags.
func readable(t *testing.T, name string, data []byte) string {
	t.Helper()
	if !strings.HasSuffix(name, ".pdf") {
		if !strings.HasSuffix(name, ".odt") && !strings.HasSuffix(name, ".docx") {
			return string(data)
		}
		var all strings.Builder
		for part, content := range unpack(t, data) {
			all.WriteString(part + " " + string(content) + " ")
		}
		return all.String()
	}
	file := filepath.Join(t.TempDir(), "dossier.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, command := range [][]string{{"pdftotext", "-raw", file, "-"}, {"pdfinfo", file}} {
		text, err := pdftool.CommandContext(context.Background(), command[0], command[1:]...).Output()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, strings.Fields(string(text))...)
	}
	return strings.Join(all, " ")
}

func unpack(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func sortedNames(files map[string][]byte) []string {
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// TestDossier_BanWithLetterAndProof holds what articles 138 and 139 ask for:
// that the person had the letter. In the case of the breach, the ban of the
// earlier case stands with its number and proof, and its letter stays there.
func TestDossier_BanWithLetterAndProof(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		w.Must(w.App.SaveStationery(context.Background(), w.Actor("bea"), vpt.SaveStationery{Stationery: aStationery()}))
		h := newWeighed(t, w)
		h.assessAs(3, "B2")
		h.instigate()
		h.hear()
		h.draftOf(nil)
		h.conclude("mila")
		if h.file("mila").Measure.State == vpt.MeasureWaiting {
			w.Must(w.App.SecondMeasure(h.ctx, w.Actor("cora"), vpt.SecondMeasure{Case: h.casefile, ID: h.measure, Agree: true}))
		}
		in := filledLetter(w, w.Actor("mila"), vpt.SaveLetter{Case: h.casefile, Template: "pandverbod", About: vpt.LetterAbout("maatregel", h.measure)})
		in.Freeze, in.Values["geen_eerdere_stap"] = true, p("het was te ernstig")
		id, err := w.App.SaveLetter(h.ctx, w.Actor("mila"), in)
		w.Must(err)
		w.Must(w.App.FreezeLetter(h.ctx, apptest.System(w.Org.ID), id))
		w.Must(w.App.RecordDelivery(h.ctx, w.Actor("mila"), vpt.RecordDelivery{Case: h.casefile, Letter: id, Way: vpt.ByHand, SentOn: today, Proof: p("gegeven door Mila")}))
		breach, err := w.App.ReportIncident(h.ctx, w.Actor("rosa"), func() vpt.ReportIncident {
			in := apptest.AReport()
			in.Breach = h.measure
			return in
		}())
		w.Must(err)

		for number, letters := range map[string]int{h.casefile: 1, w.CaseOf(breach): 0} {
			form, err := w.App.DossierForm(h.ctx, w.Actor("mila"), number)
			w.Must(err)
			if bans := form.Dossier.Bans; len(bans) != 1 || bans[0].Letter == "" || !bans[0].Delivered() {
				t.Fatalf("%s: %+v", number, bans)
			}
			for mode, want := range map[vpt.IdentityMode]int{vpt.IdentityDomicile: letters, vpt.IdentityNumber: 0} {
				var out bytes.Buffer
				w.Must(w.App.Dossier(h.ctx, w.Actor("mila"), vpt.MakeDossier{Case: number, Mode: mode, Files: true}, &out))
				files := unpack(t, out.Bytes())
				if got := len(files) - 2; got != want {
					t.Errorf("%s %s: %v", number, mode, sortedNames(files))
				}
				text := readable(t, "dossier.pdf", files["dossier.pdf"])
				for _, said := range []string{form.Dossier.Bans[0].Letter, "Bezorgd: ", "Pandverbod", "alle gebouwen"} {
					if !strings.Contains(text, said) {
						t.Errorf("%s %s does not say %q: %s", number, mode, said, text)
					}
				}
				if named := strings.Contains(text, "gegeven door Mila"); named != (mode == vpt.IdentityDomicile) {
					t.Errorf("%s %s names who gave it: %v", number, mode, named)
				}
			}
		}
	})
}
