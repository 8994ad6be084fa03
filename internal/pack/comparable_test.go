package pack_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
)

// A last month that evidently lacks goods, or the other flow, is no headline: the
// figures are of the last period that can be set beside a year before, with both
// flows; a month that is whole is one.
func TestAnIncompleteMonthIsNoHeadline(t *testing.T) {
	for name, c := range map[string]struct {
		exports, imports int // goods of the last month, of eight
		want             string
	}{
		"whole":           {8, 8, "окт."},
		"most goods gone": {1, 0, "сент."},
		"one flow only":   {8, 0, "сент."},
		"a few gone":      {6, 7, "окт."},
	} {
		var rows []figure.Observation
		for _, year := range []int{2024, 2025} {
			for m := 1; m <= 10; m++ {
				for flow, last := range map[figure.Flow]int{figure.Export: c.exports, figure.Import: c.imports} {
					for good := range 8 {
						if year == 2025 && m == 10 && good >= last {
							continue
						}
						o := shipment(flow, "", "TR", fmt.Sprintf("%02d", good+1), "2020", "1000000")
						o.Period = briefing.Month(year, m)
						rows = append(rows, o)
					}
				}
			}
		}
		p := shipped(t, "", rows...)
		p.Facts, p.Pack.Template = nil, "bulletin"
		said := ""
		for _, s := range build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}).Sections {
			if s.Key != "summary" {
				continue
			}
			for _, b := range s.Blocks {
				switch b := b.(type) {
				case document.Heading:
					said += b.Text + "\n"
				case document.KeyFigures:
					for _, k := range b.Items {
						said += k.What + " " + k.Change + "\n"
					}
				}
			}
		}
		month := map[string]string{"окт.": "октябр", "сент.": "сентябр"}[c.want]
		other := map[string]string{"окт.": "сентябр", "сент.": "октябр"}[c.want]
		if !strings.Contains(said, month) || strings.Contains(said, other) || !strings.Contains(said, "Товарооборот") {
			t.Errorf("%s: the headlines are\n%s", name, said)
		}
	}
}

// A last month that lacks most of its goods stands in no table and no sentence,
// neither of the flow nor of its goods, and it is told that it is left out; a
// month of one flow alone, with all of its goods, stays in the table of the flow.
func TestAnIncompleteMonthIsNotShown(t *testing.T) {
	for name, c := range map[string]struct {
		exports, imports int
		shown            bool
	}{"whole": {8, 8, true}, "most goods gone": {1, 0, false}, "one flow only": {8, 0, true}} {
		var rows []figure.Observation
		for m := 4; m <= 10; m++ {
			for flow, last := range map[figure.Flow]int{figure.Export: c.exports, figure.Import: c.imports} {
				for good := range 8 {
					if m == 10 && good >= last {
						continue
					}
					o := shipment(flow, "", "TR", fmt.Sprintf("%02d", good+1), "2025", "1000000")
					o.Period = briefing.Month(2025, m)
					rows = append(rows, o)
				}
			}
		}
		p := shipped(t, "", rows...)
		p.Facts = nil
		for l, words := range map[briefing.Lang][2]string{
			briefing.RU: {"апрель–октябрь", "Октябрь 2025 г. не показан"}, briefing.EN: {"April–October", "October 2025 is not shown"}, briefing.ZH: {"4月至10月", "2025年10月未列出"},
		} {
			said := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: l})))
			if got := strings.Contains(said, words[0]); got != c.shown {
				t.Errorf("%s, %s: the month is in the sums: %v", name, l, got)
			}
			if got := strings.Contains(said, words[1]); got == c.shown {
				t.Errorf("%s, %s: told that it is left out: %v", name, l, got)
			}
		}
	}
}
