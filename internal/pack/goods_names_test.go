package pack_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// Divisions of the SITC are called in the language of the book; other goods as
// the file has them, which the sheet says. A name that the file has in the
// language stays, and 33 of another revision is no division known here.
func TestGoodsAreCalledInTheLanguageOfTheBook(t *testing.T) {
	rows := []figure.Observation{
		{Classification: "SITC4", Code: "01", Product: "Meat and meat preparations"},
		{Classification: "SITC4", Code: "02", Product: "Молоко"},
		{Classification: "SITC1", Code: "33", Product: "Petroleum"},
	}
	for _, c := range []struct {
		lang  briefing.Lang
		rows  []figure.Observation
		names string
		noted bool
	}{
		{briefing.RU, rows[:2], "Мясо и мясопродукты|Молоко", false},
		{briefing.RU, rows, "Мясо и мясопродукты|Молоко|Petroleum", true},
		{briefing.RU, append(rows[:2:2], figure.Observation{Classification: "SITC4", Code: "0111", Product: "Bovine meat"}), "Мясо и мясопродукты|Молоко|Bovine meat", true},
		{briefing.EN, rows, "Meat and meat preparations|Dairy products and birds’ eggs|Petroleum", false},
		{briefing.ZH, rows[:1], "肉及肉制品", false},
	} {
		p := &project.Project{Figures: figure.NewSet(), Imports: []*briefing.Import{{ID: "i", File: "i.csv"}}}
		for i, o := range c.rows {
			o.Flow, o.Reporter, o.Partner, o.Level = figure.Export, "CN", "VN", uint8(len(o.Code))
			o.Period, o.Value, o.Currency, o.Import, o.Line = briefing.Year(2018), briefing.SomeNum("5"), "USD", "i", i+1
			if err := p.Figures.Append(o); err != nil {
				t.Fatal(err)
			}
		}
		book, err := pack.BuildBook(project.Take(p, project.Options{Audience: briefing.Leader}), nil, pack.Options{Lang: c.lang})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range book.Sheets {
			if s.Table.ID != "DATA" {
				continue
			}
			var got []string
			var scratch document.Row
			product := slices.IndexFunc(s.Table.Columns, func(c document.Column) bool { return c.Key == "product" })
			for i := range s.Table.Len() {
				got = append(got, s.Table.Row(i, &scratch).Cells[product].Text)
			}
			country := slices.IndexFunc(s.Table.Columns, func(c document.Column) bool { return c.Key == "partner_name" })
			if name := s.Table.Row(0, &scratch).Cells[country].Text; name != lang.Country(c.lang, s.Table.Row(0, &scratch).Cells[country-1].Text) {
				t.Errorf("%s: the partner is called %q", c.lang, name)
			}
			if n := strings.Join(got, "|"); n != c.names {
				t.Errorf("%s: %s, want %s", c.lang, n, c.names)
			}
			if noted := len(s.Table.Notes) > 0; noted != c.noted {
				t.Errorf("%s: notes %q", c.lang, s.Table.Notes)
			}
		}
	}
}

// Goods that a table tells by name alone have their structure all the same, with
// the marks of their figures; rows of which one has no name are no goods.
func TestGoodsWithoutCodesAreTheStructure(t *testing.T) {
	for name, c := range map[string]struct {
		products []string
		l        briefing.Lang
		want     []string
		not      string
	}{
		"named":                {[]string{"Зерно", "Уголь"}, briefing.RU, []string{"Зерно | 7\u202f500,0[p] | 75,0", "Уголь | 2\u202f500,0[p] | 25,0", "Итого | 10\u202f000,0[p] = | 100,0"}, "| Код |"},
		"in another language":  {[]string{"Зерно", "Уголь"}, briefing.EN, []string{"[not translated] Зерно"}, ""},
		"translated":           {[]string{"Рыба", "Уголь"}, briefing.EN, []string{"Fish |", "[not translated] Уголь"}, "Рыба"},
		"the rest stands last": {[]string{"Прочие товары", "Уголь"}, briefing.RU, []string{"Уголь | 2\u202f500,0[p] | 25,0", "Прочие товары | 7\u202f500,0[p] | 75,0"}, ""},
		"a total beside goods": {[]string{"Зерно", ""}, briefing.RU, nil, "Структура по товарам"},
	} {
		p := &project.Project{Figures: figure.NewSet(), Imports: []*briefing.Import{{ID: "i", File: "rows.ods"}}}
		p.Pack.Reporter, p.Pack.Partner, p.Pack.AsOf = "RU", "TR", "2026-02-01T00:00:00+03:00"
		p.Commodities = []*briefing.Commodity{{ID: "c", Code: "03", Name: briefing.Text{RU: "Рыба", EN: "Fish"}}}
		for i, product := range c.products {
			err := p.Figures.Append(figure.Observation{
				Flow: figure.Export, Reporter: "RU", Partner: "TR", Code: figure.TotalCode, Product: product, Classification: "HS", Currency: "USD",
				Period: briefing.Year(2025), Value: briefing.SomeNum([]string{"7500000", "2500000"}[i]), Import: "i", Line: i + 1, Status: briefing.Provisional,
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		out := dump(build(t, p, briefing.Leader, pack.Options{Lang: c.l, Draft: true}))
		below := 0 // in this order
		for _, want := range c.want {
			at := strings.Index(out[below:], want)
			if at < 0 {
				t.Errorf("%s: %q is not in\n%s", name, want, out)
				continue
			}
			below += at
		}
		if c.not != "" && strings.Contains(out, c.not) {
			t.Errorf("%s: %q is in\n%s", name, c.not, out)
		}
	}
}

// A code of eight digits that no list names is called by the heading above it,
// which is said; where that has no name either the file’s own stands in
// its language, with a mark.
func TestACodeWithoutANameIsCalledByItsHeading(t *testing.T) {
	for _, c := range []struct {
		draft bool
		code  string
		want  string
		not   string
	}{
		{true, "04051000", "Масло сливочное (по коду 040510)", "黄油"},
		{false, "04051000", "Масло сливочное (по коду 040510)", "黄油"},
		{true, "12051090", "[нет перевода] 油菜籽", "Масло сливочное"},
		{false, "12051090", "[нет перевода] 油菜籽", "Масло сливочное"}, // an issue is stopped by it (check 21)
	} {
		names := map[string]string{"04051000": "黄油", "12051090": "油菜籽"}
		p := &project.Project{
			Imports:     []*briefing.Import{{ID: "i", File: "i.csv"}},
			Commodities: []*briefing.Commodity{{ID: "c", Code: "040510", Name: briefing.Text{RU: "Масло сливочное"}}},
			Figures:     figure.NewSet(),
		}
		for month := 1; month <= 3; month++ {
			for _, code := range []string{c.code, "15121100"} {
				o := figure.Observation{Flow: figure.Import, Reporter: "CN", Partner: "RU", Code: code, Level: 8, Product: names[code], Classification: "HS", Currency: "USD", Import: "i"}
				o.Period, o.Value = briefing.Month(2024, month), briefing.SomeNum("5000000")
				if err := p.Figures.Append(o); err != nil {
					t.Fatal(err)
				}
			}
		}
		d, err := pack.Build(project.Take(p, project.Options{}), nil, pack.Options{Lang: briefing.RU, Draft: c.draft})
		if err != nil {
			t.Fatal(err)
		}
		out := strings.ReplaceAll(dump(d), "\u00a0", " ")
		if !strings.Contains(out, c.want) || strings.Contains(out, c.not) {
			t.Errorf("%+v:\n%s", c, out)
		}
	}
}
