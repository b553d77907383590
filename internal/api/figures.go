package api

import (
	"encoding/json"
	"fmt"
	"net/http"

	"rugdekking/internal/nl"
	"rugdekking/vpt"
)

// figures are those of one organisation over a period, as the
// command prints them.
type figures struct {
	Organisation string          `json:"organisatie" maxLength:"40" doc:"Code van de organisatie." example:"toetsdam"`
	Period       period          `json:"periode" doc:"De periode; beide dagen tellen mee."`
	Reports      int             `json:"meldingen" minimum:"0" doc:"Meldingen met een meldingsdatum in de periode." example:"396"`
	Kinds        []kindFigure    `json:"soorten" maxItems:"20" doc:"Per soort het aantal meldingen. Een melding met meer soorten telt bij elk ervan."`
	Measures     []measureFigure `json:"maatregelen" maxItems:"100" doc:"Per maatregel het aantal."`
	NoReaction   int             `json:"geenReactie" minimum:"0" doc:"Meldingen waarop geen maatregel volgde." example:"135"`
	Police       policeFigures   `json:"politie" doc:"Zaken waarover de politie is ingelicht."`
	Remarks      []string        `json:"opmerkingen" maxItems:"20" maxLength:"500" doc:"Wat je bij deze cijfers moet weten."`
}

type period struct {
	From string `json:"van" format:"date" doc:"Eerste dag." example:"2026-07-01"`
	To   string `json:"tot" format:"date" doc:"Laatste dag." example:"2026-12-31"`
}

type kindFigure struct {
	Code       string   `json:"code" maxLength:"20" doc:"Code van de soort." example:"verbaal"`
	Label      string   `json:"label" maxLength:"200" doc:"Naam van de soort." example:"Verbaal"`
	Count      int      `json:"aantal" minimum:"0" doc:"Aantal meldingen." example:"178"`
	Base       int      `json:"basis" minimum:"0" doc:"Aantal meldingen waar het percentage van is." example:"396"`
	Percentage *float64 `json:"percentage" minimum:"0" maximum:"100" doc:"Met één decimaal; null bij een basis onder de vijf." example:"44.9"`
}

type measureFigure struct {
	Code  string `json:"code" maxLength:"20" doc:"Code van de maatregel." example:"M3"`
	Label string `json:"label" maxLength:"200" doc:"Naam van de maatregel." example:"Waarschuwing"`
	Count int    `json:"aantal" minimum:"0" doc:"Aantal keren besloten." example:"43"`
}

type policeFigures struct {
	Notices         int `json:"meldingen" minimum:"0" doc:"Zaken met een melding bij de politie." example:"20"`
	Complaints      int `json:"aangiften" minimum:"0" doc:"Zaken met een aangifte." example:"8"`
	Undistinguished int `json:"nietOnderscheiden" minimum:"0" doc:"Zaken uit een oud register waarin dat niet te zien is." example:"0"`
	Total           int `json:"totaal" minimum:"0" doc:"Zaken, elk één keer geteld." example:"28"`
}

func (a *API) readFigures(c *call) (answer, error) {
	found, err := a.app.Figures(c.ctx, c.who, vpt.Period{From: vpt.Date(c.params["datumVanaf"]), To: vpt.Date(c.params["datumTot"])})
	if err != nil {
		return answer{}, err
	}
	if found.Organisation.Code != c.params["organisatie"] {
		return answer{}, vpt.ErrNotFound
	}
	return answer{status: http.StatusOK, body: newFigures(a.texts, found)}, nil
}

// FiguresJSON writes figures as the API does, for the command.
func FiguresJSON(f vpt.Figures) ([]byte, error) {
	text, err := json.MarshalIndent(newFigures(nl.New("nl"), f), "", "  ")
	if err != nil {
		return nil, fmt.Errorf("api: figures: %w", err)
	}
	return append(text, '\n'), nil
}

func newFigures(texts *nl.Texts, f vpt.Figures) figures {
	out := figures{
		Organisation: f.Organisation.Code, Period: period{string(f.Period.From), string(f.Period.To)}, Reports: f.Reports,
		Kinds: []kindFigure{}, Measures: []measureFigure{}, NoReaction: f.NoReaction, Remarks: []string{},
		Police: policeFigures{f.Police.Notices, f.Police.Complaints, f.Police.Undistinguished, f.Police.Total},
	}
	for _, l := range f.Kinds {
		line := kindFigure{Code: l.Code, Label: texts.LineLabel(l), Count: l.Count, Base: l.Base}
		if l.Permille != vpt.NoPercentage {
			line.Percentage = bound(float64(l.Permille) / 10)
		}
		out.Kinds = append(out.Kinds, line)
	}
	for _, l := range f.Measures {
		out.Measures = append(out.Measures, measureFigure{l.Code, texts.LineLabel(l), l.Count})
	}
	for _, code := range f.Remarks {
		out.Remarks = append(out.Remarks, texts.Remark(code))
	}
	return out
}
