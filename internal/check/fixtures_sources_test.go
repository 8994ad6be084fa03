package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// row is a row of an import; empty attributes are those of rowsOf.
type row struct {
	file, classification, basis, code, product, period, value, partner, region string
}

// rowsOf has the rows, of Egypt's imports from Russia unless they say otherwise,
// in a pack of Russia on Egypt.
func rowsOf(list ...row) func(*project.Project) {
	return func(p *project.Project) {
		p.Pack.Reporter, p.Pack.Partner = "RU", "EG"
		p.Figures, p.Imports = figure.NewSet(), nil
		for i, r := range list {
			id := briefing.ID(r.file)
			if !slices.ContainsFunc(p.Imports, func(imp *briefing.Import) bool { return imp.ID == id }) {
				p.Imports = append(p.Imports, &briefing.Import{ID: id, File: r.file + ".csv", Stored: 1, Source: "early"})
			}
			o := figure.Observation{
				Flow: "import", Reporter: "EG", Partner: or(r.partner, "RU"), Region: r.region, Classification: or(r.classification, "HS"), Basis: r.basis,
				Code: or(r.code, figure.TotalCode), Product: r.product, Period: briefing.Per(or(r.period, "2022")), Currency: "USD",
				Import: id, Line: i + 1, Value: briefing.SomeNum(r.value), Status: briefing.Normal, Level: uint8(len(r.code)),
			}
			if err := p.Figures.Append(o); err != nil {
				panic(err)
			}
		}
	}
}

