package typesettest

import (
	"fmt"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

func num(s string) document.Cell { return document.Cell{Number: briefing.SomeNum(s)} }

func marked(s, mark string) document.Cell {
	c := num(s)
	c.Mark = mark
	return c
}

func trade(t map[string]string) []document.Block {
	chart := document.Chart{
		ID: "F01", Kind: document.Bars, Label: t["figure"] + "1", Title: t["c1"], Caption: t["c1caption"], Unit: t["unit"],
		Categories: []string{"2018", "2019", "2020", "2021", "2022"},
		Series: []document.Series{{Points: []document.ChartPoint{
			{Value: briefing.SomeNum("829"), Fill: document.Derived, Label: "829 [e]"},
			{Value: briefing.SomeNum("961.8"), Label: "962", PlanLow: briefing.SomeNum("915"), PlanHigh: briefing.SomeNum("930"), PlanLabel: t["plan"] + " 915–930"},
			{Fill: document.NoData, Label: "[x]"},
			{Value: briefing.SomeNum("1545"), Fill: document.Derived, Label: "1\u202f545 [e]"},
			{Value: briefing.SomeNum("1700"), Fill: document.Expected, Label: "1\u202f700 [f]", Part: briefing.SomeNum("1640"), PartLabel: "1\u202f640", PartSub: t["months"]},
		}}},
		Key: []document.KeyEntry{{Fill: document.Actual, Text: t["actual"]}, {Fill: document.Plan, Text: t["plan"]}, {Fill: document.Expected, Text: t["forecast"]}, {Fill: document.Derived, Text: t["derived"]}},
	}
	source := document.Cell{Number: briefing.SomeNum("16"), Sub: t["bySource"]}
	levels := document.Table{
		ID: "T03", Label: t["table"] + "3", Title: t["t3"], Unit: t["unit"],
		Columns: []document.Column{
			{Title: t["period"], Weight: 1.2},
			{Title: t["value"], Kind: document.NumberColumn},
			{Title: t["change"], Kind: document.NumberColumn, Decimals: -1, Signed: true},
			{Title: t["plan1"], Kind: document.NumberColumn, Decimals: -1},
		},
		Rows: []document.Row{
			{Cells: []document.Cell{document.Txt("2018"), marked("829", "e"), document.Dash(), document.Dash()}},
			{Cells: []document.Cell{document.Txt("2019"), num("961.8"), source, {Low: briefing.SomeNum("915"), High: briefing.SomeNum("930")}}},
			{Cells: []document.Cell{document.Txt("2020"), {Text: "…", Mark: "x"}, document.Dash(), document.Dash()}},
			{Cells: []document.Cell{document.Txt("2021"), marked("1545", "e"), document.Dash(), document.Dash()}},
			{Cells: []document.Cell{document.Txt(t["months2022"]), num("1640"), document.Dash(), document.Dash()}},
			{Cells: []document.Cell{document.Txt(t["expected2022"]), marked("1700", "f"), source, document.Dash()}},
		},
		Notes: []string{t["t3note"]},
	}
	flows := document.Table{
		ID: "T04", Label: t["table"] + "4", Title: t["t4"],
		Columns: []document.Column{
			{Title: t["flow"]},
			{Title: "2021", Kind: document.NumberColumn, Decimals: 1},
			{Title: "2022", Kind: document.NumberColumn, Decimals: 1},
			{Title: t["change"], Kind: document.NumberColumn, Decimals: 1, Signed: true},
			{Title: t["contribution"], Kind: document.NumberColumn, Decimals: 1, Signed: true},
		},
		Rows: []document.Row{
			{Cells: []document.Cell{document.Txt(t["flow1"]), marked("79.6", "e"), num("114.149"), num("43.4"), num("23.5")}},
			{Cells: []document.Cell{document.Txt(t["flow2"]), marked("67.5", "e"), num("76.122"), num("12.8"), num("5.9")}},
			{Kind: document.TotalRow, Cells: []document.Cell{document.Txt(t["total"]), marked("147.2", "e"), num("190.271"), num("29.3"), num("29.3")}},
			{Kind: document.MemoRow, Cells: []document.Cell{document.Txt(t["balance"]), marked("12.1", "e"), num("38.027"), document.Dash(), document.Dash()}},
		},
		Notes: []string{t["t4note"]}, Source: t["source8"],
	}
	return []document.Block{
		document.Columns{LeftWidth: 106, Left: []document.Block{chart}, Right: []document.Block{levels}},
		document.Paragraph{Style: document.SourceLine, Runs: document.Plain(t["source7"])},
		document.Paragraph{Runs: document.Plain(t["body1"])},
		document.Note{Title: t["note"], Runs: document.Plain(t["noteText"])},
		document.Heading{Text: t["h2"], Level: 2},
		flows,
		document.Paragraph{Runs: document.Plain(t["body2"])},
	}
}

func structure(t map[string]string) []document.Block {
	c := document.Chart{
		ID: "F02", Kind: document.Ranking, Label: t["figure"] + "2", Title: t["c2"], Caption: t["c2caption"], Stamp: t["stamp"], Unit: t["unit"],
		Source: t["stamp"] + ". " + t["asof"],
	}
	table := document.Table{
		ID: "T05", Label: t["table"] + "5", Title: t["c2"], Stamp: t["stamp"],
		Columns: []document.Column{{Title: t["product"]}, {Title: "ТН ВЭД"}, {Title: t["tonnes"], Kind: document.NumberColumn, Decimals: 1}, {Title: t["share"], Kind: document.NumberColumn, Decimals: 1}},
	}
	var pts []document.ChartPoint
	for i, v := range []string{"31.6", "14.2", "11.8", "10.4", "9.3", "7.9", "4.8"} {
		name := t[fmt.Sprintf("g%d", i+1)]
		c.Categories = append(c.Categories, name)
		pts = append(pts, document.ChartPoint{Value: briefing.SomeNum(v), Label: v})
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{document.Txt(name), document.Txt("0207"), num(v), num(v)}})
	}
	c.Series = []document.Series{{Points: pts}}
	table.Rows = append(table.Rows, document.Row{Kind: document.TotalRow, Cells: []document.Cell{document.Txt(t["sum"]), {}, num("90.0"), num("100")}})
	plans := document.Table{
		ID: "T06", Label: t["table"] + "6", Title: t["t6"],
		Columns: []document.Column{{Title: t["indicator"]}, {Title: t["plan1"] + " 2023", Kind: document.NumberColumn, Decimals: -1}, {Title: t["plan1"] + " 2024", Kind: document.NumberColumn, Decimals: -1}, {Title: t["source"]}},
		Rows: []document.Row{
			{Cells: []document.Cell{document.Txt(t["i1"]), {Number: briefing.SomeNum("200"), Word: t["more"]}, num("283.5"), document.Txt("[1], [9]")}},
			{Cells: []document.Cell{document.Txt(t["i2"]), {Number: briefing.SomeNum("430"), Word: t["more"]}, num("576"), document.Txt("[1], [9]")}},
			{Cells: []document.Cell{document.Txt(t["i3"]), document.Dash(), {Number: briefing.SomeNum("2032"), Word: t["about"]}, document.Txt("—")}},
		},
	}
	return []document.Block{document.Columns{LeftWidth: 106, Left: []document.Block{c}, Right: []document.Block{table}}, plans}
}

