package importer

import (
	"slices"
	"strings"

	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// ofGoods takes a weight or a quantity out of use whose head names the goods that it is
// of, where the value beside it is of all goods: «Экспорт, тыс. долл.; в том числе соя,
// тонн». It would be stored as the weight of all. Where a title names the goods, value
// and weight are of the same.
func (g *guesser) ofGoods() {
	if g.hasAny(RoleCode, RoleProduct) {
		return
	}
	bare := func(c ShapeColumn) bool { return c.Aside == "" && c.Series.Code == "" && c.Series.Product == "" }
	if !slices.ContainsFunc(g.columns, func(c ShapeColumn) bool { return c.Role == RoleValue && bare(c) && goodsOf(c.Header) == "" }) {
		return
	}
	for i, c := range g.columns {
		if c.Role != RoleWeight && c.Role != RoleQuantity || !bare(c) {
			continue
		}
		if name := goodsOf(c.Header); name != "" && !slices.ContainsFunc(g.titles(), func(t string) bool { return speaksOf(t, name) }) {
			g.columns[i] = ShapeColumn{Index: c.Index, Header: c.Header}
			g.reasons[i] = GuessGoods
		}
	}
}

// goodsOf is the name of goods in the head of an amount, empty where it has none.
func goodsOf(header string) string {
	for part := range strings.SplitSeq(headName(header), " / ") {
		f := strings.TrimSpace(strings.Trim(codes.Fold(part), " :,"))
		for _, within := range []string{"в том числе", "в т.ч.", "в т. ч.", "из них", "of which", "including", "其中：", "其中:", "其中"} {
			f = strings.TrimLeft(strings.TrimPrefix(f, within), " :,")
		}
		_, period := periods.In(f)
		_, stretch := periods.StretchIn(f)
		switch {
		case f == "" || period || stretch || periods.IsYear(f) || periods.MonthIn(f) > 0 || periods.QuarterIn(f) > 0 || totalWord(f) || wholeText(f) || placeText(f):
		case anyIn(f, "объем", "физич", "поставк", "постав", "отгру", "всего", "итого", "факт", "тонн", "период", "отчет", "volume", "tonn", "shipment", "total", "current", "previous", "总量", "数量", "累计", "当月", "本月", "全年"):
		case goodsName(f):
			return f
		}
	}
	return ""
}

// placeText reports whether a text names countries or a part of one.
func placeText(f string) bool {
	if len(countriesIn(f)) > 0 || leftCountries(f) || districtText(f) {
		return true
	}
	return slices.ContainsFunc([]string{"RU", "CN"}, func(c string) bool {
		_, ok := codes.Region(c, f)
		return ok
	})
}

// speaksOf reports whether a title has the name of goods, in whatever case.
func speaksOf(title, name string) bool {
	t := codes.Fold(title)
	return slices.ContainsFunc(titleWords(name), func(w string) bool {
		r := []rune(w)
		if len(r) > 3 && r[0] < 0x3000 {
			r = r[:max(3, len(r)-2)] // «соя», «пшеницы»
		} else if len(r) == 3 && r[0] < 0x3000 {
			r = r[:2]
		}
		return len(r) > 1 && slices.ContainsFunc(titleWords(t), func(x string) bool {
			return strings.HasPrefix(x, string(r)) || r[0] >= 0x3000 && strings.Contains(x, string(r))
		})
	})
}
