package pack

import (
	"slices"
	"strings"

	"briefing/internal/figure"
	"briefing/internal/lang"
)

// What titles and sentences say of rows with several countries: «Экспорт
// Калининградской области в 6 стран».

// viewTitle names a flow of rows: whose it is, with whom, of which goods, and who
// told it. Where a name has no sure form it keeps the one that needs no case.
func (b *builder) viewTitle(reporter string, f figure.Filter, goods string) string {
	rest := goods + b.mirrored(f)
	if whose, sure := b.reporterGenitive(reporter, f); sure {
		where, ok := b.several(f)
		switch {
		case f.Partner == "" && ok && where == "":
			return b.t("stat.own."+string(f.Flow), whose) + rest
		case f.Partner != "" || !ok: // a title names the country of a province, too
			if provinces, err := b.s.Figures.Provinces(f); err != nil || len(provinces) == 0 {
				where, ok = b.withOne(f)
			} else {
				ok = false
			}
		}
		if ok {
			return b.t("stat.several."+string(f.Flow), whose, where) + rest
		}
	}
	return b.t("stat.title."+string(f.Flow), b.reporterName(reporter, f), b.partners(f)) + rest
}

// several says where the goods of several countries go to or come from: «в 6
// стран», «из Казахстана и из Китая». It is empty where the rows are of others
// too, which no number of countries tells. Not ok of a single country, and where
// a name has no sure form.
func (b *builder) several(f figure.Filter) (where string, ok bool) {
	codes, others, err := b.countriesOf(f)
	in := f.Flow == figure.Import || f.Flow == figure.ReImport
	to, count := lang.ToCountry, "pack.stat.to_some"
	if in {
		to, count = lang.FromCountry, "pack.stat.from_some"
	}
	switch {
	case err != nil || len(codes) == 0:
		return "", false
	case codes[0] == figure.World:
		return to(b.l, figure.World)
	case others:
		return "", true
	case len(codes) == 1:
		return "", false
	case len(codes) > mostNamed:
		return lang.Plural(b.l, count, len(codes)), true
	}
	var names []string
	for _, c := range codes {
		name, ok := to(b.l, c)
		if !ok {
			return "", false
		}
		names = append(names, name)
	}
	last := len(names) - 1
	return b.t("stat.and", b.commas(names[:last]...), names[last]), true
}

// countriesOf are the countries that rows are with, World alone where all of them
// are told as one; others tells of rows with countries that are not named.
func (b *builder) countriesOf(f figure.Filter) (codes []string, others bool, err error) {
	groups, err := b.s.Figures.Aggregate(f, []figure.Dimension{"partner"})
	for _, g := range groups {
		switch p := g.Keys[0]; {
		case p == "" || p == figure.World:
			return []string{figure.World}, false, err
		case p == "ZZ":
			others = true
		case !slices.Contains(codes, p):
			codes = append(codes, p)
		}
	}
	return codes, others, err
}

// withCountries is the name of a flow with its countries where they are several,
// as the head over a number has it: «Экспорт в 6 стран».
func (b *builder) withCountries(name string, f figure.Filter) string {
	if f.Partner != "" {
		return name
	}
	where, ok := b.several(f)
	if !ok || where == "" {
		return name
	}
	return strings.TrimSpace(b.t("stat.flow_with."+string(f.Flow), where))
}
