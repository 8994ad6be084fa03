package pack

import (
	"slices"
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

func lower(s string) string { return strings.ToLower(s) }

func zeros(n int) string { return strings.Repeat("0", n) }

// structure is what the trade is made of: series of parts, then the imported
// rows by chapter.
func (b *builder) structure() *document.Section {
	s := &document.Section{NewPage: true}
	s.Blocks = append(s.Blocks, b.seriesBlocks("structure")...)
	s.Blocks = append(s.Blocks, b.chapters()...)
	if len(s.Blocks) == 0 {
		return nil
	}
	return s
}

// goodsView is the rows of one reporter, flow and partner in one year, which
// may be added and split by commodity.
type goodsView struct {
	filter  figure.Filter
	title   string
	year    string
	weight  bool // measured in tonnes; in money otherwise
	sample  bool
	imports []*briefing.Import
}

// goodsViews finds the latest year of each set of rows that have commodity
// codes of the harmonised system.
func (b *builder) goodsViews() []goodsView {
	var out []goodsView
	for _, sample := range []bool{false, true} {
		groups, err := b.s.Figures.Aggregate(figure.Filter{Sample: &sample}, []figure.Dimension{"flow", "year"})
		if err != nil {
			continue
		}
		latest := map[string]int{}
		var order []string
		for i, g := range groups {
			if !figure.Harmonised(g.Split.Classification) || g.Keys[1] == "" {
				continue
			}
			k := join("|", g.Keys[0], g.Split.Reporter, g.Split.Currency, g.Split.Basis, g.Split.Classification, g.Split.Frequency, g.Split.Area)
			if _, seen := latest[k]; !seen {
				order = append(order, k)
			}
			latest[k] = i // groups come in order of year
		}
		for _, k := range order {
			if v, ok := b.goodsView(groups[latest[k]], sample); ok {
				out = append(out, v)
			}
		}
	}
	slices.SortStableFunc(out, func(x, y goodsView) int {
		return b.farness(x.filter.Split.Reporter) - b.farness(y.filter.Split.Reporter)
	})
	return out
}

func (b *builder) goodsView(g figure.Group, sample bool) (goodsView, bool) {
	flow := figure.Flow(g.Keys[0])
	v := goodsView{year: g.Keys[1], sample: sample, weight: !g.Value.Valid}
	p := briefing.Per(v.year)
	split := g.Split.AnyYear()
	v.filter = figure.Filter{Flow: flow, Split: &split, Sample: &sample, From: p.Start(), To: p.End()}
	found := false
	for _, side := range b.otherSides(g.Split.Reporter) {
		v.filter.Partner = side
		if found = b.any(v.filter); found {
			break
		}
	}
	if !found {
		v.filter.Partner = ""
		if partners, err := b.s.Figures.Aggregate(v.filter, []figure.Dimension{"partner"}); err != nil || b.astray(keysOf(partners)) {
			return v, false
		}
	}
	codes, err := b.s.Figures.Aggregate(v.filter, []figure.Dimension{"hs2"})
	if err != nil || len(codes) == 0 || len(codes) == 1 && codes[0].Keys[0] == figure.TotalCode {
		return v, false
	}
	v.title = b.t("stat.title."+string(flow), b.reporterName(g.Split.Reporter, v.filter), b.partners(v.filter)) + b.mirrored(v.filter)
	v.imports = b.importsOf(v.filter)
	return v, true
}

// keysOf are the values of the first dimension.
func keysOf(groups []figure.Group) []string {
	var out []string
	for _, g := range groups {
		out = append(out, g.Keys[0])
	}
	return out
}

// reporterName names whose trade the rows are: of the one region that all of
// them are of, of the country with the number of its regions where they are of
// some, else of the country.
func (b *builder) reporterName(reporter string, f figure.Filter) string {
	country := lang.Country(b.l, reporter)
	regions, err := b.s.Figures.Regions(f)
	switch n := len(regions); {
	case err != nil || n == 0:
		return country
	case n > 1:
		return b.t("stat.some_regions", country, n)
	}
	own := ""
	if regions[0] == b.s.Pack.Region && reporter == b.s.Pack.Reporter {
		own = b.s.Pack.RegionName.In(b.l)
	}
	return first(own, named(b.l, reporter, regions[0]), country)
}

// named is the name of a part of a country, empty for a code that nobody knows.
func named(l briefing.Lang, country, code string) string {
	if name := lang.Region(l, country, code); name != code {
		return name
	}
	return ""
}

func (b *builder) any(f figure.Filter) bool {
	return len(b.s.Figures.Origins(f)) > 0
}

// commodity names a code in the language, from the project's nomenclature or
// the chapters of the harmonised system.
func (b *builder) commodity(code, fallback string) string {
	switch code {
	case figure.HiddenCode:
		return b.t("structure.hidden")
	case figure.TotalCode, "":
		return b.t("structure.unallocated")
	}
	for _, c := range b.s.Commodities {
		if c.Code == code {
			if n := c.Name.In(b.l); n != "" {
				return n
			}
		}
	}
	if len(code) == 2 {
		if n := lang.Chapter(b.l, code); n != "" {
			return n
		}
	}
	if f, ok := b.s.Names.Find(b.l, string(classification.HS), briefing.Period{}, code); ok && f.Code == code {
		return f.Name
	}
	return fallback
}

// goods names the goods of an observation: as commodity does, by the list of
// its own classification and edition.
func (b *builder) goods(o figure.Observation) string {
	special := o.Code == figure.HiddenCode || o.Code == figure.TotalCode || o.Code == ""
	if o.Classification != "" && !figure.Harmonised(o.Classification) && !special { // 33 of the SITC is no chapter 33
		if f, ok := b.s.Names.Find(b.l, o.Classification, o.Period, o.Code); ok && f.Code == o.Code {
			return f.Name
		}
		if name := lang.Division(b.l, o.Classification, o.Code); name != "" && foreign(o.Product, b.l) {
			return name
		}
		return o.Product
	}
	if f, ok := b.s.Names.Find(b.l, o.Classification, o.Period, o.Code); ok && f.Code == o.Code {
		return b.commodity(o.Code, f.Name)
	}
	return b.commodity(o.Code, o.Product)
}

// product names a code in the language; where the project and the chapters have
// no name, as the imported files do if that can be read, else the code stands
// for itself.
func (b *builder) product(code string) string {
	if b.products == nil {
		b.products = b.s.Figures.Products()
	}
	name := b.products[code]
	if !readable(name, b.l) {
		name = codeText(code)
	}
	return b.commodity(code, name)
}

// readable reports whether a reader of the language may be shown a foreign
// name: Latin letters to all, Chinese and Russian ones to their own.
func readable(name string, l briefing.Lang) bool {
	for _, r := range name {
		if unicode.Is(unicode.Han, r) && l != briefing.ZH || unicode.Is(unicode.Cyrillic, r) && l != briefing.RU {
			return false
		}
	}
	return name != ""
}

// foreign reports whether a name is not in the letters of the language.
func foreign(name string, l briefing.Lang) bool {
	letters := map[briefing.Lang]*unicode.RangeTable{briefing.RU: unicode.Cyrillic, briefing.EN: unicode.Latin, briefing.ZH: unicode.Han}[l]
	return !strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(letters, r) })
}

