package insight_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/insight"
	"briefing/internal/measure"
)

func plain(s string) string { return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s) }

func sentence(t *testing.T, s insight.Subject, key string, l briefing.Lang) string {
	t.Helper()
	for _, x := range insight.Write(s) {
		if x.Key == key {
			return plain(x.Text.In(l))
		}
	}
	return ""
}

func TestOpeningSaysNoMoreThanTheFigures(t *testing.T) {
	for _, tt := range []struct {
		outcome, now, then string
		ru, en, zh         string // what the paragraph holds
	}{
		{"times, a fraction", "680", "200", "что в 3,4 раза больше, чем в 2021 году", "3.4 times as much as in 2021", "为2021年的3.4倍"},
		{"times, five", "1000", "200", "что в 5 раз больше", "5 times as much", "的5倍"},
		{"times, four", "800", "200", "что в 4 раза больше", "4 times as much", "的4倍"},
		{"times, rounded to a whole", "1001", "200", "что в 5 раз больше", "5 times as much", "的5倍"},
		{"times, twenty-one", "2100", "100", "что в 21 раз больше", "21 times as much", "的21倍"},
		{"times, twenty-two", "2203", "100", "что в 22 раза больше", "22 times as much", "的22倍"},
		{"times, a hundred and eleven", "11100", "100", "что в 111 раз больше", "111 times as much", "的111倍"},
		{"threefold is still per cent", "600", "200", "что на 200,0 % больше", "200.0% more", "增长200.0%"},
		{"a half is rounded away from zero", "100.05", "100", "что на 0,1 % больше", "0.1% more", "增长0.1%"},
		{"less than print shows", "100.04", "100", "почти столько же, сколько в 2021 году (отличие менее 0,1 %; +", "almost the same as in 2021 (the difference is under 0.1%; +", "基本持平（相差不足0.1%；+4万美元）"},
		{"to nothing", "0", "500", "составил 0 млн долл. США, тогда как в 2021 году — 500 млн долл. США.", "came to US$0 million, against US$500 million in 2021.", "为0美元，而2021年为5亿美元。"},
		{"zero", "100", "100", ", столько же, сколько в 2021 году.", ", the same as in 2021.", "，与2021年持平。"},
		{"about", "about 90", "80", "составил около 90 млн долл. США; прирост — около 12,5 % (база — 2021 год).", "came to about US$90 million; growth is about 12.5% (base: 2021).", "为约9000万美元，增长约12.5%（基期：2021年）。"},
		{"about and down", "70", "about 80", "снижение — около 12,5 %", "the decline is about 12.5%", "下降约12.5%"},
		{"about the same", "about 90", "90", "примерно столько же, сколько в 2021 году", "about the same as in 2021", "与2021年大致持平"},
		{"lower bound above the base", "more-than 200", "180", "составил более 200 млн долл. США, что не менее чем на 11,1 % больше", "at least 11.1% more than in 2021", "比2021年至少增长11.1%"},
		{"lower bound below the base", "more-than 200", "300", "темп изменения — не менее −33,4 %", "the rate of change is at least −33.4%", "变动率不低于−33.4%"},
		{"upper bound below the base", "up-to 80", "90", "составил до 80 млн долл. США, что не менее чем на 11,1 % меньше", "at least 11.1% less", "至少下降11.1%"},
		{"upper bound above the base", "up-to 98", "90", "темп изменения — не более +8,9 %", "at most +8.9%", "变动率不高于+8.9%"},
		{"range above", "915..930", "900", "составил 915–930 млн долл. США, что на 1,6–3,4 % больше", "1.6–3.4% more", "增长1.6%—3.4%"},
		{"range below", "800..850", "900", "что на 5,5–11,2 % меньше", "5.5–11.2% less", "下降5.5%—11.2%"},
		{"range across", "890..910", "900", "изменение — от −1,2 % до +1,2 %", "the change is from −1.2% to +1.2%", "变动幅度为−1.2%至+1.2%"},
		{"two lower bounds", "more-than 200", "more-than 100", "Темп прироста не вычисляется: обе величины — нижние границы", "The growth rate is not computed: ", "增长率不予计算："},
		{"zero base", "12", "0", "Темп прироста не вычисляется: база равна нулю.", "The growth rate is not computed: the base is zero.", "增长率不予计算：基数为零。"},
		{"negative base", "12", "-5", "Темп прироста не вычисляется: база отрицательна.", "not computed", "增长率不予计算"},
	} {
		t.Run(tt.outcome, func(t *testing.T) {
			s := insight.Subject{Now: money(tt.now, "2022"), Then: money(tt.then, "2021")}
			for l, want := range map[briefing.Lang]string{briefing.RU: tt.ru, briefing.EN: tt.en, briefing.ZH: tt.zh} {
				if got := plain(insight.Opening(insight.Write(s), l)); !strings.Contains(got, want) {
					t.Errorf("%q does not hold %q", got, want)
				}
			}
		})
	}
}

