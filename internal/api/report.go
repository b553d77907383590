package api

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"rugdekking/vpt"
)

// reportInput is the body of a new report.
type reportInput struct {
	Kinds       []string     `json:"soorten" minItems:"1" maxItems:"12" minLength:"1" maxLength:"20" doc:"Codes van wat er gebeurde, uit de codelijst van de organisatie; meer dan één mag." example:"[\"V2\"]"`
	OccurredOn  string       `json:"voorgevallenOp" format:"date" doc:"De dag waarop het gebeurde." example:"2026-11-17"`
	Time        string       `json:"tijdstip,omitempty" format:"time-local" pattern:"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$" patternDescription:"een tijd zonder tijdzone" doc:"Hoe laat het was, in de tijd van de organisatie. Wij bewaren het op de minuut." example:"09:30:00"`
	Channel     string       `json:"kanaal,omitempty" minLength:"1" maxLength:"40" doc:"Code van waar of waardoor het gebeurde. Geef kanaal of locatie." example:"balie"`
	Place       string       `json:"locatie,omitempty" minLength:"1" maxLength:"300" doc:"Naam van een locatie van de organisatie, of een andere plek in woorden." example:"Stadhuis"`
	Unit        string       `json:"onderdeel,omitempty" minLength:"1" maxLength:"120" doc:"Naam van het onderdeel van de organisatie. Zonder: dat van de getroffene of de melder." example:"Balie"`
	Account     string       `json:"omschrijving" minLength:"1" maxLength:"20000" doc:"Wat er gebeurde. Geen burgerservicenummers." example:"Hij schold me uit en sloeg op de balie."`
	Affected    []affected   `json:"getroffenen" minItems:"1" maxItems:"20" doc:"Wie het overkwam."`
	Instigators []instigator `json:"veroorzakers,omitempty" maxItems:"10" doc:"Wie het deed, voor zover bekend."`
	Help        string       `json:"hulpNodig" enum:"nu,later,nee" doc:"Of er hulp nodig is." example:"nee"`
	Choice      string       `json:"keuze,omitempty" enum:"gewoon,twijfel,alleen-registreren" default:"gewoon" doc:"Wat de melder met de melding wil."`
	Reporter    string       `json:"namens,omitempty" minLength:"1" maxLength:"254" doc:"E-mailadres of personeelsnummer van de melder, precies zoals het in Rugdekking staat." example:"m.jansen@toetsdam.example"`
	FiledAt     string       `json:"geregistreerdOp,omitempty" format:"date-time" pattern:"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|\\+[0-9]{2}:[0-9]{2}|-(0[1-9]|1[0-9]|2[0-3]):[0-9]{2}|-00:(0[1-9]|[1-5][0-9]))$" patternDescription:"een moment volgens RFC 3339" doc:"Wanneer de melder het in het eigen systeem meldde; op die dag telt de melding. Zonder: nu. Ten hoogste een jaar geleden." example:"2026-11-17T10:05:00+01:00"`
}

// affected is somebody whom it happened to.
type affected struct {
	Name string `json:"naam,omitempty" minLength:"1" maxLength:"300" doc:"Naam, of het e-mailadres van een collega. In een antwoord alleen een naam die als naam is gestuurd." example:"Sam de Boer"`
	Role string `json:"rol" enum:"melder,getroffene" doc:"melder: degene die bij namens staat, dan zonder naam. Anders getroffene." example:"getroffene"`
}

// instigator is what was told of who did it.
type instigator struct {
	Description string `json:"omschrijving" minLength:"1" maxLength:"2000" doc:"Beschrijving, geen naam." example:"Een man van rond de dertig die al vaker kwam."`
}

