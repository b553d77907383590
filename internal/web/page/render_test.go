package page

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"rugdekking/internal/web/static"
	"rugdekking/vpt"
)

// builtAssets are the files as built, so that the gallery can be looked at.
func builtAssets(t *testing.T) Assets {
	t.Helper()
	assets, err := static.Open()
	if err != nil {
		t.Fatal(err)
	}
	return assets
}

// render gives the gallery as text; with RUGDEKKING_GALLERY set to a folder it
// also writes it there, to look at.
func render(t *testing.T, name string, g *gallery) string {
	t.Helper()
	var out bytes.Buffer
	if err := galleryRenderer(t, builtAssets(t)).Render(&out, "gallery", g); err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("RUGDEKKING_GALLERY"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name+".html"), out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

func TestEveryPartRenders(t *testing.T) {
	content, err := os.ReadFile("testdata/gallery.gohtml")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("templates/parts/*.gohtml")
	if err != nil {
		t.Fatal(err)
	}
	all := string(content)
	var defined []string
	for _, file := range append(files, "templates/layout.gohtml") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all += string(text)
		for _, match := range regexp.MustCompile(`{{define "([^"]+)"}}`).FindAllStringSubmatch(string(text), -1) {
			defined = append(defined, match[1])
		}
	}
	pages, err := filepath.Glob("templates/*.gohtml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range pages {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all += string(text)
	}
	for _, name := range defined {
		if name != "layout" && !strings.Contains(all, `{{template "`+name+`"`) {
			t.Errorf("the part %q is in no page and not in the gallery", name)
		}
	}
	render(t, "gallery", galleryPage())
}

func TestGalleryIsSoundHTML(t *testing.T) {
	for name, change := range map[string]func(*gallery){
		"nl":   func(*gallery) {},
		"en":   func(g *gallery) { g.Lang = English },
		"dark": func(g *gallery) { g.Colours = ColoursDark },
		"org": func(g *gallery) {
			g.Organisation.ThemeClass, g.Organisation.ThemeURL = "org-noord", builtAssets(t).URL("org-noord.css")
		},
		"public":  func(g *gallery) { g.User, g.Nav, g.SignOut, g.SearchURL, g.Crumbs = vpt.Private{}, nil, "", "", nil },
		"handler": func(g *gallery) { g.Script, g.Errors, g.Problem = ScriptApp, nil, false },
	} {
		t.Run(name, func(t *testing.T) {
			g := galleryPage()
			change(g)
			page := render(t, "gallery-"+name, g)
			doc, err := html.Parse(strings.NewReader(page))
			if err != nil {
				t.Fatal(err)
			}
			checkDocument(t, doc, string(g.Lang))
		})
	}
}

// checkDocument holds the rules that the content security policy and the law
// on accessibility put on every page.
func checkDocument(t *testing.T, doc *html.Node, lang string) {
	t.Helper()
	ids, refs, headings := map[string]bool{}, []string{}, 0
	for node := range doc.Descendants() {
		if node.Type != html.ElementNode {
			continue
		}
		if node.Data == "h1" {
			headings++
		}
		if node.Data == "style" || node.Data == "script" && node.FirstChild != nil {
			t.Errorf("<%s> with content in the page", node.Data)
		}
		for _, attr := range node.Attr {
			switch {
			case attr.Key == "style" || strings.HasPrefix(attr.Key, "on"):
				t.Errorf("<%s %s> in the page", node.Data, attr.Key)
			case attr.Key == "id" && ids[attr.Val]:
				t.Errorf("id %q stands twice", attr.Val)
			case attr.Key == "id":
				ids[attr.Val] = true
			case attr.Key == "for" || attr.Key == "aria-describedby" || attr.Key == "aria-labelledby":
				refs = append(refs, strings.Fields(attr.Val)...)
			case attr.Key == "href" && strings.HasPrefix(attr.Val, "#"):
				refs = append(refs, attr.Val[1:])
			case node.Data == "html" && attr.Key == "lang" && attr.Val != lang:
				t.Errorf("lang %q, want %q", attr.Val, lang)
			case strings.Contains(attr.Val, "ZgotmplZ"):
				t.Errorf("<%s %s> was made harmless by html/template", node.Data, attr.Key)
			}
		}
	}
	for _, ref := range refs {
		if !ids[ref] {
			t.Errorf("%q is referred to and not there", ref)
		}
	}
	if headings != 1 {
		t.Errorf("%d h1, want 1", headings)
	}
}

