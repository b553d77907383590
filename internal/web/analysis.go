package web

import (
	"net/http"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// analysisForm is what is learnt from a case.
func (s *Site) analysisForm() subForm {
	return subForm{
		title: "analyse.titel", flash: "analyse",
		make: func(*http.Request) subPage { return page.NewAnalysisPage },
		act: func(r *http.Request, who vpt.Actor, number string) error {
			return s.app.AnalyseCase(r.Context(), who, vpt.AnalyseCase{
				Case: number, Trigger: line(r, "trigger"), Nature: line(r, "nature"), Causes: r.PostForm["causes"],
				Colleague: answer(r, "colleague"), DidWhat: private(r, "didWhat"), DidHelp: answer(r, "didHelp"),
				WouldHelp: private(r, "wouldHelp"), Lessons: private(r, "lessons"), Version: seenVersion(r), Once: once(r),
			})
		},
	}
}
