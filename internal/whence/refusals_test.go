package whence_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/question"
	"briefing/internal/whence"
)

// traded is "2022 CN 1001 value weight currency basis classification", "-" for
// what is absent.
func traded(t *testing.T, s *figure.Set, line string) {
	t.Helper()
	f := strings.Fields(line)
	p, err := briefing.ParsePeriod(f[0])
	if err != nil {
		t.Fatal(line, err)
	}
	o := figure.Observation{
		Flow: figure.Export, Reporter: "RU", Period: p, Partner: f[1], Code: f[2], Level: uint8(len(f[2])),
		Currency: f[5], Basis: strings.Trim(f[6], "-"), Classification: f[7], Import: "i-1",
	}
	for i, to := range []*briefing.MaybeNumber{&o.Value, &o.NetWeight} {
		if f[3+i] != "-" {
			*to = briefing.SomeNum(f[3+i])
		}
	}
	if err := s.Append(o); err != nil {
		t.Fatal(err)
	}
}

// What can't be computed is refused by its own name in the place of the number,
// in every language and for every measure that can be asked for: never "NaN", an
// infinity, an empty cell or a zero that stands for nothing.
func TestWhatCannotBeComputedIsRefusedByNameInItsPlace(t *testing.T) {
	year := func(y int) briefing.Period { return briefing.Year(y) }
	for _, c := range []struct {
		name   string
		rows   []string
		period briefing.Period
		want   [3]string // of the growth of the latest period: part of the text in ru, en, zh
	}{
		{
			"another currency",
			[]string{"2021 CN 1001 100 10 USD - HS2017", "2022 CN 1001 700 10 CNY - HS2017"},
			year(2022),
			[3]string{"валюты различаются: CNY и USD", "the currencies differ: CNY and USD", "币种不同：CNY和USD"},
		},
		{
			"another basis",
			[]string{"2021 CN 1001 100 10 USD FOB HS2017", "2022 CN 1001 700 10 USD CIF HS2017"},
			year(2022),
			[3]string{"базисы цен различаются: СИФ и ФОБ", "the bases of prices differ: CIF and FOB", "计价基础不同：CIF和FOB"},
		},
		{
			"a basis that one leaves out",
			[]string{"2021 CN 1001 100 10 USD - HS2017", "2022 CN 1001 700 10 USD CIF HS2017"},
			year(2022),
			[3]string{"СИФ и без указания", "CIF and not stated", "CIF和未说明"},
		},
		{
			"another edition",
			[]string{"2021 CN 1001 100 10 USD - HS2017", "2022 CN 1001 700 10 USD - HS2022"},
			year(2022),
			[3]string{"редакции различаются: ГС 2022 и ГС 2017", "editions differ: HS 2022 and HS 2017", "版本不同"},
		},
		{
			"currency and edition",
			[]string{"2021 CN 1001 100 10 USD - HS2017", "2022 CN 1001 700 10 CNY - HS2022"},
			year(2022),
			[3]string{"валюты различаются: CNY и USD; номенклатуры", "CNY and USD; the classifications", "CNY和USD；商品分类"},
		},
		{
			"a year beside its months", append(months(2022), "2021 CN 1001 100 10 USD - HS2017"), year(2022),
			[3]string{"периодичность данных различается: помесячные и годовые", "monthly and yearly", "月度和年度"},
		},
		{
			"a base of zero",
			[]string{"2021 CN 1001 0 10 USD - HS2017", "2022 CN 1001 700 10 USD - HS2017"},
			year(2022),
			[3]string{"база равна нулю", "zero", "零"},
		},
		{
			"a negative base",
			[]string{"2021 CN 1001 -5 10 USD - HS2017", "2022 CN 1001 700 10 USD - HS2017"},
			year(2022),
			[3]string{"база отрицательна", "negative", "负"},
		},
		{
			"an empty period",
			[]string{"2021 CN 1001 100 10 USD - HS2017"},
			year(2030),
			[3]string{"нет значения", "no value", "无"},
		},
		{
			"nothing before",
			[]string{"2022 CN 1001 700 10 USD - HS2017"},
			year(2022),
			[3]string{"база сравнения отсутствует", "base", "基"},
		},
		{
			"a value that is not told",
			[]string{"2021 CN 1001 100 10 USD - HS2017", "2022 CN 1001 - 10 USD - HS2017"},
			year(2022),
			[3]string{"нет значения", "no value", "无"},
		},
		{
			"a year of one month against a whole one", append(months(2021), "2022-05 CN 1001 700 10 USD - HS2017"), year(2022),
			[3]string{"+600", "+600", "+600"}, // its month alone, under the name of the month
		},
		{
			"a gap", slices.DeleteFunc(append(months(2021), months(2022)...), func(s string) bool { return strings.HasPrefix(s, "2022-04") }), year(2022),
			[3]string{"в ряду пропущены месяцы", "missing", "缺"},
		},
		{
			"a base with a gap", slices.DeleteFunc(append(months(2021), months(2022)...), func(s string) bool { return strings.HasPrefix(s, "2021-04") }), year(2022),
			[3]string{"за часть месяцев базы", "base", "基"},
		},
		{
			"a plan without its year",
			[]string{"2021 CN 1001 100 10 USD - HS2017", "2022 CN 1001 700 10 USD - HS2017"},
			briefing.Period{Kind: briefing.ByYearPeriod, From: briefing.Date{Year: 2022}},
			[3]string{"год плана не уточнён", "year", "年"},
		},
	} {
		s := figure.NewSet()
		for _, r := range c.rows {
			traded(t, s, r)
		}
		for _, key := range question.Columns() {
			by := []figure.Dimension{"code"}
			a, err := question.Ask(s, question.Question{By: by, Period: c.period, Measures: []string{key}})
			if err != nil {
				t.Fatal(c.name, key, err)
			}
			cells := 0
			for _, tab := range a.Tables {
				for i, l := range briefing.Langs() {
					if key == "growth" {
						if told := tableText(l, tab); !strings.Contains(told, c.want[i]) && newest(a, tab) {
							t.Errorf("%s: %q has no %q", c.name, told, c.want[i])
						}
					}
					if tab.Why != "" {
						if whence.Refusal(l, []string{tab.Why}) == "" {
							t.Errorf("%s, %s: an answer refused without a word", c.name, key)
						}
						cells++
					}
					for _, line := range tab.Lines {
						text := whence.Value(l, line.Results[0], whence.Style{})
						meant := line.Results[0].Defined || line.Results[0].Why != ""
						if meant && text == "" || badNumber(text) || strings.Contains(text, "measure.") || strings.Contains(text, "%[") {
							t.Errorf("%s, %s: the cell is %q", c.name, key, text)
						}
						if r := line.Results[0]; r.Defined && r.Figure.Value.Valid && r.Figure.Value.Decimal.IsZero() && hasNone(line) {
							t.Errorf("%s, %s: a zero of nothing, %+v", c.name, key, r.Notes)
						}
						cells++
					}
				}
			}
			if cells == 0 {
				t.Errorf("%s, %s: no answer at all", c.name, key)
			}
		}
	}
}

// hasNone reports whether no row tells a value of the line in either period.
func hasNone(l question.Line) bool { return l.Now.ValueRows+l.Then.ValueRows == 0 }

func badNumber(s string) bool {
	return strings.Contains(s, "NaN") || strings.Contains(s, "Inf") || strings.Contains(s, "∞")
}

// newest tells the table that ends last: the earlier ones have no base in truth.
func newest(a question.Answer, tab question.Table) bool {
	return !slices.ContainsFunc(a.Tables, func(o question.Table) bool {
		return o.Why == "" && tab.Why != "" || o.Period.End().After(tab.Period.End())
	})
}

func tableText(l briefing.Lang, tab question.Table) string {
	out := ""
	if tab.Why != "" {
		out = whence.Refusal(l, []string{tab.Why})
	}
	for _, line := range tab.Lines {
		out += " | " + whence.Value(l, line.Results[0], whence.Style{})
	}
	return out
}

func months(year int) (rows []string) {
	for m := 1; m <= 12; m++ {
		rows = append(rows, fmt.Sprintf("%d-%02d CN 1001 100 10 USD - HS2017", year, m))
	}
	return rows
}
