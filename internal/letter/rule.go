package letter

import "slices"

// Rule is one block that a letter may not do without.
type Rule struct {
	Block  string
	Fields []string // stand in the block, whatever is filled in
	Either []string // stand in the block too, but may depend on what is filled in
	Why    string   // in Dutch, for who writes a template
	Source string   // the law, ruling or report that it rests on
}

// Rules gives the blocks that a letter must have, in the order in which the
// shipped template has them. An unknown code has none.
func Rules(code Code) []Rule {
	switch code {
	case LightWarning:
		return slices.Concat(r(salutation, decision, behaviour, ground, heard, untilWhen), foot(true))
	case SevereWarning:
		return slices.Concat(r(salutation, decision, behaviour, ground, heard, stepsBefore, reason, consequence, untilWhen.and("reden_duur")), foot(true))
	case ContactLimit:
		return slices.Concat(r(salutation, decision.and("begin", "einde", "kanalen")), restriction(), foot(true))
	case PhoneBan:
		return slices.Concat(r(salutation, decision.and("begin", "einde")), restriction(), foot(true))
	case PremisesBan:
		return slices.Concat(r(salutation, decision.and("begin", "einde", "gebouwen")), restriction(), foot(true))
	case Extension:
		return slices.Concat(r(salutation, decision.and("besluit_datum", "maatregel", "oud_einde", "einde"), behaviour, ground, heard,
			reason.and("lichter_overwogen"), howLong, reachable, lookAgain), foot(true))
	case Review:
		return slices.Concat(r(salutation, decision.and("besluit_datum", "maatregel", "uitkomst"), heard, behaviour, reason, untilWhen, reachable), foot(true))
	case Lifting:
		return slices.Concat(r(salutation, decision.and("besluit_datum", "maatregel", "opgeheven_op"), liftReason), foot(false))
	case Invitation:
		return slices.Concat(r(salutation, talk, behaviour, ground, talkAim, respond), foot(false))
	case DataNotice:
		return slices.Concat(r(salutation, behaviour), dataRules(), r(contact, reading, signature))
	case ComplaintCase:
		return slices.Concat(complaintRules(), r(contact, reading, signature))
	case ToAffected, ToReporter:
		return slices.Concat(employeeRules(code), r(contact, signature))
	case ToPolice:
		return slices.Concat(policeRules(), r(contact, signature))
	}
	return nil
}

// and gives the rule with more fields.
func (rule Rule) and(fields ...string) Rule {
	rule.Fields = slices.Concat(rule.Fields, fields)
	return rule
}

func r(rules ...Rule) []Rule { return rules }

// restriction is what every measure that keeps a person away must say: the
// gates of fair treatment.
func restriction() []Rule {
	return r(reachable, behaviour, ground.and("norm_zichtbaar_sinds"), heard, stepsBefore, reason.and("lichter_overwogen"), howLong, lookAgain)
}

// foot is how a letter to a citizen ends: with a way to object when something
// is decided against the reader.
func foot(against bool) []Rule {
	rules := r(kept)
	if against {
		rules = append(rules, remedy)
	}
	return append(rules, contact, reading, signature)
}

