package pack

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
)

// sentenceOf says an amount of a flow as one would read it out: «Экспорт
// Ростовской области в Турцию в 2025 году составил …». Not ok where a name has
// no sure form for it.
func (b *builder) sentenceOf(v flowView, p briefing.Period, amount string) (text string, ok bool) {
	whose, ok := b.reporterGenitive(v.split.Reporter, v.filter)
	if !ok {
		return "", false
	}
	if v.filter.Partner == "" {
		if where, ok := b.several(v.filter); ok && where != "" {
			return b.toldOf(v, p, whose, where, amount), true
		}
	}
	where, ok := b.withOne(v.filter)
	if !ok {
		return "", false
	}
	return b.toldOf(v, p, whose, where, amount), true
}

// withOne says where the goods of one country or province go to or come from: «в
// Турцию». Not ok of several, and where the name has no sure form.
func (b *builder) withOne(f figure.Filter) (where string, ok bool) {
	partner, ok := b.onePartner(f)
	if !ok {
		return "", false
	}
	provinces, _ := b.s.Figures.Provinces(f) // none where they can't be told
	other, part := lang.ToCountry, lang.ToPart
	if f.Flow == figure.Import || f.Flow == figure.ReImport {
		other, part = lang.FromCountry, lang.FromPart
	}
	switch len(provinces) {
	case 0:
		return other(b.l, partner)
	case 1:
		return part(b.l, partner, provinces[0])
	}
	return "", false // the title counts them
}

func (b *builder) toldOf(v flowView, p briefing.Period, whose, where, amount string) string {
	of := b.fewGoods(v.filter, "pack.stat.said_") + b.mirrored(v.filter)
	switch comma := b.t("word.comma"); {
	case !strings.Contains(of, strings.TrimSpace(comma)): // nothing, or «по 6 товарам», which is not set off
	case b.l == briefing.ZH:
		of = "（" + strings.TrimPrefix(of, comma) + "）"
	default:
		of += strings.TrimRight(comma, " ")
	}
	return b.t("stat.said."+string(v.filter.Flow), whose, where, of, lang.PeriodIn(b.l, p), amount)
}

// reporterGenitive is whose the rows are; not ok where the name has no sure form.
func (b *builder) reporterGenitive(reporter string, f figure.Filter) (string, bool) {
	name := b.reporterName(reporter, f)
	if name == lang.Country(b.l, reporter) {
		return lang.OfCountry(b.l, reporter)
	}
	regions, err := b.s.Figures.Regions(f)
	if err != nil || len(regions) != 1 {
		return "", false
	}
	if text, ok := lang.OfRegion(b.l, name); ok {
		return text, true
	}
	return lang.OfPart(b.l, reporter, regions[0])
}

// onePartner is the country that rows are with, "W00" for all of them; not ok
// where there are several.
func (b *builder) onePartner(f figure.Filter) (string, bool) {
	if f.Partner != "" {
		return f.Partner, true
	}
	groups, err := b.s.Figures.Aggregate(f, []figure.Dimension{"partner"})
	code := ""
	for _, g := range groups {
		p := g.Keys[0]
		if p == "" || p == "W00" {
			return "W00", true
		}
		if code != "" && code != p {
			return "", false
		}
		code = p
	}
	return code, err == nil && code != ""
}
