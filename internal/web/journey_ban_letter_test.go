package web_test

import (
	"bytes"
	"strings"
	"time"

	"rugdekking/internal/browsertest"
)

// stationery: the administrator sees what letters lack and fills it in, once.
func (j *banJourney) stationery() {
	p := j.visit(j.t, "bea", j.options)
	p.Open(j.URL + "/")
	p.ClickAndLoad(".rd-nav a[href='/beheer']")
	p.ClickAndLoad("main a[href='/beheer/briefpapier']")
	fill(p, "#veld-lines", "Raadhuisplein 1", "#veld-phone", "14 012", "#veld-complaint", "online: www.toetsdam.example/klacht", "#veld-ombudsman", "Nationale ombudsman, 0800 335 5555",
		"#veld-privacy", "privacy@toetsdam.example", "#veld-retention", "tot twaalf maanden na het einde van de maatregel")
	j.sends(p)
}

// finish makes the letter on the page for good and waits until it is there.
func (j *banJourney) finish(p *browsertest.Page) {
	j.t.Helper()
	p.ClickAndLoad("main form button[type=submit]") // looks at it
	reads(j.t, p, "Zo wordt de brief")
	if p.Count("main button[value=maak]") == 0 {
		j.t.Fatalf("the letter cannot be made: %s", p.Text("main .utrecht-alert"))
	}
	p.ClickAndLoad("main button[value=maak]")
	reads(j.t, p, "De brief staat vast in het dossier.")
	j.made(p)
}

// made reloads the page of a letter, as it says, until the letter is there.
func (j *banJourney) made(p *browsertest.Page) {
	j.t.Helper()
	for range 100 {
		if p.Count("main a[href$='/bezorgen']") != 0 {
			return
		}
		time.Sleep(50 * time.Millisecond)
		p.Open(p.URL())
	}
	j.t.Fatalf("the letter was not made: %s", p.Text("main"))
}

// delivered records how the letter on the page left.
func (j *banJourney) delivered(p *browsertest.Page, way, proof string) {
	j.t.Helper()
	p.ClickAndLoad("main a[href$='/bezorgen']")
	p.Click(way)
	fill(p, "#veld-proof", proof)
	if proof[0] == 'G' {
		j.seen(p, "deliver")
	}
	j.sends(p, "Het staat vast.", "Hoe de brief bezorgd is", proof)
}

// banLetter: the letter of the ban is finished, downloaded in every form and
// handed over.
func (j *banJourney) banLetter() {
	p := j.mila
	p.ClickAndLoad(".rd-card a[href$='/schrijven']")
	reads(j.t, p, "Dit mist de brief nog")
	fill(p, "#veld-geen_eerdere_stap", "U dreigde met geweld bij iemand thuis.")
	j.finish(p)
	j.seen(p, "ban-letter", "U mag tijdelijk niet in ons gebouw komen", "Jan Jansen", "25 november 2026", "24 februari 2027", "Ik wilde haar niet bang maken.", "ombudsman")
	if strings.Contains(p.Text("main"), "Rosa") {
		j.t.Error("the letter to him names the colleague")
	}
	j.downloads(p)
	j.delivered(p, "#veld-way-uitgereikt", "Gegeven door de bode; Jan Jansen tekende voor ontvangst.")
	p.ClickAndLoad("nav a[href='" + j.casePath() + "']")
}

// downloads: the letter as a file says what it says on the page, in each form.
func (j *banJourney) downloads(p *browsertest.Page) {
	for _, form := range []string{"pdf", "odt", "docx"} {
		name, data := p.Download("main .rd-files a[href$='/bestand/" + form + "']")
		if !strings.HasPrefix(name, "B-2026-") || !strings.HasSuffix(name, "."+form) {
			j.t.Errorf("the letter is called %q", name)
		}
		text := j.fileText(form, data)
		for _, want := range []string{"Jan Jansen", "Dorpsstraat 1", "24 februari 2027"} {
			if !strings.Contains(text, want) {
				j.t.Errorf("%s does not say %q", name, want)
			}
		}
	}
}

// fileText is what one reads in a letter of a form.
func (j *banJourney) fileText(form string, data []byte) string {
	switch form {
	case "odt":
		return unzipped(j.t, data)["content.xml"]
	case "docx":
		return unzipped(j.t, data)["word/document.xml"]
	}
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		j.t.Fatalf("the PDF begins with %q", data[:min(8, len(data))])
	}
	return pdfText(j.t, data)
}
