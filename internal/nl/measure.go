package nl

import "rugdekking/vpt"

func measureLabels(l labelled) {
	l.put(vpt.MeasureDraft, "In voorbereiding", "Being prepared")
	l.put(vpt.MeasureWaiting, "Wacht op een tweede paar ogen", "Waits for a second pair of eyes")
	l.put(vpt.MeasureDecided, "Besloten", "Decided")
	l.put(vpt.MeasureLifted, "Opgeheven", "Lifted")
	l.put(vpt.MeasureDropped, "Niet doorgegaan", "Given up")
	l.put(vpt.SensitiveNo, "Nee, niets daarvan", "No, none of these")
	l.put(vpt.SensitiveCriticism, "Het gaat (ook) om kritiek op ons", "It is (also) criticism of us")
	l.put(vpt.SensitiveComplaint, "Het gaat (ook) om een klacht of bezwaar", "It is (also) a complaint or objection")
	l.put(vpt.SensitiveRepresentative, "Het is een advocaat of iemand die voor een ander opkomt", "It is a lawyer or somebody who speaks for another")
	l.put(vpt.SensitiveCouncil, "Het is een raadslid of bestuurder", "It is a council member or official")
	l.put(vpt.MandateManager, "Leidinggevende", "Manager")
	l.put(vpt.MandateCoordinator, "Coördinator", "Coordinator")
	l.put(vpt.MandateDirector, "Directie", "Director")
	l.put(vpt.MandateCourt, "Rechter", "Judge")
	l.put(vpt.ReviewStays, "De maatregel blijft", "The measure stays")
	l.put(vpt.ReviewLifted, "De maatregel stopt vandaag", "The measure ends today")
	l.put(vpt.HearingTalk, "Gesprek om te horen wat de ander vindt", "Talk to hear the other side")
	l.put(vpt.HearingOrder, "Ordegesprek: afspraken over gedrag", "Order talk: agreements on conduct")
	l.put(vpt.HearingWritten, "Schriftelijke reactie", "Written view")
	l.put(vpt.HearingInvited, "Uitgenodigd", "Invited")
	l.put(vpt.HearingHeld, "Gehoord", "Heard")
	l.put(vpt.HearingAbsent, "Uitgenodigd, niet gekomen", "Invited, did not come")
	l.put(vpt.HearingWaived, "Wil niet gehoord worden", "Does not want to be heard")
	l.put(vpt.RemedyComplaint, "Klacht", "Complaint")
	l.put(vpt.RemedyObjection, "Bezwaar", "Objection")
	l.put(vpt.RemedyCourt, "Burgerlijke rechter", "Civil court")
	l.put(vpt.RemedyUpheld, "Gegrond", "Upheld")
	l.put(vpt.RemedyPartly, "Deels gegrond", "Partly upheld")
	l.put(vpt.RemedyDismissed, "Ongegrond", "Dismissed")
	l.put(vpt.RemedyWithdrawn, "Ingetrokken", "Withdrawn")
	l.put(vpt.EffectNone, "De maatregel blijft zoals hij is", "The measure stays as it is")
	l.put(vpt.EffectShorter, "De maatregel wordt korter", "The measure becomes shorter")
	l.put(vpt.EffectLifted, "De maatregel wordt opgeheven", "The measure is lifted")
	l.put(vpt.LetterDraft, "Concept", "Draft")
	l.put(vpt.LetterQueued, "Wordt gemaakt", "Being made")
	l.put(vpt.LetterFrozen, "Klaar", "Ready")
	l.put(vpt.LetterDropped, "Vervallen", "Dropped")
	l.put(vpt.FormatPDF, "PDF", "PDF")
	l.put(vpt.FormatODT, "ODT (LibreOffice)", "ODT (LibreOffice)")
	l.put(vpt.FormatDOCX, "DOCX (Word)", "DOCX (Word)")
	l.put(vpt.ByPost, "Met de post", "By post")
	l.put(vpt.ByRegistered, "Aangetekend", "Registered post")
	l.put(vpt.ByHand, "Zelf gegeven", "Handed over")
	l.put(vpt.ByMail, "E-mail met een link", "E-mail with a link")
	l.put(vpt.LinkEarlier, "Zelfde persoon", "Same person")
	l.put(vpt.LinkBreach, "Overtreding van een maatregel", "Breach of a measure")
	l.put(vpt.AtDoor, "Aan de deur", "At the door")
	l.put(vpt.AtPhone, "Aan de telefoon", "On the phone")
	gateLabels(l)
}

