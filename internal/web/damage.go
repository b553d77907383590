package web

import (
	"net/http"

	"rugdekking/internal/nl"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// damagePage is the damage of a case with its totals.
func (s *Site) damagePage() subForm {
	return subForm{title: "schade.titel", make: func(*http.Request) subPage {
		return func(shell page.Shell, t *nl.Texts, v vpt.CaseView, _ page.SubForm) *page.CaseSub {
			return page.NewDamagePage(shell, t, v)
		}
	}}
}

// damageForm is one item of damage; a new one has no id in its address.
func (s *Site) damageForm() subForm {
	id := func(r *http.Request) vpt.DamageID { return vpt.DamageID(r.PathValue("post")) }
	return subForm{
		title: "schade.item-titel", after: "/schade", flash: "schade",
		make: func(r *http.Request) subPage {
			return func(shell page.Shell, t *nl.Texts, v vpt.CaseView, in page.SubForm) *page.CaseSub {
				return page.NewDamageForm(shell, t, v, id(r), in)
			}
		},
		act: func(r *http.Request, who vpt.Actor, number string) error {
			return s.app.SaveDamage(r.Context(), who, vpt.SaveDamage{
				Case: number, ID: id(r), Kind: vpt.DamageKind(line(r, "kind")), Amount: line(r, "amount"), Description: private(r, "description"),
				Receipt: vpt.EvidenceID(line(r, "receipt")), Route: vpt.DamageRoute(line(r, "route")),
				Claimed: line(r, "claimed"), ClaimedOn: s.dayOf(r, who, "claimedOn"), Awarded: line(r, "awarded"), AwardedOn: s.dayOf(r, who, "awardedOn"),
				Received: line(r, "received"), ReceivedOn: s.dayOf(r, who, "receivedOn"), GivenUp: ticked(r, "givenUp"),
				GivenUpWhy: private(r, "givenUpWhy"), Version: seenVersion(r), Once: once(r),
			})
		},
	}
}
