package importer

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/periods"
)

// plan is a table with everything decided that does not depend on the row.
type plan struct {
	found
	headerText [][]byte // the header, for its repetitions
	labelled   bool     // codes of a long table have their names behind them
	units      Units
	col        [roleCount]int // role → cell index, −1
	valueOf    briefing.Unit  // unit of the value column
	weightOf   briefing.Unit
	flow       figure.Flow     // of all rows, when no column has it
	period     briefing.Period // of all rows, or the month by the file's name
	answered   bool            // period is the user's answer
	against    bool            // the name of the file tells another period than the answer
	stretch    briefing.Period // of the year that rows name by years alone
	ofRegion   string          // of all rows, when no column has it
	keep       []kept
	axes       []int
	open       openAxes
	styles     [roleCount]NumberStyle
	dotted     [roleCount]bool // points group the digits of the column
	needs      []string
	about      map[string]string  // words of the file that make a need a question
	allAside   string             // the reason for which all rows are set aside, see Units.Aside
	status     briefing.ObsStatus // of all rows that have none, as the title tells
	styled     bool               // styles are decided
	basisOpen  bool               // neither the file nor the user tells the basis of prices
	notes      []string
	// What the columns of periods and codes say as a whole; nil before decideStyles.
	periodColumn *periodColumn
	codeColumn   *codeColumn
}

// kept is an axis of which only some rows are stored.
type kept struct {
	at     int
	values []string
}

// newPlan decides units, flow and period of a table; what nobody has told is
// listed in needs. A choice against what the file states is CodeUnitConflict.
func newPlan(f found, u Units) (*plan, error) {
	u, err := f.mended.units(u)
	if err != nil {
		return nil, err
	}
	p := &plan{found: f, units: u, notes: slices.Clone(f.profile.Notes)}
	if u.Basis != "" { // the user knows better than the methodology
		p.notes = slices.DeleteFunc(p.notes, func(n string) bool { return n == NoteBasis })
	}
	for _, h := range f.header {
		p.headerText = append(p.headerText, []byte(h))
	}
	for i := range p.col {
		p.col[i] = -1
	}
	for i, c := range f.profile.Columns {
		at := f.binding[i]
		switch {
		case at < 0:
		case c.Role == RoleKeep:
			p.keep = append(p.keep, kept{at, c.Keep})
		case c.Role == RoleAxis:
			p.axes = append(p.axes, at)
		case p.col[c.Role] < 0:
			p.col[c.Role] = at
			switch c.Role {
			case RoleValue:
				p.valueOf = c.Unit
			case RoleWeight:
				p.weightOf = c.Unit
			}
		}
	}
	if f.profile.Record != "" {
		return p, nil
	}
	p.monthsOfYears()
	if p.profile.Long {
		p.longAxes()
	}
	if p.shape != nil && p.shape.shape.onlyPlans() {
		return p, nil
	}
	p.unitsInTitle()
	for _, decide := range []func() error{p.decideValue, p.decideWeight, p.decideFlow, p.decidePeriod, p.decideRegion, p.decideColumns, p.decideGoods} {
		if err := decide(); err != nil {
			return nil, err
		}
	}
	if !p.profile.Settled {
		p.status, _ = titleStatus(p.titles)
	}
	p.decideBasis()
	p.decidePart()
	return p, nil
}

// unitsInTitle takes the units that stand above the table where its header has
// none.
func (p *plan) unitsInTitle() {
	if p.shape != nil || p.profile.Settled || len(p.titles) == 0 {
		return
	}
	told := titleConstants(&surround{titles: p.titles})
	if p.valueOf == "" && p.col[RoleValue] >= 0 && p.col[RoleValueUnit] < 0 {
		p.valueOf = told.ValueUnit
	}
	if p.weightOf == "" && p.col[RoleWeight] >= 0 && p.col[RoleWeightUnit] < 0 && !p.profile.WeightByUnit {
		p.weightOf = told.WeightUnit
	}
}

func (p *plan) conflict(what string) error {
	return &briefing.Error{Code: briefing.CodeUnitConflict, Op: "plan " + what, Path: place(p.part.file, p.table.Name())}
}

func (p *plan) decideValue() error {
	switch given := p.units.Value; {
	case p.valueOf != "" && given != "" && given != p.valueOf:
		return p.conflict("value")
	case p.valueOf != "" || p.col[RoleValueUnit] >= 0:
	case p.col[RoleMeasure] >= 0 || p.col[RoleMeasureUnit] >= 0: // each row tells
	case given != "":
		p.valueOf = given
	default:
		p.needs = append(p.needs, "value")
	}
	return nil
}

