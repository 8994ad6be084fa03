package importer

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
	"briefing/internal/importer/unitnames"
)

// across reads heads that are goods, their codes, regions or provinces: «Месяц; Соя;
// Лес; Итого». Each head gives its column's figures what a column of names would.
func (g *guesser) across() {
	var at []int
	var names []string
	for i, c := range g.columns {
		l := g.looks[i]
		if c.Header == "" || c.Series != (Dims{}) || c.Aside != "" && c.Aside != AsideTotal || l.filled == 0 || !l.most(l.numbers) {
			continue
		}
		unknown := c.Role == NoRole && g.reasons[i] == GuessUnknown
		if !unknown && !amountRole(c.Role) {
			continue
		}
		at, names = append(at, i), append(names, headName(plainHead(c.Header)))
	}
	if len(at) < 2 {
		return
	}
	switch {
	case g.acrossParts(at, names):
	case g.acrossCodes(at, names):
	default:
		g.acrossGoods(at, names)
	}
}

// headName is what a header names beside an amount and its unit: «Соя» of «Соя, тонн»
// and of «Соя / Стоимость, тыс. долл.».
func headName(header string) string {
	var parts []string
	for part := range strings.SplitSeq(header, " / ") {
		if onlyUnit(part) || pivotLabel(part) {
			continue
		}
		name := part
		if i := strings.LastIndexAny(part, ",(（，"); i > 0 && unitIn(part[i:]) != "" {
			name = strings.TrimRight(part[:i], " ,(（，")
		}
		if _, told := headRole(name); told {
			name = beforeAmount(name)
		}
		if _, told := headRole(name); !told && name != "" {
			parts = append(parts, name)
		}
	}
	return strings.Join(parts, " / ")
}

// beforeAmount is what stands before the word of an amount that ends a head: «Соя» of
// «Соя, стоимость», 原油 of 原油金额; empty where nothing does.
func beforeAmount(head string) string {
	f := strings.TrimRight(strings.ToLower(head), " .:")
	for _, w := range [...]string{"вес нетто", "масса нетто", "стоимость", "сумма", "вес", "масса", "net weight", "value", "amount", "weight", "金额", "货值", "价值", "总值", "数量", "重量", "净重"} {
		name, ok := strings.CutSuffix(f, w)
		if !ok || len(f) > len(head) || name == "" || w[0] < 0xe3 && !strings.ContainsAny(name[len(name)-1:], " ,-–—:(") {
			continue
		}
		return strings.TrimRight(head[:min(len(name), len(head))], " ,-–—:(（，")
	}
	return ""
}

// sums sets columns aside that add up those in use beside them.
func (g *guesser) sums(at []int, names []string, used []int, more func(string) bool) {
	for k, i := range at {
		if slices.Contains(used, i) || !(totalWord(names[k]) || wholeText(names[k]) || totalWord(g.columns[i].Header) || more != nil && more(names[k])) {
			continue
		}
		c := &g.columns[i]
		c.Role, c.Aside, g.reasons[i] = g.columns[used[0]].Role, AsideTotal, GuessTotal
		c.takeUnit(headUnit(c.Header))
	}
}

// put gives a column its series and, where the head tells no amount, that of a value;
// the title may say that it is a weight, see weights.
func (g *guesser) put(i int, d Dims) {
	c := &g.columns[i]
	c.Series, g.reasons[i], c.Aside = d, GuessSeries, ""
	if !amountRole(c.Role) {
		u := headUnit(c.Header)
		if c.Role = RoleValue; u.Mass() {
			c.Role = RoleWeight
		}
		c.takeUnit(u)
	}
}

// acrossParts reads heads that are regions of Russia or provinces of China.
func (g *guesser) acrossParts(at []int, names []string) bool {
	for _, country := range []string{"RU", "CN"} {
		var used []int
		parts := map[int]string{}
		for k, i := range at {
			name := names[k]
			if code, ok := codes.Region(country, name); ok && strings.Trim(name, "0123456789") != "" && !totalWord(name) {
				used, parts[i] = append(used, i), code
			}
		}
		if len(used) < 2 {
			continue
		}
		home := cmp.Or(g.titled(), g.home())
		for _, i := range used {
			d := Dims{Region: parts[i]}
			if country != home {
				d = Dims{Province: parts[i]}
			}
			g.put(i, d)
		}
		g.sums(at, names, used, func(s string) bool {
			return districtText(s) || len(districtsIn([]string{s})) > 0 || countryName(s) == country
		})
		return true
	}
	return false
}

