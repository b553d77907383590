package nl

import "rugdekking/vpt"

// detailLabelTexts are the labels of the fields of "Meer vertellen".
func detailLabelTexts() map[string][2]string {
	l := labelled{}
	l.put(vpt.DetailAccount, "Aanvulling of verbetering", "Addition or correction")
	l.put(vpt.DetailLiteral, "Wat zei of deed de ander letterlijk?", "What did the other say or do, literally?")
	l.put(vpt.DetailCourse, "Hoe verliep het, stap voor stap?", "How did it go, step by step?")
	l.put(vpt.DetailTrigger, "Wat was de aanleiding?", "What was the trigger?")
	l.put(vpt.DetailTriggerMore, "Uitleg bij de aanleiding", "More about the trigger")
	l.put(vpt.DetailOwnAction, "Wat deed je zelf?", "What did you do yourself?")
	l.put(vpt.DetailMeans, "Voorwerp, wapen, dier of medium", "Object, weapon, animal or medium")
	l.put(vpt.DetailEnd, "Hoe laat was het voorbij?", "At what time was it over?")
	l.put(vpt.DetailRepeated, "Is dit eerder gebeurd?", "Has this happened before?")
	l.put(vpt.DetailWitnesses, "Wie zagen het?", "Who saw it?")
	l.put(vpt.DetailInstigator, "Wat weet je van de ander?", "What do you know of the other?")
	l.put(vpt.DetailAlarm, "Ging er een alarm?", "Was an alarm raised?")
	l.put(vpt.DetailIntervened, "Wie greep in?", "Who stepped in?")
	l.put(vpt.DetailPolice, "Was de politie erbij?", "Were the police there?")
	l.put(vpt.DetailInjury, "Letsel", "Injury")
	l.put(vpt.DetailAbsence, "Denk je dat je je ziek meldt?", "Do you expect to report sick?")
	l.put(vpt.DetailImpact, "Hoeveel doet het je? (1 tot 5)", "How much does it affect you? (1 to 5)")
	l.put(vpt.DetailPrivate, "Raakt het je thuis of privé?", "Does it affect you at home or in private?")
	l.put(vpt.DetailDamage, "Is er iets kapot of weg?", "Is anything broken or gone?")
	l.put(vpt.DetailComment, "Reactie", "Comment")
	return l
}

// eventLabelTexts are the labels of what can happen to a case.
func eventLabelTexts() map[string][2]string {
	l := labelled{}
	l.put(vpt.EventReported, "Gemeld", "Reported")
	l.put(vpt.EventOwned, "Zaak toegewezen", "Case assigned")
	l.put(vpt.EventAssessed, "Beoordeeld", "Assessed")
	l.put(vpt.EventMeasure, "Maatregel besloten", "Measure decided")
	l.put(vpt.EventNoReaction, "Geen reactie aan de veroorzaker", "No reaction to the instigator")
	l.put(vpt.EventPolice, "Politie ingelicht", "Police told")
	l.put(vpt.EventNoPolice, "Politie niet ingelicht", "Police not told")
	l.put(vpt.EventPoliceStep, "Voortgang bij de politie", "Progress with the police")
	l.put(vpt.EventPoliceEnd, "Afloop bij politie of rechter", "Outcome with police or court")
	l.put(vpt.EventPoliceMore, "Gegevens over de politie bijgewerkt", "Police details updated")
	l.put(vpt.EventHalt, "Nagegaan of Halt past", "Checked whether Halt fits")
	l.put(vpt.EventDamage, "Schade bijgewerkt", "Damage updated")
	l.put(vpt.EventAnalysis, "Analyse gemaakt", "Analysis made")
	l.put(vpt.EventImprove, "Verbeteractie afgesproken", "Improvement agreed")
	l.put(vpt.EventImproved, "Verbeteractie afgerond", "Improvement finished")
	l.put(vpt.EventAccident, "Arbeidsongeval getoetst", "Accident at work tested")
	l.put(vpt.EventTalkPlanned, "Gesprek gepland", "Talk planned")
	l.put(vpt.EventTalkHeld, "Gesprek gehouden", "Talk held")
	l.put(vpt.EventTalkDecline, "Medewerker ziet af van gesprek", "Employee declined a talk")
	l.put(vpt.EventTrack, "Spoor bijgewerkt", "Track updated")
	l.put(vpt.EventNote, "Notitie", "Note")
	l.put(vpt.EventFeedback, "Teruggekoppeld aan de melder", "Feedback sent to the reporter")
	l.put(vpt.EventNoFeedback, "Melder wil geen terugkoppeling", "Reporter wants no feedback")
	l.put(vpt.EventDetails, "Melding aangevuld", "Report completed")
	l.put(vpt.EventComment, "Reactie van de melder", "Comment of the reporter")
	l.put(vpt.EventEvidence, "Bestand toegevoegd", "File added")
	l.put(vpt.EventInvolved, "Betrokkene toegevoegd", "Person involved added")
	l.put(vpt.EventInstigator, "Veroorzaker vastgelegd", "Instigator recorded")
	l.put(vpt.EventDraft, "Stap in een maatregel", "Step in a measure")
	l.put(vpt.EventLifted, "Maatregel opgeheven", "Measure lifted")
	l.put(vpt.EventHearing, "Gesprek met de veroorzaker", "Talk with the instigator")
	l.put(vpt.EventRemedy, "Klacht of bezwaar", "Complaint or objection")
	l.put(vpt.EventLinked, "Zaak gekoppeld", "Case linked")
	l.put(vpt.EventSeries, "Voorvallen toegevoegd", "Events added")
	l.put(vpt.EventLetter, "Brief gemaakt", "Letter made")
	l.put(vpt.EventDelivered, "Brief bezorgd", "Letter delivered")
	l.put(vpt.EventMerged, "Zaken samengevoegd", "Cases merged")
	l.put(vpt.EventUnmerged, "Zaken weer gesplitst", "Cases split again")
	l.put(vpt.EventClosed, "Zaak gesloten", "Case closed")
	l.put(vpt.EventReopened, "Zaak heropend", "Case reopened")
	l.put(vpt.EventImported, "Overgenomen uit een oud register", "Taken over from an old register")
	return l
}
