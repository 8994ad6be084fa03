package insight_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/insight"
)

// texts is what is said in each language.
func texts(s insight.Subject) map[briefing.Lang]string {
	out := map[briefing.Lang]string{}
	for _, l := range briefing.Langs() {
		out[l] = plain(insight.Opening(insight.Write(s), l))
	}
	return out
}

// of is the one subject of the rows.
func of(t *testing.T, facts []*briefing.Fact, rows ...figure.Observation) insight.Subject {
	t.Helper()
	list, err := insight.Source{Set: setOf(t, rows...), Names: code, Facts: facts}.Subjects(figure.Filter{})
	if err != nil || len(list) == 0 {
		t.Fatal(list, err)
	}
	return list[0]
}

// Of one year, or of a plan whose year is unclear, nothing was compared: there is
// nothing to note of prices of other bases.
func TestWhatWasNotComparedHasNoCaveats(t *testing.T) {
	o := row("02", "2022", "300000000", "")
	o.Basis = "FOB"
	by := &briefing.Fact{
		ID: "p", Nature: briefing.NaturePlan, Flow: "export", Reporter: "RU", Partner: "CN",
		Claims: []briefing.Claim{{ID: "a", Figure: briefing.Figure{Value: briefing.SomeNum("400"), Unit: "million-usd"}, Period: briefing.Per("by-2022")}},
	}
	for l, want := range map[briefing.Lang]string{briefing.RU: "Выполнение плана не вычисляется: год плана не уточнён.", briefing.EN: "Fulfilment of the plan is not computed", briefing.ZH: "计划完成情况不予计算"} {
		text := texts(of(t, []*briefing.Fact{by}, o))[l]
		if !strings.Contains(text, want) {
			t.Errorf("%q lacks %q", text, want)
		}
		for _, no := range []string{"Следует учесть", "Please note", "需要说明"} {
			if strings.Contains(text, no) {
				t.Errorf("%q", text)
			}
		}
	}
}

// A mark is told once, and remarks on the comparison share their brackets.
func TestMarksAndRemarksAreToldOnce(t *testing.T) {
	said := func(now, then briefing.ObsStatus, amount string) map[briefing.Lang]string {
		s := insight.Subject{Now: money(amount, "2022"), Then: money("100", "2021")}
		s.Now.Figure.Status, s.Then.Figure.Status = now, then
		return texts(s)
	}
	for outcome, c := range map[string]struct {
		got  map[briefing.Lang]string
		want [3]string
	}{
		"forecast": {said(briefing.Forecast, "", "110"), [3]string{
			"В 2022 году экспорт России в Китай, по прогнозу, составит 110 млн долл. США, что на 10,0 % больше, чем в 2021 году (+10 млн долл. США).",
			"In 2022 exports of Russia to China are forecast to reach US$110 million, 10.0% more than in 2021 (+US$10 million).",
			"2022年俄罗斯对中国出口额预计为1.1亿美元，比2021年增长10.0%（+1000万美元）。",
		}},
		"an estimated base": {said("", briefing.Estimated, "110"), [3]string{
			"В 2022 году экспорт России в Китай составил 110 млн долл. США, что на 10,0 % больше, чем в 2021 году (+10 млн долл. США; оценка).",
			"In 2022 exports of Russia to China came to US$110 million, 10.0% more than in 2021 (+US$10 million; estimate).",
			"2022年俄罗斯对中国出口额为1.1亿美元，比2021年增长10.0%（+1000万美元；估计值）。",
		}},
		"a break": {said(briefing.SeriesBreak, "", "110"), [3]string{
			"В 2022 году экспорт России в Китай составил 110 млн долл. США, что на 10,0 % больше, чем в 2021 году (+10 млн долл. США). Следует учесть: разрыв ряда.",
			"In 2022 exports of Russia to China came to US$110 million, 10.0% more than in 2021 (+US$10 million). Please note: break in the series.",
			"2022年俄罗斯对中国出口额为1.1亿美元，比2021年增长10.0%（+1000万美元）。需要说明：序列中断。",
		}},
		"to nothing, from an estimate": {said(briefing.Provisional, briefing.Estimated, "0"), [3]string{
			"В 2022 году экспорт России в Китай составил 0 млн долл. США (предварительные данные), тогда как в 2021 году — 100 млн долл. США (оценка).",
			"In 2022 exports of Russia to China came to US$0 million (provisional), against US$100 million in 2021 (estimate).",
			"2022年俄罗斯对中国出口额为0美元（初步数据），而2021年为1亿美元（估计值）。",
		}},
	} {
		for i, l := range briefing.Langs() {
			if c.got[l] != c.want[i] {
				t.Errorf("%s: %q, want %q", outcome, c.got[l], c.want[i])
			}
		}
	}
}

