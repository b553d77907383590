package nl

import "rugdekking/vpt"

// mailWords are the words of one mail: subject, the one sentence that says why
// there is a mail, and the words of the link.
type mailWords struct{ subject, reason, link pair }

// Mail gives the text of a notification: why there is one and a link, never
// the story, a name of somebody else or a number that says more than the link.
func Mail(reason vpt.MailReason, lang string) vpt.MailText {
	which := 0
	if lang == "en" {
		which = 1
	}
	w, ok := mailTexts()[reason]
	if !ok {
		w = mailWords{
			pair{"Bericht van Rugdekking", "Message from Rugdekking"},
			pair{"Er staat iets voor je klaar in Rugdekking.", "Something is waiting for you in Rugdekking."},
			pair{"Open Rugdekking", "Open Rugdekking"},
		}
	}
	greeting := pair{"Beste ", "Dear "}[which]
	if reason == vpt.MailLetter { // to somebody whose name is in the letter, not in the mail
		return vpt.MailText{
			Salutation: func(string) string { return "Geachte heer of mevrouw," }, Subject: w.subject[which],
			Lines: []string{w.reason[which]}, LinkText: w.link[which], Closing: mailClosing(reason)[which],
		}
	}
	text := vpt.MailText{
		Salutation: func(name string) string { return greeting + name + "," },
		Subject:    w.subject[which],
		Lines:      []string{w.reason[which]},
		LinkText:   w.link[which],
		Closing:    mailClosing(reason)[which],
	}
	if reason == vpt.MailDigest {
		t := New(lang)
		text.Item, text.Digest = digestItem(t), digestSubject(t)
	}
	return text
}

// mailClosing ends a mail. Mails with a single-use link say how long it works.
func mailClosing(reason vpt.MailReason) [2][]string {
	if reason == vpt.MailInvitation || reason == vpt.MailReset {
		return [2][]string{
			{"De link werkt 24 uur en één keer. Heb je hier niet om gevraagd? Dan hoef je niets te doen.", "Groet, Rugdekking"},
			{"The link works for 24 hours and once. Did you not ask for this? Then you need not do anything.", "Regards, Rugdekking"},
		}
	}
	if reason == vpt.MailLetter {
		return [2][]string{
			{"De link werkt 60 dagen. U kunt de brief lezen, bewaren en afdrukken. Krijgt u liever een brief op papier, of hulp bij het lezen? Bel ons dan."},
			{"The link works for 60 days. You can read, keep and print the letter. Would you rather have a letter on paper, or help with reading it? Then call us."},
		}
	}
	if reason.Alarm() {
		return [2][]string{
			{"Deed je dit zelf? Dan hoef je niets te doen. Was jij het niet? Kies dan meteen een nieuw wachtwoord op de pagina om aan te melden en bel je beheerder.", "Groet, Rugdekking"},
			{"Did you do this yourself? Then you need not do anything. Was it not you? Then choose a new password at once on the page to sign in, and call your administrator.", "Regards, Rugdekking"},
		}
	}
	if reason == vpt.MailAddress {
		return [2][]string{
			{"Klopt dat? Dan hoef je niets te doen. Klopt het niet? Bel dan meteen je coördinator of je beheerder.", "Groet, Rugdekking"},
			{"Is that right? Then you need not do anything. Is it not? Then call your coordinator or your administrator at once.", "Regards, Rugdekking"},
		}
	}
	return [2][]string{
		{"In deze mail staat met opzet niet waar het over gaat. Dat lees je pas als je bent ingelogd.", "Groet, Rugdekking"},
		{"On purpose this mail does not say what it is about. You read that once you have signed in.", "Regards, Rugdekking"},
	}
}

