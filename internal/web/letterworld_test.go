package web_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"strings"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// aLogo is a small picture.
func aLogo(w *apptest.World) []byte {
	var buf bytes.Buffer
	w.Must(png.Encode(&buf, image.NewGray(image.Rect(0, 0, 40, 20))))
	return buf.Bytes()
}

// fullStationery lacks nothing.
func fullStationery() vpt.Stationery {
	return vpt.Stationery{
		Lines: []string{"Raadhuisplein 1", "1234 AB Toetsdam"}, LogoAlt: "Logo van Toetsdam", Footer: "www.toetsdam.example", Phone: "14 012", Email: "post@toetsdam.example",
		Hours: "op werkdagen van 9:00 tot 12:00 uur", Complaint: []string{"online: www.toetsdam.example/klacht"}, Ombudsman: []string{"Nationale ombudsman, 0800 335 5555"},
		Privacy: "privacy@toetsdam.example", Retention: "tot twaalf maanden na het einde van de maatregel",
	}
}

// mailbox is a case with letters in every state.
type mailbox struct {
	number                string
	draft, queued, frozen vpt.LetterID
	link                  string // of the frozen one, as it was mailed
}

// lettersOut writes the letters of a case and mails one of them.
func lettersOut(w *apptest.World) mailbox {
	ctx, mila, system := context.Background(), w.Actor("mila"), apptest.System(w.Org.ID)
	in := vpt.SaveStationery{Stationery: fullStationery()}
	in.Logo = aLogo(w)
	w.Must(w.App.SaveStationery(ctx, w.Actor("bea"), in))
	_, number := w.Report("rosa", nil)
	w.Must(w.App.AssessCase(ctx, mila, vpt.AssessCase{Case: number, Verdict: vpt.VerdictAggression, Kinds: []string{"V2"}, Class: 2, FactsComplete: true}))
	w.Must(w.App.RecordInstigator(ctx, mila, vpt.RecordInstigator{Case: number, Kind: vpt.InstigatorKnown, Relation: "inwoner", Name: vpt.NewPrivate("J. Klaver"),
		Address: vpt.NewPrivate("Dorpsstraat 1, 1234 AB Toetsdam"), NotifiedOn: "2026-11-17"}))
	out := mailbox{number: number}
	write := func(freeze bool) vpt.LetterID {
		id, err := w.App.SaveLetter(ctx, mila, vpt.SaveLetter{Case: number, Template: "lichte-waarschuwing", Values: warningValues(), Freeze: freeze})
		w.Must(err)
		return id
	}
	out.draft, out.frozen, out.queued = write(false), write(true), write(true)
	w.Must(w.App.FreezeLetter(ctx, system, out.frozen))
	w.Must(w.App.RecordDelivery(ctx, mila, vpt.RecordDelivery{Case: number, Letter: out.frozen, Way: vpt.ByRegistered, SentOn: "2026-11-17", Proof: vpt.NewPrivate("3SRR12345")}))
	w.Must(w.App.RecordDelivery(ctx, mila, vpt.RecordDelivery{Case: number, Letter: out.frozen, Way: vpt.ByMail, To: vpt.NewPrivate("j.klaver@voorbeeld.example")}))
	w.Must(w.App.DeliverLetters(ctx, system))
	mails := w.Mail.Messages()
	_, secret, _ := strings.Cut(mails[len(mails)-1].Link, "/brief/")
	out.link = "/brief/" + secret
	return out
}

// warningValues are all that a light warning needs.
func warningValues() map[string]vpt.Private {
	values := map[string]vpt.Private{}
	for name, text := range map[string]string{
		"naam": "J. Klaver", "adres": "Dorpsstraat 1\n1234 AB Toetsdam", "aanhef": "J. Klaver", "contactpersoon": "Mila van Dijk", "contact_telefoon": "14 012",
		"ondertekenaar": "Mila van Dijk", "functie": "teamleider", "gedragingen": "Op 17 november schold u een medewerker uit.", "norm": "Wij behandelen elkaar met respect.",
		"gehoord": "Op 18 november spraken wij met u.", "einde": "2027-02-28", "rechtsmiddel": "U kunt een klacht sturen.", "bewaartermijn": "tot twaalf maanden na het einde",
		"privacy_contact": "privacy@toetsdam.example",
	} {
		values[name] = vpt.NewPrivate(text)
	}
	return values
}

// letterPaths are the addresses of the pages of letters.
func letterPaths(w *apptest.World, fresh string) map[string][]string {
	m := lettersOut(w)
	const all = "GET /zaken/{nummer}/brieven"
	at := "/zaken/" + m.number + "/brieven"
	frozen := at + "/" + string(m.frozen)
	return map[string][]string{
		all:                                  {at, "/zaken/" + fresh + "/brieven"},
		all + "/nieuw":                       {at + "/nieuw?brief=pandverbod"},
		all + "/{brief}":                     {frozen, at + "/" + string(m.queued)},
		all + "/{brief}/schrijven":           {at + "/" + string(m.draft) + "/schrijven"},
		all + "/{brief}/bestand/{vorm}":      {frozen + "/bestand/pdf"},
		all + "/{brief}/bezorgen":            {frozen + "/bezorgen"},
		"GET /brief/{geheim}":                {m.link},
		"GET /brief/{geheim}/{vorm}":         {m.link + "/pdf"},
		"GET /beheer/brieven/{code}":         {"/beheer/brieven/pandverbod"},
		"GET /beheer/brieven/{code}/bestand": {"/beheer/brieven/pandverbod/bestand"},
	}
}