func TestRecordNeedsTheSeriesThatProvesIt(t *testing.T) {
	forecast := money("900", "2022")
	forecast.Figure.Status = briefing.Forecast
	bound := years(2018, "610", "590", "700", "800")
	bound[1].Figure.Precision = briefing.MoreThan
	for _, tt := range []struct {
		outcome string
		now     measure.Quantity
		series  []measure.Quantity
		want    string
	}{
		{"highest of all", money("900", "2022"), years(2018, "610", "590", "700", "800"), "Это наибольшее значение за 2018–2022 годы."},
		{"lowest of all", money("500", "2022"), years(2018, "610", "590", "700", "800"), "Это наименьшее значение за 2018–2022 годы."},
		{"highest since", money("900", "2022"), years(2018, "950", "590", "700", "800"), "Это максимум с 2018 г."},
		{"a year is missing", money("900", "2022"), append(years(2017, "610", "590"), years(2020, "700", "800")...), ""},
		{"too short", money("900", "2022"), years(2020, "700", "800"), ""},
		{"equal to the best", money("900", "2022"), years(2018, "900", "590", "700", "800"), ""},
		{"neither", money("750", "2022"), years(2018, "610", "590", "700", "800"), ""},
		{"a bound in between proves nothing", money("900", "2022"), bound, ""},
		{"a forecast is no record", forecast, years(2018, "610", "590", "700", "800"), ""},
	} {
		t.Run(tt.outcome, func(t *testing.T) {
			got := sentence(t, insight.Subject{Now: tt.now, Then: money("800", "2021"), Series: tt.series}, insight.KeyRecord, briefing.RU)
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestPlanIsNamedAsFarAsItIsKnown(t *testing.T) {
	target := func(figure, period string) *measure.Quantity {
		q := money(figure, period)
		q.Nature = briefing.NaturePlan
		return &q
	}
	for _, tt := range []struct {
		outcome string
		now     measure.Quantity
		plan    *measure.Quantity
		want    string
	}{
		{"one month left", money("1100", "2022-01..2022-11"), target("1200", "2022"), "Чтобы выйти на план, за оставшийся месяц требуется 100 млн долл. США"},
		{"reached", money("1300", "2022-01..2022-11"), target("1200", "2022"), "План года уже выполнен."},
		{"ambiguous year", money("1300", "2022"), target("1200", "by-2024"), "Выполнение плана не вычисляется: год плана не уточнён."},
		{"at least", money("more-than 900", "2022"), target("1000", "2022"), "План на 2022 год (1 млрд долл. США): выполнение — не менее 90,0 %."},
	} {
		t.Run(tt.outcome, func(t *testing.T) {
			got := plain(insight.Opening(insight.Write(insight.Subject{Now: tt.now, Plan: tt.plan}), briefing.RU))
			if !strings.Contains(got, tt.want) {
				t.Errorf("%q does not hold %q", got, tt.want)
			}
		})
	}
}

func TestAShareBesideASecondPartnerIsNotAllThereIs(t *testing.T) {
	s := insight.Subject{Now: money("10000", "2022"), Kind: insight.Partners, Parts: []insight.Part{
		country("Китай", "China", "中国", "9999", ""), country("Казахстан", "Kazakhstan", "哈萨克斯坦", "1", ""),
	}}
	for l, want := range map[briefing.Lang]string{
		briefing.RU: "На первом месте среди 2 партнёров — Китай: доля — более 99,9 %.",
		briefing.EN: "Ranked first among 2 partners: China, with a share of over 99.9%.",
		briefing.ZH: "中国在2个贸易伙伴中居首位，占比超过99.9%。",
	} {
		if got := sentence(t, s, insight.KeyPlaces, l); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A part without a value or of zero, and what is no partner by itself, have no
// place among the others.
func TestOnlyPartsWithAValueAreCountedInAPlace(t *testing.T) {
	s := insight.Subject{Now: money("100", "2022"), Kind: insight.Partners, Parts: []insight.Part{
		country("Китай", "China", "中国", "60", ""), country("Казахстан", "Kazakhstan", "哈萨克斯坦", "30", ""), country("Куба", "Cuba", "古巴", "0", "5"),
		country("Чили", "Chile", "智利", "", "5"),
		{Code: "ZZ", Now: money("70", "2022")},
		{Now: money("10", "2022")},
	}}
	if got := sentence(t, s, insight.KeyPlaces, briefing.RU); got != "На первом месте среди 2 партнёров — Китай: доля — 60,0 %." {
		t.Errorf("%q", got)
	}
}

func TestAChapterIsNamedShortInAList(t *testing.T) {
	dairy := product("молочная продукция; яйца; мёд", "dairy produce; eggs; honey", "乳品；蛋；蜂蜜", "90", "40", "", "")
	s := insight.Subject{Now: money("150", "2022"), Then: money("90", "2021"), Kind: insight.Products, Parts: []insight.Part{dairy, fish("60", "50", "", "")}}
	for l, want := range map[briefing.Lang]string{briefing.RU: "молочная продукция (", briefing.EN: "dairy produce (", briefing.ZH: "乳品（"} {
		if got := sentence(t, s, insight.KeyDrivers, l); !strings.Contains(got, want) {
			t.Errorf("%q does not hold %q", got, want)
		}
	}
}

func TestWithoutAValueNothingIsSaid(t *testing.T) {
	if got := insight.Write(insight.Subject{Now: money("", "2022"), Then: money("5", "2021")}); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

func TestInventedFiguresAreCalledSo(t *testing.T) {
	now := money("90", "2022")
	now.Sample = true
	got := sentence(t, insight.Subject{Now: now, Then: money("80", "2021")}, insight.KeyCaveats, briefing.RU)
	if got != "Следует учесть: условные данные (для примера)." {
		t.Errorf("got %q", got)
	}
}

var (
	growthWords = regexp.MustCompile(`больше|меньше|прирост:|снижение:|more than|less than|as much|增长|下降`)
	broken      = regexp.MustCompile(`NaN|Inf|%!|⟨|\.\.|。。|  |[−+]0([.,]0+)?(%| %| п| pp)`)
	percentRU   = regexp.MustCompile(`что на (\d+,\d) % (больше|меньше)`)
	timesRU     = regexp.MustCompile(`что в (\d+(?:,\d)?) раза? больше`)
	pointsRU    = regexp.MustCompile(`\(([+−]\d+,\d) п\. п\.\)`)
)

func rat(s string) *big.Rat {
	s = strings.NewReplacer(",", ".", "−", "-", "+", "").Replace(s)
	r, _ := new(big.Rat).SetString(s)
	return r
}

// near reports whether the printed number is the exact one rounded to a tenth
// or, of times above ten, to a whole.
func near(printed, exact *big.Rat, half string) bool {
	d := new(big.Rat).Sub(printed, exact)
	return d.Abs(d).Cmp(rat(half)) <= 0
}

func TestSentencesAgreeWithTheFiguresWhateverTheyAre(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	compared, contributed, none := 0, 0, 0
	for range 400 {
		s, now, then := randomSubject(r)
		change := new(big.Rat).Sub(now, then)
		for _, x := range insight.Write(s) {
			for _, l := range briefing.Langs() {
				text := plain(x.Text.In(l))
				if text == "" || broken.MatchString(text) {
					t.Fatalf("%s %s: %q", x.Key, l, text)
				}
				if change.Sign() == 0 && x.Key == insight.KeyLevel && growthWords.MatchString(text) {
					t.Fatalf("no change, yet %q", text)
				}
			}
			if x.Key != insight.KeyCaveats && len(x.Inputs)+len(x.Results) == 0 {
				t.Fatalf("%s stands on nothing", x.Key)
			}
			ru := plain(x.Text.RU)
			switch x.Key {
			case insight.KeyLevel:
				if change.Sign() == 0 {
					none++
				}
				compared += checkLevel(t, ru, now, then)
			case insight.KeyDrivers:
				contributed += checkPoints(t, ru, s, then)
			}
		}
	}
	if compared < 100 || contributed < 100 || none < 10 {
		t.Errorf("only %d growths, %d contributions, %d without change were looked at", compared, contributed, none)
	}
}

func checkLevel(t *testing.T, text string, now, then *big.Rat) int {
	t.Helper()
	if then.Sign() == 0 {
		return 0
	}
	ratio := new(big.Rat).Quo(now, then)
	growth := new(big.Rat).Mul(new(big.Rat).Sub(ratio, rat("1")), rat("100"))
	if m := percentRU.FindStringSubmatch(text); m != nil {
		if (m[2] == "больше") != (growth.Sign() > 0) || !near(rat(m[1]), new(big.Rat).Abs(growth), "0.05") {
			t.Fatalf("%s of %s against %s", text, now, then)
		}
		return 1
	}
	if m := timesRU.FindStringSubmatch(text); m != nil {
		half := "0.05"
		if rat(m[1]).Cmp(rat("10")) >= 0 {
			half = "0.55"
		}
		if !near(rat(m[1]), ratio, half) {
			t.Fatalf("%s of %s against %s", text, now, then)
		}
		return 1
	}
	return 0
}

func checkPoints(t *testing.T, text string, s insight.Subject, then *big.Rat) (n int) {
	t.Helper()
	var want []*big.Rat
	for _, p := range s.Parts {
		a, b := rat("0"), rat("0")
		if p.Now.Figure.Value.Valid {
			a = rat(p.Now.Figure.Value.Decimal.String())
		}
		if p.Then.Figure.Value.Valid {
			b = rat(p.Then.Figure.Value.Decimal.String())
		}
		d := new(big.Rat).Sub(a, b)
		want = append(want, d.Mul(d.Quo(d, then), rat("100")))
	}
	for _, m := range pointsRU.FindAllStringSubmatch(text, -1) {
		if !slices.ContainsFunc(want, func(w *big.Rat) bool { return near(rat(m[1]), w, "0.05") }) {
			t.Fatalf("%s is no contribution in %q", m[1], text)
		}
		n++
	}
	return n
}

// randomSubject has parts that add up, now and then new, vanished or unchanged.
func randomSubject(r *rand.Rand) (s insight.Subject, now, then *big.Rat) {
	s.Kind = []insight.Kind{insight.Products, insight.Partners, insight.Regions}[r.IntN(3)]
	now, then = rat("0"), rat("0")
	same := r.IntN(5) == 0
	for i := range 2 + r.IntN(6) {
		value := func() string { return fmt.Sprintf("%d.%02d", r.IntN(400), r.IntN(100)) }
		a, b := value(), value()
		switch {
		case same:
			b = a
		case r.IntN(6) == 0:
			b = ""
		case r.IntN(6) == 0:
			a = ""
		case r.IntN(6) == 0:
			b = "0.1"
		}
		p := insight.Part{Code: fmt.Sprintf("%02d", i), Now: money(a, "2022"), Then: money(b, "2021")}
		p.NowQuantity, p.ThenQuantity = quantity("", "t", "2022"), quantity("", "t", "2021")
		if a != "" && r.IntN(4) > 0 {
			now.Add(now, rat(a))
			p.NowQuantity = quantity(value(), "t", "2022")
		} else if a != "" {
			now.Add(now, rat(a))
		}
		if b != "" {
			then.Add(then, rat(b))
			p.ThenQuantity = quantity(value(), "t", "2021")
		}
		s.Parts = append(s.Parts, p)
	}
	s.Now, s.Then = money(now.FloatString(2), "2022"), money(then.FloatString(2), "2021")
	s.Goods = s.Parts
	return s, now, then
}

// Read aloud: one item is no plural, and names of goods that hold an “and” are
// told apart where they share a place.
func TestOneItemAndNamesWithAnAndOfTheirOwn(t *testing.T) {
	meat := product("мясо и пищевые субпродукты", "meat and edible offal", "肉及食用杂碎", "100", "60", "", "")
	dairy := product("молочная продукция; яйца", "dairy produce; eggs", "乳品、蛋", "100", "120", "", "")
	cereals := product("злаки", "cereals", "谷物", "20", "", "", "")
	s := insight.Subject{Now: money("220", "2022"), Then: money("180", "2021"), Kind: insight.Products, Parts: []insight.Part{meat, dairy, cereals}}
	for l, want := range map[briefing.Lang][]string{
		briefing.RU: {
			"1-е место среди 3 товарных групп делят группы «мясо и пищевые субпродукты» и «молочная продукция»: доля каждой — 45,5 %.",
			"; противоположное влияние: молочная продукция (−11,1 п. п.).", "Новое в данных (в 2021 году не отражено): злаки (20 млн долл. США).",
		},
		briefing.EN: {
			"First place among 3 product groups is shared by “meat and edible offal” and “dairy produce”, with 45.5% each.",
			"; pulling the other way: dairy produce (−11.1 pp).",
		},
		briefing.ZH: {"“肉及食用杂碎”和“乳品、蛋”在3类商品中并列第一，各占45.5%。", "；起反向作用的：乳品、蛋（−11.1个百分点）。"},
	} {
		got := plain(insight.Opening(insight.Write(s), l))
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: %q does not hold %q", l, got, w)
			}
		}
	}
	s.Now, s.Then = s.Then, s.Now
	s.Now.Period, s.Then.Period = briefing.Year(2022), briefing.Year(2021)
	for i := range s.Parts {
		a, b := s.Parts[i].Now, s.Parts[i].Then
		a.Period, b.Period = briefing.Year(2021), briefing.Year(2022)
		s.Parts[i].Now, s.Parts[i].Then = b, a
	}
	if got := sentence(t, s, insight.KeyVanished, briefing.RU); got != "Отражено в данных прежнего периода, но не отражено в 2022 году: злаки (20 млн долл. США)." {
		t.Errorf("%q", got)
	}
}

// A zero that is stated is recorded: it neither came nor went.
func TestAStatedZeroIsNoAbsence(t *testing.T) {
	s := insight.Subject{Now: money("100", "2022"), Then: money("100", "2021"), Kind: insight.Partners, Parts: []insight.Part{
		country("Китай", "China", "中国", "60", "0"), country("Казахстан", "Kazakhstan", "哈萨克斯坦", "0", "70"),
		country("Чили", "Chile", "智利", "40", ""), country("Куба", "Cuba", "古巴", "", "30"),
	}}
	for key, want := range map[string]string{
		insight.KeyAppeared: "Новое в данных (в 2021 году не отражено): Чили (40 млн долл. США).",
		insight.KeyVanished: "Отражено в данных прежнего периода, но не отражено в 2022 году: Куба (30 млн долл. США).",
	} {
		if got := sentence(t, s, key, briefing.RU); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A name that is a plural, or that English gives an article, stands as a good
// editor would have it.
func TestThePlaceOfACountryWhoseNameIsAPlural(t *testing.T) {
	s := insight.Subject{Now: money("100", "2022"), Kind: insight.Partners, Parts: []insight.Part{
		country("Нидерланды", "Netherlands", "荷兰", "60", ""), country("Филиппины", "Philippines", "菲律宾", "40", ""),
	}}
	for l, want := range map[briefing.Lang]string{
		briefing.RU: "На первом месте среди 2 партнёров\u00a0— Нидерланды: доля — 60,0\u00a0%.",
		briefing.EN: "Ranked first among 2 partners: the Netherlands, with a share of 60.0%.",
		briefing.ZH: "荷兰在2个贸易伙伴中居首位，占比60.0%。",
	} {
		if got := sentence(t, s, insight.KeyPlaces, l); strings.ReplaceAll(got, "\u00a0", " ") != strings.ReplaceAll(want, "\u00a0", " ") {
			t.Errorf("%q, want %q", got, want)
		}
	}
	s.Parts[1].Now = s.Parts[0].Now
	want := "First place among 2 partners is shared by the Netherlands and the Philippines, with 60.0% each."
	if got := sentence(t, s, insight.KeyPlaces, briefing.EN); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