// The rules, each with what it rests on. "Awb 3:1 lid 2" makes care, weighing
// of interests and proportion hold for acts that are no decision as well.
var (
	salutation  = Rule{Block: "aanhef", Fields: []string{"aanhef"}, Why: "Wie de brief krijgt, wordt bij naam aangesproken.", Source: "Nationale ombudsman, Behoorlijkheidswijzer: fatsoenlijke bejegening"}
	decision    = Rule{Block: "besluit", Why: "De brief begint met wat er is besloten.", Source: "Nationale ombudsman 2017/111 (UWV); werkenveiligheid.nl, toegangsverbod: gedrag, grondslag en duur in de brief"}
	behaviour   = Rule{Block: "gedraging", Fields: []string{"gedragingen"}, Why: "Feiten met een dag, geen oordeel over de persoon.", Source: "Nationale ombudsman 2010/059 (Haarlem); Ombudsman Groningen, Wat is grensoverschrijdend gedrag"}
	ground      = Rule{Block: "grond", Fields: []string{"norm"}, Why: "De regel stond vooraf vast en was te lezen.", Source: "Nationale ombudsman, brief 2022/137: huisregels vooraf bekend"}
	heard       = Rule{Block: "gehoord", Fields: []string{"gehoord"}, Either: []string{"eigen_verhaal"}, Why: "Iemand heeft de eigen kant kunnen vertellen, bij spoed meteen erna.", Source: "Nationale ombudsman 2017/111 (UWV) en Haarlem 2015; vergelijk Awb 4:8 en 4:11"}
	stepsBefore = Rule{Block: "eerdere-stappen", Either: []string{"eerdere_stappen", "geen_eerdere_stap"}, Why: "Eerst praten of waarschuwen, of zeggen waarom dat niet kon.", Source: "Ombudsman Groningen, Zonder waarschuwing een contactmaatregel (23.1.054); ECLI:NL:RBOBR:2018:540 (Boxmeer): het eigen stappenplan volgen"}
	reason      = Rule{Block: "reden", Fields: []string{"reden"}, Why: "De lezer weet waarom juist dit, en waarom niet iets lichters.", Source: "Nationale ombudsman 2017/111 (UWV); Awb 3:4 met 3:1 lid 2: evenredigheid"}
	consequence = Rule{Block: "gevolg", Fields: []string{"gevolg_bij_overtreding"}, Why: "Een zware waarschuwing zegt wat er volgt.", Source: "Nationale ombudsman, brief 2022/137: voorspelbaar"}
	untilWhen   = Rule{Block: "duur", Fields: []string{"einde"}, Why: "Alles houdt een keer op.", Source: "ECLI:NL:RBOBR:2018:540 (Boxmeer); Nationale ombudsman 2012/029 (Heerlen): bepaalde tijd"}
	howLong     = Rule{Block: "duur", Fields: []string{"einde", "reden_duur"}, Why: "Er is een einde, en een reden waarom niet eerder.", Source: "Nationale ombudsman 2012/029 (Heerlen) en 2017/111 (UWV): ook de duur heeft een reden"}
	lookAgain   = Rule{Block: "herbeoordeling", Fields: []string{"herbeoordeling"}, Why: "Wat eens nodig was, is dat niet altijd nog.", Source: "Ombudsman Groningen, Evaluatie contactmaatregel (23.1.041)"}
	reachable   = Rule{Block: "bereikbaarheid", Fields: []string{"bereikbaar"}, Why: "Waar iemand recht op heeft, blijft te regelen.", Source: "Nationale ombudsman 2019/024 (Hoorn): basisdienstverlening blijft open"}
	liftReason  = Rule{Block: "reden", Fields: []string{"reden_opheffing"}, Why: "Ook goed nieuws heeft een reden.", Source: "Ombudsman Groningen, Evaluatie contactmaatregel (23.1.041)"}
	talk        = Rule{Block: "gesprek", Fields: []string{"gesprek_datum", "gesprek_tijd", "gesprek_plaats", "gesprek_met"}, Why: "De lezer weet waar en wanneer, en wie er zijn.", Source: "Awb 4:8, als voorbeeld; Werkwijzer integere en veilige dienstverlening (Divosa): ordegesprek"}
	talkAim     = Rule{Block: "doel", Either: []string{"overwogen_maatregel"}, Why: "Wie wordt gehoord, weet waarover en wat er kan volgen.", Source: "Nationale ombudsman 2017/111 (UWV): eerst horen, dan besluiten"}
	respond     = Rule{Block: "reageren", Fields: []string{"reageren_tot", "contact_telefoon"}, Why: "Vertellen kan ook anders of op een andere dag.", Source: "Awb 4:9: schriftelijk of mondeling, als voorbeeld"}
	kept        = Rule{Block: "registratie", Fields: []string{"bewaartermijn", "privacy_contact"}, Why: "De lezer weet dat er iets wordt bewaard, hoe lang en hoe dat te zien is.", Source: "AVG 13 en 14; Autoriteit Persoonsgegevens, zwarte lijst: mensen informeren"}
	remedy      = Rule{Block: "rechtsmiddel", Fields: []string{"rechtsmiddel"}, Why: "Wie het er niet mee eens is, weet waarheen.", Source: "Awb 9:1; Nationale ombudsman 2017/111. Bezwaar alleen als de organisatie daarvoor kiest: Haarlem 2010"}
	contact     = Rule{Block: "contact", Fields: []string{"contactpersoon", "contact_telefoon"}, Why: "Er is iemand om te bellen, en dat is niet wie het overkwam.", Source: "Nationale ombudsman, Haarlem 2015"}
	reading     = Rule{Block: "hulp-bij-lezen", Fields: []string{"contact_telefoon"}, Why: "Ook wie moeilijk leest of een andere taal spreekt, moet dit kunnen begrijpen.", Source: "Nationale ombudsman 2002/080"}
	signature   = Rule{Block: "ondertekening", Fields: []string{"ondertekenaar", "functie"}, Why: "Het is duidelijk wie tekent en namens wie.", Source: "Awb 10:10: mandaat"}
)

// dataRules are the parts of telling a person what is kept.
func dataRules() []Rule {
	const law = "AVG 13 en 14: "
	return r(
		Rule{Block: "gegevens", Fields: []string{"gegevens"}, Why: "Welke gegevens, en van wie ze komen.", Source: law + "soorten gegevens en bron"},
		Rule{Block: "doel", Fields: []string{"doel"}, Why: "Waarvoor ze zijn, en dat een mens beslist.", Source: law + "doel; AVG 22"},
		Rule{Block: "grondslag", Fields: []string{"grondslag"}, Why: "Waarom dat mag.", Source: law + "grondslag en belang; UAVG 33"},
		Rule{Block: "ontvangers", Fields: []string{"ontvangers"}, Why: "Wie ze ziet of krijgt.", Source: law + "ontvangers"},
		Rule{Block: "bewaartermijn", Fields: []string{"bewaartermijn"}, Why: "Hoe lang.", Source: law + "bewaartermijn"},
		Rule{Block: "rechten", Fields: []string{"privacy_contact"}, Why: "Inzien, verbeteren, wissen, beperken en tegenspreken.", Source: "AVG 12 en 15 tot en met 21"},
		Rule{Block: "toezicht", Fields: []string{"fg_contact"}, Why: "Wie er toezicht houdt.", Source: law + "functionaris en klacht bij de toezichthouder"},
	)
}