func people(t map[string]string) []document.Block {
	tab := document.Table{
		ID: "T07", Label: t["table"] + "7", Title: t["t7"],
		Columns: []document.Column{{Title: "№", Weight: 0.2}, {Title: t["nameRu"]}, {Title: t["nameEn"]}, {Title: t["nameZh"], Weight: 0.6}, {Title: t["postCol"], Weight: 2}, {Title: t["source"], Weight: 0.5}},
		Source:  t["asof"],
	}
	add := func(n int, ru, en, zh, post string) {
		tab.Rows = append(tab.Rows, document.Row{Cells: []document.Cell{
			document.Txt(fmt.Sprint(n)), {Runs: []document.Run{{Text: ru, Bold: true}}}, document.Txt(en), document.Txt(zh), document.Txt(post), document.Txt("[1]"),
		}})
	}
	tab.Rows = append(tab.Rows, document.Row{Kind: document.GroupRow, Cells: []document.Cell{document.Txt(t["side1"])}})
	add(1, "Чжоу Найсян", "Zhou Naixiang", "周乃翔", t["post3"])
	add(2, "Цзэн Цзаньжун", "Zeng Zanrong", "曾赞荣", t["post4"])
	add(3, "Лю Сюэсун", "Liu Xuesong", "刘雪松", t["post5"])
	tab.Rows = append(tab.Rows, document.Row{Kind: document.GroupRow, Cells: []document.Cell{document.Txt(t["side2"])}})
	add(1, "Воробьёв А.\u00a0Ю.", "Andrey Vorobyov", "沃罗比约夫", t["post6"])
	status := document.Table{
		ID: "T08", Title: t["t8"],
		Columns: []document.Column{{Title: t["fact"]}, {Title: t["state"]}, {Title: t["decision"]}},
	}
	for i, s := range []document.Sign{document.SignConfirmed, document.SignQualified, document.SignUnchecked, document.SignConflict, document.SignRejected, document.SignPlan, document.SignForecast, document.SignEstimate, document.SignFall} {
		status.Rows = append(status.Rows, document.Row{Cells: []document.Cell{
			document.Txt(fmt.Sprintf("S%02d", i+1)), {Runs: []document.Run{{Sign: s, Text: t["state"]}}}, document.Txt(t["decisionText"]),
		}})
	}
	return []document.Block{tab, status}
}