// codedHead divides a head that begins with a commodity code: «1201 – соя», "4403 /
// тонн".
func codedHead(header string) (code, name string) {
	m := codedHeads().FindStringSubmatch(header)
	if m == nil || !commodity(m[1]) || periods.IsYear(m[1]) {
		return "", ""
	}
	return m[1], headName(m[2])
}

var codedHeads = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:(?:код|тн вэд|ТН ВЭД|HS|hs)\s*)?(\d{4,10})(?:\s*[-–—.:/]\s*|\s+)(\D.*)$`)
})

// acrossCodes reads heads that are commodity codes.
func (g *guesser) acrossCodes(at []int, names []string) bool {
	var used []int
	for _, i := range at {
		if code, _ := codedHead(plainHead(g.columns[i].Header)); code != "" {
			used = append(used, i)
		}
	}
	if len(used) < 2 || g.hasAny(RoleCode, RoleProduct) {
		return false
	}
	for _, i := range used {
		code, name := codedHead(plainHead(g.columns[i].Header))
		g.put(i, Dims{Code: code, Product: name})
	}
	g.sums(at, names, used, nil)
	return true
}

// acrossGoods reads heads that are names of goods: two at least, in a table whose
// rows are of times, countries or regions, and that has no other amounts.
func (g *guesser) acrossGoods(at []int, names []string) {
	if g.hasAny(RoleCode, RoleProduct) || !g.hasAny(RolePeriod, RoleYear, RoleMonth, RolePartner, RoleRegion, RoleProvince) {
		return
	}
	var used []int
	goods, distinct := map[int]string{}, map[string]bool{}
	for k, i := range at {
		switch name := names[k]; {
		case totalWord(name) || wholeText(name) || totalWord(g.columns[i].Header):
		case name == "" && amountRole(g.columns[i].Role): // «Стоимость»: of all goods
			return
		case goodsName(name):
			used, goods[i] = append(used, i), name
			distinct[name] = true
		}
	}
	others := slices.ContainsFunc(g.columns, func(c ShapeColumn) bool { return amountRole(c.Role) && c.Series != Dims{} })
	if len(distinct) < 2 || others || !g.counted(used) {
		return
	}
	for _, i := range used {
		g.put(i, Dims{Product: goods[i]})
	}
	g.sums(at, names, used, nil)
}

// counted reports whether heads or titles tell in what the columns count, or that
// they are of trade: a table of other things has heads of words too.
func (g *guesser) counted(used []int) bool {
	unit := func(s string) bool {
		u := unitIn(s)
		_, money := u.Currency()
		return money || u.Mass()
	}
	return slices.ContainsFunc(used, func(i int) bool { return unit(g.columns[i].Header) }) || slices.ContainsFunc(g.around.titles, unit) ||
		slices.ContainsFunc(g.around.titles, func(t string) bool { return flowIn(codes.Fold(t)) != "" })
}

// goodsName reports whether a head may be the name of goods: words, and none that
// counts something else.
func goodsName(s string) bool {
	f := codes.Fold(s)
	if strings.IndexFunc(f, unicode.IsLetter) < 0 || len([]rune(f)) < 2 && !unicode.Is(unicode.Han, []rune(f)[0]) { // 煤 is a word
		return false
	}
	if _, told := headRole(s); told || flowIn(f) != "" || derivedFlow(f) || turnoverText(s) || countryName(s) != "" || servicesRow(s) {
		return false
	}
	if u := unitnames.Parse(s); u != "" {
		return false
	}
	return !slices.ContainsFunc([]string{
		"курс", "индекс", "числ", "количество ", "колич", "население", "баланс", "место", "код", "№", "план", "прогноз", "процент", "коэффиц", "примечан", "источник",
		"index", "rate", "number", "count", "population", "percent", "rank", "id", "指数", "汇率", "人口", "数目", "家数",
	}, func(w string) bool { return strings.HasPrefix(f, w) })
}

func (g *guesser) hasAny(roles ...Role) bool {
	return slices.ContainsFunc(g.columns, func(c ShapeColumn) bool { return slices.Contains(roles, c.Role) })
}

// provincesPartner is the country whose provinces heads are, where nothing else
// tells with whom the trade is.
func provincesPartner(s *Shape, reporter string) string {
	if !s.seriesSay(RoleProvince) {
		return ""
	}
	for _, c := range []string{"CN", "RU"} {
		if c != reporter && !slices.ContainsFunc(s.Columns, func(col ShapeColumn) bool {
			_, known := partOf(c, col.Series.Province)
			return !known
		}) {
			return c
		}
	}
	return ""
}