// sized is the measured amount of a group in the view's unit of account.
func (v goodsView) sized(g figure.Group) briefing.MaybeNumber {
	if v.weight {
		n, _ := in(g.Weight, "kg", "thousand-kg")
		return n
	}
	return g.Value
}

// chapters is the structure by chapter: ranking beside its table, the largest
// eight and the rest; then, as far as the rows have it, the course over the
// months, and shares, prices and volumes against the year before.
func (b *builder) chapters() []document.Block {
	var out []document.Block
	for _, v := range b.goodsViews() {
		groups, err := b.s.Figures.Aggregate(v.filter, []figure.Dimension{"hs2"})
		if err != nil || len(groups) < 2 {
			continue
		}
		out = append(out, b.chapterBlocks(v, groups)...)
		out = append(out, b.courses(v, groups)...)
		if y, ok := b.twoYears(v); ok {
			out = append(out, b.shareChanges(y, groups)...)
			out = append(out, b.pricesAndVolumes(y)...)
		}
	}
	return out
}

const topChapters = 8

func (b *builder) chapterBlocks(v goodsView, groups []figure.Group) []document.Block {
	scaled, from := b.goodsScale(v, groups)
	unit := scaled.unit
	type item struct {
		code, name string
		n          briefing.MaybeNumber
	}
	var items []item
	total := briefing.Num("0")
	for _, g := range groups {
		n, ok := in(v.sized(g), from, unit)
		if !ok || !n.Valid || n.Decimal.IsZero() { // what was not traded has no part in it
			continue
		}
		items = append(items, item{g.Keys[0], b.product(g.Keys[0]), n})
		if sum, err := total.Add(n.Decimal); err == nil {
			total = sum
		}
	}
	if len(items) < 2 { // nothing to rank
		return nil
	}
	slices.SortStableFunc(items, func(x, y item) int { return y.n.Decimal.Cmp(x.n.Decimal) })
	if len(items) > topChapters+1 {
		rest := briefing.Num("0")
		for _, it := range items[topChapters:] {
			if sum, err := rest.Add(it.n.Decimal); err == nil {
				rest = sum
			}
		}
		items = append(items[:topChapters:topChapters], item{"", b.t("structure.rest"), briefing.Some(rest)})
	}
	year := b.long(of(b.stretches(v.filter, v.filter.Split.Frequency), v.year, briefing.Per(v.year)))
	t := document.Table{
		Title: b.commas(v.title, year),
		Unit:  lang.Unit(b.l, unit),
		Columns: []document.Column{
			{Key: "product", Title: b.t("col.product"), Weight: 1.6},
			{Key: "code", Title: b.t("col.code"), Weight: 0.5},
			{Key: "amount", Title: lang.Unit(b.l, unit), Kind: document.NumberColumn, Decimals: scaled.places, Bar: true},
			{Key: "share", Title: b.t("col.share"), Kind: document.NumberColumn, Decimals: 1, Percent: true},
		},
	}
	t.Periods = []briefing.Period{briefing.Per(v.year)}
	c := document.Chart{
		Kind: document.Ranking, Title: b.t("structure.by_product"), Unit: lang.Unit(b.l, unit),
		Caption: b.commas(v.title, year, lang.Unit(b.l, unit)), Alt: v.title,
	}
	var points []document.ChartPoint
	whole := briefing.Some(total)
	for i, it := range items {
		cell, sub := document.Dash(), ""
		if sh := measure.ShareOf(it.n, whole); sh.Defined {
			b.derives(b.commas(v.title, it.name, year), sh, append([]string{b.amount("Vk", it.n, unit, it.name), b.amount("ΣV", whole, unit, b.t("word.total"))}, b.rowsFrom(v.filter)...)...)
			cell = document.Cell{Number: sh.Figure.Value, How: &document.Formula{
				Op: document.OpShare, Args: []document.CellAt{{Row: i, Col: 2}, {Row: len(items), Col: 2}},
			}}
			sub = lang.Percent(b.l, sh.Figure.Value.Decimal, 1, false)
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			document.Txt(it.name), document.Txt(codeText(it.code)), {Number: it.n}, cell,
		}})
		fill := document.Actual
		if it.code == "" {
			fill = document.Previous
		}
		points = append(points, document.ChartPoint{
			Value: it.n, Fill: fill, Sub: sub,
			Label: lang.Number(b.l, it.n.Decimal, lang.NumberStyle{Decimals: scaled.places, Column: true}),
		})
		c.Categories = append(c.Categories, it.name)
	}
	sum := &document.Formula{Op: document.OpSum}
	for i := range items {
		sum.Args = append(sum.Args, document.CellAt{Row: i, Col: 2})
	}
	t.Rows = append(t.Rows, document.Row{Kind: document.TotalRow, Cells: []document.Cell{
		document.Txt(b.t("word.total")), document.Txt(""), {Number: whole, How: sum}, {Number: briefing.SomeNum("100")},
	}})
	c.Series = []document.Series{{Points: points}}
	return b.goodsBeside(v, c, t)
}

// codeText prints a commodity code; hidden and total rows have none.
func codeText(code string) string {
	if code == figure.HiddenCode || code == figure.TotalCode {
		return ""
	}
	return code
}

func (b *builder) goodsBeside(v goodsView, c document.Chart, t document.Table) []document.Block {
	from, extra := b.goodsSources(v)
	if v.sample {
		c.Stamp, t.Stamp = b.t("word.sample"), b.t("word.sample")
	}
	return b.besideWith(c, t, from, extra)
}

// goodsSources are the sources of a view's rows and what its source line says
// first: the stamp with the caveats of the imports.
func (b *builder) goodsSources(v goodsView) (from origin, extra string) {
	var notes []string
	for _, imp := range v.imports {
		from.from(b, imp)
		notes = with(notes, b.caveats(imp, v.filter)...)
	}
	extra = join(b.gap(), notes...)
	if v.sample {
		extra = b.colon(b.t("word.sample"), extra)
	}
	return from, extra
}
