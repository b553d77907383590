package nl

import "rugdekking/vpt"

// careStepLabels are the labels of care plans, tasks and times.
func careStepLabels(l labelled) {
	l.put(vpt.RoleRelative, "Naaste", "Relative")
	l.put(vpt.RoleSuperior, "Leidinggevende die opvang krijgt", "Manager who gets care")
	l.put(vpt.TalkDropped, "Niet meer nodig", "No longer needed")
	l.put(vpt.StepTalk, "Gesprek", "Talk")
	l.put(vpt.StepReferral, "Verwijscheck", "Referral check")
	l.put(vpt.AfterReport, "na de melding", "after the report")
	l.put(vpt.AfterFirstTalk, "na het eerste gesprek", "after the first talk")
	l.put(vpt.InHours, "uren", "hours")
	l.put(vpt.InDays, "dagen", "days")
	l.put(vpt.TaskStep, "Volgende stap", "Next step")
	l.put(vpt.TaskClock, "Termijn", "Term")
	l.put(vpt.TaskPlan, "Gesprek plannen", "Plan a talk")
	l.put(vpt.TaskHold, "Gesprek houden", "Hold a talk")
	l.put(vpt.TaskDuty, "Taak", "Task")
	l.put(vpt.TimeContact, "Eerste contact met de melder", "First contact with the reporter")
	l.put(vpt.TimeReaction, "Reactie aan de veroorzaker", "Reaction to the instigator")
	l.put(vpt.TimeCare, "Eerste gesprek", "First talk")
	l.put(vpt.TimeFeedback, "Terugkoppeling aan de melder", "Feedback to the reporter")
	l.put(vpt.MailMorning, "Eén mail in de ochtend", "One mail in the morning")
	l.put(vpt.MailDirect, "Meteen een mail", "A mail at once")
	l.put(vpt.EventReferral, "Gevraagd of er meer hulp nodig is", "Asked whether more help is needed")
	l.put(vpt.EventRaised, "Coördinator gevraagd dit op te pakken", "Coordinator asked to see to it")
	l.put(vpt.EventRaisedTop, "Directie gevraagd dit op te pakken", "Director asked to see to it")
	l.put(vpt.EventPaused, "Termijn staat stil", "Term stands still")
	l.put(vpt.EventResumed, "Termijn loopt weer", "Term runs again")
	l.put(vpt.MailTalkOff, "Gesprek gaat niet door", "Talk is off")
	l.put(vpt.MailRaised, "Iets blijft liggen", "Something is left lying")
	l.put(vpt.MailDigest, "Ochtendbericht", "Morning mail")
	l.put(vpt.MailHandedOver, "Werk overgedragen", "Work handed over")
	l.put(vpt.MailCircle, "Gesloten kring zonder behandelaar", "Closed circle without anybody to handle")
	l.put(vpt.MailCircleEdge, "Gesloten kring gewijzigd", "Closed circle changed")
}

