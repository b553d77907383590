package web_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/internal/browsertest"
	"rugdekking/vpt"
)

func TestZZBShots(t *testing.T) {
	d := newDesk(t).imported()
	where := d.send("bea", "register oud.csv", uwvRegister(t)+"FOUT-1,x,1-7-2014,,gemopper & gemor,,\nF2,x,31-2-2014,,fysiek,,\n").Header().Get("Location")
	where2 := d.send("bea", "register half.csv", "kolom a;kolom b\n1;2\n")
	_ = where2
	done := d.send("bea", "nog een.csv", "nummer;meldingsdatum;soort\nA1;1-7-2014;fysiek\n").Header().Get("Location")
	_ = done
	d.Must(d.App.RunRegister(context.Background(), apptest.System(d.Org.ID), vpt.ImportID(strings.TrimPrefix(where, "/beheer/inlezen/"))))
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := "cora"
		if strings.HasPrefix(r.URL.Path, "/beheer") {
			name = "bea"
		}
		r.AddCookie(&http.Cookie{Name: "__Host-rugdekking", Value: name})
		d.mux.ServeHTTP(w, r)
	}))
	defer srv.Close()
	for name, path := range map[string]string{"figures": "/cijfers?periode=2014-H2", "empty": "/cijfers", "drill": "/cijfers/soort.fysiek?periode=2014-H2", "upload": "/beheer/inlezen", "view": where} {
		for _, width := range []int{360, 1280} {
			for _, dark := range []bool{false, true} {
				p := browsertest.New(t, browsertest.Options{Width: width, Height: 900, Dark: dark})
				p.Open(srv.URL + path)
				suffix := map[bool]string{false: "light", true: "dark"}[dark]
				p.Screenshot("/tmp/bshots/" + name + "-" + map[int]string{360: "s", 1280: "w"}[width] + "-" + suffix + ".png")
				if !dark {
					for _, f := range p.Axe(browsertest.AxeOptions{}) {
						t.Errorf("%s %d: %v", name, width, f)
					}
				}
				if width == 360 {
					for _, f := range p.NoHorizontalScroll(320) {
						t.Errorf("%s: %v", name, f)
					}
				}
			}
		}
	}
}