func annex(t map[string]string, rows int) []document.Block {
	a := document.Table{
		ID: "A01", Label: t["table"] + t["annexLetter"] + ".1", Title: t["a1"], Stamp: t["stamp"], Dense: true,
		Columns: []document.Column{{Title: "ТН ВЭД"}, {Title: t["product"]}},
		Groups:  []document.HeadGroup{{Title: t["year"], From: 2, To: 13}},
		Notes:   []string{t["a1note"]}, Source: t["asof"],
	}
	for m := range 12 {
		a.Columns = append(a.Columns, document.Column{Title: t[fmt.Sprintf("mon%d", m+1)], Kind: document.NumberColumn})
	}
	a.Columns = append(a.Columns, document.Column{Title: t["all"], Kind: document.NumberColumn}, document.Column{Title: t["share"], Kind: document.NumberColumn, Decimals: 1})
	for i := range rows {
		r := document.Row{Indent: 1, Cells: []document.Cell{document.Txt(fmt.Sprintf("%04d", 402+i)), document.Txt(t[fmt.Sprintf("g%d", i%7+1)])}}
		if i%8 == 0 {
			r.Kind, r.Indent = document.GroupRow, 0
			r.Cells[0] = document.Txt(fmt.Sprintf("%02d", i/8+2))
		}
		for m := range 12 {
			v := fmt.Sprint((i*37+m*113)%900 + 45)
			if r.Kind == document.GroupRow {
				v = fmt.Sprint((i*37+m*113)%900 + 1045)
			}
			r.Cells = append(r.Cells, num(v))
		}
		r.Cells = append(r.Cells, num(fmt.Sprint(3100+i*97)), num("3.4"))
		a.Rows = append(a.Rows, r)
	}
	total := document.Row{Kind: document.TotalRow, Cells: []document.Cell{{}, document.Txt(t["sum"])}}
	for range 12 {
		total.Cells = append(total.Cells, num("6188"))
	}
	a.Rows = append(a.Rows, document.Row(total))
	a.Rows[len(a.Rows)-1].Cells = append(a.Rows[len(a.Rows)-1].Cells, num("90000"), num("100"))
	full := document.Table{
		ID: "A02", Label: t["table"] + t["annexLetter"] + ".2", Title: t["a2"], Dense: true,
		Columns: []document.Column{{Title: t["indicator"]}, {Title: t["period"]}, {Title: t["unitCol"]}, {Title: t["valueCol"], Kind: document.NumberColumn, Decimals: -1}, {Title: t["change"], Kind: document.NumberColumn, Decimals: -1, Signed: true}, {Title: t["source"]}},
		Rows: []document.Row{
			{Cells: []document.Cell{document.Txt(t["i1"]), document.Txt("2022"), document.Txt(t["unit"]), num("190.271"), num("29.3"), document.Txt("[8]")}},
			{Cells: []document.Cell{document.Txt(t["i2"]), document.Txt("2022"), document.Txt(t["unit"]), num("555"), num("36"), document.Txt("[13]")}},
			{Indent: 1, Cells: []document.Cell{document.Txt(t["i3"]), document.Txt("2022"), document.Txt(t["unit"]), num("403"), document.Dash(), document.Txt("[13]")}},
			{Cells: []document.Cell{document.Txt(t["i1"]), document.Txt("2019"), document.Txt(t["unit"]), {Low: briefing.SomeNum("915"), High: briefing.SomeNum("930")}, document.Dash(), document.Txt("[12]")}},
			{Cells: []document.Cell{document.Txt(t["i1"]), document.Txt("2019"), document.Txt(t["unit"]), num("961.8"), num("16"), document.Txt("[12]")}},
		},
	}
	return []document.Block{a, full}
}

func sources(t map[string]string) []document.Block {
	tab := document.Table{
		ID: "T09", Label: t["table"] + "9", Title: t["s6"],
		Columns: []document.Column{{Title: "№", Weight: 0.2}, {Title: t["publisher"]}, {Title: t["material"], Weight: 2}, {Title: t["published"]}, {Title: t["sections"], Weight: 0.6}},
		Notes:   []string{t["sourcesNote"]}, Source: t["asof"],
	}
	for i := range 13 {
		date := document.Txt("20.03.2023")
		if i%5 == 4 {
			date = document.Cell{Runs: []document.Run{{Text: t["undated"], Bold: true, Tone: document.Warn}}}
		}
		n := fmt.Sprint(i + 1)
		tab.Rows = append(tab.Rows, document.Row{Anchor: "source-" + n, Cells: []document.Cell{
			document.Txt(n), document.Txt(t["publisherName"]), {Runs: []document.Run{{Text: t["materialText"] + " ("}, {Text: "tass.ru/17315617", Link: "https://tass.ru/17315617"}, {Text: ")"}}}, date, document.Txt("1, 2, 4, 5.4"),
		}})
	}
	return []document.Block{tab}
}
