// Package typesettest holds documents for the tests of page setting: every
// kind of block in three languages, with numbers, marks and names as they are
// in real packs.
package typesettest

import (
	"fmt"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// Sample is a document of every kind of block in the language.
func Sample(l briefing.Lang) *document.Document {
	t := texts(l)
	d := &document.Document{
		Lang: l, Form: "pack", Title: t["title"], Subject: t["subtitle"], Author: t["org"],
		AsOf: time.Date(2023, 3, 20, 23, 0, 0, 0, time.FixedZone("", 3*3600)), Page: document.A4(false),
		HeadLeft: t["short"], HeadRight: t["asof"], FootLeft: t["org"] + t["issue"], FootWord: t["section"], FootWords: t["sections_foot"],
		Words: document.Words{Page: t["page"], Contents: t["contents"], Continuation: t["continuation"]},
	}
	d.Sections = []document.Section{
		{Key: "cover", Silent: true, Blocks: []document.Block{cover(t)}},
		{Key: "summary", Number: "1", Level: 1, Title: t["s1"], Deck: t["s1deck"], NewPage: true, Blocks: summary(t)},
		{Key: "points", Number: "2", Level: 1, Title: t["s2"], Deck: t["s2deck"], NewPage: true, Blocks: points(t)},
		{Key: "reference", Number: "3", Level: 1, Title: t["s3"], NewPage: true},
		{Key: "trade", Number: "3.1", Level: 2, Title: t["s31"], Deck: t["s31deck"], NewPage: true, Blocks: trade(t)},
		{Key: "structure", Number: "3.2", Level: 2, Title: t["s32"], NewPage: true, Blocks: structure(t)},
		{Key: "people", Number: "4", Level: 1, Title: t["s4"], NewPage: true, Blocks: people(t)},
		{Key: "annex", Number: "5", Level: 1, Title: t["s5"], NewPage: true, Blocks: annex(t, 90)},
		{Key: "sources", Number: "6", Level: 1, Title: t["s6"], Deck: t["s6deck"], NewPage: true, Blocks: sources(t)},
		{Key: "signoff", Number: "7", Level: 1, Title: t["s7"], Blocks: []document.Block{document.SignOff{Lines: []document.SignLine{
			{Label: t["prepared"], Post: t["post1"], Name: t["name"]}, {Label: t["approved"], Post: t["post2"], Name: t["name"]},
		}}}},
	}
	return d
}

func cover(t map[string]string) document.Cover {
	return document.Cover{
		Organisation: []string{t["org1"], t["org2"]}, Kicker: t["kicker"], Title: t["title"], Subtitle: t["subtitle"],
		Facts: []document.LabelValue{
			{Label: t["event"], Lines: []string{t["eventName"], t["eventDays"]}},
			{Label: t["place"], Lines: []string{t["city"]}},
			{Label: t["asofLabel"], Lines: []string{t["moment"], t["addendum"]}},
		},
		Contents: true,
		Sign: []document.LabelValue{
			{Label: t["forWhom"], Lines: []string{t["reader"]}},
			{Label: t["prepared"], Lines: []string{t["post1"], t["name"]}},
			{Label: t["approved"], Lines: []string{t["post2"], t["name"]}},
		},
		City: t["imprint"],
	}
}

func summary(t map[string]string) []document.Block {
	k := document.KeyFigures{After: t["sourcesAt"]}
	for i, sign := range []document.Sign{document.SignNoBase, document.SignForecast, document.SignRise, document.SignPlan, document.SignRise} {
		n := fmt.Sprint(i + 1)
		k.Items = append(k.Items, document.KeyFigure{
			Word: t["kw"+n], Number: t["kn"+n], Unit: t["ku"+n], What: t["kt"+n], Sign: sign, Change: t["kc"+n], Source: t["ks"+n],
		})
	}
	for _, sign := range []document.Sign{document.SignRise, document.SignPlan, document.SignForecast, document.SignNoBase} {
		k.Legend = append(k.Legend, document.KeyLegend{Sign: sign, Text: t[fmt.Sprintf("sign%d", sign)]})
	}
	left := []document.Block{document.Heading{Text: t["messages"], Level: 2}, document.Points{Items: []document.Point{
		{Number: "1", Title: t["m1"], Runs: cited(t["m1text"])},
		{Number: "2", Title: t["m2"], Runs: cited(t["m2text"])},
		{Number: "3", Title: t["m3"], Runs: cited(t["m3text"])},
	}}}
	right := []document.Block{document.Heading{Text: t["questions"], Level: 2}}
	for _, n := range []string{"1", "2", "3"} {
		right = append(right, document.Paragraph{Style: document.Text, Runs: []document.Run{
			{Text: t["q"+n], Bold: true}, {Text: " " + t["q"+n+"text"]},
		}})
	}
	open := document.Table{
		ID: "T01", Label: t["table"] + "1", Title: t["open"],
		Columns: []document.Column{
			{Title: t["openWhat"], Weight: 1}, {Title: t["openText"], Weight: 2}, {Title: t["source"], Weight: 0.4},
		},
		Source: t["asof"],
	}
	for _, n := range []string{"1", "2", "3", "4", "5"} {
		open.Rows = append(open.Rows, document.Row{Cells: []document.Cell{
			document.Txt(t["o"+n]), document.Txt(t["o"+n+"text"]), {Runs: []document.Run{{Text: "[1]", Link: "#source-1"}, {Text: ", "}, {Text: "[9]", Link: "#source-9"}}},
		}})
	}
	return []document.Block{k, document.Columns{LeftWidth: 109, Left: left, Right: right}, open}
}

func cited(s string) []document.Run {
	return []document.Run{{Text: s + "\u00a0"}, {Text: "[1]", Link: "#source-1"}}
}

func points(t map[string]string) []document.Block {
	var p document.Points
	for i, n := range []string{"1", "2", "3"} {
		p.Items = append(p.Items, document.Point{Number: fmt.Sprint(i + 1), Runs: document.Plain(t["p"+n]), Tag: t["aloud"], Tail: "[1], [11]"})
	}
	var quotes []document.Block
	quotes = append(quotes, document.Heading{Text: t["statement"], Level: 2})
	for _, n := range []string{"1", "2", "3"} {
		quotes = append(quotes, document.Paragraph{Style: document.Quote, Runs: []document.Run{
			{Text: t["st"+n]}, {Text: "\n[2], [4], 20.03.2023", Small: true, Tone: document.Secondary},
		}})
	}
	spoken := document.Table{
		ID: "T02", Label: t["table"] + "2", Title: t["spoken"],
		Columns: []document.Column{{Title: t["indicator"], Weight: 1.4}, {Title: t["inRu"]}, {Title: t["inZh"]}},
		Rows: []document.Row{
			{Cells: []document.Cell{document.Txt(t["sp1"]), document.Txt("около\u00a090\u00a0тыс.\u00a0т"), document.Txt("约9万吨")}},
			{Cells: []document.Cell{document.Txt(t["sp2"]), document.Txt("план\u00a0— 283,5\u00a0тыс.\u00a0т"), document.Txt("计划28.35万吨")}},
			{Cells: []document.Cell{document.Txt(t["sp3"]), document.Txt("план\u00a0— 576\u00a0млн долл.\u00a0США"), document.Txt("计划5.76亿美元")}},
		},
		Notes: []string{t["spokenNote"]},
	}
	qa := func(n string) document.Block {
		return document.Paragraph{Style: document.Text, Runs: []document.Run{{Text: t["q"+n] + "\n", Bold: true}, {Text: t["q"+n+"text"]}}}
	}
	return []document.Block{
		p,
		document.Columns{Left: quotes, Right: []document.Block{spoken}},
		document.Heading{Text: t["qa"], Level: 2},
		document.Columns{
			Left:  []document.Block{document.Paragraph{Style: document.Lead, Runs: document.Plain(t["q1"])}, document.Paragraph{Style: document.Text, Runs: document.Plain(t["q1text"])}, qa("2")},
			Right: []document.Block{qa("3"), document.Paragraph{Style: document.Small, Runs: document.Plain(t["q1text"])}},
		},
		document.Note{Title: t["press"], Runs: document.Plain(t["pressText"])},
		document.Note{Title: t["openNote"], Runs: document.Plain(t["openNoteText"]), Framed: true},
		document.Heading{Text: t["notes"], Level: 2},
		document.Paragraph{Style: document.Bullet, Runs: document.Plain(t["b1"])},
		document.Paragraph{Style: document.Bullet, Runs: document.Plain(t["b2"])},
	}
}
