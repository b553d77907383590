package app_test

import (
	"bytes"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// actFixture is how the matrix and the canary call one exported method: with
// arguments that would succeed if the actor may. A method without a fixture
// fails the tests.
type actFixture struct {
	file    bool           // the report has a file
	account bool           // there is an account besides
	about   string         // "zaak", "melding", "account", "bestand", "gesprek" or "": no object of its own
	by      string         // somebody who may, for the canary; a name of the world, or "cli", "taak", "anoniem", "dienst"
	prepare func(s *scene) // brings the object in the state that the act needs
	args    func(s *scene) []any
}

func p(text string) vpt.Private { return vpt.NewPrivate(text) }

func none(*scene) []any { return nil }

const today = vpt.Date("2026-11-17")

func period() vpt.Period { return vpt.Period{From: "2026-07-01", To: "2026-12-31"} }

// fixtures gives one per exported method of App.
func fixtures() map[string]actFixture {
	all := map[string]actFixture{}
	for _, part := range []map[string]actFixture{careFixtures(), caseFixtures(), reportFixtures(), accountFixtures(), adminFixtures(), importFixtures(), chainFixtures(), dossierFixtures(), normFixtures(), measureFixtures(), seriesFixtures(), letterFixtures()} {
		for name, f := range part {
			all[name] = f
		}
	}
	return all
}

func caseFixtures() map[string]actFixture {
	number := func(s *scene) []any { return []any{s.casefile} }
	return map[string]actFixture{
		"Worklist":     {by: "mila", args: func(*scene) []any { return []any{vpt.WorkFilter{}} }},
		"CaseByNumber": {about: "zaak", by: "mila", args: number},
		"CasePrint":    {about: "zaak", by: "mila", args: number},
		"FindNumber":   {about: "zaak", by: "mila", args: number},
		"AssessCase": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.AssessCase{Case: s.casefile, Verdict: vpt.VerdictNoAggression, Why: p("het bleef bij vragen")}}
		}},
		"SetTrack": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.SetTrack{Case: s.casefile, Track: vpt.TrackDamage, State: vpt.TrackNotApplicable, Why: p("geen schade")}}
		}},
		"DecideMeasure": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.DecideMeasure{Case: s.casefile, Kind: vpt.NoReaction, Reason: p("onbekend gebleven"), DecideOn: today}}
		}},
		"RecordInstigator": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.RecordInstigator{Case: s.casefile, Kind: vpt.InstigatorKnown, Relation: firstRelation, Description: p("een man"), Name: p("Jan Jansen"),
				BornOn: p("1980-01-01"), Address: p("Dorpsstraat 1"), Reference: p("klant 12"), Postponed: p("eerst overleg met de politie")}}
		}},
		"RecordPolice": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.RecordPolice{Case: s.casefile, Kind: vpt.PoliceNotice, DoneOn: today, Reference: p("PL-1"), Note: p("gebeld")}}
		}},
		"PlanTalk": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.PlanTalk{Case: s.casefile, Talk: s.talk, On: today, Time: "16:00", WithName: p("Greet van opvang")}}
		}},
		"FinishTalk": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.FinishTalk{Case: s.casefile, Talk: s.talk, State: vpt.TalkHeld, On: today}}
		}},
		"WriteNote": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.WriteNote{Case: s.casefile, Visible: vpt.VisibleHandlers, Text: p("nog bellen")}}
		}},
		"SendFeedback": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.SendFeedback{Case: s.casefile, Text: p("We hebben met hem gesproken.")}}
		}},
		"AddInvolved": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.AddInvolved{Case: s.casefile, Role: vpt.RoleWitness, Name: p("een bezoeker")}}
		}},
		"CloseCase": {about: "zaak", by: "mila", prepare: (*scene).finishLight, args: func(s *scene) []any {
			return []any{vpt.CloseCase{Case: s.casefile, Message: p("We zijn klaar."), NotNeeded: ends(vpt.TrackDamage)}}
		}},
		"ReopenCase": {about: "zaak", by: "mila", prepare: (*scene).close, args: func(s *scene) []any {
			return []any{vpt.ReopenCase{Case: s.casefile, Why: p("toch nog iets")}}
		}},
		"ReassignCase": {about: "zaak", by: "cora", args: func(s *scene) []any {
			return []any{vpt.ReassignCase{Case: s.casefile, Owner: s.w.People["mila"]}}
		}},
		"MergeCases": {about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.MergeCases{Into: s.casefile, From: s.another()}}
		}},
		"UndoMerge": {about: "zaak", by: "mila", prepare: (*scene).merge, args: func(s *scene) []any {
			return []any{vpt.UndoMerge{Case: s.casefile}}
		}},
	}
}

