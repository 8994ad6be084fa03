package pack

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"briefing/internal/briefing"
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

// reporterName names whose trade the rows are: of the one region that all of
// them are of, of the country with the names of its regions where they are of a
// few, or their number, else of the country.
func (b *builder) reporterName(reporter string, f figure.Filter) string {
	country := lang.Country(b.l, reporter)
	regions, err := b.s.Figures.Regions(f)
	switch n := len(regions); {
	case err != nil || n == 0:
		return country
	case n > 1:
		var names []string
		for _, code := range regions {
			if name := b.regionName(reporter, code); name != "" {
				names = append(names, name)
			}
		}
		if n > mostNamed || len(names) < n {
			return b.t("stat.some_regions", country, n)
		}
		return b.t("stat.named_regions", country, b.commas(names...))
	}
	return first(b.regionName(reporter, regions[0]), country)
}

// regionName names a region: the pack's own as the pack does.
func (b *builder) regionName(reporter, code string) string {
	own := ""
	if code == b.s.Pack.Region && reporter == b.s.Pack.Reporter {
		own = b.s.Pack.RegionName.In(b.l)
	}
	return first(own, named(b.l, reporter, code))
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

// amountOf is the measure that a view sizes goods by.
func amountOf(v goodsView) string {
	if v.weight {
		return "weight"
	}
	return "value"
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
	for _, v := range latestEditions(b.goodsViews()) {
		groups, ok, err := b.byChapter(v, v.filter)
		if err == nil && !ok {
			out = append(out, b.exceeded(v)...)
			continue
		}
		if err != nil || len(groups) < 2 {
			continue
		}
		out = append(out, b.chapterBlocks(v, groups)...)
		if v.by == figure.ByProduct { // names of one table are not those of another
			continue
		}
		out = append(out, b.courses(v, groups)...)
		if y, ok := b.twoYears(v); ok {
			out = append(out, b.goodsChanges(y, groups)...)
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
		status     briefing.ObsStatus
		rest       bool // of what is left of the others
	}
	var items []item
	total, weakest := briefing.Num("0"), briefing.ObsStatus("")
	for _, g := range groups {
		n, ok := in(v.sized(g), from, unit)
		if !ok || !n.Valid || n.Decimal.IsZero() { // what was not traded has no part in it
			continue
		}
		status := g.StatusOf(v.weight)
		if v.sample { // invented: the stamp says more than any mark
			status = ""
		}
		name := b.goodsName(v, g.Keys[0])
		items = append(items, item{g.Keys[0], name, n, status, v.by == figure.ByProduct && restOfGoods(name)})
		weakest = figure.Weaker(weakest, status)
		if sum, err := total.Add(n.Decimal); err == nil {
			total = sum
		}
	}
	if len(items) < 2 { // nothing to rank
		return nil
	}
	slices.SortStableFunc(items, func(x, y item) int { // what is left of the others has no rank among them
		return cmp.Or(after(!x.rest)-after(!y.rest), y.n.Decimal.Cmp(x.n.Decimal))
	})
	if len(items) > topChapters+1 {
		rest, status := briefing.Num("0"), briefing.ObsStatus("")
		for _, it := range items[topChapters:] {
			status = figure.Weaker(status, it.status)
			if sum, err := rest.Add(it.n.Decimal); err == nil {
				rest = sum
			}
		}
		items = append(items[:topChapters:topChapters], item{"", b.t("structure.rest"), briefing.Some(rest), status, true})
	}
	year := b.long(of(b.stretches(v.filter, v.filter.Split.Frequency), v.year, briefing.Per(v.year)))
	t := document.Table{
		Title: b.commas(v.title, year),
		Unit:  lang.Unit(b.l, unit),
		Columns: []document.Column{
			{Key: "product", Title: b.t("col.product"), Weight: 1.6},
			{Key: "code", Title: b.t("col.code"), Weight: 0.5},
			{Key: "amount", Title: b.t("structure.amount." + amountOf(v)), Kind: document.NumberColumn, Decimals: scaled.places, Bar: true},
			{Key: "share", Title: b.t("col.share"), Kind: document.NumberColumn, Decimals: 1, Percent: true},
		},
	}
	at := 2 // of the amounts
	if v.by == figure.ByProduct {
		t.Columns, at = slices.Delete(t.Columns, 1, 2), 1
	}
	t.Periods = []briefing.Period{briefing.Per(v.year)}
	c := document.Chart{
		Kind: document.Ranking, Title: b.t("structure.by_product"), Unit: lang.Unit(b.l, unit),
		Caption: b.commas(v.title, year, lang.Unit(b.l, unit)), Alt: v.title,
	}
	var points []document.ChartPoint
	marks := map[string]bool{} // of the chart
	whole := briefing.Some(total)
	for i, it := range items {
		cell, sub := document.Dash(), ""
		if sh := measure.ShareOf(it.n, whole); sh.Defined {
			b.derivesPart(b.commas(v.title, year), b.commas(v.title, it.name, year), sh, append([]string{b.amount("Vk", it.n, unit, it.name), b.amount("ΣV", whole, unit, b.t("word.total"))}, b.rowsFrom(v.filter)...)...)
			cell = document.Cell{Number: sh.Figure.Value, How: &document.Formula{
				Op: document.OpShare, Args: []document.CellAt{{Row: i, Col: at}, {Row: len(items), Col: at}},
			}}
			sub = lang.Percent(b.l, sh.Figure.Value.Decimal, 1, false)
		}
		row := []document.Cell{document.Txt(it.name), document.Txt(codeText(it.code)), {Number: it.n, Mark: it.status.Mark()}, cell}
		if v.by == figure.ByProduct {
			row = slices.Delete(row, 1, 2)
		}
		t.Rows = append(t.Rows, document.Row{Cells: row})
		fill := document.Actual
		if it.code == "" || it.rest {
			fill = document.Previous
		}
		points = append(points, document.ChartPoint{
			Value: it.n, Fill: fill, Sub: sub,
			Label: b.withStatus(lang.Number(b.l, it.n.Decimal, lang.NumberStyle{Decimals: scaled.places, Column: true}), it.status, marks),
		})
		c.Categories = append(c.Categories, it.name)
	}
	sum := &document.Formula{Op: document.OpSum}
	for i := range items {
		sum.Args = append(sum.Args, document.CellAt{Row: i, Col: at})
	}
	last := []document.Cell{document.Txt(b.t("word.total")), document.Txt(""), {Number: whole, How: sum, Mark: weakest.Mark()}, {Number: briefing.SomeNum("100")}}
	if v.by == figure.ByProduct {
		last = slices.Delete(last, 1, 2)
	}
	t.Rows = append(t.Rows, document.Row{Kind: document.TotalRow, Cells: last})
	c.Series = []document.Series{{Points: points}}
	c.Caption = b.semis(append([]string{c.Caption}, b.markWords(marks)...)...)
	return b.goodsBeside(v, c, t)
}

// restOfGoods reports whether a source calls by a name what is left of the goods it
// names: «Прочие товары», "Other", 其他.
func restOfGoods(name string) bool {
	name = strings.ToLower(strings.Trim(name, " \u00a0.,:;()"))
	return slices.ContainsFunc(briefing.Langs(), func(l briefing.Lang) bool {
		return slices.Contains(strings.Split(lang.T(l, "pack.structure.rest_names"), "|"), name)
	})
}

// withStatus is a number with the mark of its status behind it, noted in marks.
func (b *builder) withStatus(number string, s briefing.ObsStatus, marks map[string]bool) string {
	m := s.Mark()
	if m == "" {
		return number
	}
	marks[markOf(m, true)] = true
	return join("\u00a0", number, "["+m+"]")
}

// codeText prints a commodity code; hidden and total rows have none.
func codeText(code string) string {
	if code == figure.HiddenCode || code == figure.TotalCode {
		return ""
	}
	return code
}

func (b *builder) goodsBeside(v goodsView, c document.Chart, t document.Table) []document.Block {
	from, extra, whole := b.goodsSources(v)
	if v.sample {
		c.Stamp, t.Stamp = b.t("word.sample"), b.t("word.sample")
	}
	out := b.besideWith(c, t, from, extra)
	b.sheetSources[fmt.Sprintf("T%02d", b.tables)] = b.dataLine(from, whole)
	return out
}

// goodsSources are the sources of a view's rows and what its source line says
// first: the stamp with the caveats of the imports. Whole is the same with what
// the section has said before, for a sheet of the workbook.
func (b *builder) goodsSources(v goodsView) (from origin, extra, whole string) {
	var notes []string
	for _, imp := range v.imports {
		from.from(b, imp)
		notes = with(notes, b.caveats(imp, v.filter)...)
	}
	stamped := func(notes []string) string {
		if s := join(b.gap(), notes...); v.sample {
			return b.colon(b.t("word.sample"), s)
		} else {
			return s
		}
	}
	return from, stamped(b.onceSaid(notes)), stamped(b.saidTogether(notes))
}
