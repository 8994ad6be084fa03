package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// TradeColumn names a column of the table of trade observations.
type TradeColumn string

// Columns of the table.
const (
	TradePeriod   TradeColumn = "period"
	TradeFlow     TradeColumn = "flow"
	TradeReporter TradeColumn = "reporter"
	TradePartner  TradeColumn = "partner"
	TradePlace    TradeColumn = "place" // region of the reporter, province of the partner
	TradeCode     TradeColumn = "code"
	TradeProduct  TradeColumn = "product"
	TradeValue    TradeColumn = "value"
	TradeCurrency TradeColumn = "currency" // with the basis of prices
	TradeWeight   TradeColumn = "weight"
	TradePrice    TradeColumn = "price" // value of a tonne
	TradeStatus   TradeColumn = "status"
	TradeImport   TradeColumn = "import"
	TradeInGroup  TradeColumn = "group" // a filter only: the product group of the code
)

// Amount reports whether the column holds numbers.
func (c TradeColumn) Amount() bool { return c == TradeValue || c == TradeWeight || c == TradePrice }

// TradeQuery chooses and orders observations; an empty field asks nothing.
type TradeQuery struct {
	Flow     figure.Flow
	Reporter string
	Partner  string
	Year     string
	Code     string // a commodity code or its first digits, HiddenCode, TotalCode
	Import   briefing.ID
	Set      string           // of product groups; empty: the first one
	Group    string           // key of a product group of the set, or TradeRest
	By       figure.Dimension // groups with subtotals by this
	Sort     TradeColumn      // empty: the order of entry
	Down     bool
	Lang     briefing.Lang // of the names that are sorted by
}

func (q TradeQuery) filter() figure.Filter {
	f := figure.Filter{Flow: q.Flow, Reporter: q.Reporter, Partner: q.Partner}
	if q.Code != "" {
		f.Codes = []string{q.Code}
	}
	if q.Import != "" {
		f.Imports = []briefing.ID{q.Import}
	}
	if p, err := briefing.ParsePeriod(q.Year); err == nil && p.Kind == briefing.YearPeriod {
		f.From, f.To = p.Start(), p.End()
	}
	return f
}

// Filtered reports whether the query leaves anything out.
func (q TradeQuery) Filtered() bool {
	return q.Flow != "" || q.Reporter != "" || q.Partner != "" || q.Year != "" || q.Code != "" || q.Import != "" || q.Group != ""
}

// TradeRow is one observation as the table shows it.
type TradeRow struct {
	figure.Observation
	File string // of the import
}

// TradeView is the observations of one moment, filtered, grouped and sorted.
// It holds an order of rows, not rows, and does not change with the project.
// It may be read by one goroutine at a time.
type TradeView struct {
	Query   TradeQuery
	set     *figure.Set
	made    *figure.Set // of the project, to tell whether it is still that
	all     int         // rows before the filters
	names   map[string]briefing.Text
	lists   *classification.Names
	rules   classification.Grouping // of the set of product groups
	ruled   string                  // what the groups said then
	imports map[briefing.ID]briefing.Import
	order   []int32 // rows of the set in the order shown
	groups  []TradeGroup
	starts  []int // first line of each group, and the end
	same    map[TradeColumn]string
	sample  bool
}

// Trade makes the view of a query. It may take a while over a million rows and
// ends with the context. Groups by the harmonised system over rows of another
// classification give CodeMixed.
func (p *Project) Trade(ctx context.Context, q TradeQuery) (*TradeView, error) {
	v := &TradeView{Query: q}
	var err error
	p.Read(func(pr *project.Project) {
		v.made, v.set = pr.Figures, pr.Figures.Clone()
		v.all, v.ruled = v.set.Len(), ruled(pr)
		v.learn(pr)
		v.lists = p.names()
		if q.By == figure.ByGroup || q.Group != "" {
			v.rules, err = groupsOf(pr, q.Set)
		}
	})
	if err == nil && q.Group != "" {
		v.set, err = inGroup(v.set, v.rules, q.Group)
	}
	if err != nil {
		return v, err
	}
	return v, v.arrange(ctx)
}

// Preview makes the view of the rows that an import would store.
func (p *Project) Preview(ctx context.Context, in Imported, q TradeQuery) (*TradeView, error) {
	v := &TradeView{Query: q, set: figure.NewSet()}
	if in.Result != nil {
		v.set = in.Result.Figures
	}
	v.all = v.set.Len()
	p.Read(func(pr *project.Project) {
		v.learn(pr)
		v.lists = p.names()
	})
	v.imports[in.Import.ID] = in.Import
	return v, v.arrange(ctx)
}

// learn takes over what names the rows.
func (v *TradeView) learn(pr *project.Project) {
	v.names, v.imports = map[string]briefing.Text{}, map[briefing.ID]briefing.Import{}
	for _, c := range pr.Commodities {
		v.names[c.Code] = c.Name
	}
	for _, i := range pr.Imports {
		v.imports[i.ID] = *i
	}
}

// Follow takes over names that the project has changed and reports whether
// the rows are still those of the project, and their groups.
func (v *TradeView) Follow(p *Project) (same bool) {
	p.Read(func(pr *project.Project) {
		v.learn(pr)
		v.lists = p.names()
		same = v.made == pr.Figures && (v.rules == nil || v.ruled == ruled(pr))
	})
	return same
}

// All is the number of observations before the filter, Len after it.
func (v *TradeView) All() int { return v.all }