// packOf has a pack on a region, by its code and name, with rows of regions.
func packOf(code, name string, regions ...string) func(*project.Project) {
	return func(p *project.Project) {
		var rows []row
		for _, r := range regions {
			rows = append(rows, row{file: "a", value: "100222333", region: r, code: "1001"})
		}
		rowsOf(rows...)(p)
		set := figure.NewSet()
		for i := range p.Figures.Len() {
			o := p.Figures.At(i)
			o.Reporter, o.Partner = "RU", "EG"
			if err := set.Append(o); err != nil {
				panic(err)
			}
		}
		p.Figures, p.Pack.Region, p.Pack.RegionName = set, code, all3(name)
	}
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// months are the twelve of 2022 in a file, each of the value.
func monthsOf(file, classification, code, value string, n int) (out []row) {
	for m := range n {
		out = append(out, row{file: file, classification: classification, code: code, period: fmt.Sprintf("2022-%02d", m+1), value: value})
	}
	return out
}

func sourcesOfRows() []fixture {
	comtrade := func(code, value string) row {
		return row{file: "comtrade", classification: "HS2022", basis: "CIF", code: code, value: value}
	}
	tradeMap := func(code, value string) row { return row{file: "trademap", code: code, value: value} }
	return []fixture{
		{"47 wheat of one source above all goods of another", rowsOf(comtrade("", "446694741"), tradeMap("1001", "2300789000")), "47 blocking import:trademap"},
		{"47 wheat within all goods", rowsOf(comtrade("", "2446694741"), tradeMap("1001", "2300789000")), ""},
		{"47 wheat above the chapter", rowsOf(comtrade("10", "95717427"), tradeMap("1001", "2300789000")), "47 blocking import:trademap"},
		{"47 wheat beside another chapter", rowsOf(comtrade("15", "95717427"), tradeMap("1001", "2300789000")), ""},
		{"47 several goods of one together above all of another", rowsOf(comtrade("", "600111222"), tradeMap("1001", "400222333"), tradeMap("1512", "400222333")), "47 blocking import:trademap"},
		{"47 several goods of one together within all of another", rowsOf(comtrade("", "900111222"), tradeMap("1001", "400222333"), tradeMap("1512", "400222333")), ""},
		{"47 a heading and its own subheading are not added", rowsOf(comtrade("", "600111222"), tradeMap("1001", "400222333"), tradeMap("100199", "400222333")), ""},
		{"47 one code, told differently", rowsOf(comtrade("1001", "100222333"), tradeMap("1001", "140222333")), "47 blocking import:trademap"},
		{"47 one code, apart by no more than freight", rowsOf(comtrade("1001", "100222333"), tradeMap("1001", "110222333")), "47 warning import:trademap"},
		{"47 one code, FOB and CIF", rowsOf(comtrade("1001", "110222333"), row{file: "national", basis: "FOB", code: "1001", value: "100222333"}), ""},
		{"47 one code, FOB ten times CIF", rowsOf(comtrade("1001", "110222333"), row{file: "national", basis: "FOB", code: "1001", value: "1002223330"}), "47 blocking import:national"},
		{"47 one code, rounded to tenths of a billion", rowsOf(comtrade("1001", "2300789000"), tradeMap("1001", "2300000000")), ""},
		{"47 six digits of two editions may be other goods", rowsOf(comtrade("100199", "100222333"), row{file: "old", classification: "HS2017", code: "100199", value: "300222333"}), ""},
		{"47 codes of another classification", rowsOf(comtrade("1001", "100222333"), row{file: "sitc", classification: "SITC4", code: "041", value: "300222333"}), ""},
		{"47 all goods of another classification", rowsOf(comtrade("", "100222333"), row{file: "sitc", classification: "SITC4", code: "041", value: "300222333"}), "47 blocking import:sitc"},
		{"47 another year", rowsOf(comtrade("", "446694741"), row{file: "trademap", code: "1001", value: "2300789000", period: "2021"}), ""},
		{"47 another partner", rowsOf(comtrade("", "446694741"), row{file: "trademap", code: "1001", value: "2300789000", partner: "UA"}), ""},
		{"47 a region is not the country", rowsOf(comtrade("", "446694741"), row{file: "trademap", code: "1001", value: "2300789000", region: "EG01"}), ""},
		{"47 of third countries it does not stop the pack", rowsOf(row{file: "comtrade", basis: "CIF", value: "446694741", partner: "UA"}, row{file: "trademap", code: "1001", value: "2300789000", partner: "UA"}, row{file: "trademap", code: "1001", value: "5"}), "47 warning import:trademap"},
		{"47 one file only", rowsOf(row{file: "one", basis: "CIF", value: "446694741"}, row{file: "one", code: "1001", value: "2300789000"}, row{file: "two", value: "5", partner: "UA"}), ""},
		{"47 twelve months of another source", rowsOf(append(monthsOf("months", "HS", "1001", "10333444", 12), comtrade("1001", "250555666"))...), "47 blocking import:comtrade"},
		{"47 twelve months that make the year", rowsOf(append(monthsOf("months", "HS", "1001", "10333444", 12), comtrade("1001", "124001328"))...), ""},
		{"47 five months are no year", rowsOf(append(monthsOf("months", "HS", "1001", "10333444", 5), comtrade("1001", "250555666"))...), ""},
		{"47 five months of a heading above the year of its chapter", rowsOf(append(monthsOf("months", "HS", "1001", "70333444", 5), comtrade("10", "250555666"))...), "47 blocking import:comtrade"},
		{"39 a region by its name alone beside others", packOf("", "Амурская область", "10000", "01000"), "39 warning pack:pack"},
		{"39 a region by a name that nobody knows, beside others", packOf("", "Приамурье", "10000", "01000"), "39 warning pack:pack"},
		{"39 a region by its name alone, with rows of no other", packOf("", "Амурская область", "10000", ""), ""},
		{"39 a region by a name that nobody knows, with rows of one", packOf("", "Приамурье", "10000"), ""},
		{"39 a region by its code and a name of its own", packOf("10000", "Приамурье", "10000"), ""},
		{"39 a region by the code of another", packOf("10000", "Алтайский край", "10000"), "39 warning pack:pack"},
		{"43 a total beside its own goods is not added to them", rowsOf(row{file: "one", value: "100222333"}, row{file: "one", code: "10", value: "60222333"}, row{file: "two", classification: "TNVED", value: "100222333"}), ""},
		{"44 a total beside its own goods is not added to them", func(p *project.Project) {
			rowsOf(row{file: "one", value: "100222333"}, row{file: "one", code: "10", value: "60222333"})(p)
			f := number("published", "100.2", "2022")
			f.Statement, f.Reporter, f.Partner = all3("Импорт Египта из России"), "EG", "RU"
			f.Claims[0].Figure.Unit = "million-usd"
			p.Put(f)
		}, ""},
		{"47 goods by name above all goods", rowsOf(comtrade("", "446694741"), row{file: "bulletin", product: "Пшеница", value: "2300789000"}), "47 blocking import:bulletin"},
	}
}

func TestMirrorReturnsAreTwoFacts(t *testing.T) {
	p := clean()
	rowsOf(row{file: "egypt", basis: "CIF", code: "1001", value: "100222333"})(p)
	o := p.Figures.At(0)
	o.Flow, o.Reporter, o.Partner, o.Basis, o.Import, o.Value = "export", "RU", "EG", "FOB", "russia", briefing.SomeNum("300222333")
	if err := p.Figures.Append(o); err != nil {
		t.Fatal(err)
	}
	p.Imports = append(p.Imports, &briefing.Import{ID: "russia", File: "r.csv", Stored: 1, Source: "early"})
	if got := short(check.Data(compiler(p))); got != "" {
		t.Error(got)
	}
}

func TestTheFindingNamesBothSourcesNumbersAndAllYears(t *testing.T) {
	p := clean()
	var rows []row
	for _, y := range []string{"2020", "2021", "2022"} {
		rows = append(rows, row{file: "comtrade", basis: "CIF", value: "446694741", period: y}, row{file: "trademap", code: "1001", value: "2300789000", period: y})
	}
	rowsOf(rows...)(p)
	got := check.Data(compiler(p))
	if len(got) != 1 {
		t.Fatal(short(got))
	}
	for _, want := range []string{"comtrade.csv", "trademap.csv", "early", "446 694 741 USD", "2 300 789 000 USD", "2020", "2021", "2022", "код 1001", "Египет – Россия"} {
		if said := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(got[0].Evidence.RU); !strings.Contains(said, want) {
			t.Errorf("%q is not in %q", want, said)
		}
	}
}

// A finding about the figures of a region names it, not its country.
func TestFindingsNameTheRegionThatFiguresAreOf(t *testing.T) {
	of := func(file, code, period, value string) row {
		return row{file: file, code: code, period: period, value: value, region: "10000"}
	}
	for number, rows := range map[int][]row{
		37: {of("a", "10", "2022", "100"), of("b", "1001", "2022", "150")},
		40: {of("a", "1001", "2022", "100"), of("b", "1001", "2022-05", "150")},
		43: {of("a", "1001", "2022", "100"), {file: "b", classification: "TNVED", code: "1512", value: "150", region: "10000"}},
		47: {of("a", "10", "2022", "100"), {file: "b", classification: "TNVED", basis: "FOB", code: "1001", value: "150", region: "10000"}},
	} {
		p := clean()
		rowsOf(rows...)(p)
		p.Pack.Partner = "CN"
		set := figure.NewSet()
		for i := range p.Figures.Len() {
			o := p.Figures.At(i)
			o.Reporter, o.Partner, o.Flow = "RU", "CN", "export"
			if err := set.Append(o); err != nil {
				t.Fatal(err)
			}
		}
		p.Figures = set
		found := false
		for _, f := range check.Data(compiler(p)) {
			if f.Number == number && strings.Contains(f.Evidence.RU, "Амурская область – Китай") {
				found = true
			}
		}
		if !found {
			t.Errorf("%d: %s", number, short(check.Data(compiler(p))))
			for _, f := range check.Data(compiler(p)) {
				t.Log(f.Evidence.RU)
			}
		}
	}
}
