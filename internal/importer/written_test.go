package importer_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/importertest"
	"briefing/internal/lang"
)

// numberStyle is how numbers of a table are written.
type numberStyle struct{ decimal, group string }

// write writes a decimal number: "-1234567.5" as "−1 234 567,5".
func (s numberStyle) write(n string) string {
	sign := ""
	if strings.HasPrefix(n, "-") {
		sign, n = "-", n[1:]
	}
	whole, fraction, has := strings.Cut(n, ".")
	var parts []string
	for len(whole) > 3 && s.group != "" {
		parts = append([]string{whole[len(whole)-3:]}, parts...)
		whole = whole[:len(whole)-3]
	}
	out := strings.Join(append([]string{whole}, parts...), s.group)
	if has {
		out += s.decimal + fraction
	}
	return sign + out
}

// script is a way to write a text file and what can be written in it.
type script struct {
	encoding decode.Encoding
	langs    []briefing.Lang
	groups   []string // signs between groups that it has
	texts    []string // names with all that has to be quoted
}

func scripts() []script {
	const nbsp, narrow, thin = "\u00a0", "\u202f", "\u2009"
	cyrillic := []string{"Мясо птицы", "Сыр «Гауда»; твёрдый", "Шоколад, 70 %", "Напитки\tгазированные", "Мука|крупа", "Два \"сорта\"", "Первая строка\nвторая", "'02", "=1+1", "Ёлка"}
	chinese := []string{"鸡肉", "巧克力，含糖", "面粉;谷物", "饮料\n含气", "\"优\"级", "乳,酪"}
	all := append(slices.Clone(cyrillic), chinese...)
	unicodeGroups := []string{"", " ", nbsp, narrow, thin, "'"}
	langs := briefing.Langs()
	return []script{
		{decode.UTF8, langs, unicodeGroups, all},
		{decode.UTF8BOM, langs, unicodeGroups, all},
		{decode.UTF16LE, langs, unicodeGroups, all},
		{decode.UTF16BE, langs, unicodeGroups, all},
		{decode.CP1251, []briefing.Lang{briefing.RU}, []string{"", " ", nbsp}, cyrillic},
		{decode.CP866, []briefing.Lang{briefing.RU}, []string{"", " ", nbsp}, []string{"Мясо птицы", "Шоколад, 70 %", "Мука|крупа", "Два \"сорта\"", "Первая строка\nвторая", "Напитки;соки"}},
		{decode.GB18030, []briefing.Lang{briefing.ZH}, []string{"", " "}, chinese},
	}
}