// careTexts are the words of talks, peer supporters and their roster.
func careTexts() map[string][2]string {
	return map[string]pair{
		"opvang.titel":             {"Mijn gesprekken", "My talks"},
		"opvang.lead":              {"Met wie je praat, waar en wanneer. Waarover staat hier niet, en dat leggen we ook nergens vast.", "With whom you talk, where and when. What about does not stand here, and we record it nowhere."},
		"opvang.komend":            {"Komende gesprekken", "Talks to come"},
		"opvang.geweest":           {"Geweest", "Done"},
		"opvang.leeg":              {"Er staan geen gesprekken voor je gepland", "No talks are planned with you"},
		"opvang.leeg-tekst":        {"Plant iemand een gesprek met jou, dan krijg je een mail en zie je het hier.", "When somebody plans a talk with you, you get a mail and see it here."},
		"opvang.waar":              {"Waar", "Where"},
		"opvang.waar-overleg":      {"Spreek samen een plek af", "Agree on a place together"},
		"opvang.wanneer":           {"Wanneer", "When"},
		"opvang.agenda":            {"Agenda", "Calendar"},
		"opvang.in-agenda":         {"Zet in mijn agenda", "Put in my calendar"},
		"opvang.leg-vast":          {"Leg vast of het is geweest", "Record whether it took place"},
		"opvang.naar-rooster":      {"Rooster en afwezigheid", "Roster and absence"},
		"opvang.sluit-titel":       {"Is het gesprek geweest?", "Did the talk take place?"},
		"opvang.sluit-lead":        {"Gesprek met {naam}. Schrijf nergens op wat er is gezegd.", "Talk with {naam}. Do not write down anywhere what was said."},
		"opvang.state":             {"Is het gesprek gehouden?", "Was the talk held?"},
		"opvang.gehouden":          {"Ja, we hebben elkaar gesproken", "Yes, we talked"},
		"opvang.afgezien":          {"Nee, mijn collega wilde het niet", "No, my colleague did not want it"},
		"opvang.on":                {"Op welke dag?", "On which day?"},
		"opvang.bewaar":            {"Bewaar", "Save"},
		"rooster.titel":            {"Rooster van opvangers", "Roster of peer supporters"},
		"rooster.lead":             {"Collega’s die na een incident met iemand praten. Bij het plannen van een gesprek zie je wie er die dag is.", "Colleagues who talk with somebody after an incident. When a talk is planned you see who is there that day."},
		"rooster.wie":              {"Wie er zijn", "Who there are"},
		"rooster.leeg":             {"Er zijn nog geen opvangers", "There are no peer supporters yet"},
		"rooster.leeg-tekst":       {"De beheerder geeft een collega de rol collegiale opvanger. Dan staat die hier.", "The administrator gives a colleague the role of peer supporter. Then the colleague stands here."},
		"rooster.werkt":            {"Werkt bij", "Works at"},
		"rooster.voor":             {"Is er voor", "Is there for"},
		"rooster.iedereen":         {"Iedereen", "Everybody"},
		"rooster.afwezig":          {"Afwezig", "Away"},
		"rooster.er":               {"Er vandaag", "There today"},
		"rooster.weg":              {"Vandaag afwezig", "Away today"},
		"rooster.jij":              {"Dit ben jij", "This is you"},
		"rooster.mijn":             {"Wanneer ben jij er niet?", "When are you not there?"},
		"rooster.mijn-lead":        {"In die tijd plant niemand een gesprek met je. Gesprekken die al staan, blijven staan.", "In that time nobody plans a talk with you. Talks that are planned stay planned."},
		"rooster.awayFrom":         {"Vanaf", "From"},
		"rooster.awayUntil":        {"Tot en met", "Until"},
		"rooster.voeg-toe":         {"Voeg toe", "Add"},
		"rooster.haal-weg":         {"Haal {periode} weg", "Remove {periode}"},
		"rooster.mijn-periodes":    {"Je afwezigheid", "Your absence"},
		"gesprek.hoeft-niet":       {"Ik hoef geen gesprek", "I do not need a talk"},
		"gesprek.met-wie":          {"Met", "With"},
		"gesprek.uitleg":           {"Je mag een gesprek altijd overslaan. Je hoeft niet te zeggen waarom.", "You may always skip a talk. You need not say why."},
		"bericht.afgezien":         {"Goed. Dit gesprek gaat niet door. Wil je later toch praten? Zeg het tegen je leidinggevende.", "Fine. This talk is off. Do you want to talk later after all? Tell your manager."},
		"bericht.opvang-bewaard":   {"Bewaard. Dank je wel.", "Saved. Thank you."},
		"bericht.afwezig":          {"Bewaard. In die tijd plant niemand een gesprek met je.", "Saved. In that time nobody plans a talk with you."},
		"bericht.weer-er":          {"Weggehaald. Je bent er dan gewoon.", "Removed. You are there as usual."},
		"bericht.mailkeuze":        {"Bewaard. Zo krijg je voortaan mail.", "Saved. This is how you get mail from now on."},
		"fout.geen-gesprek":        {"Dit is geen gesprek, maar de vraag of er meer hulp nodig is.", "This is no talk but the question whether more help is needed."},
		"fout.opvanger-afwezig":    {"Deze opvanger is er die dag niet. Kies een andere dag of iemand anders.", "This peer supporter is away that day. Choose another day or somebody else."},
		"fout.awayFrom.verplicht":  {"Vul in vanaf wanneer je er niet bent.", "Fill in from when you are away."},
		"fout.awayUntil.verplicht": {"Vul in tot en met wanneer je er niet bent.", "Fill in until when you are away."},
		"fout.referred.verplicht":  {"Kies ja of nee.", "Choose yes or no."},
		"nav.opvang":               {"Gesprekken", "Talks"},

		"zaak.gesprekken.site":              {"Waar?", "Where?"},
		"zaak.gesprekken.site-hint":         {"Alleen een plek. Waarover het gaat, bewaren we niet.", "A place only. We do not keep what it is about."},
		"zaak.gesprekken.samen":             {"Spreken ze zelf af", "They agree on it themselves"},
		"zaak.gesprekken.opvanger":          {"{naam}, collegiale opvanger", "{naam}, peer supporter"},
		"zaak.gesprekken.afwezig":           {"{naam}, collegiale opvanger (afwezig {periode})", "{naam}, peer supporter (away {periode})"},
		"zaak.verwijscheck":                 {"Verwijscheck bij {naam}", "Referral check for {naam}"},
		"zaak.stap-naam":                    {"{stap}: {naam}", "{stap}: {naam}"},
		"zaak.stap-verwijscheck":            {"Vraag of er meer hulp nodig is", "Ask whether more help is needed"},
		"zaak.verwezen":                     {"Verwezen", "Referred"},
		"zaak.plek":                         {"Waar", "Where"},
		"verwijscheck.titel":                {"Is er meer hulp nodig?", "Is more help needed?"},
		"verwijscheck.lead":                 {"Ongeveer 1 op de 20 mensen heeft na zes weken nog ernstige stress. Vraag het, en leg alleen ja of nee vast.", "About 1 in 20 people still has serious stress after six weeks. Ask, and record only yes or no."},
		"verwijscheck.voor":                 {"Uiterlijk", "At the latest"},
		"verwijscheck.referred":             {"Is je collega verwezen naar de bedrijfsarts of een psycholoog?", "Was your colleague referred to the company doctor or a psychologist?"},
		"verwijscheck.on":                   {"Wanneer heb je dit besproken?", "When did you discuss this?"},
		"verwijscheck.bewaar":               {"Bewaar", "Save"},
		"bericht.verwijscheck":              {"Bewaard. We bewaren alleen ja of nee en de dag.", "Saved. We keep only yes or no and the day."},
		"pauze.titel":                       {"Termijn stilzetten", "Let a term stand still"},
		"pauze.lead":                        {"Doe dit alleen als iets buiten jou om moet wachten, bijvoorbeeld omdat de politie dat vroeg. De melder ziet dat de termijn stilstaat, niet waarom.", "Do this only when something must wait for a reason outside of you, for example because the police asked. The reporter sees that the term stands still, not why."},
		"pauze.loopt-tot":                   {"Loopt tot", "Runs until"},
		"pauze.stil-tot":                    {"Staat stil tot en met", "Stands still until"},
		"pauze.waarom":                      {"Waarom", "Why"},
		"pauze.door":                        {"Door", "By"},
		"pauze.until":                       {"Tot en met welke dag?", "Until which day?"},
		"pauze.until-hint":                  {"Hooguit 30 dagen, alle keren samen", "At most 30 days, all times together"},
		"pauze.why":                         {"Waarom moet dit wachten?", "Why must this wait?"},
		"pauze.bewaar":                      {"Zet de termijn stil", "Let the term stand still"},
		"pauze.verder":                      {"Laat de termijn weer lopen", "Let the term run again"},
		"pauze.verder-lead":                 {"De termijn staat nu stil. Kun je verder, laat hem dan weer lopen.", "The term stands still now. When you can go on, let it run again."},
		"pauze.eerder":                      {"Eerder stilgezet", "Stood still before"},
		"pauze.te-laat":                     {"Deze termijn is voorbij of loopt niet meer. Een gemiste termijn blijft gemist.", "This term has passed or does not run any more. A missed term stays missed."},
		"pauze.spoor":                       {"Staat stil tot en met {dag}: {waarom}", "Stands still until {dag}: {waarom}"},
		"pauze.zet-stil":                    {"Termijn stilzetten", "Let the term stand still"},
		"pauze.bekijk":                      {"Termijn staat stil", "Term stands still"},
		"bericht.pauze":                     {"De termijn staat stil", "The term stands still"},
		"bericht.verder":                    {"De termijn loopt weer", "The term runs again"},
		"zaak.doe-termijnen":                {"Termijn stilzetten", "Let a term stand still"},
		"fout.staat-al-stil":                {"Deze termijn staat al stil.", "This term stands still already."},
		"fout.staat-niet-stil":              {"Deze termijn staat niet stil.", "This term does not stand still."},
		"fout.termijn-loopt-niet":           {"Deze termijn loopt niet.", "This term does not run."},
		"fout.termijn-al-voorbij":           {"Deze termijn is al voorbij. Een gemiste termijn blijft gemist.", "This term has passed. A missed term stays missed."},
		"fout.pauze-te-lang":                {"Een termijn mag samen hooguit 30 dagen stilstaan. Kies een eerdere dag.", "A term may stand still for 30 days in all. Choose an earlier day."},
		"melding.stap-verwijscheck":         {"Er is met je besproken of je meer hulp wilt", "Somebody discussed with you whether you want more help"},
		"melding.stap-coordinator-gevraagd": {"We hebben de coördinator gevraagd dit op te pakken", "We asked the coordinator to see to this"},
		"melding.stap-directie-gevraagd":    {"We hebben de directie gevraagd dit op te pakken", "We asked the director to see to this"},
		"melding.stap-termijn-stil":         {"Een termijn staat even stil. {naam} kan nog niet verder", "A term stands still for now. {naam} cannot go on yet"},
		"melding.stap-termijn-loopt-weer":   {"De termijn loopt weer", "The term runs again"},
		"gebeurtenis.verwijscheck":          {"{naam} heeft met {wie} besproken of er meer hulp nodig is", "{naam} discussed with {wie} whether more help is needed"},
		"gebeurtenis.coordinator-gevraagd":  {"De coördinator is gevraagd dit op te pakken", "The coordinator was asked to see to this"},
		"gebeurtenis.directie-gevraagd":     {"De directie is gevraagd dit op te pakken", "The director was asked to see to this"},
		"gebeurtenis.termijn-stil":          {"{naam} heeft een termijn stilgezet: {wat}", "{naam} let a term stand still: {wat}"},
		"gebeurtenis.termijn-loopt-weer":    {"{naam} laat een termijn weer lopen: {wat}", "{naam} lets a term run again: {wat}"},
	}
}

