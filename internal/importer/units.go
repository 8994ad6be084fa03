package importer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/prices"
	"briefing/internal/lang"
)

// Units are the user's answers to what a file does not state. What a file
// states may be repeated here, but not contradicted.
type Units struct {
	Value  briefing.Unit // of a currency: "usd", "thousand-usd"
	Weight briefing.Unit // "kg", "t", …
	Flow   figure.Flow
	Period briefing.Period
	Basis  string // "FOB", "CIF" or BasisByFlow
	// Mirror is the country whose trade the file tells from the other side, by
	// ISO 3166: "RU" of a file of the Chinese customs. The rows stay the
	// reporter's own; the batch says that they may be read so, with the caveats.
	Mirror string
	// Partner and Reporter are the countries of a free table that names none,
	// by ISO 3166. What a table or its profile says is not changed by them.
	Partner, Reporter string
	// Region is the part of the reporting country whose trade the file tells
	// where no column does, by the country's own code or name; of "none" the
	// whole country is meant, whatever the title says.
	Region string
	// Province is the same of the partner: of a free table without a column for it.
	Province string
	// Code is that of the goods, or TOTAL, of a table that is of one product and
	// does not tell which.
	Code string
	// Decimal is the decimal sign, "point" or "comma", of a file whose numbers can
	// be read either way: 12.345.
	Decimal string
	// Columns is ColumnsChecked when the user has looked at columns whose heads may
	// have slid.
	Columns string
	// Aside has all rows set aside of a table that is of turnover (AsideTurnover) or
	// of services (AsideServices), and not of goods in one direction.
	Aside string
	Rates []briefing.Rate // of exchange, for amounts in other currencies beside those of the file
}

// BasisByFlow is the usual practice of customs: exports at FOB prices, imports
// at CIF prices.
const BasisByFlow = "FOB/CIF"

// basisOf is the chosen basis of a flow, empty when none is chosen.
func (u *Units) basisOf(f figure.Flow) string {
	switch {
	case u.Basis != BasisByFlow:
		return u.Basis
	case f == figure.Export || f == figure.ReExport:
		return "FOB"
	}
	return "CIF"
}

// word is an answer of one word and its key on the command line.
type word struct {
	key  string
	text *string
}

// words are the answers of one word: all but the period and the rates.
func (u *Units) words() []word {
	return []word{
		{"value", (*string)(&u.Value)},
		{"weight", (*string)(&u.Weight)},
		{"flow", (*string)(&u.Flow)},
		{"basis", &u.Basis},
		{"mirror", &u.Mirror},
		{"partner", &u.Partner},
		{"reporter", &u.Reporter},
		{"region", &u.Region},
		{"province", &u.Province},
		{"code", &u.Code},
		{"decimal", &u.Decimal},
		{"columns", &u.Columns},
		{"aside", &u.Aside},
	}
}

// With takes over what o answers.
func (u Units) With(o Units) Units {
	said := o.words()
	for i, w := range u.words() {
		*w.text = cmp.Or(*said[i].text, *w.text)
	}
	if o.Period.Kind != briefing.NoPeriod {
		u.Period = o.Period
	}
	u.Rates = append(slices.Clone(u.Rates), o.Rates...)
	return u
}

// ParseUnits reads the form of the command line:
// "value=thousand-usd,weight=kg", also flow=, period=, basis=FOB (CIF, FOB/CIF),
// mirror=RU, of a free table that names none partner=TR and reporter=RU,
// region=50000, province=23, code=1001 (TOTAL), decimal=point (comma), columns=checked,
// aside=turnover (services) and, as a batch keeps them, rate=. Two different
// answers to one question are CodeUnitTwice.
func ParseUnits(s string) (Units, error) {
	var u Units
	said := map[string]string{}
	for part := range strings.SplitSeq(s, ",") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		key, v, _ := strings.Cut(part, "=")
		key, v = strings.TrimSpace(key), strings.TrimSpace(v)
		if before, again := said[key]; again && before != part && key != "rate" {
			return Units{}, &briefing.Error{Code: briefing.CodeUnitTwice, Op: "parse units", Path: before + ", " + part}
		}
		said[key] = part
		switch key {
		case "rate":
			r, err := briefing.ParseStoredRate(v)
			if err != nil {
				return Units{}, err
			}
			u.Rates = append(u.Rates, r)
			continue
		case "period":
			p, err := briefing.ParsePeriod(v)
			if err != nil {
				return Units{}, err
			}
			u.Period = p
			continue
		case "basis", "mirror":
			v = strings.ToUpper(v)
		case "partner", "reporter":
			code, ok := codes.Alpha2(v)
			if !ok {
				return Units{}, &briefing.Error{Code: briefing.CodeBadUnit, Op: "parse units", Path: part}
			}
			v = code
		case "code":
			code, ok := GoodsCode(v)
			if !ok {
				return Units{}, &briefing.Error{Code: briefing.CodeBadUnit, Op: "parse units", Path: part}
			}
			v = code
		}
		words := u.words()
		at := slices.IndexFunc(words, func(w word) bool { return w.key == key })
		if at < 0 {
			return Units{}, &briefing.Error{Code: briefing.CodeBadUnit, Op: "parse units", Path: part}
		}
		*words[at].text = v
	}
	return u, u.check()
}