func mailTexts() map[vpt.MailReason]mailWords {
	toCase := pair{"Open de zaak", "Open the case"}
	toAccount := pair{"Bekijk je account", "See your account"}
	toReport := pair{"Open je melding", "Open your report"}
	return map[vpt.MailReason]mailWords{
		vpt.MailNewCase: {
			pair{"Er is een nieuwe zaak voor jou", "There is a new case for you"},
			pair{"Er is een melding binnengekomen die jij behandelt. In de zaak zie je wat je nu doet en welke termijnen lopen.", "A report has come in that you handle. The case shows what to do now and which terms run."}, toCase,
		},
		vpt.MailHelpNow: {
			pair{"Een collega heeft nu hulp nodig", "A colleague needs help now"},
			pair{"Een collega heeft in een melding gezegd dat er nu hulp nodig is. Open de zaak en bel meteen.", "A colleague said in a report that help is needed now. Open the case and call at once."}, toCase,
		},
		vpt.MailPrivateRisk: {
			pair{"Mogelijk gevaar thuis of privé", "Possible danger at home or in private"},
			pair{"Bij de beoordeling van een zaak is gezegd dat iemand thuis of privé in gevaar kan zijn. Kijk er meteen naar.", "The assessment of a case says that somebody may be in danger at home or in private. Look at it at once."}, toCase,
		},
		vpt.MailReceipt: {
			pair{"We hebben je melding", "We have your report"},
			pair{"Je melding is binnen. Je ziet wie hem heeft en wat er wanneer gebeurt.", "Your report has come in. You can see who has it and what happens when."}, toReport,
		},
		vpt.MailNamed: {
			pair{"Er is een melding gedaan waarin jij genoemd bent", "A report was made that names you"},
			pair{"Een collega heeft gemeld dat jou iets is overkomen. Je kunt meelezen en jouw kant toevoegen.", "A colleague reported that something happened to you. You can read along and add your side."}, toReport,
		},
		vpt.MailNews: {
			pair{"Er is nieuws over je melding", "There is news about your report"},
			pair{"Er is iets gebeurd met je melding. Log in om te lezen wat.", "Something was done about your report. Sign in to read what."}, toReport,
		},
		vpt.MailComment: {
			pair{"Er is een reactie op een zaak van jou", "There is a comment on a case of yours"},
			pair{"De melder heeft iets toegevoegd aan een zaak die jij behandelt.", "The reporter added something to a case that you handle."}, toCase,
		},
		vpt.MailAssigned: {
			pair{"Er is een zaak aan jou toegewezen", "A case was assigned to you"},
			pair{"Jij behandelt deze zaak vanaf nu.", "You handle this case from now on."}, toCase,
		},
		vpt.MailTalk: {
			pair{"Er is een gesprek gepland", "A talk was planned"},
			pair{"Er staat een gesprek voor je gepland. Log in om te zien wanneer en met wie.", "A talk with you was planned. Sign in to see when and with whom."},
			pair{"Bekijk het gesprek", "See the talk"},
		},
		vpt.MailSecond: {
			pair{"Wil je meekijken met een maatregel?", "Will you look at a measure?"},
			pair{"Een collega bereidde een maatregel voor. Die gaat pas in als jij hebt meegekeken.", "A colleague prepared a measure. It only starts after you looked at it."},
			pair{"Bekijk de maatregel", "See the measure"},
		},
		vpt.MailBack: {
			pair{"Je maatregel kwam terug", "Your measure came back"},
			pair{"Wie meekeek met je maatregel stemde niet in. Lees waarom, en pas de maatregel aan.", "Who looked at your measure did not agree. Read why, and change the measure."},
			pair{"Bekijk de maatregel", "See the measure"},
		},
		vpt.MailAgreed: {
			pair{"Je maatregel is besloten", "Your measure was decided"},
			pair{"Wie meekeek met je maatregel stemde in. Maak nu de brief af en bezorg hem.", "Who looked at your measure agreed. Now finish the letter and deliver it."},
			pair{"Bekijk de maatregel", "See the measure"},
		},
		vpt.MailBreach: {
			pair{"Iemand houdt zich niet aan een maatregel", "Somebody does not keep to a measure"},
			pair{"Er is een nieuwe melding bij een maatregel die je behandelt.", "There is a new report about a measure that you handle."},
			pair{"Bekijk de maatregel", "See the measure"},
		},
		vpt.MailRemedy: {
			pair{"Er is een klacht over een maatregel", "There is a complaint about a measure"},
			pair{"Iemand is het niet eens met een maatregel. Het antwoord moet binnen zes weken.", "Somebody does not agree with a measure. The answer is due within six weeks."},
			pair{"Bekijk de maatregel", "See the measure"},
		},
		vpt.MailOverdue: {
			pair{"Een termijn is voorbij", "A term has passed"},
			pair{"In een zaak die jij behandelt is een termijn voorbij. Open de zaak en zie wat er nog moet.", "In a case that you handle a term has passed. Open the case and see what is still to be done."}, toCase,
		},
		vpt.MailTalkOff: {
			pair{"Een gesprek gaat niet door", "A talk is off"},
			pair{"Een collega hoeft het gesprek niet dat voor haar of hem was bedoeld. Je hoeft niets te doen.", "A colleague does not need the talk that was meant for her or him. You need not do anything."},
			pair{"Bekijk je gesprekken", "See your talks"},
		},
		vpt.MailRaised: {
			pair{"Er blijft iets liggen. Wil jij dit oppakken?", "Something is left lying. Will you see to it?"},
			pair{"Iets is al langer te laat. Kijk wat er moet gebeuren en wie het doet.", "Something has been late for a while. See what is to be done and who does it."},
			pair{"Bekijk wat er moet gebeuren", "See what is to be done"},
		},
		vpt.MailDigest: {
			pair{"Wat er vandaag op je wacht", "What waits for you today"},
			pair{"Dit moet vandaag of is te laat:", "This is due today or late:"},
			pair{"Bekijk je taken", "See your tasks"},
		},
		vpt.MailHandedOver: {
			pair{"Je hebt werk van een collega gekregen", "You were given a colleague’s work"},
			pair{"Zaken, taken of gesprekken van een collega zijn nu van jou. Bij je taken zie je wat er het eerst moet.", "Cases, tasks or talks of a colleague are yours now. Your tasks show what comes first."},
			pair{"Bekijk je taken", "See your tasks"},
		},
		vpt.MailCircle: {
			pair{"Een gesloten kring heeft geen behandelaar", "A closed circle has nobody who handles its cases"},
			pair{"Er ligt iets in een gesloten kring, en niemand heeft daar een rol om het op te pakken. Geef iemand de rol leidinggevende voor dat onderdeel.", "Something waits in a closed circle, and nobody there has a role to see to it. Give somebody the role of manager of that unit."},
			pair{"Bekijk de onderdelen", "See the units"},
		},
		vpt.MailCircleEdge: {
			pair{"Je gesloten kring is gewijzigd", "Your closed circle was changed"},
			pair{"Een beheerder wijzigde wie bij je gesloten kring hoort, of waar die begint. Kijk of dat klopt. Klopt het niet? Spreek de beheerder aan.", "An administrator changed who belongs to your closed circle, or where it begins. Check that this is right. If it is not, speak to the administrator."},
			pair{"Open je werkvoorraad", "Open your worklist"},
		},
		vpt.MailRoles: {
			pair{"Er zijn rollen gewijzigd", "Roles were changed"},
			pair{"Iemand in je organisatie heeft een rol gekregen of verloren. Kijk of dat klopt.", "Somebody in your organisation was given or lost a role. Check that this is right."},
			pair{"Bekijk de rollen", "See the roles"},
		},
		vpt.MailDeputy: {
			pair{"Je neemt waar voor een collega", "You deputise for a colleague"},
			pair{"Een collega heeft je als waarnemer genoemd. In die tijd behandel jij haar of zijn zaken.", "A colleague named you as deputy. In that period you handle the colleague's cases."},
			pair{"Open je werkvoorraad", "Open your worklist"},
		},
		vpt.MailInvitation: {
			pair{"Je account voor Rugdekking staat klaar", "Your account for Rugdekking is ready"},
			pair{"Je organisatie heeft een account voor je gemaakt. Met Rugdekking meld je agressie op je werk en zie je wat ermee gebeurt. Kies eerst een wachtwoord.", "Your organisation made an account for you. With Rugdekking you report aggression at work and see what is done about it. First choose a password."},
			pair{"Kies je wachtwoord", "Choose your password"},
		},
		vpt.MailReset: {
			pair{"Kies een nieuw wachtwoord", "Choose a new password"},
			pair{"Er is een nieuw wachtwoord aangevraagd voor je account.", "A new password was asked for your account."},
			pair{"Kies een nieuw wachtwoord", "Choose a new password"},
		},
		vpt.MailPassword: {
			pair{"Je wachtwoord is gewijzigd", "Your password was changed"},
			pair{"Het wachtwoord van je account is gewijzigd.", "The password of your account was changed."}, toAccount,
		},
		vpt.MailLetter: {
			pair{"Er staat een brief voor u klaar", "There is a letter for you"},
			pair{"Wij schreven u een brief. Met deze link kunt u hem lezen.", "We wrote you a letter. With this link you can read it."},
			pair{"Lees de brief", "Read the letter"},
		},
		vpt.MailFactor: {
			pair{"Je tweede stap bij het inloggen is gewijzigd", "Your second step when signing in was changed"},
			pair{"Je app voor codes of je herstelcodes zijn gewijzigd of verwijderd.", "Your authenticator app or your recovery codes were changed or removed."}, toAccount,
		},
		vpt.MailAddress: {
			pair{"Het e-mailadres van je account is gewijzigd", "The e-mail address of your account was changed"},
			pair{"Je beheerder heeft het e-mailadres van je account gewijzigd. Dit adres hoort er niet meer bij.", "Your administrator changed the e-mail address of your account. This address does not belong to it any more."}, toAccount,
		},
		vpt.MailToken: {
			pair{"Er is een koppeling gemaakt", "A connection was made"},
			pair{"Een ander programma kan nu bij gegevens van je organisatie. Vraag je beheerder welk programma dat is en of het klopt.", "Another program can now reach data of your organisation. Ask your administrator which program that is and whether it is right."},
			pair{"Open het beheer", "Open administration"},
		},
		vpt.MailAddressOf: {
			pair{"Er is een e-mailadres gewijzigd", "An e-mail address was changed"},
			pair{"Het e-mailadres van iemand met een rol is gewijzigd. Kijk of dat klopt: met een link naar dat adres kan een ander binnenkomen.", "The e-mail address of somebody with a role was changed. Check that this is right: a link to that address can let in somebody else."},
			pair{"Bekijk het account", "See the account"},
		},
	}
}
