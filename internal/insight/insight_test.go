package insight_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/insight"
	"briefing/internal/measure"
)

var update = flag.Bool("update", false, "write the golden files")

// money is a quantity of million dollars: a number, "about 90", "more-than
// 200", "915..930", "" for none.
func money(figure, period string) measure.Quantity { return quantity(figure, "million-usd", period) }

func quantity(figure string, unit briefing.Unit, period string) measure.Quantity {
	f := briefing.Figure{Unit: unit}
	for _, p := range briefing.Precisions() {
		if rest, ok := strings.CutPrefix(figure, string(p)+" "); ok && p != "" {
			f.Precision, figure = p, rest
		}
	}
	if lo, hi, ok := strings.Cut(figure, ".."); ok {
		f.Low, f.High = briefing.SomeNum(lo), briefing.SomeNum(hi)
	} else if figure != "" {
		f.Value = briefing.SomeNum(figure)
	}
	return measure.Quantity{Figure: f, Period: briefing.Per(period), Scope: measure.Scope{Flow: "export", Reporter: "RU", Partner: "CN"}}
}

func provisional(q measure.Quantity) measure.Quantity {
	q.Figure.Status = briefing.Provisional
	return q
}

// product is a part of 2022 and 2021: values in million dollars, masses in
// thousand tonnes.
func product(ru, en, zh, now, then, nowMass, thenMass string) insight.Part {
	part := insight.Part{Name: briefing.Text{RU: ru, EN: en, ZH: zh}}
	part.Now, part.Then = money(now, "2022"), money(then, "2021")
	part.NowQuantity, part.ThenQuantity = quantity(nowMass, "thousand-t", "2022"), quantity(thenMass, "thousand-t", "2021")
	return part
}

func poultry(now, then, nowMass, thenMass string) insight.Part {
	return product("мясо птицы", "poultry meat", "禽肉", now, then, nowMass, thenMass)
}

func oil(now, then, nowMass, thenMass string) insight.Part {
	return product("растительное масло", "vegetable oil", "植物油", now, then, nowMass, thenMass)
}

func fish(now, then, nowMass, thenMass string) insight.Part {
	return product("рыба", "fish", "鱼类", now, then, nowMass, thenMass)
}

func cereals(now, then, nowMass, thenMass string) insight.Part {
	return product("злаки", "cereals", "谷物", now, then, nowMass, thenMass)
}

func sugar(now, then, nowMass, thenMass string) insight.Part {
	return product("сахар", "sugar", "糖", now, then, nowMass, thenMass)
}

func years(from int, values ...string) []measure.Quantity {
	var out []measure.Quantity
	for i, v := range values {
		q := money(v, "2000")
		q.Period = briefing.Year(from + i)
		out = append(out, q)
	}
	return out
}

// situations are the five that the golden files show, with the parts of each
// adding up to its whole.
func situations() map[string]insight.Subject {
	plan := money("1000..1050", "2022")
	plan.Nature = briefing.NaturePlan
	year := money("1700", "2022")
	year.Nature = briefing.NaturePlan
	tenMonths := insight.Subject{
		Title: briefing.Text{RU: "Экспорт продукции АПК", EN: "Agricultural exports", ZH: "农产品出口额"},
		Now:   money("1640", "2022-01..2022-10"), Plan: &year,
	}
	return map[string]insight.Subject{
		"growth": {
			Now: provisional(money("1040", "2022")), Then: money("800", "2021"),
			Series: years(2018, "610", "590", "700", "800"), Kind: insight.Products, Plan: &plan,
			Parts: []insight.Part{
				poultry("430", "300", "215", "200"), oil("350", "200", "250", "200"),
				fish("160", "250", "40", "50"), cereals("100", "", "250", ""), sugar("", "50", "", "80"),
			},
		},
		"fall": {
			Now: money("600", "2022"), Then: money("800", "2021"),
			Series: years(2017, "590", "640", "790", "700", "800"), Kind: insight.Products,
			Parts: []insight.Part{
				poultry("250", "300", "200", "200"), oil("120", "200", "110", "200"), fish("180", "250", "40", "50"), sugar("50", "50", "80", "80"),
			},
		},
		"zero": {
			Now: money("800", "2022"), Then: money("800", "2021"),
			Series: years(2019, "700", "750", "800"), Kind: insight.Products,
			Parts: []insight.Part{poultry("420", "400", "200", "200"), oil("380", "400", "200", "200")},
		},
		"nobase": tenMonths,
		"tie": {
			Now: money("900", "2022"), Then: money("200", "2021"), Kind: insight.Partners,
			Parts: []insight.Part{
				country("Вьетнам", "Vietnam", "越南", "300", "50"), country("Индонезия", "Indonesia", "印度尼西亚", "300", "50"),
				country("Малайзия", "Malaysia", "马来西亚", "200", "50"), country("Таиланд", "Thailand", "泰国", "100", "50"),
			},
		},
	}
}

func country(ru, en, zh, now, then string) insight.Part {
	return insight.Part{Name: briefing.Text{RU: ru, EN: en, ZH: zh}, Now: money(now, "2022"), Then: money(then, "2021")}
}

func TestParagraphsReadAsAPersonWouldWriteThem(t *testing.T) {
	for name, subject := range situations() {
		t.Run(name, func(t *testing.T) {
			if subject.Kind == insight.Products {
				subject.Goods = subject.Parts
			}
			var b strings.Builder
			for _, l := range briefing.Langs() {
				b.WriteString("[" + string(l) + "]\n")
				for _, s := range insight.Write(subject) {
					b.WriteString(s.Key + ": " + s.Text.In(l) + "\n")
				}
				b.WriteString("\n")
			}
			got := strings.NewReplacer("\u00a0", "·", "\u202f", "˙").Replace(b.String())
			path := filepath.Join("testdata", name+".txt")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}