func TestTheNameOfThePersonIsShownToThatPersonOnly(t *testing.T) {
	g := galleryPage()
	if page := render(t, "gallery", g); !strings.Contains(page, "Yıldız van der Meulen-Şahin") {
		t.Error("the page does not show the name of who is signed in")
	}
	if printed := strings.Join([]string{g.User.String(), g.Shell.User.GoString()}, ""); strings.Contains(printed, "Yıldız") {
		t.Error("printing the shell shows the name")
	}
}

func TestTypedTextIsText(t *testing.T) {
	g := galleryPage()
	g.Story.Value = "</textarea><script>alert(1)</script>"
	g.Site.Value = `" onfocus="alert(1)`
	g.Nav[0].Href = "javascript:alert(1)"
	page := render(t, "escaped", g)
	for _, bad := range []string{"<script>alert", `" onfocus`, "javascript:alert"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
}

func TestAProblemStandsInTitleSummaryAndField(t *testing.T) {
	page := render(t, "gallery", galleryPage())
	for _, want := range []string{
		"<title>Fout: Alle delen</title>",
		"Er kloppen nog 2 dingen niet",
		`<a class="nl-link" href="#veld-omschrijving">Vertel kort wat er gebeurde</a>`,
		`aria-describedby="veld-omschrijving-uitleg veld-omschrijving-fout" aria-invalid="true"`,
		"Concept bewaard om 14:03",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

// broken is a page whose template asks for what the struct has not.
type broken struct{ Shell }

func TestAFailingTemplateWritesNothing(t *testing.T) {
	files := fstest.MapFS{
		"layout.gohtml":    {Data: []byte(`{{define "layout"}}<p>begin{{template "content" .}}{{end}}`)},
		"parts/x.gohtml":   {Data: []byte(`{{define "x"}}{{end}}`)},
		"broken.gohtml":    {Data: []byte(`{{define "content"}}{{.Nothing}}{{end}}`)},
		"noicon.gohtml":    {Data: []byte(`{{define "content"}}{{icon "unicorn"}}{{end}}`)},
		"notext.gohtml":    {Data: []byte(`{{define "content"}}{{t "geen.tekst"}}{{end}}`)},
		"deep/kind.gohtml": {Data: []byte(`{{define "content"}}ok{{end}}`)},
	}
	r, err := parse(files, plainAssets{}, map[Lang]Texts{Dutch: dutchWords()})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"broken", "noicon", "notext"} {
		var out bytes.Buffer
		if err := r.Render(&out, name, &broken{Shell{Lang: Dutch}}); err == nil || out.Len() > 0 {
			t.Errorf("%s: error %v and %d bytes written", name, err, out.Len())
		}
	}
	var out bytes.Buffer
	if err := r.Render(&out, "deep/kind", &broken{Shell{Lang: Dutch}}); err != nil || out.String() != "<p>beginok" {
		t.Errorf("a page in a folder: %q, %v", out.String(), err)
	}
	for _, lang := range []Lang{Dutch, English} {
		if err := r.Render(&out, "nowhere", &broken{Shell{Lang: lang}}); !errors.Is(err, ErrUnknownPage) {
			t.Errorf("an unknown page: %v", err)
		}
	}
}

func TestALanguageThatLacksAWordIsRefused(t *testing.T) {
	lacking := dutchWords()
	delete(lacking, "deel.te-laat")
	_, err := New(plainAssets{}, map[Lang]Texts{Dutch: lacking})
	if err == nil || !strings.Contains(err.Error(), "deel.te-laat") {
		t.Errorf("got %v, want an error that names deel.te-laat", err)
	}
}

func TestEveryWordOfThePartsIsInTheList(t *testing.T) {
	listed := map[string]bool{}
	for _, key := range TextKeys() {
		listed[key] = true
	}
	files, err := filepath.Glob("templates/parts/*.gohtml")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, file := range append(files, "templates/layout.gohtml") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range regexp.MustCompile(`\bt "([^"]+)"`).FindAllStringSubmatch(string(text), -1) {
			used[match[1]] = true
		}
	}
	for key := range used {
		if !listed[key] {
			t.Errorf("%q is used and not in TextKeys", key)
		}
	}
	for key := range listed {
		if !used[key] {
			t.Errorf("%q is in TextKeys and not used", key)
		}
	}
}