// firstRelation is a code of the shipped list of relations.
const firstRelation = "klant"

func reportFixtures() map[string]actFixture {
	number := func(s *scene) []any { return []any{s.report} }
	return map[string]actFixture{
		"ReportForm": {by: "rosa", args: none},
		"ReportIncident": {by: "rosa", args: func(s *scene) []any {
			in := apptest.AReport()
			in.OnBehalf, in.Affected = vpt.ForColleague, []vpt.AffectedInput{{Name: p("een uitzendkracht")}}
			in.Place, in.Instigator = p("de hal"), p("een man met een pet")
			return []any{in}
		}},
		"SaveDraft":      {by: "rosa", args: func(*scene) []any { return []any{vpt.Draft{Form: vpt.ReportDraft, Data: p("account=half")}} }},
		"Draft":          {by: "rosa", args: func(*scene) []any { return []any{vpt.ReportDraft} }},
		"DropDraft":      {by: "rosa", args: func(*scene) []any { return []any{vpt.ReportDraft} }},
		"Receipt":        {about: "melding", by: "rosa", args: number},
		"MyReports":      {by: "rosa", args: none},
		"MyTalks":        {by: "rosa", args: none},
		"ReportByNumber": {about: "melding", by: "rosa", args: number},
		"AddDetails": {about: "melding", by: "rosa", args: func(s *scene) []any {
			return []any{vpt.AddDetails{Report: s.report, Values: map[vpt.DetailField]vpt.Private{vpt.DetailLiteral: p("hij zei het letterlijk")}}}
		}},
		"AddEvidence": {about: "melding", by: "rosa", args: func(s *scene) []any {
			return []any{vpt.AddEvidence{Report: s.report, Name: p("nog een foto.png")}, bytes.NewReader(picture(1_000_000 + s.n))}
		}},
		"Evidence":        {file: true, about: "melding", by: "rosa", args: func(s *scene) []any { return []any{vpt.EvidenceRef{Report: s.report, ID: s.evidence}} }},
		"EvidencePreview": {file: true, about: "melding", by: "rosa", args: func(s *scene) []any { return []any{vpt.EvidenceRef{Report: s.report, ID: s.evidence}} }},
		"RemoveEvidence": {file: true, about: "zaak", by: "mila", args: func(s *scene) []any {
			return []any{vpt.RemoveEvidence{Case: s.casefile, ID: s.evidence, Why: p("verkeerde foto")}}
		}},
		"ServiceReports": {by: "dienst", args: func(*scene) []any { return []any{vpt.ServiceFilter{}} }},
		"ServiceReport":  {about: "melding", by: "dienst", args: number},
		"SentReport":     {about: "melding", by: "dienst", args: number},
		"ServiceCases":   {by: "dienst", args: func(*scene) []any { return []any{vpt.ServiceFilter{}} }},
		"ServiceCase":    {about: "zaak", by: "dienst", args: func(s *scene) []any { return []any{s.casefile} }},
		"Figures":        {by: "ada", args: func(*scene) []any { return []any{period()} }},
		"FigureReports":  {by: "cora", args: func(*scene) []any { return []any{vpt.DrillQuery{Period: period(), Figure: vpt.RefReports}} }},
	}
}