func (p *plan) decideWeight() error {
	given := p.units.Weight
	if p.profile.WeightByUnit {
		p.weightOf = "kg"
	}
	switch {
	case p.weightOf != "" && given != "" && given != p.weightOf:
		return p.conflict("weight")
	case p.weightOf != "" || p.col[RoleWeightUnit] >= 0 || p.col[RoleWeight] < 0:
	case given != "":
		p.weightOf = given
	default:
		p.needs = append(p.needs, "weight")
	}
	return nil
}

func (p *plan) decideFlow() error {
	if p.col[RoleFlow] >= 0 { // an answer that says the same is none against it, see mapFlow
		return nil
	}
	if p.flow = p.units.Flow; p.flow != "" {
		return nil
	}
	if p.flow = flowOfName(p.part.file); p.flow == "" {
		p.needs = append(p.needs, "flow")
		return nil
	}
	p.notes = append(p.notes, NoteFlow)
	return nil
}

// decidePeriod takes the period of rows that tell none, or only their year, from
// the name of the file or from the answer. A month in the name is what the file
// says; of the files of an archive one answer is for those whose names say nothing.
func (p *plan) decidePeriod() error {
	stated := p.col[RolePeriod] >= 0 || p.col[RoleYear] >= 0
	if stated && !p.profile.MonthByName { // see mapPeriod
		return nil
	}
	byName := p.profile.MonthByName && p.onlyYears()
	given := p.units.Period
	named, ok := periodOfName(p.part.file)
	ok = ok && (!p.profile.MonthByName || named.Kind == briefing.MonthPeriod)
	switch {
	case ok && p.mended == nil && named.Kind == briefing.MonthPeriod && (given.Kind == briefing.NoPeriod || byName || strings.Contains(p.part.file, "/")):
		p.period, p.against = named, given.Kind != briefing.NoPeriod && given != named
	case given.Kind != briefing.NoPeriod:
		p.period, p.answered = given, !stated || byName
	case ok:
		p.period = named
	case byName:
		if p.stretch, ok = wordMonth(spacedName(baseName(p.part.file))); !ok { // «январь.csv», of the year that rows have
			p.needs = append(p.needs, "period")
		}
	case !stated:
		p.needs = append(p.needs, "period")
	}
	return nil
}

// onlyYears reports whether the first rows give a year and no month.
func (p *plan) onlyYears() bool {
	at := p.col[RolePeriod]
	for _, row := range p.first {
		if at < len(row) && len(row[at]) != 4 {
			return false
		}
	}
	return true
}

// flowOfName reads the flow from the words of a file's name; empty when it
// has none or both.
func flowOfName(file string) figure.Flow {
	base := strings.ToLower(baseName(file))
	words := strings.FieldsFunc(base, func(r rune) bool { return !unicode.IsLetter(r) })
	has := func(names ...string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return slices.Contains(words, n) })
	}
	in := has("import", "imports", "imp", "in", "импорт", "ввоз") || strings.Contains(base, "进口")
	out := has("export", "exports", "exp", "out", "экспорт", "вывоз") || strings.Contains(base, "出口")
	switch {
	case in && !out:
		return figure.Import
	case out && !in:
		return figure.Export
	}
	return ""
}

// unitChoices are the units offered for a file that states none.
func unitChoices() (value, weight []briefing.Unit) {
	return []briefing.Unit{"usd", "thousand-usd"}, []briefing.Unit{"kg", "t"}
}

// implied works out what each choice of units would mean for the table.
func (p *plan) implied(ctx context.Context) ([]Implied, Worth, error) {
	w, err := p.worth(ctx)
	if err != nil {
		return nil, Worth{}, err
	}
	values, weights := unitChoices()
	if u := p.valueOf; u != "" {
		values = []briefing.Unit{u}
	}
	if u := p.weightOf; u != "" {
		weights = []briefing.Unit{u}
	}
	var out []Implied
	for _, v := range values {
		for _, m := range weights {
			if i, ok := w.Under(v, m); ok {
				out = append(out, i)
			}
		}
	}
	return out, w, nil
}

// decidePart takes from the title which part of a year rows are of that name
// years alone.
func (p *plan) decidePart() {
	if p.shape != nil || p.profile.Settled || p.profile.Script != inWords {
		return
	}
	p.stretch, _ = periods.OnlyPart(p.titles)
}

// decideBasis notes that nothing tells the basis of prices: it may stay so.
func (p *plan) decideBasis() {
	stated := p.col[RoleBasis] >= 0 || p.col[RoleValueCIF] >= 0 || p.col[RoleValueFOB] >= 0
	p.basisOpen = !stated && len(p.profile.Basis) == 0 && p.units.Basis == ""
}