// Len is the number of observations that the filter lets through.
func (v *TradeView) Len() int { return len(v.order) }

// At gives the i-th observation in the order shown.
func (v *TradeView) At(i int) TradeRow {
	o := v.set.At(int(v.order[i]))
	return TradeRow{Observation: o, File: v.imports[o.Import].File}
}

// ImportOf is the import that an observation came with.
func (v *TradeView) ImportOf(o figure.Observation) briefing.Import { return v.imports[o.Import] }

// Product names the goods of an observation: as the project names the code, as
// the list of its classification does, as the file does, by the heading above
// the code or by the chapter.
func (v *TradeView) Product(o figure.Observation, l briefing.Lang) string {
	if t, ok := v.names[o.Code]; ok && t.Any(l) != "" {
		return t.Any(l)
	}
	f, ok := v.lists.Find(l, o.Classification, o.Period, o.Code)
	switch {
	case ok && f.Code == o.Code:
		return f.Name
	case o.Product != "":
		return o.Product
	case ok:
		return f.Code + " " + f.Name
	case figure.Harmonised(o.Classification) && len(o.Code) >= 2:
		return lang.Chapter(l, o.Code[:2])
	}
	return ""
}

// ProductList is the list that Product has the name from, "TNVED HS2022"; empty
// when it is not from a list.
func (v *TradeView) ProductList(o figure.Observation, l briefing.Lang) string {
	if t, ok := v.names[o.Code]; ok && t.Any(l) != "" {
		return ""
	}
	f, ok := v.lists.Find(l, o.Classification, o.Period, o.Code)
	if !ok || f.Code != o.Code && o.Product != "" {
		return ""
	}
	return f.Of()
}

// Price is the value of a tonne in whole currency units, to two decimals; why
// is the key of the reason when there is none.
func (r TradeRow) Price() (price briefing.MaybeNumber, why string) {
	if r.Code == figure.HiddenCode {
		return price, "measure.why.hidden-code" // no one price of unlike goods
	}
	return PriceOf(r.Value, r.NetWeight)
}

// Tonnes turns kilograms into tonnes, exactly as far as a number goes.
func Tonnes(kg briefing.Number) briefing.Number {
	t, err := kg.Mul(briefing.Num("0.001"))
	if err != nil {
		return kg
	}
	return t.Trim(0)
}

// TradeFacet is a value that a filter may ask for, with its rows.
type TradeFacet struct {
	Key  string
	Rows int
}

// Facets lists what is present for a filter, in the order of keys, under the
// other filters of the query. The filters are flow, reporter, partner, year,
// code (chapters), group and import.
func (p *Project) Facets(q TradeQuery, filter TradeColumn) ([]TradeFacet, error) {
	var set *figure.Set
	var rules classification.Grouping
	var err error
	p.Read(func(pr *project.Project) {
		set = pr.Figures.Clone()
		if q.Group != "" || filter == TradeInGroup {
			rules, err = groupsOf(pr, q.Set)
		}
	})
	if err != nil {
		return nil, err
	}
	if filter == TradeInGroup {
		return groupFacets(set, rules, q)
	}
	if q.Group != "" {
		if set, err = inGroup(set, rules, q.Group); err != nil {
			return nil, err
		}
	}
	if filter == TradeImport {
		return importFacets(set, q)
	}
	d := figure.Dimension(filter)
	switch filter {
	case TradeFlow:
		q.Flow = ""
	case TradeReporter:
		q.Reporter = ""
	case TradePartner:
		q.Partner = ""
	case TradePeriod:
		q.Year, d = "", "year"
	case TradeCode:
		q.Code = ""
	}
	groups, err := set.Aggregate(q.filter(), []figure.Dimension{d})
	if err != nil {
		return nil, err
	}
	rows := map[string]int{}
	for _, g := range groups {
		key := g.Keys[0]
		if filter == TradeCode && key != figure.TotalCode && len(key) > 2 {
			key = key[:2]
		}
		rows[key] += g.Rows
	}
	delete(rows, "") // what does not tell can't be asked for
	var out []TradeFacet
	for k, n := range rows {
		out = append(out, TradeFacet{k, n})
	}
	slices.SortFunc(out, func(a, b TradeFacet) int { return cmp.Compare(a.Key, b.Key) })
	return out, nil
}

func importFacets(set *figure.Set, q TradeQuery) ([]TradeFacet, error) {
	var out []TradeFacet
	for _, id := range set.Imports() {
		q.Import = id
		groups, err := set.Aggregate(q.filter(), nil)
		if err != nil {
			return nil, err
		}
		n := 0
		for _, g := range groups {
			n += g.Rows
		}
		out = append(out, TradeFacet{string(id), n})
	}
	return out, nil
}

// ImportList gives the imports, the last one first.
func (p *Project) ImportList() []briefing.Import {
	var out []briefing.Import
	p.Read(func(pr *project.Project) {
		for _, i := range pr.Imports {
			out = append(out, *i)
		}
	})
	slices.Reverse(out)
	return out
}

// SourceCaption names a source record, empty when there is none.
func (p *Project) SourceCaption(id briefing.ID, l briefing.Lang) string {
	if r, err := p.Get(briefing.Ref{Kind: briefing.KindSource, ID: id}); err == nil {
		if s, ok := r.(*briefing.Source); ok {
			return strings.TrimSpace(s.Title.Any(l))
		}
	}
	return ""
}
