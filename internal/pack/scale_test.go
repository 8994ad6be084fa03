package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
)

// Chinese tables and charts count in 万 and 亿, as exactly as the others count
// in thousands and millions; a unit that somebody wrote into a caption stays.
func TestChineseTablesCountInTheirOwnScale(t *testing.T) {
	p := demoProject(t)
	d := build(t, p, briefing.Leader, pack.Options{Lang: briefing.ZH})
	out := plain(dump(d))
	for _, s := range []string{"百万美元", "十亿美元", "千吨", "千美元"} {
		if strings.Contains(out, s) {
			t.Errorf("%s stands in the pack", s)
		}
	}
	for _, s := range []string{"8.29[e]", "9.62", "1,902.7", "3.76 | 41.8"} {
		if !strings.Contains(out, s) {
			t.Errorf("no %s", s)
		}
	}
	// Russian and English keep theirs.
	if ru := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}))); !strings.Contains(ru, "829[e]") || !strings.Contains(ru, "37,6 | 41,8") {
		t.Error("the Russian scale has changed")
	}
	for _, s := range p.Series {
		if s.ID == "agri-world" {
			s.Caption.ZH = "农产品出口，百万美元"
		}
	}
	for _, s := range build(t, p, briefing.Leader, pack.Options{Lang: briefing.ZH}).Sections {
		for _, b := range s.Blocks {
			c, ok := b.(document.Columns)
			if !ok || len(c.Left) == 0 {
				continue
			}
			chart, ok := c.Left[0].(document.Chart)
			if ok && chart.Caption == "农产品出口，百万美元" && (chart.Unit != "百万美元" || chart.Series[0].Points[0].Value.Decimal.String() != "829") {
				t.Errorf("the caption says 百万美元, the chart has %s and %v", chart.Unit, chart.Series[0].Points[0].Value)
			}
		}
	}
}
