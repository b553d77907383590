package nl

import "rugdekking/vpt"

// normLabels are the colours of a team norm.
func normLabels(l labelled) {
	l.put(vpt.NormGreen, "Groen: hoort erbij", "Green: part of the job")
	l.put(vpt.NormOrange, "Oranje: let op", "Orange: take care")
	l.put(vpt.NormRed, "Rood: nooit goed", "Red: never all right")
}

// teamNormTexts are those of team norms.
func teamNormTexts() map[string][2]string {
	return map[string]pair{
		"teamnorm.titel":                    {"Teamnormen", "Team norms"},
		"teamnorm.lead":                     {"Wat een team doet bij welk gedrag, en wie er helpt. De norm is van het hele team, niet van één persoon.", "What a team does about which conduct, and who helps. The norm belongs to the team, not to one person."},
		"teamnorm.teams":                    {"Teams", "Teams"},
		"teamnorm.van":                      {"Norm van {team}", "Norm of {team}"},
		"teamnorm.geen-team":                {"Hier komt de norm van je team", "Here comes the norm of your team"},
		"teamnorm.geen-team-tekst":          {"Je hoort nog niet bij een team.", "You do not belong to a team yet."},
		"teamnorm.nog-geen":                 {"Dit team heeft nog niets afgesproken.", "This team has agreed on nothing yet."},
		"teamnorm.afspraken":                {"Wat we doen", "What we do"},
		"teamnorm.over":                     {"Over deze norm", "About this norm"},
		"teamnorm.versie":                   {"Versie", "Version"},
		"teamnorm.eerder":                   {"Versie {versie} was van", "Version {versie} was of"},
		"teamnorm.afgesproken":              {"Afgesproken op", "Agreed on"},
		"teamnorm.door":                     {"Vastgelegd door", "Recorded by"},
		"teamnorm.opnieuw":                  {"Bespreek opnieuw vóór {dag}", "Discuss again before {dag}"},
		"teamnorm.te-laat":                  {"Het team zou dit voor {dag} opnieuw bespreken.", "The team was to discuss this again before {dag}."},
		"teamnorm.reactie":                  {"Onze reactie", "Our reaction"},
		"teamnorm.wie-helpt":                {"Wie helpt", "Who helps"},
		"teamnorm.erna":                     {"Daarna", "Afterwards"},
		"teamnorm.helpt":                    {"Wie helpt: {wie}", "Who helps: {wie}"},
		"teamnorm.daarna":                   {"Daarna: {wat}", "Afterwards: {wat}"},
		"teamnorm.alle":                     {"Alle teamnormen", "All team norms"},
		"teamnorm.terug":                    {"Terug naar de norm", "Back to the norm"},
		"teamnorm.nieuw":                    {"Maak een nieuwe versie", "Make a new version"},
		"teamnorm.nieuw-van":                {"Nieuwe norm van {team}", "New norm of {team}"},
		"teamnorm.nieuw-lead":               {"Bespreek dit met je team. Noem functies, geen namen.", "Discuss this with your team. Name functions, not people."},
		"teamnorm.voorbeelden":              {"Dit zijn drie voorbeelden om mee te beginnen. Maak er je eigen afspraken van, of wis ze.", "These are three examples to begin with. Make them your own, or clear them."},
		"teamnorm.regel":                    {"Afspraak {nummer}", "Agreement {nummer}"},
		"teamnorm.behaviour":                {"Welk gedrag?", "Which conduct?"},
		"teamnorm.colour":                   {"Hoe zien we dat?", "How do we see it?"},
		"teamnorm.reaction":                 {"Wat doen we dan?", "What do we do then?"},
		"teamnorm.helps":                    {"Wie helpt?", "Who helps?"},
		"teamnorm.helps-hint":               {"Een functie: de collega aan de balie ernaast.", "A function: the colleague at the next desk."},
		"teamnorm.after":                    {"Wat doen we daarna?", "What do we do afterwards?"},
		"teamnorm.wanneer":                  {"Afgesproken en opnieuw bespreken", "Agreed and to be discussed again"},
		"teamnorm.adoptedOn":                {"Met het team afgesproken op", "Agreed with the team on"},
		"teamnorm.reviewBy":                 {"Opnieuw bespreken vóór", "Discuss again before"},
		"teamnorm.bewaar":                   {"Leg deze norm vast", "Record this norm"},
		"teamnorm.voorbeeld-groen":          {"Iemand is boos over een besluit en praat hard", "Somebody is angry about a decision and speaks loudly"},
		"teamnorm.voorbeeld-groen-reactie":  {"We luisteren, vatten samen en zeggen wat we kunnen doen.", "We listen, sum up and say what we can do."},
		"teamnorm.voorbeeld-groen-helpt":    {"een collega blijft in de buurt", "a colleague stays near"},
		"teamnorm.voorbeeld-groen-erna":     {"Even stoom afblazen met een collega.", "Let off steam with a colleague."},
		"teamnorm.voorbeeld-oranje":         {"Iemand scheldt of komt te dichtbij", "Somebody swears or comes too close"},
		"teamnorm.voorbeeld-oranje-reactie": {"We noemen het gedrag, zeggen wat we verwachten en geven één keer de keuze.", "We name the conduct, say what we expect and give the choice once."},
		"teamnorm.voorbeeld-oranje-helpt":   {"de collega aan de balie ernaast komt erbij staan", "the colleague at the next desk comes to stand by"},
		"teamnorm.voorbeeld-oranje-erna":    {"We melden het en praten na.", "We report it and talk it over."},
		"teamnorm.voorbeeld-rood":           {"Iemand bedreigt, slaat of gooit", "Somebody threatens, hits or throws"},
		"teamnorm.voorbeeld-rood-reactie":   {"We stoppen het gesprek, drukken op de noodknop en gaan weg. Bel 112 bij gevaar.", "We stop the talk, press the alarm and leave. Call 112 in danger."},
		"teamnorm.voorbeeld-rood-helpt":     {"de beveiliging en wie het dichtst bij de noodknop is", "security and whoever is nearest to the alarm"},
		"teamnorm.voorbeeld-rood-erna":      {"De leidinggevende vangt meteen op en meldt dezelfde dag.", "The manager gives care at once and reports the same day."},
		"teamnorm.bij-melden":               {"Wat spraken we in dit team af?", "What did we agree on in this team?"},
		"bericht.teamnorm":                  {"De norm van het team is vastgelegd", "The norm of the team was recorded"},
		"start.teamnorm":                    {"Tijd om de norm van je team opnieuw te bespreken", "Time to discuss your team's norm again"},
		"start.teamnorm-doe":                {"Bekijk de teamnormen", "See the team norms"},
		"help.teamnormen":                   {"Lees wat je team heeft afgesproken", "Read what your team agreed on"},
		"fout.teamnorm-gewijzigd":           {"Iemand anders heeft intussen een nieuwe norm vastgelegd. Kijk eerst wat er nu staat.", "Somebody recorded a new norm in the meantime. First look at what stands there now."},
		"fout.aantal-regels":                {"Maak ten minste één afspraak, en hooguit 25.", "Make at least one agreement, and at most 25."},
		"fout.te-ver-weg":                   {"Bespreek de norm ten minste elke twee jaar.", "Discuss the norm at least every two years."},
		"fout.behaviour.verplicht":          {"Schrijf op welk gedrag dit is.", "Write down which conduct this is."},
		"fout.reaction.verplicht":           {"Schrijf op wat het team dan doet.", "Write down what the team does then."},
		"fout.colour.onbekende-keuze":       {"Kies groen, oranje of rood.", "Choose green, orange or red."},
		"fout.reviewBy.einde-voor-begin":    {"Kies een dag na de dag waarop jullie dit afspraken.", "Choose a day after the day on which you agreed."},
	}
}
