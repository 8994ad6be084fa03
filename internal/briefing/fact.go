package briefing

import "strconv"

// Fact statuses («статус»).
const (
	Confirmed   = "confirmed"   // подтверждено
	Caveat      = "caveat"      // с оговоркой
	Conflicting = "conflicting" // расходится
	Unverified  = "unverified"  // не проверено
	Rejected    = "rejected"    // отклонено
)

// Fact natures («вид»).
const (
	NatureFact       = "fact"
	NaturePlan       = "plan"
	NatureEstimate   = "estimate" // оценка, ожидание, прогноз
	NatureOpinion    = "opinion"
	NatureConclusion = "conclusion"
	NatureStatement  = "statement" // what somebody said: no value is needed
)

// Places of a fact in the outputs.
const (
	PlacePack     = "pack"     // in the pack
	PlaceCompiler = "compiler" // on the compiler's sheet only
	PlaceAddendum = "addendum" // came after the moment: for the addendum
	PlaceNone     = "none"     // outside
)

// Fact is one thing known, with what each source says of it. The value that
// is printed is the chosen claim's; an empty Chosen with several claims is an
// open conflict, printed as such.
type Fact struct {
	ID           ID
	Statement    Text
	Nature       string
	Status       string
	Use          Use
	Place        string
	Measure      string // what is counted: see Measures; empty for a statement
	Series       ID     // facts of one series make a table and a chart
	PartOf       ID     // the fact that states the total of which this is a part
	OfWhich      bool   // «в том числе»: the parts named don't make up the whole
	Product      Text
	Codes        string // commodity codes, space-separated prefixes
	Flow         string // "export", "import"
	Reporter     string // ISO alpha-2, whose statistics
	Region       string // region code of the reporter
	Partner      string // ISO alpha-2, "W00" for all countries
	Basis        string // "FOB", "CIF"
	Facility     ID
	Chosen       ID // ID of the claim that is printed
	Reason       Text
	AsOf         Stamp
	CheckedBy    string
	CheckedOn    Stamp
	ReviewBy     Stamp
	Original     string
	OriginalLang string
	Formula      string // of a derived fact, over the IDs of its parents
	Parents      []ID
	Comparator   Text // why there is no change, or what it is measured against
	Sample       bool // invented data
	Headline     int  // order among the headline figures, 0 for none
	Open         Text // what is still to be clarified, in neutral words
	Note         Text // internal
	Claims       []Claim
}

// Claim is what one source says of one fact.
type Claim struct {
	ID         ID
	Source     ID
	Figure     Figure
	Period     Period
	Wording    string // as the source has it
	Role       string // "" a claim, "verification": kept, never cited
	Change     MaybeNumber
	ChangeUnit Unit   // "percent", "pp" or Times
	ChangeBase Period // what the stated change is measured against
	Note       Text
}

// RoleVerification marks a claim kept as a later check, which is never cited.
const RoleVerification = "verification"

// Ref points at the record.
func (r *Fact) Ref() Ref { return Ref{KindFact, r.ID} }

// SetID names the record.
func (r *Fact) SetID(id ID) { r.ID = id }

// Claim finds the chosen claim. With no choice it is the single citable claim,
// or the first of several that state the same. ok is false when nothing is
// chosen among claims that differ.
func (r *Fact) Claim() (c Claim, ok bool) {
	var first *Claim
	for i := range r.Claims {
		switch c := &r.Claims[i]; {
		case r.Chosen != "":
			if c.ID == r.Chosen {
				return *c, true
			}
		case c.Role == RoleVerification:
		case first == nil:
			first = c
		case c.states() != first.states():
			return Claim{}, false
		}
	}
	if first == nil { // there is none, or the choice is of a claim that is gone
		return Claim{}, false
	}
	return *first, true
}

// Printed lists the claims that a reader is shown: the chosen one, or every
// citable one while none is chosen.
func (r *Fact) Printed() []Claim {
	var citable []Claim
	for _, c := range r.Claims {
		if c.ID == r.Chosen && r.Chosen != "" {
			return []Claim{c}
		}
		if c.Role != RoleVerification {
			citable = append(citable, c)
		}
	}
	if r.Chosen != "" { // the choice is of a claim that is gone
		return nil
	}
	return citable
}

// Contested reports whether a reader is shown claims that state different things.
func (r *Fact) Contested() bool { return Differ(r.Printed()) }

// Differ reports whether claims state different things, whatever their sources
// and wordings.
func Differ(claims []Claim) bool {
	for i := range claims {
		if claims[i].states() != claims[0].states() {
			return true
		}
	}
	return false
}

// statement is what a claim states, whatever its source and wording.
type statement struct {
	figure     Figure
	period     Period
	change     MaybeNumber
	changeUnit Unit
	changeBase Period
}

func (c *Claim) states() statement {
	return statement{c.Figure, c.Period, c.Change, c.ChangeUnit, c.ChangeBase}
}

// Disputed reports whether no claim is chosen and two of them can't both be
// right. Numbers of periods that have no day in common can: they are of two times.
func (r *Fact) Disputed() bool {
	if !r.Contested() {
		return false
	}
	for i, c := range r.Claims {
		for _, d := range r.Claims[:i] {
			if c.Role == RoleVerification || d.Role == RoleVerification || !Differ([]Claim{c, d}) {
				continue
			}
			if !c.Period.Apart(d.Period) || !c.Figure.HasNumber() || !d.Figure.HasNumber() {
				return true
			}
		}
	}
	return false
}

// Figure is the chosen claim's figure, the zero Figure when none is chosen.
func (r *Fact) Figure() Figure { c, _ := r.Claim(); return c.Figure }

// Period is the chosen claim's period; with no choice, the one period on
// which all claims agree.
func (r *Fact) Period() Period {
	if c, ok := r.Claim(); ok {
		return c.Period
	}
	var p Period
	for i, c := range r.Claims {
		if i > 0 && c.Period != p {
			return Period{}
		}
		p = c.Period
	}
	return p
}

// NameClaims gives an ID to each claim that has none, so that one of them can
// be chosen.
func (r *Fact) NameClaims() {
	taken := map[ID]bool{}
	for _, c := range r.Claims {
		taken[c.ID] = true
	}
	n := 0
	for i := range r.Claims {
		for r.Claims[i].ID == "" {
			n++
			if id := ID("c" + strconv.Itoa(n)); !taken[id] {
				r.Claims[i].ID, taken[id] = id, true
			}
		}
	}
}
