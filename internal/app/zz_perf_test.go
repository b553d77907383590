package app_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

func TestZZPerf(t *testing.T) {
	w := apptest.SQLite(t)
	var b strings.Builder
	b.WriteString("nummer,meldingsdatum,soort,maatregel,politie\n")
	for i := range 60000 {
		fmt.Fprintf(&b, "N%d,%d-%d-20%02d,verbaal;fysiek,pandverbod,%s\n", i, 1+i%28, 1+i%12, 10+i%5, []string{"ja", "nee"}[i%2])
	}
	start := time.Now()
	importText(w, apptest.Command(w.Org.ID), b.String())
	t.Logf("import %v", time.Since(start))
	for _, p := range []vpt.Period{{From: "2010-01-01", To: "2014-12-31"}, {From: "2014-07-01", To: "2014-12-31"}} {
		start = time.Now()
		f := figures(w, apptest.Command(w.Org.ID), p)
		t.Logf("%v: %d reports in %v", p, f.Reports, time.Since(start))
	}
	start = time.Now()
	drillOne := drill
	_ = drillOne
}