// GoodsCode is the code that a user means by a text: digits of the Harmonised
// System or of a list built on it, or figure.TotalCode for all goods.
func GoodsCode(text string) (code string, ok bool) {
	c, why := codes.ParseCommodity(text, true)
	switch {
	case why != "" || c.Hidden:
		return "", false
	case c.Total:
		return figure.TotalCode, true
	}
	return c.Code, c.Code != ""
}

// String is the form that ParseUnits reads, empty when nothing is chosen.
func (u Units) String() string {
	period := u.Period.String()
	const behindFlow = 3
	answers := slices.Insert(u.words(), behindFlow, word{"period", &period})
	for _, r := range u.Rates {
		rate := r.String()
		answers = append(answers, word{"rate", &rate})
	}
	var parts []string
	for _, w := range answers {
		if *w.text != "" {
			parts = append(parts, w.key+"="+*w.text)
		}
	}
	return strings.Join(parts, ",")
}

func (u Units) check() error {
	bad := func(s string) error {
		return &briefing.Error{Code: briefing.CodeBadUnit, Op: "check units", Path: s}
	}
	if _, ok := u.Value.Currency(); u.Value != "" && (!ok || u.Value.Power() > 12) {
		return bad(string(u.Value))
	}
	if u.Weight != "" && !u.Weight.Mass() {
		return bad(string(u.Weight))
	}
	if u.Flow != "" && !slices.Contains([]figure.Flow{figure.Export, figure.Import, figure.ReExport, figure.ReImport}, u.Flow) {
		return bad(string(u.Flow))
	}
	if !slices.Contains([]string{"", "FOB", "CIF", BasisByFlow}, u.Basis) {
		return bad(u.Basis)
	}
	if _, known := codes.Alpha2(u.Mirror); u.Mirror != "" && (!known || u.Mirror == codes.Unknown) {
		return bad(u.Mirror)
	}
	for _, part := range []struct{ of, said, key string }{{u.Reporter, u.Region, "region="}, {u.Partner, u.Province, "province="}} {
		// A name may be one that the title gives its place, see decideRegion.
		if _, known := partOf(part.of, part.said); !known && strings.ContainsAny(part.said, "0123456789") {
			return &briefing.Error{Code: briefing.CodeBadRegion, Op: "check units", Path: part.key + part.said}
		}
	}
	if !slices.Contains([]string{"", DecimalPoint, DecimalComma}, u.Decimal) {
		return bad("decimal=" + u.Decimal)
	}
	if !slices.Contains([]string{"", AsideTurnover, AsideServices}, u.Aside) {
		return bad("aside=" + u.Aside)
	}
	if u.Columns != "" && u.Columns != ColumnsChecked {
		return bad("columns=" + u.Columns)
	}
	for _, r := range u.Rates {
		if err := r.Check(); err != nil {
			return err
		}
	}
	return nil
}

// Answers about numbers and columns.
const (
	DecimalPoint   = "point" // 12.345 is a little more than twelve
	DecimalComma   = "comma" // 12.345 is more than twelve thousand
	ColumnsChecked = "checked"
)

// WholeCountry is the answer that a file is of no region.
const WholeCountry = "none"

// partOf is the code of the part of a country that was said, empty for none; not
// known is one that the country does not have. Of a country that nobody has told
// yet the first is taken that has such a part.
func partOf(country, said string) (code string, known bool) {
	if said == "" || said == WholeCountry {
		return "", true
	}
	countries := []string{country}
	if country == "" {
		countries = []string{"RU", "CN"}
	}
	for _, c := range countries {
		code, known = codes.Region(c, said)
		if known && (lang.Region(briefing.RU, c, code) != code || len(lang.Regions(c)) == 0) {
			return code, true
		}
	}
	return said, false
}

// weightPower is the power of ten from the unit to kilograms.
func weightPower(u briefing.Unit) int {
	if u.Base() == "t" {
		return u.Power() + 3
	}
	return u.Power()
}

// Implied is what a choice of units would mean: the average price in whole
// currency units per tonne, over rows that have both amounts and a code.
type Implied struct {
	Value    briefing.Unit
	Weight   briefing.Unit
	PerTonne briefing.Number
	Prices   prices.Report // chapter by chapter, beside what is usual
}

// Needed is the cause of an error with CodeUnitNeeded: what has to be chosen,
// by the keys of the command line ("value", "weight", "flow", "period", "region",
// "province", "code", "decimal", "columns", AsideTurnover, AsideServices), and what each choice of units would mean.
type Needed struct {
	Needs []string
	// About are the words of the file that make something a question, by what is
	// needed: the place that the title names, a number that can be read both ways.
	About   map[string]string
	Unsaid  []string // what the file does not say either and may stay unsaid: "basis"
	Implied []Implied
	Worth   Worth
}

// Error is for the log.
func (n *Needed) Error() string {
	return fmt.Sprintf("needs %s", strings.Join(n.Needs, ", "))
}

// UnknownTable is the cause of an error with CodeUnknownTable.
type UnknownTable struct {
	Seen []string // the header as found
	Tied []string // profiles that fit equally well
}

// Error is for the log.
func (u *UnknownTable) Error() string {
	if len(u.Tied) > 0 {
		return "fits equally: " + strings.Join(u.Tied, ", ")
	}
	return "header: " + strings.Join(u.Seen, " | ")
}
