package web

import (
	"net/http"

	"rugdekking/internal/nl"
	"rugdekking/internal/web/page"
	"rugdekking/vpt"
)

// policeDetails reads what is recorded of a notice or complaint besides day and
// number.
func (s *Site) policeDetails(r *http.Request, who vpt.Actor) vpt.PoliceDetails {
	return vpt.PoliceDetails{
		VPTAsked: answer(r, "vptAsked"), VPTConfirmed: answer(r, "vptConfirmed"), Domicile: answer(r, "domicile"),
		Identity: vpt.IdentityMode(line(r, "identity")), FiledBy: vpt.FiledBy(line(r, "filedBy")), Attorney: answer(r, "attorney"),
		AttorneyOn: s.dayOf(r, who, "attorneyOn"), NotFiled: vpt.NotFiled(line(r, "notFiled")),
	}
}

// policeForm is what came of one notice or complaint.
func (s *Site) policeForm() subForm {
	id := func(r *http.Request) vpt.PoliceRecordID { return vpt.PoliceRecordID(r.PathValue("stap")) }
	return subForm{
		title: "politie.titel", flash: "politie-voortgang",
		make: func(r *http.Request) subPage {
			return func(shell page.Shell, t *nl.Texts, v vpt.CaseView, in page.SubForm) *page.CaseSub {
				return page.NewPolicePage(shell, t, v, id(r), in)
			}
		},
		act: func(r *http.Request, who vpt.Actor, number string) error {
			return s.app.UpdatePolice(r.Context(), who, vpt.UpdatePolice{
				Case: number, Record: id(r), Details: s.policeDetails(r, who), Seen: line(r, page.FieldSeen), Once: once(r),
				Step: vpt.PoliceStep{
					Kind: vpt.PoliceStepKind(line(r, "step")), On: s.dayOf(r, who, "stepOn"), HearingOn: s.dayTo(r, who, "hearingOn"),
					ToldOn: s.dayOf(r, who, "toldOn"), Reference: private(r, "omReference"), Demanded: private(r, "demanded"),
					Sentence: private(r, "sentence"), Note: private(r, "stepNote"),
				},
			})
		},
	}
}