// ReportLine is a report in a list. Its name is exported because huma leaves
// out what is embedded otherwise.
type ReportLine struct {
	Number     string   `json:"nummer" maxLength:"20" doc:"Nummer van de melding." example:"M-2026-00012"`
	Legacy     string   `json:"oudNummer,omitempty" maxLength:"40" doc:"Nummer in het register waaruit de melding is overgenomen."`
	State      string   `json:"status" enum:"open,gesloten,samengevoegd,overgenomen" doc:"Status van de zaak." example:"open"`
	Case       string   `json:"zaak,omitempty" maxLength:"20" doc:"Nummer van de zaak; alleen met de scope zaken.lezen." example:"Z-2026-00012"`
	Kinds      []string `json:"soorten" maxItems:"12" maxLength:"20" doc:"Codes van wat er gebeurde, zoals gemeld." example:"[\"V2\"]"`
	OccurredOn string   `json:"voorgevallenOp,omitempty" format:"date" doc:"De dag waarop het gebeurde." example:"2026-11-17"`
	Time       string   `json:"tijdstip,omitempty" format:"time-local" maxLength:"8" doc:"Hoe laat het was, in de tijd van de organisatie." example:"09:30:00"`
	Channel    string   `json:"kanaal,omitempty" maxLength:"40" doc:"Code van waar of waardoor het gebeurde." example:"balie"`
	Unit       string   `json:"onderdeel,omitempty" maxLength:"120" doc:"Onderdeel waar de melding bij hoort." example:"Balie"`
	Help       string   `json:"hulpNodig,omitempty" enum:"nu,later,nee" doc:"Of er hulp nodig was." example:"nee"`
	ReportedOn string   `json:"meldingsdatum" format:"date" doc:"De dag waarop de melding telt." example:"2026-11-17"`
	ReportedAt string   `json:"geregistreerdOp,omitempty" format:"date-time" doc:"Wanneer het is gemeld, in UTC; ontbreekt bij een overgenomen melding." example:"2026-11-17T09:05:00Z"`
}

// report is one report.
type report struct {
	ReportLine
	Place       string       `json:"locatie,omitempty" maxLength:"300" doc:"Locatie of andere plek." example:"Stadhuis"`
	Account     string       `json:"omschrijving,omitempty" maxLength:"20000" doc:"Wat er gebeurde." example:"Hij schold me uit en sloeg op de balie."`
	Affected    []affected   `json:"getroffenen" maxItems:"100" doc:"Wie het overkwam. Wie een account heeft, staat er zonder naam."`
	Instigators []instigator `json:"veroorzakers,omitempty" maxItems:"10" doc:"Wie het deed, voor zover gemeld."`
	Choice      string       `json:"keuze,omitempty" enum:"gewoon,twijfel,alleen-registreren" doc:"Wat de melder met de melding wil." example:"gewoon"`
}

type reportPage struct {
	Reports []ReportLine `json:"meldingen" maxItems:"100" doc:"De meldingen van deze bladzijde."`
	Next    string       `json:"volgende,omitempty" format:"uri" maxLength:"1000" doc:"Adres van de volgende bladzijde; ontbreekt op de laatste."`
}

// roleReporter says of an affected person that she is the reporter.
const roleReporter = "melder"

// gap stands between the descriptions of several instigators in the one text
// that a report has for them.
const gap = "\n\n"

// input turns the body into the input of the use case.
func (in reportInput) input() vpt.ReportIncident {
	out := vpt.ReportIncident{
		OnBehalf: vpt.ForColleague, Choice: vpt.ReportChoice(in.Choice), Kinds: in.Kinds, OccurredOn: vpt.Date(in.OccurredOn),
		Channel: in.Channel, UnitName: in.Unit, SiteName: in.Place, Account: vpt.NewPrivate(in.Account), Help: vpt.HelpWish(in.Help),
		Origin: vpt.OriginAPI, Reporter: vpt.NewPrivate(in.Reporter),
	}
	if out.Choice == "" {
		out.Choice = vpt.ChoiceNormal
	}
	if len(in.Time) >= 5 {
		out.OccurredTime = in.Time[:5]
	}
	if at, err := time.Parse(time.RFC3339, in.FiledAt); err == nil {
		out.FiledAt = at
	}
	for _, one := range in.Affected {
		switch {
		case one.Role == roleReporter:
			out.OnBehalf = vpt.ForMyself
			out.Affected = append(out.Affected, vpt.AffectedInput{Self: true})
		case strings.Contains(one.Name, "@"):
			out.Affected = append(out.Affected, vpt.AffectedInput{Lookup: vpt.NewPrivate(one.Name)})
		default:
			out.Affected = append(out.Affected, vpt.AffectedInput{Name: vpt.NewPrivate(one.Name)})
		}
	}
	var descriptions []string
	for _, one := range in.Instigators {
		descriptions = append(descriptions, unbroken(one.Description))
	}
	out.Instigator = vpt.NewPrivate(strings.Join(descriptions, gap))
	return out
}