// gateLabels say what is arranged once a gate is met.
func gateLabels(l labelled) {
	l.put(vpt.GateInstigator, "Over wie het gaat", "Whom it is about")
	l.put(vpt.GateFacts, "Wat de ander deed, met de dag erbij", "What the other did, and on which day")
	l.put(vpt.GateLabels, "Feiten in plaats van oordelen", "Facts instead of labels")
	l.put(vpt.GateNorm, "Huisregels die de ander kon kennen", "House rules that the other could know")
	l.put(vpt.GateSteps, "Eerst een lichtere stap, of een reden", "A lighter step first, or a reason")
	l.put(vpt.GateHearing, "De ander is gehoord", "The other side was heard")
	l.put(vpt.GateReason, "Waarom deze maatregel", "Why this measure")
	l.put(vpt.GateLighter, "Waarom niet iets lichters", "Why nothing lighter")
	l.put(vpt.GateStart, "Vanaf wanneer", "From when")
	l.put(vpt.GateEnd, "Tot en met wanneer", "Until when")
	l.put(vpt.GateDuration, "Waarom zo lang", "Why this long")
	l.put(vpt.GateRange, "Binnen het protocol, of een reden", "Within the protocol, or a reason")
	l.put(vpt.GateReview, "Een dag om opnieuw te kijken", "A day to look again")
	l.put(vpt.GateScope, "Waar het geldt en hoe te handelen", "Where it holds and how to act")
	l.put(vpt.GateReachable, "Hoe de dienstverlening bereikbaar blijft", "How services stay within reach")
	l.put(vpt.GateContact, "Een contactpersoon", "A contact person")
	l.put(vpt.GateRemedy, "Wat de ander hiertegen kan doen", "What the other can do about it")
	l.put(vpt.GateSensitive, "Of het om kritiek of een klacht gaat", "Whether it is criticism or a complaint")
	l.put(vpt.GateSeparate, "Wie over orde beslist, gaat niet over de dienst", "Who decides on order does not decide on the service")
	l.put(vpt.GateSecond, "Een tweede paar ogen", "A second pair of eyes")
}

