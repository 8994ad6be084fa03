package lang

import (
	"slices"
	"strings"
	"sync"

	"briefing/internal/briefing"
)

// Region names a part of a country: of Russia by the five digits of ОКАТО, of
// China by the first two of GB/T 2260. A code that nobody knows, or of another
// country, shows as it is.
func Region(l briefing.Lang, country, code string) string {
	if code == "" {
		return ""
	}
	key := ""
	switch country {
	case "RU":
		key = "regions.ru." + code
	case "CN":
		key = "regions.cn." + provinceOf(code)
	}
	if s, ok := lookup(l, key); ok {
		return s
	}
	return code
}

// provinceOf cuts a code of GB/T 2260 to its province when it is all of it:
// 37, 3700 and 370000 are Shandong, 370100 is a city there.
func provinceOf(code string) string {
	if n := len(code); n > 2 && n <= 6 && strings.Trim(code[2:], "0") == "" {
		return code[:2]
	}
	return code
}

// Regions lists the codes of the parts of a country that have names, in order.
func Regions(country string) []string { return slices.Clone(regions()[country]) }

// regions are the codes of the parts of the countries.
var regions = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for key := range catalogue(briefing.RU) {
		rest, ok := strings.CutPrefix(key, "regions.")
		if !ok {
			continue
		}
		country, code, _ := strings.Cut(rest, ".")
		if c, known := map[string]string{"ru": "RU", "cn": "CN"}[country]; known && strings.Trim(code, "0123456789") == "" {
			out[c] = append(out[c], code)
		}
	}
	for _, codes := range out {
		slices.Sort(codes)
	}
	return out
})

// RegionIn finds the part of a country that a name speaks of, however it is
// declined and whatever stands beside: «Правительство Синьцзяна», «провинция
// Шаньдун», 山东省人民政府. ok is false when none is, or more than one may be.
func RegionIn(country string, name briefing.Text) (code string, ok bool) {
	for _, c := range regions()[country] {
		for _, l := range briefing.Langs() {
			if name.In(l) == "" || !speaksOf(name.In(l), l, Region(l, country, c)) {
				continue
			}
			if code != "" && code != c {
				return "", false
			}
			code = c
		}
	}
	return code, code != ""
}

// RegionNamed finds the part of a country that is called so in one of the
// languages, by its whole name.
func RegionNamed(country string, name briefing.Text) (code string, ok bool) {
	spaced := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	codes := regions()[country]
	for _, l := range briefing.Langs() {
		said := spaced(name.In(l))
		if said == "" {
			continue
		}
		for _, c := range codes {
			if strings.EqualFold(said, spaced(Region(l, country, c))) {
				return c, true
			}
		}
	}
	return "", false
}

// speaksOf reports whether a text has the telling part of a region's name at
// the start of a word: the first word without its ending, two characters.
func speaksOf(text string, l briefing.Lang, region string) bool {
	switch l {
	case briefing.ZH:
		r := []rune(strings.TrimPrefix(region, "中国"))
		return len(r) > 1 && strings.Contains(text, string(r[:2]))
	case briefing.EN:
		return strings.Contains(" "+text, " "+region)
	}
	stem, _, _ := strings.Cut(region, " ")
	stem, _, _ = strings.Cut(stem, "-")
	for _, ending := range []string{"ская", "ский", "ской", "яя", "ая", "ия", "ой", "й"} {
		if cut, ok := strings.CutSuffix(stem, ending); ok {
			stem = cut
			break
		}
	}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(" -«»\"(),.", r) }) {
		if stem != "" && strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}

// PartsOf are the parts of both sides' countries that a pack is about, by
// country: its own region by its code, the partner's by the name of the
// organisation that stands for it. A country that isn't in it is whole.
func PartsOf(p *briefing.Pack, province *briefing.Organisation) map[string]string {
	parts := map[string]string{}
	if p.Region != "" && strings.Trim(p.Region, "0123456789") == "" {
		parts[p.Reporter] = regionDigits(p.Reporter, p.Region)
	}
	if province != nil {
		if code, ok := RegionIn(p.Partner, province.Name); ok {
			parts[p.Partner] = regionDigits(p.Partner, code)
		}
	}
	return parts
}

// regionDigits are the first digits that the codes of a region and of the
// places in it have in common: of ОКАТО and of GB/T 2260 the first two.
func regionDigits(country, code string) string {
	if (country == "RU" || country == "CN") && len(code) > 2 {
		return code[:2]
	}
	return code
}
