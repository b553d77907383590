package api

import (
	"net/http"

	"rugdekking/vpt"
)

// casefile is where a case stands: no stories, no names, no reasons.
type casefile struct {
	Number     string   `json:"nummer" maxLength:"20" doc:"Nummer van de zaak." example:"Z-2026-00012"`
	State      string   `json:"status" enum:"open,gesloten,samengevoegd,overgenomen" doc:"Status van de zaak." example:"open"`
	Unit       string   `json:"onderdeel,omitempty" maxLength:"120" doc:"Onderdeel waar de zaak bij hoort." example:"Balie"`
	Kinds      []string `json:"soorten" maxItems:"100" maxLength:"20" doc:"Codes zoals beoordeeld; zolang dat niet is gebeurd, zoals gemeld." example:"[\"V2\"]"`
	Verdict    string   `json:"oordeel" enum:"nog-niet-beoordeeld,agressie,geen-agressie,dubbel,ingetrokken" doc:"Wat de beoordeling vond." example:"agressie"`
	Class      int      `json:"ernst,omitempty" minimum:"1" maximum:"4" doc:"Ernst van 1 tot 4; ontbreekt zolang die niet is bepaald." example:"2"`
	OccurredOn string   `json:"voorgevallenOp,omitempty" format:"date" doc:"De dag waarop het gebeurde." example:"2026-11-17"`
	ReceivedOn string   `json:"meldingsdatum" format:"date" doc:"Meldingsdatum van de eerste melding." example:"2026-11-17"`
	ReceivedAt string   `json:"ontvangenOp,omitempty" format:"date-time" doc:"Wanneer de zaak begon, in UTC; ontbreekt bij een overgenomen zaak." example:"2026-11-17T09:05:00Z"`
	ClosedAt   string   `json:"geslotenOp,omitempty" format:"date-time" doc:"Wanneer de zaak is gesloten, in UTC." example:"2026-11-30T15:00:00Z"`
	Tracks     []track  `json:"sporen" maxItems:"5" doc:"De vijf sporen en hoe ver ze zijn."`
	Terms      []term   `json:"termijnen" maxItems:"4" doc:"De termijnen die lopen of liepen."`
}

type track struct {
	Track string `json:"spoor" enum:"opvang,veroorzaker,politie,schade,leren" doc:"Het spoor." example:"opvang"`
	State string `json:"status" enum:"open,bezig,klaar,niet-van-toepassing,niet-vastgelegd" doc:"Hoe ver het is." example:"bezig"`
}

type term struct {
	Term string `json:"termijn" enum:"reactie,politie,opvang,terugkoppeling" doc:"De termijn." example:"reactie"`
	Due  string `json:"uiterlijk" format:"date-time" doc:"Wanneer het uiterlijk moet, in UTC." example:"2026-11-18T09:05:00Z"`
	Met  string `json:"gehaaldOp,omitempty" format:"date-time" doc:"Wanneer het is gedaan, in UTC; ontbreekt zolang de termijn loopt." example:"2026-11-17T15:00:00Z"`
}

type casePage struct {
	Cases []casefile `json:"zaken" maxItems:"100" doc:"De zaken van deze bladzijde."`
	Next  string     `json:"volgende,omitempty" format:"uri" maxLength:"1000" doc:"Adres van de volgende bladzijde; ontbreekt op de laatste."`
}

func (a *API) listCases(c *call) (answer, error) {
	f := filterOf(c)
	page, err := a.app.ServiceCases(c.ctx, c.who, f)
	if err != nil {
		return answer{}, err
	}
	out := casePage{Cases: make([]casefile, 0, len(page.Cases)), Next: a.next("zaken", f, page.Next)}
	for _, one := range page.Cases {
		out.Cases = append(out.Cases, newCasefile(one))
	}
	return answer{status: http.StatusOK, body: out}, nil
}

func (a *API) readCase(c *call) (answer, error) {
	found, err := a.app.ServiceCase(c.ctx, c.who, c.path("nummer"))
	if err != nil {
		return answer{}, err
	}
	return answer{status: http.StatusOK, body: newCasefile(found)}, nil
}

func newCasefile(c vpt.ServiceCase) casefile {
	out := casefile{
		Number: c.Number, State: string(c.State), Unit: c.Unit, Kinds: codes(c.Kinds), Verdict: string(c.Verdict), Class: c.Class,
		OccurredOn: string(c.OccurredOn), ReceivedOn: string(c.ReceivedOn), ReceivedAt: instant(c.ReceivedAt), ClosedAt: instant(c.ClosedAt),
		Tracks: []track{}, Terms: []term{},
	}
	for _, t := range c.Tracks {
		out.Tracks = append(out.Tracks, track{string(t.Kind), string(t.State)})
	}
	for _, k := range c.Clocks {
		if !k.Due.IsZero() {
			out.Terms = append(out.Terms, term{string(k.Kind), instant(k.Due), instant(k.Met)})
		}
	}
	return out
}