// gateTexts say what is still owed at a gate, in the words of who must do it.
func gateTexts() map[string][2]string {
	return map[string][2]string{
		"fout.poort-veroorzaker":        {"Kies over wie deze maatregel gaat. Staat die persoon nog niet in de zaak? Leg de veroorzaker eerst vast.", "Choose whom this measure is about. Not in the case yet? Record the instigator first."},
		"fout.poort-feiten":             {"Schrijf op wat de ander zei of deed, en op welke dag.", "Write down what the other said or did, and on which day."},
		"fout.poort-feiten-geen-etiket": {"Er staat nu een oordeel, zoals “agressief”. Schrijf op wat er gebeurde: wat zei of deed de ander letterlijk?", "What stands there is a label, such as “aggressive”. Write down what happened: what did the other say or do, literally?"},
		"fout.poort-norm":               {"Er zijn geen huisregels vastgelegd die op die dag en plek golden. Leg ze vast, met sinds wanneer ze zichtbaar zijn.", "No house rules are on record for that day and place. Record them, with since when they are visible."},
		"fout.poort-eerdere-stappen":    {"Jullie protocol kent eerst een lichtere stap. Die is nog niet gezet. Doe dat, of schrijf op waarom het niet kon.", "Your protocol has a lighter step first, which was not taken. Take it, or write down why that was impossible."},
		"fout.poort-horen":              {"De ander is nog niet gehoord. Nodig uit voor een gesprek. Kan het niet wachten? Schrijf op waarom, en plan het gesprek binnen twee weken na het begin.", "The other side was not heard yet. Invite for a talk. Can it not wait? Write down why, and plan the talk within two weeks after the beginning."},
		"fout.poort-waarom-deze":        {"Schrijf op waarom je deze maatregel kiest.", "Write down why you choose this measure."},
		"fout.poort-lichter":            {"Schrijf op welke lichtere maatregel je hebt overwogen, en waarom die niet genoeg is.", "Write down which lighter measure you considered, and why it is not enough."},
		"fout.poort-begin":              {"Vul in vanaf welke dag de maatregel geldt.", "Fill in from which day the measure holds."},
		"fout.poort-einde":              {"Vul de laatste dag in. Een maatregel heeft altijd een einde.", "Fill in the last day. A measure always has an end."},
		"fout.poort-waarom-zo-lang":     {"Schrijf op waarom de maatregel zo lang duurt.", "Write down why the measure lasts this long."},
		"fout.poort-binnen-protocol":    {"Dit is iets anders dan jullie protocol voorstelt. Kies wat het protocol zegt, of schrijf op waarom je afwijkt.", "This is not what your protocol proposes. Choose what it says, or write down why you deviate."},
		"fout.poort-herbeoordeling":     {"Kies een dag om opnieuw te kijken: vóór de helft van de tijd, en uiterlijk na zes maanden.", "Choose a day to look again: before half-time, and within six months at most."},
		"fout.poort-waar":               {"Schrijf op waar de maatregel geldt. Bij een pandverbod ook wat de beveiliging moet doen.", "Write down where the measure holds. For a premises ban also what security should do."},
		"fout.poort-bereikbaar":         {"Schrijf op hoe de ander terecht kan voor wat nodig is, zoals een paspoort, een uitkering of spoedzorg.", "Write down how the other can still get what is needed, such as a passport, a benefit or urgent care."},
		"fout.poort-contactpersoon":     {"Kies een contactpersoon. Dat is niet de collega die dit is overkomen.", "Choose a contact person, not the colleague to whom it happened."},
		"fout.poort-rechtsmiddel":       {"Kies wat de ander kan doen als die het niet eens is met de maatregel.", "Choose what the other can do about the measure."},
		"fout.poort-kritiek":            {"Beantwoord de vraag of het om kritiek, een klacht of een vertegenwoordiger gaat.", "Answer whether it is criticism, a complaint or a representative."},
		"fout.poort-gescheiden":         {"Bevestig dat jij niet gaat over de dienstverlening aan deze persoon. Ga je daar wel over? Laat dan een collega beslissen.", "Confirm that you do not decide on the service to this person. If you do, let a colleague decide."},
		"fout.poort-tweede-paar-ogen":   {"Iemand anders moet meekijken en instemmen.", "Somebody else must look too, and agree."},
		"fout.eerst-voorbereiden":       {"Deze maatregel bereid je eerst voor.", "This measure is prepared first."},
		"fout.maatregel-kan-niet-meer":  {"Dit kan niet meer met deze maatregel. Ververs de pagina om te zien hoe hij er nu voor staat.", "This cannot be done with this measure any more. Reload to see where it stands."},
		"fout.eigen-maatregel":          {"Jij hebt deze maatregel zelf voorbereid. Een ander moet meekijken.", "You prepared this measure yourself. Somebody else must look."},
		"fout.eigen-besluit":            {"Jij hebt over deze maatregel beslist. Een ander beantwoordt de klacht.", "You decided on this measure. Somebody else answers the complaint."},
		"fout.mandaat-te-laag":          {"Voor deze maatregel is een hoger mandaat nodig dan jij hebt.", "This measure takes a higher mandate than you have."},
		"fout.klacht-geen-bezwaar":      {"Tegen deze maatregel staat een klacht open, geen bezwaar. Leg het vast als klacht: dan loopt de termijn van zes weken.", "Against this measure a complaint is open, no objection. Record it as a complaint: then the term of six weeks runs."},
		"fout.niet-korter":              {"Kies een dag vóór het einde van nu.", "Choose a day before the present end."},
		"fout.herbeoordeling-te-laat":   {"Kies een dag binnen zes maanden.", "Choose a day within six months."},
		"fout.al-afgehandeld":           {"Dit is al afgehandeld.", "This was dealt with already."},
		"fout.dezelfde-zaak":            {"Dit is deze zaak zelf. Vul het nummer van een andere zaak in.", "This is the case itself. Fill in the number of another case."},
		"fout.zaak-onbekend":            {"Wij kennen geen zaak met dit nummer die jij mag openen.", "There is no case with this number that you may open."},
	}
}
