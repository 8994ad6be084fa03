package check_test

import (
	"cmp"
	"strconv"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// thing adds a fact with a measure and a unit; what is called p is left as it is.
func thing(p *project.Project, id, measure, value string, unit briefing.Unit, period string, more ...func(*briefing.Fact)) *briefing.Fact {
	f := number(briefing.ID(id), value, period)
	f.Measure, f.Claims[0].Figure.Unit = measure, unit
	f.Product = all3(id)
	for _, m := range more {
		m(f)
	}
	p.Put(f)
	return f
}

func derived(p *project.Project, id, value string, unit briefing.Unit, formula string, parents ...briefing.ID) *briefing.Fact {
	return thing(p, id, "other", value, unit, "2022", func(f *briefing.Fact) { f.Formula, f.Parents = formula, parents })
}

func hub(f *briefing.Fact) { f.Facility, f.Partner = "hub", "W00" }

func scope(region, partner, codes string) func(*briefing.Fact) {
	return func(f *briefing.Fact) {
		f.Flow, f.Reporter, f.Region, f.Partner, f.Codes = "export", "RU", region, partner, codes
	}
}

func shares(values ...string) func(*project.Project) {
	return func(p *project.Project) {
		for i, v := range values {
			thing(p, "share"+strconv.Itoa(i), "share", v, "percent", "2022", func(f *briefing.Fact) { f.PartOf = "then" })
		}
	}
}

// programme puts items into that of a visit of three days.
func programme(items ...*briefing.Event) func(*project.Project) {
	return func(p *project.Project) {
		p.Pack.Event, p.Events[0].Parent = "v", "v" // or it would be an event of the visit's days that is no item
		p.Events = append(p.Events, &briefing.Event{ID: "v", Title: all3("v"), When: briefing.Per("2023-03-20..2023-03-22")})
		for _, e := range items {
			e.Title, e.Parent = all3(string(e.ID)), "v"
			p.Events = append(p.Events, e)
		}
	}
}

// beside is a visit with an event that is no item of its programme.
func beside(when, status string) func(*project.Project) {
	return func(p *project.Project) {
		programme()(p)
		p.Events = append(p.Events, &briefing.Event{ID: "x", Title: all3("x"), When: briefing.Per(when), Status: status})
	}
}

func signed(status, when string) func(*project.Project) {
	return func(p *project.Project) {
		p.Agreements = append(p.Agreements, &briefing.Agreement{ID: "later", Title: all3("later"), Status: status, Signed: briefing.Per(when)})
	}
}

func meeting(id briefing.ID, clock string) *briefing.Event {
	return &briefing.Event{ID: id, When: briefing.Per("2023-03-21"), Clock: clock, Participants: []briefing.Participant{{Person: "zhou"}}}
}

// rowsOfTrade are exports and imports of a region by months, which come to a
// turnover in millions; exports are 2.4 more than imports.
func rowsOfTrade(turnover string) func(*project.Project) {
	return func(p *project.Project) {
		p.Pack.Reporter, p.Pack.Region, p.Pack.Partner = "RU", "50000", "UZ"
		p.Figures = figure.NewSet()
		total, _ := briefing.Num(turnover).Mul(briefing.Num("1000000"))
		gap := briefing.Num("2400000")
		sum, _ := total.Add(gap)
		exports, _ := sum.Quo(briefing.Num("2"))
		imports, _ := exports.Sub(gap)
		for m := 1; m <= 10; m++ {
			for flow, year := range map[figure.Flow]briefing.Number{figure.Export: exports, figure.Import: imports} {
				one, _ := year.Quo(briefing.Num("10"))
				o := figure.Observation{
					Flow: flow, Reporter: "RU", Region: "50000", Partner: "UZ", Code: "02", Level: 2, Classification: "TNVED",
					Period: briefing.Month(2022, m), Currency: "USD", Value: briefing.Some(one), Import: "i",
				}
				if err := p.Figures.Append(o); err != nil {
					panic(err)
				}
			}
		}
	}
}

// tradeFact adds a published figure of ten months beside rows.
func tradeFact(millions, statement string, rows func(*project.Project)) func(*project.Project) {
	return func(p *project.Project) {
		rows(p)
		f := number("published", millions, "2022-01..2022-10")
		f.Statement = briefing.Text{RU: statement, EN: "Trade", ZH: "贸易额"}
		f.Claims[0].Figure.Unit = "million-usd"
		p.Put(f)
	}
}

// goodsOf adds a published weight, in thousand tonnes, of goods that rows of ten
// months come to ten of.
func goodsOf(thousands string, how briefing.Precision, flow string) func(*project.Project) {
	return func(p *project.Project) {
		p.Pack.Reporter, p.Pack.Region, p.Pack.Partner = "RU", "50000", "UZ"
		p.Figures = figure.NewSet()
		for m := 1; m <= 10; m++ {
			for _, code := range []string{"0207140000", "1001990000"} {
				err := p.Figures.Append(figure.Observation{
					Flow: figure.Flow(flow), Reporter: "RU", Region: "50000", Partner: "UZ", Code: code, Level: 10, Classification: "TNVED",
					Period: briefing.Month(2022, m), Currency: "USD", Value: briefing.SomeNum("5"), NetWeight: briefing.SomeNum("1000000"), Import: "i",
				})
				if err != nil {
					panic(err)
				}
			}
		}
		f := number("published", thousands, "2022-01..2022-10")
		f.Statement = briefing.Text{RU: "Вывезено", EN: "Exported", ZH: "出口量"}
		f.Flow, f.Region, f.Partner, f.Reporter, f.Codes = flow, "50000", "UZ", "RU", "0207"
		f.Claims[0].Figure.Unit, f.Claims[0].Figure.Precision = "thousand-t", how
		p.Put(f)
	}
}

// numbersOfFacts are the fixtures of the checks that compute.
func numbersOfFacts() []fixture {
	hubAndRegion := func(p *project.Project) {
		thing(p, "hub", "throughput", "283.5", "thousand-t", "2022", hub)
		thing(p, "region", "weight", "90", "thousand-t", "2022", scope("46000", "CN", "02"))
	}
	years := func(p *project.Project) {
		thing(p, "ten", "value", "1640", "million-usd", "2022-01..2022-10", scope("46000", "W00", "02"))
		thing(p, "year", "value", "1545", "million-usd", "2021", scope("46000", "W00", "02"))
	}
	bases := func(p *project.Project) {
		thing(p, "imports", "value", "114.149", "billion-usd", "2022", func(f *briefing.Fact) { f.Flow, f.Basis, f.Codes = "import", "CIF", "01" })
		thing(p, "exports", "value", "76.122", "billion-usd", "2022", func(f *briefing.Fact) { f.Flow, f.Basis, f.Codes = "export", "FOB", "01" })
		derived(p, "balance", "38.027", "billion-usd", "imports − exports", "imports", "exports").Series = "s"
	}
	prices := func(v1, v2 string) func(*project.Project) {
		return func(p *project.Project) {
			for i, v := range []string{v1, v2} {
				year := strconv.Itoa(2021 + i)
				thing(p, "v"+year, "value", v, "million-usd", year, scope("46000", "CN", "0201"))
				thing(p, "w"+year, "weight", "10", "thousand-t", year, scope("46000", "CN", "0201"))
			}
		}
	}
	flows := func(turnover, exports, imports string, change ...func(p *project.Project)) func(*project.Project) {
		return func(p *project.Project) {
			for i, v := range []string{turnover, exports, imports} {
				id := []briefing.ID{"turnover", "exports", "imports"}[i]
				thing(p, string(id), "value", v, "million-usd", "2021", func(f *briefing.Fact) {
					f.Product = briefing.Text{}
					f.Statement = all3([]string{"Товарооборот", "Экспорт", "Импорт"}[i])
					f.Flow, f.Reporter, f.Partner = []string{"", "export", "import"}[i], "RU", "UZ"
				})
			}
			for _, c := range change {
				c(p)
			}
		}
	}
	return []fixture{
		{"03 exports against the turnover of the year before", pasted("114.0", "Экспорт", "179.0", "Товарооборот", "million-usd"), ""},
		{"03 exports against those of the year before", pasted("114.0", "Экспорт края", "179.0", "Экспорт", "million-usd"), "03 blocking fact:now"},
		{"03 students against tourists", pasted("312", "Студентов из Вьетнама", "41200", "Туристов из Вьетнама", "person"), ""},
		{"03 students against students", pasted("312", "Студентов из Вьетнама", "41200", "Студенты", "person"), "03 blocking fact:now"},
		{"44 a turnover that is not its exports and imports", flows("197.1", "114.5", "83.1"), "44 warning fact:turnover"},
		{"44 a turnover that is within the digits", flows("197.1", "114.0", "83.2"), ""},
		{"44 exports of another period", flows("197.1", "114.5", "83.1", func(p *project.Project) { fact(p, "exports").Claims[0].Period = briefing.Per("2020") }), ""},
		{"44 exports to another country", flows("197.1", "114.5", "83.1", func(p *project.Project) { fact(p, "exports").Partner = "KZ" }), ""},
		{"44 exports of another source", flows("197.1", "114.5", "83.1", func(p *project.Project) {
			other := *p.Sources[0]
			other.ID, fact(p, "exports").Claims[0].Source = "other", "other"
			p.Put(&other)
		}), "44 note fact:turnover"},
		{"44 a balance that is not", flows("31.4", "114.5", "83.5", func(p *project.Project) { fact(p, "turnover").Statement = all3("Сальдо") }), "44 warning fact:turnover"},
		{"18 a turnover, its parts in short", ru("Товарооборот составил 22,4 млн долл. США, в том числе экспорт — 12,4 млн, импорт — 15 млн."), "18 warning series:s, 35 note series:s, 35 note series:s, 35 note series:s"},
		{"18 a turnover that is its parts in short", ru("Товарооборот составил 22,4 млн долл. США, в том числе экспорт — 12,4 млн, импорт — 10 млн."), "35 note series:s, 35 note series:s, 35 note series:s"},
		{"44 a turnover that rows deny", tradeFact("79.4", "Товарооборот Новосибирской области с Узбекистаном", rowsOfTrade("78.28")), "44 warning fact:published"},
		{"44 a turnover within its digits", tradeFact("78.3", "Товарооборот Новосибирской области с Узбекистаном", rowsOfTrade("78.28")), ""},
		{"44 a region that only the rows name", func(p *project.Project) {
			tradeFact("79.4", "Товарооборот Новосибирской области с Узбекистаном", rowsOfTrade("78.28"))(p)
			p.Pack.Region = ""
		}, "44 warning fact:published"},
		{"44 about", func(p *project.Project) {
			tradeFact("78.6", "Товарооборот Новосибирской области с Узбекистаном", rowsOfTrade("78.28"))(p)
			fact(p, "published").Claims[0].Figure.Precision = briefing.About
		}, "44 warning fact:published"},
		{"44 exports of the fields", func(p *project.Project) {
			tradeFact("41.0", "Отгружено", rowsOfTrade("78.28"))(p)
			f := fact(p, "published")
			f.Flow, f.Region, f.Partner, f.Reporter = "export", "50000", "UZ", "RU"
		}, "44 warning fact:published"},
		{"44 a balance", tradeFact("2.4", "Сальдо торговли Новосибирской области с Узбекистаном", rowsOfTrade("78.28")), ""},
		{"44 of the whole country", tradeFact("79.4", "Товарооборот России с Узбекистаном", rowsOfTrade("78.28")), ""},
		{"44 of another partner", tradeFact("79.4", "Товарооборот Новосибирской области с Казахстаном", rowsOfTrade("78.28")), ""},
		{"44 goods of a code, in the rows", goodsOf("10", "", "export"), ""},
		{"44 goods of a code that rows deny", goodsOf("10.5", "", "export"), "44 warning fact:published"},
		{"44 goods of a code, and rows of a part of them perhaps", goodsOf("20", "", "export"), "44 note fact:published"},
		{"44 at least so much", goodsOf("9", briefing.MoreThan, "export"), ""},
		{"44 at least so much, and rows come to less", goodsOf("10.3", briefing.MoreThan, "export"), "44 warning fact:published"},
		{"44 goods of a month that is missing", func(p *project.Project) {
			goodsOf("20", "", "export")(p)
			fact(p, "published").Claims[0].Period = briefing.Months(2022, 1, 11)
		}, ""},
		{"44 goods beside confidential ones", func(p *project.Project) {
			goodsOf("10.5", "", "export")(p)
			o := p.Figures.At(0)
			o.Code = figure.HiddenCode
			if err := p.Figures.Append(o); err != nil {
				panic(err)
			}
		}, ""},
		{"44 goods that the rows don't have", func(p *project.Project) {
			goodsOf("20", "", "export")(p)
			fact(p, "published").Codes = "0203"
		}, ""},
		{"44 of goods", func(p *project.Project) {
			tradeFact("79.4", "Товарооборот Новосибирской области с Узбекистаном", rowsOfTrade("78.28"))(p)
			fact(p, "published").Product = all3("Мясо")
		}, ""},
		{"44 a plan", func(p *project.Project) {
			tradeFact("79.4", "Товарооборот Новосибирской области с Узбекистаном", rowsOfTrade("78.28"))(p)
			f := fact(p, "published")
			f.Nature, f.Statement = briefing.NaturePlan, briefing.Text{RU: "План товарооборота Новосибирской области с Узбекистаном", EN: "Planned turnover", ZH: "计划贸易额"}
		}, ""},
		{"44 rows of a part of the trade", tradeFact("179.4", "Товарооборот Новосибирской области с Узбекистаном", rowsOfTrade("78.28")), ""},
		{"44 a month is missing", func(p *project.Project) {
			tradeFact("79.4", "Товарооборот Новосибирской области с Узбекистаном", rowsOfTrade("78.28"))(p)
			fact(p, "published").Claims[0].Period = briefing.Months(2022, 1, 11)
		}, ""},
		{"02 shares of a whole", shares("40", "35", "25"), ""},
		{"02 shares that are rounded", shares("33.3", "33.3", "33.3"), ""},
		{"02 more than the whole", shares("40", "35", "35"), "02 blocking fact:share0"},
		{"02 less than the whole", shares("40", "35"), "02 blocking fact:share0"},
		{"02 less, and only some are named", func(p *project.Project) { shares("40", "35")(p); fact(p, "share0").OfWhich = true }, ""},
		{"02 the largest of a series", func(p *project.Project) {
			for _, id := range []string{"x", "y"} {
				thing(p, id, "share", "30", "percent", "2022", func(f *briefing.Fact) { f.Series = "s" })
			}
		}, ""},

		{"05 a steady price", prices("50", "60"), ""},
		{"05 a price that jumps", prices("50", "120"), "05 warning fact:v2022"},
		{"05 a price outside the range given with it", func(p *project.Project) {
			f := thing(p, "price", "unit-value", "2032", "usd-per-t", "2022")
			f.Claims[0].Figure.Low, f.Claims[0].Figure.High = briefing.SomeNum("1500"), briefing.SomeNum("2000")
		}, "05 warning fact:price"},
		{"05 rows in another unit", func(p *project.Project) { priceRows(p, "5000") }, "05 warning import:i"},
		{"05 rows of another quality", func(p *project.Project) { priceRows(p, "15") }, ""},

		{"06 an order of magnitude away", func(p *project.Project) {
			thing(p, "h1", "throughput", "200", "thousand-t", "2023", hub)
			thing(p, "h2", "throughput", "283.5", "thousand-t", "2021", hub)
			thing(p, "h3", "throughput", "2500", "thousand-t", "2022-01..2022-10", func(f *briefing.Fact) { f.Facility = "hub" })
		}, "06 note fact:h3"},
		{"06 a month beside a year", func(p *project.Project) {
			thing(p, "h1", "throughput", "240", "thousand-t", "2022", hub)
			thing(p, "h2", "throughput", "20", "thousand-t", "2022-06", hub)
		}, ""},
		{"06 another scope", func(p *project.Project) {
			thing(p, "h1", "throughput", "200", "thousand-t", "2022", hub)
			thing(p, "h2", "weight", "5", "thousand-t", "2022", scope("46000", "CN", "02"))
		}, ""},
		{"06 ten years later", func(p *project.Project) {
			thing(p, "h1", "throughput", "20", "thousand-t", "2012", hub)
			thing(p, "h2", "throughput", "250", "thousand-t", "2022", hub)
		}, ""},

		{"13 a capacity without time", func(p *project.Project) { thing(p, "cap", "capacity", "200", "thousand-t", "2022", hub) }, "13 warning fact:cap"},
		{"13 a capacity by the year", func(p *project.Project) {
			thing(p, "cap", "capacity", "200", "thousand-t-per-year", "2022", hub)
			thing(p, "st", "storage", "40", "thousand-t", "2022", hub)
		}, ""},
		{"13 a storage by the year", func(p *project.Project) { thing(p, "st", "storage", "40", "thousand-t-per-year", "2022", hub) }, "13 warning fact:st"},
		{"13 claims of two kinds", func(p *project.Project) {
			f := thing(p, "h1", "throughput", "200", "thousand-t", "2022", hub)
			c := f.Claims[0]
			c.ID, c.Figure.Unit = "y", "thousand-t-per-year"
			f.Claims, f.Chosen, f.Reason = append(f.Claims, c), "x", all3("reason")
		}, "13 warning fact:h1"},
		{"13 storage taken from throughput", func(p *project.Project) {
			thing(p, "h1", "throughput", "200", "thousand-t", "2022", hub)
			thing(p, "st", "storage", "40", "thousand-t", "2022", hub)
			derived(p, "left", "160", "thousand-t", "h1 − st", "h1", "st")
		}, "13 blocking fact:left, 23 blocking fact:left"},
		{"13 turns are a measure", func(p *project.Project) {
			thing(p, "h1", "throughput", "200", "thousand-t", "2022", hub)
			thing(p, "st", "storage", "40", "thousand-t", "2022", hub)
			derived(p, "turns", "5", "", "h1 / st", "h1", "st")
		}, ""},
		{"13 storage called throughput", func(p *project.Project) {
			thing(p, "st", "storage", "40", "thousand-t", "2022", hub)
			ru("Грузооборот — {st}.")(p)
		}, "13 warning series:s"},
		{"13 storage called storage", func(p *project.Project) {
			thing(p, "st", "storage", "40", "thousand-t", "2022", hub)
			ru("Единовременное хранение — {st}; грузооборот больше.")(p)
		}, ""},
		{"13 in English", func(p *project.Project) {
			thing(p, "st", "storage", "40", "thousand-t", "2022", hub)
			en("The throughput is {st}.")(p)
		}, "13 warning series:s"},
		{"13 in Chinese", func(p *project.Project) {
			thing(p, "st", "storage", "40", "thousand-t", "2022", hub)
			zh("吞吐量为{st}。")(p)
		}, "13 warning series:s"},

		{"18 the formula gives it", func(p *project.Project) { derived(p, "rest", "114.149", "billion-usd", "total − a", "total", "a") }, ""},
		{"18 a parent was changed", func(p *project.Project) { derived(p, "rest", "120.5", "billion-usd", "total − a", "total", "a") }, "18 blocking fact:rest"},
		{"18 in another scale", func(p *project.Project) { derived(p, "rest", "114149", "million-usd", "total − a", "total", "a") }, ""},
		{"18 per cent", func(p *project.Project) { derived(p, "g", "40.0", "percent", "a / total", "a", "total") }, ""},
		{"18 per cent, wrong", func(p *project.Project) { derived(p, "g", "43.0", "percent", "a / total", "a", "total") }, "18 blocking fact:g"},
		{"18 a formula that is not understood", func(p *project.Project) { derived(p, "g", "1", "percent", "sum(a, b) ^ 2", "a", "b") }, ""},
		{"18 languages bound to different facts", func(p *project.Project) { p.Series[0].Body.EN = "It was {then}. The plan is {plan}." }, "18 warning series:s"},
		{"18 languages with different numbers", func(p *project.Project) {
			p.Series[0].Caveat = briefing.Text{RU: "Отгружено 57 тыс. т.", ZH: "发运5.8万吨。"}
		}, "18 warning series:s, 35 note series:s, 35 note series:s"},
		{"18 a number that stands in words", func(p *project.Project) {
			p.Series[0].Caveat = briefing.Text{RU: "Длится 3 дня.", EN: "It lasts three days."}
		}, "35 note series:s"},
		{"18 nearly a known figure", func(p *project.Project) {
			fact(p, "then").Product = briefing.Text{RU: "Товарооборот Китая с Россией"}
			ru("Товарооборот Китая с Россией составил 149 млрд долл.")(p)
		}, "18 warning series:s, 35 note series:s"},
		{"18 nearly, of another year", func(p *project.Project) {
			fact(p, "then").Product = briefing.Text{RU: "Товарооборот Китая с Россией"}
			ru("Товарооборот Китая с Россией в 2020 году составил 149 млрд долл.")(p)
		}, "35 note series:s"},
		{"18 nearly, of another thing", func(p *project.Project) {
			fact(p, "then").Product = briefing.Text{RU: "Товарооборот Китая с Россией"}
			ru("Кредитный портфель банка — 149 млрд долл.")(p)
		}, "35 note series:s"},

		{"20 a number that is not verified", func(p *project.Project) { fact(p, "then").Status = briefing.Unverified }, "20 warning fact:then"},
		{"20 a statement that is not verified", func(p *project.Project) { fact(p, "said").Status = briefing.Unverified }, ""},
		{"20 the review is due", func(p *project.Project) { fact(p, "then").ReviewBy = "2023-03-01" }, "20 warning fact:then"},
		{"20 it is not yet due", func(p *project.Project) { fact(p, "then").ReviewBy = "2023-04" }, ""},
		{"20 the day of the moment is not over", func(p *project.Project) { fact(p, "then").ReviewBy = "2023-03-20" }, ""},
		{"20 it was checked since", func(p *project.Project) {
			fact(p, "then").ReviewBy, fact(p, "then").CheckedOn = "2023-03-01", "2023-03-15"
		}, ""},
		{"20 without a moment there is no telling", func(p *project.Project) {
			fact(p, "then").ReviewBy, p.Pack.AsOf = "2023-03-01", ""
		}, "19 warning pack:pack"},

		{"23 growth of different things", func(p *project.Project) {
			hubAndRegion(p)
			derived(p, "g", "215", "percent", "hub / region − 1", "hub", "region")
		}, "23 blocking fact:g"},
		{"23 different things in a sentence", func(p *project.Project) {
			hubAndRegion(p)
			ru("Отгрузка {hub} против {region} — втрое больше.")(p)
		}, "23 warning series:s, 35 note series:s"},
		{"23 typed by hand", func(p *project.Project) {
			hubAndRegion(p)
			ru("Рост с 90 до 283,5 тыс. т; 283,5 тыс. т против 90 тыс. т.")(p)
		}, "23 warning series:s, 35 note series:s, 35 note series:s, 35 note series:s"},
		{"23 in English", func(p *project.Project) { hubAndRegion(p); en("{hub} compared with {region}.")(p) }, "23 warning series:s"},
		{"23 in Chinese", func(p *project.Project) { hubAndRegion(p); zh("{hub}与{region}相比。")(p) }, "23 warning series:s"},
		{"23 side by side without comparing", func(p *project.Project) { hubAndRegion(p); ru("План — {hub}, вывоз — {region}.")(p) }, ""},
		{"23 the same thing of two years", ru("Оборот {total} больше, чем {then}."), ""},
		{"23 two countries in one year", func(p *project.Project) {
			thing(p, "cn", "value", "5", "million-usd", "2022", scope("46000", "CN", "02"))
			thing(p, "in", "value", "4", "million-usd", "2022", scope("46000", "IN", "02"))
			ru("В Китай {cn} — больше, чем в Индию ({in}).")(p)
		}, ""},
		{"23 two countries in two years", func(p *project.Project) {
			thing(p, "cn", "value", "5", "million-usd", "2022", scope("46000", "CN", "02"))
			thing(p, "in", "value", "4", "million-usd", "2021", scope("46000", "IN", "02"))
			derived(p, "g", "25", "percent", "cn / in − 1", "cn", "in")
		}, "23 blocking fact:g"},
		{"23 a unit value", func(p *project.Project) {
			thing(p, "v", "value", "5", "million-usd", "2022", scope("46000", "CN", "02"))
			thing(p, "w", "weight", "2", "thousand-t", "2022", scope("46000", "CN", "02"))
			derived(p, "u", "2500", "usd-per-t", "v / w", "v", "w")
		}, ""},
		{"23 a share", func(p *project.Project) {
			thing(p, "cn", "value", "5", "million-usd", "2022", scope("46000", "CN", "02"))
			thing(p, "all", "value", "20", "million-usd", "2022", scope("46000", "W00", "02"))
			derived(p, "s", "25", "percent", "cn / all", "cn", "all").Measure = "share"
		}, ""},

		{"25 a level from its own growth, marked", func(p *project.Project) {
			fact(p, "then").Parents, fact(p, "then").Claims[0].Figure.Status = []briefing.ID{"total"}, briefing.Estimated
		}, "25 note fact:then"},
		{"25 not marked", func(p *project.Project) { fact(p, "then").Parents = []briefing.ID{"total"} }, "25 warning fact:then"},
		{"25 and then proven by it", func(p *project.Project) {
			fact(p, "then").Parents, fact(p, "then").Claims[0].Figure.Status = []briefing.ID{"total"}, briefing.Estimated
			derived(p, "g", "29.3", "percent", "total / then − 1", "total", "then")
		}, "25 note fact:then, 25 blocking fact:g"},
		{"25 a level from another source", func(p *project.Project) { fact(p, "then").Parents = []briefing.ID{"a"} }, ""},

		{"26 ten months against a year", func(p *project.Project) {
			years(p)
			derived(p, "g", "6.1", "percent", "ten / year − 1", "ten", "year")
		}, "26 blocking fact:g"},
		{"26 in a sentence", func(p *project.Project) { years(p); ru("Отгрузка {ten} выше, чем {year}.")(p) }, "26 warning series:s"},
		{"26 against a plan", func(p *project.Project) {
			years(p)
			fact(p, "year").Nature, fact(p, "year").Statement = briefing.NaturePlan, plan3()
			ru("По плану {year}; сделано {ten}, меньше плана.")(p)
		}, ""},
		{"26 a stated change", func(p *project.Project) {
			fact(p, "total").Claims[0].Period, fact(p, "a").PartOf, fact(p, "b").PartOf = briefing.Per("2022-01..2022-10"), "", ""
		}, "26 blocking fact:total"},
		{"26 the same months", func(p *project.Project) {
			c := &fact(p, "total").Claims[0]
			fact(p, "a").PartOf, fact(p, "b").PartOf = "", ""
			c.Period, c.ChangeBase = briefing.Per("2022-01..2022-10"), briefing.Per("2021-01..2021-10")
		}, ""},
		{"26 in words", ru("За 10 месяцев 2022 года экспорт вырос к 2021 году."), "26 warning series:s"},
		{"26 in words, the same months", ru("За 10 месяцев 2022 года экспорт вырос к 10 месяцам 2021 года по сравнению с прежним."), ""},
		{"26 in words, a deadline", ru("За 10 месяцев 2022 года сделано много; к 2024 году будет готово."), ""},
		{"26 in English", en("In January–October 2022 exports have increased on 2021."), "26 warning series:s"},
		{"26 in Chinese", zh("2022年1至10月出口比2021年增长了。"), "26 warning series:s"},

		{"27 CIF less FOB", bases, "27 warning fact:balance"},
		{"27 told to the reader", func(p *project.Project) { bases(p); ru("Импорт — CIF, экспорт — FOB.")(p) }, ""},
		{"27 parts of a total", func(p *project.Project) { fact(p, "a").Basis, fact(p, "b").Basis = "FOB", "CIF" }, "27 warning fact:total"},
		{"27 one basis", func(p *project.Project) { fact(p, "a").Basis, fact(p, "b").Basis = "FOB", "FOB" }, ""},

		{"31 copies for all", func(p *project.Project) {
			p.Pack.Copies, p.Pack.ForWhom.RU = 3, "министру\nзаместителю\nв дело"
		}, ""},
		{"31 too few", func(p *project.Project) {
			p.Pack.Copies, p.Pack.ForWhom.RU = 2, "министру; заместителю; в дело"
		}, "31 warning pack:pack"},
		{"31 a copy beyond the count", func(p *project.Project) { p.Pack.Copies, p.Pack.Copy = 2, 3 }, "31 warning pack:pack"},
		{"31 restricted and not counted", func(p *project.Project) { p.Pack.Restricted = true }, "31 warning pack:pack"},

		{"32 a status that forbids citing", func(p *project.Project) { p.Sources[0].Legal = "undesirable" }, "32 blocking source:early"},
		{"32 since before the moment", func(p *project.Project) { p.Sources[0].Legal, p.Sources[0].LegalSince = "foreign-agent", "2023-01" }, "32 blocking source:early"},
		{"32 since after the moment", func(p *project.Project) { p.Sources[0].Legal, p.Sources[0].LegalSince = "undesirable", "2023-05" }, ""},
		{"32 a source that is not cited", func(p *project.Project) { p.Sources[3].Legal = "undesirable" }, "32 note source:undated"},

		{"37 headings in one file, subheadings in another", twoFiles("0203", "0203299000", briefing.Year(2022)), "37 warning import:second"},
		{"37 all goods in one, headings in the other", twoFiles(figure.TotalCode, "0203", briefing.Year(2022)), "37 warning import:second"},
		{"37 goods above the total of another file", func(p *project.Project) {
			twoFiles(figure.TotalCode, "0203", briefing.Year(2022))(p)
			o := p.Figures.At(p.Figures.Len() - 1)
			o.Code, o.Value = "0207", briefing.SomeNum("0.2")
			if err := p.Figures.Append(o); err != nil {
				panic(err)
			}
		}, "37 blocking import:first, 37 warning import:second"},
		{"37 other goods", twoFiles("0203", "1512199002", briefing.Year(2022)), ""},
		{"37 other years", twoFiles("0203", "0203299000", briefing.Year(2021)), ""},
		{"37 one level", twoFiles("0203", "0207", briefing.Year(2022)), ""},

		{"38 a deadline that has passed", milestone("2023-01", ""), "38 warning agreement:steps"},
		{"38 said to be done after the moment", milestone("2023-01", "2023-06"), "38 warning agreement:steps"},
		{"38 done", milestone("2023-01", "2023-01-31"), ""},
		{"38 done late", milestone("2023-01", "2023-02-01"), ""},
		{"38 a deadline to come", milestone("2023-12", ""), ""},
		{"38 no deadline", milestone("", ""), ""},
		{"42 in force before it is signed", signed("in-force", "2027-03-01"), "42 warning agreement:later"},
		{"42 signed by the moment", signed("in-force", "2023-03-20"), ""},
		{"42 to be signed, of no status", signed("", "2027-03-01"), "42 warning agreement:later"},
		{"42 signed, of no status", signed("", "2023-03-20"), ""},
		{"42 in preparation", signed("preparing", "2027-03-01"), ""},
		{"42 no date", signed("signed", ""), ""},
		{"42 held after the moment", programme(&briefing.Event{ID: "x", When: briefing.Per("2023-03-21"), Status: "held"}), "42 warning event:x"},
		{"42 held on the day", programme(&briefing.Event{ID: "x", When: briefing.Per("2023-03-20"), Status: "held"}), ""},
		{"42 planned, and its day has gone by", programme(&briefing.Event{ID: "x", When: briefing.Per("2023-03-18"), Status: "planned"}), "41 warning event:x, 42 warning event:x"},
		{"42 planned in the month of the moment", programme(&briefing.Event{ID: "x", When: briefing.Per("2023-03"), Status: "planned"}), "41 note event:x"},
		{"42 to come", programme(&briefing.Event{ID: "x", When: briefing.Per("2023-03-21"), Status: "planned"}), ""},
		{"41 the night after the last day", programme(&briefing.Event{ID: "x", When: briefing.Per("2023-03-23"), Clock: "02:10"}), "41 warning event:x"},
		{"41 a flight at night that is no item", beside("2023-03-23", ""), "41 warning event:x"},
		{"41 an event of the visit's days that is no item", beside("2023-03-21", ""), "41 warning event:x"},
		{"41 an event of another time", beside("2023-03-25", ""), ""},
		{"41 an event that lasts longer", beside("2023-03-15..2023-03-30", ""), ""},
		{"41 a cancelled event of the days", beside("2023-03-21", "cancelled"), ""},
		{"41 no day", programme(&briefing.Event{ID: "x", When: briefing.Per("2023-03")}), "41 note event:x"},
		{"41 cancelled", programme(&briefing.Event{ID: "x", When: briefing.Per("2023-04-01"), Status: "cancelled"}), ""},
		{"41 within the days", programme(&briefing.Event{ID: "x", When: briefing.Per("2023-03-22"), Clock: "23:00"}), ""},
		{"41 one person at two", programme(meeting("x", "10:00"), meeting("y", "10:00")), "41 warning event:y"},
		{"41 at two by the zone", programme(meeting("x", "10:00+03:00"), meeting("y", "12:00+05:00")), "41 warning event:y"},
		{"41 while the other lasts", programme(meeting("x", "10:00/12:00"), meeting("y", "11:00")), "41 warning event:y"},
		{"41 when the other has ended", programme(meeting("x", "10:00/11:00"), meeting("y", "11:00/12:00")), ""},
		{"41 at one after another", programme(meeting("x", "10:00"), meeting("y", "11:00")), ""},
		{"41 hours of other zones", programme(meeting("x", "10:00+03:00"), meeting("y", "10:00+05:00")), ""},

		{"40 nine months are more than the year", yearAndPart("2022-01..2022-09", "120"), "40 warning import:second"},
		{"40 a half is more than the year", yearAndPart("2022-H1", "101"), "40 warning import:second"},
		{"40 a part is less", yearAndPart("2022-01..2022-09", "80"), ""},
		{"40 rounding", yearAndPart("2022-01..2022-09", "100.4"), ""},
		{"40 another year", yearAndPart("2021-01..2021-09", "120"), ""},

		{"43 a list of goods by name beside another one", twoTotals(goods{"", "Пшеница", "9"}, goods{"", "Всё зерно", "40"}), "43 blocking import:first"},
		{"43 names above what codes come to", twoTotals(goods{"", "Пшеница", "145"}, goods{"1001", "", "40"}), "43 blocking import:second"},
		{"43 a part of the chapter", twoTotals(goods{"1001", "", "40"}, goods{"100111", "", "38"}), "43 warning import:second"},
		{"43 other chapters", twoTotals(goods{"1001", "", "40"}, goods{"1512", "", "38"}), "43 blocking import:second"},
		{"43 a total and its goods", twoTotals(goods{"", "", "40"}, goods{"1512", "", "38"}), ""},
		{"43 the same from both", twoTotals(goods{"", "", "40"}, goods{"", "", "40.1"}), ""},
		{"46 a last month without most of its goods", monthsEnding(1, 8), "46 warning import:i"},
		{"46 a last month with most of them", monthsEnding(5, 8), ""},
		{"46 a last month of goods that come and go", func(p *project.Project) { monthsEnding(3, 3)(p); rareGoods(p) }, ""},
		{"46 a last month without the goods that were most of it", heavyGoods(0), "46 warning import:i"},
		{"46 a last month with all of them", heavyGoods(2), ""},
		{"46 one flow goes a month further", monthsEnding(8, 0), "46 warning import:i"},
		{"46 rows of a period were rejected", lostRows("importer.note.lost", true), "46 blocking import:first"},
		{"46 rows of no known period were", lostRows("importer.note.lost.any", true), "46 warning import:first"},
		{"46 of an import that has been taken out", lostRows("importer.note.lost", false), ""},
		{"43 quarters make another year", func(p *project.Project) {
			twoTotals(goods{"1001", "", "40"}, goods{"", "", "1"})(p)
			for q, v := range []string{"50", "30", "40", "25"} {
				o := p.Figures.At(0)
				o.Period, o.Import, o.Value = briefing.Per("2022-Q"+strconv.Itoa(q+1)), "second", briefing.SomeNum(v)
				if err := p.Figures.Append(o); err != nil {
					panic(err)
				}
			}
		}, "43 warning import:second"},
		{"43 three quarters are no year", func(p *project.Project) {
			twoTotals(goods{"1001", "", "400"}, goods{"", "", "400"})(p)
			for q, v := range []string{"50", "30", "40"} {
				o := p.Figures.At(0)
				o.Period, o.Import, o.Value = briefing.Per("2022-Q"+strconv.Itoa(q+1)), "second", briefing.SomeNum(v)
				if err := p.Figures.Append(o); err != nil {
					panic(err)
				}
			}
		}, ""},
		{"43 quarters of a year that is not over, beside its months", partYear("50", "30", "44"), "43 warning import:first"},
		{"43 quarters that come to its months", partYear("50", "30", "40"), ""},
		{"43 quarters as far as they go", partYear("50", "30"), ""},
		{"43 two totals", twoTotals(goods{"", "", "40"}, goods{"", "", "45"}), "43 blocking import:first"},

		{"39 another country's trade only", tradeWith("RU", "TR", "AU"), "39 warning pack:pack"},
		{"39 the trade of the pack", tradeWith("RU", "CN", "CN"), ""},
		{"39 told by the partner", tradeWith("CN", "RU", "CN"), ""},
		{"39 no partner named", tradeWith("RU", "TR", ""), ""},
	}
}

// tradeWith has one row of a reporter with a country, in a pack about a partner.
func tradeWith(reporter, with, partner string) func(*project.Project) {
	return func(p *project.Project) {
		p.Pack.Reporter, p.Pack.Partner = "RU", partner
		p.Figures = figure.NewSet()
		o := figure.Observation{
			Flow: "export", Reporter: reporter, Partner: with, Classification: "HS", Code: figure.TotalCode, Currency: "USD",
			Period: briefing.Year(2022), Value: briefing.SomeNum("10"), Status: briefing.Normal,
		}
		if err := p.Figures.Append(o); err != nil {
			panic(err)
		}
	}
}

// yearAndPart has a year of 100 in one import and a part in a later one.
func yearAndPart(period, value string) func(*project.Project) {
	return func(p *project.Project) {
		p.Imports = []*briefing.Import{{ID: "first", File: "a.csv", Stored: 1}, {ID: "second", File: "b.csv", Stored: 1}}
		p.Figures = figure.NewSet()
		for i, x := range [][2]string{{"2022", "100"}, {period, value}} {
			o := figure.Observation{
				Flow: "export", Reporter: "RU", Partner: "CN", Classification: "HS", Code: figure.TotalCode, Currency: "USD",
				Period: briefing.Per(x[0]), Import: p.Imports[i].ID, Value: briefing.SomeNum(x[1]), Status: briefing.Normal,
			}
			if err := p.Figures.Append(o); err != nil {
				panic(err)
			}
		}
	}
}

type goods struct{ code, product, value string }

// twoTotals has one row in each of two imports, of one trade and year and of
// classifications that are never added.
func twoTotals(list ...goods) func(*project.Project) {
	return func(p *project.Project) {
		p.Imports = []*briefing.Import{{ID: "first", File: "a.csv", Stored: 1}, {ID: "second", File: "b.csv", Stored: 1}}
		p.Figures = figure.NewSet()
		for i, g := range list {
			o := figure.Observation{
				Flow: "export", Reporter: "RU", Partner: "CN", Classification: []string{"HS", "TNVED"}[i], Code: cmp.Or(g.code, figure.TotalCode), Product: g.product, Currency: "USD",
				Period: briefing.Per("2022"), Import: p.Imports[i].ID, Value: briefing.SomeNum(g.value), Status: briefing.Normal, Level: uint8(len(g.code)),
			}
			if err := p.Figures.Append(o); err != nil {
				panic(err)
			}
		}
	}
}

// lostRows has an import whose note says that rows are missing, with rows or
// without.
func lostRows(key string, rows bool) func(*project.Project) {
	return func(p *project.Project) {
		twoTotals(goods{"1001", "", "40"})(p)
		if !rows {
			p.Figures = figure.NewSet()
		}
		for _, l := range briefing.Langs() {
			*p.Imports[0].Note.At(l) = "Что-то.\n" + lang.T(l, key, lang.Period(l, briefing.Per("2022-03")))
		}
	}
}

// milestone has an agreement with one step.
func milestone(due, done string) func(*project.Project) {
	return func(p *project.Project) {
		a := &briefing.Agreement{ID: "steps", Title: all3("План"), Milestones: []briefing.Milestone{{Title: all3("Открыть линию")}}}
		if due != "" {
			a.Milestones[0].Due = briefing.Per(due)
		}
		if done != "" {
			a.Milestones[0].Done = briefing.Per(done)
		}
		p.Put(a)
	}
}

// twoFiles has a code in one import and another in a later one, of that period.
func twoFiles(first, second string, period briefing.Period) func(*project.Project) {
	return func(p *project.Project) {
		p.Imports = []*briefing.Import{{ID: "first", File: "a.csv", Stored: 1}, {ID: "second", File: "b.csv", Stored: 1}}
		for i, code := range []string{first, second} {
			o := figure.Observation{
				Flow: "export", Reporter: "RU", Partner: "CN", Classification: "TNVED", Code: code, Currency: "USD",
				Period: briefing.Year(2022), Import: p.Imports[i].ID, Value: briefing.SomeNum("10"), Status: briefing.Normal,
			}
			if i == 1 {
				o.Period = period
			}
			if code != figure.TotalCode {
				o.Level = uint8(len(code))
			}
			if err := p.Figures.Append(o); err != nil {
				panic(err)
			}
		}
	}
}

// priceRows adds rows of one code for six months, the last of which has the price.
func priceRows(p *project.Project, price string) {
	for i, v := range []string{"10", "11", "10", "12", "9", price} {
		err := p.Figures.Append(figure.Observation{
			Flow: "import", Reporter: "CN", Partner: "RU", Classification: "HS", Code: "0203", Level: 4,
			Period: briefing.Month(2022, 1+i), Currency: "USD", Import: "i", Value: briefing.SomeNum(v), NetWeight: briefing.SomeNum("10"),
		})
		if err != nil {
			panic(err)
		}
	}
}

// pasted are two facts of two years that have nothing but their words, with a growth
// of a tenth stated of the later one.
func pasted(now, what, then, other string, unit briefing.Unit) func(*project.Project) {
	return func(p *project.Project) {
		words := func(s string) func(*briefing.Fact) {
			return func(f *briefing.Fact) { f.Product, f.Measure, f.Statement = briefing.Text{}, "", all3(s) }
		}
		thing(p, "now", "", now, unit, "2021", words(what)).Claims[0].Change = briefing.SomeNum("10.0")
		fact(p, "now").Claims[0].ChangeUnit = "percent"
		thing(p, "before", "", then, unit, "2020", words(other))
	}
}

// partYear has nine months of a year in one file, quarters of 50, 30 and 40, and
// quarters in another.
func partYear(quarters ...string) func(*project.Project) {
	return func(p *project.Project) {
		twoTotals(goods{"1001", "", "400"}, goods{"1001", "", "400"})(p)
		add := func(file briefing.ID, period, value string) {
			o := p.Figures.At(0)
			o.Period, o.Import, o.Value = briefing.Per(period), file, briefing.SomeNum(value)
			if err := p.Figures.Append(o); err != nil {
				panic(err)
			}
		}
		for m, v := range []string{"20", "20", "10", "10", "10", "10", "15", "15", "10"} {
			add("first", briefing.Month(2021, m+1).String(), v)
		}
		for q, v := range quarters {
			add("second", "2021-Q"+strconv.Itoa(q+1), v)
		}
	}
}