// complaintRules are the parts of an answer to a complaint.
func complaintRules() []Rule {
	return r(
		salutation.and("klacht_ontvangen"),
		Rule{Block: "klacht", Fields: []string{"klacht_over"}, Why: "De lezer ziet dat de klacht is begrepen.", Source: "Awb 9:11 en 9:12"},
		Rule{Block: "oordeel", Fields: []string{"klacht_oordeel"}, Why: "Er staat een oordeel, geen omweg.", Source: "Awb 9:12: bevindingen, oordeel en conclusies"},
		Rule{Block: "onderzoek", Fields: []string{"onderzocht"}, Why: "Wat er is uitgezocht, en door iemand die er buiten stond.", Source: "Awb 9:7 en 9:12"},
		heard,
		Rule{Block: "toelichting", Fields: []string{"toelichting"}, Why: "Een oordeel heeft een reden.", Source: "Awb 9:12"},
		Rule{Block: "gevolg", Fields: []string{"klacht_gevolg"}, Why: "Wat er nu verandert.", Source: "Awb 9:12: conclusies"},
		Rule{Block: "vervolg", Fields: []string{"ombudsman"}, Why: "De weg naar de ombudsman, met de termijn.", Source: "Awb 9:12 lid 2 en 9:24"},
	)
}

// employeeRules are the parts of a letter to a colleague.
func employeeRules(code Code) []Rule {
	done := Rule{Block: "wat-gedaan", Fields: []string{"wat_gedaan"}, Why: "Wie meldt, hoort wat er gebeurde.", Source: "Arbocatalogus hbo: terugkoppeling; Arbowet 3 lid 2"}
	if code == ToReporter {
		return r(
			salutation, done,
			Rule{Block: "wat-nog", Either: []string{"wat_nog"}, Why: "Wat er nog komt, of dat het klaar is.", Source: "Meer dan een vinkje (BZK 2023): melden loont als er iets terugkomt"},
			Rule{Block: "niet-verteld", Why: "Eerlijk over wat je niet mag vertellen.", Source: "AVG 5 lid 1: niet meer dan nodig"},
		)
	}
	return r(
		salutation,
		Rule{Block: "incident", Fields: []string{"incident_datum", "incident_kort"}, Why: "Je collega leest dat gezien is wat er gebeurde.", Source: "De acht VPT-maatregelen: opvang en nazorg"},
		done,
		Rule{Block: "opvang", Fields: []string{"opvang"}, Why: "Gesprekken met dag en naam.", Source: "Arbocatalogus: opvang binnen 72 uur, na 2 en na 6 tot 8 weken"},
		Rule{Block: "hulp", Fields: []string{"hulp"}, Why: "Wie er te bellen is, ook later.", Source: "Arbowet 3 lid 2"},
		Rule{Block: "keuzes", Fields: []string{"aangifte_keuze", "organisatie"}, Why: "Aangifte met steun en met het adres van de organisatie.", Source: "Handreiking Aangifte doen bij de politie (eVPT): meegaan en domicilie"},
	)
}

// policeRules are the parts of the letter in front of a dossier.
func policeRules() []Rule {
	return r(
		salutation,
		Rule{Block: "verzoek", Fields: []string{"verzoek", "aangever"}, Why: "Melding of aangifte, en door wie.", Source: "Sv 161 en 163: bijzondere schriftelijke volmacht"},
		Rule{Block: "vpt", Why: "Zonder VPT in de aangifte gaan de afspraken niet lopen.", Source: "Eenduidige Landelijke Afspraken; handreiking aangifte van het CBS"},
		Rule{Block: "feiten", Fields: []string{"incident_datum", "incident_plaats"}, Why: "Waar en wanneer.", Source: "de zeven W’s van een aangifte"},
		behaviour,
		Rule{Block: "getroffenen", Fields: []string{"getroffenen"}, Why: "Wie het overkwam, met naam of nummer.", Source: "de zeven W’s van een aangifte"},
		Rule{Block: "identiteit", Fields: []string{"identiteit", "domicilie"}, Why: "Het huisadres van een collega komt niet in het dossier.", Source: "Sv 163; BWBR0029135: domicilie kiezen, aangifte onder nummer"},
		Rule{Block: "veroorzaker", Either: []string{"veroorzaker"}, Why: "Wie het deed, of dat je dat niet weet.", Source: "de zeven W’s van een aangifte"},
		Rule{Block: "vragen", Why: "Nummer, behandelaar, besluit, en wat als het niet strafbaar is.", Source: "Eenduidige Landelijke Afspraken; Handreiking Aangifte doen bij de politie (eVPT)"},
		Rule{Block: "bijlagen", Fields: []string{"bijlagen"}, Why: "Wat erbij zit, is na te tellen.", Source: "de zeven W’s van een aangifte: bewijs"},
	)
}