// Beside «в 50 раз» thousands of percentage points say nothing: what goods gave is
// told in units, and each number knows whose it is.
func TestAManifoldGrowthIsExplainedInUnits(t *testing.T) {
	s := of(t, nil, row("02", "2021", "3000000", ""), row("15", "2021", "2000000", ""), row("02", "2022", "130000000", ""), row("15", "2022", "120000000", ""))
	for _, x := range insight.Write(s) {
		if x.Key != insight.KeyDrivers {
			continue
		}
		if got, want := plain(x.Text.RU), "Наибольший вклад в прирост: товар 02 (+127 млн долл. США), товар 15 (+118 млн долл. США)."; got != want {
			t.Errorf("%q, want %q", got, want)
		}
		for _, p := range x.Pieces {
			if p.Form != "driversup" {
				continue
			}
			if len(p.Numbers) != 2 || p.Numbers[0].Of.RU != "товар 02" || p.Numbers[0].Result.Measure != "absolute-change" {
				t.Errorf("%+v", p.Numbers)
			}
			return
		}
	}
	t.Error("nothing is said of what gave the growth")
}

// Rows without a value are no zero: what they would give is not known, and goods
// that have rows did not vanish.
func TestRowsWithoutAValueAreNoZero(t *testing.T) {
	untold := row("15", "2022", "", "500000")
	then := []figure.Observation{row("02", "2021", "300000000", "1"), row("15", "2021", "200000000", "1"), row("02", "2022", "430000000", "1")}
	text := texts(of(t, nil, append(then, untold)...))[briefing.RU]
	for want, is := range map[string]bool{
		"Темп прироста не вычисляется: стоимость части товаров указана лишь за один из двух периодов.": true,
		"меньше": false, "п. п.": false, "за счёт": false, "не отражено": false,
	} {
		if strings.Contains(text, want) != is {
			t.Errorf("%q: %v; %s", want, !is, text)
		}
	}
	// Without any row they were not traded.
	text = texts(of(t, nil, then...))[briefing.RU]
	for _, want := range []string{"что на 14,0 % меньше", "товар 15 (−40,0 п. п.)", "не отражено в 2022 году: товар 15"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q lacks %q", text, want)
		}
	}
}

// One month says nothing of how far a year's plan has come.
func TestAPlanIsHeldAgainstWhatBeginsWithIt(t *testing.T) {
	plan := &briefing.Fact{
		ID: "p", Nature: briefing.NaturePlan, Flow: "export", Reporter: "RU", Partner: "CN",
		Claims: []briefing.Claim{{ID: "a", Figure: briefing.Figure{Value: briefing.SomeNum("150"), Unit: "million-usd"}, Period: briefing.Per("2022")}},
	}
	src := insight.Source{Set: setOf(t, monthly(2022, 1, 10, "10000000")...), Names: code, Facts: []*briefing.Fact{plan}}
	subjects, err := src.Subjects(figure.Filter{})
	if err != nil || len(subjects) != 2 {
		t.Fatal(len(subjects), err)
	}
	if text := texts(subjects[0])[briefing.RU]; !strings.Contains(text, "выполнение за январь–октябрь 2022 г. — 66,7 %") {
		t.Errorf("%q", text)
	}
	if text := texts(subjects[1])[briefing.RU]; strings.Contains(text, "лан") {
		t.Errorf("%q", text)
	}
}

// Chinese says whose trade it is before the flow; texts that were taken when it
// stood behind still print it there.
func TestChineseSaysWhoseTradeItIs(t *testing.T) {
	s := of(t, nil, row("02", "2022", "300000000", ""), row("15", "2022", "100000000", ""))
	if got, want := texts(s)[briefing.ZH], "2022年俄罗斯对中国出口额（2类商品）为4亿美元。"; !strings.HasPrefix(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	reader := insight.NewReader(insight.Source{Set: setOf(t, row("02", "2022", "300000000", ""), row("15", "2022", "100000000", "")), Names: code})
	for form, want := range map[string]string{"whose": "俄罗斯对中国", "goods": "（2类商品）", "about": "（俄罗斯—中国；2类商品）"} {
		if got, ok := reader.Print(briefing.Binding{Data: s.Key.String(), Form: form}, briefing.ZH); !ok || got != want {
			t.Errorf("%s: %q %v, want %q", form, got, ok, want)
		}
	}
}
