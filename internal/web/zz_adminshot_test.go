package web

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"
	"net/url"
)

func TestZZAdminShot(t *testing.T) {
	dir := os.Getenv("ADMINSHOT")
	d := newAdminDesk(t, "bea")
	d.w.Report("rosa", nil)
	d.w.Exec(`UPDATE mail SET state = 'onzeker' WHERE reason = 'nieuwe-zaak'`)
	d.post("/beheer/koppelingen/nieuw", url.Values{"name": {"intranet"}, "scope": {"meldingen.schrijven"}})
	h := func(w http.ResponseWriter, r *http.Request) {
		r.AddCookie(&http.Cookie{Name: "rugdekking", Value: "bea"})
		if r.URL.Path == "/x/inlezen" {
			s, b := d.upload("/beheer/personen/inlezen", "personeel.csv", peopleFile)
			w.Header().Set("Content-Type", "text/html"); w.WriteHeader(s); w.Write([]byte(b)); return
		}
		if r.URL.Path == "/x/fout" {
			s, b, _ := d.post("/beheer/organisatie", url.Values{"name": {""}, "helpNumbers.0.label": {"Huisarts"}, "instigator.protocol": {"ooit"}})
			w.Header().Set("Content-Type", "text/html"); w.WriteHeader(s); w.Write([]byte(b)); return
		}
		d.mux.ServeHTTP(w, r)
	}
	srv := httptest.NewServer(http.HandlerFunc(h))
	defer srv.Close()
	pages := map[string]string{"home": "/beheer", "org": "/beheer/organisatie", "fout": "/x/fout", "inlezen2": "/x/inlezen", "kal": "/beheer/kalender?jaar=2027", "ond": "/beheer/onderdelen", "pers": "/beheer/personen", "mila": "/beheer/personen/" + string(d.w.People["mila"]), "inlezen": "/beheer/personen/inlezen", "codes": "/beheer/codelijsten", "soorten": "/beheer/codelijsten/soorten", "kop": "/beheer/koppelingen", "kopn": "/beheer/koppelingen/nieuw", "post": "/beheer/post", "term": "/beheer/termijnen"}
	only := os.Getenv("ONLY")
	for name, path := range pages {
		if only != "" && !strings.Contains(","+only+",", ","+name+",") { continue }
		for _, size := range []string{"360,1500", "1280,1400"} {
			out, err := exec.Command("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size="+size, "--screenshot="+dir+"/"+name+"-"+size[:3]+".png", srv.URL+path).CombinedOutput()
			if err != nil { t.Log(string(out)) }
		}
	}
}