func accountFixtures() map[string]actFixture {
	secret := p("een-geheim-dat-niet-bestaat")
	return map[string]actFixture{
		"Me":       {by: "rosa", args: none},
		"Account":  {by: "rosa", args: none},
		"Sessions": {by: "rosa", args: none},
		"SaveLook": {by: "rosa", args: func(*scene) []any { return []any{vpt.SaveLook{Lang: "nl", Look: vpt.LookDark}} }},
		"ChangePassword": {by: "rosa", args: func(*scene) []any {
			return []any{vpt.ChangePassword{Old: p("oud wachtwoord hier"), Password: p("nieuw wachtwoord daar"), Again: p("nieuw wachtwoord daar")}}
		}},
		"StartFactor": {by: "rosa", args: func(*scene) []any { return []any{"Rugdekking"} }},
		"ConfirmFactor": {by: "rosa", args: func(*scene) []any {
			return []any{vpt.ConfirmFactor{Code: p("123456"), Password: p("oud wachtwoord hier")}}
		}},
		"DropFactor":         {by: "rosa", args: func(*scene) []any { return []any{p("oud wachtwoord hier")} }},
		"RenewRecoveryCodes": {by: "rosa", args: func(*scene) []any { return []any{p("oud wachtwoord hier")} }},
		"EndSession":         {by: "rosa", args: func(*scene) []any { return []any{vpt.SessionID("00000000-0000-7000-8000-000000000000")} }},
		"EndOtherSessions":   {by: "rosa", args: none},
		"SignIn": {by: "anoniem", args: func(*scene) []any {
			return []any{vpt.SignIn{Email: p("rosa@toetsdam.example"), Password: p("geen idee eigenlijk")}}
		}},
		"ConfirmCode":  {by: "anoniem", args: func(*scene) []any { return []any{vpt.SecondFactor{Code: p("123456")}} }},
		"SignOut":      {by: "anoniem", args: func(*scene) []any { return []any{secret} }},
		"SessionActor": {by: "anoniem", args: func(*scene) []any { return []any{secret} }},
		"TokenActor":   {by: "anoniem", args: func(*scene) []any { return []any{secret} }},
		"Link":         {by: "anoniem", args: func(*scene) []any { return []any{secret} }},
		"AcceptLink": {by: "anoniem", args: func(*scene) []any {
			return []any{vpt.AcceptLink{Secret: secret, Password: p("nieuw wachtwoord daar"), Again: p("nieuw wachtwoord daar")}}
		}},
		"RequestReset": {by: "anoniem", args: func(*scene) []any { return []any{vpt.RequestReset{Email: p("rosa@toetsdam.example")}} }},
		"NameDeputy": {account: true, by: "mila", args: func(s *scene) []any {
			return []any{vpt.NameDeputy{Deputy: s.account, From: today, Until: today.AddDays(3)}}
		}},
		"EndDeputy": {by: "mila", args: func(*scene) []any { return []any{vpt.DeputyID("00000000-0000-7000-8000-000000000000")} }},
		"ActorFor":  {about: "account", by: "cli", args: func(s *scene) []any { return []any{s.account} }},
	}
}