// unbroken closes empty lines in a text, so that gap can stand between texts.
func unbroken(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	for strings.Contains(text, gap) {
		text = strings.ReplaceAll(text, gap, "\n")
	}
	return text
}

// reportFields gives the names in the body of the fields of the input.
func reportFields() map[string]string {
	return map[string]string{
		"kinds": "soorten", "occurredOn": "voorgevallenOp", "occurredTime": "tijdstip", "channel": "kanaal", "place": "locatie", "site": "locatie",
		"unit": "onderdeel", "account": "omschrijving", "affected": "getroffenen", "instigator": "veroorzakers", "help": "hulpNodig",
		"choice": "keuze", "reporter": "namens", "filedAt": "geregistreerdOp",
	}
}

func (a *API) createReport(c *call) (answer, error) {
	var body reportInput
	if err := json.Unmarshal(c.body, &body); err != nil {
		return answer{}, fmt.Errorf("api: body that fits the description: %w", err)
	}
	in := body.input()
	in.Once = vpt.Once{Key: c.params[headerIdempotencyKey], Sum: sha256.Sum256(c.body)}
	number, err := a.app.ReportIncident(c.ctx, c.who, in)
	if err != nil {
		return answer{}, inBodyOf(err, reportFields())
	}
	// Read back, also the first time: the same key gives the same answer then.
	made, err := a.app.SentReport(c.ctx, c.who, number)
	if err != nil {
		return answer{}, err
	}
	return answer{status: http.StatusCreated, location: a.base.JoinPath("meldingen", number).String(), body: newReport(made)}, nil
}

func (a *API) readReport(c *call) (answer, error) {
	ask := a.app.ServiceReport
	if !c.who.Allows(vpt.ScopeReportsRead) && c.who.Allows(vpt.ScopeReportsWrite) {
		ask = a.app.SentReport
	}
	r, err := ask(c.ctx, c.who, c.path("nummer"))
	if err != nil {
		return answer{}, err
	}
	return answer{status: http.StatusOK, body: newReport(r)}, nil
}

func (a *API) listReports(c *call) (answer, error) {
	f := filterOf(c)
	page, err := a.app.ServiceReports(c.ctx, c.who, f)
	if err != nil {
		return answer{}, err
	}
	out := reportPage{Reports: make([]ReportLine, 0, len(page.Lines)), Next: a.next("meldingen", f, page.Next)}
	for _, l := range page.Lines {
		out.Reports = append(out.Reports, newReportLine(l))
	}
	return answer{status: http.StatusOK, body: out}, nil
}

func newReportLine(l vpt.ServiceReportLine) ReportLine {
	return ReportLine{
		Number: l.Number, Legacy: l.Legacy, State: string(l.State), Case: l.Case, Kinds: codes(l.Kinds), OccurredOn: string(l.OccurredOn),
		Time: localTime(l.OccurredTime), Channel: l.Channel.Code, Unit: l.Unit, Help: string(l.Help),
		ReportedOn: string(l.ReportedOn), ReportedAt: instant(l.ReportedAt),
	}
}

func newReport(r vpt.ServiceReport) report {
	out := report{ReportLine: newReportLine(r.ServiceReportLine), Place: r.Site, Account: r.Account.Reveal(), Affected: []affected{}, Choice: string(r.Choice)}
	if out.Place == "" {
		out.Place = r.Place.Reveal()
	}
	for _, one := range r.Affected {
		role := string(vpt.RoleAffected)
		if one.Reporter {
			role = roleReporter
		}
		out.Affected = append(out.Affected, affected{Name: one.Name.Reveal(), Role: role})
	}
	if !r.Instigator.IsZero() {
		for text := range strings.SplitSeq(unlimited(r.Instigator.Reveal()), gap) {
			out.Instigators = append(out.Instigators, instigator{text})
		}
	}
	return out
}

// unlimited is for descriptions that did not come by here: a form has one
// text, with as many empty lines as somebody likes.
func unlimited(text string) string {
	if strings.Count(text, gap) >= 10 {
		return unbroken(text)
	}
	return text
}
