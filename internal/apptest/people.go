package apptest

import (
	"bytes"
	"context"
	"sync"

	"rugdekking/vpt"
)

// The people of a world. Toetsdam has the units Balie (with Loket below it,
// without a manager of its own) and Werk:
//
//	rosa    reporter at the Balie        anna   her colleague there
//	leo     reporter at the Loket        wim    reporter at Werk
//	mila    manager of the Balie         wout   manager of Werk
//	dirk    works at Werk; names him deputy: Deputise
//	cora    coordinator                  bea    administrator
//	ada     analyst                      dora   director
//	sven    security at the Stadhuis     pia    peer supporter
//	petra   prevention officer
//
// Overkant has otto (reporter) and olga (coordinator).
func (w *World) fill() {
	ctx := context.Background()
	var err error
	settings := vpt.DefaultSettings()
	settings.Emergency = "2112"
	settings.HelpNumbers = []vpt.HelpNumber{{Label: "Bedrijfsopvang", Phone: "088 000 1234", Hours: "dag en nacht"}}
	settings.Instigator = vpt.InstigatorGates{Assessed: "2026-01-10", Consented: "2026-02-10", Protocol: "2026-03-10"}
	codes := Shipped(w.T)
	w.Org, err = w.App.AddOrganisation(ctx, Command(""), vpt.AddOrganisation{Code: "toetsdam", Name: "Gemeente Toetsdam", Kind: vpt.Employer, Settings: settings}, codes)
	w.Must(err)
	w.Other, err = w.App.AddOrganisation(ctx, Command(""), vpt.AddOrganisation{Code: "overkant", Name: "Dienst Overkant", Kind: vpt.Employer, Settings: vpt.DefaultSettings()}, codes)
	w.Must(err)
	w.unit("Balie", "")
	w.unit("Loket", "Balie")
	w.unit("Werk", "")
	w.site("Stadhuis", "Balie")
	_, err = w.App.SaveHouseRules(ctx, Command(w.Org.ID), vpt.SaveHouseRules{
		Text: "Wij behandelen elkaar met respect. Schelden, dreigen en geweld horen hier niet.", FromOn: "2026-01-01", ShownOn: "2026-01-05",
		Where: "bij elke balie en op de website", Proof: vpt.NewPrivate("De receptie hing ze op."),
	})
	w.Must(err)
	_, err = w.App.AdoptProtocol(ctx, Command(w.Org.ID), "voorbeeld-standaard")
	w.Must(err)
	w.Person("rosa", "Rosa de Wit", "Balie")
	w.Person("anna", "Anna Yılmaz", "Balie")
	w.Person("leo", "Leo Hoekstra", "Loket")
	w.Person("wim", "Wim Pinas", "Werk")
	w.Person("dirk", "Dirk Bakker", "Werk")
	w.Person("mila", "Mila van Dijk", "Balie", vpt.Assignment{Role: vpt.RoleManager, Scope: vpt.ScopeUnit, Unit: w.Units["Balie"]})
	w.Person("wout", "Wout El Amrani", "Werk", vpt.Assignment{Role: vpt.RoleManager, Scope: vpt.ScopeUnit, Unit: w.Units["Werk"]})
	w.Person("cora", "Cora Jansen", "", vpt.Assignment{Role: vpt.RoleCoordinator, Scope: vpt.ScopeOrganisation})
	w.Person("bea", "Bea Visser", "", vpt.Assignment{Role: vpt.RoleAdministrator, Scope: vpt.ScopeOrganisation})
	w.Person("ada", "Ada Meijer", "", vpt.Assignment{Role: vpt.RoleAnalyst, Scope: vpt.ScopeOrganisation})
	w.Person("dora", "Dora Achterberg", "", vpt.Assignment{Role: vpt.RoleDirector, Scope: vpt.ScopeOrganisation})
	w.Person("sven", "Sven Postma", "", vpt.Assignment{Role: vpt.RoleSecurity, Scope: vpt.ScopeSite, Site: w.Sites["Stadhuis"]})
	w.Person("pia", "Pia Ramdin", "Werk", vpt.Assignment{Role: vpt.RolePeer, Scope: vpt.ScopeOrganisation})
	w.Person("petra", "Petra Kok", "", vpt.Assignment{Role: vpt.RolePrevention, Scope: vpt.ScopeOrganisation})
	w.Person("otto", "Otto Kuiper", "")
	w.Person("olga", "Olga Smit", "", vpt.Assignment{Role: vpt.RoleCoordinator, Scope: vpt.ScopeOrganisation})
}

func (w *World) unit(name, parent string) {
	w.T.Helper()
	id, err := w.App.SaveUnit(context.Background(), Command(w.Org.ID), vpt.SaveUnit{Name: name, Parent: w.Units[parent]})
	w.Must(err)
	w.Units[name] = id
}

func (w *World) site(name, unit string) {
	w.T.Helper()
	id, err := w.App.SaveSite(context.Background(), Command(w.Org.ID), vpt.SaveSite{Name: name, Unit: w.Units[unit]})
	w.Must(err)
	w.Sites[name] = id
}

// Person adds somebody, with roles.
func (w *World) Person(short, name, unit string, roles ...vpt.Assignment) {
	w.T.Helper()
	org := w.Org.ID
	if w.ofOther(short) {
		org = w.Other.ID
	}
	id, err := w.App.SavePerson(context.Background(), Command(org), vpt.SavePerson{
		Name: vpt.NewPrivate(name), Email: vpt.NewPrivate(short + "@toetsdam.example"), Function: vpt.NewPrivate("medewerker " + unit),
		StaffNo: vpt.NewPrivate("P-" + short), Unit: w.Units[unit], Roles: roles,
	})
	w.Must(err)
	w.People[short] = id
}

// Deputise lets dirk act for mila today and a week on.
func (w *World) Deputise() {
	w.T.Helper()
	today := vpt.DateOf(w.Clock.Now(), w.Org.Settings.Location())
	w.Must(w.App.NameDeputy(context.Background(), w.Actor("mila"), vpt.NameDeputy{Deputy: w.People["dirk"], From: today, Until: today.AddDays(7)}))
}

// AReport is a valid report by whoever sends it, for herself.
func AReport() vpt.ReportIncident {
	return vpt.ReportIncident{
		OnBehalf: vpt.ForMyself, Choice: vpt.ChoiceNormal, Kinds: []string{"V2"}, OccurredOn: "2026-11-17", OccurredTime: "09:30",
		Channel: "balie", Account: vpt.NewPrivate("Hij schold me uit en sloeg op de balie."), Affected: []vpt.AffectedInput{{Self: true}},
		Help: vpt.HelpNo, Origin: vpt.OriginForm,
	}
}

// Report sends AReport, changed by change when given, and returns its number
// and the number of its case.
func (w *World) Report(name string, change func(*vpt.ReportIncident)) (report, casefile string) {
	w.T.Helper()
	in := AReport()
	if change != nil {
		change(&in)
	}
	number, err := w.App.ReportIncident(context.Background(), w.Actor(name), in)
	w.Must(err)
	return number, w.CaseOf(number)
}

// LogBook keeps what was logged.
type LogBook struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

// Write keeps a line.
func (l *LogBook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

// String gives all that was logged.
func (l *LogBook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}
