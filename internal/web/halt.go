package web

import (
	"net/http"

	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// haltForm is the check whether Halt is worth mentioning.
func (s *Site) haltForm() subForm {
	return subForm{
		title: "halt.titel", after: "/halt", flash: "halt",
		make: func(*http.Request) subPage { return page.NewHaltPage },
		act: func(r *http.Request, who vpt.Actor, number string) error {
			return s.app.CheckHalt(r.Context(), who, vpt.CheckHalt{
				Case: number, Age: line(r, "age"), Injury: answer(r, "hurt"), Weapon: answer(r, "weapon"), PoliceKnows: answer(r, "policeKnows"),
				Wish: answer(r, "wish"), Damage: answer(r, "damage"), ReferredBy: vpt.HaltReferrer(line(r, "referredBy")),
				Article: private(r, "article"), ReferredOn: s.dayOf(r, who, "referredOn"), TalkHeld: answer(r, "talkHeld"),
				Satisfied: answer(r, "satisfied"), Once: once(r),
			})
		},
	}
}
