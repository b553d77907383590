package app_test

import (
	"strconv"
	"sync"
	"testing"

	"rugdekking/internal/apptest"
	"rugdekking/vpt"
)

// TestEvidence_ManyAtOnceGetNoMoreRoom: whoever counts the files of a case and
// then adds one must not be overtaken by another who counted the same.
func TestEvidence_ManyAtOnceGetNoMoreRoom(t *testing.T) {
	apptest.Each(t, func(t *testing.T, w *apptest.World) {
		number, _ := w.Report("rosa", nil)
		add := func(i int) error {
			_, err := addFile(w, "rosa", vpt.AddEvidence{Report: number}, "foto"+strconv.Itoa(i)+".png", picture(i))
			return err
		}
		for i := range vpt.MaxEvidenceFiles - 1 {
			w.Must(add(i + 1))
		}
		errs := make([]error, 8)
		var wait sync.WaitGroup
		for i := range errs {
			wait.Go(func() { errs[i] = add(100 + i) })
		}
		wait.Wait()
		added := 0
		for _, err := range errs {
			if err == nil {
				added++
			} else {
				wantCode(t, "a file too many", err, "te-veel-bestanden")
			}
		}
		if n := w.Value(`SELECT COUNT(id) || '' FROM evidence`); added != 1 || n != strconv.Itoa(vpt.MaxEvidenceFiles) {
			t.Errorf("%d were added, %s are there, want 1 and %d", added, n, vpt.MaxEvidenceFiles)
		}
	})
}
