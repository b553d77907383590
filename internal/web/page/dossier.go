package page

import (
	"net/url"
	"strconv"
	"strings"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// DossierPage is what the police would get of a case, what is missing of it,
// and the form to make it.
type DossierPage struct {
	Shell
	Heading  PageHeading
	Errors   FieldErrors
	Notes    []Alert
	Gaps     DefinitionList
	Inside   DefinitionList
	Sections []FormSection
	Action   string
	Buttons  ButtonGroup
	ByNumber bool // the complaint is under a number: the names are needed
	Numbers  Table
	Replaced Table
	Identity Button
	Letter   CaseLink // the letter that goes in front
	Back     Link
}

// FieldFormat is the name of the buttons that say in which form a document
// comes.
const FieldFormat = "vorm"

// FormatZip is the dossier with its files in one archive.
const FormatZip = "zip"

// NewDossierPage makes the page. typed is nil for a fresh form.
func NewDossierPage(shell Shell, t *nl.Texts, f vpt.DossierForm, typed url.Values, errs FieldErrors) *DossierPage {
	d, path := f.Dossier, "/zaken/"+f.Dossier.Number
	shell.Problem = len(errs) > 0
	p := &DossierPage{
		Shell: shell, Heading: PageHeading{Title: t.Text("dossier.titel"), Lead: t.Text("dossier.lead")}, Errors: errs,
		Action: path + "/politiedossier/bestand", Back: Link{Label: t.Text("zaak.terug"), Href: path},
		Letter:   CaseLink{Label: t.Text("dossier.schrijf-brief"), Href: path + "/brieven/nieuw?brief=politiedossier", Icon: "mail"},
		Identity: LinkButton(ButtonSecondary, t.Text("dossier.identiteitsblad"), path+"/politiedossier/identiteitsblad"),
	}
	p.Identity.Icon = "download"
	if len(f.Gaps) == 0 {
		p.Notes = []Alert{{Tone: ToneOK, Title: t.Text("dossier.mist-niets")}}
	}
	for _, gap := range f.Gaps {
		p.Gaps.Items = append(p.Gaps.Items, gapItem(t, gap, path))
	}
	p.Inside = dossierInside(t, f)
	p.Sections = dossierSections(t, d, typed, errs)
	zip := PrimaryButton(t.Text("dossier.maak-zip"))
	zip.Name, zip.Value, zip.Icon = FieldFormat, FormatZip, "download"
	p.Buttons.Buttons = []Button{zip}
	for _, format := range []vpt.LetterFormat{vpt.FormatPDF, vpt.FormatODT, vpt.FormatDOCX} {
		p.Buttons.Buttons = append(p.Buttons.Buttons, Button{Kind: ButtonSecondary, Label: t.Text("dossier.maak-" + string(format)), Name: FieldFormat, Value: string(format)})
	}
	p.ByNumber = usualMode(d) == vpt.IdentityNumber
	p.names(t, f)
	return p
}

// names shows who has which number, and which words of the texts stand for
// whom.
func (p *DossierPage) names(t *nl.Texts, f vpt.DossierForm) {
	p.Numbers = Table{ID: "nummers", Caption: t.Text("dossier.kop-nummers"), Columns: []Column{{Label: t.Text("dossier.naam")}, {Label: t.Text("dossier.in-het-dossier")}}}
	for _, person := range append(f.Dossier.People, f.Dossier.Contact) {
		label, ok := f.Names[person.ID]
		if ok {
			p.Numbers.Rows = append(p.Numbers.Rows, Row{Cells: []Cell{{Text: person.Name.Reveal()}, {Text: label}}})
			delete(f.Names, person.ID) // the contact may stand among the others
		}
	}
	p.Replaced = Table{ID: "vervangen", Caption: t.Text("dossier.kop-vervangen"), Columns: []Column{{Label: t.Text("dossier.er-stond")}, {Label: t.Text("dossier.wordt")}, {Label: t.Text("dossier.keer"), Numeric: true}}}
	for _, r := range f.Replaced {
		p.Replaced.Rows = append(p.Replaced.Rows, Row{Cells: []Cell{{Text: r.Word.Reveal()}, {Text: r.By}, {Text: strconv.Itoa(r.Count)}}})
	}
}

// gapItem names what is missing and leads to where it is filled in.
func gapItem(t *nl.Texts, gap vpt.DossierGap, path string) Definition {
	where := map[vpt.DossierGap]struct{ key, to string }{
		vpt.GapAssessed: {"beoordeling", "/" + string(ActAssess)}, vpt.GapInstigator: {"veroorzaker", "/" + string(ActInstigator)},
		vpt.GapEvidence: {"bewijs", "/" + string(ActEvidence)}, vpt.GapReceipt: {"schade", "/" + string(ActDamage)},
		vpt.GapLetter: {"brieven", "/brieven"}, vpt.GapProof: {"brieven", "/brieven"}, vpt.GapAttorney: {"volmacht", "#gedaan"},
	}[gap]
	item := Definition{Term: t.Label(gap)}
	switch gap {
	case vpt.GapRules:
		item.Text = t.Text("dossier.doe-huisregels")
	case vpt.GapAddress, vpt.GapPhone:
		item.Text = t.Text("dossier.doe-beheerder")
	case vpt.GapAffected, vpt.GapWitness, vpt.GapLiteral, vpt.GapMeans, vpt.GapCourse, vpt.GapTrigger:
		item.Text, item.Href = t.Text("dossier.doe-vraag"), path+"/"+string(ActNote)
	default:
		item.Text, item.Href = t.Text("dossier.doe-"+where.key), path+where.to
	}
	return item
}

// dossierInside says in a few words what the dossier will hold.
func dossierInside(t *nl.Texts, f vpt.DossierForm) DefinitionList {
	d, lang := f.Dossier, t.Lang()
	var all items
	none := func(text string) string {
		if text == "" {
			return t.Text("dossier.niets")
		}
		return text
	}
	all.lines(t.Text("dossier.verklaringen"), tellers(t, d))
	all.add(t.Text("dossier.bewijs"), none(filesText(t, d.Evidence)))
	damage := ""
	if len(d.Damage) > 0 {
		damage = nl.Euro(int64(d.Amount()), lang)
	}
	all.add(t.Text("dossier.schade"), none(damage))
	var earlier, bans, grounds []string
	for _, e := range d.Earlier {
		earlier = append(earlier, nl.Day(string(e.On), lang))
	}
	for _, b := range d.Bans {
		bans = append(bans, t.Fill("dossier.maatregel", "wat", b.Kind, "dag", nl.Day(string(b.EndsOn), lang)))
	}
	for _, g := range d.Grounds {
		grounds = append(grounds, t.Label(g.Offence))
	}
	all.lines(t.Text("dossier.eerder"), earlier)
	all.add(t.Text("dossier.huisregels"), none(rulesText(t, d)))
	all.lines(t.Text("dossier.maatregelen"), bans)
	all.lines(t.Text("dossier.strafbaar"), grounds)
	if d.ComplaintBy != "" {
		all.add(t.Text("dossier.klacht"), t.Fill("dossier.klacht-voor", "dag", nl.Day(string(d.ComplaintBy), lang)))
	}
	all.add(t.Text("dossier.contact"), nameAndFunction(vpt.PersonName{Name: d.Contact.Name, Function: d.Contact.Function}))
	return DefinitionList{Items: all}
}

// tellers names who told something, each once.
func tellers(t *nl.Texts, d vpt.Dossier) []string {
	var out []string
	seen := map[vpt.DossierPersonID]bool{}
	for _, s := range d.Statements {
		if seen[s.By] {
			continue
		}
		seen[s.By] = true
		name := t.Text("zaak.onbekende-melder")
		for _, p := range d.People {
			if p.ID == s.By && !p.Name.IsZero() {
				name = p.Name.Reveal()
			}
		}
		if s.Role != "" {
			name += ", " + strings.ToLower(t.Label(s.Role))
		}
		out = append(out, name)
	}
	return out
}

func filesText(t *nl.Texts, files []vpt.Evidence) string {
	if len(files) == 0 {
		return ""
	}
	var size int64
	for _, e := range files {
		size += e.Size
	}
	return t.Fill("dossier.bestanden", "aantal", nl.Count(len(files), "bestand", t.Lang()), "grootte", FileSize(size, t.Lang()))
}

func rulesText(t *nl.Texts, d vpt.Dossier) string {
	h, lang := d.HouseRules, t.Lang()
	switch {
	case h.ID == "":
		return ""
	case h.Shown(d.OccurredOn):
		return t.Fill("dossier.huisregels-sinds", "dag", nl.Day(string(h.FromOn), lang), "getoond", nl.Day(string(h.ShownOn), lang))
	}
	return t.Fill("dossier.huisregels-niet", "dag", nl.Day(string(h.FromOn), lang))
}

// usualMode is how people are named when nobody chose: as in the complaint.
func usualMode(d vpt.Dossier) vpt.IdentityMode {
	usual := vpt.IdentityDomicile
	for _, r := range d.Police {
		if r.Identity != "" {
			usual = r.Identity
		}
	}
	return usual
}

func dossierSections(t *nl.Texts, d vpt.Dossier, typed url.Values, errs FieldErrors) []FormSection {
	f := caseFields{fields: fields{t: t, prefix: "dossier.", errs: errs}, typed: typed}
	var modes []Option
	for _, mode := range []vpt.IdentityMode{vpt.IdentityDomicile, vpt.IdentityNumber, vpt.IdentityFull} {
		modes = append(modes, Option{Value: string(mode), Label: t.Label(mode), Hint: t.Text("dossier.wijze-" + string(mode))})
	}
	joined := vpt.Answer("")
	for _, i := range d.Damage {
		if i.Route == vpt.RouteJoin {
			joined = vpt.AnswerYes
		}
	}
	what := FormSection{Title: t.Text("dossier.kop-maken"), Lead: t.Text("dossier.lead-maken"), Fields: []FormField{f.radio(f.field("mode"), string(usualMode(d)), modes), f.tick(f.field("witnesses"), true), f.tick(f.field("files"), true)}}
	wish := func(name string, otherwise vpt.Answer) FormField {
		return selectOf(f.optional(name), f.value(name, string(otherwise)), t.Text("dossier.niet-gevraagd"), labels(t, vpt.Answers()...))
	}
	wishes := FormSection{Title: t.Text("dossier.kop-wensen"), Lead: t.Text("dossier.lead-wensen"), Fields: []FormField{wish("informed", ""), wish("joined", joined), wish("talk", "")}}
	return []FormSection{what, wishes}
}
