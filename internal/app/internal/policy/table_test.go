package policy_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rugdekking/internal/app/internal/policy"
	"rugdekking/vpt"
)

var update = flag.Bool("update", false, "write golden files anew")

// What each action is called in the table for a privacy officer, by noun.
var words = []struct {
	noun    string
	actions [][2]string
}{
	{"Inloggen en eigen account", [][2]string{
		{"session.open", "inloggen, met tweede stap of link"}, {"session.list", "de eigen sessies zien"}, {"session.end", "een eigen sessie beëindigen"},
		{"account.read", "het eigen account zien"}, {"account.change", "het eigen account wijzigen"},
	}},
	{"Melden", [][2]string{
		{"report.form", "het meldformulier openen"}, {"report.create", "een melding doen"}, {"draft.keep", "een concept bewaren"}, {"draft.read", "een concept openen"},
		{"report.list", "de eigen meldingen zien"}, {"report.read", "een eigen melding openen"}, {"report.add", "een eigen melding aanvullen"},
	}},
	{"Bewijs", [][2]string{
		{"evidence.add", "een bestand toevoegen"}, {"evidence.read", "een bestand openen"}, {"evidence.remove", "een bestand weghalen"},
	}},
	{"Zaken", [][2]string{
		{"case.list", "de werkvoorraad zien"}, {"case.find", "een zaak op nummer zoeken"}, {"case.read", "een zaak openen"}, {"case.print", "een zaak afdrukken"},
		{"case.assess", "beoordelen"}, {"case.track", "een spoor bijwerken"}, {"case.measure", "een maatregel vastleggen"}, {"case.police", "politie vastleggen"},
		{"case.talk", "een gesprek plannen of vastleggen"}, {"case.note", "een notitie maken"}, {"case.feedback", "terugkoppelen"},
		{"case.involved", "betrokkenen wijzigen"}, {"case.instigator", "de veroorzaker vastleggen"}, {"case.close", "sluiten"}, {"case.reopen", "heropenen"},
		{"case.pause", "een termijn stilzetten"}, {"case.reassign", "overdragen"}, {"case.merge", "samenvoegen of weer scheiden"},
		{"case.hearing", "de veroorzaker uitnodigen en horen"}, {"case.remedy", "een klacht of bezwaar vastleggen"}, {"case.link", "een eerdere zaak van dezelfde persoon koppelen"},
		{"case.series", "voorvallen aan een reeks toevoegen"}, {"case.letter", "een brief schrijven, maken en bezorgen"}, {"letter.read", "een brief openen of downloaden"}, {"letter.open", "een brief openen met de link uit de mail"},
	}},
	{"Maatregelen", [][2]string{
		{"measure.read", "het dossier van een maatregel zien"}, {"measure.second", "meekijken en instemmen"}, {"measure.door", "aan de deur of telefoon zien wat vandaag geldt"},
	}},
	{"Politie, schade en leren", [][2]string{
		{"case.halt", "nagaan of Halt past"}, {"case.damage", "schade vastleggen"}, {"case.analyse", "een analyse maken"},
		{"case.dossier", "een politiedossier maken"}, {"case.identity", "het identiteitsblad bij een politiedossier maken"}, {"case.lesson", "een leerblad voor het team maken"},
		{"case.improve", "een verbeteractie afspreken"}, {"case.accident", "een arbeidsongeval toetsen"},
		{"improvement.list", "oorzaken en verbeteracties zien, zonder namen"}, {"improvement.read", "een verbeteractie openen"},
		{"improvement.finish", "een verbeteractie afronden"}, {"accident.list", "de lijst van ongevallen zien, zonder namen"},
	}},
	{"Gesprekken en vervanging", [][2]string{
		{"talk.list", "de eigen gesprekken zien"}, {"talk.hold", "een eigen gesprek als gehouden vastleggen"},
		{"talk.decline", "afzien van een eigen gesprek"}, {"talk.calendar", "een eigen gesprek in de agenda zetten"},
		{"peer.roster", "het rooster van opvangers zien"}, {"peer.away", "de eigen afwezigheid als opvanger bijhouden"},
		{"task.list", "de eigen taken zien"}, {"work.handover", "al het werk van iemand overdragen, zonder te lezen"}, {"deputy.name", "een vervanger aanwijzen"}, {"deputy.list", "de vervangers zien"},
	}},
	{"Cijfers", [][2]string{{"figures.read", "cijfers zien"}, {"figures.times", "doorlooptijden zien"}, {"figures.drill", "de meldingen achter een cijfer zien"}}},
	{"Beheer", [][2]string{
		{"admin.overview", "het overzicht van beheer zien"}, {"settings.read", "instellingen zien"}, {"settings.save", "instellingen wijzigen"},
		{"unit.save", "een onderdeel wijzigen"}, {"site.save", "een locatie wijzigen"}, {"person.list", "de medewerkers zien"}, {"person.read", "een medewerker zien"},
		{"person.save", "een medewerker wijzigen"}, {"person.invite", "een medewerker uitnodigen"}, {"person.block", "een account blokkeren"},
		{"person.import", "medewerkers inlezen"}, {"role.assign", "een rol geven"}, {"role.end", "een rol beëindigen"}, {"codes.read", "codelijsten zien"}, {"letter.template", "de brieven van de organisatie zien en wijzigen"},
		{"codes.save", "codelijsten wijzigen"}, {"token.list", "koppelingen zien"}, {"token.add", "een koppeling maken"}, {"token.revoke", "een koppeling intrekken"},
		{"register.import", "een oud register inlezen"}, {"mail.list", "mail met problemen zien"}, {"mail.decide", "over onzekere mail beslissen"},
	}},
	{"Huisregels, protocol en teamnorm", [][2]string{
		{"houserules.read", "de huisregels lezen die nu gelden"}, {"houserules.list", "alle versies van de huisregels zien"},
		{"houserules.save", "huisregels vaststellen en vastleggen dat ze hangen"}, {"houserules.file", "het bewijs bij de huisregels openen"},
		{"teamnorm.list", "zien van welke teams een norm te lezen is"}, {"teamnorm.read", "de norm van een team lezen"}, {"teamnorm.save", "de norm van een team vastleggen"},
		{"protocol.read", "het protocol zien"}, {"protocol.save", "het protocol wijzigen en vaststellen"},
	}},
	{"Koppelingen", [][2]string{
		{"service.report.list", "meldingen opvragen"}, {"service.report.read", "een melding opvragen"}, {"service.report.sent", "een zelf gestuurde melding opvragen"},
		{"service.case.list", "zaken opvragen"}, {"service.case.read", "een zaak opvragen"},
	}},
	{"Het systeem zelf", [][2]string{
		{"letter.freeze", "een brief vastleggen"}, {"letter.send", "de link van een brief mailen"},
		{"mail.send", "mail versturen"}, {"due.sweep", "termijnen bewaken en opruimen"}, {"organisation.list", "de organisaties zien"}, {"organisation.add", "een organisatie toevoegen"},
	}},
}

