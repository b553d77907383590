package nl

import "rugdekking/vpt"

func dutyLabels(l labelled) {
	l.put(vpt.DutyHear, "De ander horen", "Hear the other side")
	l.put(vpt.DutySecond, "Meekijken met een maatregel", "Second pair of eyes on a measure")
	l.put(vpt.DutyPrepared, "Beslissen over een maatregel", "Decide on a measure")
	l.put(vpt.DutyDeliver, "Brief bezorgen", "Deliver a letter")
	l.put(vpt.DutyReview, "Maatregel opnieuw bekijken", "Review a measure")
	l.put(vpt.DutyComplaint, "Klacht beantwoorden", "Answer a complaint")
	l.put(vpt.DutyTellPerson, "Vertellen dat wij gegevens bewaren", "Tell that data are kept")
	l.put(vpt.DutyPolice, "Klacht doen bij de politie", "Complain to the police")
	l.put(vpt.DutyDamage, "Schade opgeven voor de zitting", "Claim damage before the hearing")
	l.put(vpt.DutyReferral, "Vragen of er meer hulp nodig is", "Ask whether more help is needed")
	l.put(vpt.DutyAnalysis, "Kijken wat je hiervan leert", "Look at what can be learnt")
	l.put(vpt.DutyImprove, "Verbeteractie afronden", "Finish an improvement")
	l.put(vpt.DutyAccident, "Arbeidsongeval melden", "Report the accident")
}
