package insight_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/insight"
	"briefing/internal/measure"
)

func row(code, period, value, weight string) figure.Observation {
	o := figure.Observation{
		Flow: figure.Export, Reporter: "RU", Partner: "CN", Code: code, Period: briefing.Per(period),
		Currency: "USD", Classification: "HS2017", Level: uint8(len(code)),
	}
	if value != "" {
		o.Value = briefing.SomeNum(value)
	}
	if weight != "" {
		o.NetWeight = briefing.SomeNum(weight)
	}
	return o
}

func code(_ figure.Dimension, key string) briefing.Text {
	return briefing.Text{RU: "товар " + key, EN: "product " + key, ZH: "商品" + key}
}

func setOf(t *testing.T, rows ...figure.Observation) *figure.Set {
	t.Helper()
	s := figure.NewSet()
	for _, o := range rows {
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func TestObservationsBecomeParagraphs(t *testing.T) {
	s := setOf(t,
		row("0207", "2021", "200000000", "100000000"), row("1512", "2021", "100000000", "100000000"),
		row("0207", "2022", "300000000", "150000000"), row("1512", "2022", "130000000", ""), row("1001", "2022", "20000000", "50000000"),
		row("0207", "2022-11", "1", "1"), // a month is no year
	)
	subjects, err := insight.OfSet(s, figure.Filter{Partner: "CN"}, code)
	if err != nil || len(subjects) != 1 {
		t.Fatalf("%d subjects, %v", len(subjects), err)
	}
	got := plain(insight.Opening(insight.Write(subjects[0]), briefing.RU))
	for _, want := range []string{
		"В 2022 году экспорт России в Китай (по 3 товарным группам) составил 450 млн долл. США, что на 50,0 % больше, чем в 2021 году (+150 млн долл. США).",
		"Наибольший вклад в прирост: товар 02 (+33,3 п. п.), товар 15 (+10,0 п. п.), товар 10 (+6,7 п. п.).",
		"за счёт цен: 0, за счёт физического объёма: +100 млн долл. США",
		"по товарам без данных о массе: +30 млн долл. США",
		"Новое в данных (в 2021 году не отражено): товар 10 (20 млн долл. США).",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q does not hold %q", got, want)
		}
	}
}

// What the data are not of is not claimed: of several countries without a row
// of all, how many they are is said; one country is named.
func TestTheOpeningSaysWhatTheDataAreOf(t *testing.T) {
	one := []figure.Observation{row("02", "2022", "300", "1")}
	other := row("02", "2022", "200", "1")
	other.Partner = "VN"
	for want, rows := range map[string][]figure.Observation{
		"exports of Russia to China (HS chapter 02, product 02)":     one,
		"exports of Russia (2 countries; HS chapter 02, product 02)": append(one, other),
	} {
		subjects, err := insight.OfSet(setOf(t, rows...), figure.Filter{}, code)
		if err != nil || len(subjects) != 1 {
			t.Fatalf("%d subjects, %v", len(subjects), err)
		}
		if got := plain(insight.Write(subjects[0])[0].Text.EN); !strings.Contains(got, want) {
			t.Errorf("%q does not hold %q", got, want)
		}
	}
}

func TestGoodsToldTwiceAreWrittenOfOnce(t *testing.T) {
	s := setOf(t, row("02", "2022", "300", "1"), row("0207", "2022", "200", "1"), row("02", "2021", "200", "1"))
	subjects, err := insight.OfSet(s, figure.Filter{}, code)
	if err != nil || len(subjects) != 1 {
		t.Fatalf("%d subjects, %v", len(subjects), err)
	}
	if now := subjects[0].Now.Figure.Value; now.Decimal.String() != "300" || subjects[0].Refusal != "" {
		t.Errorf("%v, %q", now, subjects[0].Refusal)
	}
}

func TestYearsOfAnotherDetailAreNotCompared(t *testing.T) {
	s := setOf(t, row("1001", "2021", "300", "1"), row("10", "2022", "250", "1"))
	subjects, err := insight.OfSet(s, figure.Filter{}, code)
	if err != nil || len(subjects) != 1 {
		t.Fatalf("%d subjects, %v", len(subjects), err)
	}
	if got := subjects[0].Refusal; got != measure.WhyUnlikeLevels || len(subjects[0].Series) != 1 {
		t.Errorf("%q, %d years", got, len(subjects[0].Series))
	}
	text := ""
	for _, s := range insight.Write(subjects[0]) {
		text += plain(s.Text.RU) + " "
	}
	if !strings.Contains(text, "не вычисляется: коды товаров за эти периоды разной подробности") {
		t.Error(text)
	}
}

func TestAllCountriesAreNotAddedToTheCountries(t *testing.T) {
	world := row("02", "2022", "500", "1")
	world.Partner = figure.World
	s := setOf(t, world, row("02", "2022", "300", "1"))
	subjects, err := insight.OfSet(s, figure.Filter{}, code)
	if err != nil || len(subjects) != 1 {
		t.Fatalf("%d subjects, %v", len(subjects), err)
	}
	if got := plain(insight.Write(subjects[0])[0].Text.EN); !strings.Contains(got, "came to US$500") {
		t.Errorf("got %q", got)
	}
}

// Of countries that are named and have a value in the year there is one number,
// whichever sentence tells it: those of other years and what no country is told
// for are none of them, and neither come nor go.
func TestCountriesAreThoseOfThePeriodInEverySentence(t *testing.T) {
	of := func(partner, year, value string) figure.Observation {
		o := row("0207", year, value, "")
		o.Partner = partner
		return o
	}
	var rows []figure.Observation
	for _, p := range []string{"CN", "KZ", "TR", "VN", "EG"} {
		rows = append(rows, of(p, "2020", "90000000"), of(p, "2021", "100000000"))
	}
	rows = append(rows, of("CU", "2019", "5000000"), of("CL", "2022", "0"), of("ZZ", "2021", "7000000"),
		of("CN", "2022", "500000000"), of("KZ", "2022", "400000000"), of("TR", "2022", "300000000"), of("VN", "2022", "200000000"), of("EG", "2022", "100000000"))
	subjects, err := insight.OfSet(setOf(t, rows...), figure.Filter{}, func(_ figure.Dimension, key string) briefing.Text {
		return briefing.Text{RU: key, EN: key, ZH: key}
	})
	if err != nil || len(subjects) != 1 {
		t.Fatalf("%d subjects, %v", len(subjects), err)
	}
	for l, want := range map[briefing.Lang][]string{
		briefing.RU: {"по 5 странам", "На первом месте среди 5 партнёров", "На трёх крупнейших из 5 партнёров приходится 80,0 %"},
		briefing.EN: {"5 countries", "first among 5 partners", "The three largest of 5 partners account for 80.0%"},
		briefing.ZH: {"俄罗斯出口额（5个国家和地区；", "在5个贸易伙伴中居首位", "5个贸易伙伴中，前三位合计占80.0%"},
	} {
		got := plain(insight.Opening(insight.Write(subjects[0]), l))
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: %q does not hold %q", l, got, w)
			}
		}
	}
	if rest, err := insight.OfSet(setOf(t, append(rows, of("ZZ", "2022", "9000000"))...), figure.Filter{}, func(_ figure.Dimension, key string) briefing.Text {
		return briefing.Text{RU: key, EN: key, ZH: key}
	}); err != nil || !strings.Contains(plain(insight.Opening(insight.Write(rest[0]), briefing.RU)), "по 5 странам и прочим") {
		t.Errorf("the rest is in the sum and not told: %v, %v", err, rest)
	}
	for _, x := range insight.Write(subjects[0]) {
		if x.Key == insight.KeyVanished || x.Key == insight.KeyAppeared {
			t.Errorf("what no country is told for has come or gone: %q", x.Text.RU)
		}
	}
}