const head = `# Wie mag wat

Dit overzicht komt uit de tabel waarmee Rugdekking beslist. Een toets vergelijkt het met die tabel.

- **-**: nooit. **ja**: altijd. **eigen**: wat iemand zelf meldde, wat haar overkwam of haar eigen account.
- **onderdeel**: zaken van haar onderdelen, en zaken van haarzelf of van wie zij vervangt.
- **organisatie**: alles waarvoor de rol geldt, meestal de hele organisatie.
- **koppeling**: het recht dat een koppeling nodig heeft.
- **niet bij eigen zaak**: wie getroffene of getuige is, mag dit niet in die zaak, behalve wat van haarzelf is.
- **logboek**: wijzigingen staan altijd in het logboek. Hier staat wanneer lezen erin komt.

Iedereen met een account is melder. Een vervanger heeft de rechten van wie zij vervangt, zolang de vervanging duurt.
`

// dutch writes the table as a privacy officer reads it, and gives the actions
// that have no words.
func dutch(rows []policy.Row) (text string, unknown []policy.Action) {
	var b strings.Builder
	b.WriteString(head)
	left := map[policy.Action]policy.Row{}
	for _, row := range rows {
		left[row.Action] = row
	}
	for _, group := range words {
		fmt.Fprintf(&b, "\n## %s\n\n", group.noun)
		b.WriteString("| handeling | niet ingelogd | melder | leidinggevende | coördinator | beheerder | analist | directie | beveiliging | opvanger | preventie | systeem | opdrachtregel | koppeling | niet bij eigen zaak | logboek |\n")
		b.WriteString("|" + strings.Repeat("---|", 16) + "\n")
		for _, action := range group.actions {
			row, ok := left[policy.Action(action[0])]
			if !ok {
				unknown = append(unknown, policy.Action(action[0]+" staat niet in de tabel"))
				continue
			}
			delete(left, row.Action)
			token := string(row.Token)
			if token == "" {
				token = "-"
			}
			impartial := "-"
			if row.Impartial {
				impartial = "ja"
			}
			logged := map[policy.Audit]string{policy.Never: "-", policy.Always: "altijd", policy.Listed: "eens per kwartier"}[row.Audit]
			fmt.Fprintf(&b, "| %s (`%s`) | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n", action[1], row.Action, row.Anonymous, row.Reporter,
				row.Manager, row.Coordinator, row.Administrator, row.Analyst, row.Director, row.Security, row.Peer, row.Prevention, row.System, row.Command, token, impartial, logged)
		}
	}
	for action := range left {
		unknown = append(unknown, action)
	}
	return b.String(), unknown
}