// careSettingTexts are the words of the pages on which an organisation makes its
// own care plan and says when something late is raised.
func careSettingTexts() map[string][2]string {
	return map[string]pair{
		"beheer.opvang.titel":                  {"Opvang", "Care"},
		"beheer.opvang.plek":                   {"Welke gesprekken iemand krijgt, en wanneer", "Which talks somebody gets, and when"},
		"beheer.opvang.lead":                   {"Welke gesprekken iemand krijgt na een melding, en wanneer. De standaard is drie gesprekken, en na zes weken de vraag of er meer hulp nodig is.", "Which talks somebody gets after a report, and when. The default is three talks, and after six weeks the question whether more help is needed."},
		"beheer.opvang.standaard":              {"Je gebruikt nu de standaard. Wijzig je hier iets, dan geldt dat voor nieuwe zaken.", "You use the default now. What you change here holds for new cases."},
		"beheer.opvang.stap":                   {"Stap {nummer}", "Step {nummer}"},
		"beheer.opvang.nieuwe-stap":            {"Nog een stap", "One more step"},
		"beheer.opvang.stap-leeg":              {"Maak ‘uiterlijk’ leeg om deze stap weg te halen.", "Clear ‘at the latest’ to remove this step."},
		"beheer.opvang.care.name":              {"Naam van stap {nummer}", "Name of step {nummer}"},
		"beheer.opvang.care.kind":              {"Wat is stap {nummer}?", "What is step {nummer}?"},
		"beheer.opvang.care.after":             {"Vanaf wanneer telt stap {nummer}?", "From when does step {nummer} count?"},
		"beheer.opvang.care.from":              {"Stap {nummer}: niet eerder dan, in dagen", "Step {nummer}: not before, in days"},
		"beheer.opvang.care.until":             {"Stap {nummer}: uiterlijk na", "Step {nummer}: at the latest after"},
		"beheer.opvang.care.unit":              {"Stap {nummer}: uren of dagen", "Step {nummer}: hours or days"},
		"beheer.opvang.care.for":               {"Voor wie is stap {nummer}?", "For whom is step {nummer}?"},
		"beheer.opvang.terug":                  {"Gebruik weer de standaard", "Use the default again"},
		"beheer.opvang.terug-ja":               {"Ja, haal onze eigen stappen weg", "Yes, remove our own steps"},
		"beheer.termijnen.eigen":               {"De gesprekken stel je in bij Opvang.", "You set the talks under Care."},
		"beheer.herinneringen.titel":           {"Herinneringen", "Reminders"},
		"beheer.herinneringen.plek":            {"Wie het hoort als iets blijft liggen", "Who hears it when something is left lying"},
		"beheer.herinneringen.lead":            {"Is iets te laat, dan hoort eerst degene die het doet het. Gebeurt er niets, dan de coördinator en daarna de directie. Iedereen hoort het één keer.", "When something is late, first whoever does it is told. When nothing follows, the coordinator and then the director. Everybody is told once."},
		"beheer.herinneringen.coordinatorDays": {"Na hoeveel werkdagen vragen we de coördinator?", "After how many working days do we ask the coordinator?"},
		"beheer.herinneringen.directorDays":    {"Na hoeveel werkdagen vragen we de directie?", "After how many working days do we ask the director?"},
		"fout.begint-met-gesprek":              {"De eerste stap is een gesprek na de melding, zonder begindag.", "The first step is a talk after the report, without a first day."},
		"fout.begint-met-getroffene":           {"De eerste stap is er in elk geval voor wie het overkwam.", "The first step is at least for whoever it happened to."},
		"fout.alleen-dagen":                    {"Een begin kan alleen in dagen. Kies dagen, of laat het begin leeg.", "A beginning is in days only. Choose days, or leave the beginning empty."},
	}
}
