package codes

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// Membership is how far a country belongs to a group of countries.
type Membership uint8

// Memberships. Sources differ in whether they count countries that have joined,
// left or lie in two parts of the world.
const (
	NoMember Membership = iota
	MayBeMember
	IsMember
)

// group is a group of countries: a part of the world, or a list, perhaps all but
// those in it.
type group struct {
	region         string // of CLDR
	members, maybe string // ISO 3166, parted by blanks
	others         bool   // all countries but the members
}

func groups() map[string]group {
	const (
		cis   = "AM AZ BY KZ KG MD RU TJ TM UZ"
		near  = "EE GE LT LV UA"
		union = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
		both  = "AM AZ CY GE KZ RU TR" // in two parts of the world
		euro  = "AT BE CY DE EE ES FI FR GR IE IT LT LU LV MT NL PT SI SK"
	)
	return map[string]group{
		"cis": {members: cis, maybe: "GE UA"}, "eaeu": {members: "AM BY KZ KG RU"}, "near": {members: cis, maybe: near},
		"far": {members: cis, maybe: near, others: true}, "not-cis": {members: cis, maybe: near, others: true}, "not-eaeu": {members: "AM BY KZ KG RU", others: true},
		"eu": {members: union, maybe: "GB"}, "brics": {members: "BR CN IN RU ZA", maybe: "AE EG ET ID IR SA"},
		"ext-eu": {members: union, maybe: "GB", others: true}, "euro": {members: euro, maybe: "BG HR"}, "ext-euro": {members: euro, maybe: "BG HR", others: true},
		"sco":  {members: "CN IN KG KZ PK RU TJ UZ", maybe: "BY IR"},
		"apec": {members: "AU BN CA CL CN HK ID JP KR MX MY NZ PE PG PH RU SG TH TW US VN"}, "asean": {members: "BN ID KH LA MM MY PH SG TH VN", maybe: "TL"},
		"opec": {members: "AE CG DZ GA GQ IQ IR KW LY NG SA VE", maybe: "AO EC ID QA"},
		"asia": {region: "142", maybe: both}, "africa": {region: "002", maybe: "EG"}, "europe": {region: "150", maybe: both}, "america": {region: "019"},
		"latin": {region: "419"}, "oceania": {region: "009"}, "north-america": {region: "003", maybe: "MX"},
	}
}

// groupNames are what tables call the groups, without «страны» in front. Of the last
// ones nobody can tell the members.
func groupNames() map[string]string {
	return map[string]string{
		"cis": "снг|cis|cis countries|独联体", "eaeu": "еаэс|еврасэс|таможенного союза|eaeu", "near": "ближнего зарубежья|ближнее зарубежье",
		"far": "дальнего зарубежья|дальнее зарубежье", "not-cis": "вне снг|не снг", "not-eaeu": "вне еаэс",
		"eu": "ес|евросоюза|европейского союза|евросоюз|европейский союз|eu|eu-27|eu27|european union|欧盟|" +
			"eu27_2020|eu27_2007|eu28|eu25|eu15|int_eu|int_eu27_2020|int_eu27_2007|int_eu28|intra_eu27_2020|intra_eu|intra-eu",
		"ext-eu": "ext_eu|ext_eu27_2020|ext_eu27_2007|ext_eu28|extra_eu27_2020|extra_eu|extra-eu", // as SDMX of Eurostat has them
		"euro":   "ea|ea19|ea20|ea21|int_ea|int_ea19|int_ea20|int_ea21|еврозоны|еврозона|euro area|euro area countries|欧元区", "ext-euro": "ext_ea|ext_ea19|ext_ea20|ext_ea21",
		"brics": "брикс|brics|金砖国家", "sco": "шос", "apec": "атэс|apec", "asean": "асеан|asean|东盟", "opec": "опек|opec",
		"asia": "азии|азия|asia|亚洲", "africa": "африки|африка|africa|非洲", "europe": "европы|европа|europe|欧洲", "america": "америки|америка|america",
		"latin": "latin america|拉丁美洲", "oceania": "大洋洲", "north-america": "北美洲",
		"": "недружественные|дружественные|недружественных государств|дружественных государств|ближнего востока|middle east",
	}
}

// groupsByName tell the members by the folded name; nil where nobody can.
var groupsByName = sync.OnceValue(func() map[string]func(code string) Membership {
	out := map[string]func(string) Membership{}
	all := groups()
	for key, names := range groupNames() {
		var of func(string) Membership
		if g, listed := all[key]; listed {
			of = g.of
		}
		for name := range strings.SplitSeq(names, "|") {
			out[name] = of
		}
	}
	return out
})

// Group finds the group of countries that a text names; named is false where it
// names none. member is nil where it is not known which countries belong to it.
func Group(s string) (member func(code string) Membership, named bool) {
	f := Fold(strings.TrimRight(s, ":.：* "))
	member, named = groupsByName()[strings.TrimSuffix(strings.TrimPrefix(f, "страны "), " - всего")]
	return member, named
}

// Beyond reports whether a text names all countries but those of a union, as Eurostat
// has them: of these a file rarely has all.
func Beyond(s string) bool {
	return strings.HasPrefix(Fold(s), "ext") && groupsByName()[Fold(s)] != nil
}

func (g group) of(code string) Membership {
	in := slices.Contains(strings.Fields(g.members), code)
	if g.region != "" {
		r, err := language.ParseRegion(g.region)
		c, unknown := language.ParseRegion(code)
		in = err == nil && unknown == nil && r.Contains(c)
	}
	switch {
	case slices.Contains(strings.Fields(g.maybe), code), code == Unknown && g.others:
		return MayBeMember
	case in != g.others:
		return IsMember
	}
	return NoMember
}