func TestTable_IsThePublishedOne(t *testing.T) {
	got, unknown := dutch(policy.Table())
	if len(unknown) > 0 {
		t.Errorf("without words or without a row: %v", unknown)
	}
	path := filepath.Join("testdata", "policy.md")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(want), "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(lines) || line != lines[i] {
			t.Errorf("%s, line %d: the table now says\n%s\nIf that is meant, write it with -update and let a privacy officer read the difference.", path, i+1, line)
		}
	}
	if len(lines) != strings.Count(got, "\n")+1 {
		t.Errorf("%s has %d lines, the table gives %d", path, len(lines), strings.Count(got, "\n")+1)
	}
}

// Rules that hold for the table as a whole, whatever is added to it.
func TestTable_KeepsItsPromises(t *testing.T) {
	seen := map[policy.Action]bool{}
	for _, row := range policy.Table() {
		if seen[row.Action] {
			t.Errorf("%s stands in the table twice", row.Action)
		}
		seen[row.Action] = true
		levels := []policy.Level{row.Anonymous, row.Reporter, row.Manager, row.Coordinator, row.Administrator, row.Analyst, row.Director, row.Security, row.Peer, row.Prevention, row.System, row.Command}
		for _, level := range levels {
			if !slices.Contains([]policy.Level{policy.No, policy.Own, policy.Unit, policy.Org, policy.Yes}, level) {
				t.Errorf("%s has a level %q", row.Action, level)
			}
		}
		if row.Anonymous != policy.No && row.Action != policy.SessionOpen && row.Action != policy.LetterOpen {
			t.Errorf("%s is open to who did not sign in", row.Action)
		}
		if row.Token != "" && !slices.Contains(vpt.TokenScopes(), row.Token) {
			t.Errorf("%s asks for a scope %q that no token has", row.Action, row.Token)
		}
		ofCase := strings.HasPrefix(string(row.Action), "case.") || strings.HasPrefix(string(row.Action), "evidence.")
		others := []policy.Level{row.Administrator, row.Analyst, row.Director, row.Security, row.Peer, row.Prevention, row.Command}
		if ofCase && (slices.ContainsFunc(others, func(l policy.Level) bool { return l != policy.No }) || row.Token != "") {
			t.Errorf("%s: who does not handle cases, the command line and services see none", row.Action)
		}
		if ofCase && !row.Impartial {
			t.Errorf("%s is open to who is affected or witness", row.Action)
		}
		reading := strings.HasSuffix(string(row.Action), ".read") || strings.HasSuffix(string(row.Action), ".print")
		if ofCase && reading && row.Audit != policy.Always {
			t.Errorf("%s is not always logged", row.Action)
		}
	}
}