// layouts are the ways in which a script's tables are laid out.
func layouts(s script, try func(name string, x importertest.Text, n numberStyle, l briefing.Lang)) {
	for _, d := range []byte{';', ',', '\t', '|'} {
		for _, decimal := range []string{",", "."} {
			groups := append(slices.Clone(s.groups), map[string]string{",": ".", ".": ","}[decimal])
			for i, g := range groups {
				l := s.langs[i%len(s.langs)]
				x := importertest.Text{Delimiter: d, Encoding: s.encoding, EOL: []string{"\n", "\r\n"}[i%2], QuoteAll: i%3 == 1, Trailing: i%4 == 2}
				try(fmt.Sprintf("%s %q decimal %s group %q %s", s.encoding, d, decimal, g, l), x, numberStyle{decimal, g}, l)
			}
		}
	}
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// decimalOf makes a number of up to twelve digits with a fraction of one or two
// digits, or none: three would be a group in half of the styles.
func decimalOf(r *rand.Rand) string {
	n := strconv.FormatInt(r.Int64N([]int64{10, 1000, 100_000, 1_000_000_000_000}[r.IntN(4)]), 10)
	switch r.IntN(3) {
	case 0:
		return n
	case 1:
		return n + "." + strconv.Itoa(1+r.IntN(9))
	}
	return n + ".0" + strconv.Itoa(1+r.IntN(9))
}

// observed is an observation with the texts it is written as.
type observed struct {
	want  figure.Observation
	cells map[string]string
}

// someTrade makes rows for the sheet of trade of our template. The first row
// has a fraction in each column of numbers, so that the style can be told.
func someTrade(r *rand.Rand, s script, n numberStyle, l briefing.Lang) []observed {
	var out []observed
	for i := range 12 {
		value, weight := decimalOf(r), decimalOf(r)
		if i == 0 {
			value, weight = "1234567.5", "7654321.25"
		}
		period := briefing.Per(fmt.Sprintf("%d-%02d", 2019+r.IntN(4), 1+r.IntN(12)))
		code := fmt.Sprintf("%02d%02d%06d", 1+r.IntN(24), 1+r.IntN(9), r.IntN(1000)*1000+i)
		partner, flow := pick(r, []string{"CN", "KZ", "NA", "BY"}), pick(r, []figure.Flow{figure.Export, figure.Import})
		o := observed{want: figure.Observation{
			Flow: flow, Reporter: "RU", Partner: partner, Code: code, Classification: "TNVED", Level: 10, Product: pick(r, s.texts),
			Period: period, Value: briefing.SomeNum(value), Currency: "USD", NetWeight: briefing.SomeNum(weight), Status: "A",
		}}
		written := pick(r, []string{
			period.String(), fmt.Sprintf("%02d.%d", period.From.Month, period.From.Year), fmt.Sprintf("%02d/%d", period.From.Month, period.From.Year), lang.Period(l, period),
		})
		o.cells = map[string]string{
			"period": written, "flow": lang.Enum(l, "flow", string(flow)), "reporter": "RU", "partner": partner, "classification": "TNVED",
			"code": code, "product": o.want.Product, "value": n.write(value), "value-unit": lang.Unit(l, "usd"), "weight": n.write(weight), "weight-unit": lang.Unit(l, "kg"),
		}
		out = append(out, o)
	}
	return out
}

// sheetRows lays cells out under the headers of a sheet of our template.
func sheetRows(l briefing.Lang, key string, cells []map[string]string) [][]string {
	for _, s := range importer.Template(l) {
		if s.Key != key {
			continue
		}
		rows := make([][]string, 1+len(cells))
		for _, c := range s.Columns {
			rows[0] = append(rows[0], c.Header)
			for i, row := range cells {
				rows[i+1] = append(rows[i+1], row[c.Key])
			}
		}
		return rows
	}
	return nil
}

// Any table of figures that is written in any encoding, with any delimiter and
// any style of numbers is read back as it was.
func TestTradeIsReadBackInAnyScript(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1))
	tables := 0
	for _, s := range scripts() {
		layouts(s, func(name string, x importertest.Text, n numberStyle, l briefing.Lang) {
			tables++
			list := someTrade(r, s, n, l)
			var cells []map[string]string
			for _, o := range list {
				cells = append(cells, o.cells)
			}
			res, err := load("table.csv", x.Write(t, sheetRows(l, "trade", cells)), importer.Options{})
			if err != nil {
				t.Errorf("%s: %v", name, err)
				return
			}
			if got := account(res.Report); got != "12 = 12" || res.Preview.Encoding != string(s.encoding) {
				t.Errorf("%s: %s, read as %s", name, got, res.Preview.Encoding)
				return
			}
			for i, o := range res.Figures.All() {
				want := list[i].want
				want.Import, want.Line = o.Import, o.Line
				if got := fmt.Sprintf("%+v", o); got != fmt.Sprintf("%+v", want) {
					t.Errorf("%s row %d:\ngot  %s\nwant %+v", name, i, got, want)
				}
			}
		})
	}
	if tables < 200 {
		t.Errorf("only %d tables", tables)
	}
}

// Negative numbers, days and texts with line ends, in a table of records, whose
// numbers are read one by one as a person types them: a group of three behind a
// lone point or comma is a fraction there, so that such groups are left out.
func TestFactsAreReadBackInAnyScript(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 2))
	for _, s := range scripts() {
		layouts(s, func(name string, x importertest.Text, n numberStyle, l briefing.Lang) {
			if strings.ContainsAny(n.group, ".,'") {
				return
			}
			var cells []map[string]string
			var want []string
			for i := range 6 {
				value, change := decimalOf(r), "-"+decimalOf(r)
				day := briefing.Per(fmt.Sprintf("202%d-%02d-%02d", r.IntN(4), 1+r.IntN(12), 1+r.IntN(28)))
				statement := fmt.Sprintf("%s %d", pick(r, s.texts), i)
				written := pick(r, []string{day.String(), fmt.Sprintf("%02d.%02d.%d", day.From.Day, day.From.Month, day.From.Year), lang.Period(l, day)})
				cells = append(cells, map[string]string{
					"id": fmt.Sprintf("f-%d", i), "statement_" + string(l): statement, "nature": lang.Enum(l, "nature", briefing.NatureEstimate), "claims.value": n.write(value),
					"claims.unit": lang.Unit(l, "thousand-t"), "claims.period": written, "claims.change": n.write(change), "claims.change_unit": lang.Unit(l, "percent"),
				})
				want = append(want, fmt.Sprintf("%s %s %s thousand-t %s %s percent estimate", statement, plain(value), day, plain(change), ""))
			}
			res, err := load("facts.csv", x.Write(t, sheetRows(l, "facts", cells)), importer.Options{})
			if err != nil {
				t.Errorf("%s: %v", name, err)
				return
			}
			var got []string
			for _, rec := range res.Records {
				f := rec.(*briefing.Fact)
				c := f.Claims[0]
				got = append(got, fmt.Sprintf("%s %s %s %s %s %s %s %s", f.Statement.In(l), c.Figure.Value.Decimal.Trim(0), c.Period, c.Figure.Unit, c.Change.Decimal.Trim(0), "", c.ChangeUnit, f.Nature))
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: %s\ngot  %q\nwant %q", name, account(res.Report), got, want)
			}
		})
	}
}

func plain(n string) briefing.Number { return briefing.Num(n).Trim(0) }