func adminFixtures() map[string]actFixture {
	account := func(s *scene) []any { return []any{s.account} }
	return map[string]actFixture{
		"AdminOverview": {by: "bea", args: none},
		"Settings":      {by: "bea", args: none},
		"SaveSettings":  {by: "bea", args: func(s *scene) []any { return []any{s.w.Org.Name, s.w.Org.Settings} }},
		"SaveOrganisation": {by: "bea", args: func(s *scene) []any {
			return []any{vpt.SaveOrganisation{Name: s.w.Org.Name, Emergency: "2112", Instigator: s.w.Org.Settings.Instigator}}
		}},
		"SaveClocks":   {by: "bea", args: func(*scene) []any { return []any{vpt.DefaultClocks()} }},
		"SaveCalendar": {by: "bea", args: func(*scene) []any { return []any{vpt.SaveCalendar{Year: 2027}} }},
		"Units":        {by: "bea", args: none},
		"Sites":        {by: "bea", args: none},
		"SaveUnit":     {by: "bea", args: func(s *scene) []any { return []any{vpt.SaveUnit{Name: s.unique("Onderdeel")}} }},
		"SaveSite":     {by: "bea", args: func(s *scene) []any { return []any{vpt.SaveSite{Name: s.unique("Locatie")}} }},
		"People":       {by: "bea", args: func(*scene) []any { return []any{vpt.PeopleFilter{}} }},
		"FindPerson":   {about: "account", by: "bea", args: func(s *scene) []any { return []any{p("proef" + s.unique("")[1:] + "@proef.example")} }},
		"PersonDetail": {about: "account", by: "bea", args: account},
		"SavePerson": {by: "bea", args: func(s *scene) []any {
			return []any{vpt.SavePerson{Name: p("Nieuw"), Email: p(s.unique("nieuw") + "@proef.example"), StaffNo: p(s.unique("P")), Function: p("baliemedewerker")}}
		}},
		"ImportPeople": {by: "bea", args: func(s *scene) []any {
			return []any{vpt.ImportPeople{Rows: []vpt.PeopleRow{{Line: 2, Name: p("Ingelezen"), Email: p(s.unique("lijst") + "@proef.example"), StaffNo: p(s.unique("L")), Function: p("wijkagent")}}}}
		}},
		"InvitePerson":     {about: "account", by: "bea", args: account},
		"InviteEveryone":   {by: "bea", args: none},
		"InviteLink":       {about: "account", by: "cli", args: account},
		"BlockPerson":      {about: "account", by: "bea", args: account},
		"UnblockPerson":    {about: "account", by: "bea", args: account, prepare: func(s *scene) { s.block() }},
		"SetPassword":      {about: "account", by: "cli", args: func(s *scene) []any { return []any{s.account, p("demo wachtwoord hier")} }},
		"SetDemoPasswords": {about: "account", by: "cli", args: func(s *scene) []any { return []any{[]vpt.PersonID{s.account}, p("demo wachtwoord hier")} }},
		"AssignRole": {about: "account", by: "bea", args: func(s *scene) []any {
			return []any{vpt.AssignRole{Person: s.account, Role: vpt.RoleCoordinator, Scope: vpt.ScopeOrganisation}}
		}},
		"EndAssignment": {about: "account", by: "bea", args: func(s *scene) []any { return []any{s.account, s.assignment} }},
		"CodeSets":      {by: "bea", args: none},
		"CodeSet":       {by: "bea", args: func(*scene) []any { return []any{vpt.KindList, 0} }},
		"AdoptCodes":    {by: "bea", args: func(*scene) []any { return []any{vpt.KindList} }},
		"SaveCodes":     {by: "bea", args: func(s *scene) []any { return []any{s.newCodes()} }},
		"Tokens":        {by: "bea", args: none},
		"AddToken": {by: "bea", args: func(s *scene) []any {
			return []any{vpt.AddToken{Name: s.unique("dienst"), Scopes: []vpt.TokenScope{vpt.ScopeFiguresRead}}}
		}},
		"RevokeToken":    {by: "bea", args: func(s *scene) []any { return []any{s.newToken()} }},
		"UncertainMails": {by: "bea", args: none},
		"DecideMail":     {by: "bea", args: func(s *scene) []any { return []any{vpt.MailID("00000000-0000-7000-8000-000000000000"), true} }},
		"ImportRegister": {by: "bea", args: func(s *scene) []any {
			return []any{vpt.RegisterFile{Name: p("register.csv"), Table: vpt.RegisterTable{
				Format: "csv", Encoding: "utf-8", Separator: ";", SHA256: "00", Header: []string{"nummer", "meldingsdatum", "soort"},
				Rows: []vpt.RegisterLine{{Line: 2, Cells: []string{s.unique("OUD"), "2014-07-01", "verbale agressie"}}},
			}}}
		}},
		"AddOrganisation": {by: "cli", args: func(s *scene) []any {
			return []any{vpt.AddOrganisation{Code: s.unique("org"), Name: "Nieuwe organisatie", Kind: vpt.Employer, Settings: vpt.DefaultSettings()}, apptest.Shipped(s.w.T)}
		}},
		"Organisations": {by: "cli", args: none},
		"DeliverMail":   {by: "taak", args: none},
		"Sweep":         {by: "taak", args: none},
	}
}

// registerTable is a small old register; its numbers are new each time.
func (s *scene) registerTable() vpt.RegisterTable {
	return vpt.RegisterTable{
		Format: "csv", Encoding: "utf-8", Separator: ";", SHA256: s.unique("som"), Header: []string{"nummer", "meldingsdatum", "soort"},
		Rows: []vpt.RegisterLine{{Line: 2, Cells: []string{s.unique("OUD"), "2014-07-01", "verbale agressie"}}},
	}
}

func importFixtures() map[string]actFixture {
	kept := func(s *scene) []any { return []any{s.kept} }
	upload := func(s *scene) { s.upload() }
	return map[string]actFixture{
		"UploadRegister": {by: "bea", args: func(s *scene) []any {
			return []any{vpt.UploadRegister{Name: p("oud register.csv"), Table: s.registerTable()}}
		}},
		"RegisterImports": {by: "bea", args: none},
		"RegisterByID":    {about: "import", by: "bea", prepare: upload, args: kept},
		"RegisterRejects": {about: "import", by: "bea", prepare: upload, args: kept},
		"RunRegister":     {about: "import", by: "bea", prepare: upload, args: kept},
		"MapRegister": {about: "import", by: "bea", prepare: upload, args: func(s *scene) []any {
			return []any{vpt.MapRegister{Import: s.kept}}
		}},
		"ConfirmRegister": {about: "import", by: "bea", prepare: upload, args: func(s *scene) []any {
			return []any{vpt.ConfirmRegister{Import: s.kept}}
		}},
	}
}