// A region's trade is told as the region's, in the sentence and in its heading.
func TestARegionIsTheSubjectOfItsTrade(t *testing.T) {
	set := figure.NewSet()
	for _, o := range []figure.Observation{
		{Flow: figure.Import, Reporter: "RU", Region: "50000", Partner: "UZ", Code: "08", Level: 2, Classification: "HS", Period: briefing.Year(2025), Currency: "USD", Value: briefing.SomeNum("300"), Import: "i"},
		{Flow: figure.Import, Reporter: "RU", Region: "50000", Partner: "UZ", Code: "52", Level: 2, Classification: "HS", Period: briefing.Year(2025), Currency: "USD", Value: briefing.SomeNum("100"), Import: "i"},
	} {
		if err := set.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	subjects, err := insight.OfSet(set, figure.Filter{}, func(figure.Dimension, string) briefing.Text { return briefing.Text{} })
	if err != nil || len(subjects) != 1 {
		t.Fatal(len(subjects), err)
	}
	for l, want := range map[briefing.Lang][2]string{
		briefing.RU: {"импорт Новосибирской области из Узбекистана (по 2 товарным группам) составил", "Импорт, Новосибирская область — Узбекистан: 2025\u00a0год"},
		briefing.EN: {"imports of the Novosibirsk Region from Uzbekistan (2 product groups) came to", "Imports, Novosibirsk Region – Uzbekistan: 2025"},
		briefing.ZH: {"新西伯利亚州自乌兹别克斯坦进口额（2类商品）为", "进口额（新西伯利亚州—乌兹别克斯坦）：2025年"},
	} {
		if text := insight.Opening(insight.Write(subjects[0]), l); !strings.Contains(text, want[0]) {
			t.Errorf("%s: %q lacks %q", l, text, want[0])
		}
		if text := insight.Heading(subjects[0]).In(l); text != want[1] {
			t.Errorf("%s: heading %q, want %q", l, text, want[1])
		}
	}
}

// Cents beside millions are told as nothing worth telling; no sentence speaks of
// an effective number of items, and texts that were taken with one still have it.
func TestPricesAndVolumesHaveOneScale(t *testing.T) {
	set := figure.NewSet()
	add := func(code string, year int, value, kg string) {
		t.Helper()
		o := figure.Observation{
			Flow: figure.Export, Reporter: "RU", Partner: "UZ", Code: code, Level: 2, Classification: "HS", Period: briefing.Year(year), Currency: "USD",
			Value: briefing.SomeNum(value), NetWeight: briefing.SomeNum(kg), Import: "i",
		}
		if err := set.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	for i, code := range []string{"02", "04", "10", "11", "15"} {
		add(code, 2024, "1000000", "1000000")
		add(code, 2025, []string{"1999999.9", "1500000", "1200000", "1100000", "1900000"}[i], []string{"2000000", "1500000", "1200000", "1100000", "1900000"}[i])
	}
	subjects, err := insight.OfSet(set, figure.Filter{}, func(_ figure.Dimension, k string) briefing.Text { return briefing.Text{RU: k, EN: k, ZH: k} })
	if err != nil || len(subjects) != 1 {
		t.Fatal(len(subjects), err)
	}
	text := strings.ReplaceAll(insight.Opening(insight.Write(subjects[0]), briefing.RU), "\u00a0", " ")
	if want := "Изменение стоимости за счёт цен: около нуля, за счёт физического объёма: +2,7 млн долл. США"; !strings.Contains(text, want) {
		t.Errorf("%q lacks %q", text, want)
	}
	if strings.Contains(text, "эффективное") {
		t.Errorf("%q", text)
	}
	b := briefing.Binding{Data: subjects[0].Key.String(), Form: "effective"}
	reader := insight.NewReader(insight.Source{Set: set, Names: func(_ figure.Dimension, k string) briefing.Text { return briefing.Text{RU: k, EN: k, ZH: k} }})
	if got, ok := reader.Print(b, briefing.RU); !ok || got != "4,7" {
		t.Errorf("a text taken earlier prints %q, %v", got, ok)
	}
}

// Of some of the goods beside a stated total nothing is said of the whole,
// though they grew by as much as it: shares are of the total.
func TestSomeGoodsBesideAStatedTotalAreNotTheWhole(t *testing.T) {
	s := setOf(t,
		row("TOTAL", "2021", "400", ""), row("02", "2021", "120", "60"), row("10", "2021", "80", "40"),
		row("TOTAL", "2022", "600", ""), row("02", "2022", "150", "60"), row("10", "2022", "150", "90"),
	)
	subjects, err := insight.OfSet(s, figure.Filter{}, code)
	if err != nil || len(subjects) != 1 {
		t.Fatalf("%d subjects, %v", len(subjects), err)
	}
	text := ""
	for _, said := range insight.Write(subjects[0]) {
		text += plain(said.Text.RU) + " "
	}
	for want, is := range map[string]bool{"составил 600 долл. США, что на 50,0 % больше": true, "25,0 %": true, "п. п.": false, "за счёт цен": false} {
		if strings.Contains(text, want) != is {
			t.Errorf("%q: %v; %s", want, !is, text)
		}
	}
}

// What another source tells of other goods is no base, and no year of a record.
func TestYearsOfOtherGoodsByAnotherSourceAreNotCompared(t *testing.T) {
	of := func(id briefing.ID, o figure.Observation) figure.Observation {
		o.Import = id
		return o
	}
	s := setOf(t,
		of("wits", row("1512", "2019", "500", "")), of("wits", row("1512", "2020", "600", "")),
		of("map", row("1001", "2021", "700", "")), of("map", row("1001", "2022", "800", "")),
	)
	src := insight.Source{Set: s, Names: code, Maker: func(id briefing.ID) string { return string(id) }}
	subjects, err := src.Subjects(figure.Filter{})
	if err != nil || len(subjects) != 1 || len(subjects[0].Series) != 2 || subjects[0].Refusal != "" {
		t.Fatalf("%v %v", subjects, err)
	}
	s = setOf(t, of("wits", row("1512", "2021", "600", "")), of("map", row("1001", "2022", "700", "")))
	src.Set = s
	if subjects, err = src.Subjects(figure.Filter{}); err != nil || len(subjects) != 1 || subjects[0].Refusal != measure.WhyOtherGoods {
		t.Fatalf("%v %v", subjects, err)
	}
	if text := plain(insight.Opening(insight.Write(subjects[0]), briefing.RU)); strings.Contains(text, "больше") || !strings.Contains(text, "разные товары из разных источников") {
		t.Error(text)
	}
}

func TestWhatIsOfAllGoodsIsOfferedFirst(t *testing.T) {
	part, whole := row("10", "2022", "700", ""), row(figure.TotalCode, "2022", "900", "")
	part.Classification, whole.Level = "HS", 0
	for _, rows := range [][]figure.Observation{{part, whole}, {whole, part}} {
		subjects, err := insight.OfSet(setOf(t, rows...), figure.Filter{}, code)
		if err != nil || len(subjects) != 2 || subjects[0].Now.Figure.Value.Decimal.String() != "900" {
			t.Errorf("%v %v", subjects, err)
		}
	}
}

// Prices are of goods by their codes, as in the tables of the pack: another mix
// of goods within a chapter is no price, and what is hidden has none.
func TestPricesAreOfGoodsAndNotOfChapters(t *testing.T) {
	s := setOf(t,
		row("1001990000", "2021", "10000", "100"), row("1006300000", "2021", "10000", "10"), row("1201900000", "2021", "25000", "50"), row(figure.HiddenCode, "2021", "5000", "0.001"),
		row("1001990000", "2022", "1000", "10"), row("1006300000", "2022", "100000", "100"), row("1201900000", "2022", "24000", "40"), row(figure.HiddenCode, "2022", "8000", "0.002"),
	)
	names := func(d figure.Dimension, key string) briefing.Text {
		if key == figure.HiddenCode {
			return briefing.Text{RU: "\ufffd", EN: "\ufffd", ZH: "\ufffd"}
		}
		return code(d, key)
	}
	subjects, err := insight.OfSet(s, figure.Filter{}, names)
	if err != nil || len(subjects) != 1 {
		t.Fatalf("%d subjects, %v", len(subjects), err)
	}
	text := ""
	for _, said := range insight.Write(subjects[0]) {
		text += plain(said.Text.RU) + " "
	}
	for want, is := range map[string]bool{"за счёт цен: +4,5 тыс. долл. США, за счёт физического объёма: +75,5 тыс. долл. США, по товарам без данных о массе: +3 тыс.": true, "\ufffd": false, "код товара скрыт": true} {
		if strings.Contains(text, want) != is {
			t.Errorf("%q: %v; %s", want, !is, text)
		}
	}
}

// Trade with one province of a country is not told as trade with the country, and
// names stand in their cases, the reporter's region as well as the partner's.
func TestSentencesNameTheProvinceThatTradeIsWith(t *testing.T) {
	for _, tt := range []struct {
		flow                                figure.Flow
		reporter, region, partner, province string
		ru, en, zh                          string
	}{
		{"export", "RU", "10000", "CN", "23", "экспорт Амурской области в провинцию Хэйлунцзян", "exports of the Amur Region to Heilongjiang", "阿穆尔州对黑龙江省出口额"},
		{"import", "RU", "98000", "CN", "65", "импорт Республики Саха (Якутия) из Синьцзян-Уйгурского автономного района", "imports of the Republic of Sakha (Yakutia) from Xinjiang", "新疆"},
		{"import", "CN", "15", "RU", "71100", "импорт Внутренней Монголии из Ханты-Мансийского автономного округа – Югры", "imports of Inner Mongolia from the Khanty-Mansi Autonomous Area – Yugra", "内蒙古"},
		{"export", "RU", "99000", "CN", "", "экспорт Еврейской автономной области в Китай", "exports of the Jewish Autonomous Region to China", "中国"},
		{"export", "RU", "10000", "CN", "71", "экспорт (Амурская область — Тайвань (Китай)", "exports of the Amur Region to Taiwan, China", "中国台湾"},
	} {
		o := row("10", "2022", "150000000", "")
		o.Flow, o.Reporter, o.Region, o.Partner, o.Province = tt.flow, tt.reporter, tt.region, tt.partner, tt.province
		subjects, err := insight.OfSet(setOf(t, o), figure.Filter{}, code)
		if err != nil || len(subjects) != 1 {
			t.Fatal(subjects, err)
		}
		first := insight.Write(subjects[0])[0].Text
		for _, got := range [][2]string{{plain(first.RU), tt.ru}, {plain(first.EN), tt.en}, {plain(first.ZH), tt.zh}} {
			if !strings.Contains(got[0], got[1]) {
				t.Errorf("%q is not in %q", got[1], got[0])
			}
		}
	}
	a, b := row("10", "2022", "150000000", ""), row("10", "2022", "50000000", "")
	a.Province, b.Province = "22", "23"
	subjects, err := insight.OfSet(setOf(t, a, b), figure.Filter{}, code)
	if err != nil || len(subjects) != 1 {
		t.Fatal(subjects, err)
	}
	if got := plain(insight.Write(subjects[0])[0].Text.RU); !strings.Contains(got, "в Китай (по 2 провинциям партнёра; ") {
		t.Error(got)
	}
}

// Goods that are told twice, by a heading and by its subheadings, have one price.
func TestPricesOfGoodsToldTwiceCountOnce(t *testing.T) {
	var rows []figure.Observation
	for _, code := range []string{"10", "1001"} {
		rows = append(rows, row(code, "2021", "100000", "10"), row(code, "2022", "220000", "10"))
	}
	for _, code := range []string{"12", "1201"} {
		rows = append(rows, row(code, "2021", "50000", "5"), row(code, "2022", "50000", "5"))
	}
	subjects, err := insight.OfSet(setOf(t, rows...), figure.Filter{}, code)
	if err != nil || len(subjects) != 1 {
		t.Fatalf("%d subjects, %v", len(subjects), err)
	}
	text := ""
	for _, said := range insight.Write(subjects[0]) {
		text += plain(said.Text.RU) + " "
	}
	if want := "за счёт цен: +120 тыс. долл. США"; !strings.Contains(text, want) {
		t.Errorf("%q is not in %s", want, text)
	}
}

// An estimated weight estimates the prices and not the value.
func TestAnEstimatedWeightMarksPricesAlone(t *testing.T) {
	rows := []figure.Observation{row("1001", "2021", "100000", "10"), row("1001", "2022", "220000", "10"), row("1201", "2021", "50000", "5"), row("1201", "2022", "50000", "5")}
	rows[1].WeightStatus = briefing.Estimated
	subjects, err := insight.OfSet(setOf(t, rows...), figure.Filter{}, code)
	if err != nil || len(subjects) != 1 {
		t.Fatalf("%d subjects, %v", len(subjects), err)
	}
	said := insight.Write(subjects[0])
	if text := plain(said[0].Text.RU); strings.Contains(text, "оценка") {
		t.Error(text)
	}
	for _, s := range said {
		if s.Key == insight.KeyPrices && s.Results[0].Figure.Status != briefing.Estimated {
			t.Errorf("%+v", s.Results[0].Figure)
		}
	}
}
