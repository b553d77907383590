package vpt

// HandOver is the input for giving everything that is open of one person to
// another, when somebody leaves.
type HandOver struct {
	From PersonID
	To   PersonID
	Once Once
}

// Validate checks the input.
func (in HandOver) Validate() error {
	var p Problems
	p.Require("handFrom", in.From == "")
	p.Require("handTo", in.To == "")
	if in.From != "" && in.From == in.To {
		p.Add("handTo", "niet-dezelfde")
	}
	return p.Err()
}

// HandOverView is what somebody has to hand over. Who only administers sees
// counts; the numbers are for who handles cases.
type HandOverView struct {
	From    PersonName // zero when nobody was chosen
	Holders []PersonName
	Choices []PersonName // who may take it
	Cases   int
	Duties  int
	Talks   int
	Numbers []string
}

// Total counts what there is.
func (v HandOverView) Total() int { return v.Cases + v.Duties + v.Talks }

// HandedOver is what became of it. Refused counts what the other may not take:
// a case in which she is affected or witness, a talk with herself.
type HandedOver struct{ Cases, Duties, Talks, Refused int }
